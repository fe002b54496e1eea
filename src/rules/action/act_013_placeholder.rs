//! ACT-013: a note to the author is left in a plan that is agreed or published.

use crate::{
    finding::{Entry, Finding, Severity, Value},
    model::{ActionPlan, PlanState, Subject},
    rules::{Check, Context, Example, Rule, Sink},
    values::{Certainty, Code},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"ACT", 13),
        name: "placeholder-left",
        severity: Severity::Warning,
        finds: "A note to the author is left in a plan that is agreed or published.",
        why: "Readers take it for a promise, and it is none.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2019-09-04",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "plans": [{"reference": "PLAN1", "title": "Plan", "stated_states": [{"state": "agreed", "words": "Agreed plan"}],
   "rows": [{"label": "11", "placeholders": ["More examples to add?"]}]}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "plans": [{"reference": "PLAN1", "title": "Plan", "stated_states": [{"state": "draft", "words": "Draft plan"}],
   "rows": [{"label": "11", "placeholders": ["More examples to add?"]}]}]}"#,
    },
    check: Check::Plans(check),
};

fn check(context: &Context<'_>, plan: &ActionPlan, sink: &mut Sink<'_>) {
    if !plan.is_stated(PlanState::Agreed) && !plan.is_stated(PlanState::Published) {
        return;
    }
    for row in &plan.rows {
        for words in &row.placeholders {
            let subject = row.recommendation.map_or(Subject::from(plan.key.id), Subject::from);
            sink.find(finding(sink, words, subject));
        }
    }
    for action in context.actions_of(plan.key.id) {
        let texts = [Some(&action.title), action.detail.as_ref()].into_iter().flatten();
        let worst = texts.map(|text| (placeholder(text), text)).max_by_key(|(is, _)| *is);
        let found = |text: &str| finding(sink, text, action.key.id.into());
        match worst {
            Some((Certainty::Certainly, text)) => sink.find(found(text)),
            Some((Certainty::Possibly, text)) => sink.find(found(text).undetermined()),
            _ => sink.pass(),
        }
    }
}

fn finding(sink: &Sink<'_>, words: &str, subject: Subject) -> Finding {
    let message = format!("'{words}' reads as a note to the author.");
    let help = "Delete it, or turn it into an action with a lead and a date.";
    sink.finding(message, help).about(subject).with("text", Value::Words(words.to_owned()))
}

/// Whether a text in an action's place asks instead of saying. Square brackets may hold a gap to be
/// filled, or a reference.
fn placeholder(text: &str) -> Certainty {
    let unsettled = |word: &str| matches!(word, "TBC" | "TBA" | "TBD" | "xx" | "XX");
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    let asks = text.trim_end().ends_with('?') || text.contains("???") || words.any(unsettled);
    Certainty::from_readings(asks, asks || (text.contains('[') && text.contains(']')))
}
