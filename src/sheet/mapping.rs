//! Which row holds the headings, and what each column holds.

use std::collections::{HashMap, HashSet};

use super::{
    headings::role,
    read::{Sheet, SheetRow},
};
use crate::{
    model::{ColumnRole, PlanColumn},
    values::{Printed, Reported},
};

/// How a sheet is understood, as data: proposed by [`Sheet::propose`], the caller's to change.
///
/// ```
/// use programme::{model::ColumnRole, sheet::Sheet};
///
/// let sheet = Sheet::read("Action,Owner,Sponsoring group\nWrite it,COO,SLT\n");
/// let mut mapping = sheet.propose();
/// assert_eq!(mapping.header, Some(0));
/// assert_eq!(mapping.columns[2].holds, None, "the heading says nothing to the library");
/// mapping.columns[2].holds = Some(ColumnRole::Workstream);
/// assert_eq!(mapping.column(ColumnRole::Workstream), Some(2));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    /// The row of the headings, counted from 0; none where there is no such row, and then nothing
    /// is read as a table.
    pub header: Option<usize>,
    /// Every column of the sheet, with its heading as printed and what it holds. Of columns that
    /// hold the same, the first is read.
    pub columns: Vec<PlanColumn>,
}

impl Mapping {
    /// The column that holds something, counted from 0.
    ///
    /// See [`Mapping`] for an example.
    #[must_use]
    pub fn column(&self, holds: ColumnRole) -> Option<usize> {
        self.columns.iter().position(|column| column.holds == Some(holds))
    }

    /// Says what a column, counted from 0, holds; another that held the same holds nothing then.
    ///
    /// ```
    /// use programme::{model::ColumnRole, sheet::Sheet};
    ///
    /// let mut mapping = Sheet::read("Action,Original date,Revised date\n").propose();
    /// assert_eq!(mapping.column(ColumnRole::Timescale), Some(2));
    /// mapping.set(1, Some(ColumnRole::Timescale));
    /// assert_eq!(mapping.column(ColumnRole::Timescale), Some(1));
    /// assert_eq!(mapping.columns[2].holds, None);
    /// ```
    pub fn set(&mut self, column: usize, holds: Option<ColumnRole>) {
        for (at, each) in self.columns.iter_mut().enumerate() {
            if at == column {
                each.holds = holds;
            } else if each.holds == holds {
                each.holds = None;
            }
        }
    }

    /// Which column is read as what.
    pub(super) fn read(&self) -> HashMap<ColumnRole, usize> {
        let holding = self.columns.iter().enumerate();
        let holding = holding.filter_map(|(at, column)| Some((column.holds?, at)));
        // Of columns that hold the same, the first: entered last.
        holding.rev().collect()
    }

    pub(super) fn heading(&self, column: usize) -> &str {
        self.columns.get(column).map_or("", |column| column.heading.as_str())
    }
}

/// Titles above a table take no more rows than these.
const SEARCHED: usize = 60;

impl Sheet {
    /// What each column seems to hold, by its heading. A proposal: look at it, and change what was
    /// not meant.
    ///
    /// The row of headings is the one with the most that are known, and the first of those; rows
    /// above it are titles. Where two columns seem to hold the same, the first does, and
    /// [`import`](Sheet::import) reports the other.
    ///
    /// See [`Mapping`] for an example.
    #[must_use]
    pub fn propose(&self) -> Mapping {
        self.headed(header(self))
    }

    /// The same, where the row of the headings, counted from 0, is known.
    ///
    /// ```
    /// use programme::{model::ColumnRole, sheet::Sheet};
    ///
    /// let mapping = Sheet::read("The plan\nMassnahme,Owner\nWrite it,COO\n").propose_at(1);
    /// assert_eq!(mapping.column(ColumnRole::Lead), Some(1));
    /// ```
    #[must_use]
    pub fn propose_at(&self, header: usize) -> Mapping {
        self.headed(Some(header).filter(|at| *at < self.rows().len()))
    }

    fn headed(&self, header: Option<usize>) -> Mapping {
        let headings = header.and_then(|at| self.rows().get(at));
        // Headings over two lines: what the lower one does not say, the upper may.
        let above = header.and_then(|at| self.rows().get(at.checked_sub(1)?));
        let above =
            above.filter(|row| row.cells().iter().filter(|c| !c.trim().is_empty()).count() > 1);
        let mut taken = HashSet::new();
        let mut mapping = Mapping { header, columns: Vec::new() };
        for column in 0..self.width() {
            let heading = headings.map_or("", |row| row.cell(column)).trim().to_owned();
            let upper = || above.and_then(|row| role(row.cell(column)));
            let holds = role(&heading).or_else(upper);
            let holds = holds.map(|holds| self.settled(holds, column, header));
            let holds = holds.filter(|holds| taken.insert(*holds));
            mapping.columns.push(PlanColumn { heading, holds });
        }
        mapping
    }

    /// "Response" may mean whether the council accepts, or what it will do: the cells tell.
    fn settled(&self, holds: ColumnRole, column: usize, header: Option<usize>) -> ColumnRole {
        if holds != ColumnRole::Response {
            return holds;
        }
        let below = self.rows().iter().skip(header.map_or(0, |at| at + 1));
        let cells = below.map(|row| row.cell(column).trim()).filter(|cell| !cell.is_empty());
        let (mut verdicts, mut all) = (0_usize, 0_usize);
        for cell in cells {
            all += 1;
            let read = Printed::<Reported>::read(cell);
            verdicts += usize::from(read.value().is_some_and(|said| said.response.is_some()));
        }
        if verdicts * 2 >= all { holds } else { ColumnRole::Action }
    }
}

/// How many different things the best row of headings names.
pub(super) fn known_headings(sheet: &Sheet) -> usize {
    header(sheet).and_then(|at| sheet.rows().get(at)).map_or(0, |row| roles(row).len())
}

fn header(sheet: &Sheet) -> Option<usize> {
    let rows = sheet.rows().iter().enumerate().take(SEARCHED);
    let mut best = None;
    for (at, row) in rows {
        let found = roles(row);
        let filled = row.cells().iter().filter(|cell| !cell.trim().is_empty()).count();
        let work = [ColumnRole::Action, ColumnRole::Recommendation, ColumnRole::Response];
        // One word alone is a heading only where nothing stands beside it.
        let is_header = found.iter().any(|role| work.contains(role))
            && (found.len() > 1 || filled == 1 && row.cells().len() == 1);
        if is_header && best.is_none_or(|(_, count)| found.len() > count) {
            best = Some((at, found.len()));
        }
    }
    best.map(|(at, _)| at)
}

fn roles(row: &SheetRow) -> Vec<ColumnRole> {
    let mut found: Vec<_> = row.cells().iter().filter_map(|cell| role(cell)).collect();
    found.sort_unstable();
    found.dedup();
    found
}
