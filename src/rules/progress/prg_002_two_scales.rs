//! PRG-002: ratings that belong together stand on two scales.

use crate::{
    finding::{Entry, Severity},
    model::Subject,
    rules::{Check, Context, Example, Rule, Sink, ratings::Shown},
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
        let of_five = shown().find(|shown| shown.scale == Some(RatingScale::Five));
        let Some(five) = of_five else {
            sink.pass();
            continue;
        };
        // Blue is one colour more beside red, amber and green, which mean the same on both.
        let of_three =
            |shown: &&Shown<'_>| shown.scale.is_some_and(|scale| scale != RatingScale::Five);
        // Amber is on each scale: where no scale is stated, it is not said which amber it is.
        let vague = |shown: &&Shown<'_>| shown.scale.is_none() && shown.colour == Colour::Amber;
        let (other, sure) = match (shown().find(of_three), shown().find(vague)) {
            (Some(other), _) => (other, true),
            (None, Some(other)) => (other, false),
            (None, None) => {
                sink.pass();
                continue;
            }
        };
        let both = format!("{} and {}", said(context, five), said(context, other));
        let message = match sure {
            true => format!("{both} are not on one scale."),
            false => format!("{both} may not be on one scale: none is stated of the amber."),
        };
        let finding = sink.finding(message, "Rate all of them on one scale, and state it.");
        let row = |shown: &Shown<'_>| shown.row.map(|row| row.key.id.into()).or(shown.of);
        let about: Vec<Subject> = row(five).into_iter().chain(row(other)).collect();
        let finding = about.into_iter().fold(finding, |finding, row| finding.about(row));
        sink.find(if sure { finding } else { finding.undetermined() });
    }
}

/// A colour with what it is stated of: "'amber' of W2, on three colours,".
fn said(context: &Context<'_>, shown: &Shown<'_>) -> String {
    let on = shown.scale.map(|scale| format!(", on {scale},")).unwrap_or_default();
    format!("'{}' of {}{on}", shown.colour, shown.called(context))
}
