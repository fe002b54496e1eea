//! Assumptions and issues.

use super::{
    Action, Body, Closure, Key, Lead, Link, Risk, StatusNote, Subject,
    key::{cite, each},
};
use crate::values::{Id, When};

/// Something that is taken to be so without proof.
///
/// ```
/// use programme::{model::{AssumptionState, Key}, Assumption, ProgrammeId};
///
/// let key = Key::derive(ProgrammeId::named("example"), "ASM1".parse()?);
/// let mut assumption = Assumption::new(key, "Grant is paid at last year's level");
/// assumption.state = Some(AssumptionState::Disproved);
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assumption {
    /// Identity and reference.
    pub key: Key<Self>,
    /// What is taken to be so, in short.
    pub title: String,
    /// The rows that rest on it; the whole programme where none is named.
    pub of: Vec<Subject>,
    /// What it rests on.
    pub basis: Option<String>,
    /// Who keeps watch over it.
    pub owners: Vec<Lead>,
    /// When it was made.
    pub raised: Option<When>,
    /// When it is to be looked at next.
    pub review: Option<When>,
    /// How it stands; open where it is left out.
    pub state: Option<AssumptionState>,
    /// The day for which that was said.
    pub as_at: Option<When>,
    /// The risk that it is wrong.
    pub risk: Option<Id<Risk>>,
    /// What has been said of it.
    pub status: Vec<StatusNote>,
}

impl Assumption {
    /// One of which only the substance is known.
    #[must_use]
    pub fn new(key: Key<Self>, title: impl Into<String>) -> Self {
        Self {
            key,
            title: title.into(),
            of: Vec::new(),
            basis: None,
            owners: Vec::new(),
            raised: None,
            review: None,
            state: None,
            as_at: None,
            risk: None,
            status: Vec::new(),
        }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            key,
            title: _,
            of,
            basis: _,
            owners,
            raised: _,
            review: _,
            state: _,
            as_at: _,
            risk,
            status,
        } = self;
        cite(&key.sources, visit);
        of.iter().for_each(|row| visit(Link::new("of", *row)));
        owners.iter().for_each(|lead| lead.visit_links(visit));
        each("risk", risk, visit);
        status.iter().for_each(|note| note.visit_links(visit));
    }
}

/// Something that has happened and has to be dealt with; it may have been foreseen as a risk.
///
/// ```
/// use programme::{model::{Closure, Key}, values::When, Issue, ProgrammeId};
///
/// let key = Key::derive(ProgrammeId::named("example"), "ISS1".parse()?);
/// let mut issue = Issue::new(key, "The adviser has withdrawn");
/// issue.closed = Some(Closure { on: Some(When::read("May 2021")), ..Closure::default() });
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// Identity and reference.
    pub key: Key<Self>,
    /// What has happened, in short.
    pub title: String,
    /// More of it.
    pub detail: Option<String>,
    /// The risk that came about.
    pub arises_from: Option<Id<Risk>>,
    /// The rows that it bears on; the whole programme where none is named.
    pub of: Vec<Subject>,
    /// How grave it is, in the words of the paper.
    pub severity: Option<String>,
    /// Who answers for it.
    pub owners: Vec<Lead>,
    /// The actions that are to settle it.
    pub actions: Vec<Id<Action>>,
    /// When it was raised.
    pub raised: Option<When>,
    /// When it is to be settled.
    pub due: Option<When>,
    /// The body to which it was escalated.
    pub escalated_to: Option<Id<Body>>,
    /// That it is over, since when and why.
    pub closed: Option<Closure>,
    /// What has been said of it.
    pub status: Vec<StatusNote>,
}

impl Issue {
    /// One of which only the substance is known.
    #[must_use]
    pub fn new(key: Key<Self>, title: impl Into<String>) -> Self {
        Self {
            key,
            title: title.into(),
            detail: None,
            arises_from: None,
            of: Vec::new(),
            severity: None,
            owners: Vec::new(),
            actions: Vec::new(),
            raised: None,
            due: None,
            escalated_to: None,
            closed: None,
            status: Vec::new(),
        }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            key,
            title: _,
            detail: _,
            arises_from,
            of,
            severity: _,
            owners,
            actions,
            raised: _,
            due: _,
            escalated_to,
            closed,
            status,
        } = self;
        cite(&key.sources, visit);
        each("arises_from", arises_from, visit);
        of.iter().for_each(|row| visit(Link::new("of", *row)));
        owners.iter().for_each(|lead| lead.visit_links(visit));
        each("actions", actions, visit);
        each("escalated_to", escalated_to, visit);
        closed.iter().for_each(|part| part.visit_links(visit));
        status.iter().for_each(|note| note.visit_links(visit));
    }
}

/// How an assumption stands.
///
/// See [`Assumption`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AssumptionState {
    /// It is still assumed.
    Open,
    /// It proved right.
    Confirmed,
    /// It proved wrong.
    Disproved,
}
