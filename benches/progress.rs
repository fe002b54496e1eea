//! Full progress of a portfolio, whole and by workstream, against a bare loop over plain columns
//! that gives the same counts; and what the index takes.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a bench that meets what it does not expect should stop"
)]

mod common;

use chrono::Datelike;
use common::{compare, on, portfolio, sizes};
use programme::{
    Programme,
    document::Document,
    model::State,
    rollup::{self, Grouping, Policy, Progress},
    values::Meaning,
};

/// One programme's actions in the order of workstreams, as a user would lay them out by hand.
struct Columns {
    /// The first action of each workstream, and the end.
    first: Vec<usize>,
    state: Vec<u8>,
    earliest: Vec<i32>,
    latest: Vec<i32>,
    dated: Vec<bool>,
}

/// What the loop gives for one workstream, and for all.
#[derive(Clone, Copy, Default, PartialEq, Debug)]
struct Sums {
    counted: u32,
    complete: u32,
    unknown: u32,
    continuing: u32,
    excluded: u32,
    overdue: u32,
    in_window: u32,
    undated: u32,
}

impl Sums {
    fn add(&mut self, other: &Self) {
        self.counted += other.counted;
        self.complete += other.complete;
        self.unknown += other.unknown;
        self.continuing += other.continuing;
        self.excluded += other.excluded;
        self.overdue += other.overdue;
        self.in_window += other.in_window;
        self.undated += other.undated;
    }
}

fn columns(programme: &Programme, workstreams: u32, actions: u32) -> Columns {
    let rows = programme.actions();
    let due = |of: fn(&programme::values::Due) -> Option<chrono::NaiveDate>| {
        rows.iter()
            .map(|action| match action.timescale.value() {
                Some(Meaning::Due(due)) => of(due).map_or(i32::MAX, |day| day.num_days_from_ce()),
                _ => i32::MAX,
            })
            .collect::<Vec<_>>()
    };
    let latest = due(|due| due.latest());
    Columns {
        first: (0..=workstreams).map(|w| (w * actions) as usize).collect(),
        state: programme.states(on()).map(|state| state as u8).collect(),
        earliest: due(|due| Some(due.earliest())),
        dated: latest.iter().map(|day| *day < i32::MAX).collect(),
        latest,
    }
}

fn workstream(c: &Columns, from: usize, to: usize, day: i32) -> Sums {
    let mut sums = Sums::default();
    let (states, dated) = (&c.state[from..to], &c.dated[from..to]);
    let (earliest, latest) = (&c.earliest[from..to], &c.latest[from..to]);
    // No branch in the loop, and no bound to check: the compiler makes vectors of it.
    for at in 0..to - from {
        let state = states[at];
        let open = u32::from(state <= State::OnHold as u8);
        let counted = u32::from(state <= State::Accepted as u8);
        let (late, begun) = (u32::from(latest[at] < day), u32::from(earliest[at] <= day));
        sums.counted += counted;
        sums.complete += counted - open;
        sums.unknown += u32::from(state == State::NotReported as u8);
        sums.continuing += u32::from(state == State::Continuing as u8);
        sums.excluded += u32::from(state >= State::Cancelled as u8);
        sums.overdue += open & late;
        sums.in_window += open & begun & (1 - late);
        sums.undated += open & (1 - u32::from(dated[at]));
    }
    sums
}

fn of(progress: &Progress) -> Sums {
    let count = |n: u64| u32::try_from(n).unwrap();
    Sums {
        counted: count(progress.counted()),
        complete: count(progress.complete()),
        unknown: count(progress.unknown()),
        continuing: count(progress.continuing()),
        excluded: count(progress.excluded()),
        overdue: count(progress.overdue()),
        in_window: count(progress.in_window()),
        undated: count(progress.undated()),
    }
}

fn main() {
    for (size, shape) in sizes() {
        let programmes: Vec<Programme> = portfolio(shape)
            .iter()
            .map(|text| Document::from_json(text).unwrap().check().lenient().0)
            .collect();
        let all: Vec<Columns> = programmes.iter().map(|p| columns(p, shape[1], shape[2])).collect();
        let (policy, day) = (Policy::pooled(), on().num_days_from_ce());
        let ours = || {
            let mut total = Progress::default();
            let mut by = Vec::with_capacity(programmes.len());
            for programme in &programmes {
                let sums = rollup::breakdown(programme, Grouping::Workstream, &policy, on());
                total = total.merge(sums.total.clone());
                by.push(sums);
            }
            (total, by)
        };
        let bare = || {
            let mut total = Sums::default();
            let mut by = Vec::with_capacity(all.len() * shape[1] as usize);
            for c in &all {
                let mut programme = Sums::default();
                for pair in c.first.windows(2) {
                    let sums = workstream(c, pair[0], pair[1], day);
                    programme.add(&sums);
                    by.push(sums);
                }
                total.add(&programme);
            }
            (total, by)
        };
        let ((total, by), (expected, expected_by)) = (ours(), bare());
        assert_eq!(of(&total), expected);
        let groups: Vec<Sums> = by
            .iter()
            .flat_map(|sums| sums.groups.iter().map(|(_, progress)| of(progress)))
            .collect();
        // References of workstreams are in their order, so the groups are too.
        assert_eq!(groups, expected_by);
        let actions = shape.iter().product::<u32>() as usize;
        let bytes: usize = programmes.iter().map(Programme::index_bytes).sum();
        println!("{size}  index {} bytes an action (goal 150)", bytes / actions);
        compare(
            size,
            ("progress, whole and by workstream", ours),
            ("bare loop over columns", bare),
            2.5,
        );
        let whole =
            || programmes.iter().map(|p| rollup::progress(p, &policy, on())).sum::<Progress>();
        compare(
            size,
            ("progress of the whole alone", whole),
            ("bare loop over columns", bare),
            2.5,
        );
    }
}
