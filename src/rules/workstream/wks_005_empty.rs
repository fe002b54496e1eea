//! WKS-005: nothing stands in a workstream.

use std::collections::BTreeSet;

use crate::{
    finding::{Entry, Severity},
    model::Workstream,
    rules::{Check, Context, Example, Rule, Sink},
    values::{Code, Id},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"WKS", 5),
        name: "workstream-with-nothing-in-it",
        severity: Severity::Warning,
        finds: "Nothing stands in a workstream: no action, milestone, deliverable, project or the like, and no sub-stream.",
        why: "Its progress cannot be told, and is not nothing.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2019-09-04",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "COO"}],
 "workstreams": [{"reference": "W1", "name": "One Budget", "leads": ["COO"],
   "outcome": "Money follows priorities"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "COO"}],
 "workstreams": [{"reference": "W1", "name": "One Budget", "leads": ["COO"],
   "outcome": "Money follows priorities"}],
 "actions": [{"reference": "A1", "title": "Set the budget", "workstream": "W1",
   "leads": ["COO"], "timescale": "March 2020"}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let programme = context.programme;
    let index = &programme.index().workstream;
    let numbers: BTreeSet<u32> =
        (0..programme.actions().len()).filter_map(|at| index.of(at)).collect();
    let rows = numbers.iter().filter_map(|number| programme.workstreams().row(*number));
    let mut held: BTreeSet<Id<Workstream>> = rows.map(|row| row.key.id).collect();
    held.extend(programme.other_work().filter_map(|work| work.workstream));
    // A workstream is divided into its sub-streams, and they are looked at themselves.
    held.extend(programme.workstreams().into_iter().filter_map(|row| row.parent));
    for row in programme.workstreams().into_iter().filter(|row| context.is_open(*row)) {
        sink.expect(held.contains(&row.key.id), |sink| {
            let message = format!("'{}' has nothing in it.", row.name);
            let help = "Put its work into it, or close it.";
            sink.finding(message, help).about(row.key.id)
        });
    }
}
