//! Groups that a programme touches, how they are drawn in, and what is shared with partners: as written.

use super::rows::row_mirror;
use crate::model::{Engagement, Partnership, StakeholderGroup};

row_mirror! {
    /// A group of people or organisations that a programme touches or listens to, as written.
    StakeholderGroupDoc for StakeholderGroup named(name, aliases) {
        name: name = "Its name.",
        aliases: texts = "Other names for it.",
        kind: word = "Who it is: `staff`, `trade_union`, `members`...",
        rank: word = "Whether it is thought of first: `primary`, `secondary`.",
        parts: texts = "The groups in it.",
        role: text = "What part it has.",
        channels: texts = "How it is best reached.",
        commitments: texts = "What it was promised.",
        expectations: texts = "What it expects.",
        workstream: link = "The workstream whose audience it is.",
    }
}

row_mirror! {
    /// A way in which somebody is told, asked or drawn in, as written.
    EngagementDoc for Engagement named() {
        title: name = "What it is, in short.",
        channel: text = "By what means.",
        audiences: texts = "Whom it is for, in words.",
        groups: links = "The groups that it is for.",
        levels: texts = "At which levels: policy, operations.",
        of: subject = "What it is about.",
        cadence: printed = "How often, as printed.",
    }
}

row_mirror! {
    /// Something that the council does or shares with others, as written.
    PartnershipDoc for Partnership named() {
        title: name = "What is shared, in short.",
        kind: word = "What kind of sharing it is: `shared_service`, `shared_site`, `co_location`...",
        function: text = "The function or place that is shared.",
        partners: links = "With whom.",
        candidates: texts = "With whom it might be, in words.",
        cost_sharing: flag = "Whether costs are shared.",
        state: word = "How far it has come: `suggested`, `in_development`, `in_place`...",
        of: subject = "The row that brings it about, or is it.",
    }
}
