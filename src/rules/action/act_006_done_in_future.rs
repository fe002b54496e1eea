//! ACT-006: action is said to be complete on a day still to come.

use crate::{
    finding::{Entry, Severity, Value},
    model::StatusNote,
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
    for (on, words) in done_on(context, view) {
        // "December" may still be this month: only a day that is certainly to come is wrong.
        sink.expect(on.earliest() <= context.on, |sink| {
            let message = format!(
                "'{}' is completed {words}, which is after {}.",
                view.action.title,
                written(context.on)
            );
            let help = "Correct the date, or set the status back to in progress.";
            let finding = sink.finding(message, help).about(view.action.key.id);
            finding.with("completed on", Value::Words(words.clone()))
        });
    }
}

/// The days on which the action is said, by the day of the check, to have been done.
fn done_on(context: &Context<'_>, view: &ActionView<'_>) -> Vec<(PartialDate, String)> {
    let action = view.action;
    let said = |note: &&StatusNote| {
        let said = note.as_at.as_ref().and_then(|when| when.value());
        said.is_none_or(|said| said.earliest() <= context.on)
    };
    let noted = action.status.iter().filter(said).filter_map(|note| {
        let status = note.state.as_ref()?.value()?.status?;
        let on = note.on.as_ref()?;
        Some((*on.value()?, on.words().into_owned())).filter(|_| status.is_delivered())
    });
    let in_cell = match action.timescale.value() {
        Some(Meaning::Status { status, on: Some(on) }) if status.is_delivered() => {
            Some((*on, on.to_string()))
        }
        _ => None,
    };
    noted.chain(in_cell).collect()
}
