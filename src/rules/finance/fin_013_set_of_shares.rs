//! FIN-013: percentages that are said to be all the answers to a question do not add up to a hundred, however they are rounded.

use crate::{
    finding::{Entry, Severity},
    measures,
    model::Survey,
    rules::{Check, Context, Example, Rule, Sink},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"FIN", 13),
        name: "shares-do-not-add-up",
        severity: Severity::Warning,
        finds: "Percentages that are said to be all the answers to a question do not add up to a hundred, however they are rounded.",
        why: "One of them is wrong, or an answer is left out.",
        source: "Logic",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "surveys": [{"reference": "SUR1", "name": "Ways of working", "population": "staff",
   "results": [
     {"question": "Where do you work best?", "answer": "at home", "share": "56%", "one_of_all": true},
     {"question": "Where do you work best?", "answer": "at the office", "share": "43%", "one_of_all": true},
     {"question": "Where do you work best?", "answer": "either", "share": "11%", "one_of_all": true}]}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "surveys": [{"reference": "SUR1", "name": "Ways of working", "population": "staff",
   "results": [
     {"question": "Where do you work best?", "answer": "at home", "share": "56%", "one_of_all": true},
     {"question": "Where do you work best?", "answer": "at the office", "share": "43%", "one_of_all": true},
     {"question": "Where do you work best?", "answer": "either", "share": "1%", "one_of_all": true}]}]}"#,
    },
    check: Check::Surveys(check),
};

fn check(_: &Context<'_>, survey: &Survey, sink: &mut Sink<'_>) {
    for set in measures::answer_sets(survey) {
        sink.expect(set.adds_up(), |sink| {
            let question = set.results.first().and_then(|first| first.question.as_deref());
            let question = question.unwrap_or("a question");
            let message = format!(
                "'{}': the answers to '{question}' come to {}%, not to a hundred.",
                survey.name, set.sum
            );
            let help = "Correct the one that is wrong, or add the answer that is missing.";
            sink.finding(message, help).about(survey.key.id)
        });
    }
}
