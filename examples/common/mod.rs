//! What the examples that read a file share: bytes in, text out, and what the command line says.
#![allow(dead_code, reason = "no example needs all of it")]

use std::{
    fs,
    io::{ErrorKind, Write},
    process::ExitCode,
};

use chrono::NaiveDate;
use programme::finding::{Findings, Severity};

/// Runs an example: `--help` says how it is used, and what goes wrong is said with its name.
pub(crate) fn run(
    example: &str,
    usage: &str,
    main: impl FnOnce() -> Result<ExitCode, String>,
) -> ExitCode {
    if std::env::args().skip(1).any(|word| word == "--help" || word == "-h") {
        println!("{usage}");
        return ExitCode::SUCCESS;
    }
    main().unwrap_or_else(|reason| {
        eprintln!("{example}: {reason}");
        ExitCode::from(2)
    })
}

/// The bytes of a file, or what comes with the example.
pub(crate) fn bytes(file: Option<&str>, bundled: &str) -> Result<Vec<u8>, String> {
    match file {
        None => Ok(bundled.as_bytes().to_vec()),
        Some(file) => fs::read(file).map_err(|error| format!("{file}: {error}")),
    }
}

/// The text of a file.
pub(crate) fn text(file: &str) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))
}

/// Says what of a document could not be placed: what is lost may have mattered.
pub(crate) fn warn_of_faults(example: &str, name: &str, reading: &Findings) {
    const SHOWN: usize = 5;
    let lost: Vec<_> = reading.iter().filter(|f| f.severity != Severity::Info).collect();
    for finding in lost.iter().take(SHOWN) {
        eprintln!("{example}: {name}: {finding}");
    }
    if lost.len() > SHOWN {
        eprintln!("{example}: {name}: and {} more", lost.len() - SHOWN);
    }
}

/// How a report is to be written.
#[derive(Clone, Copy, Default)]
pub(crate) enum Format {
    #[default]
    Text,
    Markdown,
    Json,
}

impl Format {
    pub(crate) fn of(word: &str, usage: &str) -> Result<Self, String> {
        match word {
            "text" => Ok(Self::Text),
            "markdown" => Ok(Self::Markdown),
            "json" => Ok(Self::Json),
            _ => Err(format!("`{word}` is no format; {usage}")),
        }
    }
}

/// Writes to the standard output. A reader that has seen enough closes the pipe, and that is no
/// fault.
pub(crate) fn print(text: &str) -> Result<(), String> {
    match std::io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error.to_string()),
        _ => Ok(()),
    }
}

/// A day of the command line.
pub(crate) fn date(text: &str, example: &str) -> Result<NaiveDate, String> {
    text.parse().map_err(|_| format!("`{text}` is no day; write it as {example}"))
}
