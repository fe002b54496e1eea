//! WKS-001: workstream has no lead.

use crate::{
    finding::{Entry, Severity},
    model::Workstream,
    rules::{Check, Context, Example, Rule, Sink},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"WKS", 1),
        name: "workstream-without-lead",
        severity: Severity::Warning,
        finds: "Workstream has no lead.",
        why: "Boards and partners support a workstream; one post leads it.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2019-09-04",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "workstreams": [{"reference": "W1", "name": "One Budget", "outcome": "Money follows priorities"}],
 "milestones": [{"reference": "M1", "title": "Budget set", "workstream": "W1",
   "timescale": "March 2020", "leads": ["COO"]}],
 "posts": [{"reference": "POST1", "title": "COO"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "workstreams": [{"reference": "W1", "name": "One Budget", "outcome": "Money follows priorities",
   "leads": ["COO"]}],
 "milestones": [{"reference": "M1", "title": "Budget set", "workstream": "W1",
   "timescale": "March 2020", "leads": ["COO"]}],
 "posts": [{"reference": "POST1", "title": "COO"}]}"#,
    },
    check: Check::Workstreams(check),
};

fn check(context: &Context<'_>, row: &Workstream, sink: &mut Sink<'_>) {
    // A sub-stream is led by who leads its workstream, unless it says otherwise.
    if row.parent.is_some() || !context.is_open(row) {
        return;
    }
    sink.expect(!row.leads.is_empty(), |sink| {
        let message = format!("'{}' has no lead.", row.name);
        sink.finding(message, "Name one post.").about(row.key.id)
    });
}
