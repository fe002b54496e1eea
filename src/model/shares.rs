//! What leaves weigh.
#![expect(
    clippy::indexing_slicing,
    reason = "columnar passes: every column has one entry an action, and numbers come from the tables"
)]

use super::{Index, NONE};

/// Weights of leaves as whole numbers over one base: the sum of an undivided action's parts is
/// always `unit` times its weight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Shares {
    pub(crate) unit: u128,
    /// One an action; for divided actions of no meaning.
    pub(crate) share: Vec<u128>,
}

impl Index {
    /// The share of each leaf when actions weigh the same and parts share their action's weight.
    pub(super) fn equal_shares(&self) -> Option<Shares> {
        if self.parent.iter().all(|parent| *parent == NONE) {
            return None;
        }
        self.shares(|_| Some(1))
    }

    /// The share of each leaf under given weights, or `None` where the common base grows beyond
    /// 128 bits. Parts share what their action weighs in proportion to their own weights.
    pub(crate) fn shares(&self, weight: impl Fn(usize) -> Option<u32>) -> Option<Shares> {
        let rows = self.parent.len();
        let mut below = vec![0_u128; rows];
        for at in 0..rows {
            if self.parent[at] != NONE {
                below[self.parent[at] as usize] += u128::from(weight(at).unwrap_or(0));
            }
        }
        // A leaf's share is its weight times weight over siblings' weights, all the way up.
        let fraction = |at: usize| {
            let (mut over, mut under) = (u128::from(weight(at)?), 1_u128);
            let mut above = self.parent[at];
            while above != NONE {
                let parent = above as usize;
                under = under.checked_mul(below[parent].max(1))?;
                over = over.checked_mul(u128::from(weight(parent)?))?;
                above = self.parent[parent];
            }
            let common = gcd(over, under).max(1);
            Some((over / common, under / common))
        };
        let fractions: Vec<_> = (0..rows).map(fraction).collect();
        let mut unit = 1_u128;
        for (_, under) in fractions.iter().flatten() {
            unit = (unit / gcd(unit, *under)).checked_mul(*under)?;
        }
        let share = fractions
            .iter()
            .map(|fraction| {
                fraction.map_or(Some(0), |(over, under)| over.checked_mul(unit / under))
            })
            .collect::<Option<_>>()?;
        Some(Shares { unit, share })
    }
}

pub(crate) fn gcd(a: u128, b: u128) -> u128 {
    if b == 0 { a } else { gcd(b, a % b) }
}
