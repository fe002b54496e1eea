//! PRG-013: two ratings of one thing on one day differ.

use std::collections::BTreeMap;

use crate::{
    finding::{Entry, Severity},
    model::StatedRating,
    rules::{Check, Context, Example, Rule, Sink},
    values::{Code, Dimension},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"PRG", 13),
        name: "rated-twice",
        severity: Severity::Warning,
        finds: "Two ratings of one thing, in one dimension and of one day, have different colours.",
        why: "Which of them a page shows is chance.",
        source: "Logic",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "stated_ratings": [{"title": "Cost", "dimension": "cost", "rating": "Green", "by": "Director of Place", "on": "31 May 2021"},
   {"title": "Cost", "dimension": "cost", "rating": "Red", "by": "Programme Manager", "on": "31 May 2021"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "stated_ratings": [{"title": "Cost", "dimension": "cost", "rating": "Green", "by": "Director of Place", "on": "30 April 2021"},
   {"title": "Cost", "dimension": "cost", "rating": "Red", "by": "Programme Manager", "on": "31 May 2021"}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let mut first: BTreeMap<_, &StatedRating> = BTreeMap::new();
    for row in context.programme.stated_ratings() {
        let day = row.on.as_ref().and_then(|on| on.value()).map(|on| on.latest());
        let health =
            |row: &StatedRating| row.rating.as_ref().and_then(|said| said.value()).copied();
        let (Some(day), Some(own)) = (day, health(row)) else { continue };
        let key = (row.of, row.dimension.unwrap_or(Dimension::Overall), day);
        let other = *first.entry(key).or_insert(row);
        if std::ptr::eq(other, row) {
            continue;
        }
        sink.expect(health(other) == Some(own), |sink| {
            let words = |row: &StatedRating| row.rating.as_ref().map(ToString::to_string);
            let message = format!(
                "'{}' is rated '{}' and '{}' for one day.",
                row.title,
                words(other).unwrap_or_default(),
                words(row).unwrap_or_default()
            );
            let help = "Keep the one that stands, or give each its own day or dimension.";
            sink.finding(message, help).about(other.key.id).about(row.key.id)
        });
    }
}
