//! How will my spreadsheet be understood? An action plan as CSV, with what each of its columns is
//! taken for, what comes of it, and what does not.
//!
//! ```text
//! cargo run --features csv --example import_plan
//! cargo run --features csv --example import_plan -- FILE.csv --set "Budget code=priority"
//! cargo run --features csv --example import_plan -- FILE.csv --json > plan.json
//! ```
//!
//! Ends with 0; with `--check`, with 1 if there are findings that are errors; with 2 if the file or
//! the command line cannot be read.

use std::{
    fmt::Write as _,
    fs,
    io::{ErrorKind, Write as _},
    process::ExitCode,
};

use programme::{
    finding::{Findings, Severity},
    model::ColumnRole,
    sheet::{self, Mapping, Settings, Sheet},
};

const USAGE: &str = "usage: import_plan [FILE.csv] [--name NAME] [--header ROW] \
                     [--set HEADING=WORD]... [--json | --csv --as-at YYYY-MM-DD] [--check]";

/// A plan with most of what makes spreadsheets hard.
const BUNDLED: &str = include_str!("../tests/fixtures/sheets/council-plan.csv");

#[derive(Default)]
struct Wanted {
    file: Option<String>,
    name: Option<String>,
    header: Option<usize>,
    set: Vec<(String, String)>,
    as_at: Option<chrono::NaiveDate>,
    json: bool,
    csv: bool,
    check: bool,
}

fn main() -> ExitCode {
    if std::env::args().skip(1).any(|word| word == "--help" || word == "-h") {
        println!("{USAGE}\n\nWORD is `nothing`, or one of {}.", words());
        return ExitCode::SUCCESS;
    }
    match command_line().and_then(|wanted| run(&wanted)) {
        Ok(code) => code,
        Err(reason) => {
            eprintln!("import_plan: {reason}");
            ExitCode::from(2)
        }
    }
}

fn run(wanted: &Wanted) -> Result<ExitCode, String> {
    let text = match &wanted.file {
        None => BUNDLED.to_owned(),
        Some(file) => {
            let bytes = fs::read(file).map_err(|error| format!("{file}: {error}"))?;
            String::from_utf8(bytes)
                .map_err(|_| format!("{file}: not UTF-8; save it as \"CSV UTF-8\""))?
        }
    };
    let sheet = Sheet::read(&text);
    let mapping = mapping(&sheet, wanted)?;
    let name = wanted.name.as_deref().or(wanted.file.as_deref()).unwrap_or("The bundled plan");
    let imported = sheet.import(&mapping, &Settings::named(name));
    let json = imported.document.to_json();
    let (programme, findings) = imported.check();

    let shown = if wanted.json {
        json
    } else if wanted.csv {
        let on = wanted.as_at.ok_or_else(|| format!("say the day with --as-at; {USAGE}"))?;
        sheet::write(&programme, on)
    } else {
        let mut page = understood(&sheet, &mapping);
        let notes = programme.plans().iter().flat_map(|plan| &plan.rows);
        let notes: usize = notes.map(|row| row.placeholders.len()).sum();
        let counts = [
            (programme.recommendations().len(), "recommendation"),
            (programme.actions().len(), "action"),
            (notes, "note to the author in an action's place"),
        ];
        page += "\nWhat comes of it\n";
        for (count, one) in counts.iter().filter(|(count, _)| *count > 0) {
            let many = if *count == 1 { (*one).to_owned() } else { plural(one) };
            let _ = writeln!(page, "  {count} {many}");
        }
        if counts.iter().all(|(count, _)| *count == 0) {
            page += "  nothing\n";
        }
        page + &said(&findings)
    };
    // A reader that has seen enough closes the pipe, and that is no fault.
    match std::io::stdout().lock().write_all(shown.as_bytes()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => return Err(error.to_string()),
        _ => {}
    }
    if (wanted.json || wanted.csv) && !findings.is_empty() {
        eprintln!(
            "import_plan: {} findings; run without --json and --csv to read them",
            findings.len()
        );
    }
    let errors = findings.count(Severity::Error) > 0;
    Ok(if wanted.check && errors { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

fn plural(one: &str) -> String {
    match one.split_once(' ') {
        Some((noun, rest)) => format!("{noun}s {rest}"),
        None => format!("{one}s"),
    }
}

/// What the library proposes, and what the command line says otherwise.
fn mapping(sheet: &Sheet, wanted: &Wanted) -> Result<Mapping, String> {
    let mut mapping = match wanted.header {
        None => sheet.propose(),
        Some(row) => {
            let row = row.checked_sub(1).ok_or("rows are counted from 1")?;
            if row >= sheet.rows().len() {
                return Err(format!("the sheet has {} rows", sheet.rows().len()));
            }
            sheet.propose_at(row)
        }
    };
    for (heading, word) in &wanted.set {
        let holds = match word.as_str() {
            "nothing" => None,
            word => {
                let known = ColumnRole::ALL.iter().find(|role| role.to_string() == word);
                Some(*known.ok_or_else(|| format!("`{word}` is none of {}", words()))?)
            }
        };
        let found = mapping.columns.iter_mut().position(|column| column.heading == *heading);
        let at = found.ok_or_else(|| format!("no column is headed '{heading}'"))?;
        mapping.set(at, holds);
    }
    Ok(mapping)
}

fn words() -> String {
    ColumnRole::ALL.iter().map(|role| format!("`{role}`")).collect::<Vec<_>>().join(", ")
}

fn understood(sheet: &Sheet, mapping: &Mapping) -> String {
    let mut page = match mapping.header {
        Some(at) => format!("How the columns are understood (headings in line {})\n", at + 1),
        None => {
            return "No line of the sheet was taken for its headings: say which with --header.\n"
                .into();
        }
    };
    let short = |heading: &str| match heading.split_whitespace().collect::<Vec<_>>().join(" ") {
        blank if blank.is_empty() => "(no heading)".to_owned(),
        heading => heading,
    };
    let width = mapping.columns.iter().map(|column| short(&column.heading).chars().count()).max();
    let width = width.unwrap_or(0).min(48);
    for (at, column) in mapping.columns.iter().enumerate() {
        let holds = match column.holds {
            Some(role) => role.to_string().replace('_', " "),
            None if sheet.rows().iter().all(|row| row.cell(at).trim().is_empty()) => {
                "nothing; it is empty".into()
            }
            None => "not read; kept as printed".into(),
        };
        let _ = writeln!(page, "  {:width$}  {holds}", short(&column.heading));
    }
    page
}

fn said(findings: &Findings) -> String {
    if findings.is_empty() {
        return "\nNothing was found in reading it.\n".into();
    }
    let mut page = "\nWhat was found in reading it\n".to_owned();
    for finding in findings {
        let line = finding.to_string().split_whitespace().collect::<Vec<_>>().join(" ");
        let _ = writeln!(page, "  {line}");
    }
    page
}

fn command_line() -> Result<Wanted, String> {
    let mut wanted = Wanted::default();
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or_else(|| format!("{word} wants a value; {USAGE}"));
        match word.as_str() {
            "--name" => wanted.name = Some(value()?),
            "--header" => {
                let row = value()?;
                let row = row.parse().map_err(|_| format!("`{row}` is no row; {USAGE}"))?;
                wanted.header = Some(row);
            }
            "--set" => {
                let pair = value()?;
                let (heading, word) = pair
                    .rsplit_once('=')
                    .ok_or_else(|| format!("`{pair}` sets nothing; {USAGE}"))?;
                wanted.set.push((heading.to_owned(), word.to_owned()));
            }
            "--as-at" => {
                let day = value()?;
                let day = day
                    .parse()
                    .map_err(|_| format!("`{day}` is no day; write it as 2024-06-20"))?;
                wanted.as_at = Some(day);
            }
            "--json" => wanted.json = true,
            "--csv" => wanted.csv = true,
            "--check" => wanted.check = true,
            option if option.starts_with('-') => {
                return Err(format!("`{option}` is no option; {USAGE}"));
            }
            _ if wanted.file.is_some() => return Err(format!("one file at a time; {USAGE}")),
            file => wanted.file = Some(file.to_owned()),
        }
    }
    if wanted.json && wanted.csv {
        return Err(format!("JSON or CSV, one of the two; {USAGE}"));
    }
    Ok(wanted)
}
