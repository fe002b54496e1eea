//! Sums of budget lines.

use super::{Total, total::money};
use crate::values::Money;

/// What budget lines come to on a day: what was given, moved, asked for, bound, spent and forecast.
///
/// A commutative monoid: sums merge in any order, in 128 bits. Each part is of what could be
/// entered. What follows from several ([`revised`](Self::revised), [`available`](Self::available),
/// [`outturn`](Self::outturn), [`variance`](Self::variance)) is `None` where an amount is not
/// known, or beyond the bound of [`Money`].
///
/// ```
/// use programme::{document::Document, finance};
///
/// let text = r#"{"format": "programme/1", "programme": {"name": "Example"},
///   "budget_lines": [{"reference": "BL1", "title": "Consultants"}],
///   "movements": [
///     {"title": "Budget", "kind": "allocation", "line": "BL1", "date": "2021-04-01",
///      "amount": "£1,000"},
///     {"reference": "MOV2", "title": "Asked for", "kind": "request", "line": "BL1",
///      "date": "2021-05-01", "amount": "£300"},
///     {"title": "Order", "kind": "commitment", "line": "BL1", "date": "2021-05-10",
///      "amount": "£200", "against": "MOV2"}]}"#;
/// let programme = Document::from_json(text)?.check().strict()?;
/// let on = |day: &str| day.parse().map(|day| finance::budgets(&programme, day).cost);
/// assert_eq!(on("2021-05-01")?.available(), Some("£700".parse()?), "300 are asked for");
/// assert_eq!(on("2021-05-10")?.available(), Some("£700".parse()?), "of which 200 are ordered");
/// assert_eq!(on("2021-05-10")?.requested(), Some("£100".parse()?));
/// assert_eq!(on("2021-05-10")?.outturn(), None, "nobody has said what is still expected");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Budget {
    pub(super) allocated: i128,
    pub(super) supplementary: i128,
    pub(super) drawn: i128,
    pub(super) vired: i128,
    pub(super) carried: i128,
    pub(super) released: i128,
    pub(super) reprofiled: i128,
    pub(super) planned: i128,
    pub(super) requested: i128,
    pub(super) committed: i128,
    pub(super) actual: i128,
    pub(super) remaining: i128,
    pub(super) lines: u64,
    pub(super) without_forecast: u64,
    pub(super) unentered: u64,
    pub(super) without_budget: u64,
    pub(super) stated: Total,
}

impl Budget {
    /// Budget given to the lines; `None` beyond the bound, as with every sum here.
    #[must_use]
    pub fn allocated(&self) -> Option<Money> {
        money(self.allocated)
    }

    /// Budget added by supplementary estimates.
    #[must_use]
    pub fn supplementary(&self) -> Option<Money> {
        money(self.supplementary)
    }

    /// Budget added by drawdowns of reserves that name a line.
    #[must_use]
    pub fn drawn(&self) -> Option<Money> {
        money(self.drawn)
    }

    /// Budget moved in by virements, less what they moved out.
    #[must_use]
    pub fn vired(&self) -> Option<Money> {
        money(self.vired)
    }

    /// Budget carried forward, below nothing where overspending was.
    #[must_use]
    pub fn carried(&self) -> Option<Money> {
        money(self.carried)
    }

    /// Budget released from contingency to the lines, less what they released.
    #[must_use]
    pub fn contingency_released(&self) -> Option<Money> {
        money(self.released)
    }

    /// Budget moved in from other years and phases, less what was moved out.
    #[must_use]
    pub fn reprofiled(&self) -> Option<Money> {
        money(self.reprofiled)
    }

    /// What is asked for and neither ordered, spent nor given free.
    #[must_use]
    pub fn requested(&self) -> Option<Money> {
        money(self.requested)
    }

    /// What is bound by orders and contracts and neither spent nor given free.
    #[must_use]
    pub fn committed(&self) -> Option<Money> {
        money(self.committed)
    }

    /// What was spent or, of income, received.
    #[must_use]
    pub fn actual(&self) -> Option<Money> {
        money(self.actual)
    }

    /// What is still expected, of the lines that have a forecast: the newest of each, less what was
    /// spent since.
    #[must_use]
    pub fn forecast_remaining(&self) -> Option<Money> {
        money(self.remaining)
    }

    /// How many lines were summed.
    #[must_use]
    pub fn lines(&self) -> u64 {
        self.lines
    }

    /// How many lines on which money has moved have no forecast, or two that differ on one day.
    #[must_use]
    pub fn without_forecast(&self) -> u64 {
        self.without_forecast
    }

    /// How many movements on the lines could not be entered, and in sums of the whole those that
    /// name no line; see [`Ledger::unentered`](super::Ledger::unentered).
    #[must_use]
    pub fn unentered(&self) -> u64 {
        self.unentered
    }

    /// How many lines without parts have no movement that gives them budget, on any day.
    #[must_use]
    pub fn without_budget(&self) -> u64 {
        self.without_budget
    }

    /// The budget with all that changed it: allocations, supplementary estimates, drawdowns,
    /// virements, carry-forwards, releases of contingency, reprofilings.
    #[must_use]
    pub fn revised(&self) -> Option<Money> {
        self.known(self.changes()).filter(|_| self.without_budget == 0)
    }

    /// The budget as far as papers tell: movements, and for lines without any what is printed for
    /// them.
    #[must_use]
    pub fn revised_or_stated(&self) -> Total {
        Total::pence(self.changes()).merge(self.stated).merge(Total::unknown(self.unentered))
    }

    /// Of the revised budget, what rests on no decision, or on one that does not authorise it yet.
    #[must_use]
    pub fn planned(&self) -> Option<Money> {
        money(self.planned)
    }

    /// What is left to ask for: revised, less spent, bound and asked for.
    #[must_use]
    pub fn available(&self) -> Option<Money> {
        self.revised()?;
        self.known(self.changes() - self.actual - self.committed - self.requested)
    }

    /// What is expected to be spent in all: spent, and what is still expected. Not known where a
    /// line on which money has moved has no forecast.
    #[must_use]
    pub fn outturn(&self) -> Option<Money> {
        self.known(self.actual + self.remaining).filter(|_| self.without_forecast == 0)
    }

    /// The outturn less the revised budget: above nothing where more is expected to be spent.
    #[must_use]
    pub fn variance(&self) -> Option<Money> {
        self.outturn()?.checked_sub(self.revised()?)
    }

    /// Both together.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        self.allocated += other.allocated;
        self.supplementary += other.supplementary;
        self.drawn += other.drawn;
        self.vired += other.vired;
        self.carried += other.carried;
        self.released += other.released;
        self.reprofiled += other.reprofiled;
        self.planned += other.planned;
        self.requested += other.requested;
        self.committed += other.committed;
        self.actual += other.actual;
        self.remaining += other.remaining;
        self.lines += other.lines;
        self.without_forecast += other.without_forecast;
        self.unentered += other.unentered;
        self.without_budget += other.without_budget;
        self.stated = self.stated.merge(other.stated);
        self
    }

    fn changes(&self) -> i128 {
        self.allocated
            + self.supplementary
            + self.drawn
            + self.vired
            + self.carried
            + self.released
            + self.reprofiled
    }

    fn known(&self, pence: i128) -> Option<Money> {
        money(pence).filter(|_| self.unentered == 0)
    }
}

impl std::iter::Sum for Budget {
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        parts.fold(Self::default(), Self::merge)
    }
}

/// Budgets of cost and of income, kept apart.
///
/// A commutative monoid, as [`Budget`] is.
///
/// See [`budgets`](super::budgets) for an example.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Budgets {
    /// Lines of cost.
    pub cost: Budget,
    /// Lines of income, as amounts to be received.
    pub income: Budget,
}

impl Budgets {
    /// Both together.
    #[must_use]
    pub fn merge(self, other: Self) -> Self {
        Self { cost: self.cost.merge(other.cost), income: self.income.merge(other.income) }
    }
}

impl std::iter::Sum for Budgets {
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        parts.fold(Self::default(), Self::merge)
    }
}
