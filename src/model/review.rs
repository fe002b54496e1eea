//! Reviews: team, questions, findings, themes and what the process itself obliges to.

use super::{
    Action, Body, Key, Link, Organisation, Recommendation, Workstream,
    key::{cite, each},
};
use crate::values::{Id, Rhythm, Span, Timescale, When};

/// A review of a council, such as an LGA corporate peer challenge.
///
/// ```
/// use programme::{model::Key, values::Span, ProgrammeId, Review};
///
/// let key = Key::derive(ProgrammeId::named("example"), "REV1".parse()?);
/// let mut review = Review::new(key, "Corporate peer challenge 2019");
/// review.held = Some(Span::read("26th February-1st March 2019"));
/// assert!(review.last_day().is_some_and(|day| day.to_string() == "2019-03-01"));
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// Identity and reference.
    pub key: Key<Self>,
    /// Its name.
    pub name: String,
    /// What kind of review it is.
    pub kind: Option<ReviewKind>,
    /// The version of the LGA's peer-challenge offer under which it was held.
    pub offer: Option<Offer>,
    /// Who reviewed.
    pub reviewer: Option<Id<Organisation>>,
    /// Who was reviewed.
    pub reviewed: Option<Id<Organisation>>,
    /// When the team was on site.
    pub held: Option<Span>,
    /// When its report was published.
    pub published: Option<When>,
    /// What came of it, in words.
    pub outcome: Option<String>,
    /// The team, by post.
    pub team: Vec<Peer>,
    /// What the review was to look at.
    pub questions: Vec<ScopeQuestion>,
    /// What the process itself still obliges to.
    pub obligations: Vec<Obligation>,
    /// Other names that are known to mean it.
    pub aliases: Vec<String>,
    /// Who ordered it.
    pub commissioner: Option<Id<Organisation>>,
    /// What it is said to be or not to be.
    pub nature: Vec<String>,
    /// What it went by.
    pub evidence: Vec<String>,
    /// How it was done.
    pub methods: Vec<String>,
}

/// What kind of review it is.
///
/// ```
/// use programme::{model::{Key, ReviewKind}, ProgrammeId, Review};
///
/// let key = Key::derive(ProgrammeId::named("example"), "REV1".parse()?);
/// let mut review = Review::new(key, "Corporate peer challenge 2019");
/// review.kind = Some(ReviewKind::CorporatePeerChallenge);
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReviewKind {
    /// An LGA corporate peer challenge.
    CorporatePeerChallenge,
    /// A peer review of finance.
    FinancePeerReview,
    /// A review of culture.
    CultureReview,
    /// A review of scrutiny.
    ScrutinyReview,
    /// A review by the council's own members.
    InternalReview,
    /// An assessment by a body that accredits.
    Accreditation,
}

/// The version of the LGA's offer, which sets themes, windows and duties. The dates at which one
/// gave way to the next are known only roughly, so a review states its own.
///
/// ```
/// use programme::model::Offer;
///
/// assert!(Offer::FollowUpVisit < Offer::CheckIn && Offer::CheckIn < Offer::ProgressReview);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Offer {
    /// About 2011 to 2020: a follow-up visit within two years, no deadline for the plan.
    FollowUpVisit,
    /// About 2021 to 2022: a check-in at six months.
    CheckIn,
    /// About 2023 on: report within three months, plan within five, progress review at ten.
    ProgressReview,
}

/// A member of a review team, by post.
///
/// No personal names are held.
///
/// ```
/// use programme::model::{Peer, PeerKind, PeerRole};
///
/// let peer = Peer {
///     post: "Chief Executive".into(),
///     former_post: None,
///     statutory: None,
///     organisation: Some("London Borough of Havering".into()),
///     organisation_id: None,
///     kind: Some(PeerKind::Officer),
///     role: Some(PeerRole::Lead),
/// };
/// assert!(peer.organisation_id.is_none(), "printed, and not held under that name");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Peer {
    /// The post, as printed.
    pub post: String,
    /// An earlier post that is printed with it.
    pub former_post: Option<String>,
    /// A statutory office that is printed with it.
    pub statutory: Option<String>,
    /// The peer's organisation, as printed.
    pub organisation: Option<String>,
    /// The organisation, where the programme holds it under that name.
    pub organisation_id: Option<Id<Organisation>>,
    /// On whose behalf the peer is there.
    pub kind: Option<PeerKind>,
    /// The part in the team.
    pub role: Option<PeerRole>,
}

/// On whose behalf a team member is there.
///
/// ```
/// use programme::model::PeerKind;
///
/// let is_peer = |kind: PeerKind| kind != PeerKind::Lga;
/// assert!(is_peer(PeerKind::Member) && !is_peer(PeerKind::Lga));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PeerKind {
    /// A councillor.
    Member,
    /// An officer of a council.
    Officer,
    /// From outside local government.
    External,
    /// Staff of the LGA, who are no peers.
    Lga,
}

/// The part of a team member.
///
/// ```
/// use programme::model::PeerRole;
///
/// let is_peer = |role: PeerRole| matches!(role, PeerRole::Lead | PeerRole::Peer);
/// assert!(!is_peer(PeerRole::Shadow) && !is_peer(PeerRole::ChallengeManager));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PeerRole {
    /// Leads the team.
    Lead,
    /// A peer.
    Peer,
    /// Learns by watching; no peer.
    Shadow,
    /// Manages the challenge.
    ChallengeManager,
}

/// A question that the review was to answer.
///
/// ```
/// use programme::model::{QuestionClass, ScopeQuestion};
///
/// let question = ScopeQuestion {
///     class: Some(QuestionClass::Core),
///     position: Some(1),
///     title: Some("Priorities".into()),
///     question: "Does the council understand its local context?".into(),
///     additional: None,
///     fits_under: None,
/// };
/// assert_eq!(question.position, Some(1), "the first of the core questions");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScopeQuestion {
    /// Whether every review asks it or this council did.
    pub class: Option<QuestionClass>,
    /// Its place among those of its class, from 1.
    pub position: Option<u32>,
    /// Its heading.
    pub title: Option<String>,
    /// The question.
    pub question: String,
    /// A further part that was added to it.
    pub additional: Option<String>,
    /// The position of the core question under which it falls.
    pub fits_under: Option<u32>,
}

/// Whether every review asks a question, or this council did.
///
/// ```
/// use programme::model::QuestionClass;
///
/// assert!(QuestionClass::Core < QuestionClass::Requested);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QuestionClass {
    /// Asked in all reviews of the offer.
    Core,
    /// Asked for by the council.
    Requested,
}

/// Something that the process of a review obliges to, such as a follow-up visit: not advice.
///
/// ```
/// use programme::{model::{Obligation, ObligationKind}, values::Timescale};
///
/// let visit = Obligation {
///     kind: Some(ObligationKind::FollowUp),
///     purpose: Some("To see how the plan has gone".into()),
///     target: Some(Timescale::read("by Spring 2024")),
///     ..Obligation::default()
/// };
/// assert!(visit.target.as_ref().is_some_and(|target| target.value().is_some()));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Obligation {
    /// What is owed.
    pub kind: Option<ObligationKind>,
    /// What it is for.
    pub purpose: Option<String>,
    /// When it should take place, as printed: "by Spring 2024".
    pub target: Option<Timescale>,
    /// How often it recurs.
    pub cadence: Option<Rhythm>,
    /// Whom to tell, by post.
    pub notify: Option<String>,
    /// Kinds of review that would meet it.
    pub met_by: Vec<ReviewKind>,
    /// The numbered row in which the plan shows it as if it were a recommendation.
    pub shown_as: Option<Id<Recommendation>>,
    /// Why it does not take place, where the council or the reviewers declined.
    pub declined: Option<String>,
}

/// What a review obliges to.
///
/// [`Review::owed`] gives those of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ObligationKind {
    /// The peers' return.
    FollowUp,
    /// The next review.
    NextReview,
    /// Putting report or plan before the public.
    Publication,
}

impl Review {
    /// A review of which only the name is known.
    #[must_use]
    pub fn new(key: Key<Self>, name: impl Into<String>) -> Self {
        Self {
            key,
            name: name.into(),
            kind: None,
            offer: None,
            reviewer: None,
            reviewed: None,
            held: None,
            published: None,
            outcome: None,
            team: Vec::new(),
            questions: Vec::new(),
            obligations: Vec::new(),
            aliases: Vec::new(),
            commissioner: None,
            nature: Vec::new(),
            evidence: Vec::new(),
            methods: Vec::new(),
        }
    }

    /// The first day that the team can have been on site.
    ///
    /// `None` where no visit is given, or its dates cannot be read.
    #[must_use]
    pub fn first_day(&self) -> Option<chrono::NaiveDate> {
        self.held.as_ref()?.value().map(|held| held.earliest())
    }

    /// The last day that the team can have been on site.
    ///
    /// `None` where no visit is given, or its dates cannot be read.
    ///
    /// ```
    /// use programme::{model::Key, values::Span, ProgrammeId, Review};
    ///
    /// let key = Key::derive(ProgrammeId::named("example"), "REV1".parse()?);
    /// let mut review = Review::new(key, "Corporate peer challenge 2019");
    /// assert_eq!(review.last_day(), None);
    /// review.held = Some(Span::read("March 2019"));
    /// assert_eq!(review.last_day().map(|day| day.to_string()), Some("2019-03-31".into()));
    /// # Ok::<_, programme::values::ParseReferenceError>(())
    /// ```
    #[must_use]
    pub fn last_day(&self) -> Option<chrono::NaiveDate> {
        self.held.as_ref()?.value().map(|held| held.latest())
    }

    /// The obligations of one kind.
    ///
    /// ```
    /// use programme::model::{Key, Obligation, ObligationKind};
    /// use programme::{ProgrammeId, Review};
    ///
    /// let key = Key::derive(ProgrammeId::named("example"), "REV1".parse()?);
    /// let mut review = Review::new(key, "Corporate peer challenge 2019");
    /// review.obligations.push(Obligation {
    ///     kind: Some(ObligationKind::NextReview),
    ///     ..Obligation::default()
    /// });
    /// assert_eq!(review.owed(ObligationKind::NextReview).count(), 1);
    /// assert_eq!(review.owed(ObligationKind::FollowUp).count(), 0);
    /// # Ok::<_, programme::values::ParseReferenceError>(())
    /// ```
    pub fn owed(&self, kind: ObligationKind) -> impl Iterator<Item = &Obligation> {
        self.obligations.iter().filter(move |owed| owed.kind == Some(kind))
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            key,
            name: _,
            kind: _,
            offer: _,
            reviewer,
            reviewed,
            held: _,
            published: _,
            outcome: _,
            team,
            questions: _,
            obligations,
            aliases: _,
            commissioner,
            nature: _,
            evidence: _,
            methods: _,
        } = self;
        cite(&key.sources, visit);
        each("reviewer", reviewer, visit);
        each("reviewed", reviewed, visit);
        each("team", team.iter().filter_map(|peer| peer.organisation_id.as_ref()), visit);
        each("obligations", obligations.iter().filter_map(|o| o.shown_as.as_ref()), visit);
        each("commissioner", commissioner, visit);
    }
}

/// Something that reviewers found.
///
/// ```
/// use programme::{model::{FindingKind, Key}, ProgrammeId, ReviewFinding};
///
/// let key = Key::derive(ProgrammeId::named("example"), "RF1".parse()?);
/// let mut finding = ReviewFinding::new(key, "Leaders are well regarded");
/// finding.kind = Some(FindingKind::Strength);
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewFinding {
    /// Identity and reference.
    pub key: Key<Self>,
    /// What was found, in short.
    pub title: String,
    /// What kind of finding it is.
    pub kind: Option<FindingKind>,
    /// The review that found it.
    pub review: Option<Id<Review>>,
    /// The theme under which it stands.
    pub theme: Option<Id<Theme>>,
    /// The recommendation whose reasons it is among.
    pub recommendation: Option<Id<Recommendation>>,
    /// What it consists of, where the report lists that.
    pub elements: Vec<String>,
    /// Whether the report puts it first.
    pub headline: bool,
    /// Whether it is said of all councils.
    pub generic: bool,
    /// Whether others are to do likewise.
    pub replicate: bool,
    /// How sure the reviewers are of it.
    pub confidence: Option<Confidence>,
    /// Who said it, if not the reviewers.
    pub said_by: Option<String>,
    /// On what it depends.
    pub condition: Option<String>,
    /// What is to be borne in mind.
    pub caveat: Option<String>,
    /// The finding that it repeats.
    pub repeats: Option<Id<ReviewFinding>>,
    /// How soon it is to be dealt with, in the words of the report: "quickly".
    pub urgency: Option<String>,
}

/// What kind of finding reviewers report.
///
/// ```
/// use programme::{model::{FindingKind, Key}, ProgrammeId, ReviewFinding};
///
/// let key = Key::derive(ProgrammeId::named("example"), "RF2".parse()?);
/// let mut finding = ReviewFinding::new(key, "Communication with residents is uneven");
/// finding.kind = Some(FindingKind::AreaForConsideration);
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FindingKind {
    /// Something done well.
    Strength,
    /// Something to build on.
    Foundation,
    /// Something that merits attention.
    AreaForConsideration,
    /// Something worth copying.
    GoodPractice,
    /// What the reviewers found around the council.
    /// How things stand.
    Context,
    /// Something the council might do.
    Suggestion,
}

/// How sure reviewers are of what they found.
///
/// ```
/// use programme::model::{Confidence};
///
/// let (said, heard) = (Confidence::Firm, Confidence::Anecdotal);
/// assert!(said < heard, "from the surest to the least sure");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// Said without reserve.
    Firm,
    /// Said with a reserve.
    Hedged,
    /// How people see it.
    Perception,
    /// Heard from some.
    Anecdotal,
    /// Not looked into.
    NotExamined,
}

impl ReviewFinding {
    /// A finding of which only the substance is known.
    #[must_use]
    pub fn new(key: Key<Self>, title: impl Into<String>) -> Self {
        let title = title.into();
        Self {
            key,
            title,
            kind: None,
            review: None,
            theme: None,
            recommendation: None,
            elements: Vec::new(),
            headline: false,
            generic: false,
            replicate: false,
            confidence: None,
            said_by: None,
            condition: None,
            caveat: None,
            repeats: None,
            urgency: None,
        }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            key,
            title: _,
            kind: _,
            review,
            theme,
            recommendation,
            elements: _,
            headline: _,
            generic: _,
            replicate: _,
            confidence: _,
            said_by: _,
            condition: _,
            caveat: _,
            repeats,
            urgency: _,
        } = self;
        cite(&key.sources, visit);
        each("review", review, visit);
        each("theme", theme, visit);
        each("recommendation", recommendation, visit);
        each("repeats", repeats, visit);
    }
}

/// A theme: of a review's report, of steering groups, or across workstreams.
///
/// ```
/// use programme::{model::{Key, ThemeKind}, ProgrammeId, Theme};
///
/// let key = Key::derive(ProgrammeId::named("example"), "T1".parse()?);
/// let mut theme = Theme::new(key, "OPPORTUNITIES");
/// theme.kind = Some(ThemeKind::Steering);
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Identity and reference.
    pub key: Key<Self>,
    /// Its name.
    pub name: String,
    /// Other names that are known to mean it.
    pub aliases: Vec<String>,
    /// What it orders.
    pub kind: Option<ThemeKind>,
    /// The review whose theme it is.
    pub review: Option<Id<Review>>,
    /// The body that steers it.
    pub body: Option<Id<Body>>,
    /// The workstreams that it supports.
    pub supports: Vec<Id<Workstream>>,
    /// The actions that it lies beneath.
    pub actions: Vec<Id<Action>>,
    /// Whom it speaks of or to.
    pub audiences: Vec<String>,
    /// Whether the council asked for it.
    pub requested: Option<bool>,
    /// Whether it is part of every such review.
    pub mandatory: bool,
}

/// What a theme orders.
///
/// See [`Theme`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ThemeKind {
    /// Findings and recommendations of a review.
    Review,
    /// The work of steering groups.
    Steering,
    /// Work that runs across workstreams.
    CrossCutting,
}

impl Theme {
    /// A theme of which only the name is known.
    #[must_use]
    pub fn new(key: Key<Self>, name: impl Into<String>) -> Self {
        let aliases = Vec::new();
        Self {
            key,
            name: name.into(),
            aliases,
            kind: None,
            review: None,
            body: None,
            supports: Vec::new(),
            actions: Vec::new(),
            audiences: Vec::new(),
            requested: None,
            mandatory: false,
        }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            key,
            name: _,
            aliases: _,
            kind: _,
            review,
            body,
            supports,
            actions,
            audiences: _,
            requested: _,
            mandatory: _,
        } = self;
        cite(&key.sources, visit);
        each("review", review, visit);
        each("body", body, visit);
        each("supports", supports, visit);
        each("actions", actions, visit);
    }
}
