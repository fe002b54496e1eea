//! Figures through time, each as it was known then and as it is known now.

use chrono::NaiveDate;

use super::{Figures, History, HistoryError, Known};
use crate::{
    model::Programme,
    rollup::{self, Policy},
};

/// The figures of one date of a series.
///
/// See [`History::trend`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrendPoint {
    /// The day.
    pub on: NaiveDate,
    /// As they were known at the end of the day itself; none where nothing was known of it yet.
    pub then: Option<Figures>,
    /// As they are known now; none where nothing is known of the day.
    pub now: Option<Figures>,
}

impl TrendPoint {
    /// Whether what is known now differs from what was known then.
    ///
    /// See [`History::trend`] for an example.
    #[must_use]
    pub fn is_restated(&self) -> bool {
        self.then != self.now
    }
}

impl Figures {
    /// The figures of a whole programme as at a day, its shares by the policy's own level.
    ///
    /// ```
    /// use programme::{history::Figures, model::{About, Draft}, rollup::{Policy, Ratio}};
    /// use programme::{values::Timescale, Action, Recommendation};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let advice = draft.key("R1".parse()?);
    /// let rows = [("A1", "Completed", true), ("A2", "May 2019", true), ("A3", "Completed", false)];
    /// for (reference, timescale, answers) in rows {
    ///     let mut action = Action::new(draft.key(reference.parse()?), "Publish the plan");
    ///     action.timescale = Timescale::read(timescale);
    ///     action.answers.extend(answers.then_some(advice.id));
    ///     draft.put(action);
    /// }
    /// draft.put(Recommendation::new(advice, "Tell people of the plan"));
    /// let (programme, on) = (draft.finish()?, "2019-09-04".parse()?);
    /// let share = |policy| Figures::on(&programme, &policy, on).confirmed;
    /// assert_eq!(share(Policy::pooled()), Ratio::new(2, 3));
    /// assert_eq!(share(Policy::mean()), Ratio::new(3, 4), "the mean of a half and the whole");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn on(programme: &Programme, policy: &Policy, on: NaiveDate) -> Self {
        let known = rollup::assess(programme, policy, on).known().copied();
        Self {
            confirmed: known.map(|known| known.confirmed),
            possible: known.map(|known| known.possible),
            coverage: known.map(|known| known.coverage),
            ..Self::of(&rollup::progress(programme, policy, on))
        }
    }
}

impl History {
    /// The figures of several days, each as it was known on the day itself and as it is known now,
    /// by one policy, in the order of the days given.
    ///
    /// ```
    /// use programme::{change::Change, history::{History, Revision}, model::{About, Draft}};
    /// use programme::{rollup::Policy, values::Timescale, Action};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let mut action = Action::new(draft.key("A1".parse()?), "Publish the plan");
    /// draft.put(action.clone());
    /// let [june, july] = ["2019-06-30".parse()?, "2019-07-31".parse()?];
    /// let mut history = History::begin(&draft.finish()?, Revision::new(june, june))?;
    ///
    /// // The paper of June became known in July.
    /// action.timescale = Timescale::read("Completed");
    /// let mut revision = history.next(june, "2019-07-10".parse()?);
    /// revision.changes.push(Change::replace(action));
    /// history.record(revision)?;
    ///
    /// let trend = history.trend(["2019-05-31".parse()?, june, july], &Policy::pooled())?;
    /// let complete = |point: usize| {
    ///     (trend[point].then.map(|f| f.complete), trend[point].now.map(|f| f.complete))
    /// };
    /// assert_eq!(complete(0), (None, None), "nothing is known of May");
    /// assert_eq!(complete(1), (Some(0), Some(1)));
    /// assert_eq!(complete(2), (Some(1), Some(1)));
    /// assert!(trend[1].is_restated() && !trend[2].is_restated());
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`HistoryError`] if the revisions known by a day do not agree with one another. Of a day of
    /// which nothing is known the figures are missing, which is no error.
    pub fn trend(
        &self,
        days: impl IntoIterator<Item = NaiveDate>,
        policy: &Policy,
    ) -> Result<Vec<TrendPoint>, HistoryError> {
        let figures = |on, known| match self.as_at(on, known) {
            Ok(programme) => Ok(Some(Figures::on(&programme, policy, on))),
            Err(HistoryError::BeforeFirst { .. }) => Ok(None),
            Err(other) => Err(other),
        };
        let point = |on| {
            let (then, now) = (figures(on, Known::By(on))?, figures(on, Known::Now)?);
            Ok(TrendPoint { on, then, now })
        };
        days.into_iter().map(point).collect()
    }
}
