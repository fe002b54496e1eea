#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod catalogue;
pub mod change;
pub mod document;
pub mod finance;
pub mod finding;
pub mod governance;
pub mod history;
pub mod measures;
pub mod model;
pub mod raid;
pub mod rating;
pub mod report;
pub mod rollup;
pub mod rules;
#[cfg(feature = "schema")]
pub mod schema;
#[cfg(feature = "schema")]
mod shape;
#[cfg(feature = "csv")]
pub mod sheet;
#[cfg(feature = "proptest")]
pub mod strategy;
pub mod values;

pub use model::{
    Achievement, Action, ActionPlan, Assumption, Benefit, Body, Capability, Claim,
    CorporatePriority, Decision, Deliverable, Dependency, DocumentRef, Draft, Driver, Event,
    Intent, Issue, Measure, Mention, Milestone, Organisation, Phase, Post, Programme, Project,
    Recommendation, Report, Review, ReviewFinding, Risk, ServiceReview, Survey, Theme, Waiver,
    Workstream,
};

/// The id of an action.
pub type ActionId = values::Id<Action>;
/// The id of an organisation.
pub type OrganisationId = values::Id<Organisation>;
/// The id of a programme.
pub type ProgrammeId = values::Id<Programme>;
/// The id of a recommendation.
pub type RecommendationId = values::Id<Recommendation>;
