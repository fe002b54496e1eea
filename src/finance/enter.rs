//! What a movement does to which accounts, and why some cannot be entered.

use std::fmt;

use crate::{
    model::{BudgetLine, Movement, MovementKind, NONE, Programme, Reserve},
    values::{Id, Money, Unread},
};

/// An account of the ledger: a budget line or a reserve.
///
/// See [`Ledger::balances`](super::Ledger::balances) for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Account {
    /// A budget line.
    Line(Id<BudgetLine>),
    /// A reserve.
    Reserve(Id<Reserve>),
}

/// A movement that could not be entered, and why.
///
/// See [`Ledger::unentered`](super::Ledger::unentered) for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Unentered {
    /// The movement.
    pub movement: Id<Movement>,
    /// What is wrong with it; the first of several.
    pub fault: Fault,
}

/// Why a movement cannot be entered.
///
/// See [`Ledger::unentered`](super::Ledger::unentered) for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Fault {
    /// Of what kind it is, is not said.
    NoKind,
    /// It has no date.
    NoDate,
    /// Its date cannot be read.
    Date(Unread),
    /// It has no amount.
    NoAmount,
    /// Its amount is no exact amount of pounds and pence.
    Amount(Unread),
    /// It does not name the account that its kind moves.
    NoAccount,
    /// It does not say to which account the money goes.
    NoDestination,
    /// It goes back to the account from which it comes.
    SameAccount,
    /// What it is to release is not named, or is neither a request nor a commitment.
    NothingReleased,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoKind => f.write_str("of what kind it is, is not said"),
            Self::NoDate => f.write_str("it has no date"),
            Self::Date(why) => write!(f, "its date cannot be read ({why})"),
            Self::NoAmount => f.write_str("it has no amount"),
            Self::Amount(why) => write!(f, "its amount is not exact pounds and pence ({why})"),
            Self::NoAccount => f.write_str("it does not name the account that it moves"),
            Self::NoDestination => f.write_str("it does not say where the money goes"),
            Self::SameAccount => f.write_str("it goes back to where it comes from"),
            Self::NothingReleased => f.write_str("it does not say which request or order it frees"),
        }
    }
}

/// A movement as the ledger has it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub(super) kind: MovementKind,
    /// Account numbers, or [`NONE`].
    pub(super) from: u32,
    pub(super) to: u32,
    pub(super) earliest: chrono::NaiveDate,
    pub(super) latest: chrono::NaiveDate,
    pub(super) amount: Money,
}

/// What is on which side of a movement: account numbers, or [`NONE`].
#[derive(Clone, Copy)]
pub(super) struct Sides {
    pub(super) from: u32,
    pub(super) to: u32,
}

/// The reserves that a movement changes: the one that it takes money out of, and the one that it
/// puts money into. An amount below nothing goes the other way.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct ReserveEnds {
    pub(crate) from: Option<Id<Reserve>>,
    pub(crate) to: Option<Id<Reserve>>,
}

impl ReserveEnds {
    pub(crate) fn of(row: &Movement) -> Self {
        use MovementKind as M;
        let (from, to) = match row.kind {
            Some(M::Opening | M::Contribution) => (None, row.reserve),
            Some(M::Drawdown | M::SupplementaryEstimate) => (row.reserve, None),
            Some(M::Transfer | M::ReserveRelease) => (row.reserve, row.to_reserve),
            _ => (None, None),
        };
        Self { from, to }
    }

    /// Both, each with whether money goes into it.
    pub(crate) fn each(self) -> impl Iterator<Item = (Id<Reserve>, bool)> {
        let from = self.from.map(|id| (id, false));
        from.into_iter().chain(self.to.map(|id| (id, true)))
    }
}

/// The reserve on which a request or commitment binds money: its own, or that of what it takes up.
pub(crate) fn bound_reserve(programme: &Programme, row: &Movement) -> Option<Id<Reserve>> {
    let kind = row.kind.filter(|kind| binds(*kind))?;
    let account = sides(programme, row, kind).ok()?.from as usize;
    let number = account.checked_sub(programme.budget_lines().len())?;
    let reserve = programme.reserves().row(u32::try_from(number).ok()?)?;
    Some(reserve.key.id)
}

/// Whether movements of a kind bind or hold money, until it is taken up.
pub(crate) fn binds(kind: MovementKind) -> bool {
    matches!(kind, MovementKind::Request | MovementKind::Commitment)
}

/// Whether movements of a kind take up what is bound or held.
pub(crate) fn takes_up(kind: MovementKind) -> bool {
    use MovementKind::{Actual, Commitment, Drawdown, Release};
    matches!(kind, Commitment | Actual | Drawdown | Release)
}

/// Whether movements of a kind change what a budget or a reserve holds.
pub(super) fn moves(kind: MovementKind) -> bool {
    use MovementKind::{Commitment, Forecast, Release, Request};
    !matches!(kind, Request | Commitment | Release | Forecast)
}

/// Whether movements of a kind give a line budget.
pub(super) fn gives(kind: MovementKind) -> bool {
    moves(kind) && kind != MovementKind::Actual
}

/// A movement as it is to be entered, or why it cannot be.
pub(super) fn enter(programme: &Programme, row: &Movement) -> Result<Entry, Fault> {
    let kind = row.kind.ok_or(Fault::NoKind)?;
    let Sides { from, to } = sides(programme, row, kind)?;
    let date = row.date.as_ref().ok_or(Fault::NoDate)?;
    let unread = |why: Option<Unread>| why.unwrap_or(Unread::NotUnderstood);
    let day = date.value().ok_or_else(|| Fault::Date(unread(date.unread())))?;
    let amount = row.amount.as_ref().ok_or(Fault::NoAmount)?;
    let money = amount.value().ok_or_else(|| Fault::Amount(unread(amount.unread())))?;
    Ok(Entry { kind, from, to, earliest: day.earliest(), latest: day.latest(), amount: *money })
}

/// The accounts that a movement of a kind moves.
pub(super) fn sides(
    programme: &Programme,
    row: &Movement,
    kind: MovementKind,
) -> Result<Sides, Fault> {
    use MovementKind as M;
    let line = |id: Option<Id<BudgetLine>>| number_of_line(programme, id);
    let reserve = |id: Option<Id<Reserve>>| number_of_reserve(programme, id);
    let named = |number: u32| if number == NONE { Err(Fault::NoAccount) } else { Ok(number) };
    let goal = |number: u32| if number == NONE { Err(Fault::NoDestination) } else { Ok(number) };
    let ends = ReserveEnds::of(row);
    let (out, into) = (reserve(ends.from), reserve(ends.to));
    let sides = match kind {
        M::Allocation | M::CarryForward | M::Forecast => {
            Sides { from: NONE, to: named(line(row.line))? }
        }
        M::SupplementaryEstimate => Sides { from: out, to: named(line(row.line))? },
        M::Virement | M::ContingencyRelease | M::Reprofile => {
            Sides { from: named(line(row.line))?, to: goal(line(row.to_line))? }
        }
        M::Opening | M::Contribution => Sides { from: NONE, to: named(into)? },
        M::Drawdown => Sides { from: named(out)?, to: line(row.line) },
        M::Transfer => Sides { from: named(out)?, to: goal(into)? },
        M::ReserveRelease => Sides { from: named(out)?, to: into },
        M::Actual => {
            let own = line(row.line);
            Sides {
                from: NONE,
                to: named(if own == NONE { taken(programme, row).to } else { own })?,
            }
        }
        M::Request | M::Commitment => {
            let own = Sides { from: reserve(row.reserve), to: line(row.line) };
            let none = own.from == NONE && own.to == NONE;
            let sides = if none { taken(programme, row) } else { own };
            named(sides.from.min(sides.to))?;
            sides
        }
        M::Release => released(programme, row)?,
    };
    let same = sides.from != NONE && sides.from == sides.to;
    if same { Err(Fault::SameAccount) } else { Ok(sides) }
}

/// The accounts of the request or commitment that a release frees.
fn released(programme: &Programme, row: &Movement) -> Result<Sides, Fault> {
    let of = row.against.filter(|of| *of != row.key.id).and_then(|of| programme.get(of));
    if !of.is_some_and(|of| of.kind.is_some_and(binds)) {
        return Err(Fault::NothingReleased);
    }
    let sides = taken(programme, row);
    let none = sides.from == NONE && sides.to == NONE;
    if none { Err(Fault::NoAccount) } else { Ok(sides) }
}

/// The accounts of what a movement takes up, found along what that takes up itself.
fn taken(programme: &Programme, row: &Movement) -> Sides {
    let mut at = row;
    // Rows that take one another up in a ring lead to no account; nor do chains that long.
    for _ in 0..64 {
        let Some(next) = at.against.and_then(|id| programme.get(id)) else { break };
        let line = number_of_line(programme, next.line);
        let reserve = number_of_reserve(programme, next.reserve);
        if line != NONE || reserve != NONE {
            return Sides { from: reserve, to: line };
        }
        at = next;
    }
    Sides { from: NONE, to: NONE }
}

pub(super) fn number_of_line(programme: &Programme, id: Option<Id<BudgetLine>>) -> u32 {
    id.and_then(|id| programme.budget_lines().number(id)).unwrap_or(NONE)
}

/// Reserves are numbered after all budget lines.
pub(super) fn number_of_reserve(programme: &Programme, id: Option<Id<Reserve>>) -> u32 {
    let lines = programme.budget_lines().len();
    let number = id.and_then(|id| programme.reserves().number(id));
    number.and_then(|number| u32::try_from(lines + number as usize).ok()).unwrap_or(NONE)
}
