//! What status cells look like: how far the work is, how it is said to go, and what was answered.

use super::{Cursor, Miss, found, whole};
use crate::values::{ActionStatus, Health, Readable, Reported, Unread, Verdict};

/// Words for each status, the one that we print first. "Closed" and "open" are not among them: a
/// closed action may be done or dropped, an open one begun or not.
pub(in crate::values) const STATUSES: [(ActionStatus, &[&str]); 13] = [
    (ActionStatus::Proposed, &["proposed", "draft", "for approval", "awaiting approval"]),
    (
        ActionStatus::Possible,
        &["possible", "under consideration", "being considered", "option", "may be needed"],
    ),
    (
        ActionStatus::NotStarted,
        &[
            "not started",
            "not yet started",
            "not commenced",
            "not yet commenced",
            "not begun",
            "not yet begun",
            "to start",
            "to be started",
            "yet to start",
            "yet to commence",
            "planned",
            "scheduled",
            "about to begin",
            "about to start",
            "about to commence",
            "arranged",
            "to be established",
            "to be set up",
            "to be developed",
            "to be procured",
            "to be commissioned",
            "to procure",
            "to scope",
            "to be scoped",
            "being planned",
            "no progress",
            "not yet due",
            "to do",
            "not actioned",
        ],
    ),
    (
        ActionStatus::InProgress,
        &[
            "in progress",
            "in-progress",
            "work in progress",
            "underway",
            "under way",
            "commenced",
            "started",
            "begun",
            "in development",
            "being developed",
            "developing",
            "now developing",
            "being prepared",
            "in preparation",
            "being drafted",
            "being revised",
            "under revision",
            "being reviewed",
            "being established",
            "being set up",
            "being introduced",
            "being launched",
            "in hand",
            "well underway",
            "well under way",
            "active",
            "partially complete",
            "partially completed",
            "partly complete",
            "partly completed",
            "part complete",
            "partially implemented",
            "partly implemented",
            "part implemented",
            "partially achieved",
            "partly achieved",
            "progressing",
            "being implemented",
            "being progressed",
            "actioning",
            "nearly complete",
            "almost complete",
            "substantially complete",
            "substantially completed",
            "near completion",
            "wip",
        ],
    ),
    (
        ActionStatus::OnHold,
        &["on hold", "on-hold", "paused", "suspended", "deferred", "postponed", "in abeyance"],
    ),
    (
        ActionStatus::Complete,
        &[
            "complete",
            "completed",
            "done",
            "already complete",
            "already completed",
            "achieved",
            "delivered",
            "implemented",
            "finished",
            "undertaken",
            "carried out",
            "taken place",
            "has taken place",
            "established",
            "set up",
            "introduced",
            "in place",
            "provided",
            "fully implemented",
            "fully complete",
            "fully completed",
            "fully achieved",
            "fully delivered",
            "action complete",
            "action completed",
            "actioned",
            "100% complete",
            "100%",
        ],
    ),
    (
        ActionStatus::Accepted,
        &[
            "signed off",
            "complete and signed off",
            "completed and signed off",
            "implemented and verified",
            "complete and verified",
            "verified",
        ],
    ),
    (
        ActionStatus::Cancelled,
        &[
            "cancelled",
            "canceled",
            "abandoned",
            "withdrawn",
            "dropped",
            "discontinued",
            "no longer required",
            "no longer needed",
            "no longer applicable",
            "no longer relevant",
            "not proceeding",
            "will not proceed",
            "not being progressed",
            "removed",
            "deleted",
            "stopped",
        ],
    ),
    (ActionStatus::Superseded, &["superseded", "replaced", "overtaken by events"]),
    (ActionStatus::Merged, &["merged", "combined", "incorporated"]),
    (ActionStatus::Duplicate, &["duplicate", "duplicated"]),
    (ActionStatus::Rejected, &["rejected", "refused"]),
    (ActionStatus::Transferred, &["transferred", "handed over", "reassigned"]),
];

pub(in crate::values) const HEALTHS: [(Health, &[&str]); 9] = [
    (Health::AmberGreen, &["amber/green", "green/amber", "amber-green", "amber green"]),
    (Health::AmberRed, &["amber/red", "red/amber", "amber-red", "amber red"]),
    (Health::Green, &["green"]),
    (Health::Amber, &["amber", "yellow"]),
    (Health::Red, &["red"]),
    (Health::Blue, &["blue"]),
    (
        Health::OnTrack,
        &["on track", "on-track", "on target", "on schedule", "on course", "to plan"],
    ),
    (
        Health::AtRisk,
        &["at risk", "at risk of delay", "some concerns", "some issues", "minor issues"],
    ),
    (
        Health::Delayed,
        &[
            "delayed",
            "behind schedule",
            "behind",
            "off track",
            "off-track",
            "off target",
            "slipped",
            "slipping",
            "slippage",
            "overdue",
            "late",
            "running late",
        ],
    ),
];

pub(in crate::values) const VERDICTS: [(Verdict, &[&str]); 3] = [
    (
        Verdict::PartlyAccepted,
        &[
            "partly accepted",
            "partially accepted",
            "accepted in part",
            "partly agreed",
            "partially agreed",
            "agreed in part",
            "partial",
        ],
    ),
    (
        Verdict::NotAccepted,
        &["not accepted", "not agreed", "declined", "disagreed", "do not accept"],
    ),
    (
        Verdict::Accepted,
        &[
            "accepted",
            "agreed",
            "fully accepted",
            "fully agreed",
            "accept",
            "agree",
            "supported",
            "approved",
        ],
    ),
];

impl Readable for ActionStatus {
    fn at_a_glance(words: &str) -> Option<Self> {
        let canonical = |entry: &&(Self, &[&str])| entry.1.first() == Some(&words);
        STATUSES.iter().find(canonical).map(|(status, _)| *status)
    }

    fn read(words: &str) -> Result<Self, Unread> {
        if let Some(status) = whole_cell(words) {
            return Ok(status);
        }
        whole(words, None, |cursor| {
            let status = cursor.status().ok_or(Miss::Other)?;
            cursor.mark('.');
            Ok(status)
        })
    }
}

impl Readable for Reported {
    fn at_a_glance(words: &str) -> Option<Self> {
        ActionStatus::at_a_glance(words).map(Self::from)
    }

    fn read(words: &str) -> Result<Self, Unread> {
        if let Some(status) = whole_cell(words) {
            return Ok(Self::from(status));
        }
        whole(words, None, |cursor| cursor.reported())
    }
}

impl Readable for Health {
    fn read(words: &str) -> Result<Self, Unread> {
        whole(words, None, |cursor| {
            cursor.phrase(&["rag", "rag status", "rating", "status"]);
            cursor.mark(':');
            let health = cursor.longest(&HEALTHS).ok_or(Miss::Other)?;
            cursor.mark('.');
            Ok(health)
        })
    }
}

/// The status of a cell that holds one of the words and nothing else.
pub(super) fn whole_cell(words: &str) -> Option<ActionStatus> {
    let text = words.trim();
    let same = |known: &[&str]| known.iter().any(|word| word.eq_ignore_ascii_case(text));
    STATUSES.iter().find(|(_, known)| same(known)).map(|(status, _)| *status)
}

impl Cursor<'_> {
    pub(super) fn status(&mut self) -> Option<ActionStatus> {
        self.longest(&STATUSES)
    }

    /// The value of the longest of the phrases that stand here.
    fn longest<T: Copy>(&mut self, table: &[(T, &[&str])]) -> Option<T> {
        let mut best: Option<(Self, T)> = None;
        for (value, phrases) in table {
            for phrase in *phrases {
                let mut ahead = *self;
                if ahead.phrase(&[phrase]) && best.is_none_or(|(far, _)| ahead.at > far.at) {
                    best = Some((ahead, *value));
                }
            }
        }
        let (ahead, value) = best?;
        *self = ahead;
        Some(value)
    }

    /// "Completed - green", "Agreed; in progress", "Rejected".
    fn reported(&mut self) -> Result<Reported, Miss> {
        let mut reported = Reported::default();
        self.phrase(&["status", "rag", "rag status"]);
        self.mark(':');
        loop {
            let bracket = self.mark('(');
            if reported.status.is_none()
                && let Some(status) = self.status()
            {
                reported.status = Some(status);
            } else if reported.health.is_none()
                && let Some(health) = self.longest(&HEALTHS)
            {
                reported.health = Some(health);
            } else if reported.response.is_none()
                && let Some(verdict) = self.longest(&VERDICTS)
            {
                reported.response = Some(verdict);
            } else {
                return Err(Miss::Other);
            }
            found(!bracket || self.mark(')'))?;
            self.mark('.');
            if self.is_done() {
                return Ok(reported);
            }
            let _joined = self.marks(&[',', '-', ';', '/', ':', '&']) || self.word(&["and", "but"]);
        }
    }
}
