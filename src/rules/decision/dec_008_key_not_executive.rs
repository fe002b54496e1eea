//! DEC-008: a decision that is not the executive's is marked as key.

use crate::{
    finding::{Entry, Severity},
    model::BodyKind,
    rules::{
        Check, Context, Example, Rule, Sink,
        case::{Case, CaseRow, Side},
    },
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"DEC", 8),
        name: "key-flag-on-council-decision",
        severity: Severity::Error,
        finds: "A decision that is not the executive's is marked as key.",
        why: "Only decisions of the executive can be key; the notice and call-in that the mark brings do not apply to others.",
        source: "SI 2012/2089 reg 8(1)",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}, {"reference": "BODY2", "name": "Council", "kind": "council"}],
 "decisions": [{"reference": "DEC1", "title": "Adopt the strategy", "body": "BODY2", "act": "resolve", "date": "22 June 2021", "key_decision": "yes"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}, {"reference": "BODY2", "name": "Council", "kind": "council"}],
 "decisions": [{"reference": "DEC1", "title": "Adopt the strategy", "body": "BODY2", "act": "resolve", "date": "22 June 2021", "key_decision": "no"}]}"#,
    },
    check: Check::Cases(check),
};

fn check(context: &Context<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(key) = case.key.filter(|key| key.key.is_some()) else { return };
    let flagged = key.key == Some(true);
    let kind = case.body.and_then(|body| body.kind);
    let name = case.body.map(|body| body.name.as_str()).unwrap_or("an officer");
    let (title, help) = (case.title, "Take the mark off, or say whose function it is.");
    match case.side {
        Side::Executive => sink.pass(),
        Side::Council | Side::OfCouncil if !flagged => sink.pass(),
        // A paper that scrutiny looks at, or that goes on to the executive, may well be key there.
        Side::Council | Side::OfCouncil if is_on_its_way(context, case) => {}
        Side::Council | Side::OfCouncil => {
            let message =
                format!("'{title}' is marked as key, and is decided by '{name}' for the council.");
            sink.find(sink.finding(message, help).about(case.subject));
        }
        Side::Unsaid if !flagged => {}
        Side::Unsaid if matches!(kind, Some(BodyKind::SubCommittee | BodyKind::JointCommittee)) => {
            let message = format!(
                "'{title}' is marked as key, and whether '{name}' decides for the executive is not said."
            );
            let help = "Say whose function it is.";
            sink.find(sink.finding(message, help).about(case.subject).undetermined());
        }
        Side::Unsaid => {}
    }
}

fn is_on_its_way(context: &Context<'_>, case: &Case<'_>) -> bool {
    let CaseRow::Report(row) = case.row else { return false };
    let kind = |id| context.programme.get(id).and_then(|body: &crate::Body| body.kind);
    let scrutiny = case.body.and_then(|body| body.kind) == Some(BodyKind::Scrutiny);
    let mut onward = row.requests.iter().filter_map(|asked| asked.onward);
    scrutiny || onward.any(|id| kind(id) == Some(BodyKind::Executive))
}
