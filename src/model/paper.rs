//! Documents that are cited or attached.

use super::{
    Body, Key, Link, Organisation, Report,
    key::{cite, each},
};
use crate::values::{Id, Span, When};

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
    /// What it is, in a word: `briefing note`.
    pub form: Option<String>,
    /// The body before which it came.
    pub body: Option<Id<Body>>,
    /// The organisation that published it.
    pub publisher: Option<Id<Organisation>>,
    /// What it is said to hold.
    pub contents: Vec<String>,
    /// The time that it is said to cover.
    pub covers: Option<Span>,
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
        Self {
            key,
            title: title.into(),
            kind: None,
            report: None,
            held: None,
            date: None,
            form: None,
            body: None,
            publisher: None,
            contents: Vec::new(),
            covers: None,
        }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            key,
            title: _,
            kind: _,
            report,
            held: _,
            date: _,
            form: _,
            body,
            publisher,
            contents: _,
            covers: _,
        } = self;
        cite(&key.sources, visit);
        each("report", report, visit);
        each("body", body, visit);
        each("publisher", publisher, visit);
    }
}
