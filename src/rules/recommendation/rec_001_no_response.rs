//! REC-001: recommendation has neither a response nor an action.

use crate::{
    finding::{Entry, Severity},
    model::{Recommendation, RecommendationClass},
    rules::{Check, Context, Example, Rule, Sink},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"REC", 1),
        name: "recommendation-without-response",
        severity: Severity::Warning,
        finds: "Recommendation has neither a response nor an action.",
        why: "Reviewers, scrutiny and residents will ask what became of it.",
        source: "LGA guidance that councils publish a plan in response",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2019-09-04",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "reviews": [{"reference": "REV1", "name": "Peer challenge"}],
 "plans": [{"reference": "PLAN1", "title": "Action plan", "review": "REV1"}],
 "recommendations": [{"reference": "R1", "title": "Plan ahead", "review": "REV1"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "reviews": [{"reference": "REV1", "name": "Peer challenge"}],
 "plans": [{"reference": "PLAN1", "title": "Action plan", "review": "REV1"}],
 "posts": [{"reference": "POST1", "title": "COO"}],
 "recommendations": [{"reference": "R1", "title": "Plan ahead", "review": "REV1"}],
 "actions": [{"reference": "A1", "title": "Review how plans are made", "answers": "R1",
   "leads": ["COO"], "timescale": "May 2020"}]}"#,
    },
    check: Check::Recommendations(check),
};

fn check(context: &Context<'_>, row: &Recommendation, sink: &mut Sink<'_>) {
    if row.class == Some(RecommendationClass::Process) || !is_due(context, row) {
        return;
    }
    let answered = row.response.is_some() || context.is_answered(row.key.id);
    sink.expect(answered, |sink| {
        let message = format!("Recommendation {} has no response, and no action.", row.key.shown());
        let help = "Record whether it is accepted, who decided it and when, or add an action.";
        sink.finding(message, help).about(row.key.id)
    });
}

/// Whether an answer can be expected: there is a plan, or the report has been out for a day.
fn is_due(context: &Context<'_>, row: &Recommendation) -> bool {
    let Some(review) = row.review else { return false };
    let planned = context.programme.plans().into_iter().any(|plan| plan.review == Some(review));
    let published = context.programme.get(review).and_then(|review| review.published.as_ref());
    let out =
        published.and_then(|when| when.value()).is_some_and(|when| when.latest() < context.on);
    planned || out
}
