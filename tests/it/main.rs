//! All tests that use the crate from outside, in one binary.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets what it does not expect should stop"
)]

mod board;
mod bridges;
mod broken;
mod calendar;
mod claims;
mod decisions;
mod differences;
mod edits;
mod format_page;
mod forward;
mod funds;
mod governance;
mod histories;
mod history_document;
mod judged;
mod judgement;
mod kept;
mod laws;
mod markdown;
mod measures;
mod money;
mod money_laws;
mod money_rules;
mod papers;
mod ratings;
mod request;
mod reserve_statement;
mod routes;
mod rules;
mod schema;
mod sheets;
mod so_what;
mod standing;
mod through_time;
mod tidy;
mod two_states;
mod walkthrough;
mod wordings;
mod worked;

use programme::{Programme, document::Document};

/// The day of a test.
fn day(text: &str) -> chrono::NaiveDate {
    text.parse().unwrap()
}

/// A programme from a document that reads without error or warning.
fn read(text: &str) -> Programme {
    let checked = Document::from_json(text).unwrap().check();
    checked.strict().unwrap_or_else(|findings| panic!("{findings}"))
}

/// A document of these lists of rows.
fn document(lists: &str) -> String {
    format!(r#"{{"format": "programme/1", "programme": {{"name": "Example"}}, {lists}}}"#)
}
