//! BEN-007: money is asked for or approved, and no saving and no benefit is held with a figure.

use rust_decimal::Decimal;

use crate::{
    finding::{Entry, Severity},
    model::{FundingRequirement, Measure, RequirementState},
    rules::{Check, Context, Example, Rule, Sink},
    values::{Code, Stated},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"BEN", 7),
        name: "money-asked-nothing-promised",
        severity: Severity::Warning,
        finds: "Money is asked for or approved, and no saving and no benefit is held with a figure.",
        why: "Whether the money was worth it can never be shown.",
        source: "HM Treasury Green Book; good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "funding_requirements": [{"reference": "FR1", "title": "Advisers", "amount": "£665k",
   "fund": "general_fund", "state": "sought", "contingency": "nil"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "funding_requirements": [{"reference": "FR1", "title": "Advisers", "amount": "£665k",
   "fund": "general_fund", "state": "sought", "contingency": "nil"}],
 "savings": [{"reference": "SAV1", "title": "Fewer offices", "amount": "£200k", "year": "2022/23",
   "state": "target"}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let programme = context.programme;
    let asked = |row: &&FundingRequirement| {
        matches!(row.state, Some(RequirementState::Sought | RequirementState::Approved))
            && is_some_money(row.amount.as_ref())
    };
    let needs: Vec<_> = programme.funding_requirements().into_iter().filter(asked).collect();
    let Some(first) = needs.first() else { return };
    let saves = programme.savings().into_iter().any(|row| is_some_money(row.amount.as_ref()));
    let measures = programme.benefits().into_iter().filter_map(|row| programme.get(row.measure?));
    let aims = |measure: &Measure| {
        let mut figures = measure.targets.iter().filter_map(|target| target.figure.as_ref());
        figures.any(|figure| figure.value().is_some())
    };
    let promised = saves || measures.into_iter().any(aims);
    sink.expect(promised, |sink| {
        let amount = first.amount.as_ref().map_or_else(String::new, ToString::to_string);
        let more = match needs.len() - 1 {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let message =
            format!("{amount} for '{}'{more} is asked for, and no saving and no benefit has a figure.", first.title);
        let help = "Add what it is to save, or say that the case is not financial and how it will be judged.";
        let finding = sink.finding(message, help);
        needs.iter().take(8).fold(finding, |finding, need| finding.about(need.key.id))
    });
}

fn is_some_money(amount: Option<&Stated>) -> bool {
    let figure = amount.and_then(|amount| amount.value());
    figure.is_some_and(|figure| figure.interval().high > Decimal::ZERO)
}
