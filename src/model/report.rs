//! Papers put before bodies, and the parts of them that can be checked.

use super::{
    Act, Body, Citation, Key, KeyDecision, Lead, Link, MatterKind, Openness, Post, PrivateMeeting,
    Review, Subject,
    key::{cite, each},
};
use crate::values::{Id, Stated, When};

/// A paper put before a body.
///
/// ```
/// use programme::{model::{Key, Urgency}, ProgrammeId, Report};
///
/// let key = Key::derive(ProgrammeId::named("example"), "REP1".parse()?);
/// let mut report = Report::new(key, "Review of the action plan");
/// report.urgency = Some(Urgency::default());
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Identity and reference.
    pub key: Key<Self>,
    /// Its title.
    pub title: String,
    /// The body before which it is put.
    pub body: Option<Id<Body>>,
    /// The day of the meeting.
    pub date: Option<When>,
    /// Its number on the agenda, as printed.
    pub item: Option<String>,
    /// Its pages, as printed.
    pub pages: Option<String>,
    /// Whether it came on a supplementary agenda.
    pub supplementary: Option<bool>,
    /// How it came to be taken late, if it was.
    pub urgency: Option<Urgency>,
    /// The post that issued it.
    pub issued_by: Option<Id<Post>>,
    /// What the body is asked to do.
    pub requests: Vec<Request>,
    /// What it is.
    pub kind: Option<ReportKind>,
    /// The review whose report it is.
    pub review: Option<Id<Review>>,
    /// Whether it is open to the public.
    pub openness: Option<Openness>,
    /// Whether it asks for a key decision; a word alone is yes or no.
    pub key_decision: Option<KeyDecision>,
    /// The notices of a private meeting at which it is taken.
    pub private: Option<PrivateMeeting>,
    /// The wards that it affects, or "all".
    pub wards: Vec<String>,
    /// The portfolio holder in whose field it falls.
    pub portfolio: Option<Id<Post>>,
    /// The post that takes questions.
    pub contact: Option<Id<Post>>,
    /// The post that signed it.
    pub signed_by: Option<Id<Post>>,
    /// When it was signed.
    pub signed: Option<When>,
    /// When it was open to inspection.
    pub published: Option<When>,
    /// What it is for.
    pub purposes: Vec<String>,
    /// Its glossary.
    pub glossary: Option<String>,
    /// Its sections; a word alone is a heading.
    pub sections: Vec<Section>,
    /// Its references to sections and appendices.
    pub references: Vec<CrossReference>,
    /// What its proposals imply; a word alone is what is said.
    pub implications: Vec<Implication>,
    /// Assessments of impact.
    pub assessments: Vec<Assessment>,
    /// What officers say of it; a word alone is what is said.
    pub comments: Vec<Comment>,
    /// Who was consulted.
    pub consultees: Vec<Lead>,
}

/// Why a paper is taken without five clear days' notice (LGA 1972 s.100B(4)).
///
/// ```
/// use programme::model::Urgency;
///
/// let urgency = Urgency {
///     circumstances: Some("The figures came after the agenda went out".into()),
///     ..Urgency::default()
/// };
/// assert!(urgency.agreed_by.is_none(), "who agreed is not said");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Urgency {
    /// The provision relied on, as printed.
    pub basis: Option<String>,
    /// Who agreed, as printed.
    pub agreed_by: Option<String>,
    /// The special circumstances, as printed.
    pub circumstances: Option<String>,
}

/// Something that a paper asks a body to do.
///
/// ```
/// use programme::model::{Act, Request};
///
/// let mut request = Request { title: "Note progress to date".into(), ..Request::default() };
/// request.act = Some(Act::Note);
/// request.progress = true;
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// Its label, as printed: "1(a)", "iv".
    pub label: Option<String>,
    /// What is asked, in short.
    pub title: String,
    /// What the body is to do.
    pub act: Option<Act>,
    /// The body that is to act on it in the end, if not the one before which the paper is put.
    pub onward: Option<Id<Body>>,
    /// Whether it is progress that the body is asked to note.
    pub progress: bool,
    /// What kind of matter it is.
    pub matter: Option<MatterKind>,
    /// The amount that is asked for.
    pub amount: Option<Stated>,
    /// The row that it is about.
    pub of: Option<Subject>,
    /// The label of the request of the same paper that it says again.
    pub restates: Option<String>,
}

impl Request {
    fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        each("onward", &self.onward, visit);
        self.of.iter().for_each(|row| visit(Link::new("of", *row)));
    }
}

impl Report {
    /// A report of which only the title is known.
    #[must_use]
    pub fn new(key: Key<Self>, title: impl Into<String>) -> Self {
        Self {
            key,
            title: title.into(),
            body: None,
            date: None,
            item: None,
            pages: None,
            supplementary: None,
            urgency: None,
            issued_by: None,
            requests: Vec::new(),
            kind: None,
            review: None,
            openness: None,
            key_decision: None,
            private: None,
            wards: Vec::new(),
            portfolio: None,
            contact: None,
            signed_by: None,
            signed: None,
            published: None,
            purposes: Vec::new(),
            glossary: None,
            sections: Vec::new(),
            references: Vec::new(),
            implications: Vec::new(),
            assessments: Vec::new(),
            comments: Vec::new(),
            consultees: Vec::new(),
        }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            key,
            title: _,
            body,
            date: _,
            item: _,
            pages: _,
            supplementary: _,
            urgency: _,
            issued_by,
            requests,
            kind: _,
            review,
            openness: _,
            key_decision: _,
            private: _,
            wards: _,
            portfolio,
            contact,
            signed_by,
            signed: _,
            published: _,
            purposes: _,
            glossary: _,
            sections: _,
            references: _,
            implications,
            assessments,
            comments,
            consultees,
        } = self;
        cite(&key.sources, visit);
        each("body", body, visit);
        each("issued_by", issued_by, visit);
        requests.iter().for_each(|asked| asked.visit_links(visit));
        each("review", review, visit);
        each("portfolio", portfolio, visit);
        each("contact", contact, visit);
        each("signed_by", signed_by, visit);
        implications.iter().for_each(|part| part.visit_links(visit));
        assessments.iter().for_each(|part| part.visit_links(visit));
        comments.iter().for_each(|part| part.visit_links(visit));
        consultees.iter().for_each(|lead| lead.visit_links(visit));
    }
}

/// A section of a paper, so that references to it can be checked.
///
/// ```
/// use programme::model::Section;
///
/// let section = Section { label: Some("6.0".into()), heading: "Governance".into(), ..Section::default() };
/// assert!(section.covers.is_empty());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// Its number.
    pub label: Option<String>,
    /// Its heading.
    pub heading: String,
    /// What it is about, where the heading does not say so.
    pub covers: Vec<String>,
}

/// A place in a paper that points to a section or an appendix.
///
/// ```
/// use programme::model::{CrossReference, ReferenceTarget};
///
/// let reference = CrossReference {
///     place: Some("3.2".into()),
///     to: Some("8.0".into()),
///     target: Some(ReferenceTarget::Section),
///     about: Some("governance".into()),
/// };
/// assert_eq!(reference.to.as_deref(), Some("8.0"));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CrossReference {
    /// Where it stands: a paragraph, or the label of a request.
    pub place: Option<String>,
    /// What it points to.
    pub target: Option<ReferenceTarget>,
    /// The label to which it points.
    pub to: Option<String>,
    /// What the text says is there.
    pub about: Option<String>,
}

/// What a reference points to.
///
/// See [`CrossReference`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReferenceTarget {
    /// A section or paragraph of the same paper.
    Section,
    /// An appendix to it.
    Appendix,
}

/// What a paper says that its proposals imply, under one heading.
///
/// ```
/// use programme::model::{Implication, ImplicationKind, Stance};
///
/// let legal = Implication {
///     kind: Some(ImplicationKind::Legal),
///     stance: Some(Stance::Deferred),
///     deferred_to: Some("programme management".into()),
///     ..Implication::default()
/// };
/// assert!(legal.amount.is_none());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Implication {
    /// Under which heading.
    pub kind: Option<ImplicationKind>,
    /// What it says of them.
    pub stance: Option<Stance>,
    /// What it says, in short.
    pub text: Option<String>,
    /// What it lists.
    pub elements: Vec<String>,
    /// The figure that it gives.
    pub amount: Option<Stated>,
    /// To what or whom it is left.
    pub deferred_to: Option<String>,
    /// The row to which it points.
    pub refers_to: Option<Subject>,
    /// Which way the effect goes.
    pub direction: Option<String>,
    /// Where it stands.
    pub source: Option<Citation>,
}

impl Implication {
    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            kind: _,
            stance: _,
            text: _,
            elements: _,
            amount: _,
            deferred_to: _,
            refers_to,
            direction: _,
            source,
        } = self;
        refers_to.iter().for_each(|row| visit(Link::new("refers_to", *row)));
        cite(source.as_slice(), visit);
    }
}

/// The heading under which implications stand.
///
/// See [`Implication`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ImplicationKind {
    /// Money.
    Financial,
    /// Value for money.
    ValueForMoney,
    /// Law.
    Legal,
    /// Risk.
    Risk,
    /// Staff.
    Staffing,
    /// Buying.
    Procurement,
    /// Security and terrorism.
    Security,
    /// Climate and the environment.
    Climate,
    /// Health and wellbeing.
    HealthAndWellbeing,
    /// Health and safety.
    HealthAndSafety,
    /// Communications.
    Communications,
    /// Customers and residents.
    Customers,
    /// Community.
    Community,
    /// Equality.
    Equality,
    /// Land and buildings.
    Assets,
    /// Policies.
    PolicyFramework,
}

/// What a paper says of implications.
///
/// See [`Implication`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stance {
    /// There are none.
    None,
    /// There are none at this time.
    NoneNow,
    /// There are few.
    Limited,
    /// It says which.
    Stated,
    /// They are to be worked out later.
    Deferred,
}

/// An assessment of impact that a paper gives, promises or leaves out.
///
/// ```
/// use programme::model::{Assessment, AssessmentState, ImpactKind};
///
/// let community = Assessment {
///     kind: Some(ImpactKind::Community),
///     state: Some(AssessmentState::Planned),
///     ..Assessment::default()
/// };
/// assert!(community.reason.is_none());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assessment {
    /// What is assessed.
    pub kind: Option<ImpactKind>,
    /// Whether it is done.
    pub state: Option<AssessmentState>,
    /// Why it is not done.
    pub reason: Option<String>,
    /// The row that is assessed; none where it is the whole.
    pub of: Option<Subject>,
    /// When it is to be done, in words.
    pub condition: Option<String>,
    /// When it was done.
    pub date: Option<When>,
    /// Where it stands.
    pub source: Option<Citation>,
}

impl Assessment {
    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self { kind: _, state: _, reason: _, of, condition: _, date: _, source } = self;
        of.iter().for_each(|row| visit(Link::new("of", *row)));
        cite(source.as_slice(), visit);
    }
}

/// On what an impact is assessed.
///
/// See [`Assessment`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ImpactKind {
    /// People with protected characteristics (Equality Act 2010 s.149).
    Equality,
    /// The community.
    Community,
    /// Personal data.
    DataProtection,
    /// The environment.
    Environment,
    /// Health.
    Health,
}

/// Whether an assessment is done.
///
/// See [`Assessment`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AssessmentState {
    /// It is done.
    Done,
    /// It was found that none is needed.
    Screened,
    /// It is not done.
    NotDone,
    /// It is to be done later.
    Planned,
    /// Each project is to do its own.
    LeftToProjects,
}

/// What an officer says of a paper.
///
/// ```
/// use programme::model::{Comment, Lead};
///
/// let comment = Comment { by: vec![Lead::named("S.151 Officer")], ..Comment::default() };
/// assert!(comment.date.is_none());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comment {
    /// Who says it, by post.
    pub by: Vec<Lead>,
    /// What they say, in short.
    pub text: Option<String>,
    /// On what conditions.
    pub conditions: Vec<String>,
    /// How much they think that it matters.
    pub materiality: Option<String>,
    /// The row of which they say it.
    pub of: Option<Subject>,
    /// When they said it.
    pub date: Option<When>,
    /// Where it stands.
    pub source: Option<Citation>,
}

impl Comment {
    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self { by, text: _, conditions: _, materiality: _, of, date: _, source } = self;
        by.iter().for_each(|lead| lead.visit_links(visit));
        of.iter().for_each(|row| visit(Link::new("of", *row)));
        cite(source.as_slice(), visit);
    }
}

/// What a paper is.
///
/// See [`Report`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReportKind {
    /// A report to a body.
    CommitteePaper,
    /// The report or letter of reviewers.
    ReviewReport,
    /// An agenda, or a part of one.
    Agenda,
    /// A briefing note.
    BriefingNote,
    /// A report of the chief finance officer that spending will exceed what there is to pay for it
    /// (LGFA 1988 s.114(3)); `published` is when copies were sent, `date` when the council meets on it.
    Section114,
}
