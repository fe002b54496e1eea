//! The statement of reserves, year by year.

use super::{Ledger, ReserveBalance, Total};
use crate::{
    model::{Movement, NONE, Programme, Reserve, ReserveKind, day_number},
    values::{FinancialYear, Id},
};

/// What each reserve does in each of several financial years, as councils publish it in their
/// medium-term plans.
///
/// See [`reserve_statement`] for an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReserveStatement {
    /// Reserve by reserve in the order of references, and within it year by year.
    pub rows: Vec<ReserveYear>,
    /// Year by year.
    pub totals: Vec<YearTotal>,
    /// The movements of reserves that could not be entered and name none, in the order of
    /// references: from the day on which they may count, no total is known; of what is only planned,
    /// none of what there would be.
    pub unplaced: Vec<Id<Movement>>,
    /// The first day on which each of these may count, and that on which it may be authorised too.
    unplaced_from: Vec<(i32, i32)>,
}

/// One reserve in one financial year.
///
/// See [`reserve_statement`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ReserveYear {
    /// The reserve, under one identity however often it was renamed.
    pub reserve: Id<Reserve>,
    /// The year.
    pub year: FinancialYear,
    /// From opening to closing.
    pub balance: ReserveBalance,
    /// Whether it was closed (merged, split or given up) by the end of the year.
    pub ended: bool,
}

/// All reserves in one financial year; not known from the day on which a movement may count that
/// names none.
///
/// See [`reserve_statement`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct YearTotal {
    /// The year.
    pub year: FinancialYear,
    /// Of all reserves but the unusable.
    pub usable: ReserveBalance,
    /// Of those that are kept for accounting alone.
    pub unusable: ReserveBalance,
}

impl ReserveStatement {
    /// One reserve in one year, if it is in the statement.
    #[must_use]
    pub fn row(&self, reserve: Id<Reserve>, year: FinancialYear) -> Option<&ReserveYear> {
        self.rows.iter().find(|row| row.reserve == reserve && row.year == year)
    }

    /// All reserves in one year, if it is in the statement.
    #[must_use]
    pub fn total(&self, year: FinancialYear) -> Option<&YearTotal> {
        self.totals.iter().find(|total| total.year == year)
    }

    /// Some of the reserves together in one year; not known from the day on which a movement may
    /// count that names none, as it may belong to any of them.
    ///
    /// ```
    /// use programme::{finance::Ledger, model::{About, Draft, Reserve}};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// draft.put(Reserve::new(draft.key("RSV1".parse()?), "Insurance"));
    /// let (programme, year) = (draft.finish()?, "2021/22".parse()?);
    /// let statement = Ledger::of(&programme).reserve_statement(year, year);
    /// assert_eq!(statement.together(year, |_| true).closing().exact(), None, "nothing is said");
    /// assert_eq!(statement.together(year, |_| false).closing().exact(), Some("£0".parse()?));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn together(
        &self,
        year: FinancialYear,
        of: impl Fn(Id<Reserve>) -> bool,
    ) -> ReserveBalance {
        let rows = self.rows.iter().filter(|row| row.year == year && of(row.reserve));
        self.doubted(year, rows.map(|row| row.balance).sum())
    }

    /// A sum with what may belong to it.
    fn doubted(&self, year: FinancialYear, sum: ReserveBalance) -> ReserveBalance {
        let last = day_number(year.last_day());
        let from = self.unplaced_from.iter();
        let may = from.clone().filter(|(from, _)| *from <= last).count() as u64;
        let by = |day| from.clone().filter(|(_, counted)| *counted <= day).count() as u64;
        let (before, all) = (by(day_number(year.first_day()) - 1), by(last));
        ReserveBalance {
            opening: sum.opening.merge(Total::unknown(before)),
            held: sum.held.merge(Total::unknown(before)),
            outstanding: sum.outstanding.merge(Total::unknown(may - all)),
            unentered: sum.unentered + all - before,
            ..sum
        }
    }
}

/// What each reserve does in each financial year from one to another, both included.
///
/// ```
/// use programme::{document::Document, finance};
///
/// let text = r#"{"format": "programme/1", "programme": {"name": "Example"},
///   "decisions": [{"reference": "DEC1", "title": "Budget", "act": "resolve",
///     "date": "24 February 2021"}],
///   "reserves": [{"reference": "RSV1", "name": "Modernisation"}],
///   "movements": [
///     {"title": "Opening", "kind": "opening", "reserve": "RSV1", "date": "2021-04-01",
///      "amount": "£500k"},
///     {"title": "Consultants", "kind": "drawdown", "reserve": "RSV1", "date": "2022-06-30",
///      "amount": "£80k", "decision": "DEC1"}]}"#;
/// let programme = Document::from_json(text)?.check().strict()?;
/// let (first, second) = ("2021/22".parse()?, "2022/23".parse()?);
/// let statement = finance::reserve_statement(&programme, first, second);
/// assert_eq!(statement.rows.len(), 2, "a row a reserve and year");
/// let total = statement.total(second).ok_or("no such year")?.usable;
/// assert_eq!(total.opening.exact(), Some("£500,000".parse()?));
/// assert_eq!(total.closing().exact(), Some("£420,000".parse()?));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn reserve_statement(
    programme: &Programme,
    from: FinancialYear,
    to: FinancialYear,
) -> ReserveStatement {
    Ledger::of(programme).reserve_statement(from, to)
}

impl Ledger<'_> {
    /// What each reserve does in each financial year from one to another, both included; what is
    /// planned in a year is what no decision authorises by its end.
    ///
    /// See [`reserve_statement`] for an example.
    #[must_use]
    pub fn reserve_statement(&self, from: FinancialYear, to: FinancialYear) -> ReserveStatement {
        let years = from.start_year()..=to.start_year();
        let years: Vec<FinancialYear> = years.filter_map(FinancialYear::starting).collect();
        // The first period is all that was before.
        let mut ends = vec![day_number(from.first_day()) - 1];
        ends.extend(years.iter().map(|year| day_number(year.last_day())));
        let periods = self.periods(&ends);
        let nothing = |year: &FinancialYear| YearTotal {
            year: *year,
            usable: ReserveBalance::default(),
            unusable: ReserveBalance::default(),
        };
        let mut totals: Vec<YearTotal> = years.iter().map(nothing).collect();
        let mut rows = Vec::new();
        for (reserve, periods) in self.programme.reserves().iter().zip(periods.chunks(ends.len())) {
            let closed = reserve.closed.as_ref().and_then(|day| day.value());
            for ((year, balance), total) in
                years.iter().zip(periods.iter().skip(1)).zip(&mut totals)
            {
                let ended = closed.is_some_and(|day| day.latest() <= year.last_day());
                let (reserve_id, year, balance) = (reserve.key.id, *year, *balance);
                rows.push(ReserveYear { reserve: reserve_id, year, balance, ended });
                let side = match reserve.kind {
                    Some(ReserveKind::Unusable) => &mut total.unusable,
                    _ => &mut total.usable,
                };
                *side = side.merge(balance);
            }
        }
        let nowhere = self.gaps.iter().filter(|gap| gap.account == NONE && gap.reserves);
        let (unplaced, unplaced_from) = nowhere
            .map(|gap| (gap.movement, (gap.from, gap.counted)))
            .collect::<(Vec<_>, Vec<_>)>();
        let mut statement = ReserveStatement { rows, totals: Vec::new(), unplaced, unplaced_from };
        let sure = |total: YearTotal| YearTotal {
            usable: statement.doubted(total.year, total.usable),
            unusable: statement.doubted(total.year, total.unusable),
            ..total
        };
        statement.totals = totals.into_iter().map(sure).collect();
        statement
    }
}
