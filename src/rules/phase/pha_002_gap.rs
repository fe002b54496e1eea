//! PHA-002: nothing is planned between a numbered phase and the next.

use crate::{
    finding::{Entry, Severity, Value},
    rules::{Check, Context, Example, Neighbours, Rule, Sink},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"PHA", 2),
        name: "gap-between-phases",
        severity: Severity::Warning,
        finds: "Nothing is planned between a numbered phase and the next.",
        why: "A gap is a pause that nobody declared, or a slip.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-09-04",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "phases": [
   {"reference": "PH1", "name": "Phase 1", "number": 1, "held": "December 2020 to end of March 2021"},
   {"reference": "PH2", "name": "Phase 2", "number": 2, "held": "October 2021 to December 2021"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "phases": [
   {"reference": "PH1", "name": "Phase 1", "number": 1, "held": "December 2020 to end of March 2021"},
   {"reference": "PH2", "name": "Phase 2", "number": 2, "held": "April 2021 to end of August 2021"}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for Neighbours { before, ends, after, begins } in context.phases_in_order() {
        let gap = (begins.earliest() - ends.latest()).num_days() - 1;
        sink.expect(gap <= 0, |sink| {
            let message = format!(
                "'{}' ends {ends} and '{}' begins {begins}: nothing is planned for {gap} days.",
                before.name, after.name
            );
            let help = "Close the gap, or hold it as a phase of its own.";
            let finding = sink.finding(message, help).about(after.key.id).about(before.key.id);
            finding.with("days", Value::Count(gap))
        });
    }
}
