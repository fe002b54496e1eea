//! RES-003: more is drawn from a reserve than it has free.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::{
    finance::{ReserveEnds, bound_reserve, takes_up},
    finding::{Entry, Severity},
    model::{Movement, MovementKind, Reserve},
    rules::{Check, Context, Example, Rule, Sink, funds::day},
    values::{Code, Id, Money},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"RES", 3),
        name: "reserve-overdrawn",
        severity: Severity::Error,
        finds: "More is drawn from a reserve than it has free.",
        why: "What is not in a reserve, or is bound already, cannot pay for anything else.",
        source: "Logic",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Head of Finance"}],
 "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}, {"reference": "BODY2", "name": "Council", "kind": "council"}],
 "reserves": [{"reference": "RSV1", "name": "Management of Change", "kind": "earmarked", "fund": "general_fund",
   "purpose": "One-off costs of change", "conditions": "A business case", "approver": "BODY2", "owners": ["POST1"]}],
 "decisions": [{"reference": "DEC1", "title": "Fund Phase 2", "body": "BODY2", "act": "resolve", "date": "24 February 2021"}],
 "movements": [{"reference": "MOV1", "title": "Balance brought in", "kind": "opening", "amount": "£300,000",
   "date": "1 April 2021", "reserve": "RSV1"},
   {"reference": "MOV2", "title": "Drawdown for Phase 2", "kind": "drawdown", "amount": "£361,000",
   "date": "1 June 2021", "reserve": "RSV1", "decision": "DEC1"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Head of Finance"}],
 "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}, {"reference": "BODY2", "name": "Council", "kind": "council"}],
 "reserves": [{"reference": "RSV1", "name": "Management of Change", "kind": "earmarked", "fund": "general_fund",
   "purpose": "One-off costs of change", "conditions": "A business case", "approver": "BODY2", "owners": ["POST1"]}],
 "decisions": [{"reference": "DEC1", "title": "Fund Phase 2", "body": "BODY2", "act": "resolve", "date": "24 February 2021"}],
 "movements": [{"reference": "MOV1", "title": "Balance brought in", "kind": "opening", "amount": "£701,000",
   "date": "1 April 2021", "reserve": "RSV1"},
   {"reference": "MOV2", "title": "Drawdown for Phase 2", "kind": "drawdown", "amount": "£361,000",
   "date": "1 June 2021", "reserve": "RSV1", "decision": "DEC1"}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let programme = context.programme;
    let mut flows: BTreeMap<Id<Reserve>, Flows<'_>> = BTreeMap::new();
    let mut taken: BTreeMap<Id<Movement>, Vec<(NaiveDate, i128)>> = BTreeMap::new();
    for (number, row) in programme.movements().into_iter().enumerate() {
        let flow = Flow::of(context, number, row);
        // What is below nothing goes the other way, but for what a reserve begins with.
        let amount = row.amount.as_ref().and_then(|amount| amount.value());
        let back = amount.is_some_and(|amount| *amount < Money::NIL)
            && row.kind != Some(MovementKind::Opening);
        for (id, into) in ReserveEnds::of(row).each() {
            let flows = flows.entry(id).or_default();
            match flow {
                Some(flow) if back => flows.put(flow.turned(), !into),
                Some(flow) => flows.put(flow, into),
                // What comes in without an amount or a date leaves nothing certain.
                None => flows.unsure |= into != back,
            }
        }
        let Some(flow) = flow else { continue };
        if let Some(against) = row.against.filter(|_| row.kind.is_some_and(takes_up)) {
            taken.entry(against).or_default().push((flow.first, flow.pence));
        }
        if let Some(id) = bound_reserve(programme, row) {
            flows.entry(id).or_default().bound.push(flow);
        }
    }
    for (id, flows) in &mut flows {
        let Some(reserve) = programme.get(*id) else { continue };
        flows.sum();
        // What a reserve had at the start is not known without an opening balance.
        if flows.opened && !flows.unsure {
            flows.out.iter().for_each(|draw| drawn(reserve, flows, draw, &taken, sink));
        }
    }
}

/// Whether a drawdown is within what may be free at most, and what is if all goes as planned.
fn drawn(
    reserve: &Reserve,
    flows: &Flows<'_>,
    draw: &Flow<'_>,
    taken: &BTreeMap<Id<Movement>, Vec<(NaiveDate, i128)>>,
    sink: &mut Sink<'_>,
) {
    let key = (draw.first, draw.number);
    let bound: i128 = flows
        .bound
        .iter()
        .filter(|bound| (bound.last, bound.number) < key)
        .filter(|bound| draw.row.against != Some(bound.row.key.id))
        .map(|bound| {
            let takes = taken.get(&bound.row.key.id).into_iter().flatten();
            let takes = takes.filter(|(day, _)| *day <= draw.last).map(|(_, pence)| *pence);
            (bound.pence - takes.sum::<i128>()).max(0)
        })
        .sum();
    let may = flows.may_come.up_to((draw.last, usize::MAX));
    let comes = flows.comes.up_to((draw.first, usize::MAX));
    let most = may - flows.authorised.up_to(key) - bound;
    let planned = comes - flows.leaves.up_to(key) - bound;
    let free = money(if draw.pence > most { most } else { planned });
    let (title, name, amount) = (&draw.row.title, &reserve.name, money(draw.pence));
    if draw.pence <= planned {
        return sink.pass();
    }
    let message = format!("'{title}' takes {amount} from '{name}', which has {free} free");
    let finding = if draw.pence > most {
        sink.finding(format!("{message}."), "Lower it, or add another source.")
    } else {
        let message = format!("{message} if all that is planned before it happens.");
        sink.finding(message, "Say what is decided, and on which days.").undetermined()
    };
    sink.find(finding.about(draw.row.key.id).about(reserve.key.id));
}

fn money(pence: i128) -> String {
    let amount = i64::try_from(pence).ok().and_then(|pence| Money::from_pence(pence).ok());
    amount.map_or_else(|| "more than can be told".to_owned(), Money::shown)
}

/// What goes into a reserve and out of it.
#[derive(Default)]
struct Flows<'p> {
    opened: bool,
    unsure: bool,
    /// What comes in, by the first and by the last day on which it may.
    may_come: Running,
    comes: Running,
    /// What goes out, by the last day on which it may: what is authorised, and all.
    authorised: Running,
    leaves: Running,
    out: Vec<Flow<'p>>,
    bound: Vec<Flow<'p>>,
}

/// Amounts in the order of days, and of rows within a day, each with the sum up to it.
#[derive(Default)]
struct Running(Vec<(At, i128)>);

type At = (NaiveDate, usize);

impl Running {
    fn add(&mut self, at: At, pence: i128) {
        self.0.push((at, pence));
    }

    fn sum(&mut self) {
        self.0.sort_by_key(|(at, _)| *at);
        let mut sum = 0;
        for (_, pence) in &mut self.0 {
            sum += *pence;
            *pence = sum;
        }
    }

    /// The sum of what comes before.
    fn up_to(&self, key: At) -> i128 {
        let count = self.0.partition_point(|(at, _)| *at < key);
        count.checked_sub(1).and_then(|last| self.0.get(last)).map_or(0, |(_, sum)| *sum)
    }
}

/// A movement with its days and its amount.
#[derive(Clone, Copy)]
struct Flow<'p> {
    row: &'p Movement,
    number: usize,
    first: NaiveDate,
    last: NaiveDate,
    pence: i128,
    authorised: bool,
}

impl<'p> Flow<'p> {
    fn of(context: &Context<'_>, number: usize, row: &'p Movement) -> Option<Self> {
        let date = day(row.date.as_ref())?;
        let pence = row.amount.as_ref()?.value()?.pence().into();
        let from = row.decision.and(context.funds().ledger().authorised_from(row.key.id));
        let authorised = from.is_some_and(|day| day <= context.on);
        let (first, last) = (date.earliest(), date.latest());
        Some(Self { row, number, first, last, pence, authorised })
    }

    /// The same the other way.
    fn turned(self) -> Self {
        Self { pence: -self.pence, ..self }
    }
}

impl<'p> Flows<'p> {
    fn put(&mut self, flow: Flow<'p>, into: bool) {
        if into { self.enter(&flow) } else { self.leave(flow) }
    }

    fn enter(&mut self, flow: &Flow<'p>) {
        self.opened |= flow.row.kind == Some(MovementKind::Opening);
        self.may_come.add((flow.first, flow.number), flow.pence);
        self.comes.add((flow.last, flow.number), flow.pence);
    }

    fn leave(&mut self, flow: Flow<'p>) {
        let at = (flow.last, flow.number);
        self.leaves.add(at, flow.pence);
        if flow.authorised {
            self.authorised.add(at, flow.pence);
        }
        self.out.push(flow);
    }

    fn sum(&mut self) {
        let Self { may_come, comes, authorised, leaves, .. } = self;
        [may_come, comes, authorised, leaves].into_iter().for_each(Running::sum);
    }
}
