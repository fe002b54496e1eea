//! REV-004: the feedback report of a peer challenge was not published within three months.

use crate::{
    finding::{Entry, Severity, Value},
    governance::clocks,
    model::Review,
    rules::{Check, Context, Example, Rule, Sink, written},
    values::{Code, Unread},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"REV", 4),
        name: "feedback-report-late",
        severity: Severity::Warning,
        finds: "The feedback report of a peer challenge was not published within three months.",
        why: "The offer in force since about 2023 wants the report public within three months of the visit; earlier offers set no such time.",
        source: clocks::REPORT_SOURCE,
        since: "0.1.0",
    },
    example: Example {
        as_at: "2024-11-01",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "reviews": [{"reference": "REV1", "name": "Review", "kind": "corporate_peer_challenge", "offer": "progress_review",
   "held": "15 July 2024 to 18 July 2024"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "reviews": [{"reference": "REV1", "name": "Review", "kind": "corporate_peer_challenge", "offer": "progress_review",
   "held": "15 July 2024 to 18 July 2024", "published": "September 2024"}]}"#,
    },
    check: Check::Reviews(check),
};

fn check(context: &Context<'_>, review: &Review, sink: &mut Sink<'_>) {
    let Some([due_earliest, due]) = clocks::report_due(review) else { return };
    let words = review.published.as_ref().filter(|when| when.unread() != Some(Unread::Blank));
    let (in_time, late) = match words.map(|when| when.value()) {
        Some(Some(date)) => (date.latest() <= due_earliest, date.earliest() > due),
        // It was published, on a day that cannot be read.
        Some(None) => (false, false),
        None => (context.on <= due_earliest, context.on > due),
    };
    if in_time {
        return sink.pass();
    }
    let stands = match words {
        Some(words) => format!("was published {words}"),
        None => "has no date of publication".to_owned(),
    };
    let message = format!(
        "The report of '{}' was due in public by {}, and {stands}.",
        review.name,
        written(due)
    );
    let help = "Add the date of publication, or the date now agreed with the reviewers.";
    let finding = sink.finding(message, help).about(review.key.id).with("due", Value::Day(due));
    sink.find(if late { finding } else { finding.undetermined() });
}
