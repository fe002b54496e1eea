//! BEN-006: two savings lower one budget line by the same amount, or together by more than it holds.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::{
    finding::{Entry, Finding, Severity},
    model::{BudgetLine, Saving, SavingState},
    rules::{Check, Context, Example, Rule, Sink},
    values::{Code, Figure, FigureUnit, FinancialYear, Id, Interval},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"BEN", 6),
        name: "saving-counted-twice",
        severity: Severity::Warning,
        finds: "Two savings lower one budget line by the same amount, or together by more than it holds.",
        why: "One reduction of a budget is claimed twice.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "budget_lines": [{"reference": "BL1", "title": "Customer desk", "fund": "general_fund",
   "nature": "revenue", "year": "2022/23", "stated": "£90k", "base": true}],
 "savings": [
   {"reference": "SAV1", "title": "Digital forms", "amount": "£35k", "year": "2022/23",
    "cashable": true, "state": "budgeted", "line": "BL1"},
   {"reference": "SAV2", "title": "Customer service", "amount": "£35k", "year": "2022/23",
    "cashable": true, "state": "budgeted", "line": "BL1"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "budget_lines": [{"reference": "BL1", "title": "Customer desk", "fund": "general_fund",
   "nature": "revenue", "year": "2022/23", "stated": "£90k", "base": true}],
 "savings": [
   {"reference": "SAV1", "title": "Digital forms", "amount": "£35k", "year": "2022/23",
    "cashable": true, "state": "budgeted", "line": "BL1"},
   {"reference": "SAV2", "title": "Customer service", "amount": "£20k", "year": "2022/23",
    "cashable": true, "state": "budgeted", "line": "BL1"}]}"#,
    },
    check: Check::Programme(check),
};

/// Savings on a line in a year, with their figures.
type Claimed<'p> = Vec<(&'p Saving, &'p Figure)>;

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let mut lines: BTreeMap<(Id<BudgetLine>, Option<FinancialYear>), Claimed<'_>> = BTreeMap::new();
    // What is only aimed at or identified may be what is budgeted by another row, and what states a
    // saving again is the same saving.
    let counts = |row: &&Saving| {
        let aim = matches!(row.state, Some(SavingState::Target | SavingState::Identified));
        !aim && row.same_as.is_none()
    };
    for row in context.programme.savings().into_iter().filter(counts) {
        let figure = row.amount.as_ref().and_then(|amount| amount.value());
        let figure = figure.filter(|figure| figure.unit() == FigureUnit::Pounds);
        if let (Some(line), Some(figure)) = (row.line, figure) {
            let year = row.year.as_ref().and_then(|year| year.value().copied());
            lines.entry((line, year)).or_default().push((row, figure));
        }
    }
    for ((line, _), savings) in lines {
        let Some(line) = context.programme.get(line).filter(|_| savings.len() > 1) else {
            sink.pass_all(savings.len());
            continue;
        };
        let mut amounts: BTreeMap<Decimal, Vec<&Saving>> = BTreeMap::new();
        for (row, figure) in &savings {
            amounts.entry(figure.amount()).or_default().push(row);
        }
        let mut twice = false;
        for (_, same) in amounts.into_iter().filter(|(_, same)| same.len() > 1) {
            twice = true;
            let amount = same.first().and_then(|row| row.amount.as_ref());
            let amount = amount.map_or_else(String::new, ToString::to_string);
            let message = format!("{} each take {amount} off '{}'.", named(&same), line.title);
            let help = "Give each its share, or hold it as one saving.";
            sink.find(about(sink.finding(message, help), line, &same));
        }
        if !twice {
            whole(line, &savings, sink);
        }
    }
}

/// Whether savings on a line come to more than it holds.
fn whole(line: &BudgetLine, savings: &Claimed<'_>, sink: &mut Sink<'_>) {
    let held = line.stated.as_ref().and_then(|stated| Some((stated, stated.value()?.interval())));
    let taken: Interval = savings.iter().map(|(_, figure)| figure.interval()).sum();
    let Some((stated, held)) = held else { return sink.pass() };
    sink.expect(taken.low <= held.high, |sink| {
        let rows: Vec<_> = savings.iter().map(|(row, _)| *row).collect();
        let message = format!("{} take more off '{}' than its {stated}.", named(&rows), line.title);
        let help = "Give each its share of the line.";
        about(sink.finding(message, help), line, &rows)
    });
}

fn named(savings: &[&Saving]) -> String {
    const MOST: usize = 6;
    let names = savings.iter().take(MOST).map(|row| format!("'{}'", row.title));
    let names: Vec<_> = names.collect();
    match savings.len().saturating_sub(MOST) {
        0 => names.join(" and "),
        more => format!("{} and {more} more", names.join(", ")),
    }
}

fn about(finding: Finding, line: &BudgetLine, savings: &[&Saving]) -> Finding {
    let finding = savings.iter().fold(finding, |finding, row| finding.about(row.key.id));
    finding.about(line.key.id)
}
