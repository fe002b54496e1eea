//! What dates look like.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::{Cursor, Miss, Token, found, whole};
use crate::values::{
    Calendar, FinancialYear, Part, PartialDate, Readable, Season, Unread, YearKind, date,
    financial_year::full_year,
};

impl Readable for PartialDate {
    fn read(words: &str) -> Result<Self, Unread> {
        if let Some(day) = date::iso(words).and_then(Self::on) {
            return Ok(day);
        }
        whole(words, None, |cursor| cursor.date(None))
    }

    fn iso_day(&self) -> Option<NaiveDate> {
        self.as_day()
    }

    fn at_a_glance(words: &str) -> Option<Self> {
        date::plain(words)
    }
}

impl PartialDate {
    /// Reads words that may lack their year, which the caller knows.
    ///
    /// ```
    /// use programme::values::{PartialDate, Readable, Unread};
    ///
    /// assert_eq!(PartialDate::read("22 July"), Err(Unread::NoYear));
    /// let day = PartialDate::read_in_year("22 July", 2019)?;
    /// assert_eq!(day.to_string(), "22 July 2019");
    /// # Ok::<_, Unread>(())
    /// ```
    ///
    /// # Errors
    /// As [`read`](Readable::read), bar that the year is missing.
    pub fn read_in_year(words: &str, year: i32) -> Result<Self, Unread> {
        whole(words, Some(year), |cursor| cursor.date(None))
    }
}

/// The year of a neighbouring date, for one that has none: "26th February-1st March 2019".
#[derive(Clone, Copy)]
pub(super) struct Hint {
    year: i32,
    calendar: Calendar,
}

impl Hint {
    pub(super) fn year_before(self) -> Self {
        Self { year: self.year - 1, ..self }
    }

    pub(super) fn of(date: PartialDate) -> Self {
        match date.financial_start() {
            Some(year) => Self { year, calendar: Calendar::Financial },
            None => Self { year: date.earliest().year(), calendar: Calendar::Unsaid },
        }
    }
}

const DAYS: [(&[&str], Weekday); 7] = [
    (&["monday", "mon"], Weekday::Mon),
    (&["tuesday", "tue", "tues"], Weekday::Tue),
    (&["wednesday", "wed", "weds"], Weekday::Wed),
    (&["thursday", "thu", "thur", "thurs"], Weekday::Thu),
    (&["friday", "fri"], Weekday::Fri),
    (&["saturday", "sat"], Weekday::Sat),
    (&["sunday", "sun"], Weekday::Sun),
];

impl<'t> Cursor<'t> {
    /// One date. `hint` gives the year of a day, month or quarter that has none.
    pub(super) fn date(&mut self, hint: Option<Hint>) -> Result<PartialDate, Miss> {
        self.word(&["the"]);
        let calendar = Calendar::Unsaid;
        let hint = hint.or(self.year.map(|year| Hint { year, calendar }));
        self.attempt(Self::numeric)
            .or_else(|miss| self.unless_day(miss, |c| c.day_of_month(hint)))
            .or_else(|miss| self.unless_day(miss, |c| c.month_and_day(hint)))
            .or_else(|miss| self.unless_day(miss, |c| c.week(hint)))
            .or_else(|miss| self.unless_day(miss, |c| c.part(hint)))
            .or_else(|miss| self.unless_day(miss, |c| c.month(hint, None)))
            .or_else(|miss| self.unless_day(miss, |c| c.season(hint)))
            .or_else(|miss| self.unless_day(miss, |c| c.quarter_or_half(hint)))
            .or_else(|miss| self.unless_day(miss, Self::any_year))
    }

    /// The next rule, unless a rule has already recognised a day that does not exist.
    fn unless_day<T>(
        &mut self,
        miss: Miss,
        rule: impl FnOnce(&mut Self) -> Result<T, Miss>,
    ) -> Result<T, Miss> {
        match miss {
            Miss::NoSuchDay => Err(miss),
            Miss::Other => self.attempt(rule),
        }
    }

    /// 2019-09-04, 04/09/2019, 4.9.19, 4-9-2019: always day before month. 09/2019 is a month.
    fn numeric(&mut self) -> Result<PartialDate, Miss> {
        let weekday = self.weekday();
        let first = self.digits().ok_or(Miss::Other)?;
        let separator = ['-', '/', '.'].into_iter().find(|mark| self.mark(*mark));
        let separator = separator.ok_or(Miss::Other)?;
        let middle = self.digits().ok_or(Miss::Other)?;
        if !self.mark(separator) {
            found(first.len() <= 2 && middle.len() == 4 && separator != '-')?;
            let year = full_year(middle).ok_or(Miss::Other)?;
            return PartialDate::month(year, number(first)?, None).ok_or(Miss::Other);
        }
        let last = self.digits().ok_or(Miss::Other)?;
        let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
        found(middle.len() <= 2 && day.len() <= 2)?;
        let year = full_year(year).ok_or(Miss::Other)?;
        day_of(year, number(middle)?, number(day)?).and_then(|date| falls_on(date, weekday))
    }

    /// "15th May 2019", "15 th of May 2019", "Tuesday 10 March 2020", "31-Mar-16".
    fn day_of_month(&mut self, hint: Option<Hint>) -> Result<PartialDate, Miss> {
        let weekday = self.weekday();
        let day = self.digits().filter(|digits| digits.len() <= 2).ok_or(Miss::Other)?;
        self.word(&["st", "nd", "rd", "th"]);
        self.word(&["day"]);
        self.word(&["of"]);
        let joined = self.marks(&['-', '/']);
        let month = self.month_name().ok_or(Miss::Other)?;
        let before = self.at;
        let year = self.year_or(hint, joined).ok_or(Miss::Other)?;
        // Of a year that is only assumed, the day of the week says nothing.
        let weekday = weekday.filter(|_| self.at > before);
        day_of(year, month, number(day)?).and_then(|date| falls_on(date, weekday))
    }

    /// "May 15th, 2019".
    fn month_and_day(&mut self, hint: Option<Hint>) -> Result<PartialDate, Miss> {
        let weekday = self.weekday();
        let month = self.month_name().ok_or(Miss::Other)?;
        let day = self.digits().filter(|digits| digits.len() <= 2).ok_or(Miss::Other)?;
        let suffixed = self.word(&["st", "nd", "rd", "th"]);
        let before = self.at;
        let year = self.year_or(hint.filter(|_| suffixed), false).ok_or(Miss::Other)?;
        let weekday = weekday.filter(|_| self.at > before);
        day_of(year, month, number(day)?).and_then(|date| falls_on(date, weekday))
    }

    /// A day of the week.
    fn weekday(&mut self) -> Option<Weekday> {
        let day = DAYS.iter().find(|(words, _)| self.word(words)).map(|(_, day)| *day);
        if day.is_some() {
            self.mark(',');
        }
        day
    }

    /// "w/c 4 May 2020", "week ending 8 May 2020", "first week in November 2020".
    fn week(&mut self, hint: Option<Hint>) -> Result<PartialDate, Miss> {
        const BEGINS: [&str; 7] =
            ["w/c", "wc", "w/b", "week commencing", "week beginning", "week starting", "week of"];
        const ENDS: [&str; 3] = ["w/e", "week ending", "week ended"];
        let week = |first: Option<NaiveDate>| first.and_then(PartialDate::week).ok_or(Miss::Other);
        if self.phrase(&BEGINS) {
            self.mark(':');
            return week(self.date(hint)?.as_day());
        }
        if self.phrase(&ENDS) {
            self.mark(':');
            return week(
                self.date(hint)?.as_day().and_then(|day| day.checked_sub_days(Days::new(6))),
            );
        }
        let at = if self.word(&["last", "final"]) {
            None
        } else {
            Some(self.ordinal().ok_or(Miss::Other)?)
        };
        found(self.word(&["week"]))?;
        self.word(&["in", "of"]);
        let month = self.month(hint, None)?;
        let days = |count: u8| Days::new(u64::from(count) * 7);
        week(match at {
            Some(at) => month.earliest().checked_add_days(days(at.saturating_sub(1))),
            None => month.latest().checked_sub_days(Days::new(6)),
        })
    }

    /// "end of March 2021", "early 2019", "mid-June 2020", "late autumn 2020", "end of 2020/21",
    /// "second half of 2021".
    fn part(&mut self, hint: Option<Hint>) -> Result<PartialDate, Miss> {
        const PARTS: [(&[&str], Part); 5] = [
            (&["start", "beginning"], Part::Start),
            (&["early"], Part::Early),
            (&["mid", "middle"], Part::Mid),
            (&["late"], Part::Late),
            (&["year end", "year-end", "end", "close"], Part::End),
        ];
        let part = PARTS.iter().find(|(words, _)| self.phrase(words)).map(|(_, part)| *part);
        let part = part.ok_or(Miss::Other)?;
        self.mark('-');
        self.word(&["of", "in"]);
        self.word(&["the"]);
        if let Ok(month) = self.attempt(|c| c.month(hint, Some(part))) {
            return Ok(month);
        }
        if let Ok(season) = self.attempt(|c| c.season(hint)) {
            return season.part_of_season(part).ok_or(Miss::Other);
        }
        let edge = |whole: PartialDate| match part {
            Part::Start => PartialDate::on(whole.earliest()),
            Part::End => PartialDate::on(whole.latest()),
            Part::Early | Part::Mid | Part::Late => None,
        };
        if let Ok(quarter) = self.attempt(|c| c.quarter_or_half(hint)) {
            return edge(quarter).ok_or(Miss::Other);
        }
        if let Ok(years) = self.attempt(Self::years) {
            return edge(years).ok_or(Miss::Other);
        }
        let year = self.year(false).ok_or(Miss::Other)?;
        PartialDate::year(year, Some(part)).ok_or(Miss::Other)
    }

    /// "May 2019", "May '19", "Sept. 2020", "May" with a hint.
    fn month(&mut self, hint: Option<Hint>, part: Option<Part>) -> Result<PartialDate, Miss> {
        let month = self.month_name().ok_or(Miss::Other)?;
        self.word(&["of"]);
        let joined = self.marks(&['-', '/']);
        let year = self.year_or(hint, joined).ok_or(Miss::Other)?;
        PartialDate::month(year, month, part).ok_or(Miss::Other)
    }

    pub(super) fn month_name(&mut self) -> Option<u32> {
        let month = self.take(|c| {
            let Token::Word(word) = c.next()? else { return None };
            date::MONTHS.iter().position(|name| {
                name.eq_ignore_ascii_case(word)
                    || (word.len() == 3
                        && name.get(..3).is_some_and(|start| start.eq_ignore_ascii_case(word)))
                    || (word == "sept" && *name == "September")
            })
        })?;
        self.mark('.');
        u32::try_from(month + 1).ok()
    }

    /// A year, or that of the hint where none is printed.
    fn year_or(&mut self, hint: Option<Hint>, short: bool) -> Option<i32> {
        let joined = |c: &mut Self| {
            c.marks(&['-', '/']);
            c.year(true)
        };
        match if short { self.take(joined) } else { self.year(false) } {
            Some(year) => Some(year),
            // "May 20" may be a day or a year: digits that follow are never passed over.
            None if matches!(self.split(), Some((Token::Number(_), _))) || short => None,
            None => hint.map(|hint| hint.year),
        }
    }

    /// A year of four digits; of two where `short` (after a dash, or in slashed dates), and after
    /// an apostrophe.
    fn year(&mut self, short: bool) -> Option<i32> {
        self.take(|c| {
            c.mark(',');
            let short = c.mark('\'') || short;
            let digits = c.digits()?;
            // "May 2019/20" is no month of a year.
            let more = c.rest().starts_with('/')
                && c.rest()
                    .trim_start_matches('/')
                    .trim_start()
                    .starts_with(|d: char| d.is_ascii_digit());
            if more || (digits.len() != 4 && !(short && digits.len() == 2)) {
                return None;
            }
            full_year(digits)
        })
    }

    fn season(&mut self, hint: Option<Hint>) -> Result<PartialDate, Miss> {
        const SEASONS: [(&[&str], Season); 4] = [
            (&["spring"], Season::Spring),
            (&["summer"], Season::Summer),
            (&["autumn"], Season::Autumn),
            (&["winter"], Season::Winter),
        ];
        let season = SEASONS.iter().find(|(words, _)| self.word(words)).map(|(_, season)| *season);
        let season = season.ok_or(Miss::Other)?;
        self.word(&["of"]);
        if season == Season::Winter
            && let Ok(years) = self.attempt(Self::financial_year)
        {
            return PartialDate::season(season, years.start_year()).ok_or(Miss::Other);
        }
        // Two digits after a season are its year: there is no 24th of spring.
        let short = self.year(true).filter(|_| !self.rest().starts_with('/'));
        let year = short.or_else(|| self.year_or(hint, false)).ok_or(Miss::Other)?;
        PartialDate::season(season, year).ok_or(Miss::Other)
    }

    /// "Q3 2021/22", "third quarter of 2021/22", "2021/22 Q3", "quarter 4 (January to March 2025)",
    /// "H1 2021 (calendar year)", "second half of 2021". "Q1 2021" does not say whose quarter it
    /// is, and means either.
    fn quarter_or_half(&mut self, hint: Option<Hint>) -> Result<PartialDate, Miss> {
        let before = self.attempt(Self::calendar_of_year).ok();
        if before.is_some() {
            self.marks(&[',', '-', ':']);
        }
        let (quarter, at) = self.quarter_or_half_number()?;
        self.marks(&[',', ':', '/']);
        self.word(&["of", "in"]);
        self.word(&["the"]);
        let after = || Hint::of_context(hint);
        let of_year = before
            .or_else(|| self.attempt(Self::calendar_of_year).ok())
            .or_else(|| self.take(|c| c.bracketed(|c| c.calendar_of_year().ok())));
        let make = |(calendar, year): (Calendar, i32)| {
            if quarter {
                PartialDate::quarter(calendar, year, at)
            } else {
                PartialDate::half(calendar, year, at)
            }
        };
        if let Some(months) = self.take(|c| c.bracketed(|c| c.spelt_out(of_year))) {
            return [of_year.map_or(months.0.year(), |(_, year)| year), months.0.year() - 1]
                .into_iter()
                .flat_map(|year| [Calendar::Financial, Calendar::Calendar].map(|c| (c, year)))
                .filter(|(calendar, year)| {
                    of_year.is_none_or(|(said, of)| {
                        of == *year && (said == Calendar::Unsaid || said == *calendar)
                    })
                })
                .filter_map(make)
                .find(|date| (date.earliest(), date.latest()) == months)
                .ok_or(Miss::Other);
        }
        // Half of a plain year is half of the calendar's; a quarter is so less often.
        let plain = |(calendar, year)| match calendar {
            Calendar::Unsaid if !quarter => (Calendar::Calendar, year),
            other => (other, year),
        };
        make(of_year.or_else(after).map(plain).ok_or(Miss::Other)?).ok_or(Miss::Other)
    }

    /// "Q3", "quarter three", "3rd quarter", "H1", "first half": true for quarters, and the number.
    fn quarter_or_half_number(&mut self) -> Result<(bool, u8), Miss> {
        const QUARTER: [&str; 4] = ["q", "quarter", "qtr", "qu"];
        let number = |c: &mut Self| c.count().and_then(|at| u8::try_from(at).ok());
        self.word(&["the"]);
        self.take(|c| {
            if let Some(at) = c.ordinal() {
                let quarter = c.word(&QUARTER);
                return (quarter || c.word(&["half"])).then_some((quarter, at));
            }
            let quarter = c.word(&QUARTER);
            if !quarter && !c.word(&["h", "half"]) {
                return None;
            }
            c.mark('.');
            number(c).map(|at| (quarter, at))
        })
        .ok_or(Miss::Other)
    }

    /// A year, and whose it is.
    fn calendar_of_year(&mut self) -> Result<(Calendar, i32), Miss> {
        self.phrase(&["financial year", "fy", "f/y"]);
        if let Ok(year) = self.attempt(Self::financial_year) {
            self.phrase(&["financial year"]);
            return Ok((Calendar::Financial, year.start_year()));
        }
        let named = self.phrase(&["calendar year"]);
        let year = self.year(false).ok_or(Miss::Other)?;
        let named = named
            || self.phrase(&["calendar year"])
            || self.take(|c| c.bracketed(|c| c.phrase(&["calendar year"]).then_some(()))).is_some();
        Ok((if named { Calendar::Calendar } else { Calendar::Unsaid }, year))
    }

    /// The months that a bracket spells out: "(January to March 2025)", "(April - June)".
    fn spelt_out(&mut self, of_year: Option<(Calendar, i32)>) -> Option<(NaiveDate, NaiveDate)> {
        let year = of_year.map(|(_, year)| year);
        if self.year.is_none() {
            self.year = year;
        }
        let (first, last) = self.pair().ok()?;
        let (mut first, mut last) = (first.earliest(), last.latest());
        // "Q4 2021/22 (January - March)" lies in the second of the two years.
        if let Some((Calendar::Financial, start)) = of_year
            && first.year() == start
            && first.month() < 4
        {
            (first, last) = (first.with_year(start + 1)?, last.with_year(start + 1)?);
        }
        Some((first, last))
    }

    pub(super) fn bracketed<T>(&mut self, rule: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        if !self.mark('(') {
            return None;
        }
        let value = rule(self)?;
        self.mark(')').then_some(value)
    }

    /// "2021/22", "2021-22", "FY 2021/22", "21/22". "05/06" may be a day and "2009-10" a month, so
    /// these are years only where it is said.
    fn financial_year(&mut self) -> Result<FinancialYear, Miss> {
        let named = self.phrase(&["financial year", "fy", "f/y"]);
        let first = self.digits().ok_or(Miss::Other)?;
        let dashed = self.mark('-');
        found(dashed || self.mark('/'))?;
        let second = self.digits().ok_or(Miss::Other)?;
        let vague = (first.len() == 2 || dashed) && second.len() == 2 && number(second)? <= 12;
        let named = named || self.clone().phrase(&["financial year", "municipal year"]);
        found(named || !vague)?;
        FinancialYear::printed(first, second).ok_or(Miss::Other)
    }

    /// Two years that are named as one: financial unless said otherwise.
    fn years(&mut self) -> Result<PartialDate, Miss> {
        const KINDS: [(&[&str], YearKind); 2] = [
            (&["municipal year", "civic year", "council year"], YearKind::Municipal),
            (&["academic year", "school year"], YearKind::Academic),
        ];
        let kind =
            |c: &mut Self| KINDS.iter().find(|(words, _)| c.phrase(words)).map(|(_, kind)| *kind);
        let before = kind(self);
        let year = self.financial_year()?;
        let kind = before.or_else(|| kind(self));
        if let Some(kind) = kind {
            return PartialDate::years(kind, year.start_year()).ok_or(Miss::Other);
        }
        self.phrase(&["financial year", "fy"]);
        Ok(year.into())
    }

    fn any_year(&mut self) -> Result<PartialDate, Miss> {
        if let Ok(years) = self.attempt(Self::years) {
            return Ok(years);
        }
        let named = self.phrase(&["calendar year"]);
        let year = self.year(false).ok_or(Miss::Other)?;
        if !named && !self.phrase(&["calendar year"]) {
            self.take(|c| c.bracketed(|c| c.phrase(&["calendar year"]).then_some(())));
        }
        PartialDate::year(year, None).ok_or(Miss::Other)
    }
}

impl Hint {
    fn of_context(hint: Option<Self>) -> Option<(Calendar, i32)> {
        hint.map(|hint| (hint.calendar, hint.year))
    }
}

fn number(digits: &str) -> Result<u32, Miss> {
    digits.parse().map_err(|_| Miss::Other)
}

/// A date, unless it is said to fall on another day of the week than it does: there is no such day.
fn falls_on(date: PartialDate, weekday: Option<Weekday>) -> Result<PartialDate, Miss> {
    let own = date.as_day().map(|day| day.weekday());
    if weekday.is_some() && weekday != own { Err(Miss::NoSuchDay) } else { Ok(date) }
}

fn day_of(year: i32, month: u32, day: u32) -> Result<PartialDate, Miss> {
    let date = NaiveDate::from_ymd_opt(year, month, day).ok_or(Miss::NoSuchDay)?;
    PartialDate::on(date).ok_or(Miss::Other)
}
