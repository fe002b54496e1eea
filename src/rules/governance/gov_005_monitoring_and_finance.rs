//! GOV-005: the monitoring officer is also chief finance officer.

use crate::{
    finding::{Entry, Severity},
    model::Office,
    rules::{Check, Context, Example, Rule, Sink, governance::two_offices},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"GOV", 5),
        name: "monitoring-and-finance-officer",
        severity: Severity::Error,
        finds: "The monitoring officer is also chief finance officer.",
        why: "Each has to report on what the other may have done; the law lets no one officer be both.",
        source: "LGHA 1989 s.5(1)",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2020-09-23",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Resources", "kind": "officer",
   "offices": ["monitoring_officer", "chief_finance_officer"]}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [
   {"reference": "POST1", "title": "Director of Resources", "kind": "officer",
    "offices": "chief_finance_officer", "holders": "P-1"},
   {"reference": "POST2", "title": "Head of Legal Services", "kind": "officer",
    "offices": "monitoring_officer", "holders": "P-2"}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let rest = "both monitoring officer and chief finance officer.";
    let help = "The law does not let one officer be both: designate another.";
    let offices = [Office::MonitoringOfficer, Office::ChiefFinanceOfficer];
    two_offices(context, offices, rest, help, sink);
}
