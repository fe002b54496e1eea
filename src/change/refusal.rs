//! What can stand in the way of changes.

use thiserror::Error;

use crate::{
    model::{Fault, Faults, Kind, Subject},
    values::Reference,
};

/// One thing that stands in the way of changes.
///
/// ```
/// use programme::{change::{Change, Objection}, model::{About, Draft}, Action};
///
/// let draft = Draft::new(About::named("example"));
/// let action = Action::new(draft.key("A1".parse()?), "Publish the plan");
/// let refusal = draft.finish()?.apply(&[Change::replace(action)]).unwrap_err();
/// let objection = refusal.iter().next().ok_or("never empty")?;
/// assert!(matches!(objection, Objection::Gone { .. }));
/// assert_eq!(
///     objection.to_string(),
///     "the action `A1` is not there, so it cannot be replaced or removed; add it or drop the change"
/// );
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Objection {
    /// A row to be added is there.
    #[error("the {} `{reference}` is there, so it cannot be added; replace it, or give the new row an id of its own", .row.kind().word())]
    Exists {
        /// The row.
        row: Subject,
        /// Its reference.
        reference: Reference,
    },
    /// A row to be replaced or removed is not there.
    #[error("the {} is not there, so it cannot be replaced or removed; add it or drop the change", named(.row, .reference))]
    Gone {
        /// The row.
        row: Subject,
        /// Its reference, where the change says it.
        reference: Option<Reference>,
    },
    /// The id of a row to be added is that of a row of another kind.
    #[error("the {} `{reference}` has an id that is that of another kind, {}; give it one of its own", .row.kind().word(), .held_as.word())]
    OtherKind {
        /// The row.
        row: Subject,
        /// Its reference.
        reference: Reference,
        /// The kind of the row that has the id.
        held_as: Kind,
    },
    /// What is known of the programme itself is that of another programme.
    #[error("the change is of another programme; change this one's, or keep its id")]
    OtherProgramme,
    /// The rows would not agree with one another.
    #[error(transparent)]
    Fault(Fault),
}

fn named(row: &Subject, reference: &Option<Reference>) -> String {
    let word = row.kind().word();
    match reference {
        Some(reference) => format!("{word} `{reference}`"),
        None => format!("{word} with the id {}", row.uuid()),
    }
}

/// Everything that stands in the way of changes: never empty, in the order of the changes, then of
/// rows.
///
/// See [`Objection`] for an example.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}", summary(.0))]
pub struct Refusal(Vec<Objection>);

fn summary(objections: &[Objection]) -> String {
    let lines: Vec<_> = objections.iter().map(ToString::to_string).collect();
    lines.join("; ")
}

impl Refusal {
    pub(super) fn of(objections: Vec<Objection>) -> Self {
        Self(objections)
    }

    /// The objections one by one; there is always one at least.
    pub fn iter(&self) -> std::slice::Iter<'_, Objection> {
        self.0.iter()
    }
}

impl From<Faults> for Refusal {
    fn from(faults: Faults) -> Self {
        Self(faults.iter().cloned().map(Objection::Fault).collect())
    }
}

impl<'o> IntoIterator for &'o Refusal {
    type Item = &'o Objection;
    type IntoIter = std::slice::Iter<'o, Objection>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
