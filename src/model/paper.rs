//! Reports, documents and decisions, as far as plans name them.

use super::{
    Body, Key, Link, Organisation, Post,
    key::{cite, each},
};
use crate::values::{Id, When};

/// A document that is cited, attached or missing.
///
/// ```
/// use programme::{model::{DocumentKind, Key}, DocumentRef, ProgrammeId};
///
/// let key = Key::derive(ProgrammeId::named("example"), "DOC1".parse()?);
/// let mut appendix = DocumentRef::new(key, "Appendix A");
/// appendix.kind = Some(DocumentKind::Appendix);
/// appendix.held = Some(false);
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentRef {
    /// Identity, reference, and the label under which it is cited: "A".
    pub key: Key<Self>,
    /// Its title.
    pub title: String,
    /// Its part in the pack.
    pub kind: Option<DocumentKind>,
    /// The report to which it belongs.
    pub report: Option<Id<Report>>,
    /// Whether it is there; none where nothing is known of it.
    pub held: Option<bool>,
    /// Its date.
    pub date: Option<When>,
}

/// The part of a document in a pack of papers.
///
/// See [`DocumentRef`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocumentKind {
    /// Attached under a letter or number.
    Appendix,
    /// The report itself.
    CoveringReport,
    /// Listed as background.
    BackgroundPaper,
    /// From outside the council.
    OutsideEvidence,
}

impl DocumentRef {
    /// A document of which only the title is known.
    #[must_use]
    pub fn new(key: Key<Self>, title: impl Into<String>) -> Self {
        Self { key, title: title.into(), kind: None, report: None, held: None, date: None }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self { key, title: _, kind: _, report, held: _, date: _ } = self;
        cite(&key.sources, visit);
        each("report", report, visit);
    }
}

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
        } = self;
        cite(&key.sources, visit);
        each("body", body, visit);
        each("issued_by", issued_by, visit);
        each("requests", requests.iter().filter_map(|asked| asked.onward.as_ref()), visit);
    }
}

/// A decision of a body.
///
/// ```
/// use programme::{model::{Act, Key}, Decision, ProgrammeId};
///
/// let key = Key::derive(ProgrammeId::named("example"), "DEC1".parse()?);
/// let mut decision = Decision::new(key, "Approve Phase 1");
/// decision.act = Some(Act::Resolve);
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Identity and reference.
    pub key: Key<Self>,
    /// What is decided, in short.
    pub title: String,
    /// The body that decides.
    pub body: Option<Id<Body>>,
    /// What it does about it.
    pub act: Option<Act>,
    /// When it did.
    pub date: Option<When>,
    /// The organisation whose decision it is, where it is not the programme's council.
    pub organisation: Option<Id<Organisation>>,
}

/// What a body does about a matter.
///
/// ```
/// use programme::model::Act;
///
/// let decides = |act: Act| act == Act::Resolve;
/// assert!(!decides(Act::Note), "taking note decides nothing");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Act {
    /// Takes note.
    Note,
    /// Decides it: approves, agrees, accepts, adopts.
    Resolve,
    /// Recommends it to a body that can decide.
    Recommend,
    /// Sends it elsewhere.
    Refer,
    /// Puts it off.
    Defer,
    /// Leaves it to somebody.
    Delegate,
}

impl Decision {
    /// A decision of which only the matter is known.
    #[must_use]
    pub fn new(key: Key<Self>, title: impl Into<String>) -> Self {
        Self { key, title: title.into(), body: None, act: None, date: None, organisation: None }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self { key, title: _, body, act: _, date: _, organisation } = self;
        cite(&key.sources, visit);
        each("body", body, visit);
        each("organisation", organisation, visit);
    }
}
