//! HIS-002: work was given a later date, and nobody is said to have agreed.

use super::super::timeline::{Reported, Timeline};
use crate::{
    finding::{Entry, Severity},
    history::{Redate, Shift},
    rules::{Check, Context, Example, Rule, Sink},
    values::{Code, written},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"HIS", 2),
        name: "redated-without-approval",
        severity: Severity::Warning,
        finds: "Work was given a later date or none, and nobody is said to have agreed.",
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
    let now = timeline.last().map(Reported::works).unwrap_or_default();
    for (before, after) in timeline.steps() {
        let old = before.works();
        for (row, work) in after.works() {
            let is_done = work.state.is_delivered() || work.state.is_excluded();
            let Some(was) = old.get(&row).filter(|_| !is_done) else { continue };
            let moved = Redate::of(was.timescale, work.timescale, was.redated, work.redated);
            let Some(moved) = moved.filter(Redate::is_slip) else { continue };
            // Who agreed may have been said later.
            let told_later = now.get(&row).is_some_and(|now| {
                let told = Redate::of(was.timescale, work.timescale, was.redated, now.redated);
                told.is_some_and(|told| told.agreed)
            });
            let agreed = moved.agreed || told_later || timeline.is_approved(after, row);
            sink.expect(agreed, |sink| {
                let message = format!(
                    "'{}' was given another date in the report of {}: {moved}.",
                    work.title,
                    written(after.day)
                );
                let help = "Say who agreed, and why, under `redated`.";
                let finding = sink.finding(message, help).about(row);
                // Dates that overlap may turn out to be one.
                let overlap = moved.shift == Shift::LessPrecise
                    || moved.days.is_some_and(|days| days.min <= 0);
                if overlap { finding.undetermined() } else { finding }
            });
        }
    }
}
