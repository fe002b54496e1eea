//! Savings, and those who are brought in from outside: as written.

use super::{Many, StatusDoc, rows::row_mirror};
use crate::model::{Appointment, Saving};

row_mirror! {
    /// Money that is to be saved, or was: a target, what is budgeted, what is delivered, as written.
    SavingDoc for Saving named() {
        title: name = "What saves it, in short.",
        amount: printed = "How much, as printed.",
        year: printed = "The financial year, as printed.",
        fund: word = "Whose account saves it: `general_fund`, `hra`, `collection_fund`...",
        recurrence: word = "Whether it recurs: `one_off`, `recurrent`.",
        cashable: flag = "Whether it lowers a budget.",
        state: word = "How far it has come: `target`, `identified`, `budgeted`...",
        as_at: printed = "The day for which that was said, as printed.",
        line: link = "The line of the base budget that it lowers.",
        of: subject = "The row that yields it.",
        same_as: link = "The saving that it states again, be it with another state; it is not added to that.",
        target_met: text = "What is said of it against its target.",
        evidence: text = "What shows it.",
    }
}

row_mirror! {
    /// Somebody from outside who is, or is to be, brought in for something, as written.
    AppointmentDoc for Appointment named() {
        title: name = "What they are brought in for, in short.",
        supplier: link = "Who it is; none where nobody is named.",
        role: text = "As what: advisory partner, facilitator, contractor.",
        of: subject = "The row that they work on.",
        workstream: link = "The workstream to which that belongs.",
        phase: link = "The phase to which it belongs.",
        tasks: texts = "What they are to do.",
        team: link = "The council's own team with which they work.",
        earlier: flag = "Whether they were engaged before.",
        state: word = "How far it has come: `sought`, `to_procure`, `planned`...",
        procurement: text = "By which route they are procured.",
        terms_agreed: printed = "When terms were agreed, as printed.",
        start: printed = "When they begin, as printed.",
        end: printed = "When they end, as printed.",
        fee: printed = "What they are paid, as printed.",
        status: parts(Many<'a, StatusDoc<'a>>) = "What has been said of it.",
    }
}
