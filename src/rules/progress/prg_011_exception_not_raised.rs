//! PRG-011: something is beyond its tolerance, and no exception is raised of it.

use crate::{
    finding::{Entry, Severity},
    model::Subject,
    rules::{Check, Context, Example, Rule, Sink},
    values::{Certainty, Code, capital},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"PRG", 11),
        name: "exception-not-raised",
        severity: Severity::Warning,
        finds: "An action or a milestone is later, or a workstream or the programme is expected to cost more, than the tolerance of the council allows, and no exception is raised.",
        why: "A tolerance says how far work may stray before the body above decides: it can decide only on what is raised.",
        source: "Management by exception; the tolerance is the council's own",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "local_rules": [{"reference": "LR1", "title": "Late work", "parameter": "tolerance", "dimension": "time", "days": 14}],
 "posts": [{"reference": "POST1", "title": "Chief Executive"}],
 "actions": [{"reference": "A1", "title": "Publish the plan", "leads": "Chief Executive", "timescale": "30 July 2021",
   "redated": [{"from": "31 May 2021"}], "status": {"state": "in progress", "as_at": "21 June 2021"}}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "local_rules": [{"reference": "LR1", "title": "Late work", "parameter": "tolerance", "dimension": "time", "days": 14}],
 "bodies": [{"reference": "BODY1", "name": "Programme Board"}],
 "posts": [{"reference": "POST1", "title": "Chief Executive"}],
 "actions": [{"reference": "A1", "title": "Publish the plan", "leads": "Chief Executive", "timescale": "30 July 2021",
   "redated": [{"from": "31 May 2021"}], "status": {"state": "in progress", "as_at": "21 June 2021"}}],
 "exceptions": [{"title": "The plan is late", "of": "action A1", "dimension": "time", "raised": "15 June 2021",
   "options": ["Publish it in July", "Publish a part of it"], "body": "BODY1"}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for breach in context.breaches() {
        let row = breach.row.as_ref().map(|row| row.row);
        // Where English law holds, another rule asks whether the council was told of a line.
        if matches!(row, Some(Subject::BudgetLine(_))) && context.is_english() {
            continue;
        }
        if breach.excepted.is_certain() {
            sink.pass();
            continue;
        }
        let help = match breach.excepted {
            Certainty::No => {
                "Raise an exception of it: what it comes from, what may be done, and which body decides."
            }
            _ => "Give the days on which the exception was raised and closed.",
        };
        let finding = sink.finding(format!("{}.", capital(&breach.to_string())), help);
        let rows = row.into_iter().chain(breach.exception.as_ref().map(|row| row.row));
        let finding = rows.fold(finding, |finding, row| finding.about(row));
        let finding = finding.about(breach.rule.row);
        let sure = breach.certainty.is_certain() && breach.excepted == Certainty::No;
        sink.find(if sure { finding } else { finding.undetermined() });
    }
}
