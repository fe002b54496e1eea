//! Who may decide what, and the rules that councils set for themselves: as written.

use super::{LeadDoc, Many, Part, RiskMatrixDoc, rows::row_mirror};
use crate::model::{DecisionRight, LocalRule};

row_mirror! {
    /// Who may decide or does decide what, and when a matter has to go there: a right of the council's own, as data, as written.
    DecisionRightDoc for DecisionRight named() {
        title: name = "Who may do what, in short.",
        holders: leads(Many<'a, LeadDoc<'a>>) = "Who has it. A word alone is a cell as printed.",
        act: word = "What they may do, or do: `approve`, `agree`, `consider`...",
        matter: text = "Of what, in words.",
        of: subject = "The row on which they decide.",
        triggers: each_word = "What brings a matter to them; any one of these does: `significant_spend`, `politically_sensitive`, `strategy`...",
        threshold: printed = "The amount from which a matter comes to them, as printed.",
        limit: printed = "The amount up to which they may decide, as printed.",
        criteria: texts = "What they test it against.",
        stages: texts = "The stages at which they do.",
        function: word = "Whose function it is: `executive`, `council`, `local_choice`.",
        delegated_from: link = "The body that delegates it.",
        consulting: leads(Many<'a, LeadDoc<'a>>) = "Whom they have to consult. A word alone is a cell as printed.",
        safeguard: text = "What holds it in check.",
        purpose: text = "What it is for.",
        since: printed = "From when, as printed.",
        until: printed = "Until when, as printed.",
    }
}

row_mirror! {
    /// A rule of the council's own, such as its key decision threshold, with the days on which it holds, as written.
    LocalRuleDoc for LocalRule named() {
        title: name = "What it is of, in short.",
        parameter: word = "Which figure it gives: `key_decision_threshold`, `virement_limit`, `supplementary_limit`...",
        dimension: word = "In which dimension it is a tolerance; in each where that is left out: `time`, `cost`...",
        level: word = "At which level it is a tolerance; at each where that is left out: `programme`, `workstream`, `budget_line`, `action`, `milestone`.",
        of: subject = "The one row of which it is a tolerance.",
        amount: printed = "The amount, as printed.",
        days: number = "How many days.",
        counted: word = "How days are counted: `calendar`, `working`.",
        body: link = "The body whose limit it is.",
        post: link = "The post whose limit it is.",
        text: text = "What it says, where that is neither amount nor days.",
        matrix: part(Part<'a, RiskMatrixDoc<'a>>) = "The matrix by which risks are scored.",
        since: printed = "From when, as printed.",
        until: printed = "Until when; the day itself is the last, as printed.",
    }
}
