//! Days on which a council works, and how notice is counted.

use std::{borrow::Cow, fmt, iter};

use chrono::{Datelike, Days, NaiveDate, Weekday};
use thiserror::Error;

use super::holidays;

/// The days on which a council works, Monday to Friday less bank holidays, from a first to a last
/// day that are known; past either it refuses to answer.
///
/// Saturdays and Sundays are known on any day. A count of working days that touches another day
/// outside is an error, since a holiday there would make it wrong.
///
/// ```
/// use programme::values::{DayCount, WorkingCalendar};
///
/// let calendar = WorkingCalendar::england_and_wales();
/// let meeting = "2025-04-24".parse()?;
///
/// // Five clear working days before a meeting on the Thursday after Easter: Tuesday and Wednesday
/// // of that week, then Tuesday to Thursday of the week before. So notice is given on the Monday.
/// let notice = calendar.last_notice(meeting, 5, DayCount::Working)?;
/// assert_eq!(notice.to_string(), "2025-04-14");
/// assert_eq!(calendar.clear_days(notice, meeting, DayCount::Working), Ok(5));
///
/// let error = calendar.is_working("2031-06-02".parse()?).unwrap_err();
/// assert!(error.to_string().contains("supply a later calendar"));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkingCalendar {
    /// In order, one a day, all of them from the first to the last day.
    holidays: Vec<(NaiveDate, Cow<'static, str>)>,
    first: NaiveDate,
    last: NaiveDate,
}

/// Which days a length of time is counted in.
///
/// Law and constitutions say "clear days" or "working days"; where they say neither, 28 clear days
/// are mostly read as calendar days and five as working days. Which it is, is for the caller to say.
///
/// ```
/// use programme::values::DayCount;
///
/// assert_eq!(format!("28 clear {}", DayCount::Calendar), "28 clear calendar days");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DayCount {
    /// Every day.
    Calendar,
    /// Monday to Friday less bank holidays.
    Working,
}

impl fmt::Display for DayCount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Calendar => "calendar days",
            Self::Working => "working days",
        })
    }
}

/// An answer hangs on a day of which the calendar knows nothing.
///
/// ```
/// use programme::values::WorkingCalendar;
///
/// let calendar = WorkingCalendar::england_and_wales();
/// let error = calendar.is_working("2029-01-01".parse()?).unwrap_err();
/// assert_eq!(error.day().to_string(), "2029-01-01");
/// assert_eq!(
///     error.to_string(),
///     "2029-01-01 is outside the calendar of working days, which covers 2012-01-01 to 2028-12-31; \
///      supply a later calendar"
/// );
/// # Ok::<_, chrono::ParseError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Error)]
#[error(
    "{day} is outside the calendar of working days, which covers {first} to {last}; supply {} \
     calendar",
    self.wanted()
)]
pub struct NotCovered {
    day: NaiveDate,
    first: NaiveDate,
    last: NaiveDate,
}

impl NotCovered {
    /// The first day met that is not covered; the last day that a date can hold, or the first, where
    /// the answer lies beyond it.
    #[must_use]
    pub fn day(self) -> NaiveDate {
        self.day
    }

    /// The first day that the calendar covers.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        self.first
    }

    /// The last day that the calendar covers.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        self.last
    }

    fn wanted(self) -> &'static str {
        if self.day < self.first { "an earlier" } else { "a later" }
    }
}

/// Which way days are counted.
#[derive(Clone, Copy)]
enum Way {
    On,
    Back,
}

impl Way {
    fn step(self, day: NaiveDate) -> Option<NaiveDate> {
        match self {
            Self::On => day.succ_opt(),
            Self::Back => day.pred_opt(),
        }
    }

    fn leap(self, day: NaiveDate, days: u32) -> Option<NaiveDate> {
        let days = Days::new(days.into());
        match self {
            Self::On => day.checked_add_days(days),
            Self::Back => day.checked_sub_days(days),
        }
    }

    /// The day itself, and all that follow this way.
    fn days(self, from: NaiveDate) -> impl Iterator<Item = NaiveDate> {
        iter::successors(Some(from), move |day| self.step(*day))
    }

    /// The last day this way that a date can hold.
    fn end(self) -> NaiveDate {
        match self {
            Self::On => NaiveDate::MAX,
            Self::Back => NaiveDate::MIN,
        }
    }
}

impl WorkingCalendar {
    /// The bank holidays of England and Wales from 2012 to 2028, with substitutes and with those
    /// that were proclaimed for one year only.
    ///
    /// A holiday proclaimed later than this version is not in it: `read` (feature `json`) takes the
    /// official list as it stands.
    ///
    /// ```
    /// use programme::values::WorkingCalendar;
    ///
    /// let calendar = WorkingCalendar::england_and_wales();
    /// assert_eq!(calendar.holiday("2023-05-08".parse()?)?, Some("Coronation of King Charles III"));
    /// assert_eq!(calendar.last_day().to_string(), "2028-12-31");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn england_and_wales() -> Self {
        let first = super::date::day(holidays::FIRST_YEAR, 1, 1);
        let last = super::date::day(holidays::LAST_YEAR, 12, 31);
        let holidays = holidays::england_and_wales().map(|(day, title)| (day, title.into()));
        Self::of(holidays.collect(), first, last)
    }

    /// A calendar of the caller's own: its holidays with their titles, in any order, and the days
    /// from first to last for which these are all. Of two titles of one day the first is kept.
    ///
    /// ```
    /// use programme::values::WorkingCalendar;
    ///
    /// let (first, last) = ("2029-01-01".parse()?, "2029-12-31".parse()?);
    /// let closed = [("2029-12-27".parse()?, "Offices closed")];
    /// let calendar = WorkingCalendar::new(closed, first, last)?;
    /// assert_eq!(calendar.is_working("2029-12-27".parse()?), Ok(false));
    /// assert!(WorkingCalendar::new(closed, last, first).is_err(), "it ends before it begins");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`NotCovered`] if a holiday lies outside the first and last day, which names it, or if the
    /// last day is before the first.
    pub fn new<T: Into<Cow<'static, str>>>(
        holidays: impl IntoIterator<Item = (NaiveDate, T)>,
        first_day: NaiveDate,
        last_day: NaiveDate,
    ) -> Result<Self, NotCovered> {
        let holidays = holidays.into_iter().map(|(day, title)| (day, title.into())).collect();
        let calendar = Self::of(holidays, first_day, last_day);
        calendar.covered(first_day)?;
        for (day, _) in &calendar.holidays {
            calendar.covered(*day)?;
        }
        Ok(calendar)
    }

    pub(super) fn of(
        mut holidays: Vec<(NaiveDate, Cow<'static, str>)>,
        first: NaiveDate,
        last: NaiveDate,
    ) -> Self {
        holidays.sort_by_key(|(day, _)| *day);
        holidays.dedup_by_key(|(day, _)| *day);
        Self { holidays, first, last }
    }

    /// The first day that is known.
    #[must_use]
    pub fn first_day(&self) -> NaiveDate {
        self.first
    }

    /// The last day that is known.
    #[must_use]
    pub fn last_day(&self) -> NaiveDate {
        self.last
    }

    /// All holidays with their titles, in order of their days.
    ///
    /// ```
    /// use programme::values::WorkingCalendar;
    ///
    /// let calendar = WorkingCalendar::england_and_wales();
    /// let first = calendar.holidays().next().map(|(day, title)| format!("{day} {title}"));
    /// assert_eq!(first.as_deref(), Some("2012-01-02 New Year's Day"));
    /// ```
    pub fn holidays(&self) -> impl Iterator<Item = (NaiveDate, &str)> {
        self.holidays.iter().map(|(day, title)| (*day, title.as_ref()))
    }

    /// The title of the holiday that a day is, if it is one.
    ///
    /// ```
    /// use programme::values::WorkingCalendar;
    ///
    /// let calendar = WorkingCalendar::england_and_wales();
    /// assert_eq!(calendar.holiday("2026-04-03".parse()?)?, Some("Good Friday"));
    /// assert_eq!(calendar.holiday("2026-04-02".parse()?)?, None);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`NotCovered`] if the day is not, be it a Saturday or a Sunday.
    pub fn holiday(&self, day: NaiveDate) -> Result<Option<&str>, NotCovered> {
        self.covered(day)?;
        let found = self.holidays.binary_search_by_key(&day, |(day, _)| *day).ok();
        Ok(found.and_then(|at| self.holidays.get(at)).map(|(_, title)| title.as_ref()))
    }

    /// Whether a day is a working day: from Monday to Friday, and no holiday.
    ///
    /// ```
    /// use programme::values::WorkingCalendar;
    ///
    /// let calendar = WorkingCalendar::england_and_wales();
    /// assert_eq!(calendar.is_working("2026-12-28".parse()?), Ok(false), "for Boxing Day");
    /// assert_eq!(calendar.is_working("2026-12-29".parse()?), Ok(true));
    /// assert_eq!(calendar.is_working("2031-06-01".parse()?), Ok(false), "a Sunday, in any year");
    /// assert!(calendar.is_working("2031-06-02".parse()?).is_err());
    /// # Ok::<_, chrono::ParseError>(())
    /// ```
    ///
    /// # Errors
    /// [`NotCovered`] if the day is not, and is no Saturday or Sunday.
    pub fn is_working(&self, day: NaiveDate) -> Result<bool, NotCovered> {
        let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        Ok(!weekend && self.holiday(day)?.is_none())
    }

    /// The first working day that is not before a day: the day itself, if it is one.
    ///
    /// ```
    /// use programme::values::WorkingCalendar;
    ///
    /// let calendar = WorkingCalendar::england_and_wales();
    /// let day = calendar.on_or_after("2021-12-25".parse()?)?;
    /// assert_eq!(day.to_string(), "2021-12-29");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`NotCovered`] if none is met before the calendar ends.
    pub fn on_or_after(&self, day: NaiveDate) -> Result<NaiveDate, NotCovered> {
        self.nearest(day, Way::On)
    }

    /// The last working day that is not after a day: the day itself, if it is one.
    ///
    /// ```
    /// use programme::values::WorkingCalendar;
    ///
    /// let calendar = WorkingCalendar::england_and_wales();
    /// let day = calendar.on_or_before("2021-12-28".parse()?)?;
    /// assert_eq!(day.to_string(), "2021-12-24");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`NotCovered`] if none is met before the calendar's first day.
    pub fn on_or_before(&self, day: NaiveDate) -> Result<NaiveDate, NotCovered> {
        self.nearest(day, Way::Back)
    }

    /// The day so many days after another, which does not count itself; with none, that day.
    ///
    /// In working days it is a working day, unless none are asked for.
    ///
    /// A decision that may be called in for five working days after it is published takes effect on
    /// the day that follows them:
    ///
    /// ```
    /// use programme::values::{DayCount, WorkingCalendar};
    ///
    /// let calendar = WorkingCalendar::england_and_wales();
    /// let published = "2024-07-26".parse()?;
    /// let until = calendar.after(published, 5, DayCount::Working)?;
    /// assert_eq!(until.to_string(), "2024-08-02", "a Friday");
    /// let effect = calendar.first_meeting(published, 5, DayCount::Working)?;
    /// assert_eq!(effect.to_string(), "2024-08-03", "a Saturday");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`NotCovered`] if the count meets a day of which it is not known whether it is a working day,
    /// or ends beyond what a date can hold.
    pub fn after(
        &self,
        from: NaiveDate,
        days: u32,
        count: DayCount,
    ) -> Result<NaiveDate, NotCovered> {
        self.away(from, days, count, Way::On)
    }

    /// The day so many days before another, which does not count itself; with none, that day.
    ///
    /// In working days it is a working day, unless none are asked for.
    ///
    /// ```
    /// use programme::values::{DayCount, WorkingCalendar};
    ///
    /// let calendar = WorkingCalendar::england_and_wales();
    /// let day = calendar.before("2026-04-07".parse()?, 2, DayCount::Working)?;
    /// assert_eq!(day.to_string(), "2026-04-01", "Thursday and Wednesday before Easter");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// As [`after`](Self::after).
    pub fn before(
        &self,
        from: NaiveDate,
        days: u32,
        count: DayCount,
    ) -> Result<NaiveDate, NotCovered> {
        self.away(from, days, count, Way::Back)
    }

    /// How many clear days a notice gives: those between the day of notice and the day of the
    /// meeting, neither of which counts. None where the meeting is not after the notice.
    ///
    /// ```
    /// use programme::values::{DayCount, WorkingCalendar};
    ///
    /// let calendar = WorkingCalendar::england_and_wales();
    /// let (notice, meeting) = ("2024-12-20".parse()?, "2025-01-02".parse()?);
    /// assert_eq!(calendar.clear_days(notice, meeting, DayCount::Calendar)?, 12);
    /// // 23, 24, 27, 30 and 31 December.
    /// assert_eq!(calendar.clear_days(notice, meeting, DayCount::Working)?, 5);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`NotCovered`] if a day between is not covered, where working days are counted and it is no
    /// Saturday or Sunday.
    pub fn clear_days(
        &self,
        notice: NaiveDate,
        meeting: NaiveDate,
        count: DayCount,
    ) -> Result<u32, NotCovered> {
        match count {
            DayCount::Calendar => {
                let between = meeting.signed_duration_since(notice).num_days().saturating_sub(1);
                // All the days that a date can hold are far fewer than four thousand million.
                Ok(u32::try_from(between.max(0)).unwrap_or(u32::MAX))
            }
            DayCount::Working => {
                let between = Way::On.days(notice).skip(1).take_while(|day| *day < meeting);
                let mut clear = 0;
                for day in between {
                    clear += u32::from(self.is_working(day)?);
                }
                Ok(clear)
            }
        }
    }

    /// The last day on which notice gives a meeting so many clear days; with none, the day before
    /// the meeting.
    ///
    /// It need not be a working day: notice on a Sunday counts from the Monday. When offices must
    /// send it out, ask [`on_or_before`](Self::on_or_before) of it.
    ///
    /// ```
    /// use programme::values::{DayCount, WorkingCalendar};
    ///
    /// let calendar = WorkingCalendar::england_and_wales();
    /// let meeting = "2025-09-15".parse()?;
    /// let last = calendar.last_notice(meeting, 5, DayCount::Working)?;
    /// assert_eq!(last.to_string(), "2025-09-07", "a Sunday");
    /// assert_eq!(calendar.on_or_before(last)?.to_string(), "2025-09-05", "a Friday");
    ///
    /// let last = calendar.last_notice(meeting, 28, DayCount::Calendar)?;
    /// assert_eq!(last.to_string(), "2025-08-17");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// As [`after`](Self::after).
    pub fn last_notice(
        &self,
        meeting: NaiveDate,
        clear: u32,
        count: DayCount,
    ) -> Result<NaiveDate, NotCovered> {
        self.beyond(meeting, clear, count, Way::Back)
    }

    /// The first day on which a meeting has had so many clear days' notice; with none, the day after
    /// the notice. It need not be a working day.
    ///
    /// ```
    /// use programme::values::{DayCount, WorkingCalendar};
    ///
    /// let calendar = WorkingCalendar::england_and_wales();
    /// let first = calendar.first_meeting("2025-09-05".parse()?, 5, DayCount::Working)?;
    /// assert_eq!(first.to_string(), "2025-09-13", "a Saturday");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// As [`after`](Self::after).
    pub fn first_meeting(
        &self,
        notice: NaiveDate,
        clear: u32,
        count: DayCount,
    ) -> Result<NaiveDate, NotCovered> {
        self.beyond(notice, clear, count, Way::On)
    }

    fn away(
        &self,
        from: NaiveDate,
        days: u32,
        count: DayCount,
        way: Way,
    ) -> Result<NaiveDate, NotCovered> {
        let end = || self.outside(way.end());
        match count {
            DayCount::Calendar => way.leap(from, days).ok_or_else(end),
            DayCount::Working => {
                // Each step but those over weekends needs a day that is covered, so that no count
                // goes on for longer than the calendar does.
                let mut day = from;
                for _ in 0..days {
                    day = self.nearest(way.step(day).ok_or_else(end)?, way)?;
                }
                Ok(day)
            }
        }
    }

    /// The day that follows so many days.
    fn beyond(
        &self,
        from: NaiveDate,
        days: u32,
        count: DayCount,
        way: Way,
    ) -> Result<NaiveDate, NotCovered> {
        let last = self.away(from, days, count, way)?;
        way.step(last).ok_or_else(|| self.outside(way.end()))
    }

    fn nearest(&self, from: NaiveDate, way: Way) -> Result<NaiveDate, NotCovered> {
        for day in way.days(from) {
            if self.is_working(day)? {
                return Ok(day);
            }
        }
        Err(self.outside(way.end()))
    }

    fn covered(&self, day: NaiveDate) -> Result<(), NotCovered> {
        let known = self.first <= day && day <= self.last;
        if known { Ok(()) } else { Err(self.outside(day)) }
    }

    fn outside(&self, day: NaiveDate) -> NotCovered {
        NotCovered { day, first: self.first, last: self.last }
    }
}
