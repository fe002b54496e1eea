//! Faults of reading (area INP): what their codes mean.

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
            source: "The format of documents",
            since: "0.1.0",
        };)+

        /// Every fault of reading, in the order of codes.
        pub static ENTRIES: &[&Entry] = &[$(&$constant),+];
    };
}

entries! {
    NOT_JSON 1 "text-not-json" Error
        "The text is no JSON, or breaks off."
        "Nothing after the fault can be read, so nothing before it is taken for the whole.";
    OTHER_FORMAT 2 "other-format" Error
        "The document is of a format or version that this library does not read."
        "The same words may mean something else there.";
    WRONG_SHAPE 3 "wrong-shape" Error
        "A list, object or word stands where another shape belongs."
        "What it holds is not read.";
    UNKNOWN_FIELD 4 "unknown-field" Warning
        "An object has a field that is not known."
        "What it holds is not read. Where it seems to be a slip of the pen, this is an error.";
    REPEATED_FIELD 5 "repeated-field" Error
        "An object has a field twice."
        "Which of the two is meant cannot be told; the first is read.";
    REPEATED_REFERENCE 6 "repeated-reference" Error
        "Two rows of a kind have one reference."
        "A link to it could mean either; the second row is kept under another reference.";
    NO_TARGET 7 "reference-to-nothing" Error
        "A link leads to no row."
        "The link is left out of the programme; the row stays.";
    NO_SUCH_DAY 8 "date-that-does-not-exist" Error
        "A date is not in the calendar."
        "Nothing can fall due on it; its words are kept.";
    NOT_UNDERSTOOD 9 "words-not-understood" Info
        "Words give no date, figure or status that can be read."
        "They are kept as words and take no part in sums.";
    NOT_A_WORD 10 "word-not-in-list" Warning
        "A word is none of those that a field takes."
        "The field is taken for not given.";
    PART_OF_ITSELF 11 "part-of-itself" Error
        "Rows are parts of one another in a ring."
        "None of them could ever be counted; their places in the ring are left out.";
    LONG_TEXT 12 "text-very-long" Warning
        "A text is longer than 100,000 characters."
        "It is kept whole; reports will cut it short, and it is likely to be in the wrong place.";
    REPEATED_ID 13 "id-repeated-or-unreadable" Error
        "An id is no uuid, or another row has it."
        "The row is kept under an id derived from its reference.";
    MISSING 14 "name-missing" Warning
        "A row, or the programme, has no name or title."
        "Nobody can tell what it is.";
    OTHER_CURRENCY 15 "other-currency" Error
        "Amounts are in another currency than sterling."
        "Amounts are read as pounds and nothing else.";
    CELLS_DISAGREE 16 "row-and-action-disagree" Warning
        "A plan's printed row says one thing of an action, and the action another."
        "One of them was mistaken; the action's own is read.";
    NOT_A_NUMBER 17 "not-a-number-in-range" Warning
        "A number is missing where one belongs, out of range, or of more digits than are kept."
        "What is no number is taken for not given; digits beyond the fifteenth may be others.";
    NO_FORMAT 18 "format-not-said" Warning
        "The document does not say which format it has."
        "It is read as what it was taken for: programme/1, or programme-history/1.";
    OUT_OF_ORDER 30 "history-out-of-order" Error
        "Revisions, baselines or reports of a history are not numbered 1, 2, 3 and so on, or its last revision is not the one that it names."
        "One may be missing; what all of them together give cannot be told without it.";
    INCOMPLETE 31 "first-revision-not-complete" Error
        "The first revision of a history does not say what the programme is, or changes or removes something."
        "Every state of the programme begins with it.";
    OUT_OF_TIME 32 "revision-out-of-time" Error
        "A revision was recorded before the one before it, or holds from an earlier day and corrects none."
        "What was known on a day, and what was true on it, could not be told apart.";
    CANNOT_CHANGE 33 "change-that-cannot-be-made" Error
        "A revision adds a row that is there, changes or removes one that is not, or leaves rows that do not agree."
        "Nothing that follows the revision can be told.";
    NEEDED 34 "value-of-history-missing" Error
        "A day, a number, a figure or a rule of reckoning that a history cannot do without is missing or cannot be read."
        "What was recorded or published is held as it was, or not at all; it is never guessed.";
    NO_REVISION 35 "revision-that-is-not-there" Error
        "A revision, baseline or report names a revision that is not there."
        "Which state is meant cannot be told.";
    NO_REASON 36 "baseline-without-reason" Error
        "A baseline replaces another and does not say why."
        "A plan that is measured against ever new baselines is never late.";
}
