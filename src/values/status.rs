//! The states of work.

use std::fmt;

use super::{Readable, Unread};

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

const WORDS: [(ActionStatus, &[&str]); 13] = [
    (ActionStatus::Proposed, &["proposed"]),
    (ActionStatus::Possible, &["possible"]),
    (ActionStatus::NotStarted, &["not started", "not yet started", "planned", "about to begin"]),
    (
        ActionStatus::InProgress,
        &["in progress", "underway", "under way", "commenced", "started", "in development"],
    ),
    (ActionStatus::OnHold, &["on hold"]),
    (ActionStatus::Complete, &["complete", "completed", "done"]),
    (ActionStatus::Accepted, &["signed off"]),
    (ActionStatus::Cancelled, &["cancelled"]),
    (ActionStatus::Superseded, &["superseded"]),
    (ActionStatus::Merged, &["merged"]),
    (ActionStatus::Duplicate, &["duplicate"]),
    (ActionStatus::Rejected, &["rejected"]),
    (ActionStatus::Transferred, &["transferred"]),
];

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
    #[must_use]
    pub fn is_delivered(self) -> bool {
        matches!(self, Self::Complete | Self::Accepted)
    }

    /// Whether it takes the action out of the plan: cancelled, replaced, rejected, handed over.
    #[must_use]
    pub fn is_excluded(self) -> bool {
        self >= Self::Cancelled
    }

    /// Whether it leaves work to do.
    #[must_use]
    pub fn is_open(self) -> bool {
        !self.is_delivered() && !self.is_excluded()
    }
}

impl fmt::Display for ActionStatus {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = WORDS.iter().find(|(status, _)| status == self).and_then(|(_, w)| w.first());
        f.write_str(name.copied().unwrap_or(""))
    }
}

impl Readable for ActionStatus {
    fn at_a_glance(words: &str) -> Option<Self> {
        let canonical = |entry: &&(Self, &[&str])| entry.1.first() == Some(&words);
        WORDS.iter().find(canonical).map(|(status, _)| *status)
    }

    fn read(text: &str) -> Result<Self, Unread> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Unread::Blank);
        }
        WORDS
            .iter()
            .find(|(_, words)| words.iter().any(|word| word.eq_ignore_ascii_case(text)))
            .map(|(status, _)| *status)
            .ok_or(Unread::NotUnderstood)
    }
}
