//! DEC-011: an item is taken late without its special circumstances.

use crate::{
    finding::{Entry, Outcome, Severity},
    governance::meets_in_public,
    model::{Parameter, Report, ReportKind, Urgency},
    rules::{
        Check, Context, Example, Rule, Sink,
        case::{Case, said},
        notice::{Lack, Notice, is_given},
    },
    values::{Certainty, Code, capital, names::fold},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"DEC", 11),
        name: "late-item-without-circumstances",
        severity: Severity::Error,
        finds: "An item is taken late without its special circumstances: said to be urgent, or open for fewer than five clear days.",
        why: "On the council's side a late item may be taken only where the chair is of the opinion, by reason of special circumstances that the minutes specify, that it is urgent. The executive has no such power: its agenda is open for five clear days, or from when a meeting is convened at shorter notice, which the basis of the urgency may say.",
        source: "LGA 1972 s.100B(4); five clear days since SI 2002/715; executive meetings SI 2012/2089 reg 6(2)",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2019-09-04",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "bodies": [{"reference": "BODY1", "name": "Scrutiny Board", "kind": "scrutiny"}],
 "reports": [{"reference": "REP1", "title": "Review of the plan", "body": "BODY1", "date": "4 September 2019",
   "urgency": {"basis": "Section 100B(4)", "agreed_by": "Chairman"}}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "bodies": [{"reference": "BODY1", "name": "Scrutiny Board", "kind": "scrutiny"}],
 "reports": [{"reference": "REP1", "title": "Review of the plan", "body": "BODY1", "date": "4 September 2019",
   "urgency": {"basis": "Section 100B(4)", "agreed_by": "Chairman",
     "circumstances": "The review team reported after the agenda was sent"}}]}"#,
    },
    check: Check::Reports(check),
};

fn check(context: &Context<'_>, report: &Report, sink: &mut Sink<'_>) {
    let Some(case) = Case::of_report(context, report) else { return };
    let urgency = report.urgency.as_ref();
    let Some(ground) = ground(&case, urgency) else { return sink.pass() };
    if case.executive().is_certain() && !case.may_be_under_regulations() {
        return;
    }
    let Ground { lacks, help, certain } = ground;
    let title = &report.title;
    let dated = is_given(report.published.as_ref()) && is_put_before_a_meeting(&case, report);
    if !dated {
        if urgency.is_some() {
            let message = format!("'{title}' is taken late, and {lacks}.");
            let help = format!("{}, or take the item to the next meeting.", capital(help));
            let finding = sink.finding(message, help).about(report.key.id);
            // Before the executive it hangs on the days, which are not held.
            let certain = certain && !case.executive().is_certain();
            sink.find(if certain { finding } else { finding.undetermined() });
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
            let late = if matches!(lack, Lack::Short { .. }) { "is" } else { "may be" };
            let before = format!("'{title}' {late} taken late, {lacks}, and ");
            let finding = lack.finding(sink, &case, &before, &format!("else {help}"));
            // Days that cannot be counted stay so.
            let open = certain || finding.outcome == Outcome::NotAssessed;
            sink.find(if open { finding } else { finding.undetermined() });
        }
    }
}

/// Why an item may not be taken late.
struct Ground {
    lacks: &'static str,
    /// What would do instead.
    help: &'static str,
    /// Whether it is so on either side that may decide.
    certain: bool,
}

/// Why an item may not be taken late, if it is late; none where it may.
fn ground(case: &Case<'_>, urgency: Option<&Urgency>) -> Option<Ground> {
    let text = |of: fn(&Urgency) -> Option<&String>| said(urgency.and_then(of));
    let basis = urgency.and_then(|urgency| urgency.basis.as_deref()).map(fold);
    // A meeting that is itself convened at shorter notice opens its papers from then.
    if basis.is_some_and(|basis| basis.contains("shorter notice")) {
        return None;
    }
    let agreed = text(|urgency| urgency.agreed_by.as_ref());
    let circumstances = text(|urgency| urgency.circumstances.as_ref());
    let state = "state the special circumstances for the minutes";
    let (lacks, help) = match (case.executive(), agreed, circumstances) {
        (Certainty::Certainly, ..) => (
            "no chair's opinion lets the executive do so",
            "say that the meeting was convened at shorter notice",
        ),
        (Certainty::No, true, true) => return None,
        (Certainty::Possibly, true, true) => (
            "whether that is for the council's side, whose chairs may let it, is not said",
            "say before which body it comes",
        ),
        (_, true, false) => ("the special circumstances are not stated", state),
        (_, false, true) => ("the chair's opinion is not stated", "state it for the minutes"),
        (_, false, false) => {
            ("the chair's opinion and the special circumstances are not stated", state)
        }
    };
    let undecided = case.executive() == Certainty::Possibly && agreed && circumstances;
    Some(Ground { lacks, help, certain: !undecided })
}

/// Whether a paper goes before a body whose papers have to be open beforehand: officers' boards
/// and reports of reviewers are under no such law.
fn is_put_before_a_meeting(case: &Case<'_>, report: &Report) -> bool {
    let paper = matches!(report.kind, None | Some(ReportKind::CommitteePaper | ReportKind::Agenda));
    let formal = case.body.and_then(|body| body.kind).is_none_or(meets_in_public);
    paper && formal
}
