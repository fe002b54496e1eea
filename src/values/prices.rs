//! At which prices an amount is given.

use std::fmt;

use super::{FinancialYear, Readable, Unread};

/// At which prices an amount over several years is given: as cash in each year, or at the prices of
/// one year. Amounts at different prices are not added.
///
/// ```
/// use programme::values::{PriceBase, Printed};
///
/// let prices: Printed<PriceBase> = Printed::read("2021/22 prices");
/// assert_eq!(prices.value().map(|p| p.to_string()), Some("2021/22 prices".into()));
/// assert_eq!(Printed::read("cash").value(), Some(&PriceBase::Cash));
/// assert!(Printed::<PriceBase>::read("today's money").value().is_none());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PriceBase {
    /// What is paid in each year.
    Cash,
    /// The prices of one financial year.
    Real(FinancialYear),
}

impl fmt::Display for PriceBase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cash => f.write_str("cash"),
            Self::Real(year) => write!(f, "{year} prices"),
        }
    }
}

impl Readable for PriceBase {
    fn read(words: &str) -> Result<Self, Unread> {
        let text = words.trim().to_lowercase();
        if text.is_empty() {
            return Err(Unread::Blank);
        }
        if matches!(text.as_str(), "cash" | "cash terms" | "in cash" | "outturn prices") {
            return Ok(Self::Cash);
        }
        let year = text.strip_suffix("prices").or_else(|| text.strip_prefix("real terms"));
        let year = year.and_then(|year| year.trim().trim_start_matches("at ").parse().ok());
        year.map(Self::Real).ok_or(Unread::NotUnderstood)
    }
}
