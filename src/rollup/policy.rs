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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Level {
    /// Over all leaves: subtotals reconcile, and regrouping changes nothing.
    Pooled,
    /// Within each group, and then the plain mean of the groups that count anything; actions in no
    /// group are one group together.
    MeanOf(Grouping),
}

/// What an action that is not complete is worth.
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MissingWeight {
    /// Say that the figure cannot be made: not for the action itself, nor for its parts, nor for
    /// the siblings that it shares with.
    Refuse,
    /// Take it as 1.
    Equal,
}

/// Where commitments without an end are counted.
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
    #[must_use]
    pub fn mean() -> Self {
        Self {
            name: "mean of recommendations".into(),
            level: Level::MeanOf(Grouping::Recommendation),
            ..Self::pooled()
        }
    }

    /// The mean of the recommendations' own shares with continuing commitments as never complete.
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
