//! DEC-007: an exception to 28 days' notice is claimed and not made out.

use crate::{
    finding::{Entry, Severity},
    model::{Parameter, Publicity},
    rules::{
        Check, Context, Example, Rule, Sink,
        case::{Case, said},
        notice::{Notice, is_given},
    },
    values::{Certainty, Code},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"DEC", 7),
        name: "notice-exception-not-made-out",
        severity: Severity::Error,
        finds: "An exception to 28 days' notice is claimed and not made out.",
        why: "The general exception wants the chair of scrutiny told in writing and five clear days; special urgency the consent of that chair, or else of the council's chair or vice-chair; and either wants its reasons published.",
        source: "SI 2012/2089 regs 10 and 11",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-07-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}, {"reference": "BODY2", "name": "Council", "kind": "council"}],
 "decisions": [{"reference": "DEC1", "title": "Award the contract", "body": "BODY1", "act": "resolve", "date": "22 June 2021",
   "key_decision": {"key": true, "publicity": "special_urgency", "reasons_published": "22 June 2021"}}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}, {"reference": "BODY2", "name": "Council", "kind": "council"}],
 "decisions": [{"reference": "DEC1", "title": "Award the contract", "body": "BODY1", "act": "resolve", "date": "22 June 2021",
   "key_decision": {"key": true, "publicity": "general_exception", "chair_told": "14 June 2021", "reasons_published": "22 June 2021"}}]}"#,
    },
    check: Check::Cases(check),
};

fn check(context: &Context<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(key) = case.key.filter(|key| key.key != Some(false)) else { return };
    let route = match key.publicity {
        Some(Publicity::GeneralException) => "the general exception",
        Some(Publicity::SpecialUrgency) => "special urgency",
        Some(Publicity::Notice) | None => return,
    };
    if case.executive() == Certainty::No || !case.may_be_under_regulations() {
        return;
    }
    let general = key.publicity == Some(Publicity::GeneralException);
    let told = is_given(key.chair_told.as_ref());
    // The reasons are published once it is clear that the exception is used, and at the latest
    // when the decision is made.
    let made = case.day().is_some_and(|date| date.reached(context.on).is_certain());
    let mut missing = Vec::new();
    if general && !told {
        missing.push("the day on which the chair of scrutiny was told");
    }
    if !general && !said(key.consent_by.as_ref()) {
        missing.push("who agreed that it is urgent");
    }
    if made && !is_given(key.reasons_published.as_ref()) {
        missing.push("when its reasons were published");
    }
    if !missing.is_empty() {
        let message = format!(
            "'{}' relies on {route}, and {} is not recorded.",
            case.title,
            missing.join(", and ")
        );
        let help = "Add it with its day, or go by ordinary notice.";
        sink.find(sink.finding(message, help).about(case.subject));
    }
    let notice = Notice {
        called: "the word to the chair of scrutiny",
        given: key.chair_told.as_ref(),
        wait: case.wait(context, Parameter::GeneralExceptionNotice),
    };
    match notice.lack(context, case.date).filter(|_| general && told) {
        Some(lack) => {
            let before = format!("'{}' relies on {route}, and ", case.title);
            let otherwise = "else special urgency has to be made out";
            sink.find(lack.finding(sink, case, &before, otherwise));
        }
        None if missing.is_empty() => sink.pass(),
        None => {}
    }
}
