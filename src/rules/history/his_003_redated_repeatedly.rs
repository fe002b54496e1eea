//! HIS-003: work was given a later date three times or more.

use std::collections::BTreeMap;

use super::super::timeline::{Timeline, Work};
use crate::{
    finding::{Entry, Severity, Value},
    history::{Redate, Shift},
    model::Subject,
    rules::{Check, Context, Example, Rule, Sink},
    values::{Code, Timescale},
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
    let mut dates: BTreeMap<Subject, Dates> = BTreeMap::new();
    for state in &timeline.states {
        for (row, work) in state.works() {
            dates.entry(row).or_default().add(&work);
        }
    }
    let Some(last) = timeline.last() else { return };
    for (row, work) in last.works() {
        let Some(dates) = dates.get(&row).filter(|_| work.state.is_open()) else { continue };
        let moves = dates.moves();
        if moves == 0 {
            continue;
        }
        sink.expect(moves < OFTEN, |sink| {
            let words: Vec<_> = dates.0.iter().map(|date| format!("'{}'", date.words())).collect();
            let message = format!(
                "'{}' was given a later date {moves} times: it was due {}.",
                work.title,
                words.join(", then ")
            );
            let help = "Find out what holds it up, and set a date that its owner can keep.";
            let times = i64::try_from(moves).unwrap_or(i64::MAX);
            sink.finding(message, help).about(row).with("times", Value::Count(times))
        });
    }
}

/// The dates that work had, oldest first.
#[derive(Default)]
struct Dates(Vec<Timescale>);

impl Dates {
    fn add(&mut self, work: &Work<'_>) {
        if self.0.last() != Some(work.timescale) {
            self.0.push(work.timescale.clone());
        }
        // What the row says of its earlier dates may be more than states show.
        let told = work.redated.iter().map(|moved| &moved.from).chain([work.timescale]);
        let told = Self(told.cloned().collect());
        if told.moves() > self.moves() {
            *self = told;
        }
    }

    /// How often a date was certainly later than the one before.
    fn moves(&self) -> usize {
        let pairs = self.0.iter().zip(self.0.iter().skip(1));
        let later = |(from, to): &(&Timescale, &Timescale)| {
            let moved = Redate::of(from, to, &[], &[]);
            moved.is_some_and(|moved| {
                moved.shift == Shift::Later && moved.days.is_some_and(|days| days.min > 0)
            })
        };
        pairs.filter(later).count()
    }
}
