//! States of a history: revisions played one after the other.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Before, History, HistoryError, Known, Revision, Step, empty_before};
use crate::{
    change::{Change, Refusal},
    model::{Draft, Fields, Programme},
};

impl History {
    /// The programme as it stood at the end of a day, as far as that is known.
    ///
    /// See [`History`] for an example.
    ///
    /// # Errors
    /// [`HistoryError::BeforeFirst`] if nothing was known of the day, and
    /// [`HistoryError::NoRevision`] if the revision up to which it is to be known is not there.
    pub fn as_at(&self, day: NaiveDate, known: Known) -> Result<Programme, HistoryError> {
        self.state(Some(day), known)
    }

    /// The programme with all that is known, whatever the day from which it holds.
    ///
    /// ```
    /// use programme::{history::{History, Known, Revision}, model::{About, Draft}};
    ///
    /// let programme = Draft::new(About::named("example")).finish()?;
    /// let begun = Revision::new("2019-09-04".parse()?, "2019-09-10".parse()?);
    /// let history = History::begin(&programme, begun)?;
    /// assert_eq!(history.known(Known::Revision(1))?, programme);
    /// assert!(history.known(Known::By("2019-09-09".parse()?)).is_err(), "recorded a day later");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// As [`as_at`](Self::as_at).
    pub fn known(&self, known: Known) -> Result<Programme, HistoryError> {
        self.state(None, known)
    }

    /// The history as it was at the end of a day: without what was recorded, fixed or published
    /// later.
    ///
    /// ```
    /// use programme::{change::Change, history::{History, Revision}, model::{About, Draft}, Action};
    ///
    /// let draft = Draft::new(About::named("example"));
    /// let action = Action::new(draft.key("A1".parse()?), "Publish the plan");
    /// let (september, january) = ("2019-09-04".parse()?, "2020-01-10".parse()?);
    /// let mut history = History::begin(&draft.finish()?, Revision::new(september, september))?;
    /// let mut revision = history.next(september, january);
    /// revision.changes.push(Change::add(action));
    /// history.record(revision)?;
    /// assert_eq!(history.known_by("2019-12-31".parse()?)?.last(), 1);
    /// assert_eq!(history.known_by(january)?, history);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`HistoryError::BeforeFirst`] if nothing was recorded by then.
    pub fn known_by(&self, day: NaiveDate) -> Result<Self, HistoryError> {
        let latest = self.known(Known::By(day))?;
        // Revisions are in the order in which they were recorded.
        let steps = self.steps.iter().filter(|step| step.revision.recorded <= day);
        let steps: Vec<Step> = steps.cloned().collect();
        let added = steps.iter().flat_map(|step| &step.revision.changes);
        let added = added.filter_map(|change| match change {
            Change::Add(record) => Some((record.subject().uuid(), record.kind())),
            _ => None,
        });
        let kinds = added.collect();
        let last = steps.len();
        let held = |revision: u32| usize::try_from(revision).is_ok_and(|number| number <= last);
        let baselines = self.baselines.iter().filter(|b| b.set <= day && held(b.revision));
        let published = self.published.iter().filter(|r| r.published <= day && held(r.revision));
        let (baselines, published) = (baselines.cloned().collect(), published.cloned().collect());
        Ok(Self { steps, latest, kinds, baselines, published })
    }

    fn state(&self, day: Option<NaiveDate>, known: Known) -> Result<Programme, HistoryError> {
        if let Known::Revision(revision) = known
            && self.revision(revision).is_none()
        {
            return Err(HistoryError::NoRevision { revision, last: self.last() });
        }
        let holds = |step: &&Step| {
            let revision = &step.revision;
            let is_known = match known {
                Known::Now => true,
                Known::By(day) => revision.recorded <= day,
                Known::Revision(number) => revision.number() <= number,
            };
            is_known && day.is_none_or(|day| revision.effective <= day)
        };
        let mut steps: Vec<&Step> = self.steps.iter().filter(holds).collect();
        // In the order of the days from which they hold, and within a day of their numbers.
        steps.sort_by_key(|step| step.revision.effective);
        if steps.len() == self.steps.len() && self.in_order(&steps) {
            return Ok(self.latest.clone());
        }
        let first = self.steps.first().ok_or(HistoryError::Empty)?;
        // The first revision alone says what the programme is.
        if !steps.iter().any(|step| step.revision.made_on == 0) {
            let (effective, recorded) = (first.revision.effective, first.revision.recorded);
            let asked = match (day, known) {
                (Some(day), _) | (None, Known::By(day)) => day,
                _ => effective,
            };
            return Err(HistoryError::BeforeFirst { day: asked, effective, recorded });
        }
        self.play(&steps)
    }

    /// Whether a revision holds from an earlier day than one before it.
    pub(super) fn is_earlier(&self, revision: &Revision) -> bool {
        let before = self.revisions().take_while(|other| other.number() < revision.number());
        before.map(|other| other.effective).any(|day| day > revision.effective)
    }

    /// The state on which a revision that is to be recorded next is made: the last one, or for one
    /// that holds from an earlier day that of its day.
    pub(crate) fn base(&self, next: &Revision) -> Result<Programme, HistoryError> {
        match self.is_earlier(next) {
            true => self.as_at(next.effective, Known::Now),
            false => Ok(self.latest.clone()),
        }
    }

    /// The state on which a revision says that it was made.
    pub(super) fn base_of(&self, revision: &Revision) -> Result<Programme, HistoryError> {
        let known = Known::Revision(revision.made_on);
        match self.is_earlier(revision) {
            true => self.as_at(revision.effective, known),
            false => self.known(known),
        }
    }

    /// Visits every revision with the states before and after it, as they were when it was recorded.
    pub(crate) fn walk<'h>(
        &'h self,
        mut visit: impl FnMut(&'h Revision, &Programme, &Programme),
    ) -> Result<(), HistoryError> {
        let Some(first) = self.revision(1) else { return Ok(()) };
        let mut state = empty_before(first)?;
        for revision in self.revisions() {
            let (number, earlier) = (revision.number(), self.is_earlier(revision));
            let before = match earlier {
                true => self.as_at(revision.effective, Known::Revision(revision.made_on))?,
                false => state,
            };
            let refused = |refusal| HistoryError::Refused { revision: number, refusal };
            let after = before.apply(&revision.changes).map_err(refused)?;
            visit(revision, &before, &after);
            state = if earlier { self.known(Known::Revision(number))? } else { after };
        }
        Ok(())
    }

    /// Whether steps are those of numbers 1, 2, 3 and so on.
    fn in_order(&self, steps: &[&Step]) -> bool {
        (0..).zip(steps).all(|(number, step)| step.revision.made_on == number)
    }

    /// What steps give when they are played in order.
    fn play(&self, steps: &[&Step]) -> Result<Programme, HistoryError> {
        // Where every step follows the one on which it was made, its rows are as it has them; else
        // they may differ in fields that it does not set.
        let whole = self.in_order(steps);
        let mut draft = Draft::new(self.latest.about().clone());
        for step in steps {
            for (change, before) in step.revision.changes.iter().zip(&step.before) {
                let before = before.as_ref().filter(|_| !whole);
                put(&mut draft, step, change, before)?;
            }
        }
        let last = steps.iter().map(|step| step.revision.number()).max().unwrap_or(0);
        draft.finish().map_err(|faults| HistoryError::Refused {
            revision: last,
            refusal: Refusal::from(faults),
        })
    }

    /// Whether all states from a correction's day on agree with themselves; the latest of them.
    pub(super) fn check_later(&self, correction: u32) -> Result<Programme, HistoryError> {
        let day = self.revision(correction).map(|revision| revision.effective);
        let days: BTreeSet<NaiveDate> =
            self.revisions().map(|r| r.effective).filter(|other| Some(*other) > day).collect();
        let placed = |error| match error {
            HistoryError::Refused { refusal, .. } => {
                HistoryError::Refused { revision: correction, refusal }
            }
            HistoryError::Overtaken { row, reference, by, .. } => {
                HistoryError::Overtaken { revision: correction, row, reference, by }
            }
            other => other,
        };
        let mut latest = self.latest.clone();
        for day in days {
            let mut steps: Vec<&Step> =
                self.steps.iter().filter(|step| step.revision.effective <= day).collect();
            steps.sort_by_key(|step| step.revision.effective);
            latest = self.play(&steps).map_err(placed)?;
        }
        Ok(latest)
    }
}

/// Puts one change into a draft: the whole row, or where the row may have become otherwise since,
/// what the change makes of each field.
fn put(
    draft: &mut Draft,
    step: &Step,
    change: &Change,
    before: Option<&Before>,
) -> Result<(), HistoryError> {
    match (change, before) {
        (Change::About(about), Some(Before::About(before))) if step.revision.made_on > 0 => {
            draft.about.merge(before, about);
        }
        (Change::About(about), _) => draft.about = (**about).clone(),
        (Change::Replace(record), Some(Before::Row(before))) => {
            let (row, reference) = (record.subject(), record.reference());
            let Some(own) = draft.record(row) else {
                let by = step.revision.number();
                return Err(HistoryError::Overtaken { revision: by, row, reference, by });
            };
            draft.put_record(own.merged(before, record));
        }
        (Change::Add(record) | Change::Replace(record), _) => draft.put_record(record.clone()),
        (Change::Remove(row), _) => {
            draft.remove_record(*row);
        }
    }
    Ok(())
}
