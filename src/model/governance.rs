//! Organisations and posts.

use super::{
    Key, Link, Phase,
    key::{cite, each},
};
use crate::values::{Id, When};

/// An organisation, under one identity however many names it is given.
///
/// ```
/// use programme::{model::{Key, OrganisationKind}, Organisation, ProgrammeId};
///
/// let key = Key::derive(ProgrammeId::named("example"), "ORG1".parse()?);
/// let mut council = Organisation::new(key, "London Borough of Havering");
/// council.kind = Some(OrganisationKind::Council);
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// Identity and reference.
    pub key: Key<Self>,
    /// The name in full.
    pub name: String,
    /// Other names that are known to mean it.
    pub aliases: Vec<String>,
    /// What it is.
    pub kind: Option<OrganisationKind>,
    /// Codes by which it is known.
    pub identifiers: Vec<Identifier>,
    /// Whose law it is under.
    pub jurisdiction: Option<Jurisdiction>,
    /// By which model it is governed.
    pub governance: Option<GovernanceModel>,
    /// When it came to an end.
    pub ended: Option<When>,
    /// The organisations that took its place.
    pub succeeded_by: Vec<Id<Organisation>>,
}

/// What an organisation is.
///
/// See [`Organisation`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OrganisationKind {
    /// A council of any kind.
    Council,
    /// The Local Government Association or another body of councils.
    SectorAssociation,
    /// A company.
    Company,
    /// A public body that is no council.
    PublicAgency,
    /// A housing association.
    HousingAssociation,
    /// A body that accredits or examines.
    Accreditor,
    /// A college or university.
    College,
}

impl Organisation {
    /// An organisation of which only the name is known.
    #[must_use]
    pub fn new(key: Key<Self>, name: impl Into<String>) -> Self {
        Self {
            key,
            name: name.into(),
            aliases: Vec::new(),
            kind: None,
            identifiers: Vec::new(),
            jurisdiction: None,
            governance: None,
            ended: None,
            succeeded_by: Vec::new(),
        }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            key,
            name: _,
            aliases: _,
            kind: _,
            identifiers: _,
            jurisdiction: _,
            governance: _,
            ended: _,
            succeeded_by,
        } = self;
        cite(&key.sources, visit);
        each("succeeded_by", succeeded_by, visit);
    }
}

/// A post, which exists whether or not somebody holds it. No personal names are held.
///
/// ```
/// use programme::{model::Key, Post, ProgrammeId};
///
/// let key = Key::derive(ProgrammeId::named("example"), "POST1".parse()?);
/// let mut post = Post::new(key, "Chief Executive");
/// post.aliases.push("CE".into());
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    /// Identity and reference.
    pub key: Key<Self>,
    /// The title as the organisation uses it.
    pub title: String,
    /// Other spellings that are known to mean it.
    pub aliases: Vec<String>,
    /// Where the post is; none where it is the programme's own council.
    pub organisation: Option<Id<Organisation>>,
    /// Whether a councillor or an officer holds it.
    pub kind: Option<PostKind>,
    /// The offices that go with it.
    pub offices: Vec<Office>,
    /// Its tier, of which 1 is the top.
    pub tier: Option<u32>,
    /// Whether it is filled.
    pub state: Option<PostState>,
    /// The phase in which it is brought in.
    pub phase: Option<Id<Phase>>,
    /// From when there is such a post.
    pub since: Option<When>,
    /// Until when.
    pub until: Option<When>,
    /// Who holds it over time; a word alone is a person.
    pub holders: Vec<Holder>,
}

/// Who holds a post.
///
/// ```
/// use programme::{model::{Key, PostKind}, Post, ProgrammeId};
///
/// let key = Key::derive(ProgrammeId::named("example"), "POST1".parse()?);
/// let mut post = Post::new(key, "Leader of the Council");
/// post.kind = Some(PostKind::Councillor);
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PostKind {
    /// An elected member.
    Councillor,
    /// A paid officer.
    Officer,
}

impl Post {
    /// A post of which only the title is known.
    #[must_use]
    pub fn new(key: Key<Self>, title: impl Into<String>) -> Self {
        Self {
            key,
            title: title.into(),
            aliases: Vec::new(),
            organisation: None,
            kind: None,
            offices: Vec::new(),
            tier: None,
            state: None,
            phase: None,
            since: None,
            until: None,
            holders: Vec::new(),
        }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            key,
            title: _,
            aliases: _,
            organisation,
            kind: _,
            offices: _,
            tier: _,
            state: _,
            phase,
            since: _,
            until: _,
            holders: _,
        } = self;
        cite(&key.sources, visit);
        each("organisation", organisation, visit);
        each("phase", phase, visit);
    }
}

/// A code by which a scheme knows an organisation, and from when to when.
///
/// Codes change and councils end: an identifier may have an end, and an organisation successors.
///
/// ```
/// use programme::model::Identifier;
///
/// let code = Identifier { scheme: "gss".into(), code: "E07000242".into(), ..Identifier::default() };
/// assert!(code.until.is_none());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identifier {
    /// The scheme: `gss`.
    pub scheme: String,
    /// The code.
    pub code: String,
    /// From when.
    pub since: Option<When>,
    /// Until when.
    pub until: Option<When>,
}

/// Whose law a council is under.
///
/// See [`Organisation`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Jurisdiction {
    /// England's.
    England,
    /// That of Wales.
    Wales,
    /// Scotland's.
    Scotland,
    /// That of Northern Ireland.
    NorthernIreland,
}

/// By which model a council is governed (LGA 2000 s.9B).
///
/// See [`Organisation`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GovernanceModel {
    /// A leader and a cabinet.
    LeaderAndCabinet,
    /// An elected mayor and a cabinet.
    MayorAndCabinet,
    /// Committees.
    CommitteeSystem,
    /// Arrangements that are prescribed.
    Prescribed,
}

/// Who holds a post, by an id of the council's own that is no name, and from when to when.
///
/// ```
/// use programme::model::Holder;
///
/// let holder = Holder { person: "P-017".into(), ..Holder::default() };
/// assert!(holder.until.is_none());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holder {
    /// Who, by an id that is no name.
    pub person: String,
    /// On what basis.
    pub basis: Option<HolderBasis>,
    /// From when.
    pub since: Option<When>,
    /// Until when; the day itself is the last.
    pub until: Option<When>,
}

/// On what basis somebody holds a post.
///
/// See [`Holder`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HolderBasis {
    /// As its holder.
    Substantive,
    /// In the holder's place.
    Acting,
    /// Until there is a holder.
    Interim,
    /// Together with another.
    JobShare,
}

/// An office that goes with a post, by law or by the constitution.
///
/// See [`Post`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Office {
    /// Head of paid service (LGHA 1989 s.4).
    HeadOfPaidService,
    /// Monitoring officer (LGHA 1989 s.5).
    MonitoringOfficer,
    /// Chief finance officer, or section 151 officer (LGA 1972 s.151).
    ChiefFinanceOfficer,
    /// Director of children's services (Children Act 2004 s.18).
    DirectorOfChildrensServices,
    /// Director of adult social services.
    DirectorOfAdultSocialServices,
    /// Director of public health.
    DirectorOfPublicHealth,
    /// Scrutiny officer (LGA 2000 s.9FB).
    ScrutinyOfficer,
    /// Leader of the executive.
    Leader,
    /// Elected mayor.
    ElectedMayor,
    /// Member of the executive, or portfolio holder.
    ExecutiveMember,
    /// Chair of the council, or civic mayor.
    ChairOfCouncil,
    /// Vice-chair of the council.
    ViceChairOfCouncil,
    /// Chair of overview and scrutiny.
    ScrutinyChair,
    /// Chair of audit.
    AuditChair,
}

/// Whether a post is filled.
///
/// See [`Post`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PostState {
    /// It is only proposed.
    Proposed,
    /// Somebody is being sought.
    BeingFilled,
    /// Nobody holds it.
    Vacant,
    /// Somebody holds it.
    Filled,
    /// There is no such post any more.
    Ended,
}
