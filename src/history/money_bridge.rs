//! From the revised budget of one period to that of the next, to the penny.

use std::{collections::BTreeMap, fmt};

use chrono::NaiveDate;

use super::Called;
use crate::{
    finance::{Budget, Ledger},
    model::{BudgetLine, MovementKind, Programme},
    values::{Id, Money},
};

/// The way from the revised budget of one period to that of the next, of cost and income apart.
///
/// See [`money_bridge`] for an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoneyBridge {
    /// Lines of cost.
    pub cost: MoneySide,
    /// Lines of income.
    pub income: MoneySide,
}

/// The lines of cost, or those of income.
///
/// See [`money_bridge`] for an example.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MoneySide {
    /// The revised budget before; none where it is not known.
    pub before: Option<Money>,
    /// The revised budget after; none where it is not known.
    pub after: Option<Money>,
    /// The lines that differ, in the order of references.
    pub lines: Vec<LineMoved>,
}

/// One line of which the revised budget differs, or which has come or gone.
///
/// See [`money_bridge`] for an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineMoved {
    /// The line.
    pub line: Called,
    /// What it is for.
    pub title: String,
    /// Whether it came, went, or is in both.
    pub change: LineChange,
    /// Its revised budget before: nothing where it was not there, none where it is not known.
    pub before: Option<Money>,
    /// Its revised budget after, likewise.
    pub after: Option<Money>,
    /// What each kind of movement that gives budget does to it, as far as movements could be
    /// entered and sums are within the bound of [`Money`]: together the difference, to the penny,
    /// where both sides are known.
    pub by_kind: Vec<(MovementKind, Money)>,
}

/// Whether a line came, went, or is in both states.
///
/// See [`money_bridge`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LineChange {
    /// It was not there, or not on this side.
    Added,
    /// It is not there any more, or not on this side.
    Removed,
    /// It is in both.
    Changed,
}

/// Explains how the revised budget of one period became that of the next: line by line, and within
/// a line by the kinds of movement that give budget. Where both ends are known the parts sum to
/// the difference exactly.
///
/// A line that turned from cost to income has gone from one side and come to the other.
///
/// ```
/// use programme::{document::Document, history::{self, LineChange}, model::MovementKind};
///
/// let state = |more: &str| {
///     let text = format!(r#"{{"format": "programme/1", "programme": {{"name": "Example"}},
///       "budget_lines": [{{"reference": "BL1", "title": "Staff"}},
///         {{"reference": "BL2", "title": "Training"}}],
///       "movements": [
///         {{"reference": "MOV1", "title": "Budget", "kind": "allocation", "line": "BL1",
///          "date": "2021-04-01", "amount": "£1,000"}},
///         {{"reference": "MOV2", "title": "Budget", "kind": "allocation", "line": "BL2",
///          "date": "2021-04-01", "amount": "£200"}}{more}]}}"#);
///     Document::from_json(&text).map(|document| document.check().strict())
/// };
/// let before = state("")??;
/// let after = state(r#", {"reference": "MOV3", "title": "Move", "kind": "virement", "line": "BL1",
///     "to_line": "BL2", "date": "2021-05-01", "amount": "£50.01"}"#)??;
/// let [april, may] = ["2021-04-30".parse()?, "2021-05-31".parse()?];
/// let cost = history::money_bridge(&before, april, &after, may).cost;
/// assert_eq!((cost.before, cost.after), (Some("£1,200".parse()?), Some("£1,200".parse()?)));
/// let moved: Vec<_> = cost.lines.iter().map(|line| line.by_kind.as_slice()).collect();
/// let virement = |pounds: &str| pounds.parse().map(|money| [(MovementKind::Virement, money)]);
/// assert_eq!(moved, [virement("-£50.01")?, virement("£50.01")?]);
/// assert!(cost.lines.iter().all(|line| line.change == LineChange::Changed));
/// assert_eq!(
///     cost.lines[0].to_string(),
///     "BL1: from £1,000.00 to £949.99 (virements -£50.01)"
/// );
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn money_bridge(
    before: &Programme,
    before_day: NaiveDate,
    after: &Programme,
    after_day: NaiveDate,
) -> MoneyBridge {
    let (old, new) = (Ledger::of(before), Ledger::of(after));
    let (from, to) = (old.budgets(before_day), new.budgets(after_day));
    let lines = Lines {
        before,
        after,
        was: by_line(before, &old, before_day),
        is: by_line(after, &new, after_day),
    };
    let side = |income, before: Budget, after: Budget| MoneySide {
        before: before.revised(),
        after: after.revised(),
        lines: lines.of_side(income),
    };
    MoneyBridge {
        cost: side(false, from.cost, to.cost),
        income: side(true, from.income, to.income),
    }
}

/// The budget of each line, and whether it is income.
type ByLine = BTreeMap<Id<BudgetLine>, (bool, Budget)>;

fn by_line(programme: &Programme, ledger: &Ledger<'_>, on: NaiveDate) -> ByLine {
    let rows = programme.budget_lines().iter().zip(ledger.lines(on));
    rows.map(|(row, budget)| (row.key.id, (row.income, budget))).collect()
}

/// The lines of two states.
struct Lines<'p> {
    before: &'p Programme,
    after: &'p Programme,
    was: ByLine,
    is: ByLine,
}

impl Lines<'_> {
    fn of_side(&self, income: bool) -> Vec<LineMoved> {
        let on_side = |lines: &ByLine, id| {
            lines.get(id).filter(|(of_income, _)| *of_income == income).map(|(_, budget)| *budget)
        };
        let mut ids: Vec<_> = self.was.keys().chain(self.is.keys()).collect();
        let reference =
            |id: &Id<BudgetLine>| self.after.reference(*id).or_else(|| self.before.reference(*id));
        ids.sort_by_key(|id| (reference(id), **id));
        ids.dedup();
        let moved = ids.into_iter().filter_map(|id| {
            let (change, programme) = match (on_side(&self.was, id), on_side(&self.is, id)) {
                (None, None) => return None,
                (None, Some(_)) => (LineChange::Added, self.after),
                (Some(_), None) => (LineChange::Removed, self.before),
                (Some(was), Some(is)) if same(&was, &is) => return None,
                (Some(_), Some(_)) => (LineChange::Changed, self.after),
            };
            let [was, is] =
                [&self.was, &self.is].map(|lines| on_side(lines, id).unwrap_or_default());
            Some(LineMoved {
                line: Called::of(programme, *id),
                title: programme.name(*id).unwrap_or_default().to_owned(),
                change,
                before: was.revised(),
                after: is.revised(),
                by_kind: by_kind(&was, &is),
            })
        });
        moved.collect()
    }
}

/// Whether a line has the same budget on both sides, from the same kinds of movement.
fn same(was: &Budget, is: &Budget) -> bool {
    was.revised() == is.revised() && parts(was) == parts(is)
}

/// What each kind of movement gave.
fn parts(budget: &Budget) -> [(MovementKind, Option<Money>); 7] {
    [
        (MovementKind::Allocation, budget.allocated()),
        (MovementKind::SupplementaryEstimate, budget.supplementary()),
        (MovementKind::Drawdown, budget.drawn()),
        (MovementKind::Virement, budget.vired()),
        (MovementKind::CarryForward, budget.carried()),
        (MovementKind::ContingencyRelease, budget.contingency_released()),
        (MovementKind::Reprofile, budget.reprofiled()),
    ]
}

fn by_kind(was: &Budget, is: &Budget) -> Vec<(MovementKind, Money)> {
    let both = parts(was).into_iter().zip(parts(is));
    let moved = both.filter_map(|((kind, was), (_, is))| Some((kind, is?.checked_sub(was?)?)));
    moved.filter(|(_, amount)| *amount != Money::default()).collect()
}

/// What movements of a kind that gives budget are called together.
fn called(kind: MovementKind) -> &'static str {
    match kind {
        MovementKind::SupplementaryEstimate => "supplementary estimates",
        MovementKind::Drawdown => "drawdowns",
        MovementKind::Virement => "virements",
        MovementKind::CarryForward => "carry-forwards",
        MovementKind::ContingencyRelease => "releases of contingency",
        MovementKind::Reprofile => "reprofiling",
        _ => "allocations",
    }
}

impl fmt::Display for LineMoved {
    /// `BL1: from £1,000.00 to £949.99 (virements -£50.01)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let amount = |money: Option<Money>| match money {
            Some(money) => money.to_string(),
            None => "not known".to_owned(),
        };
        write!(f, "{}: ", self.line)?;
        match self.change {
            LineChange::Added => write!(f, "added with {}", amount(self.after))?,
            LineChange::Removed => write!(f, "removed with {}", amount(self.before))?,
            LineChange::Changed => {
                write!(f, "from {} to {}", amount(self.before), amount(self.after))?;
            }
        }
        let parts: Vec<String> =
            self.by_kind.iter().map(|(kind, moved)| format!("{} {moved}", called(*kind))).collect();
        if parts.is_empty() { Ok(()) } else { write!(f, " ({})", parts.join(", ")) }
    }
}
