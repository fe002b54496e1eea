//! Lines of reporting: from a body or a post up to somebody who can decide.

use chrono::NaiveDate;

use crate::{
    model::{BodyKind, Lead, Party, Programme, RoleKind, Subject},
    values::Certainty,
};

/// The way from somebody to who can decide, step by step.
///
/// ```
/// use programme::{document::Document, governance::{self, End}};
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
}

/// How a line of reporting ends.
///
/// See [`Path`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum End {
    /// With somebody who can decide: a committee, the executive, the council, or the senior
    /// responsible owner.
    Decides,
    /// With somebody who cannot, and who reports to nobody.
    Nowhere,
    /// In a ring.
    Ring,
}

/// Where the lines of reporting lead from a body or post, as they are on a day.
#[must_use]
pub fn reports_to(programme: &Programme, from: Subject, on: NaiveDate) -> Path {
    let lines = Lines::new(programme, on);
    // Breadth first: each row is met once, with the row before it.
    let mut met = vec![(from, None)];
    let mut at = 0;
    let mut ring = None;
    while let Some((row, _)) = met.get(at).copied() {
        if lines.decides(row) {
            return Path { steps: way(&met, at), end: End::Decides };
        }
        for next in lines.above(row) {
            if met.iter().any(|(other, _)| *other == next) {
                let behind = way(&met, at);
                if behind.contains(&next) && ring.is_none() {
                    ring = Some(behind);
                }
            } else {
                met.push((next, Some(at)));
            }
        }
        at += 1;
    }
    match ring {
        Some(steps) => Path { steps, end: End::Ring },
        None => Path { steps: way(&met, met.len().saturating_sub(1)), end: End::Nowhere },
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

struct Lines<'p> {
    programme: &'p Programme,
    on: NaiveDate,
}

impl<'p> Lines<'p> {
    fn new(programme: &'p Programme, on: NaiveDate) -> Self {
        Self { programme, on }
    }

    fn above(&self, row: Subject) -> impl Iterator<Item = Subject> {
        let lines = self.programme.reporting_lines().into_iter();
        let held = lines
            .filter(move |line| line.from == Some(row) && line.holds(self.on) != Certainty::No);
        held.flat_map(|line| line.to.iter().copied())
    }

    fn decides(&self, row: Subject) -> bool {
        match row {
            Subject::Body(id) => self.programme.get(id).is_some_and(|body| {
                body.kind.is_some_and(can_decide) || self.is_owner(Party::Body(id))
            }),
            Subject::Post(id) => self.is_owner(Party::Post(id)),
            _ => false,
        }
    }

    /// Whether somebody is the programme's senior responsible owner, alone or with others.
    fn is_owner(&self, party: Party) -> bool {
        self.programme.roles().into_iter().any(|role| {
            role.kind == Some(RoleKind::SeniorResponsibleOwner)
                && role.of.is_none()
                && role.holds(self.on) != Certainty::No
                && role.holders.iter().any(|lead: &Lead| lead.party == party)
        })
    }
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
