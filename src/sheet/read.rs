//! CSV text as cells.

use super::{guard::unguarded, mapping};

/// A sheet as it stands: rows of cells, in printed order, nothing added and nothing left out.
///
/// ```
/// use programme::sheet::Sheet;
///
/// let sheet = Sheet::read("Action;Owner\r\n\"Write it;\r\nprint it\";COO\r\n");
/// assert_eq!(sheet.rows()[1].cell(0), "Write it;\r\nprint it");
/// assert_eq!(sheet.delimiter(), ';', "as its headings show");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    rows: Vec<SheetRow>,
    delimiter: char,
}

/// A row of a sheet.
///
/// ```
/// use programme::sheet::Sheet;
///
/// let sheet = Sheet::read("Action,Owner\n'=1+1,COO\n");
/// let row = &sheet.rows()[1];
/// assert_eq!(row.cell(0), "=1+1", "the apostrophe is the spreadsheet program's");
/// assert_eq!(row.cell(7), "", "there is no such cell");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetRow {
    cells: Vec<String>,
}

impl SheetRow {
    /// Its cells, to the letter.
    #[must_use]
    pub fn cells(&self) -> &[String] {
        &self.cells
    }

    /// The cell in a column, counted from 0; empty where the row has none there.
    #[must_use]
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    /// Whether nothing is printed in it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

impl Sheet {
    /// Reads CSV text. Never fails: rows may be of any length, quotation marks in any place, and
    /// the cells parted by commas, semicolons or tabs, whichever gives headings that are known.
    ///
    /// See [`Sheet`] for an example.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let comma = Self::parted_by(text, ',');
        let others = [';', '\t'].into_iter().filter(|mark| text.contains(*mark));
        others.map(|mark| Self::parted_by(text, mark)).fold(comma, |best, other| {
            if mapping::known_headings(&other) > mapping::known_headings(&best) {
                other
            } else {
                best
            }
        })
    }

    /// The same, of cells that are known to be parted by a character of ASCII.
    ///
    /// ```
    /// use programme::sheet::Sheet;
    ///
    /// assert_eq!(Sheet::parted_by("a|b", '|').rows()[0].cells(), ["a", "b"]);
    /// ```
    #[must_use]
    pub fn parted_by(text: &str, delimiter: char) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mark = u8::try_from(delimiter).ok().filter(u8::is_ascii).unwrap_or(b',');
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(mark)
            .from_reader(text.as_bytes());
        let (mut rows, mut record) = (Vec::new(), csv::ByteRecord::new());
        loop {
            let start = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
            // Reading from memory cannot fail.
            if !matches!(reader.read_byte_record(&mut record), Ok(true)) {
                break;
            }
            // The reader passes over lines without anything, which have a number all the same.
            rows.extend((0..empty_lines(text, start)).map(|_| SheetRow::default()));
            let cells = record.iter().map(|cell| unguarded(&String::from_utf8_lossy(cell)));
            rows.push(SheetRow { cells: cells.collect() });
        }
        Self { rows, delimiter: char::from(mark) }
    }

    /// Its rows: the first is what spreadsheet programs call row 1.
    #[must_use]
    pub fn rows(&self) -> &[SheetRow] {
        &self.rows
    }

    /// What parts the cells of a row.
    #[must_use]
    pub fn delimiter(&self) -> char {
        self.delimiter
    }

    /// How many cells the longest row has.
    #[must_use]
    pub fn width(&self) -> usize {
        self.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0)
    }
}

/// How many lines without anything follow a place at which a row ended.
fn empty_lines(text: &str, start: usize) -> usize {
    let (before, rest) = text.split_at_checked(start).unwrap_or((text, ""));
    // A row ends with its carriage return; the line feed after it is no line of its own.
    let rest = if before.ends_with('\r') { rest.strip_prefix('\n').unwrap_or(rest) } else { rest };
    let end = rest.find(|c| !matches!(c, '\r' | '\n')).unwrap_or(rest.len());
    let ends = rest.get(..end).unwrap_or_default();
    ends.matches(['\r', '\n']).count() - ends.matches("\r\n").count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        Sheet::read(text).rows.into_iter().map(|row| row.cells).collect()
    }

    #[test]
    fn rows_are_numbered_as_spreadsheet_programs_do() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["a", "", "", "\"b", "c\"", "", "d"].join(end);
            let quoted = format!("b{end}c");
            let expected = [vec!["a"], vec![], vec![], vec![quoted.as_str()], vec![], vec!["d"]];
            assert_eq!(cells(&text), expected, "{end:?}");
        }
        assert_eq!(cells("\n\nx\n\n"), [vec![], vec![], vec!["x"]]);
    }

    #[test]
    fn ragged_and_ill_formed_text_is_read_as_it_stands() {
        assert_eq!(cells("a,b\nc\nd,e,f"), [vec!["a", "b"], vec!["c"], vec!["d", "e", "f"]]);
        assert_eq!(cells("a,\"b\nc"), [vec!["a", "b\nc"]]);
        assert_eq!(cells("\u{feff}a"), [vec!["a"]]);
        assert_eq!(cells("5\" pipe,x"), [vec!["5\" pipe", "x"]]);
        assert!(cells("").is_empty());
    }

    #[test]
    fn the_headings_say_what_parts_the_cells() {
        for mark in [',', ';', '\t'] {
            let text =
                format!("No{mark}Action{mark}Owner\n1{mark}Write it; print it, soon{mark}COO");
            assert_eq!(Sheet::read(&text).delimiter(), mark);
        }
    }
}
