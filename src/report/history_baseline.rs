//! A programme through time, held against its baseline.

use chrono::NaiveDate;
use serde::Serialize;

use super::{
    described::{view, words},
    history::row,
    view::SubjectView,
};
use crate::{
    history::{self, Gone, History, HistoryError, Known, Slippage, SlippageClass},
    model::{Programme, State},
};

view! {
    /// The programme held against a baseline.
    ///
    /// See [`history_report`](super::history_report) for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct BaselineView {
        /// Its number.
        pub number: u32,
        /// Its name.
        pub name: String,
        /// The day on which it was fixed.
        pub set: String as day_text(),
        /// The decision that approved it, where one is held.
        pub approved_by: Option<SubjectView>,
        /// Work whose date is not the baseline's, and after it new parts that are due later than what
        /// they are parts of.
        pub moved: Vec<SlippageLine>,
        /// Work that came since.
        pub added: Vec<SubjectView>,
        /// Work that is gone since, or out of the plan.
        pub removed: Vec<GoneLine>,
    }
}

view! {
    /// Work whose date is not that of the baseline.
    ///
    /// See [`history_report`](super::history_report) for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct SlippageLine {
        /// The work.
        pub row: SubjectView,
        /// What was whole in the baseline, where the work is a new part of it.
        pub whole: Option<SubjectView>,
        /// When it, or that whole, was to be done, as printed.
        pub baseline: String,
        /// When it is to be done now, as printed.
        pub current: String,
        /// How the one stands to the other.
        pub class: &'static str as one_of(CLASSES.iter().copied()),
        /// The fewest days later; null where that cannot be told.
        pub days_least: Option<i64>,
        /// The most days later; null where that cannot be told.
        pub days_most: Option<i64>,
    }
}

view! {
    /// Work that was in the baseline and is not in the plan any more.
    ///
    /// See [`history_report`](super::history_report) for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct GoneLine {
        /// The work.
        pub row: SubjectView,
        /// When it was to be done, as printed.
        pub baseline: String,
        /// Whether it was done in the baseline already, so that its credit stands.
        pub credit: bool,
        /// Whether its row is still there, out of the plan.
        pub shown: bool,
    }
}

words! {
    fn class_word(class: SlippageClass) in CLASSES {
        SlippageClass::AsPlanned => "as_planned",
        SlippageClass::Earlier => "earlier",
        SlippageClass::Later => "later",
        SlippageClass::LaterWithApproval => "later_with_approval",
        SlippageClass::MorePrecise => "more_precise",
        SlippageClass::LessPrecise => "less_precise",
        SlippageClass::Undated => "undated",
        SlippageClass::NotComparable => "not_comparable",
    }
}

impl BaselineView {
    /// The last baseline that was set by a day, beside the state of the day as known now; none where
    /// there is none, or nothing is known of the day.
    pub(super) fn of(history: &History, on: NaiveDate) -> Result<Option<Self>, HistoryError> {
        let set = (1_u32..).zip(history.baselines()).filter(|(_, b)| b.set <= on).last();
        let Some((number, baseline)) = set else { return Ok(None) };
        let then = history.at_baseline(number)?;
        let now = match history.as_at(on, Known::Now) {
            Ok(now) => now,
            Err(HistoryError::BeforeFirst { .. }) => return Ok(None),
            Err(other) => return Err(other),
        };
        let variance = history::against(&then, &now, on);
        let moved = |row: &&Slippage| {
            // What is done with its date gone from the cell has not slipped.
            let is_done = row.state.is_delivered() && row.days.is_none();
            row.class != SlippageClass::AsPlanned
                && !is_done
                && row.state != State::Divided
                && row.baseline != row.current
        };
        let rows = variance.rows.iter().filter(moved).chain(&variance.later_parts);
        let decision = |id: crate::values::Id<_>| row(history, history.latest(), id.into());
        Ok(Some(Self {
            number,
            name: baseline.name.clone(),
            set: baseline.set.to_string(),
            approved_by: baseline.approved_by.map(decision),
            moved: rows.map(|row| SlippageLine::of(row, &now)).collect(),
            added: variance.added.iter().map(|row| SubjectView::of(&now, row.row)).collect(),
            removed: variance.removed.iter().map(|gone| GoneLine::of(gone, &then)).collect(),
        }))
    }
}

impl SlippageLine {
    fn of(row: &Slippage, now: &Programme) -> Self {
        Self {
            row: SubjectView::of(now, row.row.row),
            whole: row.whole.as_ref().map(|whole| SubjectView::of(now, whole.row)),
            baseline: row.baseline.words().into_owned(),
            current: row.current.words().into_owned(),
            class: class_word(row.class),
            days_least: row.days.map(|days| days.min),
            days_most: row.days.map(|days| days.max),
        }
    }
}

impl GoneLine {
    fn of(gone: &Gone, then: &Programme) -> Self {
        Self {
            row: SubjectView::of(then, gone.row.row),
            baseline: gone.baseline.words().into_owned(),
            credit: gone.credit,
            shown: gone.now.is_some(),
        }
    }
}
