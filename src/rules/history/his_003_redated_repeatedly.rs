//! HIS-003: work was given a later date three times or more.

use std::collections::BTreeMap;

use super::super::timeline::{Timeline, is_later};
use crate::{
    finding::{Entry, Severity, Value},
    model::{Redating, Subject},
    rules::{Check, Context, Example, Rule, Sink},
    values::{Certainty, Code, Timescale},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"HIS", 3),
        name: "redated-repeatedly",
        severity: Severity::Warning,
        finds: "Work was given a later date three times or more.",
        why: "A date that has moved three times is no plan; what holds the work up has not been dealt with.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2020-12-31",
        fires: r#"{"format": "programme-history/1", "last": 1, "revisions": [
  {"number": 1, "effective": "2019-09-04", "recorded": "2019-09-04", "added": {"programme": {"name": "Example"},
   "posts": [{"reference": "POST1", "title": "COO"}],
   "actions": [{"reference": "A1", "title": "Write the plan", "leads": "COO", "timescale": "March 2021", "redated": [{"from": "March 2020", "agreed": "Programme board"}, {"from": "June 2020", "agreed": "Programme board"}, {"from": "December 2020", "agreed": "Programme board"}]}]}}]}"#,
        silent: r#"{"format": "programme-history/1", "last": 1, "revisions": [
  {"number": 1, "effective": "2019-09-04", "recorded": "2019-09-04", "added": {"programme": {"name": "Example"},
   "posts": [{"reference": "POST1", "title": "COO"}],
   "actions": [{"reference": "A1", "title": "Write the plan", "leads": "COO", "timescale": "March 2021", "redated": [{"from": "June 2020", "agreed": "Programme board"}, {"from": "December 2020", "agreed": "Programme board"}]}]}}]}"#,
    },
    check: Check::History(check),
};

/// So many times are one too many.
const OFTEN: usize = 3;

fn check(_: &Context<'_>, timeline: &Timeline<'_>, sink: &mut Sink<'_>) {
    let mut work: BTreeMap<Subject, Dates> = BTreeMap::new();
    for state in &timeline.states {
        for row in state.programme.actions() {
            let (row, had, has) = (row.key.id.into(), &row.redated, &row.timescale);
            work.entry(row).or_default().add(had, has);
        }
        for row in state.programme.milestones() {
            let (row, had, has) = (row.key.id.into(), &row.redated, &row.timescale);
            work.entry(row).or_default().add(had, has);
        }
    }
    let Some(last) = timeline.last() else { return };
    for (row, dates) in work {
        let Some(title) = last.programme.name(row) else { continue };
        let moves = dates.moves();
        if moves == 0 {
            continue;
        }
        sink.expect(moves < OFTEN, |sink| {
            let words: Vec<_> = dates.0.iter().map(|date| format!("'{}'", date.words())).collect();
            let message = format!(
                "'{title}' was given a later date {moves} times: it was due {}.",
                words.join(", then ")
            );
            let help = "Find out what holds it up, and set a date that its owner can keep.";
            sink.finding(message, help).about(row).with("times", Value::Count(count(moves)))
        });
    }
}

/// The dates that work had, each once where it follows another.
#[derive(Default)]
struct Dates(Vec<Timescale>);

impl Dates {
    fn add(&mut self, had: &[Redating], has: &Timescale) {
        for date in had.iter().map(|moved| &moved.from).chain([has]) {
            // What a row says of earlier dates is known from earlier states, too.
            if !self.0.contains(date)
                || self.0.last().is_some_and(|last| last != date && date == has)
            {
                self.0.push(date.clone());
            }
        }
    }

    /// How often a date was certainly later than the one before.
    fn moves(&self) -> usize {
        let pairs = self.0.iter().zip(self.0.iter().skip(1));
        pairs.filter(|(a, b)| is_later(a, b) == Some(Certainty::Certainly)).count()
    }
}

fn count(times: usize) -> i64 {
    i64::try_from(times).unwrap_or(i64::MAX)
}
