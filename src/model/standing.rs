//! How a piece of work stands on a day.

use chrono::NaiveDate;

use super::{Action, StatusNote};
use crate::values::{
    ActionStatus, Health, Meaning, PartialDate, Percent, Printed, Reported, Timescale, Unread, When,
};

/// What was last said of a piece of work by the end of a day.
///
/// No status means that nothing readable was said: unknown, and neither begun nor not begun.
///
/// ```
/// use programme::{model::{About, Draft, StatusNote}, values::{ActionStatus, When}, Action};
///
/// let mut draft = Draft::new(About::named("example"));
/// let mut action = Action::new(draft.key("A1".parse()?), "Publish the plan");
/// let mut note = StatusNote::new(ActionStatus::Complete);
/// note.on = Some(When::read("15th May 2019"));
/// action.status.push(note);
/// let id = action.key.id;
/// draft.put(action);
/// let programme = draft.finish()?;
/// let action = programme.get(id).ok_or("no such action")?;
/// let status = |day| programme.standing(action, day).status;
/// assert_eq!(status("2019-05-14".parse()?), None, "not said to be so on that day");
/// assert_eq!(status("2019-05-15".parse()?), Some(ActionStatus::Complete));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing<'n> {
    /// The state that was stated.
    pub status: Option<ActionStatus>,
    /// The percentage that was last stated, in this note or another.
    pub percent: Option<Percent>,
    /// How it was last said to go, in this note or another.
    pub health: Option<Health>,
    /// The note that says it; none where the timescale cell does, or nothing.
    pub note: Option<&'n StatusNote>,
}

/// How an open action stands to its timescale.
///
/// ```
/// use programme::{model::{About, Draft, DueState}, values::Timescale, Action};
///
/// let mut draft = Draft::new(About::named("example"));
/// let mut action = Action::new(draft.key("A1".parse()?), "Publish the plan");
/// action.timescale = Timescale::read("April 2019");
/// draft.put(action);
/// let programme = draft.finish()?;
/// let state = |day| programme.actions().iter().map(|a| programme.due_state(a, day)).next();
/// assert_eq!(state("2019-03-31".parse()?), Some(DueState::NotDue));
/// assert_eq!(state("2019-04-30".parse()?), Some(DueState::InWindow));
/// assert_eq!(state("2019-05-01".parse()?), Some(DueState::Overdue));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
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
        Self::of_work(&action.status, Some(&action.timescale), plan, on)
    }

    /// What was last said of a row that has no timescale, or whose timescale says nothing of it.
    pub(crate) fn of_notes(notes: &'n [StatusNote], on: NaiveDate) -> Self {
        Self::of_work(notes, None, None, on)
    }

    /// Notes go before the timescale cell, which says something of the state only by the way.
    pub(crate) fn of_work(
        notes: &'n [StatusNote],
        cell: Option<&Timescale>,
        plan: Option<&When>,
        on: NaiveDate,
    ) -> Self {
        let newest = |counts: fn(&StatusNote) -> bool| newest(notes, plan, on, counts);
        let note = newest(says_how_far);
        let percents = newest(|note| note.percent.is_some());
        let percent = percents.and_then(|note| note.percent.as_ref()?.value().copied());
        let health = newest(|note| health(note).is_some()).and_then(health);
        if let Some(note) = note {
            let status = note.state.as_ref().and_then(|state| state.value()?.status);
            // Said of a day that nobody can read: whether it is so by now is not known.
            let status = status.filter(|_| since(note, plan).is_some() || !has_a_day(note));
            return Self { status, percent, health, note: Some(note) };
        }
        let celled = cell
            .and_then(Timescale::value)
            .filter(|cell| cell_since(cell, plan).is_none_or(|since| since <= on));
        Self { status: celled.and_then(Meaning::status), percent, health, note: percents }
    }
}

/// How a note says that it goes.
pub(crate) fn health(note: &StatusNote) -> Option<Health> {
    note.state.as_ref()?.value()?.health
}

/// The newest note of a kind that counts on a day; of equals the later in the list.
pub(crate) fn newest<'n>(
    notes: &'n [StatusNote],
    plan: Option<&When>,
    on: NaiveDate,
    counts: impl Fn(&StatusNote) -> bool,
) -> Option<&'n StatusNote> {
    notes
        .iter()
        .filter(|note| counts(note) && since(note, plan).is_none_or(|day| day <= on))
        .max_by_key(|note| said(note, plan))
}

/// The day from which a note counts: that on which the state came about, or else that for which it
/// was said; none if it always does.
pub(crate) fn since(note: &StatusNote, plan: Option<&When>) -> Option<NaiveDate> {
    day(note.on.as_ref()).or_else(|| day(note.as_at.as_ref())).or_else(|| day(plan))
}

/// Whether a note names a day, be it one that cannot be read.
fn has_a_day(note: &StatusNote) -> bool {
    let named = |when: &When| when.unread() != Some(Unread::Blank);
    note.on.iter().chain(&note.as_at).any(named)
}

/// What makes one note newer than another: the day for which it was said, then the day on which the
/// state came about.
pub(crate) fn said(
    note: &StatusNote,
    plan: Option<&When>,
) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let came_about = day(note.on.as_ref());
    (day(note.as_at.as_ref()).or_else(|| day(plan)).or(came_about), came_about)
}

/// The day from which the status in a timescale cell counts; none if it always does.
fn cell_since(cell: &Meaning, plan: Option<&When>) -> Option<NaiveDate> {
    let on = match cell {
        Meaning::Status { on, .. } => on.map(PartialDate::latest),
        _ => None,
    };
    on.or_else(|| day(plan))
}

/// Whether a note says how far the work is, be it in words that nobody can read. One that says how
/// it goes, or how many per cent, and no more, takes nothing back.
pub(crate) fn says_how_far(note: &StatusNote) -> bool {
    let only_else = |state: &Printed<Reported>| state.value().is_some_and(|r| r.status.is_none());
    note.state.as_ref().is_some_and(|state| !only_else(state))
}

/// The last day by which something of an action changes, if it has dated statements.
pub(super) fn settled(action: &Action, plan: Option<&When>) -> Option<NaiveDate> {
    let noted = action.status.iter().filter_map(|note| since(note, plan)).max();
    let cell = action.timescale.value().filter(|cell| cell.status().is_some());
    noted.max(cell.and_then(|cell| cell_since(cell, plan)))
}

fn day(when: Option<&When>) -> Option<NaiveDate> {
    when.and_then(|when| when.value()).map(|date| date.latest())
}
