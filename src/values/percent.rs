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
    ///
    /// ```
    /// use programme::values::Percent;
    ///
    /// assert_eq!(Percent::from_hundredths(3330).map(|p| p.to_string()), Some("33.3%".into()));
    /// assert_eq!(Percent::from_hundredths(10_001), None);
    /// ```
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
        let text = words.trim();
        if text.is_empty() {
            return Err(Unread::Blank);
        }
        let signs = ["%", "per cent", "percent"];
        let signed = signs.iter().find_map(|sign| text.strip_suffix(sign));
        let number = signed.unwrap_or(text).trim_end();
        let (whole, part) = number.split_once('.').map_or((number, None), |(w, p)| (w, Some(p)));
        let digits = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
        let fits = digits(whole) && whole.len() <= 3;
        let part_fits = part.is_none_or(|part| digits(part) && part.len() <= 2);
        if !fits || !part_fits {
            return Err(Unread::NotUnderstood);
        }
        let percent = format!("{whole}{:0<2}", part.unwrap_or(""))
            .parse()
            .ok()
            .and_then(Self::from_hundredths)
            .ok_or(Unread::NotUnderstood)?;
        // 0.75 and 1 without a sign are as often how spreadsheets hold 75 % and 100 %.
        let doubtful = signed.is_none() && (1..=100).contains(&percent.hundredths());
        if doubtful { Err(Unread::NotUnderstood) } else { Ok(percent) }
    }
}
