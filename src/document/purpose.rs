//! Intents, drivers and corporate priorities as written.

use super::rows::row_mirror;
use crate::model::{CorporatePriority, Driver, Intent};

row_mirror! {
    /// An intent as written.
    IntentDoc for Intent named() {
        title: name = "What is meant, in short.",
        kind: word = "`vision`, `aim`, `goal`, `objective`, `principle`, `outcome`, `benefit`...",
        parent: link = "The intent of which it is a part.",
        recommendation: link = "The recommendation under which it stands.",
        workstream: link = "The workstream whose intent it is, if not the whole programme's.",
        deliverable: link = "The plan or strategy that sets it.",
        actions: links = "The actions that serve it.",
        elements: texts = "What it consists of, where the paper lists that.",
        beneficiaries: texts = "Whom it is to benefit.",
        horizon: printed = "By when it is to be true, as printed.",
        certainty: text = "How sure the paper is of it, in its words.",
        attributed_to: text = "Who says it, if not the council.",
    }
}

row_mirror! {
    /// A driver as written.
    DriverDoc for Driver named() {
        title: name = "What presses, in short.",
        kind: word =
            "`context`, `financial`, `demand`, `economy`, `statutory_duty`, `legislation`, `policy`.",
        elements: texts = "What it consists of, where the paper lists that.",
        direction: text = "Where it is expected to go, in the paper's words.",
        since: printed = "Since when it presses, as printed.",
        workstreams: links = "The workstreams that answer it.",
    }
}

row_mirror! {
    /// A corporate priority as written.
    CorporatePriorityDoc for CorporatePriority named(name, aliases) {
        name: name = "Its name.",
        aliases: texts = "Other names for it.",
        plan: link = "The corporate plan that sets it.",
        support: word = "`ticked`, `primary`, `assists` or `all`.",
        report: link = "The paper that says so.",
    }
}
