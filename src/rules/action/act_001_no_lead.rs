//! ACT-001: action has no lead.

use crate::{
    finding::{Entry, Severity},
    model::Lead,
    rules::{ActionView, Check, Context, Example, Rule, Sink},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"ACT", 1),
        name: "action-without-lead",
        severity: Severity::Warning,
        finds: "Action has no lead.",
        why: "What nobody answers for is nobody's to report, and tends not to be done.",
        source: "Good practice; LGA guidance that plans name who is responsible",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2019-09-04",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "actions": [{"reference": "A1", "title": "Publish the plan", "timescale": "May 2020"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Place"}],
 "actions": [{"reference": "A1", "title": "Publish the plan", "timescale": "May 2020",
   "leads": ["Director of Place"]}]}"#,
    },
    check: Check::Actions(check),
};

fn check(context: &Context<'_>, view: &ActionView<'_>, sink: &mut Sink<'_>) {
    if view.state.is_excluded() {
        return;
    }
    let action = view.action;
    let leads = context.programme.leads_of(action);
    let led = leads.iter().any(Lead::is_somebody);
    // One gap is one finding: a part is led by who leads its whole, and that is looked at itself.
    if !led && action.parent.is_some() {
        return;
    }
    sink.expect(led, |sink| {
        let message = format!("'{}' has nobody answerable for it.", action.title);
        sink.finding(message, "Name one post.").about(action.key.id)
    });
}
