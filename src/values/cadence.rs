//! How often something recurs.

use std::fmt;

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
    /// Every so many units; where `least` and `most` differ, somewhere between.
    Every {
        /// The shortest interval, at least 1.
        least: u16,
        /// The longest interval, at least `least`.
        most: u16,
        /// The unit of both.
        unit: Unit,
    },
    /// "Regular": no length is said.
    Regular,
    /// Whenever it is asked for.
    OnRequest,
    /// All the time.
    Continuous,
}

/// A rhythm as printed, with the interval it means.
pub type Rhythm = Printed<Cadence>;

/// A unit of calendar time.
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
}

pub(super) fn write_counted(
    f: &mut fmt::Formatter<'_>,
    (least, most, unit): (u16, u16, Unit),
) -> fmt::Result {
    match (least, most) {
        (1, 1) => write!(f, "1 {}", unit.plural().trim_end_matches('s')),
        _ if least == most => write!(f, "{least} {}", unit.plural()),
        _ => write!(f, "{least}-{most} {}", unit.plural()),
    }
}

impl Cadence {
    /// Once in every `count` of a unit; a count of 0 is read as 1.
    #[must_use]
    pub fn every(count: u16, unit: Unit) -> Self {
        let count = count.max(1);
        Self::Every { least: count, most: count, unit }
    }

    /// The shortest and longest interval in months, where it is counted in months or years.
    #[must_use]
    pub fn months(self) -> Option<(u32, u32)> {
        match self {
            Self::Every { least, most, unit: Unit::Month } => Some((least.into(), most.into())),
            Self::Every { least, most, unit: Unit::Year } => {
                Some((u32::from(least) * 12, u32::from(most) * 12))
            }
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
            Self::Every { least, most, unit } => {
                let named = NAMED
                    .iter()
                    .find(|(_, count, named)| (*count, *count, *named) == (least, most, unit));
                match named {
                    Some((name, ..)) => f.write_str(name),
                    None => {
                        f.write_str("every ")?;
                        write_counted(f, (least, most, unit))
                    }
                }
            }
            Self::Regular => f.write_str("regular"),
            Self::OnRequest => f.write_str("on request"),
            Self::Continuous => f.write_str("continuous"),
        }
    }
}
