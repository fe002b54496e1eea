//! Documents as they are cited.

use super::rows::row_mirror;
use crate::model::DocumentRef;

row_mirror! {
    /// A document as it is cited.
    DocumentRefDoc for DocumentRef named(title) {
        title: name = "Its title.",
        kind: word = "Its part in the pack: `appendix`, `covering_report`, `background_paper`...",
        report: link = "The report to which it belongs.",
        held: flag = "Whether it is there.",
        date: printed = "Its date, as printed.",
        form: text = "What it is, in a word: `briefing note`.",
        body: link = "The body before which it came.",
        publisher: link = "The organisation that published it.",
        contents: texts = "What it is said to hold.",
        covers: printed = "The time that it is said to cover, as printed.",
    }
}
