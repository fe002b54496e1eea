//! BEN-003: A saving is said to be made in a year that has not begun.

use std::collections::BTreeSet;

use crate::{
    finding::{Entry, Severity},
    model::{SavingState, Subject, Tense},
    rules::{Check, Context, Example, Rule, Sink},
    values::{Certainty, Code},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"BEN", 3),
        name: "saving-realised-before-its-year",
        severity: Severity::Error,
        finds: "A saving is said to be made in a year that has not begun.",
        why: "What is in the budget of a year to come is planned, and may still fail.",
        source: "Logic",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2020-03-10",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "savings": [{"reference": "SAV1", "title": "Budget reset", "amount": "£800k", "year": "2020/21",
   "state": "realised"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "savings": [{"reference": "SAV1", "title": "Budget reset", "amount": "£800k", "year": "2020/21",
   "state": "budgeted"}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let programme = context.programme;
    let mut told: BTreeSet<Subject> = BTreeSet::new();
    for row in programme.savings() {
        let year = row.year.as_ref().and_then(|year| Some((year, year.value()?.first_day())));
        let (Some(SavingState::Realised), Some((year, begins))) = (row.state, year) else {
            continue;
        };
        let said = row.as_at.as_ref().and_then(|as_at| as_at.value());
        let said = said.map_or((context.on, context.on), |day| (day.earliest(), day.latest()));
        let early = Certainty::from_readings(said.1 < begins, said.0 < begins);
        told.extend(row.of);
        let amount = row.amount.as_ref().map_or("money".to_owned(), ToString::to_string);
        judge((row.key.id.into(), &row.title, &amount), &year.to_string(), early, sink);
    }
    // A list of what is achieved says the same of the amounts in it.
    for row in programme.achievements() {
        let open = matches!(row.wording, Some(Tense::ToDo | Tense::UnderWay));
        let date = row.on.as_ref().and_then(|on| Some((on, on.value()?)));
        let (Some(amount), Some((on, date))) = (&row.amount, date) else { continue };
        let subject = Subject::from(row.key.id);
        if open || told.contains(&subject) || row.of.is_some_and(|of| told.contains(&of)) {
            continue;
        }
        let early = Certainty::from_readings(date.earliest() > context.on, false);
        judge((subject, &row.title, &amount.to_string()), &on.to_string(), early, sink);
    }
}

fn judge(
    (row, title, amount): (Subject, &str, &str),
    year: &str,
    early: Certainty,
    sink: &mut Sink<'_>,
) {
    let message =
        format!("'{title}': {amount} is said to be saved in {year}, which had not begun.");
    let finding = |help: &str, sink: &Sink<'_>| sink.finding(message, help).about(row);
    match early {
        Certainty::No => sink.pass(),
        Certainty::Certainly => {
            let help = "Hold it as budgeted, until the year shows that it is saved.";
            sink.find(finding(help, sink));
        }
        Certainty::Possibly => {
            let help = "Give the day for which it was said.";
            sink.find(finding(help, sink).undetermined());
        }
    }
}
