//! JSON Schemas (draft 2020-12) of what goes in and of what comes out (feature `schema`).
//!
//! They are made from the code that reads and writes, and stand in the folder `schema` of the
//! repository, so that types for a frontend can be made without Rust. Names in them have no host:
//! they are `urn:programme:document:1`, `urn:programme:history:1`, `urn:programme:highlight:1`,
//! `urn:programme:forward-plan:1`, `urn:programme:decision-routes:1`,
//! `urn:programme:funding-request:1`, `urn:programme:history-report:1` and
//! `urn:programme:reserve-statement:1`.

use crate::{
    document::{Document, HistoryDocument},
    report::{
        BoardDashboard, DecisionRoutes, ForwardPlan, FundingRequest, Highlight, HistoryReport,
        StatementOfReserves,
    },
    shape::Defs,
};

/// The schema of documents, `programme/1`, as JSON text.
///
/// What it allows reads without a finding on shapes, fields or words of closed lists. It says how
/// to write, and so is narrower than the reader, which also takes null for nothing, "yes" for true,
/// and words of closed lists in any capitals. What [`Document::of`] writes is always allowed.
///
/// ```
/// let text = programme::schema::document();
/// assert!(text.contains("\"$id\": \"urn:programme:document:1\""));
/// assert!(text.contains("\"partly_accepted\""), "words of closed lists are listed");
/// ```
#[must_use]
pub fn document() -> String {
    let about = "A council's programme as it is written down. Words are those of the paper; what \
                 is left out is not known.";
    Defs::schema::<Document<'_>>("urn:programme:document:1", "ProgrammeDocument", about)
}

/// The schema of histories, `programme-history/1`, as JSON text.
///
/// Rows are those of [`document`]. What [`HistoryDocument::of`] writes is always allowed.
///
/// ```
/// let text = programme::schema::history();
/// assert!(text.contains("\"$id\": \"urn:programme:history:1\""));
/// assert!(text.contains("\"mean_of_recommendations\""), "words of closed lists are listed");
/// ```
#[must_use]
pub fn history() -> String {
    let about = "A council's programme through time: what was recorded, revision by revision, with \
                 the baselines and the reports that were published.";
    Defs::schema::<HistoryDocument<'_>>("urn:programme:history:1", "ProgrammeHistory", about)
}

/// The schema of the highlight report as JSON, `highlight/1`, as JSON text.
///
/// It says exactly what this version writes: every field is there, null where there is nothing.
/// Findings, progress, groups and actions are definitions of their own (`#/$defs/Finding`), for
/// those who serialise the [views](crate::report::view) alone.
///
/// ```
/// let text = programme::schema::highlight();
/// assert!(text.contains("\"const\": \"highlight/1\""));
/// ```
#[must_use]
pub fn highlight() -> String {
    let about = "A highlight report, as data. What is not there is null.";
    Defs::schema::<Highlight>("urn:programme:highlight:1", "Highlight", about)
}

/// The schema of routes of decisions as JSON, `decision_routes/1`, as JSON text.
///
/// It says exactly what this version writes: every field is there, null where there is nothing.
///
/// ```
/// let text = programme::schema::decision_routes();
/// assert!(text.contains("\"const\": \"decision_routes/1\""));
/// ```
#[must_use]
pub fn decision_routes() -> String {
    let about = "Who decides, by which steps, as data. What is not there is null.";
    Defs::schema::<DecisionRoutes>("urn:programme:decision-routes:1", "DecisionRoutes", about)
}

/// The schema of requests for money as JSON, `funding_request/1`, as JSON text.
///
/// It says exactly what this version writes: every field is there, null where there is nothing.
///
/// ```
/// let text = programme::schema::funding_request();
/// assert!(text.contains("\"const\": \"funding_request/1\""));
/// ```
#[must_use]
pub fn funding_request() -> String {
    let about = "A request for money as a finance officer would check it, as data. What is not \
                 there is null.";
    Defs::schema::<FundingRequest>("urn:programme:funding-request:1", "FundingRequest", about)
}

/// The schema of the forward plan as JSON, `forward_plan/1`, as JSON text.
///
/// It says exactly what this version writes: every field is there, null where there is nothing.
///
/// ```
/// let text = programme::schema::forward_plan();
/// assert!(text.contains("\"const\": \"forward_plan/1\""));
/// ```
#[must_use]
pub fn forward_plan() -> String {
    let about = "What falls due between two days, as data. What is not there is null.";
    Defs::schema::<ForwardPlan>("urn:programme:forward-plan:1", "ForwardPlan", about)
}

/// The schema of reports through time as JSON, `history_report/1`, as JSON text.
///
/// It says exactly what this version writes: every field is there, null where there is nothing.
///
/// ```
/// let text = programme::schema::history_report();
/// assert!(text.contains("\"const\": \"history_report/1\""));
/// ```
#[must_use]
pub fn history_report() -> String {
    let about = "A programme through time, as data. What is not there or not known is null.";
    Defs::schema::<HistoryReport>("urn:programme:history-report:1", "HistoryReport", about)
}

/// The schema of the page of a programme board as JSON, `board_dashboard/1`, as JSON text.
///
/// It says exactly what this version writes: every field is there, null where there is nothing.
///
/// ```
/// let text = programme::schema::board_dashboard();
/// assert!(text.contains("\"const\": \"board_dashboard/1\""));
/// ```
#[must_use]
pub fn board_dashboard() -> String {
    let about = "A programme on one page for its board, as data. What is not known is null.";
    Defs::schema::<BoardDashboard>("urn:programme:board-dashboard:1", "BoardDashboard", about)
}

/// The schema of statements of reserves as JSON, `reserve_statement/1`, as JSON text.
///
/// It says exactly what this version writes: every field is there, null where there is nothing.
///
/// ```
/// let text = programme::schema::reserve_statement();
/// assert!(text.contains("\"const\": \"reserve_statement/1\""));
/// ```
#[must_use]
pub fn reserve_statement() -> String {
    let about = "What reserves hold from one financial year to another, as data. What is not there \
                 or not known is null.";
    let id = "urn:programme:reserve-statement:1";
    Defs::schema::<StatementOfReserves>(id, "StatementOfReserves", about)
}
