//! REC-004: a programme says that it answers a review, and no workstream of it carries some of the recommendations that were not declined.

use crate::{
    finding::{Entry, Severity},
    model::{Recommendation, Review},
    rules::{Check, Context, Example, Rule, Sink},
    values::{Code, Id, Verdict},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"REC", 4),
        name: "recommendation-in-no-workstream",
        severity: Severity::Warning,
        finds: "A programme says that it answers a review, and no workstream of it carries some of the recommendations that were not declined.",
        why: "The programme's reports are by workstream; what is in none is not reported on.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2020-09-23",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example", "answers": "REV1"},
 "posts": [{"reference": "POST1", "title": "COO"}],
 "reviews": [{"reference": "REV1", "name": "Review"}],
 "recommendations": [
   {"reference": "R1", "title": "Set a budget", "review": "REV1", "response": "accepted"},
   {"reference": "R2", "title": "Speak to residents", "review": "REV1"}],
 "workstreams": [{"reference": "W1", "name": "One Budget", "leads": ["COO"], "carries": "R1",
   "outcome": "Money follows priorities"}],
 "actions": [
   {"reference": "A1", "title": "Draft the budget", "answers": "R1", "workstream": "W1",
    "leads": "COO", "timescale": "March 2021"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example", "answers": "REV1"},
 "posts": [{"reference": "POST1", "title": "COO"}],
 "reviews": [{"reference": "REV1", "name": "Review"}],
 "recommendations": [
   {"reference": "R1", "title": "Set a budget", "review": "REV1", "response": "accepted"},
   {"reference": "R2", "title": "Speak to residents", "review": "REV1", "response": "accepted"}],
 "workstreams": [{"reference": "W1", "name": "One Budget", "leads": ["COO"], "carries": "R1",
   "outcome": "Money follows priorities"}],
 "actions": [
   {"reference": "A1", "title": "Draft the budget", "answers": ["R1", "R2"], "workstream": "W1",
    "leads": "COO", "timescale": "March 2021"}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let programme = context.programme;
    if programme.workstreams().is_empty() || programme.about().answers.is_empty() {
        return;
    }
    let carried = programme.answered(true);
    for review in &programme.about().answers {
        of_review(context, *review, &carried, sink);
    }
}

fn of_review(context: &Context<'_>, review: Id<Review>, carried: &[bool], sink: &mut Sink<'_>) {
    // What was declined needs no home, and what a body carries has one elsewhere.
    let wanted = |row: &&&Recommendation| {
        let declined = row.response.as_ref().and_then(|r| r.verdict) == Some(Verdict::NotAccepted);
        !row.is_process() && row.parent.is_none() && !declined && row.carried_by.is_empty()
    };
    let all: Vec<_> = context.recommendations_of(Some(review)).iter().filter(wanted).collect();
    let is_carried = |row: &Recommendation| {
        let number = context.programme.recommendations().number(row.key.id);
        let place = number.and_then(|number| usize::try_from(number).ok());
        place.and_then(|at| carried.get(at)).copied().unwrap_or(false)
    };
    let left: Vec<_> = all.iter().filter(|row| !is_carried(row)).collect();
    sink.pass_all(all.len() - left.len());
    if left.is_empty() {
        return;
    }
    let names: Vec<_> = left.iter().map(|row| row.key.shown()).collect();
    let message = format!(
        "'{}' is said to be answered, and {} of its {} recommendations are in no workstream: {}.",
        context.programme.name(review).unwrap_or_default(),
        left.len(),
        all.len(),
        names.join(", ")
    );
    let help =
        "Place each in a workstream, or record the body that carries it outside the programme.";
    let finding = sink.finding(message, help);
    sink.find(left.iter().fold(finding, |finding, row| finding.about(row.key.id)));
}
