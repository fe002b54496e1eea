//! What is in the reserves, and what moves: the annex that goes with a budget report.
//!
//! ```text
//! cargo run --release --example reserve_statement
//! cargo run --release --example reserve_statement -- FILE --from 2021/22 --to 2023/24
//! cargo run --release --example reserve_statement -- FILE --from 2021/22 --on 2021-06-22 --format json
//! ```
//!
//! The document that comes with it is made up. Without `--to` the statement is of one year. Balances
//! count every decision that is held and made by the end of each year; the rules look as at the day of
//! `--on`, or else as on the first day of the first year.
//!
//! Ends with 0, or with 2 if a file or the command line cannot be read.

mod common;

use std::process::ExitCode;

use chrono::NaiveDate;
use common::Format;
use programme::{
    document::Document,
    report,
    values::{FinancialYear, WorkingCalendar},
};

const USAGE: &str = "usage: reserve_statement [FILE] [--from 2021/22] [--to 2023/24] \
                     [--on YYYY-MM-DD] [--format text|markdown|json]";

/// Reserves of a council that is made up, as they stood when its outturn was reported.
const BUNDLED: &str = include_str!("../tests/fixtures/reserves/programme.json");
const BUNDLED_YEARS: (&str, &str) = ("2021/22", "2023/24");
const BUNDLED_ON: &str = "2022-06-29";

#[derive(Default)]
struct Wanted {
    file: Option<String>,
    from: Option<FinancialYear>,
    to: Option<FinancialYear>,
    on: Option<NaiveDate>,
    format: Format,
}

fn main() -> ExitCode {
    common::run("reserve_statement", USAGE, || run(&command_line()?))
}

fn run(wanted: &Wanted) -> Result<ExitCode, String> {
    let bytes = common::bytes(wanted.file.as_deref(), BUNDLED)?;
    let name = wanted.file.as_deref().unwrap_or("the bundled document");
    let document = Document::from_slice(&bytes).map_err(|error| format!("{name}: {error}"))?;
    let (programme, reading) = document.check().lenient();
    common::warn_of_faults("reserve_statement", name, &reading);

    let (from, to, on) = when(wanted)?;
    let calendar = WorkingCalendar::england_and_wales();
    let statement = report::reserve_statement(&programme, from, to, on, &calendar);
    common::print(&match wanted.format {
        Format::Text => report::to_text(&statement),
        Format::Markdown => report::to_markdown(&statement),
        Format::Json => report::to_json(&statement),
    })?;
    Ok(ExitCode::SUCCESS)
}

/// The first year, the last, and the day as at which the rules look.
fn when(wanted: &Wanted) -> Result<(FinancialYear, FinancialYear, NaiveDate), String> {
    let (from, to, on) = match (wanted.from, &wanted.file) {
        (Some(from), _) => (from, from, from.first_day()),
        (None, None) => {
            let (from, to) = BUNDLED_YEARS;
            (year(from)?, year(to)?, common::date(BUNDLED_ON, BUNDLED_ON)?)
        }
        (None, Some(_)) => {
            return Err(format!("say the first financial year with --from; {USAGE}"));
        }
    };
    let (to, on) = (wanted.to.unwrap_or(to), wanted.on.unwrap_or(on));
    if from > to {
        return Err(format!("{from} is after {to}; give the earlier year with --from"));
    }
    Ok((from, to, on))
}

fn command_line() -> Result<Wanted, String> {
    let mut wanted = Wanted::default();
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or_else(|| format!("{word} wants a value; {USAGE}"));
        match word.as_str() {
            "--from" => wanted.from = Some(year(&value()?)?),
            "--to" => wanted.to = Some(year(&value()?)?),
            "--on" => wanted.on = Some(common::date(&value()?, "2022-06-29")?),
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

fn year(text: &str) -> Result<FinancialYear, String> {
    text.parse().map_err(|error| format!("{error}"))
}
