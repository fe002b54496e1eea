//! PRG-012: an exception gives nothing to choose from, or names nobody to decide.

use crate::{
    finding::{Entry, Severity},
    model::Exception,
    raid,
    rules::{Check, Context, Example, Rule, Sink},
    values::{Certainty, Code, PartialDate, say_nothing},
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
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for row in raid::live_exceptions(context.programme, context.on) {
        let made = row.decision.and_then(|decision| context.programme.get(decision));
        let date = made.map(|made| made.date.as_ref().and_then(|date| date.value()));
        let is_made = |date: Option<&PartialDate>| {
            date.is_none_or(|date| date.reached(context.on) != Certainty::No)
        };
        if date.is_some_and(is_made) {
            sink.pass();
            continue;
        }
        look(row, sink);
    }
}

fn look(row: &Exception, sink: &mut Sink<'_>) {
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
