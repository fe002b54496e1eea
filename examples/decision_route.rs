//! Who decides: what a paper asks for, or one matter that is described on the command line.
//!
//! ```text
//! cargo run --release --example decision_route
//! cargo run --release --example decision_route -- FILE --report REP1 --from 2021-06-22
//! cargo run --release --example decision_route -- FILE --matter contract --amount '£400,000' \
//!     --from 2021-06-22
//! ```
//!
//! Ends with 0, or with 2 if a file or the command line cannot be read.

mod common;

use std::process::ExitCode;

use chrono::NaiveDate;
use common::Format;
use programme::{
    Programme,
    document::{Document, Vocabulary},
    governance::Matter,
    model::MatterKind,
    report,
    values::{Stated, WorkingCalendar},
};

const USAGE: &str = "usage: decision_route [FILE] [--report REFERENCE] [--from YYYY-MM-DD] \
                     [--matter KIND [--title TEXT] [--amount TEXT] [--wards LIST] \
                     [--significant yes|no] [--sensitive yes|no]] \
                     [--format text|markdown|json] [--holidays FILE]";

/// Dacorum's business case as it stood before its Cabinet.
const BUNDLED: &str = include_str!("../tests/fixtures/dacorum-2021/programme.json");
const BUNDLED_FROM: &str = "2021-06-22";

#[derive(Default)]
struct Wanted {
    file: Option<String>,
    report: Option<String>,
    from: Option<NaiveDate>,
    matter: Option<Matter>,
    format: Format,
    holidays: Option<String>,
}

fn main() -> ExitCode {
    let usage = format!("{USAGE}\n\nkinds of matter: {}", kinds());
    common::run("decision_route", &usage, || run(&command_line()?))
}

fn run(wanted: &Wanted) -> Result<ExitCode, String> {
    let bytes = common::bytes(wanted.file.as_deref(), BUNDLED)?;
    let name = wanted.file.as_deref().unwrap_or("the bundled paper");
    let document = Document::from_slice(&bytes).map_err(|error| format!("{name}: {error}"))?;
    let (programme, reading) = document.check().lenient();
    common::warn_of_faults("decision_route", name, &reading);
    let from = match (wanted.from, &wanted.file) {
        (Some(from), _) => from,
        (None, None) => common::date(BUNDLED_FROM, BUNDLED_FROM)?,
        (None, Some(_)) => return Err(format!("say from which day with --from; {USAGE}")),
    };
    let calendar = match &wanted.holidays {
        None => WorkingCalendar::england_and_wales(),
        Some(file) => WorkingCalendar::read(&common::text(file)?, "england-and-wales")
            .map_err(|error| format!("{file}: {error}"))?,
    };
    let routes = match &wanted.matter {
        Some(matter) => report::decision_route(&programme, matter, from, &calendar),
        None => {
            let paper = paper(&programme, wanted.report.as_deref(), name)?;
            report::paper_routes(&programme, paper, from, &calendar)
        }
    };
    common::print(&match wanted.format {
        Format::Text => report::to_text(&routes),
        Format::Markdown => report::to_markdown(&routes),
        Format::Json => report::to_json(&routes),
    })?;
    Ok(ExitCode::SUCCESS)
}

/// The paper that is meant: that of a reference, or the first that asks for anything.
fn paper<'p>(
    programme: &'p Programme,
    reference: Option<&str>,
    name: &str,
) -> Result<&'p programme::Report, String> {
    let mut papers = programme.reports().into_iter();
    match reference {
        Some(words) => {
            let reference = words.parse().map_err(|error| format!("{error}"))?;
            let paper = programme.reports().by_reference(reference);
            paper.ok_or_else(|| format!("{name} has no report `{words}`"))
        }
        None => papers.find(|paper| !paper.requests.is_empty()).ok_or_else(|| {
            format!("{name} has no report that asks for anything; describe a --matter; {USAGE}")
        }),
    }
}

fn command_line() -> Result<Wanted, String> {
    let mut wanted = Wanted::default();
    let mut title = None;
    let mut matter = Matter::new("The matter");
    let mut described = false;
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or_else(|| format!("{word} wants a value; {USAGE}"));
        match word.as_str() {
            "--report" => wanted.report = Some(value()?),
            "--from" => wanted.from = Some(common::date(&value()?, "2021-06-22")?),
            "--matter" => (matter.kind, described) = (Some(kind(&value()?)?), true),
            "--title" => title = Some(value()?),
            "--amount" => {
                let amount = Stated::read(&value()?);
                if amount.value().is_none() {
                    return Err(format!("`{amount}` is no amount; write £400,000 or c£400k"));
                }
                matter.amount = Some(amount);
            }
            "--wards" => matter.wards = value()?.split(',').map(|w| w.trim().to_owned()).collect(),
            "--significant" => matter.significant_in_wards = Some(yes(&value()?)?),
            "--sensitive" => matter.politically_sensitive = Some(yes(&value()?)?),
            "--format" => wanted.format = Format::of(&value()?, USAGE)?,
            "--holidays" => wanted.holidays = Some(value()?),
            option if option.starts_with('-') => {
                return Err(format!("`{option}` is no option; {USAGE}"));
            }
            _ if wanted.file.is_some() => return Err(format!("one file at a time; {USAGE}")),
            file => wanted.file = Some(file.to_owned()),
        }
    }
    let told = title.is_some() || matter != Matter::new("The matter");
    if told && !described {
        return Err(format!("say what kind of matter it is with --matter: {}", kinds()));
    }
    if described && wanted.report.is_some() {
        return Err(format!("give --report or --matter, and not both; {USAGE}"));
    }
    matter.title = title.unwrap_or_else(|| named(&matter));
    wanted.matter = described.then_some(matter);
    Ok(wanted)
}

/// What a matter is called that has no title: its kind and amount.
fn named(matter: &Matter) -> String {
    let kind = matter.kind.map_or("matter", MatterKind::word).replace('_', " ");
    let amount = matter.amount.as_ref().map(|amount| format!(" of {amount}")).unwrap_or_default();
    format!("{kind}{amount}")
}

fn kinds() -> String {
    MatterKind::WORDS.iter().map(|(_, word)| *word).collect::<Vec<_>>().join(", ")
}

fn kind(word: &str) -> Result<MatterKind, String> {
    MatterKind::of(word).ok_or_else(|| format!("`{word}` is none of {}", kinds()))
}

fn yes(word: &str) -> Result<bool, String> {
    match word {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err(format!("`{word}` is neither yes nor no")),
    }
}
