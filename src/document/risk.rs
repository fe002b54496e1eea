//! Risks, and the matrix by which a council scores them: as written.

use super::{
    LeadDoc, Many, Part, StatusDoc,
    rows::{part_mirror, row_mirror},
};
use crate::model::{Acceptance, Closure, MatrixLevel, MatrixStep, Risk, RiskMatrix, RiskScore};

row_mirror! {
    /// Something uncertain that would matter: a threat, or an opportunity, as written.
    RiskDoc for Risk named() {
        title: name = "What may happen, in short.",
        kind: word = "Whether it may do harm or good; harm where it is left out: `threat`, `opportunity`.",
        category: text = "What kind of risk the paper calls it, in a word: `reputation`, `workforce`.",
        cause: text = "What it comes from.",
        event: text = "What may happen.",
        effect: text = "What that would do.",
        of: subjects = "The rows that it bears on; the whole programme where none is named.",
        inherent: part(Part<'a, RiskScoreDoc<'a>>) = "How it is scored before anything is done about it; a word alone is the score.",
        residual: part(Part<'a, RiskScoreDoc<'a>>) = "How it is scored with what is done about it so far; a word alone is the score.",
        target: part(Part<'a, RiskScoreDoc<'a>>) = "How it is to be scored in the end; a word alone is the score.",
        proximity: printed = "When it may happen, as printed.",
        response: word = "What is done about it, in a word: `avoid`, `reduce`, `transfer`...",
        mitigations: texts = "What is done about it.",
        actions: links = "The actions that are to bring it to its target.",
        owners: leads(Many<'a, LeadDoc<'a>>) = "Who answers for it. A word alone is a cell as printed.",
        raised: printed = "When it was raised, as printed.",
        review: printed = "When it is to be reviewed next, as printed.",
        escalated_to: link = "The body to which it was escalated.",
        escalated: printed = "When it was, as printed.",
        acceptance: part(Part<'a, AcceptanceDoc<'a>>) = "Who accepts it as it is, and until when; a word alone is by whom.",
        register: link = "The register or plan in which it is recorded.",
        attributed_to: text = "Who sees it, if not the council.",
        closed: part(Part<'a, ClosureDoc<'a>>) = "That it is over, since when and why; a word alone is the day.",
        status: parts(Many<'a, StatusDoc<'a>>) = "What has been said of it. A word alone is the state.",
    }
}

part_mirror! {
    /// Likelihood and impact of a risk as a paper gives them, as written.
    RiskScoreDoc for RiskScore word(stated) {
        likelihood: text = "How likely it is: a number or a word of the matrix.",
        impact: text = "How much it would do: a number or a word of the matrix.",
        stated: printed = "The score as the paper gives it, as printed.",
        as_at: printed = "The day for which it was said, as printed.",
    }
}

part_mirror! {
    /// That a risk is accepted as it is: by whom, since when, until when, as written.
    AcceptanceDoc for Acceptance word(by) {
        by: text = "Who accepts it, by post.",
        on: printed = "Since when, as printed.",
        until: printed = "Until when; the day itself is the last, as printed.",
        reason: text = "Why.",
        decision: link = "The decision behind it.",
    }
}

part_mirror! {
    /// That a risk or an issue is over: since when, and why, as written.
    ClosureDoc for Closure word(on) {
        on: printed = "When it was closed, as printed.",
        reason: text = "Why.",
        decision: link = "The decision behind it.",
        source: source = "Where this was said.",
    }
}

part_mirror! {
    /// How a council scores risks: a score is what likelihood counts for times what impact counts for, as written.
    RiskMatrixDoc for RiskMatrix {
        likelihoods: parts(Many<'a, MatrixStepDoc<'a>>) = "How likely something is, least first; a word alone is what the step is called.",
        impacts: parts(Many<'a, MatrixStepDoc<'a>>) = "How much something does, least first; a word alone is what the step is called.",
        levels: parts(Many<'a, MatrixLevelDoc<'a>>) = "What scores are called, lowest first; a word alone is the name.",
        appetite: number = "The score up to which a risk is borne without more ado.",
    }
}

part_mirror! {
    /// A step of a matrix, as written.
    MatrixStepDoc for MatrixStep word(name) {
        name: text = "What it is called: `likely`.",
        value: number = "What it counts for; its place in the list where it is left out.",
    }
}

part_mirror! {
    /// What scores from some number on are called, as written.
    MatrixLevelDoc for MatrixLevel word(name) {
        name: text = "What it is called: `high`.",
        from: number = "The lowest score that is called so.",
    }
}
