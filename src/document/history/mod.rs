//! Histories as documents: the format `programme-history/1`.
//!
//! Rows in it are written as in documents of one state, by the same mirrors.

mod check;
mod figures;
mod keys;
mod needed;
mod policy;
mod published;
mod refused;
mod rows;
mod write;

pub use check::CheckedHistory;
pub use figures::{FiguresDoc, WorkstreamFiguresDoc};
#[cfg(feature = "schema")]
pub(super) use policy::CreditBy;
pub use policy::PolicyDoc;

use super::{
    Cell, Document, Many, Part, Words,
    mirror::{ObjectOnly, mirror},
};
#[cfg(feature = "schema")]
use crate::history::{Baseline, Revision};

/// The format of histories that this version writes.
pub const HISTORY_FORMAT: &str = "programme-history/1";

mirror! {
    /// A history as it is written down: every field optional, nothing refused.
    ///
    /// Its serialised form is the format `programme-history/1`, with these fields in this order.
    ///
    /// ```
    /// use programme::document::HistoryDocument;
    ///
    /// let text = r#"{"format": "programme-history/1", "last": 2, "revisions": [
    ///   {"number": 1, "effective": "2019-09-04", "recorded": "2019-09-10",
    ///    "added": {"programme": "Example", "actions": [{"reference": "A1", "title": "Publish"}]}},
    ///   {"number": 2, "effective": "2019-12-31", "recorded": "2020-01-10",
    ///    "removed": ["action A1"]}]}"#;
    /// let history = HistoryDocument::from_json(text)?.check().strict()?;
    /// assert_eq!((history.last(), history.latest().actions().len()), (2, 0));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    HistoryDocument {
        format: Cell<'a> as history_format = "`programme-history/1`.",
        last: Cell<'a> as ordinal =
            "The number of the last revision, which tells whether one was cut off.",
        revisions: Many<'a, RevisionDoc<'a>> as revisions =
            "What was recorded, in the order of its numbers. The first gives the whole programme.",
        baselines: Many<'a, BaselineDoc<'a>> as rows =
            "The states that later ones are held against, in the order of their numbers.",
        published: Many<'a, PublishedReportDoc<'a>> as rows =
            "Reports as they were published, in the order of their numbers.",
    }
}

mirror! {
    /// A revision as written.
    RevisionDoc {
        number: Cell<'a> as ordinal = "Its number: 1, 2, 3 and so on.",
        effective: Cell<'a> as day = "The day from which it holds, as `2019-12-31`.",
        recorded: Cell<'a> as day = "The day on which it was recorded, as `2020-01-10`.",
        author: Cell<'a> as text = "Who recorded it, by post or body.",
        reason: Cell<'a> as text = "Why.",
        source: Cell<'a> as text = "Where it was read.",
        approved_by: Words<'a> as links in Revision = "The decisions that approved it.",
        corrects: Cell<'a> as number = "The number of the revision that it corrects.",
        changed: Part<'a, Document<'a>> as revised =
            "Rows that were there and become these, whole; what is known of the programme itself.",
        added: Part<'a, Document<'a>> as revised =
            "Rows that were not there; in the first revision the whole programme.",
        removed: Words<'a> as subjects = "Rows that go.",
    }
}

mirror! {
    /// A baseline as written.
    BaselineDoc {
        number: Cell<'a> as ordinal = "Its number: 1, 2, 3 and so on.",
        name: Cell<'a> as name = "Its name.",
        revision: Cell<'a> as ordinal = "The revision up to which it holds everything.",
        set: Cell<'a> as day = "The day on which it was fixed, as `2019-12-31`.",
        approved_by: Cell<'a> as link in Baseline = "The decision that approved it.",
        reason: Cell<'a> as word in Baseline =
            "For what it replaces the one before: `scope`, `time`, `cost` or `error`.",
        because: Cell<'a> as text = "The same in words.",
    }
}

mirror! {
    /// A report as it was published, as written.
    PublishedReportDoc {
        number: Cell<'a> as ordinal = "Its number: 1, 2, 3 and so on.",
        title: Cell<'a> as name = "Its title.",
        as_at: Cell<'a> as day = "The day as at which it reports, as `2019-12-31`.",
        revision: Cell<'a> as ordinal = "The last revision that it knew.",
        published: Cell<'a> as day = "The day on which it was published, as `2020-01-10`.",
        policy: Part<'a, PolicyDoc<'a>> as needed = "How its figures were reckoned.",
        whole: Part<'a, FiguresDoc<'a>> as needed = "Its figures of the whole programme.",
        workstreams: Many<'a, WorkstreamFiguresDoc<'a>> as rows =
            "Its figures of each workstream.",
    }
}

impl<'de: 'a, 'a> serde::Deserialize<'de> for HistoryDocument<'a> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ObjectOnly::<(&'a (), Self)>(std::marker::PhantomData))
    }
}
