//! Whether two printed figures can be one.

use rust_decimal::Decimal;

use crate::values::{Figure, FigureUnit, Interval, Meeting, Money, Qualifier};

/// What a plain figure is taken for.
///
/// Papers seldom say whether their figures are rounded. By default they are taken to be: £361k is
/// what a writer would print so, from £360,500 to just under £361,500. To the letter it is £361,000
/// and nothing else. Hedged figures ("c£340k") keep their width either way, and so do percentages:
/// a share of whole numbers is seldom a whole percentage.
///
/// ```
/// use programme::finance::Reading;
///
/// assert_eq!(Reading::default(), Reading::RoundingAware);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Reading {
    /// Figures are rounded to what is printed of them.
    #[default]
    RoundingAware,
    /// Figures are meant to the letter.
    AsPrinted,
}

/// How well a figure agrees with another, or with what follows from others; from the best to the
/// worst.
///
/// ```
/// use programme::finance::Fit;
///
/// assert!(Fit::Rounding.holds() && !Fit::Touch.holds());
/// assert!(Fit::Exact < Fit::Apart, "the better is the lesser");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fit {
    /// They agree as they are printed.
    Exact,
    /// They differ in print, and rounding explains it.
    Rounding,
    /// They differ in print, and words like "about" and "over" leave room for it.
    Vagueness,
    /// What they can mean has an end in common and no more.
    Touch,
    /// They cannot both be right.
    Apart,
}

impl Fit {
    /// Whether both can be right.
    #[must_use]
    pub fn holds(self) -> bool {
        self <= Self::Vagueness
    }
}

/// The amounts that a figure can mean, by a reading, beside what is printed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Amounts {
    /// None where it is nothing at all, which is nothing in every unit.
    pub(super) unit: Option<FigureUnit>,
    /// What is printed: both ends of a range, else the same number twice.
    pub(super) printed: (Decimal, Decimal),
    pub(super) interval: Interval,
    pub(super) hedged: bool,
}

/// What tells two printed figures apart, so that each is tried once.
pub(super) type Distinct =
    (Option<FigureUnit>, (Decimal, Decimal), (Decimal, bool), (Decimal, bool), bool);

fn point(amount: Decimal) -> Interval {
    Interval { low: amount, high: amount, low_included: true, high_included: true }
}

impl Amounts {
    pub(super) fn of(figure: &Figure, reading: Reading) -> Self {
        let (amount, interval) = (figure.amount(), figure.interval());
        let plain = figure.qualifier() == Qualifier::Plain && !figure.is_range();
        let printed =
            if figure.is_range() { (interval.low, interval.high) } else { (amount, amount) };
        // Things come in whole numbers, so that a count printed to the last one is exact.
        let whole = figure.unit() == FigureUnit::Count
            && interval.high.saturating_sub(interval.low) == Decimal::ONE
            && amount.is_integer();
        let exact = match reading {
            Reading::RoundingAware => whole,
            Reading::AsPrinted => figure.unit() != FigureUnit::Percent,
        };
        Self {
            unit: (figure.qualifier() != Qualifier::Nil).then(|| figure.unit()),
            printed,
            interval: if plain && exact { point(amount) } else { interval },
            hedged: !plain && figure.qualifier() != Qualifier::Nil,
        }
    }

    /// An amount that is exact, however it is printed.
    pub(super) fn exact(money: Money) -> Self {
        let amount = money.to_decimal().normalize();
        Self {
            unit: Some(FigureUnit::Pounds),
            printed: (amount, amount),
            interval: point(amount),
            hedged: false,
        }
    }

    /// What amounts come to together; none where they are not of one unit.
    pub(super) fn sum(parts: &[Self]) -> Option<Self> {
        let unit = parts.iter().find_map(|part| part.unit);
        let alike = parts.iter().all(|part| part.unit.is_none() || part.unit == unit);
        let printed = |end: fn(&Self) -> Decimal| {
            parts.iter().map(end).fold(Decimal::ZERO, Decimal::saturating_add).normalize()
        };
        alike.then(|| Self {
            unit,
            printed: (printed(|part| part.printed.0), printed(|part| part.printed.1)),
            interval: parts.iter().map(|part| part.interval).sum(),
            hedged: parts.iter().any(|part| part.hedged),
        })
    }

    /// How well two agree; none where they are not of one unit.
    pub(super) fn fits(self, other: Self) -> Option<Fit> {
        if self.unit.is_some() && other.unit.is_some() && self.unit != other.unit {
            return None;
        }
        Some(match self.interval.meets(other.interval) {
            Meeting::Apart => Fit::Apart,
            Meeting::Touch => Fit::Touch,
            Meeting::Overlap if self.printed == other.printed => Fit::Exact,
            Meeting::Overlap if self.hedged || other.hedged => Fit::Vagueness,
            Meeting::Overlap => Fit::Rounding,
        })
    }

    /// By how much rounding and hedges can explain that this is more than another, or less.
    pub(super) fn slack(self, other: Self) -> Decimal {
        let (more, less) =
            if self.printed.0 >= other.printed.0 { (self, other) } else { (other, self) };
        let down = more.printed.0.saturating_sub(more.interval.low);
        let up = less.interval.high.saturating_sub(less.printed.1);
        down.saturating_add(up).max(Decimal::ZERO).normalize()
    }

    /// Whether two print the same number, be it exact in the one and rounded in the other.
    pub(super) fn printed_as(self, other: Self) -> bool {
        let key = |found: Self| (found.unit, found.printed, found.hedged);
        key(self) == key(other)
    }

    pub(super) fn distinct(self) -> Distinct {
        let Interval { low, high, low_included, high_included } = self.interval;
        (self.unit, self.printed, (low, low_included), (high, high_included), self.hedged)
    }
}
