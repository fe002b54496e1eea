//! Pieces of work of every kind, with what rules of time and place ask of them.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Context;
use crate::{
    model::{DependencyKind, Phase, Programme, Row, State, Subject},
    values::{Due, Id, Meaning, PartialDate, Sense, Timescale, When},
};

/// A piece of work: when it begins and ends, as far as anything says so, and in which phase.
pub(super) struct Piece<'p> {
    pub(super) subject: Subject,
    pub(super) name: &'p str,
    pub(super) phase: Option<Id<Phase>>,
    pub(super) starts: Option<Days>,
    pub(super) ends: Option<Days>,
    /// Whether it is stated as done.
    pub(super) done: bool,
}

/// The first and the last day on which something may be.
pub(super) type Days = (NaiveDate, NaiveDate);

/// One piece that has to end before another begins.
pub(super) struct Wait {
    pub(super) first: Subject,
    pub(super) then: Subject,
    /// The row that says so, where that is neither.
    pub(super) said_by: Option<Subject>,
}

impl<'p> Piece<'p> {
    fn of<R: Row>(row: &'p R, phase: Option<Id<Phase>>) -> Self
    where
        Subject: From<Id<R>>,
    {
        let subject = Subject::from(row.key().id);
        let done = false;
        Self { subject, name: row.name(), phase, starts: None, ends: None, done }
    }

    fn within(mut self, timescale: &Timescale) -> Self {
        if let Some(Meaning::Due(due)) = timescale.value() {
            let dates = (due.dates().earliest(), due.dates().latest());
            match due.sense() {
                Sense::From => self.starts = Some(dates),
                _ => self.ends = due_days(due),
            }
        }
        self
    }

    fn on(mut self, date: Option<&When>) -> Self {
        let day = date.and_then(|when| when.value()).copied().map(days);
        if day.is_some() {
            (self.starts, self.ends) = (day, day);
        }
        self
    }

    fn started(mut self, date: Option<&When>) -> Self {
        let day = date.and_then(|when| when.value()).copied().map(days);
        self.starts = day.or(self.starts);
        self
    }
}

fn due_days(due: &Due) -> Option<Days> {
    due.latest().map(|latest| (due.earliest(), latest))
}

fn days(date: PartialDate) -> Days {
    (date.earliest(), date.latest())
}

/// Every piece of work in the plan on the day of the check.
pub(super) fn pieces<'p>(context: &Context<'p>) -> Vec<Piece<'p>> {
    let programme = context.programme;
    let (phases, columns) = (&programme.index().phase, programme.columns(context.on));
    let mut all: Vec<Piece<'_>> = Vec::with_capacity(programme.actions().len());
    for (number, row) in (0_u32..).zip(programme.actions()) {
        let state = columns.state(number);
        let Some(at) = usize::try_from(number).ok().filter(|_| !state.is_excluded()) else {
            continue;
        };
        // A part is in the phase of its whole, unless it says otherwise.
        let phase = phases.of(at).and_then(|number| programme.phases().row(number));
        let piece = Piece::of(row, phase.map(|phase| phase.key.id));
        let piece = piece.within(&row.timescale).started(row.started.as_ref());
        all.push(Piece { done: matches!(state, State::Complete | State::Accepted), ..piece });
    }
    let milestones = programme.milestones().into_iter();
    all.extend(milestones.map(|row| Piece::of(row, row.phase).within(&row.timescale)));
    let deliverables = programme.deliverables().into_iter();
    all.extend(deliverables.map(|row| Piece::of(row, row.phase).within(&row.timescale)));
    let projects = programme.projects().into_iter();
    all.extend(projects.map(|row| Piece::of(row, row.phase).within(&row.timescale)));
    let reviews = programme.service_reviews().into_iter();
    all.extend(reviews.map(|row| Piece::of(row, row.phase).within(&row.timescale)));
    let capabilities = programme.capabilities().into_iter();
    all.extend(capabilities.map(|row| Piece::of(row, row.phase).within(&row.timescale)));
    let events = programme.events().into_iter();
    all.extend(events.map(|row| Piece::of(row, row.phase).on(row.date.as_ref())));
    let achievements = programme.achievements().into_iter();
    all.extend(achievements.map(|row| Piece::of(row, row.phase).on(row.on.as_ref())));
    all
}

/// The same by row, with the phases themselves.
pub(super) fn by_row<'p>(context: &Context<'p>) -> BTreeMap<Subject, Piece<'p>> {
    let mut all: BTreeMap<_, _> =
        pieces(context).into_iter().map(|piece| (piece.subject, piece)).collect();
    for phase in context.programme.phases() {
        let mut piece = Piece::of(phase, Some(phase.key.id));
        if let Some(held) = phase.held.as_ref().and_then(|held| held.value()) {
            (piece.starts, piece.ends) = (Some(days(held.first())), Some(days(held.last())));
        }
        all.insert(piece.subject, piece);
    }
    all
}

/// Everything that has to wait for the end of something else.
pub(super) fn waits(programme: &Programme) -> Vec<Wait> {
    let mut all = Vec::new();
    for action in programme.actions() {
        let then = Subject::from(action.key.id);
        let first = action.after.iter().copied().map(Subject::from);
        all.extend(first.map(|first| Wait { first, then, said_by: None }));
    }
    for row in programme.dependencies() {
        let strict = matches!(row.kind, None | Some(DependencyKind::FinishToStart));
        if let (true, Some(first), Some(then)) = (strict, row.predecessor, row.successor) {
            all.push(Wait { first, then, said_by: Some(row.key.id.into()) });
        }
    }
    all
}
