//! The columnar pass for balances of all accounts at several days.
#![expect(
    clippy::indexing_slicing,
    reason = "columnar pass: places come from the columns' own length, accounts are below their count"
)]

use std::ops::{AddAssign, SubAssign};

use super::Ledger;
use crate::model::MovementKind;

/// Balances account by account, a cell a day and one for what comes later. They are kept in 64 bits
/// where no sum of the movements can leave these.
#[derive(Clone, Debug)]
pub(super) enum Cells {
    Narrow(Vec<i64>),
    Wide(Vec<i128>),
}

impl Cells {
    pub(super) fn get(&self, at: usize) -> Option<i128> {
        match self {
            Self::Narrow(cells) => cells.get(at).map(|cell| i128::from(*cell)),
            Self::Wide(cells) => cells.get(at).copied(),
        }
    }
}

/// What a movement of each kind adds to where it goes, and takes from where it comes from.
static SIGNS: [i64; 16] = signs();

const fn signs() -> [i64; 16] {
    use MovementKind as M;
    let mut signs = [0; 16];
    signs[M::Allocation as usize] = 1;
    signs[M::Virement as usize] = 1;
    signs[M::SupplementaryEstimate as usize] = 1;
    signs[M::CarryForward as usize] = 1;
    signs[M::ContingencyRelease as usize] = 1;
    signs[M::Reprofile as usize] = 1;
    signs[M::Actual as usize] = -1;
    signs[M::Opening as usize] = 1;
    signs[M::Contribution as usize] = 1;
    signs[M::Drawdown as usize] = 1;
    signs[M::Transfer as usize] = 1;
    signs[M::ReserveRelease as usize] = 1;
    signs
}

/// The balances of all accounts at the ends of these days, which rise.
pub(super) fn balances(ledger: &Ledger<'_>, days: &[i32]) -> Cells {
    let pence = ledger.columns.pence.iter();
    let most: u128 = pence.map(|pence| u128::from(pence.unsigned_abs())).sum();
    if i64::try_from(most).is_ok() {
        Cells::Narrow(sums(ledger, days))
    } else {
        Cells::Wide(sums(ledger, days))
    }
}

fn sums<T: Copy + Default + From<i64> + AddAssign + SubAssign>(
    ledger: &Ledger<'_>,
    days: &[i32],
) -> Vec<T> {
    let columns = &ledger.columns;
    let width = days.len() + 1;
    let mut cells = vec![T::default(); (ledger.accounts + 1) * width];
    let table = table(days);
    let first = days.first().copied().unwrap_or(0);
    let place = |day: i32| match &table {
        Some(table) => {
            let after = usize::try_from(i64::from(day) - i64::from(first)).unwrap_or(0);
            table[after.min(table.len() - 1)] as usize
        }
        None => days.partition_point(|end| *end < day),
    };
    for at in 0..columns.row.len() {
        let (from, to) = (columns.from[at] as usize, columns.to[at] as usize);
        let day = columns.day[at];
        // Lines count what is dated, reserves what is authorised as well.
        let counted = day.max(columns.authorised[at]);
        let of = |account: usize| place(if account < ledger.lines { day } else { counted });
        let pence = T::from(columns.pence[at] * SIGNS[columns.kind[at] as usize]);
        cells[from * width + of(from)] -= pence;
        cells[to * width + of(to)] += pence;
    }
    for row in cells.chunks_exact_mut(width) {
        for at in 1..width {
            let before = row[at - 1];
            row[at] += before;
        }
    }
    for (number, reserve) in ledger.programme.reserves().iter().enumerate() {
        if reserve.balances.is_empty() {
            continue;
        }
        // Until its opening balance nothing is known here, and then that is all that counts.
        let anew = ledger.start(number).anew();
        let account = ledger.lines + number;
        for posting in ledger.postings(number).filter(|posting| posting.counted < anew) {
            let pence = T::from(columns.pence[posting.place]);
            let into = columns.to[posting.place] as usize == account;
            for cell in &mut cells[account * width..(account + 1) * width] {
                if into { *cell -= pence } else { *cell += pence }
            }
        }
    }
    cells
}

/// The place of every day from the first of these on, among them, up to the first that is after
/// them all; none where they are too far apart for a table.
fn table(days: &[i32]) -> Option<Vec<u32>> {
    const LONGEST: i64 = 100_000;
    let (first, last) = (*days.first()?, *days.last()?);
    let near = i64::from(last) - i64::from(first) < LONGEST;
    let place = |day: i32| u32::try_from(days.partition_point(|end| *end < day)).ok();
    if near { (first..=last.checked_add(1)?).map(place).collect() } else { None }
}
