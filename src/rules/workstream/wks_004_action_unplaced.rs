//! WKS-004: the programme has workstreams, and an action stands in none of them.

use crate::{
    finding::{Entry, Severity},
    model::State,
    rules::{ActionView, Check, Context, Example, Rule, Sink},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"WKS", 4),
        name: "action-in-no-workstream",
        severity: Severity::Warning,
        finds: "The programme has workstreams, and an action stands in none of them.",
        why: "No workstream reports it, and no budget line holds it.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2019-09-04",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "COO"}],
 "workstreams": [{"reference": "W1", "name": "One Budget", "leads": ["COO"],
   "outcome": "Money follows priorities"}],
 "actions": [
   {"reference": "A1", "title": "Set the budget", "workstream": "W1", "leads": ["COO"],
    "timescale": "March 2020"},
   {"reference": "A2", "title": "Set up the project office", "leads": ["COO"],
    "timescale": "March 2020"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "COO"}],
 "workstreams": [{"reference": "W1", "name": "One Budget", "leads": ["COO"],
   "outcome": "Money follows priorities"}],
 "actions": [
   {"reference": "A1", "title": "Set the budget", "workstream": "W1", "leads": ["COO"],
    "timescale": "March 2020"},
   {"reference": "A2", "title": "Draft the budget", "parent": "A1", "leads": ["COO"],
    "timescale": "March 2020"}]}"#,
    },
    check: Check::Actions(check),
};

fn check(context: &Context<'_>, view: &ActionView<'_>, sink: &mut Sink<'_>) {
    // What has left the plan needs no home, and what is divided is where its parts are; a part is
    // where its whole is, unless it says otherwise.
    let programme = context.programme;
    let divided = view.state == State::Divided;
    if programme.workstreams().is_empty() || view.state.is_excluded() || divided {
        return;
    }
    let place = usize::try_from(view.number).ok();
    let workstream = place.and_then(|place| programme.index().workstream.of(place));
    sink.expect(workstream.is_some(), |sink| {
        let message = format!("'{}' belongs to no workstream.", view.action.title);
        let help = "Place it in one, or say who carries it.";
        sink.finding(message, help).about(view.action.key.id)
    });
}
