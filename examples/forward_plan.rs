//! What falls due: what a committee services officer puts before a board.
//!
//! ```text
//! cargo run --release --example forward_plan
//! cargo run --release --example forward_plan -- FILE --from 2020-09-23 --months 12
//! cargo run --release --example forward_plan -- FILE --year 2021/22 --format markdown
//! ```
//!
//! Ends with 0, or with 2 if a file or the command line cannot be read.

mod common;

use std::process::ExitCode;

use chrono::{Months, NaiveDate};
use common::Format;
use programme::{
    document::Document,
    report,
    values::{FinancialYear, WorkingCalendar},
};

const USAGE: &str = "usage: forward_plan [FILE] [--from YYYY-MM-DD] [--months N] [--year 2021/22] \
                     [--format text|markdown|json] [--holidays FILE]";

/// St Helens' programme as it stood before its Cabinet.
const BUNDLED: &str = include_str!("../tests/fixtures/st-helens-2020/programme.json");
const BUNDLED_FROM: &str = "2020-09-23";

/// The division of the official list of bank holidays that is taken.
const DIVISION: &str = "england-and-wales";

#[derive(Default)]
struct Wanted {
    file: Option<String>,
    from: Option<NaiveDate>,
    months: Option<u32>,
    year: Option<FinancialYear>,
    format: Format,
    holidays: Option<String>,
}

fn main() -> ExitCode {
    common::run("forward_plan", USAGE, || run(&command_line()?))
}

fn run(wanted: &Wanted) -> Result<ExitCode, String> {
    let bytes = common::bytes(wanted.file.as_deref(), BUNDLED)?;
    let name = wanted.file.as_deref().unwrap_or("the bundled programme");
    let document = Document::from_slice(&bytes).map_err(|error| format!("{name}: {error}"))?;
    let (programme, reading) = document.check().lenient();
    // What could not be placed may have had a date.
    common::warn_of_faults("forward_plan", name, &reading);
    let (from, to) = days(wanted)?;
    let calendar = calendar(wanted.holidays.as_deref())?;
    let plan = report::forward_plan(&programme, &calendar, from, to);
    common::print(&match wanted.format {
        Format::Text => report::to_text(&plan),
        Format::Markdown => report::to_markdown(&plan),
        Format::Json => report::to_json(&plan),
    })?;
    Ok(ExitCode::SUCCESS)
}

/// The first and the last day: a financial year, or so many months from a day on.
fn days(wanted: &Wanted) -> Result<(NaiveDate, NaiveDate), String> {
    if let Some(year) = wanted.year {
        if wanted.from.is_some() || wanted.months.is_some() {
            return Err(format!(
                "--year is for a whole year; leave out --from and --months; {USAGE}"
            ));
        }
        return Ok((year.first_day(), year.last_day()));
    }
    let from = match (wanted.from, &wanted.file) {
        (Some(from), _) => from,
        (None, None) => common::date(BUNDLED_FROM, BUNDLED_FROM)?,
        (None, Some(_)) => {
            return Err(format!("say the first day with --from, or --year; {USAGE}"));
        }
    };
    let months = Months::new(wanted.months.unwrap_or(12));
    let to = from.checked_add_months(months);
    Ok((from, to.ok_or_else(|| format!("there is no day so many months after {from}"))?))
}

fn calendar(holidays: Option<&str>) -> Result<WorkingCalendar, String> {
    let Some(file) = holidays else { return Ok(WorkingCalendar::england_and_wales()) };
    WorkingCalendar::read(&common::text(file)?, DIVISION)
        .map_err(|error| format!("{file}: {error}"))
}

fn command_line() -> Result<Wanted, String> {
    let mut wanted = Wanted::default();
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or_else(|| format!("{word} wants a value; {USAGE}"));
        match word.as_str() {
            "--from" => wanted.from = Some(common::date(&value()?, "2020-09-23")?),
            "--months" => {
                let months = value()?;
                let count = months.parse().map_err(|_| format!("`{months}` is no number; {USAGE}"));
                wanted.months = Some(count?);
            }
            "--year" => {
                let year = value()?.parse::<FinancialYear>();
                wanted.year = Some(year.map_err(|error| error.to_string())?);
            }
            "--format" => wanted.format = Format::of(&value()?, USAGE)?,
            "--holidays" => wanted.holidays = Some(value()?),
            option if option.starts_with('-') => {
                return Err(format!("`{option}` is no option; {USAGE}"));
            }
            _ if wanted.file.is_some() => return Err(format!("one file at a time; {USAGE}")),
            file => wanted.file = Some(file.to_owned()),
        }
    }
    Ok(wanted)
}
