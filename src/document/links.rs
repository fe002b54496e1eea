//! Links: whom the words of a field mean.

use super::{
    entries,
    raw::{Cell, Flex, Words},
    read::{At, Reader, cut},
    resolve::{Astray, Listed, Meant},
    write::Writer,
};
use crate::{
    model::{AnyRow, Kind, Subject},
    values::Id,
};

/// How many names are held against the words of a link in the time of one suggestion.
const NAMES: usize = 100;

impl Reader {
    pub(super) fn link<R: AnyRow + Listed>(
        &mut self,
        at: &At<'_>,
        cell: Cell<'_>,
    ) -> Option<Id<R>> {
        let words = self.given(at, cell)?;
        let found = self.directory.find::<R>(&words);
        if found.is_none() {
            let (kind, called) = (R::OF.word(), cut(&words));
            let (message, help) = match R::known(&self.directory).why_not(&words) {
                Astray::Assigned => (
                    format!("No {kind} has the reference `{called}` in the document."),
                    format!("Write it as the reference of the {kind} that is meant."),
                ),
                Astray::Several => (
                    format!("More than one {kind} is called `{called}`."),
                    format!("Give the {kind} that is meant a reference, and link by that."),
                ),
                Astray::Unknown => (
                    format!("`{called}` is no {kind} of this document."),
                    format!("Correct it{}, or add the {kind}.", self.nearest::<R>(&words)),
                ),
            };
            self.report(&entries::NO_TARGET, Some(at), message, help);
        }
        found
    }

    pub(super) fn links<R: AnyRow + Listed>(
        &mut self,
        at: &At<'_>,
        words: Words<'_>,
    ) -> Vec<Id<R>> {
        self.each(at, words, |r, at, cell| r.link(at, cell))
    }

    /// A link to a row of any kind: its reference, with the word for its kind before it where rows
    /// of several kinds are called so.
    pub(super) fn subject(&mut self, at: &At<'_>, cell: Cell<'_>) -> Option<Subject> {
        let words = self.given(at, cell)?;
        let Meant { rows, several } = self.directory.any(&words);
        let called = cut(&words);
        let (message, help) = match (rows.as_slice(), several.as_slice()) {
            ([row], []) => return Some(*row),
            ([], []) => (
                format!("`{called}` is no row of this document."),
                "Write the kind and the reference of a row: `workstream W2`.".to_owned(),
            ),
            ([], [kind]) => (
                format!("More than one {} is called `{called}`.", kind.word()),
                "Write the reference of the one that is meant, with its kind before it.".to_owned(),
            ),
            (rows, several) => {
                let kinds = rows.iter().map(|row| row.kind()).chain(several.iter().copied());
                let kinds: Vec<_> = kinds.map(Kind::word).collect();
                let first = kinds.first().copied().unwrap_or_default();
                (
                    format!("Rows of several kinds are called `{called}`."),
                    format!(
                        "Write which is meant: one of {}, as `{first} {called}`.",
                        kinds.join(", ")
                    ),
                )
            }
        };
        self.report(&entries::NO_TARGET, Some(at), message, help);
        None
    }

    /// Links to rows of any kind.
    pub(super) fn subjects(&mut self, at: &At<'_>, words: Words<'_>) -> Vec<Subject> {
        self.each(at, words, |r, at, cell| r.subject(at, cell))
    }

    /// The name that a link to nothing seems to mean.
    fn nearest<R: Listed>(&mut self, words: &str) -> String {
        let known = R::known(&self.directory);
        let cost = known.names().div_ceil(NAMES);
        let Some(left) = self.suggestions.checked_sub(cost) else { return String::new() };
        self.suggestions = left;
        known.nearest(words).map(|near| format!(" (nearest: '{near}')")).unwrap_or_default()
    }
}

impl<'a> Writer<'a> {
    pub(super) fn subject(&self, row: &Option<Subject>) -> Cell<'a> {
        let row = (*row)?;
        // INVARIANT: links of a programme lead to its rows.
        let reference = self.programme.reference(row)?;
        Some(format!("{} {reference}", row.kind().word()).into())
    }

    pub(super) fn subjects(&self, rows: &[Subject]) -> Words<'a> {
        rows.iter().filter_map(|row| self.subject(&Some(*row))).map(Flex::Plain).collect()
    }
}

/// The kind that words begin with, be it in capitals, and the rest of them.
pub(super) fn kind_first(words: &str) -> Option<(Kind, &str)> {
    let kinds = Kind::ALL.iter().filter_map(|kind| {
        let (start, rest) = words.split_at_checked(kind.word().len())?;
        let said = start.eq_ignore_ascii_case(kind.word()) && rest.starts_with(' ');
        said.then(|| (*kind, rest.trim_start()))
    });
    // `review finding RF1` is no review called `finding RF1`.
    kinds.max_by_key(|(kind, _)| kind.word().len())
}
