//! REC-002: recommendation is declined in whole or part, and no reason is given.

use crate::{
    finding::{Entry, Severity},
    model::Recommendation,
    rules::{Check, Context, Example, Rule, Sink},
    values::{Code, Verdict, has_words},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"REC", 2),
        name: "declined-without-reason",
        severity: Severity::Warning,
        finds: "Recommendation is declined in whole or part, and no reason is given.",
        why: "Readers will look for the reason when the peers return.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2019-09-04",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "recommendations": [{"reference": "R1", "title": "Plan ahead",
   "response": {"verdict": "not_accepted"}}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "recommendations": [{"reference": "R1", "title": "Plan ahead",
   "response": {"verdict": "not_accepted", "reason": "The plan of 2018 already does"}}]}"#,
    },
    check: Check::Recommendations(check),
};

fn check(_: &Context<'_>, row: &Recommendation, sink: &mut Sink<'_>) {
    let Some(response) = &row.response else { return };
    if !matches!(response.verdict, Some(Verdict::PartlyAccepted | Verdict::NotAccepted)) {
        return;
    }
    let reason = has_words(response.reason.as_ref());
    sink.expect(reason, |sink| {
        let message =
            format!("Nothing says why recommendation {} is not taken up in full.", row.key.shown());
        sink.finding(message, "Give the reason.").about(row.key.id)
    });
}
