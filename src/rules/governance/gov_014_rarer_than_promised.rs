//! GOV-014: reports come more rarely than was promised.

use chrono::{Days, NaiveDate};

use crate::{
    finding::{Entry, Severity, Value},
    model::{DocumentRef, Promise, PromiseKind},
    rules::{Check, Context, Example, Rule, Sink, months_after, written},
    values::{Cadence, Certainty, Code, Length, PartialDate, Unit},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"GOV", 14),
        name: "reports-rarer-than-promised",
        severity: Severity::Info,
        finds: "Between two reports, or since the last, more than one and a half times the interval has passed that was promised.",
        why: "Whoever was promised reports cannot ask after what they do not see.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2020-09-23",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "documents": [{"reference": "DOC1", "title": "Update to scrutiny", "date": "10 February 2020"}],
 "promises": [{"reference": "PR1", "title": "Updates to scrutiny", "kind": "report",
   "cadence": "quarterly", "kept_by": "DOC1"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "documents": [{"reference": "DOC1", "title": "Update to scrutiny", "date": "10 June 2020"}],
 "promises": [{"reference": "PR1", "title": "Updates to scrutiny", "kind": "report",
   "cadence": "quarterly", "kept_by": "DOC1"}]}"#,
    },
    check: Check::Promises(check),
};

/// From one report to the next, or to the day.
struct Gap {
    from: PartialDate,
    to: Option<PartialDate>,
    long: Certainty,
}

fn check(context: &Context<'_>, row: &Promise, sink: &mut Sink<'_>) {
    let Some(Cadence::Every(length)) = row.cadence.as_ref().and_then(|cadence| cadence.value())
    else {
        return;
    };
    let told = matches!(row.kind, Some(PromiseKind::Report | PromiseKind::Briefing));
    if !told || !context.is_open(row) {
        return;
    }
    let papers = row.kept_by.iter().filter_map(|paper| context.programme.get(*paper));
    let papers: Vec<&DocumentRef> = papers.collect();
    let dates = papers.iter().map(|paper| context.programme.paper_date(paper)?.value());
    let (dated, undated): (Vec<_>, Vec<_>) = dates.partition(Option::is_some);
    let mut dates: Vec<PartialDate> = dated.into_iter().flatten().copied().collect();
    dates.retain(|date| date.earliest() <= context.on);
    dates.sort_by_key(|date| (date.earliest(), date.latest()));
    let begun = row.from.as_ref().or(row.made.as_ref().filter(|_| papers.is_empty()));
    let begun = begun.and_then(|begun| begun.value()).copied();
    let Some(gap) = worst(context.on, &dates, begun, *length) else { return };
    // A paper without a date may lie in the gap; what hangs on a condition may not be owed yet.
    let unsure = !undated.is_empty() || row.condition.is_some();
    let long = if unsure { gap.long.and(Certainty::Possibly) } else { gap.long };
    if long == Certainty::No {
        return sink.pass();
    }
    let (title, to) = (&row.title, gap.to.map_or_else(|| written(context.on), |to| to.to_string()));
    let cadence = row.cadence.as_ref().map(ToString::to_string).unwrap_or_default();
    let message = if papers.is_empty() {
        format!("'{title}' is promised {cadence}; from {} to {to} none is listed.", gap.from)
    } else {
        format!("'{title}' is promised {cadence}; between {} and {to} none is listed.", gap.from)
    };
    let help = match (long, row.condition.is_some()) {
        (Certainty::Certainly, _) => "Add the reports that are missing, or change the promise.",
        (_, true) => "Say from when its condition is met.",
        (_, false) => "Give the day of each report.",
    };
    let finding = sink.finding(message, help).about(row.key.id);
    let finding = papers.iter().fold(finding, |finding, paper| finding.about(paper.key.id));
    let finding = finding.with("from at the latest", Value::Day(gap.from.latest()));
    sink.find(if long.is_certain() { finding } else { finding.undetermined() });
}

/// The gap that is longest for certain, or else possibly: of several, the last. What lies before the
/// promise began is none.
fn worst(
    on: NaiveDate,
    dates: &[PartialDate],
    begun: Option<PartialDate>,
    length: Length,
) -> Option<Gap> {
    let starts = begun.into_iter().chain(dates.iter().copied());
    let since = |date: &PartialDate| begun.is_none_or(|begun| date.earliest() >= begun.earliest());
    let starts: Vec<PartialDate> = starts.filter(since).collect();
    let ends = starts.iter().skip(1).map(|date| Some(*date)).chain([None]);
    let gaps = starts.iter().zip(ends).map(|(from, to)| {
        let (soonest, last) = to.map_or((on, on), |to| (to.earliest(), to.latest()));
        let some = last > allowed(from.earliest(), length);
        let every = soonest > allowed(from.latest(), length);
        Gap { from: *from, to, long: Certainty::from_readings(every, some) }
    });
    gaps.max_by_key(|gap| gap.long)
}

/// The last day that is not more than one and a half times a length after another: calendar months
/// are counted exactly, half a month is 15 days, and half a day none.
fn allowed(day: NaiveDate, length: Length) -> NaiveDate {
    let most = u32::from(length.most());
    let after = |day: NaiveDate, days: u32| {
        day.checked_add_days(Days::new(days.into())).unwrap_or(NaiveDate::MAX)
    };
    match length.unit() {
        Unit::Day => after(day, most * 3 / 2),
        Unit::Week => after(day, most * 21 / 2),
        Unit::Month => after(months_after(day, most * 3 / 2), most % 2 * 15),
        Unit::Year => months_after(day, most * 18),
    }
}
