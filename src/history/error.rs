//! What can be wrong with a history, or with what is asked of it.

use chrono::NaiveDate;
use thiserror::Error;

use crate::{
    change::Refusal,
    model::{Decision, Kind, Subject},
    values::{Id, Reference},
};

/// Why a revision cannot be recorded, or a state cannot be given. Nothing was changed.
///
/// ```
/// use programme::{history::{History, HistoryError, Known, Revision}, model::{About, Draft}};
///
/// let programme = Draft::new(About::named("example")).finish()?;
/// let begun = Revision::new("2019-09-04".parse()?, "2019-09-04".parse()?);
/// let history = History::begin(&programme, begun)?;
/// let error = history.as_at("2019-01-01".parse()?, Known::Now).unwrap_err();
/// assert!(matches!(error, HistoryError::BeforeFirst { .. }));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Error)]
#[non_exhaustive]
pub enum HistoryError {
    /// There is no revision.
    #[error("the history has no revision; begin it with one that adds every row")]
    Empty,
    /// The first revision does not give the whole programme.
    #[error(
        "revision 1 is not complete: it has to say what the programme is and add every row, and to replace or remove none"
    )]
    Incomplete,
    /// The changes cannot be applied.
    #[error("revision {revision} cannot be applied: {refusal}")]
    Refused {
        /// The number of the revision.
        revision: u32,
        /// Everything that stands in the way.
        refusal: Refusal,
    },
    /// A revision was made on another than the last.
    #[error("the revision was made on revision {made_on}, and the last is {last}; {}", told(*.made_on, *.last, .conflicts))]
    Stale {
        /// The revision on which it was made.
        made_on: u32,
        /// The last revision.
        last: u32,
        /// The rows that both it and revisions since then change.
        conflicts: Vec<Conflict>,
    },
    /// A revision was recorded before the last one.
    #[error("revision {revision} was recorded on {recorded}, before revision {} of {last}; record revisions in the order in which they became known", .revision - 1)]
    RecordedEarlier {
        /// The number of the revision.
        revision: u32,
        /// When it was recorded.
        recorded: NaiveDate,
        /// When the one before was recorded.
        last: NaiveDate,
    },
    /// A revision holds from an earlier day than another, and corrects none.
    #[error(
        "revision {revision} holds from {effective}, and an earlier one from {last}; say which revision it corrects, or give it a later day"
    )]
    EffectiveEarlier {
        /// The number of the revision.
        revision: u32,
        /// From when it holds.
        effective: NaiveDate,
        /// The latest day from which one before it holds.
        last: NaiveDate,
    },
    /// A revision, baseline or report names a revision that is not there.
    #[error(
        "revision {revision} is not there, and the last is {last}; name one that is there, or add it first"
    )]
    NoRevision {
        /// The number that is named.
        revision: u32,
        /// The last revision.
        last: u32,
    },
    /// A correction takes out a row that a later revision changes.
    #[error("revision {revision} takes out the {} `{reference}`, which revision {by} changes; correct that revision too, or take the row out from its day on", .row.kind().word())]
    Overtaken {
        /// The number of the correction.
        revision: u32,
        /// The row.
        row: Subject,
        /// Its reference.
        reference: Reference,
        /// The later revision.
        by: u32,
    },
    /// The id of a row is that of a row of another kind that is or was there.
    #[error("revision {revision} adds the {} `{reference}` under an id that is or was that of another kind, {}; give it one of its own", .row.kind().word(), .was.word())]
    IdReused {
        /// The number of the revision.
        revision: u32,
        /// The row.
        row: Subject,
        /// Its reference.
        reference: Reference,
        /// The kind of the row that had the id.
        was: Kind,
    },
    /// A revision or baseline is said to be approved by a decision that is not there.
    #[error("the decision with the id {}, which is to approve {what}, is not there; add the decision, or leave it out", .decision.uuid())]
    NoDecision {
        /// What it approves: `revision 3`.
        what: String,
        /// The decision.
        decision: Id<Decision>,
    },
    /// A baseline or published report is dated before what it rests on.
    #[error("{what} is dated {day}, and {than}; give it that day or a later one")]
    TooEarly {
        /// Which: `baseline 2`.
        what: String,
        /// Its day.
        day: NaiveDate,
        /// What came later: `revision 3 was recorded on 2020-01-10`.
        than: String,
    },
    /// A day is asked for that lies before the first revision.
    #[error(
        "nothing was known of {day}: the first revision holds from {effective} and was recorded on {recorded}"
    )]
    BeforeFirst {
        /// The day.
        day: NaiveDate,
        /// From when the first revision holds.
        effective: NaiveDate,
        /// When it was recorded.
        recorded: NaiveDate,
    },
    /// There is no baseline of this number.
    #[error("there is no baseline {number}; the last is {last}")]
    NoBaseline {
        /// The number.
        number: u32,
        /// The last baseline.
        last: u32,
    },
    /// A new baseline replaces another without a reason.
    #[error("baseline {number} replaces baseline {}; say why, in words and as scope, time, cost or error", .number - 1)]
    NoReason {
        /// The number of the new one.
        number: u32,
    },
    /// There is no published report of this number.
    #[error("there is no published report {number}; the last is {last}")]
    NoReport {
        /// The number.
        number: u32,
        /// The last one.
        last: u32,
    },
}

/// A row that was changed by two who did not know of each other.
///
/// See [`History::record`](super::History::record) for an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The row; none where it is the programme itself.
    pub row: Option<Subject>,
    /// Its reference.
    pub reference: Option<Reference>,
    /// The revision that was recorded first.
    pub with: u32,
    /// The fields that it sets, by their names in a document; none where the row came or went.
    pub fields: Vec<&'static str>,
    /// The fields that the refused revision sets; none where the row is to come or to go.
    pub own: Vec<&'static str>,
}

impl std::fmt::Display for Conflict {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match (self.row, self.reference) {
            (None, _) => f.write_str("the programme itself")?,
            (Some(row), Some(reference)) => write!(f, "the {} `{reference}`", row.kind().word())?,
            (Some(row), None) => write!(f, "a {} that is gone", row.kind().word())?,
        }
        write!(f, " (revision {}", self.with)?;
        if !self.fields.is_empty() {
            write!(f, " its {}", self.fields.join(", "))?;
        }
        if !self.own.is_empty() {
            write!(f, "; this one its {}", self.own.join(", "))?;
        }
        f.write_str(")")
    }
}

fn told(made_on: u32, last: u32, conflicts: &[Conflict]) -> String {
    if made_on > last {
        return "make it on a revision that is there".to_owned();
    }
    if conflicts.is_empty() {
        return "no row is changed by both, so it can be merged".to_owned();
    }
    let rows: Vec<_> = conflicts.iter().map(ToString::to_string).collect();
    format!("both change {}; look at it again and make the change anew", rows.join(", "))
}
