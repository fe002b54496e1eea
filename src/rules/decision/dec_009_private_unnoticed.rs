//! DEC-009: the executive meets in private without both notices.

use crate::{
    finding::{Entry, Severity},
    model::{PaperPart, Parameter, PrivateMeeting},
    rules::{
        Check, Context, Example, Rule, Sink,
        case::{Case, said},
        notice::{Notice, is_given},
    },
    values::{Code, When},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"DEC", 9),
        name: "private-meeting-without-notices",
        severity: Severity::Error,
        finds: "The executive meets in private without both notices.",
        why: "A private meeting of the executive wants a notice with reasons 28 clear days before, and a second, with what was said against it and the reply, five clear days before; or the agreement of the chair of scrutiny that it is urgent.",
        source: "SI 2012/2089 reg 5",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}, {"reference": "BODY2", "name": "Council", "kind": "council"}],
 "decisions": [{"reference": "DEC1", "title": "Award the contract", "body": "BODY1", "act": "resolve", "date": "22 June 2021",
   "private": {"first_notice": "17 May 2021", "second_notice": "21 June 2021"}}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}, {"reference": "BODY2", "name": "Council", "kind": "council"}],
 "decisions": [{"reference": "DEC1", "title": "Award the contract", "body": "BODY1", "act": "resolve", "date": "22 June 2021",
   "private": {"first_notice": "17 May 2021", "second_notice": "14 June 2021", "representations": "none"}}]}"#,
    },
    check: Check::Cases(check),
};

fn check(context: &Context<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    // One member or officer who decides alone holds no meeting.
    let meets = case.body.is_some() && case.executive().is_certain();
    let part_two = case.openness.is_some_and(|openness| openness.part == Some(PaperPart::Two));
    if !meets || !(part_two || case.private.is_some()) || !case.may_be_under_regulations() {
        return;
    }
    let Some(private) = case.private else {
        let message =
            format!("'{}' is taken in private, and no notice of that is held.", case.title);
        let help = "Record both notices of the private meeting, or who agreed that it is urgent.";
        return sink.find(sink.finding(message, help).about(case.subject).undetermined());
    };
    if said(private.consent_by.as_ref()) {
        return sink.pass();
    }
    for (called, given, parameter) in notices(private) {
        if !is_given(given) {
            let message =
                format!("'{}' is taken in private, and {called} of that is missing.", case.title);
            let help =
                "Give that notice and its day, or say who agreed that the meeting could not wait.";
            sink.find(sink.finding(message, help).about(case.subject));
            continue;
        }
        let notice = Notice { called, given, wait: case.wait(context, parameter) };
        match notice.lack(context, case.date) {
            None => sink.pass(),
            Some(lack) => {
                let before = format!("'{}' is taken in private, and ", case.title);
                let otherwise = "else the chair of scrutiny has to agree that it is urgent";
                sink.find(lack.finding(sink, case, &before, otherwise));
            }
        }
    }
}

type Given<'a> = (&'static str, Option<&'a When>, Parameter);

fn notices(private: &PrivateMeeting) -> [Given<'_>; 2] {
    [
        ("the first notice", private.first_notice.as_ref(), Parameter::PrivateMeetingNotice),
        ("the second notice", private.second_notice.as_ref(), Parameter::PrivateMeetingReply),
    ]
}
