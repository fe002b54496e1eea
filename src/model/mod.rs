//! Programmes as consistent, immutable data: plain rows with typed ids, flat tables, links by id.
//!
//! A [`Draft`] is edited and may be inconsistent; [`Draft::finish`] is the one door to a
//! [`Programme`], which always agrees with itself. Rows hold facts and what was stated, never
//! anything that follows from them.

mod action;
mod benefit;
mod body;
mod budget;
mod column;
mod columns;
mod decision;
mod delivery;
mod draft;
mod exception;
mod fault;
mod fields;
mod funding;
mod governance;
mod index;
mod inherited;
mod instrument;
mod issue;
mod key;
mod measure;
mod order;
mod other_work;
mod paper;
mod parts;
mod plan;
mod programme;
mod promise;
mod purpose;
mod queries;
mod record;
mod redating;
mod report;
mod reserve;
mod review;
mod right;
mod risk;
mod role;
mod saving;
mod shares;
mod stakeholder;
mod standing;
mod state;
mod stated_rating;
mod statement;
mod survey;
mod table;
mod term;
mod work;

pub use action::{Action, Lead, Party, StatusNote};
pub use benefit::{Benefit, BenefitState, BenefitStatus, Impact};
pub use body::{Body, BodyKind, BodyState, Capacity, Composition, Seat, SeatState};
pub use budget::{BudgetLine, Movement, MovementKind};
pub use column::{ColumnRole, PlanCell};
pub(crate) use columns::{Columns, Lists, Mark, Runs};
pub use decision::{
    Act, CallIn, Decision, DecisionRecord, DecisionState, KeyDecision, KeyLimb, MatterKind,
    Openness, PaperPart, Particular, PrivateGround, PrivateMeeting, Publicity, Vote,
};
pub use delivery::{Deliverable, Milestone, Phase, Workstream};
pub use draft::AnyRow;
pub use draft::Draft;
pub use exception::Exception;
pub use fault::{Fault, Faults};
pub(crate) use fields::Fields;
pub use funding::{
    Fund, FundingRequirement, FundingSource, Nature, Recurrence, RequirementState, Resource,
    SourceState,
};
pub use governance::{
    GovernanceModel, Holder, HolderBasis, Identifier, Jurisdiction, Office, Organisation,
    OrganisationKind, Post, PostKind, PostState,
};
pub(crate) use index::{Index, NONE, day_number};
pub(crate) use inherited::upwards;
pub use instrument::{Instrument, InstrumentKind, InstrumentState};
pub use issue::{Assumption, AssumptionState, Issue};
pub use key::{Citation, Key, Link, Row};
pub use measure::{Direction, Measure, MeasureState, Measurement, Target};
pub(crate) use order::{Order, rings};
pub(crate) use other_work::OtherWork;
pub use paper::{DocumentKind, DocumentRef};
pub use plan::{
    ActionPlan, Limb, PlanColumn, PlanRow, PlanState, Recommendation, RecommendationClass,
    Response, StatedState, Wording,
};
pub use programme::{About, Programme, StatedSpan};
pub use promise::{Promise, PromiseKind};
pub use purpose::{CorporatePriority, Driver, DriverKind, Intent, IntentKind, PrioritySupport};
pub use record::Record;
pub use redating::Redating;
pub use report::{
    Assessment, AssessmentState, Comment, CrossReference, ImpactKind, Implication, ImplicationKind,
    ReferenceTarget, Report, ReportKind, Request, Section, Stance, Urgency,
};
pub use reserve::{Reserve, ReserveKind, StatedBalance};
pub use review::{
    Confidence, FindingKind, Obligation, ObligationKind, Offer, Peer, PeerKind, PeerRole,
    QuestionClass, Review, ReviewFinding, ReviewKind, ScopeQuestion, Theme, ThemeKind,
};
pub use right::{DecisionRight, Function, Level, LocalRule, Parameter, RightAct, Trigger};
pub use risk::{
    Acceptance, Closure, MatrixLevel, MatrixStep, Risk, RiskKind, RiskMatrix, RiskResponse,
    RiskScore,
};
pub use role::{Involvement, ReportingLine, Role, RoleKind};
pub use saving::{Appointment, AppointmentState, Saving, SavingState};
pub(crate) use shares::{Shares, gcd};
pub use stakeholder::{
    AudienceRank, Engagement, Partnership, PartnershipKind, PartnershipState, StakeholderGroup,
    StakeholderKind,
};
pub use standing::{DueState, Standing};
pub(crate) use standing::{health, newest, said, says_how_far, since};
pub(crate) use state::DueClass;
pub use state::State;
pub use stated_rating::StatedRating;
pub use statement::{Claim, Dependency, DependencyKind, Mention, Waiver};
pub use survey::{Leaning, Survey, SurveyGroup, SurveyResult};
pub(crate) use table::FastHasher;
pub use table::Table;
pub(crate) use term::Term;
pub use work::{Achievement, Capability, Event, Project, ProjectSize, ServiceReview, Tense};

/// The single list of row kinds. Every table, enum and accessor that has one entry a kind is made
/// from it: list in a document and in a programme, row type, the field that names the row (`or` the
/// one of its other names, `in` the row that it is a part of, `said` what was said of its state),
/// word for the kind, letters of its references, what it is.
///
/// Append only: derived ids hold the word for the kind.
macro_rules! kinds {
    ($apply:ident) => {
        $apply! {
            organisations: Organisation(name or aliases) "organisation" "ORG" "Councils and other organisations";
            posts: Post(title or aliases) "post" "POST" "Posts, held or vacant; people appear by post only";
            bodies: Body(name or aliases) "body" "BODY" "Bodies that meet, decide or do the work";
            documents: DocumentRef(title) "document" "DOC" "Documents that are cited or attached";
            reports: Report(title) "report" "REP" "Papers put before a body";
            decisions: Decision(title) "decision" "DEC" "Decisions of bodies";
            reviews: Review(name or aliases) "review" "REV" "Peer challenges and other reviews";
            review_findings: ReviewFinding(title) "review finding" "RF" "What reviewers found";
            themes: Theme(name or aliases) "theme" "T" "Themes of reviews and of steering groups";
            recommendations: Recommendation(title in parent said status) "recommendation" "R" "Recommendations of reviews";
            plans: ActionPlan(title) "plan" "PLAN" "Action plans, with their rows as printed";
            actions: Action(title in parent said status) "action" "A" "Actions and sub-actions";
            workstreams: Workstream(name or aliases in parent said status) "workstream" "W" "Workstreams";
            phases: Phase(name or aliases said status) "phase" "PH" "Phases";
            milestones: Milestone(title said status) "milestone" "M" "Milestones";
            deliverables: Deliverable(name or aliases in parent said status) "deliverable" "DEL" "Things that work produces";
            measures: Measure(name) "measure" "MEA" "Things that are measured";
            intents: Intent(title in parent) "intent" "INT" "Aims, goals, principles, benefits and the like";
            drivers: Driver(title) "driver" "DRV" "Pressures from outside";
            priorities: CorporatePriority(name or aliases) "corporate priority" "CP" "Priorities of the corporate plan";
            projects: Project(name or aliases said status) "project" "PRJ" "Projects";
            service_reviews: ServiceReview(name or aliases in parent said status) "service review" "SR" "Reviews of services";
            capabilities: Capability(name or aliases in parent said status) "capability" "CAP" "What the council is able to do";
            events: Event(name said status) "event" "EVT" "Workshops, panels and meetings";
            achievements: Achievement(title) "achievement" "ACH" "What is said to be achieved";
            dependencies: Dependency(title) "dependency" "DEP" "What waits for, feeds or supports what";
            mentions: Mention(words) "mention" "MEN" "Names as papers print them";
            claims: Claim(title) "claim" "CL" "Figures as papers print them";
            waivers: Waiver(code) "waiver" "WVR" "Findings that are accepted";
            roles: Role(title) "role" "ROLE" "Roles in the programme, and who has them";
            reporting_lines: ReportingLine(title) "reporting line" "RL" "Who reports to whom";
            decision_rights: DecisionRight(title) "decision right" "DR" "Who may decide what";
            local_rules: LocalRule(title) "local rule" "LR" "Figures that the council sets for itself";
            stakeholder_groups: StakeholderGroup(name or aliases) "stakeholder group" "SG" "Groups that the programme touches";
            engagements: Engagement(title) "engagement" "ENG" "Ways in which people are told, asked or drawn in";
            partnerships: Partnership(title) "partnership" "PT" "What is done or shared with others";
            instruments: Instrument(name or aliases in parent) "instrument" "INS" "Documents by which the council governs itself";
            promises: Promise(title said status) "promise" "PR" "What papers say will be done or told";
            reserves: Reserve(name or aliases) "reserve" "RSV" "Reserves";
            budget_lines: BudgetLine(title in parent) "budget line" "BL" "Lines of budgets";
            movements: Movement(title) "movement" "MOV" "Movements of money";
            funding_requirements: FundingRequirement(title) "funding requirement" "FR" "Money that something needs";
            funding_sources: FundingSource(title) "funding source" "FS" "Where money is to come from";
            savings: Saving(title) "saving" "SAV" "Savings";
            appointments: Appointment(title said status) "appointment" "APP" "Who is brought in from outside";
            risks: Risk(title said status) "risk" "RSK" "Threats and opportunities";
            assumptions: Assumption(title said status) "assumption" "ASM" "What is taken to be so";
            issues: Issue(title said status) "issue" "ISS" "What has happened and has to be dealt with";
            surveys: Survey(name or aliases) "survey" "SUR" "Surveys, and what was answered";
            benefits: Benefit(title) "benefit" "BEN" "What is to be better for it, or worse";
            stated_ratings: StatedRating(title) "stated rating" "RAG" "How things are said to go, and by whom";
            exceptions: Exception(title) "exception" "EXC" "What is expected to go beyond its tolerance";
        }
    };
}
pub(crate) use kinds;

macro_rules! define_kinds {
    ($($list:ident: $row:ident($name:ident $(or $aliases:ident)? $(in $parent:ident)? $(said $status:ident)?)
        $kind:literal $letters:literal $doc:literal;)+) => {
        /// The kind of a row.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $(#[doc = $doc] $row,)+
        }

        impl Kind {
            /// Every kind, in the order of a document.
            pub const ALL: &'static [Self] = &[$(Self::$row),+];

            /// The word for one row: `action`.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $(Self::$row => $kind,)+ }
            }

            /// The name of the list that holds such rows: `actions`.
            #[must_use]
            pub fn list(self) -> &'static str {
                match self { $(Self::$row => stringify!($list),)+ }
            }

            /// The letters with which references of this kind begin when they are assigned.
            #[must_use]
            pub fn letters(self) -> &'static str {
                match self { $(Self::$row => $letters,)+ }
            }
        }

        /// One row, by kind and id: what a finding or a link is about.
        ///
        /// ```
        /// use programme::{ActionId, ProgrammeId, model::{Kind, Subject}};
        ///
        /// let id = ActionId::derive(ProgrammeId::named("example"), "A1".parse()?);
        /// assert_eq!(Subject::from(id).kind(), Kind::Action);
        /// # Ok::<_, programme::values::ParseReferenceError>(())
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Subject {
            $(#[doc = $doc] $row(crate::values::Id<$row>),)+
        }

        impl Subject {
            /// The kind of the row.
            #[must_use]
            pub fn kind(self) -> Kind {
                match self { $(Self::$row(_) => Kind::$row,)+ }
            }

            /// The uuid of the row's id.
            #[must_use]
            pub fn uuid(self) -> uuid::Uuid {
                match self { $(Self::$row(id) => id.uuid(),)+ }
            }
        }

        $(
            impl crate::values::Identified for $row {
                const KIND: &'static str = $kind;
            }
            impl From<crate::values::Id<$row>> for Subject {
                fn from(id: crate::values::Id<$row>) -> Self {
                    Self::$row(id)
                }
            }
            impl Row for $row {
                const OF: Kind = Kind::$row;
                fn key(&self) -> &Key<Self> {
                    &self.key
                }
                fn key_mut(&mut self) -> &mut Key<Self> {
                    &mut self.key
                }
                fn name(&self) -> &str {
                    &self.$name
                }
                $(fn aliases(&self) -> &[String] {
                    &self.$aliases
                })?
                $(fn parent(&self) -> Option<crate::values::Id<Self>> {
                    self.$parent
                }
                fn leave_parent(&mut self) {
                    self.$parent = None;
                })?
                $(fn notes(&self) -> &[StatusNote] {
                    &self.$status
                })?
                fn links(&self, visit: &mut dyn FnMut(Link)) {
                    self.visit_links(visit);
                }
            }
        )+
    };
}
kinds!(define_kinds);
