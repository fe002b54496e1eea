//! One pass over the actions of a programme.

use std::{borrow::Cow, collections::BTreeMap};

use chrono::NaiveDate;

use super::{
    Continuing, Credit, Grouping, MissingWeight, Policy, Progress, Weighting,
    kernel::add_run,
    progress::Milestones,
    weights::{Gain, Weights},
};
use crate::{
    model::{
        Action, Columns, Lists, Mark, Milestone, Programme, Runs, Shares, State, Subject,
        day_number,
    },
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

impl<'p> Pass<'p> {
    pub(super) fn new(programme: &'p Programme, policy: &'p Policy, on: NaiveDate) -> Self {
        let index = programme.index();
        let plain = policy.credit == Credit::WhenComplete && policy.continuing == Continuing::Apart;
        let weighing = match (policy.weighting, &index.equal) {
            (Weighting::Equal, None) if plain => Weighing::Counts,
            (Weighting::Equal, Some(shares)) => Weighing::Shares(Cow::Borrowed(shares)),
            (weighting, _) => {
                let rows: Vec<Option<u32>> =
                    programme.actions().iter().map(|action| action.weight).collect();
                let stated = |at: usize| match weighting {
                    Weighting::Equal => Some(1),
                    Weighting::Stated { missing: MissingWeight::Refuse } => {
                        rows.get(at).copied().flatten()
                    }
                    Weighting::Stated { missing: MissingWeight::Equal } => {
                        rows.get(at).copied().flatten().or(Some(1))
                    }
                };
                let shares = index.shares(stated);
                shares.map_or(Weighing::Beyond, |s| Weighing::Shares(Cow::Owned(s)))
            }
        };
        let columns = programme.columns(on);
        Self { programme, policy, on, day: day_number(on), columns, weighing }
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
        let as_open = self.policy.continuing == Continuing::AsOpen;
        let counts = state.is_counted() || (as_open && state == State::Continuing);
        if !counts {
            return Weights::default();
        }
        let action = u32::try_from(at).ok().and_then(|at| self.programme.actions().row(at));
        let refuse = Weighting::Stated { missing: MissingWeight::Refuse };
        if self.policy.weighting == refuse && action.is_none_or(|a| a.weight.is_none()) {
            return Weights::missing_leaf();
        }
        let share = shares.share.get(at).copied().unwrap_or(0);
        Weights::of_leaf(shares.unit, share, self.gain(state, action))
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

    /// Groups by one number an action, a run of equal numbers at a time.
    pub(super) fn by_runs(&self, runs: &Runs, groups: &mut [Progress], unassigned: &mut Progress) {
        for (from, to, group) in runs.iter() {
            let sum = group.and_then(|number| groups.get_mut(number));
            self.add(sum.unwrap_or(&mut *unassigned), from, to);
        }
    }

    /// Groups by several numbers an action.
    pub(super) fn by_lists(
        &self,
        lists: &Lists,
        groups: &mut [Progress],
        unassigned: &mut Progress,
    ) {
        for at in 0..self.programme.actions().len() {
            let numbers = lists.of(at);
            if numbers.is_empty() {
                self.add(unassigned, at, at + 1);
            }
            for number in numbers {
                let group = usize::try_from(*number).ok().and_then(|n| groups.get_mut(n));
                if let Some(sum) = group {
                    self.add(sum, at, at + 1);
                }
            }
        }
    }

    /// Groups by keys that are found through other rows.
    pub(super) fn by_rows(
        &self,
        places: &BTreeMap<Subject, u32>,
        of: impl Fn(&Action) -> Vec<Subject>,
        groups: &mut [Progress],
        unassigned: &mut Progress,
    ) {
        for (at, action) in self.programme.actions().into_iter().enumerate() {
            let mut numbers: Vec<u32> =
                of(action).iter().filter_map(|key| places.get(key).copied()).collect();
            numbers.sort_unstable();
            numbers.dedup();
            if numbers.is_empty() {
                self.add(unassigned, at, at + 1);
            }
            for number in numbers.iter().filter_map(|number| usize::try_from(*number).ok()) {
                if let Some(sum) = groups.get_mut(number) {
                    self.add(sum, at, at + 1);
                }
            }
        }
    }

    pub(super) fn milestones(&self, wanted: impl Fn(&Milestone) -> bool) -> Milestones {
        let mut sums = Milestones::default();
        for milestone in self.programme.milestones().into_iter().filter(|m| wanted(m)) {
            match self.programme.milestone_standing(milestone, self.on).status {
                Some(status) if status.is_delivered() => sums.met += 1,
                Some(status) if status.is_excluded() || status == ActionStatus::Possible => {}
                Some(_) => sums.unmet += 1,
                None => sums.unknown += 1,
            }
        }
        sums
    }

    /// Milestones belong to workstreams and phases; other groups have none.
    pub(super) fn add_milestones(
        &self,
        by: Grouping,
        groups: &mut [Progress],
        unassigned: &mut Progress,
    ) {
        if self.programme.milestones().is_empty() {
            return;
        }
        let tables = (self.programme.workstreams(), self.programme.phases());
        let number = |milestone: &Milestone| match by {
            Grouping::Workstream => tables.0.number(milestone.workstream?),
            Grouping::Phase => tables.1.number(milestone.phase?),
            _ => None,
        };
        for (at, sum) in (0_u32..).zip(groups) {
            sum.milestones = self.milestones(|m| number(m) == Some(at));
        }
        unassigned.milestones = self.milestones(|m| number(m).is_none());
    }
}
