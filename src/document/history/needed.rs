//! Values that a history cannot do without.

use chrono::NaiveDate;

use crate::document::{
    Cell, Flex, Part, Vocabulary, entries,
    read::{At, Reader, cut},
};

impl Reader {
    /// A value that has to be there and has to be readable.
    pub(super) fn needed<T>(
        &mut self,
        at: &At<'_>,
        wanted: &str,
        cell: Cell<'_>,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let words = self.given(at, cell);
        let value = words.as_deref().and_then(|words| read(words.trim()));
        if value.is_none() {
            let message = match words.as_deref().map(cut) {
                Some(words) => format!("`{words}` stands where {wanted} belongs."),
                None => format!("There has to be {wanted} here."),
            };
            self.report(&entries::NEEDED, Some(at), message, format!("Write {wanted}."));
        }
        value
    }

    /// A day.
    pub(super) fn day(&mut self, at: &At<'_>, cell: Cell<'_>) -> Option<NaiveDate> {
        self.needed(at, "a day such as `2019-09-04`", cell, |words| words.parse().ok())
    }

    /// A number.
    pub(super) fn needed_number(&mut self, at: &At<'_>, cell: Cell<'_>) -> Option<u32> {
        self.needed(at, "a whole number", cell, |words| words.parse().ok())
    }

    /// A word of a closed list.
    pub(super) fn needed_word<T: Vocabulary>(&mut self, at: &At<'_>, cell: Cell<'_>) -> Option<T> {
        let known: Vec<_> = T::WORDS.iter().map(|(_, word)| format!("`{word}`")).collect();
        self.needed(at, &format!("one of {}", known.join(", ")), cell, T::of)
    }

    /// An object.
    pub(super) fn object<'a, T>(&mut self, at: &At<'_>, part: Part<'a, T>) -> Option<T> {
        match part.0 {
            Some(Flex::Rich(object)) => Some(*object),
            Some(Flex::Plain(raw)) => {
                self.wrong_shape(at, "an object", &raw);
                None
            }
            None => {
                let message = "There has to be an object here.".to_owned();
                self.report(&entries::NEEDED, Some(at), message, "Write what was published.");
                None
            }
        }
    }
}
