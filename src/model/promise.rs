//! What papers say will be done or told.

use super::{
    Deliverable, DocumentRef, Key, Lead, Link, StakeholderGroup, StatusNote, Subject,
    key::{cite, each},
};
use crate::values::{Id, Rhythm, Timescale, When};

/// Something that a paper says will be done or told: once, by some time, or again and again.
///
/// Reports owed to bodies, assessments that "will be completed", reviews each year. It stays owed until something is said to have kept it.
///
/// ```
/// use programme::{model::{Key, Promise, PromiseKind}, ProgrammeId, values::Rhythm};
///
/// let key = Key::derive(ProgrammeId::named("example"), "PR1".parse()?);
/// let mut promise = Promise::new(key, "Programme update to scrutiny");
/// promise.kind = Some(PromiseKind::Report);
/// promise.cadence = Some(Rhythm::read("quarterly"));
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// Identity and reference.
    pub key: Key<Self>,
    /// What is promised, in short.
    pub title: String,
    /// What kind of thing it is.
    pub kind: Option<PromiseKind>,
    /// Who promises it.
    pub by: Vec<Lead>,
    /// To whom.
    pub to: Vec<Lead>,
    /// The group to which it is promised.
    pub group: Option<Id<StakeholderGroup>>,
    /// The row that it is about; none where it is the programme.
    pub of: Option<Subject>,
    /// When it was promised.
    pub made: Option<When>,
    /// When it is due.
    pub timescale: Timescale,
    /// How often it recurs.
    pub cadence: Option<Rhythm>,
    /// The day from which it recurs, where that is not the day on which it was promised.
    pub from: Option<When>,
    /// In what form.
    pub form: Option<String>,
    /// The document in which it is done.
    pub vehicle: Option<Id<Deliverable>>,
    /// What has to be so before it is owed.
    pub condition: Option<String>,
    /// The papers that kept it, each as at its date.
    pub kept_by: Vec<Id<DocumentRef>>,
    /// What has been said of it.
    pub status: Vec<StatusNote>,
}

impl Promise {
    /// One of which only the substance is known.
    #[must_use]
    pub fn new(key: Key<Self>, title: impl Into<String>) -> Self {
        Self {
            key,
            title: title.into(),
            kind: None,
            by: Vec::new(),
            to: Vec::new(),
            group: None,
            of: None,
            made: None,
            timescale: Timescale::default(),
            cadence: None,
            from: None,
            form: None,
            vehicle: None,
            condition: None,
            kept_by: Vec::new(),
            status: Vec::new(),
        }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            key,
            title: _,
            kind: _,
            by,
            to,
            group,
            of,
            made: _,
            timescale: _,
            cadence: _,
            from: _,
            form: _,
            vehicle,
            condition: _,
            kept_by,
            status,
        } = self;
        cite(&key.sources, visit);
        by.iter().for_each(|lead| lead.visit_links(visit));
        to.iter().for_each(|lead| lead.visit_links(visit));
        each("group", group, visit);
        of.iter().for_each(|row| visit(Link::new("of", *row)));
        each("vehicle", vehicle, visit);
        each("kept_by", kept_by, visit);
        status.iter().for_each(|part| part.visit_links(visit));
    }
}

/// What is promised.
///
/// See [`Promise`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PromiseKind {
    /// To tell a body.
    Report,
    /// To brief or consult people.
    Briefing,
    /// To assess an impact or a risk.
    Assessment,
    /// To look at something again.
    Review,
    /// To put something up for decision.
    Decision,
    /// To do something.
    Work,
}
