//! DEC-006: a key decision has fewer than 28 clear days' notice, or a notice that leaves something out.

use crate::{
    finding::{Entry, Severity},
    model::{Parameter, Particular, Publicity},
    rules::{Check, Context, Example, Rule, Sink, case::Case, notice::Notice},
    values::{Certainty, Code},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"DEC", 6),
        name: "key-decision-notice-short",
        severity: Severity::Error,
        finds: "A key decision has fewer than 28 clear days' notice, or a notice that leaves something out.",
        why: "Without notice, and without an exception to it, the executive may not take it.",
        source: "SI 2012/2089 reg 9",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}, {"reference": "BODY2", "name": "Council", "kind": "council"}],
 "decisions": [{"reference": "DEC1", "title": "Award the contract", "body": "BODY1", "act": "resolve", "date": "22 June 2021",
   "key_decision": {"key": true, "notice": "1 June 2021"}}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}, {"reference": "BODY2", "name": "Council", "kind": "council"}],
 "decisions": [{"reference": "DEC1", "title": "Award the contract", "body": "BODY1", "act": "resolve", "date": "22 June 2021",
   "key_decision": {"key": true, "notice": "24 May 2021",
     "particulars": ["matter", "maker", "date", "documents", "address", "further_documents"]}}]}"#,
    },
    check: Check::Cases(check),
};

const PARTICULARS: [(Particular, &str); 6] = [
    (Particular::Matter, "the matter"),
    (Particular::Maker, "who decides"),
    (Particular::Date, "when"),
    (Particular::Documents, "the documents"),
    (Particular::Address, "where to get copies"),
    (Particular::FurtherDocuments, "how to ask for further documents"),
];

fn check(context: &Context<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(key) = case.key.filter(|key| key.key == Some(true)) else { return };
    let excepted = !matches!(key.publicity, None | Some(Publicity::Notice));
    if excepted || case.executive() == Certainty::No || !case.may_be_under_regulations() {
        return;
    }
    let notice = Notice {
        called: "its notice",
        given: key.notice.as_ref(),
        wait: case.wait(context, Parameter::KeyDecisionNotice),
    };
    match notice.lack(context, case.date) {
        None => sink.pass(),
        Some(lack) => {
            let before = format!("'{}' is key, and ", case.title);
            let otherwise = "else the general exception or special urgency has to be made out";
            sink.find(lack.finding(sink, case, &before, otherwise));
        }
    }
    let left_out = PARTICULARS.iter().filter(|(part, _)| !key.particulars.contains(part));
    let left_out: Vec<&str> = left_out.map(|(_, words)| *words).collect();
    if !key.particulars.is_empty() && !left_out.is_empty() {
        let message = format!("The notice of '{}' leaves out {}.", case.title, left_out.join(", "));
        let help = "Publish the notice anew with all that it has to say, and count from that day.";
        sink.find(sink.finding(message, help).about(case.subject));
    }
}
