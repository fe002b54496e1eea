//! Weighted sums over one common base.

use super::{Assessment, Known, Ratio, Reason};

/// A whole is worth so many parts: the hundredths of a per cent in which progress is stated.
const WHOLE: u128 = 10_000;

/// Sums of weights and of what they gained, as whole numbers over one base. A commutative monoid:
/// bases are brought to their least common multiple, which is the same in every order, and
/// what grows beyond 128 bits does so in every order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Weights {
    /// The common base: a plain action weighs this much.
    unit: u128,
    /// All that counts.
    base: u128,
    /// What is certainly gained, in parts of [`WHOLE`].
    confirmed: u128,
    /// What may be gained, in parts of [`WHOLE`].
    possible: u128,
    /// Whether the whole of `possible` cannot be gained.
    open: bool,
    /// The weight of which anything is known.
    known: u128,
    /// Leaves whose weight is missing.
    missing: u64,
    /// Grown beyond 128 bits; all sums are 0 then.
    beyond: bool,
}

/// What a leaf has gained.
#[derive(Clone, Copy)]
pub(super) enum Gain {
    /// So many parts of [`WHOLE`].
    Known(u128),
    /// Anything from nothing to the whole.
    Unknown,
    /// Anything from nothing to less than the whole.
    Begun,
}

impl Gain {
    pub(super) const NONE: Self = Self::Known(0);
    pub(super) const ALL: Self = Self::Known(WHOLE);

    pub(super) fn percent(percent: u8) -> Self {
        Self::Known(u128::from(percent.min(100)) * (WHOLE / 100))
    }
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            unit: 1,
            base: 0,
            confirmed: 0,
            possible: 0,
            open: false,
            known: 0,
            missing: 0,
            beyond: false,
        }
    }
}

impl Weights {
    /// Of leaves that all weigh one and are done or not: the common case, from counts alone.
    pub(super) fn of_counts(counted: u64, complete: u64, unknown: u64) -> Self {
        let [counted, complete, unknown] = [counted, complete, unknown].map(u128::from);
        Self {
            base: counted,
            confirmed: complete * WHOLE,
            possible: (complete + unknown) * WHOLE,
            known: counted - unknown.min(counted),
            ..Self::default()
        }
    }

    pub(super) fn of_milestones(met: u64, unmet: u64, unknown: u64) -> Self {
        Self::of_counts(met + unmet + unknown, met, unknown)
    }

    /// Of one leaf, with its share of `unit`.
    pub(super) fn of_leaf(unit: u128, share: u128, gain: Gain) -> Self {
        let (confirmed, possible, open, known) = match gain {
            Gain::Known(parts) => (parts, parts, false, share),
            Gain::Unknown => (0, WHOLE, false, 0),
            Gain::Begun => (0, WHOLE, share > 0, 0),
        };
        match (share.checked_mul(confirmed), share.checked_mul(possible)) {
            (Some(confirmed), Some(possible)) => {
                Self { unit, base: share, confirmed, possible, open, known, ..Self::default() }
            }
            _ => Self::beyond(),
        }
    }

    pub(super) fn missing_leaf() -> Self {
        Self { missing: 1, ..Self::default() }
    }

    pub(super) fn beyond() -> Self {
        Self { beyond: true, ..Self::default() }
    }

    pub(super) fn merge(self, other: Self) -> Self {
        if self.beyond || other.beyond {
            return Self::beyond();
        }
        self.sum(&other).unwrap_or_else(Self::beyond)
    }

    /// Whether both weigh the same and have gained the same, whatever their bases.
    pub(super) fn weighs_as(&self, other: &Self) -> bool {
        let same = |mine: u128, theirs: u128| {
            let sides = (mine.checked_mul(other.unit), theirs.checked_mul(self.unit));
            matches!(sides, (Some(mine), Some(theirs)) if mine == theirs)
        };
        (self.missing, self.beyond) == (other.missing, other.beyond)
            && same(self.base, other.base)
            && same(self.confirmed, other.confirmed)
    }

    fn sum(&self, other: &Self) -> Option<Self> {
        let common = match self.unit == other.unit {
            true => self.unit,
            false => crate::model::gcd(self.unit, other.unit).max(1),
        };
        let (mine, theirs) = (other.unit / common, self.unit / common);
        let add = |a: u128, b: u128| a.checked_mul(mine)?.checked_add(b.checked_mul(theirs)?);
        Some(Self {
            unit: self.unit.checked_mul(mine)?,
            base: add(self.base, other.base)?,
            confirmed: add(self.confirmed, other.confirmed)?,
            possible: add(self.possible, other.possible)?,
            open: self.open || other.open,
            known: add(self.known, other.known)?,
            missing: self.missing.saturating_add(other.missing),
            beyond: false,
        })
    }

    pub(super) fn assess(&self, blocked: bool) -> Assessment {
        if self.missing > 0 {
            return Assessment::Unknown(Reason::WeightMissing);
        }
        if self.beyond {
            return Assessment::Unknown(Reason::NotAssessable);
        }
        let parts = self.base.checked_mul(WHOLE);
        let of = |sum: u128, whole: Option<u128>| {
            whole
                .ok_or(Reason::NotAssessable)
                .and_then(|whole| Ratio::new(sum, whole).ok_or(Reason::NothingCounted))
        };
        let shares = || {
            Ok(Known {
                confirmed: of(self.confirmed, parts)?,
                possible: of(self.possible, parts)?,
                possible_open: self.open,
                coverage: of(self.known, Some(self.base))?,
                blocked,
            })
        };
        shares().map_or_else(Assessment::Unknown, Assessment::Known)
    }
}
