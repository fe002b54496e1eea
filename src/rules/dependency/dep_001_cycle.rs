//! DEP-001: rows wait for one another in a ring.

use crate::{
    finding::{Entry, Severity},
    rules::{Check, Context, Example, Rule, Sink, pieces},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"DEP", 1),
        name: "dependency-cycle",
        severity: Severity::Error,
        finds: "Actions or other rows wait for one another in a ring.",
        why: "None of them can ever begin.",
        source: "Logic",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2019-09-04",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "COO"}],
 "actions": [
   {"reference": "A1", "title": "Plan", "leads": ["COO"], "timescale": "March 2020", "after": ["A2"]},
   {"reference": "A2", "title": "Consult", "leads": ["COO"], "timescale": "March 2020",
    "after": ["A1"]}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "COO"}],
 "actions": [
   {"reference": "A1", "title": "Plan", "leads": ["COO"], "timescale": "March 2020"},
   {"reference": "A2", "title": "Consult", "leads": ["COO"], "timescale": "March 2020",
    "after": ["A1"]}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let waits = pieces::waits(context.programme);
    let pairs: Vec<_> = waits.iter().map(|wait| (wait.first, wait.then)).collect();
    let rings = context.rings(&pairs);
    for rows in &rings {
        let names: Vec<String> = rows.iter().map(|row| context.programme.shown(*row)).collect();
        let first = names.first().cloned().unwrap_or_default();
        let message = format!("{} -> {first}: each waits for the next.", names.join(" -> "));
        let help = "Take one of the links away.";
        let finding = sink.finding(message, help);
        sink.find(rows.iter().fold(finding, |finding, row| finding.about(*row)));
    }
    if rings.is_empty() && !waits.is_empty() {
        sink.pass();
    }
}
