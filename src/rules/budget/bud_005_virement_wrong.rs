//! BUD-005: a virement is wrong.

use crate::{
    finding::{Entry, Severity},
    model::{BodyKind, BudgetLine, Movement, MovementKind, Parameter},
    rules::{
        Check, Context, Example, Rule, Sink,
        funds::{Spend, Verdict, figure, happened},
    },
    values::{Certainty, Code},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"BUD", 5),
        name: "virement-wrong",
        severity: Severity::Error,
        finds: "A virement has one leg alone, crosses funds, is over the limit of who approved it, or moves money between capital and revenue without the Council.",
        why: "A virement moves budget that members have given, within one fund, by whoever they let do it: what leaves one line arrives at another.",
        source: "The council's own financial rules, such as those of Blackpool, Oxfordshire and Waverley; SI 2000/2853 Schedule 4",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "bodies": [{"reference": "BODY1", "name": "Council", "kind": "council"}],
 "decisions": [{"reference": "DEC1", "title": "Move budget", "body": "BODY1", "act": "resolve", "date": "24 May 2021"}],
 "budget_lines": [{"reference": "BL1", "title": "Consultants", "fund": "general_fund", "nature": "revenue", "year": "2021/22"},
   {"reference": "BL2", "title": "Training", "fund": "general_fund", "nature": "revenue", "year": "2021/22"}],
 "movements": [{"reference": "MOV1", "title": "From consultants to training", "kind": "virement", "amount": "£60,000",
   "date": "1 June 2021",   "line": "BL1", "decision": "DEC1"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "bodies": [{"reference": "BODY1", "name": "Council", "kind": "council"}],
 "decisions": [{"reference": "DEC1", "title": "Move budget", "body": "BODY1", "act": "resolve", "date": "24 May 2021"}],
 "budget_lines": [{"reference": "BL1", "title": "Consultants", "fund": "general_fund", "nature": "revenue", "year": "2021/22"},
   {"reference": "BL2", "title": "Training", "fund": "general_fund", "nature": "revenue", "year": "2021/22"}],
 "movements": [{"reference": "MOV1", "title": "From consultants to training", "kind": "virement", "amount": "£60,000",
   "date": "1 June 2021",   "line": "BL1", "to_line": "BL2", "decision": "DEC1"}]}"#,
    },
    check: Check::Movements(check),
};

const HELP: &str = "Have it approved by who may, or put it right by another movement.";

fn check(context: &Context<'_>, movement: &Movement, sink: &mut Sink<'_>) {
    if movement.kind != Some(MovementKind::Virement) {
        return;
    }
    let of = |line: Option<_>| line.and_then(|id| context.programme.get(id));
    let (Some(from), Some(to)) = (of(movement.line), of(movement.to_line)) else {
        let missing = match (movement.line, movement.to_line) {
            (Some(_), _) => "does not say to which line the money goes",
            (None, Some(_)) => "does not say from which line the money comes",
            (None, None) => "names neither line",
        };
        let verdict = Verdict::Wrong(missing.into());
        return verdict.put(sink, movement.key.id, &movement.title, "Name both lines.");
    };
    let funds = crosses(from, to);
    let verdict = if from.key.id == to.key.id {
        Verdict::Wrong(format!("moves money from '{}' to itself", from.title))
    } else if let Some(funds) = funds {
        Verdict::Wrong(funds)
    } else {
        approved(context, movement, (from, to))
    };
    verdict.put(sink, movement.key.id, &movement.title, HELP);
}

fn crosses(from: &BudgetLine, to: &BudgetLine) -> Option<String> {
    let named = from.fund_name.as_ref().zip(to.fund_name.as_ref());
    let apart = from.fund.zip(to.fund).is_some_and(|(from, to)| from != to)
        || named.is_some_and(|(from, to)| from != to);
    apart.then(|| {
        format!("moves money from '{}' to '{}', which are in different funds", from.title, to.title)
    })
}

/// Who approved it is asked of what has happened, and only where a decision is named: small virements
/// need none.
fn approved(
    context: &Context<'_>,
    movement: &Movement,
    (from, to): (&BudgetLine, &BudgetLine),
) -> Verdict {
    let happened = happened(context, movement);
    let turns = from.nature.zip(to.nature).is_some_and(|(from, to)| from != to);
    if movement.decision.is_none() && !turns {
        return Verdict::Fine;
    }
    let spend = Spend {
        how: "is made",
        amount: figure(movement.amount.as_ref()),
        decision: movement.decision,
        approver: None,
        limit: Parameter::VirementLimit,
    };
    let decision = match context.decided(spend.decision, spend.how) {
        Ok(decision) => decision,
        // What is not decided yet is planned.
        Err(Verdict::Wrong(_)) if happened == Certainty::No => return Verdict::Fine,
        Err(verdict) => return verdict.if_happened(happened),
    };
    let body = decision.body.and_then(|id| context.programme.get(id));
    match body.map(|body| (body.kind, body.name.as_str())) {
        Some((Some(BodyKind::Council), _)) => Verdict::Fine,
        Some((Some(_), name)) if turns => Verdict::Wrong(format!(
            "moves money between capital and revenue, and '{name}' is not the full Council"
        )),
        None if turns && decision.by.is_some() => Verdict::Wrong(
            "moves money between capital and revenue by a decision of one person".into(),
        ),
        _ => context.may_approve(decision, &spend),
    }
}
