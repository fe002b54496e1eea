//! From a document to rows: every value tried, every fault reported with its place.

use std::borrow::Cow;

use super::{
    entries,
    raw::{Cell, Extra, Extras, Flex, Many, Misplaced, Part, Raw, Words},
    resolve::{Directory, Listed},
    vocabulary::Vocabulary,
};
use crate::{
    finding::{Entry, Finding, Place},
    model::{AnyRow, Citation, Key},
    values::{Id, Printed, Readable, Unread, names},
};

/// Texts beyond this are kept and reported.
const LONG: usize = 100_000;

/// Reads the values of one document, row by row.
pub(super) struct Reader {
    pub(super) directory: Directory,
    pub(super) findings: Vec<Finding>,
    list: &'static str,
    row: Option<usize>,
}

/// Where in a row a value stands.
#[derive(Clone, Copy)]
pub(super) enum At {
    Field(&'static str),
    Item(&'static str, usize),
    Part(&'static str, usize, &'static str),
}

impl Reader {
    pub(super) fn new() -> Self {
        Self { directory: Directory::default(), findings: Vec::new(), list: "", row: None }
    }

    /// Says which object is being read, for the places of findings.
    pub(super) fn enter(&mut self, list: &'static str, row: Option<usize>) {
        (self.list, self.row) = (list, row);
    }

    pub(super) fn report(
        &mut self,
        entry: &'static Entry,
        at: Option<At>,
        message: String,
        help: impl Into<String>,
    ) {
        let path = self.path(at);
        let mut finding = Finding::new(entry, message, help);
        finding.place = Some(Place { path, line_column: None });
        self.findings.push(finding);
    }

    fn path(&self, at: Option<At>) -> String {
        use std::fmt::Write;
        let mut path = String::new();
        if !self.list.is_empty() {
            path = format!("/{}", self.list);
        }
        // Writing to a string cannot fail.
        let _ = self.row.map(|row| write!(path, "/{row}"));
        let _ = match at {
            None => Ok(()),
            Some(At::Field(field)) => write!(path, "/{field}"),
            Some(At::Item(field, item)) => write!(path, "/{field}/{item}"),
            Some(At::Part(field, item, part)) => write!(path, "/{field}/{item}/{part}"),
        };
        path
    }

    pub(super) fn wrong_shape(&mut self, at: At, wanted: &str, raw: &Raw<'_>) {
        let message = format!("{} stands where {wanted} belongs: {raw}.", capital(raw.shape()));
        self.report(&entries::WRONG_SHAPE, Some(at), message, format!("Write {wanted}."));
    }

    /// Reports fields that are not known, with the known one that may be meant.
    pub(super) fn extra(&mut self, at: Option<At>, extra: Extras<'_>, known: &[&str]) {
        for Extra { name, value } in extra.into_vec() {
            if known.contains(&name.as_ref()) {
                let message = format!("`{name}` stands twice; the other value is {value}.");
                self.report(&entries::REPEATED_FIELD, at, message, "Keep the one that is meant.");
                continue;
            }
            let near = known.iter().find(|field| near_miss(&name, field));
            let help = match near {
                Some(field) => format!("Write `{field}` if that is meant, or take it out."),
                None => "Take it out, or put what it says where it belongs.".to_owned(),
            };
            let message = format!("`{name}` is not a field here; it holds {}.", short(&value));
            self.report(&entries::UNKNOWN_FIELD, at, message, help);
        }
    }

    // Values -------------------------------------------------------------------------------------

    /// Text, if there is any.
    pub(super) fn text(&mut self, at: At, cell: Cell<'_>) -> Option<String> {
        self.words(at, cell).map(Cow::into_owned)
    }

    /// Text that should be there.
    pub(super) fn named(&mut self, at: At, cell: Cell<'_>) -> String {
        let text = self.text(at, cell).unwrap_or_default();
        if text.trim().is_empty() {
            let message = "There is no name here.".to_owned();
            self.report(&entries::MISSING, Some(at), message, "Give it a name or a short title.");
        }
        text
    }

    pub(super) fn words<'a>(&mut self, at: At, cell: Cell<'a>) -> Option<Cow<'a, str>> {
        let raw = cell.filter(|raw| *raw != Raw::Null)?;
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

    pub(super) fn texts(&mut self, field: &'static str, words: Words<'_>) -> Vec<String> {
        let mut texts = Vec::with_capacity(words.items().len());
        for (i, item) in words.into_items().into_iter().enumerate() {
            texts.extend(self.text(At::Item(field, i), plain(item)));
        }
        texts
    }

    /// Words as printed, with what they can be read as.
    pub(super) fn printed<T: Readable>(&mut self, at: At, cell: Cell<'_>) -> Option<Printed<T>> {
        let words = self.words(at, cell)?;
        let printed = Printed::read(&words);
        match printed.unread() {
            None | Some(Unread::Blank) => {}
            Some(Unread::NoSuchDay) => {
                let message = format!("'{words}' is not in the calendar.");
                self.report(&entries::NO_SUCH_DAY, Some(at), message, "Correct the date.");
            }
            Some(Unread::NotUnderstood) => {
                let message = format!("'{}' is not understood.", cut(&words));
                let help = "It is kept as words; say it otherwise if it should be reckoned with.";
                self.report(&entries::NOT_UNDERSTOOD, Some(at), message, help);
            }
        }
        Some(printed)
    }

    /// A word of a closed list.
    pub(super) fn word<T: Vocabulary>(&mut self, at: At, cell: Cell<'_>) -> Option<T> {
        let words = self.words(at, cell)?;
        let value = T::of(&words);
        if value.is_none() {
            let known: Vec<_> = T::WORDS.iter().map(|(_, word)| format!("`{word}`")).collect();
            let message = format!("`{}` is none of the words for this field.", cut(&words));
            let help = format!("Write one of {}.", known.join(", "));
            self.report(&entries::NOT_A_WORD, Some(at), message, help);
        }
        value
    }

    pub(super) fn number(&mut self, at: At, cell: Cell<'_>) -> Option<u32> {
        let raw = cell.filter(|raw| *raw != Raw::Null)?;
        let number = match &raw {
            Raw::Integer(number) => u32::try_from(*number).ok(),
            Raw::Text(text) => text.trim().parse().ok(),
            _ => None,
        };
        if number.is_none() {
            let message = format!("'{}' is not a whole number from 0 to {}.", raw, u32::MAX);
            self.report(&entries::NOT_A_NUMBER, Some(at), message, "Write a whole number.");
        }
        number
    }

    pub(super) fn flag(&mut self, at: At, cell: Cell<'_>) -> Option<bool> {
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

    // Links --------------------------------------------------------------------------------------

    pub(super) fn link<R: AnyRow + Listed>(&mut self, at: At, cell: Cell<'_>) -> Option<Id<R>> {
        let words = self.words(at, cell)?;
        let found = self.directory.find::<R>(&words);
        if found.is_none() {
            let kind = R::OF.word();
            let near = self.directory.nearest::<R>(&words);
            let near = near.map(|near| format!(" (nearest: '{near}')")).unwrap_or_default();
            let message = format!("`{}` is no {kind} of this document.", cut(&words));
            let help = format!("Correct it{near}, or add the {kind}.");
            self.report(&entries::NO_TARGET, Some(at), message, help);
        }
        found
    }

    pub(super) fn links<R: AnyRow + Listed>(
        &mut self,
        field: &'static str,
        words: Words<'_>,
    ) -> Vec<Id<R>> {
        let mut ids = Vec::with_capacity(words.items().len());
        for (i, item) in words.into_items().into_iter().enumerate() {
            let found = self.link(At::Item(field, i), plain(item));
            ids.extend(found);
        }
        ids
    }

    // Parts --------------------------------------------------------------------------------------

    /// The items of a list, each in full or in short.
    pub(super) fn items<T, U>(
        &mut self,
        many: Many<'_, T>,
        mut read: impl FnMut(&mut Self, usize, Flex<'_, T>) -> Option<U>,
    ) -> Vec<U> {
        let mut things = Vec::new();
        let count = many.items().len();
        for (i, item) in many.into_items().into_iter().enumerate() {
            let Some(thing) = read(self, i, item) else { continue };
            // Room is made once the first item is read and its own place is free to be used again.
            things.reserve_exact(count - i);
            things.push(thing);
        }
        things
    }

    /// An item that must be written in full.
    pub(super) fn full<T>(&mut self, at: At, item: Flex<'_, T>) -> Option<T> {
        match item {
            Flex::Rich(item) => Some(*item),
            Flex::Plain(raw) => {
                self.wrong_shape(at, "an object", &raw);
                None
            }
        }
    }

    pub(super) fn part<'a, T>(&mut self, at: At, part: Part<'a, T>) -> Option<T> {
        part.0.and_then(|item| self.full(at, item))
    }

    pub(super) fn citation(
        &mut self,
        at: At,
        written: Flex<'_, super::CitationDoc<'_>>,
    ) -> Option<Citation> {
        match written {
            Flex::Plain(raw) => self.text(at, Some(raw)).map(Citation::at),
            Flex::Rich(written) => {
                let super::CitationDoc { document, place, extra } = *written;
                self.extra(Some(at), extra, super::CitationDoc::FIELDS);
                let document = self.link(at, document);
                let place = self.text(at, place).unwrap_or_default();
                Some(Citation { document, place })
            }
        }
    }

    pub(super) fn source(
        &mut self,
        at: At,
        part: Part<'_, super::CitationDoc<'_>>,
    ) -> Option<Citation> {
        part.0.and_then(|written| self.citation(at, written))
    }

    pub(super) fn sources<R>(&mut self, key: &mut Key<R>, many: Many<'_, super::CitationDoc<'_>>) {
        key.sources = self.items(many, |this, i, item| this.citation(At::Item("sources", i), item));
    }
}

/// An item that should be a scalar; an object in its place is reported by whoever reads it.
pub(super) fn plain<'a>(item: Flex<'a, Misplaced<'a>>) -> Cell<'a> {
    Some(match item {
        Flex::Plain(raw) => raw,
        Flex::Rich(object) => Raw::Object(object.fields),
    })
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|c| c.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Words short enough for a message.
pub(super) fn cut(words: &str) -> Cow<'_, str> {
    match words.char_indices().nth(80) {
        Some((end, _)) => Cow::Owned(format!("{}…", words.get(..end).unwrap_or(""))),
        None => Cow::Borrowed(words),
    }
}

fn short(value: &Raw<'_>) -> String {
    match value {
        Raw::Text(text) => format!("'{}'", cut(text)),
        other => other.to_string(),
    }
}

/// Whether a field's name is one slip away from a known one.
fn near_miss(name: &str, known: &str) -> bool {
    let name = name.to_lowercase().replace(['-', ' '], "_");
    if name == known || names::fold(&name) == names::fold(known) {
        return true;
    }
    let (a, b): (Vec<char>, Vec<char>) = (name.chars().collect(), known.chars().collect());
    let shared = |a: &[char], b: &[char]| a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let start = shared(&a, &b);
    let rest = |s: &[char]| s.iter().skip(start).rev().copied().collect::<Vec<_>>();
    let (a, b) = (rest(&a), rest(&b));
    let end = shared(&a, &b);
    a.len().max(b.len()) - end <= 2 && known.chars().count() > 3
}
