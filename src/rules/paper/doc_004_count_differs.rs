//! DOC-004: a count that a paper states is not that of the list it speaks of.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::{
    finding::{Entry, Severity, Value},
    model::{Claim, Kind},
    rules::{Check, Context, Example, Rule, Sink},
    values::{Code, FigureUnit},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"DOC", 4),
        name: "stated-count-differs",
        severity: Severity::Error,
        finds: "A count that a paper states is not that of the list it speaks of.",
        why: "Something was left out of the list, or out of the count.",
        source: "Logic",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2020-09-23",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "COO"}],
 "phases": [{"reference": "PH1", "name": "Phase 1"}, {"reference": "PH2", "name": "Phase 2"}],
 "claims": [{"reference": "CL1", "title": "Phases of the programme", "stated": "three", "counts": "phase"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "COO"}],
 "phases": [{"reference": "PH1", "name": "Phase 1"}, {"reference": "PH2", "name": "Phase 2"}],
 "claims": [{"reference": "CL1", "title": "Phases of the programme", "stated": "two", "counts": "phase"}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    // By kind, so that each table is looked through once.
    let mut of_kind: BTreeMap<Kind, Vec<&Claim>> = BTreeMap::new();
    for claim in context.programme.claims() {
        of_kind
            .extend(claim.counts.filter(|kind| !of_kind.contains_key(kind)).map(|k| (k, vec![])));
        let list = claim.counts.and_then(|kind| of_kind.get_mut(&kind));
        list.into_iter().for_each(|list| list.push(claim));
    }
    for (kind, claims) in of_kind {
        let held = context.programme.count(kind, claims.iter().map(|claim| claim.of));
        for claim in claims {
            let held = held.get(&claim.of).copied().unwrap_or_default();
            compare(claim, held, sink);
        }
    }
}

fn compare(claim: &Claim, (all, wholes): (usize, usize), sink: &mut Sink<'_>) {
    // An amount or a percentage is no count.
    let Some(stated) = &claim.stated else { return };
    let Some(figure) = stated.value().filter(|figure| figure.unit() == FigureUnit::Count) else {
        return;
    };
    // Whether a paper counts the parts of things is its own affair.
    let fits = |count: usize| figure.interval().holds(Decimal::from(count));
    sink.expect(fits(all) || fits(wholes), |sink| {
        let listed = match all == wholes {
            true => wholes.to_string(),
            false => format!("{wholes}, or {all} with their parts,"),
        };
        let verb = if all == 1 { "is" } else { "are" };
        let message = format!("{}: '{stated}' is stated, and {listed} {verb} listed.", claim.title);
        let help = "Add what is missing, or correct the count.";
        let finding = sink.finding(message, help).about(claim.key.id);
        let finding = claim.of.into_iter().fold(finding, |finding, row| finding.about(row));
        finding.with("listed", Value::Count(i64::try_from(wholes).unwrap_or(i64::MAX)))
    });
}
