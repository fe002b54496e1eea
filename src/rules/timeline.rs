//! A history as rules see it: what stood at each day that was reported on.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::{
    history::{History, Known, Revision},
    model::{Programme, Redating, State, Subject},
    values::{Meaning, Timescale},
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

/// An action or milestone as it stands in a state.
pub(super) struct Work<'p> {
    pub(super) title: &'p str,
    pub(super) timescale: &'p Timescale,
    pub(super) redated: &'p [Redating],
    pub(super) state: State,
}

impl<'h> Timeline<'h> {
    pub(super) fn of(history: &'h History, on: NaiveDate) -> Self {
        let mut by_day: BTreeMap<NaiveDate, Vec<&Revision>> = BTreeMap::new();
        for revision in history.revisions() {
            if revision.effective <= on && revision.recorded <= on {
                by_day.entry(revision.effective).or_default().push(revision);
            }
        }
        let state = |(day, revisions)| {
            let programme = history.as_at(day, Known::By(on)).ok()?;
            Some(Reported { day, programme, revisions })
        };
        Self { history, states: by_day.into_iter().filter_map(state).collect() }
    }

    /// Each state with the one before.
    pub(super) fn steps(&self) -> impl Iterator<Item = (&Reported<'h>, &Reported<'h>)> {
        self.states.iter().zip(self.states.iter().skip(1))
    }

    pub(super) fn last(&self) -> Option<&Reported<'h>> {
        self.states.last()
    }
}

impl<'h> Timeline<'h> {
    /// The states in which something was reported, and not only corrected.
    pub(super) fn reports(&self) -> impl DoubleEndedIterator<Item = &Reported<'h>> {
        let reported = |state: &&Reported<'_>| {
            state.revisions.iter().any(|revision| revision.corrects.is_none())
        };
        self.states.iter().filter(reported)
    }

    /// Whether a decision approved what was done to a row on a day: that of the revision that did it,
    /// or of a later one that corrects that.
    pub(super) fn is_approved(&self, state: &Reported<'_>, row: Subject) -> bool {
        let touching: Vec<u32> = state.touching(row).map(Revision::number).collect();
        let approves = |revision: &Revision| {
            let of_it = touching.contains(&revision.number())
                || revision.corrects.is_some_and(|number| touching.contains(&number));
            of_it && !revision.approved_by.is_empty()
        };
        self.states.iter().flat_map(|state| &state.revisions).any(|revision| approves(revision))
    }
}

impl Reported<'_> {
    /// The revisions of this day that change a row.
    fn touching(&self, row: Subject) -> impl Iterator<Item = &Revision> {
        let touches = move |revision: &&&Revision| {
            revision.changes.iter().any(|change| change.subject() == Some(row))
        };
        self.revisions.iter().filter(touches).copied()
    }

    /// Whether a row was only corrected on this day.
    pub(super) fn is_correction(&self, row: Subject) -> bool {
        self.touching(row).all(|revision| revision.corrects.is_some())
    }

    /// All work, by its row.
    pub(super) fn works(&self) -> BTreeMap<Subject, Work<'_>> {
        let programme = &self.programme;
        let mut works: BTreeMap<Subject, Work<'_>> = BTreeMap::new();
        for (action, state) in programme.actions().iter().zip(programme.states(self.day)) {
            let work = Work {
                title: &action.title,
                timescale: programme.timescale_of(action),
                redated: programme.redated_of(action),
                state,
            };
            works.insert(action.key.id.into(), work);
        }
        for milestone in programme.milestones() {
            let status = programme.milestone_standing(milestone, self.day).status;
            let work = Work {
                title: &milestone.title,
                timescale: &milestone.timescale,
                redated: &milestone.redated,
                state: State::of(status, false),
            };
            works.insert(milestone.key.id.into(), work);
        }
        works
    }
}

/// The last day on which something falls due.
pub(super) fn last_due_day(timescale: &Timescale) -> Option<NaiveDate> {
    match timescale.value() {
        Some(Meaning::Due(due)) => due.latest(),
        _ => None,
    }
}
