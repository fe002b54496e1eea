//! The words for closed lists, as documents write them.

use crate::model::{
    Act, BodyKind, ColumnRole, Confidence, DependencyKind, DocumentKind, DriverKind, FindingKind,
    IntentKind, Kind, ObligationKind, Offer, OrganisationKind, PeerKind, PeerRole, PlanState,
    PostKind, PrioritySupport, ProjectSize, QuestionClass, RecommendationClass, ReviewKind, Tense,
    ThemeKind, Wording, kinds,
};
use crate::values::Verdict;

/// A closed list of values, each with the word that documents write for it.
pub(super) trait Vocabulary: Copy + PartialEq + 'static {
    const WORDS: &'static [(Self, &'static str)];

    fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(value, _)| *value == self).map_or("", |(_, word)| word)
    }

    /// The value of a word, whatever its capitals and joiners.
    fn of(text: &str) -> Option<Self> {
        let same = |word: &str| {
            let plain = |c: &char| c.is_alphanumeric();
            let letters = |s: &str| s.chars().filter(plain).flat_map(char::to_lowercase).collect();
            let (a, b): (String, String) = (letters(word), letters(text));
            a == b
        };
        let exact = Self::WORDS.iter().find(|(_, word)| *word == text);
        exact.or_else(|| Self::WORDS.iter().find(|(_, word)| same(word))).map(|(value, _)| *value)
    }
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

vocabulary! {
    OrganisationKind {
        Council "council", SectorAssociation "sector_association", Company "company",
        PublicAgency "public_agency", HousingAssociation "housing_association",
        Accreditor "accreditor", College "college",
    }
    PostKind { Councillor "councillor", Officer "officer" }
    BodyKind {
        Council "council", Executive "executive", Scrutiny "scrutiny", Committee "committee",
        ManagementTeam "management_team", Board "board", SteeringGroup "steering_group",
        WorkingGroup "working_group", Office "office", Team "team",
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
        ScrutinyReview "scrutiny_review", InternalReview "internal_review",
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
    Verdict {
        Accepted "accepted", PartlyAccepted "partly_accepted", NotAccepted "not_accepted",
    }
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
}

macro_rules! define_kind_words {
    ($($list:ident: $row:ident($($shape:tt)*) $kind:literal $letters:literal $doc:literal;)+) => {
        impl Vocabulary for Kind {
            const WORDS: &'static [(Self, &'static str)] = &[$((Kind::$row, $kind)),+];
        }
    };
}
kinds!(define_kind_words);
