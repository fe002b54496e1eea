//! What users ask every day, one call each.

use chrono::NaiveDate;

use super::{Action, DueState, Party, Programme, Recommendation, State, Subject};
use crate::values::{Meaning, Unread};

impl Programme {
    /// Open actions whose last due day is before `on`, the longest overdue first.
    ///
    /// ```
    /// use programme::{model::{About, Draft}, values::Timescale, Action};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let mut action = Action::new(draft.key("A1".parse()?), "Set up the group");
    /// action.timescale = Timescale::read("April 2019");
    /// draft.put(action);
    /// let programme = draft.finish()?;
    /// let day = |text: &str| text.parse::<chrono::NaiveDate>();
    /// assert_eq!(programme.overdue(day("2019-04-30")?).len(), 0, "due until the end of the month");
    /// assert_eq!(programme.overdue(day("2019-05-01")?).len(), 1);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn overdue(&self, on: NaiveDate) -> Vec<&Action> {
        self.in_due_order(self.in_due_state(DueState::Overdue, on))
    }

    /// Open actions that may fall due between two days, both included, in the order of their last
    /// due days. What is overdue already is not among them.
    #[must_use]
    pub fn due_between(&self, from: NaiveDate, to: NaiveDate) -> Vec<&Action> {
        let mut open = self.in_due_state(DueState::InWindow, from);
        open.extend(self.in_due_state(DueState::NotDue, from));
        open.sort_by_key(|action| action.key.reference);
        let due = open.into_iter().filter(|action| match action.timescale.value() {
            Some(Meaning::Due(due)) => {
                due.earliest() <= to && due.latest().is_some_and(|latest| latest >= from)
            }
            _ => false,
        });
        self.in_due_order(due.collect())
    }

    /// Actions of which this post or body is a lead.
    #[must_use]
    pub fn led_by(&self, party: Party) -> Vec<&Action> {
        let leads = |action: &&Action| action.leads.iter().any(|lead| lead.party == party);
        self.actions().into_iter().filter(leads).collect()
    }

    /// Recommendations that no action answers and to which no response is held.
    #[must_use]
    pub fn unanswered(&self) -> Vec<&Recommendation> {
        let rows = self.recommendations().into_iter().zip(self.answered());
        rows.filter(|(row, answered)| !answered && row.response.is_none())
            .map(|(row, _)| row)
            .collect()
    }

    /// Whether some action answers each recommendation.
    pub(crate) fn answered(&self) -> Vec<bool> {
        let mut answered = vec![false; self.recommendations().len()];
        for action in self.actions() {
            let numbers = action.answers.iter().filter_map(|id| self.recommendations().number(*id));
            for number in numbers.filter_map(|number| usize::try_from(number).ok()) {
                if let Some(answered) = answered.get_mut(number) {
                    *answered = true;
                }
            }
        }
        answered
    }

    /// Actions in the plan on a day that name no lead.
    #[must_use]
    pub fn without_lead(&self, on: NaiveDate) -> Vec<&Action> {
        let rows = self.actions().into_iter().zip(self.states(on));
        rows.filter(|(action, state)| action.leads.is_empty() && !state.is_excluded())
            .map(|(action, _)| action)
            .collect()
    }

    /// Open actions on a day for which no timescale is given at all.
    #[must_use]
    pub fn without_timescale(&self, on: NaiveDate) -> Vec<&Action> {
        let mut undated = self.in_due_state(DueState::Undated, on);
        undated.retain(|action| action.timescale.unread() == Some(Unread::Blank));
        undated
    }

    /// How every action counts on a day, in the order of [`actions`](Self::actions).
    pub fn states(&self, on: NaiveDate) -> impl Iterator<Item = State> {
        let marks = self.columns(on).marks.clone();
        marks.into_iter().map(|mark| super::Mark::of_number(mark).state())
    }

    /// Actions in a due state on a day, in the order of references.
    #[must_use]
    pub fn in_due_state(&self, state: DueState, on: NaiveDate) -> Vec<&Action> {
        let columns = self.columns(on);
        let rows = (0_u32..).zip(self.actions());
        rows.filter(|(number, _)| self.index().due_state(*number, &columns, on) == state)
            .map(|(_, action)| action)
            .collect()
    }

    fn in_due_order<'p>(&self, mut actions: Vec<&'p Action>) -> Vec<&'p Action> {
        actions.sort_by_key(|action| match action.timescale.value() {
            Some(Meaning::Due(due)) => (due.latest(), Some(due.earliest())),
            _ => (None, None),
        });
        actions
    }

    /// What a row is called in a report: printed label or reference.
    #[must_use]
    pub fn shown(&self, of: impl Into<Subject>) -> String {
        let of = of.into();
        let reference = || self.reference(of).map(|reference| reference.to_string());
        self.label(of).map(str::to_owned).or_else(reference).unwrap_or_default()
    }
}
