//! BUD-006: a supplementary estimate has no source, or is not approved by who may.

use crate::{
    finding::{Entry, Severity},
    model::{FundingSource, MatterKind, Movement, MovementKind, Parameter, SourceState},
    rules::{
        Check, Context, Example, Rule, Sink,
        funds::{Spend, figure, happened, is_draw, is_reserve},
    },
    values::{Certainty, Code},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"BUD", 6),
        name: "supplementary-estimate-unfunded",
        severity: Severity::Error,
        finds: "A supplementary estimate names no money that pays for it, or was made without the approval of who may give it.",
        why: "More budget needs more money, and the approval of the body that the rules of the council name.",
        source: "SI 2000/2853 reg 4(1)(b) and Schedule 4; the council's own financial rules",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-07-30",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "budget_lines": [{"reference": "BL1", "title": "Consultants", "fund": "general_fund", "nature": "revenue", "year": "2021/22"}],
 "movements": [{"reference": "MOV1", "title": "More for consultants", "kind": "supplementary_estimate",
   "amount": "£30,000", "line": "BL1"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Chief Finance Officer", "offices": ["chief_finance_officer"]}],
 "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}, {"reference": "BODY2", "name": "Council", "kind": "council"}],
 "reserves": [{"reference": "RSV1", "name": "Management of Change", "kind": "earmarked", "fund": "general_fund",
   "purpose": "One-off costs of change", "conditions": "A business case", "approver": "BODY2", "owners": ["POST1"]}],
 "budget_lines": [{"reference": "BL1", "title": "Consultants", "fund": "general_fund", "nature": "revenue", "year": "2021/22"}],
 "movements": [{"reference": "MOV1", "title": "More for consultants", "kind": "supplementary_estimate",
   "amount": "£30,000", "line": "BL1", "reserve": "RSV1"}]}"#,
    },
    check: Check::Programme(check),
};

const NO_MONEY: &str = "Name the reserve or the income that pays for it.";
const NO_APPROVAL: &str = "Add the decision that approves it, or take it back.";

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let programme = context.programme;
    let kind = Some(MovementKind::SupplementaryEstimate);
    let rows = programme.movements().into_iter().filter(|row| row.kind == kind);
    rows.for_each(|row| moved(context, row, sink));
    let rows = programme.funding_sources().into_iter();
    rows.filter(|row| is_estimate(context, row)).for_each(|row| asked(context, row, sink));
}

fn moved(context: &Context<'_>, movement: &Movement, sink: &mut Sink<'_>) {
    sink.expect(context.funds().is_paid_for(movement), |sink| {
        let message =
            format!("'{}' adds to a budget, and nothing is named that pays.", movement.title);
        sink.finding(message, NO_MONEY).about(movement.key.id)
    });
    let happened = happened(context, movement);
    // What is taken from a reserve is RES-005's.
    if happened == Certainty::No || is_draw(movement) {
        return;
    }
    let spend = Spend {
        how: "is made",
        amount: figure(movement.amount.as_ref()),
        decision: movement.decision,
        approver: None,
        limit: Parameter::SupplementaryLimit,
    };
    let verdict = context.approved(&spend).if_happened(happened);
    verdict.put(sink, movement.key.id, &movement.title, NO_APPROVAL);
}

fn asked(context: &Context<'_>, source: &FundingSource, sink: &mut Sink<'_>) {
    sink.expect(source.resource.is_some() || source.reserve.is_some(), |sink| {
        let message =
            format!("'{}' adds to a budget, and nothing is named that pays.", source.title);
        sink.finding(message, NO_MONEY).about(source.key.id)
    });
    let of_reserve = source.reserve.is_some() || source.resource.is_some_and(is_reserve);
    if of_reserve || source.state != Some(SourceState::Approved) {
        return;
    }
    let spend = Spend {
        how: "is said to be approved",
        amount: source.amount.clone(),
        decision: source.decision,
        approver: None,
        limit: Parameter::SupplementaryLimit,
    };
    context.approved(&spend).put(sink, source.key.id, &source.title, NO_APPROVAL);
}

/// Whether a source is asked for, or decided on, as a supplementary estimate.
fn is_estimate(context: &Context<'_>, source: &FundingSource) -> bool {
    let matter = Some(MatterKind::SupplementaryEstimate);
    let decision = source.decision.and_then(|id| context.programme.get(id));
    let report = source.report.and_then(|id| context.programme.get(id));
    let label = source.request.as_ref();
    let mut requests = report.into_iter().flat_map(|report| &report.requests);
    decision.is_some_and(|decision| decision.matter == matter)
        || requests
            .any(|asked| asked.matter == matter && label.is_some() && asked.label.as_ref() == label)
}
