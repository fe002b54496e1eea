//! FIN-004: a need is met from two or more funds, and on what basis is not said.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{fund_name, shown, source_fund};
use crate::{
    finding::{Entry, Severity},
    model::{Fund, FundingSource, Subject},
    rules::{Check, Context, Example, Rule, Sink},
    values::{Code, FigureUnit},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"FIN", 4),
        name: "cost-split-without-basis",
        severity: Severity::Warning,
        finds: "A need is met from two or more funds, and on what basis is not said.",
        why: "Without a basis (staff, homes, time, users) nobody can show that each fund pays for its own.",
        source: "LGHA 1989 s.74; good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "funding_requirements": [{"reference": "FR1", "title": "Advisers", "amount": "£665k"}],
 "funding_sources": [
   {"reference": "FS1", "title": "Reserve", "requirement": "FR1", "fund": "general_fund", "amount": "£361k"},
   {"reference": "FS2", "title": "Rents", "requirement": "FR1", "fund": "hra", "amount": "£304k"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "funding_requirements": [{"reference": "FR1", "title": "Advisers", "amount": "£665k",
   "apportioned_by": "staff of each service"}],
 "funding_sources": [
   {"reference": "FS1", "title": "Reserve", "requirement": "FR1", "fund": "general_fund", "amount": "£361k"},
   {"reference": "FS2", "title": "Rents", "requirement": "FR1", "fund": "hra", "amount": "£304k"}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let programme = context.programme;
    // Where no need is held, what is paid for stands in its place.
    let mut needs: BTreeMap<Subject, Vec<&FundingSource>> = BTreeMap::new();
    for source in programme.funding_sources() {
        let need = source.requirement.map(Subject::from).or(source.of);
        need.into_iter().for_each(|need| needs.entry(need).or_default().push(source));
    }
    for (need, sources) in needs {
        let mut funds: BTreeMap<Fund, Vec<&FundingSource>> = BTreeMap::new();
        for source in &sources {
            let fund = source_fund(programme, source);
            fund.into_iter().for_each(|fund| funds.entry(fund).or_default().push(source));
        }
        let basis = match need {
            Subject::FundingRequirement(id) => {
                programme.get(id).and_then(|row| row.apportioned_by.as_deref())
            }
            _ => None,
        };
        if funds.len() < 2 {
            sink.pass_all(funds.len());
            continue;
        }
        sink.expect(basis.is_some(), |sink| {
            let name = programme.name(need).unwrap_or_default();
            let message = format!("'{name}' is paid for by {}.", shares(&funds));
            let help = "Say by what it is shared out: staff, homes, time or users.";
            let finding = sink.finding(message, help).about(need);
            sources.iter().fold(finding, |finding, source| finding.about(source.key.id))
        });
    }
}

/// The funds, with what share each bears where every amount is known.
fn shares(funds: &BTreeMap<Fund, Vec<&FundingSource>>) -> String {
    let paid = |sources: &Vec<&FundingSource>| {
        sources.iter().try_fold(Decimal::ZERO, |sum, source| {
            let figure = source.amount.as_ref()?.value()?;
            let pounds = figure.unit() == FigureUnit::Pounds;
            pounds.then(|| figure.amount()).and_then(|amount| sum.checked_add(amount))
        })
    };
    let amounts: Option<Vec<Decimal>> = funds.values().map(paid).collect();
    let total = amounts.as_ref().and_then(|amounts| {
        amounts.iter().try_fold(Decimal::ZERO, |sum, amount| sum.checked_add(*amount))
    });
    let share = |at: usize| {
        let amount = amounts.as_ref()?.get(at)?.checked_mul(Decimal::ONE_HUNDRED)?;
        let percent = amount.checked_div(total?)?.round();
        Some(format!(" ({})", shown(percent, Some(FigureUnit::Percent))))
    };
    let named = funds.keys().enumerate();
    let named =
        named.map(|(at, fund)| fund_name(*fund).to_owned() + &share(at).unwrap_or_default());
    let named: Vec<_> = named.collect();
    named.join(" and ")
}
