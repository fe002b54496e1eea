//! PHA-005: milestone has no date that can be read, or nobody who answers for it.

use crate::{
    finding::{Entry, Severity},
    model::Milestone,
    rules::{Check, Context, Example, Rule, Sink},
    values::{Code, Meaning},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"PHA", 5),
        name: "milestone-without-date-or-owner",
        severity: Severity::Warning,
        finds: "Milestone has no date that can be read, or nobody who answers for it.",
        why: "A milestone without both cannot be missed.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2019-09-04",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "COO"}],
 "milestones": [{"reference": "M1", "title": "New operating model agreed", "leads": ["COO"]}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "COO"}],
 "milestones": [{"reference": "M1", "title": "New operating model agreed", "leads": ["COO"],
   "timescale": "September 2021"}]}"#,
    },
    check: Check::Milestones(check),
};

fn check(context: &Context<'_>, row: &Milestone, sink: &mut Sink<'_>) {
    let status = context.programme.milestone_standing(row, context.on).status;
    if status.is_some_and(|status| !status.is_open()) {
        return;
    }
    let dated = row
        .timescale
        .value()
        .is_some_and(|cell| matches!(cell, Meaning::Due(_) | Meaning::Within { .. }));
    let missing: Vec<&str> = [("date", dated), ("owner", !row.leads.is_empty())]
        .into_iter()
        .filter_map(|(what, held)| (!held).then_some(what))
        .collect();
    sink.expect(missing.is_empty(), |sink| {
        let message = format!("'{}' has no {}.", row.title, missing.join(" and no "));
        let help = "Give the day by which it is to be met and one post that answers for it.";
        sink.finding(message, help).about(row.key.id)
    });
}
