//! Dependencies, mentions, claims and waivers as written.

use super::rows::row_mirror;
use crate::model::{Claim, Dependency, Mention, Waiver};

row_mirror! {
    /// A dependency as written.
    DependencyDoc for Dependency named() {
        title: name = "What depends on what, in short.",
        kind: word =
            "`finish_to_start`, `finish_to_finish`, `start_to_start`, `feeds` or `supports`.",
        predecessor: subject = "What comes first, or gives.",
        successor: subject = "What waits, or receives.",
        condition: text = "What has to be so, in the paper's words, where that is no row.",
        on: printed = "When the wait is expected to end, as printed.",
        programme: text = "The other programme, by name, where one end of it is there and no row here.",
    }
}

row_mirror! {
    /// A mention as written.
    MentionDoc for Mention named() {
        words: name = "The name, as printed.",
        kind: word = "The kind of row that is meant: `workstream`, `body`, `post`...",
        means: subject = "The row that seems to be meant.",
        programme: yes = "Whether the programme itself is meant.",
    }
}

row_mirror! {
    /// A claim as written.
    ClaimDoc for Claim named() {
        title: name = "What the figure is of, in short.",
        stated: printed = "The figure, as printed.",
        of: subject = "The row that it speaks of, if not the programme.",
        counts: word =
            "The kind of row that it counts: those that link to the row it speaks of, or all.",
        same_as: link = "The claim that quotes the same figure elsewhere.",
        parts: links = "The claims that are said to add up to it.",
        share_of: link = "The claim of the whole, where it is a percentage.",
        share: link = "The claim of the part, where it is a percentage.",
        compared_with: link = "The claim with which the paper compares it.",
        per: number = "The base of a rate: 1,000 of `124 per 1,000`.",
    }
}

row_mirror! {
    /// A waiver as written.
    WaiverDoc for Waiver named() {
        code: name = "The code of the findings that are accepted: `ACT-003`.",
        subject: subject = "The row whose findings are accepted; all, where none is said.",
        by: text = "Who accepts them, by post.",
        reason: text = "Why.",
        ends: printed = "Until when, as printed; the day itself is the last.",
    }
}
