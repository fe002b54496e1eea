//! ACT-008: continuing commitment has no rhythm at which it is looked at.

use crate::{
    finding::{Entry, Severity},
    model::State,
    rules::{ActionView, Check, Context, Example, Rule, Sink},
    values::{Cadence, Code, Meaning},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"ACT", 8),
        name: "ongoing-without-review",
        severity: Severity::Warning,
        finds: "Continuing commitment has no rhythm at which it is looked at.",
        why: "Ongoing never falls due: without a rhythm or a review nobody is ever told whether it still happens.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2019-09-04",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Place"}],
 "actions": [{"reference": "A1", "title": "Keep staff informed", "leads": ["Director of Place"],
   "timescale": "On-going"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Place"}],
 "actions": [{"reference": "A1", "title": "Keep staff informed", "leads": ["Director of Place"],
   "timescale": "On-going", "cadence": "quarterly"}]}"#,
    },
    check: Check::Actions(check),
};

fn check(_: &Context<'_>, view: &ActionView<'_>, sink: &mut Sink<'_>) {
    if view.state != State::Continuing {
        return;
    }
    let action = view.action;
    let (in_cell, review) = match action.timescale.value() {
        Some(Meaning::Continuing { cadence, review }) => (*cadence, *review),
        _ => (None, None),
    };
    let noted = action.cadence.as_ref().and_then(|rhythm| rhythm.value().copied());
    // "Regular" and "on request" have no length, so nothing can be missed.
    let counted = |cadence: Option<Cadence>| matches!(cadence, Some(Cadence::Every(_)));
    sink.expect(review.is_some() || counted(in_cell) || counted(noted), |sink| {
        let words = action.timescale.words();
        let message = format!("'{}' is '{words}' and never falls due.", action.title);
        let help = "Say how often it is reported or when it is next reviewed, or give an end date.";
        sink.finding(message, help).about(action.key.id)
    });
}
