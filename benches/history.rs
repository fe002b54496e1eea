//! Changes, histories and kept totals, each against doing the same over.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a bench that meets what it does not expect should stop"
)]

mod common;

use common::{compare, on, portfolio, sizes};
use programme::{
    Action, Programme,
    change::{self, Change},
    document::Document,
    history::{History, Known, Revision},
    model::{About, Draft},
    rollup::{self, Kept, Policy, Progress},
    values::Timescale,
};

/// A programme of this many actions, a hundred to a workstream.
fn programme(actions: u32) -> Programme {
    let text = common::document(1, [1, actions / 100, 100]);
    Document::from_json(&text).unwrap().check().lenient().0
}

/// An action at a place among all, with another timescale.
fn redated(programme: &Programme, at: usize, timescale: &str) -> Action {
    let mut action = programme.actions().iter().nth(at).unwrap().clone();
    action.timescale = Timescale::read(timescale);
    action
}

fn day(number: u32) -> chrono::NaiveDate {
    on() + chrono::Days::new(u64::from(number))
}

/// All rows put into a new draft, one by one: what there is to do without `apply`.
fn anew(programme: &Programme, change: &Action) -> Programme {
    let mut draft = Draft::new(About::clone(programme.about()));
    programme.posts().iter().for_each(|row| drop(draft.put(row.clone())));
    programme.decisions().iter().for_each(|row| drop(draft.put(row.clone())));
    programme.recommendations().iter().for_each(|row| drop(draft.put(row.clone())));
    programme.workstreams().iter().for_each(|row| drop(draft.put(row.clone())));
    programme.actions().iter().for_each(|row| drop(draft.put(row.clone())));
    draft.put(change.clone());
    draft.finish().unwrap()
}

fn changes_and_states(size: &str, actions: u32) {
    let before = programme(actions);
    let action = redated(&before, 7, "June 2027");
    let changes = [Change::replace(action.clone())];
    compare(
        size,
        ("one change applied", || before.apply(&changes).unwrap()),
        ("the rows put into a new draft", || anew(&before, &action)),
        1.0,
    );

    let mut history = History::begin(&before, Revision::new(day(0), day(0))).unwrap();
    for number in 1..60_u32 {
        let mut revision = history.next(day(number), day(number));
        for at in 0..10_usize {
            let at = (number as usize * 97 + at * 13) % actions as usize;
            revision.changes.push(Change::replace(redated(history.latest(), at, "May 2027")));
        }
        history.record(revision).unwrap();
    }
    compare(
        size,
        ("as at the last but one of 60 revisions", || history.as_at(day(58), Known::Now).unwrap()),
        ("the rows put into a new draft", || anew(&before, &action)),
        1.0,
    );

    let after = history.latest().clone();
    let other = anew(&before, &action);
    compare(
        size,
        ("differences of two states of one history", || change::diff(&before, &after).len()),
        ("differences of states that share no row", || change::diff(&before, &other).len()),
        1.0,
    );
}

fn kept_totals(size: &str, shape: [u32; 3]) {
    let mut programmes: Vec<Programme> = portfolio(shape)
        .iter()
        .map(|text| Document::from_json(text).unwrap().check().lenient().0)
        .collect();
    let policy = Policy::pooled();
    let mut kept = Kept::new(policy.clone(), on());
    programmes.iter().for_each(|programme| kept.put(programme));
    let at = programmes.len() / 2;
    let changes = [Change::replace(redated(&programmes[at], 11, "Completed"))];
    let (before, after) = (programmes[at].clone(), programmes[at].apply(&changes).unwrap());
    let back = change::diff(&after, &before);
    programmes[at] = after.clone();
    let full = || programmes.iter().map(|p| rollup::progress(p, &policy, on())).sum::<Progress>();
    kept.follow(&after, &changes);
    assert_eq!(*kept.total(), full());
    // There and back, so that every turn changes something; two changes against two recomputes.
    let follow = || {
        kept.follow(&before, &back);
        kept.follow(&after, &changes);
        kept.total().complete()
    };
    compare(
        size,
        ("kept totals follow two changes", follow),
        ("all reckoned anew, twice", || (full(), full())),
        // The goal is that of a portfolio of a million.
        (size == "1e6").then_some(1.0 / 500.0),
    );
}

fn main() {
    for (size, shape) in sizes() {
        if shape.iter().product::<u32>() <= 100_000 {
            changes_and_states(size, shape.iter().product());
        }
        kept_totals(size, shape);
    }
}
