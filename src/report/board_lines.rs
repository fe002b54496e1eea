//! Lines of a board's page: risks, benefits and measures.

use chrono::NaiveDate;
use serde::Serialize;

use super::{
    described::{view, words},
    view::{RatioView, SubjectView},
};
use crate::{
    measures::{self, Against, NoBasis, Trend, Way},
    model::{
        Benefit, BenefitState, Lead, Measure, Measurement, Programme, Risk, RiskKind, RiskMatrix,
        Target,
    },
    raid::{self, Spread, Stage},
    values::Id,
};

view! {
    /// A live risk.
    ///
    /// See [`board_dashboard`](super::board_dashboard) for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct RiskLine {
        /// The risk.
        pub risk: SubjectView,
        /// `threat` or `opportunity`; null where the paper does not say.
        pub kind: Option<&'static str> as one_of(KINDS.iter().copied()),
        /// What the council's matrix makes of likelihood and impact; null where it makes nothing.
        pub score: Option<u32>,
        /// Why there is no score; null where there is one.
        pub why_no_score: Option<String>,
        /// The likelihood, as printed.
        pub likelihood: Option<String>,
        /// The impact, as printed.
        pub impact: Option<String>,
        /// Whether it is above the council's appetite; null where that cannot be told.
        pub above_appetite: Option<bool>,
        /// Who owns it.
        pub owners: Vec<String>,
        /// What is done about it.
        pub mitigations: Vec<String>,
        /// The day on which it is looked at again, as printed.
        pub review: Option<String>,
        /// Whether it is sure that it is live.
        pub certainly_live: bool,
    }
}

view! {
    /// A measure against its target.
    ///
    /// See [`board_dashboard`](super::board_dashboard) for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct MeasureLine {
        /// The measure.
        pub measure: SubjectView,
        /// Where it started, as printed.
        pub baseline: Option<String>,
        /// Its target, as printed.
        pub target: Option<String>,
        /// When it is to be there, as printed.
        pub target_by: Option<String>,
        /// Readings, as printed, in the order of the paper.
        pub readings: Vec<String>,
        /// How far of the way to its target it has come; null where that cannot be told.
        pub achieved: Option<RatioView>,
        /// `towards` its target or `away` from it.
        pub way: Option<&'static str> as one_of(WAYS.iter().copied()),
        /// Why that cannot be told; null where it can.
        pub why_not: Option<String>,
        /// `better`, `same` or `worse` than the reading before; null where that cannot be told.
        pub trend: Option<&'static str> as one_of(TRENDS.iter().copied()),
        /// `met`, `within_tolerance` or `short`; null where that cannot be told.
        pub against: Option<&'static str> as one_of(AGAINSTS.iter().copied()),
    }
}

view! {
    /// A benefit against its profile.
    ///
    /// See [`board_dashboard`](super::board_dashboard) for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct BenefitLine {
        /// The benefit.
        pub benefit: SubjectView,
        /// Whether it is a dis-benefit.
        pub dis_benefit: bool,
        /// Who owns it.
        pub owners: Vec<String>,
        /// When it is to come about, as printed.
        pub realisation: Option<String>,
        /// How far it has come, as was last said; null where nothing was.
        pub state: Option<&'static str> as one_of(STATES.iter().copied()),
        /// Its measure; null where it has none.
        pub measure: Option<MeasureLine>,
    }
}

words! {
    fn kind_word(kind: RiskKind) in KINDS {
        RiskKind::Threat => "threat",
        RiskKind::Opportunity => "opportunity",
    }
}

words! {
    fn way_word(way: Way) in WAYS {
        Way::Towards => "towards",
        Way::Away => "away",
    }
}

words! {
    fn trend_word(trend: Trend) in TRENDS {
        Trend::Better => "better",
        Trend::Same => "same",
        Trend::Worse => "worse",
    }
}

words! {
    fn against_word(against: Against) in AGAINSTS {
        Against::Met => "met",
        Against::WithinTolerance => "within_tolerance",
        Against::Short => "short",
    }
}

words! {
    fn state_word(state: BenefitState) in STATES {
        BenefitState::Identified => "identified",
        BenefitState::Planned => "planned",
        BenefitState::Budgeted => "budgeted",
        BenefitState::InDelivery => "in_delivery",
        BenefitState::Realised => "realised",
        BenefitState::NotRealised => "not_realised",
    }
}

fn names(programme: &Programme, leads: &[Lead]) -> Vec<String> {
    leads.iter().map(|lead| programme.lead_name(lead).to_owned()).collect()
}

impl RiskLine {
    /// The risks that are live on a day or may be, the gravest first, those without a score last.
    pub(super) fn all(programme: &Programme, stage: Stage, on: NaiveDate) -> Vec<Self> {
        let live = raid::exposure(programme, stage, on);
        let matrix = raid::matrix(programme, on).map(|given| given.value);
        let mut lines = Vec::new();
        for spread in [&live.threats, &live.opportunities] {
            let scored = spread.scored.values().rev().flatten();
            for id in scored.chain(&spread.off_matrix).chain(&spread.unscored) {
                let risk = programme.get(*id);
                lines.extend(risk.map(|risk| {
                    let sure = !spread.perhaps.contains(id);
                    Self::of(programme, risk, stage, (spread, matrix), sure)
                }));
            }
        }
        lines
    }

    fn of(
        programme: &Programme,
        risk: &Risk,
        stage: Stage,
        (spread, matrix): (&Spread, Option<&RiskMatrix>),
        certainly_live: bool,
    ) -> Self {
        let id: Id<Risk> = risk.key.id;
        let given = stage.of(risk);
        let mut scored = spread.scored.iter().filter(|(_, rows)| rows.contains(&id));
        let score = scored.next().map(|(score, _)| score.value());
        let why = match (matrix, given) {
            _ if score.is_some() => None,
            (_, None) => Some("likelihood and impact are not given".to_owned()),
            (None, _) => Some("no matrix is held".to_owned()),
            (Some(matrix), Some(given)) => {
                raid::score(matrix, given).err().map(|error| error.to_string())
            }
        };
        let appetite = matrix.and_then(|matrix| matrix.appetite);
        // What is above the appetite for harm is no matter for chances.
        let appetite = appetite.filter(|_| risk.kind != Some(RiskKind::Opportunity));
        Self {
            risk: SubjectView::of(programme, id.into()),
            kind: risk.kind.map(kind_word),
            score,
            why_no_score: why,
            likelihood: given.and_then(|given| given.likelihood.clone()),
            impact: given.and_then(|given| given.impact.clone()),
            above_appetite: score.zip(appetite).map(|(score, appetite)| score > appetite),
            owners: names(programme, &risk.owners),
            mitigations: risk.mitigations.clone(),
            review: risk.review.as_ref().map(ToString::to_string),
            certainly_live,
        }
    }
}

impl MeasureLine {
    pub(super) fn all(programme: &Programme, on: NaiveDate) -> Vec<Self> {
        programme.measures().iter().map(|measure| Self::of(programme, measure, on)).collect()
    }

    fn of(programme: &Programme, measure: &Measure, on: NaiveDate) -> Self {
        let come = measures::achievement(measure, on);
        let target = measures::target(measure, on).or(measure.targets.first());
        let by = target.and_then(|target| target.by.as_ref());
        Self {
            measure: SubjectView::of(programme, measure.key.id.into()),
            baseline: measure.baseline.as_ref().map(printed),
            target: target.and_then(aim),
            target_by: by.map(ToString::to_string),
            readings: measure.readings.iter().map(printed).collect(),
            achieved: come.as_ref().ok().map(|come| come.share.into()),
            way: come.as_ref().ok().map(|come| way_word(come.way)),
            why_not: come.as_ref().err().map(NoBasis::to_string),
            trend: measures::trend(measure, on).ok().map(trend_word),
            against: measures::against(measure, on).ok().map(against_word),
        }
    }
}

/// A target as printed: its figure, or else its words.
fn aim(target: &Target) -> Option<String> {
    target.figure.as_ref().map(ToString::to_string).or_else(|| target.text.clone())
}

/// A reading as printed: `124 per 1000, Dacorum (latest)`.
fn printed(reading: &Measurement) -> String {
    let figure = reading.figure.as_ref().map(ToString::to_string);
    let mut said = figure.or_else(|| reading.text.clone()).unwrap_or_else(|| "no figure".into());
    if let Some(unit) = &reading.unit {
        said.push(' ');
        said.push_str(unit);
    }
    if let Some(per) = reading.per {
        said.push_str(&format!(" per {per}"));
    }
    if let Some(place) = &reading.place {
        said.push_str(&format!(", {place}"));
    }
    if let Some(period) = &reading.period {
        said.push_str(&format!(" ({period})"));
    }
    said
}

impl BenefitLine {
    pub(super) fn all(programme: &Programme, on: NaiveDate) -> Vec<Self> {
        programme.benefits().iter().map(|benefit| Self::of(programme, benefit, on)).collect()
    }

    fn of(programme: &Programme, benefit: &Benefit, on: NaiveDate) -> Self {
        let measure = benefit.measure.and_then(|measure| programme.get(measure));
        Self {
            benefit: SubjectView::of(programme, benefit.key.id.into()),
            dis_benefit: benefit.dis_benefit,
            owners: names(programme, &benefit.owners),
            realisation: benefit.realisation.as_ref().map(ToString::to_string),
            state: benefit.last_said(on).and_then(|said| said.state).map(state_word),
            measure: measure.map(|measure| MeasureLine::of(programme, measure, on)),
        }
    }
}
