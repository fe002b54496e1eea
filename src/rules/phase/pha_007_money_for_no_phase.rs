//! PHA-007: money is needed for phases that are none of the plan, or that have no end.

use crate::{
    finding::{Entry, Severity},
    rules::{Check, Context, Example, Rule, Sink, phase::are_phases},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"PHA", 7),
        name: "money-for-no-phase",
        severity: Severity::Warning,
        finds: "Money is needed for phases that are none of the plan, or that have no end.",
        why: "What is spent on a phase cannot be set against what was asked for it.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "phases": [
   {"reference": "PH1", "name": "Phase 1", "number": 1, "held": "December 2020 to end of March 2021"},
   {"reference": "PH2", "name": "Phase 2", "number": 2, "held": "April 2021 to end of August 2021"}],
 "funding_requirements": [{"reference": "FR1", "title": "Advisers", "amount": "£665k",
   "fund": "general_fund", "phases": "Phase 2 and beyond"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "phases": [
   {"reference": "PH1", "name": "Phase 1", "number": 1, "held": "December 2020 to end of March 2021"},
   {"reference": "PH2", "name": "Phase 2", "number": 2, "held": "April 2021 to end of August 2021"}],
 "funding_requirements": [{"reference": "FR1", "title": "Advisers", "amount": "£665k",
   "fund": "general_fund", "phase": "PH2"}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let programme = context.programme;
    // A plan that has no phases knows none.
    if programme.phases().is_empty() {
        return;
    }
    for need in programme.funding_requirements() {
        let phase = need.phase.and_then(|id| programme.get(id));
        let words = match (need.phases.as_deref(), phase) {
            (Some(words), _) if !are_phases(words, programme.phases()) => words.to_owned(),
            (_, Some(phase)) if phase.open_ended => format!("{} and on", phase.name),
            (None, None) => continue,
            _ => {
                sink.pass();
                continue;
            }
        };
        let amount = need.amount.as_ref().map(|amount| format!(", {amount},"));
        let message = format!(
            "'{}'{} is for '{words}', which is no phase with an end.",
            need.title,
            amount.unwrap_or_default()
        );
        let help = "Share the amount out between the phases of the plan.";
        let finding = sink.finding(message, help).about(need.key.id);
        sink.find(phase.into_iter().fold(finding, |finding, phase| finding.about(phase.key.id)));
    }
}
