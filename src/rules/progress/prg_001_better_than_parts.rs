//! PRG-001: what is stated of a whole is better than the worst that is stated of its parts or dimensions, and nobody overrode it.

use crate::{
    finding::{Entry, Severity},
    history::listed,
    model::{Lead, StatedRating},
    rules::{Check, Context, Example, Rule, Sink, ratings::Shown},
    values::{Code, RatingScale, capital, say_nothing},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"PRG", 1),
        name: "better-than-parts",
        severity: Severity::Warning,
        finds: "The colour that is stated of the programme or of a workstream is better than the worst that is stated of its parts or its dimensions, and no override with name, day and reason stands beside it.",
        why: "A board that sees green does not ask about the red below.",
        source: "Practice of programme offices",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "workstreams": [{"reference": "W1", "name": "One Budget", "leads": "Chief Executive", "outcome": "Every budget has one holder"}],
 "projects": [{"reference": "PRJ1", "name": "Budget holders", "workstream": "W1", "leads": "Chief Executive", "timescale": "December 2021"},
   {"reference": "PRJ2", "name": "One ledger", "workstream": "W1", "leads": "Chief Executive", "timescale": "December 2021"}],
 "stated_ratings": [
   {"title": "One Budget", "of": "workstream W1", "rating": "Green", "by": "Chief Executive", "on": "31 May 2021"},
   {"title": "Budget holders", "of": "project PRJ1", "rating": "Green", "on": "31 May 2021"},
   {"title": "One ledger", "of": "project PRJ2", "rating": "Red", "on": "31 May 2021"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "workstreams": [{"reference": "W1", "name": "One Budget", "leads": "Chief Executive", "outcome": "Every budget has one holder"}],
 "projects": [{"reference": "PRJ1", "name": "Budget holders", "workstream": "W1", "leads": "Chief Executive", "timescale": "December 2021"},
   {"reference": "PRJ2", "name": "One ledger", "workstream": "W1", "leads": "Chief Executive", "timescale": "December 2021"}],
 "stated_ratings": [
   {"title": "One Budget", "of": "workstream W1", "rating": "Green", "by": "Chief Executive", "on": "31 May 2021",
     "overrides": "The supplier of the ledger has since signed"},
   {"title": "Budget holders", "of": "project PRJ1", "rating": "Green", "on": "31 May 2021"},
   {"title": "One ledger", "of": "project PRJ2", "rating": "Red", "on": "31 May 2021"}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for rolled in context.rolled() {
        let Some(whole) = &rolled.whole else { continue };
        // Colours of three and of five have no order.
        let is_five = |scale| scale == RatingScale::Five;
        let alike = |scale| {
            whole.scale.zip(scale).is_none_or(|(one, other)| is_five(one) == is_five(other))
        };
        let parts: Vec<_> = rolled.parts.iter().filter(|part| alike(part.scale)).collect();
        let Some(worst) = parts.iter().map(|part| part.colour).max() else { continue };
        let at_worst: Vec<_> = parts.iter().filter(|part| part.colour == worst).copied().collect();
        if worst <= whole.colour || whole.row.is_some_and(|row| is_override(row, &at_worst)) {
            sink.pass();
            continue;
        }
        let names: Vec<_> = at_worst.iter().map(|part| part.called(context)).collect();
        let message = format!(
            "{} is stated as {}, and {worst} is stated of {}.",
            capital(&whole.called(context)),
            whole.colour,
            listed(&names)
        );
        let help = match whole.row {
            Some(row) if row.overrides.is_some() => {
                "The override names nobody, gives no day or reason, or is older than what it overrides: make it anew."
            }
            _ => "Show the worst, or record who overrides it, on which day and why.",
        };
        let finding = sink.finding(message, help);
        let row = |shown: &Shown<'_>| shown.row.map(|row| row.key.id.into()).or(shown.of);
        let about = std::iter::once(whole).chain(at_worst).filter_map(row);
        sink.find(about.fold(finding, |finding, row| finding.about(row)));
    }
}

/// Whether somebody put it in the place of what follows: by name, with a reason, and on a day on which
/// what it overrides had been said.
fn is_override(row: &StatedRating, worst: &[&Shown<'_>]) -> bool {
    let reason = row.overrides.as_ref().is_some_and(|reason| !say_nothing(reason));
    let day = row.on.as_ref().and_then(|on| on.value()).map(|on| on.latest());
    let since = worst.iter().filter_map(|part| part.on).max();
    reason && day.is_some() && day >= since && row.by.iter().any(Lead::is_somebody)
}
