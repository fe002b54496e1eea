//! How much is at risk on a day: live risks by their place on the matrix.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Score, Unscored, matrix, score};
use crate::{
    model::{Closure, Exception, Issue, Programme, Risk, RiskKind, RiskMatrix, RiskScore},
    values::{Certainty, Id, When},
};

/// Which of its scores a risk is counted by.
///
/// See [`exposure`] for an example.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Before anything is done about it.
    Inherent,
    /// With what is done about it so far.
    #[default]
    Residual,
    /// As it is to be in the end.
    Target,
}

impl Stage {
    /// The score of a risk at this stage, as the paper gives it.
    ///
    /// See [`exposure`] for an example.
    #[must_use]
    pub fn of(self, risk: &Risk) -> Option<&RiskScore> {
        match self {
            Self::Inherent => risk.inherent.as_ref(),
            Self::Residual => risk.residual.as_ref(),
            Self::Target => risk.target.as_ref(),
        }
    }
}

/// What is live on a day: threats and opportunities are never counted together.
///
/// See [`exposure`] for an example.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exposure {
    /// What may do harm.
    pub threats: Spread,
    /// What may do good.
    pub opportunities: Spread,
}

/// Live risks by score, those of which no score is known apart.
///
/// See [`exposure`] for an example.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spread {
    /// Risks by score; the last are the gravest.
    pub scored: BTreeMap<Score, Vec<Id<Risk>>>,
    /// Risks of which likelihood or impact is not given, or for which no matrix is held.
    pub unscored: Vec<Id<Risk>>,
    /// Risks whose likelihood or impact is none of the matrix.
    pub off_matrix: Vec<Id<Risk>>,
    /// Of all these, those of which it is not sure that they are live, because a date is vague.
    pub perhaps: Vec<Id<Risk>>,
}

impl Spread {
    /// How many are live, whatever is known of their scores.
    #[must_use]
    pub fn count(&self) -> usize {
        self.scored.values().map(Vec::len).sum::<usize>()
            + self.unscored.len()
            + self.off_matrix.len()
    }

    /// How many stand in a cell of the matrix, by what likelihood and impact count for.
    #[must_use]
    pub fn cell(&self, likelihood: u32, impact: u32) -> usize {
        let is_here = |score: &Score| (score.likelihood(), score.impact()) == (likelihood, impact);
        self.scored.iter().filter(|(score, _)| is_here(score)).map(|(_, rows)| rows.len()).sum()
    }

    /// The risks whose score is above a number, the gravest first.
    #[must_use]
    pub fn above(&self, number: u32) -> Vec<Id<Risk>> {
        let above = self.scored.iter().rev().filter(|(score, _)| score.value() > number);
        above.flat_map(|(_, rows)| rows.iter().copied()).collect()
    }

    fn put(&mut self, risk: &Risk, given: Option<&RiskScore>, matrix: Option<&RiskMatrix>) {
        let id = risk.key.id;
        let scored = given.zip(matrix).map(|(given, matrix)| score(matrix, given));
        match scored {
            Some(Ok(score)) => self.scored.entry(score).or_default().push(id),
            Some(Err(Unscored::Likelihood(_) | Unscored::Impact(_))) => self.off_matrix.push(id),
            Some(Err(Unscored::NotGiven)) | None => self.unscored.push(id),
        }
    }
}

/// The live risks of a programme by their scores, as the matrix that holds on the day makes them.
///
/// ```
/// use programme::{
///     Risk, model::{About, Closure, Draft, LocalRule, MatrixStep, Parameter, RiskMatrix, RiskScore},
///     raid::{self, Stage}, values::When,
/// };
///
/// let mut draft = Draft::new(About::named("example"));
/// let mut rule = LocalRule::new(draft.key("LR1".parse()?), "Matrix of four by four");
/// rule.parameter = Some(Parameter::RiskMatrix);
/// let steps = vec![MatrixStep::default(); 4];
/// rule.matrix = Some(RiskMatrix {
///     likelihoods: steps.clone(),
///     impacts: steps,
///     ..RiskMatrix::default()
/// });
/// draft.put(rule);
/// for (reference, likelihood, closed) in [("RSK1", "4", None), ("RSK2", "2", Some("May 2021"))] {
///     let mut risk = Risk::new(draft.key(reference.parse()?), "Staff do not engage");
///     let (likelihood, impact) = (Some(likelihood.into()), Some("3".into()));
///     risk.residual = Some(RiskScore { likelihood, impact, ..RiskScore::default() });
///     risk.closed =
///         closed.map(|on| Closure { on: Some(When::read(on)), ..Closure::default() });
///     draft.put(risk);
/// }
/// let programme = draft.finish()?;
/// let live = raid::exposure(&programme, Stage::Residual, "2021-06-22".parse()?);
/// assert_eq!((live.threats.count(), live.threats.cell(4, 3)), (1, 1), "the other is closed");
/// assert_eq!(live.threats.above(11).len(), 1);
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn exposure(programme: &Programme, stage: Stage, on: NaiveDate) -> Exposure {
    let matrix = matrix(programme, on).map(|given| given.value);
    let mut exposure = Exposure::default();
    for risk in programme.risks() {
        let live = is_live(risk, on);
        if live == Certainty::No {
            continue;
        }
        let spread = match risk.kind {
            Some(RiskKind::Opportunity) => &mut exposure.opportunities,
            Some(RiskKind::Threat) | None => &mut exposure.threats,
        };
        spread.put(risk, stage.of(risk), matrix);
        if !live.is_certain() {
            spread.perhaps.push(risk.key.id);
        }
    }
    exposure
}

/// Whether a risk is live on a day: raised by then, and not closed. One that is closed without a day
/// is not live; one that does not say when it was raised always was there.
///
/// ```
/// use programme::{Risk, model::{About, Closure, Draft}, raid, values::{Certainty, When}};
///
/// let draft = Draft::new(About::named("example"));
/// let mut risk = Risk::new(draft.key("RSK1".parse()?), "Staff do not engage");
/// risk.closed = Some(Closure { on: Some(When::read("May 2021")), ..Closure::default() });
/// let on = |day: &str| day.parse().map(|day| raid::is_live(&risk, day));
/// assert_eq!(on("2021-04-30")?, Certainty::Certainly);
/// assert_eq!(on("2021-05-15")?, Certainty::Possibly, "on which day of May is not said");
/// assert_eq!(on("2021-05-31")?, Certainty::No);
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn is_live(risk: &Risk, on: NaiveDate) -> Certainty {
    lives(risk.raised.as_ref(), risk.closed.as_ref(), on)
}

/// The issues of a programme that are live on a day, or may be, by the same rule.
///
/// ```
/// use programme::{Issue, model::{About, Draft}, raid};
///
/// let mut draft = Draft::new(About::named("example"));
/// draft.put(Issue::new(draft.key("ISS1".parse()?), "The adviser has withdrawn"));
/// let programme = draft.finish()?;
/// assert_eq!(raid::live_issues(&programme, "2021-06-22".parse()?).len(), 1);
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn live_issues(programme: &Programme, on: NaiveDate) -> Vec<&Issue> {
    let live = |row: &&Issue| lives(row.raised.as_ref(), row.closed.as_ref(), on) != Certainty::No;
    programme.issues().into_iter().filter(live).collect()
}

/// The exceptions of a programme that stand on a day, or may, by the same rule.
///
/// ```
/// use programme::{model::{About, Draft, Exception}, raid, values::When};
///
/// let mut draft = Draft::new(About::named("example"));
/// let mut exception = Exception::new(draft.key("EXC1".parse()?), "Consultants cost too much");
/// exception.raised = Some(When::read("31 May 2021"));
/// draft.put(exception);
/// let programme = draft.finish()?;
/// let on = |day: &str| day.parse().map(|day| raid::live_exceptions(&programme, day).len());
/// assert_eq!((on("2021-05-30")?, on("2021-05-31")?), (0, 1));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn live_exceptions(programme: &Programme, on: NaiveDate) -> Vec<&Exception> {
    let live = |row: &&Exception| exception_lives(row, on) != Certainty::No;
    programme.exceptions().into_iter().filter(live).collect()
}

/// Whether an exception stands on a day.
pub(crate) fn exception_lives(row: &Exception, on: NaiveDate) -> Certainty {
    lives(row.raised.as_ref(), row.closed.as_ref(), on)
}

fn lives(raised: Option<&When>, closed: Option<&Closure>, on: NaiveDate) -> Certainty {
    let reached = |date: Option<&When>| {
        date.map(|date| date.value().map_or(Certainty::Possibly, |date| date.reached(on)))
    };
    let raised = reached(raised).unwrap_or(Certainty::Certainly);
    let closed = match closed {
        Some(closed) => reached(closed.on.as_ref()).unwrap_or(Certainty::Certainly),
        None => Certainty::No,
    };
    raised.and(closed.not())
}
