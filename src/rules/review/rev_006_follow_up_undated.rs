//! REV-006: six months after the visit no date is set for the reviewers' return, or the date is outside the offer's window.

use chrono::NaiveDate;

use crate::{
    finding::{Entry, Severity, Value},
    governance::clocks,
    model::{ObligationKind, Review},
    rules::{Check, Context, Example, Rule, Sink, months_after, written},
    values::{Code, Due, Meaning, Timescale},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"REV", 6),
        name: "follow-up-missing-or-out-of-time",
        severity: Severity::Warning,
        finds: "Six months after the visit no date is set for the reviewers' return, or the date is outside the offer's window.",
        why: "Without a date nobody prepares for it, and the window closes: two years on under the offer of about 2011 to 2020, some six months (taken as nine at most) under that of 2021 and 2022, twelve months with its report since.",
        source: clocks::RETURN_SOURCE,
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
    let Some(left) = clocks::left(review) else { return };
    if !clocks::is_peer_challenge(review) {
        return;
    }
    if review.owed(ObligationKind::FollowUp).any(|owed| owed.declined.is_some()) {
        return sink.pass();
    }
    let window = clocks::return_closes(review);
    let targets = review.owed(ObligationKind::FollowUp).filter_map(|owed| owed.target.as_ref());
    let said: Vec<&Timescale> = targets.filter(|target| target.says_something()).collect();
    match said.iter().find_map(|target| target.value()) {
        Some(Meaning::Due(due)) => in_window(context, review, due, window, sink),
        // It has taken place.
        Some(Meaning::Status { status, .. }) if status.is_delivered() => sink.pass(),
        _ => match said.first() {
            Some(words) => unreadable(review, words, sink),
            None => no_date(context, review, left, window, sink),
        },
    }
}

fn in_window(
    context: &Context<'_>,
    review: &Review,
    due: &Due,
    window: Option<[NaiveDate; 2]>,
    sink: &mut Sink<'_>,
) {
    let Some([opens, window]) = window else { return };
    if due.latest().is_some_and(|latest| latest <= opens) {
        return sink.pass();
    }
    let (certain, closes) = (due.earliest() > window, closes(context, window));
    let verb = if certain { "is" } else { "can be" };
    let message = format!("The reviewers' return, {due}, {verb} after the window {closes}.");
    let help = "Agree a date within the window, or say why it is later.";
    let finding = sink.finding(message, help).about(review.key.id);
    let finding = finding.with("window", Value::Day(window));
    sink.find(if certain { finding } else { finding.undetermined() });
}

fn closes(context: &Context<'_>, window: NaiveDate) -> String {
    let does = if window < context.on { "closed" } else { "closes" };
    format!("{does} on {}", written(window))
}

fn unreadable(review: &Review, words: &Timescale, sink: &mut Sink<'_>) {
    let message = format!("From '{words}' no day follows for the reviewers' return.");
    let finding = sink.finding(message, "Enter the date agreed with the reviewers.");
    sink.find(finding.about(review.key.id).undetermined());
}

fn no_date(
    context: &Context<'_>,
    review: &Review,
    left: [NaiveDate; 2],
    window: Option<[NaiveDate; 2]>,
    sink: &mut Sink<'_>,
) {
    let [earliest, latest] = left.map(|day| months_after(day, SET_WITHIN));
    if context.on <= earliest {
        return;
    }
    let closes = window.map(|[_, window]| format!("; the window {}", closes(context, window)));
    let message = format!(
        "No date is set for the reviewers' return after '{}'{}.",
        review.name,
        closes.unwrap_or_default()
    );
    let help = "Enter the date agreed with the reviewers, or why it was declined.";
    let finding = sink.finding(message, help).about(review.key.id);
    sink.find(if context.on > latest { finding } else { finding.undetermined() });
}
