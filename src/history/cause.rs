//! Why an action moves the figures of progress from one period to the next.

use std::{collections::BTreeMap, fmt};

use chrono::NaiveDate;

use super::Redate;
use crate::{
    model::{Action, Programme, State, Subject},
    rollup::{Piece, Policy, pieces},
    values::Percent,
};

/// Why an action moves the figures of progress, or could: each action has one cause, the first of
/// these that is so. Causes are applied in this order too.
///
/// See [`bridge`](super::bridge) for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cause {
    /// It was not there.
    Added,
    /// It is gone, or out of the plan: cancelled, superseded, merged and so on, by itself or with
    /// its whole.
    TakenOut,
    /// It was out of the plan, and is in it again.
    Reinstated,
    /// It is counted through parts that it had not, or by itself again.
    Divided,
    /// It is done, and was not.
    Completed,
    /// It was done, and is not.
    Reopened,
    /// It has another due date, to which somebody is said to have agreed. Losing the date is
    /// another date too.
    RedatedWithApproval,
    /// It has another due date, to which nobody is said to have agreed.
    RedatedWithoutApproval,
    /// Its date passed between the two days.
    FellDue,
    /// Something else is said of how far it is.
    StatusChanged,
    /// It weighs otherwise: by its own weight, because others share the weight of its whole, or
    /// because it is in another group of a policy that takes the mean of groups.
    Reweighted,
    /// No action: milestones, which are the base where there are no actions.
    Milestones,
}

impl Cause {
    /// All causes, in the order in which they are applied.
    pub const ALL: [Self; 12] = [
        Self::Added,
        Self::TakenOut,
        Self::Reinstated,
        Self::Divided,
        Self::Completed,
        Self::Reopened,
        Self::RedatedWithApproval,
        Self::RedatedWithoutApproval,
        Self::FellDue,
        Self::StatusChanged,
        Self::Reweighted,
        Self::Milestones,
    ];
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Added => "added to the plan",
            Self::TakenOut => "taken out",
            Self::Reinstated => "reinstated",
            Self::Divided => "split or joined",
            Self::Completed => "completed",
            Self::Reopened => "reopened",
            Self::RedatedWithApproval => "re-dated with approval",
            Self::RedatedWithoutApproval => "re-dated without approval",
            Self::FellDue => "fell due",
            Self::StatusChanged => "of another status",
            Self::Reweighted => "re-weighted",
            Self::Milestones => "by milestones",
        })
    }
}

/// One side of a bridge: a state as at a day, and what each row of it adds to the sums.
pub(super) struct Side<'p> {
    pub(super) programme: &'p Programme,
    pub(super) pieces: BTreeMap<Subject, Piece>,
    pub(super) states: BTreeMap<Subject, State>,
    on: NaiveDate,
}

impl<'p> Side<'p> {
    pub(super) fn of(programme: &'p Programme, policy: &Policy, on: NaiveDate) -> Self {
        let actions = programme.actions().iter().map(|action| Subject::from(action.key.id));
        let states = actions.zip(programme.states(on)).collect();
        Self { programme, pieces: pieces(programme, policy, on), states, on }
    }

    fn percent(&self, action: &Action) -> Option<Percent> {
        self.programme.standing(action, self.on).percent
    }
}

/// Why an action of either side moves the figures; none where it does not.
pub(super) fn cause(before: &Side<'_>, after: &Side<'_>, row: Subject) -> Option<Cause> {
    let (was, is) = match (before.states.get(&row), after.states.get(&row)) {
        (None, None) => return None,
        (None, Some(_)) => return Some(Cause::Added),
        (Some(_), None) => return Some(Cause::TakenOut),
        (Some(was), Some(is)) => (*was, *is),
    };
    match (was.is_excluded(), is.is_excluded()) {
        (false, true) => return Some(Cause::TakenOut),
        (true, false) => return Some(Cause::Reinstated),
        // Out of the plan on both sides; it may yet be in another group, which then has an action
        // more.
        (true, true) => return reweighted(before, after, row),
        (false, false) => {}
    }
    if (was == State::Divided) != (is == State::Divided) {
        return Some(Cause::Divided);
    }
    match (was.is_delivered(), is.is_delivered()) {
        (false, true) => return Some(Cause::Completed),
        (true, false) => return Some(Cause::Reopened),
        _ => {}
    }
    let Subject::Action(id) = row else { return None };
    let (old, new) = (before.programme.get(id)?, after.programme.get(id)?);
    // What is done, or counted through parts, is not due itself.
    if !is.is_delivered() && is != State::Divided {
        let cells = (before.programme.timescale_of(old), after.programme.timescale_of(new));
        let told = (before.programme.redated_of(old), after.programme.redated_of(new));
        let dated = super::shift::is_dated(cells.0) || super::shift::is_dated(cells.1);
        match Redate::of(cells.0, cells.1, told.0, told.1).filter(|_| dated) {
            Some(moved) if moved.agreed => return Some(Cause::RedatedWithApproval),
            Some(_) => return Some(Cause::RedatedWithoutApproval),
            None => {}
        }
    }
    let (piece, other) = (before.pieces.get(&row)?, after.pieces.get(&row)?);
    let overdue = piece.progress.overdue() != other.progress.overdue();
    if overdue && was.is_open() && is.is_open() {
        return Some(Cause::FellDue);
    }
    if was != is || before.percent(old) != after.percent(new) {
        return Some(Cause::StatusChanged);
    }
    reweighted(before, after, row)
}

fn reweighted(before: &Side<'_>, after: &Side<'_>, row: Subject) -> Option<Cause> {
    let (piece, other) = (before.pieces.get(&row)?, after.pieces.get(&row)?);
    (!piece.weighs_as(other)).then_some(Cause::Reweighted)
}
