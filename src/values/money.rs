//! Exact amounts.

use std::{fmt, str::FromStr};

use rust_decimal::Decimal;
use thiserror::Error;

use super::{Figure, FigureUnit, Interval, Printed, Qualifier, Readable, Unread};

/// An exact amount of pounds sterling in whole pence, between minus and plus £10 trillion.
///
/// The bound makes every sum of up to nine thousand amounts exact in 64 bits, in any order; longer
/// sums go through [`Money::total`], which adds in 128. Sterling only: UK councils keep their
/// accounts in pounds. What a paper prints ("c£340k") is a [`Stated`](super::Stated) figure instead.
///
/// ```
/// use programme::values::Money;
///
/// let draw: Money = "£361,000".parse()?;
/// assert_eq!(draw.pence(), 36_100_000);
/// assert_eq!(draw.to_string(), "£361,000.00");
/// assert!("£0.005".parse::<Money>().is_err(), "half a penny is no amount");
/// # Ok::<_, programme::values::MoneyError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money {
    pence: i64,
}

/// Why an amount is not [`Money`].
///
/// ```
/// use programme::values::{Money, MoneyError};
///
/// let read = |text: &str| text.parse::<Money>();
/// assert!(matches!(read("c£340k"), Err(MoneyError::NotAnAmount { .. })));
/// assert!(matches!(read("£0.005"), Err(MoneyError::FractionOfAPenny { .. })));
/// assert!(matches!(read("£20,000,000,000,000"), Err(MoneyError::OutOfBounds { .. })));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum MoneyError {
    /// The text is no exact amount of pounds.
    #[error("`{text}` is not an exact amount; write pounds and pence, such as £361,000.00")]
    NotAnAmount {
        /// The text as given.
        text: String,
    },
    /// The amount has a fraction of a penny.
    #[error("`{amount}` has a fraction of a penny; round it by a rule you can name")]
    FractionOfAPenny {
        /// The amount in pounds.
        amount: Decimal,
    },
    /// The amount is beyond £10 trillion either way.
    #[error("`{amount}` is beyond ten trillion pounds; check its unit")]
    OutOfBounds {
        /// The amount in pounds.
        amount: Decimal,
    },
}

impl Money {
    /// No money: an amount that is known to be nothing, which is not the same as an unknown one.
    pub const NIL: Self = Self { pence: 0 };
    /// The largest amount, £10 trillion.
    pub const MAX: Self = Self { pence: 1_000_000_000_000_000 };

    /// The amount of this many pence.
    ///
    /// ```
    /// use programme::values::Money;
    ///
    /// assert_eq!(Money::from_pence(36_100_000)?.to_string(), "£361,000.00");
    /// assert!(Money::from_pence(i64::MAX).is_err());
    /// # Ok::<_, programme::values::MoneyError>(())
    /// ```
    ///
    /// # Errors
    /// [`MoneyError::OutOfBounds`] beyond £10 trillion either way.
    pub fn from_pence(pence: i64) -> Result<Self, MoneyError> {
        if pence.unsigned_abs() > Self::MAX.pence.unsigned_abs() {
            return Err(MoneyError::OutOfBounds { amount: Decimal::new(pence, 2) });
        }
        Ok(Self { pence })
    }

    /// Whole pence.
    #[must_use]
    pub const fn pence(self) -> i64 {
        self.pence
    }

    /// Pounds, with two decimals.
    ///
    /// ```
    /// use programme::values::Money;
    ///
    /// let draw: Money = "£361,000".parse()?;
    /// assert_eq!(draw.to_decimal().to_string(), "361000.00");
    /// # Ok::<_, programme::values::MoneyError>(())
    /// ```
    #[must_use]
    pub fn to_decimal(self) -> Decimal {
        Decimal::new(self.pence, 2)
    }

    /// The sum, or `None` beyond the bound.
    ///
    /// ```
    /// use programme::values::Money;
    ///
    /// let (first, second): (Money, Money) = ("£361,000".parse()?, "£304,000".parse()?);
    /// assert_eq!(first.checked_add(second), Some("£665,000".parse()?));
    /// assert_eq!(Money::MAX.checked_add(first), None);
    /// # Ok::<_, programme::values::MoneyError>(())
    /// ```
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        Self::total([self, other])
    }

    /// The difference, or `None` beyond the bound.
    ///
    /// ```
    /// use programme::values::Money;
    ///
    /// let (budget, spent): (Money, Money) = ("£304,000".parse()?, "£361,000".parse()?);
    /// assert_eq!(budget.checked_sub(spent).map(|m| m.to_string()), Some("-£57,000.00".into()));
    /// # Ok::<_, programme::values::MoneyError>(())
    /// ```
    #[must_use]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        Self::total([self, -other])
    }

    /// The exact sum of any number of amounts, the same in every order, or `None` beyond the bound.
    ///
    /// ```
    /// use programme::values::Money;
    ///
    /// let parts: Vec<Money> = ["361000", "304000"].iter().filter_map(|p| p.parse().ok()).collect();
    /// assert_eq!(Money::total(parts), "665000".parse().ok());
    /// ```
    #[must_use]
    pub fn total(amounts: impl IntoIterator<Item = Self>) -> Option<Self> {
        let sum: i128 = amounts.into_iter().map(|amount| i128::from(amount.pence)).sum();
        i64::try_from(sum).ok().and_then(|pence| Self::from_pence(pence).ok())
    }

    /// The amount as people write it: pence only where there are some.
    pub(crate) fn shown(self) -> String {
        let text = self.to_string();
        text.strip_suffix(".00").map_or(text.clone(), str::to_owned)
    }
}

/// Pounds as people write them, rounded to the penny.
pub(crate) fn pounds(amount: Decimal) -> String {
    Money::try_from(amount.round_dp(2)).map_or_else(|_| format!("£{amount}"), Money::shown)
}

/// The amounts between two ends as people write them: one where it is exact, or printed to the
/// pound or the penny.
pub(crate) fn pounds_within(ends: Interval) -> String {
    let Interval { low, high, .. } = ends;
    if low != high && high.saturating_sub(low) <= Decimal::ONE {
        return pounds(low.saturating_add(high) / Decimal::TWO);
    }
    within(&pounds(low), &pounds(high))
}

/// Two ends in words, or one where they are alike.
pub(crate) fn within(low: &str, high: &str) -> String {
    if low == high { low.to_owned() } else { format!("{low} to {high}") }
}

/// Digits of a whole number, in threes.
pub(crate) fn grouped(digits: &str) -> String {
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

impl std::ops::Neg for Money {
    type Output = Self;

    fn neg(self) -> Self {
        // INVARIANT: the bound is symmetric, so the negative is in it.
        Self { pence: -self.pence }
    }
}

impl TryFrom<Decimal> for Money {
    type Error = MoneyError;

    fn try_from(amount: Decimal) -> Result<Self, Self::Error> {
        use rust_decimal::prelude::ToPrimitive;
        let bounds = || MoneyError::OutOfBounds { amount };
        let pence = amount.checked_mul(Decimal::ONE_HUNDRED).ok_or_else(bounds)?;
        if !pence.fract().is_zero() {
            return Err(MoneyError::FractionOfAPenny { amount });
        }
        Self::from_pence(pence.to_i64().ok_or_else(bounds)?)
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let magnitude = self.pence.unsigned_abs();
        let grouped = grouped(&(magnitude / 100).to_string());
        let sign = if self.pence < 0 { "-" } else { "" };
        write!(f, "{sign}£{grouped}.{:02}", magnitude % 100)
    }
}

impl FromStr for Money {
    type Err = MoneyError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let error = || MoneyError::NotAnAmount { text: text.to_owned() };
        let (negative, rest) = match text.trim().strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.trim()),
        };
        let digits = super::words::number::plain(rest.strip_prefix('£').unwrap_or(rest))
            .ok_or_else(error)?;
        let amount = Decimal::from_str_exact(&digits).map_err(|_| error())?;
        Self::try_from(amount).map(|money| if negative { -money } else { money })
    }
}

super::string_serde!(Money);

/// An exact amount as printed.
///
/// "£361k" is £361,000.00: an amount that is approved or paid is exact, however it is written. What
/// is hedged ("c£340k") is no amount, and kept as words.
///
/// ```
/// use programme::values::{Amount, Money};
///
/// let draw = Amount::read("£361k");
/// assert_eq!(draw.value(), "£361,000".parse::<Money>().ok().as_ref());
/// assert_eq!(Amount::read("c£340k").value(), None);
/// assert_eq!(Amount::read("£0.005").value(), None, "a fraction of a penny");
/// ```
pub type Amount = Printed<Money>;

impl Readable for Money {
    fn read(words: &str) -> Result<Self, Unread> {
        if let Ok(amount) = words.parse() {
            return Ok(amount);
        }
        let figure = Figure::read(words)?;
        let exact = matches!(figure.qualifier(), Qualifier::Plain | Qualifier::Nil)
            && figure.unit() == FigureUnit::Pounds
            && !figure.is_range();
        let amount = exact.then(|| Self::try_from(figure.amount()).ok()).flatten();
        amount.ok_or(Unread::NotUnderstood)
    }
}
