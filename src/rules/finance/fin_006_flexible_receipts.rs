//! FIN-006: capital receipts are used for running costs, and a condition of the direction for that year is not met.

use crate::{
    finding::{Entry, Severity},
    governance::Authority,
    model::{FundingSource, Resource, Subject},
    rules::{Check, Context, Example, Rule, Sink},
    values::{Code, FinancialYear, Year},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"FIN", 6),
        name: "flexible-receipts-conditions",
        severity: Severity::Error,
        finds: "Capital receipts are used for running costs, and a condition of the direction for that year is not met.",
        why: "Receipts may pay for running costs only in the years and on the conditions of a direction.",
        source: "LGA 2003 s.16(2)(b); directions for 2016/17 to 2021/22, of 2 August 2022 and of 26 March 2025, with guidance",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2026-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "decisions": [{"reference": "DEC1", "title": "Strategy for receipts", "act": "resolve",
   "state": "made", "date": "25 February 2026"}],
 "funding_requirements": [{"reference": "FR1", "title": "Digital team", "amount": "£300k",
   "fund": "general_fund", "nature": "revenue", "year": "2026/27"}],
 "funding_sources": [{"reference": "FS1", "title": "Sales of homes", "requirement": "FR1",
   "resource": "flexible_capital_receipt", "fund": "general_fund", "amount": "£300k",
   "right_to_buy": true, "within_group": false, "ongoing_savings": true, "strategy": "DEC1"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "decisions": [{"reference": "DEC1", "title": "Strategy for receipts", "act": "resolve",
   "state": "made", "date": "25 February 2026"}],
 "funding_requirements": [{"reference": "FR1", "title": "Digital team", "amount": "£300k",
   "fund": "general_fund", "nature": "revenue", "year": "2026/27"}],
 "funding_sources": [{"reference": "FS1", "title": "Sale of a depot", "requirement": "FR1",
   "resource": "flexible_capital_receipt", "fund": "general_fund", "amount": "£300k",
   "right_to_buy": false, "within_group": false, "ongoing_savings": true, "strategy": "DEC1"}]}"#,
    },
    check: Check::Programme(check),
};

/// The first and the last year, by the year in which they begin, for which each direction holds.
const DIRECTIONS: [(i32, i32); 3] = [(2016, 2021), (2022, 2024), (2025, 2029)];
/// From the direction of 2022 on, what is sold within the council's own group does not count.
const GROUP_BARRED_FROM: i32 = 2022;

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    if !context.is_english() {
        return;
    }
    let sources = context.programme.funding_sources().into_iter();
    for source in sources.filter(|row| row.resource == Some(Resource::FlexibleCapitalReceipt)) {
        let (unmet, unknown) = conditions(context, source);
        if unmet.is_empty() && unknown.is_empty() {
            sink.pass();
            continue;
        }
        let finding = if unmet.is_empty() {
            let message = format!(
                "Whether '{}' meets the conditions for receipts cannot be told.",
                source.title
            );
            let help = format!("Say {}.", unknown.join(", and "));
            sink.finding(message, help).undetermined()
        } else {
            let message =
                format!("'{}' uses a receipt, and {}.", source.title, unmet.join(", and "));
            let help = "Change the receipt or the project, or pay for it from revenue.";
            sink.finding(message, help)
        };
        sink.find(finding.about(source.key.id));
    }
}

/// The conditions that are not met, and what would have to be said to tell.
fn conditions(context: &Context<'_>, source: &FundingSource) -> (Vec<String>, Vec<&'static str>) {
    let (mut unmet, mut unknown) = (Vec::new(), Vec::new());
    let mut ask = |said: Option<bool>, wrong: bool, fault: &str, missing: &'static str| match said {
        Some(is) if is == wrong => unmet.push(fault.to_owned()),
        Some(_) => {}
        None => unknown.push(missing),
    };
    let year = year(context, source).map(FinancialYear::start_year);
    let within =
        year.map(|year| DIRECTIONS.iter().any(|(first, last)| (*first..=*last).contains(&year)));
    ask(within, false, "no direction covers the year", "in which year it is used");
    ask(
        source.right_to_buy,
        true,
        "it is from the right to buy",
        "whether it is from the right to buy",
    );
    if year.is_none_or(|year| year >= GROUP_BARRED_FROM) {
        let fault = "the disposal was within the council's own group";
        ask(
            source.within_group,
            true,
            fault,
            "whether the disposal was within the council's group",
        );
    }
    let fault = "the work is not designed to yield savings or lower demand";
    let missing = "whether the work is designed to yield ongoing savings or lower demand";
    ask(source.ongoing_savings, false, fault, missing);
    let approved = source.strategy.and_then(|id| match context.authority(id) {
        Authority::Given(_) => Some(true),
        Authority::None => Some(false),
        Authority::Open(_) | Authority::Waits(_) | Authority::Unknown => None,
    });
    let fault = "no strategy for it was approved";
    ask(approved, false, fault, "which decision approved the strategy for it, and when");
    (unmet, unknown)
}

/// The year in which it is used: that of the need or line, or else the last in which it pays.
fn year(context: &Context<'_>, source: &FundingSource) -> Option<FinancialYear> {
    let programme = context.programme;
    let read = |year: &Option<Year>| year.as_ref().and_then(|year| year.value().copied());
    let need = source.requirement.map(Subject::from).or(source.of);
    let of_need = match need {
        Some(Subject::FundingRequirement(id)) => programme.get(id).and_then(|row| read(&row.year)),
        Some(Subject::BudgetLine(id)) => programme.get(id).and_then(|row| read(&row.year)),
        _ => None,
    };
    of_need.or_else(|| read(&source.last_year))
}
