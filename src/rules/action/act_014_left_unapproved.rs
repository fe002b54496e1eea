//! ACT-014: action is cancelled or rejected, and no decision is held that says so.

use crate::{
    finding::{Entry, Severity},
    model::State,
    rules::{ActionView, Check, Context, Example, Rule, Sink},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"ACT", 14),
        name: "left-plan-without-approval",
        severity: Severity::Warning,
        finds: "Action is cancelled or rejected, and no decision is held that says so.",
        why: "What was promised in public should not go without somebody who decided it.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2019-09-04",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "COO"}],
 "actions": [{"reference": "A1", "title": "Set up the group", "leads": ["COO"],
   "timescale": "May 2019", "status": [{"state": "cancelled"}]}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "COO"}],
 "decisions": [{"reference": "DEC1", "title": "Drop the group", "date": "4 June 2019"}],
 "actions": [{"reference": "A1", "title": "Set up the group", "leads": ["COO"],
   "timescale": "May 2019", "status": [{"state": "cancelled", "on": "4 June 2019",
   "reason": "Another group does the work", "decision": "DEC1"}]}]}"#,
    },
    check: Check::Actions(check),
};

fn check(context: &Context<'_>, view: &ActionView<'_>, sink: &mut Sink<'_>) {
    if !matches!(view.state, State::Cancelled | State::Rejected) {
        return;
    }
    let note = view.standing(context).note;
    let missing: Vec<&str> = [
        ("decision", note.is_some_and(|note| note.decision.is_some())),
        ("reason", note.is_some_and(|note| note.reason.is_some())),
        ("date", note.is_some_and(|note| note.on.is_some())),
    ]
    .into_iter()
    .filter_map(|(what, held)| (!held).then_some(what))
    .collect();
    sink.expect(!missing.contains(&"decision"), |sink| {
        let title = &view.action.title;
        let message =
            format!("'{title}' has left the plan, and no {} is held.", missing.join(", no "));
        let help = "Record who decided it, when and why, or take the action up again.";
        sink.finding(message, help).about(view.action.key.id)
    });
}
