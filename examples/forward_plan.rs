//! What falls due: what a committee services officer puts before a board.
//!
//! ```text
//! cargo run --release --example forward_plan
//! cargo run --release --example forward_plan -- FILE --from 2020-09-23 --months 12
//! cargo run --release --example forward_plan -- FILE --year 2021/22 --format markdown
//! ```
//!
//! Ends with 0, or with 2 if a file or the command line cannot be read.

use std::{
    fs,
    io::{ErrorKind, Write},
    process::ExitCode,
};

use chrono::{Months, NaiveDate};
use programme::{
    document::Document,
    finding::Severity,
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
    format: Option<String>,
    holidays: Option<String>,
}

fn main() -> ExitCode {
    if std::env::args().skip(1).any(|word| word == "--help" || word == "-h") {
        println!("{USAGE}");
        return ExitCode::SUCCESS;
    }
    match command_line().and_then(|wanted| run(&wanted)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("forward_plan: {reason}");
            ExitCode::from(2)
        }
    }
}

fn run(wanted: &Wanted) -> Result<(), String> {
    let bytes = match &wanted.file {
        None => BUNDLED.as_bytes().to_vec(),
        Some(file) => fs::read(file).map_err(|error| format!("{file}: {error}"))?,
    };
    let name = wanted.file.as_deref().unwrap_or("the bundled programme");
    let document = Document::from_slice(&bytes).map_err(|error| format!("{name}: {error}"))?;
    let (programme, reading) = document.check().lenient();
    // What could not be placed may have had a date.
    let lost = reading.iter().filter(|finding| finding.severity != Severity::Info).count();
    if lost > 0 {
        eprintln!("forward_plan: {name}: {lost} faults of reading, which highlight_report lists");
    }
    let (from, to) = days(wanted)?;
    let calendar = calendar(wanted.holidays.as_deref())?;
    let plan = report::forward_plan(&programme, &calendar, from, to);
    let text = match wanted.format.as_deref() {
        Some("json") => report::to_json(&plan),
        Some("markdown") => report::to_markdown(&plan),
        _ => report::to_text(&plan),
    };
    // A reader that has seen enough closes the pipe, and that is no fault.
    match std::io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error.to_string()),
        _ => Ok(()),
    }
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
        (None, None) => date(BUNDLED_FROM)?,
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
    let text = fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    WorkingCalendar::read(&text, DIVISION).map_err(|error| format!("{file}: {error}"))
}

fn command_line() -> Result<Wanted, String> {
    let mut wanted = Wanted::default();
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or_else(|| format!("{word} wants a value; {USAGE}"));
        match word.as_str() {
            "--from" => wanted.from = Some(date(&value()?)?),
            "--months" => {
                let months = value()?;
                let count = months.parse().map_err(|_| format!("`{months}` is no number; {USAGE}"));
                wanted.months = Some(count?);
            }
            "--year" => {
                let year = value()?.parse::<FinancialYear>();
                wanted.year = Some(year.map_err(|error| error.to_string())?);
            }
            "--format" => {
                let format = value()?;
                if !["text", "markdown", "json"].contains(&format.as_str()) {
                    return Err(format!("`{format}` is no format; {USAGE}"));
                }
                wanted.format = Some(format);
            }
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

fn date(text: &str) -> Result<NaiveDate, String> {
    text.parse().map_err(|_| format!("`{text}` is no day; write it as 2020-09-23"))
}
