//! Amounts shared to the penny.

use rust_decimal::Decimal;
use thiserror::Error;

use super::total::money;
use crate::{model::gcd, rollup::by_largest_remainder, values::Money};

/// Why an amount cannot be shared by some weights.
///
/// ```
/// use programme::{finance::{ApportionError, apportion}, values::Money};
///
/// let cost: Money = "£665,000".parse()?;
/// assert_eq!(apportion(cost, [0_u64, 0]), Err(ApportionError::NothingToShareBy));
/// # Ok::<_, programme::values::MoneyError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ApportionError {
    /// There are no weights, or all of them are nothing.
    #[error("there is nothing to share by: all weights are 0; give at least one above it")]
    NothingToShareBy,
    /// A weight is below nothing.
    #[error("the weight `{weight}` is below 0; give shares as numbers from 0 up")]
    Negative {
        /// The weight.
        weight: Decimal,
    },
    /// The weights have more digits than can be reckoned with exactly.
    #[error("the weights have too many digits to share by exactly; give fewer decimals")]
    TooFine,
}

/// Shares an amount in the proportion of weights, to the penny.
///
/// The shares add up to the amount, and each is within a penny of its exact share: pence that are
/// left go to the largest remainders, of equal ones to the first. An amount below nothing is shared
/// as its opposite is.
///
/// ```
/// use programme::{finance::apportion, values::Money};
///
/// // £100 by thirds: the penny that is left goes to the first.
/// let shares = apportion("£100".parse::<Money>()?, [1_u64, 1, 1])?;
/// let pence: Vec<i64> = shares.iter().map(|share| share.pence()).collect();
/// assert_eq!(pence, [3334, 3333, 3333]);
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`ApportionError`] where there is nothing to share by, a weight is below nothing, or weights have
/// more digits than can be reckoned with exactly.
pub fn apportion<W: Into<Decimal>>(
    amount: Money,
    weights: impl IntoIterator<Item = W>,
) -> Result<Vec<Money>, ApportionError> {
    let weights: Vec<Decimal> = weights.into_iter().map(|w| w.into().normalize()).collect();
    if let Some(weight) = weights.iter().find(|w| w.is_sign_negative() && !w.is_zero()) {
        return Err(ApportionError::Negative { weight: *weight });
    }
    if weights.iter().all(Decimal::is_zero) {
        return Err(ApportionError::NothingToShareBy);
    }
    let scale = weights.iter().map(Decimal::scale).max().unwrap_or(0);
    let whole = |weight: &Decimal| {
        let factor = 10_u128.checked_pow(scale - weight.scale())?;
        weight.mantissa().unsigned_abs().checked_mul(factor)
    };
    let whole: Option<Vec<u128>> = weights.iter().map(whole).collect();
    let mut whole = whole.ok_or(ApportionError::TooFine)?;
    let common = whole.iter().fold(0, |common, weight| gcd(common, *weight)).max(1);
    whole.iter_mut().for_each(|weight| *weight /= common);
    let pence = u128::from(amount.pence().unsigned_abs());
    let shares = by_largest_remainder(pence, &whole).ok_or(ApportionError::TooFine)?;
    let sign = if amount.pence() < 0 { -1 } else { 1 };
    let share = |share: u128| i128::try_from(share).ok().and_then(|share| money(share * sign));
    let shares: Option<Vec<Money>> = shares.into_iter().map(share).collect();
    shares.ok_or(ApportionError::TooFine)
}
