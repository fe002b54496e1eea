//! What users ask every day, one call each.

use chrono::NaiveDate;

use super::{Action, DueState, Lead, Party, Programme, Recommendation, State, Subject};
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
    ///
    /// ```
    /// use programme::{model::{About, Draft}, values::Timescale, Action};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let timescales = [("A1", "April 2019"), ("A2", "September 2019"), ("A3", "2021")];
    /// for (reference, timescale) in timescales {
    ///     let mut action = Action::new(draft.key(reference.parse()?), "Publish the plan");
    ///     action.timescale = Timescale::read(timescale);
    ///     draft.put(action);
    /// }
    /// let programme = draft.finish()?;
    /// let due = programme.due_between("2019-09-04".parse()?, "2019-12-04".parse()?);
    /// let due: Vec<_> = due.iter().map(|action| action.timescale.to_string()).collect();
    /// assert_eq!(due, ["September 2019"], "April is overdue already");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn due_between(&self, from: NaiveDate, to: NaiveDate) -> Vec<&Action> {
        let mut open = self.in_due_state(DueState::InWindow, from);
        open.extend(self.in_due_state(DueState::NotDue, from));
        open.sort_by_key(|action| action.key.reference);
        let due = open.into_iter().filter(|action| match self.timescale_of(action).value() {
            Some(Meaning::Due(due)) => {
                due.earliest() <= to && due.latest().is_some_and(|latest| latest >= from)
            }
            _ => false,
        });
        self.in_due_order(due.collect())
    }

    /// Actions of which this post or body is a lead.
    ///
    /// In the order of references, whatever their state.
    ///
    /// ```
    /// use programme::{model::{About, Draft, Lead, Party}, Action, Post};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let chief = Post::new(draft.key("POST1".parse()?), "Chief Executive");
    /// let party = Party::Post(chief.key.id);
    /// let mut action = Action::new(draft.key("A1".parse()?), "Publish the plan");
    /// action.leads = vec![Lead::named("COO"), Lead::post(chief.key.id)];
    /// draft.put(chief);
    /// draft.put(action);
    /// assert_eq!(draft.finish()?.led_by(party).len(), 1, "one lead of two is enough");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn led_by(&self, party: Party) -> Vec<&Action> {
        let leads = |action: &&Action| self.leads_of(action).iter().any(|lead| lead.party == party);
        self.actions().into_iter().filter(leads).collect()
    }

    /// Recommendations that no action answers and to which no response is held.
    ///
    /// ```
    /// use programme::{model::{About, Draft, Response}, values::Verdict, Action, Recommendation};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let (acted, refused) = (draft.key("R1".parse()?), draft.key("R2".parse()?));
    /// let mut action = Action::new(draft.key("A1".parse()?), "Publish the plan");
    /// action.answers.push(acted.id);
    /// draft.put(action);
    /// draft.put(Recommendation::new(acted, "Tell people of the plan"));
    /// let mut declined = Recommendation::new(refused, "Move the offices");
    /// declined.response = Some(Response::new(Verdict::NotAccepted));
    /// draft.put(declined);
    /// draft.put(Recommendation::new(draft.key("R3".parse()?), "Review the budget"));
    /// let programme = draft.finish()?;
    /// let open: Vec<_> = programme.unanswered().iter().map(|r| r.title.as_str()).collect();
    /// assert_eq!(open, ["Review the budget"]);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn unanswered(&self) -> Vec<&Recommendation> {
        let rows = self.recommendations().into_iter().zip(self.answered(false));
        // A part of a recommendation is answered with its whole.
        rows.filter(|(row, answered)| !answered && row.response.is_none() && row.parent.is_none())
            .map(|(row, _)| row)
            .collect()
    }

    /// Whether anything answers each recommendation or a part of it: work of any kind, or a
    /// workstream that carries it. Where only what is `placed` counts, work has to stand in a
    /// workstream.
    pub(crate) fn answered(&self, placed: bool) -> Vec<bool> {
        let rows = self.recommendations();
        let mut answered = vec![false; rows.len()];
        let mut mark = |number: u32| {
            let place = usize::try_from(number).ok().and_then(|at| answered.get_mut(at));
            place.into_iter().for_each(|answered| *answered = true);
        };
        let index = self.index();
        let counts = |at: &usize| !placed || index.workstream.of(*at).is_some();
        for at in (0..self.actions().len()).filter(counts) {
            index.recommendations.of(at).iter().copied().for_each(&mut mark);
        }
        let work = self.other_work().filter(|work| !placed || work.workstream.is_some());
        let carried = self.workstreams().into_iter().flat_map(|row| &row.carries);
        let links = work.flat_map(|work| work.answers).chain(carried);
        links.filter_map(|id| rows.number(*id)).for_each(&mut mark);
        self.with_their_wholes(answered)
    }

    /// Marks of recommendations, put on those of which they are parts too.
    fn with_their_wholes(&self, mut marks: Vec<bool>) -> Vec<bool> {
        let rows = self.recommendations();
        let place = |id| rows.number(id).and_then(|number| usize::try_from(number).ok());
        for (at, row) in rows.into_iter().enumerate() {
            if !marks.get(at).copied().unwrap_or(false) {
                continue;
            }
            // Above what is marked already everything is.
            let mut above = row.parent;
            while let Some(id) = above {
                let Some(mark) = place(id).and_then(|at| marks.get_mut(at)) else { break };
                if std::mem::replace(mark, true) {
                    break;
                }
                above = rows.get(id).and_then(|row| row.parent);
            }
        }
        marks
    }

    /// Actions in the plan on a day that name no lead.
    ///
    /// ```
    /// use programme::{model::{About, Draft, Lead, StatusNote}, values::ActionStatus, Action};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let mut led = Action::new(draft.key("A1".parse()?), "Publish the plan");
    /// led.leads.push(Lead::named("Chief Executive"));
    /// let mut dropped = Action::new(draft.key("A2".parse()?), "Hold a second launch");
    /// dropped.status.push(StatusNote::new(ActionStatus::Cancelled));
    /// let left = Action::new(draft.key("A3".parse()?), "Report on the plan");
    /// for action in [led, dropped, left] {
    ///     draft.put(action);
    /// }
    /// let programme = draft.finish()?;
    /// let found = programme.without_lead("2019-09-04".parse()?);
    /// let found: Vec<_> = found.iter().map(|action| action.title.as_str()).collect();
    /// assert_eq!(found, ["Report on the plan"]);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn without_lead(&self, on: NaiveDate) -> Vec<&Action> {
        let rows = self.actions().into_iter().zip(self.states(on));
        rows.filter(|(action, state)| {
            !self.leads_of(action).iter().any(Lead::is_somebody) && !state.is_excluded()
        })
        .map(|(action, _)| action)
        .collect()
    }

    /// Open actions on a day for which no timescale is given at all.
    ///
    /// Words that cannot be read are not blank; [`DueState::Undated`] takes in both.
    ///
    /// ```
    /// use programme::{model::{About, Draft}, values::Timescale, Action};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// for (reference, timescale) in [("A1", ""), ("A2", "when we can"), ("A3", "April 2019")] {
    ///     let mut action = Action::new(draft.key(reference.parse()?), "Publish the plan");
    ///     action.timescale = Timescale::read(timescale);
    ///     draft.put(action);
    /// }
    /// let programme = draft.finish()?;
    /// let blank = programme.without_timescale("2019-09-04".parse()?);
    /// let blank: Vec<_> = blank.iter().map(|action| action.key.shown()).collect();
    /// assert_eq!(blank, ["A1"]);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn without_timescale(&self, on: NaiveDate) -> Vec<&Action> {
        let mut undated = self.in_due_state(DueState::Undated, on);
        undated.retain(|action| self.timescale_of(action).unread() == Some(Unread::Blank));
        undated
    }

    /// How every action counts on a day, in the order of [`actions`](Self::actions).
    ///
    /// ```
    /// use programme::{model::{About, Draft, State}, values::Timescale, Action};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let timescales = [("A1", "Completed"), ("A2", "On-going"), ("A3", "May 2019")];
    /// for (reference, timescale) in timescales {
    ///     let mut action = Action::new(draft.key(reference.parse()?), "Publish the plan");
    ///     action.timescale = Timescale::read(timescale);
    ///     draft.put(action);
    /// }
    /// let programme = draft.finish()?;
    /// let states: Vec<_> = programme.states("2019-09-04".parse()?).collect();
    /// assert_eq!(states, [State::Complete, State::Continuing, State::NotReported]);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    pub fn states(&self, on: NaiveDate) -> impl Iterator<Item = State> {
        let marks = self.columns(on).marks.clone();
        marks.into_iter().map(|mark| super::Mark::of_number(mark).state())
    }

    /// Actions in a due state on a day, in the order of references.
    ///
    /// ```
    /// use programme::{model::{About, Draft, DueState}, values::Timescale, Action};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let mut action = Action::new(draft.key("A1".parse()?), "Publish the plan");
    /// action.timescale = Timescale::read("April 2019");
    /// draft.put(action);
    /// let (programme, on) = (draft.finish()?, "2019-04-15".parse()?);
    /// assert_eq!(programme.in_due_state(DueState::InWindow, on).len(), 1);
    /// assert_eq!(programme.in_due_state(DueState::Overdue, on).len(), 0);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn in_due_state(&self, state: DueState, on: NaiveDate) -> Vec<&Action> {
        let columns = self.columns(on);
        let rows = (0_u32..).zip(self.actions());
        rows.filter(|(number, _)| self.index().due_state(*number, &columns, on) == state)
            .map(|(_, action)| action)
            .collect()
    }

    fn in_due_order<'p>(&self, mut actions: Vec<&'p Action>) -> Vec<&'p Action> {
        actions.sort_by_key(|action| match self.timescale_of(action).value() {
            Some(Meaning::Due(due)) => (due.latest(), Some(due.earliest())),
            _ => (None, None),
        });
        actions
    }

    /// What a row is called in a report: printed label or reference.
    ///
    /// Empty where the programme does not hold the row.
    ///
    /// ```
    /// use programme::{model::{About, Draft}, Action};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let mut key = draft.key("A2".parse()?);
    /// let id = key.id;
    /// key.label = Some("2(a)".into());
    /// draft.put(Action::new(key, "Publish the plan"));
    /// assert_eq!(draft.finish()?.shown(id), "2(a)");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn shown(&self, of: impl Into<Subject>) -> String {
        let of = of.into();
        let reference = || self.reference(of).map(|reference| reference.to_string());
        self.label(of).map(str::to_owned).or_else(reference).unwrap_or_default()
    }
}
