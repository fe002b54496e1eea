//! One line of a sheet, its cells by what they hold.

use std::collections::HashMap;

use super::{
    mapping::Mapping,
    read::{Sheet, SheetRow},
};
use crate::{
    document::{Flex, PlanCellDoc},
    finding::{Entry, Finding, Place},
    model::ColumnRole,
    values::{names::fold, say_nothing},
};

/// A line of a sheet.
pub(super) struct Line<'s> {
    mapping: &'s Mapping,
    read: &'s HashMap<ColumnRole, usize>,
    row: &'s SheetRow,
    /// Counted from 0.
    pub(super) at: usize,
    /// Cells that are kept as printed.
    pub(super) other: Vec<Flex<'static, PlanCellDoc<'static>>>,
}

/// What speaks of one action, and so has nobody to speak of in a line without one.
pub(super) const OF_ACTION: [ColumnRole; 12] = [
    ColumnRole::Timescale,
    ColumnRole::Lead,
    ColumnRole::Status,
    ColumnRole::Health,
    ColumnRole::Percent,
    ColumnRole::Update,
    ColumnRole::Evidence,
    ColumnRole::Started,
    ColumnRole::Detail,
    ColumnRole::ActionNumber,
    ColumnRole::PartOf,
    ColumnRole::AlsoAnswers,
];

impl<'s> Line<'s> {
    pub(super) fn new(
        sheet: &'s Sheet,
        mapping: &'s Mapping,
        read: &'s HashMap<ColumnRole, usize>,
        at: usize,
    ) -> Option<Self> {
        sheet.rows().get(at).map(|row| Self { mapping, read, row, at, other: Vec::new() })
    }

    /// The cell that holds something, without the spaces around it.
    pub(super) fn get(&self, holds: ColumnRole) -> &'s str {
        self.read.get(&holds).map_or("", |column| self.row.cell(*column).trim())
    }

    pub(super) fn is_blank(&self) -> bool {
        self.row.is_blank()
    }

    /// Every cell with words in it, with its column.
    pub(super) fn filled(&self) -> impl Iterator<Item = (usize, &'s str)> {
        let cells = self.row.cells().iter().map(|cell| cell.trim()).enumerate();
        cells.filter(|(_, cell)| !cell.is_empty())
    }

    /// Keeps a cell as printed.
    pub(super) fn keep(&mut self, heading: &str, text: &str) {
        if !text.is_empty() {
            let heading = (!heading.is_empty()).then(|| heading.to_owned().into());
            let text = Some(text.to_owned().into());
            self.other.push(Flex::full(PlanCellDoc { heading, text, ..PlanCellDoc::default() }));
        }
    }

    /// Keeps the cell that holds something.
    pub(super) fn keep_role(&mut self, holds: ColumnRole) {
        self.keep(self.heading(holds), self.get(holds));
    }

    /// The heading over what holds something.
    pub(super) fn heading(&self, holds: ColumnRole) -> &'s str {
        self.read.get(&holds).map_or("", |column| self.mapping.heading(*column))
    }

    /// Keeps the cells of columns that are not read.
    pub(super) fn keep_unread(&mut self) {
        for (column, text) in self.filled().collect::<Vec<_>>() {
            let holds = self.mapping.columns.get(column).and_then(|column| column.holds);
            if holds.and_then(|holds| self.read.get(&holds)) != Some(&column) {
                self.keep(self.mapping.heading(column), text);
            }
        }
    }

    /// Whether it prints the headings once more.
    pub(super) fn is_header(&self) -> bool {
        let headings = self.mapping.columns.iter().filter(|column| !column.heading.is_empty());
        // The words first: most lines have other ones, and the headings may be many.
        self.filled().all(|(column, cell)| fold(cell) == fold(self.mapping.heading(column)))
            && self.filled().count() == headings.count()
    }

    /// Whether it is no row of the table: nothing stands under recommendation and action nor speaks
    /// of one, or it is a total or a note without an action, and is due at no time and by nobody.
    pub(super) fn is_outside(&self) -> bool {
        let work = [ColumnRole::Recommendation, ColumnRole::Action];
        let blank = |roles: &[ColumnRole]| roles.iter().all(|role| self.get(*role).is_empty());
        let empty = blank(&work) && blank(&OF_ACTION);
        let undated = blank(&[ColumnRole::Timescale, ColumnRole::Lead]);
        let action = self.read.get(&ColumnRole::Action);
        // "Total place: pool the budgets" is no total where there is something to do beside it.
        let no_work = |first: usize| {
            let cell = self.get(ColumnRole::Action);
            Some(&first) == action || !cell.contains(char::is_alphabetic) || counts(cell)
        };
        let note = |(at, first): (usize, &str)| is_note(first) && no_work(at);
        empty || undated && self.filled().next().is_some_and(note)
    }

    /// Whether the recommendation is said to be that of the line above.
    pub(super) fn says_ditto(&self) -> bool {
        let cell = self.get(ColumnRole::Recommendation);
        matches!(cell, "\"" | "“" | "”" | "''" | "〃") || say_nothing(cell)
    }

    /// A finding at the cell that holds something, or at the first.
    pub(super) fn finding(
        &self,
        entry: &'static Entry,
        holds: ColumnRole,
        message: String,
        help: &str,
    ) -> Finding {
        let column = self.read.get(&holds).copied().unwrap_or(0);
        finding(entry, (self.at, column), message, help)
    }

    /// The words of the line, for messages.
    pub(super) fn words(&self) -> String {
        let words: Vec<_> = self.filled().map(|(_, cell)| format!("'{cell}'")).collect();
        words.join(", ")
    }
}

/// A finding at a cell, row and column counted from 0.
pub(super) fn finding(
    entry: &'static Entry,
    (row, column): (usize, usize),
    message: String,
    help: &str,
) -> Finding {
    let mut finding = Finding::new(entry, message, help);
    finding.place = Some(Place { path: String::new(), line_column: Some((row + 1, column + 1)) });
    finding
}

/// What spreadsheet programs call a column: A, Z, AA.
pub(super) fn column_name(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    letters.into_iter().rev().collect()
}

/// The letters that stand for colours in RAG columns, with the colour; blue, which says that the
/// work is done, has none.
const LETTERS: [(&str, Option<&str>); 6] = [
    ("g", Some("Green")),
    ("a", Some("Amber")),
    ("r", Some("Red")),
    ("a/g", Some("Amber/Green")),
    ("a/r", Some("Amber/Red")),
    ("b", None),
];

fn letter(cell: &str) -> Option<&'static (&'static str, Option<&'static str>)> {
    LETTERS.iter().find(|(letter, _)| letter.eq_ignore_ascii_case(cell.trim()))
}

/// The colour for which a letter stands.
pub(super) fn colour(cell: &str) -> Option<&'static str> {
    letter(cell).and_then(|(_, colour)| *colour)
}

/// Whether a RAG column has letters for its colours, and nothing else.
pub(super) fn has_letters(sheet: &Sheet, mapping: &Mapping) -> bool {
    let (Some(header), Some(column)) = (mapping.header, mapping.column(ColumnRole::Health)) else {
        return false;
    };
    let heading = fold(mapping.heading(column));
    let below = sheet.rows().iter().skip(header + 1).map(|row| row.cell(column).trim());
    let mut said = below.filter(|cell| !cell.is_empty() && fold(cell) != heading).peekable();
    let is_letters =
        |cell: &str| cell.split(['\n', '\r']).all(|l| l.trim().is_empty() || letter(l).is_some());
    said.peek().is_some() && said.all(is_letters)
}

/// Whether it says how many there are: "12 actions".
fn counts(cell: &str) -> bool {
    let words: Vec<_> = cell.split_whitespace().collect();
    words.len() < 4 && words.first().is_some_and(|first| first.parse::<u32>().is_ok())
}

fn is_note(cell: &str) -> bool {
    const TOTALS: [&str; 6] =
        ["total", "totals", "sub total", "subtotal", "grand total", "overall total"];
    const NOTES: [&str; 6] = ["note:", "notes:", "source:", "key:", "nb:", "n.b."];
    let folded = fold(cell);
    let lower = cell.to_lowercase();
    TOTALS.iter().any(|word| folded == *word || folded.starts_with(&format!("{word} ")))
        || NOTES.iter().any(|word| lower.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_names_of_spreadsheet_programs() {
        let names =
            [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")];
        for (column, name) in names {
            assert_eq!(column_name(column), name);
        }
    }
}
