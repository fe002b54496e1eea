//! The states of work.

use std::fmt;

use super::{
    Colour,
    words::{HEALTHS, STATUSES, VERDICTS},
};

/// The state that somebody stated for an action or milestone.
///
/// Nothing said is not a state: it is the absence of one, and counts as unknown.
///
/// ```
/// use programme::values::{ActionStatus, Printed};
///
/// let cell: Printed<ActionStatus> = Printed::read("Completed");
/// assert_eq!(cell.value(), Some(&ActionStatus::Complete));
/// assert!(cell.value().is_some_and(|status| status.is_delivered()));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ActionStatus {
    /// Put forward and not yet approved; outside the base until it is.
    Proposed,
    /// One of several options, or something that may be done: not decided.
    Possible,
    /// Approved and not begun.
    NotStarted,
    /// Begun.
    InProgress,
    /// Begun or not, and waiting for something.
    OnHold,
    /// Done, as the one who did it says.
    Complete,
    /// Done, and the evidence seen by those who asked for it.
    Accepted,
    /// Will not be done.
    Cancelled,
    /// Replaced by another action.
    Superseded,
    /// Taken into another action.
    Merged,
    /// The same as another action.
    Duplicate,
    /// Put forward and not approved.
    Rejected,
    /// Handed to another plan or organisation.
    Transferred,
}

impl ActionStatus {
    /// Every status, in the order of a life: proposed first, the ways out last.
    pub const ALL: [Self; 13] = [
        Self::Proposed,
        Self::Possible,
        Self::NotStarted,
        Self::InProgress,
        Self::OnHold,
        Self::Complete,
        Self::Accepted,
        Self::Cancelled,
        Self::Superseded,
        Self::Merged,
        Self::Duplicate,
        Self::Rejected,
        Self::Transferred,
    ];

    /// Whether it says that the work is done, accepted or not.
    ///
    /// ```
    /// use programme::values::ActionStatus;
    ///
    /// assert!(ActionStatus::Complete.is_delivered() && ActionStatus::Accepted.is_delivered());
    /// assert!(!ActionStatus::Cancelled.is_delivered());
    /// ```
    #[must_use]
    pub fn is_delivered(self) -> bool {
        matches!(self, Self::Complete | Self::Accepted)
    }

    /// Whether it takes the action out of the plan: cancelled, replaced, rejected, handed over.
    ///
    /// ```
    /// use programme::values::ActionStatus;
    ///
    /// assert!(ActionStatus::Superseded.is_excluded());
    /// assert!(!ActionStatus::OnHold.is_excluded(), "it still counts");
    /// ```
    #[must_use]
    pub fn is_excluded(self) -> bool {
        self >= Self::Cancelled
    }

    /// Whether it leaves work to do.
    ///
    /// ```
    /// use programme::values::ActionStatus;
    ///
    /// assert!(ActionStatus::OnHold.is_open());
    /// assert!(!ActionStatus::Complete.is_open() && !ActionStatus::Merged.is_open());
    /// ```
    #[must_use]
    pub fn is_open(self) -> bool {
        !self.is_delivered() && !self.is_excluded()
    }
}

/// How work is said to go, in the words of the one who says so. Never worked out from anything.
///
/// ```
/// use programme::values::{Health, Printed, Reported};
///
/// let health = |words: &str| Printed::<Reported>::read(words).value().and_then(|r| r.health);
/// assert_eq!(health("Amber"), Some(Health::Amber));
/// assert_eq!(health("On track"), Some(Health::OnTrack));
/// assert_eq!(health("Completed"), None, "done, and no word of how it went");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Health {
    /// The colour green.
    Green,
    /// Between green and amber.
    AmberGreen,
    /// The colour amber.
    Amber,
    /// Between amber and red.
    AmberRed,
    /// The colour red.
    Red,
    /// The colour blue, which councils give to what is complete. It is no status: that has to be said.
    Blue,
    /// On track, and no colour given.
    OnTrack,
    /// At risk, and no colour given.
    AtRisk,
    /// Behind, and no colour given.
    Delayed,
}

/// What the council answers to a recommendation.
///
/// ```
/// use programme::values::{Printed, Reported, Verdict};
///
/// let cell: Printed<Reported> = Printed::read("Partly accepted");
/// assert_eq!(cell.value().and_then(|r| r.response), Some(Verdict::PartlyAccepted));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// It will be done.
    Accepted,
    /// Some of it will be done.
    PartlyAccepted,
    /// It will not be done.
    NotAccepted,
}

/// What a status cell reports: how far the work is, how it is said to go, what was answered. Three
/// things that councils write into one column, kept apart; at least one of them is there.
///
/// ```
/// use programme::values::{ActionStatus, Health, Printed, Reported};
///
/// let cell: Printed<Reported> = Printed::read("In progress - amber");
/// let reported = cell.value().copied().unwrap_or_default();
/// assert_eq!(reported.status, Some(ActionStatus::InProgress));
/// assert_eq!(reported.health, Some(Health::Amber));
/// assert_eq!(Printed::<Reported>::read("Closed").value(), None, "done or dropped: not said");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Reported {
    /// How far the work is, or how it left the plan.
    pub status: Option<ActionStatus>,
    /// How it is said to go.
    pub health: Option<Health>,
    /// What was answered to the recommendation.
    pub response: Option<Verdict>,
}

impl From<ActionStatus> for Reported {
    fn from(status: ActionStatus) -> Self {
        Self { status: Some(status), ..Self::default() }
    }
}

/// The first of the words for a value.
fn word<T: PartialEq>(value: &T, table: &[(T, &[&'static str])]) -> &'static str {
    let words = table.iter().find(|(known, _)| known == value).map(|(_, words)| *words);
    words.and_then(|words| words.first()).copied().unwrap_or("")
}

impl Health {
    /// The colour, where one was given.
    ///
    /// ```
    /// use programme::values::{Colour, Health};
    ///
    /// assert_eq!(Health::AmberRed.colour(), Some(Colour::AmberRed));
    /// assert_eq!(Health::OnTrack.colour(), None, "green was not said");
    /// ```
    #[must_use]
    pub fn colour(self) -> Option<Colour> {
        match self {
            Self::Green => Some(Colour::Green),
            Self::AmberGreen => Some(Colour::AmberGreen),
            Self::Amber => Some(Colour::Amber),
            Self::AmberRed => Some(Colour::AmberRed),
            Self::Red => Some(Colour::Red),
            Self::Blue => Some(Colour::Blue),
            Self::OnTrack | Self::AtRisk | Self::Delayed => None,
        }
    }
}

impl fmt::Display for ActionStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(word(self, &STATUSES))
    }
}

impl fmt::Display for Health {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(word(self, &HEALTHS))
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(word(self, &VERDICTS))
    }
}

impl fmt::Display for Reported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { status, health, response } = self;
        let said = [
            status.as_ref().map(|status| word(status, &STATUSES)),
            health.as_ref().map(|health| word(health, &HEALTHS)),
            response.as_ref().map(|verdict| word(verdict, &VERDICTS)),
        ];
        f.write_str(&said.into_iter().flatten().collect::<Vec<_>>().join(", "))
    }
}
