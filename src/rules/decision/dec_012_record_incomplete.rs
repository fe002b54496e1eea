//! DEC-012: the record of a decision leaves something out.

use crate::{
    finding::{Entry, Severity},
    model::{Decision, DecisionState},
    rules::{
        Check, Context, Example, Rule, Sink,
        case::{Case, Side, said},
        notice::is_given,
    },
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"DEC", 12),
        name: "decision-record-incomplete",
        severity: Severity::Error,
        finds: "The record of a decision leaves something out.",
        why: "The record of an executive decision, and of an officer's under delegation, gives its date, its reasons, what else was considered, conflicts of interest and dispensations. Only records that are held are looked at, and 'none' is one.",
        source: "SI 2012/2089 regs 12 and 13; Openness of Local Government Bodies Regulations 2014 reg 7",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Place", "kind": "officer"}],
 "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}],
 "decision_rights": [{"reference": "DR1", "title": "Appointments up to £50,000", "holders": "POST1",
   "delegated_from": "BODY1"}],
 "decisions": [{"reference": "DEC1", "title": "Appoint a consultant", "by": "POST1", "right": "DR1", "act": "resolve", "date": "1 June 2021",
   "record": {"reasons": "The work needs skills that the council lacks", "options": "none", "conflicts": "none"}}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Place", "kind": "officer"}],
 "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}],
 "decision_rights": [{"reference": "DR1", "title": "Appointments up to £50,000", "holders": "POST1",
   "delegated_from": "BODY1"}],
 "decisions": [{"reference": "DEC1", "title": "Appoint a consultant", "by": "POST1", "right": "DR1", "act": "resolve", "date": "1 June 2021",
   "record": {"reasons": "The work needs skills that the council lacks", "options": "none", "conflicts": "none", "dispensations": "none"}}]}"#,
    },
    check: Check::Decisions(check),
};

fn check(context: &Context<'_>, decision: &Decision, sink: &mut Sink<'_>) {
    let Some(case) = Case::of_decision(context, decision) else { return };
    let Some(record) = &decision.record else { return };
    // Bodies on the council's side keep minutes, which are another matter.
    let minuted = case.body.is_some() && matches!(case.side, Side::Council | Side::OfCouncil);
    let pending = decision.state == Some(DecisionState::Pending);
    let no_executive = case.body.is_some() && context.has_executive() == Some(false);
    if minuted || pending || no_executive || !case.may_be_under_regulations() {
        return;
    }
    let missing: Vec<&str> = [
        ("date", is_given(decision.date.as_ref())),
        ("reasons", said(record.reasons.as_ref())),
        ("options that were rejected", said(record.options.as_ref())),
        ("conflicts of interest", said(record.conflicts.as_ref())),
        ("dispensations", said(record.dispensations.as_ref())),
    ]
    .into_iter()
    .filter(|(_, held)| !held)
    .map(|(what, _)| what)
    .collect();
    sink.expect(missing.is_empty(), |sink| {
        let message =
            format!("The record of '{}' says nothing of {}.", decision.title, missing.join(", "));
        let help = "Add what is missing, and 'none' where there was none.";
        sink.finding(message, help).about(decision.key.id)
    });
}
