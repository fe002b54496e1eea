//! ACT-010: action falls due after the peers return.

use crate::{
    finding::{Entry, Severity, Value},
    rules::{ActionView, Check, Context, Example, Rule, Sink, written},
    values::{Code, Meaning},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"ACT", 10),
        name: "due-after-follow-up",
        severity: Severity::Warning,
        finds: "Action falls due after the peers return.",
        why: "The follow-up visit asks what was done; what is due later cannot be shown there.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2019-09-04",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "reviews": [{"reference": "REV1", "name": "Review", "obligations": [{"kind": "follow_up", "target": "February 2021"}]}],
 "recommendations": [{"reference": "R1", "title": "Plan ahead", "review": "REV1"}],
 "posts": [{"reference": "POST1", "title": "Director of Place"}],
 "actions": [{"reference": "A1", "title": "Agree a date", "answers": ["R1"], "leads": ["Director of Place"],
   "timescale": "July 2021"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "reviews": [{"reference": "REV1", "name": "Review", "obligations": [{"kind": "follow_up", "target": "February 2021"}]}],
 "recommendations": [{"reference": "R1", "title": "Plan ahead", "review": "REV1"}],
 "posts": [{"reference": "POST1", "title": "Director of Place"}],
 "actions": [{"reference": "A1", "title": "Agree a date", "answers": ["R1"], "leads": ["Director of Place"],
   "timescale": "July 2020"}]}"#,
    },
    check: Check::Actions(check),
};

fn check(context: &Context<'_>, view: &ActionView<'_>, sink: &mut Sink<'_>) {
    let action = view.action;
    let timescale = context.programme.timescale_of(action);
    let Some(Meaning::Due(due)) = timescale.value() else { return };
    if !view.state.is_open() || action.long_term {
        return;
    }
    for review in context.reviews_of(view) {
        let Some(visit) = context.follow_up(review) else { continue };
        let certain = due.earliest() > visit;
        if !certain && due.latest().is_some_and(|latest| latest <= visit) {
            sink.pass();
            continue;
        }
        let may = if certain { "is due" } else { "may fall due" };
        let (title, words) = (&action.title, timescale.words());
        let back = written(visit);
        let message = format!("'{title}' {may} {words}, after the peers return by {back}.");
        let help = "Bring it forward, split off a first stage, or mark it as long-term.";
        let finding = sink.finding(message, help).about(action.key.id).about(review.key.id);
        let finding = finding.with("last day of the visit", Value::Day(visit));
        sink.find(if certain { finding } else { finding.undetermined() });
    }
}
