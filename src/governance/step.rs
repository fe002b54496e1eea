//! What a route consists of.

use chrono::NaiveDate;

use crate::{
    model::{Act, Party},
    values::NotCovered,
};

/// A step of a route.
///
/// See [`route`](super::route) for an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What kind of step it is.
    pub kind: StepKind,
    /// Who takes it.
    pub by: Maker,
    /// What they do, in short.
    pub what: String,
    /// The first day on which it can be taken.
    pub earliest: Result<NaiveDate, NotCovered>,
    /// Whether that day is the one that a paper gives, and not only the first possible.
    pub dated: bool,
    /// Why it has to be.
    pub why: String,
    /// The rule that says so, and where it stands.
    pub source: String,
}

/// What kind of step of a route it is.
///
/// See [`route`](super::route) for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StepKind {
    /// Public notice of a key decision.
    Notice,
    /// The papers are open to inspection.
    Papers,
    /// Somebody has to agree, test or consider it first.
    Advice,
    /// A body recommends it to the one that decides.
    Recommendation,
    /// The decision that counts.
    Decision,
    /// The decision can be called in.
    CallIn,
    /// It can be put into effect.
    Effect,
}

/// Who takes a step.
///
/// See [`route`](super::route) for an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Maker {
    /// In what capacity.
    pub kind: MakerKind,
    /// The post or body, where the programme holds it.
    pub party: Party,
    /// Their name.
    pub name: String,
}

/// In what capacity somebody takes a step.
///
/// See [`route`](super::route) for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MakerKind {
    /// The full Council.
    FullCouncil,
    /// The executive together, or a part of it.
    Executive,
    /// A committee.
    Committee,
    /// An officer.
    Officer,
    /// Somebody who advises, agrees or publishes, and does not decide.
    Other,
}

/// Whether something is a key decision.
///
/// See [`route`](super::route) for an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyAnswer {
    /// It is, for this reason.
    Yes(String),
    /// It is not, for this reason.
    No(String),
    /// It cannot be told without this.
    Unknown(String),
}

impl StepKind {
    /// The act that the step is, where it is one.
    ///
    /// ```
    /// use programme::{governance::StepKind, model::Act};
    ///
    /// assert_eq!(StepKind::Recommendation.act(), Some(Act::Recommend));
    /// assert_eq!(StepKind::CallIn.act(), None);
    /// ```
    #[must_use]
    pub fn act(self) -> Option<Act> {
        match self {
            Self::Recommendation => Some(Act::Recommend),
            Self::Decision => Some(Act::Resolve),
            Self::Notice | Self::Papers | Self::Advice | Self::CallIn | Self::Effect => None,
        }
    }
}
