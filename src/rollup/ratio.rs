//! Exact shares.

use std::fmt;

/// A part of a whole as an exact fraction in lowest terms, turned into a percentage only when it is
/// printed.
///
/// ```
/// use programme::rollup::Ratio;
///
/// let done = Ratio::new(4, 22).unwrap_or(Ratio::ZERO);
/// assert_eq!((done.num(), done.den()), (2, 11));
/// assert_eq!(done.percent_to(1).to_string(), "18.2");
/// assert_eq!(Ratio::new(1, 0), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ratio {
    num: u128,
    den: u128,
}

impl Ratio {
    /// Nothing.
    pub const ZERO: Self = Self { num: 0, den: 1 };
    /// The whole.
    pub const ONE: Self = Self { num: 1, den: 1 };

    /// `num` of `den`, or `None` where there is no whole.
    ///
    /// ```
    /// use programme::rollup::Ratio;
    ///
    /// assert_eq!(Ratio::new(64, 114).map(|share| share.to_string()), Some("32/57".into()));
    /// assert_eq!(Ratio::new(0, 114), Some(Ratio::ZERO));
    /// ```
    #[must_use]
    pub fn new(num: u128, den: u128) -> Option<Self> {
        let common = crate::model::gcd(num, den).max(1);
        (den > 0).then(|| Self { num: num / common, den: den / common })
    }

    /// The numerator, in lowest terms.
    #[must_use]
    pub fn num(self) -> u128 {
        self.num
    }

    /// The denominator, in lowest terms; never 0.
    #[must_use]
    pub fn den(self) -> u128 {
        self.den
    }

    /// The sum, or `None` beyond 128 bits.
    ///
    /// ```
    /// use programme::rollup::Ratio;
    ///
    /// let third = Ratio::new(1, 3).ok_or("no whole")?;
    /// let sixth = Ratio::new(1, 6).ok_or("no whole")?;
    /// assert_eq!(third.checked_add(sixth), Ratio::new(1, 2));
    /// # Ok::<_, &str>(())
    /// ```
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        let common = crate::model::gcd(self.den, other.den).max(1);
        let den = (self.den / common).checked_mul(other.den)?;
        let num = self.num.checked_mul(other.den / common)?;
        Self::new(num.checked_add(other.num.checked_mul(self.den / common)?)?, den)
    }

    /// The exact mean of several shares, or `None` of none or beyond 128 bits.
    ///
    /// ```
    /// use programme::rollup::Ratio;
    ///
    /// let third = Ratio::new(1, 3).ok_or("no whole")?;
    /// assert_eq!(Ratio::mean([third, Ratio::ONE]), Ratio::new(2, 3));
    /// assert_eq!(Ratio::mean([]), None);
    /// # Ok::<_, &str>(())
    /// ```
    #[must_use]
    pub fn mean(shares: impl IntoIterator<Item = Self>) -> Option<Self> {
        let mut sum = Self::ZERO;
        let mut count = 0_u128;
        for share in shares {
            sum = sum.checked_add(share)?;
            count += 1;
        }
        Self::new(sum.num, sum.den.checked_mul(count)?)
    }

    /// The percentage to so many decimals (at most 9), halves to even; for display only.
    ///
    /// ```
    /// use programme::rollup::Ratio;
    ///
    /// let done = Ratio::new(64, 114).ok_or("no whole")?;
    /// assert_eq!(done.percent_to(0).to_string(), "56");
    /// assert_eq!(done.percent_to(2).to_string(), "56.14");
    /// # Ok::<_, &str>(())
    /// ```
    #[must_use]
    pub fn percent_to(self, decimals: u32) -> rust_decimal::Decimal {
        let scale = decimals.min(9);
        let power = 10_u128.pow(scale);
        let parts = self.num.checked_mul(100 * power).map(|whole| {
            let (floor, rest) = (whole / self.den, whole % self.den);
            // Twice the rest may be beyond 128 bits.
            let up = match rest.cmp(&(self.den - rest)) {
                std::cmp::Ordering::Less => 0,
                std::cmp::Ordering::Equal => floor % 2,
                std::cmp::Ordering::Greater => 1,
            };
            floor + up
        });
        // INVARIANT: a share of at most 2^128 parts prints in 28 digits, or as a whole percentage.
        let parts = parts.and_then(|parts| i128::try_from(parts).ok());
        parts
            .and_then(|parts| rust_decimal::Decimal::try_from_i128_with_scale(parts, scale).ok())
            .unwrap_or_else(|| rust_decimal::Decimal::from(self.whole_percent()))
    }

    /// The percentage to one decimal that never says more than is so: cut, but 0.1 for anything above
    /// nothing. Only the whole itself is 100.
    ///
    /// ```
    /// use programme::rollup::Ratio;
    ///
    /// let percent = |num, den| Ratio::new(num, den).map(|share| share.tenths().to_string());
    /// assert_eq!(percent(8, 23).as_deref(), Some("34.7"));
    /// assert_eq!(percent(1999, 2000).as_deref(), Some("99.9"));
    /// assert_eq!(percent(1, 3000).as_deref(), Some("0.1"));
    /// assert_eq!(percent(1, 2).as_deref(), Some("50"));
    /// ```
    #[must_use]
    pub fn tenths(self) -> rust_decimal::Decimal {
        let floor = match self.num.checked_mul(1000) {
            Some(thousand) => thousand / self.den,
            None => self.num / (self.den / 1000).max(1),
        };
        let tenths = match floor {
            0 if self.num > 0 => 1,
            _ if self.num >= self.den => 1000,
            _ => i64::try_from(floor.min(999)).unwrap_or(999),
        };
        rust_decimal::Decimal::new(tenths, 1).normalize()
    }

    /// The percentage as a whole number that never says more than is so: rounded down, but 1 for
    /// anything above nothing. Only the whole itself is 100.
    ///
    /// ```
    /// use programme::rollup::Ratio;
    ///
    /// let percent = |num, den| Ratio::new(num, den).map(Ratio::whole_percent);
    /// assert_eq!(percent(1, 300), Some(1));
    /// assert_eq!(percent(299, 300), Some(99));
    /// assert_eq!(percent(300, 300), Some(100));
    /// ```
    #[must_use]
    pub fn whole_percent(self) -> u8 {
        let floor = match self.num.checked_mul(100) {
            Some(hundred) => hundred / self.den,
            None => self.num / (self.den / 100).max(1),
        };
        match floor {
            0 if self.num > 0 => 1,
            _ if self.num >= self.den => 100,
            _ => u8::try_from(floor.min(99)).unwrap_or(99),
        }
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ratio {
    /// Exact for any two ratios: compares whole parts, then the reciprocals of what is left.
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let (mut a, mut b) = ((self.num, self.den), (other.num, other.den));
        loop {
            let whole = (a.0 / a.1).cmp(&(b.0 / b.1));
            let (x, y) = (a.0 % a.1, b.0 % b.1);
            if whole.is_ne() || x == 0 || y == 0 {
                return whole.then(x.cmp(&0).cmp(&y.cmp(&0)));
            }
            (a, b) = ((b.1, y), (a.1, x));
        }
    }
}

impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.num, self.den)
    }
}

/// Whole percentages of counts that add up to 100, by largest remainder; of equal remainders the
/// earlier count is served first. `None` where the counts are all 0.
///
/// ```
/// use programme::rollup::percentages;
///
/// // 64 complete, 49 in progress, 1 not started, of 114.
/// assert_eq!(percentages(&[64, 49, 1]), Some(vec![56, 43, 1]));
/// ```
#[must_use]
pub fn percentages(counts: &[u64]) -> Option<Vec<u8>> {
    let weights: Vec<u128> = counts.iter().map(|count| u128::from(*count)).collect();
    let shares = by_largest_remainder(100, &weights)?;
    shares.into_iter().map(|whole| u8::try_from(whole).ok()).collect()
}

/// Whole parts of a whole in the proportion of weights, which add up to it: each is rounded down,
/// and what is left goes to the largest remainders, of equal ones to the earlier. `None` where the
/// weights are all 0, or beyond 128 bits.
pub(crate) fn by_largest_remainder(whole: u128, weights: &[u128]) -> Option<Vec<u128>> {
    let total = weights.iter().try_fold(0_u128, |sum, weight| sum.checked_add(*weight))?;
    if total == 0 {
        return None;
    }
    let parts = weights.iter().map(|weight| weight.checked_mul(whole));
    let parts = parts.map(|part| part.map(|part| (part / total, part % total)));
    let mut shares: Vec<(u128, u128)> = parts.collect::<Option<_>>()?;
    let given: u128 = shares.iter().map(|(share, _)| share).sum();
    let mut order: Vec<usize> = (0..shares.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(shares.get(*at).map(|(_, rest)| *rest)));
    let left = usize::try_from(whole - given).unwrap_or(0);
    for at in order.into_iter().take(left) {
        if let Some((share, _)) = shares.get_mut(at) {
            *share += 1;
        }
    }
    Some(shares.into_iter().map(|(share, _)| share).collect())
}
