//! The main job: what a programme office puts before a board.
//!
//! ```text
//! cargo run --release --example highlight_report
//! cargo run --release --example highlight_report -- FILE --as-at 2019-09-04 --format json
//! ```
//!
//! Ends with 0; with `--check`, with 1 if there are findings that are errors; with 2 if the file or
//! the command line cannot be read.

mod common;

use std::process::ExitCode;

use chrono::NaiveDate;
use common::Format;
use programme::{document::Document, report, rollup::Policy};

const USAGE: &str = "usage: highlight_report [FILE] [--as-at YYYY-MM-DD] [--format \
                     text|markdown|json] [--policy pooled|mean|legacy] [--check]";

/// Havering's plan as it stood before its scrutiny board.
const BUNDLED: &str = include_str!("../tests/fixtures/havering-2019/programme.json");
const BUNDLED_AS_AT: &str = "2019-09-04";

struct Wanted {
    file: Option<String>,
    as_at: Option<NaiveDate>,
    format: Format,
    policy: Policy,
    check: bool,
}

fn main() -> ExitCode {
    common::run("highlight_report", USAGE, || run(&command_line()?))
}

fn run(wanted: &Wanted) -> Result<ExitCode, String> {
    let bytes = common::bytes(wanted.file.as_deref(), BUNDLED)?;
    let name = wanted.file.as_deref().unwrap_or("the bundled plan");
    let document = Document::from_slice(&bytes).map_err(|error| format!("{name}: {error}"))?;
    let (programme, reading) = document.check().lenient();

    let as_at = match (wanted.as_at, &wanted.file) {
        (Some(as_at), _) => as_at,
        (None, None) => common::date(BUNDLED_AS_AT, BUNDLED_AS_AT)?,
        (None, Some(_)) => return Err(format!("say the day of the report with --as-at; {USAGE}")),
    };
    let mut request = report::Request::as_at(as_at);
    request.policy = wanted.policy.clone();
    let highlight = report::highlight(&programme, &reading, &request);

    common::print(&match wanted.format {
        Format::Text => report::to_text(&highlight),
        Format::Markdown => report::to_markdown(&highlight),
        Format::Json => report::to_json(&highlight),
    })?;
    let errors = highlight
        .findings
        .iter()
        .any(|finding| finding.severity == "error" && finding.waived.is_none());
    Ok(if wanted.check && errors { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

fn command_line() -> Result<Wanted, String> {
    let mut wanted = Wanted {
        file: None,
        as_at: None,
        format: Format::default(),
        policy: Policy::pooled(),
        check: false,
    };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or_else(|| format!("{word} wants a value; {USAGE}"));
        match word.as_str() {
            "--as-at" => wanted.as_at = Some(common::date(&value()?, "2019-09-04")?),
            "--format" => wanted.format = Format::of(&value()?, USAGE)?,
            "--policy" => {
                wanted.policy = match value()?.as_str() {
                    "pooled" => Policy::pooled(),
                    "mean" => Policy::mean(),
                    "legacy" => Policy::legacy(),
                    other => return Err(format!("`{other}` is no policy; {USAGE}")),
                };
            }
            "--check" => wanted.check = true,
            option if option.starts_with('-') => {
                return Err(format!("`{option}` is no option; {USAGE}"));
            }
            _ if wanted.file.is_some() => return Err(format!("one file at a time; {USAGE}")),
            file => wanted.file = Some(file.to_owned()),
        }
    }
    Ok(wanted)
}
