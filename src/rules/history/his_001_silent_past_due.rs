//! HIS-001: an open action is past its date in two successive reports, and nothing was said of it.

use super::super::timeline::{Timeline, last_due_day};
use crate::{
    finding::{Entry, Severity, Value},
    model::{Programme, StatusNote, Subject},
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
    let mut reports = timeline.reports().rev();
    let (Some(last), Some(before)) = (reports.next(), reports.next()) else { return };
    let old = before.works();
    for (row, work) in last.works() {
        let due = last_due_day(work.timescale).filter(|due| *due < before.day);
        let (Some(due), Some(was)) = (due.filter(|_| work.state.is_open()), old.get(&row)) else {
            continue;
        };
        let (then, now) = (notes(&before.programme, row), notes(&last.programme, row));
        let silent = then == now && was.timescale == work.timescale;
        sink.expect(!silent, |sink| {
            let message = format!(
                "'{}' was due by {}, and nothing was said of it between the reports of {} and {}.",
                work.title,
                written(due),
                written(before.day),
                written(last.day)
            );
            let days = (context.on - due).num_days();
            let help = "Say how it stands, or give it another date with a reason.";
            sink.finding(message, help).about(row).with("days past", Value::Count(days))
        });
    }
}

/// What has been said of the state of work.
fn notes(programme: &Programme, row: Subject) -> &[StatusNote] {
    let notes = match row {
        Subject::Action(id) => programme.get(id).map(|row| row.status.as_slice()),
        Subject::Milestone(id) => programme.get(id).map(|row| row.status.as_slice()),
        _ => None,
    };
    notes.unwrap_or_default()
}
