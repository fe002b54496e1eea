//! Balances of every account at 24 month ends, against a bare loop over plain columns that gives the
//! same pence; the layout of a ledger from rows, against that of the columns; what it takes; and
//! printed figures reconciled, against a loop that knows which belong together.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a bench that meets what it does not expect should stop"
)]

mod common;

use chrono::{Datelike, Days, NaiveDate};
use common::{Dice, compare, sizes};
use programme::{
    Claim, Decision, Programme,
    finance::{self, Account, Fit, Ledger, Reading},
    model::{About, Act, BudgetLine, Draft, Movement, MovementKind, Reserve},
    values::{Id, Money, PartialDate, Printed, Stated},
};
use rust_decimal::Decimal;

/// The first day of the two years.
fn start() -> NaiveDate {
    NaiveDate::from_ymd_opt(2020, 4, 1).unwrap()
}

/// The last days of 24 months.
fn month_ends() -> Vec<NaiveDate> {
    let first = |month: i32| {
        NaiveDate::from_ymd_opt(2020 + (month + 3) / 12, ((month + 3) % 12 + 1) as u32, 1).unwrap()
    };
    (1..=24).map(|month| first(month).pred_opt().unwrap()).collect()
}

const KINDS: [MovementKind; 10] = [
    MovementKind::Allocation,
    MovementKind::Virement,
    MovementKind::Actual,
    MovementKind::Actual,
    MovementKind::Request,
    MovementKind::Commitment,
    MovementKind::Forecast,
    MovementKind::Contribution,
    MovementKind::Drawdown,
    MovementKind::Transfer,
];

/// A programme of so many movements, nine accounts in ten of them budget lines.
fn programme(movements: u32, accounts: u32) -> Programme {
    let mut dice = Dice::new(u64::from(movements));
    let mut draft = Draft::new(About::named("Bench"));
    let decisions: Vec<Id<Decision>> = (1..=200)
        .map(|number| {
            let mut row =
                Decision::new(draft.key(format!("DEC{number}").parse().unwrap()), "Money");
            row.act = Some(if number % 10 == 0 { Act::Recommend } else { Act::Resolve });
            let day = start().checked_add_days(Days::new(dice.below(700).into())).unwrap();
            row.date = PartialDate::on(day).map(Printed::from);
            let id = row.key.id;
            draft.put(row);
            id
        })
        .collect();
    let (lines, reserves) = (accounts - accounts / 10, accounts / 10);
    let lines: Vec<Id<BudgetLine>> = (1..=lines)
        .map(|number| {
            let row = BudgetLine::new(draft.key(format!("BL{number}").parse().unwrap()), "Line");
            let id = row.key.id;
            draft.put(row);
            id
        })
        .collect();
    let reserves: Vec<Id<Reserve>> = (1..=reserves)
        .map(|number| {
            let row = Reserve::new(draft.key(format!("RSV{number}").parse().unwrap()), "Reserve");
            let id = row.key.id;
            draft.put(row);
            id
        })
        .collect();
    let (opened, given) = (reserves.len() as u32, lines.len() as u32);
    for number in 1..=movements {
        let key = draft.key(format!("MOV{number}").parse().unwrap());
        let mut row = Movement::new(key, "Movement");
        // Every reserve has its opening balance first, every line its budget.
        let kind = match number {
            n if n <= opened => MovementKind::Opening,
            n if n <= opened + given => MovementKind::Allocation,
            _ => KINDS[dice.below(10) as usize],
        };
        let first = number <= opened + given;
        let day = if first { 0 } else { dice.below(720) };
        row.kind = Some(kind);
        let day = start().checked_add_days(Days::new(day.into())).unwrap();
        row.date = PartialDate::on(day).map(Printed::from);
        row.amount = Some(Money::from_pence(i64::from(dice.below(10_000_000))).unwrap().into());
        let at = (number - 1) as usize;
        let line =
            if first { at.saturating_sub(reserves.len()) } else { dice.below(given - 1) as usize };
        let reserve = if first { at % reserves.len() } else { dice.below(opened - 1) as usize };
        match kind {
            MovementKind::Opening | MovementKind::Contribution => {
                row.reserve = Some(reserves[reserve]);
            }
            MovementKind::Drawdown => row.reserve = Some(reserves[reserve]),
            MovementKind::Transfer => {
                (row.reserve, row.to_reserve) =
                    (Some(reserves[reserve]), Some(reserves[reserve + 1]));
            }
            MovementKind::Virement => {
                (row.line, row.to_line) = (Some(lines[line]), Some(lines[line + 1]));
            }
            _ => row.line = Some(lines[line]),
        }
        row.decision = Some(decisions[dice.below(200) as usize]);
        draft.put(row);
    }
    draft.finish().unwrap()
}

/// What moves money, as a user would lay it out by hand: account numbers, the day from which it
/// counts, pence. One number too many stands for no account.
#[derive(Default)]
struct Columns {
    from: Vec<u32>,
    to: Vec<u32>,
    day: Vec<i32>,
    pence: Vec<i64>,
}

fn columns(ledger: &Ledger<'_>, programme: &Programme) -> Columns {
    let numbers: std::collections::HashMap<Account, u32> = ledger.accounts().zip(0..).collect();
    let none = numbers.len() as u32;
    let line = |id: Option<_>| id.map_or(none, |id| numbers[&Account::Line(id)]);
    let reserve = |id: Option<_>| id.map_or(none, |id| numbers[&Account::Reserve(id)]);
    let mut columns = Columns::default();
    for row in programme.movements() {
        use MovementKind as M;
        let kind = row.kind.unwrap();
        let pence = row.amount.as_ref().unwrap().value().unwrap().pence();
        let (from, to, pence) = match kind {
            M::Request | M::Commitment | M::Forecast => continue,
            M::Actual => (none, line(row.line), -pence),
            M::Virement => (line(row.line), line(row.to_line), pence),
            M::Allocation => (none, line(row.line), pence),
            M::Drawdown => (reserve(row.reserve), none, pence),
            M::Transfer => (reserve(row.reserve), reserve(row.to_reserve), pence),
            _ => (none, reserve(row.reserve), pence),
        };
        let day = row.date.as_ref().unwrap().value().unwrap().latest().num_days_from_ce();
        let counted = match kind {
            M::Contribution | M::Drawdown | M::Transfer => {
                let decision = programme.get(row.decision.unwrap()).unwrap();
                match decision.act.unwrap() {
                    Act::Resolve => {
                        let made = decision.date.as_ref().unwrap().value().unwrap().latest();
                        day.max(made.num_days_from_ce())
                    }
                    _ => i32::MAX,
                }
            }
            _ => day,
        };
        columns.from.push(from);
        columns.to.push(to);
        columns.day.push(counted);
        columns.pence.push(pence);
    }
    columns
}

fn loop_over(columns: &Columns, accounts: usize, ends: &[i32]) -> Vec<i64> {
    let width = ends.len() + 1;
    let mut cells = vec![0_i64; (accounts + 1) * width];
    for at in 0..columns.day.len() {
        let month = ends.partition_point(|end| *end < columns.day[at]);
        cells[columns.from[at] as usize * width + month] -= columns.pence[at];
        cells[columns.to[at] as usize * width + month] += columns.pence[at];
    }
    for row in cells.chunks_exact_mut(width) {
        for at in 1..width {
            row[at] += row[at - 1];
        }
    }
    cells
}

/// Papers that print a total, two parts of it and the total again, a pound off in every tenth.
fn claims(count: u32) -> Programme {
    let mut dice = Dice::new(u64::from(count));
    let mut draft = Draft::new(About::named("Bench"));
    for group in 0..count / 4 {
        let (one, two) = (u64::from(dice.below(900) + 1), u64::from(dice.below(900) + 1));
        let again = one + two + u64::from(group % 10 == 0) * 10;
        let mut rows = Vec::new();
        for (at, thousands) in (1..).zip([one + two, one, two, again]) {
            let key = draft.key(format!("CL{}", group * 4 + at).parse().unwrap());
            let mut row = Claim::new(key, "Figure");
            row.stated = Some(Stated::read(&format!("£{thousands}k")));
            rows.push(row);
        }
        let ids: Vec<Id<Claim>> = rows.iter().map(|row| row.key.id).collect();
        rows[0].parts = vec![ids[1], ids[2]];
        rows[3].same_as = Some(ids[0]);
        rows.into_iter().for_each(|row| drop(draft.put(row)));
    }
    draft.finish().unwrap()
}

/// What a figure can mean, in pence, and of which claim it speaks: columns laid out by hand.
#[derive(Clone, Copy, Default)]
struct Figures {
    low: [i64; 4],
    high: [i64; 4],
}

fn printed(programme: &Programme) -> Vec<Figures> {
    let mut groups = vec![Figures::default(); programme.claims().len() / 4];
    for (at, claim) in programme.claims().iter().enumerate() {
        let interval = claim.stated.as_ref().unwrap().value().unwrap().interval();
        let pence = |of: Decimal| -> i64 { (of * Decimal::ONE_HUNDRED).try_into().unwrap() };
        groups[at / 4].low[at % 4] = pence(interval.low);
        groups[at / 4].high[at % 4] = pence(interval.high);
    }
    groups
}

/// How many sums and quotations cannot be.
fn apart(groups: &[Figures]) -> (usize, usize) {
    let (mut sums, mut quotes) = (0, 0);
    for Figures { low, high } in groups {
        // The total and its other quotation, each against the two parts.
        for total in [0, 3] {
            let (least, most) = (low[1] + low[2], high[1] + high[2]);
            sums += usize::from(least > high[total] || most < low[total]);
        }
        quotes += usize::from(low[0] > high[3] || low[3] > high[0]);
    }
    (sums, quotes)
}

fn reconciliation(size: &str, count: u32) {
    let programme = claims(count);
    let columns = printed(&programme);
    let found = finance::reconcile(&programme, Reading::RoundingAware);
    let combinations = found.additions.iter().flat_map(|sum| &sum.combinations);
    let sums = combinations.filter(|tried| tried.fit == Fit::Apart).count();
    let pairs = found.quotations.iter().flat_map(|quoted| &quoted.pairs);
    let quotes = pairs.filter(|pair| pair.fit == Some(Fit::Apart)).count();
    assert_eq!((sums, quotes), apart(&columns));
    compare(
        size,
        ("figures reconciled", || finance::reconcile(&programme, Reading::RoundingAware)),
        ("columns from rows, and a bare loop", || apart(&printed(&programme))),
        None,
    );
}

fn main() {
    for (size, shape) in sizes() {
        reconciliation(size, shape.iter().product::<u32>().min(100_000));
        let movements: u32 = shape.iter().product();
        let accounts = (movements / 10).min(10_000);
        let programme = programme(movements, accounts);
        let ledger = Ledger::of(&programme);
        assert!(ledger.unentered().is_empty());
        let columns = columns(&ledger, &programme);
        let days = month_ends();
        let ends: Vec<i32> = days.iter().map(|day| day.num_days_from_ce()).collect();
        let (balances, cells) =
            (ledger.balances(&days), loop_over(&columns, accounts as usize, &ends));
        for (account, row) in ledger.accounts().zip(cells.chunks(days.len() + 1)) {
            for (day, pence) in days.iter().zip(row) {
                assert_eq!(balances.of(account, *day).map(Money::pence), Some(*pence));
            }
        }
        println!("{size}  ledger {} bytes a movement", ledger.bytes() / movements as usize);
        compare(
            size,
            ("balances at 24 month ends", || ledger.balances(&days)),
            ("bare loop over columns", || loop_over(&columns, accounts as usize, &ends)),
            3.0,
        );
        compare(
            size,
            ("the ledger from rows", || Ledger::of(&programme)),
            ("bare columns from rows", || crate::columns(&ledger, &programme)),
            None,
        );
    }
}
