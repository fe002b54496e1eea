//! How progress is reckoned, as data.

use super::Grouping;
use crate::model::State;

/// How progress is reckoned. A figure without its policy says nothing: the same plan comes to
/// anything between 0 and 100 per cent under rules in use, so every result carries the one that
/// made it.
///
/// ```
/// use programme::rollup::{Level, Policy};
///
/// assert_eq!(Policy::pooled().level, Level::Pooled);
/// assert_eq!(Policy::default(), Policy::pooled());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// Its name, for people.
    pub name: String,
    /// Its version: another one wherever its meaning changes.
    pub version: u32,
    /// Where numerators and denominators are added up.
    pub level: Level,
    /// What an action that is not complete is worth.
    pub credit: Credit,
    /// What an action weighs.
    pub weighting: Weighting,
    /// Where commitments without an end are counted.
    pub continuing: Continuing,
}

/// Where numerators and denominators are added up.
///
/// ```
/// use programme::rollup::{Grouping, Level, Policy};
///
/// let by_workstream = Policy {
///     name: "mean of workstreams".into(),
///     level: Level::MeanOf(Grouping::Workstream),
///     ..Policy::pooled()
/// };
/// assert_ne!(by_workstream, Policy::mean(), "that one is of recommendations");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Level {
    /// Over all leaves: subtotals reconcile, and regrouping changes nothing.
    Pooled,
    /// Within each group, and then the plain mean of the groups that count anything; actions in no
    /// group are one group together.
    MeanOf(Grouping),
}

/// What an action that is not complete is worth.
///
/// ```
/// use programme::{model::{About, Draft, StatusNote}, rollup::{self, Credit, Policy}};
/// use programme::{values::ActionStatus, Action};
///
/// let mut draft = Draft::new(About::named("example"));
/// let mut action = Action::new(draft.key("A1".parse()?), "Publish the plan");
/// action.status.push(StatusNote::new(ActionStatus::InProgress));
/// draft.put(action);
/// let (programme, on) = (draft.finish()?, "2019-09-04".parse()?);
/// let percent = |credit| {
///     let policy = Policy { credit, ..Policy::pooled() };
///     rollup::assess(&programme, &policy, on).known().map(|known| known.percent())
/// };
/// assert_eq!(percent(Credit::WhenComplete), Some(0));
/// assert_eq!(percent(Credit::ByState { in_progress: 50, on_hold: 0 }), Some(50));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Credit {
    /// Nothing until it is complete.
    WhenComplete,
    /// The percentage stated for it; where none is, somewhere from nothing up to less than all.
    AsStated,
    /// A fixed percentage (0 to 100) for each state.
    ByState {
        /// What a started action is worth.
        in_progress: u8,
        /// What an action on hold is worth.
        on_hold: u8,
    },
}

/// What an action weighs. Sub-actions share the weight of their action whatever the policy; those
/// that are outside the base have no share, and what they would have had falls to the others.
///
/// ```
/// use programme::{model::{About, Draft}, rollup::{self, MissingWeight, Policy, Weighting}};
/// use programme::{values::Timescale, Action};
///
/// let mut draft = Draft::new(About::named("example"));
/// for (reference, timescale, weight) in [("A1", "Completed", 3), ("A2", "May 2019", 1)] {
///     let mut action = Action::new(draft.key(reference.parse()?), "Publish the plan");
///     action.timescale = Timescale::read(timescale);
///     action.weight = Some(weight);
///     draft.put(action);
/// }
/// let weighting = Weighting::Stated { missing: MissingWeight::Refuse };
/// let policy = Policy { weighting, ..Policy::pooled() };
/// let share = rollup::assess(&draft.finish()?, &policy, "2019-09-04".parse()?);
/// assert_eq!(share.known().map(|known| known.percent()), Some(75));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Weighting {
    /// All actions the same.
    Equal,
    /// As stated on each action.
    Stated {
        /// What to do where none is stated.
        missing: MissingWeight,
    },
}

/// What to do about an action without a weight, under a policy that weighs.
///
/// ```
/// use programme::{model::{About, Draft}, Action};
/// use programme::rollup::{self, Assessment, MissingWeight, Policy, Reason, Weighting};
///
/// let mut draft = Draft::new(About::named("example"));
/// draft.put(Action::new(draft.key("A1".parse()?), "Publish the plan"));
/// let weighting = Weighting::Stated { missing: MissingWeight::Refuse };
/// let policy = Policy { weighting, ..Policy::pooled() };
/// let share = rollup::assess(&draft.finish()?, &policy, "2019-09-04".parse()?);
/// assert_eq!(share, Assessment::Unknown(Reason::WeightMissing));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MissingWeight {
    /// Say that the figure cannot be made: not for the action itself, nor for its parts, nor for
    /// the siblings that it shares with.
    Refuse,
    /// Take it as 1.
    Equal,
}

/// Where commitments without an end are counted.
///
/// ```
/// use programme::{model::{About, Draft}, rollup::{self, Continuing, Policy}};
/// use programme::{values::Timescale, Action};
///
/// let mut draft = Draft::new(About::named("example"));
/// for (reference, timescale) in [("A1", "Completed"), ("A2", "On-going")] {
///     let mut action = Action::new(draft.key(reference.parse()?), "Publish the plan");
///     action.timescale = Timescale::read(timescale);
///     draft.put(action);
/// }
/// let (programme, on) = (draft.finish()?, "2019-09-04".parse()?);
/// let percent = |continuing| {
///     let policy = Policy { continuing, ..Policy::pooled() };
///     rollup::assess(&programme, &policy, on).known().map(|known| known.percent())
/// };
/// assert_eq!(percent(Continuing::Apart), Some(100));
/// assert_eq!(percent(Continuing::AsOpen), Some(50));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Continuing {
    /// Apart: they can never complete.
    Apart,
    /// In the base, as never complete: how trackers without the notion reckon.
    AsOpen,
}

impl Policy {
    /// The default: each action one vote, done or not, continuing commitments apart, pooled.
    #[must_use]
    pub fn pooled() -> Self {
        Self {
            name: "pooled".into(),
            version: 1,
            level: Level::Pooled,
            credit: Credit::WhenComplete,
            weighting: Weighting::Equal,
            continuing: Continuing::Apart,
        }
    }

    /// Whether an action in a state is in the base.
    pub(super) fn counts(&self, state: State) -> bool {
        let as_open = self.continuing == Continuing::AsOpen;
        state.is_counted() || (as_open && state == State::Continuing)
    }

    /// The mean of the recommendations' own shares, continuing commitments apart.
    ///
    /// ```
    /// use programme::rollup::{Grouping, Level, Policy};
    ///
    /// assert_eq!(Policy::mean().level, Level::MeanOf(Grouping::Recommendation));
    /// ```
    #[must_use]
    pub fn mean() -> Self {
        Self {
            name: "mean of recommendations".into(),
            level: Level::MeanOf(Grouping::Recommendation),
            ..Self::pooled()
        }
    }

    /// The mean of the recommendations' own shares with continuing commitments as never complete.
    ///
    /// ```
    /// use programme::rollup::{Continuing, Policy};
    ///
    /// assert_eq!(Policy::legacy().continuing, Continuing::AsOpen);
    /// assert_eq!(Policy::legacy().level, Policy::mean().level);
    /// ```
    #[must_use]
    pub fn legacy() -> Self {
        Self {
            name: "mean of recommendations, continuing as open".into(),
            continuing: Continuing::AsOpen,
            ..Self::mean()
        }
    }
}

impl Default for Policy {
    fn default() -> Self {
        Self::pooled()
    }
}
