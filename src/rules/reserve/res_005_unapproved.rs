//! RES-005: money of a reserve is out without the approval of who may give it.

use crate::{
    finding::{Entry, Severity},
    model::{FundingSource, Movement, Parameter, SourceState},
    rules::{
        Check, Context, Example, Rule, Sink,
        funds::{Spend, figure, happened, is_draw, is_reserve},
    },
    values::{Certainty, Code},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"RES", 5),
        name: "reserve-released-without-approval",
        severity: Severity::Error,
        finds: "Money of a reserve is out, or said to be approved, without a decision of who may decide it.",
        why: "A recommendation releases nothing. Until the body that is asked has decided, or where the one that did may not, the money is spent without authority.",
        source: "The council's own financial rules; SI 2000/2853 reg 4",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-07-30",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Head of Finance"}],
 "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}, {"reference": "BODY2", "name": "Council", "kind": "council"}],
 "reserves": [{"reference": "RSV1", "name": "Management of Change", "kind": "earmarked", "fund": "general_fund",
   "purpose": "One-off costs of change", "conditions": "A business case", "approver": "BODY2", "owners": ["POST1"]}],
 "decisions": [{"reference": "DEC1", "title": "Fund Phase 2 from the reserve", "body": "BODY1", "act": "recommend",
   "onward": "BODY2", "date": "22 June 2021"}],
 "movements": [{"reference": "MOV1", "title": "Drawdown for Phase 2", "kind": "drawdown", "amount": "£361,000",
   "date": "1 July 2021", "reserve": "RSV1", "decision": "DEC1"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Head of Finance"}],
 "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}, {"reference": "BODY2", "name": "Council", "kind": "council"}],
 "reserves": [{"reference": "RSV1", "name": "Management of Change", "kind": "earmarked", "fund": "general_fund",
   "purpose": "One-off costs of change", "conditions": "A business case", "approver": "BODY2", "owners": ["POST1"]}],
 "decisions": [{"reference": "DEC1", "title": "Fund Phase 2 from the reserve", "body": "BODY1", "act": "recommend",
   "onward": "BODY2", "date": "22 June 2021"},
   {"reference": "DEC2", "title": "Fund Phase 2 from the reserve", "body": "BODY2", "act": "resolve",
   "follows": "DEC1", "date": "14 July 2021"}],
 "movements": [{"reference": "MOV1", "title": "Drawdown for Phase 2", "kind": "drawdown", "amount": "£361,000",
   "date": "15 July 2021", "reserve": "RSV1", "decision": "DEC1"}]}"#,
    },
    check: Check::Programme(check),
};

const HELP: &str = "Add the decision that releases it, or put the money back.";

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let movements = context.programme.movements().into_iter().filter(|row| is_draw(row));
    movements.for_each(|movement| drawn(context, movement, sink));
    context.programme.funding_sources().into_iter().for_each(|row| released(context, row, sink));
}

/// Only what has happened by the day needs approval by then.
fn drawn(context: &Context<'_>, movement: &Movement, sink: &mut Sink<'_>) {
    let happened = happened(context, movement);
    if happened == Certainty::No {
        return;
    }
    let reserve = movement.reserve.and_then(|id| context.programme.get(id));
    let spend = Spend {
        how: "is out",
        amount: figure(movement.amount.as_ref()),
        decision: movement.decision,
        approver: reserve.and_then(|reserve| reserve.approver),
        limit: Parameter::SupplementaryLimit,
    };
    let verdict = context.approved(&spend).if_happened(happened);
    verdict.put(sink, movement.key.id, &movement.title, HELP);
}

/// A source that is said to be approved has to be.
fn released(context: &Context<'_>, source: &FundingSource, sink: &mut Sink<'_>) {
    let of_reserve = source.reserve.is_some() || source.resource.is_some_and(is_reserve);
    if !of_reserve || source.state != Some(SourceState::Approved) {
        return;
    }
    let reserve = source.reserve.and_then(|id| context.programme.get(id));
    let spend = Spend {
        how: "is said to be approved",
        amount: source.amount.clone(),
        decision: source.decision,
        approver: reserve.and_then(|reserve| reserve.approver),
        limit: Parameter::SupplementaryLimit,
    };
    context.approved(&spend).put(sink, source.key.id, &source.title, HELP);
}
