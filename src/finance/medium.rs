//! Spend, income and savings, year by year.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Ledger, Total, same::same};
use crate::{
    model::{Programme, Saving, SavingState},
    values::{Certainty, FinancialYear},
};

/// One financial year of the medium term: what is to be spent, what comes in, what is to be saved.
///
/// A commutative monoid: years of several programmes merge in any order.
///
/// See [`medium_term`] for an example.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct YearView {
    /// Budgets of cost: by movements, and for lines without any by what is printed for them.
    pub spend: Total,
    /// Budgets of income, the same way.
    pub income: Total,
    /// Savings that are aimed at and no more.
    pub targets: Total,
    /// Savings of which it is known where they are to come from.
    pub identified: Total,
    /// Savings that are in the budget.
    pub budgeted: Total,
    /// Savings that are delivered.
    pub realised: Total,
    /// Savings of which it is not said how far they have come.
    pub unsorted: Total,
    /// Savings that lower no budget; in none of those above.
    pub not_cashable: Total,
}

/// The medium term, year by year.
///
/// See [`medium_term`] for an example.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MediumTerm {
    /// Each year of which anything is said, in order.
    pub years: BTreeMap<FinancialYear, YearView>,
    /// What names no year that can be read.
    pub without_year: YearView,
}

impl YearView {
    /// What is to be spent less what comes in; above nothing where money is short.
    #[must_use]
    pub fn gap(&self) -> Total {
        self.spend.less(self.income)
    }

    /// Both together.
    #[must_use]
    pub fn merge(self, other: Self) -> Self {
        Self {
            spend: self.spend.merge(other.spend),
            income: self.income.merge(other.income),
            targets: self.targets.merge(other.targets),
            identified: self.identified.merge(other.identified),
            budgeted: self.budgeted.merge(other.budgeted),
            realised: self.realised.merge(other.realised),
            unsorted: self.unsorted.merge(other.unsorted),
            not_cashable: self.not_cashable.merge(other.not_cashable),
        }
    }

    fn add(&mut self, saving: &Saving, amount: Total) {
        let part = match (saving.cashable, saving.state) {
            (Some(false), _) => &mut self.not_cashable,
            (_, Some(SavingState::Target)) => &mut self.targets,
            (_, Some(SavingState::Identified)) => &mut self.identified,
            (_, Some(SavingState::Budgeted)) => &mut self.budgeted,
            (_, Some(SavingState::Realised)) => &mut self.realised,
            (_, None) => &mut self.unsorted,
        };
        *part = part.merge(amount);
    }
}

impl std::iter::Sum for YearView {
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        parts.fold(Self::default(), Self::merge)
    }
}

impl MediumTerm {
    /// Both together, year by year.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        for (year, view) in other.years {
            let mine = self.years.entry(year).or_default();
            *mine = mine.merge(view);
        }
        self.without_year = self.without_year.merge(other.without_year);
        self
    }

    fn year(&mut self, year: Option<&crate::values::Year>) -> &mut YearView {
        match year.and_then(|year| year.value()) {
            Some(year) => self.years.entry(*year).or_default(),
            None => &mut self.without_year,
        }
    }
}

impl std::iter::Sum for MediumTerm {
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        parts.fold(Self::default(), Self::merge)
    }
}

/// The medium term of a programme as it is told by the end of a day.
///
/// A saving counts in the year that it names alone, also where it recurs, and as far as it is said
/// to have come; what is said for a later day does not count. Where rows state one saving again, the
/// one that is said for the latest day counts, and of several the one that states none again; what is
/// said for no day counts where nothing is said for any.
///
/// ```
/// use programme::{document::Document, finance};
///
/// let text = r#"{"format": "programme/1", "programme": {"name": "Example"},
///   "budget_lines": [{"reference": "BL1", "title": "Phase 2", "year": "2021/22",
///     "stated": "£361k"}],
///   "savings": [{"title": "Contracts", "year": "2021/22", "state": "budgeted"}]}"#;
/// let programme = Document::from_json(text)?.check().strict()?;
/// let term = finance::medium_term(&programme, "2021-06-22".parse()?);
/// let view = term.years.get(&"2021/22".parse()?).ok_or("no such year")?;
/// let gap = view.gap().interval().ok_or("not known")?;
/// assert_eq!((gap.low, gap.high), (360_500.into(), 361_500.into()));
/// assert_eq!(view.budgeted.unknown_parts(), 1, "how much is not said");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn medium_term(programme: &Programme, on: NaiveDate) -> MediumTerm {
    Ledger::of(programme).medium_term(on)
}

impl Ledger<'_> {
    /// The medium term as it is told by the end of a day; see [`medium_term`].
    #[must_use]
    pub fn medium_term(&self, on: NaiveDate) -> MediumTerm {
        let mut term = MediumTerm::default();
        for (line, budget) in self.programme.budget_lines().iter().zip(self.lines(on)) {
            let view = term.year(line.year.as_ref());
            let side = if line.income { &mut view.income } else { &mut view.spend };
            *side = side.merge(budget.revised_or_stated());
        }
        for saving in savings(self.programme, on) {
            let amount = saving.amount.as_ref().map_or(Total::unknown(1), Total::stated);
            term.year(saving.year.as_ref()).add(saving, amount);
        }
        term
    }
}

/// What is said of each saving by the end of a day, in the order of references.
fn savings(programme: &Programme, on: NaiveDate) -> impl Iterator<Item = &Saving> {
    let table = programme.savings();
    let place = |id| table.number(id).and_then(|number| usize::try_from(number).ok());
    let roots = same(table.into_iter().map(|row| row.same_as.and_then(place)));
    let mut told: BTreeMap<usize, ((Option<NaiveDate>, bool), &Saving)> = BTreeMap::new();
    for (saving, root) in table.into_iter().zip(roots) {
        let said = saving.as_at.as_ref().and_then(|day| day.value());
        if said.is_some_and(|day| day.reached(on) == Certainty::No) {
            continue;
        }
        let rank = (said.map(|day| day.latest()), saving.same_as.is_none());
        let best = told.entry(root).or_insert((rank, saving));
        if rank > best.0 {
            *best = (rank, saving);
        }
    }
    told.into_values().map(|(_, saving)| saving)
}
