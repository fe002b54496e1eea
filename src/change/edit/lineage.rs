//! Actions that take the place of others, and parts that take the place of a whole.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Edit, EditError, Work};
use crate::{
    model::{Action, Decision, Recommendation, Standing, StatusNote, Subject},
    values::{ActionStatus, Id},
};

impl Edit {
    /// Replaces an action by another, by whose decision. Parts that are not done go with it.
    ///
    /// ```
    /// use programme::{change::Edit, model::{About, Draft, State}, Action};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let old = Action::new(draft.key("A1".parse()?), "Publish the plan");
    /// let new = Action::new(draft.key("A2".parse()?), "Publish the plan as pages");
    /// let (old_id, new_id) = (old.key.id, new.key.id);
    /// draft.put(old);
    /// let (before, on) = (draft.finish()?, "2020-01-15".parse()?);
    /// let mut edit = Edit::of(&before, on);
    /// edit.add(new)?;
    /// edit.supersede(old_id, new_id, None)?;
    /// assert!(edit.supersede(new_id, old_id, None).is_err(), "the old one is out of the plan");
    /// let states: Vec<_> = before.apply(&edit.changes())?.states(on).collect();
    /// assert_eq!(states, [State::Superseded, State::NotReported]);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`EditError`] if either is gone or out of the plan, if it is done, if something newer was
    /// said of it, or if the other is itself, its whole, a part of it, or gives way to it.
    pub fn supersede(
        &mut self,
        action: Id<Action>,
        by: Id<Action>,
        decision: impl Into<Option<Id<Decision>>>,
    ) -> Result<(), EditError> {
        self.check_successor(action, by)?;
        let (on, decision, successor) = (self.today(), decision.into(), Some(by));
        let note = StatusNote::new(ActionStatus::Superseded);
        self.note(Work::Action(action), StatusNote { on, decision, successor, ..note })
    }

    /// Takes actions into another, which then answers, produces and sets up what they did. Parts
    /// that are not done go with them.
    ///
    /// ```
    /// use programme::{change::Edit, model::{About, Draft, State}, Action, Recommendation};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let advice = Recommendation::new(draft.key("R1".parse()?), "Tell people of the plan");
    /// let mut plan = Action::new(draft.key("A1".parse()?), "Publish the plan");
    /// plan.answers.push(advice.key.id);
    /// let report = Action::new(draft.key("A2".parse()?), "Report on the plan");
    /// let (advice_id, plan_id, report_id) = (advice.key.id, plan.key.id, report.key.id);
    /// draft.put(advice);
    /// draft.put(plan);
    /// draft.put(report);
    /// let (before, on) = (draft.finish()?, "2020-01-15".parse()?);
    /// let mut edit = Edit::of(&before, on);
    /// edit.merge(&[plan_id], report_id)?;
    /// let after = before.apply(&edit.changes())?;
    /// let states: Vec<_> = after.states(on).collect();
    /// assert_eq!(states, [State::Merged, State::NotReported]);
    /// assert_eq!(after.get(report_id).map(|a| a.answers.clone()), Some(vec![advice_id]));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// As [`supersede`](Self::supersede) of each; also if there is none, and if the one that stays
    /// is done.
    pub fn merge(&mut self, actions: &[Id<Action>], into: Id<Action>) -> Result<(), EditError> {
        let stays = self.find(Work::Action(into))?;
        let (row, reference) = (stays.row, stays.reference);
        if actions.is_empty() {
            return Err(EditError::NothingMerged { row, reference });
        }
        for action in actions {
            self.check_successor(*action, into)?;
        }
        let status = stays.standing(self.on).status.filter(|status| status.is_delivered());
        if let Some(status) = status {
            return Err(EditError::Done { row, reference, status });
        }
        self.carry(actions, into);
        let merged: BTreeSet<_> = actions.iter().copied().collect();
        for action in merged {
            let (on, successor) = (self.today(), Some(into));
            let note = StatusNote::new(ActionStatus::Merged);
            self.note(Work::Action(action), StatusNote { on, successor, ..note })?;
        }
        Ok(())
    }

    /// Divides an action into parts, which are new; it is then counted through them.
    ///
    /// ```
    /// use programme::{change::Edit, model::{About, Draft, State}, Action};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let whole = Action::new(draft.key("A1".parse()?), "Publish the plan");
    /// let parts = [
    ///     Action::new(draft.key("A1.1".parse()?), "Write it"),
    ///     Action::new(draft.key("A1.2".parse()?), "Print it"),
    /// ];
    /// let (id, first) = (whole.key.id, parts[0].key.id);
    /// draft.put(whole);
    /// let (before, on) = (draft.finish()?, "2020-01-15".parse()?);
    /// let mut edit = Edit::of(&before, on);
    /// edit.split(id, parts)?;
    /// edit.complete(first, "Draft 2")?;
    /// let states: Vec<_> = before.apply(&edit.changes())?.states(on).collect();
    /// assert_eq!(states, [State::Divided, State::Complete, State::NotReported]);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`EditError`] if it is gone, out of the plan or done, if something newer was said of it, if
    /// there is no part, or if the id of one is taken.
    pub fn split(
        &mut self,
        action: Id<Action>,
        parts: impl IntoIterator<Item = Action>,
    ) -> Result<(), EditError> {
        let found = self.open(Work::Action(action))?;
        let (row, reference) = (found.row, found.reference);
        let new: Vec<Action> = parts.into_iter().collect();
        if new.is_empty() {
            return Err(EditError::NoParts { row, reference });
        }
        let mut ids = BTreeSet::new();
        for part in &new {
            let id = part.key.id;
            if !ids.insert(id) || self.rows.kind_of(id.uuid()).is_some() {
                let (row, reference) = (id.into(), part.key.reference);
                return Err(EditError::Exists { row, reference });
            }
        }
        for mut part in new {
            part.parent = Some(action);
            self.add(part)?;
        }
        Ok(())
    }

    /// Whether an action that is open may give way to another.
    fn check_successor(&self, action: Id<Action>, by: Id<Action>) -> Result<(), EditError> {
        let found = self.open(Work::Action(action))?;
        let (row, reference) = (found.row, found.reference);
        if action == by {
            return Err(EditError::Itself { row, reference });
        }
        let successor = self.find(Work::Action(by))?.reference;
        let within = |part, whole| self.upwards(part).any(|row: &Action| row.key.id == whole);
        if within(action, by) || within(by, action) {
            return Err(EditError::WholeAndPart { row, reference, successor });
        }
        if self.left_with(Work::Action(by)).is_some() {
            return Err(EditError::SuccessorOut { row, reference, successor });
        }
        match self.gives_way(by, action) {
            true => Err(EditError::Ring { row, reference, successor }),
            false => Ok(()),
        }
    }

    /// Whether an action gives way to another in the end, by what is said of any day.
    fn gives_way(&self, action: Id<Action>, to: Id<Action>) -> bool {
        let mut seen = BTreeSet::new();
        let mut next = Some(action);
        while let Some(id) = next.filter(|id| *id != to && seen.insert(*id)) {
            next = self.find(Work::Action(id)).ok().and_then(|found| {
                let Standing { status, note, .. } = found.standing(NaiveDate::MAX);
                status.filter(|status| status.is_excluded()).and(note)?.successor
            });
        }
        next == Some(to)
    }

    /// Gives an action what others answer, produce and set up.
    fn carry(&mut self, from: &[Id<Action>], into: Id<Action>) {
        let mut answers = self.answers(into).to_vec();
        let own = answers.len();
        let (mut produces, mut creates) = (Vec::new(), Vec::new());
        for id in from {
            join(&mut answers, self.answers(*id));
            let Some(action) = self.rows.get(*id) else { continue };
            join(&mut produces, &action.produces);
            join(&mut creates, &action.creates);
        }
        let Some(stays) = self.rows.get_mut(into) else { return };
        // What it has from its whole stays inherited while nothing is added to it.
        if answers.len() > own {
            stays.answers = answers;
        }
        join(&mut stays.produces, &produces);
        join(&mut stays.creates, &creates);
        self.touched.insert(Subject::from(into));
    }

    /// What an action answers: its own links, or else those of the nearest above that has some.
    fn answers(&self, id: Id<Action>) -> &[Id<Recommendation>] {
        let answers = self.upwards(id).map(|action| action.answers.as_slice());
        answers.into_iter().find(|answers| !answers.is_empty()).unwrap_or(&[])
    }
}

/// Adds to a list what is not in it.
fn join<T: Copy + PartialEq>(list: &mut Vec<T>, more: &[T]) {
    for one in more {
        if !list.contains(one) {
            list.push(*one);
        }
    }
}
