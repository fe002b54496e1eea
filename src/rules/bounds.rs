//! Amounts against limits.

use rust_decimal::Decimal;

use crate::values::{Certainty, Figure, FigureUnit, Interval, Qualifier, Stated};

/// The pounds that a figure can mean, without its sign. One that is printed to the pound is that
/// many pounds.
pub(super) fn pounds(stated: &Stated) -> Option<Interval> {
    let figure = stated.value().filter(|figure| figure.unit() == FigureUnit::Pounds)?;
    let Interval { low, high, low_included, high_included } = figure.interval();
    if is_plain(figure) && high - low <= Decimal::ONE {
        let amount = figure.amount().abs();
        return Some(Interval {
            low: amount,
            high: amount,
            low_included: true,
            high_included: true,
        });
    }
    if high > Decimal::ZERO {
        return Some(Interval { low, high, low_included, high_included });
    }
    Some(Interval {
        low: -high,
        high: -low,
        low_included: high_included,
        high_included: low_included,
    })
}

/// One number without a hedge: the upper end of a range is meant, and that of a plain figure is not.
fn is_plain(figure: &Figure) -> bool {
    figure.qualifier() == Qualifier::Plain && !figure.interval().high_included
}

/// A limit that a council set: an exact amount, unless it is hedged.
#[derive(Clone, Copy)]
pub(super) struct Bound {
    low: Decimal,
    high: Decimal,
    qualifier: Qualifier,
}

impl Bound {
    pub(super) fn of(stated: &Stated) -> Option<Self> {
        let figure = stated.value().filter(|figure| figure.unit() == FigureUnit::Pounds)?;
        let qualifier = figure.qualifier();
        let vague =
            qualifier == Qualifier::About || (qualifier == Qualifier::Plain && !is_plain(figure));
        let interval = figure.interval();
        let amount = figure.amount();
        let (low, high) = if vague { (interval.low, interval.high) } else { (amount, amount) };
        Some(Self { low, high, qualifier })
    }

    /// Whether an amount is at this threshold or over it; over it alone, where the council says so.
    pub(super) fn reached_by(self, amount: Interval) -> Certainty {
        self.passed(amount, self.qualifier != Qualifier::Over)
    }

    /// Whether an amount is over this limit; at it, where the council says "under".
    pub(super) fn exceeded_by(self, amount: Interval) -> Certainty {
        self.passed(amount, self.qualifier == Qualifier::Under)
    }

    fn passed(self, amount: Interval, at_it: bool) -> Certainty {
        let beyond = |end: Decimal, included: bool, bound: Decimal| {
            end > bound || (end == bound && (at_it || !included))
        };
        let every = beyond(amount.low, amount.low_included, self.high);
        let some =
            amount.high > self.low || (at_it && amount.high_included && amount.high == self.low);
        Certainty::from_readings(every, some)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passed(limit: &str, amount: &str, reached: bool) -> Certainty {
        let amount = pounds(&Stated::read(amount)).unwrap();
        let bound = Bound::of(&Stated::read(limit)).unwrap();
        if reached { bound.reached_by(amount) } else { bound.exceeded_by(amount) }
    }

    #[test]
    fn an_amount_to_the_pound_is_at_its_limit_and_one_in_thousands_may_be() {
        assert_eq!(passed("£350,000", "£350,000", true), Certainty::Certainly);
        assert_eq!(passed("£350k", "£350,000", true), Certainty::Certainly, "limits are exact");
        assert_eq!(passed("£350,000", "£350k", true), Certainty::Possibly);
        assert_eq!(passed("£350,000", "£349k", true), Certainty::No, "below 349,500");
        assert_eq!(passed("£350,000", "-£400k", true), Certainty::Certainly, "a saving");
        assert_eq!(passed("over £350,000", "£350,000", true), Certainty::No);
        assert_eq!(passed("c£350k", "£350,000", true), Certainty::Possibly);
    }

    #[test]
    fn what_is_at_a_limit_is_within_it() {
        assert_eq!(passed("£50,000", "£50,000", false), Certainty::No);
        assert_eq!(passed("up to £50,000", "£50,001", false), Certainty::Certainly);
        assert_eq!(passed("£50,000", "over £50,000", false), Certainty::Certainly);
        assert_eq!(passed("£50,000", "c£50k", false), Certainty::Possibly);
        assert_eq!(passed("under £50,000", "£50,000", false), Certainty::Certainly);
    }
}
