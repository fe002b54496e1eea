//! Spans of dates.

use std::fmt;

use chrono::NaiveDate;

use super::{Certainty, PartialDate, Printed};

/// A span from one partial date to another that is not certainly before it, such as
/// "26th February-1st March 2019". A single date is the span of itself.
///
/// ```
/// use programme::values::{Period, Printed};
///
/// let visit: Printed<Period> = Printed::read("26th February-1st March 2019");
/// let days = visit.value().map(|p| (p.earliest().to_string(), p.latest().to_string()));
/// assert_eq!(days, Some(("2019-02-26".into(), "2019-03-01".into())));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    first: PartialDate,
    last: PartialDate,
}

/// A span as printed, with the days it can mean.
///
/// ```
/// use programme::values::Span;
///
/// let phase = Span::read("April 2021 to end of August 2021");
/// assert_eq!(phase.value().map(|p| p.latest().to_string()), Some("2021-08-31".into()));
/// ```
pub type Span = Printed<Period>;

impl Period {
    /// From one date to another, or `None` where the second is certainly before the first.
    ///
    /// ```
    /// use programme::values::{PartialDate, Period};
    ///
    /// let april: PartialDate = "April 2021".parse()?;
    /// let august: PartialDate = "August 2021".parse()?;
    /// let phase = Period::between(april, august);
    /// assert_eq!(phase.map(|p| p.to_string()), Some("April 2021 to August 2021".into()));
    /// assert_eq!(Period::between(august, april), None);
    /// # Ok::<_, programme::values::ParseDateError>(())
    /// ```
    #[must_use]
    pub fn between(first: PartialDate, last: PartialDate) -> Option<Self> {
        (last.before(first) != Certainty::Certainly).then_some(Self { first, last })
    }

    /// The date it begins with.
    #[must_use]
    pub fn first(self) -> PartialDate {
        self.first
    }

    /// The date it ends with.
    #[must_use]
    pub fn last(self) -> PartialDate {
        self.last
    }

    /// The first day it can hold.
    #[must_use]
    pub fn earliest(self) -> NaiveDate {
        self.first.earliest()
    }

    /// The last day it can hold.
    #[must_use]
    pub fn latest(self) -> NaiveDate {
        self.last.latest().max(self.first.earliest())
    }

    /// Whether it is one date and not two.
    ///
    /// The date, if so.
    ///
    /// ```
    /// use programme::values::{PartialDate, Period};
    ///
    /// let april: PartialDate = "April 2021".parse()?;
    /// assert_eq!(Period::from(april).single(), Some(april));
    /// # Ok::<_, programme::values::ParseDateError>(())
    /// ```
    #[must_use]
    pub fn single(self) -> Option<PartialDate> {
        (self.first == self.last).then_some(self.first)
    }
}

impl From<PartialDate> for Period {
    fn from(date: PartialDate) -> Self {
        Self { first: date, last: date }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.single() {
            Some(date) => date.fmt(f),
            None => write!(f, "{} to {}", self.first, self.last),
        }
    }
}
