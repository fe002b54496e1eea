//! HIS-006: something that was to be done is gone, and no decision is held that took it out.

use super::super::timeline::{Reported, Timeline};
use crate::{
    finding::{Entry, Severity},
    model::{Subject, Table},
    rules::{Check, Context, Example, Rule, Sink},
    values::{Code, Id, written},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"HIS", 6),
        name: "scope-removed-without-decision",
        severity: Severity::Warning,
        finds: "Something that was to be done is not in the plan any more, and no decision is held that took it out.",
        why: "What is dropped in silence looks like progress: the share of what is left goes up.",
        source: "Good practice; public accountability",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2020-01-31",
        fires: r#"{"format": "programme-history/1", "last": 2, "revisions": [
  {"number": 1, "effective": "2019-09-04", "recorded": "2019-09-04", "added": {"programme": {"name": "Example"},
   "posts": [{"reference": "POST1", "title": "COO"}],
   "actions": [{"reference": "A1", "title": "Write the plan", "leads": "COO", "timescale": "June 2020"}, {"reference": "A2", "title": "Print the plan", "leads": "COO", "timescale": "June 2020"}]}},
  {"number": 2, "effective": "2019-12-31", "recorded": "2019-12-31", "removed": ["action A2"]}]}"#,
        silent: r#"{"format": "programme-history/1", "last": 2, "revisions": [
  {"number": 1, "effective": "2019-09-04", "recorded": "2019-09-04", "added": {"programme": {"name": "Example"},
   "posts": [{"reference": "POST1", "title": "COO"}],
   "actions": [{"reference": "A1", "title": "Write the plan", "leads": "COO", "timescale": "June 2020"}, {"reference": "A2", "title": "Print the plan", "leads": "COO", "timescale": "June 2020"}]}},
  {"number": 2, "effective": "2019-12-31", "recorded": "2019-12-31", "approved_by": "DEC1", "removed": ["action A2"], "added": {"decisions": [{"reference": "DEC1", "title": "Do without print", "date": "17 December 2019"}]}}]}"#,
    },
    check: Check::History(check),
};

fn check(_: &Context<'_>, timeline: &Timeline<'_>, sink: &mut Sink<'_>) {
    for (before, after) in timeline.steps() {
        let (was, is) = (&before.programme, &after.programme);
        let at = (timeline, after);
        gone((was.recommendations(), is.recommendations()), at, sink);
        gone((was.actions(), is.actions()), at, sink);
        gone((was.workstreams(), is.workstreams()), at, sink);
        gone((was.milestones(), is.milestones()), at, sink);
        gone((was.deliverables(), is.deliverables()), at, sink);
    }
}

/// Rows of a kind that are not there any more.
fn gone<R: crate::model::Row>(
    (was, is): (&Table<R>, &Table<R>),
    (timeline, after): (&Timeline<'_>, &Reported<'_>),
    sink: &mut Sink<'_>,
) where
    Subject: From<Id<R>>,
{
    for row in was.iter().filter(|row| is.get(row.key().id).is_none()) {
        let id = row.key().id.into();
        sink.expect(timeline.is_approved(after, id) || after.is_correction(id), |sink| {
            let message = format!(
                "The {} {} '{}' is not there from {} on, and no decision is held that took it out.",
                R::OF.word(),
                row.key().shown(),
                row.name(),
                written(after.day)
            );
            let help = "Keep it and show it as cancelled, with the decision; or name the decision in `approved_by`.";
            sink.finding(message, help).about(row.key().id)
        });
    }
}
