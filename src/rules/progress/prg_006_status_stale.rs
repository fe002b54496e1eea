//! PRG-006: the last status of an open action is older than one and a half reporting cycles of the programme.

use crate::{
    finding::{Entry, Severity, Value},
    model::State,
    rules::{ActionView, Check, Context, Example, Rule, Sink},
    values::{Cadence, Code, Length, Unit},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"PRG", 6),
        name: "status-older-than-the-cycle",
        severity: Severity::Warning,
        finds: "The last status of an open action is older than one and a half reporting cycles of the programme.",
        why: "It is shown as if it were how things stand.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-09-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example", "cadence": "monthly"},
 "posts": [{"reference": "POST1", "title": "COO"}],
 "actions": [{"reference": "A1", "title": "Write the plan", "leads": "COO", "timescale": "December 2021",
   "status": [{"state": "in progress", "as_at": "April 2021"}]}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example", "cadence": "monthly"},
 "posts": [{"reference": "POST1", "title": "COO"}],
 "actions": [{"reference": "A1", "title": "Write the plan", "leads": "COO", "timescale": "December 2021",
   "status": [{"state": "in progress", "as_at": "10 September 2021"}]}]}"#,
    },
    check: Check::Actions(check),
};

fn check(context: &Context<'_>, view: &ActionView<'_>, sink: &mut Sink<'_>) {
    let cadence = context.programme.about().cadence.as_ref().and_then(|rhythm| rhythm.value());
    let Some(Cadence::Every(cycle)) = cadence else { return };
    if !matches!(view.state, State::NotStarted | State::InProgress | State::OnHold) {
        return;
    }
    let said = context.said_on(view.action);
    let Some(latest) = said.and_then(|when| when.value()).map(|date| date.latest()) else { return };
    let age = (context.on - latest).num_days();
    sink.expect(age * 2 <= days(*cycle) * 3, |sink| {
        let said = said.map(ToString::to_string).unwrap_or_default();
        let message = format!("'{}' was last reported on for {said}.", view.action.title);
        let help = "Report on it again, or show it as out of date.";
        sink.finding(message, help).about(view.action.key.id).with("days since", Value::Count(age))
    });
}

/// The most days that a cycle has.
fn days(cycle: Length) -> i64 {
    let each = match cycle.unit() {
        Unit::Day => 1,
        Unit::Week => 7,
        Unit::Month => 31,
        Unit::Year => 366,
    };
    i64::from(cycle.most()) * each
}
