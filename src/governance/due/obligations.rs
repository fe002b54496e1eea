//! What reviews oblige to, by their own words or by the offer; and terms that end.

use chrono::NaiveDate;

use super::{Ahead, add, promises::rhythmless, said, series::Series};
use crate::{
    governance::{Basis, DeadlineKind, DueItem, NoDay, SetBy, clocks},
    model::{Obligation, ObligationKind, Offer, Review, Subject},
    values::{Cadence, Certainty, Meaning, PartialDate, Rhythm, Unread, When},
};

/// What reviews oblige to.
pub(super) fn reviews(ahead: &mut Ahead<'_>) {
    for review in ahead.programme.reviews() {
        review.obligations.iter().for_each(|owed| obligation(ahead, review, owed));
        if clocks::is_peer_challenge(review) {
            report_and_plan(ahead, review);
            comes_back(ahead, review);
            next(ahead, review);
        }
    }
}

/// Something that is owed to the process of a review.
fn owed(ahead: &Ahead<'_>, review: &Review, what: &str) -> DueItem {
    let title = format!("{what} ({})", review.name);
    ahead.item(DeadlineKind::Review, review.key.id.into(), title)
}

fn obligation(ahead: &mut Ahead<'_>, review: &Review, said: &Obligation) {
    if said.declined.is_some() {
        return;
    }
    let what = match (said.kind, &said.purpose) {
        (Some(ObligationKind::FollowUp), _) => "The reviewers' return",
        (Some(ObligationKind::NextReview), _) => "The next review",
        (Some(ObligationKind::Publication), _) => "Publication",
        (None, Some(purpose)) => purpose,
        (None, None) => "Owed to the review",
    };
    let mut item = owed(ahead, review, what);
    item.to.extend(said.notify.clone());
    let target = said.target.as_ref().filter(|cell| cell.unread() != Some(Unread::Blank));
    let rhythm = said.cadence.as_ref().filter(|cell| cell.unread() != Some(Unread::Blank));
    match (target, rhythm) {
        (Some(cell), _) if is_met(cell.value()) => {}
        (Some(cell), _) => ahead.timescale(item, cell, false),
        (None, Some(rhythm)) => next_time(ahead, item, rhythm, anchor(review)),
        (None, None) => ahead.apart(item, NoDay::Unsaid),
    }
}

/// The next time alone of what recurs after a visit: the one after it counts from that, of which no
/// day is known.
fn next_time(ahead: &mut Ahead<'_>, item: DueItem, rhythm: &Rhythm, last: Option<PartialDate>) {
    let item = DueItem { words: Some(rhythm.to_string()), ..item };
    if let (Some(Cadence::Every(length)), Some(anchor)) = (rhythm.value(), last) {
        let mut series = Series { anchor, length: *length, first: 1 }.until(NaiveDate::MAX);
        return series.next().into_iter().for_each(|days| ahead.on(item.clone(), days));
    }
    ahead.apart(item, rhythmless(rhythm));
}

/// The date on which the visit ended.
fn anchor(review: &Review) -> Option<PartialDate> {
    Some(review.held.as_ref()?.value()?.last())
}

fn is_met(target: Option<&Meaning>) -> bool {
    target.and_then(Meaning::status).is_some_and(|s| s.is_delivered() || s.is_excluded())
}

/// Report and plan, each due in public so long after the visit.
fn report_and_plan(ahead: &mut Ahead<'_>, review: &Review) {
    if let Some(days) =
        clocks::report_due(review).filter(|_| !ahead.done(review.published.as_ref()))
    {
        let item = owed(ahead, review, "The reviewers' report is public");
        clocked(ahead, item, Basis::Practice(clocks::REPORT_SOURCE), days);
    }
    let from = ahead.from;
    let plans = ahead.programme.plans().into_iter();
    let mut plans = plans.filter(|plan| plan.review == Some(review.key.id));
    let public = plans.any(|plan| clocks::plan_in_time(plan, from) == Certainty::Certainly);
    if let Some(days) = clocks::plan_due(review).filter(|_| !public) {
        let mut item = owed(ahead, review, "The action plan is agreed and public");
        if review.offer != Some(Offer::ProgressReview) {
            add(&mut item.note, "good practice under the offer of the time");
        }
        clocked(ahead, item, Basis::Practice(clocks::PLAN_SOURCE), days);
    }
}

/// The window of the reviewers' return, where no day is named for it.
fn comes_back(ahead: &mut Ahead<'_>, review: &Review) {
    if settled(review, ObligationKind::FollowUp) || followed(ahead, review) {
        return;
    }
    let item = owed(ahead, review, "The window for the reviewers' return closes");
    match clocks::return_closes(review) {
        Some(days) => clocked(ahead, item, Basis::Practice(clocks::RETURN_SOURCE), days),
        None if review.offer.is_none() => ahead.apart(item, NoDay::OfferUnknown),
        None => ahead.apart(item, NoDay::NoAnchor),
    }
}

/// The day by which the next review is expected, where no day is named for it.
fn next(ahead: &mut Ahead<'_>, review: &Review) {
    if settled(review, ObligationKind::NextReview) || followed(ahead, review) {
        return;
    }
    let named = review.owed(ObligationKind::NextReview).any(|owed| owed.cadence.is_some());
    if let Some(day) = clocks::next_due(review).filter(|_| !named) {
        let item = owed(ahead, review, "The next review, five years on at the latest");
        let first = anchor(review).map(|date| clocks::months_after(date.earliest(), 60));
        let days = [first.unwrap_or(day), day];
        clocked(ahead, item, Basis::Practice(clocks::NEXT_SOURCE), days);
    }
}

fn clocked(ahead: &mut Ahead<'_>, item: DueItem, basis: Basis, days: [NaiveDate; 2]) {
    let Basis::Practice(source) = basis else { return };
    ahead.on(DueItem { set_by: SetBy::Rule(basis), source: source.to_owned(), ..item }, days);
}

/// Whether a day is named for something, or it was declined or done.
fn settled(review: &Review, kind: ObligationKind) -> bool {
    review.owed(kind).any(|owed| {
        let target = owed.target.as_ref().and_then(|target| target.value());
        owed.declined.is_some() || matches!(target, Some(Meaning::Due(_))) || is_met(target)
    })
}

/// Whether another peer challenge of the same council came after a review.
fn followed(ahead: &Ahead<'_>, review: &Review) -> bool {
    let Some(last) = review.last_day() else { return false };
    ahead.programme.reviews().into_iter().any(|other| {
        clocks::is_peer_challenge(other)
            && other.reviewed == review.reviewed
            && other.first_day().is_some_and(|first| last < first)
    })
}

/// Terms of those who hold posts, roles and seats, and of posts themselves.
pub(super) fn terms(ahead: &mut Ahead<'_>) {
    let programme = ahead.programme;
    for post in programme.posts() {
        let row = Subject::Post(post.key.id);
        ends(
            ahead,
            (row, format!("The post ends: {}", post.title)),
            Vec::new(),
            post.until.as_ref(),
        );
        for holder in &post.holders {
            let who = vec![holder.person.clone()];
            ends(ahead, (row, format!("Term ends: {}", post.title)), who, holder.until.as_ref());
        }
    }
    for body in programme.bodies() {
        for seat in &body.seats {
            let mut who = ahead.names(&seat.holders);
            who.extend(seat.person.clone());
            who.extend(ahead.name(seat.group));
            let title = match &seat.title {
                Some(title) => format!("Seat ends: {title}, {}", body.name),
                None => format!("Seat ends: {}", body.name),
            };
            ends(ahead, (Subject::Body(body.key.id), title), who, seat.until.as_ref());
        }
    }
    for role in programme.roles() {
        let (row, who) = (Subject::Role(role.key.id), ahead.names(&role.holders));
        ends(ahead, (row, format!("Role ends: {}", role.title)), who, role.until.as_ref());
    }
}

fn ends(
    ahead: &mut Ahead<'_>,
    (row, title): (Subject, String),
    who: Vec<String>,
    until: Option<&When>,
) {
    // A term without an end has none.
    if let Some(until) = until.filter(|until| said(until).is_some()) {
        let item = DueItem { who, ..ahead.item(DeadlineKind::Term, row, title) };
        ahead.when(item, Some(until));
    }
}
