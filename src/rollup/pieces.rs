//! What each action and milestone adds to progress by itself, to be summed otherwise.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{
    Assessment, Breakdown, Level, Policy, Progress,
    groups::{keys, number_of_milestone, numbers_of},
    pass::Pass,
};
use crate::model::{Programme, Subject};

/// What one action or milestone adds, and the groups to which it adds, where the policy has some.
#[derive(Clone, Debug)]
pub(crate) struct Piece {
    pub(crate) progress: Progress,
    groups: Vec<Subject>,
}

impl Piece {
    /// Whether it weighs the same, has gained the same, and does so in the same groups.
    pub(crate) fn weighs_as(&self, other: &Self) -> bool {
        self.groups == other.groups
            && self.progress.milestones == other.progress.milestones
            && self.progress.weights().weighs_as(&other.progress.weights())
    }
}

/// The pieces of a programme: summed by [`assess_pieces`] they are assessed as the whole is.
pub(crate) fn pieces(
    programme: &Programme,
    policy: &Policy,
    on: NaiveDate,
) -> BTreeMap<Subject, Piece> {
    let pass = Pass::new(programme, policy, on);
    let level = match policy.level {
        Level::Pooled => None,
        Level::MeanOf(by) => Some((by, keys(programme, by))),
    };
    let named = |numbers: &[u32]| -> Vec<Subject> {
        let all = level.as_ref().map_or(&[][..], |(_, keys)| keys.as_slice());
        let at = numbers.iter().filter_map(|number| usize::try_from(*number).ok());
        at.filter_map(|at| all.get(at).copied()).collect()
    };
    let mut pieces = BTreeMap::new();
    for (at, action) in programme.actions().iter().enumerate() {
        let mut progress = Progress::default();
        pass.add(&mut progress, at, at + 1);
        let numbers = level.as_ref().map(|(by, _)| numbers_of(programme, *by, at));
        let groups = named(&numbers.unwrap_or_default());
        pieces.insert(action.key.id.into(), Piece { progress, groups });
    }
    for milestone in programme.milestones() {
        let number =
            level.as_ref().and_then(|(by, _)| number_of_milestone(programme, *by, milestone));
        let groups = named(number.as_slice());
        let progress = pass.milestone(milestone);
        pieces.insert(milestone.key.id.into(), Piece { progress, groups });
    }
    pieces
}

/// The share of pieces under a policy's own level.
pub(crate) fn assess_pieces<'p>(
    pieces: impl Iterator<Item = &'p Piece>,
    policy: &Policy,
) -> Assessment {
    let mut by = Breakdown {
        total: Progress::default(),
        groups: Vec::new(),
        unassigned: Progress::default(),
    };
    let mut groups: BTreeMap<Subject, Progress> = BTreeMap::new();
    for piece in pieces {
        by.total.add(&piece.progress);
        if piece.groups.is_empty() {
            by.unassigned.add(&piece.progress);
        }
        for group in &piece.groups {
            groups.entry(*group).or_default().add(&piece.progress);
        }
    }
    by.groups = groups.into_iter().collect();
    match policy.level {
        Level::Pooled => by.total.assess(),
        Level::MeanOf(_) => by.mean(),
    }
}
