//! Roles, and who reports to whom.

use super::{
    Key, Lead, Link, Phase, Post, ProjectSize, Subject,
    key::{cite, each},
};
use crate::values::{Id, When};

/// A role in a programme and who has it: sponsor, senior responsible owner, programme director and so on.
///
/// A post exists without the programme; a role is what somebody does in it. Who shares a role that one person should have stands as written, and rules report it.
///
/// ```
/// use programme::{model::{Key, Lead, Role, RoleKind}, ProgrammeId};
///
/// let key = Key::derive(ProgrammeId::named("example"), "ROLE1".parse()?);
/// let mut role = Role::new(key, "Senior Responsible Owner");
/// role.kind = Some(RoleKind::SeniorResponsibleOwner);
/// role.holders = vec![Lead::named("Chief Executive"), Lead::named("Executive Directors")];
/// role.collective = Some(true);
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// Identity and reference.
    pub key: Key<Self>,
    /// What it is called.
    pub title: String,
    /// Which role it is.
    pub kind: Option<RoleKind>,
    /// Who has it; none where nobody is named.
    pub holders: Vec<Lead>,
    /// The row in which they have it; none where it is the programme.
    pub of: Option<Subject>,
    /// How they are involved.
    pub involvement: Option<Involvement>,
    /// What they answer for.
    pub answers_for: Option<String>,
    /// Whether several are said to have it together.
    pub collective: Option<bool>,
    /// The post for which they act.
    pub on_behalf_of: Option<Id<Post>>,
    /// The size of projects for which there is one.
    pub size: Option<ProjectSize>,
    /// When there is one, in words.
    pub condition: Option<String>,
    /// What belongs to it.
    pub aspects: Vec<String>,
    /// Whether those who have it may carry it out differently.
    pub may_vary: Option<bool>,
    /// What it is for.
    pub purpose: Option<String>,
    /// The phase in which it is brought in.
    pub phase: Option<Id<Phase>>,
    /// From when.
    pub since: Option<When>,
    /// Until when.
    pub until: Option<When>,
}

impl Role {
    /// One of which only the substance is known.
    #[must_use]
    pub fn new(key: Key<Self>, title: impl Into<String>) -> Self {
        Self {
            key,
            title: title.into(),
            kind: None,
            holders: Vec::new(),
            of: None,
            involvement: None,
            answers_for: None,
            collective: None,
            on_behalf_of: None,
            size: None,
            condition: None,
            aspects: Vec::new(),
            may_vary: None,
            purpose: None,
            phase: None,
            since: None,
            until: None,
        }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            key,
            title: _,
            kind: _,
            holders,
            of,
            involvement: _,
            answers_for: _,
            collective: _,
            on_behalf_of,
            size: _,
            condition: _,
            aspects: _,
            may_vary: _,
            purpose: _,
            phase,
            since: _,
            until: _,
        } = self;
        cite(&key.sources, visit);
        holders.iter().for_each(|lead| lead.visit_links(visit));
        of.iter().for_each(|row| visit(Link::new("of", *row)));
        each("on_behalf_of", on_behalf_of, visit);
        each("phase", phase, visit);
    }
}

/// A role in a programme or a project.
///
/// See [`Role`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RoleKind {
    /// Champions it and answers for it politically or at the top.
    Sponsor,
    /// The one person who answers for it.
    SeniorResponsibleOwner,
    /// Leads it from day to day.
    ProgrammeDirector,
    /// Runs it.
    ProgrammeManager,
    /// Leads it politically from day to day.
    DayToDayLead,
    /// Leads a workstream.
    WorkstreamLead,
    /// Champions a project.
    ProjectSponsor,
    /// Runs a project.
    ProjectManager,
    /// Leads a project that has no manager.
    ProjectLead,
    /// Brings the change about in a service.
    BusinessChangeManager,
    /// Answers for a benefit.
    BenefitOwner,
    /// Answers for a risk.
    RiskOwner,
    /// Agrees designs.
    DesignAuthority,
    /// Leads the programme office.
    ProgrammeOffice,
    /// Wrote a paper.
    Author,
    /// Answers for a paper.
    ResponsibleOfficer,
    /// Takes questions on a paper.
    Contact,
    /// Spreads it among colleagues.
    Champion,
    /// Leads in a community, as councillors do.
    CommunityLeader,
}

/// How somebody is involved in a matter. One is accountable; several may be the others.
///
/// See [`Role`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Involvement {
    /// Answers for it; cannot be delegated.
    Accountable,
    /// Does it.
    Responsible,
    /// Is asked before.
    Consulted,
    /// Is told after.
    Informed,
}

/// Who reports to whom, and since when: one line of a chart that may change.
///
/// ```
/// use programme::{model::{Key, ReportingLine}, ProgrammeId, values::PartialDate};
///
/// let key = Key::derive(ProgrammeId::named("example"), "RL1".parse()?);
/// let mut line = ReportingLine::new(key, "Project Boards report to the Programme Board");
/// line.since = Some("September 2020".parse::<PartialDate>()?.into());
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportingLine {
    /// Identity and reference.
    pub key: Key<Self>,
    /// Who reports to whom, in short.
    pub title: String,
    /// The body, post, workstream or other row that reports.
    pub from: Option<Subject>,
    /// Whether it is the programme itself that reports.
    pub programme: bool,
    /// Who reports, in words, where that is no row.
    pub of: Option<String>,
    /// The bodies or posts to which they report; where there are several, whichever fits.
    pub to: Vec<Subject>,
    /// From when.
    pub since: Option<When>,
    /// Until when.
    pub until: Option<When>,
    /// Why it is so, or changed.
    pub reason: Option<String>,
}

impl ReportingLine {
    /// One of which only the substance is known.
    #[must_use]
    pub fn new(key: Key<Self>, title: impl Into<String>) -> Self {
        Self {
            key,
            title: title.into(),
            from: None,
            programme: false,
            of: None,
            to: Vec::new(),
            since: None,
            until: None,
            reason: None,
        }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self { key, title: _, from, programme: _, of: _, to, since: _, until: _, reason: _ } =
            self;
        cite(&key.sources, visit);
        from.iter().for_each(|row| visit(Link::new("from", *row)));
        to.iter().for_each(|row| visit(Link::new("to", *row)));
    }
}
