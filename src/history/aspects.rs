//! What rows of several kinds have alike: a timescale, owners, a state.

use std::fmt;

use chrono::NaiveDate;

use crate::{
    model::{Lead, Programme, Record, Redating, Standing, Subject},
    values::Timescale,
};

/// A row, and what it is called in a report: printed label or reference.
///
/// ```
/// use programme::{history::Called, model::{About, Draft}, Action};
///
/// let mut draft = Draft::new(About::named("example"));
/// let mut key = draft.key("A2".parse()?);
/// key.label = Some("2(a)".into());
/// let id = key.id;
/// draft.put(Action::new(key, "Publish the plan"));
/// assert_eq!(Called::of(&draft.finish()?, id).to_string(), "2(a)");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Called {
    /// The row.
    pub row: Subject,
    /// What it is called.
    pub shown: String,
}

impl Called {
    /// A row as a programme calls it: by nothing where it does not hold the row.
    ///
    /// See [`Called`] for an example.
    #[must_use]
    pub fn of(programme: &Programme, row: impl Into<Subject>) -> Self {
        let row = row.into();
        Self { row, shown: programme.shown(row) }
    }
}

impl fmt::Display for Called {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown)
    }
}

/// Several things as a sentence lists them: "A1, A2 and A3".
pub(crate) fn listed<T: fmt::Display>(things: &[T]) -> String {
    match things {
        [] => String::new(),
        [one] => one.to_string(),
        [rest @ .., last] => {
            let rest: Vec<_> = rest.iter().map(ToString::to_string).collect();
            format!("{} and {last}", rest.join(", "))
        }
    }
}

/// When a row is to be done: of an action that has no date of its own, that of its whole.
pub(super) fn timescale<'r>(programme: &'r Programme, row: &'r Record) -> Option<&'r Timescale> {
    match row {
        Record::Action(row) => Some(programme.timescale_of(row)),
        Record::Milestone(row) => Some(&row.timescale),
        Record::Deliverable(row) => Some(&row.timescale),
        Record::Project(row) => Some(&row.timescale),
        Record::ServiceReview(row) => Some(&row.timescale),
        Record::Capability(row) => Some(&row.timescale),
        Record::Promise(row) => Some(&row.timescale),
        _ => None,
    }
}

/// The dates that a row had before, where rows of its kind say so.
pub(super) fn redated<'r>(programme: &'r Programme, row: &'r Record) -> &'r [Redating] {
    match row {
        Record::Action(row) => programme.redated_of(row),
        Record::Milestone(row) => &row.redated,
        _ => &[],
    }
}

/// Who leads or owns a row, and the field that says so.
pub(super) fn owners(row: &Record) -> Option<(&'static str, &[Lead])> {
    match row {
        Record::Action(row) => Some(("leads", &row.leads)),
        Record::Workstream(row) => Some(("leads", &row.leads)),
        Record::Milestone(row) => Some(("leads", &row.leads)),
        Record::Project(row) => Some(("leads", &row.leads)),
        Record::ServiceReview(row) => Some(("leads", &row.leads)),
        Record::Capability(row) => Some(("leads", &row.leads)),
        Record::Role(row) => Some(("holders", &row.holders)),
        Record::Reserve(row) => Some(("owners", &row.owners)),
        Record::Risk(row) => Some(("owners", &row.owners)),
        Record::Assumption(row) => Some(("owners", &row.owners)),
        Record::Issue(row) => Some(("owners", &row.owners)),
        Record::Measure(row) => Some(("owners", &row.owners)),
        Record::Benefit(row) => Some(("owners", &row.owners)),
        _ => None,
    }
}

/// What was last said of a row by the end of a day.
pub(super) fn standing<'r>(programme: &Programme, row: &'r Record, on: NaiveDate) -> Standing<'r> {
    let cell = match row {
        Record::Action(row) => return programme.standing(row, on),
        Record::Milestone(row) => Some(&row.timescale),
        Record::Deliverable(row) => Some(&row.timescale),
        Record::Project(row) => Some(&row.timescale),
        Record::ServiceReview(row) => Some(&row.timescale),
        Record::Capability(row) => Some(&row.timescale),
        _ => None,
    };
    Standing::of_work(row.notes(), cell, None, on)
}
