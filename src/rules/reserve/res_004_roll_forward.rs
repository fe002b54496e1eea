//! RES-004: what a reserve is said to hold does not follow from its movements.

use std::collections::BTreeMap;

use crate::{
    finance::{self, ReserveEnds},
    finding::{Entry, Severity},
    model::{Movement, MovementKind, Reserve, StatedBalance},
    rules::{
        Check, Context, Example, Rule, Sink,
        funds::{day, happened, interval},
    },
    values::{
        Amount, Certainty, Code, Id, Interval, Meeting, Money, PartialDate, Stated, pounds_within,
    },
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"RES", 4),
        name: "reserve-does-not-roll-forward",
        severity: Severity::Error,
        finds: "What a reserve is said to hold does not follow from what it held before and its movements; for information where nothing says what it held before.",
        why: "A balance that does not follow hides a movement that nobody has seen, or an amount that is wrong.",
        source: "Arithmetic",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Head of Finance"}],
 "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}, {"reference": "BODY2", "name": "Council", "kind": "council"}],
 "reserves": [{"reference": "RSV1", "name": "Management of Change", "kind": "earmarked", "fund": "general_fund",
   "purpose": "One-off costs of change", "conditions": "A business case", "approver": "BODY2", "owners": ["POST1"], "balances": [{"amount": "£320k", "after": "MOV2"}]}],
 "decisions": [{"reference": "DEC1", "title": "Fund Phase 2", "body": "BODY2", "act": "resolve", "date": "24 February 2021"}],
 "movements": [{"reference": "MOV1", "title": "Balance brought in", "kind": "opening", "amount": "£701,000",
   "date": "1 April 2021", "reserve": "RSV1"},
   {"reference": "MOV2", "title": "Drawdown for Phase 2", "kind": "drawdown", "amount": "£361,000",
   "date": "1 June 2021", "reserve": "RSV1", "decision": "DEC1"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Head of Finance"}],
 "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}, {"reference": "BODY2", "name": "Council", "kind": "council"}],
 "reserves": [{"reference": "RSV1", "name": "Management of Change", "kind": "earmarked", "fund": "general_fund",
   "purpose": "One-off costs of change", "conditions": "A business case", "approver": "BODY2", "owners": ["POST1"], "balances": [{"amount": "c£340k", "after": "MOV2"}]}],
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
    if programme.reserves().into_iter().all(|reserve| reserve.balances.is_empty()) {
        return;
    }
    let mut steps: BTreeMap<Id<Reserve>, Vec<Step<'_>>> = BTreeMap::new();
    for row in programme.movements() {
        for (id, into) in ReserveEnds::of(row).each() {
            steps.entry(id).or_default().push(Step::of(context, row, into));
        }
    }
    for reserve in programme.reserves() {
        let steps = steps.get(&reserve.key.id).map_or(&[][..], Vec::as_slice);
        for stated in reserve.balances.iter().filter(|stated| !stated.minimum) {
            if let Some(point) = Point::of(context, stated)
                && let Some(amount) = stated.amount.as_ref()
            {
                look(context, &Said { reserve, steps, amount, point }, sink);
            }
        }
    }
}

/// A balance as stated, with what happened to the reserve.
struct Said<'a> {
    reserve: &'a Reserve,
    steps: &'a [Step<'a>],
    amount: &'a Stated,
    point: Point<'a>,
}

fn look(context: &Context<'_>, said: &Said<'_>, sink: &mut Sink<'_>) {
    let Some(stated) = interval(said.amount) else { return };
    let (base, since) = base(said);
    let (mut sure, mut maybe) = (Vec::new(), Vec::new());
    for step in said.steps.iter().filter(|step| !step.opening) {
        let after = since.map_or(Certainty::Certainly, |since| since.holds(step).not());
        match said.point.counts(step).and(after) {
            Certainty::No => continue,
            Certainty::Certainly => sure.push(step.change),
            Certainty::Possibly => maybe.push(step.change),
        }
    }
    // A sum with a part that is not known says nothing.
    let (Some(sure), Some(maybe)) = (all(sure), all(maybe)) else { return };
    let name = &said.reserve.name;
    let when = said.point.words(context);
    let about = |finding: crate::finding::Finding| {
        let finding = finding.about(said.reserve.key.id);
        said.point.after.into_iter().fold(finding, |finding, row| finding.about(row.key.id))
    };
    let Some(base) = base else {
        if sure.is_empty() {
            return;
        }
        let before: Interval = sure.into_iter().map(negative).chain([stated]).sum();
        let message = format!(
            "'{name}' is said to hold {} {when}, and what it held before is not given: it would be {}{}.",
            said.amount,
            pounds_within(before),
            otherwise(context, said, stated)
        );
        let finding = sink.finding(message, "Add the balance with which it began.");
        return sink.find(about(finding).lowered_to(Severity::Info));
    };
    let reckoned: Interval = sure.into_iter().chain([base]).sum();
    let widest: Interval = maybe.into_iter().map(or_nothing).chain([reckoned]).sum();
    if stated.meets(reckoned) == Meeting::Overlap {
        return sink.pass();
    }
    let leaves = pounds_within(reckoned);
    let message =
        format!("The movements on '{name}' leave {leaves} {when}, and {} is stated.", said.amount);
    let finding = if stated.meets(widest) == Meeting::Apart {
        sink.finding(message, "Add the movement that is missing, or correct the balance.")
    } else {
        sink.finding(message, "Give the days and the exact amounts.").undetermined()
    };
    sink.find(about(finding));
}

/// What it would have held before by each other amount that papers print of the one movement after
/// which the balance stands.
fn otherwise(context: &Context<'_>, said: &Said<'_>, stated: Interval) -> String {
    let after = said.point.after.map(|row| row.key.id);
    let [step] = said.steps else { return String::new() };
    if Some(step.row.key.id) != after {
        return String::new();
    }
    let quoted = finance::quotations(context.programme, step.row).into_iter();
    let told = quoted.filter_map(|(claim, printed)| {
        let words = context.programme.get(claim)?.stated.as_ref()?;
        let printed = printed.interval()?;
        let moved = if step.into { negative(printed) } else { printed };
        let before = pounds_within([moved, stated].into_iter().sum());
        Some(format!(", or {before} if {words} is moved"))
    });
    told.collect()
}

/// From when on movements are told apart from what the reserve held before.
#[derive(Clone, Copy)]
enum Since {
    /// The end of a day for which a balance is stated.
    End(PartialDate),
    /// The day of an opening balance, where an earlier balance tells what there was until then.
    Opening(PartialDate),
}

impl Since {
    /// Whether a movement is in what the reserve held before.
    fn holds(self, step: &Step<'_>) -> Certainty {
        match (self, step.date) {
            (Self::End(day), _) => step.by(day),
            (Self::Opening(day), Some(date)) => date.before(day),
            (Self::Opening(_), None) => Certainty::Possibly,
        }
    }
}

/// What the reserve held before, and since when: its opening balance, or else the last balance that
/// is stated for a day before.
fn base<'a>(said: &Said<'a>) -> (Option<Interval>, Option<Since>) {
    let stated = said.reserve.balances.iter().filter(|other| !other.minimum);
    let before = |until: PartialDate| {
        stated.clone().filter_map(move |other| {
            let on = day(other.on.as_ref()).filter(|on| on.before(until).is_certain())?;
            Some((on, interval(other.amount.as_ref()?)?))
        })
    };
    let openings = said.steps.iter().filter(|step| step.opening);
    let counted: Vec<_> =
        openings.filter(|step| said.point.counts(step) != Certainty::No).collect();
    if !counted.is_empty() {
        let first = counted.iter().filter_map(|step| step.date).min_by_key(|date| date.latest());
        let anew = first.filter(|first| before(*first).next().is_some());
        return (
            all(counted.iter().map(|step| step.change).collect()).map(|all| all.into_iter().sum()),
            anew.map(Since::Opening),
        );
    }
    let Some(until) = said.point.day else { return (None, None) };
    let last = before(until).max_by_key(|(on, _)| on.latest());
    (last.map(|(_, held)| held), last.map(|(on, _)| Since::End(on)))
}

/// What a movement does to a reserve.
struct Step<'p> {
    row: &'p Movement,
    date: Option<PartialDate>,
    happened: Certainty,
    opening: bool,
    /// Whether it goes into the reserve.
    into: bool,
    change: Option<Interval>,
}

impl<'p> Step<'p> {
    fn of(context: &Context<'_>, row: &'p Movement, into: bool) -> Self {
        let date = day(row.date.as_ref());
        let change = row.amount.as_ref().and_then(as_printed);
        let change = if into { change } else { change.map(negative) };
        let opening = row.kind == Some(MovementKind::Opening);
        let happened = happened(context, row);
        Self { row, date, happened, opening, into, change }
    }

    /// Whether it has happened by the end of a date.
    fn by(&self, date: PartialDate) -> Certainty {
        match self.date {
            Some(own) => Certainty::from_readings(
                own.latest() <= date.earliest(),
                own.earliest() <= date.latest(),
            ),
            None => Certainty::Possibly,
        }
    }
}

/// When a stated balance stands: at the end of a day, or after a movement.
#[derive(Clone, Copy)]
struct Point<'p> {
    day: Option<PartialDate>,
    after: Option<&'p Movement>,
}

impl<'p> Point<'p> {
    fn of(context: &Context<'p>, stated: &StatedBalance) -> Option<Self> {
        let after = stated.after.and_then(|id| context.programme.get(id));
        let on = day(stated.on.as_ref());
        let day = on.or(after.and_then(|row| day(row.date.as_ref())));
        (day.is_some() || after.is_some()).then_some(Self { day, after })
    }

    /// Whether a movement is in the balance.
    fn counts(&self, step: &Step<'_>) -> Certainty {
        if self.after.is_some_and(|row| row.key.id == step.row.key.id) {
            return Certainty::Certainly;
        }
        match (self.day, step.date) {
            // A reserve begins with its opening balance, whether or not that is dated.
            (_, None) if step.opening => Certainty::Certainly,
            (None, _) if step.opening => Certainty::Certainly,
            (Some(day), Some(date)) if self.after.is_some() => {
                // Of one day, nothing says which came first.
                let before = date.before(day);
                let same = Certainty::from_readings(false, date.after(day) != Certainty::Certainly);
                before.or(same)
            }
            (Some(day), _) => step.by(day),
            // What comes after a movement without a date may have come before.
            (None, _) => step.happened.and(Certainty::Possibly),
        }
    }

    fn words(&self, context: &Context<'_>) -> String {
        match (self.after, self.day) {
            (Some(row), _) => {
                format!("after '{}'", context.programme.name(row.key.id).unwrap_or_default())
            }
            (None, Some(day)) => format!("on {day}"),
            (None, None) => String::new(),
        }
    }
}

/// An amount as a paper sets it against a balance in thousands: "£361k" is rounded, and pounds that
/// are written out are what they say.
fn as_printed(amount: &Amount) -> Option<Interval> {
    let money = amount.value()?.to_decimal();
    let words = amount.words();
    if words.parse::<Money>().is_ok() {
        let (low, high) = (money, money);
        return Some(Interval { low, high, low_included: true, high_included: true });
    }
    interval(&Stated::read(&words))
}

/// All of several, where each is known.
fn all(changes: Vec<Option<Interval>>) -> Option<Vec<Interval>> {
    changes.into_iter().collect()
}

fn negative(of: Interval) -> Interval {
    let Interval { low, high, low_included, high_included } = of;
    Interval { low: -high, high: -low, low_included: high_included, high_included: low_included }
}

/// What may have happened or not.
fn or_nothing(of: Interval) -> Interval {
    let nothing = rust_decimal::Decimal::ZERO;
    let (low, high) = (of.low.min(nothing), of.high.max(nothing));
    Interval { low, high, low_included: true, high_included: true }
}
