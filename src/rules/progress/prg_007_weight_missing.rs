//! PRG-007: some actions have weights, and others beside them have none.

use crate::{
    finding::{Entry, Severity},
    model::{Action, State},
    rules::{Check, Context, Example, Rule, Sink},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"PRG", 7),
        name: "weight-missing",
        severity: Severity::Warning,
        finds: "Some actions have weights, and others beside them have none.",
        why: "A weighted figure cannot be made without guessing, so none is given.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2019-09-04",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "COO"}],
 "actions": [
   {"reference": "A1", "title": "Plan", "leads": ["COO"], "timescale": "March 2020", "weight": 3},
   {"reference": "A2", "title": "Consult", "leads": ["COO"], "timescale": "March 2020"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "COO"}],
 "actions": [
   {"reference": "A1", "title": "Plan", "leads": ["COO"], "timescale": "March 2020", "weight": 3},
   {"reference": "A2", "title": "Consult", "leads": ["COO"], "timescale": "March 2020",
    "weight": 1}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let programme = context.programme;
    let counted = programme.actions().into_iter().zip(programme.states(context.on));
    let counted: Vec<_> = counted.filter(|(_, state)| !state.is_excluded()).collect();
    let weighs = |(action, _): &&(&Action, State)| action.weight.is_some();
    let weighed = counted.iter().filter(weighs).count();
    if weighed == 0 {
        return;
    }
    let missing: Vec<_> = counted.iter().filter(|row| !weighs(row)).collect();
    sink.expect(missing.is_empty(), |sink| {
        let message = format!("{weighed} actions have weights, and {} have none.", missing.len());
        let help = "Weigh them all, or reckon by a policy that does not weigh.";
        let finding = sink.finding(message, help);
        missing.iter().fold(finding, |finding, (action, _)| finding.about(action.key.id))
    });
}
