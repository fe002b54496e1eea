//! Balances of all accounts at several days.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{
    Account, Ledger,
    cells::{self, Cells},
    enter::{number_of_line, number_of_reserve},
    total::money,
};
use crate::{
    model::{MovementKind, Programme, day_number},
    values::Money,
};

/// Exact balances of all accounts at the ends of several days.
///
/// The balance of a line is its revised budget less what is spent; that of a reserve what it holds
/// by movements that are authorised.
///
/// See [`Ledger::balances`] for an example.
#[derive(Clone, Debug)]
pub struct Balances<'p> {
    programme: &'p Programme,
    days: Vec<NaiveDate>,
    cells: Cells,
    known: Arc<[(i32, i32)]>,
}

impl<'p> Ledger<'p> {
    /// The balances of every account at the ends of several days, in one pass.
    ///
    /// ```
    /// use programme::{finance::{Account, Ledger}, model::{About, BudgetLine, Draft}};
    /// use programme::model::{Movement, MovementKind};
    /// use programme::values::{Amount, When};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let line = BudgetLine::new(draft.key("BL1".parse()?), "Consultants");
    /// let account = Account::Line(line.key.id);
    /// let rows = [("MOV1", MovementKind::Allocation, "1 April 2021", "£1,000"),
    ///     ("MOV2", MovementKind::Actual, "9 June 2021", "£200")];
    /// for (reference, kind, date, amount) in rows {
    ///     let mut movement = Movement::new(draft.key(reference.parse()?), "Consultants");
    ///     (movement.kind, movement.line) = (Some(kind), Some(line.key.id));
    ///     movement.date = Some(When::read(date));
    ///     movement.amount = Some(Amount::read(amount));
    ///     draft.put(movement);
    /// }
    /// draft.put(line);
    /// let programme = draft.finish()?;
    /// let (may, june) = ("2021-05-31".parse()?, "2021-06-30".parse()?);
    /// let balances = Ledger::of(&programme).balances(&[may, june]);
    /// assert_eq!(balances.of(account, may), Some("£1,000".parse()?));
    /// assert_eq!(balances.of(account, june), Some("£800".parse()?));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn balances(&self, days: &[NaiveDate]) -> Balances<'p> {
        let mut days = days.to_vec();
        days.sort_unstable();
        days.dedup();
        let numbers: Vec<i32> = days.iter().map(|day| day_number(*day)).collect();
        let cells = cells::balances(self, &numbers);
        Balances { programme: self.programme, days, cells, known: Arc::clone(&self.known) }
    }

    /// From which day on the balance of each account is known, and until before which.
    pub(super) fn find_known(&self) -> Arc<[(i32, i32)]> {
        let of_line = |given| (if given { i32::MIN } else { i32::MAX }, i32::MAX);
        let lines = self.given().into_iter().map(of_line);
        let reserves = std::iter::repeat_n((i32::MAX, i32::MAX), self.accounts - self.lines);
        let mut known: Vec<(i32, i32)> = lines.chain(reserves).collect();
        let columns = &self.columns;
        for ((kind, to), day) in columns.kind.iter().zip(&columns.to).zip(&columns.day) {
            if *kind == MovementKind::Opening
                && let Some((from, _)) = known.get_mut(*to as usize)
            {
                *from = (*from).min(*day);
            }
        }
        for gap in &self.gaps {
            let account = gap.account as usize;
            if let Some((_, until)) = known.get_mut(account) {
                *until = (*until).min(if account < self.lines { gap.from } else { gap.counted });
            }
        }
        known.into()
    }
}

impl Balances<'_> {
    /// The days, in order.
    #[must_use]
    pub fn days(&self) -> &[NaiveDate] {
        &self.days
    }

    /// The balance of an account at the end of one of the days; `None` where it is not known (a
    /// movement of it could not be entered, a line was never given budget, a reserve has no opening
    /// balance by then), where it is beyond the bound of [`Money`], and for days that were not asked for.
    #[must_use]
    pub fn of(&self, account: Account, day: NaiveDate) -> Option<Money> {
        let number = match account {
            Account::Line(id) => number_of_line(self.programme, Some(id)),
            Account::Reserve(id) => number_of_reserve(self.programme, Some(id)),
        } as usize;
        let column = self.days.binary_search(&day).ok()?;
        let (from, until) = self.known.get(number)?;
        let (known, width) = (*from..*until, self.days.len() + 1);
        let cell = self.cells.get(number.checked_mul(width)?.checked_add(column)?)?;
        known.contains(&day_number(day)).then(|| money(cell)).flatten()
    }
}
