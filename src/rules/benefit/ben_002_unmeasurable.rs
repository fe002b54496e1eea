//! BEN-002: a target lies on the wrong side of its baseline; or a benefit has no measure, or its measure no baseline or target, which is a warning.

use crate::{
    finding::{Entry, Severity},
    model::{Direction, Measure},
    rules::{Check, Context, Example, Rule, Sink},
    values::{Code, Figure},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"BEN", 2),
        name: "benefit-without-measure",
        severity: Severity::Error,
        finds: "A target lies on the wrong side of its baseline; or a benefit has no measure, or its measure no baseline or target, which is a warning.",
        why: "What cannot be measured can never be claimed.",
        source: "IPA guide to benefits (2017); logic",
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
   "contributes_to": "INT1", "owners": "POST1"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Place"}],
 "intents": [{"reference": "INT1", "title": "Residents find their way", "kind": "outcome"}],
 "measures": [{"reference": "MEA1", "name": "Calls answered within a minute", "direction": "increase",
   "baseline": {"figure": "62%", "period": "2019/20"},
   "targets": [{"figure": "80%", "by": "March 2024"}]}],
 "benefits": [{"reference": "BEN1", "title": "Calls are answered sooner",
   "contributes_to": "INT1", "owners": "POST1", "measure": "MEA1"}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let programme = context.programme;
    for benefit in programme.benefits().into_iter().filter(|row| super::is_awaited(row, context.on))
    {
        let measure = benefit.measure.and_then(|measure| programme.get(measure));
        let missing = measure.map_or(vec!["measure"], missing);
        sink.expect(missing.is_empty(), |sink| {
            let missing = missing.join(", no ");
            let message =
                format!("'{}' has no {missing}, so that it can never be claimed.", benefit.title);
            let help =
                "Add by what it is measured, from where it starts, and where it is to be by when.";
            let finding = sink.finding(message, help).about(benefit.key.id);
            let finding = finding.lowered_to(Severity::Warning);
            benefit.measure.into_iter().fold(finding, |finding, measure| finding.about(measure))
        });
    }
    programme.measures().into_iter().for_each(|measure| wrong_side(measure, sink));
}

fn missing(measure: &Measure) -> Vec<&'static str> {
    let starts = baseline(measure).is_some();
    let printed = measure.baseline.as_ref().is_some_and(|start| start.figure.is_some());
    let ends = measure.targets.iter().any(|target| target.figure.is_some());
    let start = if printed { "baseline that can be reckoned with" } else { "baseline" };
    let told = [(starts, start), (ends, "target")];
    told.into_iter().filter(|(said, _)| !said).map(|(_, what)| what).collect()
}

/// Targets that lie where the measure is not to go.
fn wrong_side(measure: &Measure, sink: &mut Sink<'_>) {
    let (Some(start), Some(direction)) = (baseline(measure), measure.direction) else { return };
    let figures = measure.targets.iter().filter_map(|target| target.figure.as_ref()?.value());
    for figure in figures.filter(|figure| figure.unit() == start.unit()) {
        let (from, to) = (start.amount(), figure.amount());
        let (wrong, way) = match direction {
            Direction::Increase => (to < from, "up"),
            Direction::Decrease => (to > from, "down"),
            Direction::Maintain => (false, ""),
        };
        sink.expect(!wrong, |sink| {
            let message = format!(
                "'{}' is to go {way} from {start}, and its target is {figure}.",
                measure.name
            );
            let help = "Correct the direction, the baseline or the target.";
            sink.finding(message, help).about(measure.key.id)
        });
    }
}

fn baseline(measure: &Measure) -> Option<&Figure> {
    measure.baseline.as_ref()?.figure.as_ref()?.value()
}
