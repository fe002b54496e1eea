//! HIS-007: a figure of a published report is not what its own facts give.

use super::super::timeline::Timeline;
use crate::{
    finding::{Entry, Severity, Value},
    history::{Figures, PublishedReport},
    rollup::Ratio,
    rules::{Check, Context, Example, Rule, Sink},
    values::{Code, written},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"HIS", 7),
        name: "published-figure-differs",
        severity: Severity::Error,
        finds: "A figure of a published report is not what its own facts, as they were known then, give.",
        why: "Members decided by it; the next report will be held against it.",
        source: "Arithmetic",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2020-01-31",
        fires: r#"{"format": "programme-history/1", "last": 1, "revisions": [
  {"number": 1, "effective": "2019-09-04", "recorded": "2019-09-04", "added": {"programme": {"name": "Example"},
   "posts": [{"reference": "POST1", "title": "COO"}],
   "actions": [{"reference": "A1", "title": "Write the plan", "leads": "COO", "timescale": "March 2021"}]}}],
 "published": [{"number": 1, "title": "September", "as_at": "2019-09-04", "revision": 1, "published": "2019-09-04",
   "policy": {"name": "pooled", "version": 1, "level": "pooled", "credit": "when_complete", "weighting": "equal",
     "continuing": "apart"},
   "whole": {"counted": 1, "complete": 1, "in_progress": 0, "on_hold": 0, "not_started": 0, "unknown": 0,
     "continuing": 0, "excluded": 0, "undecided": 0, "overdue": 0, "undated": 0, "confirmed": "1/1",
     "possible": "1/1", "coverage": "1/1"}}]}"#,
        silent: r#"{"format": "programme-history/1", "last": 1, "revisions": [
  {"number": 1, "effective": "2019-09-04", "recorded": "2019-09-04", "added": {"programme": {"name": "Example"},
   "posts": [{"reference": "POST1", "title": "COO"}],
   "actions": [{"reference": "A1", "title": "Write the plan", "leads": "COO", "timescale": "March 2021"}]}}],
 "published": [{"number": 1, "title": "September", "as_at": "2019-09-04", "revision": 1, "published": "2019-09-04",
   "policy": {"name": "pooled", "version": 1, "level": "pooled", "credit": "when_complete", "weighting": "equal",
     "continuing": "apart"},
   "whole": {"counted": 1, "complete": 0, "in_progress": 0, "on_hold": 0, "not_started": 0, "unknown": 1,
     "continuing": 0, "excluded": 0, "undecided": 0, "overdue": 0, "undated": 0, "confirmed": "0/1",
     "possible": "1/1", "coverage": "0/1"}}]}"#,
    },
    check: Check::History(check),
};

fn check(context: &Context<'_>, timeline: &Timeline<'_>, sink: &mut Sink<'_>) {
    let history = timeline.history;
    for (number, report) in (1_u32..).zip(history.published()) {
        if report.published > context.on {
            continue;
        }
        let Ok(restated) = history.restate(number) else { continue };
        let mut slips = slips("the whole", &report.whole, &restated.then.whole);
        for (row, figures) in &report.workstreams {
            let then = restated.then.workstreams.iter().find(|(other, _)| other == row);
            let then = then.map_or(Figures::default(), |(_, figures)| *figures);
            let name = context.programme.name(*row).unwrap_or("a workstream that is gone");
            slips.extend(self::slips(name, figures, &then));
        }
        sink.expect(slips.is_empty(), |sink| found(report, &slips, sink));
    }
}

fn found(report: &PublishedReport, slips: &[String], sink: &Sink<'_>) -> crate::finding::Finding {
    let message = format!(
        "'{}', published on {}, does not follow from what was known then: {}.",
        report.title,
        written(report.published),
        slips.join("; ")
    );
    let help = "Correct what was published, or record what it rests on.";
    sink.finding(message, help).with("published", Value::Day(report.published))
}

/// Figures that differ, in words.
fn slips(of: &str, published: &Figures, then: &Figures) -> Vec<String> {
    let counts = [
        ("counted", published.counted, then.counted),
        ("complete", published.complete, then.complete),
        ("in progress", published.in_progress, then.in_progress),
        ("on hold", published.on_hold, then.on_hold),
        ("not started", published.not_started, then.not_started),
        ("not reported", published.unknown, then.unknown),
        ("continuing", published.continuing, then.continuing),
        ("out of the plan", published.excluded, then.excluded),
        ("undecided", published.undecided, then.undecided),
        ("overdue", published.overdue, then.overdue),
        ("undated", published.undated, then.undated),
    ];
    let shares = [
        ("confirmed", published.confirmed, then.confirmed),
        ("possible", published.possible, then.possible),
        ("known", published.coverage, then.coverage),
    ];
    let counts = counts.into_iter().filter(|(_, a, b)| a != b);
    let counts = counts.map(|(what, a, b)| format!("{of}: {a} {what}, and {b} follow"));
    let shown = |share: Option<Ratio>| {
        share.map_or_else(|| "no share".to_owned(), |share| format!("{} %", share.tenths()))
    };
    let shares = shares.into_iter().filter(|(_, a, b)| a != b);
    let shares =
        shares.map(|(what, a, b)| format!("{of}: {} {what}, and {} follows", shown(a), shown(b)));
    counts.chain(shares).collect()
}
