//! Reports as they were published, and what the same report would say today.

use chrono::NaiveDate;

use super::{Figures, History, HistoryError, Known};
use crate::{
    model::{Programme, Subject},
    rollup::{self, Grouping, Policy},
};

/// A report that was published: its figures and the policy by which they were reckoned, as they
/// were. Never reckoned anew; [`History::restate`] gives what follows today beside it.
///
/// ```
/// use programme::{change::Change, history::{History, Revision}, model::{About, Draft}};
/// use programme::{rollup::Policy, values::Timescale, Action};
///
/// let mut draft = Draft::new(About::named("example"));
/// let mut action = Action::new(draft.key("A1".parse()?), "Publish the plan");
/// draft.put(action.clone());
/// let day = "2019-09-04".parse()?;
/// let mut history = History::begin(&draft.finish()?, Revision::new(day, day))?;
/// let number = history.publish("September", day, day, Policy::pooled())?;
///
/// // Later it turns out that the action was complete all along.
/// action.timescale = Timescale::read("Completed");
/// let mut revision = history.next(day, "2020-01-10".parse()?);
/// revision.corrects = Some(1);
/// revision.changes.push(Change::replace(action));
/// history.record(revision)?;
/// let restated = history.restate(number)?;
/// assert_eq!((restated.published.whole.complete, restated.now.whole.complete), (0, 1));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedReport {
    /// Its title.
    pub title: String,
    /// The day as at which it reports.
    pub as_at: NaiveDate,
    /// The last revision that it knew.
    pub revision: u32,
    /// The day on which it was published.
    pub published: NaiveDate,
    /// How its figures were reckoned.
    pub policy: Policy,
    /// Of the whole programme.
    pub whole: Figures,
    /// Of each workstream, in the order of references.
    pub workstreams: Vec<(Subject, Figures)>,
}

/// A published report beside what its own facts give, and what is known today.
///
/// See [`PublishedReport`] for an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restated<'h> {
    /// As it was published.
    pub published: &'h PublishedReport,
    /// Reckoned anew from what was known then, by the policy of then.
    pub then: PublishedReport,
    /// Reckoned from what is known today of the same day, by the policy of then.
    pub now: PublishedReport,
}

impl PublishedReport {
    /// The figures of a state.
    fn of(
        programme: &Programme,
        (title, policy): (&str, Policy),
        (as_at, published): (NaiveDate, NaiveDate),
        revision: u32,
    ) -> Self {
        let by = rollup::breakdown(programme, Grouping::Workstream, &policy, as_at);
        let workstreams = by.groups.iter().map(|(row, sums)| (*row, Figures::of(sums))).collect();
        let (title, whole) = (title.to_owned(), Figures::on(programme, &policy, as_at));
        Self { title, as_at, revision, published, policy, whole, workstreams }
    }
}

impl History {
    /// Freezes the figures of a day as they are known on the day of publication, and gives the
    /// number of the report.
    ///
    /// See [`PublishedReport`] for an example.
    ///
    /// # Errors
    /// [`HistoryError::BeforeFirst`] if nothing was known of the day by then, and
    /// [`HistoryError::TooEarly`] if it would be published before the day as at which it reports.
    pub fn publish(
        &mut self,
        title: &str,
        as_at: NaiveDate,
        published: NaiveDate,
        policy: Policy,
    ) -> Result<u32, HistoryError> {
        let known = self.revisions().filter(|revision| revision.recorded <= published);
        let revision = known.map(super::Revision::number).max().unwrap_or(0);
        let programme = self.as_at(as_at, Known::By(published))?;
        let report = PublishedReport::of(&programme, (title, policy), (as_at, published), revision);
        self.hold(report)
    }

    /// Holds a report that was published elsewhere or before, figures and all, and gives its number.
    ///
    /// ```
    /// use programme::{history::{Figures, History, PublishedReport, Revision}};
    /// use programme::{model::{About, Draft}, rollup::Policy};
    ///
    /// let programme = Draft::new(About::named("example")).finish()?;
    /// let day = "2019-09-04".parse()?;
    /// let mut history = History::begin(&programme, Revision::new(day, day))?;
    /// let printed = PublishedReport {
    ///     title: "September".into(),
    ///     as_at: day,
    ///     revision: 1,
    ///     published: day,
    ///     policy: Policy::pooled(),
    ///     whole: Figures { counted: 5, complete: 3, ..Figures::default() },
    ///     workstreams: Vec::new(),
    /// };
    /// let number = history.hold(printed)?;
    /// let restated = history.restate(number)?;
    /// assert_eq!((restated.published.whole.counted, restated.then.whole.counted), (5, 0));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`HistoryError`] if nothing was known of its day by its revision, there is no such revision, or
    /// it was published before either.
    pub fn hold(&mut self, report: PublishedReport) -> Result<u32, HistoryError> {
        self.as_at(report.as_at, Known::Revision(report.revision))?;
        let number = u32::try_from(self.published.len()).unwrap_or(u32::MAX).saturating_add(1);
        let what = format!("published report {number}");
        if report.as_at > report.published {
            let than = format!("it reports as at {}", report.as_at);
            return Err(HistoryError::TooEarly { what, day: report.published, than });
        }
        self.check_day(what, report.published, report.revision)?;
        self.published.push(report);
        Ok(number)
    }

    /// All published reports, in the order of their numbers, from 1.
    #[must_use]
    pub fn published(&self) -> &[PublishedReport] {
        &self.published
    }

    /// A published report beside what its own facts give, and what is known today.
    ///
    /// See [`PublishedReport`] for an example.
    ///
    /// # Errors
    /// [`HistoryError::NoReport`] if there is none of this number.
    pub fn restate(&self, number: u32) -> Result<Restated<'_>, HistoryError> {
        let at = number.checked_sub(1).and_then(|at| usize::try_from(at).ok());
        let published = at.and_then(|at| self.published.get(at)).ok_or_else(|| {
            let last = u32::try_from(self.published.len()).unwrap_or(u32::MAX);
            HistoryError::NoReport { number, last }
        })?;
        let reckon = |known, revision| -> Result<PublishedReport, HistoryError> {
            let programme = self.as_at(published.as_at, known)?;
            let (title, policy) = (published.title.as_str(), published.policy.clone());
            let days = (published.as_at, published.published);
            Ok(PublishedReport::of(&programme, (title, policy), days, revision))
        };
        let then = reckon(Known::Revision(published.revision), published.revision)?;
        Ok(Restated { published, then, now: reckon(Known::Now, self.last())? })
    }
}
