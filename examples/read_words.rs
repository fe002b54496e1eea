//! How will my spreadsheet be understood? Lines from standard input, each read as one cell.
//!
//! ```text
//! printf '15th May 2019 Cabinet\nOn-going\n' | cargo run -q --release --example read_words -- timescale
//! cut -d, -f4 plan.csv | cargo run -q --release --example read_words -- status
//! ```
//!
//! The kind is `timescale`, `money` or `status`. Each line gives one JSON object with `text` and
//! `kind`, and where they apply `earliest` and `latest` (ISO days, inclusive), `precision`, `sense`,
//! `forum`, `was` (the date that is replaced), `cadence`, `review`, `within`, `of`, `horizon`;
//! `pence_low` and `pence_high` (inclusive), `qualifier`; `status`, `health`, `response`. Words that
//! give nothing have `unread`, which says why (`blank`, `no_such_day`, `no_year`, `pending`,
//! `not_applicable`, `elsewhere`, `withheld`, `not_understood`), and `nearest` where something near would be read.

use std::{
    io::{BufRead, Write},
    process::ExitCode,
};

use programme::values::{
    Due, Figure, Interval, Meaning, PartialDate, Period, Printed, Readable, Reported, Stated,
    Timescale,
};
use rust_decimal::{Decimal, prelude::ToPrimitive};
use serde_json::{Map, Value, json};

const USAGE: &str = "usage: read_words timescale|money|status < LINES";

type Fields = Map<String, Value>;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let kind = match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [kind @ ("timescale" | "money" | "status")] => *kind,
        ["--help" | "-h"] => {
            println!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        _ => {
            eprintln!("read_words: say what the lines are; {USAGE}");
            return ExitCode::from(2);
        }
    };
    match read_lines(kind) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("read_words: {error}");
            ExitCode::from(2)
        }
    }
}

fn read_lines(kind: &str) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().split(b'\n') {
        let line = line?;
        // A line that is no UTF-8 is shown with what can be told of it.
        let text = String::from_utf8_lossy(&line);
        let text = text.strip_suffix('\r').unwrap_or(&text);
        let fields = match kind {
            "timescale" => read(&Timescale::read(text), timescale),
            "money" => read(&Stated::read(text), money),
            _ => read(&Printed::<Reported>::read(text), status),
        };
        let mut object = Fields::new();
        object.insert("text".into(), text.into());
        object.insert("kind".into(), kind.into());
        object.extend(fields);
        writeln!(out, "{}", Value::Object(object))?;
    }
    Ok(())
}

fn read<T: Readable>(cell: &Printed<T>, fields: fn(&T) -> Fields) -> Fields {
    if let Some(value) = cell.value() {
        return fields(value);
    }
    let mut out = Fields::new();
    put(&mut out, "unread", cell.unread().map(snake));
    put(&mut out, "nearest", cell.nearest());
    out
}

fn put(fields: &mut Fields, name: &str, value: Option<impl ToString>) {
    if let Some(value) = value {
        fields.insert(name.into(), value.to_string().into());
    }
}

/// The name of a variant, as JSON has it: `part_of_month` of `PartOfMonth`.
fn snake(name: impl std::fmt::Debug) -> String {
    let mut out = String::new();
    for c in format!("{name:?}").chars() {
        if c.is_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.extend(c.to_lowercase());
    }
    out
}

fn timescale(meaning: &Meaning) -> Fields {
    let mut out = Fields::new();
    put(&mut out, "status", meaning.status());
    match meaning {
        Meaning::Due(due) => due_fields(&mut out, due),
        Meaning::Continuing { cadence, review } => {
            out.insert("continuing".into(), true.into());
            put(&mut out, "cadence", *cadence);
            put(&mut out, "review", *review);
        }
        Meaning::Within { length, of } => {
            let (least, most, unit) = (length.least(), length.most(), snake(length.unit()));
            out.insert("within".into(), json!({"least": least, "most": most, "unit": unit}));
            put(&mut out, "of", of.as_ref());
        }
        Meaning::Horizon(horizon) => put(&mut out, "horizon", Some(snake(horizon))),
        Meaning::Status { on, .. } => {
            if let Some(on) = on {
                days(&mut out, (*on).into());
            }
        }
    }
    out
}

fn due_fields(out: &mut Fields, due: &Due) {
    days(out, due.dates());
    if due.latest().is_none() {
        // Open at its end.
        out.remove("latest");
    }
    put(out, "sense", Some(snake(due.sense())));
    put(out, "forum", due.forum());
    put(out, "was", due.was());
}

fn days(out: &mut Fields, dates: Period) {
    put(out, "earliest", Some(dates.earliest()));
    put(out, "latest", Some(dates.latest()));
    let precision = dates.single().map(PartialDate::precision).map(snake);
    put(out, "precision", Some(precision.unwrap_or_else(|| "span".into())));
}

fn money(figure: &Figure) -> Fields {
    let mut out = Fields::new();
    let Interval { low, high, low_included, high_included } = figure.interval();
    // The whole pence that lie in the interval.
    let pence = |amount: Decimal| amount * Decimal::ONE_HUNDRED;
    let (low, high) = (pence(low), pence(high));
    let first = if low_included { low.ceil() } else { low.floor() + Decimal::ONE };
    let last = if high_included { high.floor() } else { high.ceil() - Decimal::ONE };
    // A figure of fractions of a penny lies between two.
    let (first, last) = if first > last { (low.floor(), high.ceil()) } else { (first, last) };
    for (name, end) in [("pence_low", first), ("pence_high", last)] {
        if let Some(end) = end.to_i64() {
            out.insert(name.into(), end.into());
        }
    }
    put(&mut out, "qualifier", Some(snake(figure.qualifier())));
    put(&mut out, "unit", Some(snake(figure.unit())));
    out
}

fn status(reported: &Reported) -> Fields {
    let mut out = Fields::new();
    put(&mut out, "status", reported.status);
    put(&mut out, "health", reported.health);
    put(&mut out, "response", reported.response);
    out
}
