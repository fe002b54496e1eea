//! REC-005: a step of the review process is held as a recommendation.

use crate::{
    finding::{Entry, Severity},
    model::Recommendation,
    rules::{Check, Context, Example, Rule, Sink},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"REC", 5),
        name: "process-step-as-recommendation",
        severity: Severity::Info,
        finds: "A step of the review process is held as a recommendation.",
        why: "Counted as advice, it makes the number of recommendations and the share answered untrue.",
        source: "Practice; the LGA's offer has a follow-up and a cycle of its own",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2019-09-04",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "recommendations": [{"reference": "R12", "title": "Have the follow-up visit", "class": "process"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "recommendations": [{"reference": "R12", "title": "Plan the workforce", "class": "improvement"}]}"#,
    },
    check: Check::Recommendations(check),
};

fn check(context: &Context<'_>, recommendation: &Recommendation, sink: &mut Sink<'_>) {
    if recommendation.class.is_none() {
        return;
    }
    sink.expect(!recommendation.is_process(), |sink| {
        let advice = context.advice_of(recommendation.review);
        let shown = recommendation.key.shown();
        let message =
            format!("Row {shown} is a step of the review process, not advice to the council.");
        let help = format!(
            "Hold it as an obligation of the review, so that '{advice} recommendations' is true."
        );
        sink.finding(message, help).about(recommendation.key.id)
    });
}
