//! RSK-003: what is done about a threat makes it worse: its residual score is above the inherent one, or the target above the residual.

use rust_decimal::Decimal;

use crate::{
    finding::{Entry, Severity},
    model::{Risk, RiskKind, RiskScore},
    raid,
    rules::{Check, Context, Example, Rule, Sink},
    values::{Certainty, Code},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"RSK", 3),
        name: "risk-residual-above-inherent",
        severity: Severity::Warning,
        finds: "What is done about a threat makes it worse: its residual score is above the inherent one, or the target above the residual.",
        why: "Controls cannot raise a risk, so one score is taken for another.",
        source: "Good practice",
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
   "inherent": {"likelihood": 3, "impact": 4}, "residual": {"likelihood": 3, "impact": 3},
   "target": {"likelihood": 4, "impact": 3}}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Place"}],
 "local_rules": [{"reference": "LR1", "title": "How risks are scored", "parameter": "risk_matrix",
   "matrix": {"likelihoods": ["rare", "unlikely", "possible", "likely", "certain"],
     "impacts": ["slight", "minor", "moderate", "major", "severe"], "appetite": 12}}],
 "risks": [{"reference": "RSK1", "title": "Staff do not engage", "owners": "POST1",
   "mitigations": "Talk with them early", "review": "September 2021",
   "inherent": {"likelihood": 3, "impact": 4}, "residual": {"likelihood": 3, "impact": 3},
   "target": {"likelihood": 2, "impact": 3}}]}"#,
    },
    check: Check::Risks(check),
};

fn check(context: &Context<'_>, risk: &Risk, sink: &mut Sink<'_>) {
    let threat = risk.kind != Some(RiskKind::Opportunity);
    if !threat || raid::is_live(risk, context.on) == Certainty::No {
        return;
    }
    let value = |score: &Option<RiskScore>| score.as_ref().and_then(|score| value(context, score));
    let (inherent, residual) = (value(&risk.inherent), value(&risk.residual));
    let target = value(&risk.target).filter(|_| risk.acceptance.is_none());
    let pairs =
        [(inherent, residual, "residual", "inherent"), (residual, target, "target", "residual")];
    for (before, after, which, than) in pairs {
        let Some((before, after)) = before.zip(after) else { continue };
        sink.expect(after <= before, |sink| {
            let message = format!(
                "'{}': its {which} score, {after}, is above the {than} one, {before}.",
                risk.title
            );
            let help = "Check which score is which.";
            sink.finding(message, help).about(risk.key.id)
        });
    }
}

/// A score as the matrix makes it, or else as it is printed.
fn value(context: &Context<'_>, score: &RiskScore) -> Option<Decimal> {
    let matrix = context.matrix();
    let made = matrix.and_then(|matrix| raid::score(matrix.value, score).ok());
    let stated = || score.stated.as_ref()?.value().map(|figure| figure.amount());
    made.map(|made| made.value().into()).or_else(stated)
}
