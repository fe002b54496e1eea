//! Dates as precise as they are known.

use std::{fmt, str::FromStr};

use chrono::{Datelike, Days, Months, NaiveDate};
use thiserror::Error;

use super::{Certainty, FinancialYear, Printed, Readable, Unread};

/// A date that is known to a day, a month, a season or a year: always an interval of days, from
/// [`earliest`](Self::earliest) to [`latest`](Self::latest), both inclusive, in 1900 to 2199.
///
/// A bare month is never narrowed to its first or last day; "start of" and "end of" do so. Early,
/// mid and late are the thirds of a month (1st to 10th, 11th to 20th, 21st on) or of a year.
/// Seasons are meteorological (spring is March to May; winter 2020 begins in December 2020).
/// Quarters and halves say which calendar they belong to; where a paper does not say, they take in
/// the days of either. A week is the seven days from a day on; the first week of a month begins on
/// its first day, and the last ends on its last.
///
/// ```
/// use programme::values::{Certainty, PartialDate};
///
/// let spring: PartialDate = "Spring 2024".parse()?;
/// assert_eq!(spring.earliest().to_string(), "2024-03-01");
/// assert_eq!(spring.latest().to_string(), "2024-05-31");
/// let limit: PartialDate = "1 March 2024".parse()?;
/// assert_eq!(limit.before(spring), Certainty::Possibly);
/// # Ok::<_, programme::values::ParseDateError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PartialDate {
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Kind {
    Day(NaiveDate),
    /// Seven days from this one on.
    Week(NaiveDate),
    Month(i16, u8, Option<Part>),
    Quarter(Calendar, i16, u8),
    Half(Calendar, i16, u8),
    Season(Season, i16),
    FinancialYear(FinancialYear),
    /// A year of another kind, by the calendar year in which it begins.
    Years(YearKind, i16),
    Year(i16, Option<Part>),
}

/// A date as printed, with the days it can mean.
///
/// ```
/// use programme::values::When;
///
/// let published = When::read("June 2019");
/// assert_eq!(published.to_string(), "June 2019");
/// assert_eq!(published.value().map(|d| d.earliest().to_string()), Some("2019-06-01".into()));
/// assert_eq!(When::read("TBC").value(), None);
/// ```
pub type When = Printed<PartialDate>;

/// How precisely a date is known.
///
/// The order is by declaration, from a day to a calendar year.
///
/// ```
/// use programme::values::{PartialDate, Precision};
///
/// let precision = |words: &str| words.parse::<PartialDate>().map(|date| date.precision());
/// assert_eq!(precision("15th May 2019")?, Precision::Day);
/// assert_eq!(precision("early April 2019")?, Precision::PartOfMonth);
/// assert_eq!(precision("2019/20")?, Precision::FinancialYear);
/// assert!(Precision::Day < Precision::Month);
/// # Ok::<_, programme::values::ParseDateError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// One day.
    Day,
    /// Seven days.
    Week,
    /// A third of a month, or its first or last day.
    PartOfMonth,
    /// A month.
    Month,
    /// A quarter of a calendar or financial year.
    Quarter,
    /// Three months named by a season.
    Season,
    /// Half of a calendar or financial year.
    HalfYear,
    /// A third of a calendar year, or its first or last day.
    PartOfYear,
    /// 1 April to 31 March.
    FinancialYear,
    /// From one annual meeting of the council to the next.
    MunicipalYear,
    /// September to August.
    AcademicYear,
    /// 1 January to 31 December.
    CalendarYear,
}

/// Whose quarters and halves are meant.
///
/// ```
/// use programme::values::{Calendar, PartialDate};
///
/// let ends = |calendar| PartialDate::quarter(calendar, 2019, 1).map(|q| q.latest().to_string());
/// assert_eq!(ends(Calendar::Calendar), Some("2019-03-31".into()));
/// assert_eq!(ends(Calendar::Financial), Some("2019-06-30".into()));
/// assert_eq!(ends(Calendar::Unsaid), Some("2019-06-30".into()), "the days of either");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Calendar {
    /// January to December.
    Calendar,
    /// April to March, named by the financial year.
    Financial,
    /// Not said: the days of both are meant, so that neither is assumed.
    Unsaid,
}

/// Years that two calendar years name, beside the financial one.
///
/// ```
/// use programme::values::{PartialDate, YearKind};
///
/// let year = PartialDate::years(YearKind::Academic, 2019).ok_or("out of range")?;
/// assert_eq!(year.earliest().to_string(), "2019-09-01");
/// assert_eq!(year.latest().to_string(), "2020-08-31");
/// # Ok::<_, &str>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum YearKind {
    /// From May, when councils hold their annual meetings, to the end of the May after: on which
    /// day the meetings fall is for each council (Local Government Act 1972, Schedule 12).
    Municipal,
    /// 1 September to 31 August.
    Academic,
}

/// A part of a month or year.
///
/// ```
/// use programme::values::{Part, PartialDate};
///
/// let mid = PartialDate::month(2019, 4, Some(Part::Mid)).ok_or("out of range")?;
/// assert_eq!(mid.to_string(), "mid April 2019");
/// assert_eq!(mid.earliest().to_string(), "2019-04-11");
/// assert_eq!(mid.latest().to_string(), "2019-04-20");
/// # Ok::<_, &str>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The first day.
    Start,
    /// The first third.
    Early,
    /// The second third.
    Mid,
    /// The last third.
    Late,
    /// The last day.
    End,
}

/// A meteorological season.
///
/// ```
/// use programme::values::{PartialDate, Season};
///
/// let winter = PartialDate::season(Season::Winter, 2020).ok_or("out of range")?;
/// assert_eq!(winter.to_string(), "winter 2020/21");
/// assert_eq!(winter.latest().to_string(), "2021-02-28");
/// # Ok::<_, &str>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Season {
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Autumn,
    /// December to February of the following year.
    Winter,
}

/// Years that a date may lie in.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

fn year(year: i32) -> Option<i16> {
    YEARS.contains(&year).then_some(year).and_then(|year| i16::try_from(year).ok())
}

/// A day that is known to exist.
pub(super) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    // INVARIANT: callers pass the first or last day of a month they have checked.
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

/// The ISO day of exactly ten characters, in the years that a date may have.
pub(super) fn iso(words: &str) -> Option<NaiveDate> {
    let bytes: &[u8; 10] = words.as_bytes().try_into().ok()?;
    let [a, b, c, d, b'-', e, f, b'-', g, h] = bytes else { return None };
    let digit = |b: &u8| b.is_ascii_digit().then(|| u32::from(b - b'0'));
    let pair = |a: &u8, b: &u8| Some(digit(a)? * 10 + digit(b)?);
    let whole = i32::try_from(pair(a, b)? * 100 + pair(c, d)?).ok()?;
    NaiveDate::from_ymd_opt(whole, pair(e, f)?, pair(g, h)?).filter(|_| YEARS.contains(&whole))
}

/// "May 2019" and "15 May 2019", exactly as they are printed here.
pub(super) fn plain(words: &str) -> Option<PartialDate> {
    let (rest, year) = words.rsplit_once(' ')?;
    let year = match year.as_bytes() {
        [a, b, c, d] if year.bytes().all(|b| b.is_ascii_digit()) => {
            [a, b, c, d].iter().fold(0, |sum, digit| sum * 10 + i32::from(**digit - b'0'))
        }
        _ => return None,
    };
    let (day, name) = match rest.split_once(' ') {
        Some((day, name)) => (Some(day), name),
        None => (None, rest),
    };
    let month = MONTHS.iter().position(|month| *month == name)?;
    let month = u32::try_from(month + 1).ok()?;
    let Some(day) = day else { return PartialDate::month(year, month, None) };
    let day = match day.as_bytes() {
        [a @ b'1'..=b'9'] => u32::from(a - b'0'),
        [a @ b'1'..=b'9', b @ b'0'..=b'9'] => u32::from(a - b'0') * 10 + u32::from(b - b'0'),
        _ => return None,
    };
    NaiveDate::from_ymd_opt(year, month, day).and_then(PartialDate::on)
}

fn months(start: i32, month: u32, count: u32) -> (NaiveDate, NaiveDate) {
    let after = month - 1 + count;
    let next = day(start + i32::try_from(after / 12).unwrap_or(0), after % 12 + 1, 1);
    (day(start, month, 1), next.pred_opt().unwrap_or(next))
}

impl PartialDate {
    /// Exactly this day, or `None` outside 1900 to 2199.
    ///
    /// ```
    /// use programme::values::PartialDate;
    ///
    /// let day = PartialDate::on("2019-05-15".parse()?).ok_or("out of range")?;
    /// assert_eq!(day.to_string(), "15 May 2019");
    /// assert_eq!(PartialDate::on("1899-12-31".parse()?), None);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn on(day: NaiveDate) -> Option<Self> {
        YEARS.contains(&day.year()).then_some(Self { kind: Kind::Day(day) })
    }

    /// A month (1 to 12) of a year, or a part of it.
    ///
    /// `None` for any other month, and outside 1900 to 2199.
    ///
    /// ```
    /// use programme::values::PartialDate;
    ///
    /// let april = PartialDate::month(2019, 4, None);
    /// assert_eq!(april.map(|m| m.latest().to_string()), Some("2019-04-30".into()));
    /// assert_eq!(PartialDate::month(2019, 13, None), None);
    /// ```
    #[must_use]
    pub fn month(in_year: i32, month: u32, part: Option<Part>) -> Option<Self> {
        let month = u8::try_from(month).ok().filter(|m| (1..=12).contains(m))?;
        Some(Self { kind: Kind::Month(year(in_year)?, month, part) })
    }

    /// A quarter (1 to 4) of the calendar year, or of the financial year that begins in `in_year`.
    ///
    /// `None` for any other quarter, and outside 1900 to 2198.
    ///
    /// ```
    /// use programme::values::{Calendar, PartialDate};
    ///
    /// let quarter = PartialDate::quarter(Calendar::Financial, 2021, 3);
    /// assert_eq!(quarter.map(|q| q.to_string()), Some("Q3 2021/22".into()));
    /// assert_eq!(quarter.map(|q| q.earliest().to_string()), Some("2021-10-01".into()));
    /// assert_eq!(PartialDate::quarter(Calendar::Financial, 2021, 5), None);
    /// ```
    #[must_use]
    pub fn quarter(calendar: Calendar, in_year: i32, quarter: u8) -> Option<Self> {
        let fits = (1..=4).contains(&quarter) && in_year < 2199;
        fits.then_some(Self { kind: Kind::Quarter(calendar, year(in_year)?, quarter) })
    }

    /// A half (1 or 2) of the calendar year, or of the financial year that begins in `in_year`.
    ///
    /// `None` for any other half, and outside 1900 to 2198.
    ///
    /// ```
    /// use programme::values::{Calendar, PartialDate};
    ///
    /// let half = PartialDate::half(Calendar::Financial, 2021, 2);
    /// assert_eq!(half.map(|h| h.latest().to_string()), Some("2022-03-31".into()));
    /// ```
    #[must_use]
    pub fn half(calendar: Calendar, in_year: i32, half: u8) -> Option<Self> {
        let fits = (1..=2).contains(&half) && in_year < 2199;
        fits.then_some(Self { kind: Kind::Half(calendar, year(in_year)?, half) })
    }

    /// A season of the year in which it begins.
    ///
    /// `None` outside 1900 to 2198.
    ///
    /// ```
    /// use programme::values::{PartialDate, Season};
    ///
    /// let spring = PartialDate::season(Season::Spring, 2024);
    /// assert_eq!(spring, "Spring 2024".parse().ok());
    /// ```
    #[must_use]
    pub fn season(season: Season, in_year: i32) -> Option<Self> {
        (in_year < 2199).then_some(Self { kind: Kind::Season(season, year(in_year)?) })
    }

    /// The seven days from this one on.
    ///
    /// `None` outside 1900 to 2198.
    ///
    /// ```
    /// use programme::values::PartialDate;
    ///
    /// let week = PartialDate::week("2019-09-02".parse()?).ok_or("out of range")?;
    /// assert_eq!(week.to_string(), "w/c 2 September 2019");
    /// assert_eq!(week.latest().to_string(), "2019-09-08");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn week(first: NaiveDate) -> Option<Self> {
        let fits = YEARS.contains(&first.year()) && first.year() < 2199;
        fits.then_some(Self { kind: Kind::Week(first) })
    }

    /// The year of another kind than the financial one that begins in `in_year`.
    ///
    /// `None` outside 1900 to 2198.
    ///
    /// ```
    /// use programme::values::{PartialDate, YearKind};
    ///
    /// let year = PartialDate::years(YearKind::Municipal, 2019);
    /// assert_eq!(year.map(|y| y.to_string()), Some("municipal year 2019/20".into()));
    /// ```
    #[must_use]
    pub fn years(kind: YearKind, in_year: i32) -> Option<Self> {
        (in_year < 2199).then_some(Self { kind: Kind::Years(kind, year(in_year)?) })
    }

    /// A calendar year, or a part of it.
    ///
    /// `None` outside 1900 to 2199.
    ///
    /// ```
    /// use programme::values::{Part, PartialDate};
    ///
    /// let late = PartialDate::year(2019, Some(Part::Late)).ok_or("out of range")?;
    /// assert_eq!(late.to_string(), "late 2019");
    /// assert_eq!(late.earliest().to_string(), "2019-09-01");
    /// # Ok::<_, &str>(())
    /// ```
    #[must_use]
    pub fn year(in_year: i32, part: Option<Part>) -> Option<Self> {
        Some(Self { kind: Kind::Year(year(in_year)?, part) })
    }

    /// The first day that the date can mean.
    #[must_use]
    pub fn earliest(self) -> NaiveDate {
        self.days().0
    }

    /// The last day that the date can mean.
    #[must_use]
    pub fn latest(self) -> NaiveDate {
        self.days().1
    }

    fn days(self) -> (NaiveDate, NaiveDate) {
        match self.kind {
            Kind::Day(day) => (day, day),
            Kind::Week(day) => (day, day.checked_add_days(Days::new(6)).unwrap_or(day)),
            Kind::Month(year, month, part) => {
                let (first, last) = months(year.into(), month.into(), 1);
                let within = |from: u32, to: u32| {
                    (first.with_day(from).unwrap_or(first), first.with_day(to).unwrap_or(last))
                };
                match part {
                    None => (first, last),
                    Some(Part::Start) => (first, first),
                    Some(Part::Early) => within(1, 10),
                    Some(Part::Mid) => within(11, 20),
                    Some(Part::Late) => within(21, last.day()),
                    Some(Part::End) => (last, last),
                }
            }
            Kind::Quarter(calendar, year, quarter) => {
                span(calendar, year, 3, u32::from(quarter) - 1)
            }
            Kind::Half(calendar, year, half) => span(calendar, year, 6, u32::from(half) - 1),
            Kind::Season(season, year) => months(year.into(), 3 * (season as u32 + 1), 3),
            Kind::FinancialYear(year) => (year.first_day(), year.last_day()),
            Kind::Years(YearKind::Municipal, year) => months(year.into(), 5, 13),
            Kind::Years(YearKind::Academic, year) => months(year.into(), 9, 12),
            Kind::Year(year, part) => {
                let year = i32::from(year);
                match part {
                    None => months(year, 1, 12),
                    Some(Part::Start) => (day(year, 1, 1), day(year, 1, 1)),
                    Some(Part::Early) => months(year, 1, 4),
                    Some(Part::Mid) => months(year, 5, 4),
                    Some(Part::Late) => months(year, 9, 4),
                    Some(Part::End) => (day(year, 12, 31), day(year, 12, 31)),
                }
            }
        }
    }

    /// How precisely the date is known.
    #[must_use]
    pub fn precision(self) -> Precision {
        match self.kind {
            Kind::Day(_) => Precision::Day,
            Kind::Week(_) => Precision::Week,
            Kind::Month(_, _, Some(_)) => Precision::PartOfMonth,
            Kind::Month(_, _, None) => Precision::Month,
            Kind::Quarter(..) => Precision::Quarter,
            Kind::Half(..) => Precision::HalfYear,
            Kind::Season(..) => Precision::Season,
            Kind::FinancialYear(_) => Precision::FinancialYear,
            Kind::Years(YearKind::Municipal, _) => Precision::MunicipalYear,
            Kind::Years(YearKind::Academic, _) => Precision::AcademicYear,
            Kind::Year(_, Some(_)) => Precision::PartOfYear,
            Kind::Year(_, None) => Precision::CalendarYear,
        }
    }

    /// Whether this date lies before another: *certainly* if its last day is before the other's
    /// first.
    ///
    /// ```
    /// use programme::values::{Certainty, PartialDate};
    ///
    /// let april: PartialDate = "April 2019".parse()?;
    /// let may: PartialDate = "15th May 2019".parse()?;
    /// assert_eq!(april.before(may), Certainty::Certainly);
    /// assert_eq!(april.before("9 April 2019".parse()?), Certainty::Possibly);
    /// assert_eq!(may.before(april), Certainty::No);
    /// # Ok::<_, programme::values::ParseDateError>(())
    /// ```
    #[must_use]
    pub fn before(self, other: Self) -> Certainty {
        Certainty::from_readings(self.latest() < other.earliest(), self.earliest() < other.latest())
    }

    /// Whether this date lies after another.
    ///
    /// ```
    /// use programme::values::{Certainty, PartialDate};
    ///
    /// let spring: PartialDate = "Spring 2024".parse()?;
    /// assert_eq!(spring.after("February 2024".parse()?), Certainty::Certainly);
    /// assert_eq!(spring.after("April 2024".parse()?), Certainty::Possibly);
    /// # Ok::<_, programme::values::ParseDateError>(())
    /// ```
    #[must_use]
    pub fn after(self, other: Self) -> Certainty {
        other.before(self)
    }

    /// Whether this date has come by the end of a day: *certainly* if its last day is not after it.
    ///
    /// ```
    /// use programme::values::{Certainty, PartialDate};
    ///
    /// let month: PartialDate = "September 2019".parse()?;
    /// let day = |d| chrono::NaiveDate::from_ymd_opt(2019, 9, d).unwrap_or_default();
    /// assert_eq!(month.reached(day(4)), Certainty::Possibly);
    /// assert_eq!(month.reached(day(30)), Certainty::Certainly);
    /// # Ok::<_, programme::values::ParseDateError>(())
    /// ```
    #[must_use]
    pub fn reached(self, on: NaiveDate) -> Certainty {
        Certainty::from_readings(self.latest() <= on, self.earliest() <= on)
    }
}

fn span(calendar: Calendar, year: i16, length: u32, at: u32) -> (NaiveDate, NaiveDate) {
    let (first, length) = match calendar {
        Calendar::Calendar => (at * length, length),
        Calendar::Financial => (3 + at * length, length),
        // From the first day of the calendar's to the last of the financial year's.
        Calendar::Unsaid => (at * length, length + 3),
    };
    months(i32::from(year) + i32::from(first >= 12), first % 12 + 1, length)
}

// What the grammar of print asks of dates.
impl PartialDate {
    /// The day, if it is known to one.
    pub(super) fn as_day(self) -> Option<NaiveDate> {
        match self.kind {
            Kind::Day(day) => Some(day),
            _ => None,
        }
    }

    /// The year in which the financial year begins that names this date.
    pub(super) fn financial_start(self) -> Option<i32> {
        match self.kind {
            Kind::Quarter(Calendar::Financial, year, _)
            | Kind::Half(Calendar::Financial, year, _) => Some(year.into()),
            Kind::FinancialYear(year) => Some(year.start_year()),
            _ => None,
        }
    }

    /// A part of a season: its first, second or third month, its first or last day.
    pub(super) fn part_of_season(self, part: Part) -> Option<Self> {
        let Kind::Season(..) = self.kind else { return None };
        let (first, last) = self.days();
        let nth = |after: u32| {
            let date = first.checked_add_months(Months::new(after))?;
            Self::month(date.year(), date.month(), None)
        };
        match part {
            Part::Start => Self::on(first),
            Part::Early => nth(0),
            Part::Mid => nth(1),
            Part::Late => nth(2),
            Part::End => Self::on(last),
        }
    }

    /// The day or month that lies so many months later.
    pub(super) fn months_later(self, count: u32) -> Option<Self> {
        let later = |day: NaiveDate| day.checked_add_months(Months::new(count));
        match self.kind {
            Kind::Day(day) => Self::on(later(day)?),
            Kind::Month(_, _, None) => {
                let first = later(self.earliest())?;
                Self::month(first.year(), first.month(), None)
            }
            _ => None,
        }
    }
}

impl From<FinancialYear> for PartialDate {
    fn from(year: FinancialYear) -> Self {
        Self { kind: Kind::FinancialYear(year) }
    }
}

pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The English name of a month from 1 to 12.
pub(crate) fn month_name(month: u32) -> &'static str {
    usize::try_from(month).ok().and_then(|m| MONTHS.get(m.checked_sub(1)?)).copied().unwrap_or("")
}

/// A day as people write it: "4 September 2019".
pub(crate) fn written(day: NaiveDate) -> String {
    format!("{} {} {}", day.day(), month_name(day.month()), day.year())
}

impl fmt::Display for PartialDate {
    /// As a paper would print it: `4 September 2019`, `end of March 2021`, `Q3 2021/22`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let of = |calendar, year: i16| match calendar {
            Calendar::Calendar => format!("{year} (calendar year)"),
            Calendar::Financial => format!("{year}/{:02}", (year + 1) % 100),
            Calendar::Unsaid => year.to_string(),
        };
        match self.kind {
            Kind::Day(day) => f.write_str(&written(day)),
            Kind::Week(day) => {
                write!(f, "w/c {}", written(day))
            }
            Kind::Month(year, month, part) => {
                write!(f, "{}{} {year}", prefix(part), month_name(month.into()))
            }
            Kind::Quarter(calendar, year, quarter) => {
                write!(f, "Q{quarter} {}", of(calendar, year))
            }
            Kind::Half(calendar, year, half) => write!(f, "H{half} {}", of(calendar, year)),
            Kind::Season(season, year) => {
                let name = match season {
                    Season::Spring => "spring",
                    Season::Summer => "summer",
                    Season::Autumn => "autumn",
                    Season::Winter => {
                        return write!(f, "winter {year}/{:02}", (year + 1) % 100);
                    }
                };
                write!(f, "{name} {year}")
            }
            Kind::FinancialYear(year) => year.fmt(f),
            Kind::Years(kind, year) => {
                let name = match kind {
                    YearKind::Municipal => "municipal",
                    YearKind::Academic => "academic",
                };
                write!(f, "{name} year {year}/{:02}", (year + 1) % 100)
            }
            Kind::Year(year, part) => write!(f, "{}{year}", prefix(part)),
        }
    }
}

fn prefix(part: Option<Part>) -> &'static str {
    match part {
        None => "",
        Some(Part::Start) => "start of ",
        Some(Part::Early) => "early ",
        Some(Part::Mid) => "mid ",
        Some(Part::Late) => "late ",
        Some(Part::End) => "end of ",
    }
}

/// The text is not a date.
///
/// The error says which words, and [why](Unread).
///
/// ```
/// use programme::values::PartialDate;
///
/// let error = "31 June 2021".parse::<PartialDate>().unwrap_err();
/// assert!(error.to_string().contains("a date that does not exist"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error(
    "`{text}` is not read as a date: {why}; write a day, month, season or year, such as May 2019"
)]
pub struct ParseDateError {
    text: String,
    why: Unread,
}

impl FromStr for PartialDate {
    type Err = ParseDateError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::read(text).map_err(|why| ParseDateError { text: text.to_owned(), why })
    }
}

super::string_serde!(PartialDate);
