//! RSK-004: a threat is scored above the council's appetite, and nobody was told and nobody accepts it.

use crate::{
    finding::{Entry, Severity},
    model::{Acceptance, Risk, RiskKind},
    raid,
    rules::{Check, Context, Example, Rule, Sink},
    values::{Certainty, Code},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"RSK", 4),
        name: "risk-above-appetite",
        severity: Severity::Warning,
        finds: "A threat is scored above the council's appetite, and nobody was told and nobody accepts it.",
        why: "Those who could act do not know, or nobody answers for leaving it so.",
        source: "Risk appetite statement of Coventry; good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Place"}],
 "local_rules": [{"reference": "LR1", "title": "How risks are scored", "parameter": "risk_matrix",
   "matrix": {"likelihoods": ["rare", "unlikely", "possible", "likely", "certain"],
     "impacts": ["slight", "minor", "moderate", "major", "severe"], "appetite": 12}}],
 "risks": [{"reference": "RSK1", "title": "Staff do not engage", "owners": "POST1",
   "mitigations": "Talk with them early", "review": "September 2021",
   "residual": {"likelihood": "certain", "impact": "major"}}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Place"}],
 "local_rules": [{"reference": "LR1", "title": "How risks are scored", "parameter": "risk_matrix",
   "matrix": {"likelihoods": ["rare", "unlikely", "possible", "likely", "certain"],
     "impacts": ["slight", "minor", "moderate", "major", "severe"], "appetite": 12}}],
 "risks": [{"reference": "RSK1", "title": "Staff do not engage", "owners": "POST1",
   "mitigations": "Talk with them early", "review": "September 2021",
   "residual": {"likelihood": "certain", "impact": "major"},
   "acceptance": {"by": "Chief Executive", "until": "March 2022"}}]}"#,
    },
    check: Check::Risks(check),
};

fn check(context: &Context<'_>, risk: &Risk, sink: &mut Sink<'_>) {
    let threat = risk.kind != Some(RiskKind::Opportunity);
    if !threat || raid::is_live(risk, context.on) == Certainty::No {
        return;
    }
    let Some(matrix) = context.matrix() else { return };
    let given = risk.residual.as_ref().or(risk.inherent.as_ref());
    let score = given.and_then(|given| raid::score(matrix.value, given).ok());
    let (Some(score), Some(appetite)) = (score, matrix.value.appetite) else { return };
    let escalated = risk.escalated_to.is_some() || risk.escalated.is_some();
    let accepted = risk.acceptance.as_ref().map_or(Certainty::No, |it| holds(it, context));
    if score.value() <= appetite || escalated || accepted.is_certain() {
        return sink.pass();
    }
    let message =
        format!("'{}' is scored {}, above the appetite of {appetite}.", risk.title, score.value());
    let help = match &risk.acceptance {
        Some(_) => {
            "Its acceptance names nobody, has no end or is over: renew it until a day, or escalate the risk."
        }
        None => "Escalate it to a body, or say who accepts it until when.",
    };
    let finding = sink.finding(message, help).about(risk.key.id);
    let sure = accepted == Certainty::No && matrix.certainty.is_certain();
    sink.find(if sure { finding } else { finding.undetermined() });
}

/// Whether somebody accepts it on the day.
fn holds(acceptance: &Acceptance, context: &Context<'_>) -> Certainty {
    if acceptance.by.is_none() {
        return Certainty::No;
    }
    match acceptance.until.as_ref().map(|until| until.value()) {
        // What is borne for ever is looked at no more.
        None => Certainty::No,
        Some(None) => Certainty::Possibly,
        Some(Some(until)) => {
            Certainty::from_readings(context.on <= until.earliest(), context.on <= until.latest())
        }
    }
}
