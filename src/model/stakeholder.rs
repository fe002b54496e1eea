//! Groups that a programme touches, how they are drawn in, and what is shared with partners.

use super::{
    Key, Link, Organisation, Subject, Workstream,
    key::{cite, each},
};
use crate::values::{Id, Rhythm};

/// A group of people or organisations that a programme touches or listens to.
///
/// ```
/// use programme::{model::{Key, StakeholderGroup, StakeholderKind}, ProgrammeId};
///
/// let key = Key::derive(ProgrammeId::named("example"), "SG1".parse()?);
/// let mut unions = StakeholderGroup::new(key, "Trade unions");
/// unions.kind = Some(StakeholderKind::TradeUnion);
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StakeholderGroup {
    /// Identity and reference.
    pub key: Key<Self>,
    /// Its name.
    pub name: String,
    /// Other names for it.
    pub aliases: Vec<String>,
    /// Who it is.
    pub kind: Option<StakeholderKind>,
    /// Whether it is thought of first.
    pub rank: Option<AudienceRank>,
    /// The groups in it.
    pub parts: Vec<String>,
    /// What part it has.
    pub role: Option<String>,
    /// How it is best reached.
    pub channels: Vec<String>,
    /// What it was promised.
    pub commitments: Vec<String>,
    /// What it expects.
    pub expectations: Vec<String>,
    /// The workstream whose audience it is.
    pub workstream: Option<Id<Workstream>>,
}

impl StakeholderGroup {
    /// One of which only the name is known.
    #[must_use]
    pub fn new(key: Key<Self>, name: impl Into<String>) -> Self {
        Self {
            key,
            name: name.into(),
            aliases: Vec::new(),
            kind: None,
            rank: None,
            parts: Vec::new(),
            role: None,
            channels: Vec::new(),
            commitments: Vec::new(),
            expectations: Vec::new(),
            workstream: None,
        }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            key,
            name: _,
            aliases: _,
            kind: _,
            rank: _,
            parts: _,
            role: _,
            channels: _,
            commitments: _,
            expectations: _,
            workstream,
        } = self;
        cite(&key.sources, visit);
        each("workstream", workstream, visit);
    }
}

/// Who a group is.
///
/// See [`StakeholderGroup`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StakeholderKind {
    /// Those who work for the council.
    Staff,
    /// Their unions.
    TradeUnion,
    /// Councillors.
    Members,
    /// Those who live there.
    Residents,
    /// Tenants of the council.
    Tenants,
    /// Those who use services.
    Customers,
    /// Communities and their groups.
    Community,
    /// Businesses.
    Businesses,
    /// Visitors.
    Visitors,
    /// Partner organisations.
    Partners,
    /// Those who work under contract.
    Contractors,
    /// Town and parish councils.
    ParishTier,
    /// Government and its bodies.
    Government,
}

/// Whether a group is thought of first.
///
/// See [`StakeholderGroup`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AudienceRank {
    /// First.
    Primary,
    /// Besides.
    Secondary,
}

/// A way in which somebody is told, asked or drawn in.
///
/// ```
/// use programme::{model::{Engagement, Key}, ProgrammeId};
///
/// let key = Key::derive(ProgrammeId::named("example"), "ENG1".parse()?);
/// let mut bulletin = Engagement::new(key, "Bulletin for members");
/// bulletin.audiences.push("Members".into());
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Engagement {
    /// Identity and reference.
    pub key: Key<Self>,
    /// What it is, in short.
    pub title: String,
    /// By what means.
    pub channel: Option<String>,
    /// Whom it is for, in words.
    pub audiences: Vec<String>,
    /// The groups that it is for.
    pub groups: Vec<Id<StakeholderGroup>>,
    /// At which levels: policy, operations.
    pub levels: Vec<String>,
    /// What it is about.
    pub of: Option<Subject>,
    /// How often.
    pub cadence: Option<Rhythm>,
}

impl Engagement {
    /// One of which only the substance is known.
    #[must_use]
    pub fn new(key: Key<Self>, title: impl Into<String>) -> Self {
        Self {
            key,
            title: title.into(),
            channel: None,
            audiences: Vec::new(),
            groups: Vec::new(),
            levels: Vec::new(),
            of: None,
            cadence: None,
        }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self { key, title: _, channel: _, audiences: _, groups, levels: _, of, cadence: _ } =
            self;
        cite(&key.sources, visit);
        each("groups", groups, visit);
        of.iter().for_each(|row| visit(Link::new("of", *row)));
    }
}

/// Something that the council does or shares with others.
///
/// ```
/// use programme::{model::{Key, Partnership, PartnershipKind, PartnershipState}, ProgrammeId};
///
/// let key = Key::derive(ProgrammeId::named("example"), "PT1".parse()?);
/// let mut shared = Partnership::new(key, "Shared revenues and benefits service");
/// shared.kind = Some(PartnershipKind::SharedService);
/// shared.state = Some(PartnershipState::InPlace);
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partnership {
    /// Identity and reference.
    pub key: Key<Self>,
    /// What is shared, in short.
    pub title: String,
    /// What kind of sharing it is.
    pub kind: Option<PartnershipKind>,
    /// The function or place that is shared.
    pub function: Option<String>,
    /// With whom.
    pub partners: Vec<Id<Organisation>>,
    /// With whom it might be, in words.
    pub candidates: Vec<String>,
    /// Whether costs are shared.
    pub cost_sharing: Option<bool>,
    /// How far it has come.
    pub state: Option<PartnershipState>,
    /// The row that brings it about, or is it.
    pub of: Option<Subject>,
}

impl Partnership {
    /// One of which only the substance is known.
    #[must_use]
    pub fn new(key: Key<Self>, title: impl Into<String>) -> Self {
        Self {
            key,
            title: title.into(),
            kind: None,
            function: None,
            partners: Vec::new(),
            candidates: Vec::new(),
            cost_sharing: None,
            state: None,
            of: None,
        }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            key,
            title: _,
            kind: _,
            function: _,
            partners,
            candidates: _,
            cost_sharing: _,
            state: _,
            of,
        } = self;
        cite(&key.sources, visit);
        each("partners", partners, visit);
        of.iter().for_each(|row| visit(Link::new("of", *row)));
    }
}

/// What is shared.
///
/// See [`Partnership`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartnershipKind {
    /// A service.
    SharedService,
    /// A building or a site.
    SharedSite,
    /// Room for services side by side.
    CoLocation,
    /// Work on something together.
    JointWorking,
}

/// How far a partnership has come.
///
/// See [`Partnership`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartnershipState {
    /// Somebody suggests it.
    Suggested,
    /// It is being set up.
    InDevelopment,
    /// It works.
    InPlace,
    /// It is no more.
    Ended,
}
