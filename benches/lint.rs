//! All rules over programmes that are loaded, against reading and checking their text, and against a
//! bare loop that counts what four of them find.
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
    Programme,
    document::Document,
    model::DueState,
    rules::{self, Settings},
};

/// The least that four of the rules need, in columns.
struct Columns {
    leads: Vec<u8>,
    open: Vec<bool>,
    dated: Vec<bool>,
    latest: Vec<i32>,
}

fn columns(programme: &Programme) -> Columns {
    use chrono::Datelike;
    use programme::values::Meaning;
    let rows = programme.actions();
    let open = rows.iter().zip(programme.states(on())).map(|(_, state)| state.is_open());
    let latest = rows.iter().map(|action| match action.timescale.value() {
        Some(Meaning::Due(due)) => due.latest().map_or(i32::MAX, |day| day.num_days_from_ce()),
        _ => i32::MAX,
    });
    Columns {
        leads: rows.iter().map(|action| action.leads.len() as u8).collect(),
        open: open.collect(),
        dated: rows.iter().map(|a| !a.timescale.words().is_empty()).collect(),
        latest: latest.collect(),
    }
}

fn main() {
    for (size, shape) in sizes() {
        let texts = portfolio(shape);
        let load = || -> Vec<Programme> {
            let checked = texts.iter().map(|text| Document::from_json(text).unwrap().check());
            checked.map(|checked| checked.lenient().0).collect()
        };
        let programmes = load();
        let all: Vec<Columns> = programmes.iter().map(columns).collect();
        let lint = || {
            let runs = programmes.iter().map(|p| rules::lint(p, &Settings::as_at(on())));
            runs.map(|run| run.findings.len()).sum::<usize>()
        };
        let bare = || {
            let mut found = [0_usize; 4];
            let day = chrono::Datelike::num_days_from_ce(&on());
            for c in &all {
                for at in 0..c.leads.len() {
                    found[0] += usize::from(c.leads[at] == 0);
                    found[1] += usize::from(c.leads[at] > 1);
                    found[2] += usize::from(c.open[at] & !c.dated[at]);
                    found[3] += usize::from(c.open[at] & (c.latest[at] < day));
                }
            }
            found
        };
        let overdue: usize = programmes
            .iter()
            .map(|programme| programme.in_due_state(DueState::Overdue, on()).len())
            .sum();
        assert_eq!(bare()[3], overdue);
        println!("{size}  {} findings by {} rules", lint(), rules::RULES.len());
        compare(size, ("all rules", lint), ("reading and checking the text", load), 0.25);
        compare(size, ("all rules", lint), ("bare loop, four of them", bare), None);
    }
}
