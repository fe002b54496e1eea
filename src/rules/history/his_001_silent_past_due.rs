//! HIS-001: an open action is past its date in two successive reports, and nothing was said of it.

use super::super::timeline::{Timeline, due};
use crate::{
    finding::{Entry, Severity, Value},
    rules::{Check, Context, Example, Rule, Sink},
    values::{Code, written},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"HIS", 1),
        name: "silent-past-due",
        severity: Severity::Warning,
        finds: "An open action is past its date in two successive reports, and nothing was said of it between them.",
        why: "An action that nobody speaks of is neither done nor dropped: the plan has been left.",
        source: "Good practice; minutes of programme boards ask for it",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2020-01-31",
        fires: r#"{"format": "programme-history/1", "last": 2, "revisions": [
  {"number": 1, "effective": "2019-09-04", "recorded": "2019-09-04", "added": {"programme": {"name": "Example"},
   "posts": [{"reference": "POST1", "title": "COO"}],
   "waivers": [{"reference": "WVR1", "code": "ACT-007", "subject": "action A1", "by": "COO", "reason": "Told to the board", "ends": "31 March 2020"}],
   "actions": [{"reference": "A1", "title": "Write the plan", "leads": "COO", "timescale": "June 2019"}]}},
  {"number": 2, "effective": "2019-12-31", "recorded": "2019-12-31", "changed": {"posts": [{"reference": "POST1", "title": "COO", "aliases": "Chief Operating Officer"}]}}]}"#,
        silent: r#"{"format": "programme-history/1", "last": 2, "revisions": [
  {"number": 1, "effective": "2019-09-04", "recorded": "2019-09-04", "added": {"programme": {"name": "Example"},
   "posts": [{"reference": "POST1", "title": "COO"}],
   "waivers": [{"reference": "WVR1", "code": "ACT-007", "subject": "action A1", "by": "COO", "reason": "Told to the board", "ends": "31 March 2020"}],
   "actions": [{"reference": "A1", "title": "Write the plan", "leads": "COO", "timescale": "June 2019"}]}},
  {"number": 2, "effective": "2019-12-31", "recorded": "2019-12-31", "changed": {"actions": [{"reference": "A1", "title": "Write the plan", "leads": "COO", "timescale": "June 2019", "status": [{"state": "in progress", "as_at": "December 2019"}]}]}}]}"#,
    },
    check: Check::History(check),
};

fn check(context: &Context<'_>, timeline: &Timeline<'_>, sink: &mut Sink<'_>) {
    let Some(last) = timeline.last() else { return };
    let Some(before) = timeline.states.iter().rev().nth(1) else { return };
    for action in last.programme.actions() {
        let open = last.state(action).is_some_and(|state| state.is_open());
        let Some((_, due)) = due(&action.timescale).filter(|_| open) else { continue };
        let Some(old) = before.programme.get(action.key.id).filter(|_| due < before.day) else {
            continue;
        };
        let silent = (&old.status, &old.timescale) == (&action.status, &action.timescale);
        sink.expect(!silent, |sink| {
            let message = format!(
                "'{}' was due by {}, and neither the report of {} nor that of {} says anything new of it.",
                action.title,
                written(due),
                written(before.day),
                written(last.day)
            );
            let days = (context.on - due).num_days();
            let help = "Say how it stands, or give it another date with a reason.";
            let finding = sink.finding(message, help).about(action.key.id);
            finding.with("days past", Value::Count(days))
        });
    }
}
