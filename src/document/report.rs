//! Papers put before bodies, and the parts of them that can be checked: as written.

use super::{
    KeyDecisionDoc, LeadDoc, Many, OpennessDoc, Part, PrivateMeetingDoc,
    rows::{part_mirror, row_mirror},
};
use crate::model::{
    Assessment, Comment, CrossReference, Implication, Report, Request, Section, Urgency,
};

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
        kind: word = "What it is: `committee_paper`, `review_report`, `agenda`...",
        review: link = "The review whose report it is.",
        openness: part(Part<'a, OpennessDoc<'a>>) = "Whether it is open to the public.",
        key_decision: part(Part<'a, KeyDecisionDoc<'a>>) = "Whether it asks for a key decision; a word alone is yes or no.",
        private: part(Part<'a, PrivateMeetingDoc<'a>>) = "The notices of a private meeting at which it is taken.",
        wards: texts = "The wards that it affects, or `all`.",
        portfolio: link = "The portfolio holder in whose field it falls.",
        contact: link = "The post that takes questions.",
        signed_by: link = "The post that signed it.",
        signed: printed = "When it was signed, as printed.",
        published: printed = "When it was open to inspection, as printed.",
        purposes: texts = "What it is for.",
        glossary: text = "Its glossary.",
        sections: parts(Many<'a, SectionDoc<'a>>) = "Its sections; a word alone is a heading.",
        references: parts(Many<'a, CrossReferenceDoc<'a>>) = "Its references to sections and appendices.",
        implications: parts(Many<'a, ImplicationDoc<'a>>) = "What its proposals imply; a word alone is what is said.",
        assessments: parts(Many<'a, AssessmentDoc<'a>>) = "Assessments of impact.",
        comments: parts(Many<'a, CommentDoc<'a>>) = "What officers say of it; a word alone is what is said.",
        consultees: leads(Many<'a, LeadDoc<'a>>) = "Who was consulted. A word alone is a cell as printed.",
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
        matter: word = "What kind of matter it is: `budget`, `policy_framework`, `capital_plan`...",
        amount: printed = "The amount that is asked for, as printed.",
        of: subject = "The row that it is about.",
        restates: text = "The label of the request of the same paper that it says again.",
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

part_mirror! {
    /// A section of a paper, so that references to it can be checked, as written.
    SectionDoc for Section word(heading) {
        label: text = "Its number.",
        heading: words = "Its heading.",
        covers: texts = "What it is about, where the heading does not say so.",
    }
}

part_mirror! {
    /// A place in a paper that points to a section or an appendix, as written.
    CrossReferenceDoc for CrossReference word(to) {
        place: text = "Where it stands: a paragraph, or the label of a request.",
        target: word = "What it points to: `section`, `appendix`.",
        to: text = "The label to which it points.",
        about: text = "What the text says is there.",
    }
}

part_mirror! {
    /// What a paper says that its proposals imply, under one heading, as written.
    ImplicationDoc for Implication word(text) {
        kind: word = "Under which heading: `financial`, `value_for_money`, `legal`...",
        stance: word = "What it says of them: `none`, `none_now`, `limited`...",
        text: text = "What it says, in short.",
        elements: texts = "What it lists.",
        amount: printed = "The figure that it gives, as printed.",
        deferred_to: text = "To what or whom it is left.",
        refers_to: subject = "The row to which it points.",
        direction: text = "Which way the effect goes.",
        source: source = "Where it stands.",
    }
}

part_mirror! {
    /// An assessment of impact that a paper gives, promises or leaves out, as written.
    AssessmentDoc for Assessment {
        kind: word = "What is assessed: `equality`, `community`, `data_protection`...",
        state: word = "Whether it is done: `done`, `screened`, `not_done`...",
        reason: text = "Why it is not done.",
        of: subject = "The row that is assessed; none where it is the whole.",
        condition: text = "When it is to be done, in words.",
        date: printed = "When it was done, as printed.",
        source: source = "Where it stands.",
    }
}

part_mirror! {
    /// What an officer says of a paper, as written.
    CommentDoc for Comment word(text) {
        by: leads(Many<'a, LeadDoc<'a>>) = "Who says it, by post. A word alone is a cell as printed.",
        text: text = "What they say, in short.",
        conditions: texts = "On what conditions.",
        materiality: text = "How much they think that it matters.",
        of: subject = "The row of which they say it.",
        date: printed = "When they said it, as printed.",
        source: source = "Where it stands.",
    }
}
