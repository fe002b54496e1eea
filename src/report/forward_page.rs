//! The page of a forward plan: by month, then what begins now and may end later, then what has no day.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::{
    ForwardPlan,
    forward::{DeadlineLine, UndatedLine},
    headline::long,
    page::{Block, Page},
};
use crate::values::month_name;

impl Page for ForwardPlan {
    fn blocks(&self) -> Vec<Block> {
        let mut below = Vec::new();
        below.extend(self.council.clone());
        below.push(format!("Forward plan from {} to {}", long(&self.from), long(&self.to)));
        let mut blocks =
            vec![Block::Title(self.programme.clone(), below), Block::Points(self.headline.clone())];
        let (later, within): (Vec<_>, Vec<_>) =
            self.due.iter().partition(|line| day(&line.latest) > day(&self.to));
        for month in within.chunk_by(|a, b| month(&a.latest) == month(&b.latest)) {
            let heading = month.first().map(|line| month_of(&line.latest)).unwrap_or_default();
            blocks.push(Block::Heading(heading));
            blocks.push(table(month, false));
        }
        if !later.is_empty() {
            let until = long(&self.to);
            blocks.push(Block::Heading(format!("May fall due by {until}, or later")));
            blocks.push(table(&later, true));
        }
        let (silent, said): (Vec<_>, Vec<_>) =
            self.undated.iter().partition(|line| line.reason == "unsaid");
        if !said.is_empty() {
            blocks.push(Block::Heading(format!("No date, and why ({})", said.len())));
            blocks.push(undated(&said));
        }
        if !silent.is_empty() {
            blocks.push(Block::Heading(format!("Nothing is said of when ({})", silent.len())));
            blocks.push(unsaid(&silent));
        }
        blocks
    }
}

fn day(text: &str) -> Option<NaiveDate> {
    text.parse().ok()
}

fn month(text: &str) -> Option<(i32, u32)> {
    day(text).map(|day| (day.year(), day.month()))
}

fn month_of(text: &str) -> String {
    month(text).map(|(year, month)| format!("{} {year}", month_name(month))).unwrap_or_default()
}

/// One line for each thing, in the order in which they first fall due, however often that is.
fn table(lines: &[&DeadlineLine], years: bool) -> Block {
    let head =
        vec![("When", false), ("", false), ("What", false), ("Who", false), ("Set by", false)];
    let mut things: Vec<Vec<&DeadlineLine>> = Vec::new();
    let mut places = BTreeMap::new();
    for line in lines {
        let place = *places.entry(line.thing()).or_insert(things.len());
        match things.get_mut(place) {
            Some(times) => times.push(line),
            None => things.push(vec![line]),
        }
    }
    let rows =
        things.iter().filter_map(|times| Some((times.first()?, times))).map(|(line, times)| {
            let note = line.note.as_ref().map(|note| format!(" ({note})")).unwrap_or_default();
            vec![
                whens(times, years),
                line.subject.as_ref().map(|row| row.shown().to_owned()).unwrap_or_default(),
                format!("{}{note}", line.title),
                people(&line.who, &line.to),
                set_by(line),
            ]
        });
    Block::table(head, rows.collect())
}

/// When something falls due, a few times one by one.
fn whens(times: &[&DeadlineLine], years: bool) -> String {
    const FEW: usize = 2;
    let mut days: Vec<String> = times.iter().map(|line| when(line, years)).collect();
    match days.as_slice() {
        [first, .., last] if days.len() > FEW => {
            format!("{} times, {first} to {last}", days.len())
        }
        _ => {
            days.dedup();
            days.join(", ")
        }
    }
}

/// One day, or the first and the last of those that it may be; with years, where the heading does
/// not name that of the last.
fn when(line: &DeadlineLine, years: bool) -> String {
    let (Some(first), Some(last)) = (day(&line.earliest), day(&line.latest)) else {
        return String::new();
    };
    let short = |day: NaiveDate| {
        let month: String = month_name(day.month()).chars().take(3).collect();
        format!("{} {month}", day.day())
    };
    let weekday = last.weekday();
    if first == last {
        return format!("{weekday} {}", short(first));
    }
    if first.year() == last.year() && !years {
        return format!("{}–{}", short(first), short(last));
    }
    format!("{} {}–{} {}", short(first), first.year(), short(last), last.year())
}

fn people(who: &[String], to: &[String]) -> String {
    match (who, to) {
        ([], []) => "–".to_owned(),
        (who, []) => who.join("; "),
        ([], to) => format!("to {}", to.join("; ")),
        (who, to) => format!("{}, to {}", who.join("; "), to.join("; ")),
    }
}

/// The words of the paper where they set the day, or else the rule.
fn set_by(line: &DeadlineLine) -> String {
    match (line.set_by, &line.words) {
        ("row" | "programme", Some(words)) => format!("'{words}'"),
        ("practice", _) => format!("practice: {}", line.source),
        _ => line.source.clone(),
    }
}

fn undated(lines: &[&UndatedLine]) -> Block {
    let head = vec![("", false), ("What", false), ("Who", false), ("Why", false)];
    let rows = lines.iter().map(|line| {
        let note = line.note.as_ref().map(|note| format!("; {note}")).unwrap_or_default();
        vec![
            line.subject.as_ref().map(|row| row.shown().to_owned()).unwrap_or_default(),
            line.title.clone(),
            people(&line.who, &line.to),
            format!("{}{note}", line.why),
        ]
    });
    Block::table(head, rows.collect())
}

fn unsaid(lines: &[&UndatedLine]) -> Block {
    let head = vec![("", false), ("What", false), ("Kind", false), ("Who", false)];
    let rows = lines.iter().map(|line| {
        // Work is of many kinds, which the row names.
        let kind = match (line.kind, &line.subject) {
            ("work", Some(row)) => row.kind.to_owned(),
            (kind, _) => kind.replace('_', "-"),
        };
        let note = line.note.as_ref().map(|note| format!(" ({note})")).unwrap_or_default();
        vec![
            line.subject.as_ref().map(|row| row.shown().to_owned()).unwrap_or_default(),
            format!("{}{note}", line.title),
            kind,
            people(&line.who, &line.to),
        ]
    });
    Block::table(head, rows.collect())
}
