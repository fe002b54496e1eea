//! Surveys, and what was answered: as written.

use super::{
    Many,
    rows::{part_mirror, row_mirror},
};
use crate::model::{Survey, SurveyGroup, SurveyResult};

row_mirror! {
    /// A survey: whom it asked, how many answered, what they said, as written.
    SurveyDoc for Survey named(name, aliases) {
        name: name = "Its name.",
        aliases: texts = "Other names that are known to mean it.",
        topic: text = "What it asked about.",
        method: text = "How it asked, in a word: `questionnaire`, `structured return`.",
        by: link = "Who held it, if not the council.",
        review: link = "The review of which it is a part.",
        workstream: link = "The workstream to which it belongs.",
        phase: link = "The phase to which it belongs.",
        held: printed = "When it was held, as printed.",
        population: text = "Whom it asked.",
        population_size: printed = "How many they are, as printed.",
        responses: printed = "How many answered, as printed.",
        stated_rate: printed = "The share that answered, as the paper gives it, as printed.",
        groups: parts(Many<'a, SurveyGroupDoc<'a>>) = "Into which groups answers are split; a word alone is the name.",
        results: parts(Many<'a, SurveyResultDoc<'a>>) = "What they answered; a word alone is the question.",
        summary: link = "The document in which the answers stand.",
    }
}

part_mirror! {
    /// A group into which the answers of a survey are split, as written.
    SurveyGroupDoc for SurveyGroup word(name) {
        name: text = "Its name.",
        definition: text = "Who is in it.",
        posts: links = "The posts that are in it, or from which it begins.",
        size: printed = "How many they are, as printed.",
        responses: printed = "How many of them answered, as printed.",
    }
}

part_mirror! {
    /// What was answered to a question of a survey, as printed, as written.
    SurveyResultDoc for SurveyResult word(question) {
        question: text = "What was asked, or the statement that was put.",
        answer: text = "The answer that is counted, where there are several.",
        group: text = "The group whose answer it is; all, where none is said.",
        share: printed = "The share that gave it, as printed.",
        count: printed = "How many gave it, as printed.",
        answered: printed = "How many answered the question, as printed.",
        one_of_all: yes = "Whether the answers given to its question are all that there were, and each gave one.",
        leaning: word = "Which way it leans: `positive`, `negative`, `mixed`...",
        differs_from: text = "The group that answered otherwise.",
        text: text = "What was said of it.",
        source: source = "Where it was said.",
    }
}
