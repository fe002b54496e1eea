//! REC-006: an agreed plan quotes recommendations in draft.

use crate::{
    finding::{Entry, Severity},
    model::{ActionPlan, PlanState, Wording},
    rules::{Check, Context, Example, Rule, Sink},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"REC", 6),
        name: "draft-wording-in-agreed-plan",
        severity: Severity::Warning,
        finds: "An agreed plan quotes recommendations in draft.",
        why: "The council answers words that the reviewers may since have changed.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2019-09-04",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "reviews": [{"reference": "REV1", "name": "Review"}],
 "plans": [{"reference": "PLAN1", "title": "Plan", "review": "REV1",
   "stated_states": [{"state": "agreed", "words": "AGREED PLAN"}]}],
 "recommendations": [{"reference": "R1", "title": "Plan ahead", "review": "REV1", "wording": "draft",
   "response": {"verdict": "not_accepted", "reason": "Done already"}}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "reviews": [{"reference": "REV1", "name": "Review"}],
 "plans": [{"reference": "PLAN1", "title": "Plan", "review": "REV1",
   "stated_states": [{"state": "agreed", "words": "AGREED PLAN"}]}],
 "recommendations": [{"reference": "R1", "title": "Plan ahead", "review": "REV1", "wording": "final",
   "response": {"verdict": "not_accepted", "reason": "Done already"}}]}"#,
    },
    check: Check::Plans(check),
};

fn check(context: &Context<'_>, plan: &ActionPlan, sink: &mut Sink<'_>) {
    if plan.review.is_none() || !plan.is_stated(PlanState::Agreed) {
        return;
    }
    let answered = context.recommendations_of(plan.review);
    let drafts = answered.iter().filter(|row| row.wording == Some(Wording::Draft));
    let drafts: Vec<_> = drafts.collect();
    if drafts.is_empty() {
        if answered.iter().any(|row| row.wording.is_some()) {
            sink.pass();
        }
        return;
    }
    let message = match drafts.as_slice() {
        [one] => {
            format!("The plan is agreed, and recommendation {} is still a draft.", one.key.shown())
        }
        many => format!("The plan is agreed, and {} recommendations in it are drafts.", many.len()),
    };
    let help = "Replace them with the published text, or keep yours as short titles beside it.";
    let finding = sink.finding(message, help).about(plan.key.id);
    sink.find(drafts.iter().fold(finding, |finding, row| finding.about(row.key.id)));
}
