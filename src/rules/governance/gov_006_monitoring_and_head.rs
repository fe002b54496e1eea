//! GOV-006: the monitoring officer is also head of paid service.

use crate::{
    finding::{Entry, Severity},
    model::Office,
    rules::{Check, Context, Example, Rule, Sink, governance::two_offices},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"GOV", 6),
        name: "monitoring-officer-and-head",
        severity: Severity::Error,
        finds: "The monitoring officer is also head of paid service.",
        why: "Whoever watches over lawfulness must be able to report on the head of the officers.",
        source: "LGHA 1989 s.5(1A), put in by LGA 2000 Sch 5 para 24",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2020-09-23",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [
   {"reference": "POST1", "title": "Chief Executive", "kind": "officer",
    "offices": "head_of_paid_service", "holders": "P-1"},
   {"reference": "POST2", "title": "Monitoring Officer", "kind": "officer",
    "offices": "monitoring_officer", "holders": "P-1"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [
   {"reference": "POST1", "title": "Chief Executive", "kind": "officer",
    "offices": "head_of_paid_service", "holders": "P-1"},
   {"reference": "POST2", "title": "Monitoring Officer", "kind": "officer",
    "offices": "monitoring_officer", "holders": "P-2"}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let rest = "both monitoring officer and head of paid service.";
    let help = "The law does not let one officer be both: designate another.";
    let offices = [Office::MonitoringOfficer, Office::HeadOfPaidService];
    two_offices(context, offices, rest, help, sink);
}
