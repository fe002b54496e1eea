//! A history as rules see it: what stood at each day that was reported on.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::{
    history::{History, Known, Revision},
    model::{Action, Programme, Redating, State},
    values::{Certainty, Meaning, Timescale},
};

/// The states of a programme at the days from which revisions hold, up to a day, with what is known
/// on that day.
pub(super) struct Timeline<'h> {
    pub(super) history: &'h History,
    pub(super) states: Vec<Reported<'h>>,
}

/// The state from a day on.
pub(super) struct Reported<'h> {
    pub(super) day: NaiveDate,
    pub(super) programme: Programme,
    /// The revisions that hold from this day.
    pub(super) revisions: Vec<&'h Revision>,
}

impl<'h> Timeline<'h> {
    pub(super) fn of(history: &'h History, on: NaiveDate) -> Self {
        let held = |r: &&Revision| r.effective <= on && r.recorded <= on;
        let days: BTreeSet<NaiveDate> =
            history.revisions().filter(held).map(|revision| revision.effective).collect();
        let state = |day: NaiveDate| {
            let of_the_day = |r: &&Revision| held(r) && r.effective == day;
            Some(Reported {
                day,
                programme: history.as_at(day, Known::By(on)).ok()?,
                revisions: history.revisions().filter(of_the_day).collect(),
            })
        };
        Self { history, states: days.into_iter().filter_map(state).collect() }
    }

    /// Each state with the one before.
    pub(super) fn steps(&self) -> impl Iterator<Item = (&Reported<'h>, &Reported<'h>)> {
        self.states.iter().zip(self.states.iter().skip(1))
    }

    pub(super) fn last(&self) -> Option<&Reported<'h>> {
        self.states.last()
    }
}

impl Reported<'_> {
    /// Whether a decision approved what was changed on this day.
    pub(super) fn is_approved(&self) -> bool {
        self.revisions.iter().any(|revision| !revision.approved_by.is_empty())
    }

    /// Whether all that was changed on this day corrects what was recorded before.
    pub(super) fn is_correction(&self) -> bool {
        self.revisions.iter().all(|revision| revision.corrects.is_some())
    }

    /// How an action counts on this day.
    pub(super) fn state(&self, action: &Action) -> Option<State> {
        let number = self.programme.actions().number(action.key.id)?;
        Some(self.programme.columns(self.day).state(number))
    }
}

/// Whether a timescale is later than another; none where either gives no date that ends.
pub(super) fn is_later(before: &Timescale, after: &Timescale) -> Option<Certainty> {
    let ((_, old), (first, last)) = (due(before)?, due(after)?);
    Some(Certainty::from_readings(first > old, last > old))
}

/// The days between which something falls due.
pub(super) fn due(timescale: &Timescale) -> Option<(NaiveDate, NaiveDate)> {
    match timescale.value() {
        Some(Meaning::Due(due)) => Some((due.earliest(), due.latest()?)),
        _ => None,
    }
}

/// Whether somebody agreed to a date that was given up since another state of the same work.
pub(super) fn newly_agreed(before: &[Redating], after: &[Redating]) -> bool {
    after.iter().filter(|moved| !before.contains(moved)).any(Redating::is_agreed)
}
