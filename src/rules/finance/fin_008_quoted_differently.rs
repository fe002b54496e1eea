//! FIN-008: one figure is quoted as different amounts.

use super::at;
use crate::{
    finance::{Fit, Quotations},
    finding::{Entry, Severity, Value},
    rules::{Check, Context, Example, Rule, Sink},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"FIN", 8),
        name: "figure-quoted-differently",
        severity: Severity::Error,
        finds: "One figure is quoted as different amounts.",
        why: "Only one of them can be meant, and a decision on the wrong one has to be made again.",
        source: "Logic",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "claims": [{"reference": "CL1", "title": "General Fund", "stated": "£361k", "sources": "5.4"},
   {"reference": "CL2", "title": "General Fund", "stated": "£365k", "sources": "Comments", "same_as": "CL1"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "claims": [{"reference": "CL1", "title": "General Fund", "stated": "£0.865m", "sources": "5.4"},
   {"reference": "CL2", "title": "General Fund", "stated": "£865k", "sources": "Comments", "same_as": "CL1"}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for figure in &context.reconciled().quotations {
        let apart = figure.pairs.iter().any(|pair| pair.fit.is_none());
        match figure.fit() {
            Some(Fit::Apart) => found(context, figure, None, sink),
            Some(Fit::Touch) => found(context, figure, Some(Severity::Warning), sink),
            Some(_) if !apart && figure.untried == 0 => sink.pass(),
            _ => hindered(context, figure, sink),
        }
    }
}

fn found(context: &Context<'_>, figure: &Quotations, lower: Option<Severity>, sink: &mut Sink<'_>) {
    let Some(first) = figure.claims.first() else { return };
    let prints = figure.quotes.iter().map(|quote| {
        let places: Vec<_> = quote.by.iter().map(|row| at(context, *row)).collect();
        let place = places.into_iter().find(|place| !place.is_empty());
        format!("{}{}", quote.words, place.unwrap_or_default())
    });
    let mut prints: Vec<String> = prints.collect();
    let last = prints.pop().unwrap_or_default();
    let name = context.programme.name(*first).unwrap_or_default();
    let message = format!("'{name}' is {} and {last}.", prints.join(", "));
    let help = match lower {
        None => "Find out which is right, and use it everywhere.",
        Some(_) => "Rounding alone hardly explains both; use one of them everywhere.",
    };
    let mut finding = sink.finding(message, help);
    for quote in &figure.quotes {
        for row in &quote.by {
            finding = finding.about(*row);
        }
        finding = finding.with("quoted as", Value::Words(quote.words.clone()));
    }
    sink.find(match lower {
        Some(severity) => finding.lowered_to(severity),
        None => finding,
    });
}

/// Some quotations cannot be compared, and none of the others contradict one another.
fn hindered(context: &Context<'_>, figure: &Quotations, sink: &mut Sink<'_>) {
    let Some(first) = figure.claims.first() else { return };
    // Words that are no figure are the reader's to report.
    if figure.quotes.len() < 2 {
        return;
    }
    let name = context.programme.name(*first).unwrap_or_default();
    let (why, help) = match figure.untried {
        0 => ("in different units", "Print it in one unit, each time with its sign."),
        _ => ("in so many ways that they were not all compared", "Use one figure everywhere."),
    };
    let message = format!("'{name}' is printed {why}.");
    let finding = sink.finding(message, help);
    let finding = figure.claims.iter().fold(finding, |finding, claim| finding.about(*claim));
    sink.find(finding.not_assessed());
}
