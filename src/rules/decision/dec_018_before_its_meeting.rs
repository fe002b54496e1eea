//! DEC-018: a decision is dated before the meeting that made it, or before what it follows.

use crate::{
    finding::{Entry, Severity},
    model::{Decision, Subject},
    rules::{Check, Context, Example, Rule, Sink},
    values::{Certainty, Code, When},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"DEC", 18),
        name: "decision-before-its-meeting",
        severity: Severity::Error,
        finds: "A decision is dated before the meeting that made it, or before what it follows.",
        why: "One of the dates is wrong, and every deadline that is counted from it. Dates that may agree are left alone.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-07-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}, {"reference": "BODY2", "name": "Council", "kind": "council"}],
 "events": [{"reference": "EV1", "name": "Cabinet in June", "date": "22 June 2021"}],
 "decisions": [{"reference": "DEC1", "title": "Approve Phase 2", "body": "BODY1", "act": "resolve", "date": "21 June 2021", "meeting": "EV1"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}, {"reference": "BODY2", "name": "Council", "kind": "council"}],
 "events": [{"reference": "EV1", "name": "Cabinet in June", "date": "22 June 2021"}],
 "decisions": [{"reference": "DEC1", "title": "Approve Phase 2", "body": "BODY1", "act": "resolve", "date": "22 June 2021", "meeting": "EV1"}]}"#,
    },
    check: Check::Decisions(check),
};

fn check(context: &Context<'_>, decision: &Decision, sink: &mut Sink<'_>) {
    let programme = context.programme;
    if let Some(meeting) = decision.meeting.and_then(|id| programme.get(id)) {
        let other = Other {
            row: meeting.key.id.into(),
            name: &meeting.name,
            is: "the meeting that made it",
        };
        compare(decision, &other, meeting.date.as_ref(), sink);
    }
    // The day of a paper is that of the meeting before which it comes.
    let paper = decision.report.and_then(|id| programme.get(id));
    let here = paper.filter(|paper| decision.meeting.is_none() && paper.body == decision.body);
    if let Some(paper) = here {
        let (row, name) = (paper.key.id.into(), paper.title.as_str());
        let other = Other { row, name, is: "the paper on which it was made" };
        compare(decision, &other, paper.date.as_ref(), sink);
    }
    if let Some(first) = decision.follows.and_then(|id| programme.get(id)) {
        let other = Other { row: first.key.id.into(), name: &first.title, is: "which it follows" };
        compare(decision, &other, first.date.as_ref(), sink);
    }
}

/// What has to come first.
struct Other<'a> {
    row: Subject,
    name: &'a str,
    is: &'static str,
}

fn compare(decision: &Decision, other: &Other<'_>, date: Option<&When>, sink: &mut Sink<'_>) {
    let own = decision.date.as_ref().and_then(When::value);
    let (Some(own), Some(first)) = (own, date.and_then(When::value)) else { return };
    let before = own.before(*first);
    if before != Certainty::Possibly {
        sink.expect(before == Certainty::No, |sink| {
            let message = format!(
                "'{}' is dated {own}, before '{}' of {first}, {}.",
                decision.title, other.name, other.is
            );
            let finding = sink.finding(message, "Check both dates.");
            finding.about(decision.key.id).about(other.row)
        });
    }
}
