//! DEC-015: the impact on people is not assessed when the decision is taken.

use crate::{
    finding::{Entry, Severity},
    model::{Act, Assessment, AssessmentState, ImpactKind, ImplicationKind, Report, Stance},
    rules::{
        Check, Context, Example, Rule, Sink,
        case::{Case, said},
    },
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"DEC", 15),
        name: "impact-not-assessed",
        severity: Severity::Warning,
        finds: "The impact on people is not assessed when the decision is taken.",
        why: "What members have to regard must be before them when they decide; an assessment that is to follow is not. A screening will do, and so will a reason.",
        source: "Equality Act 2010 s.149",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2020-09-23",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "reports": [{"reference": "REP1", "title": "Update", "date": "23 September 2020",
   "assessments": [{"kind": "community", "state": "planned"}]}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "reports": [{"reference": "REP1", "title": "Update", "date": "23 September 2020",
   "assessments": [{"kind": "community", "state": "screened"}]}]}"#,
    },
    check: Check::Reports(check),
};

fn check(context: &Context<'_>, report: &Report, sink: &mut Sink<'_>) {
    if Case::of_report(context, report).is_none() {
        return;
    }
    let title = &report.title;
    if report.assessments.is_empty() {
        let resolves = report.requests.iter().any(|asked| asked.act == Some(Act::Resolve));
        if resolves && !report.implications.is_empty() && !touches_people(report) {
            let message =
                format!("'{title}' asks for a decision and lists no assessment of impact.");
            let help =
                "Bring the assessment or a screening before members, or say why there is neither.";
            sink.find(sink.finding(message, help).about(report.key.id).undetermined());
        }
        return;
    }
    let mut lacking: Vec<&str> = Vec::new();
    for assessment in &report.assessments {
        if let Some(says) = lack(assessment).filter(|says| !lacking.contains(says)) {
            lacking.push(says);
        }
    }
    sink.expect(lacking.is_empty(), |sink| {
        let message = format!("In '{title}', {}.", lacking.join(", and "));
        let help =
            "Bring the assessment or a screening before members, or say why there is neither.";
        sink.finding(message, help).about(report.key.id)
    });
}

fn lack(assessment: &Assessment) -> Option<&'static str> {
    let planned = match assessment.state? {
        AssessmentState::Planned => true,
        AssessmentState::NotDone if !said(assessment.reason.as_ref()) => false,
        _ => return None,
    };
    match (assessment.kind?, planned) {
        (ImpactKind::Equality, true) => Some("the impact on equality is to be assessed later"),
        (ImpactKind::Equality, false) => {
            Some("the impact on equality is not assessed, without a reason")
        }
        (ImpactKind::Community, true) => {
            Some("the impact on the community is to be assessed later")
        }
        (ImpactKind::Community, false) => {
            Some("the impact on the community is not assessed, without a reason")
        }
        _ => None,
    }
}

/// Whether the implications themselves say what it means for people.
fn touches_people(report: &Report) -> bool {
    report.implications.iter().any(|part| {
        let people =
            matches!(part.kind, Some(ImplicationKind::Equality | ImplicationKind::Community));
        people && part.stance.is_some_and(|stance| stance != Stance::Deferred)
    })
}
