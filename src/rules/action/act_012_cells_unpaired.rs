//! ACT-012: paragraphs in the cells of a plan row do not pair.

use crate::{
    finding::{Entry, Severity, Value},
    model::ActionPlan,
    rules::{Check, Context, Example, Rule, Sink},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"ACT", 12),
        name: "cells-unpaired",
        severity: Severity::Error,
        finds: "Paragraphs in the cells of a plan row do not pair.",
        why: "Where three actions share a cell with one date, which of them it dates cannot be told.",
        source: "Logic",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2019-09-04",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Place"}],
 "plans": [{"reference": "PLAN1", "title": "Plan", "rows": [{"label": "5", "actions": ["A1", "A2"],
   "timescales": ["May 2020"], "leads": ["Director of Place", "Director of Place"]}]}],
 "actions": [{"reference": "A1", "title": "Write it", "leads": ["Director of Place"]},
   {"reference": "A2", "title": "Embed it", "leads": ["Director of Place"]}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Place"}],
 "plans": [{"reference": "PLAN1", "title": "Plan", "rows": [{"label": "5", "actions": ["A1", "A2"],
   "timescales": ["May 2020"], "leads": ["Director of Place"], "shared": true}]}],
 "actions": [{"reference": "A1", "title": "Write it", "leads": ["Director of Place"], "timescale": "May 2020"},
   {"reference": "A2", "title": "Embed it", "leads": ["Director of Place"], "timescale": "May 2020"}]}"#,
    },
    check: Check::Plans(check),
};

fn check(_: &Context<'_>, plan: &ActionPlan, sink: &mut Sink<'_>) {
    for row in &plan.rows {
        // With one paragraph a cell there is nothing to pair: an empty cell is merely empty.
        if row.is_single() || (row.timescales_pair() && row.leads_pair()) {
            sink.pass();
            continue;
        }
        let (actions, timescales, leads) = (row.entries(), row.timescales.len(), row.leads.len());
        let message = format!(
            "Row {} has {}, {} and {}; which belongs to which cannot be told.",
            row.label,
            counted(actions, "action"),
            counted(timescales, "timescale"),
            counted(leads, "lead")
        );
        let help = "Put one action on a line, or say that a single timescale or lead covers all.";
        let mut finding = sink.finding(message, help);
        if let Some(recommendation) = row.recommendation {
            finding = finding.about(recommendation);
        }
        for action in &row.actions {
            finding = finding.about(*action);
        }
        let cells = row.timescales.iter().chain(&row.leads);
        for words in cells {
            finding = finding.with("cell", Value::Words(words.clone()));
        }
        sink.find(finding.about(plan.key.id));
    }
}

fn counted(count: usize, one: &str) -> String {
    match count {
        0 => format!("no {one}"),
        1 => format!("1 {one}"),
        n => format!("{n} {one}s"),
    }
}
