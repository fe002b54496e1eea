//! The columns of the index.
#![expect(
    clippy::indexing_slicing,
    reason = "columnar passes: every column has one entry an action, and numbers come from the tables"
)]

use super::{
    DueClass, DueState, NONE, State,
    parts::{Parts, count},
};
use crate::values::{Meaning, Timescale};

/// State and due class in one byte, as columns hold them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mark(u8);

impl Mark {
    /// How many marks there are room for.
    pub(crate) const COUNT: usize = 68;

    pub(crate) fn new(state: State, class: DueClass) -> Self {
        Self((state as u8) << 2 | class as u8)
    }

    pub(crate) fn state(self) -> State {
        State::ALL[usize::from(self.0 >> 2)]
    }

    pub(crate) fn class(self) -> DueClass {
        match self.0 & 3 {
            0 => DueClass::Dated,
            1 => DueClass::Undated,
            _ => DueClass::Unpaired,
        }
    }

    pub(crate) fn of_number(number: u8) -> Self {
        Self(number)
    }

    pub(super) fn number(self) -> u8 {
        self.0
    }
}

/// One entry an action: how it counts, and the days between which it falls due.
///
/// The days are those of open, dated actions; for all others both are beyond every date.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Columns {
    pub(crate) marks: Vec<u8>,
    pub(crate) earliest: Vec<i32>,
    pub(crate) latest: Vec<i32>,
}

impl Columns {
    /// How the action of this number counts.
    pub(crate) fn state(&self, number: u32) -> State {
        Mark(self.marks[number as usize]).state()
    }
}

/// Several numbers an action.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lists {
    ends: Vec<u32>,
    numbers: Vec<u32>,
    /// Whose numbers each has, where parts have those of their wholes.
    from: Vec<u32>,
}

impl Lists {
    /// How many numbers rows have of their own.
    pub(crate) fn len(&self) -> usize {
        self.numbers.len()
    }

    pub(crate) fn of(&self, at: usize) -> &[u32] {
        let at = self.from.get(at).map_or(at, |from| *from as usize);
        let start = if at == 0 { 0 } else { self.ends[at - 1] };
        &self.numbers[start as usize..self.ends[at] as usize]
    }

    pub(super) fn push(&mut self, numbers: impl IntoIterator<Item = u32>) {
        let start = self.numbers.len();
        for number in numbers {
            if !self.numbers[start..].contains(&number) {
                self.numbers.push(number);
            }
        }
        self.ends.push(count(self.numbers.len()));
    }

    pub(super) fn with_room(rows: usize) -> Self {
        let (ends, numbers) = (Vec::with_capacity(rows), Vec::with_capacity(rows));
        Self { ends, numbers, from: Vec::new() }
    }

    /// Gives each part that has nothing to say for itself the numbers of its nearest whole.
    pub(super) fn inherit(&mut self, parts: &Parts, says: impl Fn(&Self, usize) -> bool) {
        let mut from: Vec<u32> = (0..count(self.ends.len())).collect();
        for at in parts.top_down() {
            if let Some(whole) = parts.whole(at).filter(|_| !says(self, at)) {
                from[at] = from[whole];
            }
        }
        self.from = from;
    }

    pub(super) fn bytes(&self) -> usize {
        4 * (self.ends.len() + self.numbers.len() + self.from.len())
    }
}

/// One number an action, as runs of equal neighbours: references put the actions of a workstream
/// side by side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Runs {
    ends: Vec<u32>,
    numbers: Vec<u32>,
}

impl Runs {
    pub(super) fn push(&mut self, number: Option<u32>) {
        let number = number.unwrap_or(NONE);
        let end = self.ends.last().map_or(0, |end| *end) + 1;
        match (self.numbers.last(), self.ends.last_mut()) {
            (Some(last), Some(open)) if *last == number => *open = end,
            _ => {
                self.numbers.push(number);
                self.ends.push(end);
            }
        }
    }

    /// The number of one action.
    pub(crate) fn of(&self, at: usize) -> Option<u32> {
        let run = self.ends.partition_point(|end| *end as usize <= at);
        self.numbers.get(run).copied().filter(|number| *number != NONE)
    }

    /// Gives each part without a number that of its nearest whole.
    pub(super) fn inherit(&mut self, parts: &Parts) {
        let mut numbers: Vec<Option<u32>> = Vec::new();
        for (number, end) in self.numbers.iter().zip(&self.ends) {
            numbers.resize(*end as usize, (*number != NONE).then_some(*number));
        }
        for at in parts.top_down() {
            if let Some(whole) = parts.whole(at) {
                numbers[at] = numbers[at].or(numbers[whole]);
            }
        }
        *self = Self::default();
        numbers.into_iter().for_each(|number| self.push(number));
    }

    /// Each run: where it starts, where it ends, and its number, if it is of any row.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (usize, usize, Option<usize>)> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        let numbers = self.numbers.iter().map(|n| (*n != NONE).then_some(*n as usize));
        starts.zip(&self.ends).zip(numbers).map(|((from, to), n)| (from as usize, *to as usize, n))
    }

    pub(super) fn bytes(&self) -> usize {
        4 * (self.ends.len() + self.numbers.len())
    }
}

/// When actions fall due, before it is seen which of them are open.
pub(super) struct Windows {
    pub(super) class: Vec<DueClass>,
    pub(super) earliest: Vec<i32>,
    pub(super) latest: Vec<i32>,
}

impl Windows {
    pub(super) fn with_room(rows: usize) -> Self {
        let (earliest, latest) = (Vec::with_capacity(rows), Vec::with_capacity(rows));
        Self { class: Vec::with_capacity(rows), earliest, latest }
    }

    pub(super) fn push(&mut self, timescale: &Timescale, unpaired: bool) {
        let (class, earliest, latest) = window(timescale, unpaired);
        self.class.push(class);
        self.earliest.push(earliest);
        self.latest.push(latest);
    }
}

/// The days between which something falls due.
fn window(timescale: &Timescale, unpaired: bool) -> (DueClass, i32, i32) {
    match timescale.value() {
        Some(Meaning::Due(due)) => {
            let latest = due.latest().map_or(i32::MAX, super::day_number);
            (DueClass::Dated, super::day_number(due.earliest()), latest)
        }
        _ if unpaired => (DueClass::Unpaired, i32::MAX, i32::MAX),
        _ => (DueClass::Undated, i32::MAX, i32::MAX),
    }
}

impl DueState {
    /// How something in a state stands to its timescale on a day.
    pub(crate) fn of(state: State, timescale: &Timescale, on: i32) -> Self {
        let (class, earliest, latest) = window(timescale, false);
        Self::within(Mark::new(state, class), (earliest, latest), on)
    }

    /// The same, from what columns hold.
    pub(super) fn within(mark: Mark, (earliest, latest): (i32, i32), on: i32) -> Self {
        match mark.class() {
            _ if !mark.state().is_open() => Self::NothingDue,
            DueClass::Unpaired => Self::Unpaired,
            DueClass::Undated => Self::Undated,
            DueClass::Dated if latest < on => Self::Overdue,
            DueClass::Dated if earliest <= on => Self::InWindow,
            DueClass::Dated => Self::NotDue,
        }
    }
}
