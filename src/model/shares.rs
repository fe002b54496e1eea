//! What leaves weigh.
#![expect(
    clippy::indexing_slicing,
    reason = "columnar passes: every column has one entry an action, and numbers come from the tables"
)]

use super::{Columns, Index, State, parts::count};

/// Weights of leaves as whole numbers over one base: what an action weighs is shared whole among
/// those of its parts that count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Shares {
    pub(crate) unit: u128,
    /// One an action; 0 for those that do not count by themselves.
    share: Vec<u128>,
    /// Whether a weight is missing without which the share cannot be told; empty where none is.
    missing: Vec<bool>,
}

/// A numerator and a denominator, or none where a weight is missing.
type Fraction = Option<(u128, u128)>;

impl Shares {
    /// The share of an action, or `None` where it hangs on a weight that is missing.
    pub(crate) fn of(&self, at: usize) -> Option<u128> {
        if self.missing.get(at).is_some_and(|missing| *missing) {
            return None;
        }
        Some(self.share.get(at).copied().unwrap_or(0))
    }

    pub(super) fn bytes(&self) -> usize {
        16 * self.share.len() + self.missing.len()
    }
}

impl Index {
    /// The share of each leaf under given weights, or `None` where the common base grows beyond
    /// 128 bits. Parts that count share what their action weighs in proportion to their own
    /// weights; others have no share, so that what they would have had falls to their siblings.
    ///
    /// A share hangs on its own weight, on those of the siblings that it is shared with, and on the
    /// same of every action above: where one of them is missing, so is the share.
    pub(crate) fn shares(
        &self,
        columns: &Columns,
        counts: impl Fn(State) -> bool,
        weight: impl Fn(usize) -> Option<u32>,
    ) -> Option<Shares> {
        let rows = columns.marks.len();
        let mut live: Vec<bool> = (0..count(rows)).map(|at| counts(columns.state(at))).collect();
        let fractions: Vec<Fraction> = if self.parts.is_empty() {
            (0..rows).map(|at| Some((weight(at)?.into(), 1))).collect()
        } else {
            self.fractions(&mut live, weight)?
        };
        let leaf = |at: &usize| live[*at] && self.parts.of_whole(*at).is_empty();
        let mut unit = 1_u128;
        for (_, under) in (0..rows).filter(leaf).filter_map(|at| fractions[at]) {
            unit = (unit / gcd(unit, under)).checked_mul(under)?;
        }
        let mut share = vec![0; rows];
        let mut missing = Vec::new();
        for at in (0..rows).filter(leaf) {
            match fractions[at] {
                Some((over, under)) => share[at] = over.checked_mul(unit / under)?,
                None => {
                    missing.resize(rows, false);
                    missing[at] = true;
                }
            }
        }
        Some(Shares { unit, share, missing })
    }

    /// What each action and part weighs. What has a part that counts becomes live itself.
    fn fractions(
        &self,
        live: &mut [bool],
        weight: impl Fn(usize) -> Option<u32>,
    ) -> Option<Vec<Fraction>> {
        let mut below = vec![Some(0_u64); live.len()];
        for at in self.parts.top_down().rev() {
            if let Some(whole) = self.parts.whole(at).filter(|_| live[at]) {
                live[whole] = true;
                // Fewer than 2^32 weights of less than 2^32 each.
                below[whole] = below[whole].zip(weight(at)).map(|(sum, own)| sum + u64::from(own));
            }
        }
        let mut fractions: Vec<Fraction> = vec![Some((0, 1)); live.len()];
        for at in self.parts.top_down().filter(|at| live[*at]) {
            let own = weight(at).map(u128::from);
            let Some(whole) = self.parts.whole(at) else {
                fractions[at] = own.map(|own| (own, 1));
                continue;
            };
            fractions[at] = match (fractions[whole], own, below[whole]) {
                (Some((over, under)), Some(own), Some(all)) => {
                    let (over, under) =
                        (over.checked_mul(own)?, under.checked_mul(u128::from(all).max(1))?);
                    let common = gcd(over, under).max(1);
                    Some((over / common, under / common))
                }
                _ => None,
            };
        }
        Some(fractions)
    }
}

pub(crate) fn gcd(a: u128, b: u128) -> u128 {
    if b == 0 { a } else { gcd(b, a % b) }
}
