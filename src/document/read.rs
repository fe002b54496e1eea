//! From a document to rows: every value tried, every fault reported with its place.

use std::borrow::Cow;

use super::{
    entries,
    raw::{Cell, Extra, Extras, Flex, Many, Misplaced, Part, Raw, Words},
    resolve::Directory,
    rows::MirrorPart,
    vocabulary::Vocabulary,
};
use crate::{
    finding::{Entry, Finding, Place, Severity},
    model::Citation,
    values::{Printed, Readable, Timescale, Unread, capital, names},
};

/// Texts beyond this are kept and reported.
const LONG: usize = 100_000;

/// How many suggestions a document gets: one takes as long as reading a hundred cells, and a
/// document full of nonsense is not helped by them.
const SUGGESTIONS: usize = 500;

/// Reads the values of one document, row by row.
pub(super) struct Reader {
    pub(super) directory: Directory,
    pub(super) findings: Vec<Finding>,
    /// Where in their list the plans stand that were read.
    pub(super) plans: Vec<usize>,
    /// How many more suggestions the document gets.
    pub(super) suggestions: usize,
    /// The place of the object within which it reads.
    within: String,
    list: &'static str,
    row: Option<usize>,
}

/// Where in a row a value stands.
#[derive(Clone, Copy)]
pub(super) enum At<'p> {
    /// In a field of the row.
    Field(&'p str),
    /// At an item of a list.
    Nth(&'p At<'p>, usize),
    /// In a field of a part.
    In(&'p At<'p>, &'p str),
    /// At a word that stands for a whole part, which then has no fields.
    Word(&'p At<'p>),
}

impl At<'_> {
    /// Adds the steps to a path, as a JSON pointer (RFC 6901).
    fn write(&self, path: &mut String) {
        use std::fmt::Write;
        // Writing to a string cannot fail.
        let _ = match self {
            Self::Nth(list, item) => {
                list.write(path);
                write!(path, "/{item}")
            }
            Self::Word(part) | Self::In(Self::Word(part), _) => {
                part.write(path);
                Ok(())
            }
            Self::In(part, field) => {
                part.write(path);
                write!(path, "/{}", escaped(field))
            }
            Self::Field(field) => write!(path, "/{}", escaped(field)),
        };
    }
}

/// The name of a field within a JSON pointer.
fn escaped(field: &str) -> Cow<'_, str> {
    if field.contains(['~', '/']) {
        return field.replace('~', "~0").replace('/', "~1").into();
    }
    field.into()
}

impl Reader {
    pub(super) fn new() -> Self {
        Self {
            directory: Directory::default(),
            findings: Vec::new(),
            plans: Vec::new(),
            suggestions: SUGGESTIONS,
            within: String::new(),
            list: "",
            row: None,
        }
    }

    /// Says within which object it reads from now on, by its place.
    pub(super) fn within(&mut self, place: String) {
        self.within = place;
    }

    /// Says which object is being read, for the places of findings.
    pub(super) fn enter(&mut self, list: &'static str, row: Option<usize>) {
        (self.list, self.row) = (list, row);
    }

    pub(super) fn report(
        &mut self,
        entry: &'static Entry,
        at: Option<&At<'_>>,
        message: String,
        help: impl Into<String>,
    ) {
        self.report_at(entry, self.path(at), message, help);
    }

    /// Reports something of another place than that at which it reads.
    pub(super) fn report_at(
        &mut self,
        entry: &'static Entry,
        path: String,
        message: String,
        help: impl Into<String>,
    ) {
        let mut finding = Finding::new(entry, message, help);
        finding.place = Some(Place { path, line_column: None });
        self.findings.push(finding);
    }

    /// The place at which it reads, as a JSON pointer.
    pub(super) fn path(&self, at: Option<&At<'_>>) -> String {
        let mut path = self.within.clone();
        if !self.list.is_empty() {
            path = format!("{path}/{}", self.list);
        }
        if let Some(row) = self.row {
            path = format!("{path}/{row}");
        }
        if let Some(at) = at {
            at.write(&mut path);
        }
        path
    }

    pub(super) fn wrong_shape(&mut self, at: &At<'_>, wanted: &str, raw: &Raw<'_>) {
        let message =
            format!("{} stands where {wanted} belongs: {}.", capital(raw.shape()), short(raw));
        self.report(&entries::WRONG_SHAPE, Some(at), message, format!("Write {wanted}."));
    }

    /// Reports fields that are not known, with the known one that may be meant.
    pub(super) fn extra(&mut self, at: Option<&At<'_>>, extra: Extras<'_>, known: &[&str]) {
        for Extra { name, value } in extra.into_vec() {
            let name = name.as_ref();
            let place = at.map_or(At::Field(name), |at| At::In(at, name));
            if known.contains(&name) {
                let message =
                    format!("`{name}` stands twice; the other value is {}.", short(&value));
                self.report(
                    &entries::REPEATED_FIELD,
                    Some(&place),
                    message,
                    "Keep the one that is meant.",
                );
                continue;
            }
            let near = known.iter().find(|field| near_miss(name, field));
            let help = match near {
                Some(field) => format!("Write `{field}` if that is meant, or take it out."),
                None => "Take it out, or put what it says where it belongs.".to_owned(),
            };
            let message = format!("`{name}` is not a field here; it holds {}.", short(&value));
            self.report(&entries::UNKNOWN_FIELD, Some(&place), message, help);
            // A slip of the pen loses what the plan says; a field of the council's own does not.
            if near.is_some() {
                let slip = self.findings.last_mut();
                slip.into_iter().for_each(|slip| slip.severity = Severity::Error);
            }
        }
    }

    // Values: one method for each way in which a field is read -----------------------------------

    /// Text, if there is any.
    pub(super) fn text(&mut self, at: &At<'_>, cell: Cell<'_>) -> Option<String> {
        self.given(at, cell).map(Cow::into_owned)
    }

    /// Text, empty where there is none.
    pub(super) fn words(&mut self, at: &At<'_>, cell: Cell<'_>) -> String {
        self.text(at, cell).unwrap_or_default()
    }

    /// Text that should be there.
    pub(super) fn name(&mut self, at: &At<'_>, cell: Cell<'_>) -> String {
        let text = self.words(at, cell);
        if text.trim().is_empty() {
            let message = "There is no name here.".to_owned();
            self.report(&entries::MISSING, Some(at), message, "Give it a name or a short title.");
        }
        text
    }

    /// The words of a cell, if it holds any.
    pub(super) fn given<'a>(&mut self, at: &At<'_>, cell: Cell<'a>) -> Option<Cow<'a, str>> {
        let raw = cell.filter(|raw| *raw != Raw::Null)?;
        self.exact(at, &raw);
        match raw.into_text() {
            Ok(text) => {
                if text.len() > LONG && text.chars().count() > LONG {
                    let (count, start) = (text.chars().count(), short(&Raw::from(&*text)));
                    let message = format!("The text that begins {start} has {count} characters.");
                    self.report(&entries::LONG_TEXT, Some(at), message, "Check what it holds.");
                }
                Some(text)
            }
            Err(raw) => {
                self.wrong_shape(at, "text", &raw);
                None
            }
        }
    }

    /// Reports a number whose digits may not be those that were written.
    pub(super) fn exact(&mut self, at: &At<'_>, raw: &Raw<'_>) {
        if raw.is_rounded() {
            let message = format!("The number {} may not be as it was written.", short(raw));
            let help = "Put it in quotation marks; numbers are read to fifteen digits.";
            self.report(&entries::NOT_A_NUMBER, Some(at), message, help);
        }
    }

    pub(super) fn texts(&mut self, at: &At<'_>, words: Words<'_>) -> Vec<String> {
        self.each(at, words, |r, at, cell| r.text(at, cell))
    }

    /// Every item of a list that gives something.
    pub(super) fn each<T>(
        &mut self,
        at: &At<'_>,
        words: Words<'_>,
        mut read: impl FnMut(&mut Self, &At<'_>, Cell<'_>) -> Option<T>,
    ) -> Vec<T> {
        match words {
            Many::Single(item) => read(self, at, plain(*item)).into_iter().collect(),
            Many::Listed(items) => {
                let mut all = Vec::with_capacity(items.len());
                for (i, item) in items.into_iter().enumerate() {
                    all.extend(read(self, &At::Nth(at, i), plain(item)));
                }
                all
            }
        }
    }

    /// Words as printed, with what they can be read as.
    pub(super) fn printed<T: Readable>(
        &mut self,
        at: &At<'_>,
        cell: Cell<'_>,
    ) -> Option<Printed<T>> {
        let words = self.given(at, cell)?;
        let printed = Printed::read(&words);
        match printed.unread() {
            None
            | Some(
                Unread::Blank
                | Unread::Pending
                | Unread::NotApplicable
                | Unread::Elsewhere
                | Unread::Withheld,
            ) => {}
            Some(Unread::NoYear) => {
                let message = format!("'{}' does not say its year.", cut(&words));
                self.report(&entries::NOT_UNDERSTOOD, Some(at), message, "Add the year.");
            }
            Some(Unread::NoSuchDay) => {
                let message = format!("'{words}' is not in the calendar.");
                self.report(&entries::NO_SUCH_DAY, Some(at), message, "Correct the date.");
            }
            Some(Unread::NotUnderstood) => {
                let message = format!("'{}' is not understood.", cut(&words));
                let near = self.suggestion(&printed);
                let help = format!(
                    "It is kept as words; say it otherwise{near} if it should be reckoned with."
                );
                self.report(&entries::NOT_UNDERSTOOD, Some(at), message, help);
            }
        }
        Some(printed)
    }

    fn suggestion<T: Readable>(&mut self, printed: &Printed<T>) -> String {
        let Some(left) = self.suggestions.checked_sub(1) else { return String::new() };
        self.suggestions = left;
        printed.nearest().map(|near| format!(" (nearest: '{near}')")).unwrap_or_default()
    }

    pub(super) fn timescale(&mut self, at: &At<'_>, cell: Cell<'_>) -> Timescale {
        self.printed(at, cell).unwrap_or_default()
    }

    /// Words of a closed list.
    pub(super) fn each_word<T: Vocabulary>(&mut self, at: &At<'_>, words: Words<'_>) -> Vec<T> {
        self.each(at, words, |r, at, cell| r.word(at, cell))
    }

    /// A word of a closed list.
    pub(super) fn word<T: Vocabulary>(&mut self, at: &At<'_>, cell: Cell<'_>) -> Option<T> {
        let words = self.given(at, cell)?;
        let value = T::of(&words);
        if value.is_none() {
            let known: Vec<_> = T::WORDS.iter().map(|(_, word)| format!("`{word}`")).collect();
            let message = format!("`{}` is none of the words for this field.", cut(&words));
            let help = format!("Write one of {}.", known.join(", "));
            self.report(&entries::NOT_A_WORD, Some(at), message, help);
        }
        value
    }

    pub(super) fn number(&mut self, at: &At<'_>, cell: Cell<'_>) -> Option<u32> {
        let raw = cell.filter(|raw| *raw != Raw::Null)?;
        let number = match &raw {
            Raw::Integer(number) => u32::try_from(*number).ok(),
            Raw::Text(text) => text.trim().parse().ok(),
            _ => None,
        };
        if number.is_none() {
            let message = format!("{} is not a whole number from 0 to {}.", short(&raw), u32::MAX);
            self.report(&entries::NOT_A_NUMBER, Some(at), message, "Write a whole number.");
        }
        number
    }

    pub(super) fn flag(&mut self, at: &At<'_>, cell: Cell<'_>) -> Option<bool> {
        match cell.filter(|raw| *raw != Raw::Null)? {
            Raw::Bool(flag) => Some(flag),
            Raw::Text(text) if matches!(text.as_ref(), "yes" | "Yes" | "true") => Some(true),
            Raw::Text(text) if matches!(text.as_ref(), "no" | "No" | "false") => Some(false),
            raw => {
                self.wrong_shape(at, "true or false", &raw);
                None
            }
        }
    }

    /// Whether something is said to be so; no where nothing is said.
    pub(super) fn yes(&mut self, at: &At<'_>, cell: Cell<'_>) -> bool {
        self.flag(at, cell).unwrap_or(false)
    }

    // Parts --------------------------------------------------------------------------------------

    /// The parts in a list, each in full or, where its kind allows it, as a word.
    pub(super) fn parts<'a, P: MirrorPart<'a>>(
        &mut self,
        at: &At<'_>,
        many: Many<'a, P>,
    ) -> Vec<P::Part> {
        let items = match many {
            Many::Single(item) => return self.one_part(at, *item).into_iter().collect(),
            Many::Listed(items) => items,
        };
        let mut parts = Vec::new();
        let count = items.len();
        for (i, item) in items.into_iter().enumerate() {
            let Some(part) = self.one_part(&At::Nth(at, i), item) else { continue };
            // Room is made once the first item is read and its own place is free to be used again.
            parts.reserve_exact(count - i);
            parts.push(part);
        }
        parts
    }

    /// An optional part.
    pub(super) fn part<'a, P: MirrorPart<'a>>(
        &mut self,
        at: &At<'_>,
        part: Part<'a, P>,
    ) -> Option<P::Part> {
        part.0.and_then(|item| self.one_part(at, item))
    }

    fn one_part<'a, P: MirrorPart<'a>>(
        &mut self,
        at: &At<'_>,
        item: Flex<'a, P>,
    ) -> Option<P::Part> {
        let raw = match item {
            Flex::Rich(written) => return Some(written.read(self, at)),
            Flex::Plain(raw) => raw,
        };
        let part =
            raw.clone().into_text().ok().and_then(|word| P::read_word(self, &At::Word(at), &word));
        if part.is_none() {
            self.wrong_shape(at, "an object", &raw);
        }
        part
    }

    pub(super) fn citations(
        &mut self,
        at: &At<'_>,
        many: Many<'_, super::CitationDoc<'_>>,
    ) -> Vec<Citation> {
        self.parts(at, many)
    }

    pub(super) fn source(
        &mut self,
        at: &At<'_>,
        part: Part<'_, super::CitationDoc<'_>>,
    ) -> Option<Citation> {
        self.part(at, part)
    }
}

/// An item that should be a scalar; an object in its place is reported by whoever reads it.
pub(super) fn plain<'a>(item: Flex<'a, Misplaced<'a>>) -> Cell<'a> {
    Some(match item {
        Flex::Plain(raw) => raw,
        Flex::Rich(object) => Raw::Object(object.fields),
    })
}

/// Words short enough for a message.
pub(super) fn cut(words: &str) -> Cow<'_, str> {
    match words.char_indices().nth(80) {
        Some((end, _)) => Cow::Owned(format!("{}…", words.get(..end).unwrap_or(""))),
        None => Cow::Borrowed(words),
    }
}

pub(super) fn short(value: &Raw<'_>) -> String {
    match value {
        Raw::Text(text) => format!("'{}'", cut(text)),
        other => cut(&other.to_string()).into_owned(),
    }
}

/// Whether a field's name is a slip or two away from a known one.
fn near_miss(name: &str, known: &str) -> bool {
    let name = name.to_lowercase().replace(['-', ' '], "_");
    let allowed = if known.len() > 6 { 2 } else { 1 };
    names::fold(&name) == names::fold(known)
        || (known.len() > 3 && strsim::osa_distance(&name, known) <= allowed)
}
