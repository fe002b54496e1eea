//! DEC-012: the record of a decision leaves something out.

use crate::{
    finding::{Entry, Severity},
    governance::{EXECUTIVE_MEETINGS, OFFICERS_RECORDS},
    model::{Decision, DecisionState},
    rules::{
        Check, Context, Example, Rule, Sink,
        case::{Case, said},
        notice::is_given,
    },
    values::{Certainty, Code},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"DEC", 12),
        name: "decision-record-incomplete",
        severity: Severity::Error,
        finds: "The record of a decision leaves something out.",
        why: "The record of an executive decision, since 10 September 2012, gives its date, its reasons, what else was considered, conflicts of interest and dispensations. That of an officer's on the council's side, since 6 August 2014, gives the first three, and members' conflicts where that very decision was expressly left to the officer; it is wanted only of decisions so left, and of those under a general power that grant a permission or licence, affect the rights of an individual, award a contract or spend materially. Only records that are held are looked at, and 'none' is one.",
        source: "SI 2012/2089 regs 12 and 13; SI 2014/2095 reg 7",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Place", "kind": "officer"}],
 "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}],
 "decision_rights": [{"reference": "DR1", "title": "Appointments up to £50,000", "holders": "POST1",
   "delegated_from": "BODY1"}],
 "decisions": [{"reference": "DEC1", "title": "Appoint a consultant", "by": "POST1", "right": "DR1", "act": "resolve", "date": "1 June 2021",
   "record": {"reasons": "The work needs skills that the council lacks", "options": "none", "conflicts": "none"}}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Place", "kind": "officer"}],
 "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}],
 "decision_rights": [{"reference": "DR1", "title": "Appointments up to £50,000", "holders": "POST1",
   "delegated_from": "BODY1"}],
 "decisions": [{"reference": "DEC1", "title": "Appoint a consultant", "by": "POST1", "right": "DR1", "act": "resolve", "date": "1 June 2021",
   "record": {"reasons": "The work needs skills that the council lacks", "options": "none", "conflicts": "none", "dispensations": "none"}}]}"#,
    },
    check: Check::Decisions(check),
};

fn check(context: &Context<'_>, decision: &Decision, sink: &mut Sink<'_>) {
    let Some(case) = Case::of_decision(context, decision) else { return };
    let Some(record) = &decision.record else { return };
    // Bodies on the council's side keep minutes, which are another matter.
    let executive = case.executive();
    let minuted = case.body.is_some() && executive == Certainty::No;
    if minuted || decision.state == Some(DecisionState::Pending) {
        return;
    }
    let held = [
        ("date", is_given(decision.date.as_ref())),
        ("reasons", said(record.reasons.as_ref())),
        ("options that were rejected", said(record.options.as_ref())),
        ("conflicts of interest", said(record.conflicts.as_ref())),
        ("dispensations", said(record.dispensations.as_ref())),
    ];
    let missing = |first: usize| -> Vec<&str> {
        held.iter().take(first).filter(|(_, held)| !held).map(|(what, _)| *what).collect()
    };
    let (of_executive, of_council) = (missing(EXECUTIVE), missing(OFFICER));
    let (lacks, settle) = match executive {
        Certainty::Certainly => match case.since(EXECUTIVE_MEETINGS) {
            Certainty::No => return,
            Certainty::Possibly => (of_executive, Some("Give the day of the decision.")),
            Certainty::Certainly => (of_executive, None),
        },
        Certainty::No => match case.since(OFFICERS_RECORDS) {
            Certainty::No => return,
            // Which decisions those are is not held.
            _ => (of_council, Some(SAY_POWER)),
        },
        Certainty::Possibly if case.since(EXECUTIVE_MEETINGS) == Certainty::No => return,
        Certainty::Possibly => (of_executive, Some(SAY_SIDE)),
    };
    if lacks.is_empty() {
        return sink.pass();
    }
    let message =
        format!("The record of '{}' says nothing of {}.", decision.title, lacks.join(", "));
    let finding = match settle {
        Some(settle) => sink.finding(message, settle).undetermined(),
        None => sink.finding(message, "Add what is missing, and 'none' where there was none."),
    };
    sink.find(finding.about(decision.key.id));
}

/// How many of the things that are looked for the record of an executive decision gives.
const EXECUTIVE: usize = 5;
/// How many that of an officer's decision on the council's side does in every case: conflicts of
/// members are given only where that very decision was expressly left to the officer.
const OFFICER: usize = 3;

const SAY_POWER: &str = "Say under which power the officer decided, and add what is missing if the law wants a record of it.";
const SAY_SIDE: &str =
    "Say whether it is the executive's or the council's to decide, and add what that side wants.";
