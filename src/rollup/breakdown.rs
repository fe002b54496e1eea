//! Progress of groups.

use std::{collections::BTreeMap, iter::Sum};

use chrono::NaiveDate;

use super::{
    Assessment, Grouping, Known, Level, Policy, Progress, Ratio, Reason,
    groups::{gather, keys},
    pass::Pass,
};
use crate::model::{Action, Programme, Subject};

/// Sums of all rows, of each group of them, and of those in no group: progress of actions, or
/// [budgets](crate::finance::Budgets) of lines.
///
/// The total is folded from the rows, each once, and never from the groups: an action that answers
/// two recommendations is in both of their groups.
///
/// ```
/// use programme::{model::{About, Draft, Subject}, rollup::{self, Breakdown, Grouping, Policy}};
/// use programme::{Action, Workstream};
///
/// let mut draft = Draft::new(About::named("example"));
/// let workstream = draft.key("W1".parse()?);
/// let mut placed = Action::new(draft.key("A1".parse()?), "Publish the plan");
/// placed.workstream = Some(workstream.id);
/// let subject = Subject::from(workstream.id);
/// draft.put(placed);
/// draft.put(Action::new(draft.key("A2".parse()?), "Report on the plan"));
/// draft.put(Workstream::new(workstream, "One Budget"));
/// let (programme, on) = (draft.finish()?, "2019-09-04".parse()?);
/// let by: Breakdown<Subject> =
///     rollup::breakdown(&programme, Grouping::Workstream, &Policy::pooled(), on);
/// assert_eq!(by.group(&subject).map(|progress| progress.counted()), Some(1));
/// assert_eq!((by.unassigned.counted(), by.total.counted()), (1, 2));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breakdown<K, S = Progress> {
    /// All rows, each once.
    pub total: S,
    /// Each group; those of a table in the order of references, empty ones included.
    pub groups: Vec<(K, S)>,
    /// Rows in no group.
    pub unassigned: S,
}

impl<K: Ord + Clone, S: Sum + Default> Breakdown<K, S> {
    /// Both together: groups with the same key are merged, others follow in their order.
    ///
    /// Totals add up: both must be of different rows, and under one policy and day.
    ///
    /// ```
    /// use programme::{model::{About, Draft}, rollup::{self, Policy}, Action};
    ///
    /// let on = "2019-09-04".parse()?;
    /// let mut parts = Vec::new();
    /// for name in ["North", "South"] {
    ///     let mut draft = Draft::new(About::named(name));
    ///     let mut action = Action::new(draft.key("A1".parse()?), "Publish the plan");
    ///     action.audiences = vec!["residents".into()];
    ///     draft.put(action);
    ///     let audiences = |action: &Action| action.audiences.clone();
    ///     parts.push(rollup::breakdown_by(&draft.finish()?, &Policy::pooled(), on, audiences));
    /// }
    /// let both = parts.into_iter().reduce(|a, b| a.merge(b)).ok_or("no parts")?;
    /// assert_eq!(both.group(&"residents".to_owned()).map(|p| p.counted()), Some(2));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        let places: BTreeMap<K, usize> =
            self.groups.iter().enumerate().map(|(at, (key, _))| (key.clone(), at)).collect();
        let both = |mine: S, other: S| [mine, other].into_iter().sum::<S>();
        for (key, sums) in other.groups {
            match places.get(&key).and_then(|at| self.groups.get_mut(*at)) {
                Some((_, mine)) => *mine = both(std::mem::take(mine), sums),
                None => self.groups.push((key, sums)),
            }
        }
        self.total = both(self.total, other.total);
        self.unassigned = both(self.unassigned, other.unassigned);
        self
    }
}

impl<K, S> Breakdown<K, S> {
    /// The sums of one group.
    ///
    /// `None` where there is no such group; see [`Breakdown`] for an example.
    #[must_use]
    pub fn group(&self, key: &K) -> Option<&S>
    where
        K: PartialEq,
    {
        self.groups.iter().find(|(other, _)| other == key).map(|(_, sums)| sums)
    }
}

impl<K> Breakdown<K> {
    /// The plain mean of the groups that count anything; actions in no group are one together.
    ///
    /// Milestones in no group are no group: like all that is outside the base, they keep the whole
    /// from being complete and weigh nothing.
    ///
    /// ```
    /// use programme::{model::{About, Draft}, rollup::{self, Grouping, Policy}};
    /// use programme::{values::Timescale, Action, Workstream};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let (first, second) = (draft.key("W1".parse()?), draft.key("W2".parse()?));
    /// let rows = [("A1", "Completed", first.id), ("A2", "", second.id), ("A3", "", second.id)];
    /// for (reference, timescale, workstream) in rows {
    ///     let mut action = Action::new(draft.key(reference.parse()?), "Publish the plan");
    ///     action.timescale = Timescale::read(timescale);
    ///     action.workstream = Some(workstream);
    ///     draft.put(action);
    /// }
    /// draft.put(Workstream::new(first, "One Budget"));
    /// draft.put(Workstream::new(second, "Great Places to Work"));
    /// let (programme, on) = (draft.finish()?, "2019-09-04".parse()?);
    /// let by = rollup::breakdown(&programme, Grouping::Workstream, &Policy::pooled(), on);
    /// let (mean, pooled) = (by.mean(), by.total.assess());
    /// assert_eq!(mean.known().map(|known| known.percent()), Some(50), "of 100 and 0");
    /// assert_eq!(pooled.known().map(|known| known.percent()), Some(33), "one of three");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn mean(&self) -> Assessment {
        let groups = self.groups.iter().map(|(_, progress)| progress);
        let rest = Some(&self.unassigned).filter(|rest| rest.actions() > 0);
        let mut known: Vec<Known> = Vec::new();
        for progress in groups.chain(rest) {
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
                blocked: self.total.is_blocked(),
            })
        };
        shares().map_or_else(Assessment::Unknown, Assessment::Known)
    }
}

/// The progress of a whole programme: the sums of its actions, each once.
///
/// Sums know nothing of groups, whatever the [level](Policy::level) of the policy: the share by the
/// policy's own level is [`assess`]'s to give, and [`Progress::assess`] gives the pooled one.
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
    total.milestones = pass.milestones();
    total
}

/// The progress of a programme and of its groups.
///
/// ```
/// use programme::{model::{About, Draft}, rollup::{self, Grouping, Policy}, Action, Workstream};
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
    sums(&Pass::new(programme, policy, on), by)
}

/// The same, of a pass that is made.
pub(super) fn sums(pass: &Pass<'_>, by: Grouping) -> Breakdown<Subject> {
    let programme = pass.programme;
    let keys = keys(programme, by);
    let mut groups: Vec<Progress> = vec![Progress::default(); keys.len()];
    let mut unassigned = Progress::default();
    let mut total = Progress::default();
    gather(programme, by, (&mut groups, &mut unassigned), |sum, run| {
        pass.add(sum, run.start, run.end);
    });
    // Where each action is in one group at most, the groups and the rest are a partition of them.
    if by.is_partition() {
        groups.iter().chain([&unassigned]).for_each(|group| total.add(group));
    } else {
        pass.add(&mut total, 0, programme.actions().len());
    }
    total.milestones = pass.milestones();
    pass.add_milestones(by, &mut groups, &mut unassigned);
    Breakdown { total, groups: keys.into_iter().zip(groups).collect(), unassigned }
}

/// The progress of a programme and of groups by any key; an action may have several keys or none.
///
/// Keys are asked of every row, parts included, as the row stands: whether a part is where its
/// whole is, is the caller's to say.
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
    total.milestones = pass.milestones();
    unassigned.milestones = total.milestones;
    Breakdown { total, groups: groups.into_iter().collect(), unassigned }
}

/// The share of a whole programme under a policy's own level: pooled, or the mean of its groups.
///
/// ```
/// use programme::{model::{About, Draft}, rollup::{self, Policy}, values::Timescale};
/// use programme::{Action, Recommendation};
///
/// let mut draft = Draft::new(About::named("example"));
/// let advice = draft.key("R1".parse()?);
/// let answers = [("A1", "Completed", true), ("A2", "May 2019", true), ("A3", "Completed", false)];
/// for (reference, timescale, answers) in answers {
///     let mut action = Action::new(draft.key(reference.parse()?), "Publish the plan");
///     action.timescale = Timescale::read(timescale);
///     action.answers.extend(answers.then_some(advice.id));
///     draft.put(action);
/// }
/// draft.put(Recommendation::new(advice, "Tell people of the plan"));
/// let (programme, on) = (draft.finish()?, "2019-09-04".parse()?);
/// let percent = |policy| rollup::assess(&programme, &policy, on).known().map(|k| k.percent());
/// assert_eq!(percent(Policy::pooled()), Some(66), "two of three actions");
/// assert_eq!(percent(Policy::mean()), Some(75), "the mean of 50 and 100");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn assess(programme: &Programme, policy: &Policy, on: NaiveDate) -> Assessment {
    match policy.level {
        Level::Pooled => progress(programme, policy, on).assess(),
        Level::MeanOf(by) => breakdown(programme, by, policy, on).mean(),
    }
}
