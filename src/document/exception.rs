//! Exceptions: as written.

use super::{ClosureDoc, Part, rows::row_mirror};
use crate::model::Exception;

row_mirror! {
    /// That something is expected to go beyond its tolerance, as written.
    ExceptionDoc for Exception named() {
        title: name = "What is expected to go beyond its tolerance, in short.",
        of: subject = "The row that is; the whole programme where none is named.",
        dimension: word = "In which dimension: `time`, `cost`, `scope`, `quality`, `risk`, `benefits`, `resources`, `governance`, `delivery_confidence`, `overall`.",
        tolerance: link = "The tolerance beyond which it goes.",
        raised: printed = "When it was raised, as printed.",
        forecast: printed = "What it is expected to come to, as printed.",
        forecast_date: printed = "When it is expected to be done, as printed.",
        cause: text = "What it comes from.",
        consequence: text = "What it would do if nothing were done.",
        options: texts = "What may be done, each in short.",
        recommended: text = "What is recommended of it.",
        body: link = "The body that decides.",
        decision: link = "What it decided.",
        closed: part(Part<'a, ClosureDoc<'a>>) = "That it is over, since when and why; a word alone is the day.",
    }
}
