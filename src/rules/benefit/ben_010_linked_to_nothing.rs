//! BEN-010: a benefit names nothing that brings it about, and nothing that it serves.

use crate::{
    finding::{Entry, Severity},
    model::Benefit,
    rules::{Check, Context, Example, Rule, Sink},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"BEN", 10),
        name: "benefit-linked-to-nothing",
        severity: Severity::Warning,
        finds: "A benefit names nothing that brings it about, and nothing that it serves.",
        why: "It cannot be told what would come of it if the work stopped.",
        source: "MSP (benefits map); good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Place"}],
 "intents": [{"reference": "INT1", "title": "Residents find their way", "kind": "outcome"}],
 "measures": [{"reference": "MEA1", "name": "Calls answered within a minute", "direction": "increase",
   "baseline": {"figure": "62%", "period": "2019/20"},
   "targets": [{"figure": "80%", "by": "March 2024"}]}],
 "benefits": [{"reference": "BEN1", "title": "Calls are answered sooner",
   "owners": "POST1", "measure": "MEA1"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Place"}],
 "intents": [{"reference": "INT1", "title": "Residents find their way", "kind": "outcome"}],
 "measures": [{"reference": "MEA1", "name": "Calls answered within a minute", "direction": "increase",
   "baseline": {"figure": "62%", "period": "2019/20"},
   "targets": [{"figure": "80%", "by": "March 2024"}]}],
 "benefits": [{"reference": "BEN1", "title": "Calls are answered sooner",
   "contributes_to": "INT1", "owners": "POST1", "measure": "MEA1"}]}"#,
    },
    check: Check::Benefits(check),
};

fn check(_: &Context<'_>, benefit: &Benefit, sink: &mut Sink<'_>) {
    let linked = !benefit.enabled_by.is_empty() || !benefit.contributes_to.is_empty();
    sink.expect(linked, |sink| {
        let message = format!("The benefit '{}' is linked to nothing.", benefit.title);
        let help = "Name what brings it about, and the outcome or objective that it serves.";
        sink.finding(message, help).about(benefit.key.id)
    });
}
