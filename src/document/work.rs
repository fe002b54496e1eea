//! Projects, service reviews, capabilities, events and achievements as written.

use super::{LeadDoc, Many, StatusDoc, rows::row_mirror};
use crate::model::{Achievement, Capability, Event, Project, ServiceReview};

row_mirror! {
    /// A project as written.
    ProjectDoc for Project named(name, aliases) {
        name: name = "Its name.",
        aliases: texts = "Other names for it.",
        kind: text = "What kind of project it is, in a word: `pathfinder`, `tactical`.",
        size: word = "`larger` or `smaller`.",
        workstream: link = "The workstream to which it belongs.",
        phase: link = "The phase to which it belongs.",
        board: link = "Its board.",
        leads: leads(Many<'a, LeadDoc<'a>>) = "Who leads it. A word alone is a cell as printed.",
        timescale: timescale = "When it is due, as printed.",
        status: parts(Many<'a, StatusDoc<'a>>) =
            "What has been said of its state. A word alone is the state.",
        answers: links = "The recommendations that it answers.",
        serves: links = "The intents that it serves.",
        targets: links = "The measures whose targets it serves.",
        audiences: texts = "Whom it touches.",
    }
}

row_mirror! {
    /// A service review as written.
    ServiceReviewDoc for ServiceReview named(name, aliases) {
        name: name = "Its name.",
        aliases: texts = "Other names for it.",
        kind: text = "What kind of review it is, in a word: `management review`.",
        parent: link = "The review of which it is a part.",
        services: texts = "The services or teams that are reviewed.",
        scope: texts = "What it looks at, or is tested against.",
        workstream: link = "The workstream to which it belongs.",
        phase: link = "The phase to which it belongs.",
        leads: leads(Many<'a, LeadDoc<'a>>) = "Who leads it. A word alone is a cell as printed.",
        timescale: timescale = "When it is due, as printed.",
        status: parts(Many<'a, StatusDoc<'a>>) =
            "What has been said of its state. A word alone is the state.",
        answers: links = "The recommendations that it answers.",
    }
}

row_mirror! {
    /// A capability as written.
    CapabilityDoc for Capability named(name, aliases) {
        name: name = "Its name.",
        aliases: texts = "Other names for it.",
        kind: text = "What it is, in a word: `framework`, `system`.",
        parent: link = "The capability of which it is a part.",
        functions: texts = "What it does.",
        attributes: texts = "What it is to be like.",
        reasons: texts = "Why it is wanted.",
        workstream: link = "The workstream to which it belongs.",
        phase: link = "The phase to which it belongs.",
        leads: leads(Many<'a, LeadDoc<'a>>) = "Who leads it. A word alone is a cell as printed.",
        timescale: timescale = "When it is due, as printed.",
        status: parts(Many<'a, StatusDoc<'a>>) =
            "What has been said of its state. A word alone is the state.",
        answers: links = "The recommendations that it answers.",
    }
}

row_mirror! {
    /// An event as written.
    EventDoc for Event named(name) {
        name: name = "Its name.",
        kind: text = "What it is, in a word: `workshop`, `panel`.",
        date: printed = "When it was or is to be held, as printed.",
        count: printed = "How many there are, as printed.",
        mode: text = "How it is held, in a word: `virtual`.",
        body: link = "The body that meets.",
        organised_by: link = "The organisation that runs it.",
        facilitators: texts = "Who leads through it, by post.",
        attendees: texts = "Who attends, by post or group.",
        aims: texts = "What it is for.",
        outputs: texts = "What it is to yield, in words.",
        gives: links = "The intents that came of it.",
        considers: links = "What it is to consider.",
        review: link = "The review of which it is a part.",
        workstream: link = "The workstream to which it belongs.",
        phase: link = "The phase to which it belongs.",
        status: parts(Many<'a, StatusDoc<'a>>) =
            "What has been said of its state. A word alone is the state.",
        answers: links = "The recommendations that it answers.",
    }
}

row_mirror! {
    /// An achievement as written.
    AchievementDoc for Achievement named() {
        title: name = "What is said to be achieved, in short.",
        kind: text = "What it is, in a word: `system`, `recognition`.",
        wording: word = "`done`, `under_way`, `to_do` or `noun`.",
        on: printed = "When it was achieved, as printed.",
        amount: printed = "The amount that goes with it, as printed.",
        workstream: link = "The workstream to which it belongs.",
        phase: link = "The phase under which the paper lists it.",
        review: link = "The review that names it.",
        recognised_by: link = "Who recognised it.",
        of: subject = "The row whose work it reports.",
        elements: texts = "What it consists of, where the paper lists that.",
        evidence: text = "What shows it.",
        answers: links = "The recommendations that it answers.",
    }
}
