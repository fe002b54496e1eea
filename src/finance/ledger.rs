//! The ledger: accounts and movements, laid out once.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{
    Account, Unentered,
    authorised::{Authorised, NEVER},
    enter::{self, Entry, number_of_line, number_of_reserve},
};
use crate::{
    model::{Movement, MovementKind, NONE, Programme, Reserve, day_number},
    values::{Id, WorkingCalendar},
};

/// The movements of a programme laid out for sums: each account has a number, each movement its
/// day, its pence, what it takes up, and the first day on which it is authorised.
///
/// A date that is no single day (a month) counts from its last day on, when it has surely come;
/// [`may_have_happened`](Self::may_have_happened) lists what may have come before.
///
/// A movement is *authorised* from the first day by whose end its decision authorises it, as
/// [`governance::authority`](crate::governance::authority) says: a recommendation alone does not.
/// Until then, and where no decision is named, it is *planned*.
///
/// ```
/// use programme::{finance::Ledger, model::{About, Draft}};
/// use programme::model::{Key, Movement, MovementKind, Reserve};
/// use programme::values::{Amount, When};
///
/// let mut draft = Draft::new(About::named("example"));
/// let reserve = Reserve::new(draft.key("RSV1".parse()?), "Management of Change");
/// let mut opening = Movement::new(draft.key("MOV1".parse()?), "Opening balance");
/// opening.kind = Some(MovementKind::Opening);
/// opening.date = Some(When::read("1 April 2021"));
/// opening.amount = Some(Amount::read("£701,000"));
/// opening.reserve = Some(reserve.key.id);
/// let id = reserve.key.id;
/// draft.put(reserve);
/// draft.put(opening);
/// let programme = draft.finish()?;
/// let ledger = Ledger::of(&programme);
/// let balance = ledger.reserve(id, "2021-06-22".parse()?);
/// assert_eq!(balance.closing().exact(), Some("£701,000".parse()?));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Ledger<'p> {
    pub(super) programme: &'p Programme,
    /// How many lines there are; reserves are numbered after them.
    pub(super) lines: usize,
    pub(super) accounts: usize,
    pub(super) columns: Columns,
    pub(super) unentered: Vec<Unentered>,
    /// What could not be entered: the account that it would move and the first day on which it may
    /// count.
    pub(super) gaps: Vec<Gap>,
    /// The number of a reserve (from 0) and the place of a movement that changes it, in order.
    pub(super) by_reserve: Vec<(u32, u32)>,
    /// From which day on the balance of each account is known, and until before which.
    pub(super) known: Arc<[(i32, i32)]>,
}

/// Movements as columns: one entry a movement in each.
#[derive(Clone, Debug, Default)]
pub(super) struct Columns {
    /// The number of the row.
    pub(super) row: Vec<u32>,
    pub(super) kind: Vec<MovementKind>,
    /// Account numbers; an account too many stands for none.
    pub(super) from: Vec<u32>,
    pub(super) to: Vec<u32>,
    pub(super) earliest: Vec<i32>,
    pub(super) day: Vec<i32>,
    /// The first day on which it is authorised.
    pub(super) authorised: Vec<i32>,
    pub(super) pence: Vec<i64>,
    /// The place of the request or commitment that it takes up.
    pub(super) takes: Vec<u32>,
}

/// A hole in an account: a movement that could not be entered.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gap {
    pub(super) movement: Id<Movement>,
    /// [`NONE`] where no account is named.
    pub(super) account: u32,
    /// The first day on which the movement may count.
    pub(super) from: i32,
    /// The first day on which it may count in what a reserve holds: that by whose end it may be
    /// authorised, too. Before that it is only planned.
    pub(super) counted: i32,
    /// Whether it is about reserves alone.
    pub(super) reserves: bool,
    /// Whether the movement may give a line budget.
    pub(super) gives: bool,
}

impl<'p> Ledger<'p> {
    /// Lays out the movements of a programme.
    ///
    /// See [`Ledger`] for an example.
    #[must_use]
    pub fn of(programme: &'p Programme) -> Self {
        Self::with(programme, &WorkingCalendar::england_and_wales())
    }

    /// The same by a working calendar of the caller's, which says when call-in ends.
    #[must_use]
    pub fn with(programme: &'p Programme, calendar: &WorkingCalendar) -> Self {
        let lines = programme.budget_lines().len();
        let accounts = lines + programme.reserves().len();
        let mut ledger = Self {
            programme,
            lines,
            accounts,
            columns: Columns::default(),
            unentered: Vec::new(),
            gaps: Vec::new(),
            by_reserve: Vec::new(),
            known: Arc::default(),
        };
        let mut authorised = Authorised::new(programme, calendar);
        let mut places = vec![NONE; programme.movements().len()];
        for (number, row) in programme.movements().iter().enumerate() {
            match enter::enter(programme, row) {
                Ok(entry) => {
                    if let Some(place) = places.get_mut(number) {
                        *place = u32::try_from(ledger.columns.row.len()).unwrap_or(NONE);
                    }
                    // An opening balance is there, whoever decided it.
                    let opens = entry.kind == MovementKind::Opening;
                    let from = if opens { i32::MIN } else { authorised.from(row.decision) };
                    ledger.columns.push(number, &entry, from, accounts);
                }
                Err(fault) => {
                    ledger.unentered.push(Unentered { movement: row.key.id, fault });
                    let authorised = authorised.from(row.decision);
                    ledger.leave_gaps(row, authorised);
                }
            }
        }
        ledger.tie(&places);
        ledger.index_reserves();
        ledger.known = ledger.find_known();
        ledger
    }

    fn index_reserves(&mut self) {
        let columns = &self.columns;
        let sides = columns.from.iter().zip(&columns.to);
        for (place, (kind, (from, to))) in columns.kind.iter().zip(sides).enumerate() {
            if !enter::moves(*kind) {
                continue;
            }
            for account in [*from as usize, *to as usize] {
                let number = account.checked_sub(self.lines).filter(|_| account < self.accounts);
                let number = number.and_then(|number| u32::try_from(number).ok());
                let place = u32::try_from(place).ok();
                self.by_reserve.extend(number.zip(place));
            }
        }
        self.by_reserve.sort_unstable();
        self.by_reserve.shrink_to_fit();
    }

    /// Finds what each movement takes up.
    fn tie(&mut self, places: &[u32]) {
        let movements = self.programme.movements();
        let columns = &mut self.columns;
        for (at, (row, kind)) in columns.row.iter().zip(&columns.kind).enumerate() {
            let against = movements.row(*row).and_then(|row| row.against);
            let number =
                against.filter(|_| enter::takes_up(*kind)).and_then(|id| movements.number(id));
            let place = number.and_then(|number| places.get(number as usize)).copied();
            let bound = place.filter(|place| {
                let kind = columns.kind.get(*place as usize);
                *place as usize != at && kind.is_some_and(|kind| enter::binds(*kind))
            });
            columns.takes.push(bound.unwrap_or(NONE));
        }
    }

    fn leave_gaps(&mut self, row: &Movement, authorised: i32) {
        use MovementKind as M;
        let date = row.date.as_ref().and_then(|date| date.value());
        let from = date.map_or(i32::MIN, |date| day_number(date.earliest()));
        // An opening balance needs nobody's leave; what is bound is bound, whoever allowed it.
        let needs_leave = |kind: MovementKind| enter::moves(kind) && kind != MovementKind::Opening;
        let counted = if row.kind.is_some_and(needs_leave) { from.max(authorised) } else { from };
        // The accounts that it would move, or else all that it names.
        let sides = row.kind.and_then(|kind| enter::sides(self.programme, row, kind).ok());
        let mut named = sides.map_or_else(
            || {
                vec![
                    number_of_line(self.programme, row.line),
                    number_of_line(self.programme, row.to_line),
                    number_of_reserve(self.programme, row.reserve),
                    number_of_reserve(self.programme, row.to_reserve),
                ]
            },
            |sides| vec![sides.from, sides.to],
        );
        let reserves = matches!(
            row.kind,
            Some(M::Opening | M::Contribution | M::Drawdown | M::Transfer | M::ReserveRelease)
        );
        let gives = row.kind.is_none_or(enter::gives);
        let gap = |account| Gap { movement: row.key.id, account, from, counted, reserves, gives };
        named.retain(|number| *number != NONE);
        named.sort_unstable();
        named.dedup();
        if named.is_empty() {
            named.push(NONE);
        }
        self.gaps.extend(named.into_iter().map(gap));
    }

    /// The accounts, in the order of their numbers: budget lines, then reserves, each in the order
    /// of references.
    pub fn accounts(&self) -> impl Iterator<Item = Account> {
        let lines = self.programme.budget_lines().iter().map(|line| Account::Line(line.key.id));
        lines.chain(self.programme.reserves().iter().map(|row| Account::Reserve(row.key.id)))
    }

    /// How many movements are entered.
    #[must_use]
    pub fn len(&self) -> usize {
        self.columns.row.len()
    }

    /// Whether none is.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.columns.row.is_empty()
    }

    /// The movements that could not be entered, each with the reason, in the order of references.
    ///
    /// Figures of the accounts that they would move are not known from the day on which they may
    /// count; where a movement does not say enough for that, those of all accounts that it names.
    /// What no decision authorises is only planned: what a reserve holds is known without it, and
    /// what it would hold is not.
    ///
    /// ```
    /// use programme::{finance::{Fault, Ledger}, model::{About, Draft, Movement, MovementKind}};
    /// use programme::{model::BudgetLine, values::{Amount, Unread, When}};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let line = BudgetLine::new(draft.key("BL1".parse()?), "Consultants");
    /// let mut movement = Movement::new(draft.key("MOV1".parse()?), "Budget");
    /// movement.kind = Some(MovementKind::Allocation);
    /// movement.line = Some(line.key.id);
    /// movement.date = Some(When::read("1 April 2021"));
    /// movement.amount = Some(Amount::read("c£340k"));
    /// draft.put(line);
    /// draft.put(movement);
    /// let programme = draft.finish()?;
    /// let ledger = Ledger::of(&programme);
    /// let faults: Vec<Fault> = ledger.unentered().iter().map(|left| left.fault).collect();
    /// assert_eq!(faults, [Fault::Amount(Unread::NotUnderstood)]);
    /// assert_eq!(ledger.budgets("2021-06-22".parse()?).cost.revised(), None, "and not nought");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn unentered(&self) -> &[Unentered] {
        &self.unentered
    }

    /// The movements that may have happened by the end of a day, and need not have: dated "June
    /// 2021", as at 22 June. They do not count yet.
    ///
    /// ```
    /// use programme::{document::Document, finance::Ledger};
    ///
    /// let text = r#"{"format": "programme/1", "programme": {"name": "Example"},
    ///   "budget_lines": [{"reference": "BL1", "title": "Consultants"}],
    ///   "movements": [{"title": "Budget", "kind": "allocation", "line": "BL1", "date": "June 2021",
    ///     "amount": "£1,000"}]}"#;
    /// let programme = Document::from_json(text)?.check().strict()?;
    /// let ledger = Ledger::of(&programme);
    /// assert_eq!(ledger.still_to_come("2021-05-31".parse()?).len(), 1);
    /// assert_eq!(ledger.may_have_happened("2021-06-22".parse()?).len(), 1);
    /// let revised = |day: &str| day.parse().map(|day| ledger.budgets(day).cost.revised());
    /// assert_eq!(revised("2021-06-22")?, Some("£0".parse()?), "it does not count yet");
    /// assert_eq!(revised("2021-06-30")?, Some("£1,000".parse()?));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn may_have_happened(&self, on: NaiveDate) -> Vec<&'p Movement> {
        let on = day_number(on);
        let dates = self.columns.earliest.iter().zip(&self.columns.day);
        let rows = self.columns.row.iter().zip(dates);
        let may = rows.filter(|(_, (earliest, day))| **earliest <= on && on < **day);
        may.filter_map(|(row, _)| self.programme.movements().row(*row)).collect()
    }

    /// The first day by whose end a movement is authorised; none where nothing authorises it, or it
    /// is not entered. One that an undated decision authorises is so from the earliest day there is.
    ///
    /// See [`ReserveBalance`](super::ReserveBalance) for an example.
    #[must_use]
    pub fn authorised_from(&self, movement: Id<Movement>) -> Option<NaiveDate> {
        let at = self.place(movement)?;
        let day = self.columns.authorised.get(at).copied().filter(|day| *day != NEVER)?;
        NaiveDate::from_num_days_from_ce_opt(day)
    }

    /// The movements of a reserve that are dated by the end of a day and not authorised by then, in
    /// the order of references.
    ///
    /// See [`ReserveBalance`](super::ReserveBalance) for what is planned.
    #[must_use]
    pub fn unauthorised(&self, reserve: Id<Reserve>, on: NaiveDate) -> Vec<&'p Movement> {
        let on = day_number(on);
        let number = self.programme.reserves().number(reserve);
        let postings = number.map(|number| self.postings(number as usize));
        let planned = postings.into_iter().flatten();
        let planned = planned.filter(|posting| posting.day <= on && posting.counted > on);
        let rows = planned.filter_map(|posting| self.columns.row.get(posting.place));
        rows.filter_map(|row| self.programme.movements().row(*row)).collect()
    }

    /// The movements that have surely not happened by the end of a day: they do not count yet.
    ///
    /// See [`may_have_happened`](Self::may_have_happened) for an example.
    #[must_use]
    pub fn still_to_come(&self, on: NaiveDate) -> Vec<&'p Movement> {
        let on = day_number(on);
        let rows = self.columns.row.iter().zip(&self.columns.earliest);
        let later = rows.filter(|(_, earliest)| **earliest > on);
        later.filter_map(|(row, _)| self.programme.movements().row(*row)).collect()
    }

    /// What the columns take, in bytes.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let columns = &self.columns;
        let each = size_of::<MovementKind>() + size_of::<i64>() + 7 * size_of::<u32>();
        columns.row.len() * each
            + size_of_val(self.by_reserve.as_slice())
            + size_of_val(&*self.known)
    }

    /// The place of a movement in the columns.
    pub(super) fn place(&self, movement: Id<Movement>) -> Option<usize> {
        let number = self.programme.movements().number(movement)?;
        self.columns.row.binary_search(&number).ok()
    }
}

impl Columns {
    fn push(&mut self, number: usize, entry: &Entry, authorised: i32, none: usize) {
        let account = |number: u32| u32::try_from(none).map_or(number, |none| number.min(none));
        self.row.push(u32::try_from(number).unwrap_or(NONE));
        self.kind.push(entry.kind);
        self.from.push(account(entry.from));
        self.to.push(account(entry.to));
        self.earliest.push(day_number(entry.earliest));
        self.day.push(day_number(entry.latest));
        self.authorised.push(authorised);
        self.pence.push(entry.amount.pence());
    }
}
