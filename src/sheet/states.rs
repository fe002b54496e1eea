//! Which of the states that were said of an action stand in a line.

use chrono::NaiveDate;

use crate::{
    model::{StatusNote, newest, said, says_how_far, since},
    values::{Reported, When},
};

/// What stands in the columns of status and of colour: what was last said of how far the action is,
/// and of how it goes. Two states that are said for one day are the two cells of a line. Where plans
/// have a column for `colours_alone`, what cannot be read stood in that.
pub(super) fn states<'n>(
    notes: &'n [StatusNote],
    plan: Option<&When>,
    on: NaiveDate,
    colours_alone: bool,
) -> [Option<&'n StatusNote>; 2] {
    let last = newest(notes, plan, on, |note| note.state.is_some());
    let day = last.map(|note| said(note, plan));
    let together: Vec<&StatusNote> = notes
        .iter()
        .filter(|note| note.state.is_some() && Some(said(note, plan)) == day)
        .filter(|note| since(note, plan).is_none_or(|day| day <= on))
        .collect();
    if let [first, .., last] = together.as_slice() {
        let status = together.iter().rfind(|note| tells_status(note)).unwrap_or(last);
        let colour = if std::ptr::eq(*status, *first) { last } else { first };
        return [Some(status), Some(colour)];
    }
    let read = |note: &StatusNote| value(note).is_some();
    if colours_alone && last.is_some_and(|note| !read(note)) {
        let status = newest(notes, plan, on, |note| read(note) && says_how_far(note));
        return [status, last];
    }
    let goes = |note: &StatusNote| note.state.is_some() && !says_how_far(note);
    [newest(notes, plan, on, says_how_far), newest(notes, plan, on, goes)]
}

/// Whether a note holds a status that can be read.
pub(super) fn tells_status(note: &StatusNote) -> bool {
    value(note).is_some_and(|said| said.status.is_some())
}

fn value(note: &StatusNote) -> Option<&Reported> {
    note.state.as_ref()?.value()
}
