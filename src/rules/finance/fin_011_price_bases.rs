//! FIN-011: amounts at different prices are added together, or a total over several years is at none.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    finding::{Entry, Severity},
    model::{Claim, Subject},
    rules::{Check, Context, Example, Rule, Sink},
    values::{Code, FinancialYear, Id, PriceBase, Printed, Year},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"FIN", 11),
        name: "price-bases-mixed",
        severity: Severity::Warning,
        finds: "Amounts at different prices are added together, or a total over several years is at none.",
        why: "Cash of one year and prices of another do not add up to anything.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "budget_lines": [
   {"reference": "BL1", "title": "Advisers", "fund": "general_fund"},
   {"reference": "BL1.1", "title": "First year", "parent": "BL1", "year": "2021/22",
    "prices": "2021/22 prices", "stated": "£361k"},
   {"reference": "BL1.2", "title": "Second year", "parent": "BL1", "year": "2022/23",
    "prices": "cash", "stated": "£304k"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "budget_lines": [
   {"reference": "BL1", "title": "Advisers", "fund": "general_fund"},
   {"reference": "BL1.1", "title": "First year", "parent": "BL1", "year": "2021/22",
    "prices": "cash", "stated": "£361k"},
   {"reference": "BL1.2", "title": "Second year", "parent": "BL1", "year": "2022/23",
    "prices": "cash", "stated": "£304k"}]}"#,
    },
    check: Check::Programme(check),
};

/// What is added: at which prices, for which year.
struct Part {
    row: Subject,
    prices: Option<String>,
    year: Option<FinancialYear>,
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let programme = context.programme;
    let mut sums: BTreeMap<Subject, Vec<Part>> = BTreeMap::new();
    for line in programme.budget_lines() {
        if let (Some(parent), Some(_)) = (line.parent, &line.stated) {
            let part = part(line.key.id.into(), &line.prices, &line.year);
            sums.entry(parent.into()).or_default().push(part);
        }
    }
    for claim in programme.claims() {
        let parts: BTreeSet<Subject> =
            claim.parts.iter().filter_map(|part| row_of(context, *part)).collect();
        let parts = parts.into_iter().filter_map(|row| said_of(context, row));
        let parts: Vec<_> = parts.collect();
        if !parts.is_empty() {
            sums.insert(claim.key.id.into(), parts);
        }
    }
    for (total, parts) in sums {
        judge(context, total, &parts, sink);
    }
}

fn part(row: Subject, prices: &Option<Printed<PriceBase>>, year: &Option<Year>) -> Part {
    let prices = prices.as_ref().and_then(|prices| prices.value()).map(ToString::to_string);
    Part { row, prices, year: year.as_ref().and_then(|year| year.value().copied()) }
}

/// The row of which a claim speaks.
fn row_of(context: &Context<'_>, claim: Id<Claim>) -> Option<Subject> {
    context.programme.get(claim)?.of
}

fn said_of(context: &Context<'_>, row: Subject) -> Option<Part> {
    let programme = context.programme;
    match row {
        Subject::BudgetLine(id) => {
            programme.get(id).map(|found| part(row, &found.prices, &found.year))
        }
        Subject::FundingRequirement(id) => {
            programme.get(id).map(|found| part(row, &found.prices, &found.year))
        }
        _ => None,
    }
}

fn judge(context: &Context<'_>, total: Subject, parts: &[Part], sink: &mut Sink<'_>) {
    let bases: BTreeSet<&str> = parts.iter().filter_map(|part| part.prices.as_deref()).collect();
    let years: BTreeSet<FinancialYear> = parts.iter().filter_map(|part| part.year).collect();
    let bare: Vec<&Part> = parts.iter().filter(|part| part.prices.is_none()).collect();
    let name = context.programme.name(total).unwrap_or_default();
    let own = match total {
        Subject::BudgetLine(id) => {
            context.programme.get(id).is_some_and(|row| row.prices.is_some())
        }
        _ => false,
    };
    let about = |finding: crate::finding::Finding, parts: &mut dyn Iterator<Item = Subject>| {
        parts.take(8).fold(finding.about(total), |finding, row| finding.about(row))
    };
    if bases.len() > 1 {
        let named: Vec<_> = bases.into_iter().map(|base| format!("'{base}'")).collect();
        let message = format!("'{name}' adds up amounts at {}.", named.join(" and "));
        let help = "Convert them to one base, or show them apart.";
        let finding = sink.finding(message, help);
        sink.find(about(finding, &mut parts.iter().map(|part| part.row)));
    } else if bases.len() == 1 && !bare.is_empty() {
        let message = format!("'{name}' adds up amounts of which some do not say at which prices.");
        let finding = sink.finding(message, "Say at which prices each amount is given.");
        sink.find(about(finding, &mut bare.iter().map(|part| part.row)).undetermined());
    } else if bases.is_empty() && years.len() > 1 && !own {
        let message = format!("'{name}' is over {} years, and at no prices.", years.len());
        let finding =
            sink.finding(message, "Say whether it is cash, or at the prices of which year.");
        sink.find(about(finding, &mut parts.iter().map(|part| part.row)));
    } else if parts.len() > 1 && !bases.is_empty() {
        sink.pass();
    }
}
