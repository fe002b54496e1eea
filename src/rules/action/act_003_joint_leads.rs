//! ACT-003: several leads are answerable, or a councillor leads delivery.

use crate::{
    finding::{Entry, Severity, Value},
    model::{Lead, Party, PostKind},
    rules::{ActionView, Check, Context, Example, Rule, Sink},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"ACT", 3),
        name: "action-with-joint-leads",
        severity: Severity::Warning,
        finds: "Several leads are answerable, or a councillor leads delivery.",
        why: "To be accountable is personal: where two answer, each can wait for the other. Members decide and sponsor; officers deliver.",
        source: "MSP glossary (accountability cannot be shared or delegated)",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2019-09-04",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Place"}, {"reference": "POST2", "title": "Head of Legal"}],
 "actions": [{"reference": "A1", "title": "Write the strategy", "timescale": "May 2020",
   "leads": ["Director of Place", "Head of Legal"]}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Place"}, {"reference": "POST2", "title": "Head of Legal"}],
 "actions": [{"reference": "A1", "title": "Write the strategy", "timescale": "May 2020",
   "leads": [{"name": "Director of Place", "accountable": true}, "Head of Legal"]}]}"#,
    },
    check: Check::Actions(check),
};

fn check(context: &Context<'_>, view: &ActionView<'_>, sink: &mut Sink<'_>) {
    let action = view.action;
    if let [lead] = action.leads.as_slice()
        && lead.party != Party::Unknown
        && !is_councillor(context, lead)
    {
        if !view.state.is_excluded() {
            sink.pass();
        }
        return;
    }
    // Named twice is named once.
    let mut named: Vec<&Lead> = Vec::with_capacity(action.leads.len());
    for lead in action.leads.iter().filter(|lead| lead.is_somebody()) {
        let same = |other: &&Lead| (other.party, &other.words) == (lead.party, &lead.words);
        if !named.iter().any(same) {
            named.push(lead);
        }
    }
    if view.state.is_excluded() || named.is_empty() {
        return;
    }
    let marked: Vec<&Lead> =
        named.iter().filter(|l| l.accountable == Some(true)).copied().collect();
    let answerable = if marked.is_empty() { named } else { marked };
    let councillors = answerable.iter().filter(|lead| is_councillor(context, lead)).count();
    if answerable.len() == 1 && councillors == 0 {
        return sink.pass();
    }
    let programme = context.programme;
    let names: Vec<_> = answerable.iter().map(|lead| programme.lead_name(lead)).collect();
    let names = names.join("; ");
    if answerable.len() == 1 {
        let message = format!("'{}' is led by a councillor: {names}.", action.title);
        let help = "If it is work and no decision, name the officer who answers for it and make \
                    the councillor its sponsor.";
        return sink.find(sink.finding(message, help).about(action.key.id).undetermined());
    }
    let message = format!("'{}' has {} leads: {names}.", action.title, answerable.len());
    let help = "Choose one who answers for it; list the others as contributors, and a councillor \
                as sponsor.";
    let count = i64::try_from(answerable.len()).unwrap_or(i64::MAX);
    let mut finding =
        sink.finding(message, help).about(action.key.id).with("leads", Value::Count(count));
    if councillors > 0 {
        let count = i64::try_from(councillors).unwrap_or(i64::MAX);
        finding = finding.with("councillors among them", Value::Count(count));
    }
    sink.find(finding);
}

fn is_councillor(context: &Context<'_>, lead: &Lead) -> bool {
    match lead.party {
        Party::Post(id) => {
            context.programme.get(id).is_some_and(|p| p.kind == Some(PostKind::Councillor))
        }
        Party::Body(_) | Party::Unknown => false,
    }
}
