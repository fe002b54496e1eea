//! DEC-017: a vote of the full Council on the budget is not recorded by name.

use crate::{
    finding::{Entry, Severity},
    model::{Act, Decision, DecisionState, MatterKind},
    rules::{
        Check, Context, Example, Rule, Sink,
        case::{Case, Side},
    },
    values::{Certainty, Code},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"DEC", 17),
        name: "budget-vote-unrecorded",
        severity: Severity::Error,
        finds: "A vote of the full Council on the budget is not recorded by name.",
        why: "Since 25 February 2014 the minutes of a budget meeting say who voted for it, who against, and who abstained.",
        source: "SI 2014/165 reg 2",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-03-01",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}, {"reference": "BODY2", "name": "Council", "kind": "council"}],
 "reports": [{"reference": "REP1", "title": "Robustness of estimates and adequacy of reserves", "body": "BODY2", "date": "24 February 2021"}],
 "decisions": [{"reference": "DEC1", "title": "Set the budget", "body": "BODY2", "act": "resolve", "matter": "budget", "date": "24 February 2021", "section_25": "REP1"}]}"#,
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
    let made = decision.state != Some(DecisionState::Pending);
    let since = chrono::NaiveDate::from_ymd_opt(2014, 2, 25);
    let (Some(date), Some(since)) = (case.day(), since) else { return };
    if !budget || !made || case.side != Side::Council {
        return;
    }
    let held = decision.vote.as_ref().is_some_and(|vote| {
        !(vote.in_favour.is_empty() && vote.against.is_empty() && vote.abstained.is_empty())
    });
    let bound = Certainty::from_readings(date.earliest() >= since, date.latest() >= since);
    let title = &decision.title;
    match bound {
        Certainty::No => {}
        _ if held => sink.pass(),
        Certainty::Possibly => {
            let message = format!(
                "How members voted on '{title}' is not held, and votes on budgets are recorded since 25 February 2014."
            );
            let help = "Give the day of the decision.";
            sink.find(sink.finding(message, help).about(decision.key.id).undetermined());
        }
        Certainty::Certainly => {
            let message = format!("How members voted on '{title}' is not recorded.");
            let help = "Record who voted for it, who against, and who abstained.";
            sink.find(sink.finding(message, help).about(decision.key.id));
        }
    }
}
