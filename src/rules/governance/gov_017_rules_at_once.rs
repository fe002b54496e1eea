//! GOV-017: two local rules of one parameter hold at once.

use crate::{
    finding::{Entry, Severity},
    model::{LocalRule, Term},
    rules::{Check, Context, Example, Rule, Sink},
    values::{Certainty, Code},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"GOV", 17),
        name: "rules-at-once",
        severity: Severity::Warning,
        finds: "Two local rules give the same figure, for everybody or for the same post or body, and hold at once.",
        why: "It is not clear by which of them a decision goes; mostly the earlier was not ended. Until it is, the one that began last is taken.",
        source: "Logic",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2020-09-23",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "local_rules": [
   {"reference": "LR1", "title": "Key decisions", "parameter": "key_decision_threshold",
    "amount": "£250,000", "since": "1 April 2019"},
   {"reference": "LR2", "title": "Key decisions, revised", "parameter": "key_decision_threshold",
    "amount": "£350,000", "since": "1 April 2020"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "local_rules": [
   {"reference": "LR1", "title": "Key decisions", "parameter": "key_decision_threshold",
    "amount": "£250,000", "since": "1 April 2019", "until": "31 March 2020"},
   {"reference": "LR2", "title": "Key decisions, revised", "parameter": "key_decision_threshold",
    "amount": "£350,000", "since": "1 April 2020"}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let rules: Vec<&LocalRule> = context.programme.local_rules().into_iter().collect();
    for (at, second) in rules.iter().enumerate() {
        for first in rules.iter().take(at).filter(|first| is_of_one_figure(first, second)) {
            at_once(first, second, sink);
        }
    }
}

/// Whether two rules give the same figure of the same party. What a rule says in words alone is no
/// figure: there may be several tolerances.
fn is_of_one_figure(first: &LocalRule, second: &LocalRule) -> bool {
    let days = first.days.is_some() && second.days.is_some();
    let matrices = first.matrix.is_some() && second.matrix.is_some();
    let amounts = first.amount.is_some() && second.amount.is_some();
    first.parameter.is_some()
        && first.parameter == second.parameter
        && (first.body, first.post) == (second.body, second.post)
        && (first.dimension, first.level, first.of) == (second.dimension, second.level, second.of)
        && (days || amounts || matrices)
}

fn at_once(first: &LocalRule, second: &LocalRule, sink: &mut Sink<'_>) {
    let certainty = Term::meet([first.term(), second.term()]);
    let (hold, help) = match certainty {
        Certainty::No => return sink.pass(),
        Certainty::Certainly => {
            ("hold", "End the one that the other replaced, or say whose figure each of them is.")
        }
        Certainty::Possibly => ("may hold", "Say from which day to which each of them holds."),
    };
    let names = format!("'{}' and '{}'", first.title, second.title);
    let message = format!("{names} give the same figure, and {hold} at once.");
    let finding = sink.finding(message, help).about(first.key.id).about(second.key.id);
    sink.find(if certainty.is_certain() { finding } else { finding.undetermined() });
}
