//! DEC-010: something is private without a lawful ground, or open and given a ground.

use crate::{
    finding::{Entry, Severity},
    model::{Openness, PaperPart, PrivateGround},
    rules::{
        Check, Context, Example, Rule, Sink,
        case::{Case, said},
    },
    values::{Code, Unread, names::fold},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"DEC", 10),
        name: "private-without-lawful-ground",
        severity: Severity::Error,
        finds: "Something is private without a lawful ground, or open and given a ground.",
        why: "The public may be kept out only for what is confidential, or exempt under one of the seven paragraphs of Schedule 12A and only while secrecy outweighs the public interest in openness.",
        source: "LGA 1972 s.100A and Schedule 12A",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "reports": [{"reference": "REP1", "title": "Award of the contract", "date": "22 June 2021",
   "openness": {"part": "2", "reason": "Commercially sensitive", "public_interest": "Bidders would be harmed"}}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "reports": [{"reference": "REP1", "title": "Award of the contract", "date": "22 June 2021",
   "openness": {"part": "2", "ground": "exempt", "paragraphs": "3", "public_interest": "Bidders would be harmed"}}]}"#,
    },
    check: Check::Cases(check),
};

fn check(_: &Context<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(openness) = case.openness else { return };
    match (openness.part, openness.ground) {
        (Some(PaperPart::One), _) => open(case, openness, sink),
        (None, None) => {}
        (_, Some(PrivateGround::Confidential)) => sink.pass(),
        (Some(PaperPart::Two), None) | (_, Some(PrivateGround::Exempt)) => {
            private(case, openness, sink);
        }
    }
}

/// What is open needs no ground, and one that is given says the opposite.
fn open(case: &Case<'_>, openness: &Openness, sink: &mut Sink<'_>) {
    let paragraphs = openness.paragraphs.as_ref().map(|words| words.words().into_owned());
    let reason = openness.reason.clone().filter(|reason| !is_nothing(reason));
    let paragraphs = paragraphs.filter(|words| !is_nothing(words));
    let ground = openness.ground.map(|ground| match ground {
        PrivateGround::Exempt => "exempt".to_owned(),
        PrivateGround::Confidential => "confidential".to_owned(),
    });
    match reason.or(paragraphs).or(ground) {
        None => sink.pass(),
        Some(words) => {
            let message = format!(
                "'{}' is in Part 1, and '{words}' is given for keeping it private.",
                case.title
            );
            let help = "Take the reason out, or move it to Part 2 with its ground.";
            sink.find(sink.finding(message, help).about(case.subject));
        }
    }
}

fn private(case: &Case<'_>, openness: &Openness, sink: &mut Sink<'_>) {
    let nothing = |unread| matches!(unread, Some(Unread::Blank | Unread::NotApplicable));
    let paragraphs = openness.paragraphs.as_ref().filter(|words| !nothing(words.unread()));
    let mut lacks = Vec::new();
    match paragraphs {
        Some(words) if words.value().is_some() => {}
        Some(words) => {
            lacks.push(format!("'{words}' names no paragraph of Schedule 12A from 1 to 7"))
        }
        None if openness.ground.is_none() => {
            let given = openness.reason.as_ref().filter(|reason| !is_nothing(reason));
            lacks.push(match given {
                Some(words) => format!("'{words}' is no ground"),
                None => "no ground is given".to_owned(),
            });
        }
        None => lacks.push("the paragraph of Schedule 12A is not given".to_owned()),
    }
    if !said(openness.public_interest.as_ref()) {
        lacks.push("why secrecy outweighs openness is not said".to_owned());
    }
    if lacks.is_empty() {
        return sink.pass();
    }
    let message = format!("'{}' is private, and {}.", case.title, lacks.join(", and "));
    let help = "Name the paragraph relied on and weigh it against openness, or take it in public.";
    sink.find(sink.finding(message, help).about(case.subject));
}

/// Whether words stand for nothing, as in a box that had to be filled.
fn is_nothing(words: &str) -> bool {
    matches!(fold(words).as_str(), "" | "na" | "n a" | "not applicable" | "none" | "nil" | "no")
}
