//! The grammar of print: tokens, a cursor over them, and what dates, timescales, rhythms, figures
//! and statuses look like.

mod cadence;
mod date;
mod due;
mod figure;
mod nearest;
pub(super) mod number;
mod period;
mod status;
mod timescale;

use super::Unread;
pub(super) use nearest::nearest;
pub(super) use status::{HEALTHS, STATUSES, VERDICTS};

/// A piece of printed text; space between pieces is dropped.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Token<'t> {
    Number(&'t str),
    Word(&'t str),
    Mark(char),
}

/// Reads forward over tokens; every grammar rule either advances or leaves the cursor alone.
#[derive(Clone, Copy)]
struct Cursor<'t> {
    /// In lower case.
    text: &'t str,
    at: usize,
    /// The year that dates without one belong to, where the caller knows it.
    year: Option<i32>,
}

/// Why a rule does not match at a place.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Miss {
    /// Something else stands there.
    Other,
    /// A day of the month stands there that the month does not have.
    NoSuchDay,
}

/// Longer cells hold sentences, not dates; the bound also keeps reading linear.
const LONGEST: usize = 200;

/// Reads the whole of `words` by one rule, or says why not. `year` is that of dates without one.
fn whole<T>(
    words: &str,
    year: Option<i32>,
    rule: impl Fn(&mut Cursor<'_>) -> Result<T, Miss>,
) -> Result<T, Unread> {
    if words.len() > LONGEST {
        return Err(if words.trim().is_empty() { Unread::Blank } else { Unread::NotUnderstood });
    }
    let lower = words.to_ascii_lowercase();
    if let Some(why) = no_value(&lower) {
        return Err(why);
    }
    let read = |year| {
        let mut cursor = Cursor { text: &lower, at: 0, year };
        let value = rule(&mut cursor)?;
        if cursor.is_done() { Ok(value) } else { Err(Miss::Other) }
    };
    match read(year) {
        Ok(value) => Ok(value),
        Err(Miss::NoSuchDay) => Err(Unread::NoSuchDay),
        // What can be read in some year lacks nothing but the year. 2000 has a 29th of February.
        Err(Miss::Other) if year.is_none() && read(Some(2000)).is_ok() => Err(Unread::NoYear),
        Err(Miss::Other) => Err(Unread::NotUnderstood),
    }
}

/// Why words in lower case give no value of any kind, if they are known to give none.
fn no_value(lower: &str) -> Option<Unread> {
    const PENDING: [&str; 16] = [
        "tbc",
        "t.b.c.",
        "tba",
        "tbd",
        "to be confirmed",
        "to be agreed",
        "to be announced",
        "to be determined",
        "to be decided",
        "to be advised",
        "to be finalised",
        "to be quantified",
        "not yet known",
        "not yet agreed",
        "not yet determined",
        "not yet decided",
    ];
    const NOT_APPLICABLE: [&str; 3] = ["n/a", "na", "not applicable"];
    const ELSEWHERE: [&str; 13] = [
        "see ",
        "as above",
        "as below",
        "as per ",
        "see above",
        "see below",
        "ditto",
        "refer to ",
        "included in ",
        "covered by ",
        "as for ",
        "within existing ",
        "met from existing ",
    ];
    let text = lower.trim();
    let text = text.strip_suffix('.').unwrap_or(text);
    if text.chars().all(|c| matches!(c, '-' | '–' | '—')) {
        return Some(Unread::Blank);
    }
    // "TBC - dependent on funding" as well; with a number in it, it may say when.
    let pending = |start: &&str| {
        let rest = text.strip_prefix(*start);
        rest.is_some_and(|rest| {
            rest.is_empty()
                || rest.starts_with([' ', ',', '-', '('])
                    && !rest.contains(|c: char| c.is_ascii_digit())
        })
    };
    if text == "?" || PENDING.iter().any(pending) {
        return Some(Unread::Pending);
    }
    if NOT_APPLICABLE.contains(&text) {
        return Some(Unread::NotApplicable);
    }
    let elsewhere = ELSEWHERE.iter().any(|start| match start.strip_suffix(' ') {
        Some(_) => text.starts_with(start),
        None => text == *start,
    });
    elsewhere.then_some(Unread::Elsewhere)
}

/// Whether words are blank, or say that they say nothing: "TBC", "N/A", a dash.
pub(crate) fn say_nothing(words: &str) -> bool {
    words.len() <= LONGEST && no_value(&words.to_lowercase()).is_some()
}

/// Whether a text is given and is more than space.
pub(crate) fn has_words(text: Option<&String>) -> bool {
    text.is_some_and(|text| !text.trim().is_empty())
}

/// Whether a date is given: blank, "N/A" and "TBC" are none.
pub(crate) fn is_given(when: Option<&super::When>) -> bool {
    when.is_some_and(super::When::says_something)
}

/// The same text with its first letter in upper case, as a sentence begins.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|c| c.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

impl<'t> Cursor<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or("").trim_start()
    }

    fn is_done(&self) -> bool {
        self.rest().is_empty()
    }

    fn position(&self) -> usize {
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
        let mark = match first {
            '–' | '—' | '‐' | '‑' => '-',
            '’' | '‘' => '\'',
            other => other,
        };
        Some((Token::Mark(mark), start + first.len_utf8()))
    }

    fn next(&mut self) -> Option<Token<'t>> {
        let (token, end) = self.split()?;
        self.at = end;
        Some(token)
    }

    /// Moves on where the rule gives something.
    fn take<T>(&mut self, rule: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let mut ahead = *self;
        let value = rule(&mut ahead)?;
        *self = ahead;
        Some(value)
    }

    /// Tries a rule, and moves on only where it succeeds.
    fn attempt<T, E>(&mut self, rule: impl FnOnce(&mut Self) -> Result<T, E>) -> Result<T, E> {
        let mut ahead = *self;
        let value = rule(&mut ahead)?;
        *self = ahead;
        Ok(value)
    }

    fn word(&mut self, any: &[&str]) -> bool {
        self.take(|c| match c.next() {
            Some(Token::Word(word)) => any.contains(&word).then_some(()),
            _ => None,
        })
        .is_some()
    }

    fn mark(&mut self, mark: char) -> bool {
        self.take(|c| (c.next() == Some(Token::Mark(mark))).then_some(())).is_some()
    }

    /// One of several marks.
    fn marks(&mut self, any: &[char]) -> bool {
        any.iter().any(|mark| self.mark(*mark))
    }

    /// One of several phrases, each of words with single spaces or dashes between them. Longer
    /// phrases stand before those that they begin with.
    fn phrase(&mut self, any: &[&str]) -> bool {
        any.iter().any(|phrase| {
            self.take(|c| {
                let mut parts = phrase.split_inclusive([' ', '-', '/']);
                parts.all(|part| c.piece(part)).then_some(())
            })
            .is_some()
        })
    }

    /// A word of a phrase, with the dash or stroke after it if there is one.
    fn piece(&mut self, part: &str) -> bool {
        let word = part.trim_end_matches([' ', '-', '/']);
        let word_found = match word.chars().next() {
            Some(first) if first.is_alphabetic() => self.word(&[word]),
            Some(first) if first.is_ascii_digit() => self.digits() == Some(word),
            Some(first) => self.mark(first),
            None => true,
        };
        let mark = part.chars().next_back().filter(|c| matches!(c, '-' | '/'));
        word_found && mark.is_none_or(|mark| self.mark(mark))
    }

    fn digits(&mut self) -> Option<&'t str> {
        self.take(|c| match c.next() {
            Some(Token::Number(digits)) => Some(digits),
            _ => None,
        })
    }

    /// A small whole number, in digits or as a word.
    fn count(&mut self) -> Option<u16> {
        self.take(|c| match c.next()? {
            Token::Number(digits) => digits.parse().ok(),
            Token::Word(word) => number::word(word),
            Token::Mark(_) => None,
        })
    }

    /// "First" to "fourth", in letters or as "1st".
    fn ordinal(&mut self) -> Option<u8> {
        const WORDS: [&str; 4] = ["first", "second", "third", "fourth"];
        self.take(|c| match c.next()? {
            Token::Word(word) => {
                let at = WORDS.iter().position(|name| *name == word)?;
                u8::try_from(at + 1).ok()
            }
            Token::Number(digits) => {
                let at: u8 = digits.parse().ok()?;
                let ending = *["st", "nd", "rd", "th"].get(usize::from(at.checked_sub(1)?))?;
                (at <= 4 && c.word(&[ending])).then_some(at)
            }
            Token::Mark(_) => None,
        })
    }
}

fn found(is: bool) -> Result<(), Miss> {
    if is { Ok(()) } else { Err(Miss::Other) }
}
