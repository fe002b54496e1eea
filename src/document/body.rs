//! Bodies and who sits on them: as written.

use super::{
    LeadDoc, Many,
    rows::{part_mirror, row_mirror},
};
use crate::model::{Body, Seat};

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
        purpose: text = "What it is for.",
        composition: word = "Of whom it is made up: `members`, `officers`, `mixed`.",
        cross_party: flag = "Whether members of several parties sit on it.",
        time_limited: flag = "Whether it is to end.",
        informal: flag = "Whether it is a group without formal standing.",
        programme: yes = "Whether it is the programme's own board.",
        for_projects: word = "The size of projects that have one each: `larger`, `smaller`.",
        governs: subjects = "The rows over which it is set.",
        terms: link = "Its terms of reference.",
        work_programme: text = "What is said of its work programme.",
        chairs: leads(Many<'a, LeadDoc<'a>>) = "Who chairs it. A word alone is a cell as printed.",
        seats: parts(Many<'a, SeatDoc<'a>>) = "Who sits on it; a word alone is whose seat it is.",
        quorum: number = "How many make a quorum.",
        state: word = "How far it has come: `proposed`, `to_be_established`, `forming`...",
    }
}

part_mirror! {
    /// A seat of a body: who has it by post, by rule or by name of a group, and how many such there are, as written.
    SeatDoc for Seat word(title) {
        title: text = "Whose seat it is, or the rule by which people have it, in words.",
        holders: leads(Many<'a, LeadDoc<'a>>) = "The posts or bodies that have it. A word alone is a cell as printed.",
        person: text = "Who sits there, by an id of the council's own that is no name.",
        group: link = "The group for which it is kept.",
        count: printed = "How many such seats there are, as printed.",
        capacity: word = "In what capacity: `member`, `full_participant`, `representative`...",
        state: word = "Whether it is taken: `seated`, `to_be_invited`, `invited`...",
        condition: text = "What has to be so before it is taken.",
        since: printed = "From when, as printed.",
        until: printed = "Until when, as printed.",
    }
}
