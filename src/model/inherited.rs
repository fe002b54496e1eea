//! What a part has from the action that it is a part of: papers print plan, lead and date once.

use super::{Action, DocumentRef, Lead, Programme, Redating, Row, Table, Workstream};
use crate::values::{Id, Timescale, Unread, When};

/// How far up is looked: nobody nests work deeper, and a chain that is made up should not be walked
/// from each of its links.
const LEVELS: usize = 64;

/// A row and those that it is a part of, from the bottom up.
pub(crate) fn upwards<'t, R: Row>(rows: &'t Table<R>, row: &'t R) -> impl Iterator<Item = &'t R> {
    std::iter::successors(Some(row), |row| rows.get(row.parent()?)).take(LEVELS)
}

fn is_blank(timescale: &Timescale) -> bool {
    timescale.unread() == Some(Unread::Blank)
}

pub(super) fn timescale_of<'t>(actions: &'t Table<Action>, action: &'t Action) -> &'t Timescale {
    if action.parent.is_none() || !is_blank(&action.timescale) {
        return &action.timescale;
    }
    let said = upwards(actions, action).find(|row| !is_blank(&row.timescale));
    &said.unwrap_or(action).timescale
}

/// The dates that an action had before: where its date is that of its whole, those of the whole.
pub(super) fn redated_of<'t>(actions: &'t Table<Action>, action: &'t Action) -> &'t [Redating] {
    if action.parent.is_none() || !action.redated.is_empty() {
        return &action.redated;
    }
    let dated = upwards(actions, action).find(|row| !is_blank(&row.timescale));
    &dated.unwrap_or(action).redated
}

/// The plan in which an action stands.
pub(super) fn plan_of(actions: &Table<Action>, action: &Action) -> Option<Id<super::ActionPlan>> {
    match (action.plan, action.parent) {
        (None, Some(_)) => upwards(actions, action).find_map(|row| row.plan),
        (plan, _) => plan,
    }
}

impl Programme {
    /// The workstream in which an action stands: its own, or else that of the nearest action above
    /// that has one.
    ///
    /// ```
    /// use programme::{model::{About, Draft}, Action, Workstream};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let stream = Workstream::new(draft.key("W1".parse()?), "One Budget");
    /// let mut whole = Action::new(draft.key("A1".parse()?), "Write the vision");
    /// whole.workstream = Some(stream.key.id);
    /// let mut part = Action::new(draft.key("A1.1".parse()?), "Ask residents");
    /// part.parent = Some(whole.key.id);
    /// let id = part.key.id;
    /// draft.put(stream.clone());
    /// draft.put(whole);
    /// draft.put(part);
    /// assert_eq!(draft.finish()?.workstream_of(id), Some(&stream));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn workstream_of(&self, action: Id<Action>) -> Option<&Workstream> {
        let at = self.actions().number(action).and_then(|at| usize::try_from(at).ok())?;
        self.index().workstream.of(at).and_then(|number| self.workstreams().row(number))
    }

    /// The timescale of an action: its own, or where its cell is blank that of the nearest action
    /// above that has one.
    ///
    /// ```
    /// use programme::{model::{About, Draft}, values::Timescale, Action};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let mut whole = Action::new(draft.key("A1".parse()?), "Write the vision");
    /// whole.timescale = Timescale::read("May 2019");
    /// let mut part = Action::new(draft.key("A1.1".parse()?), "Ask residents");
    /// part.parent = Some(whole.key.id);
    /// draft.put(whole);
    /// draft.put(part);
    /// let programme = draft.finish()?;
    /// let part = programme.actions().iter().nth(1).ok_or("no part")?;
    /// assert_eq!(programme.timescale_of(part).to_string(), "May 2019");
    /// assert_eq!(programme.overdue("2019-06-01".parse()?), [part], "it is not lost with its whole");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn timescale_of<'a>(&'a self, action: &'a Action) -> &'a Timescale {
        timescale_of(self.actions(), action)
    }

    /// The dates that an action had before: its own, or where its date is that of an action above,
    /// those of that action.
    ///
    /// ```
    /// use programme::{model::{About, Draft, Redating}, values::Timescale, Action};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let mut whole = Action::new(draft.key("A1".parse()?), "Publish the plan");
    /// whole.timescale = Timescale::read("June 2020");
    /// whole.redated.push(Redating::from(Timescale::read("March 2020")));
    /// let mut part = Action::new(draft.key("A1.1".parse()?), "Draft the plan");
    /// part.parent = Some(whole.key.id);
    /// draft.put(whole);
    /// draft.put(part.clone());
    /// assert_eq!(draft.finish()?.redated_of(&part).len(), 1);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn redated_of<'a>(&'a self, action: &'a Action) -> &'a [Redating] {
        redated_of(self.actions(), action)
    }

    /// The leads of an action: its own, or where it names none those of the nearest action above
    /// that names some.
    ///
    /// ```
    /// use programme::{model::{About, Draft, Lead}, Action};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let mut whole = Action::new(draft.key("A1".parse()?), "Write the vision");
    /// whole.leads.push(Lead::named("Director of Place"));
    /// let mut part = Action::new(draft.key("A1.1".parse()?), "Ask residents");
    /// part.parent = Some(whole.key.id);
    /// draft.put(whole);
    /// draft.put(part);
    /// let programme = draft.finish()?;
    /// assert!(programme.actions().iter().all(|action| programme.leads_of(action).len() == 1));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn leads_of<'a>(&'a self, action: &'a Action) -> &'a [Lead] {
        let named = |row: &&Action| row.leads.iter().any(Lead::is_somebody);
        let said = upwards(self.actions(), action).find(named);
        &said.unwrap_or(action).leads
    }

    /// The day for which the plan of an action speaks.
    pub(crate) fn plan_date(&self, action: &Action) -> Option<&When> {
        self.get(plan_of(self.actions(), action)?)?.as_at.as_ref()
    }

    /// The date of a paper, or else of the report to which it belongs, if it can be read.
    pub(crate) fn paper_date<'p>(&'p self, paper: &'p DocumentRef) -> Option<&'p When> {
        let report = || self.get(paper.report?)?.date.as_ref();
        paper.date.as_ref().or_else(report).filter(|when| when.value().is_some())
    }
}
