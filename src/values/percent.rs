//! Stated percentages of completion.

use std::fmt;

use super::{Readable, Unread};

/// A percentage that somebody stated, from 0 to 100 in hundredths of a per cent.
///
/// A computed share is an exact [`Ratio`](crate::rollup::Ratio) instead.
///
/// ```
/// use programme::values::{Percent, Printed};
///
/// let stated: Printed<Percent> = Printed::read("33.3%");
/// assert_eq!(stated.value().map(|p| p.hundredths()), Some(3330));
/// assert!(Printed::<Percent>::read("120%").value().is_none());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent(u16);

impl Percent {
    /// The percentage of this many hundredths, or `None` above 10,000.
    #[must_use]
    pub fn from_hundredths(hundredths: u16) -> Option<Self> {
        (hundredths <= 10_000).then_some(Self(hundredths))
    }

    /// Hundredths of a per cent, from 0 to 10,000.
    #[must_use]
    pub fn hundredths(self) -> u16 {
        self.0
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0 / 100, self.0 % 100) {
            (whole, 0) => write!(f, "{whole}%"),
            (whole, part) if part % 10 == 0 => write!(f, "{whole}.{}%", part / 10),
            (whole, part) => write!(f, "{whole}.{part:02}%"),
        }
    }
}

impl Readable for Percent {
    fn read(words: &str) -> Result<Self, Unread> {
        let text = words.trim().trim_end_matches('%').trim_end();
        let text = text.strip_suffix("per cent").map_or(text, str::trim_end);
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        let digits = |t: &str| t.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || whole.len() > 3 || part.len() > 2 || !digits(whole) || !digits(part)
        {
            return Err(Unread::NotUnderstood);
        }
        format!("{whole}{part:0<2}")
            .parse()
            .ok()
            .and_then(Self::from_hundredths)
            .ok_or(Unread::NotUnderstood)
    }
}
