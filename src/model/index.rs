//! What every pass over actions reads, laid out once in columns.
//!
//! The index is derived from rows that cannot change, in one place, and is never serialised. Its
//! numbers are the places of rows in their tables.
#![expect(
    clippy::indexing_slicing,
    reason = "columnar passes: every column has one entry an action, and numbers come from the tables"
)]

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};

use super::{Action, DueState, Party, Standing, draft::Tables, standing};
use crate::values::{ActionStatus, Meaning, Sense};

/// No row: the action has no workstream, phase or parent.
pub(crate) const NONE: u32 = u32::MAX;

/// Days of grace that "around" a date gives before it is overdue.
const AROUND: i32 = 30;

/// What can order actions into groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grouping {
    /// By the recommendations that they answer; an action may be in several groups.
    Recommendation,
    /// By the themes of those recommendations.
    Theme,
    /// By workstream.
    Workstream,
    /// By phase.
    Phase,
    /// By the posts and bodies that lead them; an action may be in several groups.
    Lead,
    /// By the review that the recommendations or the plan answer.
    Review,
    /// By plan.
    Plan,
}

/// How an action counts, as at a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum State {
    /// Counted; nothing readable has been said of it.
    NotReported,
    /// Counted; stated as not started.
    NotStarted,
    /// Counted; stated as in progress.
    InProgress,
    /// Counted; stated as on hold.
    OnHold,
    /// Counted; stated as complete.
    Complete,
    /// Counted; complete and accepted.
    Accepted,
    /// A commitment without an end: counted apart.
    Continuing,
    /// Not yet approved: outside the base.
    Proposed,
    /// An option that is not decided: outside the base.
    Possible,
    /// Out of the plan: cancelled.
    Cancelled,
    /// Out of the plan: another action replaces it.
    Superseded,
    /// Out of the plan: taken into another.
    Merged,
    /// Out of the plan: the same as another.
    Duplicate,
    /// Out of the plan: not approved.
    Rejected,
    /// Out of the plan: handed elsewhere.
    Transferred,
    /// Out of the plan with the action that it is a part of.
    AncestorExcluded,
    /// Counted through its sub-actions.
    Divided,
}

impl State {
    /// Every state, in the order of its number.
    pub const ALL: [Self; 17] = [
        Self::NotReported,
        Self::NotStarted,
        Self::InProgress,
        Self::OnHold,
        Self::Complete,
        Self::Accepted,
        Self::Continuing,
        Self::Proposed,
        Self::Possible,
        Self::Cancelled,
        Self::Superseded,
        Self::Merged,
        Self::Duplicate,
        Self::Rejected,
        Self::Transferred,
        Self::AncestorExcluded,
        Self::Divided,
    ];

    /// Whether it is in the base of progress.
    #[must_use]
    pub fn is_counted(self) -> bool {
        self <= Self::Accepted
    }

    /// Whether it is in the base and not done.
    #[must_use]
    pub fn is_open(self) -> bool {
        self <= Self::OnHold
    }

    /// Whether it is done.
    #[must_use]
    pub fn is_delivered(self) -> bool {
        matches!(self, Self::Complete | Self::Accepted)
    }

    /// Whether it is out of the plan.
    #[must_use]
    pub fn is_excluded(self) -> bool {
        self >= Self::Cancelled && self <= Self::AncestorExcluded
    }

    fn of(status: Option<ActionStatus>, continuing: bool) -> Self {
        match status {
            Some(ActionStatus::Cancelled) => Self::Cancelled,
            Some(ActionStatus::Superseded) => Self::Superseded,
            Some(ActionStatus::Merged) => Self::Merged,
            Some(ActionStatus::Duplicate) => Self::Duplicate,
            Some(ActionStatus::Rejected) => Self::Rejected,
            Some(ActionStatus::Transferred) => Self::Transferred,
            Some(ActionStatus::Proposed) => Self::Proposed,
            Some(ActionStatus::Possible) => Self::Possible,
            _ if continuing => Self::Continuing,
            None => Self::NotReported,
            Some(ActionStatus::NotStarted) => Self::NotStarted,
            Some(ActionStatus::InProgress) => Self::InProgress,
            Some(ActionStatus::OnHold) => Self::OnHold,
            Some(ActionStatus::Complete) => Self::Complete,
            Some(ActionStatus::Accepted) => Self::Accepted,
        }
    }
}

/// Whether an action has a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum DueClass {
    /// It has one that can be read.
    Dated,
    /// It has none.
    Undated,
    /// Its row of the plan has some, and which is its own cannot be told.
    Unpaired,
}

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
}

impl Lists {
    /// How many numbers there are in all.
    pub(crate) fn len(&self) -> usize {
        self.numbers.len()
    }

    pub(crate) fn of(&self, at: usize) -> &[u32] {
        let start = if at == 0 { 0 } else { self.ends[at - 1] };
        &self.numbers[start as usize..self.ends[at] as usize]
    }

    fn push(&mut self, numbers: impl IntoIterator<Item = u32>) {
        let start = self.numbers.len();
        for number in numbers {
            if !self.numbers[start..].contains(&number) {
                self.numbers.push(number);
            }
        }
        self.ends.push(count(self.numbers.len()));
    }

    fn with_room(rows: usize) -> Self {
        Self { ends: Vec::with_capacity(rows), numbers: Vec::with_capacity(rows) }
    }

    fn bytes(&self) -> usize {
        4 * (self.ends.len() + self.numbers.len())
    }
}

/// Weights of leaves as whole numbers over one base: the sum of an undivided action's parts is
/// always `unit` times its weight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Shares {
    pub(crate) unit: u128,
    /// One an action; for divided actions of no meaning.
    pub(crate) share: Vec<u128>,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    /// As at every day from `settled` on.
    columns: Columns,
    settled: Option<NaiveDate>,
    unpaired: Vec<bool>,
    pub(crate) parent: Vec<u32>,
    divided: Vec<bool>,
    pub(crate) workstream: Vec<u32>,
    pub(crate) phase: Vec<u32>,
    pub(crate) plan: Vec<u32>,
    pub(crate) recommendations: Lists,
    /// Posts by their number, bodies by theirs after the last post.
    pub(crate) leads: Lists,
    /// Actions with a lead that names nobody.
    pub(crate) unknown_leads: Vec<u32>,
    /// Equal shares; none where no action is divided, so that each weighs one.
    pub(crate) equal: Option<Shares>,
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(NONE)
}

pub(crate) fn day_number(day: NaiveDate) -> i32 {
    day.num_days_from_ce()
}

impl Index {
    pub(super) fn of(tables: &Tables) -> Self {
        let rows = tables.actions.len();
        let posts = count(tables.posts.len());
        let mut index = Self {
            parent: Vec::with_capacity(rows),
            workstream: Vec::with_capacity(rows),
            phase: Vec::with_capacity(rows),
            plan: Vec::with_capacity(rows),
            recommendations: Lists::with_room(rows),
            leads: Lists::with_room(rows),
            divided: vec![false; rows],
            unpaired: unpaired(tables),
            ..Self::default()
        };
        let mut states = Vec::with_capacity(rows);
        let mut windows = Windows::with_room(rows);
        for (at, action) in tables.actions.iter().enumerate() {
            let plan = plan_date(tables, action);
            states.push(stated(action, plan, NaiveDate::MAX));
            windows.push(action, index.unpaired[at]);
            index.settled = index.settled.max(standing::settled(action, plan));
            if action.leads.iter().any(|lead| lead.party == Party::Unknown) {
                index.unknown_leads.push(count(at));
            }
            let parent = action.parent.and_then(|id| tables.actions.number(id));
            if let Some(parent) = parent {
                index.divided[parent as usize] = true;
            }
            index.parent.push(parent.unwrap_or(NONE));
            let of = |number: Option<u32>| number.unwrap_or(NONE);
            index
                .workstream
                .push(of(action.workstream.and_then(|id| tables.workstreams.number(id))));
            index.phase.push(of(action.phase.and_then(|id| tables.phases.number(id))));
            index.plan.push(of(action.plan.and_then(|id| tables.plans.number(id))));
            let answers = action.answers.iter();
            index.recommendations.push(answers.filter_map(|id| tables.recommendations.number(*id)));
            index.leads.push(action.leads.iter().filter_map(|lead| match lead.party {
                Party::Post(id) => tables.posts.number(id),
                Party::Body(id) => tables.bodies.number(id).map(|body| posts + body),
                Party::Unknown => None,
            }));
        }
        index.equal = index.equal_shares();
        index.columns = index.columns_of(&states, windows);
        index
    }

    /// Columns as at a day.
    pub(super) fn columns_on(&self, tables: &Tables, on: NaiveDate) -> Cow<'_, Columns> {
        match self.settled {
            Some(settled) if on < settled => Cow::Owned(self.columns_at(tables, on)),
            _ => Cow::Borrowed(&self.columns),
        }
    }

    fn columns_at(&self, tables: &Tables, on: NaiveDate) -> Columns {
        let mut states = Vec::with_capacity(tables.actions.len());
        let mut windows = Windows::with_room(tables.actions.len());
        for (at, action) in tables.actions.iter().enumerate() {
            states.push(stated(action, plan_date(tables, action), on));
            windows.push(action, self.unpaired[at]);
        }
        self.columns_of(&states, windows)
    }

    fn columns_of(&self, states: &[State], windows: Windows) -> Columns {
        let Windows { class, mut earliest, mut latest } = windows;
        let mut marks = Vec::with_capacity(states.len());
        for at in 0..states.len() {
            let state = self.in_its_place(at, states);
            marks.push(Mark::new(state, class[at]).0);
            if !state.is_open() {
                (earliest[at], latest[at]) = (i32::MAX, i32::MAX);
            }
        }
        Columns { marks, earliest, latest }
    }

    /// The state of an action once its place in the tree is seen: one with sub-actions is counted
    /// through them, and an open one goes out with what it is a part of. Finished parts stay:
    /// dropping them would rewrite the past.
    fn in_its_place(&self, at: usize, states: &[State]) -> State {
        let own = states[at];
        let mut above = self.parent[at];
        while above != NONE && !own.is_excluded() && !own.is_delivered() {
            if states[above as usize].is_excluded() {
                return if self.divided[at] { State::Divided } else { State::AncestorExcluded };
            }
            above = self.parent[above as usize];
        }
        if self.divided[at] { State::Divided } else { own }
    }

    pub(crate) fn due_state(&self, number: u32, columns: &Columns, on: NaiveDate) -> DueState {
        let at = number as usize;
        let mark = Mark(columns.marks[at]);
        if !mark.state().is_open() {
            return DueState::NothingDue;
        }
        let on = day_number(on);
        match mark.class() {
            DueClass::Unpaired => DueState::Unpaired,
            DueClass::Undated => DueState::Undated,
            DueClass::Dated if columns.latest[at] < on => DueState::Overdue,
            DueClass::Dated if columns.earliest[at] <= on => DueState::InWindow,
            DueClass::Dated => DueState::NotDue,
        }
    }

    /// The share of each leaf when actions weigh the same and parts share their action's weight.
    fn equal_shares(&self) -> Option<Shares> {
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

    /// The numbers of a divided action's parts.
    pub(crate) fn parts(&self, number: u32) -> impl Iterator<Item = u32> {
        (0_u32..).zip(&self.parent).filter(move |(_, parent)| **parent == number).map(|(at, _)| at)
    }

    pub(super) fn bytes(&self) -> usize {
        let columns = &self.columns;
        columns.marks.len()
            + 4 * (columns.earliest.len() + columns.latest.len())
            + self.unpaired.len()
            + self.divided.len()
            + 4 * (self.parent.len() + self.workstream.len() + self.phase.len() + self.plan.len())
            + self.recommendations.bytes()
            + self.leads.bytes()
            + 4 * self.unknown_leads.len()
            + self.equal.as_ref().map_or(0, |shares| 16 * shares.share.len())
    }
}

pub(crate) fn gcd(a: u128, b: u128) -> u128 {
    if b == 0 { a } else { gcd(b, a % b) }
}

fn plan_date<'t>(tables: &'t Tables, action: &Action) -> Option<&'t crate::values::When> {
    tables.plans.get(action.plan?)?.as_at.as_ref()
}

/// The state that an action has by itself.
fn stated(action: &Action, plan: Option<&crate::values::When>, on: NaiveDate) -> State {
    let standing = Standing::of(action, plan, on);
    let continuing = matches!(action.timescale.value(), Some(Meaning::Continuing { .. }));
    State::of(standing.status, continuing)
}

/// When actions fall due, before it is seen which of them are open.
struct Windows {
    class: Vec<DueClass>,
    earliest: Vec<i32>,
    latest: Vec<i32>,
}

impl Windows {
    fn with_room(rows: usize) -> Self {
        let (earliest, latest) = (Vec::with_capacity(rows), Vec::with_capacity(rows));
        Self { class: Vec::with_capacity(rows), earliest, latest }
    }

    fn push(&mut self, action: &Action, unpaired: bool) {
        let (earliest, latest, class) = match action.timescale.value() {
            Some(Meaning::Due(due)) => {
                let grace = if due.sense() == Sense::Around { AROUND } else { 0 };
                let latest = due.latest().map_or(i32::MAX, |day| day_number(day) + grace);
                (day_number(due.earliest()), latest, DueClass::Dated)
            }
            _ if unpaired => (i32::MAX, i32::MAX, DueClass::Unpaired),
            _ => (i32::MAX, i32::MAX, DueClass::Undated),
        };
        self.class.push(class);
        self.earliest.push(earliest);
        self.latest.push(latest);
    }
}

/// Actions whose printed row has timescales that cannot be told apart.
fn unpaired(tables: &Tables) -> Vec<bool> {
    let mut unpaired = vec![false; tables.actions.len()];
    let rows = tables.plans.iter().flat_map(|plan| &plan.rows);
    for row in rows.filter(|row| !row.timescales.is_empty() && !row.timescales_pair()) {
        for id in &row.actions {
            let own = tables.actions.get(*id).is_some_and(|action| {
                action.timescale.unread() != Some(crate::values::Unread::Blank)
            });
            if let Some(number) = tables.actions.number(*id)
                && !own
            {
                unpaired[number as usize] = true;
            }
        }
    }
    unpaired
}
