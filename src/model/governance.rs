//! Organisations, posts and bodies, as far as plans name them.

use super::{
    Key, Link,
    key::{cite, each},
};
use crate::values::{Id, Rhythm, Stated};

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
        Self { key, name: name.into(), aliases: Vec::new(), kind: None }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self { key, name: _, aliases: _, kind: _ } = self;
        cite(&key.sources, visit);
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
        Self { key, title: title.into(), aliases: Vec::new(), organisation: None, kind: None }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self { key, title: _, aliases: _, organisation, kind: _ } = self;
        cite(&key.sources, visit);
        each("organisation", organisation, visit);
    }
}

/// A body: something that meets, decides, steers or does the work together.
///
/// ```
/// use programme::{model::{BodyKind, Key}, Body, ProgrammeId};
///
/// let key = Key::derive(ProgrammeId::named("example"), "BODY1".parse()?);
/// let mut cabinet = Body::new(key, "Cabinet");
/// cabinet.kind = Some(BodyKind::Executive);
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    /// Identity and reference.
    pub key: Key<Self>,
    /// Its name.
    pub name: String,
    /// Other names that are known to mean it.
    pub aliases: Vec<String>,
    /// What it is.
    pub kind: Option<BodyKind>,
    /// Where it belongs; none where it is the programme's own council.
    pub organisation: Option<Id<Organisation>>,
    /// How often it meets.
    pub cadence: Option<Rhythm>,
    /// How many there are, where one row stands for several alike.
    pub count: Option<Stated>,
    /// Who leads it, in words.
    pub led_by: Option<String>,
}

/// What a body is.
///
/// See [`Body`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BodyKind {
    /// The full council.
    Council,
    /// The cabinet or executive.
    Executive,
    /// Overview and scrutiny.
    Scrutiny,
    /// Another committee of the council.
    Committee,
    /// Senior officers together.
    ManagementTeam,
    /// The board of a programme or project.
    Board,
    /// A steering group.
    SteeringGroup,
    /// A working, task or delivery group.
    WorkingGroup,
    /// The office of a post.
    Office,
    /// A team.
    Team,
}

impl Body {
    /// A body of which only the name is known.
    #[must_use]
    pub fn new(key: Key<Self>, name: impl Into<String>) -> Self {
        Self {
            key,
            name: name.into(),
            aliases: Vec::new(),
            kind: None,
            organisation: None,
            cadence: None,
            count: None,
            led_by: None,
        }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            key,
            name: _,
            aliases: _,
            kind: _,
            organisation,
            cadence: _,
            count: _,
            led_by: _,
        } = self;
        cite(&key.sources, visit);
        each("organisation", organisation, visit);
    }
}
