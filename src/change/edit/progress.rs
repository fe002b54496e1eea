//! What is said of the state of work.

use super::{Edit, EditError, Work, words};
use crate::{
    model::{Decision, Standing, StatusNote, Subject},
    values::{ActionStatus, Id, PartialDate, Percent, Reference, When},
};

impl Edit {
    /// Says how far work is that is not done: proposed, possible, not started or in progress.
    ///
    /// See [`Edit`] for an example.
    ///
    /// # Errors
    /// [`EditError`] if it is gone, out of the plan or done, if something newer was said of it, or
    /// if the state is said by another verb.
    pub fn report(
        &mut self,
        work: impl Into<Work>,
        status: ActionStatus,
        text: impl Into<String>,
    ) -> Result<(), EditError> {
        self.progress(work.into(), status, None, words(text))
    }

    /// The same with how many per cent of it somebody judges to be done.
    ///
    /// ```
    /// use programme::{change::Edit, model::{About, Draft}};
    /// use programme::{values::{ActionStatus, Percent}, Milestone};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let milestone = Milestone::new(draft.key("M1".parse()?), "Hub open");
    /// let id = milestone.key.id;
    /// draft.put(milestone);
    /// let (before, on) = (draft.finish()?, "2020-01-15".parse()?);
    /// let percent = Percent::from_hundredths(4000).ok_or("beyond 100 %")?;
    /// let mut edit = Edit::of(&before, on);
    /// edit.report_percent(id, ActionStatus::InProgress, percent, "Walls are up")?;
    /// let after = before.apply(&edit.changes())?;
    /// let milestone = after.get(id).ok_or("no M1")?;
    /// assert_eq!(after.milestone_standing(milestone, on).percent, Some(percent));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// As [`report`](Self::report).
    pub fn report_percent(
        &mut self,
        work: impl Into<Work>,
        status: ActionStatus,
        percent: Percent,
        text: impl Into<String>,
    ) -> Result<(), EditError> {
        self.progress(work.into(), status, Some(percent), words(text))
    }

    fn progress(
        &mut self,
        work: Work,
        status: ActionStatus,
        percent: Option<Percent>,
        text: Option<String>,
    ) -> Result<(), EditError> {
        use ActionStatus::{InProgress, NotStarted, Possible, Proposed};
        let found = self.open(work)?;
        if !matches!(status, Proposed | Possible | NotStarted | InProgress) {
            let (row, reference) = (found.row, found.reference);
            return Err(EditError::NotProgress { row, reference, status });
        }
        let percent = percent.map(Into::into);
        self.note(work, StatusNote { percent, text, ..StatusNote::new(status) })
    }

    /// Says that work is done, and what shows it.
    ///
    /// See [`Edit`] for an example.
    ///
    /// # Errors
    /// [`EditError`] if it is gone, out of the plan or done already, if something newer was said of
    /// it, or if the evidence is blank.
    pub fn complete(
        &mut self,
        work: impl Into<Work>,
        evidence: impl Into<String>,
    ) -> Result<(), EditError> {
        let work = work.into();
        self.open(work)?;
        self.done(work, ActionStatus::Complete, words(evidence))
    }

    /// Says that those who asked for work that is complete have seen what shows it.
    ///
    /// ```
    /// use programme::{change::Edit, model::{About, Draft, State}, Action};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let action = Action::new(draft.key("A1".parse()?), "Publish the plan");
    /// let id = action.key.id;
    /// draft.put(action);
    /// let (before, on) = (draft.finish()?, "2020-01-15".parse()?);
    /// let mut edit = Edit::of(&before, on);
    /// assert!(edit.accept(id, "Board minutes, item 2").is_err(), "it is not complete");
    /// edit.complete(id, "Cabinet minutes, item 4")?;
    /// edit.accept(id, "Board minutes, item 2")?;
    /// let states: Vec<_> = before.apply(&edit.changes())?.states(on).collect();
    /// assert_eq!(states, [State::Accepted]);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`EditError`] if it is gone, out of the plan or not complete, if something newer was said of
    /// it, or if the evidence is blank.
    pub fn accept(
        &mut self,
        work: impl Into<Work>,
        evidence: impl Into<String>,
    ) -> Result<(), EditError> {
        let work = work.into();
        self.delivered(work)?;
        self.done(work, ActionStatus::Accepted, words(evidence))
    }

    /// Says that work which was said to be done is not, and why: it is in progress again.
    ///
    /// ```
    /// use programme::{change::Edit, model::{About, Draft, State}, values::Timescale, Action};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let mut action = Action::new(draft.key("A1".parse()?), "Publish the plan");
    /// action.timescale = Timescale::read("Completed");
    /// let id = action.key.id;
    /// draft.put(action);
    /// let (before, on) = (draft.finish()?, "2020-01-15".parse()?);
    /// let mut edit = Edit::of(&before, on);
    /// edit.reopen(id, "Only the summary is out")?;
    /// let states: Vec<_> = before.apply(&edit.changes())?.states(on).collect();
    /// assert_eq!(states, [State::InProgress]);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`EditError`] if it is gone, out of the plan or not done, if something newer was said of it,
    /// or if no reason is given.
    pub fn reopen(
        &mut self,
        work: impl Into<Work>,
        reason: impl Into<String>,
    ) -> Result<(), EditError> {
        let work = work.into();
        let (row, reference) = self.delivered(work)?;
        let text = words(reason).ok_or(EditError::NoReason { row, reference })?;
        let note = StatusNote::new(ActionStatus::InProgress);
        self.note(work, StatusNote { text: Some(text), ..note })
    }

    /// Says that work waits, and for what.
    ///
    /// ```
    /// use programme::{change::Edit, model::{About, Draft, State, StatusNote}};
    /// use programme::{values::ActionStatus, Action};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let mut action = Action::new(draft.key("A1".parse()?), "Publish the plan");
    /// action.status.push(StatusNote::new(ActionStatus::NotStarted));
    /// let id = action.key.id;
    /// draft.put(action);
    /// let before = draft.finish()?;
    /// let state = |programme: &programme::Programme, on| programme.states(on).next();
    ///
    /// let winter = "2020-01-15".parse()?;
    /// let mut edit = Edit::of(&before, winter);
    /// edit.hold(id, "The government's answer")?;
    /// let held = before.apply(&edit.changes())?;
    /// assert_eq!(state(&held, winter), Some(State::OnHold));
    ///
    /// let spring = "2020-04-15".parse()?;
    /// let mut edit = Edit::of(&held, spring);
    /// edit.resume(id)?;
    /// let resumed = held.apply(&edit.changes())?;
    /// assert_eq!(state(&resumed, spring), Some(State::NotStarted), "as it was before");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`EditError`] if it is gone, out of the plan or done, if something newer was said of it, or
    /// if it is not said what it waits for.
    pub fn hold(
        &mut self,
        work: impl Into<Work>,
        awaiting: impl Into<String>,
    ) -> Result<(), EditError> {
        let work = work.into();
        let found = self.open(work)?;
        let (row, reference) = (found.row, found.reference);
        let awaiting = words(awaiting).ok_or(EditError::NothingAwaited { row, reference })?;
        let note = StatusNote::new(ActionStatus::OnHold);
        self.note(work, StatusNote { awaiting: Some(awaiting), ..note })
    }

    /// Says that work waits no more. It is as it was said to be before, or in progress where nothing
    /// was said.
    ///
    /// See [`hold`](Self::hold) for an example.
    ///
    /// # Errors
    /// [`EditError`] if it is gone or not on hold, or if something newer was said of it.
    pub fn resume(&mut self, work: impl Into<Work>) -> Result<(), EditError> {
        let work = work.into();
        let found = self.in_plan(work)?;
        if found.standing(self.on).status != Some(ActionStatus::OnHold) {
            let (row, reference) = (found.row, found.reference);
            return Err(EditError::NotOnHold { row, reference });
        }
        let notes: Vec<StatusNote> =
            found.notes.iter().filter(|note| !holds(note)).cloned().collect();
        let before = Standing::of_work(&notes, Some(found.timescale), found.plan, self.on).status;
        let was = |status: &ActionStatus| status.is_open() && *status != ActionStatus::OnHold;
        let status = before.filter(was).unwrap_or(ActionStatus::InProgress);
        self.note(work, StatusNote::new(status))
    }

    /// Takes work out of the plan, by whose decision and why. Parts that are not done go with it.
    ///
    /// ```
    /// use programme::{change::Edit, model::{About, Draft, State}, Action, Decision};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let action = Action::new(draft.key("A1".parse()?), "Publish the plan");
    /// let decision = Decision::new(draft.key("DEC1".parse()?), "Publish the summary alone");
    /// let (id, decided) = (action.key.id, decision.key.id);
    /// draft.put(action);
    /// draft.put(decision);
    /// let (before, on) = (draft.finish()?, "2020-01-15".parse()?);
    /// let mut edit = Edit::of(&before, on);
    /// assert!(edit.cancel(id, decided, " ").is_err(), "it is not said why");
    /// edit.cancel(id, decided, "The summary does")?;
    /// let states: Vec<_> = before.apply(&edit.changes())?.states(on).collect();
    /// assert_eq!(states, [State::Cancelled]);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`EditError`] if it is gone, out of the plan or done, if something newer was said of it, or
    /// if no reason is given. Without a decision it can be cancelled; a rule tells of it.
    pub fn cancel(
        &mut self,
        work: impl Into<Work>,
        decision: impl Into<Option<Id<Decision>>>,
        reason: impl Into<String>,
    ) -> Result<(), EditError> {
        let work = work.into();
        let found = self.open(work)?;
        let (row, reference) = (found.row, found.reference);
        let reason = words(reason).ok_or(EditError::NoReason { row, reference })?;
        let (reason, decision, on) = (Some(reason), decision.into(), self.today());
        let note = StatusNote::new(ActionStatus::Cancelled);
        self.note(work, StatusNote { on, reason, decision, ..note })
    }

    /// Which work it is that is done and in the plan.
    fn delivered(&self, work: Work) -> Result<(Subject, Reference), EditError> {
        let found = self.in_plan(work)?;
        let (row, reference) = (found.row, found.reference);
        match found.standing(self.on).status.is_some_and(ActionStatus::is_delivered) {
            true => Ok((row, reference)),
            false => Err(EditError::NotDone { row, reference }),
        }
    }

    fn done(
        &mut self,
        work: Work,
        status: ActionStatus,
        evidence: Option<String>,
    ) -> Result<(), EditError> {
        let found = self.find(work)?;
        if evidence.is_none() {
            let (row, reference) = (found.row, found.reference);
            return Err(EditError::NoEvidence { row, reference });
        }
        let on = self.today();
        self.note(work, StatusNote { on, evidence, ..StatusNote::new(status) })
    }

    /// The day of the edit, as rows hold it.
    pub(super) fn today(&self) -> Option<When> {
        PartialDate::on(self.on).map(When::from)
    }
}

/// Whether a note says that the work is on hold.
fn holds(note: &StatusNote) -> bool {
    let status = note.state.as_ref().and_then(|state| state.value()?.status);
    status == Some(ActionStatus::OnHold)
}
