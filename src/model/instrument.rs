//! The documents by which a council governs itself.

use super::{
    Body, Decision, Event, Key, Link, Recommendation,
    key::{cite, each},
};
use crate::values::{Id, When};

/// A document by which a council governs itself, or a part of one: its constitution, the rules in it, schemes, protocols and codes.
///
/// ```
/// use programme::{model::{Instrument, InstrumentState, Key}, ProgrammeId};
///
/// let key = Key::derive(ProgrammeId::named("example"), "INS1".parse()?);
/// let mut rules = Instrument::new(key, "Financial procedure rules");
/// rules.state = Some(InstrumentState::UnderReview);
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instrument {
    /// Identity and reference.
    pub key: Key<Self>,
    /// Its name.
    pub name: String,
    /// Other names for it.
    pub aliases: Vec<String>,
    /// What it is.
    pub kind: Option<InstrumentKind>,
    /// The instrument of which it is a part.
    pub parent: Option<Id<Instrument>>,
    /// Where its making or revision stands.
    pub state: Option<InstrumentState>,
    /// The day for which that was said.
    pub as_at: Option<When>,
    /// The body that decides on it.
    pub decided_by: Option<Id<Body>>,
    /// The meeting that is to consider it.
    pub meeting: Option<Id<Event>>,
    /// The decision on it.
    pub decision: Option<Id<Decision>>,
    /// What is to change in it, or what it settles.
    pub aspects: Vec<String>,
    /// The body to which it gives a function.
    pub allocates_to: Option<Id<Body>>,
    /// The recommendations that its revision answers.
    pub answers: Vec<Id<Recommendation>>,
}

impl Instrument {
    /// One of which only the name is known.
    #[must_use]
    pub fn new(key: Key<Self>, name: impl Into<String>) -> Self {
        Self {
            key,
            name: name.into(),
            aliases: Vec::new(),
            kind: None,
            parent: None,
            state: None,
            as_at: None,
            decided_by: None,
            meeting: None,
            decision: None,
            aspects: Vec::new(),
            allocates_to: None,
            answers: Vec::new(),
        }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            key,
            name: _,
            aliases: _,
            kind: _,
            parent,
            state: _,
            as_at: _,
            decided_by,
            meeting,
            decision,
            aspects: _,
            allocates_to,
            answers,
        } = self;
        cite(&key.sources, visit);
        each("parent", parent, visit);
        each("decided_by", decided_by, visit);
        each("meeting", meeting, visit);
        each("decision", decision, visit);
        each("allocates_to", allocates_to, visit);
        each("answers", answers, visit);
    }
}

/// What an instrument is.
///
/// See [`Instrument`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum InstrumentKind {
    /// The constitution as a whole.
    Constitution,
    /// Rules of procedure.
    ProcedureRules,
    /// A scheme, such as that of delegation.
    Scheme,
    /// Who has which functions.
    Functions,
    /// A protocol.
    Protocol,
    /// A code of conduct.
    Code,
    /// A strategy.
    Strategy,
    /// A policy.
    Policy,
}

/// Where the making or revision of an instrument stands.
///
/// See [`Instrument`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum InstrumentState {
    /// It is being written or revised.
    UnderReview,
    /// It is to be decided on.
    ForDecision,
    /// It is agreed.
    Agreed,
    /// It holds.
    InForce,
    /// It holds no more.
    Revoked,
}
