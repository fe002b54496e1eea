//! Pieces of work of every kind, with what rules of time and place ask of them.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Context;
use crate::{
    model::{DependencyKind, Phase, Programme, Standing, State, Subject},
    values::{ActionStatus, Id, Meaning, PartialDate, Sense, Timescale, When},
};

/// A piece of work: when it begins and ends, as far as anything says so for certain, and in which
/// phase.
pub(super) struct Piece<'p> {
    pub(super) subject: Subject,
    pub(super) name: &'p str,
    pub(super) phase: Option<Id<Phase>>,
    /// The last day on which it may begin.
    pub(super) starts_by: Option<NaiveDate>,
    /// The first day on which it may end: a deadline has none, what is due by a day may end before.
    pub(super) ends_from: Option<NaiveDate>,
    /// The last day on which it may end.
    pub(super) ends_by: Option<NaiveDate>,
    /// Whether it is stated as done.
    pub(super) done: bool,
    /// Whether it has left the plan.
    left: bool,
}

/// One piece that has to end before another begins.
pub(super) struct Wait {
    pub(super) first: Subject,
    pub(super) then: Subject,
    /// The row that says so, where that is neither.
    pub(super) said_by: Option<Subject>,
}

impl<'p> Piece<'p> {
    fn of(subject: Subject, name: &'p str, phase: Option<Id<Phase>>) -> Self {
        let (done, left) = (false, false);
        let (starts_by, ends_from, ends_by) = (None, None, None);
        Self { subject, name, phase, starts_by, ends_from, ends_by, done, left }
    }

    fn stated(self, status: Option<ActionStatus>) -> Self {
        let done = status.is_some_and(ActionStatus::is_delivered);
        Self { done, left: status.is_some_and(ActionStatus::is_excluded), ..self }
    }

    /// Whether it has no date of its own.
    pub(super) fn is_undated(&self) -> bool {
        self.starts_by.is_none() && self.ends_by.is_none()
    }

    fn within(mut self, timescale: &Timescale) -> Self {
        if let Some(Meaning::Due(due)) = timescale.value() {
            let dates = due.dates();
            match due.sense() {
                Sense::From => self.starts_by = Some(dates.latest()),
                Sense::In => {
                    (self.ends_from, self.ends_by) = (Some(dates.earliest()), due.latest());
                }
                Sense::By | Sense::Around => self.ends_by = due.latest(),
            }
        }
        self
    }

    fn on(self, date: Option<&When>) -> Self {
        match date.and_then(|when| when.value()) {
            Some(date) => self.held(*date, *date),
            None => self,
        }
    }

    fn held(mut self, first: PartialDate, last: PartialDate) -> Self {
        self.starts_by = Some(first.latest());
        (self.ends_from, self.ends_by) = (Some(last.earliest()), Some(last.latest()));
        self
    }

    fn started(mut self, date: Option<&When>) -> Self {
        let day = date.and_then(|when| when.value()).map(|date| date.latest());
        self.starts_by = day.or(self.starts_by);
        self
    }
}

/// Every piece of work in the plan on the day of the check.
pub(super) fn pieces<'p>(context: &Context<'p>) -> Vec<Piece<'p>> {
    let programme = context.programme;
    let (phases, columns) = (&programme.index().phase, programme.columns(context.on));
    let mut all: Vec<Piece<'p>> = Vec::with_capacity(programme.actions().len());
    for (number, row) in (0_u32..).zip(programme.actions()) {
        let Ok(at) = usize::try_from(number) else { continue };
        // A part is in the phase of its whole, and has its date, unless it says otherwise.
        let phase = phases.of(at).and_then(|number| programme.phases().row(number));
        let phase = phase.map(|phase| phase.key.id);
        let piece = Piece::of(row.key.id.into(), &row.title, phase);
        let piece = piece.within(programme.timescale_of(row)).started(row.started.as_ref());
        let state = columns.state(number);
        let done = matches!(state, State::Complete | State::Accepted);
        all.push(Piece { done, left: state.is_excluded(), ..piece });
    }
    all.extend(programme.other_work().map(|work| {
        let status = work.standing(context.on).status;
        let piece = Piece::of(work.subject, work.name, work.phase).stated(status).on(work.date);
        match work.timescale {
            Some(timescale) => piece.within(timescale),
            None => piece,
        }
    }));
    all.retain(|piece| !piece.left);
    all
}

/// The same by row, with the phases themselves.
pub(super) fn by_row<'p>(context: &Context<'p>) -> BTreeMap<Subject, Piece<'p>> {
    let mut all: BTreeMap<_, _> =
        pieces(context).into_iter().map(|piece| (piece.subject, piece)).collect();
    for phase in context.programme.phases() {
        let status = Standing::of_notes(&phase.status, context.on).status;
        let piece = Piece::of(phase.key.id.into(), &phase.name, Some(phase.key.id));
        let piece = piece.stated(status);
        let held = phase.held.as_ref().and_then(|held| held.value());
        let piece = match held {
            Some(held) => piece.held(held.first(), held.last()),
            None => piece,
        };
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
