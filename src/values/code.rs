//! The code of a rule.

use std::{fmt, str::FromStr};

use thiserror::Error;

/// The stable code of a rule or fault: three capital letters and a number, such as `ACT-007`.
///
/// A code never changes its meaning and is never given to another rule.
///
/// ```
/// use programme::values::Code;
///
/// let code: Code = "act-007".parse()?;
/// assert_eq!(code.area(), "ACT");
/// assert_eq!(code.to_string(), "ACT-007");
/// # Ok::<_, programme::values::ParseCodeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code {
    area: [u8; 3],
    number: u16,
}

impl Code {
    /// The code of an area and a number. For constants, where anything but three capitals and a
    /// number below 1,000 does not compile.
    pub(crate) const fn new(area: [u8; 3], number: u16) -> Self {
        let [a, b, c] = area;
        assert!(a.is_ascii_uppercase() && b.is_ascii_uppercase() && c.is_ascii_uppercase());
        assert!(number < 1000);
        Self { area, number }
    }

    /// The area's letters, such as `ACT`.
    #[must_use]
    pub fn area(&self) -> &str {
        std::str::from_utf8(&self.area).unwrap_or_default()
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:03}", self.area(), self.number)
    }
}

/// The text is not a code: three letters, a dash and three digits.
///
/// ```
/// use programme::values::Code;
///
/// let error = "ACT7".parse::<Code>().unwrap_err();
/// assert!(error.to_string().contains("such as ACT-007"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error(
    "`{text}` is not a rule code; write three letters, a dash and three digits, such as ACT-007"
)]
pub struct ParseCodeError {
    text: String,
}

impl FromStr for Code {
    type Err = ParseCodeError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let error = || ParseCodeError { text: text.to_owned() };
        let (letters, digits) = text.split_once('-').ok_or_else(error)?;
        let upper = letters.to_ascii_uppercase();
        let area: [u8; 3] = upper.as_bytes().try_into().map_err(|_| error())?;
        let plain = digits.len() == 3 && digits.bytes().all(|b| b.is_ascii_digit());
        if !plain || !area.iter().all(u8::is_ascii_uppercase) {
            return Err(error());
        }
        Ok(Self { area, number: digits.parse().map_err(|_| error())? })
    }
}

super::string_serde!(Code);
