//! When work is to be done, and who leads it.

use super::{Edit, EditError, Work, words};
use crate::{
    model::{Lead, Redating, StatusNote, says_how_far},
    values::{Meaning, Timescale, Unread, When},
};

impl Edit {
    /// Gives work another date, and keeps the one that it had, with the reason and who agreed.
    ///
    /// The words of both are kept. The day of the edit is that of the re-dating unless that says
    /// another; what it says it was re-dated from is replaced by the date that it had. A state that
    /// the cell of the date gave stays, as a note.
    ///
    /// See [`Edit`] for an example.
    ///
    /// # Errors
    /// [`EditError`] if it is gone, out of the plan or done, if something newer was said of it, if
    /// no reason is given, or if the date is the same or none.
    pub fn redate(
        &mut self,
        work: impl Into<Work>,
        timescale: Timescale,
        redating: Redating,
    ) -> Result<(), EditError> {
        let work = work.into();
        let found = self.open(work)?;
        let (row, reference) = (found.row, found.reference);
        if redating.reason.clone().and_then(words).is_none() {
            return Err(EditError::NoReason { row, reference });
        }
        let from = self.due(work).unwrap_or(found.timescale).clone();
        let words = timescale.words().into_owned();
        if timescale == from {
            return Err(EditError::SameDate { row, reference, words });
        }
        let says_a_state = timescale.value().is_some_and(|meaning| meaning.status().is_some());
        // "TBC" says that there is no date yet; words that mean nothing say nothing.
        let says_nothing = matches!(
            timescale.unread(),
            Some(Unread::Blank | Unread::NotUnderstood | Unread::NoSuchDay)
        );
        if says_a_state || says_nothing {
            return Err(EditError::NoDate { row, reference, words });
        }
        let stated = found.standing(self.on);
        let from_cell = stated.status.filter(|_| !stated.note.is_some_and(says_how_far));
        let note = from_cell
            .map(|status| StatusNote { on: cell_day(found.timescale), ..StatusNote::new(status) });
        let on = redating.on.clone().or_else(|| self.today());
        self.write(work, |fields| {
            *fields.timescale = timescale;
            fields.redated.push(Redating { from, on, ..redating });
            fields.notes.extend(note);
        })
    }

    /// Gives work other leads, and says why.
    ///
    /// ```
    /// use programme::{change::Edit, model::{About, Draft, Lead}, Action};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let action = Action::new(draft.key("A1".parse()?), "Publish the plan");
    /// let id = action.key.id;
    /// draft.put(action);
    /// let before = draft.finish()?;
    /// let mut edit = Edit::of(&before, "2020-01-15".parse()?);
    /// edit.reown(id, [Lead::named("Director of Place")], "The post of COO is gone")?;
    /// let after = before.apply(&edit.changes())?;
    /// let leads = after.get(id).map(|action| action.leads.clone());
    /// assert_eq!(leads, Some(vec![Lead::named("Director of Place")]));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`EditError`] if it is gone or out of the plan, if something newer was said of it, if no
    /// reason is given, or if the leads are nobody.
    pub fn reown(
        &mut self,
        work: impl Into<Work>,
        leads: impl IntoIterator<Item = Lead>,
        reason: impl Into<String>,
    ) -> Result<(), EditError> {
        let work = work.into();
        let found = self.in_plan(work)?;
        let (row, reference) = (found.row, found.reference);
        let leads: Vec<Lead> = leads.into_iter().collect();
        if !leads.iter().any(Lead::is_somebody) {
            return Err(EditError::Nobody { row, reference });
        }
        let text = words(reason).ok_or(EditError::NoReason { row, reference })?;
        self.note(work, StatusNote { text: Some(text), ..StatusNote::default() })?;
        self.write(work, |fields| *fields.leads = leads)
    }

    /// By when work is to be done: as its own cell says, or where that is blank the nearest above.
    fn due(&self, work: Work) -> Option<&Timescale> {
        let Work::Action(id) = work else { return None };
        let mut timescales = self.upwards(id).map(|action| &action.timescale);
        timescales.find(|timescale| timescale.unread() != Some(Unread::Blank))
    }
}

/// The day that a cell gives with the state that stands in it.
fn cell_day(cell: &Timescale) -> Option<When> {
    match cell.value() {
        Some(Meaning::Status { on, .. }) => on.map(When::from),
        _ => None,
    }
}
