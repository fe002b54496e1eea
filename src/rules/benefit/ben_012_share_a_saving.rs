//! BEN-012: two benefits claim one saving, or lower one budget line.

use std::collections::BTreeMap;

use crate::{
    finding::{Entry, Severity},
    model::{Benefit, Subject},
    rules::{Check, Context, Example, Rule, Sink},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"BEN", 12),
        name: "benefits-share-a-saving",
        severity: Severity::Warning,
        finds: "Two benefits claim one saving, or lower one budget line.",
        why: "One reduction of a budget is claimed twice.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Place"}],
 "intents": [{"reference": "INT1", "title": "Residents find their way", "kind": "outcome"}],
 "measures": [{"reference": "MEA1", "name": "Hours at the desk", "direction": "decrease",
   "baseline": {"figure": "900", "period": "2019/20"},
   "targets": [{"figure": "600", "by": "March 2024"}]}],
 "savings": [{"reference": "SAV1", "title": "One post less", "amount": "£35k", "year": "2022/23"}],
 "benefits": [
   {"reference": "BEN1", "title": "Digital forms", "contributes_to": "INT1", "owners": "POST1",
    "measure": "MEA1", "saving": "SAV1"},
   {"reference": "BEN2", "title": "A better desk", "contributes_to": "INT1", "owners": "POST1",
    "measure": "MEA1", "saving": "SAV1"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Place"}],
 "intents": [{"reference": "INT1", "title": "Residents find their way", "kind": "outcome"}],
 "measures": [{"reference": "MEA1", "name": "Hours at the desk", "direction": "decrease",
   "baseline": {"figure": "900", "period": "2019/20"},
   "targets": [{"figure": "600", "by": "March 2024"}]}],
 "savings": [{"reference": "SAV1", "title": "One post less", "amount": "£35k", "year": "2022/23"}],
 "benefits": [
   {"reference": "BEN1", "title": "Digital forms", "contributes_to": "INT1", "owners": "POST1",
    "measure": "MEA1", "saving": "SAV1"},
   {"reference": "BEN2", "title": "A better desk", "contributes_to": "INT1", "owners": "POST1",
    "measure": "MEA1"}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let programme = context.programme;
    let mut claimed: BTreeMap<Subject, Vec<&Benefit>> = BTreeMap::new();
    for benefit in programme.benefits().into_iter().filter(|row| !row.dis_benefit) {
        // A saving stands for the line that it lowers.
        let saving = benefit.saving.map(Subject::from);
        if let Some(row) = saving.or(benefit.line.map(Subject::from)) {
            claimed.entry(row).or_default().push(benefit);
        }
    }
    for (row, benefits) in claimed {
        sink.expect(benefits.len() < 2, |sink| {
            let names: Vec<_> = benefits.iter().map(|row| format!("'{}'", row.title)).collect();
            let name = programme.name(row).unwrap_or_default();
            let message = format!("{} count '{name}' at once.", names.join(" and "));
            let help = "Give each its share, or let one of them claim it.";
            let finding = sink.finding(message, help);
            let finding = benefits.iter().fold(finding, |finding, it| finding.about(it.key.id));
            finding.about(row)
        });
    }
}
