//! DOC-009: a list of achievements holds something that reads as still to do.

use crate::{
    finding::{Entry, Severity},
    model::{Achievement, Tense},
    rules::{Check, Context, Example, Rule, Sink},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"DOC", 9),
        name: "achievement-still-to-do",
        severity: Severity::Info,
        finds: "A list of achievements holds something that reads as still to do.",
        why: "Readers count it as done.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2020-03-10",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "achievements": [{"reference": "ACH1", "title": "Procure a digital platform", "wording": "to_do"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "achievements": [{"reference": "ACH1", "title": "Text alerts in certain services", "wording": "noun"}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for row in context.programme.achievements() {
        let reads = match row.wording {
            Some(Tense::ToDo) => "still to do",
            Some(Tense::UnderWay) => "under way",
            Some(Tense::Done | Tense::Noun) => {
                sink.pass();
                continue;
            }
            None if opens_to_do(row) => "still to do",
            None => {
                sink.pass();
                continue;
            }
        };
        let message = format!("'{}' is listed as achieved and reads as {reads}.", row.title);
        let help = "Move it to what is to be done, or say when it was done.";
        sink.find(sink.finding(message, help).about(row.key.id));
    }
}

/// Whether a title opens as what is still to come does. A bare verb may be a noun as well, and is
/// for whoever reads the paper to tell.
fn opens_to_do(row: &Achievement) -> bool {
    let opening = row.title.to_lowercase();
    ["to ", "will "].iter().any(|words| opening.starts_with(words))
}
