//! DEC-016: members are asked to act while implications are still to be worked out.

use crate::{
    finding::{Entry, Severity},
    model::{ImplicationKind, Report, Stance},
    rules::{Check, Context, Example, Rule, Sink, case::asks_to_act, papers::asks_for_money},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"DEC", 16),
        name: "approval-before-implications",
        severity: Severity::Warning,
        finds: "Members are asked to act while implications are still to be worked out.",
        why: "Who agrees to something without its cost in money, law, staff or risk has agreed to whatever that turns out to be. Money that is asked for needs a figure, in the request or under its heading.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2020-09-23",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "reports": [{"reference": "REP1", "title": "Update", "date": "23 September 2020",
   "requests": [{"label": "iv", "title": "Agree how the programme is governed", "act": "resolve", "matter": "governance"}],
   "assessments": [{"kind": "equality", "state": "screened"}],
   "implications": [{"kind": "staffing", "stance": "deferred", "text": "Costs of staff are to be looked at"}]}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "reports": [{"reference": "REP1", "title": "Update", "date": "23 September 2020",
   "requests": [{"label": "iv", "title": "Note how the programme is governed", "act": "note", "matter": "governance"}],
   "assessments": [{"kind": "equality", "state": "screened"}],
   "implications": [{"kind": "staffing", "stance": "deferred", "text": "Costs of staff are to be looked at"}]}]}"#,
    },
    check: Check::Reports(check),
};

fn check(_: &Context<'_>, report: &Report, sink: &mut Sink<'_>) {
    if report.implications.is_empty() || !report.requests.iter().any(asks_to_act) {
        return;
    }
    let mut open: Vec<&str> = Vec::new();
    for part in report.implications.iter().filter(|part| part.stance == Some(Stance::Deferred)) {
        let Some(word) = part.kind.and_then(word) else { continue };
        if !open.contains(&word) {
            open.push(word);
        }
    }
    let unpriced = is_unpriced(report);
    if open.is_empty() && !unpriced {
        return sink.pass();
    }
    let mut lacks = Vec::new();
    if !open.is_empty() {
        lacks.push(format!("what it means for {} is left for later", open.join(", ")));
    }
    if unpriced {
        lacks.push("the money that is asked for has no figure".to_owned());
    }
    let message = format!("'{}' asks members to act, and {}.", report.title, lacks.join(", and "));
    let help = "Say what it comes to, as far as is known, or have the paper noted for now.";
    sink.find(sink.finding(message, help).about(report.key.id));
}

/// Whether money is asked for and no figure is given, neither by what asks nor under the heading.
fn is_unpriced(report: &Report) -> bool {
    let mut asked = report.requests.iter().filter(|asked| asks_for_money(asked)).peekable();
    let finance =
        report.implications.iter().filter(|part| part.kind == Some(ImplicationKind::Financial));
    let mut stated = finance.filter(|part| part.stance == Some(Stance::Stated)).peekable();
    asked.peek().is_some()
        && stated.peek().is_some()
        && asked.all(|asked| asked.amount.is_none())
        && stated.all(|part| part.amount.is_none())
}

fn word(kind: ImplicationKind) -> Option<&'static str> {
    match kind {
        ImplicationKind::Financial => Some("money"),
        ImplicationKind::Legal => Some("law"),
        ImplicationKind::Staffing => Some("staff"),
        ImplicationKind::Risk => Some("risk"),
        _ => None,
    }
}
