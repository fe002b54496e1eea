//! Whether something is authorised: only the last body's act on a route does that.

use chrono::NaiveDate;

use super::Followers;
use crate::{
    model::{Body, Decision, Programme},
    values::{Id, WorkingCalendar},
};

/// What a decision authorises on a day.
///
/// See [`authority`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Authority {
    /// What was decided may be done, by the decision of this id.
    Given(Id<Decision>),
    /// It was decided, and may not be done before scrutiny had its say (LGA 2000 s.9F): it can be
    /// called in until the end of this day, or was called in where there is none.
    Waits(Option<NaiveDate>),
    /// It is still to be acted on, by this body where that is said.
    Open(Option<Id<Body>>),
    /// Nothing was decided: it was noted, put off or withdrawn.
    None,
    /// It cannot be told: what was done, when or by whom, or until when it can be called in, is not
    /// said.
    Unknown,
}

/// What a decision authorises by the end of a day, through whatever followed it.
///
/// A recommendation or referral to another body stays open until that body has acted; what others
/// did about it does not count. Of several that act on it, one that authorises goes before one that
/// may, that before one that waits, and that before what is open. A decision without a date that is
/// said to be made counts on every day.
///
/// A decision of the executive that can be called in waits until the day that is stated, or else for
/// the council's period from the day on which it was published, counted by the calendar; once called
/// in, until scrutiny is done with it. A waiver that says who and why ends that.
///
/// ```
/// use programme::{
///     governance::{self, Authority}, model::{About, Act, CallIn, Draft},
///     values::{Printed, WorkingCalendar}, Body, Decision,
/// };
///
/// let mut draft = Draft::new(About::named("example"));
/// let council = Body::new(draft.key("BODY1".parse()?), "Council");
/// let mut advice = Decision::new(draft.key("DEC1".parse()?), "More money for Phase 2");
/// (advice.act, advice.onward) = (Some(Act::Recommend), Some(council.key.id));
/// advice.date = Some(Printed::read("22 June 2021"));
/// let mut last = Decision::new(draft.key("DEC2".parse()?), "More money for Phase 2");
/// (last.act, last.body) = (Some(Act::Resolve), Some(council.key.id));
/// (last.follows, last.date) = (Some(advice.key.id), Some(Printed::read("14 July 2021")));
/// let mut order = Decision::new(draft.key("DEC3".parse()?), "Place the order");
/// (order.act, order.date) = (Some(Act::Resolve), Some(Printed::read("23 July 2021")));
/// let published = Some(Printed::read("26 July 2021"));
/// order.call_in = Some(CallIn { applies: Some(true), published, ..CallIn::default() });
/// let (first, second, third) = (advice.key.id, last.key.id, order.key.id);
/// let to = council.key.id;
/// draft.put(council);
/// [advice, last, order].into_iter().for_each(|row| { draft.put(row); });
/// let programme = draft.finish()?;
/// let calendar = WorkingCalendar::england_and_wales();
/// let on = |decision, day: &str| {
///     day.parse().map(|day| governance::authority(&programme, decision, day, &calendar))
/// };
/// assert_eq!(on(first, "2021-07-01")?, Authority::Open(Some(to)));
/// assert_eq!(on(first, "2021-07-14")?, Authority::Given(second));
/// // Five working days from the Monday on which it was published.
/// assert_eq!(on(third, "2021-07-30")?, Authority::Waits(Some("2021-08-02".parse()?)));
/// assert_eq!(on(third, "2021-08-03")?, Authority::Given(third));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn authority(
    programme: &Programme,
    decision: Id<Decision>,
    on: NaiveDate,
    calendar: &WorkingCalendar,
) -> Authority {
    Followers::of(programme, on).authority(decision, calendar)
}
