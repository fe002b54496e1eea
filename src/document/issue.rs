//! Assumptions and issues: as written.

use super::{ClosureDoc, LeadDoc, Many, Part, StatusDoc, rows::row_mirror};
use crate::model::{Assumption, Issue};

row_mirror! {
    /// Something that is taken to be so without proof, as written.
    AssumptionDoc for Assumption named() {
        title: name = "What is taken to be so, in short.",
        of: subjects = "The rows that rest on it; the whole programme where none is named.",
        basis: text = "What it rests on.",
        owners: leads(Many<'a, LeadDoc<'a>>) = "Who keeps watch over it. A word alone is a cell as printed.",
        raised: printed = "When it was made, as printed.",
        review: printed = "When it is to be looked at next, as printed.",
        state: word = "How it stands; open where it is left out: `open`, `confirmed`, `disproved`.",
        as_at: printed = "The day for which that was said, as printed.",
        risk: link = "The risk that it is wrong.",
        status: parts(Many<'a, StatusDoc<'a>>) = "What has been said of it. A word alone is the state.",
    }
}

row_mirror! {
    /// Something that has happened and has to be dealt with; it may have been foreseen as a risk, as written.
    IssueDoc for Issue named() {
        title: name = "What has happened, in short.",
        detail: text = "More of it.",
        arises_from: link = "The risk that came about.",
        of: subjects = "The rows that it bears on; the whole programme where none is named.",
        severity: text = "How grave it is, in the words of the paper.",
        owners: leads(Many<'a, LeadDoc<'a>>) = "Who answers for it. A word alone is a cell as printed.",
        actions: links = "The actions that are to settle it.",
        raised: printed = "When it was raised, as printed.",
        due: printed = "When it is to be settled, as printed.",
        escalated_to: link = "The body to which it was escalated.",
        closed: part(Part<'a, ClosureDoc<'a>>) = "That it is over, since when and why; a word alone is the day.",
        status: parts(Many<'a, StatusDoc<'a>>) = "What has been said of it. A word alone is the state.",
    }
}
