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

use super::{
    Action, DueState, Lead, Party, Standing, State, StatusNote,
    columns::{Columns, Lists, Mark, Runs, Windows},
    draft::Tables,
    inherited::{plan_of, redated_of, timescale_of},
    parts::{Parts, count},
    shares::Shares,
    standing,
};
use crate::values::{ActionStatus, Meaning, Reported};

/// No row: the action has no workstream, phase or parent.
pub(crate) const NONE: u32 = u32::MAX;

#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    /// As at every day from `settled` on.
    columns: Columns,
    settled: Option<NaiveDate>,
    unpaired: Vec<bool>,
    pub(crate) parts: Parts,
    // A part without a link of a kind has that of the nearest action above that has one.
    pub(crate) workstream: Runs,
    pub(crate) phase: Runs,
    pub(crate) plan: Runs,
    pub(crate) recommendations: Lists,
    /// Posts by their number, bodies by theirs after the last post.
    pub(crate) leads: Lists,
    /// Actions with a lead that names nobody.
    pub(crate) unknown_leads: Vec<u32>,
    /// Actions that were given another date, or are said to be on hold by a decision: few, and to be
    /// looked at one by one.
    pub(crate) moved: Vec<u32>,
    /// Equal shares by `columns`; none where no action is divided, so that each weighs one, and
    /// where they grow beyond 128 bits.
    pub(crate) equal: Option<Shares>,
}

pub(crate) fn day_number(day: NaiveDate) -> i32 {
    day.num_days_from_ce()
}

impl Index {
    pub(super) fn of(tables: &Tables) -> Self {
        let rows = tables.actions.len();
        let posts = count(tables.posts.len());
        let mut index = Self {
            recommendations: Lists::with_room(rows),
            leads: Lists::with_room(rows),
            unpaired: unpaired(tables),
            ..Self::default()
        };
        let (mut states, mut parent) = (Vec::with_capacity(rows), Vec::with_capacity(rows));
        let mut windows = Windows::with_room(rows);
        for (at, action) in tables.actions.iter().enumerate() {
            let plan = plan_date(tables, action);
            states.push(stated(action, plan, NaiveDate::MAX));
            windows.push(timescale_of(&tables.actions, action), index.unpaired[at]);
            index.settled = index.settled.max(standing::settled(action, plan));
            let unknown = |lead: &Lead| lead.party == Party::Unknown && lead.is_somebody();
            if action.leads.iter().any(unknown) {
                index.unknown_leads.push(count(at));
            }
            if is_moved(tables, action) {
                index.moved.push(count(at));
            }
            let whole = action.parent.and_then(|id| tables.actions.number(id));
            parent.push(whole.unwrap_or(NONE));
            index.workstream.push(action.workstream.and_then(|id| tables.workstreams.number(id)));
            index.phase.push(action.phase.and_then(|id| tables.phases.number(id)));
            index.plan.push(action.plan.and_then(|id| tables.plans.number(id)));
            let answers = action.answers.iter();
            index.recommendations.push(answers.filter_map(|id| tables.recommendations.number(*id)));
            index.leads.push(action.leads.iter().filter_map(|lead| match lead.party {
                Party::Post(id) => tables.posts.number(id),
                Party::Body(id) => tables.bodies.number(id).map(|body| posts + body),
                Party::Unknown => None,
            }));
        }
        index.parts = Parts::of(parent);
        index.inherit();
        index.columns = index.columns_of(states, windows);
        if !index.parts.is_empty() {
            index.equal = index.shares(&index.columns, State::is_counted, |_| Some(1));
        }
        index
    }

    /// Puts parts where their wholes are, unless they say otherwise.
    fn inherit(&mut self) {
        let Self { parts, unknown_leads, .. } = self;
        if parts.is_empty() {
            return;
        }
        for column in [&mut self.workstream, &mut self.phase, &mut self.plan] {
            column.inherit(parts);
        }
        self.recommendations.inherit(parts, |lists, at| !lists.of(at).is_empty());
        // A lead whom nobody knows is a lead all the same, and not that of the whole.
        self.leads.inherit(parts, |lists, at| {
            !lists.of(at).is_empty() || unknown_leads.binary_search(&count(at)).is_ok()
        });
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
            windows.push(timescale_of(&tables.actions, action), self.unpaired[at]);
        }
        self.columns_of(states, windows)
    }

    fn columns_of(&self, mut states: Vec<State>, windows: Windows) -> Columns {
        self.put_in_place(&mut states);
        let Windows { class, mut earliest, mut latest } = windows;
        let mut marks = Vec::with_capacity(states.len());
        for (at, state) in states.into_iter().enumerate() {
            marks.push(Mark::new(state, class[at]).number());
            if !state.is_open() {
                (earliest[at], latest[at]) = (i32::MAX, i32::MAX);
            }
        }
        Columns { marks, earliest, latest }
    }

    /// Turns the states that actions have by themselves into those that they have in their places.
    fn put_in_place(&self, states: &mut [State]) {
        if self.parts.is_empty() {
            return;
        }
        let mut on_parts: Vec<Option<State>> = vec![None; states.len()];
        for at in self.parts.top_down() {
            let above = self.parts.whole(at).and_then(|whole| on_parts[whole]);
            let divided = !self.parts.of_whole(at).is_empty();
            on_parts[at] = states[at].on_parts(above);
            states[at] = states[at].in_place(above, divided);
        }
    }

    pub(crate) fn due_state(&self, number: u32, columns: &Columns, on: NaiveDate) -> DueState {
        let at = number as usize;
        let mark = Mark::of_number(columns.marks[at]);
        DueState::within(mark, (columns.earliest[at], columns.latest[at]), day_number(on))
    }

    pub(super) fn bytes(&self) -> usize {
        let columns = &self.columns;
        columns.marks.len()
            + 4 * (columns.earliest.len() + columns.latest.len())
            + self.unpaired.len()
            + self.parts.bytes()
            + self.workstream.bytes()
            + self.phase.bytes()
            + self.plan.bytes()
            + self.recommendations.bytes()
            + self.leads.bytes()
            + 4 * (self.unknown_leads.len() + self.moved.len())
            + self.equal.as_ref().map_or(0, Shares::bytes)
    }
}

fn plan_date<'t>(tables: &'t Tables, action: &Action) -> Option<&'t crate::values::When> {
    tables.plans.get(plan_of(&tables.actions, action)?)?.as_at.as_ref()
}

/// Whether an action was given another date, or may have been put on hold by a decision.
fn is_moved(tables: &Tables, action: &Action) -> bool {
    let on_hold = |state: &Reported| state.status == Some(ActionStatus::OnHold);
    let held = |note: &StatusNote| {
        let state = note.state.as_ref().and_then(|state| state.value());
        note.decision.is_some() && state.is_some_and(on_hold)
    };
    !redated_of(&tables.actions, action).is_empty() || action.status.iter().any(held)
}

/// The state that an action has by itself.
fn stated(action: &Action, plan: Option<&crate::values::When>, on: NaiveDate) -> State {
    let standing = Standing::of(action, plan, on);
    let continuing = matches!(action.timescale.value(), Some(Meaning::Continuing { .. }));
    State::of(standing.status, continuing)
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
