//! PRG-004: a recommendation, workstream, phase or programme is stated as complete, on track or green while nothing is said of an action or a milestone of it.

use crate::{
    finding::{Entry, Severity},
    rules::{Check, Context, Example, Rule, Sink},
    values::{Code, Health},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"PRG", 4),
        name: "unknown-counted-as-good",
        severity: Severity::Error,
        finds: "A recommendation, workstream, phase or programme is stated as complete, on track or green while nothing is said of an action of it.",
        why: "What nobody has reported on is neither done nor on track; a good figure that rests on it is a guess.",
        source: "Logic",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2019-09-04",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "COO"}],
 "recommendations": [{"reference": "R1", "title": "Plan ahead", "response": "accepted",
   "status": [{"state": "In progress - green", "as_at": "May 2019"}]}],
 "actions": [{"reference": "A1", "title": "Write the plan", "answers": "R1", "leads": "COO",
   "timescale": "December 2019"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "COO"}],
 "recommendations": [{"reference": "R1", "title": "Plan ahead", "response": "accepted",
   "status": [{"state": "In progress - green", "as_at": "May 2019"}]}],
 "actions": [{"reference": "A1", "title": "Write the plan", "answers": "R1", "leads": "COO",
   "timescale": "December 2019", "status": [{"state": "in progress", "as_at": "May 2019"}]}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for whole in context.wholes() {
        let well = matches!(whole.health, Some(Health::Green | Health::OnTrack));
        let stated = if whole.is_closed() { "complete" } else { "on track" };
        if !(well || whole.is_closed()) || whole.unknown.is_empty() {
            sink.pass();
            continue;
        }
        let names = context.named(&whole.unknown, ", ");
        let message =
            format!("{} is stated as {stated}, and nothing is said of {}.", whole.named(), names);
        let help = "Report on what is unknown, or state what is known and of how much.";
        let finding = sink.finding(message, help);
        let rows = whole.subject.iter().chain(&whole.unknown);
        sink.find(rows.fold(finding, |finding, row| finding.about(*row)));
    }
}
