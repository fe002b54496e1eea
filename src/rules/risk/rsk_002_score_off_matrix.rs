//! RSK-002: a risk is scored off the council's matrix, or its score is not what the matrix gives.

use crate::{
    finding::{Entry, Severity},
    model::{Risk, RiskScore},
    raid::{self, Stage, Unscored},
    rules::{Check, Context, Example, Rule, Sink},
    values::{Code, Stated},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"RSK", 2),
        name: "risk-score-off-matrix",
        severity: Severity::Error,
        finds: "A risk is scored off the council's matrix, or its score is not what the matrix gives.",
        why: "Scores are worked out, and one that is typed in cannot be compared with the others.",
        source: "Logic; good practice",
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
   "residual": {"likelihood": "possible", "impact": "major", "stated": "16"}}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Place"}],
 "local_rules": [{"reference": "LR1", "title": "How risks are scored", "parameter": "risk_matrix",
   "matrix": {"likelihoods": ["rare", "unlikely", "possible", "likely", "certain"],
     "impacts": ["slight", "minor", "moderate", "major", "severe"], "appetite": 12}}],
 "risks": [{"reference": "RSK1", "title": "Staff do not engage", "owners": "POST1",
   "mitigations": "Talk with them early", "review": "September 2021",
   "residual": {"likelihood": "possible", "impact": "4", "stated": "12"}}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let stages =
        [(Stage::Inherent, "inherent"), (Stage::Residual, "residual"), (Stage::Target, "target")];
    let risks = context.programme.risks().into_iter();
    let given = risks.flat_map(|risk| {
        stages.into_iter().filter_map(move |(stage, word)| Some((risk, word, stage.of(risk)?)))
    });
    let given = given.filter(|(.., score)| score.likelihood.is_some() || score.impact.is_some());
    let given: Vec<(&Risk, &str, &RiskScore)> = given.collect();
    let Some(matrix) = context.matrix() else {
        if let Some((first, ..)) = given.first() {
            let message = "Risks are scored, and no matrix is held by which.";
            let help = "Add the council's matrix as a local rule.";
            sink.find(sink.finding(message, help).about(first.key.id).not_assessed());
        }
        return;
    };
    for (risk, word, score) in given {
        let title = &risk.title;
        let message = match raid::score(matrix.value, score) {
            Err(Unscored::Likelihood(words)) => {
                format!(
                    "'{title}': the likelihood '{words}' of its {word} score is none of the matrix."
                )
            }
            Err(Unscored::Impact(words)) => {
                format!(
                    "'{title}': the impact '{words}' of its {word} score is none of the matrix."
                )
            }
            Err(Unscored::NotGiven) => continue,
            Ok(made) if says(score.stated.as_ref(), made.value()) => {
                sink.pass();
                continue;
            }
            Ok(made) => {
                let stated = score.stated.as_ref().map_or_else(String::new, ToString::to_string);
                let made = made.value();
                format!(
                    "'{title}': its {word} score is {stated}, where the matrix makes it {made}."
                )
            }
        };
        let help = "Take likelihood and impact from the matrix, and let it make the score.";
        let finding = sink.finding(message, help).about(risk.key.id);
        sink.find(if matrix.certainty.is_certain() { finding } else { finding.undetermined() });
    }
}

/// Whether a score as printed can be this one; one that is not printed, or in words, can.
fn says(stated: Option<&Stated>, score: u32) -> bool {
    let figure = stated.and_then(|stated| stated.value());
    figure.is_none_or(|figure| figure.interval().holds(score.into()))
}
