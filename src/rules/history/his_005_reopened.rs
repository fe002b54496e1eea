//! HIS-005: an action that was reported as complete is open again.

use super::super::timeline::Timeline;
use crate::{
    finding::{Entry, Severity},
    rules::{Check, Context, Example, Rule, Sink},
    values::{Code, written},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"HIS", 5),
        name: "completed-then-reopened",
        severity: Severity::Warning,
        finds: "An action that was reported as complete is open again.",
        why: "Either it was reported too early, or something has come undone; those who were told that it is done should know.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2020-01-31",
        fires: r#"{"format": "programme-history/1", "last": 2, "revisions": [
  {"number": 1, "effective": "2019-09-04", "recorded": "2019-09-04", "added": {"programme": {"name": "Example"},
   "posts": [{"reference": "POST1", "title": "COO"}],
   "actions": [{"reference": "A1", "title": "Write the plan", "leads": "COO", "timescale": "June 2019", "status": [{"state": "complete", "as_at": "4 September 2019", "evidence": "Board minutes"}]}]}},
  {"number": 2, "effective": "2019-12-31", "recorded": "2019-12-31", "changed": {"actions": [{"reference": "A1", "title": "Write the plan", "leads": "COO", "timescale": "March 2020", "status": [{"state": "complete", "as_at": "4 September 2019", "evidence": "Board minutes"}, {"state": "in progress", "as_at": "31 December 2019"}], "redated": [{"from": "June 2019", "agreed": "Programme board"}]}]}}]}"#,
        silent: r#"{"format": "programme-history/1", "last": 2, "revisions": [
  {"number": 1, "effective": "2019-09-04", "recorded": "2019-09-04", "added": {"programme": {"name": "Example"},
   "posts": [{"reference": "POST1", "title": "COO"}],
   "actions": [{"reference": "A1", "title": "Write the plan", "leads": "COO", "timescale": "June 2019", "status": [{"state": "complete", "as_at": "4 September 2019", "evidence": "Board minutes"}]}]}},
  {"number": 2, "effective": "2019-12-31", "recorded": "2019-12-31", "changed": {"actions": [{"reference": "A1", "title": "Write the plan", "leads": "COO", "timescale": "June 2019", "status": [{"state": "complete", "as_at": "4 September 2019", "evidence": "Board minutes"}, {"state": "complete", "as_at": "31 December 2019", "on": "June 2019", "evidence": "Board minutes"}]}]}}]}"#,
    },
    check: Check::History(check),
};

fn check(_: &Context<'_>, timeline: &Timeline<'_>, sink: &mut Sink<'_>) {
    for (before, after) in timeline.steps() {
        let old = before.works();
        for (row, work) in after.works() {
            let was_done = old.get(&row).is_some_and(|was| was.state.is_delivered());
            if !was_done {
                continue;
            }
            sink.expect(!work.state.is_open(), |sink| {
                let message = format!(
                    "'{}' was complete in the report of {}, and is open in that of {}.",
                    work.title,
                    written(before.day),
                    written(after.day)
                );
                let help =
                    "Say why it is open again; or correct the report in which it was complete.";
                let finding = sink.finding(message, help).about(row);
                if after.is_correction(row) { finding.lowered_to(Severity::Info) } else { finding }
            });
        }
    }
}
