//! Recommendations and plans as written.

use super::{
    Many, Part, StatusDoc,
    rows::{part_mirror, row_mirror},
};
use crate::model::{
    ActionPlan, Limb, PlanCell, PlanColumn, PlanRow, Recommendation, Response, StatedState,
};

row_mirror! {
    /// A recommendation as written.
    RecommendationDoc for Recommendation named() {
        title: name = "What is recommended, in short.",
        rationale: text = "The reasons given, in short.",
        limbs: parts(Many<'a, LimbDoc<'a>>) = "Its parts; a word alone is the title of one.",
        review: link = "The review that made it.",
        class: word = "`improvement` or `process`.",
        wording: word = "`draft` or `final`.",
        themes: links = "The themes under which it is steered.",
        all_themes: yes = "Whether it is said to be steered under all of them.",
        response: part(Part<'a, ResponseDoc<'a>>) =
            "The council's answer; a word alone is the verdict.",
        parent: link = "The recommendation of which it is a part.",
        after: links = "Recommendations that it follows from.",
        carried_by: links = "Bodies that carry it.",
        audiences: texts = "Whom it speaks of or to.",
        force: text = "With what force it is made, in the paper's words: `suggested`.",
        areas: texts = "The fields that it names.",
        addressee: text = "To whom it is addressed, by post.",
        motto: text = "The motto that goes with it.",
        priorities: links = "The corporate priorities that it names.",
        status: parts(Many<'a, StatusDoc<'a>>) =
            "What has been said of its state. A word alone is the state.",
    }
}

part_mirror! {
    /// A part of a recommendation as written.
    LimbDoc for Limb word(title) {
        label: text = "Its label, as printed.",
        title: name = "What it asks for, in short.",
    }
}

part_mirror! {
    /// The answer to a recommendation as written.
    ResponseDoc for Response word(verdict) {
        verdict: word = "`accepted`, `partly_accepted` or `not_accepted`.",
        reason: text = "The reason.",
        date: printed = "When, as printed.",
        decision: link = "The decision by which it was given.",
    }
}

row_mirror! {
    /// A plan as written.
    ActionPlanDoc for ActionPlan named(title) {
        title: name = "Its title.",
        review: link = "The review that it answers.",
        organisation: link = "Whose plan it is, if not the programme's council's.",
        as_at: printed = "The day for which it speaks, as printed.",
        published: printed = "When it was published, as printed.",
        stated_states: parts(Many<'a, StatedStateDoc<'a>>) =
            "Its states, as each place in the papers gives them.",
        columns: parts(Many<'a, PlanColumnDoc<'a>>) =
            "Its columns; a word alone is the heading of one.",
        rows: parts(Many<'a, PlanRowDoc<'a>>) = "Its rows, as printed.",
    }
}

part_mirror! {
    /// A stated state of a plan as written.
    StatedStateDoc for StatedState word(state) {
        state: word = "`draft`, `proposed`, `agreed`, `published` or `under_review`.",
        words: words = "The words that say so.",
        source: source = "Where they stand.",
    }
}

part_mirror! {
    /// A column of a plan as written.
    PlanColumnDoc for PlanColumn word(heading) {
        heading: words = "Its heading, as printed.",
        holds: word = "What it holds: `action`, `timescale` or another word for it.",
    }
}

part_mirror! {
    /// A row of a plan as written.
    PlanRowDoc for PlanRow {
        label: words = "The number in the first column.",
        recommendation: link = "The recommendation in the row.",
        actions: links = "The actions in the row, in printed order.",
        placeholders: texts = "Notes to the author in the place of an action.",
        timescales: texts = "The paragraphs of the timescale cell.",
        leads: texts = "The paragraphs of the lead cell.",
        shared: yes = "Whether one timescale or lead is said to cover all actions of the row.",
        other: parts(Many<'a, PlanCellDoc<'a>>) =
            "Cells that none of these fields holds; a word alone is the text of one.",
    }
}

part_mirror! {
    /// A cell of a plan's row as written.
    PlanCellDoc for PlanCell word(text) {
        heading: words = "The heading of its column, as printed.",
        text: words = "Its words, as printed.",
    }
}
