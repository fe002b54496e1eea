//! REV-005: the action plan was not adopted and published within five months.

use crate::{
    finding::{Entry, Severity, Value},
    governance::clocks,
    model::{ActionPlan, Offer, Review},
    rules::{Check, Context, Example, Rule, Sink, written},
    values::{Certainty, Code},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"REV", 5),
        name: "plan-not-adopted-in-time",
        severity: Severity::Warning,
        finds: "The action plan was not adopted and published within five months.",
        why: "The offer in force since about 2023 wants the plan public within five months of the visit; before, five months were good practice, and the finding is for information.",
        source: clocks::PLAN_SOURCE,
        since: "0.1.0",
    },
    example: Example {
        as_at: "2024-01-31",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "reviews": [{"reference": "REV1", "name": "Review", "kind": "corporate_peer_challenge", "offer": "progress_review", "held": "4 July 2023",
   "published": "September 2023",
   "obligations": [{"kind": "follow_up", "target": "May 2024"}]}],
 "plans": [{"reference": "PLAN1", "title": "Plan", "review": "REV1", "stated_states": [{"state": "draft", "words": "Draft"}]}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "reviews": [{"reference": "REV1", "name": "Review", "kind": "corporate_peer_challenge", "offer": "progress_review", "held": "4 July 2023",
   "published": "September 2023",
   "obligations": [{"kind": "follow_up", "target": "May 2024"}]}],
 "plans": [{"reference": "PLAN1", "title": "Plan", "review": "REV1", "published": "10 October 2023",
   "stated_states": [{"state": "agreed", "words": "Agreed by Cabinet"}]}]}"#,
    },
    check: Check::Reviews(check),
};

fn check(context: &Context<'_>, review: &Review, sink: &mut Sink<'_>) {
    let Some([due_earliest, due]) = clocks::plan_due(review) else { return };
    let plans = context.programme.plans().into_iter();
    let plans: Vec<_> = plans.filter(|plan| plan.review == Some(review.key.id)).collect();
    let certainty = plans.iter().map(|plan| clocks::plan_in_time(plan, due)).max();
    let certainty = certainty.unwrap_or(Certainty::No);
    if certainty == Certainty::Certainly || context.on <= due_earliest {
        return sink.pass();
    }
    let message = format!("The action plan was due by {}; {}.", written(due), stands(&plans));
    let help = "Record its adoption and where it is published, or mark it late with the reason.";
    let mut finding = sink.finding(message, help).about(review.key.id);
    for plan in &plans {
        finding = finding.about(plan.key.id);
    }
    finding = finding.with("due", Value::Day(due));
    if review.offer != Some(Offer::ProgressReview) {
        finding = finding.lowered_to(Severity::Info);
    }
    let certain = context.on > due && certainty == Certainty::No;
    sink.find(if certain { finding } else { finding.undetermined() });
}

/// What is known of how the plans stand.
fn stands(plans: &[&ActionPlan]) -> String {
    if plans.is_empty() {
        return "no plan is held".to_owned();
    }
    let states = plans.iter().flat_map(|plan| &plan.stated_states);
    let states: Vec<_> = states.map(|stated| stated.words.as_str()).collect();
    let stands = match states.as_slice() {
        [] => "nothing is said of its state".to_owned(),
        states => format!("it stands at '{}'", states.join("' and '")),
    };
    let published = plans.iter().find_map(|plan| plan.published.as_ref());
    match published {
        Some(published) => format!("{stands}, and was published {published}"),
        None => format!("{stands}, and nothing says when it was published"),
    }
}
