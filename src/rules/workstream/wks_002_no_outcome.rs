//! WKS-002: workstream says nothing of what will be true when it is done, or repeats its name.

use crate::{
    finding::{Entry, Severity},
    model::Workstream,
    rules::{Check, Context, Example, Rule, Sink},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"WKS", 2),
        name: "workstream-without-outcome",
        severity: Severity::Warning,
        finds: "Workstream says nothing of what will be true when it is done, or repeats its name.",
        why: "Without an outcome nobody can tell whether it was worth doing.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2019-09-04",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "COO"}],
 "workstreams": [{"reference": "W1", "name": "One Budget", "leads": ["COO"]}],
 "milestones": [{"reference": "M1", "title": "Budget set", "workstream": "W1",
   "timescale": "March 2020", "leads": ["COO"]}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "COO"}],
 "workstreams": [{"reference": "W1", "name": "One Budget", "leads": ["COO"],
   "outcome": "Money follows priorities"}],
 "milestones": [{"reference": "M1", "title": "Budget set", "workstream": "W1",
   "timescale": "March 2020", "leads": ["COO"]}]}"#,
    },
    check: Check::Workstreams(check),
};

fn check(context: &Context<'_>, row: &Workstream, sink: &mut Sink<'_>) {
    // The outcome of a sub-stream is its part of its workstream's.
    if row.parent.is_some() || !context.is_open(row) {
        return;
    }
    let outcome = row.outcome.as_deref().map(str::trim).filter(|outcome| !outcome.is_empty());
    let told = outcome.is_some_and(|outcome| !outcome.eq_ignore_ascii_case(row.name.trim()));
    sink.expect(told, |sink| {
        let message = format!("Nothing says what will be different when '{}' is done.", row.name);
        let help = "Say it in one sentence that could be shown to be false.";
        sink.finding(message, help).about(row.key.id)
    });
}
