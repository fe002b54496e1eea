//! RES-006: a balance is below what it is not to fall below.

use chrono::NaiveDate;

use crate::{
    finance::Total,
    finding::{Entry, Severity},
    model::{Parameter, Reserve, ReserveKind},
    rules::{Check, Context, Example, Rule, Sink, funds::day},
    values::{Certainty, Code, Money, pounds_within, written},
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
        let held = known(now.closing()).map(|held| (held, context.on));
        let held = held.or_else(|| stated(context, reserve));
        let held = held.map(|(held, on)| (held, "holds", format!("on {}", written(on))));
        let planned = known(then.closing_if_planned()).map(|held| {
            let when = format!("by {} if all that is planned happens", written(last));
            (held, "would hold", when)
        });
        // What is so already is told before what will be, and that only where it is worse; nothing
        // where neither movements nor papers say what it holds.
        let views = [planned, held].into_iter().flatten();
        let below = |held: Total| held.less(minimum.amount).below(Money::NIL);
        if let Some((held, verb, when)) = views.max_by_key(|(held, ..)| below(*held)) {
            let pounds = held.interval().map(pounds_within).unwrap_or_default();
            found(reserve, &format!("{verb} {pounds} {when}"), &minimum, below(held), sink);
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
    amount: Total,
    words: String,
    source: String,
}

/// Its own floor, or else the council's for the general balance, or else what a paper states.
fn minimum(context: &Context<'_>, reserve: &Reserve) -> Option<Minimum> {
    if let Some(floor) = reserve.floor.as_ref().and_then(|floor| floor.value()) {
        let (amount, words) = (Total::of(*floor), floor.shown());
        return Some(Minimum { amount, words, source: "its own floor".into() });
    }
    let council = context.council();
    let general = reserve.kind == Some(ReserveKind::GeneralBalance);
    let given = general.then(|| council.amount(Parameter::MinimumBalance, None)).flatten();
    let (stated, source) = match given {
        Some(given) => (given.value, council.source(given.basis)),
        None => {
            let stated = reserve.balances.iter().rfind(|stated| stated.minimum)?;
            (stated.amount.as_ref()?, "as stated".into())
        }
    };
    let amount = known(Total::minimum(stated))?;
    Some(Minimum { amount, words: stated.to_string(), source })
}

/// What papers last say that it holds by the day of the check, and on which day that was.
fn stated(context: &Context<'_>, reserve: &Reserve) -> Option<(Total, NaiveDate)> {
    let held = reserve.balances.iter().filter(|stated| !stated.minimum && stated.after.is_none());
    let dated = held.filter_map(|stated| {
        let on = day(stated.on.as_ref())?;
        let reached = on.reached(context.on).is_certain();
        let held = known(Total::balance(stated.amount.as_ref()?))?;
        reached.then_some((on.latest(), held))
    });
    dated.max_by_key(|(on, _)| *on).map(|(on, held)| (held, on))
}

fn known(amount: Total) -> Option<Total> {
    (amount.unknown_parts() == 0).then_some(amount)
}
