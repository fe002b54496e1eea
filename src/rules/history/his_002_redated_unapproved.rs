//! HIS-002: work was given a later date, and nobody is said to have agreed.

use super::super::timeline::{Reported, Timeline, is_later, newly_agreed};
use crate::{
    finding::{Entry, Severity},
    model::{Redating, Subject},
    rules::{Check, Context, Example, Rule, Sink},
    values::{Certainty, Code, Timescale, written},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"HIS", 2),
        name: "redated-without-approval",
        severity: Severity::Warning,
        finds: "Work was given a later date, and nobody is said to have agreed.",
        why: "A date that moves by itself makes every plan look on time.",
        source: "Good practice; boards report re-dated with approval as a class of its own",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2020-01-31",
        fires: r#"{"format": "programme-history/1", "last": 2, "revisions": [
  {"number": 1, "effective": "2019-09-04", "recorded": "2019-09-04", "added": {"programme": {"name": "Example"},
   "posts": [{"reference": "POST1", "title": "COO"}],
   "actions": [{"reference": "A1", "title": "Write the plan", "leads": "COO", "timescale": "March 2020"}]}},
  {"number": 2, "effective": "2019-12-31", "recorded": "2019-12-31", "changed": {"actions": [{"reference": "A1", "title": "Write the plan", "leads": "COO", "timescale": "June 2020"}]}}]}"#,
        silent: r#"{"format": "programme-history/1", "last": 2, "revisions": [
  {"number": 1, "effective": "2019-09-04", "recorded": "2019-09-04", "added": {"programme": {"name": "Example"},
   "posts": [{"reference": "POST1", "title": "COO"}],
   "actions": [{"reference": "A1", "title": "Write the plan", "leads": "COO", "timescale": "March 2020"}]}},
  {"number": 2, "effective": "2019-12-31", "recorded": "2019-12-31", "changed": {"actions": [{"reference": "A1", "title": "Write the plan", "leads": "COO", "timescale": "June 2020", "redated": [{"from": "March 2020", "reason": "The survey ran late", "agreed": "Programme board"}]}]}}]}"#,
    },
    check: Check::History(check),
};

fn check(_: &Context<'_>, timeline: &Timeline<'_>, sink: &mut Sink<'_>) {
    for (before, after) in timeline.steps() {
        for row in after.programme.actions() {
            if let Some(old) = before.programme.get(row.key.id) {
                let (old, new) = ((&old.timescale, &*old.redated), (&row.timescale, &*row.redated));
                look(after, (row.key.id.into(), &row.title), old, new, sink);
            }
        }
        for row in after.programme.milestones() {
            if let Some(old) = before.programme.get(row.key.id) {
                let (old, new) = ((&old.timescale, &*old.redated), (&row.timescale, &*row.redated));
                look(after, (row.key.id.into(), &row.title), old, new, sink);
            }
        }
    }
}

type Dates<'d> = (&'d Timescale, &'d [Redating]);

fn look(
    after: &Reported<'_>,
    (row, title): (Subject, &str),
    (was, had): Dates<'_>,
    (is, has): Dates<'_>,
    sink: &mut Sink<'_>,
) {
    let later = is_later(was, is).filter(|_| was != is).unwrap_or(Certainty::No);
    if later == Certainty::No {
        return;
    }
    let agreed = after.is_approved() || newly_agreed(had, has);
    sink.expect(agreed, |sink| {
        let (was, is) = (was.words(), is.words());
        let day = written(after.day);
        let message = format!(
            "'{title}' was due '{was}', and is due '{is}' from {day} on; nobody is said to have agreed."
        );
        let help = "Say who agreed, and why, under `redated`.";
        let finding = sink.finding(message, help).about(row);
        if later == Certainty::Possibly { finding.undetermined() } else { finding }
    });
}
