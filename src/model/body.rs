//! Bodies and who sits on them.

use super::{
    DocumentRef, Key, Lead, Link, Organisation, ProjectSize, StakeholderGroup, Subject,
    key::{cite, each},
};
use crate::values::{Id, Rhythm, Stated, When};

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
    /// What it is for.
    pub purpose: Option<String>,
    /// Of whom it is made up.
    pub composition: Option<Composition>,
    /// Whether members of several parties sit on it.
    pub cross_party: Option<bool>,
    /// Whether it is to end.
    pub time_limited: Option<bool>,
    /// Whether it is a group without formal standing.
    pub informal: Option<bool>,
    /// Whether it is the programme's own board.
    pub programme: bool,
    /// The size of projects that have one each.
    pub for_projects: Option<ProjectSize>,
    /// The rows over which it is set.
    pub governs: Vec<Subject>,
    /// Its terms of reference.
    pub terms: Option<Id<DocumentRef>>,
    /// What is said of its work programme.
    pub work_programme: Option<String>,
    /// Who chairs it.
    pub chairs: Vec<Lead>,
    /// Who sits on it; a word alone is whose seat it is.
    pub seats: Vec<Seat>,
    /// How many make a quorum.
    pub quorum: Option<u32>,
    /// How far it has come.
    pub state: Option<BodyState>,
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
    /// A sub-committee.
    SubCommittee,
    /// A committee of several councils.
    JointCommittee,
    /// A body that agrees designs.
    DesignAuthority,
    /// A group that ends with its task.
    TaskAndFinishGroup,
    /// A network of people.
    Network,
    /// A board or group of partners.
    Partnership,
    /// A forum or briefing.
    Forum,
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
            purpose: None,
            composition: None,
            cross_party: None,
            time_limited: None,
            informal: None,
            programme: false,
            for_projects: None,
            governs: Vec::new(),
            terms: None,
            work_programme: None,
            chairs: Vec::new(),
            seats: Vec::new(),
            quorum: None,
            state: None,
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
            purpose: _,
            composition: _,
            cross_party: _,
            time_limited: _,
            informal: _,
            programme: _,
            for_projects: _,
            governs,
            terms,
            work_programme: _,
            chairs,
            seats,
            quorum: _,
            state: _,
        } = self;
        cite(&key.sources, visit);
        each("organisation", organisation, visit);
        governs.iter().for_each(|row| visit(Link::new("governs", *row)));
        each("terms", terms, visit);
        chairs.iter().for_each(|lead| lead.visit_links(visit));
        seats.iter().for_each(|part| part.visit_links(visit));
    }
}

/// A seat of a body: who has it by post, by rule or by name of a group, and how many such there are.
///
/// ```
/// use programme::model::{Seat, SeatState};
///
/// let unions = Seat {
///     title: Some("A trade union representative".into()),
///     state: Some(SeatState::ToBeInvited),
///     ..Seat::default()
/// };
/// assert!(unions.holders.is_empty(), "nobody is named");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seat {
    /// Whose seat it is, or the rule by which people have it, in words.
    pub title: Option<String>,
    /// The posts or bodies that have it.
    pub holders: Vec<Lead>,
    /// Who sits there, by an id of the council's own that is no name.
    pub person: Option<String>,
    /// The group for which it is kept.
    pub group: Option<Id<StakeholderGroup>>,
    /// How many such seats there are.
    pub count: Option<Stated>,
    /// In what capacity.
    pub capacity: Option<Capacity>,
    /// Whether it is taken.
    pub state: Option<SeatState>,
    /// What has to be so before it is taken.
    pub condition: Option<String>,
    /// From when.
    pub since: Option<When>,
    /// Until when.
    pub until: Option<When>,
}

impl Seat {
    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            title: _,
            holders,
            person: _,
            group,
            count: _,
            capacity: _,
            state: _,
            condition: _,
            since: _,
            until: _,
        } = self;
        holders.iter().for_each(|lead| lead.visit_links(visit));
        each("group", group, visit);
    }
}

/// In what capacity somebody sits on a body.
///
/// See [`Seat`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Capacity {
    /// With a full say.
    Member,
    /// With a full say, though from outside.
    FullParticipant,
    /// For others.
    Representative,
    /// To support it, without a say.
    Support,
    /// To watch.
    Observer,
}

/// Whether a seat is taken.
///
/// See [`Seat`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SeatState {
    /// Somebody sits there.
    Seated,
    /// Somebody is still to be asked.
    ToBeInvited,
    /// Somebody has been asked.
    Invited,
    /// Nobody sits there.
    Vacant,
}

/// How far a body has come.
///
/// See [`Body`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BodyState {
    /// It is only proposed.
    Proposed,
    /// It is to be set up.
    ToBeEstablished,
    /// It is being set up.
    Forming,
    /// It is set up.
    SetUp,
    /// It has begun to meet.
    Meeting,
    /// It works as a matter of course.
    Embedded,
    /// It is no more.
    Ended,
}

/// Of whom a body is made up.
///
/// See [`Body`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Composition {
    /// Councillors.
    Members,
    /// Officers.
    Officers,
    /// Both.
    Mixed,
}
