//! Scores, which only a matrix makes.

use chrono::NaiveDate;
use thiserror::Error;

use crate::{
    governance::{Council, Given},
    model::{MatrixStep, Programme, RiskMatrix, RiskScore},
};

/// A score that a council's matrix gives: nothing else makes one.
///
/// ```
/// use programme::{model::{MatrixStep, RiskMatrix, RiskScore}, raid};
///
/// let steps = |names: [&str; 3]| -> Vec<MatrixStep> {
///     names.map(|name| MatrixStep { name: Some(name.into()), value: None }).into()
/// };
/// let matrix = RiskMatrix {
///     likelihoods: steps(["rare", "possible", "likely"]),
///     impacts: steps(["minor", "serious", "major"]),
///     ..RiskMatrix::default()
/// };
/// let given = RiskScore {
///     likelihood: Some("Likely".into()),
///     impact: Some("2".into()),
///     ..RiskScore::default()
/// };
/// assert_eq!(raid::score(&matrix, &given).map(|score| score.value()), Ok(6));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score {
    value: u32,
    likelihood: u32,
    impact: u32,
}

impl Score {
    /// What likelihood and impact come to together.
    #[must_use]
    pub fn value(self) -> u32 {
        self.value
    }

    /// What the likelihood counts for.
    #[must_use]
    pub fn likelihood(self) -> u32 {
        self.likelihood
    }

    /// What the impact counts for.
    #[must_use]
    pub fn impact(self) -> u32 {
        self.impact
    }
}

/// Why there is no score.
///
/// ```
/// use programme::{model::{RiskMatrix, RiskScore}, raid::{self, Unscored}};
///
/// let given = RiskScore { likelihood: Some("9".into()), ..RiskScore::default() };
/// let score = raid::score(&RiskMatrix::default(), &given);
/// assert_eq!(score, Err(Unscored::NotGiven), "an impact is missing");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Error)]
pub enum Unscored {
    /// Likelihood or impact is not given.
    #[error("likelihood or impact is not given: add it")]
    NotGiven,
    /// A likelihood is none of the matrix.
    #[error("the likelihood '{0}' is none of the matrix: write one of its steps")]
    Likelihood(String),
    /// An impact is none of the matrix.
    #[error("the impact '{0}' is none of the matrix: write one of its steps")]
    Impact(String),
}

/// What a matrix makes of likelihood and impact, each given by the name of its step or by what that
/// counts for.
///
/// # Errors
///
/// What is missing, or is none of the matrix.
///
/// See [`Score`] for an example.
pub fn score(matrix: &RiskMatrix, given: &RiskScore) -> Result<Score, Unscored> {
    let (Some(likely), Some(impact)) = (&given.likelihood, &given.impact) else {
        return Err(Unscored::NotGiven);
    };
    let off = Unscored::Likelihood;
    let likelihood = step(&matrix.likelihoods, likely).ok_or_else(|| off(likely.clone()))?;
    let impact = step(&matrix.impacts, impact).ok_or_else(|| Unscored::Impact(impact.clone()))?;
    Ok(Score { value: likelihood.saturating_mul(impact), likelihood, impact })
}

/// The matrix by which a council scores risks on a day, with the rule that gives it.
///
/// ```
/// use programme::{
///     model::{About, Draft, LocalRule, Parameter, RiskMatrix}, raid,
/// };
///
/// let mut draft = Draft::new(About::named("example"));
/// let mut rule = LocalRule::new(draft.key("LR1".parse()?), "How risks are scored");
/// rule.parameter = Some(Parameter::RiskMatrix);
/// rule.matrix = Some(RiskMatrix { appetite: Some(12), ..RiskMatrix::default() });
/// draft.put(rule);
/// let programme = draft.finish()?;
/// let matrix = raid::matrix(&programme, "2021-06-22".parse()?);
/// assert_eq!(matrix.and_then(|given| given.value.appetite), Some(12));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn matrix(programme: &Programme, on: NaiveDate) -> Option<Given<&RiskMatrix>> {
    Council::of(programme, on).risk_matrix()
}

/// Steps with what they count for: the number they are given, or else their place.
pub(crate) fn counts(steps: &[MatrixStep]) -> impl Iterator<Item = (&MatrixStep, u32)> {
    (1..).zip(steps).map(|(place, step)| (step, step.value.unwrap_or(place)))
}

fn step(steps: &[MatrixStep], words: &str) -> Option<u32> {
    let values = counts(steps);
    let words = words.trim();
    let number: Option<u32> = words.parse().ok();
    let named = |name: &str| name.trim().to_lowercase() == words.to_lowercase();
    let mut values: Vec<_> = values.collect();
    values
        .retain(|(step, value)| step.name.as_deref().is_some_and(named) || number == Some(*value));
    values.first().map(|(_, value)| *value)
}
