//! DOC-005: a request says another again, and differs from it.

use crate::{
    finding::{Entry, Severity},
    model::{Report, Request},
    rules::{
        Check, Context, Example, Rule, Sink,
        bounds::pounds,
        case::decider,
        papers::{act_word, called, restated},
    },
    values::{Code, Meeting},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"DOC", 5),
        name: "restated-request-differs",
        severity: Severity::Error,
        finds: "A request says another again, and differs from it.",
        why: "Members vote on one of the two, and officers may act on the other. Amounts that agree once they are rounded do not differ.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}, {"reference": "BODY2", "name": "Council", "kind": "council"}],
 "reports": [{"reference": "REP1", "title": "Phase 2", "body": "BODY2", "date": "22 June 2021",
   "requests": [{"label": "2(a)", "title": "Draw £361k down from the reserve", "act": "resolve", "amount": "£361k"},
     {"label": "5.4", "title": "Draw £365k down from the reserve", "act": "resolve", "amount": "£365k", "restates": "2(a)"}],
   "comments": [{"by": ["Section 151 Officer"], "text": "It is in the budget"}, {"by": ["Monitoring Officer"], "text": "None"}]}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}, {"reference": "BODY2", "name": "Council", "kind": "council"}],
 "reports": [{"reference": "REP1", "title": "Phase 2", "body": "BODY2", "date": "22 June 2021",
   "requests": [{"label": "2(a)", "title": "Draw £361k down from the reserve", "act": "resolve", "amount": "£361k"},
     {"label": "5.4", "title": "Draw £361k down from the reserve", "act": "resolve", "amount": "£0.361m", "restates": "2(a)"}],
   "comments": [{"by": ["Section 151 Officer"], "text": "It is in the budget"}, {"by": ["Monitoring Officer"], "text": "None"}]}]}"#,
    },
    check: Check::Reports(check),
};

fn check(context: &Context<'_>, report: &Report, sink: &mut Sink<'_>) {
    for (again, first) in restated(report) {
        let title = &report.title;
        let Some(first) = first else {
            let label = again.restates.as_deref().unwrap_or_default().trim();
            let message = format!(
                "In '{title}', '{}' says '{label}' again, and nothing is asked under that label.",
                called(again)
            );
            let help = "Check the label, or add what is asked there.";
            let finding = sink.finding(message, help).about(report.key.id);
            sink.find(finding.undetermined());
            continue;
        };
        let differ = differences(context, report, first, again);
        sink.expect(differ.is_empty(), |sink| {
            let message = format!(
                "In '{title}', '{}' says '{}' again and differs: {}.",
                called(again),
                called(first),
                differ.join("; ")
            );
            let help = "Take both from one text.";
            sink.finding(message, help).about(report.key.id)
        });
    }
}

fn differences(
    context: &Context<'_>,
    report: &Report,
    first: &Request,
    again: &Request,
) -> Vec<String> {
    let mut differ = Vec::new();
    if let Some((a, b)) = first.act.zip(again.act).filter(|(a, b)| a != b) {
        differ.push(format!("'{}' against '{}'", act_word(a), act_word(b)));
    }
    let deciders = decider(report, first).zip(decider(report, again));
    if let Some((a, b)) = deciders.filter(|(a, b)| a != b) {
        let name = |id| context.programme.name(id).unwrap_or_default();
        differ.push(format!("decided by '{}' against '{}'", name(a), name(b)));
    }
    if let Some((a, b)) = first.amount.as_ref().zip(again.amount.as_ref()) {
        let apart = pounds(a).zip(pounds(b)).is_some_and(|(a, b)| a.meets(b) == Meeting::Apart);
        if apart {
            differ.push(format!("{a} against {b}"));
        }
    }
    differ
}
