//! Documents: what a council wrote, right or wrong, and the ways between it and a programme.
//!
//! A [`Document`] holds anything (`programme/1`, see its fields); [`Document::check`] reads it
//! whole, reports every fault with its place, and leaves the choice to be [strict](Checked::strict)
//! or [lenient](Checked::lenient). [`Document::of`] writes a programme in the one canonical form:
//! reading it back gives the same programme. A [`HistoryDocument`] holds a whole
//! [history](crate::history::History) in the same way (`programme-history/1`).

mod action;
mod benefit;
mod body;
mod budget;
mod check;
mod decision;
mod delivery;
mod entries;
mod exception;
mod funding;
mod governance;
mod history;
mod instrument;
mod issue;
#[cfg(feature = "json")]
mod json;
mod keys;
mod leads;
mod links;
mod measure;
mod mirror;
mod paper;
mod plan;
mod promise;
mod purpose;
mod raw;
mod read;
mod report;
mod reserve;
mod resolve;
mod review;
mod right;
mod risk;
mod role;
mod rows;
mod saving;
mod stakeholder;
mod stated_rating;
mod statement;
mod survey;
mod vocabulary;
#[cfg(feature = "schema")]
mod ways;
mod work;
mod write;

pub use action::{ActionDoc, LeadDoc, RedatingDoc, StatusDoc};
pub use benefit::{BenefitDoc, BenefitStatusDoc, ImpactDoc};
pub use body::{BodyDoc, SeatDoc};
pub use budget::{BudgetLineDoc, MovementDoc};
pub use check::Checked;
pub use decision::{
    CallInDoc, DecisionDoc, DecisionRecordDoc, KeyDecisionDoc, OpennessDoc, PrivateMeetingDoc,
    VoteDoc,
};
pub use delivery::{DeliverableDoc, MilestoneDoc, PhaseDoc, WorkstreamDoc};
pub use entries::ENTRIES;
pub use exception::ExceptionDoc;
pub use funding::{FundingRequirementDoc, FundingSourceDoc};
pub use governance::{HolderDoc, IdentifierDoc, OrganisationDoc, PostDoc};
pub use history::{
    BaselineDoc, CheckedHistory, FiguresDoc, HISTORY_FORMAT, HistoryDocument, PolicyDoc,
    PublishedReportDoc, RevisionDoc, WorkstreamFiguresDoc,
};
pub use instrument::InstrumentDoc;
pub use issue::{AssumptionDoc, IssueDoc};
#[cfg(feature = "json")]
pub use json::ReadError;
pub use measure::{MeasureDoc, MeasurementDoc, TargetDoc};
pub use paper::DocumentRefDoc;
pub use plan::{
    ActionPlanDoc, LimbDoc, PlanCellDoc, PlanColumnDoc, PlanRowDoc, RecommendationDoc, ResponseDoc,
    StatedStateDoc,
};
pub use promise::PromiseDoc;
pub use purpose::{CorporatePriorityDoc, DriverDoc, IntentDoc};
pub use raw::{Cell, Extra, Extras, Fields, Flex, Many, Misplaced, Part, Raw, Words};
pub use report::{
    AssessmentDoc, CommentDoc, CrossReferenceDoc, ImplicationDoc, ReportDoc, RequestDoc,
    SectionDoc, UrgencyDoc,
};
pub use reserve::{ReserveDoc, StatedBalanceDoc};
pub use review::{ObligationDoc, PeerDoc, ReviewDoc, ReviewFindingDoc, ScopeQuestionDoc, ThemeDoc};
pub use right::{DecisionRightDoc, LocalRuleDoc};
pub use risk::{
    AcceptanceDoc, ClosureDoc, MatrixLevelDoc, MatrixStepDoc, RiskDoc, RiskMatrixDoc, RiskScoreDoc,
};
pub use role::{ReportingLineDoc, RoleDoc};
pub use rows::Mirrored;
pub use saving::{AppointmentDoc, SavingDoc};
pub use stakeholder::{EngagementDoc, PartnershipDoc, StakeholderGroupDoc};
pub use stated_rating::StatedRatingDoc;
pub use statement::{ClaimDoc, DependencyDoc, MentionDoc, WaiverDoc};
pub use survey::{SurveyDoc, SurveyGroupDoc, SurveyResultDoc};
pub use vocabulary::Vocabulary;
pub use work::{AchievementDoc, CapabilityDoc, EventDoc, ProjectDoc, ServiceReviewDoc};

#[cfg(feature = "schema")]
use crate::model::About;
use crate::model::{Citation, StatedSpan, kinds};

/// The format that this version writes.
pub const FORMAT: &str = "programme/1";

mirror::mirror! {
    /// The programme itself as written.
    AboutDoc word(name) {
        id: Cell<'a> as id = "The id; derived from the name where it is left out.",
        name: Cell<'a> as name = "The name.",
        aliases: Words<'a> = "Other names for it.",
        council: Cell<'a> as link in About = "The council whose programme it is.",
        answers: Words<'a> as links in About = "The reviews that it says it answers.",
        origin: Words<'a> as links in About = "The recommendations that it came from.",
        scope: Cell<'a> = "What it takes in.",
        related: Words<'a> = "Other programmes that it is tied to, by name.",
        started: Cell<'a> = "When it began, as printed.",
        stated_spans: Many<'a, StatedSpanDoc<'a>> =
            "From when to when it runs, as each place in the papers gives it.",
        cadence: Cell<'a> = "How often progress is to be reported, as printed.",
        status: Many<'a, StatusDoc<'a>> =
            "What has been said of the state of the whole; a word alone is the state.",
        sources: Many<'a, CitationDoc<'a>> = "Where this stands.",
    }
}

rows::part_mirror! {
    /// A span that a paper gives the programme; a word alone is the span.
    StatedSpanDoc for StatedSpan word(held) {
        held: printed = "From when to when, as printed.",
        source: source = "Where it was said.",
    }
}

rows::part_mirror! {
    /// A citation as written in full; a word alone is the place.
    CitationDoc for Citation word(place) {
        document: link = "The document.",
        place: words = "The place in it: a row, paragraph or page.",
    }
}

macro_rules! define_document {
    ($($list:ident: $row:ident($($shape:tt)*) $kind:literal $letters:literal $doc:literal;)+) => {
        mirror::mirror! {
            /// A document as a council would write it: every field optional, nothing refused.
            ///
            /// Its serialised form is the format `programme/1`, with these fields in this order.
            ///
            /// ```
            /// use programme::document::{Document, PostDoc, Flex};
            ///
            /// let mut document = Document::default();
            /// let post = PostDoc { title: Some("Chief Executive".into()), ..PostDoc::default() };
            /// document.posts = [Flex::full(post)].into_iter().collect();
            /// let (programme, findings) = document.check().lenient();
            /// assert_eq!(programme.posts().len(), 1);
            /// assert_eq!(findings.len(), 2, "no format is said, and the programme has no name");
            /// ```
            Document {
                format: Cell<'a> as format = "`programme/1`.",
                currency: Cell<'a> as currency = "`GBP`, which goes without saying.",
                programme: Part<'a, AboutDoc<'a>> as about = "The programme itself.",
                $($list: Many<'a, <crate::model::$row as Mirrored>::Doc<'a>> as rows = $doc,)+
            }
        }
    };
}
kinds!(define_document);

impl<'de: 'a, 'a> serde::Deserialize<'de> for Document<'a> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(mirror::ObjectOnly::<(&'a (), Self)>(std::marker::PhantomData))
    }
}
