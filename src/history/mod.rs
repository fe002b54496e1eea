//! History: what was true on a day, and what was known of it on a day.
//!
//! A [`History`] is a list of [`Revision`]s. Each holds from a day (effective) and is known from a
//! day (recorded), so that one history answers both "how did it stand then" and "what did we say
//! then". Corrections are revisions too: nothing that was recorded is ever changed.

mod aspects;
mod baseline;
mod bridge;
mod bridge_words;
mod cause;
mod differences;
mod error;
mod figures;
mod money_bridge;
mod published;
mod replay;
mod revision;
mod shift;
mod slippage;
mod trend;
mod unmatched;
mod way;

use std::{collections::BTreeMap, sync::Arc};

use chrono::NaiveDate;

pub use aspects::Called;
pub(crate) use aspects::listed;
pub use baseline::{Baseline, BaselineReason};
pub use bridge::{Bridge, BridgeStep, Count, Effect, Moved, Standpoint, bridge};
pub use cause::Cause;
pub use differences::{Difference, differences};
pub use error::{Conflict, HistoryError};
pub use figures::Figures;
pub use money_bridge::{LineChange, LineMoved, MoneyBridge, MoneySide, money_bridge};
pub use published::{PublishedReport, Restated};
pub use revision::Revision;
pub use shift::{DayRange, Redate, Shift};
pub use slippage::{Gone, Slippage, SlippageClass, Variance, VarianceCounts, against};
pub use trend::TrendPoint;
pub use unmatched::{Unmatched, unmatched};
pub use way::Way;

use crate::{
    change::{self, Change},
    model::{About, Decision, Draft, Fields, Kind, Programme, Record, Subject},
    values::Id,
};

/// A programme through time: revisions that each add to what is known, and never change it.
///
/// ```
/// use programme::{change::Change, history::{History, Known, Revision}};
/// use programme::{model::{About, Draft}, values::Timescale, Action};
///
/// let mut draft = Draft::new(About::named("example"));
/// let mut action = Action::new(draft.key("A1".parse()?), "Publish the plan");
/// action.timescale = Timescale::read("March 2020");
/// let id = action.key.id;
/// draft.put(action.clone());
/// let (september, december) = ("2019-09-04".parse()?, "2019-12-31".parse()?);
/// let mut history = History::begin(&draft.finish()?, Revision::new(september, september))?;
///
/// // The paper of the third quarter became known in January.
/// action.timescale = Timescale::read("June 2020");
/// let mut revision = history.next(december, "2020-01-10".parse()?);
/// revision.changes.push(Change::replace(action));
/// assert_eq!(history.record(revision)?, 2);
///
/// let timescale = |known| -> Result<String, Box<dyn std::error::Error>> {
///     let programme = history.as_at(december, known)?;
///     let action = programme.get(id).ok_or("no A1")?;
///     Ok(action.timescale.words().into_owned())
/// };
/// assert_eq!(timescale(Known::Now)?, "June 2020");
/// assert_eq!(timescale(Known::By(december))?, "March 2020", "nobody had said so yet");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct History {
    /// In the order of their numbers, from 1.
    steps: Vec<Step>,
    /// What all revisions together give; follows from them.
    latest: Programme,
    /// The kind of every row that is or was there, by its uuid; follows from the revisions.
    kinds: BTreeMap<uuid::Uuid, Kind>,
    baselines: Vec<Baseline>,
    published: Vec<PublishedReport>,
}

/// A revision with what each of its changes found in the state on which it was made.
#[derive(Clone, Debug)]
struct Step {
    revision: Arc<Revision>,
    /// For each change what it changes; none where that was not there.
    before: Vec<Option<Before>>,
}

/// What a change found.
#[derive(Clone, Debug)]
enum Before {
    About(Arc<About>),
    Row(Record),
}

/// Up to which revision something is known.
///
/// See [`History`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Known {
    /// All of them.
    Now,
    /// Those that were recorded by the end of a day.
    By(NaiveDate),
    /// Those up to one with a number.
    Revision(u32),
}

impl PartialEq for History {
    /// By what was recorded; all else follows from it.
    fn eq(&self, other: &Self) -> bool {
        self.revisions().eq(other.revisions())
            && (&self.baselines, &self.published) == (&other.baselines, &other.published)
    }
}

impl History {
    /// A history of which the first revision adds all rows of a programme; the changes that the
    /// revision has already are left out.
    ///
    /// ```
    /// use programme::{history::{History, Revision}, model::{About, Draft}};
    ///
    /// let programme = Draft::new(About::named("example")).finish()?;
    /// let begun = Revision::new("2019-09-04".parse()?, "2019-09-10".parse()?);
    /// let history = History::begin(&programme, begun)?;
    /// assert_eq!((history.last(), history.latest()), (1, &programme));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`HistoryError::NoDecision`] if it is said to be approved by a decision that the programme
    /// does not hold, and [`HistoryError::NoRevision`] if it corrects another.
    pub fn begin(programme: &Programme, mut first: Revision) -> Result<Self, HistoryError> {
        first.made_on = 0;
        first.changes = vec![Change::about(programme.about().clone())];
        first.changes.extend(programme.records().map(Change::Add));
        Self::of([first])
    }

    /// A history of revisions, such as a host stored.
    ///
    /// ```
    /// use programme::{history::{History, Revision}, model::{About, Draft}};
    ///
    /// let programme = Draft::new(About::named("example")).finish()?;
    /// let begun = Revision::new("2019-09-04".parse()?, "2019-09-10".parse()?);
    /// let history = History::begin(&programme, begun)?;
    /// assert_eq!(History::of(history.revisions().cloned())?, history);
    /// assert!(History::of([]).is_err(), "nothing is known of nothing");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// As [`record`](Self::record), and if there is no revision, or the first does not add every
    /// row.
    pub fn of(revisions: impl IntoIterator<Item = Revision>) -> Result<Self, HistoryError> {
        let mut revisions = revisions.into_iter();
        let first = revisions.next().ok_or(HistoryError::Empty)?;
        let mut history = Self::first(first)?;
        for revision in revisions {
            history.record(revision)?;
        }
        Ok(history)
    }

    fn first(first: Revision) -> Result<Self, HistoryError> {
        let empty = empty_before(&first)?;
        if first.made_on != 0 {
            return Err(HistoryError::Stale {
                made_on: first.made_on,
                last: 0,
                conflicts: Vec::new(),
            });
        }
        let adds = |change: &Change| matches!(change, Change::Add(_));
        if !first.changes.iter().skip(1).all(adds) {
            return Err(HistoryError::Incomplete);
        }
        let mut history = Self {
            steps: Vec::new(),
            latest: empty,
            kinds: BTreeMap::new(),
            baselines: Vec::new(),
            published: Vec::new(),
        };
        history.record(first)?;
        Ok(history)
    }

    /// A revision on the last one, which changes nothing yet.
    ///
    /// One that holds from an earlier day than others changes the state of its day; see
    /// [`record`](Self::record).
    ///
    /// See [`History`] for an example.
    #[must_use]
    pub fn next(&self, effective: NaiveDate, recorded: NaiveDate) -> Revision {
        Revision { made_on: self.last(), ..Revision::new(effective, recorded) }
    }

    /// The number of the last revision.
    #[must_use]
    pub fn last(&self) -> u32 {
        u32::try_from(self.steps.len()).unwrap_or(u32::MAX)
    }

    /// All revisions, in the order of their numbers.
    pub fn revisions(&self) -> impl ExactSizeIterator<Item = &Revision> {
        self.steps.iter().map(|step| step.revision.as_ref())
    }

    /// The revision of a number.
    ///
    /// ```
    /// use programme::{history::{History, Revision}, model::{About, Draft}};
    ///
    /// let programme = Draft::new(About::named("example")).finish()?;
    /// let begun = Revision::new("2019-09-04".parse()?, "2019-09-10".parse()?);
    /// let history = History::begin(&programme, begun)?;
    /// assert_eq!(history.revision(1).map(|first| first.number()), Some(1));
    /// assert_eq!(history.revision(2), None);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn revision(&self, number: u32) -> Option<&Revision> {
        let at = usize::try_from(number.checked_sub(1)?).ok()?;
        self.steps.get(at).map(|step| step.revision.as_ref())
    }

    /// What all revisions together give, those that hold from a later day included.
    #[must_use]
    pub fn latest(&self) -> &Programme {
        &self.latest
    }

    /// Records a revision that was made on the last one, and gives its number.
    ///
    /// One that holds from an earlier day than others is a correction and says of which revision. Its
    /// changes are made on the state of its day, [`as_at`](Self::as_at) that day with all that is
    /// known, and not on the latest. What it sets holds from its day until a later revision sets the
    /// same field; notes that it adds to `status` and `redated`, or takes from them, stay added and
    /// taken. Its changes
    /// are kept in the order of [`diff`](crate::change::diff), one for each row.
    ///
    /// ```
    /// use programme::{change::Change, history::{History, HistoryError, Revision}};
    /// use programme::{model::{About, Draft}, Action};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let action = Action::new(draft.key("A1".parse()?), "Publish the plan");
    /// draft.put(action.clone());
    /// let day = "2019-09-04".parse()?;
    /// let mut history = History::begin(&draft.finish()?, Revision::new(day, day))?;
    ///
    /// let (mut mine, mut theirs) = (history.next(day, day), history.next(day, day));
    /// mine.changes.push(Change::remove(action.key.id));
    /// theirs.changes.push(Change::replace(action));
    /// history.record(mine)?;
    /// let Err(HistoryError::Stale { conflicts, .. }) = history.record(theirs) else {
    ///     return Err("the row is gone".into());
    /// };
    /// assert_eq!(conflicts.len(), 1, "nobody's work is lost unseen");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`HistoryError`] if it was made on another revision, its days are out of order, a decision
    /// or revision that it names is not there, ids are used again for another kind, or its changes
    /// cannot be applied. The history then stays as it was.
    pub fn record(&mut self, mut revision: Revision) -> Result<u32, HistoryError> {
        if revision.made_on != self.last() {
            return Err(self.stale(&revision));
        }
        self.check_days(&revision)?;
        let number = revision.number();
        let kinds = self.new_kinds(&revision)?;
        let earlier = self.is_earlier(&revision);
        let base = self.base(&revision)?;
        let refused = |refusal| HistoryError::Refused { revision: number, refusal };
        let after = base.apply(&revision.changes).map_err(refused)?;
        // What a correction finds in the past may have been approved since.
        let is_held = |id: &Id<Decision>| after.get(*id).or(self.latest.get(*id)).is_some();
        if let Some(decision) = revision.approved_by.iter().find(|id| !is_held(id)) {
            let what = format!("revision {number}");
            return Err(HistoryError::NoDecision { what, decision: *decision });
        }
        revision.changes = change::settled(&base, revision.changes);
        let before = revision.changes.iter().map(|change| Before::of(&base, change)).collect();
        self.steps.push(Step { revision: Arc::new(revision), before });
        let latest = if earlier { self.check_later(number) } else { Ok(after) };
        match latest {
            Ok(latest) => {
                self.latest = latest;
                self.kinds.extend(kinds);
                Ok(number)
            }
            Err(error) => {
                self.steps.pop();
                Err(error)
            }
        }
    }

    /// Records a revision that was made on an earlier one than the last, if no revision since then
    /// changes a row that it changes, and gives its number.
    ///
    /// ```
    /// use programme::{change::Change, history::{History, Revision}};
    /// use programme::{model::{About, Draft}, Action};
    ///
    /// let draft = Draft::new(About::named("example"));
    /// let first = Action::new(draft.key("A1".parse()?), "Publish the plan");
    /// let second = Action::new(draft.key("A2".parse()?), "Report on it");
    /// let day = "2019-09-04".parse()?;
    /// let mut history = History::begin(&draft.finish()?, Revision::new(day, day))?;
    /// let (mut mine, mut theirs) = (history.next(day, day), history.next(day, day));
    /// mine.changes.push(Change::add(first));
    /// theirs.changes.push(Change::add(second));
    /// history.record(mine)?;
    /// assert_eq!(history.merge(theirs)?, 3);
    /// assert_eq!(history.latest().actions().len(), 2);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`HistoryError::Stale`] with the rows that others changed meanwhile, and as
    /// [`record`](Self::record).
    pub fn merge(&mut self, mut revision: Revision) -> Result<u32, HistoryError> {
        match self.stale(&revision) {
            HistoryError::Stale { made_on, last, conflicts }
                if made_on <= last && conflicts.is_empty() =>
            {
                revision.made_on = last;
                self.record(revision)
            }
            other => Err(other),
        }
    }

    /// That a revision was not made on the last one, with the rows that are changed by both.
    fn stale(&self, revision: &Revision) -> HistoryError {
        // Of several changes of one row the last holds.
        let own: BTreeMap<Option<Subject>, &Change> =
            revision.changes.iter().map(|change| (change.subject(), change)).collect();
        let mut conflicts = Vec::new();
        for step in self.steps.iter().filter(|step| step.revision.number() > revision.made_on) {
            for (change, before) in step.revision.changes.iter().zip(&step.before) {
                let row = change.subject();
                if own.contains_key(&row) {
                    let reference = row.and_then(|row| self.latest.reference(row));
                    let (with, fields) = (step.revision.number(), set(before.as_ref(), change));
                    conflicts.push(Conflict { row, reference, with, fields, own: Vec::new() });
                }
            }
        }
        let base = (!conflicts.is_empty()).then(|| self.base_of(revision).ok()).flatten();
        for conflict in &mut conflicts {
            if let (Some(base), Some(change)) = (&base, own.get(&conflict.row)) {
                conflict.own = set(Before::of(base, change).as_ref(), change);
            }
        }
        conflicts.sort_by_key(|conflict| (conflict.with, conflict.row));
        conflicts.dedup();
        HistoryError::Stale { made_on: revision.made_on, last: self.last(), conflicts }
    }

    pub(crate) fn check_days(&self, revision: &Revision) -> Result<(), HistoryError> {
        let number = revision.number();
        let Some(last) = self.revisions().last() else {
            return match revision.corrects {
                Some(revision) => Err(HistoryError::NoRevision { revision, last: 0 }),
                None => Ok(()),
            };
        };
        if revision.recorded < last.recorded {
            let (recorded, last) = (revision.recorded, last.recorded);
            return Err(HistoryError::RecordedEarlier { revision: number, recorded, last });
        }
        let latest = self.revisions().map(|other| other.effective).max();
        let latest = latest.filter(|latest| revision.effective < *latest);
        match (revision.corrects, latest) {
            (Some(corrects), _) if self.revision(corrects).is_none() => {
                Err(HistoryError::NoRevision { revision: corrects, last: self.last() })
            }
            (None, Some(last)) => {
                let effective = revision.effective;
                Err(HistoryError::EffectiveEarlier { revision: number, effective, last })
            }
            _ => Ok(()),
        }
    }

    /// Whether a row is or was there.
    pub(crate) fn has_held(&self, row: Subject) -> bool {
        self.kinds.get(&row.uuid()) == Some(&row.kind())
    }

    /// The kinds of the rows that a revision adds, none of which has the id of one of another kind.
    fn new_kinds(&self, revision: &Revision) -> Result<Vec<(uuid::Uuid, Kind)>, HistoryError> {
        let mut kinds = Vec::new();
        for change in &revision.changes {
            let Change::Add(record) = change else { continue };
            let (row, reference) = (record.subject(), record.reference());
            match self.kinds.get(&row.uuid()) {
                Some(was) if *was != row.kind() => {
                    let (revision, was) = (revision.number(), *was);
                    return Err(HistoryError::IdReused { revision, row, reference, was });
                }
                _ => kinds.push((row.uuid(), row.kind())),
            }
        }
        Ok(kinds)
    }
}

/// The programme before its first revision, as that one says what it is: it agrees with itself once
/// its links, which the revision's rows are to hold, are left out.
fn empty_before(first: &Revision) -> Result<Programme, HistoryError> {
    let Some(Change::About(about)) = first.changes.first() else {
        return Err(HistoryError::Incomplete);
    };
    let empty = Draft::new(About::new(about.id, about.name.clone())).finish();
    empty.map_err(|_| HistoryError::Incomplete)
}

/// The fields that a change sets; none where the row itself comes or goes.
fn set(before: Option<&Before>, change: &Change) -> Vec<&'static str> {
    match (before, change) {
        (Some(Before::About(before)), Change::About(after)) => before.differing(after),
        (Some(Before::Row(before)), Change::Replace(after)) => before.differing(after),
        _ => Vec::new(),
    }
}

impl Before {
    fn of(base: &Programme, change: &Change) -> Option<Self> {
        match change {
            Change::About(_) => Some(Self::About(Arc::new(base.about().clone()))),
            Change::Replace(record) => base.record(record.subject()).map(Self::Row),
            Change::Add(_) | Change::Remove(_) => None,
        }
    }
}
