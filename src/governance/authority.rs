//! Whether something is authorised: only the last body's act on a route does that.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::steps::decides;
use crate::{
    model::{Act, Body, Decision, DecisionState, Programme},
    values::{Certainty, Id},
};

/// What a decision authorises on a day.
///
/// See [`authority`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Authority {
    /// What was decided may be done, by the decision of this id.
    Given(Id<Decision>),
    /// It is still to be acted on, by this body where that is said.
    Open(Option<Id<Body>>),
    /// Nothing was decided: it was noted, put off or withdrawn.
    None,
    /// It cannot be told: what was done, or when, is not said.
    Unknown,
}

/// What a decision authorises by the end of a day, through whatever followed it.
///
/// A recommendation or referral to another body stays open until that body has acted. A decision
/// without a date that is said to be made counts on every day.
///
/// ```
/// use programme::{
///     governance::{self, Authority}, model::{About, Act, Draft}, values::Printed, Body, Decision,
/// };
///
/// let mut draft = Draft::new(About::named("example"));
/// let council = Body::new(draft.key("BODY1".parse()?), "Council");
/// let mut advice = Decision::new(draft.key("DEC1".parse()?), "More money for Phase 2");
/// (advice.act, advice.onward) = (Some(Act::Recommend), Some(council.key.id));
/// advice.date = Some(Printed::read("22 June 2021"));
/// let mut last = Decision::new(draft.key("DEC2".parse()?), "More money for Phase 2");
/// (last.act, last.follows) = (Some(Act::Resolve), Some(advice.key.id));
/// last.date = Some(Printed::read("14 July 2021"));
/// let (first, second, to) = (advice.key.id, last.key.id, council.key.id);
/// draft.put(council);
/// draft.put(advice);
/// draft.put(last);
/// let programme = draft.finish()?;
/// let on = |day: &str| day.parse().map(|day| governance::authority(&programme, first, day));
/// assert_eq!(on("2021-07-01")?, Authority::Open(Some(to)));
/// assert_eq!(on("2021-07-14")?, Authority::Given(second));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn authority(programme: &Programme, decision: Id<Decision>, on: NaiveDate) -> Authority {
    let mut met = BTreeSet::new();
    let mut at = decision;
    loop {
        let Some(row) = programme.get(at) else { return Authority::Unknown };
        match taken(row, on) {
            Some(true) => {}
            Some(false) => return Authority::Open(row.body),
            None => return Authority::Unknown,
        }
        match row.act {
            Some(act) if decides(act) => return Authority::Given(at),
            Some(Act::Recommend | Act::Refer) => {}
            Some(_) => return Authority::None,
            None => return Authority::Unknown,
        }
        let mut after = programme.decisions().into_iter();
        let next = after.find(|other| {
            other.follows == Some(at) && taken(other, on) == Some(true) && other.act.is_some()
        });
        match next {
            // Decisions that follow one another in a ring lead to nobody.
            Some(next) if met.insert(at) => at = next.key.id,
            _ => return Authority::Open(row.onward),
        }
    }
}

/// Whether a decision was taken by the end of a day; none where that cannot be told.
fn taken(row: &Decision, on: NaiveDate) -> Option<bool> {
    match row.state {
        Some(DecisionState::Pending | DecisionState::Withdrawn) => return Some(false),
        Some(DecisionState::Made) | None => {}
    }
    match row.date.as_ref() {
        None => (row.state == Some(DecisionState::Made)).then_some(true),
        Some(date) => match date.value()?.reached(on) {
            Certainty::Certainly => Some(true),
            Certainty::No => Some(false),
            Certainty::Possibly => None,
        },
    }
}
