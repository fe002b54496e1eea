//! DOC-006: one document is given two states in one pack.

use crate::{
    finding::{Entry, Severity, Value},
    model::{ActionPlan, PlanState, StatedState},
    rules::{Check, Context, Example, Rule, Sink},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"DOC", 6),
        name: "draft-here-agreed-there",
        severity: Severity::Warning,
        finds: "One document is given two states in one pack.",
        why: "A reader cannot tell whether it binds anybody.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2019-09-04",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "plans": [{"reference": "PLAN1", "title": "Plan", "stated_states": [
   {"state": "agreed", "words": "AGREED PLAN"}, {"state": "draft", "words": "Draft Plan"}]}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "plans": [{"reference": "PLAN1", "title": "Plan", "stated_states": [{"state": "agreed", "words": "AGREED PLAN"}]}]}"#,
    },
    check: Check::Plans(check),
};

fn check(_: &Context<'_>, plan: &ActionPlan, sink: &mut Sink<'_>) {
    let settled = |state: PlanState| matches!(state, PlanState::Agreed | PlanState::Published);
    let firm = plan.stated_states.iter().find(|stated| stated.state.is_some_and(settled));
    // What was proposed is agreed later; a draft is not what was agreed.
    let loose = plan.stated_states.iter().find(|stated| stated.state == Some(PlanState::Draft));
    let (Some(firm), Some(loose)) = (firm, loose) else {
        if !plan.stated_states.is_empty() {
            sink.pass();
        }
        return;
    };
    let place = |stated: &StatedState| {
        stated.source.as_ref().map(|source| format!(" ({source})")).unwrap_or_default()
    };
    let message = format!(
        "The plan is '{}'{} here and '{}'{} there.",
        firm.words,
        place(firm),
        loose.words,
        place(loose)
    );
    let help = "Give its state once, and who agreed it.";
    let finding = sink.finding(message, help).about(plan.key.id);
    let finding = finding.with("stated", Value::Words(firm.words.clone()));
    sink.find(finding.with("stated", Value::Words(loose.words.clone())));
}
