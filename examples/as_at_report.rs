//! A programme through time: how it stood at each date, why it moved, and what reports said.
//!
//! ```text
//! cargo run --release --example as_at_report
//! cargo run --release --example as_at_report -- FILE --on 2019-09-04 --on 2019-12-31
//! cargo run --release --example as_at_report -- --known-by 2020-01-31 --format markdown
//! ```
//!
//! Ends with 0, or with 2 if a file or the command line cannot be read.

mod common;

use std::process::ExitCode;

use chrono::NaiveDate;
use common::Format;
use programme::{
    document::HistoryDocument, history::History, report, rollup::Policy, rules::Settings,
};

const USAGE: &str = "usage: as_at_report [FILE] [--on YYYY-MM-DD]... [--known-by YYYY-MM-DD] \
                     [--format text|markdown|json]";

/// Havering's plan of September 2019, and what followed in two quarters that are made up.
const BUNDLED: &str = include_str!("../tests/fixtures/havering-2019/history.json");

#[derive(Default)]
struct Wanted {
    file: Option<String>,
    days: Vec<NaiveDate>,
    known_by: Option<NaiveDate>,
    format: Format,
}

fn main() -> ExitCode {
    common::run("as_at_report", USAGE, || run(&command_line()?))
}

fn run(wanted: &Wanted) -> Result<ExitCode, String> {
    let bytes = common::bytes(wanted.file.as_deref(), BUNDLED)?;
    let name = wanted.file.as_deref().unwrap_or("the bundled history");
    let document =
        HistoryDocument::from_slice(&bytes).map_err(|error| format!("{name}: {error}"))?;
    let (history, reading) =
        document.check().lenient().map_err(|findings| format!("{name}: {findings}"))?;
    common::warn_of_faults("as_at_report", name, &reading);
    let history = known_by(history, wanted.known_by)?;
    // Where no day is asked for, those from which revisions hold.
    let mut days = wanted.days.clone();
    if days.is_empty() {
        days.extend(history.revisions().map(|revision| revision.effective));
    }
    let recorded = history.revisions().map(|revision| revision.recorded);
    let last = recorded.chain(days.iter().copied()).max().unwrap_or(NaiveDate::MIN);
    let settings = Settings::as_at(last);
    let report = report::history_report(&history, &days, &Policy::pooled(), &settings)
        .map_err(|error| format!("{name}: {error}"))?;
    common::print(&match wanted.format {
        Format::Text => report::to_text(&report),
        Format::Markdown => report::to_markdown(&report),
        Format::Json => report::to_json(&report),
    })?;
    Ok(ExitCode::SUCCESS)
}

/// The history as it was on a day: without what was recorded, set or published later.
fn known_by(history: History, day: Option<NaiveDate>) -> Result<History, String> {
    let Some(day) = day else { return Ok(history) };
    history.known_by(day).map_err(|error| error.to_string())
}

fn command_line() -> Result<Wanted, String> {
    let mut wanted = Wanted::default();
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or_else(|| format!("{word} wants a value; {USAGE}"));
        match word.as_str() {
            "--on" => wanted.days.push(common::date(&value()?, "2019-12-31")?),
            "--known-by" => wanted.known_by = Some(common::date(&value()?, "2020-01-31")?),
            "--format" => wanted.format = Format::of(&value()?, USAGE)?,
            option if option.starts_with('-') => {
                return Err(format!("`{option}` is no option; {USAGE}"));
            }
            _ if wanted.file.is_some() => return Err(format!("one file at a time; {USAGE}")),
            file => wanted.file = Some(file.to_owned()),
        }
    }
    Ok(wanted)
}
