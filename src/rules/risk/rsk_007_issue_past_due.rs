//! RSK-007: a live issue was to be settled by a day that is past.

use crate::{
    finding::{Entry, Severity},
    model::Issue,
    raid,
    rules::{Check, Context, Example, Rule, Sink},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"RSK", 7),
        name: "issue-past-due",
        severity: Severity::Warning,
        finds: "The day by which a live issue was to be settled is past.",
        why: "An issue does its harm for as long as it is there.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Place"}],
 "issues": [{"reference": "ISS1", "title": "The adviser has withdrawn", "owners": "POST1", "due": "May 2021"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Place"}],
 "issues": [{"reference": "ISS1", "title": "The adviser has withdrawn", "owners": "POST1", "due": "September 2021"}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for issue in raid::live_issues(context.programme, context.on) {
        look(context, issue, sink);
    }
}

fn look(context: &Context<'_>, issue: &Issue, sink: &mut Sink<'_>) {
    let Some(due) = issue.due.as_ref() else { return };
    let Some(date) = due.value() else { return };
    // Within the month that is given there is still time.
    sink.expect(date.latest() >= context.on, |sink| {
        let message = format!("'{}' was to be settled by {due}.", issue.title);
        let help = "Close it with its day and reason, or say by when it will be settled.";
        sink.finding(message, help).about(issue.key.id)
    });
}
