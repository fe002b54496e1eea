//! PRG-003: a recommendation, workstream, phase or programme is stated as complete while an action or a milestone of it is open.

use crate::{
    finding::{Entry, Severity},
    rules::{Check, Context, Example, Rule, Sink},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"PRG", 3),
        name: "closed-above-open-below",
        severity: Severity::Error,
        finds: "A recommendation, workstream, phase or programme is stated as complete while an action of it is open.",
        why: "One of the two statements is wrong.",
        source: "Logic",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2019-09-04",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "COO"}],
 "recommendations": [{"reference": "R1", "title": "Plan ahead", "response": "accepted",
   "status": [{"state": "completed", "as_at": "May 2019"}]}],
 "actions": [{"reference": "A1", "title": "Write the plan", "answers": "R1", "leads": "COO",
   "timescale": "December 2019", "status": [{"state": "in progress", "as_at": "May 2019"}]}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "COO"}],
 "recommendations": [{"reference": "R1", "title": "Plan ahead", "response": "accepted",
   "status": [{"state": "in progress", "as_at": "May 2019"}]}],
 "actions": [{"reference": "A1", "title": "Write the plan", "answers": "R1", "leads": "COO",
   "timescale": "December 2019", "status": [{"state": "in progress", "as_at": "May 2019"}]}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for whole in context.wholes() {
        if !whole.is_closed() || whole.open.is_empty() {
            sink.pass();
            continue;
        }
        let names = context.named(&whole.open, ", ");
        let verb = if whole.open.len() == 1 { "is" } else { "are" };
        let message =
            format!("{} is stated as complete, and {} {verb} open.", whole.named(), names);
        let help = "Close what is open, move it, or take the statement back.";
        let finding = sink.finding(message, help);
        let rows = whole.subject.iter().chain(&whole.open);
        sink.find(rows.fold(finding, |finding, row| finding.about(*row)));
    }
}
