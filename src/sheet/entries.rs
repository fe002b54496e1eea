//! Faults of importing (area INP): what their codes mean.

use crate::{
    finding::{Entry, Severity},
    values::Code,
};

macro_rules! entries {
    ($($constant:ident $number:literal $name:literal $severity:ident
        $finds:literal $why:literal;)+) => {
        $(pub(super) static $constant: Entry = Entry {
            code: Code::new(*b"INP", $number),
            name: $name,
            severity: Severity::$severity,
            finds: $finds,
            why: $why,
            source: "The reading of spreadsheets",
            since: "0.1.0",
        };)+

        /// Every fault of importing a spreadsheet, in the order of codes.
        pub static ENTRIES: &[&Entry] = &[$(&$constant),+];
    };
}

entries! {
    NO_TABLE 19 "sheet-without-table" Error
        "No line of a sheet names its columns, or no column holds actions or recommendations."
        "What the cells mean cannot be told; say which line it is, and what the columns hold.";
    COLUMN_UNKNOWN 20 "column-not-understood" Warning
        "A column with words in it has a heading that says nothing to this reader."
        "Its cells are kept with their rows, as printed, and take no part in anything.";
    COLUMN_TWICE 21 "columns-of-one-kind" Warning
        "Two columns seem to hold the same."
        "Which is meant cannot be told; the first is read, and the other kept as printed.";
    LINE_OUTSIDE 22 "line-outside-table" Info
        "A line of a sheet is no row of its table: a title, a total, a footnote."
        "It is kept as printed, and is neither a recommendation nor an action.";
    HEADER_REPEATED 23 "header-repeated" Info
        "The line of headings stands again within the table."
        "Tables that run over several pages print it on each; it says nothing new.";
    LINE_WITHOUT_ACTION 24 "cells-without-action" Warning
        "Cells that speak of an action stand in a line without one."
        "Whose they are cannot be told; they are kept with the row, as printed.";
    CELL_UNPAIRED 25 "cell-of-several-actions" Warning
        "A line has several actions, and a cell that does not say of which it speaks."
        "It is put on none of them, and kept with the row, as printed.";
    LINES_AS_ONE 26 "lines-read-as-one-action" Info
        "The lines of an action cell are neither marked nor set apart."
        "They may be one action or several; one is read, and counted.";
    CARRIED_ON 27 "recommendation-carried-on" Warning
        "An action has no recommendation beside it, and a number of its own or nothing above it."
        "A blank cell carries on the one above; a new number may mean that the words are missing.";
    NUMBER_REPEATED 28 "printed-number-repeated" Warning
        "Two recommendations, or two actions, print one number."
        "A reference to it could mean either; the second goes by another reference.";
    NAME_UNKNOWN 29 "named-row-not-found" Warning
        "A cell says of what an action is a part, or what else it answers, and the sheet has no such row."
        "The action stands by itself then, and is counted so; the cell is kept with its row.";
}
