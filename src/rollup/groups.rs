//! Which actions are in which group.

use std::ops::Range;

use crate::model::{Lists, Milestone, Programme, Recommendation, Runs, Subject};

/// What can order actions into groups.
///
/// A part that has no link of a kind (no recommendation, no workstream, no lead) is where the
/// nearest action above it is that has one.
///
/// ```
/// use programme::{model::{About, Draft}, rollup::{self, Grouping, Policy}};
/// use programme::{Action, Recommendation};
///
/// let mut draft = Draft::new(About::named("example"));
/// let mut action = Action::new(draft.key("A1".parse()?), "Publish the plan");
/// for reference in ["R1", "R2"] {
///     let key = draft.key(reference.parse()?);
///     action.answers.push(key.id);
///     draft.put(Recommendation::new(key, "Tell people of the plan"));
/// }
/// draft.put(action);
/// let (programme, on) = (draft.finish()?, "2019-09-04".parse()?);
/// let by = rollup::breakdown(&programme, Grouping::Recommendation, &Policy::pooled(), on);
/// assert!(by.groups.iter().all(|(_, progress)| progress.counted() == 1));
/// assert_eq!((by.groups.len(), by.total.counted()), (2, 1), "in both, and counted once");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grouping {
    /// By the recommendations that they answer; an action may be in several groups.
    Recommendation,
    /// By the themes of those recommendations.
    Theme,
    /// By workstream.
    Workstream,
    /// By phase.
    Phase,
    /// By the posts and bodies that lead them; an action may be in several groups.
    Lead,
    /// By the review that the recommendations or the plan answer.
    Review,
    /// By plan.
    Plan,
}

impl Grouping {
    /// Whether each action is in one group at most, so that groups and the rest make up the whole.
    pub(crate) fn is_partition(self) -> bool {
        matches!(self, Self::Workstream | Self::Phase | Self::Plan)
    }
}

/// Adds all actions, a run of places at a time, to the sums of their groups or to the rest.
pub(crate) fn gather<S>(
    programme: &Programme,
    by: Grouping,
    (groups, unassigned): (&mut [S], &mut S),
    add: impl Fn(&mut S, Range<usize>),
) {
    let index = programme.index();
    let by_runs = |runs: &Runs, groups: &mut [S], unassigned: &mut S| {
        for (from, to, group) in runs.iter() {
            let sum = group.and_then(|number| groups.get_mut(number));
            add(sum.unwrap_or(&mut *unassigned), from..to);
        }
    };
    let by_numbers = |at: usize, numbers: &[u32], groups: &mut [S], unassigned: &mut S| {
        if numbers.is_empty() {
            add(unassigned, at..at + 1);
        }
        for number in numbers {
            let group = usize::try_from(*number).ok().and_then(|n| groups.get_mut(n));
            if let Some(sum) = group {
                add(sum, at..at + 1);
            }
        }
    };
    let by_lists = |lists: &Lists, groups: &mut [S], unassigned: &mut S| {
        for at in 0..programme.actions().len() {
            by_numbers(at, lists.of(at), groups, unassigned);
        }
    };
    match by {
        Grouping::Workstream => by_runs(&index.workstream, groups, unassigned),
        Grouping::Phase => by_runs(&index.phase, groups, unassigned),
        Grouping::Plan => by_runs(&index.plan, groups, unassigned),
        Grouping::Recommendation => by_lists(&index.recommendations, groups, unassigned),
        Grouping::Lead => by_lists(&index.leads, groups, unassigned),
        Grouping::Theme | Grouping::Review => {
            for at in 0..programme.actions().len() {
                by_numbers(at, &numbers_of(programme, by, at), groups, unassigned);
            }
        }
    }
}

/// Every group of a grouping, in the order of references.
pub(crate) fn keys(programme: &Programme, by: Grouping) -> Vec<Subject> {
    match by {
        Grouping::Recommendation => {
            programme.recommendations().iter().map(|r| r.key.id.into()).collect()
        }
        Grouping::Theme => programme.themes().iter().map(|t| t.key.id.into()).collect(),
        Grouping::Workstream => programme.workstreams().iter().map(|w| w.key.id.into()).collect(),
        Grouping::Phase => programme.phases().iter().map(|p| p.key.id.into()).collect(),
        Grouping::Review => programme.reviews().iter().map(|r| r.key.id.into()).collect(),
        Grouping::Plan => programme.plans().iter().map(|p| p.key.id.into()).collect(),
        Grouping::Lead => {
            let posts = programme.posts().iter().map(|p| p.key.id.into());
            posts.chain(programme.bodies().iter().map(|b| b.key.id.into())).collect()
        }
    }
}

/// The numbers of the groups that an action is in, each once, in their order.
///
/// A part is where its whole is, unless it says otherwise: numbers come from the index, which sees
/// to that, and not from rows.
pub(crate) fn numbers_of(programme: &Programme, by: Grouping, at: usize) -> Vec<u32> {
    let index = programme.index();
    let mut numbers: Vec<u32> = match by {
        Grouping::Recommendation => index.recommendations.of(at).to_vec(),
        Grouping::Workstream => index.workstream.of(at).into_iter().collect(),
        Grouping::Phase => index.phase.of(at).into_iter().collect(),
        Grouping::Plan => index.plan.of(at).into_iter().collect(),
        Grouping::Lead => index.leads.of(at).to_vec(),
        Grouping::Theme => {
            let themes = answered(programme, at).flat_map(|row| &row.themes);
            themes.filter_map(|id| programme.themes().number(*id)).collect()
        }
        Grouping::Review => {
            let number = |id| programme.reviews().number(id);
            let reviews = answered(programme, at).filter_map(|row| row.review);
            let numbers: Vec<u32> = reviews.filter_map(number).collect();
            if numbers.is_empty() {
                let plan = index.plan.of(at).and_then(|plan| programme.plans().row(plan));
                plan.and_then(|plan| plan.review).and_then(number).into_iter().collect()
            } else {
                numbers
            }
        }
    };
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

/// The recommendations that an action answers, itself or through its whole.
fn answered(programme: &Programme, at: usize) -> impl Iterator<Item = &Recommendation> {
    let numbers = programme.index().recommendations.of(at).iter();
    numbers.filter_map(|number| programme.recommendations().row(*number))
}

/// The number of the group that a milestone is in: milestones belong to workstreams and phases, and
/// to no other groups.
pub(super) fn number_of_milestone(
    programme: &Programme,
    by: Grouping,
    milestone: &Milestone,
) -> Option<u32> {
    match by {
        Grouping::Workstream => programme.workstreams().number(milestone.workstream?),
        Grouping::Phase => programme.phases().number(milestone.phase?),
        _ => None,
    }
}
