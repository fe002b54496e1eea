//! What is stated of wholes, beside the actions that they consist of.

use std::collections::BTreeMap;

use super::Context;
use crate::{
    model::{Row, Standing, State, StatusNote, Subject, Table, upwards},
    rollup::{self, Grouping, Policy, Progress},
    values::{ActionStatus, Health, Id, Percent, capital},
};

/// A recommendation, workstream or phase of which a state is stated, or the programme itself.
pub(super) struct Whole {
    /// None for the programme.
    pub(super) subject: Option<Subject>,
    /// What it is, with its name.
    pub(super) called: String,
    pub(super) status: Option<ActionStatus>,
    pub(super) percent: Option<Percent>,
    pub(super) health: Option<Health>,
    /// The share of it that is done, as its actions say.
    pub(super) progress: Progress,
    /// Its actions and milestones that are open, and those of which nothing is said.
    pub(super) open: Vec<Subject>,
    pub(super) unknown: Vec<Subject>,
}

impl Whole {
    /// What it is called at the beginning of a sentence.
    pub(super) fn named(&self) -> String {
        capital(&self.called)
    }

    /// Whether it is stated as done.
    pub(super) fn is_closed(&self) -> bool {
        self.status.is_some_and(ActionStatus::is_delivered)
    }
}

/// Every whole of which something is stated and which has actions, in the order of kinds.
pub(super) fn wholes(context: &Context<'_>) -> Vec<Whole> {
    let programme = context.programme;
    let mut all = Vec::new();
    stated_in(context, programme.recommendations(), Grouping::Recommendation, &mut all);
    stated_in(context, programme.workstreams(), Grouping::Workstream, &mut all);
    stated_in(context, programme.phases(), Grouping::Phase, &mut all);
    let about = programme.about();
    if let Some(stated) = stated(&about.status, context) {
        let progress = rollup::progress(programme, &Policy::pooled(), context.on);
        let called = format!("the programme '{}'", about.name);
        all.push(whole(None, called, stated, progress));
    }
    fill(context, &mut all);
    let empty = |whole: &Whole| {
        whole.progress.counted() == 0 && whole.open.is_empty() && whole.unknown.is_empty()
    };
    all.retain(|whole| !empty(whole));
    all
}

type Stated = (Option<ActionStatus>, Option<Percent>, Option<Health>);

fn whole(subject: Option<Subject>, called: String, stated: Stated, progress: Progress) -> Whole {
    let (status, percent, health) = stated;
    let (open, unknown) = (Vec::new(), Vec::new());
    Whole { subject, called, status, percent, health, progress, open, unknown }
}

/// What is stated of a row by the day of the check, if anything is.
fn stated(notes: &[StatusNote], context: &Context<'_>) -> Option<Stated> {
    if notes.is_empty() {
        return None;
    }
    let standing = Standing::of_notes(notes, context.on);
    let stated = (standing.status, standing.percent, standing.health);
    (stated != (None, None, None)).then_some(stated)
}

fn stated_in<R: Row>(context: &Context<'_>, rows: &Table<R>, by: Grouping, all: &mut Vec<Whole>)
where
    Subject: From<Id<R>>,
{
    let noted: Vec<_> =
        rows.into_iter().filter_map(|row| Some((row, stated(row.notes(), context)?))).collect();
    if noted.is_empty() {
        return;
    }
    let shares = rollup::breakdown(context.programme, by, &Policy::pooled(), context.on);
    let shares = match by {
        Grouping::Workstream => shares.with_sub_streams(context.programme),
        _ => shares,
    };
    let shares: BTreeMap<Subject, Progress> = shares.groups.into_iter().collect();
    for (row, stated) in noted {
        let subject = Subject::from(row.key().id);
        let called = format!("{} {} '{}'", R::OF.word(), row.key().shown(), row.name());
        let progress = shares.get(&subject).cloned().unwrap_or_default();
        all.push(whole(Some(subject), called, stated, progress));
    }
}

/// Gives every whole its actions that are open or unknown, in one pass over the actions.
fn fill(context: &Context<'_>, all: &mut [Whole]) {
    if all.is_empty() {
        return;
    }
    let programme = context.programme;
    let (index, columns) = (programme.index(), programme.columns(context.on));
    let places: BTreeMap<Option<Subject>, usize> =
        all.iter().enumerate().map(|(at, whole)| (whole.subject, at)).collect();
    for (number, action) in (0_u32..).zip(programme.actions()) {
        let state = columns.state(number);
        let open = matches!(state, State::NotStarted | State::InProgress | State::OnHold);
        let Ok(at) = usize::try_from(number) else { continue };
        if !open && state != State::NotReported {
            continue;
        }
        let answers = index.recommendations.of(at).iter();
        let answers = answers.filter_map(|n| programme.recommendations().row(*n));
        let answers = answers.flat_map(|row| upwards(programme.recommendations(), row));
        let workstream = index.workstream.of(at).and_then(|n| programme.workstreams().row(n));
        let phase = index.phase.of(at).and_then(|n| programme.phases().row(n));
        // An action of a sub-stream is its workstream's too, however deep it stands.
        let streams = workstream.into_iter();
        let streams = streams.flat_map(|row| upwards(programme.workstreams(), row));
        let wholes = answers
            .map(|row| Subject::from(row.key.id))
            .chain(streams.map(|row| row.key.id.into()))
            .chain(phase.map(|row| row.key.id.into()))
            .map(Some)
            .chain([None]);
        for whole in wholes.filter_map(|subject| places.get(&subject)) {
            let Some(whole) = all.get_mut(*whole) else { continue };
            let list = if open { &mut whole.open } else { &mut whole.unknown };
            let subject = action.key.id.into();
            // It may answer a recommendation and a part of it.
            if list.last() != Some(&subject) {
                list.push(subject);
            }
        }
    }
    fill_milestones(context, &places, all);
}

/// A milestone that is not met keeps what it belongs to from being complete.
fn fill_milestones(
    context: &Context<'_>,
    places: &BTreeMap<Option<Subject>, usize>,
    all: &mut [Whole],
) {
    let programme = context.programme;
    for row in programme.milestones() {
        let status = programme.milestone_standing(row, context.on).status;
        if status.is_some_and(|status| status.is_delivered() || status.is_excluded()) {
            continue;
        }
        let stream = row.workstream.and_then(|id| programme.get(id)).into_iter();
        let streams = stream.flat_map(|row| upwards(programme.workstreams(), row));
        let wholes = streams
            .map(|row| Subject::from(row.key.id))
            .chain(row.phase.map(Subject::from))
            .map(Some)
            .chain([None]);
        for whole in wholes.filter_map(|subject| places.get(&subject)) {
            let Some(whole) = all.get_mut(*whole) else { continue };
            let list = if status.is_some() { &mut whole.open } else { &mut whole.unknown };
            list.push(row.key.id.into());
        }
    }
}
