//! PRG-002: ratings that belong together stand on two scales.

use crate::{
    finding::{Entry, Severity},
    model::Subject,
    rules::{
        Check, Context, Example, Rule, Sink,
        ratings::{Rolled, Shown},
    },
    values::{Code, Colour, RatingScale},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"PRG", 2),
        name: "two-scales",
        severity: Severity::Error,
        finds: "Colours that are stated of a whole and of its parts stand on two scales, such as three colours and the five of delivery confidence.",
        why: "Amber of three is not amber of five: they can be neither compared nor rolled up.",
        source: "Definitions of delivery confidence, 2015 (five colours)",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "workstreams": [{"reference": "W1", "name": "One Budget", "leads": "Chief Executive", "outcome": "Every budget has one holder"}],
 "projects": [{"reference": "PRJ1", "name": "Budget holders", "workstream": "W1", "leads": "Chief Executive", "timescale": "December 2021",
     "status": {"state": "Amber/Green", "as_at": "May 2021"}},
   {"reference": "PRJ2", "name": "One ledger", "workstream": "W1", "leads": "Chief Executive", "timescale": "December 2021"}],
 "stated_ratings": [{"title": "One ledger", "of": "project PRJ2", "rating": "Amber",
   "scale": "three_colours", "on": "31 May 2021"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "workstreams": [{"reference": "W1", "name": "One Budget", "leads": "Chief Executive", "outcome": "Every budget has one holder"}],
 "projects": [{"reference": "PRJ1", "name": "Budget holders", "workstream": "W1", "leads": "Chief Executive", "timescale": "December 2021",
     "status": {"state": "Amber/Green", "as_at": "May 2021"}},
   {"reference": "PRJ2", "name": "One ledger", "workstream": "W1", "leads": "Chief Executive", "timescale": "December 2021"}],
 "stated_ratings": [{"title": "One ledger", "of": "project PRJ2", "rating": "Amber",
   "scale": "five_colours", "on": "31 May 2021"}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for rolled in context.rolled() {
        let shown = || rolled.whole.iter().chain(&rolled.parts);
        let on = |scale: RatingScale| shown().find(|shown| shown.scale == Some(scale));
        let known: Vec<_> = RatingScale::ALL.into_iter().filter_map(on).collect();
        let help = "Rate all of them on one scale, and state it.";
        match known.as_slice() {
            [one, other, ..] => {
                let said = said(context, rolled, one, other);
                let message = format!("{said} are not on one scale.");
                let finding = sink.finding(message, help);
                sink.find(rows(one, other).fold(finding, |finding, row| finding.about(row)));
            }
            // Amber is on each scale: beside one of five it is not said which amber it is.
            [five] if five.scale == Some(RatingScale::Five) => {
                let vague =
                    |shown: &&Shown<'_>| shown.scale.is_none() && shown.colour == Colour::Amber;
                let Some(amber) = shown().find(vague) else {
                    sink.pass();
                    continue;
                };
                let said = said(context, rolled, five, amber);
                let message =
                    format!("{said} may not be on one scale: no scale is stated of the amber.");
                let finding = sink.finding(message, help).undetermined();
                sink.find(rows(five, amber).fold(finding, |finding, row| finding.about(row)));
            }
            _ => sink.pass(),
        }
    }
}

/// Both, with what they are stated of: "amber/green of W1 and amber of W2".
fn said(context: &Context<'_>, rolled: &Rolled<'_>, one: &Shown<'_>, other: &Shown<'_>) -> String {
    let of = |shown: &Shown<'_>| match shown.of {
        None => "the programme".to_owned(),
        Some(row) => context.programme.shown(row),
    };
    let on = |shown: &Shown<'_>| {
        let scale = shown.scale.map(|scale| format!(", on {scale},")).unwrap_or_default();
        format!("'{}' of {}{scale}", shown.colour, of(shown))
    };
    format!("{}: {} and {}", rolled.named(context), on(one), on(other))
}

/// The rows that state them, or of which they are stated.
fn rows(one: &Shown<'_>, other: &Shown<'_>) -> impl Iterator<Item = Subject> {
    let row = |shown: &Shown<'_>| shown.row.map(|row| row.key.id.into()).or(shown.of);
    row(one).into_iter().chain(row(other))
}
