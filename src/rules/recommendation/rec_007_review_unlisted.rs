//! REC-007: the programme says that it answers a review, and none of its recommendations is here.

use crate::{
    finding::{Entry, Severity},
    model::Review,
    rules::{Check, Context, Example, Rule, Sink},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"REC", 7),
        name: "review-claimed-but-not-listed",
        severity: Severity::Warning,
        finds: "The programme says that it answers a review, and none of its recommendations is here.",
        why: "Nobody can check the claim.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2019-09-04",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example", "answers": ["REV1"]},
 "reviews": [{"reference": "REV1", "name": "Culture review"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example", "answers": ["REV1"]},
 "reviews": [{"reference": "REV1", "name": "Culture review"}],
 "recommendations": [{"reference": "R1", "title": "Plan ahead", "review": "REV1"}]}"#,
    },
    check: Check::Reviews(check),
};

fn check(context: &Context<'_>, review: &Review, sink: &mut Sink<'_>) {
    if !context.programme.about().answers.contains(&review.key.id) {
        return;
    }
    let listed = context.recommendations_of(Some(review.key.id));
    sink.expect(!listed.is_empty(), |sink| {
        let message = format!(
            "'{}' is said to be answered, and no recommendation of it is here.",
            review.name
        );
        let help = "Add its recommendations, or drop the claim.";
        sink.finding(message, help).about(review.key.id)
    });
}
