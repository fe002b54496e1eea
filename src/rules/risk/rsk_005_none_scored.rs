//! RSK-005: a programme of workstreams or phases is before members, its paper speaks of risk, and no risk is scored and no register is kept.

use crate::{
    finding::{Entry, Severity},
    model::{Deliverable, ImplicationKind, Report, Risk},
    raid::Stage,
    rules::{Check, Context, Example, Rule, Sink},
    values::{ActionStatus, Code},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"RSK", 5),
        name: "risks-not-scored",
        severity: Severity::Warning,
        finds: "A programme of workstreams or phases is before members, its paper speaks of risk, and no risk is scored and no register is kept.",
        why: "Members cannot tell what they are asked to bear.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Place"}],
 "workstreams": [{"reference": "W1", "name": "One Budget", "leads": ["POST1"],
   "outcome": "Money follows priorities"}],
 "actions": [{"reference": "A1", "title": "Set the budget", "workstream": "W1",
   "leads": ["POST1"], "timescale": "March 2022"}],
 "reports": [{"reference": "REP1", "title": "Progress of the programme", "date": "22 June 2021",
   "implications": [{"kind": "risk", "stance": "deferred"}]}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Place"}],
 "local_rules": [{"reference": "LR1", "title": "How risks are scored", "parameter": "risk_matrix",
   "matrix": {"likelihoods": ["rare", "unlikely", "possible", "likely", "certain"],
     "impacts": ["slight", "minor", "moderate", "major", "severe"], "appetite": 12}}],
 "workstreams": [{"reference": "W1", "name": "One Budget", "leads": ["POST1"],
   "outcome": "Money follows priorities"}],
 "actions": [{"reference": "A1", "title": "Set the budget", "workstream": "W1",
   "leads": ["POST1"], "timescale": "March 2022"}],
 "reports": [{"reference": "REP1", "title": "Progress of the programme", "date": "22 June 2021",
   "implications": [{"kind": "risk", "stance": "deferred"}]}],
 "risks": [{"reference": "RSK1", "title": "Staff do not engage", "owners": "POST1",
   "mitigations": "Talk with them early", "review": "September 2021",
   "residual": {"likelihood": 2, "impact": 3}}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let programme = context.programme;
    let speaks = |report: &&Report| {
        let risk = report.implications.iter().any(|it| it.kind == Some(ImplicationKind::Risk));
        let date = report.date.as_ref().and_then(|date| date.value());
        risk && date.is_some_and(|date| date.earliest() <= context.on)
    };
    let runs = !programme.workstreams().is_empty() || !programme.phases().is_empty();
    let Some(report) = programme.reports().into_iter().find(speaks).filter(|_| runs) else {
        return;
    };
    let scored = |risk: &Risk| {
        [Stage::Inherent, Stage::Residual, Stage::Target]
            .into_iter()
            .filter_map(|stage| stage.of(risk))
            .any(|score| score.stated.is_some() || score.likelihood.is_some())
    };
    let risks = || programme.risks().into_iter();
    let kept = risks().filter_map(|risk| programme.get(risk.register?)).any(is_kept);
    sink.expect(kept || risks().any(scored), |sink| {
        let message = format!("'{}' speaks of risk, and no risk is scored.", report.title);
        let help = "Hold a first assessment of the risks before asking for approval.";
        sink.finding(message, help).about(report.key.id)
    });
}

/// Whether a register is more than promised.
fn is_kept(register: &Deliverable) -> bool {
    let said = register.status.iter().filter_map(|note| note.state.as_ref()?.value());
    said.filter_map(|said| said.status).all(|status| {
        !matches!(
            status,
            ActionStatus::Proposed | ActionStatus::Possible | ActionStatus::NotStarted
        )
    })
}
