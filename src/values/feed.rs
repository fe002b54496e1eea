//! Bank holidays from the official list, as JSON text (feature `json`).

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use serde_json::{Map, Value};
use thiserror::Error;

use super::WorkingCalendar;

/// Why a text gives no calendar: it is no JSON or no list of bank holidays, has not the division
/// asked for, or would leave a year or a date to be guessed.
///
/// ```
/// use programme::values::{ReadHolidaysError, WorkingCalendar};
///
/// let text = r#"{"scotland": {"events": []}, "northern-ireland": {"events": []}}"#;
/// let error = WorkingCalendar::read(text, "england-and-wales").unwrap_err();
/// assert!(matches!(error, ReadHolidaysError::NoSuchDivision { .. }));
/// assert_eq!(
///     error.to_string(),
///     "the list has no division `england-and-wales`; choose from `northern-ireland`, `scotland`"
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ReadHolidaysError {
    /// The text is no JSON.
    #[error("line {line}, column {column}: the text is no JSON, {fault}; fetch the list again")]
    NotJson {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// What is the matter there.
        fault: String,
    },
    /// The text is JSON, but not one object of divisions.
    #[error(
        "the text is not a list of bank holidays; give one object of divisions, each with its \
         `events`"
    )]
    NoDivisions,
    /// There is no division of the name asked for.
    #[error("the list has no division `{division}`; choose from {}", quoted(.there))]
    NoSuchDivision {
        /// The name asked for.
        division: String,
        /// The names that there are, in order.
        there: Vec<String>,
    },
    /// The division has no list of events, or an empty one.
    #[error("{place} lists no holidays; fetch the list again")]
    NoEvents {
        /// Where the events should be, as a JSON pointer.
        place: String,
    },
    /// An event has no date, or none that is text.
    #[error("{place} is missing or no text; give the date of the holiday, such as 2026-12-28")]
    NoDate {
        /// Where the date should be, as a JSON pointer.
        place: String,
    },
    /// An event has a date that does not exist or is written otherwise.
    #[error(
        "`{date}` at {place} is no date from 1900 to 2199; write one that exists, such as \
         2026-12-28"
    )]
    NoSuchDay {
        /// Where it stands, as a JSON pointer.
        place: String,
        /// The date as written.
        date: String,
    },
    /// A year between the first and the last has no event at all.
    #[error("{place} lists no holidays in {year}; give those of every year between")]
    NoSuchYear {
        /// Where the events are, as a JSON pointer.
        place: String,
        /// The year.
        year: i32,
    },
}

fn quoted(names: &[String]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    names.join(", ")
}

impl WorkingCalendar {
    /// A calendar from the official list of bank holidays as JSON, for one of its divisions:
    /// `england-and-wales`, `scotland` or `northern-ireland`.
    ///
    /// It covers whole years, from that of the first event to that of the last.
    ///
    /// ```
    /// use programme::values::WorkingCalendar;
    ///
    /// let text = r#"{"scotland": {"division": "scotland", "events": [
    ///     {"title": "St Andrew’s Day", "date": "2026-11-30", "notes": "", "bunting": true}]}}"#;
    /// let calendar = WorkingCalendar::read(text, "scotland")?;
    /// assert_eq!(calendar.holiday("2026-11-30".parse()?)?, Some("St Andrew’s Day"));
    /// assert_eq!(calendar.first_day().to_string(), "2026-01-01");
    /// assert_eq!(calendar.last_day().to_string(), "2026-12-31");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`ReadHolidaysError`] if the text is no JSON or of another shape, has no such division, or
    /// the division has no events, a year without any, or an event without a date that exists.
    pub fn read(text: &str, division: &str) -> Result<Self, ReadHolidaysError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let divisions = divisions(text)?;
        let Some(chosen) = divisions.get(division) else {
            let mut there: Vec<String> = divisions.keys().cloned().collect();
            there.sort();
            return Err(ReadHolidaysError::NoSuchDivision { division: division.to_owned(), there });
        };
        let place = format!("/{}/events", division.replace('~', "~0").replace('/', "~1"));
        let events = chosen.get("events").and_then(Value::as_array);
        let holidays: Vec<(NaiveDate, String)> = events
            .map_or(&[][..], Vec::as_slice)
            .iter()
            .enumerate()
            .map(|(at, event)| holiday(event, || format!("{place}/{at}/date")))
            .collect::<Result<_, _>>()?;
        let years: BTreeSet<i32> = holidays.iter().map(|(day, _)| day.year()).collect();
        let (Some(&first), Some(&last)) = (years.first(), years.last()) else {
            return Err(ReadHolidaysError::NoEvents { place });
        };
        if let Some(year) = (first..=last).find(|year| !years.contains(year)) {
            return Err(ReadHolidaysError::NoSuchYear { place, year });
        }
        let holidays = holidays.into_iter().map(|(day, title)| (day, title.into())).collect();
        Ok(Self::of(holidays, super::date::day(first, 1, 1), super::date::day(last, 12, 31)))
    }
}

/// The divisions by name: those members that hold an object, as every division does.
fn divisions(text: &str) -> Result<Map<String, Value>, ReadHolidaysError> {
    let value: Value = serde_json::from_str(text).map_err(|error| {
        let said = error.to_string();
        let fault = said.split(" at line ").next().unwrap_or("").to_owned();
        ReadHolidaysError::NotJson { line: error.line(), column: error.column(), fault }
    })?;
    let Value::Object(mut members) = value else { return Err(ReadHolidaysError::NoDivisions) };
    members.retain(|_, member| member.is_object());
    if members.is_empty() { Err(ReadHolidaysError::NoDivisions) } else { Ok(members) }
}

fn holiday(
    event: &Value,
    place: impl Fn() -> String,
) -> Result<(NaiveDate, String), ReadHolidaysError> {
    let Some(date) = event.get("date").and_then(Value::as_str) else {
        return Err(ReadHolidaysError::NoDate { place: place() });
    };
    let day = super::date::iso(date)
        .ok_or_else(|| ReadHolidaysError::NoSuchDay { place: place(), date: date.to_owned() })?;
    let title = event.get("title").and_then(Value::as_str).unwrap_or("Bank holiday");
    Ok((day, title.to_owned()))
}
