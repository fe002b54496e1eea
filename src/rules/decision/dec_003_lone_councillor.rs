//! DEC-003: one councillor alone decides what is not the executive's.

use crate::{
    finding::{Entry, Severity},
    model::{Decision, PostKind},
    rules::{
        Check, Context, Example, Rule, Sink,
        case::{Case, Side, may_decide},
    },
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"DEC", 3),
        name: "lone-councillor-decides",
        severity: Severity::Error,
        finds: "One councillor alone decides what is not the executive's.",
        why: "A council may leave its functions to a committee, a sub-committee, an officer or another authority, and never to one councillor; only functions of the executive may go to one of its members.",
        source: "LGA 1972 s.101(1); LGA 2000 s.9E",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Chair of Planning", "kind": "councillor"}],
 "decisions": [{"reference": "DEC1", "title": "Approve the plan between meetings", "by": "POST1", "act": "resolve", "function": "council", "date": "22 June 2021"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Portfolio Holder for Housing", "kind": "councillor"}],
 "decisions": [{"reference": "DEC1", "title": "Approve the plan between meetings", "by": "POST1", "act": "resolve", "function": "executive", "date": "22 June 2021"}]}"#,
    },
    check: Check::Decisions(check),
};

fn check(context: &Context<'_>, decision: &Decision, sink: &mut Sink<'_>) {
    let Some(case) = Case::of_decision(context, decision) else { return };
    let Some(post) = case.post.filter(|post| post.kind == Some(PostKind::Councillor)) else {
        return;
    };
    if !may_decide(decision.act) {
        return;
    }
    let (title, name) = (&decision.title, &post.title);
    let help = "Take it to a committee, or to an officer to whom it is delegated.";
    let certain = |why: &str| {
        let message = format!("'{title}' is decided by '{name}' alone, and {why}.");
        sink.finding(message, help).about(decision.key.id).about(post.key.id)
    };
    let finding = match (case.side, context.has_executive()) {
        (_, Some(false)) => certain("the council has no executive"),
        (Side::Council | Side::OfCouncil, _) => certain("it is no function of the executive"),
        (Side::Executive, _) => return sink.pass(),
        (Side::Unsaid, _) => {
            let message = format!(
                "'{title}' is decided by '{name}' alone, and whose function it is is not said."
            );
            let help = "Say whether it is a function of the executive.";
            sink.finding(message, help).about(decision.key.id).about(post.key.id).undetermined()
        }
    };
    sink.find(finding);
}
