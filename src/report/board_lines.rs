//! Lines of a board's page: benefits and measures.

use chrono::NaiveDate;
use serde::Serialize;

use super::{
    board_ratings::RatedView,
    described::{view, words},
    view::{RatioView, SubjectView},
};
use crate::{
    measures::{self, Against, NoBasis, Trend, Way},
    model::{Benefit, BenefitState, Lead, Measure, Measurement, Programme, Target},
    rating::{Indicator, IndicatorPolicy},
    values::Dimension,
};

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
        /// Readings of times that are over, as printed, the oldest first.
        pub readings: Vec<String>,
        /// How far of the way to its target it has come; null where that cannot be told.
        pub achieved: Option<RatioView>,
        /// `towards` its target or `away` from it.
        pub way: Option<&'static str> as one_of(WAYS.iter().copied()),
        /// Why that cannot be told; null where it can.
        pub why_not: Option<String>,
        /// Of reading, baseline and target those that are missing.
        pub lacks: Vec<&'static str> as one_of(LACKS.iter().copied()),
        /// `better`, `same` or `worse` than the reading before; null where that cannot be told.
        pub trend: Option<&'static str> as one_of(TRENDS.iter().copied()),
        /// `met`, `within_tolerance` or `short`; null where that cannot be told.
        pub against: Option<&'static str> as one_of(AGAINSTS.iter().copied()),
        /// Its colour by the rule of the page; null where it has no reading or no target to hold
        /// against each other.
        pub rated: Option<RatedView>,
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

/// What is missing of a measure.
const LACKS: [&str; 3] = ["reading", "baseline", "target"];

fn lack_word(lack: NoBasis) -> Option<&'static str> {
    let [reading, baseline, target] = LACKS;
    match lack {
        NoBasis::NoReading => Some(reading),
        NoBasis::NoBaseline => Some(baseline),
        NoBasis::NoTarget => Some(target),
        _ => None,
    }
}

pub(super) fn names(programme: &Programme, leads: &[Lead]) -> Vec<String> {
    leads.iter().map(|lead| programme.lead_name(lead).to_owned()).collect()
}

impl MeasureLine {
    pub(super) fn all(programme: &Programme, policy: &IndicatorPolicy, on: NaiveDate) -> Vec<Self> {
        let measures = programme.measures().iter();
        measures.map(|measure| Self::of(programme, measure, policy, on)).collect()
    }

    fn of(
        programme: &Programme,
        measure: &Measure,
        policy: &IndicatorPolicy,
        on: NaiveDate,
    ) -> Self {
        let rated = Indicator::of(measure, on).map(|held| policy.rate(Dimension::Quality, &held));
        let come = measures::achievement(measure, on);
        let target = measures::target(measure, on).or(measure.targets.first());
        let by = target.and_then(|target| target.by.as_ref());
        Self {
            measure: SubjectView::of(programme, measure.key.id.into()),
            baseline: measure.baseline.as_ref().map(printed),
            target: target.and_then(aim),
            target_by: by.map(ToString::to_string),
            readings: read_by(measure, on).into_iter().map(printed).collect(),
            achieved: come.as_ref().ok().map(|come| come.share.into()),
            way: come.as_ref().ok().map(|come| way_word(come.way)),
            why_not: come.as_ref().err().map(NoBasis::to_string),
            trend: measures::trend(measure, on).ok().map(trend_word),
            lacks: measures::lacks(measure, on).into_iter().filter_map(lack_word).collect(),
            against: measures::against(measure, on).ok().map(against_word),
            rated: rated.ok().map(|rated| RatedView::of(&rated, None)),
        }
    }
}

/// What was read by a day, the oldest first, and then what is of no time that can be read.
fn read_by(measure: &Measure, on: NaiveDate) -> Vec<&Measurement> {
    let ends = |reading: &Measurement| {
        reading.period.as_ref().and_then(|period| period.value()).map(|period| period.latest())
    };
    let by = |reading: &&Measurement| ends(reading).is_none_or(|end| end <= on);
    let mut readings: Vec<_> = measure.readings.iter().filter(by).collect();
    readings.sort_by_key(|reading| ends(reading).unwrap_or(NaiveDate::MAX));
    readings
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
    pub(super) fn all(programme: &Programme, policy: &IndicatorPolicy, on: NaiveDate) -> Vec<Self> {
        let benefits = programme.benefits().iter();
        benefits.map(|benefit| Self::of(programme, benefit, policy, on)).collect()
    }

    fn of(
        programme: &Programme,
        benefit: &Benefit,
        policy: &IndicatorPolicy,
        on: NaiveDate,
    ) -> Self {
        let measure = benefit.measure.and_then(|measure| programme.get(measure));
        Self {
            benefit: SubjectView::of(programme, benefit.key.id.into()),
            dis_benefit: benefit.dis_benefit,
            owners: names(programme, &benefit.owners),
            realisation: benefit.realisation.as_ref().map(ToString::to_string),
            state: benefit.last_said(on).and_then(|said| said.state).map(state_word),
            measure: measure.map(|measure| MeasureLine::of(programme, measure, policy, on)),
        }
    }
}
