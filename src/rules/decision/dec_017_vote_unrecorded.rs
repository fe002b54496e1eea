//! DEC-017: a vote of the full Council on the budget is not recorded by name.

use crate::{
    finding::{Entry, Severity},
    governance::RECORDED_VOTES,
    model::{Act, Decision, DecisionState, MatterKind, Vote},
    rules::{
        Check, Context, Example, Rule, Sink,
        case::{Case, Side, is_only_cited},
    },
    values::{Certainty, Code},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"DEC", 17),
        name: "budget-vote-unrecorded",
        severity: Severity::Error,
        finds: "A vote of the full Council on the budget is not recorded by name.",
        why: "Since 25 February 2014 the minutes of a budget meeting say who voted for it, who against, and who abstained. A vote that is held and names nobody is wrong; where none is held, it is asked for, unless the decision is only cited.",
        source: "SI 2014/165 reg 2",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-03-01",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}, {"reference": "BODY2", "name": "Council", "kind": "council"}],
 "reports": [{"reference": "REP1", "title": "Robustness of estimates and adequacy of reserves", "body": "BODY2", "date": "24 February 2021"}],
 "decisions": [{"reference": "DEC1", "title": "Set the budget", "body": "BODY2", "act": "resolve", "matter": "budget", "date": "24 February 2021", "section_25": "REP1",
   "vote": {}}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}, {"reference": "BODY2", "name": "Council", "kind": "council"}],
 "reports": [{"reference": "REP1", "title": "Robustness of estimates and adequacy of reserves", "body": "BODY2", "date": "24 February 2021"}],
 "decisions": [{"reference": "DEC1", "title": "Set the budget", "body": "BODY2", "act": "resolve", "matter": "budget", "date": "24 February 2021", "section_25": "REP1",
   "vote": {"in_favour": ["M-01", "M-02"], "against": ["M-03"]}}]}"#,
    },
    check: Check::Decisions(check),
};

fn check(context: &Context<'_>, decision: &Decision, sink: &mut Sink<'_>) {
    let Some(case) = Case::of_decision(context, decision) else { return };
    let budget = decision.matter == Some(MatterKind::Budget) && decision.act == Some(Act::Resolve);
    let to_come = decision.state == Some(DecisionState::Pending)
        || case.day().is_some_and(|date| date.reached(context.on) == Certainty::No);
    if !budget || to_come || case.side != Side::Council {
        return;
    }
    let named = |vote: &Vote| {
        !(vote.in_favour.is_empty() && vote.against.is_empty() && vote.abstained.is_empty())
    };
    let title = &decision.title;
    let (message, help) = match (case.since(RECORDED_VOTES), decision.vote.as_ref()) {
        (Certainty::No, _) => return,
        (_, Some(vote)) if named(vote) => return sink.pass(),
        // Nothing is held of how it was decided, and so nothing of a vote.
        (_, None) if is_only_cited(decision) => return,
        (Certainty::Possibly, _) => (
            format!(
                "How members voted on '{title}' is not held, and votes on budgets are recorded since 25 February 2014."
            ),
            "Give the day of the decision.",
        ),
        (Certainty::Certainly, None) => (
            format!("How members voted on '{title}' is not held."),
            "Add who voted for it, who against, and who abstained, as the minutes say.",
        ),
        (Certainty::Certainly, Some(_)) => {
            let message = format!("The vote on '{title}' names nobody.");
            let help = "Record who voted for it, who against, and who abstained.";
            return sink.find(sink.finding(message, help).about(decision.key.id));
        }
    };
    sink.find(sink.finding(message, help).about(decision.key.id).undetermined());
}
