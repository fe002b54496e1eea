//! ACT-007: open action is past its last due day.

use crate::{
    finding::{Entry, Severity, Value},
    model::DueState,
    rules::{ActionView, Check, Context, Example, Rule, Sink},
    values::{Code, Meaning},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"ACT", 7),
        name: "action-overdue",
        severity: Severity::Warning,
        finds: "Open action is past its last due day.",
        why: "A date that has passed without a word is a promise broken in public.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2019-09-04",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Place"}],
 "actions": [{"reference": "A1", "title": "Set up the group", "leads": ["Director of Place"],
   "timescale": "April 2019"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Place"}],
 "actions": [{"reference": "A1", "title": "Set up the group", "leads": ["Director of Place"],
   "timescale": "September 2019"}]}"#,
    },
    check: Check::Actions(check),
};

fn check(context: &Context<'_>, view: &ActionView<'_>, sink: &mut Sink<'_>) {
    match view.due {
        DueState::Overdue => {}
        DueState::InWindow | DueState::NotDue => return sink.pass(),
        DueState::Undated | DueState::Unpaired | DueState::NothingDue => return,
    }
    let action = view.action;
    let timescale = context.programme.timescale_of(action);
    let Some(Meaning::Due(due)) = timescale.value() else { return };
    let Some(latest) = due.latest() else { return };
    let days = (context.on - latest).num_days();
    let unit = if days == 1 { "day" } else { "days" };
    let status = view.standing(context).status;
    let silence = match (status, action.status.is_empty()) {
        (Some(_), _) => "",
        (None, true) => " Nothing is said of its state.",
        (None, false) => " What is said of it does not tell how far it is.",
    };
    let words = timescale.words();
    let message = format!("'{}' was due {words}, {days} {unit} ago.{silence}", action.title);
    let help = "Mark it completed with its date, or re-date it with a reason and who agreed.";
    let finding = sink.finding(message, help).about(action.key.id);
    let finding = finding.with("last due day", Value::Day(latest));
    let finding = finding.with("days overdue", Value::Count(days));
    let status = status.map_or("not known".to_owned(), |s| s.to_string());
    sink.find(finding.with("status", Value::Words(status)));
}
