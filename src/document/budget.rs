//! Budget lines and the movements of money: as written.

use super::rows::row_mirror;
use crate::model::{BudgetLine, Movement};

row_mirror! {
    /// A line of a budget: money of one fund and one nature, in one financial year, for one thing, as written.
    BudgetLineDoc for BudgetLine named() {
        title: name = "What it is for, in short.",
        parent: link = "The line of which it is a part.",
        of: subject = "The row that it pays for; none where it is the programme.",
        fund: word = "Whose account it is in: `general_fund`, `hra`, `collection_fund`...",
        fund_name: text = "The name of the grant or of those for whom it is held.",
        nature: word = "Whether it is revenue or capital: `revenue`, `capital`.",
        workstream: link = "The workstream to which it belongs.",
        phase: link = "The phase to which it belongs.",
        year: printed = "The financial year, as printed.",
        recurrence: word = "Whether it recurs: `one_off`, `recurrent`.",
        prices: printed = "At which prices it is given, as printed.",
        stated: printed = "What a paper prints for it, as printed.",
        ceiling: printed = "What it and its parts may come to at most; never added to them, as printed.",
        income: yes = "Whether it is income.",
        base: yes = "Whether it is in the base budget.",
        contingency: yes = "Whether it is held for the unforeseen.",
        approved_by: link = "The decision that set it.",
    }
}

row_mirror! {
    /// A movement of money, dated and never changed: what is put right is put right by another movement, as written.
    MovementDoc for Movement named() {
        title: name = "What it is, in short.",
        kind: word = "What kind of movement it is: `allocation`, `virement`, `supplementary_estimate`...",
        date: printed = "When it takes effect, as printed.",
        amount: printed = "How much; below nothing where it takes back, as printed.",
        line: link = "The budget line that it moves, or from which it comes.",
        to_line: link = "The budget line to which it goes.",
        reserve: link = "The reserve that it moves, or from which it comes.",
        to_reserve: link = "The reserve to which it goes.",
        against: link = "The request or commitment that it takes up.",
        appointment: link = "The appointment that it pays for.",
        decision: link = "The decision that authorises it.",
        corrects: link = "The movement that it puts right.",
        basis: text = "The provision relied on where it crosses funds.",
        use_for: text = "What it is used for.",
        leave: text = "The chief finance officer's leave to spend, where a section 114 report stands.",
    }
}
