//! Verbs for what users do all day, each of which only makes changes.

mod dates;
mod error;
mod lineage;
mod money;
mod progress;

use std::collections::BTreeSet;

use chrono::NaiveDate;

pub use error::EditError;

use super::Change;
use crate::{
    model::{
        Action, Draft, Lead, Milestone, Programme, Record, Redating, Standing, StatusNote, Subject,
        said,
    },
    values::{ActionStatus, Id, PartialDate, Reference, Timescale, When},
};

/// How far up is looked for what an action is a part of. Rows that were only just added may be parts
/// of one another, which is refused when the changes are applied.
const LEVELS: usize = 64;

/// What is said on a day of a programme, verb by verb: a list of changes in the end.
///
/// A verb sees what those before it did. One that cannot be said is refused and leaves the edit as
/// it was. What a row links to beside the rows that a verb is about, such as a decision, is looked
/// at when the changes are applied, and so may be added later.
///
/// ```
/// use programme::{change::Edit, model::{About, Draft, Redating}, values::{ActionStatus, Timescale}};
/// use programme::Action;
///
/// let mut draft = Draft::new(About::named("example"));
/// let mut plan = Action::new(draft.key("A1".parse()?), "Publish the plan");
/// plan.timescale = Timescale::read("March 2020");
/// let survey = Action::new(draft.key("A2".parse()?), "Ask residents");
/// let (plan_id, survey_id) = (plan.key.id, survey.key.id);
/// draft.put(plan);
/// draft.put(survey);
/// let before = draft.finish()?;
///
/// let on = "2020-01-15".parse()?;
/// let mut edit = Edit::of(&before, on);
/// edit.report(plan_id, ActionStatus::InProgress, "First draft is out")?;
/// let agreed = Redating {
///     reason: Some("The survey ran late".into()),
///     agreed: Some("Programme board".into()),
///     ..Redating::default()
/// };
/// edit.redate(plan_id, Timescale::read("June 2020"), agreed)?;
/// edit.complete(survey_id, "Cabinet minutes, item 4")?;
/// assert!(edit.hold(survey_id, "Answers").is_err(), "it is complete");
///
/// let changes = edit.changes();
/// assert_eq!(changes.len(), 2, "one a row");
/// let after = before.apply(&changes)?;
/// let status = |id| after.get(id).and_then(|action| after.standing(action, on).status);
/// assert_eq!(status(plan_id), Some(ActionStatus::InProgress));
/// assert_eq!(status(survey_id), Some(ActionStatus::Complete));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Edit {
    programme: Programme,
    on: NaiveDate,
    /// The rows as the verbs left them.
    rows: Draft,
    touched: BTreeSet<Subject>,
}

/// Work of which verbs speak: an action or a milestone.
///
/// ```
/// use programme::{change::Work, ActionId, ProgrammeId};
///
/// let id = ActionId::derive(ProgrammeId::named("example"), "A1".parse()?);
/// assert_eq!(Work::from(id), Work::Action(id));
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Work {
    /// An action or sub-action.
    Action(Id<Action>),
    /// A milestone.
    Milestone(Id<Milestone>),
}

impl From<Id<Action>> for Work {
    fn from(id: Id<Action>) -> Self {
        Self::Action(id)
    }
}

impl From<Id<Milestone>> for Work {
    fn from(id: Id<Milestone>) -> Self {
        Self::Milestone(id)
    }
}

impl From<Work> for Subject {
    fn from(work: Work) -> Self {
        match work {
            Work::Action(id) => id.into(),
            Work::Milestone(id) => id.into(),
        }
    }
}

/// Work as it is before a verb.
struct Found<'e> {
    row: Subject,
    reference: Reference,
    timescale: &'e Timescale,
    redated: &'e [Redating],
    notes: &'e [StatusNote],
    /// The day for which its plan speaks.
    plan: Option<&'e When>,
}

impl<'e> Found<'e> {
    fn standing(&self, on: NaiveDate) -> Standing<'e> {
        Standing::of_work(self.notes, Some(self.timescale), self.plan, on)
    }
}

/// The fields of work that verbs write.
struct Fields<'e> {
    timescale: &'e mut Timescale,
    redated: &'e mut Vec<Redating>,
    notes: &'e mut Vec<StatusNote>,
    leads: &'e mut Vec<Lead>,
}

impl Edit {
    /// An edit that changes nothing yet, of a programme and for a day: what is said holds from then.
    ///
    /// See [`Edit`] for an example.
    #[must_use]
    pub fn of(programme: &Programme, on: NaiveDate) -> Self {
        let (rows, touched) = (programme.to_draft(), BTreeSet::new());
        Self { programme: programme.clone(), on, rows, touched }
    }

    /// The changes of all verbs together, at most one a row: kind by kind, in the order of
    /// references.
    ///
    /// See [`Edit`] for an example.
    #[must_use]
    pub fn changes(&self) -> Vec<Change> {
        let mut rows: Vec<Record> =
            self.touched.iter().filter_map(|row| self.rows.record(*row)).collect();
        rows.sort_by_key(|row| (row.kind(), row.reference(), row.subject()));
        let change = |row: Record| match self.programme.record(row.subject()) {
            None => Some(Change::Add(row)),
            Some(before) => (before != row).then_some(Change::Replace(row)),
        };
        rows.into_iter().filter_map(change).collect()
    }

    /// Adds a row of any kind.
    ///
    /// ```
    /// use programme::{change::{Change, Edit}, model::{About, Draft, Key}, Decision};
    ///
    /// let programme = Draft::new(About::named("example")).finish()?;
    /// let key = Key::derive(programme.about().id, "DEC1".parse()?);
    /// let decision = Decision::new(key, "Drop the survey");
    /// let mut edit = Edit::of(&programme, "2020-01-15".parse()?);
    /// edit.add(decision.clone())?;
    /// assert!(edit.add(decision.clone()).is_err(), "it is there by now");
    /// assert_eq!(edit.changes(), [Change::add(decision)]);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`EditError::Exists`] if its id is taken. Whether its reference is, and where its links
    /// lead, is looked at when the changes are applied.
    pub fn add(&mut self, row: impl Into<Record>) -> Result<(), EditError> {
        let record = row.into();
        let (row, reference) = (record.subject(), record.reference());
        if self.rows.kind_of(row.uuid()).is_some() {
            return Err(EditError::Exists { row, reference });
        }
        self.rows.put_record(record);
        self.touched.insert(row);
        Ok(())
    }

    /// Work of which a verb may speak on the day of the edit: it is there, in the plan, and nothing
    /// newer was said of it.
    fn in_plan(&self, work: Work) -> Result<Found<'_>, EditError> {
        let found = self.find(work)?;
        self.check_newest(&found)?;
        match self.left_with(work) {
            None => Ok(found),
            Some((with, status)) => {
                let (row, reference) = (found.row, found.reference);
                Err(EditError::OutOfPlan { row, reference, with, status })
            }
        }
    }

    /// The same, and it is not done.
    fn open(&self, work: Work) -> Result<Found<'_>, EditError> {
        let found = self.in_plan(work)?;
        match found.standing(self.on).status.filter(|status| status.is_delivered()) {
            None => Ok(found),
            Some(status) => {
                let (row, reference) = (found.row, found.reference);
                Err(EditError::Done { row, reference, status })
            }
        }
    }

    fn find(&self, work: Work) -> Result<Found<'_>, EditError> {
        let row = Subject::from(work);
        let gone = EditError::Gone { row };
        match work {
            Work::Action(id) => {
                let action = self.rows.get(id).ok_or(gone)?;
                Ok(Found {
                    row,
                    reference: action.key.reference,
                    timescale: &action.timescale,
                    redated: &action.redated,
                    notes: &action.status,
                    plan: self.plan_date(action),
                })
            }
            Work::Milestone(id) => {
                let milestone = self.rows.get(id).ok_or(gone)?;
                Ok(Found {
                    row,
                    reference: milestone.key.reference,
                    timescale: &milestone.timescale,
                    redated: &milestone.redated,
                    notes: &milestone.status,
                    plan: None,
                })
            }
        }
    }

    fn check_newest(&self, found: &Found<'_>) -> Result<(), EditError> {
        let on = self.on;
        if PartialDate::on(on).is_none() {
            return Err(EditError::Unwritable { on });
        }
        let last = found.notes.iter().map(|note| said(note, found.plan)).max();
        // What a verb writes can say that the state came about on the day of the edit, not later.
        let newest = match last.filter(|last| *last > (Some(on), Some(on))) {
            Some((said, came_about)) => came_about.max(said),
            None => {
                let moved = found.redated.iter().filter_map(|moved| moved.on.as_ref()?.value());
                moved.map(|moved| moved.latest()).max().filter(|moved| *moved > on)
            }
        };
        let (row, reference) = (found.row, found.reference);
        newest.map_or(Ok(()), |newest| Err(EditError::NotNewest { row, reference, on, newest }))
    }

    /// The reference of what is out of the plan, be it the work or what it is a part of, and how it
    /// left.
    fn left_with(&self, work: Work) -> Option<(Reference, ActionStatus)> {
        let status = |work: Work| {
            let found = self.find(work).ok()?;
            let status = found.standing(self.on).status?;
            status.is_excluded().then_some((found.reference, status))
        };
        match work {
            Work::Action(id) => {
                self.upwards(id).find_map(|action| status(Work::Action(action.key.id)))
            }
            Work::Milestone(_) => status(work),
        }
    }

    /// An action and those that it is a part of, from the bottom up.
    fn upwards(&self, id: Id<Action>) -> impl Iterator<Item = &Action> {
        let whole = |row: &&Action| self.rows.get(row.parent?);
        std::iter::successors(self.rows.get(id), whole).take(LEVELS)
    }

    fn plan_date(&self, action: &Action) -> Option<&When> {
        let plan = self.upwards(action.key.id).find_map(|row| row.plan)?;
        self.rows.get(plan)?.as_at.as_ref()
    }

    /// Writes a note for the day of the edit, which is then the newest.
    fn note(&mut self, work: Work, mut note: StatusNote) -> Result<(), EditError> {
        let found = self.find(work)?;
        note.as_at = PartialDate::on(self.on).map(When::from);
        let last = found.notes.iter().map(|note| said(note, found.plan)).max();
        if last > Some(said(&note, found.plan)) {
            // Of two statements for one day the one holds whose state came about later.
            note.on.clone_from(&note.as_at);
        }
        self.write(work, |fields| fields.notes.push(note))
    }

    fn write(&mut self, work: Work, write: impl FnOnce(Fields<'_>)) -> Result<(), EditError> {
        let row = Subject::from(work);
        match work {
            Work::Action(id) => {
                let action = self.rows.get_mut(id).ok_or(EditError::Gone { row })?;
                let Action { timescale, redated, status: notes, leads, .. } = action;
                write(Fields { timescale, redated, notes, leads });
            }
            Work::Milestone(id) => {
                let milestone = self.rows.get_mut(id).ok_or(EditError::Gone { row })?;
                let Milestone { timescale, redated, status: notes, leads, .. } = milestone;
                write(Fields { timescale, redated, notes, leads });
            }
        }
        self.touched.insert(row);
        Ok(())
    }
}

/// A text, unless it is blank.
fn words(text: impl Into<String>) -> Option<String> {
    Some(text.into()).filter(|text| !text.trim().is_empty())
}
