//! BUD-004: more is expected to be spent than the budget, beyond tolerance, and nobody was told.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    finance::Budget,
    finding::{Entry, Severity},
    model::{BudgetLine, MovementKind, Subject},
    rating::bound,
    rules::{Check, Context, Example, Rule, Sink, funds::day},
    values::{Certainty, Code, Dimension, Id, Money, PartialDate},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"BUD", 4),
        name: "overspend-not-escalated",
        severity: Severity::Warning,
        finds: "More is expected to be spent on a line than its budget, beyond the tolerance of the council, and no decision, paper or exception about it follows.",
        why: "The council has to look at its budget during the year and act where it gets worse; it can act only on what it is told.",
        source: "LGA 2003 s.28; the tolerance is the council's own",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "local_rules": [{"reference": "LR1", "title": "Overspends that are told", "parameter": "tolerance", "amount": "2%"}],
 "budget_lines": [{"reference": "BL1", "title": "Consultants", "fund": "general_fund", "nature": "revenue", "year": "2021/22"}],
 "bodies": [{"reference": "BODY1", "name": "Council", "kind": "council"}],
 "decisions": [{"reference": "DEC1", "title": "Fund Phase 2", "body": "BODY1", "act": "resolve", "date": "24 February 2021"}],
 "movements": [{"reference": "MOV1", "title": "Budget", "kind": "allocation", "amount": "£865,000", "date": "1 April 2021",
   "line": "BL1", "decision": "DEC1"},
   {"reference": "MOV2", "title": "Forecast at the end of May", "kind": "forecast", "amount": "£900,000", "date": "31 May 2021", "line": "BL1"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "local_rules": [{"reference": "LR1", "title": "Overspends that are told", "parameter": "tolerance", "amount": "2%"}],
 "budget_lines": [{"reference": "BL1", "title": "Consultants", "fund": "general_fund", "nature": "revenue", "year": "2021/22"}],
 "bodies": [{"reference": "BODY1", "name": "Council", "kind": "council"}],
 "decisions": [{"reference": "DEC1", "title": "Fund Phase 2", "body": "BODY1", "act": "resolve", "date": "24 February 2021"}],
 "movements": [{"reference": "MOV1", "title": "Budget", "kind": "allocation", "amount": "£865,000", "date": "1 April 2021",
   "line": "BL1", "decision": "DEC1"},
   {"reference": "MOV2", "title": "Forecast at the end of May", "kind": "forecast", "amount": "£880,000", "date": "31 May 2021", "line": "BL1"}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let programme = context.programme;
    if !context.is_english() {
        return;
    }
    let forecasts = programme.movements().into_iter();
    let forecasts = forecasts.filter(|row| row.kind == Some(MovementKind::Forecast));
    let mut forecast: BTreeMap<Id<BudgetLine>, PartialDate> = BTreeMap::new();
    for row in forecasts {
        let Some((line, date)) = row.line.zip(day(row.date.as_ref())) else { continue };
        if date.reached(context.on).is_certain() {
            let newest = forecast.entry(line).or_insert(date);
            if newest.latest() < date.latest() {
                *newest = date;
            }
        }
    }
    if forecast.is_empty() {
        return;
    }
    let told = told(context);
    let budgets = context.funds().ledger().lines(context.on);
    let excepted = excepted(context);
    for (line, budget) in programme.budget_lines().into_iter().zip(budgets) {
        if excepted.contains(&line.key.id.into()) {
            sink.pass();
            continue;
        }
        if let Some(date) = forecast.get(&line.key.id).filter(|_| !line.income) {
            let told = told.get(&line.key.id).map_or(&[][..], Vec::as_slice);
            look(context, line, &budget, (*date, told), sink);
        }
    }
}

fn look(
    context: &Context<'_>,
    line: &BudgetLine,
    budget: &Budget,
    (date, told): (PartialDate, &[PartialDate]),
    sink: &mut Sink<'_>,
) {
    let (Some(over), Some(revised)) = (budget.variance(), budget.revised()) else { return };
    if over <= Money::NIL {
        return sink.pass();
    }
    let title = &line.title;
    let message = format!(
        "'{title}' is expected to come to {} over its budget of {}",
        over.shown(),
        revised.shown()
    );
    let council = context.council();
    let given = council.tolerance(Dimension::Cost, Some(line.key.id.into()));
    let tolerance = given.and_then(|given| {
        let amount = given.value.amount.as_ref()?;
        Some((given, amount, bound(amount.value()?, revised)?))
    });
    let Some((given, amount, bound)) = tolerance else {
        let message = format!("{message}, and how far it may go over is not held.");
        let help =
            "Add the tolerance as an amount or a percentage, as a local rule of the council.";
        return sink.find(sink.finding(message, help).not_assessed().about(line.key.id));
    };
    let after: Vec<_> = told.iter().map(|told| told.before(date).not()).collect();
    let untold = after.into_iter().max().unwrap_or(Certainty::No).not();
    let beyond = Certainty::from_readings(over.to_decimal() > bound, false);
    let source = council.source(given.basis);
    let message = format!(
        "{message}, beyond the tolerance of {} ({source}), and nothing that was decided, reported or raised since names it.",
        amount.words()
    );
    let finding = match beyond.and(untold) {
        Certainty::No => return sink.pass(),
        Certainty::Certainly => sink.finding(
            message,
            "Raise an exception to the body that can act, or set the budget anew.",
        ),
        Certainty::Possibly => {
            sink.finding(message, "Give the days of the forecast and of the paper.").undetermined()
        }
    };
    sink.find(finding.about(line.key.id));
}

/// The lines of which an exception stands.
fn excepted(context: &Context<'_>) -> BTreeSet<Subject> {
    let raised = context.breaches().iter().filter(|breach| breach.excepted.is_certain());
    raised.filter_map(|breach| breach.row.as_ref()).map(|row| row.row).collect()
}

/// When something was decided or reported about each line, by the day of the check.
fn told(context: &Context<'_>) -> BTreeMap<Id<BudgetLine>, Vec<PartialDate>> {
    let programme = context.programme;
    let mut told: BTreeMap<_, Vec<_>> = BTreeMap::new();
    let mut tell = |row: Subject, date: Option<PartialDate>| {
        if let (Subject::BudgetLine(line), Some(date)) = (row, date)
            && date.reached(context.on) != Certainty::No
        {
            told.entry(line).or_default().push(date);
        }
    };
    for row in programme.decisions() {
        row.about.iter().for_each(|about| tell(*about, day(row.date.as_ref())));
    }
    for row in programme.reports() {
        let requests = row.requests.iter().filter_map(|asked| asked.of);
        let said = row.comments.iter().filter_map(|said| said.of);
        let implied = row.implications.iter().filter_map(|said| said.refers_to);
        requests.chain(said).chain(implied).for_each(|of| tell(of, day(row.date.as_ref())));
    }
    told
}
