//! BUD-002: a budget is set without the chief finance officer's report.

use crate::{
    finding::{Entry, Severity},
    model::{Act, BodyKind, Decision, DecisionState, Lead, MatterKind, Office, Party},
    rules::{Check, Context, Example, Rule, Sink, funds::day},
    values::{Certainty, Code},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"BUD", 2),
        name: "budget-set-without-finance-report",
        severity: Severity::Error,
        finds: "A budget is set without the chief finance officer's report on the estimates and the reserves.",
        why: "Members must have regard to what the chief finance officer reports on how robust the estimates and how adequate the reserves are when they set the budget.",
        source: "LGA 2003 s.25; FM Code statement K, as councils report them",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-03-31",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "bodies": [{"reference": "BODY1", "name": "Council", "kind": "council"}],
 "decisions": [{"reference": "DEC1", "title": "Set the budget for 2021/22", "body": "BODY1", "act": "resolve",
   "matter": "budget", "date": "24 February 2021", "vote": {"in_favour": ["M-01", "M-02"], "against": ["M-03"]}}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "bodies": [{"reference": "BODY1", "name": "Council", "kind": "council"}],
 "reports": [{"reference": "REP1", "title": "Robustness of estimates and adequacy of reserves", "body": "BODY1",
   "date": "24 February 2021"}],
 "decisions": [{"reference": "DEC1", "title": "Set the budget for 2021/22", "body": "BODY1", "act": "resolve",
   "matter": "budget", "date": "24 February 2021", "vote": {"in_favour": ["M-01", "M-02"], "against": ["M-03"]}, "section_25": "REP1"}]}"#,
    },
    check: Check::Decisions(check),
};

fn check(context: &Context<'_>, decision: &Decision, sink: &mut Sink<'_>) {
    let programme = context.programme;
    let body = decision.body.and_then(|id| programme.get(id));
    let own = context.is_own(decision.organisation);
    let sets = decision.matter == Some(MatterKind::Budget) && decision.act == Some(Act::Resolve);
    let full = body.is_some_and(|body| body.kind == Some(BodyKind::Council));
    if !sets || !full || !own || !context.is_english() {
        return;
    }
    let taken = match decision.state {
        Some(DecisionState::Pending | DecisionState::Withdrawn) => return,
        state => match day(decision.date.as_ref()) {
            Some(date) => date.reached(context.on),
            None if state == Some(DecisionState::Made) => Certainty::Certainly,
            None => Certainty::Possibly,
        },
    };
    if decision.section_25.is_some() {
        return sink.pass();
    }
    let message = format!(
        "'{}' sets a budget, and no report of the chief finance officer under section 25 is held.",
        decision.title
    );
    let finding = match taken {
        Certainty::No => return,
        Certainty::Possibly => {
            sink.finding(message, "Give the day of the decision.").undetermined()
        }
        Certainty::Certainly if is_commented_on(context, decision) => {
            let help =
                "Say whether the chief finance officer's comment on the paper is that report.";
            sink.finding(message, help).undetermined()
        }
        Certainty::Certainly => sink.finding(message, "Attach the report to the decision."),
    };
    sink.find(finding.about(decision.key.id));
}

/// Whether the chief finance officer says something on the paper before the Council.
fn is_commented_on(context: &Context<'_>, decision: &Decision) -> bool {
    let programme = context.programme;
    let report = decision.report.and_then(|id| programme.get(id));
    let mut by = report.into_iter().flat_map(|report| &report.comments).flat_map(|said| &said.by);
    by.any(|lead: &Lead| match lead.party {
        Party::Post(id) => programme
            .get(id)
            .is_some_and(|post| post.offices.contains(&Office::ChiefFinanceOfficer)),
        Party::Body(_) | Party::Unknown => false,
    })
}
