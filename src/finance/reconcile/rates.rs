//! Percentages against their counts, and rates against one another.

use rust_decimal::Decimal;

use super::{
    Obstacle,
    fit::{Amounts, Fit, Reading},
    quotations::Groups,
};
use crate::{
    model::Claim,
    values::{Certainty, Figure, FigureUnit, Id, Interval, Meeting},
};

/// A percentage beside what its part and its whole give.
///
/// See [`reconcile`](super::reconcile) for an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// The claim of the percentage.
    pub claim: Id<Claim>,
    /// The claim of the part.
    pub part: Id<Claim>,
    /// The claim of the whole.
    pub whole: Id<Claim>,
    /// What part and whole give as they are printed, in per cent.
    pub computed: Option<Decimal>,
    /// What they can give, however they are meant.
    pub range: Option<Interval>,
    /// Whether the percentage follows; none where that cannot be told.
    pub fit: Option<Fit>,
    /// Why not.
    pub obstacle: Option<Obstacle>,
}

/// Two rates that a paper sets side by side.
///
/// See [`reconcile`](super::reconcile) for an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The claim that is compared.
    pub claim: Id<Claim>,
    /// The claim with which it is.
    pub with: Id<Claim>,
    /// Per how many each is given, as far as that is said; a percentage is per 100.
    pub per: (Option<u32>, Option<u32>),
    /// Both on the greater of their bases, where both have one.
    pub converted: Option<Converted>,
    /// Why they cannot be compared.
    pub obstacle: Option<Obstacle>,
}

/// Two rates on one base.
///
/// See [`reconcile`](super::reconcile) for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Converted {
    /// Per how many.
    pub per: u32,
    /// What the first is, per so many.
    pub first: Decimal,
    /// What the second is.
    pub second: Decimal,
    /// Whether one is more than ten times the other.
    pub tenfold: Certainty,
}

impl Comparison {
    /// Whether both are given per so many, and not per as many.
    #[must_use]
    pub fn bases_differ(&self) -> bool {
        matches!(self.per, (Some(first), Some(second)) if first != second)
    }
}

/// Every percentage of which part and whole are named, in the order of references.
pub(super) fn shares(groups: &Groups<'_>) -> Vec<Share> {
    let claims = groups.programme.claims().into_iter();
    let named = claims.filter_map(|claim| Some((claim, claim.share?, claim.share_of?)));
    named.map(|(claim, part, whole)| share(groups, claim, part, whole)).collect()
}

fn share(groups: &Groups<'_>, claim: &Claim, part: Id<Claim>, whole: Id<Claim>) -> Share {
    let mut share = Share {
        claim: claim.key.id,
        part,
        whole,
        computed: None,
        range: None,
        fit: None,
        obstacle: None,
    };
    let mut amounts = |id: Id<Claim>| {
        let found = groups.programme.get(id).and_then(|claim| groups.amounts(claim));
        if found.is_none() {
            share.obstacle.get_or_insert(Obstacle::NoFigure(id));
        }
        found
    };
    let (Some(stated), Some(of), Some(all)) =
        (amounts(claim.key.id), amounts(part), amounts(whole))
    else {
        return share;
    };
    let alike = of.unit.is_none() || all.unit.is_none() || of.unit == all.unit;
    if stated.unit.is_some_and(|unit| unit != FigureUnit::Percent) || !alike {
        share.obstacle = Some(Obstacle::Units(share.claim));
        return share;
    }
    let Some((computed, range)) = quotient(of, all) else {
        share.obstacle = Some(Obstacle::NoWhole(whole));
        return share;
    };
    share.fit = Some(follows(stated, computed, range, of.hedged || all.hedged));
    (share.computed, share.range) = (Some(computed), Some(range));
    share
}

/// What a part is of a whole, in per cent.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Proportion {
    /// As both are printed.
    pub(crate) computed: Decimal,
    /// However both are meant.
    pub(crate) range: Interval,
    /// Whether what is stated follows from it, where something is.
    pub(crate) fit: Option<Fit>,
}

/// What a part is of a whole, and whether a stated percentage follows; none where they are not of one
/// unit, where what is stated is no percentage, or where there is no whole.
pub(crate) fn proportion(
    part: &Figure,
    whole: &Figure,
    stated: Option<&Figure>,
    reading: Reading,
) -> Option<Proportion> {
    let (of, all) = (Amounts::of(part, reading), Amounts::of(whole, reading));
    let stated = stated.map(|stated| Amounts::of(stated, reading));
    let alike = of.unit.is_none() || all.unit.is_none() || of.unit == all.unit;
    let percent = stated.and_then(|stated| stated.unit).unwrap_or(FigureUnit::Percent);
    let (computed, range) =
        quotient(of, all).filter(|_| alike && percent == FigureUnit::Percent)?;
    let fit = stated.map(|stated| follows(stated, computed, range, of.hedged || all.hedged));
    Some(Proportion { computed, range, fit })
}

fn quotient(part: Amounts, whole: Amounts) -> Option<(Decimal, Interval)> {
    let computed = per_cent(part.printed.0, whole.printed.0)?;
    Some((computed, quotients(part.interval, whole.interval)?))
}

fn follows(stated: Amounts, computed: Decimal, range: Interval, hedged: bool) -> Fit {
    match stated.interval.meets(range) {
        _ if stated.interval.holds(computed) => Fit::Exact,
        _ if !stated.hedged && is_cut(stated, computed) => Fit::Rounding,
        Meeting::Apart => Fit::Apart,
        Meeting::Touch => Fit::Touch,
        Meeting::Overlap if hedged || stated.hedged => Fit::Vagueness,
        Meeting::Overlap => Fit::Rounding,
    }
}

/// Whether a percentage is what is left of the share when its further digits are cut off: some round
/// to the nearest, some cut, as this crate does. "0%" is any share below one per cent.
fn is_cut(stated: Amounts, computed: Decimal) -> bool {
    let Interval { low, high, .. } = stated.interval;
    let unit = if stated.unit.is_none() { Decimal::ONE } else { high.saturating_sub(low) };
    let (printed, share) = (stated.printed.0.abs(), computed.abs());
    let one_side = stated.printed.0.is_zero()
        || stated.printed.0.is_sign_negative() == computed.is_sign_negative();
    one_side && printed <= share && share < printed.saturating_add(unit)
}

fn per_cent(part: Decimal, whole: Decimal) -> Option<Decimal> {
    Some(part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)?.normalize())
}

/// The percentages that a part can be of a whole that is more than nothing.
fn quotients(part: Interval, whole: Interval) -> Option<Interval> {
    if whole.low <= Decimal::ZERO {
        return None;
    }
    let (least, most) = ((whole.low, whole.low_included), (whole.high, whole.high_included));
    // Below nothing, the smaller whole makes the greater share of it.
    let negative = |amount: Decimal| amount < Decimal::ZERO;
    let (under_low, low_end) = if negative(part.low) { least } else { most };
    let (under_high, high_end) = if negative(part.high) { most } else { least };
    Some(Interval {
        low: per_cent(part.low, under_low)?,
        high: per_cent(part.high, under_high)?,
        low_included: part.low_included && low_end,
        high_included: part.high_included && high_end,
    })
}

/// Every two figures that are compared, in the order of references.
pub(super) fn comparisons(groups: &Groups<'_>) -> Vec<Comparison> {
    let claims = groups.programme.claims().into_iter();
    let pairs =
        claims.filter_map(|claim| Some((claim, groups.programme.get(claim.compared_with?)?)));
    pairs.map(|(claim, with)| comparison(groups, claim, with)).collect()
}

fn comparison(groups: &Groups<'_>, claim: &Claim, with: &Claim) -> Comparison {
    let (first, second) = (groups.amounts(claim), groups.amounts(with));
    let per = |claim: &Claim, amounts: Option<Amounts>| {
        let percent = amounts.is_some_and(|found| found.unit == Some(FigureUnit::Percent));
        claim.per.filter(|per| *per > 0).or(percent.then_some(100))
    };
    let mut compared = Comparison {
        claim: claim.key.id,
        with: with.key.id,
        per: (per(claim, first), per(with, second)),
        converted: None,
        obstacle: None,
    };
    compared.obstacle = match (first, second, compared.per) {
        (None, _, _) => Some(Obstacle::NoFigure(claim.key.id)),
        (_, None, _) => Some(Obstacle::NoFigure(with.key.id)),
        (_, _, (None, Some(_))) => Some(Obstacle::NoBase(claim.key.id)),
        (_, _, (Some(_), None)) => Some(Obstacle::NoBase(with.key.id)),
        (Some(one), Some(other), _) => {
            let pounds = |found: Amounts| found.unit.map(|unit| unit == FigureUnit::Pounds);
            let differ = pounds(one).zip(pounds(other)).is_some_and(|(one, other)| one != other);
            differ.then_some(Obstacle::Units(claim.key.id))
        }
    };
    if let (None, Some(one), Some(other)) = (compared.obstacle, first, second) {
        compared.converted = convert(one, other, compared.per);
    }
    compared
}

fn convert(one: Amounts, other: Amounts, per: (Option<u32>, Option<u32>)) -> Option<Converted> {
    let (first, second) = (per.0?, per.1?);
    let base = first.max(second);
    let to = |amount: Decimal, per: u32| {
        let scaled = amount.checked_mul(base.into())?.checked_div(per.into())?;
        Some(scaled.normalize())
    };
    let interval =
        |found: Amounts, per| Some((to(found.interval.low, per)?, to(found.interval.high, per)?));
    let (a, b) = (interval(one, first)?, interval(other, second)?);
    let times = |amount: Decimal| amount.saturating_mul(Decimal::TEN);
    let every = a.0 > times(b.1) || b.0 > times(a.1);
    let some = a.1 > times(b.0) || b.1 > times(a.0);
    Some(Converted {
        per: base,
        first: to(one.printed.0, first)?,
        second: to(other.printed.0, second)?,
        tenfold: Certainty::from_readings(every, some),
    })
}
