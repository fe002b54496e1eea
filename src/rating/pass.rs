//! The columnar pass: counts of ratings over runs of actions.
#![expect(
    clippy::indexing_slicing,
    reason = "columnar pass: ranges come from the columns' own length"
)]

use std::{borrow::Cow, ops::Range};

use chrono::NaiveDate;

use super::{Grey, NotStarted, Tally, TimePolicy, time::grade};
use crate::{
    model::{Columns, DueClass, Programme, State, Subject, day_number},
    rollup::{Breakdown, Grouping, gather, keys},
    values::Rating,
};

/// Marks below this are of work of which nothing was reported.
const SILENT: u8 = first_after(State::NotReported);
/// Marks below this are that, or not begun.
const NOT_BEGUN: u8 = first_after(State::NotStarted);
/// Marks below this are open.
const OPEN: u8 = first_after(State::OnHold);
/// Marks below this are open or delivered.
const COUNTED: u8 = first_after(State::Accepted);

/// The mark after all of a state: they are in the order of states, four a state.
const fn first_after(state: State) -> u8 {
    (state as u8 + 1) << 2
}

/// What one pass over the actions of a programme needs.
struct Pass<'p> {
    programme: &'p Programme,
    policy: &'p TimePolicy,
    on: NaiveDate,
    columns: Cow<'p, Columns>,
    /// For each band the day before which is due what is in it, each no later than the one before.
    limits: Vec<i32>,
}

/// Counts of work by what was said of it.
#[derive(Default)]
struct Marks {
    silent: u64,
    not_begun: u64,
    open: u64,
    counted: u64,
    undated_not_started: u64,
    undated_begun: u64,
}

/// Of the work that is late, how much was silent and how much not begun.
#[derive(Default)]
struct Late {
    all: u32,
    silent: u32,
    not_begun: u32,
}

impl<'p> Pass<'p> {
    fn new(programme: &'p Programme, policy: &'p TimePolicy, on: NaiveDate) -> Self {
        let mut limits: Vec<i32> = Vec::new();
        for band in policy.bands.steps() {
            let limit = day_number(band.due_before(on)).min(day_number(on));
            limits.push(limits.last().map_or(limit, |last| limit.min(*last)));
        }
        Self { programme, policy, on, columns: programme.columns(on), limits }
    }

    /// Adds a run of actions to a sum. What was moved or suspended is looked at by itself.
    fn add(&self, sum: &mut Tally, run: Range<usize>) {
        let moved = &self.programme.index().moved;
        let first = moved.partition_point(|at| (*at as usize) < run.start);
        let mut from = run.start;
        for number in moved[first..].iter().take_while(|at| (**at as usize) < run.end) {
            self.add_plain(sum, from..*number as usize);
            from = *number as usize + 1;
            let Some(action) = self.programme.actions().row(*number) else { continue };
            let state = self.columns.state(*number);
            let graded = grade(self.programme, action, state, self.policy, self.on);
            if let Some((rated, ..)) = graded {
                sum.add(rated, 1);
            }
        }
        self.add_plain(sum, from..run.end);
    }

    /// Adds a run of actions none of which was moved or suspended.
    fn add_plain(&self, sum: &mut Tally, run: Range<usize>) {
        let (marks, latest) = (&self.columns.marks[run.clone()], &self.columns.latest[run]);
        let of = Marks::of(marks);
        let first = self.limits.first().copied().unwrap_or(i32::MIN);
        let late = Late::of(marks, latest, first);
        let scale = self.policy.bands.scale();
        if self.policy.rates_complete {
            sum.add(scale.complete(), of.counted - of.open);
        }
        let mut reached = u64::from(late.all);
        for (at, band) in self.policy.bands.steps().iter().enumerate() {
            let next = self.limits.get(at + 1).map_or(0, |limit| before(latest, *limit));
            sum.add(Rating::known(scale, band.colour), reached - next);
            reached = next;
        }
        let silent = of.silent - u64::from(late.silent);
        let not_started = of.not_begun - of.silent - u64::from(late.not_begun - late.silent);
        let begun = of.open - of.not_begun - u64::from(late.all - late.not_begun);
        let begun_dated = begun - of.undated_begun;
        match self.policy.not_started {
            NotStarted::Grey => {
                sum.add(Grey::NoData, silent + of.undated_begun);
                sum.add(Grey::NotStarted, not_started);
                sum.add(scale.green(), begun_dated);
            }
            NotStarted::OnTarget => {
                sum.add(Grey::NoData, silent + of.undated_begun + of.undated_not_started);
                sum.add(scale.green(), begun_dated + not_started - of.undated_not_started);
            }
        }
    }
}

impl Marks {
    fn of(marks: &[u8]) -> Self {
        let mut sums = Self::default();
        // A byte holds 255, so sums are taken out before; bytes go sixteen at a time.
        for chunk in marks.chunks(255) {
            let [mut silent, mut not_begun, mut open, mut counted] = [0_u8; 4];
            let [mut undated, mut undated_begun] = [0_u8; 2];
            for mark in chunk {
                let mark = *mark;
                let apart = mark & 3 != DueClass::Dated as u8;
                silent += u8::from(mark < SILENT);
                not_begun += u8::from(mark < NOT_BEGUN);
                open += u8::from(mark < OPEN);
                counted += u8::from(mark < COUNTED);
                undated += u8::from((SILENT..OPEN).contains(&mark) & apart);
                undated_begun += u8::from((NOT_BEGUN..OPEN).contains(&mark) & apart);
            }
            sums.silent += u64::from(silent);
            sums.not_begun += u64::from(not_begun);
            sums.open += u64::from(open);
            sums.counted += u64::from(counted);
            sums.undated_not_started += u64::from(undated - undated_begun);
            sums.undated_begun += u64::from(undated_begun);
        }
        sums
    }
}

impl Late {
    /// Work that is not open has no last day, and is never late.
    fn of(marks: &[u8], latest: &[i32], limit: i32) -> Self {
        let mut late = Self::default();
        for (mark, latest) in marks.iter().zip(latest) {
            let is_late = *latest < limit;
            late.all += u32::from(is_late);
            late.silent += u32::from(is_late & (*mark < SILENT));
            late.not_begun += u32::from(is_late & (*mark < NOT_BEGUN));
        }
        late
    }
}

/// How many are due before a day.
fn before(latest: &[i32], limit: i32) -> u64 {
    latest.iter().map(|latest| u32::from(*latest < limit)).sum::<u32>().into()
}

/// The time of actions by their own dates, counted by colour: of all, and of each group. The same
/// as [`time_of`](super::time_of) gives one by one.
///
/// Milestones are not in the counts: [`time_against`](super::time_against) rates them.
///
/// ```
/// use programme::{model::{About, Draft}, rating::{self, TimePolicy}, values::Colour};
/// use programme::{rollup::Grouping, values::Timescale, Action};
///
/// let mut draft = Draft::new(About::named("example"));
/// for (reference, timescale) in [("A1", "Completed"), ("A2", "May 2019"), ("A3", "On-going")] {
///     let mut action = Action::new(draft.key(reference.parse()?), "Publish the plan");
///     action.timescale = Timescale::read(timescale);
///     draft.put(action);
/// }
/// let (programme, on) = (draft.finish()?, "2019-09-04".parse()?);
/// let policy = TimePolicy::bromsgrove();
/// let times = rating::times(&programme, Grouping::Workstream, &policy, on);
/// assert_eq!(times.total.to_string(), "1 green and 1 red, of 2");
/// assert_eq!(times.unassigned, times.total, "they are in no workstream");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn times(
    programme: &Programme,
    by: Grouping,
    policy: &TimePolicy,
    on: NaiveDate,
) -> Breakdown<Subject, Tally> {
    let pass = Pass::new(programme, policy, on);
    let keys = keys(programme, by);
    let mut groups = vec![Tally::default(); keys.len()];
    let mut unassigned = Tally::default();
    gather(programme, by, (&mut groups, &mut unassigned), |sum, run| pass.add(sum, run));
    let mut total = Tally::default();
    if by.is_partition() {
        total = groups.iter().chain([&unassigned]).copied().sum();
    } else {
        pass.add(&mut total, 0..programme.actions().len());
    }
    Breakdown { total, groups: keys.into_iter().zip(groups).collect(), unassigned }
}
