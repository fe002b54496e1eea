//! The words for closed lists, as documents write them.

use crate::model::{
    Act, AppointmentState, AssessmentState, AssumptionState, AudienceRank, BenefitState, BodyKind,
    BodyState, Capacity, ColumnRole, Composition, Confidence, DecisionState, DependencyKind,
    Direction, DocumentKind, DriverKind, FindingKind, Function, Fund, GovernanceModel, HolderBasis,
    ImpactKind, ImplicationKind, InstrumentKind, InstrumentState, IntentKind, Involvement,
    Jurisdiction, KeyLimb, Kind, Leaning, Level, MatterKind, MeasureState, MovementKind, Nature,
    ObligationKind, Offer, Office, OrganisationKind, PaperPart, Parameter, Particular,
    PartnershipKind, PartnershipState, PeerKind, PeerRole, PlanState, PostKind, PostState,
    PrioritySupport, PrivateGround, ProjectSize, PromiseKind, Publicity, QuestionClass,
    RecommendationClass, Recurrence, ReferenceTarget, ReportKind, RequirementState, ReserveKind,
    Resource, ReviewKind, RightAct, RiskKind, RiskResponse, RoleKind, SavingState, SeatState,
    SourceState, StakeholderKind, Stance, Tense, ThemeKind, Trigger, Wording, kinds,
};
use crate::{
    history::BaselineReason,
    values::{DayCount, Dimension, Printed, RatingScale, Reported, Verdict},
};

/// A closed list of values, each with the one word that documents write for it: what a store or a
/// screen of a host's own needs to say the same.
///
/// ```
/// use programme::{document::Vocabulary, model::MatterKind};
///
/// assert_eq!(MatterKind::SupplementaryEstimate.word(), "supplementary_estimate");
/// assert_eq!(MatterKind::of("Supplementary estimate"), Some(MatterKind::SupplementaryEstimate));
/// assert_eq!(MatterKind::of("money"), None);
/// ```
pub trait Vocabulary: Copy + PartialEq + 'static {
    /// Every value with its word, in the order of the list.
    const WORDS: &'static [(Self, &'static str)];

    /// The word of a value.
    fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(value, _)| *value == self).map_or("", |(_, word)| word)
    }

    /// The value of a word, whatever its capitals and joiners.
    fn of(text: &str) -> Option<Self> {
        listed(text)
    }
}

fn listed<T: Vocabulary>(text: &str) -> Option<T> {
    let same = |word: &str| {
        let plain = |c: &char| c.is_alphanumeric();
        let letters = |s: &str| s.chars().filter(plain).flat_map(char::to_lowercase).collect();
        let (a, b): (String, String) = (letters(word), letters(text));
        a == b
    };
    let exact = T::WORDS.iter().find(|(_, word)| *word == text);
    exact.or_else(|| T::WORDS.iter().find(|(_, word)| same(word))).map(|(value, _)| *value)
}

macro_rules! vocabulary {
    ($($list:ident { $($value:ident $word:literal),+ $(,)? })+) => {$(
        impl Vocabulary for $list {
            const WORDS: &'static [(Self, &'static str)] = &[$(($list::$value, $word)),+];
        }
    )+};
}

impl Vocabulary for ColumnRole {
    const WORDS: &'static [(Self, &'static str)] = ColumnRole::WORDS;
}

impl Vocabulary for Verdict {
    const WORDS: &'static [(Self, &'static str)] = &[
        (Self::Accepted, "accepted"),
        (Self::PartlyAccepted, "partly_accepted"),
        (Self::NotAccepted, "not_accepted"),
    ];

    /// The value of its word, or of what status cells say for it ("Partially agreed"). A cell that
    /// says more than the answer is none: the rest of its words would be lost.
    fn of(text: &str) -> Option<Self> {
        let only_answered = || match Printed::<Reported>::read(text).value() {
            Some(Reported { status: None, health: None, response }) => *response,
            _ => None,
        };
        listed(text).or_else(only_answered)
    }
}

vocabulary! {
    OrganisationKind {
        Council "council", SectorAssociation "sector_association", Company "company",
        PublicAgency "public_agency", HousingAssociation "housing_association",
        Accreditor "accreditor", College "college",
    }
    BaselineReason { Scope "scope", Time "time", Cost "cost", Error "error" }
    Fund { GeneralFund "general_fund", HousingRevenueAccount "hra", CollectionFund "collection_fund", RingFencedGrant "ring_fenced_grant", HeldForOthers "held_for_others" }
    Nature { Revenue "revenue", Capital "capital" }
    Recurrence { OneOff "one_off", Recurrent "recurrent" }
    RequirementState { ToBeConsidered "to_be_considered", ToBeSought "to_be_sought", Sought "sought", Approved "approved", Declined "declined" }
    Resource { BaseBudget "base_budget", EarmarkedReserve "earmarked_reserve", GeneralBalance "general_balance", HraBalance "hra_balance", MajorRepairsReserve "major_repairs_reserve", CapitalReceipt "capital_receipt", FlexibleCapitalReceipt "flexible_capital_receipt", CapitalGrant "capital_grant", Borrowing "borrowing", RevenueContribution "revenue_contribution", ReducedContribution "reduced_contribution", Grant "grant", PartnerContribution "partner_contribution", Contingency "contingency", Redirected "redirected" }
    SourceState { Possible "possible", Stated "stated", Required "required", Recommended "recommended", Approved "approved" }
    MovementKind { Allocation "allocation", Virement "virement", SupplementaryEstimate "supplementary_estimate", CarryForward "carry_forward", ContingencyRelease "contingency_release", Reprofile "reprofile", Request "request", Commitment "commitment", Actual "actual", Release "release", Forecast "forecast", Opening "opening", Contribution "contribution", Drawdown "drawdown", Transfer "transfer", ReserveRelease "reserve_release" }
    ReserveKind { GeneralBalance "general_balance", Earmarked "earmarked", HraBalance "hra_balance", MajorRepairs "major_repairs", CapitalReceipts "capital_receipts", CapitalGrants "capital_grants", Unusable "unusable" }
    SavingState { Target "target", Identified "identified", Budgeted "budgeted", Realised "realised" }
    AppointmentState { Sought "sought", ToProcure "to_procure", Planned "planned", Engaged "engaged", Working "working", Ended "ended" }
    DayCount { Calendar "calendar", Working "working" }
    Capacity { Member "member", FullParticipant "full_participant", Representative "representative", Support "support", Observer "observer" }
    SeatState { Seated "seated", ToBeInvited "to_be_invited", Invited "invited", Vacant "vacant" }
    BodyState { Proposed "proposed", ToBeEstablished "to_be_established", Forming "forming", SetUp "set_up", Meeting "meeting", Embedded "embedded", Ended "ended" }
    Composition { Members "members", Officers "officers", Mixed "mixed" }
    RoleKind { Sponsor "sponsor", SeniorResponsibleOwner "senior_responsible_owner", ProgrammeDirector "programme_director", ProgrammeManager "programme_manager", DayToDayLead "day_to_day_lead", WorkstreamLead "workstream_lead", ProjectSponsor "project_sponsor", ProjectManager "project_manager", ProjectLead "project_lead", BusinessChangeManager "business_change_manager", BenefitOwner "benefit_owner", RiskOwner "risk_owner", DesignAuthority "design_authority", ProgrammeOffice "programme_office", Author "author", ResponsibleOfficer "responsible_officer", Contact "contact", Champion "champion", CommunityLeader "community_leader" }
    Involvement { Accountable "accountable", Responsible "responsible", Consulted "consulted", Informed "informed" }
    RightAct { Approve "approve", Agree "agree", Consider "consider", Recommend "recommend", Oversee "oversee", Test "test" }
    Trigger { SignificantSpend "significant_spend", PoliticallySensitive "politically_sensitive", Strategy "strategy", Policy "policy", BudgetFramework "budget_framework", Wards "wards", InPortfolio "in_portfolio", Vacancy "vacancy", Stage "stage", Any "any" }
    Function { Executive "executive", Council "council", LocalChoice "local_choice" }
    Parameter { KeyDecisionThreshold "key_decision_threshold", VirementLimit "virement_limit", SupplementaryLimit "supplementary_limit", MinimumBalance "minimum_balance", CallInPeriod "call_in_period", KeyDecisionNotice "key_decision_notice", GeneralExceptionNotice "general_exception_notice", MeetingNotice "meeting_notice", PrivateMeetingNotice "private_meeting_notice", PrivateMeetingReply "private_meeting_reply", RiskMatrix "risk_matrix", Tolerance "tolerance" }
    StakeholderKind { Staff "staff", TradeUnion "trade_union", Members "members", Residents "residents", Tenants "tenants", Customers "customers", Community "community", Businesses "businesses", Visitors "visitors", Partners "partners", Contractors "contractors", ParishTier "parish_tier", Government "government" }
    AudienceRank { Primary "primary", Secondary "secondary" }
    PartnershipKind { SharedService "shared_service", SharedSite "shared_site", CoLocation "co_location", JointWorking "joint_working" }
    PartnershipState { Suggested "suggested", InDevelopment "in_development", InPlace "in_place", Ended "ended" }
    InstrumentKind { Constitution "constitution", ProcedureRules "procedure_rules", Scheme "scheme", Functions "functions", Protocol "protocol", Code "code", Strategy "strategy", Policy "policy" }
    InstrumentState { UnderReview "under_review", ForDecision "for_decision", Agreed "agreed", InForce "in_force", Revoked "revoked" }
    PromiseKind { Report "report", Briefing "briefing", Assessment "assessment", Review "review", Decision "decision", Work "work" }
    PaperPart { One "1", Two "2" }
    PrivateGround { Exempt "exempt", Confidential "confidential" }
    KeyLimb { Money "money", Wards "wards", Both "both" }
    Publicity { Notice "notice", GeneralException "general_exception", SpecialUrgency "special_urgency" }
    Particular { Matter "matter", Maker "maker", Date "date", Documents "documents", Address "address", FurtherDocuments "further_documents" }
    MatterKind { Budget "budget", PolicyFramework "policy_framework", CapitalPlan "capital_plan", SupplementaryEstimate "supplementary_estimate", Virement "virement", Spend "spend", Saving "saving", Contract "contract", Strategy "strategy", Policy "policy", Constitution "constitution", Governance "governance", Staffing "staffing", Property "property", Plan "plan", Progress "progress", Other "other" }
    DecisionState { Pending "pending", Made "made", Withdrawn "withdrawn" }
    ReferenceTarget { Section "section", Appendix "appendix" }
    ImplicationKind { Financial "financial", ValueForMoney "value_for_money", Legal "legal", Risk "risk", Staffing "staffing", Procurement "procurement", Security "security", Climate "climate", HealthAndWellbeing "health_and_wellbeing", HealthAndSafety "health_and_safety", Communications "communications", Customers "customers", Community "community", Equality "equality", Assets "assets", PolicyFramework "policy_framework" }
    Stance { None "none", NoneNow "none_now", Limited "limited", Stated "stated", Deferred "deferred" }
    ImpactKind { Equality "equality", Community "community", DataProtection "data_protection", Environment "environment", Health "health" }
    AssessmentState { Done "done", Screened "screened", NotDone "not_done", Planned "planned", LeftToProjects "left_to_projects" }
    ReportKind { CommitteePaper "committee_paper", ReviewReport "review_report", Agenda "agenda", BriefingNote "briefing_note", Section114 "section_114" }
    Jurisdiction { England "england", Wales "wales", Scotland "scotland", NorthernIreland "northern_ireland" }
    GovernanceModel { LeaderAndCabinet "leader_and_cabinet", MayorAndCabinet "mayor_and_cabinet", CommitteeSystem "committee_system", Prescribed "prescribed" }
    HolderBasis { Substantive "substantive", Acting "acting", Interim "interim", JobShare "job_share" }
    Office { HeadOfPaidService "head_of_paid_service", MonitoringOfficer "monitoring_officer", ChiefFinanceOfficer "chief_finance_officer", DirectorOfChildrensServices "director_of_childrens_services", DirectorOfAdultSocialServices "director_of_adult_social_services", DirectorOfPublicHealth "director_of_public_health", ScrutinyOfficer "scrutiny_officer", Leader "leader", ElectedMayor "elected_mayor", ExecutiveMember "executive_member", ChairOfCouncil "chair_of_council", ViceChairOfCouncil "vice_chair_of_council", ScrutinyChair "scrutiny_chair", AuditChair "audit_chair" }
    PostState { Proposed "proposed", BeingFilled "being_filled", Vacant "vacant", Filled "filled", Ended "ended" }
    PostKind { Councillor "councillor", Officer "officer" }
    BodyKind {
        Council "council", Executive "executive", Scrutiny "scrutiny", Committee "committee",
        ManagementTeam "management_team", Board "board", SteeringGroup "steering_group",
        WorkingGroup "working_group", Office "office", Team "team", SubCommittee "sub_committee", JointCommittee "joint_committee", DesignAuthority "design_authority", TaskAndFinishGroup "task_and_finish_group", Network "network", Partnership "partnership", Forum "forum",
    }
    DocumentKind {
        Appendix "appendix", CoveringReport "covering_report",
        BackgroundPaper "background_paper", OutsideEvidence "outside_evidence",
    }
    Act {
        Note "note", Resolve "resolve", Recommend "recommend", Refer "refer", Defer "defer",
        Delegate "delegate",
    }
    ReviewKind {
        CorporatePeerChallenge "corporate_peer_challenge",
        FinancePeerReview "finance_peer_review", CultureReview "culture_review",
        ScrutinyReview "scrutiny_review", InternalReview "internal_review", Accreditation "accreditation",
    }
    Offer {
        FollowUpVisit "follow_up_visit", CheckIn "check_in", ProgressReview "progress_review",
    }
    PeerKind { Member "member", Officer "officer", External "external", Lga "lga" }
    PeerRole {
        Lead "lead", Peer "peer", Shadow "shadow", ChallengeManager "challenge_manager",
    }
    QuestionClass { Core "core", Requested "requested" }
    ObligationKind {
        FollowUp "follow_up", NextReview "next_review", Publication "publication",
    }
    FindingKind {
        Strength "strength", Foundation "foundation",
        AreaForConsideration "area_for_consideration", GoodPractice "good_practice",
        Context "context", Suggestion "suggestion",
    }
    ThemeKind { Review "review", Steering "steering", CrossCutting "cross_cutting" }
    RecommendationClass { Improvement "improvement", Process "process" }
    Wording { Draft "draft", Final "final" }
    PlanState {
        Draft "draft", Proposed "proposed", Agreed "agreed", Published "published",
        UnderReview "under_review",
    }
    Confidence { Firm "firm", Hedged "hedged", Perception "perception", Anecdotal "anecdotal", NotExamined "not_examined" }
    IntentKind { Vision "vision", Aim "aim", Goal "goal", Objective "objective", Aspiration "aspiration", Principle "principle", Characteristic "characteristic", Outcome "outcome", Benefit "benefit", Behaviour "behaviour", Values "values" }
    DriverKind { Context "context", Financial "financial", Demand "demand", Economy "economy", StatutoryDuty "statutory_duty", Legislation "legislation", Policy "policy" }
    PrioritySupport { Ticked "ticked", Primary "primary", Assists "assists", All "all" }
    ProjectSize { Larger "larger", Smaller "smaller" }
    Tense { Done "done", UnderWay "under_way", ToDo "to_do", Noun "noun" }
    DependencyKind { FinishToStart "finish_to_start", FinishToFinish "finish_to_finish", StartToStart "start_to_start", Feeds "feeds", Supports "supports" }
    RiskKind { Threat "threat", Opportunity "opportunity" }
    RiskResponse { Avoid "avoid", Reduce "reduce", Transfer "transfer", Share "share", Accept "accept", Contingency "contingency", Exploit "exploit", Enhance "enhance" }
    Level { Programme "programme", Workstream "workstream", BudgetLine "budget_line", Action "action", Milestone "milestone" }
    Dimension { Time "time", Cost "cost", Scope "scope", Quality "quality", Risk "risk", Benefits "benefits", Resources "resources", Governance "governance", DeliveryConfidence "delivery_confidence", Overall "overall" }
    RatingScale { Three "three_colours", WithBlue "three_colours_with_blue", Five "five_colours" }
    AssumptionState { Open "open", Confirmed "confirmed", Disproved "disproved" }
    Direction { Increase "increase", Decrease "decrease", Maintain "maintain" }
    MeasureState { ToBeIdentified "to_be_identified", Proposed "proposed", Agreed "agreed", Ended "ended" }
    Leaning { Positive "positive", Negative "negative", Mixed "mixed", Neutral "neutral" }
    BenefitState { Identified "identified", Planned "planned", Budgeted "budgeted", InDelivery "in_delivery", Realised "realised", NotRealised "not_realised" }
}

macro_rules! define_kind_words {
    ($($list:ident: $row:ident($($shape:tt)*) $kind:literal $letters:literal $doc:literal;)+) => {
        impl Vocabulary for Kind {
            const WORDS: &'static [(Self, &'static str)] = &[$((Kind::$row, $kind)),+];
        }
    };
}
kinds!(define_kind_words);
