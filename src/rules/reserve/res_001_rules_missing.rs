//! RES-001: an earmarked reserve lacks purpose, conditions, approver or owner, or its review is overdue.

use crate::{
    finding::{Entry, Severity},
    model::{Lead, Reserve, ReserveKind},
    rules::{Check, Context, Example, Rule, Sink, funds::day, months_after},
    values::{Certainty, Code},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"RES", 1),
        name: "reserve-without-its-rules",
        severity: Severity::Warning,
        finds: "An earmarked reserve lacks purpose, conditions of use, approver or owner, or was not reviewed for over a year.",
        why: "What a reserve is for and who may use it is set when it is set up, and looked at again every year; otherwise it is spent on whatever comes first, or kept for nothing.",
        source: "CIPFA LAAP Bulletins 55, 77 and 99, as a council reports them; FM Code",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Head of Finance"}],
 "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}],
 "reserves": [{"reference": "RSV1", "name": "Management of Change", "kind": "earmarked", "fund": "general_fund",
   "purpose": "One-off costs of change", "approver": "BODY1"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Head of Finance"}],
 "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}],
 "reserves": [{"reference": "RSV1", "name": "Management of Change", "kind": "earmarked", "fund": "general_fund",
   "purpose": "One-off costs of change", "conditions": "A business case", "approver": "BODY1", "owners": ["POST1"],
   "reviewed": "22 June 2020"}]}"#,
    },
    check: Check::Reserves(check),
};

fn check(context: &Context<'_>, reserve: &Reserve, sink: &mut Sink<'_>) {
    let closed = day(reserve.closed.as_ref());
    let closed = closed.is_some_and(|date| date.reached(context.on) != Certainty::No);
    // One of which the kind is not said may be earmarked; it is asked about where it is used.
    let asked = match reserve.kind {
        Some(kind) => kind == ReserveKind::Earmarked,
        None => context.funds().is_used(reserve.key.id),
    };
    if closed || !asked {
        return;
    }
    let said = |text: &Option<String>| text.as_ref().is_some_and(|text| !text.trim().is_empty());
    let uses = reserve.uses.iter().any(|text| !text.trim().is_empty());
    let missing: Vec<&str> = [
        ("purpose", said(&reserve.purpose)),
        ("conditions of use", said(&reserve.conditions) || uses),
        ("approver", reserve.approver.is_some()),
        ("owner", reserve.owners.iter().any(Lead::is_somebody)),
    ]
    .into_iter()
    .filter_map(|(what, held)| (!held).then_some(what))
    .collect();
    if missing.is_empty() {
        sink.pass();
    } else {
        let message = format!("'{}' has no {}.", reserve.name, missing.join(", no "));
        let finding = match reserve.kind {
            Some(_) => sink.finding(message, "Add them for the next budget report."),
            None => sink.finding(message, "Say whether it is earmarked.").undetermined(),
        };
        sink.find(finding.about(reserve.key.id));
    }
    review(context, reserve, sink);
}

/// What is not said to be reviewed may have been; what is, has to be so within a year.
fn review(context: &Context<'_>, reserve: &Reserve, sink: &mut Sink<'_>) {
    let Some(reviewed) = day(reserve.reviewed.as_ref()) else { return };
    let over = |day| months_after(day, 12) < context.on;
    let overdue = Certainty::from_readings(over(reviewed.latest()), over(reviewed.earliest()));
    let said = |how: &str| {
        let name = &reserve.name;
        format!("'{name}' was last reviewed {reviewed}, {how} twelve months ago.")
    };
    let finding = match (overdue, reserve.kind) {
        (Certainty::No, _) => return sink.pass(),
        (Certainty::Certainly, Some(_)) => {
            sink.finding(said("over"), "Review it with the next budget.")
        }
        (Certainty::Certainly, None) => {
            sink.finding(said("over"), "Say whether it is earmarked.").undetermined()
        }
        (Certainty::Possibly, _) => {
            sink.finding(said("perhaps over"), "Give the day of the review.").undetermined()
        }
    };
    sink.find(finding.about(reserve.key.id));
}
