//! BEN-001: a benefit has no owner.

use crate::{
    finding::{Entry, Severity},
    model::{Benefit, Lead},
    rules::{Check, Context, Example, Rule, Sink},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"BEN", 1),
        name: "benefit-without-owner",
        severity: Severity::Warning,
        finds: "A benefit has no owner.",
        why: "Nobody will show that it came about.",
        source: "APM; GovS 002; good practice",
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
   "contributes_to": "INT1", "measure": "MEA1"}]}"#,
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

fn check(context: &Context<'_>, benefit: &Benefit, sink: &mut Sink<'_>) {
    if !super::is_awaited(benefit, context.on) {
        return;
    }
    sink.expect(benefit.owners.iter().any(Lead::is_somebody), |sink| {
        let message = format!("The benefit '{}' has no owner.", benefit.title);
        let help =
            "Name who will show that it came about, beyond the end of the programme if need be.";
        sink.finding(message, help).about(benefit.key.id)
    });
}
