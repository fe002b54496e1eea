//! DEP-001: rows wait for one another in a ring.

use std::collections::{BTreeMap, btree_map::Entry};

use crate::{
    finding::{self, Severity},
    model::Subject,
    rules::{
        Check, Context, Example, Rule, Sink,
        pieces::{self, Wait},
    },
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: finding::Entry {
        code: Code::new(*b"DEP", 1),
        name: "dependency-cycle",
        severity: Severity::Error,
        finds: "Actions or other rows wait for one another in a ring.",
        why: "None of them can ever begin.",
        source: "Logic",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2019-09-04",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "COO"}],
 "actions": [
   {"reference": "A1", "title": "Plan", "leads": ["COO"], "timescale": "March 2020", "after": ["A2"]},
   {"reference": "A2", "title": "Consult", "leads": ["COO"], "timescale": "March 2020",
    "after": ["A1"]}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "COO"}],
 "actions": [
   {"reference": "A1", "title": "Plan", "leads": ["COO"], "timescale": "March 2020"},
   {"reference": "A2", "title": "Consult", "leads": ["COO"], "timescale": "March 2020",
    "after": ["A1"]}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let waits = pieces::waits(context.programme);
    let mut rings = rings(&waits);
    for ring in &mut rings {
        let key = |row: &Subject| (row.kind(), context.programme.reference(*row));
        let least = ring.iter().enumerate().min_by_key(|(_, row)| key(row));
        let least = least.map_or(0, |(at, _)| at);
        ring.rotate_left(least);
        let names: Vec<String> = ring.iter().map(|row| context.programme.shown(*row)).collect();
        let first = names.first().cloned().unwrap_or_default();
        let message = format!("{} -> {first}: each waits for the next.", names.join(" -> "));
        let help = "Take one of the links away.";
        let finding = sink.finding(message, help);
        sink.find(ring.iter().fold(finding, |finding, row| finding.about(*row)));
    }
    if rings.is_empty() && !waits.is_empty() {
        sink.pass();
    }
}

/// Rings of rows that wait for one another, each once.
fn rings(waits: &[Wait]) -> Vec<Vec<Subject>> {
    let mut firsts: BTreeMap<Subject, Vec<Subject>> = BTreeMap::new();
    let mut waiters: BTreeMap<Subject, Vec<Subject>> = BTreeMap::new();
    for Wait { first, then, .. } in waits {
        firsts.entry(*then).or_default().push(*first);
        waiters.entry(*first).or_default().push(*then);
    }
    // Whoever waits for nothing that is still here goes, and so may those who waited for it: who is
    // left waits for somebody who is left.
    let mut left: BTreeMap<Subject, usize> =
        firsts.iter().map(|(row, firsts)| (*row, firsts.len())).collect();
    let mut free: Vec<Subject> =
        waiters.keys().filter(|row| !left.contains_key(*row)).copied().collect();
    while let Some(row) = free.pop() {
        for waiter in waiters.get(&row).into_iter().flatten() {
            let Some(count) = left.get_mut(waiter) else { continue };
            *count -= 1;
            if *count == 0 {
                left.remove(waiter);
                free.push(*waiter);
            }
        }
    }
    let next = |row: &Subject| {
        let ahead = firsts.get(row).into_iter().flatten();
        ahead.filter(|first| left.contains_key(*first)).min().copied()
    };
    // Each row is walked over once; a walk that meets itself has gone round.
    let mut seen: BTreeMap<Subject, Subject> = BTreeMap::new();
    let mut found = Vec::new();
    for start in left.keys() {
        let mut row = *start;
        while let Entry::Vacant(place) = seen.entry(row) {
            place.insert(*start);
            let Some(ahead) = next(&row) else { break };
            row = ahead;
        }
        let again = std::iter::successors(next(&row), next);
        // Where another walk came by, it has told of the ring.
        if seen.get(&row) == Some(start) {
            let mut ring = vec![row];
            ring.extend(again.take_while(|other| *other != row));
            found.push(ring);
        }
    }
    found
}
