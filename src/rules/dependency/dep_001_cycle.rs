//! DEP-001: actions wait for one another in a ring.

use crate::{
    finding::{Entry, Severity},
    rules::{Check, Context, Example, Rule, Sink},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"DEP", 1),
        name: "dependency-cycle",
        severity: Severity::Error,
        finds: "Actions wait for one another in a ring.",
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
    let programme = context.programme;
    let rings = programme.rings_of_waiting();
    for ring in &rings {
        let names: Vec<String> = ring.iter().map(|id| programme.shown(*id)).collect();
        let first = names.first().cloned().unwrap_or_default();
        let message = format!("{} -> {first}: each waits for the next.", names.join(" -> "));
        let help = "Take one of the links away.";
        let finding = sink.finding(message, help);
        sink.find(ring.iter().fold(finding, |finding, id| finding.about(*id)));
    }
    if rings.is_empty() && programme.actions().into_iter().any(|action| !action.after.is_empty()) {
        sink.pass();
    }
}
