//! RES-006: a balance is below what it is not to fall below.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::{
    finding::{Entry, Severity},
    model::{Parameter, Reserve, ReserveKind},
    rules::{
        Check, Context, Example, Rule, Sink,
        funds::{day, interval},
    },
    values::{Certainty, Code, Interval, Meeting, Stated, pounds_within, written},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"RES", 6),
        name: "balance-below-minimum",
        severity: Severity::Warning,
        finds: "The general balance is below the minimum that the council set, or a reserve below its own floor.",
        why: "The minimum is what the chief finance officer advised the council to hold against what nobody foresees.",
        source: "LGA 2003 s.27; the minimum is the council's own",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "bodies": [{"reference": "BODY1", "name": "Council", "kind": "council"}],
 "local_rules": [{"reference": "LR1", "title": "Minimum balance", "parameter": "minimum_balance", "amount": "£2,000,000"}],
 "reserves": [{"reference": "RSV1", "name": "General Fund balance", "kind": "general_balance", "fund": "general_fund"}],
 "movements": [{"reference": "MOV1", "title": "Balance brought in", "kind": "opening", "amount": "£1,900,000",
   "date": "1 April 2021", "reserve": "RSV1"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "bodies": [{"reference": "BODY1", "name": "Council", "kind": "council"}],
 "local_rules": [{"reference": "LR1", "title": "Minimum balance", "parameter": "minimum_balance", "amount": "£2,000,000"}],
 "reserves": [{"reference": "RSV1", "name": "General Fund balance", "kind": "general_balance", "fund": "general_fund"}],
 "movements": [{"reference": "MOV1", "title": "Balance brought in", "kind": "opening", "amount": "£2,000,000",
   "date": "1 April 2021", "reserve": "RSV1"}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let programme = context.programme;
    let reserves = programme.reserves().into_iter();
    let bound: Vec<_> = reserves.map(|reserve| (reserve, minimum(context, reserve))).collect();
    if bound.iter().all(|(_, minimum)| minimum.is_none()) || !context.is_english() {
        return;
    }
    let ledger = context.funds().ledger();
    let now = ledger.reserves(context.on);
    // Past the last movement all that is planned has happened.
    let last = programme.movements().into_iter().filter_map(|row| day(row.date.as_ref()));
    let last = last.map(|date| date.latest()).max().unwrap_or(context.on).max(context.on);
    let then = ledger.reserves(last);
    for ((reserve, minimum), (now, then)) in bound.into_iter().zip(now.iter().zip(&then)) {
        let Some(minimum) = minimum else { continue };
        let held = now.closing().interval().map(|held| (held, context.on));
        let held = held.or_else(|| stated(context, reserve));
        let held = held.map(|(held, on)| (held, "holds", format!("on {}", written(on))));
        let planned = then.closing_if_planned().interval().map(|held| {
            let when = format!("by {} if all that is planned happens", written(last));
            (held, "would hold", when)
        });
        // What is so already is told before what will be, and that only where it is worse; nothing
        // where neither movements nor papers say what it holds.
        let views = [planned, held].into_iter().flatten();
        let below = |held: &Interval| below(*held, minimum.interval);
        if let Some((held, verb, when)) = views.max_by_key(|(held, ..)| below(held)) {
            let holds = format!("{verb} {} {when}", pounds_within(held));
            found(reserve, &holds, &minimum, below(&held), sink);
        }
    }
}

fn found(reserve: &Reserve, holds: &str, minimum: &Minimum, below: Certainty, sink: &mut Sink<'_>) {
    let message = format!(
        "'{}' {holds}, and is not to fall below {} ({}).",
        reserve.name, minimum.words, minimum.source
    );
    let finding = match below {
        Certainty::No => return sink.pass(),
        Certainty::Certainly => {
            let help = "Put back what is missing, or have the chief finance officer advise on another minimum.";
            sink.finding(message, help)
        }
        Certainty::Possibly => sink.finding(message, "Give the exact balance.").undetermined(),
    };
    sink.find(finding.about(reserve.key.id));
}

/// What a reserve is not to fall below, and where that is said.
struct Minimum {
    interval: Interval,
    words: String,
    source: String,
}

/// Its own floor, or else the council's for the general balance, or else what a paper states.
fn minimum(context: &Context<'_>, reserve: &Reserve) -> Option<Minimum> {
    if let Some(floor) = reserve.floor.as_ref().and_then(|floor| floor.value()) {
        let words = floor.shown();
        return Some(Minimum {
            interval: exactly(floor.to_decimal()),
            words,
            source: "its own floor".into(),
        });
    }
    let council = context.council();
    let general = reserve.kind == Some(ReserveKind::GeneralBalance);
    let given = general.then(|| council.amount(Parameter::MinimumBalance, None)).flatten();
    let of = |stated: &Stated| {
        let figure = stated.value()?;
        // A minimum is exact, unless it is hedged.
        let plain = figure.qualifier() == crate::values::Qualifier::Plain && !figure.is_range();
        Some(if plain { exactly(figure.amount()) } else { interval(stated)? })
    };
    if let Some(given) = given {
        let (words, source) = (given.value.to_string(), council.source(given.basis));
        return Some(Minimum { interval: of(given.value)?, words, source });
    }
    let stated = reserve.balances.iter().rfind(|stated| stated.minimum)?.amount.as_ref()?;
    Some(Minimum { interval: of(stated)?, words: stated.to_string(), source: "as stated".into() })
}

/// What papers last say that it holds by the day of the check, and on which day that was.
fn stated(context: &Context<'_>, reserve: &Reserve) -> Option<(Interval, NaiveDate)> {
    let held = reserve.balances.iter().filter(|stated| !stated.minimum && stated.after.is_none());
    let dated = held.filter_map(|stated| {
        let on = day(stated.on.as_ref())?;
        let reached = on.reached(context.on).is_certain();
        reached.then_some((on.latest(), interval(stated.amount.as_ref()?)?))
    });
    dated.max_by_key(|(on, _)| *on).map(|(on, held)| (held, on))
}

fn exactly(amount: Decimal) -> Interval {
    Interval { low: amount, high: amount, low_included: true, high_included: true }
}

fn below(held: Interval, minimum: Interval) -> Certainty {
    let every = held.high <= minimum.low && held.meets(minimum) != Meeting::Overlap;
    Certainty::from_readings(every, held.low < minimum.high)
}
