//! PHA-001: a numbered phase begins before the one before it has ended.

use crate::{
    finding::{Entry, Severity},
    rules::{Check, Context, Example, Neighbours, Rule, Sink},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"PHA", 1),
        name: "phases-overlap",
        severity: Severity::Error,
        finds: "A numbered phase begins before the one before it has ended.",
        why: "Phases that are numbered follow one another; work and money in both would be counted twice.",
        source: "Logic",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-09-04",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "phases": [
   {"reference": "PH1", "name": "Phase 1", "number": 1, "held": "December 2020 to 31 March 2021"},
   {"reference": "PH2", "name": "Phase 2", "number": 2, "held": "15 March 2021 to 31 August 2021"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "phases": [
   {"reference": "PH1", "name": "Phase 1", "number": 1, "held": "December 2020 to end of March 2021"},
   {"reference": "PH2", "name": "Phase 2", "number": 2, "held": "April 2021 to end of August 2021"}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for Neighbours { before, ends, after, begins } in context.phases_in_order() {
        let (certain, possible) =
            (begins.latest() <= ends.earliest(), begins.earliest() <= ends.latest());
        if !possible {
            sink.pass();
            continue;
        }
        let message =
            format!("'{}' begins {begins}, and '{}' ends {ends}.", after.name, before.name);
        let help = if certain {
            "Move one of the dates, or take the numbers away if the phases run side by side."
        } else {
            "Give the days, so that it can be told whether the two overlap."
        };
        let finding = sink.finding(message, help).about(after.key.id).about(before.key.id);
        sink.find(if certain { finding } else { finding.undetermined() });
    }
}
