//! What reserves hold on a day.

use chrono::NaiveDate;

use super::{
    Ledger, Total,
    enter::{ReserveEnds, number_of_reserve},
    kernel::{self, Flow, Flows},
    ledger::Gap,
    start::Start,
};
use crate::{
    model::{Claim, Movement, MovementKind, Programme, Reserve, StatedBalance, day_number},
    values::{Certainty, Id, Money},
};

/// What is authorised, and what is planned beside it.
///
/// See [`ReserveBalance`] for an example.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Split {
    /// What a decision authorises.
    pub authorised: Total,
    /// What rests on no decision, or on one that does not authorise it yet.
    pub planned: Total,
}

/// What a reserve holds, and how it came to that, up to the end of a day or over a period.
///
/// A commutative monoid: balances of several reserves merge in any order, and are not known where
/// one of them is not.
///
/// ```
/// use programme::{document::Document, finance::Ledger};
///
/// let text = r#"{"format": "programme/1", "programme": {"name": "Example"},
///   "bodies": [{"reference": "BODY1", "name": "Council", "kind": "council"}],
///   "decisions": [
///     {"reference": "DEC1", "title": "Phase 2", "act": "recommend", "onward": "BODY1",
///      "date": "22 June 2021"},
///     {"reference": "DEC2", "title": "Phase 2", "body": "BODY1", "act": "resolve",
///      "date": "14 July 2021", "follows": "DEC1"}],
///   "reserves": [{"reference": "RSV1", "name": "Management of Change"}],
///   "movements": [
///     {"reference": "MOV1", "title": "Opening", "kind": "opening", "reserve": "RSV1",
///      "date": "2021-04-01", "amount": "£701,000"},
///     {"reference": "MOV2", "title": "Phase 2", "kind": "drawdown", "reserve": "RSV1",
///      "date": "2021-06-30", "amount": "£361k", "decision": "DEC1"}]}"#;
/// let programme = Document::from_json(text)?.check().strict()?;
/// let ledger = Ledger::of(&programme);
/// let reserve = programme.reserves().iter().next().ok_or("no reserve")?.key.id;
/// let june = ledger.reserve(reserve, "2021-06-30".parse()?);
/// assert_eq!(june.drawdowns.planned.exact(), Some("£361,000".parse()?));
/// assert_eq!(june.closing().exact(), Some("£701,000".parse()?), "Cabinet only recommends it");
/// assert_eq!(june.closing_if_planned().exact(), Some("£340,000".parse()?));
/// let july = ledger.reserve(reserve, "2021-07-14".parse()?);
/// assert_eq!(july.closing().exact(), Some("£340,000".parse()?), "Council has resolved");
/// let draw = programme.movements().by_reference("MOV2".parse()?).ok_or("no draw")?;
/// assert_eq!(ledger.authorised_from(draw.key.id), Some("2021-07-14".parse()?));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct ReserveBalance {
    /// What it held at the start, opening balances of the period included. Exact where a movement
    /// gives it; else what the earliest stated balance implies, from its own day on or from the year
    /// of the first movement before it; else not known.
    pub opening: Total,
    /// Money put in.
    pub contributions: Split,
    /// Money taken out, by drawdowns and by supplementary estimates that name the reserve.
    pub drawdowns: Split,
    /// Money moved in from other reserves.
    pub transfers_in: Split,
    /// Money moved out to other reserves.
    pub transfers_out: Split,
    /// Money that other reserves no longer need, given to this one.
    pub releases_in: Split,
    /// Money no longer needed, given to balances.
    pub releases_out: Split,
    /// What is bound or asked for, and neither spent nor given free.
    pub committed: Total,
    /// What is dated by the end and not authorised by then, in all: what comes in less what goes
    /// out, earlier periods included.
    pub outstanding: Total,
    /// How many movements that name it could not be entered and may be authorised and count in the
    /// period. Those that are only planned leave [`outstanding`](Self::outstanding) not known.
    pub unentered: u64,
    /// What it holds at the end by what could be entered. Of a reserve whose first balance is stated
    /// for a day of the period, this is known and the opening is not.
    pub(super) held: Total,
}

impl Split {
    fn of(flow: Flow) -> Self {
        Self { authorised: Total::pence(flow.authorised), planned: Total::pence(flow.planned) }
    }

    /// Both together, part by part.
    #[must_use]
    pub fn merge(self, other: Self) -> Self {
        Self {
            authorised: self.authorised.merge(other.authorised),
            planned: self.planned.merge(other.planned),
        }
    }
}

impl ReserveBalance {
    pub(super) fn of(
        (opening, held): (Total, Total),
        flows: &Flows,
        outstanding: Total,
        unentered: u64,
    ) -> Self {
        Self {
            opening,
            contributions: Split::of(flows.contributions),
            drawdowns: Split::of(flows.drawdowns),
            transfers_in: Split::of(flows.transfers_in),
            transfers_out: Split::of(flows.transfers_out),
            releases_in: Split::of(flows.releases_in),
            releases_out: Split::of(flows.releases_out),
            committed: Total::pence(flows.committed),
            outstanding,
            unentered,
            held,
        }
    }

    /// What it holds at the end, by movements that are authorised: where it is known, the opening
    /// with what came in and less what went out.
    #[must_use]
    pub fn closing(&self) -> Total {
        self.held.merge(Total::unknown(self.unentered))
    }

    /// What it holds at the end if all that is planned by then happens as well.
    #[must_use]
    pub fn closing_if_planned(&self) -> Total {
        self.closing().merge(self.outstanding)
    }

    /// What was planned for earlier periods and is not authorised by the end: what comes in less what
    /// goes out. With it and what is planned for the period, the closing balance comes to
    /// [`closing_if_planned`](Self::closing_if_planned).
    #[must_use]
    pub fn planned_earlier(&self) -> Total {
        let into = [self.contributions, self.transfers_in, self.releases_in];
        let out = [self.drawdowns, self.transfers_out, self.releases_out];
        let sum = |parts: [Split; 3]| parts.iter().map(|part| part.planned).sum::<Total>();
        self.outstanding.less(sum(into)).merge(sum(out))
    }

    /// What it holds at the end, less what is bound or asked for.
    #[must_use]
    pub fn free(&self) -> Total {
        self.closing().less(self.committed)
    }

    /// Both together.
    #[must_use]
    pub fn merge(self, other: Self) -> Self {
        Self {
            opening: self.opening.merge(other.opening),
            contributions: self.contributions.merge(other.contributions),
            drawdowns: self.drawdowns.merge(other.drawdowns),
            transfers_in: self.transfers_in.merge(other.transfers_in),
            transfers_out: self.transfers_out.merge(other.transfers_out),
            releases_in: self.releases_in.merge(other.releases_in),
            releases_out: self.releases_out.merge(other.releases_out),
            committed: self.committed.merge(other.committed),
            outstanding: self.outstanding.merge(other.outstanding),
            unentered: self.unentered + other.unentered,
            held: self.held.merge(other.held),
        }
    }
}

impl std::iter::Sum for ReserveBalance {
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        parts.fold(Self::default(), Self::merge)
    }
}

/// What a stated balance implies, beside what the movements give.
///
/// See [`Ledger::implied`] for an example.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Implied {
    /// Which of the balances of the reserve's row it is, from 0.
    pub number: usize,
    /// The movement after which it stands, where it names one.
    pub movement: Option<Id<Movement>>,
    /// The balance as stated.
    pub stated: Total,
    /// Whether it is the one from which follows what the reserve held before its opening balance,
    /// or at all where it has none.
    pub base: bool,
    /// What the reserve held before that movement, if the stated balance is right; the amount of
    /// the movement is taken as printed, so that "£361k" is rounded to the thousand.
    pub before: Option<Total>,
    /// The same by each other amount that papers print of the movement: the first claim that prints
    /// it, and what the reserve held before if that amount is right.
    pub otherwise: Vec<(Id<Claim>, Total)>,
    /// What an opening balance, or else the earliest of the stated ones, and the movements give at
    /// the same point; not known without, nor where a movement by then could not be entered.
    pub reckoned: Total,
}

/// A reserve that holds, or may hold, less than nothing or than its floor.
///
/// See [`Ledger::short`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Short {
    /// The reserve.
    pub reserve: Id<Reserve>,
    /// What it holds by movements that are authorised.
    pub balance: Total,
    /// What it is not to fall below; nothing where no floor is given.
    pub floor: Money,
    /// Whether it surely is below, or may be.
    pub certainty: Certainty,
}

/// A movement as one reserve sees it.
pub(super) struct Posting {
    pub(super) place: usize,
    pub(super) opening: bool,
    pub(super) day: i32,
    /// The day from which it counts: dated and authorised.
    pub(super) counted: i32,
    pub(super) pence: i128,
}

/// The figure of a stated balance; a paper may leave out the pound sign.
pub(super) fn figure(balance: &StatedBalance) -> Total {
    balance.amount.as_ref().map_or(Total::unknown(1), Total::balance)
}

/// The amounts that papers print of a movement beside its own, each with the first claim that prints
/// it.
pub(crate) fn quotations(programme: &Programme, row: &Movement) -> Vec<(Id<Claim>, Total)> {
    let mut seen: Vec<Total> = row.amount.as_ref().map(Total::printed).into_iter().collect();
    let mut quoted = Vec::new();
    for claim in programme.claims() {
        let printed = claim.stated.as_ref().filter(|_| claim.of == Some(row.key.id.into()));
        let Some(printed) = printed.map(Total::stated).filter(|sum| sum.interval().is_some())
        else {
            continue;
        };
        if !seen.contains(&printed) {
            seen.push(printed);
            quoted.push((claim.key.id, printed));
        }
    }
    quoted
}

impl Ledger<'_> {
    /// What a reserve holds at the end of a day, and how it came to that; not known where there is
    /// no such reserve.
    ///
    /// See [`ReserveBalance`] for an example.
    #[must_use]
    pub fn reserve(&self, reserve: Id<Reserve>, on: NaiveDate) -> ReserveBalance {
        let number = number_of_reserve(self.programme, Some(reserve)) as usize;
        let balances = self.reserves(on);
        let at = number.checked_sub(self.lines);
        let (opening, held) = (Total::unknown(1), Total::unknown(1));
        let unknown = ReserveBalance { opening, held, ..ReserveBalance::default() };
        at.and_then(|at| balances.get(at)).copied().unwrap_or(unknown)
    }

    /// What each reserve holds at the end of a day, in the order of references.
    ///
    /// See [`ReserveBalance`] for what it holds.
    #[must_use]
    pub fn reserves(&self, on: NaiveDate) -> Vec<ReserveBalance> {
        self.periods(&[day_number(on)])
    }

    /// What each reserve did in each of the periods that end on these days, reserve by reserve; the
    /// first begins with the first movement.
    pub(super) fn periods(&self, ends: &[i32]) -> Vec<ReserveBalance> {
        let reserves = self.accounts - self.lines;
        let starts: Vec<Start> = (0..reserves).map(|number| self.start(number)).collect();
        let anew: Vec<i32> = starts.iter().map(Start::anew).collect();
        let flows = kernel::flows(self, ends, &anew);
        let (gaps, may) =
            (self.gaps_by(ends, |gap| gap.counted), self.gaps_by(ends, |gap| gap.from));
        let gaps: Vec<(u64, u64)> = gaps.into_iter().zip(may).collect();
        let width = ends.len().max(1);
        let rows = flows.chunks(width).zip(gaps.chunks(width)).zip(&starts);
        let mut periods = Vec::with_capacity(flows.len());
        for ((flows, gaps), start) in rows {
            let (mut moved, mut dated, mut counted, mut left) = (0, 0, 0, 0);
            let mut before: Option<i32> = None;
            for ((end, flows), (gaps, may)) in ends.iter().zip(flows).zip(gaps) {
                let opens = start.opens_by(*end) && !before.is_some_and(|day| start.opens_by(day));
                if opens && start.stated.is_some() {
                    // An opening balance tells anew what is there, whatever was there before.
                    moved = 0;
                }
                // What was left out before is not known at the start.
                let unknown = Total::unknown(left);
                let first = if opens { *end } else { before.unwrap_or(*end) };
                let opening = start.by(first).merge(Total::pence(moved + flows.opening));
                moved += flows.opening + flows.net();
                dated += flows.dated;
                counted += flows.counted;
                let held = start.by(*end).merge(Total::pence(moved)).merge(unknown);
                let ends = (opening.merge(unknown), held);
                let planned = Total::pence(dated - counted).merge(Total::unknown(may - gaps));
                periods.push(ReserveBalance::of(ends, flows, planned, *gaps - left));
                (left, before) = (*gaps, Some(*end));
            }
        }
        periods
    }

    /// How many movements of each reserve could not be entered and may count by the end of each
    /// period, from the day that is given of each.
    fn gaps_by(&self, ends: &[i32], from: impl Fn(&Gap) -> i32) -> Vec<u64> {
        let reserves = self.accounts - self.lines;
        let mut gaps = vec![0; reserves * ends.len()];
        for gap in &self.gaps {
            let Some(number) = (gap.account as usize).checked_sub(self.lines) else { continue };
            let first = ends.partition_point(|end| *end < from(gap));
            let row = (number < reserves).then(|| gaps.chunks_mut(ends.len().max(1)).nth(number));
            let cells = row.flatten().into_iter().flatten().skip(first);
            cells.for_each(|count| *count += 1);
        }
        gaps
    }

    /// The movements that change a reserve, with what they do to it.
    pub(super) fn postings(&self, number: usize) -> impl Iterator<Item = Posting> {
        let of = |(reserve, _): &(u32, u32)| (*reserve as usize) < number;
        let first = self.by_reserve.partition_point(of);
        let rows = self.by_reserve.get(first..).unwrap_or_default();
        let rows = rows.iter().take_while(move |(reserve, _)| *reserve as usize == number);
        let account = u32::try_from(self.lines + number).ok();
        rows.filter_map(move |(_, place)| {
            let (place, columns) = (*place as usize, &self.columns);
            let (day, pence) = (*columns.day.get(place)?, i128::from(*columns.pence.get(place)?));
            let into = columns.to.get(place).copied() == account;
            Some(Posting {
                place,
                opening: *columns.kind.get(place)? == MovementKind::Opening,
                counted: day.max(*columns.authorised.get(place)?),
                day,
                pence: if into { pence } else { -pence },
            })
        })
    }

    /// What each stated balance of a reserve implies, minimums left out.
    ///
    /// ```
    /// use programme::{finance::Ledger, model::{About, Draft, Movement, MovementKind, Reserve}};
    /// use programme::{model::StatedBalance, values::{Amount, Stated, When}};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let mut reserve = Reserve::new(draft.key("RSV1".parse()?), "Management of Change");
    /// let mut draw = Movement::new(draft.key("MOV1".parse()?), "Phase 2");
    /// (draw.kind, draw.reserve) = (Some(MovementKind::Drawdown), Some(reserve.key.id));
    /// draw.date = Some(When::read("22 June 2021"));
    /// draw.amount = Some(Amount::read("£361k"));
    /// reserve.balances.push(StatedBalance {
    ///     amount: Some(Stated::read("c£340k")),
    ///     after: Some(draw.key.id),
    ///     ..StatedBalance::default()
    /// });
    /// let id = reserve.key.id;
    /// draft.put(reserve);
    /// draft.put(draw);
    /// let programme = draft.finish()?;
    /// let implied = Ledger::of(&programme).implied(id);
    /// let before = implied.first().and_then(|balance| balance.before?.interval());
    /// let before = before.ok_or("not known")?;
    /// assert_eq!((before.low, before.high), (695_500.into(), 706_500.into()));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn implied(&self, reserve: Id<Reserve>) -> Vec<Implied> {
        let Some(row) = self.programme.get(reserve) else { return Vec::new() };
        let number = self.programme.reserves().number(reserve).map_or(usize::MAX, |n| n as usize);
        let balances = row.balances.iter().enumerate().filter(|(_, stated)| !stated.minimum);
        balances.map(|(at, balance)| self.implied_by(number, at, balance)).collect()
    }

    fn implied_by(&self, number: usize, at: usize, balance: &StatedBalance) -> Implied {
        let after = balance.after.and_then(|id| self.programme.get(id));
        let stated = figure(balance);
        let start = self.start(number);
        let is_base = start.stated.is_some_and(|base| base.number == at);
        let reckoned = self.point(number, balance).and_then(|(day, counted)| {
            let opened = start.opens_by(day);
            let held = match start.stated {
                // What moved before it is in the opening balance.
                Some(base) if opened => Total::default().less(Total::pence(base.until_opening)),
                _ if opened => Total::default(),
                Some(base) if !is_base => base.held,
                _ => return None,
            };
            Some(held.merge(Total::pence(counted)).merge(self.left_out(number, day)))
        });
        Implied {
            number: at,
            movement: balance.after,
            stated,
            base: is_base,
            before: after.map(|row| {
                let printed = row.amount.as_ref().map_or(Total::unknown(1), Total::printed);
                stated.less(self.done_by(number, row, printed))
            }),
            otherwise: after.map_or_else(Vec::new, |row| {
                let quoted = quotations(self.programme, row).into_iter();
                let before = |printed| stated.less(self.done_by(number, row, printed));
                quoted.map(|(claim, printed)| (claim, before(printed))).collect()
            }),
            reckoned: reckoned.unwrap_or(Total::unknown(1)),
        }
    }

    /// The movements of a reserve that could not be entered and may count in what it holds by the
    /// end of a day.
    pub(super) fn left_out(&self, number: usize, day: i32) -> Total {
        let ours = |gap: &&Gap| gap.account as usize == self.lines + number && gap.counted <= day;
        Total::unknown(self.gaps.iter().filter(ours).count() as u64)
    }

    /// What a movement does to a reserve, by its amount as printed: "£361k" is a rounded figure,
    /// pounds written out are what they say.
    fn done_by(&self, number: usize, row: &Movement, printed: Total) -> Total {
        let reserve = u32::try_from(number).ok().and_then(|at| self.programme.reserves().row(at));
        let ends = ReserveEnds::of(row).each();
        let ends = ends.filter(|(id, _)| reserve.is_some_and(|row| row.key.id == *id));
        let done = |(_, into)| if into { printed } else { Total::default().less(printed) };
        ends.map(done).reduce(Total::merge).unwrap_or(Total::unknown(1))
    }

    /// The reserves that hold, or may hold, less than nothing or than their floor by what is
    /// authorised at the end of a day; none of which the balance is not known.
    ///
    /// ```
    /// use programme::{document::Document, finance::Ledger};
    ///
    /// let text = r#"{"format": "programme/1", "programme": {"name": "Example"},
    ///   "reserves": [{"reference": "RSV1", "name": "General balance", "floor": "£2m"}],
    ///   "movements": [{"title": "Opening", "kind": "opening", "reserve": "RSV1",
    ///     "date": "2021-04-01", "amount": "£1.9m"}]}"#;
    /// let programme = Document::from_json(text)?.check().strict()?;
    /// let short = Ledger::of(&programme).short("2021-06-22".parse()?);
    /// let short = short.first().ok_or("none is short")?;
    /// assert_eq!(short.balance.exact(), Some("£1,900,000".parse()?));
    /// assert_eq!(short.floor, "£2,000,000".parse()?);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn short(&self, on: NaiveDate) -> Vec<Short> {
        let mut short = Vec::new();
        for (row, balance) in self.programme.reserves().iter().zip(self.reserves(on)) {
            let floor = row.floor.as_ref().and_then(|floor| floor.value()).copied();
            let (floor, balance) = (floor.unwrap_or(Money::NIL).max(Money::NIL), balance.closing());
            let certainty = balance.below(floor);
            if certainty != Certainty::No && balance.unknown_parts() == 0 {
                short.push(Short { reserve: row.key.id, balance, floor, certainty });
            }
        }
        short
    }
}
