//! FIN-005: money for capital pays a running cost, and no direction is named that allows it.

use crate::{
    finding::{Entry, Severity},
    model::{FundingSource, MovementKind, Nature, ReserveKind, Resource, Subject},
    rules::{Check, Context, Example, Rule, Sink},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"FIN", 5),
        name: "capital-pays-for-revenue",
        severity: Severity::Error,
        finds: "Money for capital pays a running cost, and no direction is named that allows it.",
        why: "Capital receipts, capital grants and borrowing may not pay for revenue but under a direction.",
        source: "LGA 2003 ss.1, 11 and 16; SI 2003/3146 reg 23",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "funding_requirements": [{"reference": "FR1", "title": "Advisers", "amount": "£665k",
   "fund": "general_fund", "nature": "revenue"}],
 "funding_sources": [{"reference": "FS1", "title": "Prudential borrowing", "requirement": "FR1",
   "resource": "borrowing", "fund": "general_fund", "amount": "£665k"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "funding_requirements": [{"reference": "FR1", "title": "Advisers", "amount": "£665k",
   "fund": "general_fund", "nature": "revenue"}],
 "funding_sources": [{"reference": "FS1", "title": "Prudential borrowing", "requirement": "FR1",
   "resource": "borrowing", "fund": "general_fund", "amount": "£665k",
   "basis": "Capitalisation direction of 1 March 2021"}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    if !context.is_english() {
        return;
    }
    let programme = context.programme;
    for source in programme.funding_sources() {
        let need = source.requirement.map(Subject::from).or(source.of);
        let nature = match need {
            Some(Subject::FundingRequirement(id)) => programme.get(id).and_then(|row| row.nature),
            Some(Subject::BudgetLine(id)) => programme.get(id).and_then(|row| row.nature),
            _ => None,
        };
        let (Some(need), Some(nature), Some(money)) = (need, nature, capital(source)) else {
            continue;
        };
        let fine = nature != Nature::Revenue || source.basis.is_some();
        judge((source.key.id.into(), &source.title, money), need, fine, context, sink);
    }
    for row in programme.movements() {
        let draws =
            matches!(row.kind, Some(MovementKind::Drawdown | MovementKind::SupplementaryEstimate));
        let reserve = row.reserve.and_then(|id| programme.get(id));
        let money = match reserve.and_then(|reserve| reserve.kind) {
            Some(ReserveKind::CapitalReceipts) => "a capital receipt",
            Some(ReserveKind::CapitalGrants) => "a capital grant",
            _ => continue,
        };
        let line = row.line.and_then(|id| programme.get(id));
        let Some((line, nature)) = line.filter(|_| draws).and_then(|l| Some((l, l.nature?))) else {
            continue;
        };
        let fine = nature != Nature::Revenue || row.basis.is_some();
        judge((row.key.id.into(), &row.title, money), line.key.id.into(), fine, context, sink);
    }
}

/// What a source is, where that is for capital.
fn capital(source: &FundingSource) -> Option<&'static str> {
    match (source.resource, source.nature) {
        (Some(Resource::Borrowing), _) => Some("borrowing"),
        (Some(Resource::CapitalReceipt), _) => Some("a capital receipt"),
        (Some(Resource::CapitalGrant), _) => Some("a capital grant"),
        // Its own rule looks at that.
        (Some(Resource::FlexibleCapitalReceipt), _) => None,
        (_, Some(Nature::Capital)) => Some("money for capital"),
        _ => None,
    }
}

fn judge(
    (row, title, money): (Subject, &str, &str),
    need: Subject,
    fine: bool,
    context: &Context<'_>,
    sink: &mut Sink<'_>,
) {
    sink.expect(fine, |sink| {
        let cost = context.programme.name(need).unwrap_or_default();
        let message = format!("'{title}' is {money}, and pays for '{cost}', which is revenue.");
        let help = "Use revenue or a reserve, or name the direction that allows it.";
        sink.finding(message, help).about(row).about(need)
    });
}
