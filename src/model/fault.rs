//! What can keep a draft from being a programme.

use thiserror::Error;

use super::{Kind, Subject};
use crate::values::Reference;

/// One inconsistency in a draft.
///
/// The list is closed on purpose to what the library's own arithmetic needs: each row known by one
/// reference, links that lead somewhere, and parts that do not hold themselves. Whatever else a
/// council can get wrong is a finding of a rule.
///
/// ```
/// use programme::{model::{About, Draft, Fault}, Action, Recommendation};
///
/// let mut draft = Draft::new(About::named("example"));
/// let mut action = Action::new(draft.key("A1".parse()?), "Publish the plan");
/// action.answers.push(draft.key::<Recommendation>("R9".parse()?).id);
/// draft.put(action);
/// let faults = draft.finish().err().ok_or("R9 is not there")?;
/// let fault = faults.iter().next().ok_or("never empty")?;
/// assert!(matches!(fault, Fault::NoTarget { field: "answers", .. }));
/// assert!(fault.to_string().starts_with("`A1` links to a recommendation in `answers`"));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Fault {
    /// Two rows of a kind have one reference.
    #[error("two rows of kind {} have the reference `{reference}`; give one of them another", .kind.word())]
    SameReference {
        /// Their kind.
        kind: Kind,
        /// The reference.
        reference: Reference,
        /// The rows.
        rows: [Subject; 2],
    },
    /// A link leads to a row that is not there.
    #[error(
        "{} links to a {} in `{field}` that is not there; add the row or drop the link",
        linking(.reference), .to.kind().word()
    )]
    NoTarget {
        /// The row that links; none where the programme itself does.
        from: Option<Subject>,
        /// Its reference.
        reference: Option<Reference>,
        /// The field that holds the link.
        field: &'static str,
        /// The row that is missing.
        to: Subject,
    },
    /// Rows are parts of one another in a ring.
    #[error("{} are parts of one another; take one out of the ring", list(.references))]
    PartOfItself {
        /// The rows of the ring, each a part of the next.
        rows: Vec<Subject>,
        /// Their references.
        references: Vec<Reference>,
    },
}

fn linking(reference: &Option<Reference>) -> String {
    reference.map_or_else(|| "the programme".to_owned(), |reference| format!("`{reference}`"))
}

fn list(references: &[Reference]) -> String {
    let names: Vec<_> = references.iter().map(|reference| format!("`{reference}`")).collect();
    names.join(", ")
}

/// Everything that keeps a draft from being a programme: never empty, in a fixed order.
///
/// ```
/// use programme::{model::{About, Draft, Fault, Key}, values::Id, Action};
///
/// let mut draft = Draft::new(About::named("example"));
/// for name in ["first", "second"] {
///     draft.put(Action::new(Key::new(Id::named(name), "A1".parse()?), "Publish the plan"));
/// }
/// let faults = draft.finish().err().ok_or("A1 is given twice")?;
/// assert!(matches!(faults.iter().next(), Some(Fault::SameReference { .. })));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}", summary(.0))]
pub struct Faults(Vec<Fault>);

fn summary(faults: &[Fault]) -> String {
    let lines: Vec<_> = faults.iter().map(ToString::to_string).collect();
    lines.join("; ")
}

impl Faults {
    /// The faults as an error, if there are any.
    pub(super) fn check(faults: Vec<Fault>) -> Result<(), Self> {
        if faults.is_empty() { Ok(()) } else { Err(Self(faults)) }
    }

    /// The faults one by one.
    ///
    /// There is always one at least.
    pub fn iter(&self) -> std::slice::Iter<'_, Fault> {
        self.0.iter()
    }
}

impl<'f> IntoIterator for &'f Faults {
    type Item = &'f Fault;
    type IntoIter = std::slice::Iter<'f, Fault>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
