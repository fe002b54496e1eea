//! How a piece of work stands on a day.

use chrono::NaiveDate;

use super::{Action, StatusNote};
use crate::values::{ActionStatus, Meaning, PartialDate, Printed, Reported, When};

/// What was last said of a piece of work by the end of a day.
///
/// No status means that nothing readable was said: unknown, and neither begun nor not begun.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing<'n> {
    /// The state that was stated.
    pub status: Option<ActionStatus>,
    /// The note that says it; none where the timescale cell does, or nothing.
    pub note: Option<&'n StatusNote>,
}

/// How an open action stands to its timescale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DueState {
    /// The first day on which it may fall due is still to come.
    NotDue,
    /// It may fall due on this day: its window is open.
    InWindow,
    /// The last day on which it may fall due is past.
    Overdue,
    /// It has no date that can be read.
    Undated,
    /// Its row of the plan has timescales, and which is its own cannot be told.
    Unpaired,
    /// It is done, continuing, or out of the plan: nothing is due.
    NothingDue,
}

impl<'n> Standing<'n> {
    pub(super) fn of(action: &'n Action, plan: Option<&When>, on: NaiveDate) -> Self {
        let noted = Self::of_notes(&action.status, plan, on);
        if noted.note.is_some() {
            return noted;
        }
        let said = action.timescale.value().and_then(|cell| Some((cell.status()?, cell)));
        match said {
            Some((status, cell)) if cell_since(cell, plan).is_none_or(|since| since <= on) => {
                Self { status: Some(status), note: None }
            }
            _ => Self::default(),
        }
    }

    pub(super) fn of_notes(notes: &'n [StatusNote], plan: Option<&When>, on: NaiveDate) -> Self {
        let newest = notes
            .iter()
            .map(|note| (since(note, plan), note))
            .filter(|(since, note)| says_how_far(note) && since.is_none_or(|since| since <= on))
            // Of equals the later in the list is the newer.
            .max_by_key(|(since, _)| *since);
        let Some((_, note)) = newest else { return Self::default() };
        let status = note.state.as_ref().and_then(|state| state.value()?.status);
        Self { status, note: Some(note) }
    }
}

/// The day from which a note counts; none if it always does.
fn since(note: &StatusNote, plan: Option<&When>) -> Option<NaiveDate> {
    earlier(day(note.as_at.as_ref()).or_else(|| day(plan)), day(note.on.as_ref()))
}

/// The day from which the status in a timescale cell counts; none if it always does.
fn cell_since(cell: &Meaning, plan: Option<&When>) -> Option<NaiveDate> {
    let on = match cell {
        Meaning::Status { on, .. } => on.map(PartialDate::latest),
        _ => None,
    };
    earlier(day(plan), on)
}

fn earlier(said: Option<NaiveDate>, came_about: Option<NaiveDate>) -> Option<NaiveDate> {
    match (said, came_about) {
        (Some(said), Some(on)) => Some(said.min(on)),
        (said, on) => said.or(on),
    }
}

/// Whether a note says how far the work is, be it in words that nobody can read. One that says how
/// it goes, and no more, takes nothing back.
fn says_how_far(note: &StatusNote) -> bool {
    let only_else = |state: &Printed<Reported>| state.value().is_some_and(|r| r.status.is_none());
    note.percent.is_some() || note.state.as_ref().is_some_and(|state| !only_else(state))
}

/// The last day by which something of an action changes, if it has dated statements.
pub(super) fn settled(action: &Action, plan: Option<&When>) -> Option<NaiveDate> {
    let noted = action.status.iter().filter_map(|note| since(note, plan)).max();
    let cell = action.timescale.value().filter(|cell| cell.status().is_some());
    noted.or_else(|| cell.and_then(|cell| cell_since(cell, plan)))
}

fn day(when: Option<&When>) -> Option<NaiveDate> {
    when.and_then(|when| when.value()).map(|date| date.latest())
}
