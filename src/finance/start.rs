//! With what a reserve starts, and from which day on that is known.

use chrono::{Datelike, NaiveDate};

use super::{
    Ledger, Total,
    reserves::{Posting, figure},
};
use crate::{
    model::{StatedBalance, day_number},
    values::FinancialYear,
};

/// With what a reserve starts.
#[derive(Clone, Copy)]
pub(super) struct Start {
    /// The day of its first opening balance.
    opening: Option<i32>,
    /// The first day on which it may have been set up.
    set_up: Option<i32>,
    /// The earliest stated balance; none where an opening balance is not later.
    pub(super) stated: Option<Base>,
}

/// The earliest stated balance of a reserve.
#[derive(Clone, Copy)]
pub(super) struct Base {
    /// Which of the balances of its row it is, from 0.
    pub(super) number: usize,
    /// What the reserve held before all its movements if the balance is right.
    pub(super) held: Total,
    /// The first day by whose end that is known: its own, or the last day of the year before that
    /// of the first movement where that was earlier. Further back, nobody has said anything.
    from: i32,
    /// What the movements come to that are counted before the first opening balance.
    pub(super) until_opening: i128,
}

impl Start {
    /// Whether its first opening balance is there by the end of a day.
    pub(super) fn opens_by(&self, day: i32) -> bool {
        self.opening.is_some_and(|opening| opening <= day)
    }

    /// The day on which an opening balance tells anew what is there; the earliest day there is where
    /// none does.
    pub(super) fn anew(&self) -> i32 {
        self.stated.and(self.opening).unwrap_or(i32::MIN)
    }

    /// What it held before all its movements, as far as that is known by the end of a day: nothing
    /// from its opening balance on, as that is a movement, and before it was set up.
    pub(super) fn by(&self, day: i32) -> Total {
        match self.stated {
            _ if self.opens_by(day) => Total::default(),
            Some(base) if base.from <= day => base.held,
            _ if self.set_up.is_some_and(|set_up| day < set_up) => Total::default(),
            _ => Total::unknown(1),
        }
    }
}

impl Ledger<'_> {
    /// With what a reserve starts.
    pub(super) fn start(&self, number: usize) -> Start {
        let opening = self.first_opening(number);
        let row = u32::try_from(number).ok().and_then(|at| self.programme.reserves().row(at));
        let set_up = row.and_then(|row| row.opened.as_ref()?.value());
        let set_up = set_up.map(|date| day_number(date.earliest()));
        Start { opening, set_up, stated: self.base(number, opening) }
    }

    /// The day of its first opening balance.
    pub(super) fn first_opening(&self, number: usize) -> Option<i32> {
        self.postings(number).filter(|posting| posting.opening).map(|posting| posting.day).min()
    }

    /// The earliest stated balance, if it is before the opening balance.
    ///
    /// A balance of which no day is said stands for every day, where nothing ever moved.
    fn base(&self, number: usize, opening: Option<i32>) -> Option<Base> {
        let row = u32::try_from(number).ok().and_then(|at| self.programme.reserves().row(at))?;
        let stated = row.balances.iter().enumerate().filter(|(_, balance)| !balance.minimum);
        let mut stated = stated.filter_map(|(at, balance)| {
            let figure = figure(balance);
            (figure.unknown_parts() == 0).then_some((at, balance, figure))
        });
        let dated = stated.clone().filter_map(|(at, balance, figure)| {
            let (day, counts) = self.point(number, balance)?;
            Some((day, at, figure.less(Total::pence(counts))))
        });
        match dated.min_by_key(|(day, ..)| *day) {
            Some((day, ..)) if opening.is_some_and(|opening| opening <= day) => None,
            Some((day, at, held)) => {
                let until = |posting: &Posting| opening.is_some_and(|day| posting.counted < day);
                let until_opening =
                    self.postings(number).filter(until).map(|posting| posting.pence).sum();
                Some(Base { number: at, held, from: self.from(number, day), until_opening })
            }
            None => {
                let (number, _, held) = stated.next().filter(|_| self.is_untouched(number))?;
                Some(Base { number, held, from: i32::MIN, until_opening: 0 })
            }
        }
    }

    /// Whether nothing ever moved.
    fn is_untouched(&self, number: usize) -> bool {
        self.postings(number).next().is_none()
            && self.left_out(number, i32::MAX).unknown_parts() == 0
    }

    /// The first day by whose end a balance stated for a day is known.
    fn from(&self, number: usize, day: i32) -> i32 {
        let moved = self.postings(number).map(|posting| posting.day).min();
        let year = moved.filter(|moved| *moved <= day).and_then(first_day_of_year);
        year.map_or(day, |first| day.min(first - 1))
    }

    /// The day for which a balance is stated, and what the movements of the reserve come to by
    /// then: those that are authorised, and the one after which it is said to stand.
    pub(super) fn point(&self, number: usize, balance: &StatedBalance) -> Option<(i32, i128)> {
        let after = match balance.after {
            Some(id) => Some(self.place(id)?),
            None => None,
        };
        let day = match after {
            Some(place) => *self.columns.day.get(place)?,
            None => day_number(balance.on.as_ref()?.value()?.latest()),
        };
        let counts = |posting: &Posting| posting.counted <= day || Some(posting.place) == after;
        let counted = self.postings(number).filter(counts).map(|posting| posting.pence).sum();
        Some((day, counted))
    }
}

/// The first day of the financial year of a day.
fn first_day_of_year(day: i32) -> Option<i32> {
    let date = NaiveDate::from_num_days_from_ce_opt(day)?;
    let start = if date.month() < 4 { date.year() - 1 } else { date.year() };
    FinancialYear::starting(start).map(|year| day_number(year.first_day()))
}
