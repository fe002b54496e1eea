//! stub
pub mod document;
pub mod finding;
pub mod model;
pub mod rollup;
pub mod rules;
pub mod values;

pub use model::{
    Action, ActionPlan, Body, Decision, Deliverable, DocumentRef, Measure, Milestone, Organisation,
    Phase, Post, Programme, Recommendation, Report, Review, ReviewFinding, Theme, Workstream,
};
/// x
pub type ActionId = values::Id<Action>;
/// x
pub type OrganisationId = values::Id<Organisation>;
/// x
pub type ProgrammeId = values::Id<Programme>;
