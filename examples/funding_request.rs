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

mod common;

use std::process::ExitCode;

use chrono::NaiveDate;
use common::Format;
use programme::{
    Programme, document::Document, finance::Reading, model::FundingRequirement, report,
    values::WorkingCalendar,
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
    format: Format,
}

fn main() -> ExitCode {
    common::run("funding_request", USAGE, || run(&command_line()?))
}

fn run(wanted: &Wanted) -> Result<ExitCode, String> {
    let bytes = common::bytes(wanted.file.as_deref(), BUNDLED)?;
    let name = wanted.file.as_deref().unwrap_or("the bundled paper");
    let document = Document::from_slice(&bytes).map_err(|error| format!("{name}: {error}"))?;
    let (programme, reading) = document.check().lenient();
    common::warn_of_faults("funding_request", name, &reading);
    let on = match (wanted.on, &wanted.file) {
        (Some(on), _) => on,
        (None, None) => common::date(BUNDLED_ON, BUNDLED_ON)?,
        (None, Some(_)) => return Err(format!("say as at which day with --on; {USAGE}")),
    };
    let need = need(&programme, wanted.need.as_deref(), name)?;
    let calendar = WorkingCalendar::england_and_wales();
    let request = report::funding_request(&programme, need, on, &calendar, wanted.reading);
    common::print(&match wanted.format {
        Format::Text => report::to_text(&request),
        Format::Markdown => report::to_markdown(&request),
        Format::Json => report::to_json(&request),
    })?;
    Ok(ExitCode::SUCCESS)
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
            "--on" => wanted.on = Some(common::date(&value()?, "2021-06-22")?),
            "--as-printed" => wanted.reading = Reading::AsPrinted,
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
