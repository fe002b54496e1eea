//! Money that is needed, and where it comes from: as written.

use super::rows::row_mirror;
use crate::model::{FundingRequirement, FundingSource};

row_mirror! {
    /// Money that something needs, whether or not it is known how much, or from where it is to come, as written.
    FundingRequirementDoc for FundingRequirement named() {
        title: name = "What the money is for, in short.",
        of: subject = "The row that needs it; none where it is the programme.",
        fund: word = "Whose account pays for it: `general_fund`, `hra`, `collection_fund`...",
        nature: word = "Whether it is revenue or capital: `revenue`, `capital`.",
        amount: printed = "How much, as printed.",
        workstream: link = "The workstream to which it belongs.",
        phase: link = "The phase to which it belongs.",
        phases: text = "The phases that are named, where they are no row: `Phase 2 and beyond`.",
        year: printed = "The financial year in which it falls, as printed.",
        recurrence: word = "Whether it recurs: `one_off`, `recurrent`.",
        until: printed = "Until when it recurs, as printed.",
        prices: printed = "At which prices it is given, as printed.",
        state: word = "How far it has come: `to_be_considered`, `to_be_sought`, `sought`...",
        contingency: printed = "What is held in it for the unforeseen, be it nil, as printed.",
        apportioned_by: text = "On what basis it is shared out between funds.",
    }
}

row_mirror! {
    /// Where money is to come from, for a need or for a row, with what is stated of it, as written.
    FundingSourceDoc for FundingSource named() {
        title: name = "What it is, in short.",
        requirement: link = "The need that it meets.",
        of: subject = "The row that it pays for, where no need is held.",
        resource: word = "What kind of money it is: `base_budget`, `earmarked_reserve`, `general_balance`...",
        reserve: link = "The reserve that it comes from.",
        fund: word = "Whose account it comes from: `general_fund`, `hra`, `collection_fund`...",
        fund_name: text = "The name of the grant or of those for whom it is held.",
        nature: word = "Whether it is revenue or capital: `revenue`, `capital`.",
        amount: printed = "How much, as printed.",
        share: printed = "What share of the need, as printed.",
        basis: text = "The provision relied on where funds are crossed, or capital pays for revenue.",
        right_to_buy: flag = "Whether a receipt is from the right to buy.",
        within_group: flag = "Whether a disposal was within the council's group.",
        ongoing_savings: flag = "Whether the work is designed to yield ongoing savings or lower demand.",
        strategy: link = "The decision that approved the strategy for flexible use of receipts.",
        replaced_by: link = "What takes the place of money that is taken away from something else.",
        last_year: printed = "The last financial year in which it pays, as printed.",
        state: word = "How firm it is: `possible`, `stated`, `required`...",
        preference: text = "Which source goes first, in words.",
        report: link = "The paper that asks for it.",
        request: text = "The label there of what is asked.",
        decision: link = "The decision that releases it.",
    }
}
