//! BEN-009: a measure was not read for two of its periods or more.

use crate::{
    finding::{Entry, Severity},
    model::{Measure, MeasureState},
    rules::{Check, Context, Example, Rule, Sink, months_after},
    values::{Code, written},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"BEN", 9),
        name: "measure-not-read",
        severity: Severity::Warning,
        finds: "A measure was not read for two of its periods or more.",
        why: "What is not read any more cannot show anything.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Place"}],
 "intents": [{"reference": "INT1", "title": "Residents find their way", "kind": "outcome"}],
 "measures": [{"reference": "MEA1", "name": "Calls answered within a minute", "direction": "increase",
   "baseline": {"figure": "62%", "period": "2019/20"},
   "targets": [{"figure": "80%", "by": "March 2024"}],
   "cadence": "quarterly", "readings": [{"figure": "64%", "period": "September 2020"}]}],
 "benefits": [{"reference": "BEN1", "title": "Calls are answered sooner",
   "contributes_to": "INT1", "owners": "POST1", "measure": "MEA1"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Place"}],
 "intents": [{"reference": "INT1", "title": "Residents find their way", "kind": "outcome"}],
 "measures": [{"reference": "MEA1", "name": "Calls answered within a minute", "direction": "increase",
   "baseline": {"figure": "62%", "period": "2019/20"},
   "targets": [{"figure": "80%", "by": "March 2024"}],
   "cadence": "quarterly", "readings": [{"figure": "64%", "period": "March 2021"}]}],
 "benefits": [{"reference": "BEN1", "title": "Calls are answered sooner",
   "contributes_to": "INT1", "owners": "POST1", "measure": "MEA1"}]}"#,
    },
    check: Check::Measures(check),
};

/// How many periods may pass without a reading.
const PERIODS: u32 = 2;

fn check(context: &Context<'_>, measure: &Measure, sink: &mut Sink<'_>) {
    let cadence = measure.cadence.as_ref().and_then(|cadence| cadence.value()?.months());
    let settled = measure.state.is_none_or(|state| state == MeasureState::Agreed);
    let Some((_, months)) = cadence.filter(|_| settled) else { return };
    let periods = measure.readings.iter().chain(&measure.baseline);
    let ends = periods.filter_map(|reading| reading.period.as_ref()?.value());
    // From nothing that was read nothing can be counted.
    let Some(last) = ends.map(|period| period.latest()).filter(|end| *end <= context.on).max()
    else {
        return;
    };
    let due = months_after(last, months.saturating_mul(PERIODS));
    sink.expect(context.on <= due, |sink| {
        let message = format!("'{}' was last read for {}.", measure.name, written(last));
        let help = "Read it, or end it.";
        sink.finding(message, help).about(measure.key.id)
    });
}
