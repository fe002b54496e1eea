//! RSK-006: a live risk was to be looked at again by a day that is past.

use crate::{
    finding::{Entry, Severity},
    model::Risk,
    raid,
    rules::{Check, Context, Example, Rule, Sink},
    values::{Certainty, Code},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"RSK", 6),
        name: "risk-review-past",
        severity: Severity::Warning,
        finds: "The day on which a live risk was to be looked at again is past.",
        why: "A score that nobody looked at again is that of another time.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Place"}],
 "risks": [{"reference": "RSK1", "title": "Staff do not engage", "owners": "POST1",
   "mitigations": "Talk with them early", "review": "May 2021"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Place"}],
 "risks": [{"reference": "RSK1", "title": "Staff do not engage", "owners": "POST1",
   "mitigations": "Talk with them early", "review": "September 2021"}]}"#,
    },
    check: Check::Risks(check),
};

fn check(context: &Context<'_>, risk: &Risk, sink: &mut Sink<'_>) {
    if risk.attributed_to.is_some() || raid::is_live(risk, context.on) == Certainty::No {
        return;
    }
    let Some(review) = risk.review.as_ref() else { return };
    let Some(date) = review.value() else { return };
    // Within the month that is given there is still time.
    sink.expect(date.latest() >= context.on, |sink| {
        let message = format!("'{}' was to be looked at again by {review}.", risk.title);
        let help = "Look at it again, and say when it is looked at next.";
        sink.finding(message, help).about(risk.key.id)
    });
}
