//! Risk and benefits: threats against the appetite of the council, benefits by their measures.

use chrono::NaiveDate;

use super::{Explained, Grey, Indicator, IndicatorPolicy, MixedScales, Part, Rated, RollUp};
use crate::{
    history::Called,
    measures::NoBasis,
    model::{Benefit, BenefitState, Programme, RiskKind},
    raid::{self, Stage},
    values::{Certainty, Colour, Dimension, Rating, RatingScale, When},
};

/// The risk of a programme on a day: each live threat is red where its score is above the appetite of
/// the council, and green where it is not; one without a score, or without an appetite to hold it
/// against, is grey. None where no threat is live.
///
/// ```
/// use programme::{document::Document, raid::Stage, rating::{self, RollUp}};
///
/// let text = r#"{"format": "programme/1", "programme": {"name": "Example"},
///   "local_rules": [{"title": "Scores", "parameter": "risk_matrix", "matrix": {
///     "likelihoods": ["low", "high"], "impacts": ["low", "high"], "appetite": 3}}],
///   "risks": [{"reference": "RSK1", "title": "Staff do not engage",
///     "residual": {"likelihood": "high", "impact": "high"}}]}"#;
/// let programme = Document::from_json(text)?.check().strict()?;
/// let on = "2021-06-22".parse()?;
/// let risk = rating::risk(&programme, Stage::Residual, &RollUp::worst_of(), on)?;
/// assert_eq!(risk.map(|risk| risk.to_string()), Some("Risk is red, because 1 of 1 is red (100 %), \
///     and the worst decides: RSK1 (worst of, by the appetite of 3).".into()));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`MixedScales`] where the rule is on another scale than red and green.
pub fn risk(
    programme: &Programme,
    stage: Stage,
    rule: &RollUp,
    on: NaiveDate,
) -> Result<Option<Explained>, MixedScales> {
    let matrix = raid::matrix(programme, on).map(|given| given.value);
    let appetite = matrix.and_then(|matrix| matrix.appetite);
    let threats = programme.risks().iter().filter(|risk| {
        risk.kind != Some(RiskKind::Opportunity) && raid::is_live(risk, on) != Certainty::No
    });
    let parts: Vec<Part> = threats
        .map(|risk| {
            // What was scored later was not scored so yet.
            let later = |as_at: &When| as_at.value().is_some_and(|as_at| as_at.latest() > on);
            let given = stage.of(risk).filter(|given| !given.as_at.as_ref().is_some_and(later));
            let score =
                matrix.zip(given).and_then(|(matrix, given)| raid::score(matrix, given).ok());
            let rated = match score.zip(appetite) {
                Some((score, appetite)) if score.value() > appetite => colour(Colour::Red),
                Some(_) => colour(Colour::Green),
                None => Grey::NotAssessed.into(),
            };
            Part { row: Some(Called::of(programme, risk.key.id)), rated, critical: false }
        })
        .collect();
    let by = match appetite {
        Some(appetite) => format!("by the appetite of {appetite}"),
        None => "no appetite is held".to_owned(),
    };
    rolled(Dimension::Risk, &parts, rule, &by)
}

/// The benefits of a programme on a day, each by the colour of its measure. One that is said not to be
/// realised is red; one that is to come about later, has no measure, or whose measure has no reading or
/// no target, is grey. None where no benefit is held.
///
/// ```
/// use programme::{document::Document, rating::{self, IndicatorPolicy, RollUp}};
///
/// let text = r#"{"format": "programme/1", "programme": {"name": "Example"},
///   "measures": [{"reference": "MEA1", "name": "Calls answered", "direction": "increase",
///     "targets": {"figure": "80%"}, "readings": {"figure": "79%", "period": "May 2021"}}],
///   "benefits": [{"reference": "BEN1", "title": "Calls are answered sooner", "measure": "MEA1"}]}"#;
/// let programme = Document::from_json(text)?.check().strict()?;
/// let (policy, rule) = (IndicatorPolicy::havering(), RollUp::worst_of());
/// let benefits = rating::benefits(&programme, &policy, &rule, "2021-06-22".parse()?)?;
/// assert_eq!(benefits.map(|rated| rated.rated.to_string()), Some("green".into()));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`MixedScales`] where the rule is on another scale than the policy.
pub fn benefits(
    programme: &Programme,
    policy: &IndicatorPolicy,
    rule: &RollUp,
    on: NaiveDate,
) -> Result<Option<Explained>, MixedScales> {
    let rated = |benefit: &Benefit| -> Result<Rated, NoBasis> {
        let measure = benefit.measure.and_then(|measure| programme.get(measure));
        let held = Indicator::of(measure.ok_or(NoBasis::NoReading)?, on)?;
        Ok(policy.rate(Dimension::Benefits, &held).rated)
    };
    let part = |benefit: &Benefit| {
        let period = benefit.realisation.as_ref().and_then(|period| period.value());
        let rated = match benefit.last_said(on).and_then(|said| said.state) {
            Some(BenefitState::NotRealised) => colour(Colour::Red),
            // Nothing is owed before it is to begin.
            _ if period.is_some_and(|period| period.earliest() > on) => Grey::NotStarted.into(),
            _ => rated(benefit).unwrap_or(Grey::NoData.into()),
        };
        Part { row: Some(Called::of(programme, benefit.key.id)), rated, critical: false }
    };
    let parts: Vec<Part> = programme.benefits().iter().map(part).collect();
    rolled(Dimension::Benefits, &parts, rule, &format!("measures by {}", policy.origin))
}

fn colour(colour: Colour) -> Rated {
    Rating::known(RatingScale::Three, colour).into()
}

fn rolled(
    dimension: Dimension,
    parts: &[Part],
    rule: &RollUp,
    by: &str,
) -> Result<Option<Explained>, MixedScales> {
    if parts.is_empty() {
        return Ok(None);
    }
    let explained = rule.explain(dimension, parts)?;
    Ok(Some(Explained { rule: format!("{}, {by}", explained.rule), ..explained }))
}
