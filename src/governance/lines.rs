//! Lines of reporting: from a body or a post up to somebody who can decide.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::tenure::{self, Tenure, Who};
use crate::{
    model::{Body, BodyKind, Programme, Role, RoleKind, Subject},
    values::{Certainty, Id},
};

/// The way from somebody to who can decide, step by step.
///
/// ```
/// use programme::{document::Document, governance::{self, End}, values::Certainty};
///
/// # #[cfg(feature = "json")] {
/// let text = r#"{"format": "programme/1", "programme": {"name": "Example"},
///   "bodies": [{"reference": "BODY1", "name": "Project Board", "kind": "board"},
///     {"reference": "BODY2", "name": "Cabinet", "kind": "executive"}],
///   "reporting_lines": [{"title": "Board to Cabinet", "from": "BODY1", "to": "BODY2"}]}"#;
/// let programme = Document::from_json(text)?.check().strict()?;
/// let board = programme.bodies().by_reference("BODY1".parse()?).ok_or("no board")?;
/// let path = governance::reports_to(&programme, board.key.id.into(), "2020-09-23".parse()?);
/// assert_eq!((path.steps.len(), path.end), (2, End::Decides));
/// assert_eq!(path.certainty, Certainty::Certainly, "the line has no term");
/// # }
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    /// Who is met on the way, from the first to the last. Where a line has several ends, the
    /// shortest way is taken that leads to somebody who can decide.
    pub steps: Vec<Subject>,
    /// How it ends.
    pub end: End,
    /// Whether it certainly ends so on the day, or only may: a line, an owner or a member may not
    /// hold then, or somebody who is met may be able to decide (an officer by delegation, a body of
    /// which the kind is not known).
    pub certainty: Certainty,
}

/// How a line of reporting ends.
///
/// See [`Path`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum End {
    /// With somebody who can decide: a committee, the executive, the council, the senior responsible
    /// owner, or a group that the owner chairs or sits on.
    Decides,
    /// With somebody who cannot, and who reports to nobody.
    Nowhere,
    /// In a ring.
    Ring,
}

/// Where the lines of reporting lead from a body or post, as they are on a day.
///
/// A way that certainly holds goes before one that may.
#[must_use]
pub fn reports_to(programme: &Programme, from: Subject, on: NaiveDate) -> Path {
    let lines = Lines::of(programme, on);
    let sure = lines.walk(from, Certainty::Certainly);
    if sure.end == End::Decides {
        return sure;
    }
    let all = lines.walk(from, Certainty::Possibly);
    match (sure.end, all.end) {
        // A ring that certainly is one.
        (End::Ring, End::Ring) => sure,
        _ => all,
    }
}

/// The lines of reporting on a day, and who can decide: one look through the tables for whoever asks
/// of many.
pub(crate) struct Lines<'p> {
    programme: &'p Programme,
    on: NaiveDate,
    /// Who reports to whom, certainly or possibly.
    steps: Vec<(Subject, Subject, Certainty)>,
    /// To whom somebody reports.
    above: BTreeMap<Subject, Vec<(Subject, Certainty)>>,
    /// Who is the programme's senior responsible owner, alone or with others.
    owners: BTreeMap<Who<'p>, Certainty>,
    chair_roles: BTreeMap<Id<Body>, Vec<&'p Role>>,
}

impl<'p> Lines<'p> {
    pub(crate) fn of(programme: &'p Programme, on: NaiveDate) -> Self {
        let mut steps = Vec::new();
        let mut above: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for line in programme.reporting_lines() {
            let holds = line.holds(on);
            let Some(from) = line.from.filter(|_| holds != Certainty::No) else { continue };
            for to in &line.to {
                steps.push((from, *to, holds));
                above.entry(from).or_default().push((*to, holds));
            }
        }
        let mut owners = BTreeMap::new();
        let roles = tenure::programme_roles(programme, &[RoleKind::SeniorResponsibleOwner]);
        for owner in roles.flat_map(|role| Tenure::of_role(programme, role)) {
            let holds = owner.on(on);
            let known = owners.entry(owner.who).or_insert(holds);
            *known = holds.or(*known);
        }
        let chair_roles = tenure::chair_roles(programme);
        Self { programme, on, steps, above, owners, chair_roles }
    }

    /// Who reports to whom, as certainly as is asked for.
    pub(crate) fn steps(&self, least: Certainty) -> Vec<(Subject, Subject)> {
        let held = self.steps.iter().filter(|(.., holds)| *holds >= least);
        held.map(|(from, to, _)| (*from, *to)).collect()
    }

    /// Whether somebody can decide: a committee, the executive, the council, the senior responsible
    /// owner, or a group that the owner chairs or sits on.
    pub(crate) fn decides(&self, row: Subject) -> Certainty {
        let owner = |who: &Who<'_>| self.owners.get(who).copied().unwrap_or(Certainty::No);
        let body = match row {
            Subject::Post(id) => return owner(&Who::Post(id)),
            Subject::Body(id) => self.programme.get(id),
            _ => None,
        };
        let Some(body) = body else { return Certainty::No };
        if body.kind.is_some_and(can_decide) {
            return Certainty::Certainly;
        }
        let roles = self.chair_roles.get(&body.key.id).map_or(&[][..], Vec::as_slice);
        let chairs = Tenure::of_chairs(self.programme, roles, body).into_iter();
        let members = chairs.chain(Tenure::of_seats(self.programme, body));
        let members = members.map(|member| owner(&member.who).and(member.on(self.on)));
        members.fold(owner(&Who::Body(body.key.id)), Certainty::or)
    }

    /// Everybody whose line leads to somebody who can decide, and those themselves: by lines, and to
    /// people, as certain as is asked for.
    pub(crate) fn reaching(&self, lines: Certainty, people: Certainty) -> BTreeSet<Subject> {
        let steps = self.steps(lines);
        let mut below: BTreeMap<Subject, Vec<Subject>> = BTreeMap::new();
        for (from, to) in &steps {
            below.entry(*to).or_default().push(*from);
        }
        let rows: BTreeSet<Subject> = steps.iter().flat_map(|(from, to)| [*from, *to]).collect();
        let mut ahead: Vec<Subject> =
            rows.into_iter().filter(|row| self.decides(*row) >= people).collect();
        let mut reached: BTreeSet<Subject> = ahead.iter().copied().collect();
        while let Some(row) = ahead.pop() {
            for from in below.get(&row).into_iter().flatten() {
                if reached.insert(*from) {
                    ahead.push(*from);
                }
            }
        }
        reached
    }

    /// Whether it cannot be told if somebody can decide who is not known to: an officer may by
    /// delegation, and of some bodies the kind is not known.
    pub(crate) fn is_unclear(&self, row: Subject) -> bool {
        match row {
            Subject::Body(id) => self.programme.get(id).is_some_and(|body| body.kind.is_none()),
            _ => true,
        }
    }

    /// The way by lines and to people as certain as is asked for.
    fn walk(&self, from: Subject, least: Certainty) -> Path {
        // Breadth first: each row is met once, with the row before it.
        let mut met = vec![(from, None)];
        let mut known = BTreeSet::from([from]);
        let mut at = 0;
        let mut ring = None;
        while let Some((row, _)) = met.get(at).copied() {
            if self.decides(row) >= least {
                return Path { steps: way(&met, at), end: End::Decides, certainty: least };
            }
            let above = self.above.get(&row).into_iter().flatten();
            for (next, _) in above.filter(|(_, holds)| *holds >= least) {
                if known.insert(*next) {
                    met.push((*next, Some(at)));
                } else if ring.is_none() {
                    let behind = way(&met, at);
                    ring = behind.contains(next).then_some(behind);
                }
            }
            at += 1;
        }
        if let Some(steps) = ring {
            return Path { steps, end: End::Ring, certainty: least };
        }
        let unclear = met.iter().any(|(row, _)| self.is_unclear(*row));
        let certainty = if unclear { Certainty::Possibly } else { Certainty::Certainly };
        let steps = way(&met, met.len().saturating_sub(1));
        Path { steps, end: End::Nowhere, certainty }
    }
}

/// The way to a row that was met, from the first.
fn way(met: &[(Subject, Option<usize>)], last: usize) -> Vec<Subject> {
    let found = |at: &usize| met.get(*at).and_then(|(_, before)| *before);
    let mut steps: Vec<Subject> = std::iter::successors(Some(last), found)
        .filter_map(|at| met.get(at).map(|(row, _)| *row))
        .collect();
    steps.reverse();
    steps
}

/// Whether the law opens the meetings of such bodies and their papers (LGA 1972 ss.100A, 100B and
/// 100E; LGA 2000 s.9FA(6); SI 2012/2089): those of boards and groups of officers it does not.
pub(crate) fn meets_in_public(kind: BodyKind) -> bool {
    can_decide(kind) || kind == BodyKind::Scrutiny
}

/// Whether a body of a kind can have power to decide: LGA 1972 s.101 and LGA 2000 s.9E know the
/// council, its committees and its executive, and no boards, forums or briefings.
pub(crate) fn can_decide(kind: BodyKind) -> bool {
    match kind {
        BodyKind::Council
        | BodyKind::Executive
        | BodyKind::Committee
        | BodyKind::SubCommittee
        | BodyKind::JointCommittee => true,
        BodyKind::Scrutiny
        | BodyKind::ManagementTeam
        | BodyKind::Board
        | BodyKind::SteeringGroup
        | BodyKind::WorkingGroup
        | BodyKind::Office
        | BodyKind::Team
        | BodyKind::DesignAuthority
        | BodyKind::TaskAndFinishGroup
        | BodyKind::Network
        | BodyKind::Partnership
        | BodyKind::Forum => false,
    }
}
