//! RES-009: money is drawn from a reserve that is kept for accounting alone.

use crate::{
    finding::{Entry, Severity},
    model::{Movement, MovementKind, ReserveKind},
    rules::{Check, Context, Example, Rule, Sink},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"RES", 9),
        name: "drawn-from-unusable-reserve",
        severity: Severity::Error,
        finds: "Money is drawn from, or bound on, a reserve that is kept for accounting alone.",
        why: "An unusable reserve is an entry in the accounts and no money; what is to be drawn from it is not there.",
        source: "Code of Practice on Local Authority Accounting (unusable reserves)",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "reserves": [{"reference": "RSV1", "name": "Revaluation", "kind": "unusable", "fund": "general_fund"}],
 "movements": [{"reference": "MOV1", "title": "Drawdown for Phase 2", "kind": "drawdown", "amount": "£361,000",
   "reserve": "RSV1"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Head of Finance"}],
 "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}, {"reference": "BODY2", "name": "Council", "kind": "council"}],
 "reserves": [{"reference": "RSV1", "name": "Management of Change", "kind": "earmarked", "fund": "general_fund",
   "purpose": "One-off costs of change", "conditions": "A business case", "approver": "BODY2", "owners": ["POST1"]}],
 "movements": [{"reference": "MOV1", "title": "Drawdown for Phase 2", "kind": "drawdown", "amount": "£361,000",
   "reserve": "RSV1"}]}"#,
    },
    check: Check::Movements(check),
};

fn check(context: &Context<'_>, movement: &Movement, sink: &mut Sink<'_>) {
    use MovementKind as M;
    let takes = matches!(
        movement.kind,
        Some(M::Drawdown | M::SupplementaryEstimate | M::ReserveRelease | M::Transfer)
            | Some(M::Commitment | M::Request)
    );
    let reserve = movement.reserve.filter(|_| takes).and_then(|id| context.programme.get(id));
    let Some((reserve, kind)) = reserve.and_then(|row| Some((row, row.kind?))) else { return };
    sink.expect(kind != ReserveKind::Unusable, |sink| {
        let message = format!(
            "'{}' takes money from '{}', which is kept for accounting alone.",
            movement.title, reserve.name
        );
        let finding = sink.finding(message, "Name a usable reserve that pays, or another source.");
        finding.about(movement.key.id).about(reserve.key.id)
    });
}
