//! The columnar pass: sums over runs of actions.
#![expect(
    clippy::indexing_slicing,
    reason = "columnar pass: ranges come from the columns' own length, marks are below their count"
)]

use std::ops::Range;

use super::Progress;
use crate::model::{Columns, DueClass, Mark, State};

/// Counts of marks, eight in a word: one byte each for the seventeen states, then for open actions
/// without a date and for those that do not pair. A byte holds 255, so sums are taken out before.
type Packed = [u64; 3];

const UNDATED: usize = State::ALL.len();
const UNPAIRED: usize = UNDATED + 1;
const LANES: usize = 24;

/// What one action of each mark adds.
static ADDS: [Packed; 128] = adds();

const fn adds() -> [Packed; 128] {
    let mut adds = [[0; 3]; 128];
    let mut number = 0;
    while number < Mark::COUNT {
        let state = number >> 2;
        adds[number][state / 8] += 1 << (state % 8 * 8);
        let open = state <= State::OnHold as usize;
        let class = number & 3;
        if open && class == DueClass::Undated as usize {
            adds[number][UNDATED / 8] += 1 << (UNDATED % 8 * 8);
        } else if open && class == DueClass::Unpaired as usize {
            adds[number][UNPAIRED / 8] += 1 << (UNPAIRED % 8 * 8);
        }
        number += 1;
    }
    adds
}

/// Adds the counts of a run of actions as at a day; weights are not touched.
pub(super) fn add_run(progress: &mut Progress, columns: &Columns, run: Range<usize>, on: i32) {
    let marks = &columns.marks[run.clone()];
    for chunk in marks.chunks(255) {
        let mut sums: Packed = [0; 3];
        for mark in chunk {
            let add = &ADDS[usize::from(*mark & 127)];
            sums[0] += add[0];
            sums[1] += add[1];
            sums[2] += add[2];
        }
        let lane = |at: usize| sums[at / 8] >> (at % 8 * 8) & 255;
        const { assert!(UNPAIRED < LANES) };
        for (at, count) in progress.states.iter_mut().enumerate() {
            *count += lane(at);
        }
        progress.undated += lane(UNDATED);
        progress.unpaired += lane(UNPAIRED);
    }
    let (earliest, latest) = (&columns.earliest[run.clone()], &columns.latest[run]);
    let (mut overdue, mut silent, mut begun) = (0_u32, 0_u32, 0_u32);
    let (mut oldest, mut next) = (i32::MAX, i32::MAX);
    for at in 0..marks.len() {
        let late = latest[at] < on;
        overdue += u32::from(late);
        silent += u32::from(late & (marks[at] >> 2 == State::NotReported as u8));
        begun += u32::from(earliest[at] <= on);
        oldest = oldest.min(latest[at]);
        next = next.min(if late { i32::MAX } else { latest[at] });
    }
    progress.overdue += u64::from(overdue);
    progress.overdue_silent += u64::from(silent);
    progress.in_window += u64::from(begun - overdue);
    if overdue > 0 {
        progress.oldest_overdue = progress.oldest_overdue.min(oldest);
    }
    progress.next_due = progress.next_due.min(next);
}
