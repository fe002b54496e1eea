//! What spans of dates look like.

use chrono::NaiveDate;

use super::{Cursor, Miss, Token, date::Hint, whole};
use crate::values::{PartialDate, Period, Readable, Unread, date};

/// What stands between two dates.
const JOINERS: [&str; 6] = ["through to", "up to", "to", "until", "till", "and"];

impl Readable for Period {
    fn read(words: &str) -> Result<Self, Unread> {
        whole(words, None, |cursor| {
            cursor.word(&["from"]);
            cursor.period()
        })
    }

    fn at_a_glance(words: &str) -> Option<Self> {
        date::plain(words).map(Self::from)
    }

    fn iso_day(&self) -> Option<NaiveDate> {
        self.single().and_then(PartialDate::as_day)
    }
}

impl Cursor<'_> {
    /// One date, or two with "-" or a word such as "to" or "until" between them; the first may borrow the
    /// second's year.
    pub(super) fn period(&mut self) -> Result<Period, Miss> {
        let between = self.word(&["between"]);
        if !between && let Ok(date) = self.attempt(Self::single) {
            return Ok(Period::from(date));
        }
        let missed = self.clone().date(None).err().unwrap_or(Miss::Other);
        let (first, last) = self.pair().map_err(|_| missed)?;
        Period::between(first, last).ok_or(Miss::Other)
    }

    /// Two dates. The separator is the first place where both sides read as dates.
    pub(super) fn pair(&mut self) -> Result<(PartialDate, PartialDate), Miss> {
        let mut scan = *self;
        while let Some(token) = scan.next() {
            let mut right = scan;
            // "Spring/Summer 2021" and "Q1/Q2 2021/22", and not "15/5".
            let word = |token| matches!(token, Token::Word(_));
            let stroke = right.mark('/') && (word(token) || right.clone().next().is_some_and(word));
            let separated = stroke || right.marks(&['-', '&']) || right.phrase(&JOINERS);
            if !separated {
                continue;
            }
            let Ok(last) = right.date(None) else { continue };
            let left = self.text.get(..scan.at).unwrap_or("");
            let left = Cursor { text: left, at: self.at, year: self.year };
            let hint = Hint::of(last);
            // A span does not run backwards: December of "December - March 2021" is that of 2020.
            for hint in [hint, hint.year_before()] {
                let mut left = left;
                if let Ok(first) = left.date(Some(hint))
                    && left.is_done()
                    && Period::between(first, last).is_some()
                {
                    *self = right;
                    return Ok((first, last));
                }
            }
        }
        Err(Miss::Other)
    }

    /// A date that no second date follows.
    fn single(&mut self) -> Result<PartialDate, Miss> {
        let date = self.date(None)?;
        let mut ahead = *self;
        let more =
            (ahead.marks(&['-', '&', '/']) || ahead.phrase(&JOINERS)) && ahead.date(None).is_ok();
        if more { Err(Miss::Other) } else { Ok(date) }
    }
}
