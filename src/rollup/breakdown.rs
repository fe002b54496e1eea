//! Progress of groups.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{
    Assessment, Continuing, Credit, Known, Level, MissingWeight, Policy, Progress, Ratio, Reason,
    Weighting,
    kernel::add_run,
    progress::Milestones,
    weights::{Gain, Weights},
};
use crate::model::{
    Action, Columns, Grouping, Lists, Mark, Milestone, NONE, Party, Programme, Shares, State,
    Subject,
};
use crate::values::ActionStatus;

/// Progress of all actions, of each group of them, and of those in no group.
///
/// The total is folded from the actions, each once, and never from the groups: an action that
/// answers two recommendations is in both of their groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breakdown<K> {
    /// All actions, each once.
    pub total: Progress,
    /// Each group; those of a table in the order of references, empty ones included.
    pub groups: Vec<(K, Progress)>,
    /// Actions in no group.
    pub unassigned: Progress,
}

impl<K: Ord + Clone> Breakdown<K> {
    /// Both together: groups with the same key are merged, others follow in their order.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        let places: BTreeMap<K, usize> =
            self.groups.iter().enumerate().map(|(at, (key, _))| (key.clone(), at)).collect();
        for (key, progress) in other.groups {
            match places.get(&key).and_then(|at| self.groups.get_mut(*at)) {
                Some((_, mine)) => *mine = std::mem::take(mine).merge(progress),
                None => self.groups.push((key, progress)),
            }
        }
        self.total = self.total.merge(other.total);
        self.unassigned = self.unassigned.merge(other.unassigned);
        self
    }
}

impl<K> Breakdown<K> {
    /// The progress of one group.
    #[must_use]
    pub fn group(&self, key: &K) -> Option<&Progress>
    where
        K: PartialEq,
    {
        self.groups.iter().find(|(other, _)| other == key).map(|(_, progress)| progress)
    }

    /// The plain mean of the groups that count anything; actions in no group are one together.
    #[must_use]
    pub fn mean(&self) -> Assessment {
        let groups = self.groups.iter().map(|(_, progress)| progress);
        let mut known: Vec<Known> = Vec::new();
        for progress in groups.chain(std::iter::once(&self.unassigned)) {
            match progress.assess() {
                Assessment::Known(share) => known.push(share),
                Assessment::Unknown(Reason::NoBasis | Reason::NothingCounted) => {}
                Assessment::Unknown(reason) => return Assessment::Unknown(reason),
            }
        }
        if known.is_empty() {
            return self.total.assess();
        }
        let mean = |of: fn(&Known) -> Ratio| {
            Ratio::mean(known.iter().map(of)).ok_or(Reason::NotAssessable)
        };
        let shares = || {
            Ok(Known {
                confirmed: mean(|k| k.confirmed)?,
                possible: mean(|k| k.possible)?,
                possible_open: known.iter().any(|k| k.possible_open),
                coverage: mean(|k| k.coverage)?,
                blocked: known.iter().any(|k| k.blocked),
            })
        };
        shares().map_or_else(Assessment::Unknown, Assessment::Known)
    }
}

/// The progress of a whole programme.
///
/// ```
/// use programme::{model::{About, Draft}, rollup::{self, Policy}, values::Timescale, Action};
///
/// let mut draft = Draft::new(About::named("example"));
/// for (reference, timescale) in [("A1", "Completed"), ("A2", "On-going"), ("A3", "May 2019")] {
///     let mut action = Action::new(draft.key(reference.parse()?), "Do something");
///     action.timescale = Timescale::read(timescale);
///     draft.put(action);
/// }
/// let on = "2019-09-04".parse()?;
/// let progress = rollup::progress(&draft.finish()?, &Policy::pooled(), on);
/// assert_eq!((progress.complete(), progress.counted(), progress.continuing()), (1, 2, 1));
/// assert_eq!((progress.overdue(), progress.unknown()), (1, 1), "silent, so neither 0 nor done");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn progress(programme: &Programme, policy: &Policy, on: NaiveDate) -> Progress {
    let pass = Pass::new(programme, policy, on);
    let mut total = Progress::default();
    pass.add(&mut total, 0, programme.actions().len());
    total.milestones = pass.milestones(|_| true);
    total
}

/// The progress of a programme and of its groups.
///
/// ```
/// use programme::{model::{About, Draft, Grouping}, rollup::{self, Policy}, Action, Workstream};
///
/// let mut draft = Draft::new(About::named("example"));
/// let workstream = draft.key("W1".parse()?);
/// let mut action = Action::new(draft.key("A1".parse()?), "Do something");
/// action.workstream = Some(workstream.id);
/// draft.put(action);
/// draft.put(Workstream::new(workstream, "One Budget"));
/// let on = "2020-09-23".parse()?;
/// let by = rollup::breakdown(&draft.finish()?, Grouping::Workstream, &Policy::pooled(), on);
/// assert_eq!(by.groups.len(), 1);
/// assert_eq!(by.total.counted(), 1);
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn breakdown(
    programme: &Programme,
    by: Grouping,
    policy: &Policy,
    on: NaiveDate,
) -> Breakdown<Subject> {
    let pass = Pass::new(programme, policy, on);
    let keys = keys(programme, by);
    let mut groups: Vec<Progress> = vec![Progress::default(); keys.len()];
    let mut unassigned = Progress::default();
    let mut total = Progress::default();
    let index = programme.index();
    match by {
        Grouping::Workstream => pass.by_column(&index.workstream, &mut groups, &mut unassigned),
        Grouping::Phase => pass.by_column(&index.phase, &mut groups, &mut unassigned),
        Grouping::Plan => pass.by_column(&index.plan, &mut groups, &mut unassigned),
        Grouping::Recommendation => {
            pass.by_lists(&index.recommendations, &mut groups, &mut unassigned);
        }
        Grouping::Lead => pass.by_lists(&index.leads, &mut groups, &mut unassigned),
        Grouping::Theme | Grouping::Review => {
            let places: BTreeMap<Subject, u32> = keys.iter().copied().zip(0..).collect();
            let of = |action: &Action| far_keys(programme, by, action);
            pass.by_rows(&places, of, &mut groups, &mut unassigned);
        }
    }
    // Where each action is in one group at most, the groups and the rest are a partition of them.
    if matches!(by, Grouping::Workstream | Grouping::Phase | Grouping::Plan) {
        total = groups.iter().cloned().sum::<Progress>().merge(unassigned.clone());
    } else {
        pass.add(&mut total, 0, programme.actions().len());
    }
    total.milestones = pass.milestones(|_| true);
    pass.add_milestones(by, &mut groups, &mut unassigned);
    Breakdown { total, groups: keys.into_iter().zip(groups).collect(), unassigned }
}

/// The progress of a programme and of groups by any key; an action may have several keys or none.
///
/// ```
/// use programme::{model::{About, Draft}, rollup::{self, Policy}, Action};
///
/// let mut draft = Draft::new(About::named("example"));
/// let mut action = Action::new(draft.key("A1".parse()?), "Do something");
/// action.audiences = vec!["residents".into(), "staff".into()];
/// draft.put(action);
/// let on = "2020-09-23".parse()?;
/// let by = rollup::breakdown_by(&draft.finish()?, &Policy::pooled(), on, |action| {
///     action.audiences.clone()
/// });
/// assert_eq!(by.groups.len(), 2);
/// assert_eq!(by.total.counted(), 1, "the total counts each action once");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn breakdown_by<K: Ord + Clone, I: IntoIterator<Item = K>>(
    programme: &Programme,
    policy: &Policy,
    on: NaiveDate,
    key: impl Fn(&Action) -> I,
) -> Breakdown<K> {
    let pass = Pass::new(programme, policy, on);
    let mut groups: BTreeMap<K, Progress> = BTreeMap::new();
    let mut unassigned = Progress::default();
    for (at, action) in programme.actions().into_iter().enumerate() {
        let mut keys: Vec<K> = key(action).into_iter().collect();
        keys.sort();
        keys.dedup();
        if keys.is_empty() {
            pass.add(&mut unassigned, at, at + 1);
        }
        for key in keys {
            pass.add(groups.entry(key).or_default(), at, at + 1);
        }
    }
    let mut total = Progress::default();
    pass.add(&mut total, 0, programme.actions().len());
    total.milestones = pass.milestones(|_| true);
    unassigned.milestones = total.milestones;
    Breakdown { total, groups: groups.into_iter().collect(), unassigned }
}

/// The share of a whole programme under a policy's own level: pooled, or the mean of its groups.
#[must_use]
pub fn assess(programme: &Programme, policy: &Policy, on: NaiveDate) -> Assessment {
    match policy.level {
        Level::Pooled => progress(programme, policy, on).assess(),
        Level::MeanOf(by) => breakdown(programme, by, policy, on).mean(),
    }
}

fn keys(programme: &Programme, by: Grouping) -> Vec<Subject> {
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

/// The groups of one action.
pub(super) fn keys_of(programme: &Programme, by: Grouping, action: &Action) -> Vec<Subject> {
    match by {
        Grouping::Recommendation => action.answers.iter().map(|id| Subject::from(*id)).collect(),
        Grouping::Workstream => action.workstream.map(Subject::from).into_iter().collect(),
        Grouping::Phase => action.phase.map(Subject::from).into_iter().collect(),
        Grouping::Plan => action.plan.map(Subject::from).into_iter().collect(),
        Grouping::Lead => {
            let party = |lead: &crate::model::Lead| match lead.party {
                Party::Post(post) => Some(Subject::from(post)),
                Party::Body(body) => Some(Subject::from(body)),
                Party::Unknown => None,
            };
            action.leads.iter().filter_map(party).collect()
        }
        Grouping::Theme | Grouping::Review => far_keys(programme, by, action),
    }
}

/// Groups that an action reaches through its recommendations, or through its plan.
fn far_keys(programme: &Programme, by: Grouping, action: &Action) -> Vec<Subject> {
    let answered = action.answers.iter().filter_map(|id| programme.get(*id));
    if by == Grouping::Theme {
        return answered.flat_map(|r| &r.themes).map(|id| Subject::from(*id)).collect();
    }
    let reviews: Vec<Subject> = answered.filter_map(|r| r.review).map(Subject::from).collect();
    if !reviews.is_empty() {
        return reviews;
    }
    let plan = action.plan.and_then(|id| programme.get(id));
    plan.and_then(|plan| plan.review).map(Subject::from).into_iter().collect()
}

/// What one pass over the actions of a programme needs.
pub(super) struct Pass<'p> {
    pub(super) programme: &'p Programme,
    policy: &'p Policy,
    pub(super) on: NaiveDate,
    pub(super) columns: std::borrow::Cow<'p, Columns>,
    weighing: Weighing<'p>,
}

/// How leaves are weighed.
enum Weighing<'p> {
    /// Each weighs one and is done or not: weights follow from the counts.
    Counts,
    /// Each has a share of its own.
    Shares(std::borrow::Cow<'p, Shares>),
    /// The common base of the shares is beyond 128 bits.
    Beyond,
}

impl<'p> Pass<'p> {
    pub(super) fn new(programme: &'p Programme, policy: &'p Policy, on: NaiveDate) -> Self {
        let index = programme.index();
        let plain = policy.credit == Credit::WhenComplete && policy.continuing == Continuing::Apart;
        let weighing = match (policy.weighting, &index.equal) {
            (Weighting::Equal, None) if plain => Weighing::Counts,
            (Weighting::Equal, Some(shares)) => {
                Weighing::Shares(std::borrow::Cow::Borrowed(shares))
            }
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
                shares.map_or(Weighing::Beyond, |s| Weighing::Shares(std::borrow::Cow::Owned(s)))
            }
        };
        Self { programme, policy, on, columns: programme.columns(on), weighing }
    }

    /// Adds a run of actions to a sum.
    pub(super) fn add(&self, sum: &mut Progress, from: usize, to: usize) {
        let before = (sum.counted(), sum.complete(), sum.unknown());
        add_run(sum, &self.columns, from..to, self.on);
        let added = match &self.weighing {
            Weighing::Counts => Weights::of_counts(
                sum.counted() - before.0,
                sum.complete() - before.1,
                sum.unknown() - before.2,
            ),
            Weighing::Beyond => Weights::beyond(),
            Weighing::Shares(shares) => {
                let leaves = (from..to).map(|at| self.leaf(at, shares));
                leaves.fold(Weights::default(), Weights::merge)
            }
        };
        sum.weights = std::mem::take(&mut sum.weights).merge(added);
    }

    fn leaf(&self, at: usize, shares: &Shares) -> Weights {
        let Some(state) = self.columns.marks.get(at).map(|m| Mark::of_number(*m).state()) else {
            return Weights::default();
        };
        let open = self.policy.continuing == Continuing::AsOpen;
        if !state.is_counted() && !(open && state == State::Continuing) {
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
                let note = action.and_then(|a| self.programme.standing(a, self.on).note);
                let stated = note.and_then(|note| note.percent.as_ref()?.value().copied());
                stated.map_or(Gain::Begun, |p| Gain::Known(p.hundredths().into()))
            }
            (Credit::ByState { in_progress, .. }, State::InProgress) => Gain::percent(in_progress),
            (Credit::ByState { on_hold, .. }, State::OnHold) => Gain::percent(on_hold),
            _ => Gain::NONE,
        }
    }

    /// Groups by a column with one number an action, a run of equal numbers at a time.
    fn by_column(&self, column: &[u32], groups: &mut [Progress], unassigned: &mut Progress) {
        let mut from = 0;
        for run in column.chunk_by(|a, b| a == b) {
            let group = run.first().copied().filter(|number| *number != NONE);
            let group = group.and_then(|number| usize::try_from(number).ok());
            let sum = group.and_then(|number| groups.get_mut(number));
            self.add(sum.unwrap_or(&mut *unassigned), from, from + run.len());
            from += run.len();
        }
    }

    /// Groups by several numbers an action.
    fn by_lists(&self, lists: &Lists, groups: &mut [Progress], unassigned: &mut Progress) {
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
    fn by_rows(
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

    fn milestones(&self, wanted: impl Fn(&Milestone) -> bool) -> Milestones {
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
    fn add_milestones(&self, by: Grouping, groups: &mut [Progress], unassigned: &mut Progress) {
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
