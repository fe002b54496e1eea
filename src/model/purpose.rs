//! Why a programme is: intents, what drives it, the priorities it serves.

use super::{
    Action, Deliverable, Key, Link, Recommendation, Report, Workstream,
    key::{cite, each},
};
use crate::values::{Id, Timescale, When};

/// What is meant to come true: a vision, aim, goal, objective, principle, outcome or benefit.
///
/// ```
/// use programme::{model::{IntentKind, Key}, Intent, ProgrammeId};
///
/// let key = Key::derive(ProgrammeId::named("example"), "INT1".parse()?);
/// let mut goal = Intent::new(key, "A healthy place to live");
/// goal.kind = Some(IntentKind::Goal);
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Intent {
    /// Identity and reference.
    pub key: Key<Self>,
    /// What is meant, in short.
    pub title: String,
    /// Which of the many words for it the paper uses.
    pub kind: Option<IntentKind>,
    /// The intent of which it is a part.
    pub parent: Option<Id<Intent>>,
    /// The recommendation under which it stands.
    pub recommendation: Option<Id<Recommendation>>,
    /// The workstream whose intent it is, if not the whole programme's.
    pub workstream: Option<Id<Workstream>>,
    /// The plan or strategy that sets it.
    pub deliverable: Option<Id<Deliverable>>,
    /// The actions that serve it.
    pub actions: Vec<Id<Action>>,
    /// What it consists of, where the paper lists that.
    pub elements: Vec<String>,
    /// Whom it is to benefit.
    pub beneficiaries: Vec<String>,
    /// By when it is to be true, as printed.
    pub horizon: Option<Timescale>,
    /// How sure the paper is of it, in its words.
    pub certainty: Option<String>,
    /// Who says it, if not the council.
    pub attributed_to: Option<String>,
}

/// The words that papers have for what is meant to come true.
///
/// ```
/// use programme::model::{IntentKind};
///
/// let [one, other] = [IntentKind::Aim, IntentKind::Goal];
/// assert_ne!(one, other, "papers set them apart, and so do rows");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum IntentKind {
    /// A vision.
    Vision,
    /// An aim.
    Aim,
    /// A goal.
    Goal,
    /// An objective.
    Objective,
    /// An aspiration.
    Aspiration,
    /// A principle.
    Principle,
    /// What something is to be like.
    Characteristic,
    /// What will be true in the end.
    Outcome,
    /// What somebody will have of it.
    Benefit,
    /// How people are to act.
    Behaviour,
    /// A set of values and behaviours.
    Values,
}

impl Intent {
    /// An intent of which only the substance is known.
    #[must_use]
    pub fn new(key: Key<Self>, title: impl Into<String>) -> Self {
        Self {
            key,
            title: title.into(),
            kind: None,
            parent: None,
            recommendation: None,
            workstream: None,
            deliverable: None,
            actions: Vec::new(),
            elements: Vec::new(),
            beneficiaries: Vec::new(),
            horizon: None,
            certainty: None,
            attributed_to: None,
        }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            key,
            title: _,
            kind: _,
            parent,
            recommendation,
            workstream,
            deliverable,
            actions,
            elements: _,
            beneficiaries: _,
            horizon: _,
            certainty: _,
            attributed_to: _,
        } = self;
        cite(&key.sources, visit);
        each("parent", parent, visit);
        each("recommendation", recommendation, visit);
        each("workstream", workstream, visit);
        each("deliverable", deliverable, visit);
        each("actions", actions, visit);
    }
}

/// A pressure from outside that a programme answers: money, demand, law, the economy.
///
/// ```
/// use programme::{model::{DriverKind, Key}, Driver, ProgrammeId};
///
/// let key = Key::derive(ProgrammeId::named("example"), "DRV1".parse()?);
/// let mut driver = Driver::new(key, "More homelessness presentations");
/// driver.kind = Some(DriverKind::Demand);
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Driver {
    /// Identity and reference.
    pub key: Key<Self>,
    /// What presses, in short.
    pub title: String,
    /// What kind of pressure it is.
    pub kind: Option<DriverKind>,
    /// What it consists of, where the paper lists that.
    pub elements: Vec<String>,
    /// Where it is expected to go, in the paper's words.
    pub direction: Option<String>,
    /// Since when it presses, as printed.
    pub since: Option<When>,
    /// The workstreams that answer it.
    pub workstreams: Vec<Id<Workstream>>,
}

/// What kind of pressure something is.
///
/// ```
/// use programme::model::{DriverKind};
///
/// let pressure = DriverKind::StatutoryDuty;
/// assert_ne!(pressure, DriverKind::Legislation, "a duty that is there, not a law to come");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DriverKind {
    /// How things stand.
    Context,
    /// Money.
    Financial,
    /// More or other need.
    Demand,
    /// The local or national economy.
    Economy,
    /// A duty that the law lays on the council.
    StatutoryDuty,
    /// Law that is new or to come.
    Legislation,
    /// National or regional policy.
    Policy,
}

impl Driver {
    /// A driver of which only the substance is known.
    #[must_use]
    pub fn new(key: Key<Self>, title: impl Into<String>) -> Self {
        Self {
            key,
            title: title.into(),
            kind: None,
            elements: Vec::new(),
            direction: None,
            since: None,
            workstreams: Vec::new(),
        }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self { key, title: _, kind: _, elements: _, direction: _, since: _, workstreams } =
            self;
        cite(&key.sources, visit);
        each("workstreams", workstreams, visit);
    }
}

/// A priority of the council's corporate plan, and how the programme says it serves it.
///
/// ```
/// use programme::{model::{Key, PrioritySupport}, CorporatePriority, ProgrammeId};
///
/// let key = Key::derive(ProgrammeId::named("example"), "CP1".parse()?);
/// let mut priority = CorporatePriority::new(key, "Safe and strong communities");
/// priority.support = Some(PrioritySupport::Ticked);
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorporatePriority {
    /// Identity and reference.
    pub key: Key<Self>,
    /// Its name.
    pub name: String,
    /// Other names that are known to mean it.
    pub aliases: Vec<String>,
    /// The corporate plan that sets it.
    pub plan: Option<Id<Deliverable>>,
    /// How the programme is said to serve it.
    pub support: Option<PrioritySupport>,
    /// The paper that says so.
    pub report: Option<Id<Report>>,
}

/// How a paper says that a priority is served.
///
/// ```
/// use programme::model::{PrioritySupport};
///
/// let said = PrioritySupport::All;
/// assert_ne!(said, PrioritySupport::Ticked, "no priority is named");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PrioritySupport {
    /// It is marked on a form.
    Ticked,
    /// It is the one that is served first.
    Primary,
    /// It is served besides.
    Assists,
    /// The paper says "all" and lists none.
    All,
}

impl CorporatePriority {
    /// A priority of which only the name is known.
    #[must_use]
    pub fn new(key: Key<Self>, name: impl Into<String>) -> Self {
        Self {
            key,
            name: name.into(),
            aliases: Vec::new(),
            plan: None,
            support: None,
            report: None,
        }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self { key, name: _, aliases: _, plan, support: _, report } = self;
        cite(&key.sources, visit);
        each("plan", plan, visit);
        each("report", report, visit);
    }
}
