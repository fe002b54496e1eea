//! What papers say will be done or told: as written.

use super::{LeadDoc, Many, StatusDoc, rows::row_mirror};
use crate::model::Promise;

row_mirror! {
    /// Something that a paper says will be done or told: once, by some time, or again and again, as written.
    PromiseDoc for Promise named() {
        title: name = "What is promised, in short.",
        kind: word = "What kind of thing it is: `report`, `briefing`, `assessment`...",
        by: leads(Many<'a, LeadDoc<'a>>) = "Who promises it. A word alone is a cell as printed.",
        to: leads(Many<'a, LeadDoc<'a>>) = "To whom. A word alone is a cell as printed.",
        group: link = "The group to which it is promised.",
        of: subject = "The row that it is about; none where it is the programme.",
        made: printed = "When it was promised, as printed.",
        timescale: timescale = "When it is due.",
        cadence: printed = "How often it recurs, as printed.",
        from: printed = "The day from which it recurs, where that is not the day on which it was promised, as printed.",
        form: text = "In what form.",
        vehicle: link = "The document in which it is done.",
        condition: text = "What has to be so before it is owed.",
        kept_by: links = "The papers that kept it, each as at its date.",
        status: parts(Many<'a, StatusDoc<'a>>) = "What has been said of it.",
    }
}
