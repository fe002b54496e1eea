//! How an action counts.

use crate::values::ActionStatus;

/// How an action counts, as at a day.
///
/// A continuing commitment ends when it is stated as complete, and counts as that from then on; a
/// later statement that it goes on takes that back. No other statement ends it but one that takes
/// it out of the plan.
///
/// An action with parts counts through them ([`Divided`](Self::Divided)), whatever is stated of it.
/// When it is out of the plan, so are its parts: open ones are
/// [`AncestorExcluded`](Self::AncestorExcluded), finished ones still count, because dropping them
/// would rewrite the past. While it is not approved or decided, no part of it counts, finished or
/// not: each is [`Proposed`](Self::Proposed) or [`Possible`](Self::Possible) with it.
///
/// ```
/// use programme::{model::{About, Draft, State}, Action};
///
/// let mut draft = Draft::new(About::named("example"));
/// let whole = draft.key("A1".parse()?);
/// let mut part = Action::new(draft.key("A1.1".parse()?), "Draft the plan");
/// part.parent = Some(whole.id);
/// draft.put(Action::new(whole, "Publish the plan"));
/// draft.put(part);
/// let states: Vec<_> = draft.finish()?.states("2019-09-04".parse()?).collect();
/// assert_eq!(states, [State::Divided, State::NotReported], "counted through its part");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum State {
    /// Counted; nothing readable has been said of it.
    NotReported,
    /// Counted; stated as not started.
    NotStarted,
    /// Counted; stated as in progress.
    InProgress,
    /// Counted; stated as on hold.
    OnHold,
    /// Counted; stated as complete.
    Complete,
    /// Counted; complete and accepted.
    Accepted,
    /// A commitment without an end: counted apart.
    Continuing,
    /// Not yet approved, or a part of what is not: outside the base.
    Proposed,
    /// An option that is not decided, or a part of one: outside the base.
    Possible,
    /// Out of the plan: cancelled.
    Cancelled,
    /// Out of the plan: another action replaces it.
    Superseded,
    /// Out of the plan: taken into another.
    Merged,
    /// Out of the plan: the same as another.
    Duplicate,
    /// Out of the plan: not approved.
    Rejected,
    /// Out of the plan: handed elsewhere.
    Transferred,
    /// Out of the plan with the action that it is a part of.
    AncestorExcluded,
    /// Counted through its sub-actions.
    Divided,
}

impl State {
    /// Every state, in the order of its number.
    pub const ALL: [Self; 17] = [
        Self::NotReported,
        Self::NotStarted,
        Self::InProgress,
        Self::OnHold,
        Self::Complete,
        Self::Accepted,
        Self::Continuing,
        Self::Proposed,
        Self::Possible,
        Self::Cancelled,
        Self::Superseded,
        Self::Merged,
        Self::Duplicate,
        Self::Rejected,
        Self::Transferred,
        Self::AncestorExcluded,
        Self::Divided,
    ];

    /// Whether it is in the base of progress.
    ///
    /// ```
    /// use programme::model::State;
    ///
    /// assert!(State::NotReported.is_counted() && State::Complete.is_counted());
    /// assert!(!State::Continuing.is_counted() && !State::Proposed.is_counted());
    /// ```
    #[must_use]
    pub fn is_counted(self) -> bool {
        self <= Self::Accepted
    }

    /// Whether it is in the base and not done.
    ///
    /// ```
    /// use programme::model::State;
    ///
    /// assert!(State::OnHold.is_open() && State::NotReported.is_open());
    /// assert!(!State::Complete.is_open() && !State::Continuing.is_open());
    /// ```
    #[must_use]
    pub fn is_open(self) -> bool {
        self <= Self::OnHold
    }

    /// Whether it is done.
    ///
    /// ```
    /// use programme::model::State;
    ///
    /// assert!(State::Accepted.is_delivered() && !State::InProgress.is_delivered());
    /// ```
    #[must_use]
    pub fn is_delivered(self) -> bool {
        matches!(self, Self::Complete | Self::Accepted)
    }

    /// Whether it is out of the plan.
    ///
    /// ```
    /// use programme::model::State;
    ///
    /// assert!(State::Cancelled.is_excluded() && State::AncestorExcluded.is_excluded());
    /// assert!(!State::Proposed.is_excluded(), "not in the plan yet, and not out of it");
    /// ```
    #[must_use]
    pub fn is_excluded(self) -> bool {
        self >= Self::Cancelled && self <= Self::AncestorExcluded
    }

    pub(crate) fn of(status: Option<ActionStatus>, continuing: bool) -> Self {
        match status {
            Some(ActionStatus::Cancelled) => Self::Cancelled,
            Some(ActionStatus::Superseded) => Self::Superseded,
            Some(ActionStatus::Merged) => Self::Merged,
            Some(ActionStatus::Duplicate) => Self::Duplicate,
            Some(ActionStatus::Rejected) => Self::Rejected,
            Some(ActionStatus::Transferred) => Self::Transferred,
            Some(ActionStatus::Proposed) => Self::Proposed,
            Some(ActionStatus::Possible) => Self::Possible,
            Some(ActionStatus::Complete) => Self::Complete,
            Some(ActionStatus::Accepted) => Self::Accepted,
            _ if continuing => Self::Continuing,
            None => Self::NotReported,
            Some(ActionStatus::NotStarted) => Self::NotStarted,
            Some(ActionStatus::InProgress) => Self::InProgress,
            Some(ActionStatus::OnHold) => Self::OnHold,
        }
    }

    fn is_undecided(self) -> bool {
        matches!(self, Self::Proposed | Self::Possible)
    }

    /// What an action in this state makes of its parts, where something above makes of it what is
    /// given: those of an excluded action go with it, and those of a proposal wait with it.
    pub(super) fn on_parts(self, above: Option<Self>) -> Option<Self> {
        match above {
            _ if self.is_excluded() => Some(Self::AncestorExcluded),
            Some(Self::AncestorExcluded) => above,
            _ if self.is_undecided() => Some(self),
            _ => above,
        }
    }

    /// The state of an action in its place, from that which it has by itself and from what
    /// something above makes of it.
    pub(super) fn in_place(self, above: Option<Self>, divided: bool) -> Self {
        match above {
            _ if self.is_excluded() => self,
            Some(Self::AncestorExcluded) if !self.is_delivered() => Self::AncestorExcluded,
            _ if divided => Self::Divided,
            Some(Self::AncestorExcluded) | None => self,
            Some(_) if self.is_undecided() => self,
            Some(undecided) => undecided,
        }
    }
}

/// Whether an action has a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub(crate) enum DueClass {
    /// It has one that can be read.
    Dated,
    /// It has none.
    Undated,
    /// Its row of the plan has some, and which is its own cannot be told.
    Unpaired,
}
