//! REV-005: the action plan was not adopted and published within five months.

use crate::{
    finding::{Entry, Severity, Value},
    model::{ActionPlan, Offer, PlanState, Review, ReviewKind},
    rules::{Check, Context, Example, Rule, Sink, months_after, written},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"REV", 5),
        name: "plan-not-adopted-in-time",
        severity: Severity::Warning,
        finds: "The action plan was not adopted and published within five months.",
        why: "The offer in force since about 2023 wants the plan public within five months of the visit; before, five months were good practice, and the finding is for information.",
        source: "LGA corporate peer challenge page (plan within five months)",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2024-01-31",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "reviews": [{"reference": "REV1", "name": "Review", "kind": "corporate_peer_challenge", "offer": "progress_review", "held": "4 July 2023"}],
 "plans": [{"reference": "PLAN1", "title": "Plan", "review": "REV1", "stated_states": [{"state": "draft", "words": "Draft"}]}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "reviews": [{"reference": "REV1", "name": "Review", "kind": "corporate_peer_challenge", "offer": "progress_review", "held": "4 July 2023"}],
 "plans": [{"reference": "PLAN1", "title": "Plan", "review": "REV1", "published": "10 October 2023",
   "stated_states": [{"state": "agreed", "words": "Agreed by Cabinet"}]}]}"#,
    },
    check: Check::Reviews(check),
};

fn check(context: &Context<'_>, review: &Review, sink: &mut Sink<'_>) {
    if review.kind != Some(ReviewKind::CorporatePeerChallenge) {
        return;
    }
    let Some(held) = review.held.as_ref().and_then(|held| held.value()) else { return };
    let due = [held.last().earliest(), held.latest()].map(|day| months_after(day, 5));
    let [due_earliest, due] = due;
    let plans = context.programme.plans().into_iter();
    let plans: Vec<_> = plans.filter(|plan| plan.review == Some(review.key.id)).collect();
    if plans.iter().any(|plan| in_time(plan, due)) || context.on <= due_earliest {
        return sink.pass();
    }
    let states =
        plans.iter().flat_map(|plan| &plan.stated_states).map(|stated| stated.words.as_str());
    let states: Vec<_> = states.collect();
    let stands = match (plans.is_empty(), states.is_empty()) {
        (true, _) => "no plan is held".to_owned(),
        (false, true) => "nothing is said of its state".to_owned(),
        (false, false) => format!("it stands at '{}', unpublished", states.join("' and '")),
    };
    let message = format!("The action plan was due by {}; {stands}.", written(due));
    let help = "Record its adoption and where it is published, or mark it late with the reason.";
    let mut finding = sink.finding(message, help).about(review.key.id);
    for plan in &plans {
        finding = finding.about(plan.key.id);
    }
    finding = finding.with("due", Value::Day(due));
    if review.offer != Some(Offer::ProgressReview) {
        finding = finding.lowered_to(Severity::Info);
    }
    sink.find(if context.on > due { finding } else { finding.undetermined() });
}

fn in_time(plan: &ActionPlan, due: chrono::NaiveDate) -> bool {
    let published = plan.published.as_ref().and_then(|when| when.value());
    plan.is_stated(PlanState::Agreed) && published.is_some_and(|date| date.earliest() <= due)
}
