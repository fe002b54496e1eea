//! A programme on one page for its board: what is red and why, risks, benefits, measures, and what
//! the papers do not say.
//!
//! ```text
//! cargo run --release --example board_dashboard
//! cargo run --release --example board_dashboard -- FILE --as-at 2021-06-22 --format markdown
//! ```
//!
//! With `--since`, ratings are compared with those of an earlier day. Ends with 0, or with 2 if a file
//! or the command line cannot be read.

mod common;

use std::process::ExitCode;

use chrono::NaiveDate;
use common::Format;
use programme::{
    document::Document,
    report::{self, BoardPolicies},
};

const USAGE: &str = "usage: board_dashboard [FILE --as-at YYYY-MM-DD] [--since YYYY-MM-DD] [--format text|markdown|json]";

/// Dacorum's programme, as its Cabinet saw it on 22 June 2021.
const BUNDLED: &str = include_str!("../tests/fixtures/dacorum-2021/programme.json");
const BUNDLED_DAY: &str = "2021-06-22";

#[derive(Default)]
struct Wanted {
    file: Option<String>,
    as_at: Option<NaiveDate>,
    since: Option<NaiveDate>,
    format: Format,
}

fn main() -> ExitCode {
    common::run("board_dashboard", USAGE, || run(&command_line()?))
}

fn run(wanted: &Wanted) -> Result<ExitCode, String> {
    let on = match (wanted.as_at, &wanted.file) {
        (Some(on), _) => on,
        (None, None) => common::date(BUNDLED_DAY, BUNDLED_DAY)?,
        (None, Some(_)) => return Err(format!("a file wants a day, --as-at; {USAGE}")),
    };
    let bytes = common::bytes(wanted.file.as_deref(), BUNDLED)?;
    let name = wanted.file.as_deref().unwrap_or("the bundled programme");
    let document = Document::from_slice(&bytes).map_err(|error| format!("{name}: {error}"))?;
    let (programme, reading) = document.check().lenient();
    common::warn_of_faults("board_dashboard", name, &reading);
    let policies = BoardPolicies { since: wanted.since, ..BoardPolicies::default() };
    let board = report::board_dashboard(&programme, &policies, on)
        .map_err(|error| format!("{name}: {error}"))?;
    common::print(&match wanted.format {
        Format::Text => report::to_text(&board),
        Format::Markdown => report::to_markdown(&board),
        Format::Json => report::to_json(&board),
    })?;
    Ok(ExitCode::SUCCESS)
}

fn command_line() -> Result<Wanted, String> {
    let mut wanted = Wanted::default();
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or_else(|| format!("{word} wants a value; {USAGE}"));
        match word.as_str() {
            "--as-at" => wanted.as_at = Some(common::date(&value()?, BUNDLED_DAY)?),
            "--since" => wanted.since = Some(common::date(&value()?, BUNDLED_DAY)?),
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
