//! Workstreams, phases, milestones and deliverables as written.

use super::{LeadDoc, Many, RedatingDoc, StatusDoc, rows::row_mirror};
use crate::model::{Deliverable, Milestone, Phase, Workstream};

row_mirror! {
    /// A workstream as written.
    WorkstreamDoc for Workstream named(name, aliases) {
        name: name = "Its name.",
        aliases: texts = "Other names for it.",
        scope: text = "What it is about.",
        outcome: text = "What will be true when it is done.",
        leads: leads(Many<'a, LeadDoc<'a>>) = "Who leads it; a word alone is a cell as printed.",
        kind: text = "What the council calls it, in a word: `work programme`.",
        parent: link = "The workstream of which it is a sub-stream.",
        carries: links = "The recommendations that it carries.",
        portfolio: link = "The portfolio holder in whose field it falls.",
        audiences: texts = "Whom it is for.",
        status: parts(Many<'a, StatusDoc<'a>>) =
            "What has been said of its state. A word alone is the state.",
    }
}

row_mirror! {
    /// A phase as written.
    PhaseDoc for Phase named(name, aliases) {
        name: name = "Its name.",
        aliases: texts = "Other names for it.",
        number: number = "Its place in the order, from 1.",
        held: printed = "From when to when it runs, as printed.",
        approved_by: link = "The decision that approved it.",
        open_ended: yes = "Whether it is said to run on: `and beyond`.",
        status: parts(Many<'a, StatusDoc<'a>>) =
            "What has been said of its state. A word alone is the state.",
    }
}

row_mirror! {
    /// A milestone as written.
    MilestoneDoc for Milestone named() {
        title: name = "What is to be reached.",
        workstream: link = "The workstream to which it belongs.",
        phase: link = "The phase to which it belongs.",
        timescale: timescale = "When it is due, as printed.",
        redated: parts(Many<'a, RedatingDoc<'a>>) =
            "The dates that it had before, oldest first; a word alone is the date.",
        leads: leads(Many<'a, LeadDoc<'a>>) = "Who answers for it; a word alone is a cell as printed.",
        status: parts(Many<'a, StatusDoc<'a>>) =
            "What has been said of its state; a word alone is the state.",
        deliverable: link = "What is to be there by then.",
        body: link = "The body that is to have it by then.",
        review: link = "The review of which it is a stage.",
    }
}

row_mirror! {
    /// A deliverable as written.
    DeliverableDoc for Deliverable named(name, aliases) {
        name: name = "Its name.",
        aliases: texts = "Other names for it.",
        kind: text = "What it is, in a word.",
        parent: link = "The deliverable of which it is a part.",
        published: printed = "When it was published, as printed.",
        cadence: printed = "How often a new one appears, as printed.",
        workstream: link = "The workstream that produces it.",
        phase: link = "The phase in which it is produced.",
        answers: links = "The recommendations that it answers.",
        contents: texts = "What it is to contain.",
        covers: printed = "The time for which it is made, as printed.",
        body: link = "The body whose terms it sets, or to which it goes.",
        from_system: text = "The system that it replaces.",
        to_system: text = "The system that takes over.",
        audiences: texts = "Whom it is for, or who makes it besides.",
        timescale: timescale = "When it is due, as printed.",
        status: parts(Many<'a, StatusDoc<'a>>) =
            "What has been said of its state. A word alone is the state.",
    }
}
