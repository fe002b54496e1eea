//! Promises, and whatever else is to be done again and again.

use chrono::NaiveDate;

use super::{Ahead, add, series::Series};
use crate::{
    governance::{DeadlineKind, DueItem, NoDay, SetBy},
    model::{BodyState, DocumentRef, Promise, Standing, Subject},
    values::{Cadence, Meaning, PartialDate, Rhythm, Unread},
};

/// Promises that are not kept: once by a time, or again and again.
pub(super) fn promises(ahead: &mut Ahead<'_>) {
    for promise in ahead.programme.promises() {
        let status = Standing::of_notes(&promise.status, ahead.from).status;
        if status.is_some_and(|status| status.is_delivered() || status.is_excluded()) {
            continue;
        }
        let mut item = ahead.item(DeadlineKind::Promise, promise.key.id.into(), &promise.title);
        (item.who, item.to) = (ahead.names(&promise.by), ahead.names(&promise.to));
        item.to.extend(ahead.name(promise.group));
        if let Some(condition) = &promise.condition {
            add(&mut item.note, &format!("on a condition: {condition}"));
        }
        let conditional = promise.condition.is_some();
        let recurs = promise.cadence.as_ref().filter(|c| c.unread() != Some(Unread::Blank));
        let once = promise.timescale.unread() != Some(Unread::Blank);
        // What recurs is not kept for good by one paper, and counts from its first time.
        let counts = recurs.is_some() && (!once || first_time(promise).is_some());
        if !counts && kept(ahead, promise).next().is_none() {
            ahead.timescale(item.clone(), &promise.timescale, conditional);
        }
        if let Some(rhythm) = recurs {
            let start = start(ahead, promise);
            recurring(ahead, item, rhythm, start, conditional);
        }
    }
}

/// From when something recurs.
#[derive(Clone, Copy)]
struct Start {
    anchor: PartialDate,
    /// How many lengths of time later it first falls due.
    first: u32,
    /// The last day for which it is known to be done.
    kept: Option<NaiveDate>,
}

/// The papers that kept a promise by the first day asked for.
fn kept<'a, 'p>(
    ahead: &'a Ahead<'p>,
    promise: &'a Promise,
) -> impl Iterator<Item = &'p DocumentRef> + use<'a, 'p> {
    let papers = promise.kept_by.iter().filter_map(|id| ahead.programme.get(*id));
    papers.filter(|paper| {
        let date = ahead.programme.paper_date(paper).and_then(|when| when.value());
        date.is_none_or(|date| date.latest() <= ahead.from)
    })
}

/// The date of a promise that has one.
fn first_time(promise: &Promise) -> Option<PartialDate> {
    match promise.timescale.value()? {
        Meaning::Due(due) => due.latest().and(due.dates().single()),
        _ => None,
    }
}

/// The day given, or else the date of its timescale, on which it falls due for the first time; or the
/// paper that last kept it, or the day of the promise, whichever is later, after which a length of
/// time runs.
fn start(ahead: &Ahead<'_>, promise: &Promise) -> Option<Start> {
    let papers: Vec<_> = kept(ahead, promise).collect();
    let dates =
        papers.iter().filter_map(|paper| ahead.programme.paper_date(paper)?.value().copied());
    let last = dates.max_by_key(order);
    let kept = last.map(PartialDate::latest);
    if let Some(from) = promise.from.as_ref().filter(|from| from.unread() != Some(Unread::Blank)) {
        return from.value().map(|anchor| Start { anchor: *anchor, first: 0, kept });
    }
    if let Some(anchor) = first_time(promise) {
        return Some(Start { anchor, first: 0, kept });
    }
    // Papers that kept it on days that nobody gives leave the last time unknown.
    if last.is_none() && !papers.is_empty() {
        return None;
    }
    // What came before the promise was made did not begin its count.
    let made = promise.made.as_ref().and_then(|made| made.value()).copied();
    let anchor = last.into_iter().chain(made).max_by_key(order)?;
    Some(Start { anchor, first: 1, kept })
}

fn order(date: &PartialDate) -> (NaiveDate, NaiveDate) {
    (date.latest(), date.earliest())
}

fn recurring(
    ahead: &mut Ahead<'_>,
    item: DueItem,
    rhythm: &Rhythm,
    start: Option<Start>,
    conditional: bool,
) {
    let mut item = DueItem { words: Some(rhythm.to_string()), ..item };
    let (Some(Cadence::Every(length)), Some(start)) = (rhythm.value(), start) else {
        return ahead.apart(item, rhythmless(rhythm));
    };
    let Start { anchor, first, kept } = start;
    add(&mut item.note, &format!("counted from {anchor}"));
    for days in (Series { anchor, length: *length, first }).until(ahead.to) {
        if kept.is_none_or(|kept| kept < days[1]) {
            ahead.maybe(item.clone(), days, conditional);
        }
    }
}

/// Why a rhythm gives no day, where it has no day from which it counts.
pub(super) fn rhythmless(rhythm: &Rhythm) -> NoDay {
    match (rhythm.value(), rhythm.unread()) {
        (Some(Cadence::Every(_)), _) => NoDay::NoAnchor,
        (Some(Cadence::Regular), _) => NoDay::NoLength,
        (Some(Cadence::OnRequest), _) => NoDay::OnRequest,
        (Some(Cadence::Continuous), _) => NoDay::Continuing,
        (None, why) => NoDay::Unread(why.unwrap_or(Unread::NotUnderstood)),
    }
}

/// Rhythms of other rows: how often bodies meet, a new edition appears, progress is reported.
pub(super) fn rhythms(ahead: &mut Ahead<'_>) {
    let programme = ahead.programme;
    let is_said = |rhythm: &&Rhythm| rhythm.unread() != Some(Unread::Blank);
    for body in programme.bodies() {
        let Some(rhythm) = body.cadence.as_ref().filter(is_said) else { continue };
        if body.state != Some(BodyState::Ended) {
            let row = Subject::Body(body.key.id);
            let item = ahead.item(DeadlineKind::Meeting, row, format!("{} meets", body.name));
            recurring(ahead, item, rhythm, None, false);
        }
    }
    for row in programme.deliverables() {
        let Some(rhythm) = row.cadence.as_ref().filter(is_said) else { continue };
        let title = format!("A new edition: {}", row.name);
        let mut item = ahead.item(DeadlineKind::Work, row.key.id.into(), title);
        item.to = ahead.name(row.body);
        let published = row.published.as_ref().and_then(|when| when.value());
        let start = published.map(|anchor| Start {
            anchor: *anchor,
            first: 1,
            kept: Some(anchor.latest()),
        });
        recurring(ahead, item, rhythm, start, false);
    }
    if let Some(rhythm) = programme.about().cadence.as_ref().filter(is_said) {
        let places = programme.about().sources.iter().map(ToString::to_string);
        let item = DueItem {
            row: None,
            kind: DeadlineKind::Report,
            title: "Report on progress".to_owned(),
            who: Vec::new(),
            to: Vec::new(),
            words: None,
            set_by: SetBy::Programme,
            source: places.collect::<Vec<_>>().join("; "),
            note: None,
        };
        recurring(ahead, item, rhythm, None, false);
    }
}
