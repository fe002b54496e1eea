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
    ///
    /// ```
    /// use programme::values::Reference;
    ///
    /// assert_eq!(Reference::new("A", &[1, 2]).map(|r| r.to_string()), Some("A1.2".into()));
    /// assert_eq!(Reference::new("ACTION", &[1]), None, "four letters at most");
    /// ```
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

    /// The reference of a row by its count: `R7`, and beyond the largest number in three.
    pub(crate) fn counted(letters: &str, count: usize) -> Option<Self> {
        let number = |n: usize| u32::try_from(n).ok();
        let most = usize::try_from(MAX).ok()?;
        if count <= most {
            return Self::new(letters, &[number(count)?]);
        }
        Self::new(letters, &[MAX, number(count / most)?, number(count % most)?])
    }

    /// The numbers, in order: 1 and 2 of `A1.2`.
    ///
    /// ```
    /// use programme::values::Reference;
    ///
    /// let action: Reference = "A1.2".parse()?;
    /// assert_eq!(action.numbers().collect::<Vec<_>>(), [1, 2]);
    /// # Ok::<_, programme::values::ParseReferenceError>(())
    /// ```
    pub fn numbers(self) -> impl Iterator<Item = u32> {
        (0..4).rev().map_while(move |at| {
            let number = (self.0 >> (at * NUMBER)) as u32 & (MAX + 1);
            number.checked_sub(1)
        })
    }

    /// Reads a reference without an error to build: most texts that are tried are none.
    pub(crate) fn read(text: &str) -> Option<Self> {
        Self::read_as_printed(text).map(|(reference, _)| reference)
    }

    /// The same, with whether the text is the canonical form.
    pub(crate) fn read_as_printed(text: &str) -> Option<(Self, bool)> {
        let bytes = text.as_bytes();
        let letters = bytes.iter().take_while(|b| b.is_ascii_alphabetic()).count();
        let (letters, rest) = text.split_at_checked(letters)?;
        let mut canonical = letters.bytes().all(|b| b.is_ascii_uppercase());
        let (mut numbers, mut count, mut digits) = ([0_u32; 4], 0, 0);
        for byte in rest.bytes() {
            match byte {
                b'0'..=b'9' if digits < 8 => {
                    let number = numbers.get_mut(count)?;
                    canonical &= digits == 0 || *number > 0;
                    *number = *number * 10 + u32::from(byte - b'0');
                    digits += 1;
                }
                b'.' if digits > 0 => (count, digits) = (count + 1, 0),
                _ => return None,
            }
        }
        if digits == 0 {
            return None;
        }
        Some((Self::new(letters, numbers.get(..=count)?)?, canonical))
    }

    /// The canonical form as bytes, in the first part of a buffer. Every row that is read needs
    /// it, and formatting machinery would be most of the work.
    pub(crate) fn bytes(self, buffer: &mut [u8; 40]) -> &[u8] {
        let mut length = 0;
        let mut put = |byte: u8| {
            // INVARIANT: four letters, four numbers of eight digits and three dots are 39 bytes.
            if let Some(place) = buffer.get_mut(length) {
                *place = byte;
                length += 1;
            }
        };
        self.letters().for_each(|letter| put(letter as u8));
        for (at, number) in self.numbers().enumerate() {
            if at > 0 {
                put(b'.');
            }
            let mut power = 10_000_000;
            while power > 1 && number < power {
                power /= 10;
            }
            while power > 0 {
                put(b'0' + (number / power % 10) as u8);
                power /= 10;
            }
        }
        buffer.get(..length).unwrap_or_default()
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
        let mut buffer = [0; 40];
        f.pad(std::str::from_utf8(self.bytes(&mut buffer)).unwrap_or_default())
    }
}

impl fmt::Debug for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The text is not a reference.
///
/// ```
/// use programme::values::Reference;
///
/// let error = "2(a)".parse::<Reference>().unwrap_err();
/// assert!(error.to_string().starts_with("`2(a)` is not a reference"));
/// ```
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
        Self::read(text).ok_or_else(|| ParseReferenceError { text: text.to_owned() })
    }
}

super::string_serde!(Reference);
