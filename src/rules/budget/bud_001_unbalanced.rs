//! BUD-001: a budget is not balanced.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    finance::{Budgets, ReserveStatement, Total},
    finding::{Entry, Severity},
    model::{BudgetLine, Fund, Nature},
    rules::{Check, Context, Example, Rule, Sink},
    values::{Code, FinancialYear, Money, pounds_within},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"BUD", 1),
        name: "budget-not-balanced",
        severity: Severity::Error,
        finds: "In a fund and a year more is to be spent than comes in and is to be taken from reserves; only where income is held.",
        why: "A council has to set a balanced budget: what it spends is met by income or by reserves that it decides to use.",
        source: "LGFA 1992 s.31A; LGA 2003 s.28(4)",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "budget_lines": [{"reference": "BL1", "title": "Services", "fund": "general_fund", "nature": "revenue", "year": "2021/22", "stated": "£10.4m"},
   {"reference": "BL2", "title": "Council tax and grants", "fund": "general_fund", "nature": "revenue", "year": "2021/22", "stated": "£10.0m", "income": true}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "budget_lines": [{"reference": "BL1", "title": "Services", "fund": "general_fund", "nature": "revenue", "year": "2021/22", "stated": "£10.4m"},
   {"reference": "BL2", "title": "Council tax and grants", "fund": "general_fund", "nature": "revenue", "year": "2021/22", "stated": "£10.4m", "income": true}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let programme = context.programme;
    let mut lines: BTreeMap<Account<'_>, Vec<&BudgetLine>> = BTreeMap::new();
    for line in programme.budget_lines() {
        if let Some(account) = account(line) {
            lines.entry(account).or_default().push(line);
        }
    }
    lines.retain(|_, lines| lines.iter().any(|line| line.income));
    if !context.is_english() {
        return;
    }
    let years: BTreeSet<FinancialYear> = lines.keys().map(|(year, ..)| *year).collect();
    for year in years {
        let ledger = context.funds().ledger();
        let all = ledger.breakdown(year.last_day(), account);
        let reserves = ledger.reserve_statement(year, year);
        for (key, budgets) in all.groups.iter().filter(|(key, _)| key.0 == year) {
            if let Some(lines) = lines.get(key) {
                balance(context, (*key, lines), (budgets, &reserves), sink);
            }
        }
    }
}

/// A year and a fund, with the name of the fund where it has one.
type Account<'p> = (FinancialYear, Fund, Option<&'p str>);

/// Where a line of revenue belongs; capital is balanced by what finances it, line by line.
fn account(line: &BudgetLine) -> Option<Account<'_>> {
    let year = *line.year.as_ref()?.value()?;
    let fund = line.fund?;
    (line.nature != Some(Nature::Capital)).then_some((year, fund, line.fund_name.as_deref()))
}

fn balance(
    context: &Context<'_>,
    ((year, fund, name), lines): (Account<'_>, &[&BudgetLine]),
    (budgets, reserves): (&Budgets, &ReserveStatement),
    sink: &mut Sink<'_>,
) {
    let programme = context.programme;
    let mut used = Total::default();
    for row in &reserves.rows {
        let reserve = programme.get(row.reserve);
        let own = |fund_name: &Option<String>| fund_name.as_deref() == name;
        if reserve.is_some_and(|row| row.fund == Some(fund) && own(&row.fund_name)) {
            let (out, into) = (row.balance.drawdowns, row.balance.contributions);
            used = used.merge(out.authorised).merge(out.planned);
            used = used.less(into.authorised).less(into.planned);
        }
    }
    let gap = budgets.cost.revised_or_stated().less(budgets.income.revised_or_stated()).less(used);
    let called =
        name.map_or_else(|| words(fund).to_owned(), |name| format!("{} ({name})", words(fund)));
    let finding = match gap.interval() {
        None => {
            let message =
                format!("Whether the budget of {called} for {year} is balanced cannot be told.");
            sink.finding(message, "Give the amounts of all its lines.").not_assessed()
        }
        Some(short) if gap.above(Money::NIL).is_certain() => {
            let short = pounds_within(short);
            let message = format!("The budget of {called} for {year} is {short} short.");
            sink.finding(message, "Add savings, income, or a use of reserves that is approved.")
        }
        Some(_) => return sink.pass(),
    };
    // The first lines stand for all: a fund is no row.
    sink.find(lines.iter().take(8).fold(finding, |finding, line| finding.about(line.key.id)));
}

fn words(fund: Fund) -> &'static str {
    match fund {
        Fund::GeneralFund => "the General Fund",
        Fund::HousingRevenueAccount => "the Housing Revenue Account",
        Fund::CollectionFund => "the Collection Fund",
        Fund::RingFencedGrant => "a ring-fenced grant",
        Fund::HeldForOthers => "money held for others",
    }
}
