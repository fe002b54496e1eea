//! BEN-011: a measure was read in another unit than its baseline, or twice for one time with different figures.

use crate::{
    finding::{Entry, Severity},
    model::{Measure, Measurement},
    rules::{Check, Context, Example, Rule, Sink},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"BEN", 11),
        name: "readings-unlike",
        severity: Severity::Warning,
        finds: "A measure was read in another unit than its baseline, or twice for one time with different figures.",
        why: "Readings that are not alike cannot be compared, and of two it is not known which is so.",
        source: "Logic",
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
   "readings": [{"figure": "64", "period": "March 2021"}]}],
 "benefits": [{"reference": "BEN1", "title": "Calls are answered sooner",
   "contributes_to": "INT1", "owners": "POST1", "measure": "MEA1"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Place"}],
 "intents": [{"reference": "INT1", "title": "Residents find their way", "kind": "outcome"}],
 "measures": [{"reference": "MEA1", "name": "Calls answered within a minute", "direction": "increase",
   "baseline": {"figure": "62%", "period": "2019/20"},
   "targets": [{"figure": "80%", "by": "March 2024"}],
   "readings": [{"figure": "64%", "period": "March 2021"}]}],
 "benefits": [{"reference": "BEN1", "title": "Calls are answered sooner",
   "contributes_to": "INT1", "owners": "POST1", "measure": "MEA1"}]}"#,
    },
    check: Check::Measures(check),
};

fn check(_: &Context<'_>, measure: &Measure, sink: &mut Sink<'_>) {
    let mut before: Vec<&Measurement> = measure.baseline.iter().collect();
    for reading in &measure.readings {
        let wrong = before.iter().find_map(|first| unlike(first, reading));
        sink.expect(wrong.is_none(), |sink| {
            let figure = reading.figure.as_ref().map_or_else(String::new, ToString::to_string);
            let why = wrong.unwrap_or_default();
            let message = format!("'{}' was read as {figure}, {why}.", measure.name);
            let help = "Give every reading in one unit, and one for each time and place.";
            sink.finding(message, help).about(measure.key.id)
        });
        before.push(reading);
    }
}

/// Why a reading does not go with one before it.
fn unlike(first: &Measurement, second: &Measurement) -> Option<String> {
    let figure = |reading: &Measurement| reading.figure.as_ref().and_then(|it| it.value()).copied();
    let (one, other) = (figure(first)?, figure(second)?);
    // A change and a level, and two places, are two things.
    if (first.change, &first.place) != (second.change, &second.place) {
        return None;
    }
    if one.unit() != other.unit() || first.unit != second.unit {
        return Some(format!("which is not in the unit of {one}"));
    }
    let period = |reading: &Measurement| reading.period.as_ref().and_then(|it| it.value()).copied();
    let same = period(first).is_some() && period(first) == period(second);
    (same && one != other).then(|| format!("and as {one} for the same time"))
}
