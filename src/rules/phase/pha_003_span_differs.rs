//! PHA-003: the span that a paper gives the programme cannot be that of its phases.

use chrono::NaiveDate;

use crate::{
    finding::{Entry, Severity},
    model::Phase,
    rules::{Check, Context, Example, Rule, Sink},
    values::{Code, PartialDate, Period},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"PHA", 3),
        name: "programme-span-against-phases",
        severity: Severity::Error,
        finds: "The span that a paper gives the programme cannot be that of its phases.",
        why: "One of the two is wrong, and money and work are reported for the wrong time.",
        source: "Logic",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example", "stated_spans": "April 2020 to end of March 2022"},
 "phases": [
   {"reference": "PH1", "name": "Phase 1", "number": 1, "held": "December 2020 to end of March 2021"},
   {"reference": "PH2", "name": "Phase 2", "number": 2, "held": "April 2021 to end of March 2022"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example", "stated_spans": "December 2020 to end of March 2022"},
 "phases": [
   {"reference": "PH1", "name": "Phase 1", "number": 1, "held": "December 2020 to end of March 2021"},
   {"reference": "PH2", "name": "Phase 2", "number": 2, "held": "April 2021 to end of March 2022"}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let about = context.programme.about();
    let phases = context.programme.phases().into_iter();
    let dated: Vec<(&Phase, Period)> =
        phases.filter_map(|phase| Some((phase, *phase.held.as_ref()?.value()?))).collect();
    // A phase without dates may be the first or the last.
    if dated.len() < context.programme.phases().len() {
        return;
    }
    let first = dated.iter().min_by_key(|(_, held)| held.earliest());
    let last = dated.iter().max_by_key(|(_, held)| held.latest());
    let (Some((first, _)), Some((last, _))) = (first, last) else { return };
    // The first beginning of all is between the least of their first days and of their last.
    let days = |days: fn(PartialDate) -> NaiveDate| dated.iter().map(move |(_, h)| days(h.first()));
    let begins = (days(PartialDate::earliest).min(), days(PartialDate::latest).min());
    let days = |days: fn(PartialDate) -> NaiveDate| dated.iter().map(move |(_, h)| days(h.last()));
    let ends = (days(PartialDate::earliest).max(), days(PartialDate::latest).max());
    let (Some(begins), Some(ends)) = (both(begins), both(ends)) else { return };
    let open = dated.iter().any(|(phase, _)| phase.open_ended);
    for stated in about.stated_spans.iter().filter_map(|stated| stated.held.as_ref()) {
        let Some(span) = stated.value() else { continue };
        let said = stated.to_string();
        compare(sink, first, "begins", &said, (span.first(), begins));
        // One date alone is a beginning: "from April 2020".
        if span.single().is_none() && !open {
            compare(sink, last, "ends", &said, (span.last(), ends));
        }
    }
    if let Some(started) = &about.started
        && let Some(date) = started.value()
    {
        compare(sink, first, "begins", &started.to_string(), (*date, begins));
    }
}

type Days = (NaiveDate, NaiveDate);

fn both((earliest, latest): (Option<NaiveDate>, Option<NaiveDate>)) -> Option<Days> {
    Some((earliest?, latest?))
}

fn compare(
    sink: &mut Sink<'_>,
    phase: &Phase,
    does: &str,
    said: &str,
    (stated, (earliest, latest)): (PartialDate, Days),
) {
    let meet = stated.earliest() <= latest && earliest <= stated.latest();
    sink.expect(meet, |sink| {
        let held = phase.held.as_ref().map(ToString::to_string).unwrap_or_default();
        let message = format!(
            "'{said}' is given for the programme, which {does} with '{}', {held}.",
            phase.name
        );
        sink.finding(message, "Correct one of the two.").about(phase.key.id)
    });
}
