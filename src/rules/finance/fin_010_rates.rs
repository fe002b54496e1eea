//! FIN-010: two rates are compared that are given per different numbers, or one is over ten times the other.

use rust_decimal::Decimal;

use super::{hindered, shown, words};
use crate::{
    finance::Comparison,
    finding::{Entry, Finding, Severity, Value},
    rules::{Check, Context, Example, Rule, Sink},
    values::{Certainty, Code},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"FIN", 10),
        name: "rates-on-different-bases",
        severity: Severity::Error,
        finds: "Two rates are compared that are given per different numbers, or one is over ten times the other.",
        why: "Per 1,000 and per 100,000 cannot be set side by side; a difference of ten times is mostly a slip.",
        source: "Logic",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "claims": [{"reference": "CL1", "title": "Furlough here", "stated": "124", "sources": "1.5", "per": 1000, "compared_with": "CL2"},
   {"reference": "CL2", "title": "Furlough in England", "stated": "111", "sources": "1.5", "per": 100000}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "claims": [{"reference": "CL1", "title": "Furlough here", "stated": "124", "sources": "1.5", "per": 1000, "compared_with": "CL2"},
   {"reference": "CL2", "title": "Furlough in England", "stated": "111", "sources": "1.5", "per": 1000}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for compared in &context.reconciled().comparisons {
        if let Some(obstacle) = compared.obstacle {
            let name = context.programme.name(compared.claim).unwrap_or_default();
            let (why, help) = hindered(context, obstacle);
            let message = format!("'{name}' cannot be compared: {why}.");
            let finding = sink.finding(message, help).about(compared.claim).about(compared.with);
            sink.find(finding.not_assessed());
            continue;
        }
        let tenfold = compared.converted.map_or(Certainty::No, |both| both.tenfold);
        if compared.bases_differ() {
            sink.find(differ(context, compared, sink));
        } else if tenfold.is_certain() {
            let message = format!("{}: one is over ten times the other.", rates(context, compared));
            let help = "Check both, and per how many they are given.";
            let finding = sink.finding(message, help).about(compared.claim).about(compared.with);
            sink.find(finding.lowered_to(Severity::Info));
        } else {
            sink.pass();
        }
    }
}

fn differ(context: &Context<'_>, compared: &Comparison, sink: &Sink<'_>) -> Finding {
    let mut message = format!("{} are not on one base.", rates(context, compared));
    let mut help = "Put both on one base.";
    let Some(both) = compared.converted else {
        return sink.finding(message, help).about(compared.claim).about(compared.with);
    };
    let count = |amount: Decimal| shown(amount, None);
    let per = count(Decimal::from(both.per));
    let (first, second) = (count(both.first.round_dp(1)), count(both.second.round_dp(1)));
    message = format!("{message} Per {per} they are {first} and {second}.");
    if both.tenfold.is_certain() {
        help = "Put both on one base; one is over ten times the other, and looks like a slip.";
    }
    let finding = sink.finding(message, help).about(compared.claim).about(compared.with);
    finding.with("on one base", Value::Words(format!("{first} and {second} per {per}")))
}

/// "124 per 1,000 and 111 per 100,000".
fn rates(context: &Context<'_>, compared: &Comparison) -> String {
    let rate = |claim, per: Option<u32>| {
        let per = per.map(|per| format!(" per {}", shown(Decimal::from(per), None)));
        words(context, claim) + &per.unwrap_or_default()
    };
    let (first, second) = compared.per;
    format!("{} and {}", rate(compared.claim, first), rate(compared.with, second))
}
