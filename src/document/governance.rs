//! Organisations and posts as written.

use super::{
    Many,
    rows::{part_mirror, row_mirror},
};
use crate::model::{Holder, Identifier, Organisation, Post};

row_mirror! {
    /// An organisation as written.
    OrganisationDoc for Organisation named(name, aliases) {
        name: name = "The name in full.",
        aliases: texts = "Other names for it.",
        kind: word = "What it is: `council`, `sector_association`, `company`...",
        identifiers: parts(Many<'a, IdentifierDoc<'a>>) = "Codes by which it is known.",
        jurisdiction: word = "Whose law it is under: `england`, `wales`, `scotland`...",
        governance: word = "By which model it is governed: `leader_and_cabinet`, `mayor_and_cabinet`, `committee_system`...",
        ended: printed = "When it came to an end, as printed.",
        succeeded_by: links = "The organisations that took its place.",
    }
}

row_mirror! {
    /// A post as written.
    PostDoc for Post named(title, aliases) {
        title: name = "The title as the organisation uses it.",
        aliases: texts = "Other spellings of it.",
        organisation: link = "Where it is, if not at the programme's own council.",
        kind: word = "Who holds it: `councillor` or `officer`.",
        offices: each_word = "The offices that go with it: `head_of_paid_service`, `monitoring_officer`, `chief_finance_officer`...",
        tier: number = "Its tier, of which 1 is the top.",
        state: word = "Whether it is filled: `proposed`, `being_filled`, `vacant`...",
        phase: link = "The phase in which it is brought in.",
        since: printed = "From when there is such a post, as printed.",
        until: printed = "Until when, as printed.",
        holders: parts(Many<'a, HolderDoc<'a>>) = "Who holds it over time; a word alone is a person.",
    }
}

part_mirror! {
    /// A code by which a scheme knows an organisation, and from when to when, as written.
    IdentifierDoc for Identifier {
        scheme: words = "The scheme: `gss`.",
        code: words = "The code.",
        since: printed = "From when, as printed.",
        until: printed = "Until when, as printed.",
    }
}

part_mirror! {
    /// Who holds a post, by an id of the council's own that is no name, and from when to when, as written.
    HolderDoc for Holder word(person) {
        person: words = "Who, by an id that is no name.",
        basis: word = "On what basis: `substantive`, `acting`, `interim`...",
        since: printed = "From when, as printed.",
        until: printed = "Until when; the day itself is the last, as printed.",
    }
}
