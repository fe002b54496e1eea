//! REV-006: six months after the visit no date is set for the reviewers' return, or the date is outside the offer's window.

use chrono::NaiveDate;

use crate::{
    finding::{Entry, Severity, Value},
    model::{ObligationKind, Offer, Review, ReviewKind},
    rules::{Check, Context, Example, Rule, Sink, months_after, written},
    values::{Code, Due, Meaning},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"REV", 6),
        name: "follow-up-missing-or-out-of-time",
        severity: Severity::Warning,
        finds: "Six months after the visit no date is set for the reviewers' return, or the date is outside the offer's window.",
        why: "Without a date nobody prepares for it, and the window closes: two years on under the offer of about 2011 to 2020, some six months (taken as nine at most) under that of 2021 and 2022, twelve months with its report since.",
        source: "LGA corporate peer challenge pages; for the first offer, councils' own action plans",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2020-03-10",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "reviews": [{"reference": "REV1", "name": "Review", "kind": "corporate_peer_challenge", "offer": "follow_up_visit",
   "held": "January 2019", "obligations": [{"kind": "follow_up", "purpose": "To look at progress"}]}],
 "plans": [{"reference": "PLAN1", "title": "Plan", "review": "REV1", "published": "10 May 2019",
   "stated_states": [{"state": "agreed", "words": "Agreed by Cabinet"}]}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "reviews": [{"reference": "REV1", "name": "Review", "kind": "corporate_peer_challenge", "offer": "follow_up_visit",
   "held": "January 2019", "obligations": [{"kind": "follow_up", "target": "by the end of December 2020"}]}],
 "plans": [{"reference": "PLAN1", "title": "Plan", "review": "REV1", "published": "10 May 2019",
   "stated_states": [{"state": "agreed", "words": "Agreed by Cabinet"}]}]}"#,
    },
    check: Check::Reviews(check),
};

/// How long after the visit a date should be set.
const SET_WITHIN: u32 = 6;

fn check(context: &Context<'_>, review: &Review, sink: &mut Sink<'_>) {
    let Some([left_earliest, left]) = left(review) else { return };
    if review.kind != Some(ReviewKind::CorporatePeerChallenge) {
        return;
    }
    if review.owed(ObligationKind::FollowUp).any(|owed| owed.declined.is_some()) {
        return sink.pass();
    }
    let window = review.offer.map(months).map(|months| months_after(left, months));
    let mut owed = review.owed(ObligationKind::FollowUp);
    let due: Option<&Due> = owed.find_map(|owed| match owed.target.as_ref()?.value()? {
        Meaning::Due(due) => Some(due),
        _ => None,
    });
    match due {
        Some(due) => in_window(review, due, window, sink),
        None => no_date(context, review, [left_earliest, left], window, sink),
    }
}

/// The first and the last day on which the team may have left: a report follows the visit, where
/// nothing says when that was.
fn left(review: &Review) -> Option<[NaiveDate; 2]> {
    if let Some(held) = review.held.as_ref().and_then(|held| held.value()) {
        return Some([held.last().earliest(), held.latest()]);
    }
    let published = review.published.as_ref()?.value()?.latest();
    Some([published, published])
}

/// How many months after the visit the window of an offer closes.
fn months(offer: Offer) -> u32 {
    match offer {
        Offer::FollowUpVisit => 24,
        Offer::CheckIn => 9,
        Offer::ProgressReview => 12,
    }
}

fn in_window(review: &Review, due: &Due, window: Option<NaiveDate>, sink: &mut Sink<'_>) {
    let Some(window) = window else { return };
    if due.earliest() <= window {
        return sink.pass();
    }
    let message = format!(
        "The reviewers' return is set for {due}; the window of the offer closed on {}.",
        written(window)
    );
    let help = "Agree a date within the window, or say why it is later.";
    let finding = sink.finding(message, help).about(review.key.id);
    sink.find(finding.with("window", Value::Day(window)));
}

fn no_date(
    context: &Context<'_>,
    review: &Review,
    left: [NaiveDate; 2],
    window: Option<NaiveDate>,
    sink: &mut Sink<'_>,
) {
    let [earliest, latest] = left.map(|day| months_after(day, SET_WITHIN));
    if context.on <= earliest {
        return;
    }
    let closes = match window {
        Some(window) if window < context.on => {
            format!("; the window closed on {}", written(window))
        }
        Some(window) => format!("; the window closes on {}", written(window)),
        None => String::new(),
    };
    let message =
        format!("No date is set for the reviewers' return after '{}'{closes}.", review.name);
    let help = "Enter the date agreed with the reviewers, or why it was declined.";
    let finding = sink.finding(message, help).about(review.key.id);
    sink.find(if context.on > latest { finding } else { finding.undetermined() });
}
