//! The documents by which a council governs itself: as written.

use super::rows::row_mirror;
use crate::model::Instrument;

row_mirror! {
    /// A document by which a council governs itself, or a part of one: its constitution, the rules in it, schemes, protocols and codes, as written.
    InstrumentDoc for Instrument named(name, aliases) {
        name: name = "Its name.",
        aliases: texts = "Other names for it.",
        kind: word = "What it is: `constitution`, `procedure_rules`, `scheme`...",
        parent: link = "The instrument of which it is a part.",
        state: word = "Where its making or revision stands: `under_review`, `for_decision`, `agreed`...",
        as_at: printed = "The day for which that was said, as printed.",
        decided_by: link = "The body that decides on it.",
        meeting: link = "The meeting that is to consider it.",
        decision: link = "The decision on it.",
        aspects: texts = "What is to change in it, or what it settles.",
        allocates_to: link = "The body to which it gives a function.",
        answers: links = "The recommendations that its revision answers.",
    }
}
