//! Actions: what is to be done, by whom, by when, and what has been said of it.

use super::{
    ActionPlan, Body, Citation, Decision, Deliverable, Key, Link, Phase, Post, Recommendation,
    Redating, Workstream,
    key::{cite, each},
};
use crate::values::{
    ActionStatus, Id, Percent, Printed, Reported, Rhythm, Timescale, When, say_nothing,
};

/// An action, or a sub-action of one.
///
/// It may answer any number of recommendations. Where it has sub-actions, they decompose it and it
/// is counted through them; what it produces or follows does not.
///
/// ```
/// use programme::{model::{Key, Lead}, values::Timescale, Action, ProgrammeId};
///
/// let key = Key::derive(ProgrammeId::named("example"), "A1.1".parse()?);
/// let mut action = Action::new(key, "Set up the hubs steering group");
/// action.timescale = Timescale::read("April 2019");
/// action.leads.push(Lead::named("COO"));
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// Identity, reference and printed number.
    pub key: Key<Self>,
    /// What is to be done, in short.
    pub title: String,
    /// More of it, where a short title does not do.
    pub detail: Option<String>,
    /// The plan in which it stands.
    pub plan: Option<Id<ActionPlan>>,
    /// The recommendations that it answers.
    pub answers: Vec<Id<Recommendation>>,
    /// The action that it is a part of.
    pub parent: Option<Id<Action>>,
    /// The workstream that carries it.
    pub workstream: Option<Id<Workstream>>,
    /// The phase in which it is to be done.
    pub phase: Option<Id<Phase>>,
    /// Who leads it, in printed order.
    pub leads: Vec<Lead>,
    /// What the timescale cell says.
    pub timescale: Timescale,
    /// The dates that it had before, oldest first.
    pub redated: Vec<Redating>,
    /// How often it recurs, where its words say so.
    pub cadence: Option<Rhythm>,
    /// When it began.
    pub started: Option<When>,
    /// When the thing that it arranges should take place, such as the visit whose date is to be
    /// agreed.
    pub arranges: Option<Timescale>,
    /// What has been said of its state, in any order.
    pub status: Vec<StatusNote>,
    /// What it produces.
    pub produces: Vec<Id<Deliverable>>,
    /// Bodies that it sets up.
    pub creates: Vec<Id<Body>>,
    /// Actions that have to be done first.
    pub after: Vec<Id<Action>>,
    /// Its weight among its siblings, under a policy that weighs: 0 is for information only.
    pub weight: Option<u32>,
    /// Whether it is known to reach beyond the horizon of the review.
    pub long_term: bool,
    /// Whom it addresses or involves.
    pub audiences: Vec<String>,
}

/// A lead as printed, and the post or body that it names.
///
/// ```
/// use programme::model::{Lead, Party};
///
/// let lead = Lead::named("AD Policy");
/// assert_eq!(lead.party, Party::Unknown);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lead {
    /// The words, where they are not simply the name of post or body.
    pub words: Option<String>,
    /// Whom they name.
    pub party: Party,
    /// Whether this lead is marked as the accountable one.
    pub accountable: Option<bool>,
}

/// Whom a lead names.
///
/// ```
/// use programme::{model::{About, Draft, Lead, Party}, Post};
///
/// let draft = Draft::new(About::named("example"));
/// let chief = Post::new(draft.key("POST1".parse()?), "Chief Executive");
/// assert_eq!(Lead::post(chief.key.id).party, Party::Post(chief.key.id));
/// assert_eq!(Lead::named("Chief Exec").party, Party::Unknown, "words alone name nobody");
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Party {
    /// A post that the programme holds.
    Post(Id<Post>),
    /// A body that the programme holds.
    Body(Id<Body>),
    /// Nobody that the programme holds.
    Unknown,
}

impl Lead {
    /// A lead of whom only the printed words are known.
    ///
    /// ```
    /// use programme::model::Lead;
    ///
    /// assert_eq!(Lead::named("COO").words.as_deref(), Some("COO"));
    /// ```
    #[must_use]
    pub fn named(words: impl Into<String>) -> Self {
        Self { words: Some(words.into()), party: Party::Unknown, accountable: None }
    }

    /// A post as lead.
    ///
    /// ```
    /// use programme::{model::{About, Draft, Lead}, Action, Post};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let chief = Post::new(draft.key("POST1".parse()?), "Chief Executive");
    /// let mut action = Action::new(draft.key("A1".parse()?), "Publish the plan");
    /// action.leads.push(Lead::post(chief.key.id));
    /// draft.put(chief);
    /// draft.put(action);
    /// assert!(draft.finish().is_ok());
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn post(post: Id<Post>) -> Self {
        Self { words: None, party: Party::Post(post), accountable: None }
    }

    /// A body as lead.
    ///
    /// ```
    /// use programme::{model::{About, Draft, Lead, Party}, Body};
    ///
    /// let draft = Draft::new(About::named("example"));
    /// let cabinet = Body::new(draft.key("BODY1".parse()?), "Cabinet");
    /// assert_eq!(Lead::body(cabinet.key.id).party, Party::Body(cabinet.key.id));
    /// # Ok::<_, programme::values::ParseReferenceError>(())
    /// ```
    #[must_use]
    pub fn body(body: Id<Body>) -> Self {
        Self { words: None, party: Party::Body(body), accountable: None }
    }

    /// Whether it names somebody, be it one whom the programme does not hold: blank cells, dashes
    /// and "TBC" do not.
    ///
    /// ```
    /// use programme::model::Lead;
    ///
    /// assert!(Lead::named("AD Policy").is_somebody());
    /// assert!(!Lead::named("TBC").is_somebody());
    /// ```
    #[must_use]
    pub fn is_somebody(&self) -> bool {
        let named = |words: &String| !say_nothing(words);
        self.party != Party::Unknown || self.words.as_ref().is_some_and(named)
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        match self.party {
            Party::Post(post) => visit(Link::new("leads", post)),
            Party::Body(body) => visit(Link::new("leads", body)),
            Party::Unknown => {}
        }
    }
}

/// What was said of the state of an action or milestone, and when.
///
/// ```
/// use programme::{model::StatusNote, values::{ActionStatus, When}};
///
/// let mut note = StatusNote::new(ActionStatus::Complete);
/// note.on = Some(When::read("June 2019"));
/// note.evidence = Some("Cabinet minutes, item 4".into());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StatusNote {
    /// The day for which it was said; none where that is the plan's.
    pub as_at: Option<When>,
    /// What the status cell reports.
    pub state: Option<Printed<Reported>>,
    /// How far it had come, as somebody judged.
    pub percent: Option<Printed<Percent>>,
    /// When the state came about: the date of completion, of cancellation.
    pub on: Option<When>,
    /// What was said, in short.
    pub text: Option<String>,
    /// What shows it: a paper, page or minute.
    pub evidence: Option<String>,
    /// What it waits for, if it is on hold.
    pub awaiting: Option<String>,
    /// Why it left the plan, if it did.
    pub reason: Option<String>,
    /// The decision behind it.
    pub decision: Option<Id<Decision>>,
    /// The action that takes its place, if one does.
    pub successor: Option<Id<Action>>,
    /// Where it was said.
    pub source: Option<Citation>,
}

impl StatusNote {
    /// A note that says a state and nothing else.
    #[must_use]
    pub fn new(state: ActionStatus) -> Self {
        Self { state: Some(Reported::from(state).into()), ..Self::default() }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        each("decision", &self.decision, visit);
        each("successor", &self.successor, visit);
        cite(self.source.as_slice(), visit);
    }
}

impl Action {
    /// An action of which only the substance is known.
    #[must_use]
    pub fn new(key: Key<Self>, title: impl Into<String>) -> Self {
        Self {
            key,
            title: title.into(),
            detail: None,
            plan: None,
            answers: Vec::new(),
            parent: None,
            workstream: None,
            phase: None,
            leads: Vec::new(),
            timescale: Timescale::default(),
            redated: Vec::new(),
            cadence: None,
            started: None,
            arranges: None,
            status: Vec::new(),
            produces: Vec::new(),
            creates: Vec::new(),
            after: Vec::new(),
            weight: None,
            long_term: false,
            audiences: Vec::new(),
        }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            key,
            title: _,
            detail: _,
            plan,
            answers,
            parent,
            workstream,
            phase,
            leads,
            timescale: _,
            redated,
            cadence: _,
            started: _,
            arranges: _,
            status,
            produces,
            creates,
            after,
            weight: _,
            long_term: _,
            audiences: _,
        } = self;
        cite(&key.sources, visit);
        each("plan", plan, visit);
        each("answers", answers, visit);
        each("parent", parent, visit);
        each("workstream", workstream, visit);
        each("phase", phase, visit);
        leads.iter().for_each(|lead| lead.visit_links(visit));
        redated.iter().for_each(|moved| moved.visit_links(visit));
        status.iter().for_each(|note| note.visit_links(visit));
        each("produces", produces, visit);
        each("creates", creates, visit);
        each("after", after, visit);
    }
}
