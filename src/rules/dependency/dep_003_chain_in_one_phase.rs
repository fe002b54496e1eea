//! DEP-003: three or more steps that wait for one another stand undated in one phase, or a step stands in an earlier phase than what it waits for.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    finding::{Entry, Severity},
    model::{Order, Phase, Subject},
    rules::{
        Check, Context, Example, Rule, Sink,
        pieces::{self, Piece},
    },
    values::{Code, Id},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"DEP", 3),
        name: "undated-chain-in-one-phase",
        severity: Severity::Info,
        finds: "Three or more steps that wait for one another stand undated in one phase, or a step stands in an earlier phase than what it waits for.",
        why: "Nothing shows that they fit.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "COO"}],
 "phases": [{"reference": "PH3", "name": "Phase 3", "number": 3, "held": "September 2021 to end of March 2022"}],
 "dependencies": [
   {"reference": "DEP1", "title": "Tier 4 after tier 3", "predecessor": "service review SR1", "successor": "service review SR2"},
   {"reference": "DEP2", "title": "Training after tier 4", "predecessor": "service review SR2", "successor": "service review SR3"}],
 "service_reviews": [
   {"reference": "SR1", "name": "Review of tier 3", "phase": "PH3"},
   {"reference": "SR2", "name": "Review of tier 4", "phase": "PH3"},
   {"reference": "SR3", "name": "Leadership programme", "phase": "PH3"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "COO"}],
 "phases": [{"reference": "PH3", "name": "Phase 3", "number": 3, "held": "September 2021 to end of March 2022"}],
 "dependencies": [
   {"reference": "DEP1", "title": "Tier 4 after tier 3", "predecessor": "service review SR1", "successor": "service review SR2"},
   {"reference": "DEP2", "title": "Training after tier 4", "predecessor": "service review SR2", "successor": "service review SR3"}],
 "service_reviews": [
   {"reference": "SR1", "name": "Review of tier 3", "phase": "PH3", "timescale": "October 2021"},
   {"reference": "SR2", "name": "Review of tier 4", "phase": "PH3"},
   {"reference": "SR3", "name": "Leadership programme", "phase": "PH3"}]}"#,
    },
    check: Check::Programme(check),
};

/// How many steps make a chain.
const CHAIN: usize = 3;

/// How many rows of a chain a finding is about at the most: the last ones.
const MOST: usize = 64;

type Pieces<'p> = BTreeMap<Subject, Piece<'p>>;

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let waits = pieces::waits(context.programme);
    if waits.is_empty() || context.programme.phases().is_empty() {
        return;
    }
    let pieces = pieces::by_row(context);
    let mut after: Vec<(Subject, Subject)> = Vec::new();
    for wait in &waits {
        let (Some(first), Some(then)) = (pieces.get(&wait.first), pieces.get(&wait.then)) else {
            continue;
        };
        if packed(first) && packed(then) && first.phase == then.phase {
            after.push((wait.first, wait.then));
        }
        order_of_phases(context, first, then, sink);
    }
    let mut told: BTreeSet<Subject> = BTreeSet::new();
    let (ends, before) = longest_chains(&after);
    for end in ends {
        let back = |row: &Subject| before.get(row).copied();
        // Chains that share their steps are one matter: what lies before a step that was told of
        // was told of with it.
        let new = std::iter::successors(Some(end), back).take_while(|row| !told.contains(row));
        if new.take(CHAIN).count() < CHAIN {
            continue;
        }
        let mut chain: Vec<_> = std::iter::successors(Some(end), back).take(MOST).collect();
        chain.reverse();
        packed_chain(context, &chain, &pieces, sink);
        told.extend(chain);
    }
}

/// Whether a piece that is still to be done stands in a phase and has no date of its own.
fn packed(piece: &Piece<'_>) -> bool {
    piece.phase.is_some() && piece.is_undated() && !piece.done
}

/// The steps after which nothing waits, those at the end of the longest chains first, and the step
/// before each in the longest chain to it. Rings have no beginning, and are DEP-001's.
fn longest_chains(after: &[(Subject, Subject)]) -> (Vec<Subject>, BTreeMap<Subject, Subject>) {
    let mut waiting: BTreeMap<Subject, Vec<Subject>> = BTreeMap::new();
    for (first, then) in after {
        waiting.entry(*first).or_default().push(*then);
    }
    let mut longest: BTreeMap<Subject, (usize, Option<Subject>)> = BTreeMap::new();
    let mut ends = Vec::new();
    for row in Order::of(after).sorted {
        let length = longest.entry(row).or_insert((1, None)).0;
        let Some(waiting) = waiting.get(&row) else {
            ends.push((length, row));
            continue;
        };
        for then in waiting {
            let best = longest.entry(*then).or_insert((0, None));
            if best.0 <= length {
                *best = (length + 1, Some(row));
            }
        }
    }
    ends.retain(|(length, _)| *length >= CHAIN);
    ends.sort_by_key(|(length, row)| (std::cmp::Reverse(*length), *row));
    let before = longest.into_iter().filter_map(|(row, (_, before))| Some((row, before?)));
    (ends.into_iter().map(|(_, row)| row).collect(), before.collect())
}

fn packed_chain(
    context: &Context<'_>,
    chain: &[Subject],
    pieces: &Pieces<'_>,
    sink: &mut Sink<'_>,
) {
    let phase = chain.first().and_then(|row| pieces.get(row)?.phase);
    let names = context.named(chain, ", then ");
    let message = format!(
        "{} steps that wait for one another stand in '{}' without a date: {}.",
        if chain.len() < MOST { chain.len().to_string() } else { format!("{MOST} or more") },
        phase.and_then(|phase| context.programme.name(phase)).unwrap_or_default(),
        names
    );
    let finding = sink.finding(message, "Date each step, to show that they fit.");
    sink.find(chain.iter().fold(finding, |finding, row| finding.about(*row)));
}

/// Whether what waits stands in a later phase than what it waits for, or in the same.
fn order_of_phases(
    context: &Context<'_>,
    first: &Piece<'_>,
    then: &Piece<'_>,
    sink: &mut Sink<'_>,
) {
    let number = |phase: Option<Id<Phase>>| context.programme.get(phase?)?.number;
    let (Some(before), Some(after)) = (number(first.phase), number(then.phase)) else { return };
    sink.expect(before <= after, |sink| {
        let message = format!(
            "'{}' stands in an earlier phase than '{}', for which it waits.",
            then.name, first.name
        );
        let help = "Move one of the two, or take the link away.";
        sink.finding(message, help).about(then.subject).about(first.subject)
    });
}
