//! Human references: R1, A1.2.

use std::{fmt, str::FromStr};

use thiserror::Error;

/// A reference that people use for a row: one to four letters and one to four numbers, such as
/// `R1` or `A1.2`.
///
/// Every value prints in one canonical form (capitals, no leading zeros) and is ordered as people
/// count: `R2 < R10`, `A1 < A1.1 < A2`. It is a label that is unique among the rows of a kind, not
/// their identity. What councils print and does not fit ("2(a)", "iv") is kept as the row's label.
/// Numbers run from 0 to 16,777,214.
///
/// ```
/// use programme::values::Reference;
///
/// let action: Reference = "a1.2".parse()?;
/// assert_eq!(action.to_string(), "A1.2");
/// assert!("R2".parse::<Reference>()? < "R10".parse()?);
/// assert!("2(a)".parse::<Reference>().is_err());
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
// Four letters of 5 bits, then four numbers of 24 bits (each one up, so that none is 0), from the
// top down: comparing the integers is comparing as people count.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reference(u128);

const NUMBER: u32 = 24;
const MAX: u32 = (1 << NUMBER) - 2;

impl Reference {
    /// The reference of these letters and numbers, or `None` where they are not one to four each.
    #[must_use]
    pub fn new(letters: &str, numbers: &[u32]) -> Option<Self> {
        let fits = (1..=4).contains(&letters.len())
            && letters.bytes().all(|b| b.is_ascii_alphabetic())
            && (1..=4).contains(&numbers.len())
            && numbers.iter().all(|n| *n <= MAX);
        if !fits {
            return None;
        }
        let mut packed = 0_u128;
        for at in 0..4 {
            let letter =
                letters.as_bytes().get(at).map_or(0, |b| b.to_ascii_uppercase() - b'A' + 1);
            packed = packed << 5 | u128::from(letter);
        }
        for at in 0..4 {
            packed = packed << NUMBER | u128::from(numbers.get(at).map_or(0, |n| n + 1));
        }
        Some(Self(packed))
    }

    /// The numbers, in order: 1 and 2 of `A1.2`.
    pub fn numbers(self) -> impl Iterator<Item = u32> {
        (0..4).rev().map_while(move |at| {
            let number = (self.0 >> (at * NUMBER)) as u32 & (MAX + 1);
            number.checked_sub(1)
        })
    }

    /// Whether `text` is the canonical form, found without printing it.
    pub(crate) fn is_printed_as(self, text: &str) -> bool {
        use std::io::Write;
        let mut buffer = [0_u8; 40];
        let mut rest: &mut [u8] = &mut buffer;
        let fits = write!(rest, "{self}").is_ok();
        let left = rest.len();
        fits && buffer.get(..40 - left) == Some(text.as_bytes())
    }

    fn letters(self) -> impl Iterator<Item = char> {
        (0..4).rev().map_while(move |at| {
            let letter = (self.0 >> (4 * NUMBER + at * 5)) as u8 & 31;
            (letter > 0).then(|| char::from(b'A' + letter - 1))
        })
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use fmt::Write;
        self.letters().try_for_each(|letter| f.write_char(letter))?;
        for (at, number) in self.numbers().enumerate() {
            if at > 0 {
                f.write_char('.')?;
            }
            write!(f, "{number}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The text is not a reference.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error(
    "`{text}` is not a reference; write one to four letters and one to four numbers, such as A1.2"
)]
pub struct ParseReferenceError {
    text: String,
}

impl FromStr for Reference {
    type Err = ParseReferenceError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        read(text).ok_or_else(|| ParseReferenceError { text: text.to_owned() })
    }
}

/// The same without an error to build: most texts that are tried are no reference.
fn read(text: &str) -> Option<Reference> {
    let digits = text.bytes().position(|b| b.is_ascii_digit())?;
    let (letters, rest) = text.split_at_checked(digits)?;
    let mut numbers = [0_u32; 4];
    let mut count = 0;
    for part in rest.split('.') {
        let plain = (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        if !plain {
            return None;
        }
        *numbers.get_mut(count)? = part.parse().ok()?;
        count += 1;
    }
    Reference::new(letters, numbers.get(..count)?)
}

super::string_serde!(Reference);
