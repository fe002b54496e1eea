//! PRG-010: a rating is none of the scale that is stated of it.

use crate::{
    finding::{Entry, Severity},
    model::StatedRating,
    rules::{Check, Context, Example, Rule, Sink},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"PRG", 10),
        name: "rating-off-scale",
        severity: Severity::Error,
        finds: "A rating has a colour that the scale on which it is said to stand does not have, or words in which no rating is read.",
        why: "What is on no scale can be neither compared nor rolled up.",
        source: "Logic",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "stated_ratings": [{"title": "Programme", "rating": "Amber/Red", "scale": "three_colours", "on": "31 May 2021"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "stated_ratings": [{"title": "Programme", "rating": "Amber/Red", "scale": "five_colours", "on": "31 May 2021"}]}"#,
    },
    check: Check::StatedRatings(check),
};

fn check(_: &Context<'_>, row: &StatedRating, sink: &mut Sink<'_>) {
    let Some(rating) = row.rating.as_ref().filter(|rating| rating.says_something()) else {
        return;
    };
    let help = "Rate it on that scale, or state the scale that has it.";
    let message = match (rating.value(), row.scale) {
        (None, _) => format!("'{rating}' of '{}' is not understood as a rating.", row.title),
        // Words without a colour, such as "on track", are on no scale and off none.
        (Some(health), Some(scale)) => match health.colour().map(|colour| scale.rating(colour)) {
            Some(Err(_)) => {
                format!("'{rating}' of '{}' is not on the scale of {scale}.", row.title)
            }
            Some(Ok(_)) | None => return sink.pass(),
        },
        (Some(_), None) => return sink.pass(),
    };
    sink.find(sink.finding(message, help).about(row.key.id));
}
