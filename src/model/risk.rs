//! Risks, and the matrix by which a council scores them.

use super::{
    Action, Body, Citation, Decision, Deliverable, Key, Lead, Link, StatusNote, Subject,
    key::{cite, each},
};
use crate::values::{Id, Stated, Timescale, When};

/// Something uncertain that would matter: a threat, or an opportunity.
///
/// It is open until it is closed. A score is what the council's matrix makes of likelihood and impact
/// ([`RiskMatrix`]); what a paper prints instead is kept beside, under `stated`.
///
/// ```
/// use programme::{model::{Key, RiskScore}, values::{Stated, When}, ProgrammeId, Risk};
///
/// let key = Key::derive(ProgrammeId::named("example"), "RSK1".parse()?);
/// let mut risk = Risk::new(key, "Staff do not engage");
/// risk.residual = Some(RiskScore {
///     likelihood: Some("4".into()),
///     impact: Some("major".into()),
///     stated: Some(Stated::read("16")),
///     ..RiskScore::default()
/// });
/// risk.review = Some(When::read("September 2021"));
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Risk {
    /// Identity and reference.
    pub key: Key<Self>,
    /// What may happen, in short.
    pub title: String,
    /// Whether it may do harm or good; harm where it is left out.
    pub kind: Option<RiskKind>,
    /// What kind of risk the paper calls it, in a word: "reputation", "workforce".
    pub category: Option<String>,
    /// What it comes from.
    pub cause: Option<String>,
    /// What may happen.
    pub event: Option<String>,
    /// What that would do.
    pub effect: Option<String>,
    /// The rows that it bears on; the whole programme where none is named.
    pub of: Vec<Subject>,
    /// How it is scored before anything is done about it.
    pub inherent: Option<RiskScore>,
    /// How it is scored with what is done about it so far.
    pub residual: Option<RiskScore>,
    /// How it is to be scored in the end.
    pub target: Option<RiskScore>,
    /// When it may happen.
    pub proximity: Option<Timescale>,
    /// What is done about it, in a word.
    pub response: Option<RiskResponse>,
    /// What is done about it.
    pub mitigations: Vec<String>,
    /// The actions that are to bring it to its target.
    pub actions: Vec<Id<Action>>,
    /// Who answers for it.
    pub owners: Vec<Lead>,
    /// When it was raised.
    pub raised: Option<When>,
    /// When it is to be reviewed next.
    pub review: Option<When>,
    /// The body to which it was escalated.
    pub escalated_to: Option<Id<Body>>,
    /// When it was.
    pub escalated: Option<When>,
    /// Who accepts it as it is, and until when.
    pub acceptance: Option<Acceptance>,
    /// The register or plan in which it is recorded.
    pub register: Option<Id<Deliverable>>,
    /// Who sees it, if not the council.
    pub attributed_to: Option<String>,
    /// That it is over, since when and why.
    pub closed: Option<Closure>,
    /// What has been said of it.
    pub status: Vec<StatusNote>,
}

impl Risk {
    /// One of which only the substance is known.
    #[must_use]
    pub fn new(key: Key<Self>, title: impl Into<String>) -> Self {
        Self {
            key,
            title: title.into(),
            kind: None,
            category: None,
            cause: None,
            event: None,
            effect: None,
            of: Vec::new(),
            inherent: None,
            residual: None,
            target: None,
            proximity: None,
            response: None,
            mitigations: Vec::new(),
            actions: Vec::new(),
            owners: Vec::new(),
            raised: None,
            review: None,
            escalated_to: None,
            escalated: None,
            acceptance: None,
            register: None,
            attributed_to: None,
            closed: None,
            status: Vec::new(),
        }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            key,
            title: _,
            kind: _,
            category: _,
            cause: _,
            event: _,
            effect: _,
            of,
            inherent: _,
            residual: _,
            target: _,
            proximity: _,
            response: _,
            mitigations: _,
            actions,
            owners,
            raised: _,
            review: _,
            escalated_to,
            escalated: _,
            acceptance,
            register,
            attributed_to: _,
            closed,
            status,
        } = self;
        cite(&key.sources, visit);
        of.iter().for_each(|row| visit(Link::new("of", *row)));
        each("actions", actions, visit);
        owners.iter().for_each(|lead| lead.visit_links(visit));
        each("escalated_to", escalated_to, visit);
        acceptance.iter().for_each(|part| part.visit_links(visit));
        each("register", register, visit);
        closed.iter().for_each(|part| part.visit_links(visit));
        status.iter().for_each(|note| note.visit_links(visit));
    }
}

/// Likelihood and impact of a risk as a paper gives them.
///
/// ```
/// use programme::model::RiskScore;
///
/// let score = RiskScore { likelihood: Some("4".into()), ..RiskScore::default() };
/// assert!(score.impact.is_none(), "what is not said is not low");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RiskScore {
    /// How likely it is: a number or a word of the matrix.
    pub likelihood: Option<String>,
    /// How much it would do: a number or a word of the matrix.
    pub impact: Option<String>,
    /// The score as the paper gives it.
    pub stated: Option<Stated>,
    /// The day for which it was said.
    pub as_at: Option<When>,
}

/// That a risk is accepted as it is: by whom, since when, until when.
///
/// ```
/// use programme::{model::Acceptance, values::When};
///
/// let accepted = Acceptance {
///     by: Some("Chief Executive".into()),
///     until: Some(When::read("31 March 2022")),
///     ..Acceptance::default()
/// };
/// assert!(accepted.reason.is_none());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Acceptance {
    /// Who accepts it, by post.
    pub by: Option<String>,
    /// Since when.
    pub on: Option<When>,
    /// Until when; the day itself is the last.
    pub until: Option<When>,
    /// Why.
    pub reason: Option<String>,
    /// The decision behind it.
    pub decision: Option<Id<Decision>>,
}

impl Acceptance {
    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self { by: _, on: _, until: _, reason: _, decision } = self;
        each("decision", decision, visit);
    }
}

/// That a risk or an issue is over: since when, and why.
///
/// ```
/// use programme::{model::Closure, values::When};
///
/// let closed = Closure { on: Some(When::read("May 2021")), ..Closure::default() };
/// assert!(closed.reason.is_none(), "why is not said, which is for a rule to find");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Closure {
    /// When it was closed.
    pub on: Option<When>,
    /// Why.
    pub reason: Option<String>,
    /// The decision behind it.
    pub decision: Option<Id<Decision>>,
    /// Where this was said.
    pub source: Option<Citation>,
}

impl Closure {
    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self { on: _, reason: _, decision, source } = self;
        each("decision", decision, visit);
        cite(source.as_slice(), visit);
    }
}

/// How a council scores risks: a score is what likelihood counts for times what impact counts for.
///
/// ```
/// use programme::model::{MatrixStep, RiskMatrix};
///
/// let steps = |names: &[&str]| -> Vec<MatrixStep> {
///     names.iter().map(|name| MatrixStep { name: Some((*name).into()), value: None }).collect()
/// };
/// let matrix = RiskMatrix {
///     likelihoods: steps(&["rare", "possible", "likely"]),
///     impacts: steps(&["minor", "major"]),
///     appetite: Some(3),
///     ..RiskMatrix::default()
/// };
/// assert_eq!(matrix.likelihoods.len() * matrix.impacts.len(), 6);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RiskMatrix {
    /// How likely something is, least first.
    pub likelihoods: Vec<MatrixStep>,
    /// How much something does, least first.
    pub impacts: Vec<MatrixStep>,
    /// What scores are called, lowest first.
    pub levels: Vec<MatrixLevel>,
    /// The score up to which a risk is borne without more ado.
    pub appetite: Option<u32>,
}

/// A step of a matrix.
///
/// See [`RiskMatrix`] for an example.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MatrixStep {
    /// What it is called: "likely".
    pub name: Option<String>,
    /// What it counts for; its place in the list where it is left out.
    pub value: Option<u32>,
}

/// What scores from some number on are called.
///
/// See [`RiskMatrix`] for an example.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MatrixLevel {
    /// What it is called: "high".
    pub name: Option<String>,
    /// The lowest score that is called so.
    pub from: Option<u32>,
}

/// Whether something may do harm or good.
///
/// See [`Risk`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RiskKind {
    /// It may do harm.
    Threat,
    /// It may do good.
    Opportunity,
}

/// What is done about a risk.
///
/// See [`Risk`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RiskResponse {
    /// The work is changed so that it cannot happen.
    Avoid,
    /// It is made less likely, or less severe.
    Reduce,
    /// Another party bears it.
    Transfer,
    /// It is borne together with another party.
    Share,
    /// It is borne as it is.
    Accept,
    /// A plan is ready for when it happens.
    Contingency,
    /// An opportunity is made sure of.
    Exploit,
    /// An opportunity is made more likely, or more worth.
    Enhance,
}
