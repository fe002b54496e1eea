//! Workstreams, phases, milestones, deliverables and measures as written.

use super::{LeadDoc, Many, StatusDoc, rows::row_mirror};
use crate::model::{Deliverable, Measure, Milestone, Phase, Workstream};

row_mirror! {
    /// A workstream as written.
    WorkstreamDoc for Workstream named(name, aliases) {
        name: name = "Its name.",
        aliases: texts = "Other names for it.",
        scope: text = "What it is about.",
        outcome: text = "What will be true when it is done.",
        leads: leads(Many<'a, LeadDoc<'a>>) = "Who leads it; a word alone is a cell as printed.",
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
    }
}

row_mirror! {
    /// A milestone as written.
    MilestoneDoc for Milestone named() {
        title: name = "What is to be reached.",
        workstream: link = "The workstream to which it belongs.",
        phase: link = "The phase to which it belongs.",
        timescale: timescale = "When it is due, as printed.",
        leads: leads(Many<'a, LeadDoc<'a>>) = "Who answers for it; a word alone is a cell as printed.",
        status: parts(Many<'a, StatusDoc<'a>>) =
            "What has been said of its state; a word alone is the state.",
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
    }
}

row_mirror! {
    /// A measure as written.
    MeasureDoc for Measure named(name) {
        name: name = "Its name.",
        of: link = "The plan or strategy whose success it measures.",
        cadence: printed = "How often it is read, as printed.",
    }
}
