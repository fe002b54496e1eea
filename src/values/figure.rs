//! Figures as papers print them: intervals with the words kept.

use std::fmt;

use rust_decimal::Decimal;

use super::Printed;

/// A printed figure: a number with its scale, unit and qualifier, such as "£361k", "c£340k" or
/// "over 390".
///
/// A figure is exact only to what is printed: it stands for the [interval](Figure::interval) of
/// amounts that a writer would print so. £361k is 360,500 up to but not including 361,500; £0.865m
/// is the same interval as £865k.
///
/// ```
/// use programme::values::{Meeting, Stated};
///
/// let parts = [Stated::read("£361k"), Stated::read("£304k")];
/// let sum = parts.iter().filter_map(|p| p.value()).map(|f| f.interval()).sum();
/// let total = Stated::read("£665k");
/// assert_eq!(total.value().map(|t| t.interval().meets(sum)), Some(Meeting::Overlap));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Figure {
    /// As printed, before scale: 7.5 of "£7.5m". The number of decimals is part of the value.
    number: Decimal,
    /// The upper number of a range.
    upper: Option<Decimal>,
    scale: Scale,
    unit: FigureUnit,
    qualifier: Qualifier,
}

/// A figure as printed, with what it can mean.
///
/// ```
/// use programme::values::Stated;
///
/// let cost = Stated::read("c£340k");
/// assert_eq!(cost.to_string(), "c£340k", "as printed");
/// assert_eq!(cost.value().map(|f| f.to_string()), Some("about £340k".into()), "as it is read");
/// assert_eq!(Stated::read("commercially sensitive").value(), None);
/// ```
pub type Stated = Printed<Figure>;

/// What a figure counts.
///
/// ```
/// use programme::values::{FigureUnit, Stated};
///
/// let unit = |words: &str| Stated::read(words).value().map(|figure| figure.unit());
/// assert_eq!(unit("£7.5m"), Some(FigureUnit::Pounds));
/// assert_eq!(unit("over 390"), Some(FigureUnit::Count));
/// assert_eq!(unit("12%"), Some(FigureUnit::Percent));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FigureUnit {
    /// Things.
    Count,
    /// Pounds sterling.
    Pounds,
    /// Hundredths.
    Percent,
}

/// What a printed number is multiplied by.
///
/// It is kept apart from the number, so that a figure prints back with it.
///
/// ```
/// use programme::values::Stated;
///
/// let thousands = Stated::read("£865k");
/// let millions = Stated::read("£0.865m");
/// let interval = |cell: &Stated| cell.value().map(|figure| figure.interval());
/// assert_eq!(interval(&thousands), interval(&millions));
/// assert_ne!(thousands, millions, "the print differs");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scale {
    /// One.
    One,
    /// A thousand, "k".
    Thousand,
    /// A million, "m".
    Million,
    /// A thousand million, "bn".
    Billion,
}

/// How the writer hedged the number.
///
/// ```
/// use programme::values::{Qualifier, Stated};
///
/// let hedge = |words: &str| Stated::read(words).value().map(|figure| figure.qualifier());
/// assert_eq!(hedge("£361k"), Some(Qualifier::Plain));
/// assert_eq!(hedge("c£340k"), Some(Qualifier::About));
/// assert_eq!(hedge("over 390"), Some(Qualifier::Over));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Qualifier {
    /// Not at all.
    Plain,
    /// "c", "circa", "approximately", "around", "some".
    About,
    /// "Over", "more than".
    Over,
    /// "At least", "a minimum of".
    AtLeast,
    /// "Under", "less than", "nearly".
    Under,
    /// "Up to", "no more than".
    UpTo,
    /// "Nil": none at all, to the penny.
    Nil,
}

/// The amounts that a printed figure can mean, in whole units (pounds, things, per cent).
///
/// ```
/// use programme::values::Stated;
///
/// let over = Stated::read("over 390");
/// let interval = over.value().ok_or("no figure")?.interval();
/// assert!(!interval.holds(390.into()), "more than 390");
/// assert!(interval.holds(395.into()));
/// # Ok::<_, &str>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Interval {
    /// The lower end.
    pub low: Decimal,
    /// The upper end.
    pub high: Decimal,
    /// Whether the lower end itself is meant.
    pub low_included: bool,
    /// Whether the upper end itself is meant.
    pub high_included: bool,
}

/// How two intervals lie to one another.
/// A sum that lies apart from a printed total cannot be that total.
///
/// ```
/// use programme::values::{Meeting, Stated};
///
/// let interval = |words: &str| Stated::read(words).value().map(|figure| figure.interval());
/// let meeting = interval("£665k").zip(interval("£700k")).map(|(total, sum)| total.meets(sum));
/// assert_eq!(meeting, Some(Meeting::Apart));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Meeting {
    /// No amount is in both.
    Apart,
    /// They share an end at most, which only one of them may include.
    Touch,
    /// They share amounts.
    Overlap,
}

impl Interval {
    /// How this interval lies to another.
    ///
    /// ```
    /// use programme::values::{Meeting, Stated};
    ///
    /// let interval = |words: &str| Stated::read(words).value().map(|figure| figure.interval());
    /// let first = interval("£7.5m").ok_or("no figure")?;
    /// assert_eq!(first.meets(interval("£7.52m").ok_or("no figure")?), Meeting::Overlap);
    /// assert_eq!(first.meets(interval("£7.6m").ok_or("no figure")?), Meeting::Touch);
    /// # Ok::<_, &str>(())
    /// ```
    #[must_use]
    pub fn meets(self, other: Self) -> Meeting {
        let (low, high) = (self.low.max(other.low), self.high.min(other.high));
        match low.cmp(&high) {
            std::cmp::Ordering::Less => Meeting::Overlap,
            std::cmp::Ordering::Equal if self.holds(low) && other.holds(low) => Meeting::Overlap,
            std::cmp::Ordering::Equal => Meeting::Touch,
            std::cmp::Ordering::Greater => Meeting::Apart,
        }
    }

    /// Whether an amount is in the interval.
    ///
    /// ```
    /// use programme::values::Stated;
    ///
    /// let printed = Stated::read("£361k");
    /// let interval = printed.value().ok_or("no figure")?.interval();
    /// assert!(interval.holds(360_500.into()));
    /// assert!(!interval.holds(361_500.into()), "that would print as £362k");
    /// # Ok::<_, &str>(())
    /// ```
    #[must_use]
    pub fn holds(self, amount: Decimal) -> bool {
        (self.low < amount || (self.low_included && self.low == amount))
            && (amount < self.high || (self.high_included && self.high == amount))
    }
}

impl std::iter::Sum for Interval {
    /// The interval of the sums: ends add up, and are included where all of them are.
    fn sum<I: Iterator<Item = Self>>(intervals: I) -> Self {
        let nil = Self {
            low: Decimal::ZERO,
            high: Decimal::ZERO,
            low_included: true,
            high_included: true,
        };
        intervals.fold(nil, |sum, next| Self {
            low: sum.low.saturating_add(next.low),
            high: sum.high.saturating_add(next.high),
            low_included: sum.low_included && next.low_included,
            high_included: sum.high_included && next.high_included,
        })
    }
}

impl Scale {
    fn factor(self) -> Decimal {
        match self {
            Self::One => Decimal::ONE,
            Self::Thousand => Decimal::ONE_THOUSAND,
            Self::Million => Decimal::from(1_000_000),
            Self::Billion => Decimal::from(1_000_000_000),
        }
    }

    fn suffix(self) -> &'static str {
        match self {
            Self::One => "",
            Self::Thousand => "k",
            Self::Million => "m",
            Self::Billion => "bn",
        }
    }
}

impl Figure {
    /// A figure as printed, or `None` where its hedge and its number do not go together: a range
    /// with a hedge, or "up to" a number below nothing.
    pub(super) fn new(
        number: Decimal,
        upper: Option<Decimal>,
        scale: Scale,
        unit: FigureUnit,
        qualifier: Qualifier,
    ) -> Option<Self> {
        let none = number.is_zero() && number.scale() == 0 && scale == Scale::One;
        if none && upper.is_none() && qualifier == Qualifier::Plain {
            return Some(Self::nil(unit));
        }
        let simple = matches!(qualifier, Qualifier::Plain | Qualifier::About);
        let fits = (simple || number.is_sign_positive())
            && (upper.is_none() || qualifier == Qualifier::Plain);
        fits.then_some(Self { number, upper, scale, unit, qualifier })
    }

    /// None at all.
    pub(super) fn nil(unit: FigureUnit) -> Self {
        let (scale, qualifier) = (Scale::One, Qualifier::Nil);
        Self { number: Decimal::ZERO, upper: None, scale, unit, qualifier }
    }

    /// What it counts.
    #[must_use]
    pub fn unit(&self) -> FigureUnit {
        self.unit
    }

    /// How it is hedged.
    #[must_use]
    pub fn qualifier(&self) -> Qualifier {
        self.qualifier
    }

    /// Whether it is a range, from one number to another.
    #[must_use]
    pub fn is_range(&self) -> bool {
        self.upper.is_some()
    }

    /// The number that is printed, scaled: 7,500,000 of "£7.5m"; the lower of a range.
    ///
    /// ```
    /// use programme::values::Stated;
    ///
    /// let saving = Stated::read("£7.5m");
    /// assert_eq!(saving.value().map(|f| f.amount()), Some(7_500_000.into()));
    /// ```
    #[must_use]
    pub fn amount(&self) -> Decimal {
        (self.number * self.scale.factor()).normalize()
    }

    /// The amounts it can mean, by these widths: a plain figure half its smallest printed unit
    /// either way; "about" half the unit of its last non-zero digit, or 1 % if that is more;
    /// "over", "at least" and "under" one such unit on their side; "up to" from nothing; "nil"
    /// nothing at all. The widths of hedged figures are proposals, not a standard.
    ///
    /// ```
    /// use programme::values::Stated;
    ///
    /// let ends = |words: &str| {
    ///     Stated::read(words).value().map(|f| f.interval()).map(|i| (i.low, i.high))
    /// };
    /// assert_eq!(ends("£361k"), Some((360_500.into(), 361_500.into())));
    /// assert_eq!(ends("c£340k"), Some((335_000.into(), 345_000.into())));
    /// assert_eq!(ends("up to 50"), Some((0.into(), 50.into())));
    /// ```
    #[must_use]
    pub fn interval(&self) -> Interval {
        let factor = self.scale.factor();
        let amount = self.number * factor;
        let printed = Decimal::new(1, self.number.scale()) * factor;
        let half = Decimal::new(5, 1);
        let digit = last_digit(self.number) * factor;
        let (low, high) = match (self.qualifier, self.upper) {
            (_, Some(upper)) => (amount, upper * factor),
            (Qualifier::Plain, _) => (amount - printed * half, amount + printed * half),
            (Qualifier::About, _) => {
                let width = (digit * half).max(amount.abs() / Decimal::ONE_HUNDRED);
                (amount - width, amount + width)
            }
            (Qualifier::Over | Qualifier::AtLeast, _) => (amount, amount + digit),
            (Qualifier::Under, _) => (amount - digit, amount),
            (Qualifier::UpTo, _) => (Decimal::ZERO, amount),
            (Qualifier::Nil, _) => (Decimal::ZERO, Decimal::ZERO),
        };
        Interval {
            low: low.normalize(),
            high: high.normalize(),
            low_included: self.qualifier != Qualifier::Over,
            high_included: self.upper.is_some()
                || !matches!(self.qualifier, Qualifier::Plain | Qualifier::Under),
        }
    }
}

/// The unit of the last digit that is not zero: 10 of 340, 0.1 of 7.5, 1 of 425.
fn last_digit(number: Decimal) -> Decimal {
    let mut mantissa = number.normalize().mantissa();
    let mut unit = Decimal::new(1, number.normalize().scale());
    while mantissa != 0 && mantissa % 10 == 0 {
        mantissa /= 10;
        unit *= Decimal::TEN;
    }
    unit
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.qualifier == Qualifier::Nil {
            return f.write_str(match self.unit {
                FigureUnit::Count => "0",
                FigureUnit::Pounds => "nil",
                FigureUnit::Percent => "0%",
            });
        }
        f.write_str(match self.qualifier {
            Qualifier::Plain | Qualifier::Nil => "",
            Qualifier::About => "about ",
            Qualifier::Over => "over ",
            Qualifier::AtLeast => "at least ",
            Qualifier::Under => "under ",
            Qualifier::UpTo => "up to ",
        })?;
        let pound = if self.unit == FigureUnit::Pounds { "£" } else { "" };
        let percent = if self.unit == FigureUnit::Percent { "%" } else { "" };
        let sign = if self.number.is_sign_negative() { "-" } else { "" };
        write!(f, "{sign}{pound}{}{}{percent}", self.number.abs(), self.scale.suffix())?;
        match self.upper {
            Some(upper) => write!(f, " to {pound}{upper}{}{percent}", self.scale.suffix()),
            None => Ok(()),
        }
    }
}
