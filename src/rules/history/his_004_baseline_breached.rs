//! HIS-004: work is later than in the baseline that holds, without a decision.

use super::super::timeline::Timeline;
use crate::{
    finding::{Entry, Severity, Value},
    history::{self, SlippageClass},
    model::{Programme, Redating, Subject},
    rules::{Check, Context, Example, Rule, Sink},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"HIS", 4),
        name: "baseline-breached",
        severity: Severity::Warning,
        finds: "Work is later than in the baseline that holds, and no decision is held that moved it.",
        why: "What was approved is what is reported against; a plan that left it has no approval.",
        source: "Managing Successful Programmes (baselines); good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2020-01-31",
        fires: r#"{"format": "programme-history/1", "last": 2, "revisions": [
  {"number": 1, "effective": "2019-09-04", "recorded": "2019-09-04", "added": {"programme": {"name": "Example"},
   "posts": [{"reference": "POST1", "title": "COO"}],
   "actions": [{"reference": "A1", "title": "Write the plan", "leads": "COO", "timescale": "March 2020"}]}},
  {"number": 2, "effective": "2019-12-31", "recorded": "2019-12-31", "changed": {"actions": [{"reference": "A1", "title": "Write the plan", "leads": "COO", "timescale": "June 2020", "redated": [{"from": "March 2020", "agreed": "Programme office"}]}]}}],
 "baselines": [{"number": 1, "name": "As agreed", "revision": 1, "set": "2019-09-04"}]}"#,
        silent: r#"{"format": "programme-history/1", "last": 2, "revisions": [
  {"number": 1, "effective": "2019-09-04", "recorded": "2019-09-04", "added": {"programme": {"name": "Example"},
   "posts": [{"reference": "POST1", "title": "COO"}],
   "actions": [{"reference": "A1", "title": "Write the plan", "leads": "COO", "timescale": "March 2020"}]}},
  {"number": 2, "effective": "2019-12-31", "recorded": "2019-12-31", "approved_by": "DEC1", "changed": {"actions": [{"reference": "A1", "title": "Write the plan", "leads": "COO", "timescale": "June 2020", "redated": [{"from": "March 2020", "decision": "DEC1"}]}]}, "added": {"decisions": [{"reference": "DEC1", "title": "New dates", "date": "17 December 2019"}]}}],
 "baselines": [{"number": 1, "name": "As agreed", "revision": 1, "set": "2019-09-04"}]}"#,
    },
    check: Check::History(check),
};

fn check(context: &Context<'_>, timeline: &Timeline<'_>, sink: &mut Sink<'_>) {
    let history = timeline.history;
    let set = (1_u32..).zip(history.baselines()).filter(|(_, b)| b.set <= context.on).last();
    let (Some((number, baseline)), Some(last)) = (set, timeline.last()) else { return };
    let Ok(agreed) = history.at_baseline(number) else { return };
    let variance = history::against(&agreed, &last.programme, context.on);
    for row in variance.rows.iter().chain(&variance.later_parts) {
        let later = matches!(row.class, SlippageClass::Later | SlippageClass::LaterWithApproval);
        if !row.state.is_open() {
            continue;
        }
        let id = row.row.row;
        let known = redated(&agreed, row.whole.as_ref().map_or(id, |whole| whole.row));
        let mut moved = redated(&last.programme, id).iter().filter(|moved| !known.contains(moved));
        let since = timeline.states.iter().filter(|state| state.day > baseline.set);
        let approved = moved.any(|moved| moved.decision.is_some())
            || since.into_iter().any(|state| timeline.is_approved(state, id));
        if !later || approved {
            sink.pass();
            continue;
        }
        let of = row.whole.as_ref().map(|whole| format!(" as part of {whole}"));
        let message = format!(
            "'{}' is due '{}', and '{}'{} in the baseline '{}'; no decision is held that moved it.",
            row.title,
            row.current.words(),
            row.baseline.words(),
            of.unwrap_or_default(),
            baseline.name
        );
        let help = "Name the decision under `redated`, or set a new baseline with its approval.";
        let finding = sink.finding(message, help).about(row.row.row);
        sink.find(match row.days.map(|days| days.min) {
            Some(days) if days > 0 => finding.with("days later, at least", Value::Count(days)),
            // Dates that overlap may turn out to be one.
            _ => finding.undetermined(),
        });
    }
}

fn redated(programme: &Programme, row: Subject) -> &[Redating] {
    let redated = match row {
        Subject::Action(id) => programme.get(id).map(|row| programme.redated_of(row)),
        Subject::Milestone(id) => programme.get(id).map(|row| row.redated.as_slice()),
        _ => None,
    };
    redated.unwrap_or_default()
}
