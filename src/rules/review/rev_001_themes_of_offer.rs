//! REV-001: the core themes of a peer challenge are not the five of the offer in force when the team was on site.

use chrono::{Datelike, NaiveDate};

use crate::{
    finding::{Entry, Severity},
    model::{QuestionClass, Review, ReviewKind},
    rules::{Check, Context, Example, Rule, Sink},
    values::{Code, names},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"REV", 1),
        name: "themes-not-of-the-offer",
        severity: Severity::Warning,
        finds: "The core themes of a peer challenge are not the five of the offer in force when the team was on site.",
        why: "A theme of another year's offer reads as if the council had chosen it; what it chose itself are additional areas.",
        source: "LGA corporate peer challenge pages: five themes of about 2018 to 2020, and those since about 2021; the years between are not fixed",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2019-04-01",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "reviews": [{"reference": "REV1", "name": "Review", "kind": "corporate_peer_challenge", "held": "26 February 2019",
   "questions": [
     {"class": "core", "title": "Local place and priority setting", "question": "Does the council know its place?"},
     {"class": "core", "title": "Leadership of place", "question": "Does it lead?"},
     {"class": "core", "title": "Governance and culture", "question": "Is challenge welcome?"},
     {"class": "core", "title": "Financial planning and viability", "question": "Is there a plan?"},
     {"class": "core", "title": "Capacity to deliver", "question": "Can it deliver?"}]}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "reviews": [{"reference": "REV1", "name": "Review", "kind": "corporate_peer_challenge", "held": "26 February 2019",
   "questions": [
     {"class": "core", "title": "Local place and priority setting", "question": "Does the council know its place?"},
     {"class": "core", "title": "Leadership of place", "question": "Does it lead?"},
     {"class": "core", "title": "Organisational leadership and governance", "question": "Who decides?"},
     {"class": "core", "title": "Financial planning and viability", "question": "Is there a plan?"},
     {"class": "core", "title": "Capacity to deliver", "question": "Can it deliver?"}]}]}"#,
    },
    check: Check::Reviews(check),
};

/// How many core themes every version of the offer has had.
const CORE: usize = 5;

/// Of about 2018 to 2020.
const BEFORE: [&str; CORE] = [
    "Local place and priority setting",
    "Leadership of place",
    "Financial planning and viability",
    "Organisational leadership and governance",
    "Capacity to deliver",
];

/// Since about 2021.
const SINCE: [&str; CORE] = [
    "Local priorities and outcomes",
    "Organisational and place leadership",
    "Governance and culture",
    "Financial planning and management",
    "Capacity for improvement",
];

fn check(_: &Context<'_>, review: &Review, sink: &mut Sink<'_>) {
    let core = review.questions.iter().filter(|asked| asked.class == Some(QuestionClass::Core));
    let titles: Vec<_> = core.map(|asked| asked.title.as_deref()).collect();
    let (Some(first), Some(last)) = (review.first_day(), review.last_day()) else { return };
    if review.kind != Some(ReviewKind::CorporatePeerChallenge) || titles.is_empty() {
        return;
    }
    let mut lists: Vec<[&str; CORE]> = lists(first.year()).to_vec();
    lists.extend(lists_of_last(first, last));
    let told: Vec<&str> = titles.iter().flatten().copied().collect();
    let whole = lists.is_empty() || told.len() < titles.len();
    // Questions without a title can be counted and no more.
    if titles.len() == CORE && (whole || lists.iter().any(|list| is_list(&told, list))) {
        return sink.pass();
    }
    let odd: Vec<_> = told
        .iter()
        .filter(|title| !lists.iter().flatten().any(|theme| holds(title, theme)))
        .collect();
    let message = if titles.len() != CORE {
        format!("{} core themes are held; the offer has {CORE}.", titles.len())
    } else if odd.is_empty() {
        "The core themes are not the five of one offer: one stands twice, or two offers are mixed."
            .to_owned()
    } else {
        let odd: Vec<_> = odd.iter().map(|title| format!("'{title}'")).collect();
        format!("{} was no core theme when the team was on site.", odd.join(", "))
    };
    let help = "Name the five of the offer, and hold the others as requested by the council.";
    let finding = sink.finding(message, help).about(review.key.id);
    let settled = lists.len() < 2;
    sink.find(if settled { finding } else { finding.lowered_to(Severity::Info) });
}

/// The lists that may have been in force in a year: until about 2016 there were five questions
/// without a title, and the year in which one list gave way to the next is not known.
fn lists(year: i32) -> &'static [[&'static str; CORE]] {
    match year {
        ..=2016 => &[],
        2017..=2019 => &[BEFORE],
        2020 | 2021 => &[BEFORE, SINCE],
        _ => &[SINCE],
    }
}

/// What the last day of a visit may add, where nobody says on which day it was.
fn lists_of_last(first: NaiveDate, last: NaiveDate) -> Vec<[&'static str; CORE]> {
    let known = lists(first.year());
    lists(last.year()).iter().filter(|list| !known.contains(list)).copied().collect()
}

/// Whether titles are the themes of a list, each once.
fn is_list(titles: &[&str], list: &[&str; CORE]) -> bool {
    list.iter().all(|theme| titles.iter().filter(|title| holds(title, theme)).count() == 1)
}

/// Whether a title has the words of a theme: papers add words of their own.
fn holds(title: &str, theme: &str) -> bool {
    let folded = names::fold(title);
    let words: Vec<&str> = folded.split(' ').collect();
    names::fold(theme).split(' ').all(|word| words.contains(&word))
}
