//! ACT-002: open action has no timescale.

use crate::{
    finding::{Entry, Severity},
    model::DueState,
    rules::{ActionView, Check, Context, Example, Rule, Sink},
    values::{Code, Unread},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"ACT", 2),
        name: "action-without-timescale",
        severity: Severity::Warning,
        finds: "Open action has no timescale.",
        why: "Without a date nothing falls due, and nothing can be late.",
        source: "Good practice; LGA guidance that plans say by when",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2019-09-04",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Place"}],
 "actions": [{"reference": "A1", "title": "Write the strategy", "leads": ["Director of Place"]}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Place"}],
 "actions": [{"reference": "A1", "title": "Write the strategy", "leads": ["Director of Place"],
   "timescale": "July 2020"}]}"#,
    },
    check: Check::Actions(check),
};

fn check(context: &Context<'_>, view: &ActionView<'_>, sink: &mut Sink<'_>) {
    // A cell that cannot be paired is ACT-012's.
    if !view.state.is_open() || view.due == DueState::Unpaired {
        return;
    }
    let action = view.action;
    // What recurs by itself needs no date: "whenever a post falls vacant".
    // What is to be done in a dated phase has its time by that.
    let phase =
        usize::try_from(view.number).ok().and_then(|at| context.programme.index().phase.of(at));
    let phase = phase.and_then(|number| context.programme.phases().row(number));
    let dated =
        phase.is_some_and(|row| row.held.as_ref().is_some_and(|held| held.value().is_some()));
    if action.cadence.is_some() || dated {
        return sink.pass();
    }
    let timescale = context.programme.timescale_of(action);
    sink.expect(timescale.unread() != Some(Unread::Blank), |sink| {
        let message = format!("'{}' has no timescale.", action.title);
        let help = "Give a month, a meeting, or 'ongoing' with a review date.";
        sink.finding(message, help).about(action.key.id)
    });
}
