//! Who may decide what, and the rules that councils set for themselves.

use super::{
    Body, Key, Lead, Link, Post, RiskMatrix, Subject,
    key::{cite, each},
};
use crate::values::{DayCount, Dimension, Id, Stated, When};

/// Who may decide or does decide what, and when a matter has to go there: a right of the council's own, as data.
///
/// ```
/// use programme::{model::{DecisionRight, Key, Lead, RightAct, Trigger}, ProgrammeId};
///
/// let key = Key::derive(ProgrammeId::named("example"), "DR1".parse()?);
/// let mut right = DecisionRight::new(key, "Cabinet approves significant spend");
/// right.holders.push(Lead::named("Cabinet"));
/// right.act = Some(RightAct::Approve);
/// right.triggers.push(Trigger::SignificantSpend);
/// assert!(right.threshold.is_none(), "from which amount spend is significant is not said");
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionRight {
    /// Identity and reference.
    pub key: Key<Self>,
    /// Who may do what, in short.
    pub title: String,
    /// Who has it.
    pub holders: Vec<Lead>,
    /// What they may do, or do.
    pub act: Option<RightAct>,
    /// Of what, in words.
    pub matter: Option<String>,
    /// The row on which they decide.
    pub of: Option<Subject>,
    /// What brings a matter to them; any one of these does.
    pub triggers: Vec<Trigger>,
    /// The amount from which a matter comes to them.
    pub threshold: Option<Stated>,
    /// The amount up to which they may decide.
    pub limit: Option<Stated>,
    /// What they test it against.
    pub criteria: Vec<String>,
    /// The stages at which they do.
    pub stages: Vec<String>,
    /// Whose function it is.
    pub function: Option<Function>,
    /// The body that delegates it.
    pub delegated_from: Option<Id<Body>>,
    /// Whom they have to consult.
    pub consulting: Vec<Lead>,
    /// What holds it in check.
    pub safeguard: Option<String>,
    /// What it is for.
    pub purpose: Option<String>,
    /// From when.
    pub since: Option<When>,
    /// Until when.
    pub until: Option<When>,
}

impl DecisionRight {
    /// One of which only the substance is known.
    #[must_use]
    pub fn new(key: Key<Self>, title: impl Into<String>) -> Self {
        Self {
            key,
            title: title.into(),
            holders: Vec::new(),
            act: None,
            matter: None,
            of: None,
            triggers: Vec::new(),
            threshold: None,
            limit: None,
            criteria: Vec::new(),
            stages: Vec::new(),
            function: None,
            delegated_from: None,
            consulting: Vec::new(),
            safeguard: None,
            purpose: None,
            since: None,
            until: None,
        }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            key,
            title: _,
            holders,
            act: _,
            matter: _,
            of,
            triggers: _,
            threshold: _,
            limit: _,
            criteria: _,
            stages: _,
            function: _,
            delegated_from,
            consulting,
            safeguard: _,
            purpose: _,
            since: _,
            until: _,
        } = self;
        cite(&key.sources, visit);
        holders.iter().for_each(|lead| lead.visit_links(visit));
        of.iter().for_each(|row| visit(Link::new("of", *row)));
        each("delegated_from", delegated_from, visit);
        consulting.iter().for_each(|lead| lead.visit_links(visit));
    }
}

/// What somebody may do about a matter.
///
/// See [`DecisionRight`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RightAct {
    /// Decides it.
    Approve,
    /// Has to agree, before others decide or go on.
    Agree,
    /// Considers it.
    Consider,
    /// Recommends it to who decides.
    Recommend,
    /// Keeps watch over it.
    Oversee,
    /// Tests it.
    Test,
}

/// What brings a matter before somebody.
///
/// See [`DecisionRight`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Trigger {
    /// Spend is significant, or at or over a threshold.
    SignificantSpend,
    /// It is politically sensitive, which is a judgement.
    PoliticallySensitive,
    /// It is a strategy.
    Strategy,
    /// It is a new or an amended policy.
    Policy,
    /// It touches the budget or the policy framework.
    BudgetFramework,
    /// It has a significant effect in two or more wards.
    Wards,
    /// It is within a portfolio.
    InPortfolio,
    /// A post falls vacant.
    Vacancy,
    /// A stage is reached.
    Stage,
    /// It always does.
    Any,
}

/// Whose function a matter is (LGA 2000 s.9D).
///
/// See [`DecisionRight`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Function {
    /// The executive's.
    Executive,
    /// The council's, and not the executive's.
    Council,
    /// Either, as the council chooses.
    LocalChoice,
}

/// A rule of the council's own, such as its key decision threshold, with the days on which it holds.
///
/// Where a council has none, [`Council`](crate::governance::Council) gives what the law or common practice says.
///
/// ```
/// use programme::{model::{Key, LocalRule, Parameter}, ProgrammeId, values::Printed};
///
/// let key = Key::derive(ProgrammeId::named("example"), "LR1".parse()?);
/// let mut rule = LocalRule::new(key, "Key decisions");
/// rule.parameter = Some(Parameter::KeyDecisionThreshold);
/// rule.amount = Some(Printed::read("£350,000"));
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalRule {
    /// Identity and reference.
    pub key: Key<Self>,
    /// What it is of, in short.
    pub title: String,
    /// Which figure it gives.
    pub parameter: Option<Parameter>,
    /// In which dimension it is a tolerance; in each where that is left out.
    pub dimension: Option<Dimension>,
    /// At which level it is a tolerance; at each where that is left out.
    pub level: Option<Level>,
    /// The one row of which it is a tolerance.
    pub of: Option<Subject>,
    /// The amount.
    pub amount: Option<Stated>,
    /// How many days.
    pub days: Option<u32>,
    /// How days are counted.
    pub counted: Option<DayCount>,
    /// The body whose limit it is.
    pub body: Option<Id<Body>>,
    /// The post whose limit it is.
    pub post: Option<Id<Post>>,
    /// What it says, where that is neither amount nor days.
    pub text: Option<String>,
    /// The matrix by which risks are scored.
    pub matrix: Option<RiskMatrix>,
    /// From when.
    pub since: Option<When>,
    /// Until when; the day itself is the last.
    pub until: Option<When>,
}

impl LocalRule {
    /// One of which only the substance is known.
    #[must_use]
    pub fn new(key: Key<Self>, title: impl Into<String>) -> Self {
        Self {
            key,
            title: title.into(),
            parameter: None,
            dimension: None,
            level: None,
            of: None,
            amount: None,
            days: None,
            counted: None,
            body: None,
            post: None,
            text: None,
            matrix: None,
            since: None,
            until: None,
        }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            key,
            title: _,
            parameter: _,
            dimension: _,
            level: _,
            of,
            amount: _,
            days: _,
            counted: _,
            body,
            post,
            text: _,
            matrix: _,
            since: _,
            until: _,
        } = self;
        cite(&key.sources, visit);
        of.iter().for_each(|row| visit(Link::new("of", *row)));
        each("body", body, visit);
        each("post", post, visit);
    }
}

/// A figure that councils set for themselves.
///
/// See [`LocalRule`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Parameter {
    /// Spend or saving from which a decision is key.
    KeyDecisionThreshold,
    /// Virement up to which somebody may decide.
    VirementLimit,
    /// Supplementary estimate up to which somebody may decide.
    SupplementaryLimit,
    /// What the general balance should not fall below.
    MinimumBalance,
    /// Days in which a decision can be called in.
    CallInPeriod,
    /// Clear days of notice of a key decision.
    KeyDecisionNotice,
    /// Clear days of notice under the general exception.
    GeneralExceptionNotice,
    /// Clear days for which papers are open before a meeting.
    MeetingNotice,
    /// Clear days of the first notice of a private meeting.
    PrivateMeetingNotice,
    /// Clear days of the second notice of a private meeting.
    PrivateMeetingReply,
    /// How risks are scored: a matrix, or words.
    RiskMatrix,
    /// How far work may stray before somebody is told: an amount or a share, days, or words. Time is
    /// held against it of actions and milestones, cost of budget lines, workstreams and the programme.
    Tolerance,
}

/// What a tolerance is set for.
///
/// ```
/// use programme::{model::{Level, Subject}, ActionId, ProgrammeId};
///
/// let action = ActionId::derive(ProgrammeId::named("example"), "A1".parse()?);
/// assert_eq!(Level::of(Some(action.into())), Some(Level::Action));
/// assert_eq!(Level::of(None), Some(Level::Programme));
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The programme as a whole.
    Programme,
    /// Each workstream, with its sub-streams.
    Workstream,
    /// Each line of the budget.
    BudgetLine,
    /// Each action.
    Action,
    /// Each milestone.
    Milestone,
}

impl Level {
    /// The level of a row, or of the programme where there is none; none of rows that are not held to
    /// tolerances.
    #[must_use]
    pub fn of(row: Option<Subject>) -> Option<Self> {
        match row {
            None => Some(Self::Programme),
            Some(Subject::Workstream(_)) => Some(Self::Workstream),
            Some(Subject::BudgetLine(_)) => Some(Self::BudgetLine),
            Some(Subject::Action(_)) => Some(Self::Action),
            Some(Subject::Milestone(_)) => Some(Self::Milestone),
            Some(_) => None,
        }
    }
}
