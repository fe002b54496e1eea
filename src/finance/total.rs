//! Sums of amounts that are exact, printed or unknown.

use rust_decimal::{Decimal, prelude::ToPrimitive};

use crate::values::{Amount, Certainty, Figure, FigureUnit, Interval, Money, Qualifier, Stated};

/// Parts of a penny in which ends of intervals are kept: what print gives is a whole number of them.
const FINE: i128 = 100_000_000;

/// A sum of amounts, some of them exact, some as a paper prints them, some not known.
///
/// Totals are a commutative monoid: they merge in any order to the same total, and the default is
/// nothing. One part that is not known leaves the whole not known; how many there are is counted.
///
/// ```
/// use programme::{finance::Total, values::{Money, Stated}};
///
/// let draw = Total::of("£361,000".parse::<Money>()?);
/// let left = Total::stated(&Stated::read("c£340k"));
/// assert_eq!(draw.exact(), Some("£361,000".parse()?));
/// let before = draw.merge(left).interval().ok_or("not known")?;
/// assert_eq!((before.low, before.high), (696_000.into(), 706_000.into()));
/// assert_eq!(draw.merge(Total::unknown(1)).exact(), None, "a part is not known");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Total {
    /// The ends, in parts of a penny, and whether they are outside.
    low: i128,
    high: i128,
    low_open: bool,
    high_open: bool,
    unknown: u64,
}

impl Total {
    /// An exact amount.
    #[must_use]
    pub fn of(amount: Money) -> Self {
        Self::pence(amount.pence().into())
    }

    /// So many parts that are not known.
    ///
    /// See [`Total`] for an example.
    #[must_use]
    pub fn unknown(parts: u64) -> Self {
        Self { unknown: parts, ..Self::default() }
    }

    /// What a printed figure can mean; not known where it is no figure in pounds.
    ///
    /// ```
    /// use programme::{finance::Total, values::Stated};
    ///
    /// assert_eq!(Total::stated(&Stated::read("£800k")).unknown_parts(), 0);
    /// assert_eq!(Total::stated(&Stated::read("TBC")).unknown_parts(), 1);
    /// assert_eq!(Total::stated(&Stated::read("94%")).unknown_parts(), 1);
    /// ```
    #[must_use]
    pub fn stated(printed: &Stated) -> Self {
        Self::of_units(printed, &[FigureUnit::Pounds])
    }

    /// What an amount that is moved can mean, set against figures in thousands: "£361k" is rounded,
    /// pounds that are written out are what they say.
    pub(crate) fn printed(amount: &Amount) -> Self {
        let words = amount.words();
        match words.parse::<Money>() {
            Ok(amount) => Self::of(amount),
            Err(_) => Self::stated(&Stated::read(&words)),
        }
    }

    /// What a printed balance can mean: it can be pounds alone, so that the sign may be left out
    /// ("c340k").
    pub(crate) fn balance(printed: &Stated) -> Self {
        Self::of_units(printed, &[FigureUnit::Pounds, FigureUnit::Count])
    }

    /// What is meant by an amount below which nothing may fall: exactly what is printed ("£2m", "at
    /// least £2m"), unless it is hedged. The sign may be left out.
    pub(crate) fn minimum(printed: &Stated) -> Self {
        let exact = printed.value().filter(|figure| {
            matches!(figure.qualifier(), Qualifier::Plain | Qualifier::AtLeast)
                && !figure.is_range()
                && figure.unit() != FigureUnit::Percent
        });
        let exact = exact.and_then(|figure| fine(figure.amount()));
        exact.map_or_else(
            || Self::balance(printed),
            |amount| Self { low: amount, high: amount, ..Self::default() },
        )
    }

    fn of_units(printed: &Stated, units: &[FigureUnit]) -> Self {
        let known = |figure: &&Figure| units.contains(&figure.unit());
        let ends = printed.value().filter(known).and_then(|figure| {
            let Interval { low, high, low_included, high_included } = figure.interval();
            Some(Self {
                low: fine(low)?,
                high: fine(high)?,
                low_open: !low_included,
                high_open: !high_included,
                unknown: 0,
            })
        });
        ends.unwrap_or(Self::unknown(1))
    }

    pub(super) fn pence(pence: i128) -> Self {
        let ends = pence.saturating_mul(FINE);
        Self { low: ends, high: ends, ..Self::default() }
    }

    /// Both together.
    ///
    /// See [`Total`] for an example.
    #[must_use]
    pub fn merge(self, other: Self) -> Self {
        Self {
            low: self.low.saturating_add(other.low),
            high: self.high.saturating_add(other.high),
            low_open: self.low_open || other.low_open,
            high_open: self.high_open || other.high_open,
            unknown: self.unknown.saturating_add(other.unknown),
        }
    }

    /// This without the other, whatever both turn out to be.
    ///
    /// ```
    /// use programme::{finance::Total, values::{Money, Stated}};
    ///
    /// let before = Total::stated(&Stated::read("c£340k"));
    /// let after = before.less(Total::of("£40,000".parse::<Money>()?));
    /// let ends = after.interval().ok_or("not known")?;
    /// assert_eq!((ends.low, ends.high), (295_000.into(), 305_000.into()));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn less(self, other: Self) -> Self {
        self.merge(Self {
            low: -other.high,
            high: -other.low,
            low_open: other.high_open,
            high_open: other.low_open,
            unknown: other.unknown,
        })
    }

    /// The amount, where it is exact and within the bound of [`Money`].
    #[must_use]
    pub fn exact(self) -> Option<Money> {
        let exact = self.unknown == 0 && self.low == self.high && self.low % FINE == 0;
        exact.then(|| money(self.low / FINE)).flatten()
    }

    /// The amounts that it can be; none where a part is not known.
    #[must_use]
    pub fn interval(self) -> Option<Interval> {
        // INVARIANT: ten decimals of a pound are what is kept.
        let end = |end: i128| Decimal::try_from_i128_with_scale(end, 10).ok();
        if self.unknown > 0 {
            return None;
        }
        Some(Interval {
            low: end(self.low)?.normalize(),
            high: end(self.high)?.normalize(),
            low_included: !self.low_open,
            high_included: !self.high_open,
        })
    }

    /// How many parts are not known.
    #[must_use]
    pub fn unknown_parts(self) -> u64 {
        self.unknown
    }

    /// Whether it is below an amount; *possibly* where a part is not known.
    ///
    /// ```
    /// use programme::{finance::Total, values::{Certainty, Money, Stated}};
    ///
    /// let left = Total::stated(&Stated::read("c£340k"));
    /// assert_eq!(left.below("£350,000".parse::<Money>()?), Certainty::Certainly);
    /// assert_eq!(left.below("£340,000".parse::<Money>()?), Certainty::Possibly);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn below(self, amount: Money) -> Certainty {
        let bar = i128::from(amount.pence()).saturating_mul(FINE);
        let every = self.high < bar || (self.high == bar && self.high_open);
        Certainty::from_readings(self.unknown == 0 && every, self.unknown > 0 || self.low < bar)
    }

    /// Whether it is above an amount; *possibly* where a part is not known.
    #[must_use]
    pub fn above(self, amount: Money) -> Certainty {
        Self::default().less(self).below(-amount)
    }
}

impl std::iter::Sum for Total {
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        parts.fold(Self::default(), Self::merge)
    }
}

/// The amount of so many pence, within the bound.
pub(super) fn money(pence: i128) -> Option<Money> {
    i64::try_from(pence).ok().and_then(|pence| Money::from_pence(pence).ok())
}

/// Pounds in parts of a penny; none where print is finer than they are, or beyond all bounds: so
/// that sums of them are exact in any order.
fn fine(pounds: Decimal) -> Option<i128> {
    let scale = Decimal::from(10_000_000_000_i64);
    let parts = pounds.fract().checked_mul(scale).filter(|parts| parts.fract().is_zero())?;
    let whole = pounds.trunc().to_i64()?;
    i128::from(whole).checked_mul(10_000_000_000)?.checked_add(parts.to_i128()?)
}
