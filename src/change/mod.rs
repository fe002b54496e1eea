//! Changes: what is put into a programme, replaced in it or taken out, as data.
//!
//! [`Programme::apply`] makes the changed programme whole or not at all, and leaves the old one as
//! it was. [`diff`] gives the changes that lead from one state to another, and an [`Edit`] makes those
//! of what users do all day.

mod edit;
mod refusal;

pub use edit::{Edit, EditError, Work};
pub use refusal::{Objection, Refusal};

use std::{collections::BTreeMap, sync::Arc};

use crate::model::{About, Draft, Programme, Record, Subject};

/// One change of a programme.
///
/// ```
/// use programme::{change::Change, model::{About, Draft}, Action};
///
/// let mut draft = Draft::new(About::named("example"));
/// let plan = Action::new(draft.key("A1".parse()?), "Publish the plan");
/// let report = Action::new(draft.key("A2".parse()?), "Report on the plan");
/// draft.put(plan.clone());
/// let before = draft.finish()?;
/// let after = before.apply(&[Change::remove(plan.key.id), Change::add(report)])?;
/// let titles = |programme: &programme::Programme| -> Vec<String> {
///     programme.actions().iter().map(|action| action.title.clone()).collect()
/// };
/// assert_eq!(titles(&after), ["Report on the plan"]);
/// assert_eq!(titles(&before), ["Publish the plan"], "the old programme is as it was");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// What is known of the programme itself becomes this.
    About(Arc<About>),
    /// A row that was not there.
    Add(Record),
    /// A row that is there becomes this.
    Replace(Record),
    /// A row that is there goes.
    Remove(Subject),
}

impl Change {
    /// What is known of the programme itself becomes this.
    ///
    /// ```
    /// use programme::{change::Change, model::{About, Draft}};
    ///
    /// let before = Draft::new(About::named("Response")).finish()?;
    /// let mut about = before.about().clone();
    /// about.scope = Some("The whole council".into());
    /// let after = before.apply(&[Change::about(about)])?;
    /// assert_eq!(after.about().scope.as_deref(), Some("The whole council"));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn about(about: About) -> Self {
        Self::About(Arc::new(about))
    }

    /// A row that was not there.
    #[must_use]
    pub fn add(row: impl Into<Record>) -> Self {
        Self::Add(row.into())
    }

    /// A row that is there becomes this.
    #[must_use]
    pub fn replace(row: impl Into<Record>) -> Self {
        Self::Replace(row.into())
    }

    /// A row that is there goes.
    #[must_use]
    pub fn remove(row: impl Into<Subject>) -> Self {
        Self::Remove(row.into())
    }

    /// The row that it changes; none where that is the programme itself.
    ///
    /// ```
    /// use programme::{change::Change, model::About, ActionId, ProgrammeId};
    ///
    /// let id = ActionId::derive(ProgrammeId::named("example"), "A1".parse()?);
    /// assert_eq!(Change::remove(id).subject(), Some(id.into()));
    /// assert_eq!(Change::about(About::named("example")).subject(), None);
    /// # Ok::<_, programme::values::ParseReferenceError>(())
    /// ```
    #[must_use]
    pub fn subject(&self) -> Option<Subject> {
        match self {
            Self::About(_) => None,
            Self::Add(row) | Self::Replace(row) => Some(row.subject()),
            Self::Remove(row) => Some(*row),
        }
    }
}

impl Programme {
    /// This programme with changes, all of them or none; their order within plays no part but for
    /// changes of one row, of which the last holds. The programme itself stays as it is.
    ///
    /// See [`Change`] for an example.
    ///
    /// # Errors
    /// [`Refusal`] with everything that stands in the way at once: rows added that are there, rows
    /// replaced or removed that are not, ids of rows of another kind, and whatever would keep the
    /// result from agreeing with itself.
    pub fn apply(&self, changes: &[Change]) -> Result<Self, Refusal> {
        let mut draft = self.to_draft();
        let mut objections = Vec::new();
        for change in changes {
            put(&mut draft, change).err().into_iter().for_each(|no| objections.push(no));
        }
        let faults = match draft.finish() {
            Ok(programme) if objections.is_empty() => return Ok(programme),
            Ok(_) => Vec::new(),
            Err(faults) => faults.iter().cloned().map(Objection::Fault).collect(),
        };
        objections.extend(faults);
        Err(Refusal::of(objections))
    }
}

/// Puts one change into a draft, which is to be thrown away if that cannot be done.
fn put(draft: &mut Draft, change: &Change) -> Result<(), Objection> {
    let gone = |row: Subject| Objection::Gone { row, reference: None };
    match change {
        Change::About(about) if about.id != draft.about.id => Err(Objection::OtherProgramme),
        Change::About(about) => {
            draft.about = About::clone(about);
            Ok(())
        }
        Change::Add(record) => {
            let (row, reference) = (record.subject(), record.reference());
            match draft.kind_of(row.uuid()) {
                None => {
                    draft.put_record(record.clone());
                    Ok(())
                }
                Some(kind) if kind == row.kind() => Err(Objection::Exists { row, reference }),
                Some(held_as) => Err(Objection::OtherKind { row, reference, held_as }),
            }
        }
        Change::Replace(record) => {
            let (row, reference) = (record.subject(), record.reference());
            if draft.record(row).is_none() {
                return Err(Objection::Gone { row, reference: Some(reference) });
            }
            draft.put_record(record.clone());
            Ok(())
        }
        Change::Remove(row) => draft.remove_record(*row).map(|_| ()).ok_or_else(|| gone(*row)),
    }
}

/// The changes that lead from one state of a programme to another: rows that go, then those that
/// come or become otherwise, kind by kind.
///
/// None where both are equal. Of two different programmes the change of what they are themselves is
/// refused when it is applied.
///
/// ```
/// use programme::{change::{self, Change}, model::{About, Draft}, values::Timescale, Action};
///
/// let mut draft = Draft::new(About::named("example"));
/// let mut action = Action::new(draft.key("A1".parse()?), "Publish the plan");
/// draft.put(action.clone());
/// let before = draft.clone().finish()?;
/// action.timescale = Timescale::read("June 2020");
/// draft.put(action.clone());
/// let after = draft.finish()?;
/// let changes = change::diff(&before, &after);
/// assert_eq!(changes, [Change::replace(action)]);
/// assert_eq!(before.apply(&changes)?, after);
/// assert!(change::diff(&after, &after).is_empty());
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn diff(before: &Programme, after: &Programme) -> Vec<Change> {
    let mut changes = Vec::new();
    if before.about() != after.about() {
        changes.push(Change::about(after.about().clone()));
    }
    before.differences(after, |before, after| {
        changes.extend(match (before, after) {
            (None, Some(after)) => Some(Change::Add(after)),
            (Some(_), Some(after)) => Some(Change::Replace(after)),
            (Some(before), None) => Some(Change::Remove(before.subject())),
            (None, None) => None,
        });
    });
    changes
}

/// What changes that can be applied come to, row by row and in the order of [`diff`]: of several of
/// one row the last holds. A row that goes and comes again stays in as both, since it is not the
/// same as one that becomes otherwise.
pub(crate) fn settled(before: &Programme, changes: Vec<Change>) -> Vec<Change> {
    let mut about = None;
    let mut rows: BTreeMap<Subject, (bool, Option<Record>)> = BTreeMap::new();
    for change in changes {
        match change {
            Change::About(_) => about = Some(change),
            Change::Add(record) | Change::Replace(record) => {
                let row = record.subject();
                rows.entry(row).or_default().1 = Some(record);
            }
            Change::Remove(row) => {
                rows.insert(row, (true, None));
            }
        }
    }
    let mut settled = Vec::with_capacity(rows.len());
    for (row, (removed, record)) in rows {
        let was = before.reference(row);
        if let Some(reference) = was.filter(|_| removed) {
            settled.push(((row.kind(), false, reference), Change::Remove(row)));
        }
        if let Some(record) = record {
            let place = (row.kind(), true, record.reference());
            let replaced = was.is_some() && !removed;
            let change = if replaced { Change::Replace(record) } else { Change::Add(record) };
            settled.push((place, change));
        }
    }
    settled.sort_by_key(|(place, _)| *place);
    about.into_iter().chain(settled.into_iter().map(|(_, change)| change)).collect()
}
