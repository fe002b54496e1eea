//! RES-002: money of a reserve is used for what is not among its uses.

use crate::{
    finding::{Entry, Severity},
    model::{Movement, MovementKind},
    rules::{Check, Context, Example, Rule, Sink, funds::is_draw},
    values::{
        Code,
        names::{Name, fold},
    },
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"RES", 2),
        name: "reserve-used-outside-its-purpose",
        severity: Severity::Warning,
        finds: "Money of a reserve is used for what is not among its uses.",
        why: "Members agreed to set the money aside for one thing; another needs their agreement anew.",
        source: "CIPFA LAAP Bulletins 55, 77 and 99, as a council reports them",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Head of Finance"}],
 "bodies": [{"reference": "BODY1", "name": "Council", "kind": "council"}],
 "reserves": [{"reference": "RSV1", "name": "Insurance", "kind": "earmarked", "fund": "general_fund",
   "purpose": "Claims below the excess", "uses": ["Claims", "Premiums"], "conditions": "A claim that is settled",
   "approver": "BODY1", "owners": ["POST1"]}],
 "movements": [{"reference": "MOV1", "title": "A new website", "kind": "drawdown", "amount": "£20,000",
   "reserve": "RSV1", "use_for": "Website"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Head of Finance"}],
 "bodies": [{"reference": "BODY1", "name": "Council", "kind": "council"}],
 "reserves": [{"reference": "RSV1", "name": "Insurance", "kind": "earmarked", "fund": "general_fund",
   "purpose": "Claims below the excess", "uses": ["Claims", "Premiums"], "conditions": "A claim that is settled",
   "approver": "BODY1", "owners": ["POST1"]}],
 "movements": [{"reference": "MOV1", "title": "A claim", "kind": "drawdown", "amount": "£20,000",
   "reserve": "RSV1", "use_for": "claims"}]}"#,
    },
    check: Check::Movements(check),
};

fn check(context: &Context<'_>, movement: &Movement, sink: &mut Sink<'_>) {
    let reserve = movement.reserve.and_then(|id| context.programme.get(id));
    let (Some(reserve), Some(used)) = (reserve, movement.use_for.as_ref()) else { return };
    let binds = matches!(movement.kind, Some(MovementKind::Commitment | MovementKind::Request));
    if reserve.uses.is_empty() || used.trim().is_empty() || !(is_draw(movement) || binds) {
        return;
    }
    if reserve.uses.iter().any(|allowed| fold(allowed) == fold(used)) {
        return sink.pass();
    }
    let name = Name::new(used);
    let near = reserve.uses.iter().find(|allowed| {
        let (allowed, used) = (fold(allowed), fold(used));
        name.alike(&Name::new(&allowed)) || allowed.contains(&used) || used.contains(&allowed)
    });
    let message = format!(
        "'{}' uses '{}' for '{used}', which is none of its uses.",
        movement.title, reserve.name
    );
    let finding = match near {
        Some(near) => {
            let help = format!("Say whether it is what is meant by '{near}'.");
            sink.finding(message, help).undetermined()
        }
        None => {
            let help = "Take another reserve, or have its uses widened by a decision.";
            sink.finding(message, help)
        }
    };
    sink.find(finding.about(movement.key.id).about(reserve.key.id));
}
