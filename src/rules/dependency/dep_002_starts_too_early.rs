//! DEP-002: something that has to wait is dated before what it waits for can end.

use crate::{
    finding::{Entry, Severity, Value},
    rules::{Check, Context, Example, Rule, Sink, pieces, written},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"DEP", 2),
        name: "starts-before-what-it-waits-for",
        severity: Severity::Error,
        finds: "Something that has to wait is dated before what it waits for can end.",
        why: "One of the dates cannot be kept.",
        source: "Logic",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "COO"}],
 "actions": [
   {"reference": "A1", "title": "Write service plans", "leads": ["COO"], "timescale": "August 2021"},
   {"reference": "A2", "title": "Review indicators", "leads": ["COO"], "timescale": "July 2021",
    "after": ["A1"]}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "COO"}],
 "actions": [
   {"reference": "A1", "title": "Write service plans", "leads": ["COO"], "timescale": "August 2021"},
   {"reference": "A2", "title": "Review indicators", "leads": ["COO"], "timescale": "August 2021",
    "after": ["A1"]}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let waits = pieces::waits(context.programme);
    if waits.is_empty() {
        return;
    }
    let pieces = pieces::by_row(context);
    for wait in waits {
        let (Some(first), Some(then)) = (pieces.get(&wait.first), pieces.get(&wait.then)) else {
            continue;
        };
        // What is done holds nothing up, and what is done too early is ACT-009's.
        if first.done || then.done {
            continue;
        }
        // What begins on a day nobody gives begins at the latest when it is due.
        let begins = then.starts_by.or(then.ends_by);
        let (Some(ends), Some(begins)) = (first.ends_from, begins) else { continue };
        sink.expect(begins >= ends, |sink| {
            let message = format!(
                "'{}' is dated by {}, and '{}', for which it waits, not before {}.",
                then.name,
                written(begins),
                first.name,
                written(ends)
            );
            let help = "Change one of the dates, or the way in which the two depend.";
            let finding = sink.finding(message, help).about(then.subject).about(first.subject);
            let finding = wait.said_by.into_iter().fold(finding, |finding, row| finding.about(row));
            finding.with("dated by", Value::Day(begins)).with("not before", Value::Day(ends))
        });
    }
}
