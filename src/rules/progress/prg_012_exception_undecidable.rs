//! PRG-012: an exception gives nothing to choose from, or names nobody to decide.

use crate::{
    finding::{Entry, Severity},
    model::Exception,
    rules::{Check, Context, Example, Rule, Sink},
    values::{Code, say_nothing},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"PRG", 12),
        name: "exception-undecidable",
        severity: Severity::Warning,
        finds: "An exception that is open has no options, or names no body that decides.",
        why: "An exception is put to a body for a choice; without either it is only bad news.",
        source: "Management by exception",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "exceptions": [{"title": "Consultants cost too much", "dimension": "cost", "raised": "31 May 2021"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "bodies": [{"reference": "BODY1", "name": "Programme Board"}],
 "exceptions": [{"title": "Consultants cost too much", "dimension": "cost", "raised": "31 May 2021",
   "options": ["Stop at the budget", "Ask for more"], "body": "BODY1"}]}"#,
    },
    check: Check::Exceptions(check),
};

fn check(_: &Context<'_>, row: &Exception, sink: &mut Sink<'_>) {
    if row.closed.is_some() || row.decision.is_some() {
        return sink.pass();
    }
    let options = row.options.iter().any(|option| !say_nothing(option));
    let (lacks, help) = match (options, row.body) {
        (true, Some(_)) => return sink.pass(),
        (true, None) => ("names no body that decides", "Name the body that decides."),
        (false, Some(_)) => ("has no options", "Say what may be done, and what is recommended."),
        (false, None) => (
            "has no options and names no body that decides",
            "Say what may be done, and name the body that decides.",
        ),
    };
    let message = format!("The exception '{}' {lacks}.", row.title);
    sink.find(sink.finding(message, help).about(row.key.id));
}
