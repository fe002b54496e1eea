//! GOV-015: a term ends before it begins.

use crate::{
    finding::{Entry, Severity, Value},
    model::{Subject, Term},
    rules::{Check, Context, Example, Rule, Sink},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"GOV", 15),
        name: "term-reversed",
        severity: Severity::Error,
        finds: "A post, its holder, a seat, a role, a reporting line, a right, a local rule or a code ends before it begins.",
        why: "It would never have held. Vague dates that can be read in order are read so.",
        source: "Logic",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2020-09-23",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Place",
   "holders": {"person": "P-1", "since": "1 May 2020", "until": "30 April 2020"}}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Place",
   "holders": {"person": "P-1", "since": "May 2020", "until": "May 2020"}}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let programme = context.programme;
    let mut look = |row: Subject, whose: &dyn Fn() -> String, term: Term<'_>| {
        let (Some(since), Some(until)) = (term.since, term.until) else { return };
        sink.expect(!term.is_reversed().is_certain(), |sink| {
            let name = whose();
            let message = format!("The term of {name} ends, {until}, before it begins, {since}.");
            let help = "Correct one of the two dates.";
            let finding = sink.finding(message, help).about(row);
            let finding = finding.with("begins", Value::Words(since.to_string()));
            finding.with("ends", Value::Words(until.to_string()))
        });
    };
    for row in programme.organisations() {
        for code in &row.identifiers {
            let whose = || format!("the code '{}' of '{}'", code.code, row.name);
            look(row.key.id.into(), &whose, code.term());
        }
    }
    for row in programme.posts() {
        look(row.key.id.into(), &|| format!("'{}'", row.title), row.term());
        for holder in &row.holders {
            let whose = || format!("'{}' as '{}'", holder.person, row.title);
            look(row.key.id.into(), &whose, holder.term());
        }
    }
    for row in programme.bodies() {
        for (number, seat) in (1..).zip(&row.seats) {
            let whose = || match &seat.title {
                Some(title) => format!("the seat '{title}' of '{}'", row.name),
                None => format!("seat {number} of '{}'", row.name),
            };
            look(row.key.id.into(), &whose, seat.term());
        }
    }
    for row in programme.roles() {
        look(row.key.id.into(), &|| format!("'{}'", row.title), row.term());
    }
    for row in programme.reporting_lines() {
        look(row.key.id.into(), &|| format!("'{}'", row.title), row.term());
    }
    for row in programme.decision_rights() {
        look(row.key.id.into(), &|| format!("'{}'", row.title), row.term());
    }
    for row in programme.local_rules() {
        look(row.key.id.into(), &|| format!("'{}'", row.title), row.term());
    }
}
