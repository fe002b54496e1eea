//! Ratings of time over three levels, actions, workstreams and programmes, against a bare loop over
//! plain columns that gives the same colours.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a bench that meets what it does not expect should stop"
)]

mod common;

use chrono::{Datelike, Months};
use common::{compare, on, portfolio, sizes};
use programme::{
    Programme,
    document::Document,
    model::State,
    rating::{self, Levels, Rated, RollUp, Tally, TimePolicy},
    rollup::Grouping,
    values::{Colour, Meaning},
};

/// One programme's actions in the order of workstreams, as a user would lay them out by hand.
struct Columns {
    /// The first action of each workstream, and the end.
    first: Vec<usize>,
    state: Vec<u8>,
    latest: Vec<i32>,
    dated: Vec<bool>,
}

/// What the loop gives for one workstream, and for all.
#[derive(Clone, Copy, Default, PartialEq, Debug)]
struct Sums {
    green: u32,
    amber: u32,
    red: u32,
    grey: u32,
    /// One more than the worst colour within what is grey; nothing where there is none.
    hidden: u32,
}

impl Sums {
    fn add(&mut self, other: &Self) {
        self.green += other.green;
        self.amber += other.amber;
        self.red += other.red;
        self.grey += other.grey;
    }

    fn known(&self) -> u32 {
        if self.red > 0 { 2 } else { u32::from(self.amber > 0) }
    }

    /// The worst colour, or grey where more than half is, or a worse one is hidden in what is grey: 0
    /// green, 1 amber, 2 red, 3 grey.
    fn worst(&self) -> u32 {
        let rated = self.green + self.amber + self.red;
        let known = self.known();
        if rated < self.grey || rated == 0 || self.hidden > known + 1 { 3 } else { known }
    }

    fn count(&mut self, part: &Self) {
        let rated = part.green + part.amber + part.red;
        if part.worst() == 3 && rated > 0 {
            self.hidden = self.hidden.max(part.known() + 1);
        }
        let sum = match part.worst() {
            0 => &mut self.green,
            1 => &mut self.amber,
            2 => &mut self.red,
            _ => &mut self.grey,
        };
        *sum += 1;
    }
}

fn columns(programme: &Programme, workstreams: u32, actions: u32) -> Columns {
    let rows = programme.actions();
    let latest: Vec<i32> = rows
        .iter()
        .map(|action| match action.timescale.value() {
            Some(Meaning::Due(due)) => due.latest().map_or(i32::MAX, |day| day.num_days_from_ce()),
            _ => i32::MAX,
        })
        .collect();
    Columns {
        first: (0..=workstreams).map(|w| (w * actions) as usize).collect(),
        state: programme.states(on()).map(|state| state as u8).collect(),
        dated: latest.iter().map(|day| *day < i32::MAX).collect(),
        latest,
    }
}

fn workstream(c: &Columns, from: usize, to: usize, day: i32, month: i32) -> Sums {
    let mut sums = Sums::default();
    let (states, dated, latest) = (&c.state[from..to], &c.dated[from..to], &c.latest[from..to]);
    // No branch in the loop, and no bound to check: the compiler makes vectors of it.
    for at in 0..to - from {
        let state = states[at];
        let open = u32::from(state <= State::OnHold as u8);
        let counted = u32::from(state <= State::Accepted as u8);
        let said = u32::from(state != State::NotReported as u8);
        let late = open & u32::from(latest[at] < day);
        let red = open & u32::from(latest[at] < month);
        let good = open & (1 - late) & said & u32::from(dated[at]);
        sums.green += counted - open + good;
        sums.amber += late - red;
        sums.red += red;
        sums.grey += open - late - good;
    }
    sums
}

fn of(tally: &Tally) -> Sums {
    let count = |n: u64| u32::try_from(n).unwrap();
    Sums {
        green: count(tally.count(Colour::Green)),
        amber: count(tally.count(Colour::Amber)),
        red: count(tally.count(Colour::Red)),
        grey: count(tally.grey()),
        hidden: 0,
    }
}

fn colour(rated: Rated) -> u32 {
    match rated.rating().map(|rating| rating.colour()) {
        Some(Colour::Green) => 0,
        Some(Colour::Amber) => 1,
        Some(Colour::Red) => 2,
        _ => 3,
    }
}

fn main() {
    for (size, shape) in sizes() {
        let programmes: Vec<Programme> = portfolio(shape)
            .iter()
            .map(|text| Document::from_json(text).unwrap().check().lenient().0)
            .collect();
        let all: Vec<Columns> = programmes.iter().map(|p| columns(p, shape[1], shape[2])).collect();
        let (policy, rule) = (TimePolicy::bromsgrove(), RollUp::worst_of());
        let (day, month) = (on(), on().checked_sub_months(Months::new(1)).unwrap());
        let (day, month) = (day.num_days_from_ce(), month.num_days_from_ce());
        let ours = || {
            let mut total = Tally::default();
            let mut by: Vec<Levels> = Vec::with_capacity(programmes.len());
            for programme in &programmes {
                let times = rating::times(programme, Grouping::Workstream, &policy, on());
                total = total.merge(times.total);
                by.push(rating::levels(times, &rule, &rule).unwrap());
            }
            (total, by)
        };
        let bare = || {
            let mut total = Sums::default();
            let mut streams = Vec::with_capacity(all.len() * shape[1] as usize);
            let mut colours = Vec::with_capacity(all.len());
            for c in &all {
                let mut rated = Sums::default();
                for pair in c.first.windows(2) {
                    let sums = workstream(c, pair[0], pair[1], day, month);
                    total.add(&sums);
                    rated.count(&sums);
                    streams.push((sums, sums.worst()));
                }
                colours.push(rated.worst());
            }
            (total, streams, colours)
        };
        let ((total, by), (expected, streams, colours)) = (ours(), bare());
        assert_eq!(of(&total), expected);
        // References of workstreams are in their order, so the groups are too.
        let tallies = by.iter().flat_map(|levels| levels.actions.groups.iter().map(|(_, t)| of(t)));
        let rated = by.iter().flat_map(|levels| levels.groups.iter().map(|(_, r)| colour(*r)));
        assert_eq!(tallies.zip(rated).collect::<Vec<_>>(), streams);
        assert_eq!(by.iter().map(|l| colour(l.programme)).collect::<Vec<_>>(), colours);
        compare(size, ("ratings over three levels", ours), ("bare loop over columns", bare), 2.5);
    }
}
