//! ACT-005: completed action has no date or no evidence.

use crate::{
    finding::{Entry, Severity},
    model::State,
    rules::{ActionView, Check, Context, Example, Rule, Sink},
    values::{ActionStatus, Code, Meaning},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"ACT", 5),
        name: "completion-unproven",
        severity: Severity::Warning,
        finds: "Completed action has no date or no evidence.",
        why: "Completion that cannot be dated or shown cannot be defended when it is asked about.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2019-09-04",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Place"}],
 "actions": [{"reference": "A1", "title": "Write the strategy", "leads": ["Director of Place"],
   "timescale": "Completed"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Place"}],
 "actions": [{"reference": "A1", "title": "Write the strategy", "leads": ["Director of Place"],
   "status": [{"state": "Completed", "on": "June 2019", "evidence": "Cabinet minutes of 12 June 2019"}]}]}"#,
    },
    check: Check::Actions(check),
};

fn check(context: &Context<'_>, view: &ActionView<'_>, sink: &mut Sink<'_>) {
    if !view.state.is_delivered() && view.state != State::Divided {
        return;
    }
    let standing = view.standing(context);
    if !standing.status.is_some_and(ActionStatus::is_delivered) {
        return;
    }
    let note = standing.note;
    let in_cell = matches!(
        view.action.timescale.value(),
        Some(Meaning::Status { status, on: Some(_) }) if status.is_delivered()
    );
    let dated = in_cell || note.is_some_and(|note| note.on.is_some());
    let shown = note.is_some_and(|note| note.evidence.is_some());
    let missing = match (dated, shown) {
        (true, true) => return sink.pass(),
        (false, true) => "date",
        (true, false) => "evidence",
        (false, false) => "date and no evidence",
    };
    let action = view.action;
    let message = format!("'{}' is completed, but no {missing} is held.", action.title);
    let help = "Add when it was done and the paper, page or minute that shows it.";
    sink.find(sink.finding(message, help).about(action.key.id));
}
