//! The grammar of printed dates, intervals and timescales: tokens and a cursor over them.

use chrono::NaiveDate;

use super::{
    Calendar, FinancialYear, Part, PartialDate, Period, Season, Unread, date::MONTHS, number,
};

/// A piece of printed text; space between pieces is dropped.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Token<'t> {
    Number(&'t str),
    Word(&'t str),
    Mark(char),
}

/// Reads forward over tokens; every grammar rule either advances or leaves the cursor alone.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'t> {
    text: &'t str,
    at: usize,
}

/// Why a date was not found at a place.
pub(super) enum Miss {
    /// Something else stands there.
    Other,
    /// A day of the month stands there that the month does not have.
    NoSuchDay,
}

impl From<Miss> for Unread {
    fn from(miss: Miss) -> Self {
        match miss {
            Miss::Other => Self::NotUnderstood,
            Miss::NoSuchDay => Self::NoSuchDay,
        }
    }
}

/// Reads the whole of `words` by one rule, or says why not.
pub(super) fn whole<T>(
    words: &str,
    rule: impl Fn(&mut Cursor<'_>) -> Result<T, Miss>,
) -> Result<T, Unread> {
    // Longer cells hold sentences, not dates; the bound also keeps reading linear.
    if words.len() > 200 {
        return Err(Unread::NotUnderstood);
    }
    let lower = words.to_ascii_lowercase();
    let mut cursor = Cursor::new(&lower);
    if cursor.is_done() {
        return Err(Unread::Blank);
    }
    let value = rule(&mut cursor)?;
    if cursor.is_done() { Ok(value) } else { Err(Unread::NotUnderstood) }
}

impl<'t> Cursor<'t> {
    /// `text` is in lower case.
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    pub(super) fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or("").trim_start()
    }

    pub(super) fn is_done(&self) -> bool {
        self.rest().is_empty()
    }

    pub(super) fn position(&self) -> usize {
        self.text.len() - self.rest().len()
    }

    fn split(&self) -> Option<(Token<'t>, usize)> {
        let rest = self.rest();
        let first = rest.chars().next()?;
        let run = |keep: fn(char) -> bool| {
            let end = rest.find(|c| !keep(c)).unwrap_or(rest.len());
            rest.get(..end).unwrap_or(rest)
        };
        let start = self.position();
        if first.is_ascii_digit() {
            let digits = run(|c| c.is_ascii_digit());
            return Some((Token::Number(digits), start + digits.len()));
        }
        if first.is_alphabetic() {
            let word = run(|c| c.is_alphabetic() || c == '\'' || c == '’');
            return Some((Token::Word(word), start + word.len()));
        }
        let mark = if matches!(first, '–' | '—' | '‐' | '‑') { '-' } else { first };
        Some((Token::Mark(mark), start + first.len_utf8()))
    }

    pub(super) fn next(&mut self) -> Option<Token<'t>> {
        let (token, end) = self.split()?;
        self.at = end;
        Some(token)
    }

    pub(super) fn word(&mut self, any: &[&str]) -> bool {
        let mut ahead = *self;
        let found = matches!(ahead.next(), Some(Token::Word(word)) if any.contains(&word));
        if found {
            *self = ahead;
        }
        found
    }

    pub(super) fn mark(&mut self, mark: char) -> bool {
        let mut ahead = *self;
        let found = ahead.next() == Some(Token::Mark(mark));
        if found {
            *self = ahead;
        }
        found
    }

    /// Several words in a row, such as "per cent".
    pub(super) fn phrase(&mut self, words: &[&str]) -> bool {
        let mut ahead = *self;
        let found = words.iter().all(|word| ahead.word(&[word]));
        if found {
            *self = ahead;
        }
        found
    }

    fn digits(&mut self) -> Option<&'t str> {
        let mut ahead = *self;
        let Some(Token::Number(digits)) = ahead.next() else { return None };
        *self = ahead;
        Some(digits)
    }

    /// A small whole number, in digits or as a word.
    pub(super) fn count(&mut self) -> Option<u16> {
        let mut ahead = *self;
        let count = match ahead.next()? {
            Token::Number(digits) => digits.parse().ok(),
            Token::Word(word) => number::word(word),
            Token::Mark(_) => None,
        }?;
        *self = ahead;
        Some(count)
    }

    /// Tries a rule, and moves on only where it succeeds.
    pub(super) fn attempt<T, E>(
        &mut self,
        rule: impl FnOnce(&mut Self) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut ahead = *self;
        let value = rule(&mut ahead)?;
        *self = ahead;
        Ok(value)
    }

    /// One date. `hint` is the year that a day or month without one belongs to, where the text
    /// itself gives it ("26th February-1st March 2019").
    pub(super) fn date(&mut self, hint: Option<i32>) -> Result<PartialDate, Miss> {
        self.word(&["the"]);
        self.attempt(|c| c.slashed_or_iso())
            .or_else(|miss| self.other_unless(miss, |c| c.day_of_month(hint)))
            .or_else(|miss| self.other_unless(miss, |c| c.part_or_month(hint)))
            .or_else(|miss| self.other_unless(miss, |c| c.season()))
            .or_else(|miss| self.other_unless(miss, |c| c.quarter_or_half()))
            .or_else(|miss| self.other_unless(miss, |c| c.financial_year().map(Into::into)))
            .or_else(|miss| self.other_unless(miss, |c| c.calendar_year()))
    }

    /// The next rule, unless a rule has already recognised a day that does not exist.
    fn other_unless<T>(
        &mut self,
        miss: Miss,
        rule: impl FnOnce(&mut Self) -> Result<T, Miss>,
    ) -> Result<T, Miss> {
        match miss {
            Miss::NoSuchDay => Err(miss),
            Miss::Other => self.attempt(rule),
        }
    }

    /// 2019-09-04, 04/09/2019 or 4/9/19: always day before month.
    fn slashed_or_iso(&mut self) -> Result<PartialDate, Miss> {
        let first = self.digits().ok_or(Miss::Other)?;
        let separator = if first.len() == 4 { '-' } else { '/' };
        if !self.mark(separator) {
            return Err(Miss::Other);
        }
        let middle = self.digits().filter(|digits| digits.len() <= 2).ok_or(Miss::Other)?;
        if !self.mark(separator) {
            return Err(Miss::Other);
        }
        let last = self.digits().ok_or(Miss::Other)?;
        let (year, day) = if separator == '-' { (first, last) } else { (last, first) };
        if day.len() > 2 {
            return Err(Miss::Other);
        }
        day_of(full_year(year).ok_or(Miss::Other)?, number(middle)?, number(day)?)
    }

    /// "15th May 2019", "15 th of May 2019", "Tuesday 10 March 2020", "31-Mar-16".
    fn day_of_month(&mut self, hint: Option<i32>) -> Result<PartialDate, Miss> {
        self.weekday();
        let day = self.digits().filter(|digits| digits.len() <= 2).ok_or(Miss::Other)?;
        self.word(&["st", "nd", "rd", "th"]);
        self.word(&["of"]);
        let dashed = self.mark('-');
        let month = self.month_name().ok_or(Miss::Other)?;
        let year = self.year(dashed).or(hint).ok_or(Miss::Other)?;
        day_of(year, month, number(day)?)
    }

    fn weekday(&mut self) {
        const DAYS: [&str; 7] =
            ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
        if self.word(&DAYS) {
            self.mark(',');
        }
    }

    /// "May 2019", "end of March 2021", "early 2019", "mid-June 2020", "May" with a hint.
    fn part_or_month(&mut self, hint: Option<i32>) -> Result<PartialDate, Miss> {
        let part = self.part();
        if part.is_some() {
            self.mark('-');
            self.word(&["of", "in"]);
            self.word(&["the"]);
        }
        if let Some(month) = self.month_name() {
            let dashed = self.mark('-');
            let year = self.year(dashed).or(hint).ok_or(Miss::Other)?;
            return PartialDate::month(year, month, part).ok_or(Miss::Other);
        }
        let part = part.ok_or(Miss::Other)?;
        let year = self.year(false).ok_or(Miss::Other)?;
        PartialDate::year(year, Some(part)).ok_or(Miss::Other)
    }

    fn part(&mut self) -> Option<Part> {
        const PARTS: [(&[&str], Part); 5] = [
            (&["start", "beginning"], Part::Start),
            (&["early"], Part::Early),
            (&["mid", "middle"], Part::Mid),
            (&["late"], Part::Late),
            (&["end"], Part::End),
        ];
        PARTS.iter().find(|(words, _)| self.word(words)).map(|(_, part)| *part)
    }

    fn month_name(&mut self) -> Option<u32> {
        let mut ahead = *self;
        let Some(Token::Word(word)) = ahead.next() else { return None };
        let month = MONTHS.iter().position(|name| {
            name.eq_ignore_ascii_case(word)
                || (word.len() == 3 && name.get(..3).is_some_and(|n| n.eq_ignore_ascii_case(word)))
                || (word == "sept" && *name == "September")
        })?;
        ahead.mark('.');
        *self = ahead;
        u32::try_from(month + 1).ok()
    }

    /// A year of four digits; of two where `short` (after a dash, or in slashed dates).
    fn year(&mut self, short: bool) -> Option<i32> {
        let mut ahead = *self;
        ahead.mark(',');
        let digits = ahead.digits()?;
        // "May 2019/20" is no month of a year.
        if ahead.rest().starts_with('/') || (digits.len() != 4 && !(short && digits.len() == 2)) {
            return None;
        }
        *self = ahead;
        full_year(digits)
    }

    fn season(&mut self) -> Result<PartialDate, Miss> {
        const SEASONS: [(&str, Season); 4] = [
            ("spring", Season::Spring),
            ("summer", Season::Summer),
            ("autumn", Season::Autumn),
            ("winter", Season::Winter),
        ];
        let (_, season) = SEASONS.iter().find(|(word, _)| self.word(&[word])).ok_or(Miss::Other)?;
        self.word(&["of"]);
        if *season == Season::Winter
            && let Ok(years) = self.attempt(|c| c.financial_year())
        {
            return PartialDate::season(*season, years.start_year()).ok_or(Miss::Other);
        }
        let year = self.year(false).ok_or(Miss::Other)?;
        PartialDate::season(*season, year).ok_or(Miss::Other)
    }

    /// "Q3 2021/22", "quarter 3 of 2021/22", "H1 2021 (calendar year)". Without a financial year
    /// or the words "calendar year" it is not said whose quarter is meant, and none is read.
    fn quarter_or_half(&mut self) -> Result<PartialDate, Miss> {
        let make = if self.word(&["q", "quarter", "qtr"]) {
            PartialDate::quarter
        } else if self.word(&["h", "half"]) {
            PartialDate::half
        } else {
            return Err(Miss::Other);
        };
        let at = self.digits().and_then(|d| d.parse().ok()).ok_or(Miss::Other)?;
        self.word(&["of", "in"]);
        if let Ok(year) = self.attempt(|c| c.financial_year()) {
            return make(Calendar::Financial, year.start_year(), at).ok_or(Miss::Other);
        }
        let year = self.year(false).ok_or(Miss::Other)?;
        let bracket = self.mark('(');
        if !self.phrase(&["calendar", "year"]) || (bracket && !self.mark(')')) {
            return Err(Miss::Other);
        }
        make(Calendar::Calendar, year, at).ok_or(Miss::Other)
    }

    fn financial_year(&mut self) -> Result<FinancialYear, Miss> {
        let _named = self.phrase(&["financial", "year"]) || self.word(&["fy"]);
        let first = self.digits().ok_or(Miss::Other)?;
        if !self.mark('/') && !self.mark('-') {
            return Err(Miss::Other);
        }
        let second = self.digits().ok_or(Miss::Other)?;
        FinancialYear::printed(first, second).ok_or(Miss::Other)
    }

    fn calendar_year(&mut self) -> Result<PartialDate, Miss> {
        let year = self.year(false).ok_or(Miss::Other)?;
        PartialDate::year(year, None).ok_or(Miss::Other)
    }

    /// One date, or two with "-", "to", "until" or "and" between them; the first may borrow the
    /// second's year.
    pub(super) fn period(&mut self) -> Result<Period, Miss> {
        let between = self.word(&["between"]);
        if !between && let Ok(date) = self.attempt(|c| c.single()) {
            return Ok(Period::from(date));
        }
        // The separator is the first place where both sides read as dates.
        let mut scan = *self;
        while scan.next().is_some() {
            let mut right = scan;
            let separated = right.mark('-') || right.word(&["to", "until", "and"]);
            if !separated {
                continue;
            }
            let Ok(last) = right.date(None) else { continue };
            let left = self.text.get(..scan.at).unwrap_or("");
            let mut left = Cursor { text: left, at: self.at };
            let hint = Some(chrono::Datelike::year(&last.earliest()));
            let Ok(first) = left.date(hint) else { continue };
            if left.is_done()
                && let Some(period) = Period::between(first, last)
            {
                *self = right;
                return Ok(period);
            }
        }
        Err(self.date(None).err().unwrap_or(Miss::Other))
    }

    /// A date that no second date follows.
    fn single(&mut self) -> Result<PartialDate, Miss> {
        let date = self.date(None)?;
        let mut ahead = *self;
        let more = (ahead.mark('-') || ahead.word(&["to", "until"])) && ahead.date(None).is_ok();
        if more { Err(Miss::Other) } else { Ok(date) }
    }
}

fn number(digits: &str) -> Result<u32, Miss> {
    digits.parse().map_err(|_| Miss::Other)
}

/// 2019 of "2019" and of "19".
fn full_year(digits: &str) -> Option<i32> {
    match (digits.len(), digits.parse::<i32>()) {
        (4, Ok(year)) => Some(year),
        (2, Ok(year)) => Some(2000 + year),
        _ => None,
    }
}

fn day_of(year: i32, month: u32, day: u32) -> Result<PartialDate, Miss> {
    let date = NaiveDate::from_ymd_opt(year, month, day).ok_or(Miss::NoSuchDay)?;
    PartialDate::on(date).ok_or(Miss::Other)
}
