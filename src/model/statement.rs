//! What papers say of the rows: how they depend on one another, names, figures, and findings that are accepted.

use super::{
    Key, Kind, Link, Subject,
    key::{cite, each},
};
use crate::values::{Id, Stated, When};

/// That one row waits for, feeds or supports another.
///
/// ```
/// use programme::{model::{DependencyKind, Key}, Action, Dependency, ProgrammeId};
///
/// let programme = ProgrammeId::named("example");
/// let tier_3 = Action::new(Key::derive(programme, "A1".parse()?), "Review tier 3");
/// let tier_4 = Action::new(Key::derive(programme, "A2".parse()?), "Review tier 4");
/// let mut order = Dependency::new(Key::derive(programme, "DEP1".parse()?), "Tier 3 before tier 4");
/// order.kind = Some(DependencyKind::FinishToStart);
/// order.predecessor = Some(tier_3.key.id.into());
/// order.successor = Some(tier_4.key.id.into());
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dependency {
    /// Identity and reference.
    pub key: Key<Self>,
    /// What depends on what, in short.
    pub title: String,
    /// In what way; where it is left out, the one has to end before the other starts.
    pub kind: Option<DependencyKind>,
    /// What comes first, or gives.
    pub predecessor: Option<Subject>,
    /// What waits, or receives.
    pub successor: Option<Subject>,
    /// What has to be so, in the paper's words, where that is no row.
    pub condition: Option<String>,
    /// When the wait is expected to end, as printed.
    pub on: Option<When>,
    /// The other programme, by name, where one end of it is there and no row here.
    pub programme: Option<String>,
}

/// In what way one row depends on another.
///
/// ```
/// use programme::model::{DependencyKind};
///
/// // A structure that "feeds" a strategy does not hold up its start.
/// assert_ne!(DependencyKind::Feeds, DependencyKind::FinishToStart);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DependencyKind {
    /// The one ends before the other starts.
    FinishToStart,
    /// The one ends before the other ends.
    FinishToFinish,
    /// The one starts before the other starts.
    StartToStart,
    /// What the one gives goes into the other.
    Feeds,
    /// The one helps the other.
    Supports,
}

impl Dependency {
    /// A dependency of which only the substance is known.
    #[must_use]
    pub fn new(key: Key<Self>, title: impl Into<String>) -> Self {
        Self {
            key,
            title: title.into(),
            kind: None,
            predecessor: None,
            successor: None,
            condition: None,
            on: None,
            programme: None,
        }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            key,
            title: _,
            kind: _,
            predecessor,
            successor,
            condition: _,
            on: _,
            programme: _,
        } = self;
        cite(&key.sources, visit);
        predecessor.iter().for_each(|row| visit(Link::new("predecessor", *row)));
        successor.iter().for_each(|row| visit(Link::new("successor", *row)));
    }
}

/// A name as a paper prints it, and what it seems to mean.
///
/// Names that are known to mean a row are its aliases; a mention is one that nobody has tied to it.
///
/// ```
/// use programme::{model::Key, Mention, ProgrammeId, Workstream};
///
/// let programme = ProgrammeId::named("example");
/// let workstream = Workstream::new(Key::derive(programme, "W1".parse()?), "Leadership Development");
/// let mut heading = Mention::new(Key::derive(programme, "MEN1".parse()?), "Leadership");
/// heading.means = Some(workstream.key.id.into());
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Identity and reference.
    pub key: Key<Self>,
    /// The name, as printed.
    pub words: String,
    /// The kind of row that is meant.
    pub kind: Option<Kind>,
    /// The row that seems to be meant.
    pub means: Option<Subject>,
    /// Whether the programme itself is meant.
    pub programme: bool,
}

impl Mention {
    /// A mention of which only the words are known.
    #[must_use]
    pub fn new(key: Key<Self>, words: impl Into<String>) -> Self {
        Self { key, words: words.into(), kind: None, means: None, programme: false }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self { key, words: _, kind: _, means, programme: _ } = self;
        cite(&key.sources, visit);
        means.iter().for_each(|row| visit(Link::new("means", *row)));
    }
}

/// A figure that a paper prints, with what it speaks of.
///
/// What a paper states stands here; what follows from the rows is computed, and rules compare the two.
///
/// ```
/// use programme::{model::{Key, Kind}, values::Stated, Claim, ProgrammeId};
///
/// let key = Key::derive(ProgrammeId::named("example"), "CL1".parse()?);
/// let mut claim = Claim::new(key, "Workstreams of the programme");
/// claim.stated = Some(Stated::read("eight"));
/// claim.counts = Some(Kind::Workstream);
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Identity and reference.
    pub key: Key<Self>,
    /// What the figure is of, in short.
    pub title: String,
    /// The figure, as printed.
    pub stated: Option<Stated>,
    /// The row that it speaks of, if not the programme.
    pub of: Option<Subject>,
    /// The kind of row that it counts: those that link to the row it speaks of, or all that are no
    /// parts of others.
    pub counts: Option<Kind>,
    /// The claim that quotes the same figure elsewhere.
    pub same_as: Option<Id<Claim>>,
    /// The claims that are said to add up to it.
    pub parts: Vec<Id<Claim>>,
    /// The claim of the whole, where it is a percentage.
    pub share_of: Option<Id<Claim>>,
    /// The claim of the part, where it is a percentage.
    pub share: Option<Id<Claim>>,
    /// The claim with which the paper compares it.
    pub compared_with: Option<Id<Claim>>,
    /// The base of a rate: 1,000 of "124 per 1,000".
    pub per: Option<u32>,
}

impl Claim {
    /// A claim of which only the substance is known.
    #[must_use]
    pub fn new(key: Key<Self>, title: impl Into<String>) -> Self {
        Self {
            key,
            title: title.into(),
            stated: None,
            of: None,
            counts: None,
            same_as: None,
            parts: Vec::new(),
            share_of: None,
            share: None,
            compared_with: None,
            per: None,
        }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            key,
            title: _,
            stated: _,
            of,
            counts: _,
            same_as,
            parts,
            share_of,
            share,
            compared_with,
            per: _,
        } = self;
        cite(&key.sources, visit);
        of.iter().for_each(|row| visit(Link::new("of", *row)));
        each("same_as", same_as, visit);
        each("parts", parts, visit);
        each("share_of", share_of, visit);
        each("share", share, visit);
        each("compared_with", compared_with, visit);
    }
}

/// A finding that the council accepts, with who accepts it, why and until when.
///
/// ```
/// use programme::{model::Key, values::When, ProgrammeId, Waiver};
///
/// let key = Key::derive(ProgrammeId::named("example"), "WVR1".parse()?);
/// let mut waiver = Waiver::new(key, "ACT-003");
/// waiver.by = Some("Chief Executive".into());
/// waiver.reason = Some("Two posts share the load until the restructure".into());
/// waiver.ends = Some(When::read("31 March 2020"));
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiver {
    /// Identity and reference.
    pub key: Key<Self>,
    /// The code of the findings that are accepted: `ACT-003`.
    pub code: String,
    /// The row whose findings are accepted; all, where none is said.
    pub subject: Option<Subject>,
    /// Who accepts them, by post.
    pub by: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// Until when, as printed; the day itself is the last.
    pub ends: Option<When>,
}

impl Waiver {
    /// A waiver of a code, of which nothing else is known.
    #[must_use]
    pub fn new(key: Key<Self>, code: impl Into<String>) -> Self {
        Self { key, code: code.into(), subject: None, by: None, reason: None, ends: None }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self { key, code: _, subject, by: _, reason: _, ends: _ } = self;
        cite(&key.sources, visit);
        subject.iter().for_each(|row| visit(Link::new("subject", *row)));
    }
}
