//! Reserves, and what papers say they hold: as written.

use super::{
    LeadDoc, Many,
    rows::{part_mirror, row_mirror},
};
use crate::model::{Reserve, StatedBalance};

row_mirror! {
    /// A reserve, under one identity however often it is renamed. Its balance follows from its movements; what papers state of it is kept beside, as written.
    ReserveDoc for Reserve named(name, aliases, former_names) {
        name: name = "Its name.",
        aliases: texts = "Other names for it.",
        former_names: texts = "Names that it had before, oldest first.",
        renamed_by: link = "The decision that renamed it or changed its purpose.",
        renamed: yes = "Whether it was renamed or its purpose changed, by whatever decision.",
        kind: word = "What kind of reserve it is: `general_balance`, `earmarked`, `hra_balance`...",
        fund: word = "Whose account it is in: `general_fund`, `hra`, `collection_fund`...",
        fund_name: text = "The name of the grant or of those for whom it is held.",
        purpose: text = "What it is for.",
        uses: texts = "What it may be used for.",
        conditions: text = "On what conditions.",
        approver: link = "Who approves its use.",
        owners: leads(Many<'a, LeadDoc<'a>>) = "Who looks after it. A word alone is a cell as printed.",
        floor: printed = "What it is not to fall below, as printed.",
        reviewed: printed = "When it was last reviewed, as printed.",
        opened: printed = "When it was set up, as printed.",
        closed: printed = "When it was closed, as printed.",
        became: links = "The reserves into which it was merged or split.",
        assessment: text = "What is said of it where no figure is given.",
        balances: parts(Many<'a, StatedBalanceDoc<'a>>) = "What papers say it holds; a word alone is the amount.",
    }
}

part_mirror! {
    /// A balance of a reserve as a paper states it, as written.
    StatedBalanceDoc for StatedBalance word(amount) {
        amount: printed = "The amount, as printed.",
        on: printed = "For which day, as printed.",
        after: link = "The movement after which it stands.",
        minimum: yes = "Whether it is a minimum and not a balance.",
        source: source = "Where it was said.",
    }
}
