//! Baselines: states of a programme that later ones are held against.

use chrono::NaiveDate;

use super::{History, HistoryError, Known};
use crate::{
    model::{Decision, Programme},
    values::Id,
};

/// A state of the programme that was fixed to be held against: named, numbered, never changed.
///
/// ```
/// use programme::{history::{Baseline, History, Revision}, model::{About, Draft}};
///
/// let programme = Draft::new(About::named("example")).finish()?;
/// let day = "2019-09-04".parse()?;
/// let mut history = History::begin(&programme, Revision::new(day, day))?;
/// let number = history.set_baseline(Baseline::new("As agreed by Cabinet", 1, day))?;
/// assert_eq!(history.at_baseline(number)?, programme);
/// let again = history.set_baseline(Baseline::new("Again", 1, day));
/// assert!(again.is_err(), "a new baseline says why the old one does not do");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Baseline {
    /// Its name.
    pub name: String,
    /// The revision up to which it holds everything.
    pub revision: u32,
    /// The day on which it was fixed.
    pub set: NaiveDate,
    /// The decision that approved it.
    pub approved_by: Option<Id<Decision>>,
    /// For what it replaces the one before; none of the first.
    pub reason: Option<BaselineReason>,
    /// The same in words.
    pub because: Option<String>,
}

/// For what a baseline is replaced by another.
///
/// See [`Baseline`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BaselineReason {
    /// What is to be done has changed.
    Scope,
    /// When it is to be done has changed.
    Time,
    /// What it is to cost has changed.
    Cost,
    /// The one before was mistaken.
    Error,
}

impl Baseline {
    /// One of which only the name, the revision and the day are known.
    #[must_use]
    pub fn new(name: impl Into<String>, revision: u32, set: NaiveDate) -> Self {
        let (approved_by, reason, because) = (None, None, None);
        Self { name: name.into(), revision, set, approved_by, reason, because }
    }
}

impl History {
    /// Fixes a baseline, and gives its number. Those before stay as they are.
    ///
    /// See [`Baseline`] for an example.
    ///
    /// # Errors
    /// [`HistoryError`] if its revision or decision is not there, if it is dated before its
    /// revision was recorded or the baseline before it was fixed, or if it replaces another and does
    /// not say why.
    pub fn set_baseline(&mut self, baseline: Baseline) -> Result<u32, HistoryError> {
        let number = u32::try_from(self.baselines.len()).unwrap_or(u32::MAX).saturating_add(1);
        if let Some(decision) = baseline.approved_by.filter(|id| self.latest.get(*id).is_none()) {
            let what = format!("baseline {number}");
            return Err(HistoryError::NoDecision { what, decision });
        }
        self.keep_baseline(baseline)
    }

    /// Holds a baseline that was fixed before, since when its decision may have gone, and gives its
    /// number.
    pub(crate) fn keep_baseline(&mut self, baseline: Baseline) -> Result<u32, HistoryError> {
        let number = u32::try_from(self.baselines.len()).unwrap_or(u32::MAX).saturating_add(1);
        self.known(Known::Revision(baseline.revision))?;
        let said = baseline.because.as_deref().is_some_and(|words| !words.trim().is_empty());
        let what = format!("baseline {number}");
        self.check_day(what.clone(), baseline.set, baseline.revision)?;
        if let Some(before) = self.baselines.last().filter(|before| before.set > baseline.set) {
            let than = format!("the one before is of {}", before.set);
            return Err(HistoryError::TooEarly { what, day: baseline.set, than });
        }
        if number > 1 && (baseline.reason.is_none() || !said) {
            return Err(HistoryError::NoReason { number });
        }
        self.baselines.push(baseline);
        Ok(number)
    }

    /// Whether something that rests on a revision is of its day or a later one.
    pub(super) fn check_day(
        &self,
        what: String,
        day: NaiveDate,
        revision: u32,
    ) -> Result<(), HistoryError> {
        match self.revision(revision).map(|revision| revision.recorded) {
            Some(recorded) if recorded > day => {
                let than = format!("revision {revision} was recorded on {recorded}");
                Err(HistoryError::TooEarly { what, day, than })
            }
            _ => Ok(()),
        }
    }

    /// All baselines, in the order of their numbers, from 1.
    #[must_use]
    pub fn baselines(&self) -> &[Baseline] {
        &self.baselines
    }

    /// The programme as a baseline fixed it.
    ///
    /// See [`Baseline`] for an example.
    ///
    /// # Errors
    /// [`HistoryError::NoBaseline`] if there is none of this number.
    pub fn at_baseline(&self, number: u32) -> Result<Programme, HistoryError> {
        let at = number.checked_sub(1).and_then(|at| usize::try_from(at).ok());
        let baseline = at.and_then(|at| self.baselines.get(at)).ok_or_else(|| {
            let last = u32::try_from(self.baselines.len()).unwrap_or(u32::MAX);
            HistoryError::NoBaseline { number, last }
        })?;
        self.known(Known::Revision(baseline.revision))
    }
}
