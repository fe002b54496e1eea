//! Organisations, posts and bodies as written.

use super::rows::row_mirror;
use crate::model::{Body, Organisation, Post};

row_mirror! {
    /// An organisation as written.
    OrganisationDoc for Organisation named(name, aliases) {
        name: name = "The name in full.",
        aliases: texts = "Other names for it.",
        kind: word = "What it is: `council`, `sector_association`, `company`...",
    }
}

row_mirror! {
    /// A post as written.
    PostDoc for Post named(title, aliases) {
        title: name = "The title as the organisation uses it.",
        aliases: texts = "Other spellings of it.",
        organisation: link = "Where it is, if not at the programme's own council.",
        kind: word = "Who holds it: `councillor` or `officer`.",
    }
}

row_mirror! {
    /// A body as written.
    BodyDoc for Body named(name, aliases) {
        name: name = "Its name.",
        aliases: texts = "Other names for it.",
        kind: word = "What it is: `executive`, `scrutiny`, `board`, `steering_group`...",
        organisation: link = "Where it belongs, if not to the programme's own council.",
        cadence: printed = "How often it meets, as printed.",
        count: printed = "How many there are, as printed, where one row stands for several.",
        led_by: text = "Who leads it, in words.",
    }
}
