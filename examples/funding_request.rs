//! A request for money as a finance officer would check it: who pays, who releases it, what is left,
//! and whether the figures of the paper hold.
//!
//! ```text
//! cargo run --release --example funding_request
//! cargo run --release --example funding_request -- FILE --need FR1 --on 2021-06-22
//! cargo run --release --example funding_request -- --as-printed --format markdown
//! ```
//!
//! Ends with 0, or with 2 if a file or the command line cannot be read.

use std::{
    fs,
    io::{ErrorKind, Write},
    process::ExitCode,
};

use chrono::NaiveDate;
use programme::{
    Programme, document::Document, finance::Reading, finding::Severity, model::FundingRequirement,
    report, values::WorkingCalendar,
};

const USAGE: &str = "usage: funding_request [FILE] [--need REFERENCE] [--on YYYY-MM-DD] \
                     [--as-printed] [--format text|markdown|json]";

/// Dacorum's business case as it stood before its Cabinet.
const BUNDLED: &str = include_str!("../tests/fixtures/dacorum-2021/programme.json");
const BUNDLED_ON: &str = "2021-06-22";

#[derive(Default)]
struct Wanted {
    file: Option<String>,
    need: Option<String>,
    on: Option<NaiveDate>,
    reading: Reading,
    format: Option<String>,
}

fn main() -> ExitCode {
    if std::env::args().skip(1).any(|word| word == "--help" || word == "-h") {
        println!("{USAGE}");
        return ExitCode::SUCCESS;
    }
    match command_line().and_then(|wanted| run(&wanted)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("funding_request: {reason}");
            ExitCode::from(2)
        }
    }
}

fn run(wanted: &Wanted) -> Result<(), String> {
    let bytes = match &wanted.file {
        None => BUNDLED.as_bytes().to_vec(),
        Some(file) => fs::read(file).map_err(|error| format!("{file}: {error}"))?,
    };
    let name = wanted.file.as_deref().unwrap_or("the bundled paper");
    let document = Document::from_slice(&bytes).map_err(|error| format!("{name}: {error}"))?;
    let (programme, reading) = document.check().lenient();
    let lost = reading.iter().filter(|finding| finding.severity != Severity::Info).count();
    if lost > 0 {
        eprintln!(
            "funding_request: {name}: {lost} faults of reading, which highlight_report lists"
        );
    }
    let on = match (wanted.on, &wanted.file) {
        (Some(on), _) => on,
        (None, None) => date(BUNDLED_ON)?,
        (None, Some(_)) => return Err(format!("say as at which day with --on; {USAGE}")),
    };
    let need = need(&programme, wanted.need.as_deref(), name)?;
    let calendar = WorkingCalendar::england_and_wales();
    let request = report::funding_request(&programme, need, on, &calendar, wanted.reading);
    let text = match wanted.format.as_deref() {
        Some("json") => report::to_json(&request),
        Some("markdown") => report::to_markdown(&request),
        _ => report::to_text(&request),
    };
    // A reader that has seen enough closes the pipe, and that is no fault.
    match std::io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error.to_string()),
        _ => Ok(()),
    }
}

/// The need that is meant: that of a reference, or the first of the programme itself, or the first.
fn need<'p>(
    programme: &'p Programme,
    reference: Option<&str>,
    name: &str,
) -> Result<&'p FundingRequirement, String> {
    let needs = programme.funding_requirements();
    match reference {
        Some(words) => {
            let reference = words.parse().map_err(|error| format!("{error}"))?;
            let need = needs.by_reference(reference);
            need.ok_or_else(|| format!("{name} has no funding requirement `{words}`"))
        }
        None => {
            let own = needs.into_iter().find(|need| need.of.is_none());
            let need = own.or_else(|| needs.into_iter().next());
            need.ok_or_else(|| format!("{name} has no funding requirement"))
        }
    }
}

fn command_line() -> Result<Wanted, String> {
    let mut wanted = Wanted::default();
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or_else(|| format!("{word} wants a value; {USAGE}"));
        match word.as_str() {
            "--need" => wanted.need = Some(value()?),
            "--on" => wanted.on = Some(date(&value()?)?),
            "--as-printed" => wanted.reading = Reading::AsPrinted,
            "--format" => {
                let format = value()?;
                if !["text", "markdown", "json"].contains(&format.as_str()) {
                    return Err(format!("`{format}` is no format; {USAGE}"));
                }
                wanted.format = Some(format);
            }
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
    text.parse().map_err(|_| format!("`{text}` is no day; write it as 2021-06-22"))
}
