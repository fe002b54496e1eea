//! Events that are still to be held.

use chrono::NaiveDate;

use crate::model::{Event, Programme, Subject};

/// The events that are not said by the end of a day to have been held or cancelled.
pub(super) fn to_come(programme: &Programme, on: NaiveDate) -> impl Iterator<Item = &Event> {
    programme.other_work().filter_map(move |work| {
        let Subject::Event(id) = work.subject else { return None };
        let status = work.standing(on).status;
        let over = status.is_some_and(|status| status.is_delivered() || status.is_excluded());
        programme.get(id).filter(|_| !over)
    })
}
