//! What reserves hold on a day.

use chrono::NaiveDate;

use super::{
    Ledger, Total,
    enter::number_of_reserve,
    kernel::{self, Flow, Flows},
};
use crate::{
    model::{Movement, Reserve, StatedBalance, day_number},
    values::{Certainty, Id, Money, Stated},
};

/// What is authorised, and what is planned beside it.
///
/// See [`ReserveBalance`] for an example.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Split {
    /// What a decision authorises.
    pub authorised: Total,
    /// What rests on no decision, or on one that does not authorise it yet.
    pub planned: Total,
}

/// What a reserve holds, and how it came to that, up to the end of a day or over a period.
///
/// A commutative monoid: balances of several reserves merge in any order, and are not known where
/// one of them is not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct ReserveBalance {
    /// What it held at the start, opening balances of the period included. Exact where a movement
    /// gives it; else what the earliest stated balance implies; else not known.
    pub opening: Total,
    /// Money put in.
    pub contributions: Split,
    /// Money taken out, by drawdowns and by supplementary estimates that name the reserve.
    pub drawdowns: Split,
    /// Money moved in from other reserves.
    pub transfers_in: Split,
    /// Money moved out to other reserves.
    pub transfers_out: Split,
    /// Money that other reserves no longer need, given to this one.
    pub releases_in: Split,
    /// Money no longer needed, given to balances.
    pub releases_out: Split,
    /// What is bound or asked for, and neither spent nor given free.
    pub committed: Total,
    /// What is dated by the end and not authorised by then, in all: what comes in less what goes
    /// out, earlier periods included.
    pub outstanding: Total,
    /// How many movements that name it could not be entered.
    pub unentered: u64,
}

impl Split {
    fn of(flow: Flow) -> Self {
        Self { authorised: Total::pence(flow.authorised), planned: Total::pence(flow.planned) }
    }

    /// Both together, part by part.
    #[must_use]
    pub fn merge(self, other: Self) -> Self {
        Self {
            authorised: self.authorised.merge(other.authorised),
            planned: self.planned.merge(other.planned),
        }
    }
}

impl ReserveBalance {
    pub(super) fn of(opening: Total, flows: &Flows, outstanding: i128, unentered: u64) -> Self {
        Self {
            opening: opening.merge(Total::pence(flows.opening)),
            contributions: Split::of(flows.contributions),
            drawdowns: Split::of(flows.drawdowns),
            transfers_in: Split::of(flows.transfers_in),
            transfers_out: Split::of(flows.transfers_out),
            releases_in: Split::of(flows.releases_in),
            releases_out: Split::of(flows.releases_out),
            committed: Total::pence(flows.committed),
            outstanding: Total::pence(outstanding),
            unentered,
        }
    }

    /// What it holds at the end, by movements that are authorised.
    #[must_use]
    pub fn closing(&self) -> Total {
        let into = [self.contributions, self.transfers_in, self.releases_in];
        let out = [self.drawdowns, self.transfers_out, self.releases_out];
        let sum = |parts: [Split; 3]| parts.iter().map(|part| part.authorised).sum::<Total>();
        let known = self.opening.merge(sum(into)).less(sum(out));
        known.merge(Total::unknown(self.unentered))
    }

    /// What it holds at the end if all that is planned by then happens as well.
    #[must_use]
    pub fn closing_if_planned(&self) -> Total {
        self.closing().merge(self.outstanding)
    }

    /// What it holds at the end, less what is bound or asked for.
    #[must_use]
    pub fn free(&self) -> Total {
        self.closing().less(self.committed)
    }

    /// Both together.
    #[must_use]
    pub fn merge(self, other: Self) -> Self {
        Self {
            opening: self.opening.merge(other.opening),
            contributions: self.contributions.merge(other.contributions),
            drawdowns: self.drawdowns.merge(other.drawdowns),
            transfers_in: self.transfers_in.merge(other.transfers_in),
            transfers_out: self.transfers_out.merge(other.transfers_out),
            releases_in: self.releases_in.merge(other.releases_in),
            releases_out: self.releases_out.merge(other.releases_out),
            committed: self.committed.merge(other.committed),
            outstanding: self.outstanding.merge(other.outstanding),
            unentered: self.unentered + other.unentered,
        }
    }
}

impl std::iter::Sum for ReserveBalance {
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        parts.fold(Self::default(), Self::merge)
    }
}

/// What a stated balance implies, beside what the movements give.
///
/// See [`Ledger::implied`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Implied {
    /// Which of the balances of the reserve's row it is, from 0.
    pub number: usize,
    /// The movement after which it stands, where it names one.
    pub movement: Option<Id<Movement>>,
    /// The balance as stated.
    pub stated: Total,
    /// What the reserve held before that movement, if the stated balance is right; the amount of
    /// the movement is taken as printed, so that "£361k" is rounded to the thousand.
    pub before: Option<Total>,
    /// What an opening balance and the movements give at the same point; not known without.
    pub reckoned: Total,
}

/// A reserve that holds, or may hold, less than nothing or than its floor.
///
/// See [`Ledger::short`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Short {
    /// The reserve.
    pub reserve: Id<Reserve>,
    /// What it holds by movements that are authorised.
    pub balance: Total,
    /// What it is not to fall below; nothing where no floor is given.
    pub floor: Money,
    /// Whether it surely is below, or may be.
    pub certainty: Certainty,
}

impl Ledger<'_> {
    /// What a reserve holds at the end of a day, and how it came to that; not known where there is
    /// no such reserve.
    #[must_use]
    pub fn reserve(&self, reserve: Id<Reserve>, on: NaiveDate) -> ReserveBalance {
        let number = number_of_reserve(self.programme, Some(reserve)) as usize;
        let balances = self.reserves(on);
        let at = number.checked_sub(self.lines);
        let unknown = ReserveBalance { opening: Total::unknown(1), ..ReserveBalance::default() };
        at.and_then(|at| balances.get(at)).copied().unwrap_or(unknown)
    }

    /// What each reserve holds at the end of a day, in the order of references.
    #[must_use]
    pub fn reserves(&self, on: NaiveDate) -> Vec<ReserveBalance> {
        self.periods(&[day_number(on)])
    }

    /// What each reserve did in each of the periods that end on these days, reserve by reserve; the
    /// first begins with the first movement.
    pub(super) fn periods(&self, ends: &[i32]) -> Vec<ReserveBalance> {
        let flows = kernel::flows(self, ends);
        let mut periods = Vec::with_capacity(flows.len());
        let width = ends.len().max(1);
        for (number, row) in flows.chunks(width).enumerate() {
            let start = self.start(number);
            let (mut begun, mut held, mut dated) = (false, 0_i128, 0_i128);
            for (end, flows) in ends.iter().zip(row) {
                let before = held;
                let opens = self.opens(number, *end);
                let opening = match (opens, begun) {
                    (true, true) => Total::pence(before),
                    // Before it was opened it held what a stated balance implies, if anything does.
                    (true, false) => Total::pence(before),
                    (false, _) => start.merge(Total::pence(before)),
                };
                begun = opens;
                held += flows.opening + flows.net();
                dated += flows.dated;
                let gaps = self.gaps_of(number, *end);
                periods.push(ReserveBalance::of(opening, flows, dated - held, gaps));
            }
        }
        periods
    }

    fn opens(&self, number: usize, end: i32) -> bool {
        let columns = &self.columns;
        let account = u32::try_from(self.lines + number).ok();
        let rows = columns.kind.iter().zip(columns.to.iter().zip(&columns.day));
        let mut openings = rows.filter(|(kind, (to, _))| {
            **kind == crate::model::MovementKind::Opening && Some(**to) == account
        });
        openings.any(|(_, (_, day))| *day <= end)
    }

    fn gaps_of(&self, number: usize, end: i32) -> u64 {
        let account = u32::try_from(self.lines + number).ok();
        let of = self.gaps.iter().filter(|gap| Some(gap.account) == account && gap.from <= end);
        of.count() as u64
    }

    /// What a reserve held before all its movements, as far as its earliest stated balance tells.
    fn start(&self, number: usize) -> Total {
        let row = u32::try_from(number).ok().and_then(|at| self.programme.reserves().row(at));
        let Some(row) = row else { return Total::unknown(1) };
        let _ = row;
        Total::unknown(1)
    }

    /// What each stated balance of a reserve implies, minimums left out.
    #[must_use]
    pub fn implied(&self, reserve: Id<Reserve>) -> Vec<Implied> {
        let Some(row) = self.programme.get(reserve) else { return Vec::new() };
        let balances = row.balances.iter().enumerate().filter(|(_, stated)| !stated.minimum);
        balances.map(|(number, stated)| self.implied_by(number, stated)).collect()
    }

    fn implied_by(&self, number: usize, stated: &StatedBalance) -> Implied {
        let figure = stated.amount.as_ref().map_or(Total::unknown(1), Total::stated);
        let printed = stated.after.and_then(|id| self.programme.get(id)).map(|row| {
            row.amount
                .as_ref()
                .map_or(Total::unknown(1), |amount| Total::stated(&Stated::read(&amount.words())))
        });
        Implied {
            number,
            movement: stated.after,
            stated: figure,
            before: printed.map(|printed| figure.merge(printed)),
            reckoned: Total::unknown(1),
        }
    }

    /// The reserves that hold, or may hold, less than nothing or than their floor by what is
    /// authorised at the end of a day; none of which the balance is not known.
    #[must_use]
    pub fn short(&self, on: NaiveDate) -> Vec<Short> {
        let mut short = Vec::new();
        for (row, balance) in self.programme.reserves().iter().zip(self.reserves(on)) {
            let floor = row.floor.as_ref().and_then(|floor| floor.value()).copied();
            let (floor, balance) = (floor.unwrap_or(Money::NIL).max(Money::NIL), balance.closing());
            let certainty = balance.below(floor);
            if certainty != Certainty::No && balance.unknown_parts() == 0 {
                short.push(Short { reserve: row.key.id, balance, floor, certainty });
            }
        }
        short
    }
}
