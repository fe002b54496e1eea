//! Workstreams, phases, milestones and deliverables, as far as plans name them.

use super::{
    Body, Decision, Key, Lead, Link, Post, Recommendation, Redating, Review, StatusNote,
    key::{cite, each},
};
use crate::values::{Id, Rhythm, Span, Timescale, When};

/// A workstream.
///
/// ```
/// use programme::{model::Key, ProgrammeId, Workstream};
///
/// let key = Key::derive(ProgrammeId::named("example"), "W1".parse()?);
/// let mut workstream = Workstream::new(key, "Great Places to Work");
/// workstream.outcome = Some("Ways of working suit residents and staff".into());
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workstream {
    /// Identity and reference.
    pub key: Key<Self>,
    /// Its name.
    pub name: String,
    /// Other names that are known to mean it.
    pub aliases: Vec<String>,
    /// What it is about.
    pub scope: Option<String>,
    /// What will be true when it is done.
    pub outcome: Option<String>,
    /// Who leads it.
    pub leads: Vec<Lead>,
    /// What the council calls it, in a word: "work programme".
    pub kind: Option<String>,
    /// The workstream of which it is a sub-stream.
    pub parent: Option<Id<Workstream>>,
    /// The recommendations that it carries.
    pub carries: Vec<Id<Recommendation>>,
    /// The portfolio holder in whose field it falls.
    pub portfolio: Option<Id<Post>>,
    /// Whom it is for.
    pub audiences: Vec<String>,
    /// What has been said of its state.
    pub status: Vec<StatusNote>,
}

impl Workstream {
    /// A workstream of which only the name is known.
    #[must_use]
    pub fn new(key: Key<Self>, name: impl Into<String>) -> Self {
        let (aliases, leads) = (Vec::new(), Vec::new());
        Self {
            key,
            name: name.into(),
            aliases,
            scope: None,
            outcome: None,
            leads,
            kind: None,
            parent: None,
            carries: Vec::new(),
            portfolio: None,
            audiences: Vec::new(),
            status: Vec::new(),
        }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            key,
            name: _,
            aliases: _,
            scope: _,
            outcome: _,
            leads,
            kind: _,
            parent,
            carries,
            portfolio,
            audiences: _,
            status,
        } = self;
        cite(&key.sources, visit);
        leads.iter().for_each(|lead| lead.visit_links(visit));
        each("parent", parent, visit);
        each("carries", carries, visit);
        each("portfolio", portfolio, visit);
        status.iter().for_each(|note| note.visit_links(visit));
    }
}

/// A phase.
///
/// ```
/// use programme::{model::Key, values::Span, Phase, ProgrammeId};
///
/// let key = Key::derive(ProgrammeId::named("example"), "PH2".parse()?);
/// let mut phase = Phase::new(key, "Phase 2");
/// phase.held = Some(Span::read("April 2021 to end of August 2021"));
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phase {
    /// Identity and reference.
    pub key: Key<Self>,
    /// Its name.
    pub name: String,
    /// Other names that are known to mean it.
    pub aliases: Vec<String>,
    /// Its place in the order, from 1.
    pub number: Option<u32>,
    /// From when to when it runs.
    pub held: Option<Span>,
    /// The decision that approved it.
    pub approved_by: Option<Id<Decision>>,
    /// Whether it is said to run on: "and beyond".
    pub open_ended: bool,
    /// What has been said of its state.
    pub status: Vec<StatusNote>,
}

impl Phase {
    /// A phase of which only the name is known.
    #[must_use]
    pub fn new(key: Key<Self>, name: impl Into<String>) -> Self {
        let aliases = Vec::new();
        Self {
            key,
            name: name.into(),
            aliases,
            number: None,
            held: None,
            approved_by: None,
            open_ended: false,
            status: Vec::new(),
        }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            key,
            name: _,
            aliases: _,
            number: _,
            held: _,
            approved_by,
            open_ended: _,
            status,
        } = self;
        cite(&key.sources, visit);
        each("approved_by", approved_by, visit);
        status.iter().for_each(|note| note.visit_links(visit));
    }
}

/// A milestone: met or not, never half.
///
/// ```
/// use programme::{model::Key, values::Timescale, Milestone, ProgrammeId};
///
/// let key = Key::derive(ProgrammeId::named("example"), "M1".parse()?);
/// let mut milestone = Milestone::new(key, "New operating model agreed");
/// milestone.timescale = Timescale::read("September 2021");
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Milestone {
    /// Identity and reference.
    pub key: Key<Self>,
    /// What is to be reached.
    pub title: String,
    /// The workstream to which it belongs.
    pub workstream: Option<Id<Workstream>>,
    /// The phase to which it belongs.
    pub phase: Option<Id<Phase>>,
    /// When it is due.
    pub timescale: Timescale,
    /// The dates that it had before, oldest first.
    pub redated: Vec<Redating>,
    /// Who answers for it.
    pub leads: Vec<Lead>,
    /// What has been said of it: complete is met, any other state is not.
    pub status: Vec<StatusNote>,
    /// What is to be there by then.
    pub deliverable: Option<Id<Deliverable>>,
    /// The body that is to have it by then.
    pub body: Option<Id<Body>>,
    /// The review of which it is a stage.
    pub review: Option<Id<Review>>,
}

impl Milestone {
    /// A milestone of which only the substance is known.
    #[must_use]
    pub fn new(key: Key<Self>, title: impl Into<String>) -> Self {
        Self {
            key,
            title: title.into(),
            workstream: None,
            phase: None,
            timescale: Timescale::default(),
            redated: Vec::new(),
            leads: Vec::new(),
            status: Vec::new(),
            deliverable: None,
            body: None,
            review: None,
        }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            key,
            title: _,
            workstream,
            phase,
            timescale: _,
            redated,
            leads,
            status,
            deliverable,
            body,
            review,
        } = self;
        cite(&key.sources, visit);
        each("workstream", workstream, visit);
        each("phase", phase, visit);
        leads.iter().for_each(|lead| lead.visit_links(visit));
        redated.iter().for_each(|moved| moved.visit_links(visit));
        status.iter().for_each(|note| note.visit_links(visit));
        each("deliverable", deliverable, visit);
        each("body", body, visit);
        each("review", review, visit);
    }
}

/// Something that work produces: a strategy, plan, report or system.
///
/// ```
/// use programme::{model::Key, Deliverable, ProgrammeId};
///
/// let key = Key::derive(ProgrammeId::named("example"), "DEL1".parse()?);
/// let mut strategy = Deliverable::new(key, "Regeneration Strategy");
/// strategy.kind = Some("strategy".into());
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deliverable {
    /// Identity and reference.
    pub key: Key<Self>,
    /// Its name.
    pub name: String,
    /// Other names that are known to mean it.
    pub aliases: Vec<String>,
    /// What it is, in a word.
    pub kind: Option<String>,
    /// The deliverable of which it is a part.
    pub parent: Option<Id<Deliverable>>,
    /// When it was published.
    pub published: Option<When>,
    /// How often a new one appears.
    pub cadence: Option<Rhythm>,
    /// The workstream that produces it.
    pub workstream: Option<Id<Workstream>>,
    /// The phase in which it is produced.
    pub phase: Option<Id<Phase>>,
    /// The recommendations that it answers.
    pub answers: Vec<Id<Recommendation>>,
    /// What it is to contain.
    pub contents: Vec<String>,
    /// The time for which it is made, as printed.
    pub covers: Option<Span>,
    /// The body whose terms it sets, or to which it goes.
    pub body: Option<Id<Body>>,
    /// The system that it replaces.
    pub from_system: Option<String>,
    /// The system that takes over.
    pub to_system: Option<String>,
    /// Whom it is for, or who makes it besides.
    pub audiences: Vec<String>,
    /// When it is due.
    pub timescale: Timescale,
    /// What has been said of its state.
    pub status: Vec<StatusNote>,
}

impl Deliverable {
    /// A deliverable of which only the name is known.
    #[must_use]
    pub fn new(key: Key<Self>, name: impl Into<String>) -> Self {
        Self {
            key,
            name: name.into(),
            aliases: Vec::new(),
            kind: None,
            parent: None,
            published: None,
            cadence: None,
            workstream: None,
            phase: None,
            answers: Vec::new(),
            contents: Vec::new(),
            covers: None,
            body: None,
            from_system: None,
            to_system: None,
            audiences: Vec::new(),
            timescale: Timescale::default(),
            status: Vec::new(),
        }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            key,
            name: _,
            aliases: _,
            kind: _,
            parent,
            published: _,
            cadence: _,
            workstream,
            phase,
            answers,
            contents: _,
            covers: _,
            body,
            from_system: _,
            to_system: _,
            audiences: _,
            timescale: _,
            status,
        } = self;
        cite(&key.sources, visit);
        each("parent", parent, visit);
        each("workstream", workstream, visit);
        each("phase", phase, visit);
        each("answers", answers, visit);
        each("body", body, visit);
        status.iter().for_each(|note| note.visit_links(visit));
    }
}
