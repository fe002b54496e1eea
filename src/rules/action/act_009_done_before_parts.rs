//! ACT-009: action is complete while a part of it, or one that has to come first, is open.

use crate::{
    finding::{Entry, Finding, Severity},
    model::{Action, State},
    rules::{ActionView, Check, Context, Example, Rule, Sink},
    values::{ActionStatus, Code},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"ACT", 9),
        name: "completed-before-what-it-needs",
        severity: Severity::Error,
        finds: "Action is complete while a part of it, or one that has to come first, is open.",
        why: "One of the two statements is wrong.",
        source: "Logic",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2019-09-04",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "COO"}],
 "actions": [
   {"reference": "A1", "title": "Consult on the strategy", "leads": ["COO"],
    "timescale": "December 2019", "status": [{"state": "in progress"}]},
   {"reference": "A2", "title": "Adopt the strategy", "leads": ["COO"], "timescale": "May 2019",
    "after": ["A1"],
    "status": [{"state": "complete", "on": "May 2019", "evidence": "Cabinet minutes"}]}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "COO"}],
 "actions": [
   {"reference": "A1", "title": "Consult on the strategy", "leads": ["COO"],
    "timescale": "December 2019", "status": [{"state": "in progress"}]},
   {"reference": "A2", "title": "Adopt the strategy", "leads": ["COO"], "timescale": "May 2020",
    "after": ["A1"], "status": [{"state": "not started"}]},
   {"reference": "A3", "title": "Publish the strategy", "leads": ["COO"],
    "timescale": "May 2019", "after": ["A4"],
    "status": [{"state": "complete", "on": "May 2019", "evidence": "Website"}]},
   {"reference": "A4", "title": "Lay out the strategy", "leads": ["COO"], "timescale": "May 2019",
    "status": [{"state": "complete", "on": "May 2019", "evidence": "Website"}]}]}"#,
    },
    check: Check::Actions(check),
};

fn check(context: &Context<'_>, view: &ActionView<'_>, sink: &mut Sink<'_>) {
    let programme = context.programme;
    let delivered = |action: &Action| {
        programme.standing(action, context.on).status.is_some_and(ActionStatus::is_delivered)
    };
    // A part sees its whole, and a successor what it follows: each pair is looked at once.
    let whole = view.action.parent.and_then(|id| programme.get(id));
    if let Some(whole) = whole.filter(|whole| delivered(whole)) {
        sink.expect(!is_open(view.state), |sink| open(sink, whole, view.action, "a part of it"));
    }
    if view.action.after.is_empty() || !delivered(view.action) {
        return;
    }
    for first in view.action.after.iter().filter_map(|id| programme.get(*id)) {
        // Nothing said is not open: it is unknown, and the matter with it.
        let status = programme.standing(first, context.on).status;
        sink.expect(!status.is_some_and(ActionStatus::is_open), |sink| {
            open(sink, view.action, first, "which has to come first")
        });
    }
}

fn is_open(state: State) -> bool {
    matches!(state, State::NotStarted | State::InProgress | State::OnHold)
}

fn open(sink: &Sink<'_>, done: &Action, open: &Action, which: &str) -> Finding {
    let (reference, title) = (open.key.reference, &open.title);
    let message =
        format!("'{}' is complete while {reference} '{title}', {which}, is open.", done.title);
    let help = format!("Close {reference} first, or take the link away.");
    sink.finding(message, help).about(done.key.id).about(open.key.id)
}
