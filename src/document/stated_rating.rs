//! Ratings that somebody stated: as written.

use super::{LeadDoc, Many, rows::row_mirror};
use crate::model::StatedRating;

row_mirror! {
    /// How something is said to go, and by whom, as written.
    StatedRatingDoc for StatedRating named() {
        title: name = "What is rated, in short.",
        of: subject = "The row that is rated; the whole programme where none is named.",
        dimension: word = "What of it is rated; all of it where that is left out: `time`, `cost`, `scope`, `quality`, `risk`, `benefits`, `resources`, `governance`, `delivery_confidence`, `overall`.",
        rating: printed = "The rating, as printed.",
        scale: word = "The scale that it is on: `three_colours`, `three_colours_with_blue`, `five_colours`.",
        by: leads(Many<'a, LeadDoc<'a>>) = "Who says so. A word alone is a cell as printed.",
        on: printed = "The day for which it is said, as printed.",
        text: text = "Why, in short.",
        confirmed: printed = "When somebody looked again and said that it is unchanged, as printed.",
        overrides: text = "Why it is shown in the place of what follows from the parts.",
    }
}
