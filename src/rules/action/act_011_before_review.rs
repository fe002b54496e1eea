//! ACT-011: action began or ended before the review that it answers.

use crate::{
    finding::{Entry, Severity, Value},
    rules::{ActionView, Check, Context, Example, Rule, Sink},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"ACT", 11),
        name: "action-older-than-review",
        severity: Severity::Info,
        finds: "Action began or ended before the review that it answers.",
        why: "What was under way already is no answer to advice, though it may well be part of one.",
        source: "Logic",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2019-09-04",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "reviews": [{"reference": "REV1", "name": "Review", "held": "26 February 2019"}],
 "recommendations": [{"reference": "R1", "title": "Act as one team", "review": "REV1"}],
 "posts": [{"reference": "POST1", "title": "Director of Place"}],
 "actions": [{"reference": "A1", "title": "Run awaydays", "answers": ["R1"], "leads": ["Director of Place"],
   "timescale": "December 2019", "started": "February 2018"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "reviews": [{"reference": "REV1", "name": "Review", "held": "26 February 2019"}],
 "recommendations": [{"reference": "R1", "title": "Act as one team", "review": "REV1"}],
 "posts": [{"reference": "POST1", "title": "Director of Place"}],
 "actions": [{"reference": "A1", "title": "Run awaydays", "answers": ["R1"], "leads": ["Director of Place"],
   "timescale": "December 2019", "started": "April 2019"}]}"#,
    },
    check: Check::Actions(check),
};

fn check(context: &Context<'_>, view: &ActionView<'_>, sink: &mut Sink<'_>) {
    let action = view.action;
    let started = action.started.as_ref();
    let done = || view.standing(context).note.and_then(|note| note.on.as_ref());
    let Some(words) = started.or_else(done) else { return };
    let Some(date) = words.value() else { return };
    for review in context.reviews_of(view) {
        let Some(first) = review.first_day() else { continue };
        if date.earliest() >= first {
            sink.pass();
            continue;
        }
        let title = &action.title;
        let message = format!("'{title}' ({words}) is older than the recommendation it answers.");
        let help = "Keep it as background, and say what will be done in reply.";
        let finding = sink.finding(message, help).about(action.key.id).about(review.key.id);
        let finding = finding.with("first day of the review", Value::Day(first));
        sink.find(if date.latest() < first { finding } else { finding.undetermined() });
    }
}
