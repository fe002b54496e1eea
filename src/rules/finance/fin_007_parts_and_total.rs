//! FIN-007: parts that are printed together do not come to their total.

use super::{hindered, shown, words};
use crate::{
    finance::{Addition, Combination, Fit},
    finding::{Entry, Finding, Severity, Value},
    rules::{Check, Context, Example, Rule, Sink},
    values::{Certainty, Code},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"FIN", 7),
        name: "parts-against-total",
        severity: Severity::Error,
        finds: "Parts that are printed together do not come to their total.",
        why: "Members decide on one of the two figures; a difference that rounding explains is for information.",
        source: "Logic",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "claims": [{"reference": "CL1", "title": "General Fund", "stated": "£365k", "sources": "Comments"},
   {"reference": "CL2", "title": "HRA", "stated": "£305k", "sources": "Comments"},
   {"reference": "CL3", "title": "Phase 2", "stated": "£665k", "sources": "Comments", "parts": ["CL1", "CL2"]}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "claims": [{"reference": "CL1", "title": "General Fund", "stated": "£361k", "sources": "5.4"},
   {"reference": "CL2", "title": "HRA", "stated": "£304k", "sources": "5.4"},
   {"reference": "CL3", "title": "Phase 2", "stated": "£665k", "sources": "5.4", "parts": ["CL1", "CL2"]}]}"#,
    },
    check: Check::Programme(check),
};

/// How many other combinations a finding names as evidence.
const NAMED: usize = 8;

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for sum in &context.reconciled().additions {
        if let Some(obstacle) = sum.obstacles.first().filter(|_| sum.combinations.is_empty()) {
            let (why, help) = hindered(context, *obstacle);
            let name = context.programme.name(sum.total).unwrap_or_default();
            let message = format!("'{name}' cannot be added up: {why}.");
            sink.find(sink.finding(message, help).about(sum.total).not_assessed());
        }
        for combination in sum.judged() {
            if combination.fit == Fit::Exact {
                sink.pass();
                continue;
            }
            let finding = finding(context, sum, combination, sink);
            sink.find(finding);
        }
    }
}

fn finding(context: &Context<'_>, sum: &Addition, one: &Combination, sink: &Sink<'_>) -> Finding {
    let place = one.places.first();
    let place = place.map_or_else(String::new, |place| format!(" ({place})"));
    let message = format!(
        "{}{place}; the total is given as {}.",
        added(context, sum, one),
        words(context, one.total)
    );
    let (difference, slack) = (shown(one.difference.abs(), sum.unit), shown(one.slack, sum.unit));
    let help = match one.fit {
        Fit::Exact | Fit::Rounding => {
            format!(
                "They differ by {difference}, which can be rounding; say that figures are rounded."
            )
        }
        Fit::Vagueness => {
            format!("They differ by {difference}; give the loosely worded figures exactly.")
        }
        Fit::Touch | Fit::Apart if one.slack.is_zero() => {
            format!("They differ by {difference}; correct a figure.")
        }
        Fit::Touch | Fit::Apart => {
            format!(
                "They differ by {difference}, and rounding explains less than {slack}; correct a figure."
            )
        }
    };
    let mut finding = sink.finding(message, help).about(one.total);
    finding = one.parts.iter().fold(finding, |finding, part| finding.about(*part));
    let others = sum.combinations.iter().filter(|other| *other != one).take(NAMED);
    finding = others.fold(finding, |finding, other| {
        let words = format!("{}{}", added(context, sum, other), said(other.fit));
        finding.with("other quotations", Value::Words(words))
    });
    // Quotations that nobody prints together, and that were not all tried, prove nothing.
    let settled = Certainty::from_readings(!one.places.is_empty() || sum.untried == 0, true);
    match one.fit {
        Fit::Apart if settled.is_certain() => finding,
        Fit::Apart => finding.undetermined(),
        Fit::Touch => finding.lowered_to(Severity::Warning),
        Fit::Exact | Fit::Rounding | Fit::Vagueness => finding.lowered_to(Severity::Info),
    }
}

fn said(fit: Fit) -> &'static str {
    match fit {
        Fit::Exact => ", exact",
        Fit::Rounding | Fit::Vagueness => ", within rounding",
        Fit::Touch => ", which only touches the total",
        Fit::Apart => ", which cannot be the total",
    }
}

/// "£361k + £305k = £666k".
fn added(context: &Context<'_>, sum: &Addition, one: &Combination) -> String {
    let parts = one.parts.iter().take(NAMED).map(|part| words(context, *part));
    let mut parts: Vec<_> = parts.collect();
    if one.parts.len() > NAMED {
        parts.push("...".to_owned());
    }
    format!("{} = {}", parts.join(" + "), shown(one.sum, sum.unit))
}
