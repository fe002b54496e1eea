//! Why a verb cannot be said.

use chrono::NaiveDate;
use thiserror::Error;

use crate::{
    model::Subject,
    values::{ActionStatus, Money, Reference},
};

/// Why a verb of an [`Edit`](super::Edit) cannot be said. The edit is as it was before.
///
/// ```
/// use programme::{change::{Edit, EditError}, model::{About, Draft}, Action};
///
/// let mut draft = Draft::new(About::named("example"));
/// let action = Action::new(draft.key("A1".parse()?), "Publish the plan");
/// let id = action.key.id;
/// draft.put(action);
/// let mut edit = Edit::of(&draft.finish()?, "2019-09-04".parse()?);
/// let error = edit.resume(id).unwrap_err();
/// assert!(matches!(error, EditError::NotOnHold { .. }));
/// assert_eq!(
///     error.to_string(),
///     "the action `A1` is not on hold, so it cannot be resumed; report its progress instead"
/// );
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum EditError {
    /// The row is not there.
    #[error("the {} with the id {} is not there; add it, or name another", .row.kind().word(), .row.uuid())]
    Gone {
        /// The row.
        row: Subject,
    },
    /// The id of a new row is taken.
    #[error("the id of the {} `{reference}` is taken; give the new row an id of its own, or replace the row that has it", .row.kind().word())]
    Exists {
        /// The new row.
        row: Subject,
        /// Its reference.
        reference: Reference,
    },
    /// The day for which it is said cannot be written.
    #[error(
        "{on} is beyond the years 1900 to 2199, in which days can be written; edit for a day within them"
    )]
    Unwritable {
        /// The day of the edit.
        on: NaiveDate,
    },
    /// Something newer was said, so that this would change nothing.
    #[error("what is said of the {} `{reference}` for {on} would not be the newest: there is a statement of {newest}; say it for {newest} or later, or, in a history, make the edit on the state of {on} and record it as a correction", .row.kind().word())]
    NotNewest {
        /// The row.
        row: Subject,
        /// Its reference.
        reference: Reference,
        /// The day of the edit.
        on: NaiveDate,
        /// The day of what was said last.
        newest: NaiveDate,
    },
    /// It is out of the plan, by itself or with what it is a part of.
    #[error("the {} `{reference}` is out of the plan, as `{with}` is {status}; add a row of its own for what is taken up again, or correct the note that says so", .row.kind().word())]
    OutOfPlan {
        /// The row.
        row: Subject,
        /// Its reference.
        reference: Reference,
        /// The reference of the row with which it went: its own, or that of a row above.
        with: Reference,
        /// How that left the plan.
        status: ActionStatus,
    },
    /// It is done.
    #[error("the {} `{reference}` is {status}; reopen it first and say why", .row.kind().word())]
    Done {
        /// The row.
        row: Subject,
        /// Its reference.
        reference: Reference,
        /// How it stands.
        status: ActionStatus,
    },
    /// It is not done.
    #[error("the {} `{reference}` is not complete, so it can be neither accepted nor reopened; complete it first, or report its progress", .row.kind().word())]
    NotDone {
        /// The row.
        row: Subject,
        /// Its reference.
        reference: Reference,
    },
    /// It is not on hold.
    #[error("the {} `{reference}` is not on hold, so it cannot be resumed; report its progress instead", .row.kind().word())]
    NotOnHold {
        /// The row.
        row: Subject,
        /// Its reference.
        reference: Reference,
    },
    /// The state is none that is reported as progress.
    #[error("that the {} `{reference}` is {status} is not reported as progress; {}", .row.kind().word(), verb(*.status))]
    NotProgress {
        /// The row.
        row: Subject,
        /// Its reference.
        reference: Reference,
        /// The state.
        status: ActionStatus,
    },
    /// Nothing shows that it is done.
    #[error("nothing shows that the {} `{reference}` is done; name the paper, page or minute that does", .row.kind().word())]
    NoEvidence {
        /// The row.
        row: Subject,
        /// Its reference.
        reference: Reference,
    },
    /// It is not said why.
    #[error("it is not said why the {} `{reference}` changes; give the reason", .row.kind().word())]
    NoReason {
        /// The row.
        row: Subject,
        /// Its reference.
        reference: Reference,
    },
    /// It is not said what it waits for.
    #[error("it is not said what the {} `{reference}` waits for; name it, or report its progress", .row.kind().word())]
    NothingAwaited {
        /// The row.
        row: Subject,
        /// Its reference.
        reference: Reference,
    },
    /// Nobody would lead it.
    #[error("nobody would lead the {} `{reference}`; name a post, a body or somebody in words", .row.kind().word())]
    Nobody {
        /// The row.
        row: Subject,
        /// Its reference.
        reference: Reference,
    },
    /// The date that it is given is that which it has.
    #[error("the {} `{reference}` is due `{words}` as it is; give another date", .row.kind().word())]
    SameDate {
        /// The row.
        row: Subject,
        /// Its reference.
        reference: Reference,
        /// The words of the date.
        words: String,
    },
    /// What it is given for a date is blank, or says a state.
    #[error("`{words}` is no date for the {} `{reference}`; say when it is due, and its state by the verb for it", .row.kind().word())]
    NoDate {
        /// The row.
        row: Subject,
        /// Its reference.
        reference: Reference,
        /// The words.
        words: String,
    },
    /// It would take its own place.
    #[error("the {} `{reference}` cannot take its own place; name another", .row.kind().word())]
    Itself {
        /// The row.
        row: Subject,
        /// Its reference.
        reference: Reference,
    },
    /// What would take its place is a part of it, or has it as a part: it would go with it, or be
    /// counted through it.
    #[error("the {} `{reference}` and `{successor}` are whole and part, so one cannot take the other's place; name one beside them", .row.kind().word())]
    WholeAndPart {
        /// The row.
        row: Subject,
        /// Its reference.
        reference: Reference,
        /// The reference of what would take its place.
        successor: Reference,
    },
    /// What would take its place is out of the plan.
    #[error("the {} `{reference}` cannot give way to `{successor}`, which is out of the plan; name one that is in it", .row.kind().word())]
    SuccessorOut {
        /// The row.
        row: Subject,
        /// Its reference.
        reference: Reference,
        /// The reference of what would take its place.
        successor: Reference,
    },
    /// What would take its place gives way to it later, so that none would be left.
    #[error("the {} `{reference}` cannot give way to `{successor}`, which gives way to it in turn; name one that stays", .row.kind().word())]
    Ring {
        /// The row.
        row: Subject,
        /// Its reference.
        reference: Reference,
        /// The reference of what would take its place.
        successor: Reference,
    },
    /// Nothing is to be merged.
    #[error("nothing is to be merged into the {} `{reference}`; name what is", .row.kind().word())]
    NothingMerged {
        /// The row that would stay.
        row: Subject,
        /// Its reference.
        reference: Reference,
    },
    /// It is to be split into nothing.
    #[error("the {} `{reference}` would be split into nothing; give its parts", .row.kind().word())]
    NoParts {
        /// The row.
        row: Subject,
        /// Its reference.
        reference: Reference,
    },
    /// The amount to be drawn is nothing or less.
    #[error("{amount} cannot be drawn from the {} `{reference}`; give an amount above nothing, and put money in by a contribution", .row.kind().word())]
    NothingDrawn {
        /// The reserve.
        row: Subject,
        /// Its reference.
        reference: Reference,
        /// The amount.
        amount: Money,
    },
}

/// How a state is said that is not reported as progress.
fn verb(status: ActionStatus) -> &'static str {
    match status {
        ActionStatus::Complete => "complete it, with evidence",
        ActionStatus::Accepted => "accept it, with evidence",
        ActionStatus::OnHold => "put it on hold, and say what it waits for",
        ActionStatus::Cancelled => "cancel it, with the reason",
        ActionStatus::Superseded => "supersede it, by another",
        ActionStatus::Merged => "merge it, into another",
        _ => "replace the row with one that has such a note",
    }
}
