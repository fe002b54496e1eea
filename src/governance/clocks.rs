//! What the peers' offer sets a time for: report, plan, return and next review. Rules and the
//! calendar ask the same questions here.

use chrono::{Months, NaiveDate};

use crate::{
    model::{ActionPlan, Offer, PlanState, Review, ReviewKind},
    values::Certainty,
};

pub(crate) const REPORT_SOURCE: &str =
    "LGA corporate peer challenge reports page (report within three months)";
pub(crate) const PLAN_SOURCE: &str = "LGA corporate peer challenge page (plan within five months)";
pub(crate) const RETURN_SOURCE: &str =
    "LGA corporate peer challenge pages; for the first offer, councils' own action plans";
pub(crate) const NEXT_SOURCE: &str =
    "LGA corporate peer challenge page; best value guidance of 8 May 2024";

/// The day so many months after another.
pub(crate) fn months_after(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX)
}

pub(crate) fn is_peer_challenge(review: &Review) -> bool {
    review.kind == Some(ReviewKind::CorporatePeerChallenge)
}

/// The first and the last day on which the visit may have ended.
fn ended(review: &Review) -> Option<[NaiveDate; 2]> {
    let held = review.held.as_ref()?.value()?;
    Some([held.last().earliest(), held.latest()])
}

/// The first and the last day on which the team may have left: a report follows the visit, where
/// nothing says when that was.
pub(crate) fn left(review: &Review) -> Option<[NaiveDate; 2]> {
    ended(review).or_else(|| {
        let published = review.published.as_ref()?.value()?.latest();
        Some([published, published])
    })
}

/// When the report of a peer challenge is due in public: three months on, under the offer in force
/// since about 2023 alone.
pub(crate) fn report_due(review: &Review) -> Option<[NaiveDate; 2]> {
    let set = is_peer_challenge(review) && review.offer == Some(Offer::ProgressReview);
    Some(ended(review).filter(|_| set)?.map(|day| months_after(day, 3)))
}

/// When the action plan is due in public: five months on. Before the offer in force since about
/// 2023 that was good practice.
pub(crate) fn plan_due(review: &Review) -> Option<[NaiveDate; 2]> {
    Some(ended(review).filter(|_| is_peer_challenge(review))?.map(|day| months_after(day, 5)))
}

/// When the window for the reviewers' return closes, under the offer that the review names.
pub(crate) fn return_closes(review: &Review) -> Option<[NaiveDate; 2]> {
    let months = match review.offer? {
        Offer::FollowUpVisit => 24,
        Offer::CheckIn => 9,
        Offer::ProgressReview => 12,
    };
    Some(left(review)?.map(|day| months_after(day, months)))
}

/// The day by which the next review is expected: five years after the last.
pub(crate) fn next_due(review: &Review) -> Option<NaiveDate> {
    review.last_day().map(|day| months_after(day, 60))
}

/// Whether a plan was agreed, and published by a day.
pub(crate) fn plan_in_time(plan: &ActionPlan, due: NaiveDate) -> Certainty {
    let published = plan.published.as_ref().and_then(|when| when.value());
    match published {
        Some(published) if plan.is_stated(PlanState::Agreed) => published.reached(due),
        _ => Certainty::No,
    }
}
