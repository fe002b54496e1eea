//! Indicators: what was measured against target and the year before.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{Explained, Grey, Measured, Missing, Origin, Rated, Threshold, bands::percent};
use crate::{
    measures::{self, NoBasis},
    model::{Direction, Measure},
    rollup::Ratio,
    values::{Colour, Dimension, Rating, RatingScale},
};

/// One reading of an indicator.
///
/// See [`IndicatorPolicy::rate`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Indicator {
    /// What was measured.
    pub actual: Decimal,
    /// What was to be reached.
    pub target: Decimal,
    /// What was measured a year before.
    pub last_year: Option<Decimal>,
    /// Which way it is to go.
    pub direction: Direction,
    /// How far off its target it may be by a rule of its own, in its own unit.
    pub tolerance: Option<Decimal>,
}

/// How far off its target an indicator may be, as data: green up to there, and beyond it amber where
/// it is no worse than a year before, else red.
///
/// See [`rate`](Self::rate) for an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndicatorPolicy {
    /// Whose rule it is.
    pub origin: Origin,
    /// So large a share of the target may it be off and still be green.
    pub tolerance: Ratio,
}

impl Indicator {
    /// The last reading of a measure by the end of a day, with its target and what was read of the
    /// same time a year before, if it was.
    ///
    /// ```
    /// use programme::model::{About, Direction, Draft, Measurement, Target};
    /// use programme::{Measure, rating::Indicator, values::Stated};
    ///
    /// let draft = Draft::new(About::named("example"));
    /// let mut measure = Measure::new(draft.key("MEA1".parse()?), "Calls answered within a minute");
    /// measure.direction = Some(Direction::Increase);
    /// measure.targets.push(Target { figure: Some(Stated::read("80%")), ..Target::default() });
    /// measure.readings.push(Measurement::of("62%", "Q1 2019/20"));
    /// measure.readings.push(Measurement::of("71%", "Q1 2020/21"));
    /// let held = Indicator::of(&measure, "2020-09-30".parse()?)?;
    /// assert_eq!((held.actual, held.last_year), (71.into(), Some(62.into())));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`NoBasis`] says what is missing for it, or does not go together.
    pub fn of(measure: &Measure, on: NaiveDate) -> Result<Self, NoBasis> {
        let held = measures::held(measure, on)?;
        Ok(Self {
            actual: held.actual,
            target: held.target,
            last_year: held.last_year,
            direction: held.direction,
            tolerance: held.tolerance,
        })
    }
}

impl IndicatorPolicy {
    /// Havering's of 2014: green on target or within a tenth of it; further off amber where it is
    /// better than a year before or the same, red where not, and then corrective action is asked for.
    ///
    /// See [`rate`](Self::rate) for an example.
    #[must_use]
    pub fn havering() -> Self {
        let source = "London Borough of Havering, corporate performance report";
        let own = "Without a figure of a year before what is off its target is grey";
        Self {
            origin: Origin::published("Havering", 2014, source, Some(own)),
            tolerance: percent(10),
        }
    }

    /// Rates an indicator, within its own tolerance where it has one. What is better than its target is green, however far from it,
    /// unless it is to stay as it is.
    ///
    /// ```
    /// use programme::{model::Direction, rating::{Indicator, IndicatorPolicy}, values::Dimension};
    ///
    /// let policy = IndicatorPolicy::havering();
    /// let rated = |actual: i64, last_year: Option<i64>| {
    ///     let indicator = Indicator {
    ///         actual: actual.into(),
    ///         target: 100.into(),
    ///         last_year: last_year.map(Into::into),
    ///         direction: Direction::Increase,
    ///         tolerance: None,
    ///     };
    ///     policy.rate(Dimension::Quality, &indicator).rated.to_string()
    /// };
    /// assert_eq!(rated(90, None), "green", "within a tenth");
    /// assert_eq!(rated(89, Some(89)), "amber");
    /// assert_eq!(rated(89, Some(95)), "red");
    /// assert_eq!(rated(89, None), "grey (no data)");
    /// ```
    #[must_use]
    pub fn rate(&self, dimension: Dimension, indicator: &Indicator) -> Explained {
        let Indicator { actual, target, last_year, direction, tolerance } = *indicator;
        let off = |own: Decimal| match direction {
            Direction::Increase => target.checked_sub(own),
            Direction::Decrease => own.checked_sub(target),
            Direction::Maintain => own.checked_sub(target).map(|off| off.abs()),
        };
        let colour = |colour| Rated::from(Rating::known(RatingScale::Three, colour));
        let reading = Measured::Reading { actual, target, last_year };
        let within = off(actual).and_then(|off| match tolerance {
            Some(tolerance) => Some(off <= tolerance),
            None => self.is_within(off, target),
        });
        // No worse than a year before.
        let held = || Some(off(actual)? <= off(last_year?)?);
        let (rated, value) = match within {
            Some(true) => (colour(Colour::Green), reading),
            // Figures beyond all bounds say nothing.
            None => (Grey::NoData.into(), reading),
            Some(false) => match held() {
                Some(true) => (colour(Colour::Amber), reading),
                Some(false) => (colour(Colour::Red), reading),
                None => (Grey::NoData.into(), Measured::Missing(Missing::LastYear)),
            },
        };
        let rule = self.origin.to_string();
        let threshold = Some(match tolerance {
            Some(tolerance) => Threshold::Own(tolerance),
            None => Threshold::Target(self.tolerance),
        });
        Explained { rated, dimension, rule, value, threshold, rows: Vec::new() }
    }

    fn is_within(&self, off: Decimal, target: Decimal) -> Option<bool> {
        let part =
            |number: u128| Decimal::try_from_i128_with_scale(number.try_into().ok()?, 0).ok();
        let (num, den) = (part(self.tolerance.num())?, part(self.tolerance.den())?);
        Some(off.checked_mul(den)? <= target.abs().checked_mul(num)?)
    }
}
