//! One pass over the actions of a programme.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::{
    Continuing, Credit, Grouping, MissingWeight, Policy, Progress, Weighting,
    groups::number_of_milestone,
    kernel::add_run,
    progress::Milestones,
    weights::{Gain, Weights},
};
use crate::{
    model::{Action, Columns, Mark, Milestone, Programme, Shares, State, day_number},
    values::ActionStatus,
};

/// What one pass over the actions of a programme needs.
pub(super) struct Pass<'p> {
    pub(super) programme: &'p Programme,
    policy: &'p Policy,
    pub(super) on: NaiveDate,
    /// The same day as a number.
    day: i32,
    pub(super) columns: Cow<'p, Columns>,
    weighing: Weighing<'p>,
}

/// How leaves are weighed.
enum Weighing<'p> {
    /// Each weighs one and is done or not: weights follow from the counts.
    Counts,
    /// Each has a share of its own.
    Shares(Cow<'p, Shares>),
    /// The common base of the shares is beyond 128 bits.
    Beyond,
}

impl<'p> Weighing<'p> {
    fn of(programme: &'p Programme, policy: &Policy, columns: &Cow<'p, Columns>) -> Self {
        let index = programme.index();
        let apart = policy.continuing == Continuing::Apart;
        // The index has shares for the days that its columns are for.
        let ready = apart && matches!(columns, Cow::Borrowed(_)) && !index.parts.is_empty();
        match policy.weighting {
            Weighting::Equal
                if apart && index.parts.is_empty() && policy.credit == Credit::WhenComplete =>
            {
                return Self::Counts;
            }
            Weighting::Equal if ready => {
                return index
                    .equal
                    .as_ref()
                    .map_or(Self::Beyond, |s| Self::Shares(Cow::Borrowed(s)));
            }
            _ => {}
        }
        let stated: Vec<Option<u32>> = match policy.weighting {
            Weighting::Equal => Vec::new(),
            Weighting::Stated { .. } => programme.actions().iter().map(|a| a.weight).collect(),
        };
        let stated = |at: usize| stated.get(at).copied().flatten();
        let weight = |at: usize| match policy.weighting {
            Weighting::Equal => Some(1),
            Weighting::Stated { missing: MissingWeight::Refuse } => stated(at),
            Weighting::Stated { missing: MissingWeight::Equal } => stated(at).or(Some(1)),
        };
        let shares = index.shares(columns, |state| policy.counts(state), weight);
        shares.map_or(Self::Beyond, |shares| Self::Shares(Cow::Owned(shares)))
    }
}

impl<'p> Pass<'p> {
    pub(super) fn new(programme: &'p Programme, policy: &'p Policy, on: NaiveDate) -> Self {
        let columns = programme.columns(on);
        let weighing = Weighing::of(programme, policy, &columns);
        Self { programme, policy, on, day: day_number(on), columns, weighing }
    }

    /// Whether each action counts by itself, whatever others do.
    pub(super) fn counts_alone(&self) -> bool {
        matches!(self.weighing, Weighing::Counts)
    }

    /// Adds a run of actions to a sum.
    pub(super) fn add(&self, sum: &mut Progress, from: usize, to: usize) {
        let added = match &self.weighing {
            Weighing::Counts => None,
            Weighing::Beyond => Some(Weights::beyond()),
            Weighing::Shares(shares) => {
                let leaves = (from..to).map(|at| self.leaf(at, shares));
                Some(leaves.fold(Weights::default(), Weights::merge))
            }
        };
        if let Some(added) = added {
            let before = sum.weights.take().map_or_else(Weights::default, |weights| *weights);
            sum.weights = Some(Box::new(before.merge(added)));
        }
        add_run(sum, &self.columns, from..to, self.day);
    }

    fn leaf(&self, at: usize, shares: &Shares) -> Weights {
        let Some(state) = self.columns.marks.get(at).map(|m| Mark::of_number(*m).state()) else {
            return Weights::default();
        };
        if !self.policy.counts(state) {
            return Weights::default();
        }
        let action = u32::try_from(at).ok().and_then(|at| self.programme.actions().row(at));
        match shares.of(at) {
            Some(share) => Weights::of_leaf(shares.unit, share, self.gain(state, action)),
            None => Weights::missing_leaf(),
        }
    }

    fn gain(&self, state: State, action: Option<&Action>) -> Gain {
        match (self.policy.credit, state) {
            (_, State::Complete | State::Accepted) => Gain::ALL,
            (_, State::NotReported) => Gain::Unknown,
            (Credit::AsStated, State::InProgress | State::OnHold) => {
                let stated = action.and_then(|a| self.programme.standing(a, self.on).percent);
                stated.map_or(Gain::Begun, |p| Gain::Known(p.hundredths().into()))
            }
            (Credit::ByState { in_progress, .. }, State::InProgress) => Gain::percent(in_progress),
            (Credit::ByState { on_hold, .. }, State::OnHold) => Gain::percent(on_hold),
            _ => Gain::NONE,
        }
    }

    /// All milestones, by what is known of them.
    pub(super) fn milestones(&self) -> Milestones {
        let mut sum = Progress::default();
        for milestone in self.programme.milestones() {
            sum.add(&self.milestone(milestone));
        }
        sum.milestones
    }

    /// What one milestone adds; nothing where it is out of the plan or not decided.
    pub(super) fn milestone(&self, milestone: &Milestone) -> Progress {
        let mut one = Milestones::default();
        match self.programme.milestone_standing(milestone, self.on).status {
            Some(status) if status.is_delivered() => one.met = 1,
            Some(status) if status.is_excluded() || status == ActionStatus::Possible => {}
            Some(_) => one.unmet = 1,
            None => one.unknown = 1,
        }
        Progress { milestones: one, ..Progress::default() }
    }

    /// Adds milestones to their groups.
    pub(super) fn add_milestones(
        &self,
        by: Grouping,
        groups: &mut [Progress],
        unassigned: &mut Progress,
    ) {
        for milestone in self.programme.milestones() {
            let number = number_of_milestone(self.programme, by, milestone);
            let group = number.and_then(|number| groups.get_mut(usize::try_from(number).ok()?));
            group.unwrap_or(&mut *unassigned).add(&self.milestone(milestone));
        }
    }
}
