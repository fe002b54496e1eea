//! Progress as sums that merge.

use chrono::NaiveDate;

use super::{Ratio, weights::Weights};
use crate::model::State;

/// Progress of any set of actions and milestones as at a day under a policy: exact sums, a
/// commutative monoid under [`merge`](Self::merge) with [`Default`] as zero.
///
/// It never is one number: [`assess`](Self::assess) gives what is confirmed, what is possible and
/// how much is known, and says so where there is nothing to give. Sums made under different
/// policies or for different days do not belong together.
///
/// ```
/// use programme::rollup::{Assessment, Progress, Reason};
///
/// let nothing = Progress::default();
/// assert_eq!(nothing.assess(), Assessment::Unknown(Reason::NoBasis), "not 0, and not 100");
/// assert_eq!(nothing.clone().merge(nothing.clone()), nothing);
/// ```
#[derive(Clone, Debug, Eq)]
pub struct Progress {
    pub(super) states: [u64; State::ALL.len()],
    pub(super) overdue: u64,
    pub(super) overdue_silent: u64,
    pub(super) in_window: u64,
    pub(super) undated: u64,
    pub(super) unpaired: u64,
    /// A day's number, or beyond all days.
    pub(super) oldest_overdue: i32,
    pub(super) next_due: i32,
    pub(super) milestones: Milestones,
    /// Sums of weights; none where every action weighs one and is done or not, and the sums follow
    /// from the counts.
    pub(super) weights: Option<Box<Weights>>,
}

impl PartialEq for Progress {
    /// By what they say; sums of weights may be held or follow from the counts.
    fn eq(&self, other: &Self) -> bool {
        let Self {
            states,
            overdue,
            overdue_silent,
            in_window,
            undated,
            unpaired,
            oldest_overdue,
            next_due,
            milestones,
            weights: _,
        } = other;
        (&self.states, &self.milestones, self.weights()) == (states, milestones, other.weights())
            && [self.overdue, self.overdue_silent, self.in_window, self.undated, self.unpaired]
                == [*overdue, *overdue_silent, *in_window, *undated, *unpaired]
            && (self.oldest_overdue, self.next_due) == (*oldest_overdue, *next_due)
    }
}

impl Default for Progress {
    fn default() -> Self {
        Self {
            states: [0; State::ALL.len()],
            overdue: 0,
            overdue_silent: 0,
            in_window: 0,
            undated: 0,
            unpaired: 0,
            oldest_overdue: i32::MAX,
            next_due: i32::MAX,
            milestones: Milestones::default(),
            weights: None,
        }
    }
}

/// Milestones by what is known of them.
///
/// ```
/// use programme::{model::{About, Draft, StatusNote}, rollup::{self, Policy}};
/// use programme::{values::ActionStatus, Milestone};
///
/// let mut draft = Draft::new(About::named("example"));
/// let mut agreed = Milestone::new(draft.key("M1".parse()?), "New operating model agreed");
/// agreed.status.push(StatusNote::new(ActionStatus::Complete));
/// draft.put(agreed);
/// draft.put(Milestone::new(draft.key("M2".parse()?), "New operating model in place"));
/// let on = "2021-09-30".parse()?;
/// let milestones = rollup::progress(&draft.finish()?, &Policy::pooled(), on).milestones();
/// assert_eq!((milestones.met, milestones.unmet, milestones.unknown), (1, 0, 1));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Milestones {
    /// Stated as met.
    pub met: u64,
    /// Stated as not met.
    pub unmet: u64,
    /// Of which nothing readable was said.
    pub unknown: u64,
}

/// What is known of a share of progress.
///
/// ```
/// use programme::{model::{About, Draft}, rollup::{self, Assessment, Policy, Reason}};
///
/// let programme = Draft::new(About::named("example")).finish()?;
/// let shown = match rollup::assess(&programme, &Policy::pooled(), "2019-09-04".parse()?) {
///     Assessment::Known(known) => format!("{} %", known.percent()),
///     Assessment::Unknown(Reason::NoBasis) => "no action yet".into(),
///     Assessment::Unknown(_) => "–".into(),
/// };
/// assert_eq!(shown, "no action yet");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assessment {
    /// A share, with its bounds.
    Known(Known),
    /// No share, and why.
    Unknown(Reason),
}

/// A share of progress with its bounds: the truth lies between `confirmed` and `possible`.
///
/// ```
/// use programme::{model::{About, Draft}, rollup::{self, Policy, Ratio}};
/// use programme::{values::Timescale, Action};
///
/// let mut draft = Draft::new(About::named("example"));
/// for (reference, timescale) in [("A1", "Completed"), ("A2", "May 2019")] {
///     let mut action = Action::new(draft.key(reference.parse()?), "Publish the plan");
///     action.timescale = Timescale::read(timescale);
///     draft.put(action);
/// }
/// let share = rollup::assess(&draft.finish()?, &Policy::pooled(), "2019-09-04".parse()?);
/// let known = share.known().ok_or("no share")?;
/// assert_eq!(Some(known.confirmed), Ratio::new(1, 2));
/// assert_eq!(known.possible, Ratio::ONE, "A2 may be done: nothing was said");
/// assert_eq!(Some(known.coverage), Ratio::new(1, 2));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// What is done as far as is known; what is unknown counts as not done.
    pub confirmed: Ratio,
    /// What would be done if all that is unknown were.
    pub possible: Ratio,
    /// Whether `possible` itself cannot be reached: something is in progress.
    pub possible_open: bool,
    /// The share of the base of which anything is known.
    pub coverage: Ratio,
    /// Whether something outside the base (a milestone, a proposal, an open choice) keeps it from
    /// being complete.
    pub blocked: bool,
}

/// Why there is no share of progress.
///
/// ```
/// use programme::{model::{About, Draft}, rollup::{self, Assessment, Policy, Reason}};
/// use programme::{values::Timescale, Action};
///
/// let mut draft = Draft::new(About::named("example"));
/// let mut action = Action::new(draft.key("A1".parse()?), "Keep the plan up to date");
/// action.timescale = Timescale::read("On-going");
/// draft.put(action);
/// let share = rollup::assess(&draft.finish()?, &Policy::pooled(), "2019-09-04".parse()?);
/// assert_eq!(share, Assessment::Unknown(Reason::NothingCounted));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// There is no action and no milestone.
    NoBasis,
    /// There are some, and none counts: they continue, are out of the plan, or weigh nothing.
    NothingCounted,
    /// The policy weighs, and a weight is missing.
    WeightMissing,
    /// The exact share is beyond 128 bits.
    NotAssessable,
}

/// How a recommendation, workstream or programme stands, from what it holds.
///
/// ```
/// use programme::{model::{About, Draft}, rollup::{self, NodeState, Policy}};
/// use programme::{values::Timescale, Action};
///
/// let mut draft = Draft::new(About::named("example"));
/// let mut action = Action::new(draft.key("A1".parse()?), "Publish the plan");
/// action.timescale = Timescale::read("Completed");
/// draft.put(action);
/// let progress = rollup::progress(&draft.finish()?, &Policy::pooled(), "2019-09-04".parse()?);
/// assert_eq!(progress.state(), NodeState::ReadyToClose);
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NodeState {
    /// Everything that counts is done; closing it is a decision.
    ReadyToClose,
    /// Begun, or partly known.
    InProgress,
    /// Everything that counts is stated as not started.
    NotStarted,
    /// Everything unfinished is on hold.
    OnHold,
    /// Nothing is known of anything that counts.
    Unknown,
    /// Only commitments without an end.
    Continuing,
    /// Everything was cancelled.
    Cancelled,
    /// Everything was superseded.
    Superseded,
    /// Everything is out of the plan, for more than one reason.
    Excluded,
    /// Nothing is approved or decided yet.
    Undecided,
    /// There is nothing in it.
    Empty,
}

impl Progress {
    /// The progress of both: counts and sums add up, dates take the earlier.
    ///
    /// Commutative and associative, so that parts may be merged in any order.
    ///
    /// ```
    /// use programme::{model::{About, Draft}, rollup::{self, Policy}, Action};
    ///
    /// let on = "2019-09-04".parse()?;
    /// let mut both = Vec::new();
    /// for name in ["first", "second"] {
    ///     let mut draft = Draft::new(About::named(name));
    ///     draft.put(Action::new(draft.key("A1".parse()?), "Publish the plan"));
    ///     both.push(rollup::progress(&draft.finish()?, &Policy::pooled(), on));
    /// }
    /// let (first, second) = (both[0].clone(), both[1].clone());
    /// assert_eq!(first.clone().merge(second.clone()), second.merge(first));
    /// assert_eq!(both.into_iter().sum::<rollup::Progress>().counted(), 2);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        self.add(&other);
        self
    }

    /// Adds another's sums to these.
    pub(super) fn add(&mut self, other: &Self) {
        if self.weights.is_some() || other.weights.is_some() {
            self.weights = Some(Box::new(self.weights().merge(other.weights())));
        }
        for (mine, theirs) in self.states.iter_mut().zip(other.states) {
            *mine = mine.saturating_add(theirs);
        }
        let sums = [
            (&mut self.overdue, other.overdue),
            (&mut self.overdue_silent, other.overdue_silent),
            (&mut self.in_window, other.in_window),
            (&mut self.undated, other.undated),
            (&mut self.unpaired, other.unpaired),
            (&mut self.milestones.met, other.milestones.met),
            (&mut self.milestones.unmet, other.milestones.unmet),
            (&mut self.milestones.unknown, other.milestones.unknown),
        ];
        for (mine, theirs) in sums {
            *mine = mine.saturating_add(theirs);
        }
        self.oldest_overdue = self.oldest_overdue.min(other.oldest_overdue);
        self.next_due = self.next_due.min(other.next_due);
    }

    pub(super) fn weights(&self) -> Weights {
        let derived = || Weights::of_counts(self.counted(), self.complete(), self.unknown());
        self.weights.as_deref().cloned().unwrap_or_else(derived)
    }

    /// How many actions are in a state.
    ///
    /// ```
    /// use programme::{model::{About, Draft, State}, rollup::{self, Policy}};
    /// use programme::{values::Timescale, Action};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let timescales = [("A1", "Completed"), ("A2", "On-going"), ("A3", "May 2019")];
    /// for (reference, timescale) in timescales {
    ///     let mut action = Action::new(draft.key(reference.parse()?), "Publish the plan");
    ///     action.timescale = Timescale::read(timescale);
    ///     draft.put(action);
    /// }
    /// let progress = rollup::progress(&draft.finish()?, &Policy::pooled(), "2019-09-04".parse()?);
    /// assert_eq!(progress.count(State::Continuing), progress.continuing());
    /// let states = State::ALL.iter().map(|state| progress.count(*state));
    /// assert_eq!(states.sum::<u64>(), 3, "each action is in one state");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn count(&self, state: State) -> u64 {
        self.sum(|other| other == state)
    }

    fn sum(&self, wanted: impl Fn(State) -> bool) -> u64 {
        let pairs = State::ALL.iter().zip(self.states);
        pairs.filter(|(state, _)| wanted(**state)).map(|(_, count)| count).sum()
    }

    /// Actions in the base: not continuing, not out of the plan, not divided.
    ///
    /// ```
    /// use programme::{model::{About, Draft}, rollup::{self, Policy}, values::Timescale, Action};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// for (number, timescale) in (1..).zip(["Completed", "On-going", "Cancelled", "TBC"]) {
    ///     let key = draft.key(format!("A{number}").parse()?);
    ///     let mut action = Action::new(key, "Publish the plan");
    ///     action.timescale = Timescale::read(timescale);
    ///     draft.put(action);
    /// }
    /// let progress = rollup::progress(&draft.finish()?, &Policy::pooled(), "2019-09-04".parse()?);
    /// assert_eq!((progress.counted(), progress.complete(), progress.unknown()), (2, 1, 1));
    /// assert_eq!((progress.continuing(), progress.excluded()), (1, 1));
    /// assert_eq!(progress.undated(), 1, "A4 is still to be settled");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn counted(&self) -> u64 {
        self.sum(State::is_counted)
    }

    /// Counted actions that are complete, accepted or not.
    ///
    /// See [`counted`](Self::counted) for an example of this and other counts.
    #[must_use]
    pub fn complete(&self) -> u64 {
        self.sum(State::is_delivered)
    }

    /// Counted actions of which nothing readable was said.
    #[must_use]
    pub fn unknown(&self) -> u64 {
        self.count(State::NotReported)
    }

    /// Commitments without an end.
    #[must_use]
    pub fn continuing(&self) -> u64 {
        self.count(State::Continuing)
    }

    /// Actions that are out of the plan: those of which that is stated. Parts that went with an
    /// action are not counted beside it; they are [`State::AncestorExcluded`].
    #[must_use]
    pub fn excluded(&self) -> u64 {
        self.sum(|state| state.is_excluded() && state != State::AncestorExcluded)
    }

    /// All actions, counted or not.
    pub(super) fn actions(&self) -> u64 {
        self.states.iter().sum()
    }

    /// Whether something outside the base keeps the whole from being complete.
    pub(super) fn is_blocked(&self) -> bool {
        let undecided = self.count(State::Proposed) + self.count(State::Possible);
        self.milestones.unmet + self.milestones.unknown + undecided > 0
    }

    /// Open actions whose last due day is past.
    ///
    /// ```
    /// use programme::{model::{About, Draft}, rollup::{self, Policy}, values::Timescale, Action};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let mut action = Action::new(draft.key("A1".parse()?), "Publish the plan");
    /// action.timescale = Timescale::read("15th May 2019 Cabinet");
    /// draft.put(action);
    /// let progress = rollup::progress(&draft.finish()?, &Policy::pooled(), "2019-05-16".parse()?);
    /// assert_eq!((progress.overdue(), progress.overdue_silent()), (1, 1));
    /// assert_eq!(progress.oldest_overdue(), Some("2019-05-15".parse()?));
    /// assert_eq!(progress.next_due(), None);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn overdue(&self) -> u64 {
        self.overdue
    }

    /// Those of them of which nothing was said.
    #[must_use]
    pub fn overdue_silent(&self) -> u64 {
        self.overdue_silent
    }

    /// Open actions that may fall due on the day itself.
    ///
    /// ```
    /// use programme::{model::{About, Draft}, rollup::{self, Policy}, values::Timescale, Action};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let mut action = Action::new(draft.key("A1".parse()?), "Publish the plan");
    /// action.timescale = Timescale::read("September 2019");
    /// draft.put(action);
    /// let progress = rollup::progress(&draft.finish()?, &Policy::pooled(), "2019-09-04".parse()?);
    /// assert_eq!((progress.in_window(), progress.overdue()), (1, 0));
    /// assert_eq!(progress.next_due(), Some("2019-09-30".parse()?));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn in_window(&self) -> u64 {
        self.in_window
    }

    /// Open actions without a date that can be read.
    #[must_use]
    pub fn undated(&self) -> u64 {
        self.undated
    }

    /// Open actions whose timescale cannot be told from those of others in their row.
    ///
    /// ```
    /// use programme::{model::{About, Draft, PlanRow}, rollup::{self, Policy}, Action, ActionPlan};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let mut plan = ActionPlan::new(draft.key("PLAN1".parse()?), "Peer challenge action plan");
    /// let mut row = PlanRow::default();
    /// row.timescales.push("15th May 2019 Cabinet".into());
    /// for reference in ["A1", "A2"] {
    ///     let action = Action::new(draft.key(reference.parse()?), "Publish the plan");
    ///     row.actions.push(action.key.id);
    ///     draft.put(action);
    /// }
    /// plan.rows.push(row);
    /// draft.put(plan);
    /// let progress = rollup::progress(&draft.finish()?, &Policy::pooled(), "2019-09-04".parse()?);
    /// assert_eq!((progress.unpaired(), progress.overdue()), (2, 0), "one timescale, two actions");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn unpaired(&self) -> u64 {
        self.unpaired
    }

    /// The last due day of what is longest overdue.
    ///
    /// `None` where nothing is overdue.
    #[must_use]
    pub fn oldest_overdue(&self) -> Option<NaiveDate> {
        day(self.oldest_overdue)
    }

    /// The last due day of what falls due next.
    ///
    /// `None` where no open action has a last due day on the day itself or later.
    #[must_use]
    pub fn next_due(&self) -> Option<NaiveDate> {
        day(self.next_due)
    }

    /// Milestones by what is known of them.
    ///
    /// See [`Milestones`] for an example.
    #[must_use]
    pub fn milestones(&self) -> Milestones {
        self.milestones
    }

    /// The share that is done, with its bounds: the pooled share of these actions, each in
    /// proportion to its weight.
    ///
    /// It is pooled whatever the [level](super::Level) of the policy under which the sums were
    /// made, because sums know nothing of groups. A policy that takes the mean of groups is
    /// assessed by [`rollup::assess`](super::assess) or [`Breakdown::mean`](super::Breakdown::mean).
    ///
    /// Milestones are the base where there are no actions at all. Otherwise they carry no weight,
    /// and an unmet one keeps the whole from being complete.
    ///
    /// ```
    /// use programme::{model::{About, Draft}, rollup::{self, Policy}, values::Timescale};
    /// use programme::{Action, Milestone};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let mut action = Action::new(draft.key("A1".parse()?), "Publish the plan");
    /// action.timescale = Timescale::read("Completed");
    /// draft.put(action);
    /// draft.put(Milestone::new(draft.key("M1".parse()?), "New operating model agreed"));
    /// let progress = rollup::progress(&draft.finish()?, &Policy::pooled(), "2019-09-04".parse()?);
    /// let share = progress.assess();
    /// let known = share.known().ok_or("no share")?;
    /// assert!(known.blocked, "nothing is said of the milestone");
    /// assert_eq!(known.percent(), 99);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn assess(&self) -> Assessment {
        let Milestones { met, unmet, unknown } = self.milestones;
        let weights = match self.actions() {
            0 if met + unmet + unknown == 0 => return Assessment::Unknown(Reason::NoBasis),
            0 => Weights::of_milestones(met, unmet, unknown),
            _ => self.weights(),
        };
        weights.assess(self.is_blocked())
    }

    /// How the whole stands. It is never closed by itself: what is done is ready to close.
    ///
    /// ```
    /// use programme::rollup::{NodeState, Progress};
    ///
    /// assert_eq!(Progress::default().state(), NodeState::Empty);
    /// ```
    #[must_use]
    pub fn state(&self) -> NodeState {
        let counted = self.counted();
        let Milestones { met, unmet, unknown } = self.milestones;
        let all = |state: State| self.excluded() > 0 && self.count(state) == self.excluded();
        let undecided = self.count(State::Proposed) + self.count(State::Possible);
        let ready = !self.is_blocked() && self.complete() == counted;
        match counted {
            0 if undecided > 0 => NodeState::Undecided,
            0 if self.continuing() > 0 => NodeState::Continuing,
            0 if all(State::Cancelled) => NodeState::Cancelled,
            0 if all(State::Superseded) => NodeState::Superseded,
            0 if self.sum(State::is_excluded) > 0 => NodeState::Excluded,
            0 if met + unmet + unknown == 0 => NodeState::Empty,
            0 if met + unmet == 0 => NodeState::Unknown,
            _ if ready => NodeState::ReadyToClose,
            0 => NodeState::InProgress,
            n if self.unknown() == n => NodeState::Unknown,
            n if self.count(State::NotStarted) == n => NodeState::NotStarted,
            n if self.count(State::OnHold) == n - self.complete()
                && self.count(State::OnHold) > 0 =>
            {
                NodeState::OnHold
            }
            _ => NodeState::InProgress,
        }
    }
}

impl std::iter::Sum for Progress {
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        parts.fold(Self::default(), Self::merge)
    }
}

/// The day of a number, if it is one.
fn day(number: i32) -> Option<NaiveDate> {
    (number < i32::MAX).then(|| NaiveDate::from_num_days_from_ce_opt(number)).flatten()
}

impl Assessment {
    /// The share with its bounds, if there is one.
    ///
    /// ```
    /// use programme::rollup::Progress;
    ///
    /// assert!(Progress::default().assess().known().is_none());
    /// ```
    #[must_use]
    pub fn known(&self) -> Option<&Known> {
        match self {
            Self::Known(known) => Some(known),
            Self::Unknown(_) => None,
        }
    }
}

impl Known {
    /// The confirmed share as a whole percentage that never says more than is so: rounded down,
    /// 1 for anything above nothing, and 100 only where nothing is left to do.
    ///
    /// ```
    /// use programme::rollup::{Known, Ratio};
    ///
    /// let confirmed = Ratio::new(1, 300).ok_or("no whole")?;
    /// let known = Known {
    ///     confirmed,
    ///     possible: confirmed,
    ///     possible_open: true,
    ///     coverage: Ratio::ONE,
    ///     blocked: false,
    /// };
    /// assert_eq!(known.percent(), 1, "something is done");
    /// # Ok::<_, &str>(())
    /// ```
    #[must_use]
    pub fn percent(&self) -> u8 {
        let percent = self.confirmed.whole_percent();
        if self.blocked { percent.min(99) } else { percent }
    }
}
