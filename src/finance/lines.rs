//! Budgets of the whole, of lines, of groups of lines, and of lines with their parts.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Budget, Budgets, Ledger, Total, enter::number_of_line, kernel, total::money};
use crate::{
    model::{BudgetLine, Movement, NONE, Programme, Workstream, day_number, upwards},
    rollup::Breakdown,
    values::{Certainty, Id, Money},
};

/// What goes beyond the request or commitment that it takes up.
///
/// See [`Ledger::excesses`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Excess {
    /// The movement that takes up more than is open.
    pub movement: Id<Movement>,
    /// The request or commitment.
    pub against: Id<Movement>,
    /// By how much.
    pub amount: Option<Money>,
}

/// A line's own money, that of all its parts, and both.
///
/// See [`Ledger::with_parts`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct WithParts {
    /// What was given to and spent on the line itself.
    pub own: Budget,
    /// The same of all lines below it.
    pub parts: Budget,
}

/// A line that, with its parts, has more budget than its ceiling.
///
/// See [`Ledger::over_ceiling`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct OverCeiling {
    /// The line.
    pub line: Id<BudgetLine>,
    /// What it and its parts may come to at most.
    pub ceiling: Money,
    /// The revised budget of the line and its parts.
    pub revised: Total,
    /// Whether it is surely over, or may be.
    pub certainty: Certainty,
}

/// The budgets of a whole programme as at a day.
///
/// The same as [`Ledger::budgets`] of a ledger that is laid out for this alone.
///
/// ```
/// use programme::{document::Document, finance};
///
/// let text = r#"{"format": "programme/1", "programme": {"name": "Example"},
///   "budget_lines": [{"reference": "BL1", "title": "Staff"},
///     {"reference": "BL2", "title": "Grant", "income": true}],
///   "movements": [
///     {"title": "Staff", "kind": "allocation", "line": "BL1", "date": "2021-04-01",
///      "amount": "£1,000"},
///     {"title": "Grant", "kind": "allocation", "line": "BL2", "date": "2021-04-01",
///      "amount": "£600"}]}"#;
/// let programme = Document::from_json(text)?.check().strict()?;
/// let budgets = finance::budgets(&programme, "2021-04-01".parse()?);
/// assert_eq!(budgets.cost.revised(), Some("£1,000".parse()?));
/// assert_eq!(budgets.income.revised(), Some("£600".parse()?));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn budgets(programme: &Programme, on: NaiveDate) -> Budgets {
    Ledger::of(programme).budgets(on)
}

impl WithParts {
    /// Both together. A ceiling plays no part in it.
    #[must_use]
    pub fn together(&self) -> Budget {
        self.own.merge(self.parts)
    }
}

impl<'p> Ledger<'p> {
    /// The budgets of all lines as at a day, each line once.
    ///
    /// See [`budgets`] for an example.
    #[must_use]
    pub fn budgets(&self, on: NaiveDate) -> Budgets {
        self.breakdown(on, |_| None::<()>).total
    }

    /// The budgets of all lines, of groups of them by any key, and of those in no group; a line may
    /// have several keys or none. The total counts each line once.
    ///
    /// ```
    /// use programme::{document::Document, finance::Ledger, model::Nature};
    ///
    /// let text = r#"{"format": "programme/1", "programme": {"name": "Example"},
    ///   "budget_lines": [{"reference": "BL1", "title": "Staff"},
    ///     {"reference": "BL2", "title": "Servers", "nature": "capital"}]}"#;
    /// let programme = Document::from_json(text)?.check().strict()?;
    /// let ledger = Ledger::of(&programme);
    /// let by = ledger.breakdown("2021-04-01".parse()?, |line| line.nature);
    /// assert_eq!(by.groups.len(), 1);
    /// assert_eq!(by.group(&Nature::Capital).map(|sums| sums.cost.lines()), Some(1));
    /// assert_eq!((by.unassigned.cost.lines(), by.total.cost.lines()), (1, 2));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn breakdown<K: Ord + Clone, I: IntoIterator<Item = K>>(
        &self,
        on: NaiveDate,
        key: impl Fn(&'p BudgetLine) -> I,
    ) -> Breakdown<K, Budgets> {
        let mut groups: BTreeMap<K, Budgets> = BTreeMap::new();
        let mut unassigned = self.unplaced(on);
        let mut total = unassigned;
        for (line, budget) in self.programme.budget_lines().iter().zip(self.lines(on)) {
            let sums = side(line, budget);
            total = total.merge(sums);
            let mut keys: Vec<K> = key(line).into_iter().collect();
            keys.sort();
            keys.dedup();
            if keys.is_empty() {
                unassigned = unassigned.merge(sums);
            }
            for key in keys {
                let group = groups.entry(key).or_default();
                *group = group.merge(sums);
            }
        }
        Breakdown { total, groups: groups.into_iter().collect(), unassigned }
    }

    /// The budgets of workstreams, each with those of its sub-streams.
    ///
    /// ```
    /// use programme::{document::Document, finance::Ledger};
    ///
    /// let text = r#"{"format": "programme/1", "programme": {"name": "Example"},
    ///   "workstreams": [{"reference": "W1", "name": "Digital"},
    ///     {"reference": "W2", "name": "Website", "parent": "W1"}],
    ///   "budget_lines": [{"reference": "BL1", "title": "Staff", "workstream": "W2"}]}"#;
    /// let programme = Document::from_json(text)?.check().strict()?;
    /// let by = Ledger::of(&programme).by_workstream("2021-04-01".parse()?);
    /// assert_eq!(by.groups.len(), 2, "the line is of the part and of the whole");
    /// assert_eq!(by.total.cost.lines(), 1);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn by_workstream(&self, on: NaiveDate) -> Breakdown<Id<Workstream>, Budgets> {
        let streams = self.programme.workstreams();
        self.breakdown(on, |line| {
            let own = line.workstream.and_then(|id| streams.get(id));
            own.into_iter().flat_map(|row| upwards(streams, row)).map(|row| row.key.id)
        })
    }

    /// The budget of each line as at a day, its own money alone, in the order of references.
    ///
    /// See [`Budget`] for what it holds.
    #[must_use]
    pub fn lines(&self, on: NaiveDate) -> Vec<Budget> {
        let mut budgets = kernel::budgets(self, day_number(on));
        let given = self.given();
        for gap in self.gaps.iter().filter(|gap| gap.from <= day_number(on)) {
            if let Some(budget) = budgets.get_mut(gap.account as usize) {
                budget.unentered += 1;
            }
        }
        let rows = self.programme.budget_lines().iter();
        for ((budget, given), line) in budgets.iter_mut().zip(given).zip(rows) {
            budget.lines = 1;
            if !given {
                budget.without_budget = 1;
                budget.stated = line.stated.as_ref().map_or(Total::unknown(1), Total::stated);
            }
        }
        budgets
    }

    /// The budget of one line as at a day, its own money alone; nothing where there is no such line.
    ///
    /// See [`Budget`] for what it holds.
    #[must_use]
    pub fn line(&self, line: Id<BudgetLine>, on: NaiveDate) -> Budget {
        let number = number_of_line(self.programme, Some(line));
        self.lines(on).get(number as usize).copied().unwrap_or_default()
    }

    /// A line's own money and that of all lines below it, apart. Parts of the other side (income
    /// below cost) are left out.
    ///
    /// ```
    /// use programme::{document::Document, finance::Ledger, values::Certainty};
    ///
    /// let text = r#"{"format": "programme/1", "programme": {"name": "Example"},
    ///   "budget_lines": [{"reference": "BL1", "title": "Programme", "ceiling": "£800"},
    ///     {"reference": "BL2", "title": "ICT", "parent": "BL1"}],
    ///   "movements": [
    ///     {"title": "Programme", "kind": "allocation", "line": "BL1", "date": "2021-04-01",
    ///      "amount": "£200"},
    ///     {"title": "ICT", "kind": "allocation", "line": "BL2", "date": "2021-04-01",
    ///      "amount": "£700"}]}"#;
    /// let programme = Document::from_json(text)?.check().strict()?;
    /// let (ledger, on) = (Ledger::of(&programme), "2021-04-01".parse()?);
    /// let whole = programme.budget_lines().iter().next().ok_or("no line")?;
    /// let sums = ledger.with_parts(whole.key.id, on);
    /// assert_eq!(sums.own.revised(), Some("£200".parse()?));
    /// assert_eq!(sums.together().revised(), Some("£900".parse()?));
    /// let over: Vec<_> = ledger.over_ceiling(on).iter().map(|over| over.certainty).collect();
    /// assert_eq!(over, [Certainty::Certainly], "the ceiling is £800, and adds nothing");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_parts(&self, line: Id<BudgetLine>, on: NaiveDate) -> WithParts {
        let number = number_of_line(self.programme, Some(line)) as usize;
        let all = self.all_with_parts(on);
        all.get(number)
            .copied()
            .unwrap_or(WithParts { own: Budget::default(), parts: Budget::default() })
    }

    fn all_with_parts(&self, on: NaiveDate) -> Vec<WithParts> {
        let table = self.programme.budget_lines();
        let parents: Vec<Option<usize>> = table
            .iter()
            .map(|row| table.number(row.parent?).map(|number| number as usize))
            .collect();
        let own: Vec<Budgets> =
            table.iter().zip(self.lines(on)).map(|(row, budget)| side(row, budget)).collect();
        let mut parts = vec![Budgets::default(); own.len()];
        for at in leaves_first(&parents) {
            let (Some(own), Some(below)) = (own.get(at), parts.get(at).copied()) else { continue };
            let whole = own.merge(below);
            if let Some(parts) = parents.get(at).copied().flatten().and_then(|at| parts.get_mut(at))
            {
                *parts = parts.merge(whole);
            }
        }
        let of = |(row, (own, parts)): (&BudgetLine, (&Budgets, &Budgets))| match row.income {
            true => WithParts { own: own.income, parts: parts.income },
            false => WithParts { own: own.cost, parts: parts.cost },
        };
        table.iter().zip(own.iter().zip(&parts)).map(of).collect()
    }

    /// The lines that, with their parts, have or may have more budget than their ceilings; none of
    /// which the budget is not known.
    ///
    /// See [`with_parts`](Self::with_parts) for an example.
    #[must_use]
    pub fn over_ceiling(&self, on: NaiveDate) -> Vec<OverCeiling> {
        let table = self.programme.budget_lines();
        let mut over = Vec::new();
        for (row, whole) in table.iter().zip(self.all_with_parts(on)) {
            let Some(ceiling) = row.ceiling.as_ref().and_then(|ceiling| ceiling.value()) else {
                continue;
            };
            let revised = whole.together().revised_or_stated();
            let certainty = revised.above(*ceiling);
            if certainty != Certainty::No && revised.unknown_parts() == 0 {
                let (line, ceiling) = (row.key.id, *ceiling);
                over.push(OverCeiling { line, ceiling, revised, certainty });
            }
        }
        over
    }

    /// What is open of a request or commitment by the end of a day; `None` for other movements and
    /// for those that are not entered or come later.
    ///
    /// See [`excesses`](Self::excesses) for an example.
    #[must_use]
    pub fn open(&self, movement: Id<Movement>, on: NaiveDate) -> Option<Money> {
        let at = self.place(movement)?;
        let on = day_number(on);
        let kind = self.columns.kind.get(at)?;
        let counts = super::enter::binds(*kind) && *self.columns.day.get(at)? <= on;
        let taken = *kernel::taken(&self.columns, on).get(at)?;
        counts.then(|| money(kernel::open(*self.columns.pence.get(at)?, taken))).flatten()
    }

    /// What goes beyond the requests and commitments that it takes up, by the end of a day.
    ///
    /// ```
    /// use programme::{document::Document, finance::Ledger};
    ///
    /// let text = r#"{"format": "programme/1", "programme": {"name": "Example"},
    ///   "budget_lines": [{"reference": "BL1", "title": "Consultants"}],
    ///   "movements": [
    ///     {"reference": "MOV1", "title": "Order", "kind": "commitment", "line": "BL1",
    ///      "date": "2021-05-10", "amount": "£200"},
    ///     {"title": "Invoice", "kind": "actual", "line": "BL1", "date": "2021-06-01",
    ///      "amount": "£230", "against": "MOV1"}]}"#;
    /// let programme = Document::from_json(text)?.check().strict()?;
    /// let (ledger, on) = (Ledger::of(&programme), "2021-06-30".parse()?);
    /// let order = programme.movements().by_reference("MOV1".parse()?).ok_or("no order")?;
    /// assert_eq!(ledger.open(order.key.id, on), Some("£0".parse()?), "never below nothing");
    /// let beyond: Vec<_> = ledger.excesses(on).iter().map(|excess| excess.amount).collect();
    /// assert_eq!(beyond, [Some("£30".parse()?)]);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn excesses(&self, on: NaiveDate) -> Vec<Excess> {
        kernel::excesses(self, day_number(on))
    }

    /// Which lines need no printed figure: those with a movement that gives them budget, on
    /// whatever day and entered or not, and those with parts.
    pub(super) fn given(&self) -> Vec<bool> {
        let table = self.programme.budget_lines();
        let mut given = vec![false; self.accounts + 1];
        let columns = &self.columns;
        let sides = columns.from.iter().zip(&columns.to);
        for (kind, (from, to)) in columns.kind.iter().zip(sides) {
            if super::enter::gives(*kind) {
                for account in [from, to] {
                    if let Some(given) = given.get_mut(*account as usize) {
                        *given = true;
                    }
                }
            }
        }
        let parents = table.iter().filter_map(|row| table.number(row.parent?));
        let gaps = self.gaps.iter().filter(|gap| gap.gives).map(|gap| gap.account);
        for number in parents.chain(gaps) {
            if let Some(given) = given.get_mut(number as usize) {
                *given = true;
            }
        }
        given.truncate(self.lines);
        given
    }

    /// What hangs on movements that name no account: that sums of the whole are not known.
    fn unplaced(&self, on: NaiveDate) -> Budgets {
        let nowhere = |gap: &&super::ledger::Gap| {
            gap.account == NONE && !gap.reserves && gap.from <= day_number(on)
        };
        let unentered = self.gaps.iter().filter(nowhere).count() as u64;
        let budget = Budget { unentered, ..Budget::default() };
        Budgets { cost: budget, income: budget }
    }
}

/// The sums of one line on its side.
fn side(line: &BudgetLine, budget: Budget) -> Budgets {
    let nothing = Budget::default();
    if line.income {
        Budgets { cost: nothing, income: budget }
    } else {
        Budgets { cost: budget, income: nothing }
    }
}

/// Places of a forest in an order in which each comes before its parent.
fn leaves_first(parents: &[Option<usize>]) -> Vec<usize> {
    let mut waiting = vec![0_usize; parents.len()];
    for parent in parents.iter().flatten() {
        if let Some(parts) = waiting.get_mut(*parent) {
            *parts += 1;
        }
    }
    let places = waiting.iter().enumerate();
    let mut order: Vec<usize> =
        places.filter(|(_, parts)| **parts == 0).map(|(at, _)| at).collect();
    let mut next = 0;
    while let Some(at) = order.get(next).copied() {
        next += 1;
        let Some(parent) = parents.get(at).copied().flatten() else { continue };
        if let Some(parts) = waiting.get_mut(parent) {
            *parts -= 1;
            if *parts == 0 {
                order.push(parent);
            }
        }
    }
    order
}
