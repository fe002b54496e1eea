//! How often something recurs.

use std::fmt;

use chrono::{Days, Months, NaiveDate};

use super::Printed;

/// How often something recurs: a whole number of days, weeks, months or years, a range of them
/// ("every 4-5 years"), or a rhythm that has no length.
///
/// ```
/// use programme::values::{Cadence, Printed};
///
/// let reviews: Printed<Cadence> = Printed::read("every 4-5 years");
/// assert_eq!(reviews.value().and_then(|c| c.months()), Some((48, 60)));
/// let updates: Printed<Cadence> = Printed::read("regular");
/// assert_eq!(updates.value().and_then(|c| c.months()), None, "no length is given");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cadence {
    /// Once in every such length of time.
    Every(Length),
    /// "Regular": no length is said.
    Regular,
    /// Whenever it is asked for.
    OnRequest,
    /// All the time.
    Continuous,
}

/// A rhythm as printed, with the interval it means.
///
/// ```
/// use programme::values::Rhythm;
///
/// let rhythm = Rhythm::read("every 6 weeks");
/// assert_eq!(rhythm.value().map(|c| c.to_string()), Some("every 6 weeks".into()));
/// assert_eq!(rhythm.value().and_then(|c| c.months()), None, "weeks are not turned into months");
/// ```
pub type Rhythm = Printed<Cadence>;

/// A unit of calendar time.
///
/// ```
/// use programme::values::{Cadence, Unit};
///
/// assert_eq!(Cadence::every(3, Unit::Month).to_string(), "quarterly");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// A day.
    Day,
    /// Seven days.
    Week,
    /// A calendar month.
    Month,
    /// A calendar year.
    Year,
}

impl Unit {
    fn plural(self) -> &'static str {
        match self {
            Self::Day => "days",
            Self::Week => "weeks",
            Self::Month => "months",
            Self::Year => "years",
        }
    }

    /// The day that is so many of these after another; months are calendar months. `None` beyond
    /// the calendar.
    pub(crate) fn after(self, day: NaiveDate, count: u32) -> Option<NaiveDate> {
        match self {
            Self::Day => day.checked_add_days(Days::new(count.into())),
            Self::Week => day.checked_add_days(Days::new(u64::from(count) * 7)),
            Self::Month => day.checked_add_months(Months::new(count)),
            Self::Year => day.checked_add_months(Months::new(count.checked_mul(12)?)),
        }
    }
}

/// A length of calendar time: so many days, weeks, months or years, at least one, or from so many
/// to so many.
///
/// ```
/// use programme::values::{Length, Unit};
///
/// let length = Length::new(6, 12, Unit::Month);
/// assert_eq!(length.map(|length| length.to_string()), Some("6-12 months".into()));
/// assert_eq!(Length::new(12, 6, Unit::Month), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Length {
    least: u16,
    most: u16,
    unit: Unit,
}

impl Length {
    /// From `least` to `most` of a unit, or `None` where `least` is 0 or above `most`.
    ///
    /// ```
    /// use programme::values::{Length, Unit};
    ///
    /// assert!(Length::new(3, 3, Unit::Month).is_some());
    /// assert_eq!(Length::new(0, 3, Unit::Month), None);
    /// ```
    #[must_use]
    pub fn new(least: u16, most: u16, unit: Unit) -> Option<Self> {
        (0 < least && least <= most).then_some(Self { least, most, unit })
    }

    /// The fewest units.
    #[must_use]
    pub fn least(self) -> u16 {
        self.least
    }

    /// The most units; as many as the fewest where one number is said.
    #[must_use]
    pub fn most(self) -> u16 {
        self.most
    }

    /// What is counted.
    #[must_use]
    pub fn unit(self) -> Unit {
        self.unit
    }

    /// The fewest and the most months, where months or years are counted.
    ///
    /// ```
    /// use programme::values::{Length, Unit};
    ///
    /// let years = Length::new(4, 5, Unit::Year).ok_or("no length")?;
    /// assert_eq!(years.months(), Some((48, 60)));
    /// let weeks = Length::new(2, 2, Unit::Week).ok_or("no length")?;
    /// assert_eq!(weeks.months(), None);
    /// # Ok::<_, &str>(())
    /// ```
    #[must_use]
    pub fn months(self) -> Option<(u32, u32)> {
        let each = match self.unit {
            Unit::Month => 1,
            Unit::Year => 12,
            Unit::Day | Unit::Week => return None,
        };
        Some((u32::from(self.least) * each, u32::from(self.most) * each))
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { least, most, unit } = self;
        match (least, most) {
            (1, 1) => write!(f, "1 {}", unit.plural().trim_end_matches('s')),
            _ if least == most => write!(f, "{least} {}", unit.plural()),
            _ => write!(f, "{least}-{most} {}", unit.plural()),
        }
    }
}

impl Cadence {
    /// Once in every `count` of a unit; a count of 0 is read as 1.
    ///
    /// ```
    /// use programme::values::{Cadence, Unit};
    ///
    /// assert_eq!(Cadence::every(2, Unit::Week).to_string(), "fortnightly");
    /// assert_eq!(Cadence::every(18, Unit::Month).to_string(), "every 18 months");
    /// ```
    #[must_use]
    pub fn every(count: u16, unit: Unit) -> Self {
        let count = count.max(1);
        Self::Every(Length { least: count, most: count, unit })
    }

    /// The shortest and longest interval in months, where it is counted in months or years.
    ///
    /// ```
    /// use programme::values::{Cadence, Unit};
    ///
    /// assert_eq!(Cadence::every(1, Unit::Year).months(), Some((12, 12)));
    /// assert_eq!(Cadence::OnRequest.months(), None);
    /// ```
    #[must_use]
    pub fn months(self) -> Option<(u32, u32)> {
        match self {
            Self::Every(length) => length.months(),
            _ => None,
        }
    }
}

/// The rhythms that have a name of their own.
pub(super) const NAMED: [(&str, u16, Unit); 7] = [
    ("daily", 1, Unit::Day),
    ("weekly", 1, Unit::Week),
    ("fortnightly", 2, Unit::Week),
    ("monthly", 1, Unit::Month),
    ("quarterly", 3, Unit::Month),
    ("six-monthly", 6, Unit::Month),
    ("annually", 1, Unit::Year),
];

impl fmt::Display for Cadence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Every(length) => {
                let once = |(_, count, unit): &&(&str, u16, Unit)| {
                    Self::every(*count, *unit) == Self::Every(length)
                };
                match NAMED.iter().find(once) {
                    Some((name, ..)) => f.write_str(name),
                    None => write!(f, "every {length}"),
                }
            }
            Self::Regular => f.write_str("regular"),
            Self::OnRequest => f.write_str("on request"),
            Self::Continuous => f.write_str("continuous"),
        }
    }
}
