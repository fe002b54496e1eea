//! ACT-015: most days given are 31 March or 31 December.

use chrono::{Datelike, NaiveDate};

use crate::{
    finding::{Entry, Severity},
    model::Action,
    rules::{Check, Context, Example, Rule, Sink},
    values::{Code, Meaning},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"ACT", 15),
        name: "dates-by-default",
        severity: Severity::Info,
        finds: "Most days given are 31 March or 31 December.",
        why: "A date that stands for the end of some year was seldom planned.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2019-09-04",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "COO"}],
 "actions": [
   {"reference": "A1", "title": "Step 1", "leads": ["COO"], "timescale": "31 March 2020"},
   {"reference": "A2", "title": "Step 2", "leads": ["COO"], "timescale": "31 March 2020"},
   {"reference": "A3", "title": "Step 3", "leads": ["COO"], "timescale": "31 December 2019"},
   {"reference": "A4", "title": "Step 4", "leads": ["COO"], "timescale": "31 March 2021"},
   {"reference": "A5", "title": "Step 5", "leads": ["COO"], "timescale": "14 May 2020"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "COO"}],
 "actions": [
   {"reference": "A1", "title": "Step 1", "leads": ["COO"], "timescale": "31 March 2020"},
   {"reference": "A2", "title": "Step 2", "leads": ["COO"], "timescale": "12 June 2020"},
   {"reference": "A3", "title": "Step 3", "leads": ["COO"], "timescale": "3 December 2019"},
   {"reference": "A4", "title": "Step 4", "leads": ["COO"], "timescale": "28 February 2021"},
   {"reference": "A5", "title": "Step 5", "leads": ["COO"], "timescale": "14 May 2020"}]}"#,
    },
    check: Check::Programme(check),
};

/// Of fewer days than these, nothing can be said.
const FEWEST: usize = 5;

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let days: Vec<(&Action, NaiveDate)> = context
        .programme
        .actions()
        .into_iter()
        .filter_map(|action| match action.timescale.value()? {
            Meaning::Due(due) => Some((action, due.latest().filter(|day| due.earliest() == *day)?)),
            _ => None,
        })
        .collect();
    if days.len() < FEWEST {
        return;
    }
    let year_end = |day: &NaiveDate| matches!((day.month(), day.day()), (3 | 12, 31));
    let defaults: Vec<_> = days.iter().filter(|(_, day)| year_end(day)).collect();
    sink.expect(defaults.len() * 2 <= days.len(), |sink| {
        let message = format!(
            "{} of the {} days given are 31 March or 31 December.",
            defaults.len(),
            days.len()
        );
        let help = "Give the day on which each is really due.";
        let finding = sink.finding(message, help);
        defaults.iter().fold(finding, |finding, (action, _)| finding.about(action.key.id))
    });
}
