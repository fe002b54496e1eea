//! BEN-004: a benefit is said to be realised, and nothing shows it: no evidence, and no reading of its measure.

use crate::{
    finding::{Entry, Severity},
    measures,
    model::{Benefit, BenefitState},
    rules::{Check, Context, Example, Rule, Sink},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"BEN", 4),
        name: "benefit-realised-unproven",
        severity: Severity::Warning,
        finds: "A benefit is said to be realised, and nothing shows it: no evidence, and no reading of its measure.",
        why: "What is not measured is not claimed.",
        source: "IPA guide to benefits (2017)",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2024-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Place"}],
 "intents": [{"reference": "INT1", "title": "Residents find their way", "kind": "outcome"}],
 "measures": [{"reference": "MEA1", "name": "Calls answered within a minute", "direction": "increase",
   "baseline": {"figure": "62%", "period": "2019/20"},
   "targets": [{"figure": "80%", "by": "March 2024"}]}],
 "benefits": [{"reference": "BEN1", "title": "Calls are answered sooner",
   "contributes_to": "INT1", "owners": "POST1", "measure": "MEA1",
   "states": [{"state": "realised", "as_at": "June 2024"}]}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Place"}],
 "intents": [{"reference": "INT1", "title": "Residents find their way", "kind": "outcome"}],
 "measures": [{"reference": "MEA1", "name": "Calls answered within a minute", "direction": "increase",
   "baseline": {"figure": "62%", "period": "2019/20"},
   "targets": [{"figure": "80%", "by": "March 2024"}],
   "readings": [{"figure": "81%", "period": "April 2024"}]}],
 "benefits": [{"reference": "BEN1", "title": "Calls are answered sooner",
   "contributes_to": "INT1", "owners": "POST1", "measure": "MEA1",
   "states": [{"state": "realised", "as_at": "June 2024"}]}]}"#,
    },
    check: Check::Benefits(check),
};

fn check(context: &Context<'_>, benefit: &Benefit, sink: &mut Sink<'_>) {
    let Some(said) = benefit.last_said(context.on) else { return };
    if said.state != Some(BenefitState::Realised) {
        return;
    }
    let measure = benefit.measure.and_then(|measure| context.programme.get(measure));
    let read = measure.is_some_and(|measure| measures::reading(measure, context.on).is_some());
    sink.expect(said.evidence.is_some() || read, |sink| {
        let message = format!("'{}' is said to be realised, and nothing shows it.", benefit.title);
        let help = "Attach what was measured, or hold it as in delivery.";
        sink.finding(message, help).about(benefit.key.id)
    });
}
