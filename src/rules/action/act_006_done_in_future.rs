//! ACT-006: action is said to be complete on a day still to come.

use crate::{
    finding::{Entry, Severity, Value},
    model::{Action, StatusNote},
    rules::{ActionView, Check, Context, Example, Rule, Sink, written},
    values::{Code, Meaning, PartialDate},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"ACT", 6),
        name: "completed-in-the-future",
        severity: Severity::Error,
        finds: "Action is said to be complete on a day still to come.",
        why: "What has not happened yet cannot have been done.",
        source: "Logic",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2019-09-04",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "COO"}],
 "actions": [{"reference": "A1", "title": "Adopt the strategy", "leads": ["COO"],
   "timescale": "December 2019", "status": [{"state": "complete", "as_at": "2019-09-04",
   "on": "December 2019", "evidence": "Cabinet minutes"}]}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "COO"}],
 "actions": [{"reference": "A1", "title": "Adopt the strategy", "leads": ["COO"],
   "timescale": "December 2019", "status": [{"state": "complete", "as_at": "2019-09-04",
   "on": "August 2019", "evidence": "Cabinet minutes"}]}]}"#,
    },
    check: Check::Actions(check),
};

fn check(context: &Context<'_>, view: &ActionView<'_>, sink: &mut Sink<'_>) {
    let action = view.action;
    let said = |note: &&StatusNote| {
        let said = note.as_at.as_ref().and_then(|when| when.value());
        said.is_none_or(|said| said.earliest() <= context.on)
    };
    for note in action.status.iter().filter(said) {
        let status = note.state.as_ref().and_then(|state| state.value()?.status);
        if let (Some(status), Some(when)) = (status, &note.on)
            && let Some(on) = when.value().filter(|_| status.is_delivered())
        {
            hold(context, action, *on, sink);
        }
    }
    if let Some(Meaning::Status { status, on: Some(on) }) = action.timescale.value()
        && status.is_delivered()
    {
        hold(context, action, *on, sink);
    }
}

/// "December" may still be this month: only a day that is certainly to come is wrong.
fn hold(context: &Context<'_>, action: &Action, on: PartialDate, sink: &mut Sink<'_>) {
    sink.expect(on.earliest() <= context.on, |sink| {
        let (title, today) = (&action.title, written(context.on));
        let message = format!("'{title}' is completed {on}, which is after {today}.");
        let help = "Correct the date, or set the status back to in progress.";
        let finding = sink.finding(message, help).about(action.key.id);
        finding.with("completed on", Value::Words(on.to_string()))
    });
}
