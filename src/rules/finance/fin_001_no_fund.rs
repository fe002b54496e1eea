//! FIN-001: an amount that is needed, found or budgeted is in no one fund.

use std::collections::{BTreeMap, BTreeSet};

use super::{line_fund, source_fund};
use crate::{
    finding::{Entry, Severity},
    model::{FundingRequirement, Subject},
    rules::{Check, Context, Example, Rule, Sink},
    values::{Code, Id, Stated},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"FIN", 1),
        name: "amount-without-fund",
        severity: Severity::Error,
        finds: "An amount that is needed, found or budgeted is in no one fund.",
        why: "Every amount belongs to one account; the HRA's money is kept apart by law.",
        source: "LGHA 1989 s.74; good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "budget_lines": [{"reference": "BL1", "title": "Advisers, from the General Fund and the HRA",
   "year": "2021/22", "stated": "£665k"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "budget_lines": [
   {"reference": "BL1", "title": "Advisers", "year": "2021/22", "stated": "£665k"},
   {"reference": "BL1.1", "title": "Advisers", "parent": "BL1", "fund": "general_fund",
    "year": "2021/22", "stated": "£361k"},
   {"reference": "BL1.2", "title": "Advisers", "parent": "BL1", "fund": "hra",
    "year": "2021/22", "stated": "£304k"}],
 "funding_sources": [{"reference": "FS1", "title": "HRA balances", "resource": "hra_balance",
   "amount": "£304k"}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    if !context.is_english() {
        return;
    }
    let programme = context.programme;
    // A line whose parts are each in a fund is a heading, and no money of its own.
    let mut parts: BTreeMap<_, bool> = BTreeMap::new();
    for line in programme.budget_lines() {
        if let Some(parent) = line.parent {
            let known = line_fund(programme, line.key.id).is_some();
            *parts.entry(parent).or_insert(true) &= known;
        }
    }
    for line in programme.budget_lines() {
        let known = line_fund(programme, line.key.id).is_some()
            || parts.get(&line.key.id).copied().unwrap_or(false);
        judge(line.key.id.into(), &line.title, line.stated.as_ref(), known, sink);
    }
    // A need whose sources are each in a fund is shared out by them.
    let (mut met, mut unknown) = (BTreeSet::<Id<FundingRequirement>>::new(), BTreeSet::new());
    for source in programme.funding_sources() {
        let known = source_fund(programme, source).is_some();
        if let Some(need) = source.requirement {
            if known {
                met.insert(need)
            } else {
                unknown.insert(need)
            };
        }
        judge(source.key.id.into(), &source.title, source.amount.as_ref(), known, sink);
    }
    for need in programme.funding_requirements() {
        let id = need.key.id;
        let known = need.fund.is_some() || (met.contains(&id) && !unknown.contains(&id));
        judge(id.into(), &need.title, need.amount.as_ref(), known, sink);
    }
}

fn judge(row: Subject, title: &str, amount: Option<&Stated>, known: bool, sink: &mut Sink<'_>) {
    let Some(amount) = amount.filter(|amount| amount.value().is_some()) else { return };
    sink.expect(known, |sink| {
        let message = format!("'{title}', {amount}, is in no one fund.");
        let help = "Name its fund; where it is of several, hold one amount for each.";
        sink.finding(message, help).about(row)
    });
}
