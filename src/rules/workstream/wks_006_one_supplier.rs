//! WKS-006: one supplier is behind three workstreams or more.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    finding::{Entry, Severity},
    model::{AppointmentState, Organisation, Workstream},
    rules::{Check, Context, Example, Rule, Sink},
    values::{Code, Id},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"WKS", 6),
        name: "one-supplier-behind-several",
        severity: Severity::Info,
        finds: "One supplier is behind three workstreams or more.",
        why: "If it fails or leaves, they fail together.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Place"}],
 "organisations": [{"reference": "ORG1", "name": "Example Advisers Ltd", "kind": "company"}],
 "workstreams": [
   {"reference": "W1", "name": "Stream 1", "leads": ["POST1"], "outcome": "It works"},
   {"reference": "W2", "name": "Stream 2", "leads": ["POST1"], "outcome": "It works"},
   {"reference": "W3", "name": "Stream 3", "leads": ["POST1"], "outcome": "It works"}],
 "actions": [
   {"reference": "A1", "title": "Begin stream 1", "workstream": "W1", "leads": ["POST1"],
    "timescale": "March 2022"},
   {"reference": "A2", "title": "Begin stream 2", "workstream": "W2", "leads": ["POST1"],
    "timescale": "March 2022"},
   {"reference": "A3", "title": "Begin stream 3", "workstream": "W3", "leads": ["POST1"],
    "timescale": "March 2022"}],
 "appointments": [
   {"reference": "APP1", "title": "Advice on stream 1", "supplier": "ORG1", "workstream": "W1",
    "state": "engaged"},
   {"reference": "APP2", "title": "Advice on stream 2", "supplier": "ORG1", "workstream": "W2",
    "state": "engaged"},
   {"reference": "APP3", "title": "Advice on stream 3", "supplier": "ORG1", "workstream": "W3",
    "state": "engaged"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Place"}],
 "organisations": [{"reference": "ORG1", "name": "Example Advisers Ltd", "kind": "company"}],
 "workstreams": [
   {"reference": "W1", "name": "Stream 1", "leads": ["POST1"], "outcome": "It works"},
   {"reference": "W2", "name": "Stream 2", "leads": ["POST1"], "outcome": "It works"},
   {"reference": "W3", "name": "Stream 3", "leads": ["POST1"], "outcome": "It works"}],
 "actions": [
   {"reference": "A1", "title": "Begin stream 1", "workstream": "W1", "leads": ["POST1"],
    "timescale": "March 2022"},
   {"reference": "A2", "title": "Begin stream 2", "workstream": "W2", "leads": ["POST1"],
    "timescale": "March 2022"},
   {"reference": "A3", "title": "Begin stream 3", "workstream": "W3", "leads": ["POST1"],
    "timescale": "March 2022"}],
 "appointments": [
   {"reference": "APP1", "title": "Advice on stream 1", "supplier": "ORG1", "workstream": "W1",
    "state": "engaged"},
   {"reference": "APP2", "title": "Advice on stream 2", "supplier": "ORG1", "workstream": "W2",
    "state": "engaged"}]}"#,
    },
    check: Check::Programme(check),
};

/// From how many workstreams on a supplier is worth a look.
const MANY: usize = 3;

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let programme = context.programme;
    let mut behind: BTreeMap<Id<Organisation>, BTreeSet<Id<Workstream>>> = BTreeMap::new();
    for row in programme.appointments() {
        let there = row.state != Some(AppointmentState::Ended);
        if let (Some(supplier), Some(workstream), true) = (row.supplier, row.workstream, there) {
            behind.entry(supplier).or_default().insert(workstream);
        }
    }
    for (supplier, _) in behind.iter() {
        let Some(organisation) = programme.get(*supplier) else { continue };
        let theirs = behind.get(supplier).map_or(0, BTreeSet::len);
        sink.expect(theirs < MANY, |sink| {
            let rows = programme.workstreams().into_iter();
            let held = rows.filter(|row| {
                behind.get(supplier).is_some_and(|theirs| theirs.contains(&row.key.id))
            });
            let held: Vec<&Workstream> = held.collect();
            let names: Vec<_> = held.iter().map(|row| format!("'{}'", row.name)).collect();
            let message = format!(
                "'{}' is behind {theirs} workstreams: {}.",
                organisation.name,
                names.join(", ")
            );
            let help = "Say what happens if it leaves, or share the work among suppliers.";
            let finding = sink.finding(message, help).about(*supplier);
            held.iter().fold(finding, |finding, row| finding.about(row.key.id))
        });
    }
}
