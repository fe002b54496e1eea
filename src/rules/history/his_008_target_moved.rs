//! HIS-008: a target of a measure was moved or dropped, without a decision.

use super::super::timeline::{Reported, Timeline};
use crate::{
    finding::{Entry, Severity},
    model::{Measure, Subject, Target},
    rules::{Check, Context, Example, Rule, Sink},
    values::{Code, Printed, Readable, written},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"HIS", 8),
        name: "target-moved",
        severity: Severity::Warning,
        finds: "A target that a measure had is another or is not there in a later report, and no decision is held that moved it.",
        why: "A target that follows the readings is always met.",
        source: "Good practice in performance management",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme-history/1", "last": 2, "revisions": [
  {"number": 1, "effective": "2021-03-31", "recorded": "2021-03-31", "added": {"programme": {"name": "Example"},
   "measures": [{"reference": "MEA1", "name": "Calls answered within a minute", "targets": {"figure": "80%", "by": "March 2022"}}]}},
  {"number": 2, "effective": "2021-05-31", "recorded": "2021-05-31", "changed": {
   "measures": [{"reference": "MEA1", "name": "Calls answered within a minute", "targets": {"figure": "70%", "by": "March 2022"}}]}}]}"#,
        silent: r#"{"format": "programme-history/1", "last": 2, "revisions": [
  {"number": 1, "effective": "2021-03-31", "recorded": "2021-03-31", "added": {"programme": {"name": "Example"},
   "measures": [{"reference": "MEA1", "name": "Calls answered within a minute", "targets": {"figure": "80%", "by": "March 2022"}}]}},
  {"number": 2, "effective": "2021-05-31", "recorded": "2021-05-31",
   "added": {"decisions": [{"reference": "DEC1", "title": "Lower the target for calls", "date": "25 May 2021"}]}, "changed": {
   "measures": [{"reference": "MEA1", "name": "Calls answered within a minute",
    "targets": {"figure": "70%", "by": "March 2022", "set_by": "DEC1"}}]}}]}"#,
    },
    check: Check::History(check),
};

fn check(_: &Context<'_>, timeline: &Timeline<'_>, sink: &mut Sink<'_>) {
    for (before, after) in timeline.steps() {
        for was in before.programme.measures() {
            if let Some(is) = after.programme.get(was.key.id) {
                compare((was, is), (timeline, after), sink);
            }
        }
    }
}

fn compare(
    (was, is): (&Measure, &Measure),
    (timeline, after): (&Timeline<'_>, &Reported<'_>),
    sink: &mut Sink<'_>,
) {
    let has = |all: &[Target], target: &Target| all.iter().any(|other| is_same(other, target));
    // One whose day had come has been answered, and gives way to the next.
    let ahead = |target: &&Target| {
        let by = target.by.as_ref().and_then(|by| by.value());
        let rewritten =
            |new: &Target| new.scope == target.scope && same(new.by.as_ref(), target.by.as_ref());
        by.is_none_or(|by| by.latest() >= after.day) || is.targets.iter().any(rewritten)
    };
    let held: Vec<_> = was.targets.iter().filter(ahead).collect();
    let moved: Vec<_> = held.iter().filter(|target| !has(&is.targets, target)).copied().collect();
    if moved.is_empty() {
        if !held.is_empty() {
            sink.pass();
        }
        return;
    }
    let new: Vec<_> = is.targets.iter().filter(|target| !has(&was.targets, target)).collect();
    let row = Subject::from(is.key.id);
    // The decision that set the target which was given up did not move it.
    let decided = |moved: &Target| {
        let set = new.iter().filter(|new| new.scope == moved.scope && new.set_by != moved.set_by);
        set.filter_map(|new| after.programme.get(new.set_by?)).any(|made| {
            let date = made.date.as_ref().and_then(|date| date.value());
            date.is_none_or(|date| date.earliest() <= after.day)
        })
    };
    let decided = moved.iter().all(|moved| decided(moved));
    let fine = decided || timeline.is_approved(after, row) || after.is_correction(row);
    sink.expect(fine, |sink| {
        let message = format!(
            "The target of '{}' was {} and is {} from {} on, and no decision is held that moved it.",
            is.name,
            listed(&moved),
            listed(&new),
            written(after.day)
        );
        let help = "Name the decision under `set_by` of the target or in `approved_by`, or keep the target.";
        sink.finding(message, help).about(row)
    });
}

/// Whether two targets ask for the same, whoever set them, wherever that stands and however it is
/// written.
fn is_same(one: &Target, other: &Target) -> bool {
    same(one.figure.as_ref(), other.figure.as_ref())
        && same(one.by.as_ref(), other.by.as_ref())
        && (&one.text, &one.scope) == (&other.text, &other.scope)
}

fn same<T: Readable + PartialEq>(one: Option<&Printed<T>>, other: Option<&Printed<T>>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => match (one.value(), other.value()) {
            (Some(value), Some(other)) => value == other,
            _ => one == other,
        },
        (one, other) => one.is_none() && other.is_none(),
    }
}

/// Targets as printed: "'80%' by March 2022".
fn listed(targets: &[&Target]) -> String {
    let one = |target: &&Target| {
        let figure = target.figure.as_ref().map(|figure| figure.words());
        let aim = figure.as_deref().or(target.text.as_deref()).unwrap_or("not said").to_owned();
        match &target.by {
            Some(by) => format!("'{aim}' by {by}"),
            None => format!("'{aim}'"),
        }
    };
    let all: Vec<_> = targets.iter().map(one).collect();
    if all.is_empty() { "none".to_owned() } else { all.join(" and ") }
}
