//! REC-003: recommendation is accepted, and nothing answers it.

use crate::{
    finding::{Entry, Severity},
    model::Recommendation,
    rules::{Check, Context, Example, Rule, Sink},
    values::{Code, Verdict},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"REC", 3),
        name: "accepted-without-action",
        severity: Severity::Warning,
        finds: "Recommendation is accepted, and nothing answers it: no action, no other work, no workstream that carries it.",
        why: "What is accepted and not acted on is a promise without a plan.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2019-09-04",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "recommendations": [{"reference": "R1", "title": "Plan ahead",
   "response": {"verdict": "accepted"}}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "COO"}],
 "recommendations": [{"reference": "R1", "title": "Plan ahead",
   "response": {"verdict": "accepted"}}],
 "actions": [{"reference": "A1", "title": "Review how plans are made", "answers": "R1",
   "leads": ["COO"], "timescale": "May 2020"}]}"#,
    },
    check: Check::Recommendations(check),
};

fn check(context: &Context<'_>, row: &Recommendation, sink: &mut Sink<'_>) {
    let verdict = row.response.as_ref().and_then(|response| response.verdict);
    if !matches!(verdict, Some(Verdict::Accepted | Verdict::PartlyAccepted)) {
        return;
    }
    sink.expect(context.is_answered(row.key.id), |sink| {
        let message =
            format!("Recommendation {} is accepted, and no action answers it.", row.key.shown());
        let help = "Add an action, or link one that is there.";
        sink.finding(message, help).about(row.key.id)
    });
}
