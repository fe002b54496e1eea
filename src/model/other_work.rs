//! Work of every kind that is no action, as far as all of it is alike.

use chrono::NaiveDate;

use super::{
    Lead, Phase, Programme, Recommendation, Row, Standing, StatusNote, Subject, Workstream,
};
use crate::values::{Id, Timescale, When};

/// A milestone, deliverable, project, service review, capability, event or achievement: where it
/// stands, what it answers, when it is to be, and what has been said of it.
pub(crate) struct OtherWork<'p> {
    pub(crate) subject: Subject,
    pub(crate) name: &'p str,
    pub(crate) workstream: Option<Id<Workstream>>,
    pub(crate) phase: Option<Id<Phase>>,
    pub(crate) answers: &'p [Id<Recommendation>],
    /// Who leads it, where rows of its kind say so.
    pub(crate) leads: &'p [Lead],
    pub(crate) timescale: Option<&'p Timescale>,
    /// When it took place or is to, where it has no timescale.
    pub(crate) date: Option<&'p When>,
    notes: &'p [StatusNote],
}

impl<'p> OtherWork<'p> {
    fn of<R: Row>(row: &'p R, workstream: Option<Id<Workstream>>, phase: Option<Id<Phase>>) -> Self
    where
        Subject: From<Id<R>>,
    {
        let (subject, name) = (Subject::from(row.key().id), row.name());
        let notes = row.notes();
        let (answers, leads, timescale, date) = (&[], &[], None, None);
        Self { subject, name, workstream, phase, answers, leads, timescale, date, notes }
    }

    fn due(self, timescale: &'p Timescale, answers: &'p [Id<Recommendation>]) -> Self {
        Self { timescale: Some(timescale), answers, ..self }
    }

    fn on(self, date: Option<&'p When>, answers: &'p [Id<Recommendation>]) -> Self {
        Self { date, answers, ..self }
    }

    fn led(self, leads: &'p [Lead]) -> Self {
        Self { leads, ..self }
    }

    /// How it stands on a day.
    pub(crate) fn standing(&self, on: NaiveDate) -> Standing<'p> {
        Standing::of_work(self.notes, self.timescale, None, on)
    }
}

impl Programme {
    /// All work that is no action, kind by kind.
    pub(crate) fn other_work(&self) -> impl Iterator<Item = OtherWork<'_>> {
        let milestones = self.milestones().into_iter();
        let milestones = milestones.map(|row| {
            let work = OtherWork::of(row, row.workstream, row.phase);
            work.due(&row.timescale, &[]).led(&row.leads)
        });
        let deliverables = self.deliverables().into_iter();
        let deliverables = deliverables.map(|row| {
            OtherWork::of(row, row.workstream, row.phase).due(&row.timescale, &row.answers)
        });
        let projects = self.projects().into_iter();
        let projects = projects.map(|row| {
            let work = OtherWork::of(row, row.workstream, row.phase);
            work.due(&row.timescale, &row.answers).led(&row.leads)
        });
        let reviews = self.service_reviews().into_iter();
        let reviews = reviews.map(|row| {
            let work = OtherWork::of(row, row.workstream, row.phase);
            work.due(&row.timescale, &row.answers).led(&row.leads)
        });
        let capabilities = self.capabilities().into_iter();
        let capabilities = capabilities.map(|row| {
            let work = OtherWork::of(row, row.workstream, row.phase);
            work.due(&row.timescale, &row.answers).led(&row.leads)
        });
        let events = self.events().into_iter();
        let events = events.map(|row| {
            OtherWork::of(row, row.workstream, row.phase).on(row.date.as_ref(), &row.answers)
        });
        let achievements = self.achievements().into_iter();
        let achievements = achievements.map(|row| {
            OtherWork::of(row, row.workstream, row.phase).on(row.on.as_ref(), &row.answers)
        });
        milestones
            .chain(deliverables)
            .chain(projects)
            .chain(reviews)
            .chain(capabilities)
            .chain(events)
            .chain(achievements)
    }
}
