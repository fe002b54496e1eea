//! DEC-011: an item is taken late without its special circumstances.

use crate::{
    finding::{Entry, Severity},
    model::Report,
    rules::{Check, Context, Example, Rule, Sink},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"DEC", 11),
        name: "late-item-without-circumstances",
        severity: Severity::Error,
        finds: "An item is taken late without its special circumstances.",
        why: "A late item may be taken only where the chair is of the opinion, by reason of special circumstances that the minutes specify, that it is urgent.",
        source: "LGA 1972 s.100B(4)(b); five clear days since SI 2002/715",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2019-09-04",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "reports": [{"reference": "REP1", "title": "Review of the plan", "date": "4 September 2019",
   "urgency": {"basis": "Section 100B(4)", "agreed_by": "Chairman"}}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "reports": [{"reference": "REP1", "title": "Review of the plan", "date": "4 September 2019",
   "urgency": {"basis": "Section 100B(4)", "agreed_by": "Chairman",
     "circumstances": "The review team reported after the agenda was sent"}}]}"#,
    },
    check: Check::Reports(check),
};

fn check(_: &Context<'_>, report: &Report, sink: &mut Sink<'_>) {
    let Some(urgency) = &report.urgency else { return };
    let missing = match (&urgency.agreed_by, &urgency.circumstances) {
        (Some(_), Some(_)) => return sink.pass(),
        (Some(_), None) => "the special circumstances",
        (None, Some(_)) => "the chair's opinion",
        (None, None) => "the chair's opinion and the special circumstances",
    };
    let message = format!("'{}' is taken late, and {missing} are not stated.", report.title);
    let message =
        if missing.ends_with("opinion") { message.replace(" are ", " is ") } else { message };
    let help = "State them for the minutes, or take the item to the next meeting.";
    sink.find(sink.finding(message, help).about(report.key.id));
}
