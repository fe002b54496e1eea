//! PRG-008: the percentage stated for an action and its stated status cannot both be right.

use crate::{
    finding::{Entry, Severity},
    rules::{ActionView, Check, Context, Example, Rule, Sink},
    values::{ActionStatus, Code},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"PRG", 8),
        name: "percentage-against-status",
        severity: Severity::Warning,
        finds: "The percentage stated for an action and its stated status cannot both be right.",
        why: "The status is what counts; the percentage is kept beside it.",
        source: "Logic",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2019-09-04",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "COO"}],
 "actions": [{"reference": "A1", "title": "Plan", "leads": ["COO"], "timescale": "March 2020",
   "status": [{"state": "in progress", "percent": "100%"}]}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "COO"}],
 "actions": [{"reference": "A1", "title": "Plan", "leads": ["COO"], "timescale": "March 2020",
   "status": [{"state": "in progress", "percent": "90%"}]}]}"#,
    },
    check: Check::Actions(check),
};

fn check(context: &Context<'_>, view: &ActionView<'_>, sink: &mut Sink<'_>) {
    if view.action.status.iter().all(|note| note.percent.is_none()) {
        return;
    }
    let standing = view.standing(context);
    let percent = standing.note.and_then(|note| note.percent.as_ref()?.value().copied());
    let (Some(percent), Some(status)) = (percent, standing.status) else { return };
    let whole = percent.hundredths() == 10_000;
    let agree = match status {
        ActionStatus::NotStarted => percent.hundredths() == 0,
        status if status.is_delivered() => whole,
        status if status.is_open() => !whole,
        _ => return,
    };
    sink.expect(agree, |sink| {
        let message =
            format!("'{}' is {status}, and stated to be {percent} done.", view.action.title);
        let help = "Correct one of the two.";
        sink.finding(message, help).about(view.action.key.id)
    });
}
