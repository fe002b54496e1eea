//! Measures, where they are to be and what was read.

use super::{
    Citation, Decision, Deliverable, Key, Lead, Link,
    key::{cite, each},
};
use crate::values::{Id, Rhythm, Span, Stated, When};

/// Something that is measured: from where it starts, where it is to be, what was read.
///
/// What follows of these ([`achievement`](crate::measures::achievement), trend) is reckoned and never held.
///
/// ```
/// use programme::{model::{Key, Measurement, Target}, values::{Rhythm, Span, Stated}, Measure, ProgrammeId};
///
/// let key = Key::derive(ProgrammeId::named("example"), "MEA1".parse()?);
/// let mut measure = Measure::new(key, "Calls answered within a minute");
/// measure.cadence = Some(Rhythm::read("quarterly"));
/// measure.baseline = Some(Measurement::of("62%", "2019/20"));
/// measure.targets.push(Target { figure: Some(Stated::read("80%")), ..Target::default() });
/// measure.readings.push(Measurement::of("71%", "Q1 2020/21"));
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Identity and reference.
    pub key: Key<Self>,
    /// Its name.
    pub name: String,
    /// The plan or strategy whose success it measures.
    pub of: Option<Id<Deliverable>>,
    /// How often it is read.
    pub cadence: Option<Rhythm>,
    /// How far it is settled.
    pub state: Option<MeasureState>,
    /// What it is read in, as the paper says: "%", "sessions", "tonnes".
    pub unit: Option<String>,
    /// Which way it is to go.
    pub direction: Option<Direction>,
    /// From where it starts.
    pub baseline: Option<Measurement>,
    /// Where it is to be, and by when.
    pub targets: Vec<Target>,
    /// How far it may fall short of the target before somebody is told, in its unit.
    pub tolerance: Option<Stated>,
    /// Where its figures come from.
    pub data_source: Option<String>,
    /// What is needed to settle it, or what it rests on.
    pub evidence: Option<String>,
    /// Who answers for it.
    pub owners: Vec<Lead>,
    /// What was measured.
    pub readings: Vec<Measurement>,
}

impl Measure {
    /// One of which only the name is known.
    #[must_use]
    pub fn new(key: Key<Self>, name: impl Into<String>) -> Self {
        Self {
            key,
            name: name.into(),
            of: None,
            cadence: None,
            state: None,
            unit: None,
            direction: None,
            baseline: None,
            targets: Vec::new(),
            tolerance: None,
            data_source: None,
            evidence: None,
            owners: Vec::new(),
            readings: Vec::new(),
        }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            key,
            name: _,
            of,
            cadence: _,
            state: _,
            unit: _,
            direction: _,
            baseline,
            targets,
            tolerance: _,
            data_source: _,
            evidence: _,
            owners,
            readings,
        } = self;
        cite(&key.sources, visit);
        each("of", of, visit);
        baseline.iter().for_each(|part| part.visit_links(visit));
        targets.iter().for_each(|part| part.visit_links(visit));
        owners.iter().for_each(|lead| lead.visit_links(visit));
        readings.iter().for_each(|part| part.visit_links(visit));
    }
}

/// A figure that was measured, of a time and a place.
///
/// ```
/// use programme::{model::{Direction, Measurement}, values::{Span, Stated}};
///
/// let mut footfall = Measurement::of("45% to 65%", "January to March 2021");
/// footfall.change = Some(Direction::Decrease);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Measurement {
    /// The figure.
    pub figure: Option<Stated>,
    /// The day or the time for which it was measured.
    pub period: Option<Span>,
    /// Where, or of whom, if not of the whole.
    pub place: Option<String>,
    /// The base of a rate: 1,000 of "124 per 1,000".
    pub per: Option<u32>,
    /// What it is read in, where that is not the unit of the measure.
    pub unit: Option<String>,
    /// Which way it changed, where the figure is by how much and not how much.
    pub change: Option<Direction>,
    /// Where the figure comes from.
    pub data_source: Option<String>,
    /// What was said of it.
    pub text: Option<String>,
    /// Where it was said.
    pub source: Option<Citation>,
}

impl Measurement {
    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            figure: _,
            period: _,
            place: _,
            per: _,
            unit: _,
            change: _,
            data_source: _,
            text: _,
            source,
        } = self;
        cite(source.as_slice(), visit);
    }
}

impl Measurement {
    /// A figure of a time, both as printed.
    ///
    /// ```
    /// use programme::model::Measurement;
    ///
    /// let read = Measurement::of("71%", "Q1 2020/21");
    /// assert_eq!(read.period.map(|period| period.to_string()), Some("Q1 2020/21".into()));
    /// ```
    #[must_use]
    pub fn of(figure: &str, period: &str) -> Self {
        let (figure, period) = (Some(Stated::read(figure)), Some(Span::read(period)));
        Self { figure, period, ..Self::default() }
    }
}

/// Where a measure is to be, and by when.
///
/// ```
/// use programme::{model::Target, values::{Stated, When}};
///
/// let target = Target {
///     figure: Some(Stated::read("80%")),
///     by: Some(When::read("March 2022")),
///     ..Target::default()
/// };
/// assert!(target.set_by.is_none(), "who set it is not said");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Target {
    /// The figure.
    pub figure: Option<Stated>,
    /// What is to be so, where that is no figure.
    pub text: Option<String>,
    /// By when.
    pub by: Option<When>,
    /// For what part of the whole.
    pub scope: Option<String>,
    /// Whether it is one of strategy.
    pub strategic: Option<bool>,
    /// The decision that set it.
    pub set_by: Option<Id<Decision>>,
    /// Where it was said.
    pub source: Option<Citation>,
}

impl Target {
    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self { figure: _, text: _, by: _, scope: _, strategic: _, set_by, source } = self;
        each("set_by", set_by, visit);
        cite(source.as_slice(), visit);
    }
}

/// Which way a measure is to go, or went.
///
/// See [`Measure`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// Upwards.
    Increase,
    /// Downwards.
    Decrease,
    /// Neither: it is to stay as it is.
    Maintain,
}

/// How far a measure is settled.
///
/// See [`Measure`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MeasureState {
    /// It is still to be found.
    ToBeIdentified,
    /// It is put forward.
    Proposed,
    /// It is agreed.
    Agreed,
    /// It is no longer read.
    Ended,
}
