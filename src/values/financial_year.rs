//! Financial years.

use std::{fmt, str::FromStr};

use chrono::NaiveDate;
use thiserror::Error;

use super::{Printed, Readable, Unread};

/// A council's financial year, 1 April to 31 March, named by the two years it touches: `2019/20`.
///
/// Starts from 1900 to 2198. "20/21" is read as 2020/21; "2020/22" is no financial year.
///
/// ```
/// use programme::values::FinancialYear;
///
/// let year: FinancialYear = "20/21".parse()?;
/// assert_eq!(year.to_string(), "2020/21");
/// assert_eq!(year.first_day().to_string(), "2020-04-01");
/// assert_eq!(year.last_day().to_string(), "2021-03-31");
/// assert!("2020/22".parse::<FinancialYear>().is_err());
/// # Ok::<_, programme::values::ParseFinancialYearError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FinancialYear {
    start: i16,
}

impl FinancialYear {
    /// The financial year that begins on 1 April of `start`, or `None` outside 1900 to 2198.
    ///
    /// ```
    /// use programme::values::FinancialYear;
    ///
    /// assert_eq!(FinancialYear::starting(2019).map(|y| y.to_string()), Some("2019/20".into()));
    /// assert_eq!(FinancialYear::starting(2199), None);
    /// ```
    #[must_use]
    pub fn starting(start: i32) -> Option<Self> {
        let known = (1900..=2198).contains(&start);
        known.then_some(start).and_then(|year| i16::try_from(year).ok()).map(|start| Self { start })
    }

    /// The calendar year in which it begins.
    #[must_use]
    pub fn start_year(self) -> i32 {
        i32::from(self.start)
    }

    /// 1 April.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        super::date::day(self.start_year(), 4, 1)
    }

    /// 31 March of the following year.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        super::date::day(self.start_year() + 1, 3, 31)
    }

    /// The year of two printed numbers, where they are neighbours: 2019 and 20, 19 and 20.
    pub(super) fn printed(first: &str, second: &str) -> Option<Self> {
        let start = full_year(first)?;
        let next: i32 = second.parse().ok()?;
        let follows = match second.len() {
            4 => next == start + 1,
            2 => next == (start + 1) % 100,
            _ => false,
        };
        Self::starting(start).filter(|_| follows)
    }
}

impl fmt::Display for FinancialYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{:02}", self.start, (self.start + 1) % 100)
    }
}

/// 2019 of "2019" and of "19", 1999 of "99": two digits are the years from 1970 to 2069.
pub(super) fn full_year(digits: &str) -> Option<i32> {
    match (digits.len(), digits.parse::<i32>()) {
        (4, Ok(year)) => Some(year),
        (2, Ok(year @ 70..)) => Some(1900 + year),
        (2, Ok(year)) => Some(2000 + year),
        _ => None,
    }
}

/// The text is not a financial year.
///
/// ```
/// use programme::values::FinancialYear;
///
/// let error = "2020/22".parse::<FinancialYear>().unwrap_err();
/// assert!(error.to_string().contains("two neighbouring years"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("`{text}` is not a financial year; write two neighbouring years, such as 2019/20")]
pub struct ParseFinancialYearError {
    text: String,
}

impl FromStr for FinancialYear {
    type Err = ParseFinancialYearError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.split_once(['/', '-'])
            .and_then(|(first, second)| Self::printed(first, second))
            .ok_or_else(|| ParseFinancialYearError { text: text.to_owned() })
    }
}

super::string_serde!(FinancialYear);

/// A financial year as printed.
///
/// ```
/// use programme::values::Year;
///
/// assert_eq!(Year::read("20/21").value().map(|year| year.to_string()), Some("2020/21".into()));
/// let slip = Year::read("2020/22");
/// assert_eq!((slip.value(), slip.to_string().as_str()), (None, "2020/22"), "kept, and no year");
/// ```
pub type Year = Printed<FinancialYear>;

impl Readable for FinancialYear {
    fn read(words: &str) -> Result<Self, Unread> {
        let text = words.trim();
        if text.is_empty() {
            return Err(Unread::Blank);
        }
        text.parse().map_err(|_| Unread::NotUnderstood)
    }
}
