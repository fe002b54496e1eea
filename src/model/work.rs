//! Work that is more than an action: projects, service reviews, capabilities, events, achievements.

use super::{
    Body, Deliverable, Intent, Key, Lead, Link, Measure, Organisation, Phase, Recommendation,
    Review, StatusNote, Subject, Workstream,
    key::{cite, each},
};
use crate::values::{Id, Stated, Timescale, When};

/// A project: work with an end, a sponsor and, if it is large, a board.
///
/// ```
/// use programme::{model::{Key, ProjectSize}, Project, ProgrammeId};
///
/// let key = Key::derive(ProgrammeId::named("example"), "PRJ1".parse()?);
/// let mut project = Project::new(key, "Land charges digitisation");
/// project.size = Some(ProjectSize::Smaller);
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Project {
    /// Identity and reference.
    pub key: Key<Self>,
    /// Its name.
    pub name: String,
    /// Other names that are known to mean it.
    pub aliases: Vec<String>,
    /// What kind of project it is, in a word: "pathfinder", "tactical".
    pub kind: Option<String>,
    /// Its size, where that settles how it is governed.
    pub size: Option<ProjectSize>,
    /// The workstream to which it belongs.
    pub workstream: Option<Id<Workstream>>,
    /// The phase to which it belongs.
    pub phase: Option<Id<Phase>>,
    /// Its board.
    pub board: Option<Id<Body>>,
    /// Who leads it.
    pub leads: Vec<Lead>,
    /// When it is due.
    pub timescale: Timescale,
    /// What has been said of its state.
    pub status: Vec<StatusNote>,
    /// The recommendations that it answers.
    pub answers: Vec<Id<Recommendation>>,
    /// The intents that it serves.
    pub serves: Vec<Id<Intent>>,
    /// The measures whose targets it serves.
    pub targets: Vec<Id<Measure>>,
    /// Whom it touches.
    pub audiences: Vec<String>,
}

/// The size of a project, where that settles how it is governed.
///
/// ```
/// use programme::model::{ProjectSize};
///
/// let size: Option<ProjectSize> = None;
/// assert_ne!(size, Some(ProjectSize::Smaller), "what is not said is not small");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProjectSize {
    /// With a board and a project manager.
    Larger,
    /// Led by a manager within the service.
    Smaller,
}

impl Project {
    /// A project of which only the name is known.
    #[must_use]
    pub fn new(key: Key<Self>, name: impl Into<String>) -> Self {
        Self {
            key,
            name: name.into(),
            aliases: Vec::new(),
            kind: None,
            size: None,
            workstream: None,
            phase: None,
            board: None,
            leads: Vec::new(),
            timescale: Timescale::default(),
            status: Vec::new(),
            answers: Vec::new(),
            serves: Vec::new(),
            targets: Vec::new(),
            audiences: Vec::new(),
        }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            key,
            name: _,
            aliases: _,
            kind: _,
            size: _,
            workstream,
            phase,
            board,
            leads,
            timescale: _,
            status,
            answers,
            serves,
            targets,
            audiences: _,
        } = self;
        cite(&key.sources, visit);
        each("workstream", workstream, visit);
        each("phase", phase, visit);
        each("board", board, visit);
        leads.iter().for_each(|lead| lead.visit_links(visit));
        status.iter().for_each(|note| note.visit_links(visit));
        each("answers", answers, visit);
        each("serves", serves, visit);
        each("targets", targets, visit);
    }
}

/// A review of a service or team by the council itself, or by somebody it commissions.
///
/// ```
/// use programme::{model::Key, ServiceReview, ProgrammeId};
///
/// let key = Key::derive(ProgrammeId::named("example"), "SR1".parse()?);
/// let mut review = ServiceReview::new(key, "Housing review");
/// review.services = vec!["Housing Services".into()];
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceReview {
    /// Identity and reference.
    pub key: Key<Self>,
    /// Its name.
    pub name: String,
    /// Other names that are known to mean it.
    pub aliases: Vec<String>,
    /// What kind of review it is, in a word: "management review".
    pub kind: Option<String>,
    /// The review of which it is a part.
    pub parent: Option<Id<ServiceReview>>,
    /// The services or teams that are reviewed.
    pub services: Vec<String>,
    /// What it looks at, or is tested against.
    pub scope: Vec<String>,
    /// The workstream to which it belongs.
    pub workstream: Option<Id<Workstream>>,
    /// The phase to which it belongs.
    pub phase: Option<Id<Phase>>,
    /// Who leads it.
    pub leads: Vec<Lead>,
    /// When it is due.
    pub timescale: Timescale,
    /// What has been said of its state.
    pub status: Vec<StatusNote>,
    /// The recommendations that it answers.
    pub answers: Vec<Id<Recommendation>>,
}

impl ServiceReview {
    /// A service review of which only the name is known.
    #[must_use]
    pub fn new(key: Key<Self>, name: impl Into<String>) -> Self {
        Self {
            key,
            name: name.into(),
            aliases: Vec::new(),
            kind: None,
            parent: None,
            services: Vec::new(),
            scope: Vec::new(),
            workstream: None,
            phase: None,
            leads: Vec::new(),
            timescale: Timescale::default(),
            status: Vec::new(),
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
            services: _,
            scope: _,
            workstream,
            phase,
            leads,
            timescale: _,
            status,
            answers,
        } = self;
        cite(&key.sources, visit);
        each("parent", parent, visit);
        each("workstream", workstream, visit);
        each("phase", phase, visit);
        leads.iter().for_each(|lead| lead.visit_links(visit));
        status.iter().for_each(|note| note.visit_links(visit));
        each("answers", answers, visit);
    }
}

/// Something that the council can do once it is set up: a programme office, a framework, a system.
///
/// ```
/// use programme::{model::Key, Capability, ProgrammeId};
///
/// let key = Key::derive(ProgrammeId::named("example"), "CAP1".parse()?);
/// let mut office = Capability::new(key, "Corporate PMO");
/// office.functions = vec!["Coordinates the project portfolio".into()];
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capability {
    /// Identity and reference.
    pub key: Key<Self>,
    /// Its name.
    pub name: String,
    /// Other names that are known to mean it.
    pub aliases: Vec<String>,
    /// What it is, in a word: "framework", "system".
    pub kind: Option<String>,
    /// The capability of which it is a part.
    pub parent: Option<Id<Capability>>,
    /// What it does.
    pub functions: Vec<String>,
    /// What it is to be like.
    pub attributes: Vec<String>,
    /// Why it is wanted.
    pub reasons: Vec<String>,
    /// The workstream to which it belongs.
    pub workstream: Option<Id<Workstream>>,
    /// The phase to which it belongs.
    pub phase: Option<Id<Phase>>,
    /// Who leads it.
    pub leads: Vec<Lead>,
    /// When it is due.
    pub timescale: Timescale,
    /// What has been said of its state.
    pub status: Vec<StatusNote>,
    /// The recommendations that it answers.
    pub answers: Vec<Id<Recommendation>>,
}

impl Capability {
    /// A capability of which only the name is known.
    #[must_use]
    pub fn new(key: Key<Self>, name: impl Into<String>) -> Self {
        Self {
            key,
            name: name.into(),
            aliases: Vec::new(),
            kind: None,
            parent: None,
            functions: Vec::new(),
            attributes: Vec::new(),
            reasons: Vec::new(),
            workstream: None,
            phase: None,
            leads: Vec::new(),
            timescale: Timescale::default(),
            status: Vec::new(),
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
            functions: _,
            attributes: _,
            reasons: _,
            workstream,
            phase,
            leads,
            timescale: _,
            status,
            answers,
        } = self;
        cite(&key.sources, visit);
        each("parent", parent, visit);
        each("workstream", workstream, visit);
        each("phase", phase, visit);
        leads.iter().for_each(|lead| lead.visit_links(visit));
        status.iter().for_each(|note| note.visit_links(visit));
        each("answers", answers, visit);
    }
}

/// A workshop, panel, meeting or the like, held or to be held.
///
/// ```
/// use programme::{model::Key, values::When, Event, ProgrammeId};
///
/// let key = Key::derive(ProgrammeId::named("example"), "EVT1".parse()?);
/// let mut panel = Event::new(key, "Recovery and Renewal Panel");
/// panel.date = Some(When::read("28th September 2020"));
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Identity and reference.
    pub key: Key<Self>,
    /// Its name.
    pub name: String,
    /// What it is, in a word: "workshop", "panel".
    pub kind: Option<String>,
    /// When it was or is to be held, as printed.
    pub date: Option<When>,
    /// How many there are, as printed.
    pub count: Option<Stated>,
    /// How it is held, in a word: "virtual".
    pub mode: Option<String>,
    /// The body that meets.
    pub body: Option<Id<Body>>,
    /// The organisation that runs it.
    pub organised_by: Option<Id<Organisation>>,
    /// Who leads through it, by post.
    pub facilitators: Vec<String>,
    /// Who attends, by post or group.
    pub attendees: Vec<String>,
    /// What it is for.
    pub aims: Vec<String>,
    /// What it is to yield, in words.
    pub outputs: Vec<String>,
    /// The intents that came of it.
    pub gives: Vec<Id<Intent>>,
    /// What it is to consider.
    pub considers: Vec<Id<Deliverable>>,
    /// The review of which it is a part.
    pub review: Option<Id<Review>>,
    /// The workstream to which it belongs.
    pub workstream: Option<Id<Workstream>>,
    /// The phase to which it belongs.
    pub phase: Option<Id<Phase>>,
    /// What has been said of its state.
    pub status: Vec<StatusNote>,
    /// The recommendations that it answers.
    pub answers: Vec<Id<Recommendation>>,
}

impl Event {
    /// An event of which only the name is known.
    #[must_use]
    pub fn new(key: Key<Self>, name: impl Into<String>) -> Self {
        Self {
            key,
            name: name.into(),
            kind: None,
            date: None,
            count: None,
            mode: None,
            body: None,
            organised_by: None,
            facilitators: Vec::new(),
            attendees: Vec::new(),
            aims: Vec::new(),
            outputs: Vec::new(),
            gives: Vec::new(),
            considers: Vec::new(),
            review: None,
            workstream: None,
            phase: None,
            status: Vec::new(),
            answers: Vec::new(),
        }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            key,
            name: _,
            kind: _,
            date: _,
            count: _,
            mode: _,
            body,
            organised_by,
            facilitators: _,
            attendees: _,
            aims: _,
            outputs: _,
            gives,
            considers,
            review,
            workstream,
            phase,
            status,
            answers,
        } = self;
        cite(&key.sources, visit);
        each("body", body, visit);
        each("organised_by", organised_by, visit);
        each("gives", gives, visit);
        each("considers", considers, visit);
        each("review", review, visit);
        each("workstream", workstream, visit);
        each("phase", phase, visit);
        status.iter().for_each(|note| note.visit_links(visit));
        each("answers", answers, visit);
    }
}

/// Something that a paper lists as achieved, whether or not it reads as done.
///
/// ```
/// use programme::{model::{Key, Tense}, Achievement, ProgrammeId};
///
/// let key = Key::derive(ProgrammeId::named("example"), "ACH1".parse()?);
/// let mut achievement = Achievement::new(key, "Procure a digital platform");
/// achievement.wording = Some(Tense::ToDo);
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Achievement {
    /// Identity and reference.
    pub key: Key<Self>,
    /// What is said to be achieved, in short.
    pub title: String,
    /// What it is, in a word: "system", "recognition".
    pub kind: Option<String>,
    /// How the paper words it: as done, under way, still to do, or as a thing.
    pub wording: Option<Tense>,
    /// When it was achieved, as printed.
    pub on: Option<When>,
    /// The amount that goes with it, as printed.
    pub amount: Option<Stated>,
    /// The workstream to which it belongs.
    pub workstream: Option<Id<Workstream>>,
    /// The phase under which the paper lists it.
    pub phase: Option<Id<Phase>>,
    /// The review that names it.
    pub review: Option<Id<Review>>,
    /// Who recognised it.
    pub recognised_by: Option<Id<Organisation>>,
    /// The row whose work it reports.
    pub of: Option<Subject>,
    /// What it consists of, where the paper lists that.
    pub elements: Vec<String>,
    /// What shows it.
    pub evidence: Option<String>,
    /// The recommendations that it answers.
    pub answers: Vec<Id<Recommendation>>,
}

/// How a list of achievements words an item.
///
/// ```
/// use programme::model::{Tense};
///
/// // "Procure a digital platform", in a list of what "has already been undertaken".
/// assert_ne!(Tense::ToDo, Tense::Done);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tense {
    /// As done.
    Done,
    /// As under way.
    UnderWay,
    /// As still to do.
    ToDo,
    /// As a thing, which says neither.
    Noun,
}

impl Achievement {
    /// An achievement of which only the substance is known.
    #[must_use]
    pub fn new(key: Key<Self>, title: impl Into<String>) -> Self {
        Self {
            key,
            title: title.into(),
            kind: None,
            wording: None,
            on: None,
            amount: None,
            workstream: None,
            phase: None,
            review: None,
            recognised_by: None,
            of: None,
            elements: Vec::new(),
            evidence: None,
            answers: Vec::new(),
        }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            key,
            title: _,
            kind: _,
            wording: _,
            on: _,
            amount: _,
            workstream,
            phase,
            review,
            recognised_by,
            of,
            elements: _,
            evidence: _,
            answers,
        } = self;
        cite(&key.sources, visit);
        each("workstream", workstream, visit);
        each("phase", phase, visit);
        each("review", review, visit);
        each("recognised_by", recognised_by, visit);
        of.iter().for_each(|row| visit(Link::new("of", *row)));
        each("answers", answers, visit);
    }
}
