//! Why a history cannot stand, told with the place.

use std::collections::BTreeMap;

use crate::{
    change::Objection,
    document::{entries, read::Reader},
    finding::Entry,
    history::HistoryError,
    model::{Fault, Subject},
    values::capital,
};

/// Where a revision, and each of its rows, stands.
pub(super) struct Places {
    pub(super) revision: String,
    pub(super) rows: BTreeMap<Subject, String>,
}

impl Places {
    /// That of a row, or else of the revision.
    fn of(&self, row: Option<Subject>) -> String {
        row.and_then(|row| self.rows.get(&row)).unwrap_or(&self.revision).clone()
    }

    /// That of the first of several rows that stands in the revision.
    fn of_any(&self, rows: impl IntoIterator<Item = Subject>) -> String {
        self.of(rows.into_iter().find(|row| self.rows.contains_key(row)))
    }

    fn field(&self, name: &str) -> String {
        format!("{}/{name}", self.revision)
    }

    /// Where what an error speaks of stands, and under which code it is told.
    fn told(&self, error: &HistoryError) -> (&'static Entry, String) {
        match error {
            HistoryError::RecordedEarlier { .. } => (&entries::OUT_OF_TIME, self.field("recorded")),
            HistoryError::EffectiveEarlier { .. } | HistoryError::BeforeFirst { .. } => {
                (&entries::OUT_OF_TIME, self.field("effective"))
            }
            HistoryError::NoRevision { .. } => (&entries::NO_REVISION, self.field("corrects")),
            HistoryError::Overtaken { row, .. } | HistoryError::IdReused { row, .. } => {
                (&entries::CANNOT_CHANGE, self.of(Some(*row)))
            }
            HistoryError::NoDecision { .. } => (&entries::NO_TARGET, self.field("approved_by")),
            HistoryError::Empty | HistoryError::Incomplete => {
                (&entries::INCOMPLETE, self.revision.clone())
            }
            // The others are of baselines and reports, or arise where numbers are out of order,
            // which is told before.
            HistoryError::Refused { .. }
            | HistoryError::Stale { .. }
            | HistoryError::NoBaseline { .. }
            | HistoryError::NoReason { .. }
            | HistoryError::TooEarly { .. }
            | HistoryError::NoReport { .. } => (&entries::CANNOT_CHANGE, self.revision.clone()),
        }
    }

    fn objected(&self, objection: &Objection) -> String {
        match objection {
            Objection::Exists { row, .. }
            | Objection::Gone { row, .. }
            | Objection::OtherKind { row, .. } => self.of(Some(*row)),
            Objection::OtherProgramme => self.field("changed/programme/id"),
            Objection::Fault(fault) => match fault {
                Fault::SameReference { rows, .. } => self.of_any(rows.iter().copied()),
                Fault::NoTarget { from, to, .. } => self.of_any(from.iter().copied().chain([*to])),
                Fault::PartOfItself { rows, .. } => self.of_any(rows.iter().copied()),
            },
        }
    }
}

impl Reader {
    /// Reports why a revision cannot be recorded, each reason at its place.
    pub(super) fn cannot(&mut self, error: &HistoryError, places: &Places) {
        if let HistoryError::Refused { refusal, .. } = error {
            for objection in refusal {
                let (message, help) = sentences(&objection.to_string());
                let place = places.objected(objection);
                self.report_at(&entries::CANNOT_CHANGE, place, message, help);
            }
            return;
        }
        let (entry, place) = places.told(error);
        let (message, help) = sentences(&error.to_string());
        self.report_at(entry, place, message, help);
    }
}

/// An error's text as what is the matter and how to mend it.
pub(super) fn sentences(error: &str) -> (String, String) {
    let (matter, mend) = error.split_once("; ").unwrap_or((error, "correct one or the other"));
    (format!("{}.", capital(matter)), format!("{}.", capital(mend)))
}
