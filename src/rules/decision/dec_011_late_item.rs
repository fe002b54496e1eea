//! DEC-011: an item is taken late without its special circumstances.

use crate::{
    finding::{Entry, Severity},
    model::{BodyKind, Parameter, Report, ReportKind},
    rules::{
        Check, Context, Example, Rule, Sink,
        case::Case,
        notice::{Lack, Notice, is_given},
    },
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"DEC", 11),
        name: "late-item-without-circumstances",
        severity: Severity::Error,
        finds: "An item is taken late without its special circumstances: said to be urgent, or open for fewer than five clear days.",
        why: "A late item may be taken only where the chair is of the opinion, by reason of special circumstances that the minutes specify, that it is urgent.",
        source: "LGA 1972 s.100B(4)(b); five clear days since SI 2002/715; executive meetings SI 2012/2089 reg 6",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2019-09-04",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "reports": [{"reference": "REP1", "title": "Review of the plan", "date": "4 September 2019",
   "urgency": {"basis": "Section 100B(4)", "agreed_by": "Chairman"}}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "reports": [{"reference": "REP1", "title": "Review of the plan", "date": "4 September 2019",
   "urgency": {"basis": "Section 100B(4)", "agreed_by": "Chairman",
     "circumstances": "The review team reported after the agenda was sent"}}]}"#,
    },
    check: Check::Reports(check),
};

fn check(context: &Context<'_>, report: &Report, sink: &mut Sink<'_>) {
    let Some(case) = Case::of_report(context, report) else { return };
    let urgency = report.urgency.as_ref();
    let missing = match urgency.map(|urgency| (&urgency.agreed_by, &urgency.circumstances)) {
        Some((Some(_), Some(_))) => return sink.pass(),
        Some((Some(_), None)) => "the special circumstances are not stated",
        Some((None, Some(_))) => "the chair's opinion is not stated",
        Some((None, None)) | None => {
            "the chair's opinion and the special circumstances are not stated"
        }
    };
    let title = &report.title;
    let dated = is_given(report.published.as_ref()) && is_put_before_a_meeting(&case, report);
    if !dated {
        if urgency.is_some() {
            let message = format!("'{title}' is taken late, and {missing}.");
            let help = "State them for the minutes, or take the item to the next meeting.";
            sink.find(sink.finding(message, help).about(report.key.id));
        }
        return;
    }
    let notice = Notice {
        called: "its publication",
        given: report.published.as_ref(),
        wait: case.wait(context, Parameter::MeetingNotice),
    };
    match notice.lack(context, case.date) {
        None => sink.pass(),
        Some(lack) => {
            let before = format!("'{title}' is taken late, {missing}, and ");
            let before = match lack {
                Lack::Short { .. } => before,
                Lack::Doubtful { .. } | Lack::Uncounted { .. } => {
                    format!("'{title}' may be taken late, {missing}, and ")
                }
            };
            let otherwise = "else state the special circumstances for the minutes";
            sink.find(lack.finding(sink, &case, &before, otherwise));
        }
    }
}

/// Whether a paper goes before a body whose papers have to be open beforehand: officers' boards
/// and reports of reviewers are under no such law.
fn is_put_before_a_meeting(case: &Case<'_>, report: &Report) -> bool {
    let paper = matches!(report.kind, None | Some(ReportKind::CommitteePaper | ReportKind::Agenda));
    let formal = case.body.and_then(|body| body.kind).is_none_or(|kind| {
        matches!(
            kind,
            BodyKind::Council
                | BodyKind::Executive
                | BodyKind::Scrutiny
                | BodyKind::Committee
                | BodyKind::SubCommittee
                | BodyKind::JointCommittee
        )
    });
    paper && formal
}
