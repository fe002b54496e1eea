//! REV-007: the next review may fall more than five years after the last.

use crate::{
    finding::{Entry, Severity, Value},
    governance::clocks,
    model::{ObligationKind, Review},
    rules::{Check, Context, Example, Rule, Sink, written},
    values::{Code, Meaning},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"REV", 7),
        name: "next-review-too-late",
        severity: Severity::Warning,
        finds: "The next review may fall more than five years after the last.",
        why: "Councils are expected to have a review at least every five years.",
        source: clocks::NEXT_SOURCE,
        since: "0.1.0",
    },
    example: Example {
        as_at: "2019-09-04",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "reviews": [{"reference": "REV1", "name": "Review", "held": "1 March 2019",
   "obligations": [{"kind": "next_review", "target": "summer 2024"}]}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "reviews": [{"reference": "REV1", "name": "Review", "held": "1 March 2019",
   "obligations": [{"kind": "next_review", "target": "February 2024"}]}]}"#,
    },
    check: Check::Reviews(check),
};

fn check(_: &Context<'_>, review: &Review, sink: &mut Sink<'_>) {
    let Some(limit) = clocks::next_due(review) else { return };
    for owed in review.owed(ObligationKind::NextReview) {
        let Some(words) = &owed.target else { continue };
        let Some(Meaning::Due(target)) = words.value() else { continue };
        if target.latest().is_some_and(|latest| latest <= limit) {
            sink.pass();
            continue;
        }
        let certain = target.earliest() > limit;
        let falls = if certain { "falls" } else { "can fall" };
        let message = format!("'{words}' {falls} after {}, five years on.", written(limit));
        let help = format!("Name a month that ends by {}.", written(limit));
        let finding = sink.finding(message, help).about(review.key.id);
        let finding = finding.with("limit", Value::Day(limit));
        sink.find(if certain { finding } else { finding.undetermined() });
    }
}
