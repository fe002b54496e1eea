//! BUD-008: money that runs out pays a cost that recurs.

use crate::{
    finding::{Entry, Severity},
    model::{
        FundingRequirement, FundingSource, Recurrence, RequirementState, Resource, SourceState,
    },
    rules::{Check, Context, Example, Rule, Sink},
    values::{Certainty, Code, FinancialYear},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"BUD", 8),
        name: "one-off-money-pays-lasting-cost",
        severity: Severity::Warning,
        finds: "A cost that recurs is met by money that runs out, and no line of the base budget follows.",
        why: "Reserves and grants are spent once; when they are, the cost is still there.",
        source: "CIPFA, statement on reserves of 2012",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "funding_requirements": [{"reference": "FR1", "title": "A PMO lead", "fund": "general_fund", "nature": "revenue",
   "recurrence": "recurrent", "state": "to_be_sought"}],
 "funding_sources": [{"reference": "FS1", "title": "A grant for two years", "requirement": "FR1", "resource": "grant",
   "fund": "general_fund", "nature": "revenue", "last_year": "2022/23", "state": "stated"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "funding_requirements": [{"reference": "FR1", "title": "A PMO lead", "fund": "general_fund", "nature": "revenue",
   "recurrence": "recurrent", "state": "to_be_sought"}],
 "funding_sources": [{"reference": "FS1", "title": "A grant for two years", "requirement": "FR1", "resource": "grant",
   "fund": "general_fund", "nature": "revenue", "last_year": "2022/23", "state": "stated"}],
 "budget_lines": [{"reference": "BL1", "title": "PMO lead", "of": "funding requirement FR1", "fund": "general_fund",
   "nature": "revenue", "year": "2023/24", "recurrence": "recurrent", "base": true}]}"#,
    },
    check: Check::FundingRequirements(check),
};

fn check(context: &Context<'_>, need: &FundingRequirement, sink: &mut Sink<'_>) {
    let funds = context.funds();
    if need.recurrence != Some(Recurrence::Recurrent)
        || need.state == Some(RequirementState::Declined)
    {
        return;
    }
    // A need for which nothing is named is met as the programme is as a whole.
    let own = funds.sources(Some(need.key.id));
    let sources = if own.is_empty() { funds.sources(None) } else { own };
    let firm = |row: &&&FundingSource| row.state != Some(SourceState::Possible);
    let mut ends = Vec::new();
    for source in sources.iter().filter(firm) {
        match outlasts(need, source) {
            None => return,
            Some(Certainty::No) => return sink.pass(),
            Some(beyond) => ends.push((*source, beyond)),
        }
    }
    let Some(beyond) = ends.iter().map(|(_, beyond)| *beyond).min() else { return };
    if is_in_base(context, need, ends.iter().map(|(source, _)| year(source))) {
        return sink.pass();
    }
    let names: Vec<_> = ends.iter().map(|(source, _)| format!("'{}'", source.title)).collect();
    let message = format!(
        "'{}' recurs, and what pays for it runs out: {}. No line of the base budget follows.",
        need.title,
        names.join(", ")
    );
    let finding = if beyond.is_certain() {
        sink.finding(message, "Put it into the base budget, or give it an end.")
    } else {
        let help = "Say in which year the money ends, and until when the cost recurs.";
        sink.finding(message, help).undetermined()
    };
    let finding = finding.about(need.key.id);
    sink.find(ends.iter().fold(finding, |finding, (source, _)| finding.about(source.key.id)));
}

/// Whether a need goes on beyond what a source pays; none where it is not said what pays.
fn outlasts(need: &FundingRequirement, source: &FundingSource) -> Option<Certainty> {
    let resource = source.resource.or(source.reserve.map(|_| Resource::EarmarkedReserve))?;
    let ends = match (year(source), resource) {
        // What lasts, or may.
        (None, Resource::BaseBudget) => return Some(Certainty::No),
        (
            None,
            Resource::RevenueContribution
            | Resource::ReducedContribution
            | Resource::Grant
            | Resource::PartnerContribution
            | Resource::Redirected,
        ) => {
            return Some(Certainty::Possibly);
        }
        (ends, _) => ends,
    };
    let until = match need.until.as_ref().map(|until| until.value()) {
        None => return Some(Certainty::Certainly),
        Some(None) => return Some(Certainty::Possibly),
        Some(Some(until)) => until,
    };
    let Some(ends) = ends else { return Some(Certainty::Possibly) };
    let last = ends.last_day();
    Some(Certainty::from_readings(until.earliest() > last, until.latest() > last))
}

fn year(source: &FundingSource) -> Option<FinancialYear> {
    source.last_year.as_ref().and_then(|year| year.value()).copied()
}

/// Whether a line of the base budget follows when the last of the money is spent.
fn is_in_base(
    context: &Context<'_>,
    need: &FundingRequirement,
    ends: impl Iterator<Item = Option<FinancialYear>>,
) -> bool {
    let last = ends.flatten().max();
    let rows = need.of.into_iter().chain([need.key.id.into()]);
    let mut years = rows.flat_map(|row| context.funds().base(row));
    years.any(|year| year.zip(last).is_none_or(|(year, last)| year > last))
}
