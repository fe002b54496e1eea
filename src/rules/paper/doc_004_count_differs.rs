//! DOC-004: a count that a paper states is not that of the list it speaks of.

use rust_decimal::Decimal;

use crate::{
    finding::{Entry, Severity, Value},
    rules::{Check, Context, Example, Rule, Sink},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"DOC", 4),
        name: "stated-count-differs",
        severity: Severity::Error,
        finds: "A count that a paper states is not that of the list it speaks of.",
        why: "Something was left out of the list, or out of the count.",
        source: "Logic",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2020-09-23",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "COO"}],
 "phases": [{"reference": "PH1", "name": "Phase 1"}, {"reference": "PH2", "name": "Phase 2"}],
 "claims": [{"reference": "CL1", "title": "Phases of the programme", "stated": "three", "counts": "phase"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "COO"}],
 "phases": [{"reference": "PH1", "name": "Phase 1"}, {"reference": "PH2", "name": "Phase 2"}],
 "claims": [{"reference": "CL1", "title": "Phases of the programme", "stated": "two", "counts": "phase"}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for claim in context.programme.claims() {
        let (Some(stated), Some(kind)) = (&claim.stated, claim.counts) else { continue };
        let Some(figure) = stated.value() else { continue };
        let held = context.programme.count(kind, claim.of);
        sink.expect(figure.interval().holds(Decimal::from(held)), |sink| {
            let message = format!("{}: '{stated}' are stated, and {held} are listed.", claim.title);
            let help = "Add what is missing, or correct the count.";
            let finding = sink.finding(message, help).about(claim.key.id);
            let finding = claim.of.into_iter().fold(finding, |finding, row| finding.about(row));
            finding.with("listed", Value::Count(i64::try_from(held).unwrap_or(i64::MAX)))
        });
    }
}
