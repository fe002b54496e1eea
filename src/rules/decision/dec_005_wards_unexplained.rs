//! DEC-005: several wards are affected, and why the decision is not key is not recorded.

use crate::{
    finding::{Entry, Severity},
    model::Report,
    rules::{
        Check, Context, Example, Rule, Sink,
        case::{Case, CaseRow, asks_to_act, said},
    },
    values::{Code, names::fold},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"DEC", 5),
        name: "wards-affected-and-not-key",
        severity: Severity::Info,
        finds: "Several wards are affected, and why the decision is not key is not recorded.",
        why: "Effect in two or more wards makes an executive decision key only if it is significant; a line that says why it is not spares the question.",
        source: "SI 2012/2089 reg 8(1)(b)",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2020-09-23",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}, {"reference": "BODY2", "name": "Council", "kind": "council"}],
 "reports": [{"reference": "REP1", "title": "Update", "body": "BODY1", "date": "23 September 2020", "wards": ["All"], "key_decision": "no"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}, {"reference": "BODY2", "name": "Council", "kind": "council"}],
 "reports": [{"reference": "REP1", "title": "Update", "body": "BODY1", "date": "23 September 2020", "wards": ["All"],
   "key_decision": {"key": false, "significance": "It changes how officers work, and no service"}}]}"#,
    },
    check: Check::Cases(check),
};

fn check(_: &Context<'_>, case: &Case<'_>, sink: &mut Sink<'_>) {
    let Some(key) = case.key.filter(|key| key.key == Some(false)) else { return };
    let notes_only =
        |row: &Report| !row.requests.is_empty() && !row.requests.iter().any(asks_to_act);
    let decides = !matches!(case.row, CaseRow::Report(row) if notes_only(row));
    if !case.executive().is_certain() || !decides || case.wards.is_empty() {
        return;
    }
    let mut wards: Vec<String> = case.wards.iter().map(|ward| fold(ward)).collect();
    wards.sort_unstable();
    wards.dedup();
    let all =
        wards.iter().any(|ward| matches!(ward.as_str(), "all" | "all wards" | "borough wide"));
    if (!all && wards.len() < 2) || said(key.significance.as_ref()) {
        return sink.pass();
    }
    let which = if all { "all wards".to_owned() } else { format!("{} wards", wards.len()) };
    let message = format!(
        "'{}' affects {which} and is marked as not key, without a word on why.",
        case.title
    );
    let help = "Add a line that says why its effect is not significant, or mark it as key.";
    sink.find(sink.finding(message, help).about(case.subject));
}
