//! BUD-010: money is sought as a whole, and nothing is said of contingency.

use crate::{
    finding::{Entry, Severity},
    model::{FundingRequirement, RequirementState},
    rules::{Check, Context, Example, Rule, Sink},
    values::{Code, Unread},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"BUD", 10),
        name: "no-contingency-stated",
        severity: Severity::Info,
        finds: "Money for the whole is sought or approved, and nothing is said of what is held for the unforeseen.",
        why: "Where nothing is held, the first surprise becomes an overspend; where it is hidden in the lines, nobody decides on it.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "funding_requirements": [{"reference": "FR1", "title": "Phase 2 and beyond", "fund": "general_fund", "nature": "revenue",
   "amount": "£665k", "state": "sought"}],
 "savings": [{"reference": "SAV1", "title": "Fewer offices", "amount": "£200k", "year": "2022/23", "state": "target"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "funding_requirements": [{"reference": "FR1", "title": "Phase 2 and beyond", "fund": "general_fund", "nature": "revenue",
   "amount": "£665k", "state": "sought", "contingency": "nil"}],
 "savings": [{"reference": "SAV1", "title": "Fewer offices", "amount": "£200k", "year": "2022/23", "state": "target"}]}"#,
    },
    check: Check::FundingRequirements(check),
};

fn check(context: &Context<'_>, need: &FundingRequirement, sink: &mut Sink<'_>) {
    let whole = need.of.is_none() && need.workstream.is_none() && need.phase.is_none();
    let asked = matches!(need.state, Some(RequirementState::Sought | RequirementState::Approved));
    if !whole || !asked {
        return;
    }
    if context.funds().has_contingency() {
        return sink.pass();
    }
    let title = &need.title;
    let help = "Say what is held for the unforeseen, even if it is nothing.";
    let finding = match need.contingency.as_ref() {
        None => sink.finding(format!("'{title}' says nothing of contingency."), help),
        Some(held) => match held.unread() {
            None => return sink.pass(),
            Some(Unread::Blank) => {
                sink.finding(format!("'{title}' says nothing of contingency."), help)
            }
            Some(_) => {
                let message =
                    format!("'{title}' gives '{held}' for contingency, which is no amount.");
                sink.finding(message, help).undetermined()
            }
        },
    };
    sink.find(finding.about(need.key.id));
}
