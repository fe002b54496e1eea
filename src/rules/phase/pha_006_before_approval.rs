//! PHA-006: a phase began before the decision that approved it, or before its money was asked for.

use chrono::NaiveDate;

use crate::{
    finding::{Entry, Severity},
    governance::Authority,
    model::{FundingRequirement, Phase, Subject},
    rules::{Check, Context, Example, Rule, Sink, phase::names_phase, written},
    values::{Certainty, Code, Id, PartialDate},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"PHA", 6),
        name: "phase-began-before-approval",
        severity: Severity::Warning,
        finds: "A phase began before the decision that approved it, or before its money was asked for.",
        why: "Until then nobody had given authority for it, or for what it spends.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "decisions": [{"reference": "DEC1", "title": "Approve Phase 2", "act": "resolve", "state": "made",
   "date": "22 June 2021"}],
 "phases": [{"reference": "PH2", "name": "Phase 2", "number": 2,
   "held": "April 2021 to end of August 2021", "approved_by": "DEC1"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "decisions": [{"reference": "DEC1", "title": "Approve Phase 2", "act": "resolve", "state": "made",
   "date": "16 March 2021"}],
 "phases": [{"reference": "PH2", "name": "Phase 2", "number": 2,
   "held": "April 2021 to end of August 2021", "approved_by": "DEC1"}]}"#,
    },
    check: Check::Programme(check),
};

/// When something was approved or asked for, and by what.
struct Given {
    days: (NaiveDate, NaiveDate),
    /// What the finding says of it.
    said: String,
    by: Subject,
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for phase in context.programme.phases() {
        let Some(held) = phase.held.as_ref().and_then(|held| held.value()) else { continue };
        let Some(given) = approved(context, phase).or_else(|| asked(context, phase)) else {
            continue;
        };
        let starts = held.first();
        let early = Certainty::from_readings(
            starts.latest() < given.days.0,
            starts.earliest() < given.days.1,
        );
        let message = format!("'{}' began {starts}, and {}.", phase.name, given.said);
        let about = |finding: crate::finding::Finding| finding.about(phase.key.id).about(given.by);
        match early {
            Certainty::No => sink.pass(),
            Certainty::Certainly => {
                let help = "Record the authority under which it began, or correct a date.";
                sink.find(about(sink.finding(message, help)));
            }
            Certainty::Possibly => {
                let help = "Give the day on which it began, and that of the approval.";
                sink.find(about(sink.finding(message, help)).undetermined());
            }
        }
    }
}

/// The decision that approved a phase, through whatever followed it.
fn approved(context: &Context<'_>, phase: &Phase) -> Option<Given> {
    let decision = phase.approved_by?;
    let programme = context.programme;
    let (by, pending) = match context.authority(decision) {
        Authority::Given(by) => (by, false),
        Authority::Open(_) | Authority::Waits(_) => (decision, true),
        Authority::None | Authority::Unknown => (decision, false),
    };
    let date = programme.get(by)?.date.as_ref().and_then(|date| date.value());
    if pending {
        // It may still be approved on the day itself, and not before.
        let days = (context.on, NaiveDate::MAX);
        let said = format!("its approval was still open on {}", written(context.on));
        return Some(Given { days, said, by: by.into() });
    }
    let date = *date?;
    let said = format!("was approved {date}");
    Some(Given { days: (date.earliest(), date.latest()), said, by: by.into() })
}

/// The first paper that asks for the money of a phase of which no approval is held.
fn asked(context: &Context<'_>, phase: &Phase) -> Option<Given> {
    let programme = context.programme;
    let is_for = |need: &FundingRequirement| {
        let named = need.phases.as_deref().is_some_and(|words| names_phase(words, phase));
        need.phase == Some(phase.key.id) || named
    };
    let needs = programme.funding_requirements().into_iter().filter(|need| is_for(need));
    let needs: Vec<Id<FundingRequirement>> = needs.map(|need| need.key.id).collect();
    let of = |row: Option<Subject>| match row {
        Some(Subject::Phase(id)) => id == phase.key.id,
        Some(Subject::FundingRequirement(id)) => needs.contains(&id),
        _ => false,
    };
    let sources = programme.funding_sources().into_iter();
    let of_sources = sources
        .filter(|source| of(source.requirement.map(Subject::from).or(source.of)))
        .filter_map(|source| programme.get(source.report?));
    let reports = programme.reports().into_iter();
    let of_requests = reports
        .filter(|report| report.requests.iter().any(|ask| ask.amount.is_some() && of(ask.of)));
    let dated = of_sources.chain(of_requests);
    let dated = dated.filter_map(|report| Some((report, *report.date.as_ref()?.value()?)));
    let (report, date): (_, PartialDate) = dated.min_by_key(|(_, date)| date.earliest())?;
    let said = format!("money for it is asked for {date}; no approval of it is held");
    Some(Given { days: (date.earliest(), date.latest()), said, by: report.key.id.into() })
}
