//! The columnar pass: sums over runs of actions.
#![expect(
    clippy::indexing_slicing,
    reason = "columnar pass: ranges come from the columns' own length, marks are below their count"
)]

use std::ops::Range;

use chrono::NaiveDate;

use super::{Progress, progress::earlier};
use crate::model::{Columns, DueClass, Mark, State, day_number};

/// Runs shorter than this are not worth the set-up of separate counters.
const SHORT: usize = 24;

/// Adds the counts of a run of actions; weights are not touched.
pub(super) fn add_run(
    progress: &mut Progress,
    columns: &Columns,
    run: Range<usize>,
    on: NaiveDate,
) {
    let on = day_number(on);
    let marks = &columns.marks[run.clone()];
    let (earliest, latest) = (&columns.earliest[run.clone()], &columns.latest[run.clone()]);
    if marks.len() < SHORT {
        for mark in marks {
            add_mark(progress, Mark::of_number(*mark), 1);
        }
    } else {
        for (mark, count) in (0_u8..).zip(histogram(marks)).filter(|(_, count)| *count > 0) {
            add_mark(progress, Mark::of_number(mark), u64::from(count));
        }
    }
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
    let day = |number: i32| {
        (number < i32::MAX).then(|| NaiveDate::from_num_days_from_ce_opt(number)).flatten()
    };
    let oldest = day(oldest).filter(|_| overdue > 0);
    progress.oldest_overdue = earlier(progress.oldest_overdue, oldest);
    progress.next_due = earlier(progress.next_due, day(next));
}

fn add_mark(progress: &mut Progress, mark: Mark, count: u64) {
    let state = mark.state();
    progress.states[state as usize] += count;
    if state.is_open() {
        match mark.class() {
            DueClass::Dated => {}
            DueClass::Undated => progress.undated += count,
            DueClass::Unpaired => progress.unpaired += count,
        }
    }
}

/// How often each mark occurs. Four sets of counters, so that equal neighbours do not wait for one
/// another.
fn histogram(marks: &[u8]) -> [u32; Mark::COUNT] {
    let mut sets = [[0_u32; 128]; 4];
    let mut fours = marks.chunks_exact(4);
    for four in &mut fours {
        for (set, mark) in sets.iter_mut().zip(four) {
            set[usize::from(*mark & 127)] += 1;
        }
    }
    for mark in fours.remainder() {
        sets[0][usize::from(*mark & 127)] += 1;
    }
    std::array::from_fn(|at| sets.iter().map(|set| set[at]).sum())
}
