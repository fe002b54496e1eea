//! Papers, documents and decisions as written.

use super::{
    Many, Part,
    rows::{part_mirror, row_mirror},
};
use crate::model::{Decision, DocumentRef, Report, Request, Urgency};

row_mirror! {
    /// A document as it is cited.
    DocumentRefDoc for DocumentRef named(title) {
        title: name = "Its title.",
        kind: word = "Its part in the pack: `appendix`, `covering_report`, `background_paper`...",
        report: link = "The report to which it belongs.",
        held: flag = "Whether it is there.",
        date: printed = "Its date, as printed.",
    }
}

row_mirror! {
    /// A paper as written.
    ReportDoc for Report named(title) {
        title: name = "Its title.",
        body: link = "The body before which it is put.",
        date: printed = "The day of the meeting, as printed.",
        item: text = "Its number on the agenda.",
        pages: text = "Its pages.",
        supplementary: flag = "Whether it came on a supplementary agenda.",
        urgency: part(Part<'a, UrgencyDoc<'a>>) = "How it came to be taken late.",
        issued_by: link = "The post that issued it.",
        requests: parts(Many<'a, RequestDoc<'a>>) =
            "What the body is asked to do; a word alone is what is asked.",
    }
}

part_mirror! {
    /// A request as written.
    RequestDoc for Request word(title) {
        label: text = "Its label, as printed.",
        title: name = "What is asked, in short.",
        act: word = "What the body is to do: `note`, `resolve`, `recommend`...",
        onward: link = "The body that is to act on it in the end, if not the one asked.",
        progress: yes = "Whether it is progress that the body is asked to note.",
    }
}

part_mirror! {
    /// Why a paper is taken late, as written.
    UrgencyDoc for Urgency {
        basis: text = "The provision relied on, as printed.",
        agreed_by: text = "Who agreed, as printed.",
        circumstances: text = "The special circumstances, as printed.",
    }
}

row_mirror! {
    /// A decision as written.
    DecisionDoc for Decision named(title) {
        title: name = "What is decided, in short.",
        body: link = "The body that decides.",
        act: word = "What it does: `note`, `resolve`, `recommend`, `refer`, `defer`, `delegate`.",
        date: printed = "When, as printed.",
        organisation: link = "Whose decision it is, if not the council's.",
    }
}
