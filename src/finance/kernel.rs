//! The columnar passes: budgets of lines, what is open, flows of reserves, balances of accounts.
#![expect(
    clippy::indexing_slicing,
    reason = "columnar pass: places come from the columns' own length, accounts are below their count"
)]

use super::{
    Budget, Excess, Ledger,
    enter::{binds, moves},
    ledger::Columns,
    total::money,
};
use crate::model::{MovementKind, NONE};

impl Columns {
    /// The day from which a movement takes up what it names. A drawdown that nothing authorises
    /// takes nothing out of its reserve, and so takes up nothing that is bound there.
    fn taken_from(&self, at: usize) -> i32 {
        match self.kind[at] {
            MovementKind::Drawdown => self.day[at].max(self.authorised[at]),
            _ => self.day[at],
        }
    }
}

/// How much of each movement has been taken up by the end of a day.
pub(super) fn taken(columns: &Columns, on: i32) -> Vec<i128> {
    let mut taken = vec![0; columns.row.len()];
    for at in 0..columns.row.len() {
        if columns.takes[at] != NONE && columns.taken_from(at) <= on {
            taken[columns.takes[at] as usize] += i128::from(columns.pence[at]);
        }
    }
    taken
}

/// What is open of a request or commitment of which so much is taken up: never below nothing, and
/// never more than it was.
pub(super) fn open(pence: i64, taken: i128) -> i128 {
    let whole = i128::from(pence);
    (whole - taken).clamp(whole.min(0), whole.max(0))
}

/// The budget of each line as at a day, without what is said of lines that no movement touches.
pub(super) fn budgets(ledger: &Ledger<'_>, on: i32) -> Vec<Budget> {
    let columns = &ledger.columns;
    let taken = taken(columns, on);
    let mut budgets = vec![Budget::default(); ledger.accounts + 1];
    let mut touched = vec![false; ledger.accounts + 1];
    for (at, taken) in taken.iter().enumerate() {
        if columns.day[at] > on {
            continue;
        }
        let (from, to) = (columns.from[at] as usize, columns.to[at] as usize);
        let kind = columns.kind[at];
        (touched[from], touched[to]) = (true, true);
        if binds(kind) {
            let open = open(columns.pence[at], *taken);
            match kind {
                MovementKind::Request => budgets[to].requested += open,
                _ => budgets[to].committed += open,
            }
        } else {
            let pence = i128::from(columns.pence[at]);
            let planned = columns.authorised[at] > on;
            budgets[from].change(kind, -pence, planned);
            budgets[to].change(kind, pence, planned);
        }
    }
    forecasts(ledger, on, &mut budgets, &touched);
    budgets.truncate(ledger.lines);
    budgets
}

impl Budget {
    /// Adds what a movement does to a line.
    fn change(&mut self, kind: MovementKind, pence: i128, planned: bool) {
        use MovementKind as M;
        let part = match kind {
            M::Allocation => &mut self.allocated,
            M::SupplementaryEstimate => &mut self.supplementary,
            M::Drawdown => &mut self.drawn,
            M::Virement => &mut self.vired,
            M::CarryForward => &mut self.carried,
            M::ContingencyRelease => &mut self.released,
            M::Reprofile => &mut self.reprofiled,
            M::Actual => {
                self.actual += pence;
                return;
            }
            _ => return,
        };
        *part += pence;
        self.planned += if planned { pence } else { 0 };
    }
}

/// Adds what is still expected on each line: the newest forecast, less what was spent since.
fn forecasts(ledger: &Ledger<'_>, on: i32, budgets: &mut [Budget], touched: &[bool]) {
    let columns = &ledger.columns;
    let mut newest = vec![i32::MIN; ledger.accounts + 1];
    let forecast = |at: usize| columns.kind[at] == MovementKind::Forecast && columns.day[at] <= on;
    for at in (0..columns.row.len()).filter(|at| forecast(*at)) {
        let line = columns.to[at] as usize;
        newest[line] = newest[line].max(columns.day[at]);
    }
    let is_newest =
        |at: &usize| forecast(*at) && columns.day[*at] == newest[columns.to[*at] as usize];
    let mut candidates: Vec<usize> = (0..columns.row.len()).filter(is_newest).collect();
    candidates.sort_by_key(|at| (columns.to[*at], *at));
    let mut known: Vec<Option<i64>> = vec![None; ledger.accounts + 1];
    for group in candidates.chunk_by(|a, b| columns.to[*a] == columns.to[*b]) {
        known[columns.to[group[0]] as usize] = agreed(ledger, group);
    }
    let mut since = vec![0_i128; ledger.accounts + 1];
    for at in 0..columns.row.len() {
        let (line, day) = (columns.to[at] as usize, columns.day[at]);
        if columns.kind[at] == MovementKind::Actual && day <= on && day > newest[line] {
            since[line] += i128::from(columns.pence[at]);
        }
    }
    for line in 0..ledger.lines {
        match known[line] {
            Some(pence) => budgets[line].remaining += open(pence, since[line]),
            None => budgets[line].without_forecast += u64::from(touched[line]),
        }
    }
}

/// The amount of forecasts of one line and day: that of those which no other of them corrects, if
/// it is one amount.
fn agreed(ledger: &Ledger<'_>, group: &[usize]) -> Option<i64> {
    let columns = &ledger.columns;
    let row = |at: &usize| ledger.programme.movements().row(columns.row[*at]);
    let corrected: Vec<_> = group.iter().filter_map(|at| row(at)?.corrects).collect();
    let stands = |at: &&usize| {
        group.len() == 1 || row(at).is_some_and(|row| !corrected.contains(&row.key.id))
    };
    let mut amounts = group.iter().filter(stands).map(|at| columns.pence[*at]);
    let first = amounts.next()?;
    amounts.all(|amount| amount == first).then_some(first)
}

/// What goes beyond the requests and commitments that it takes up, by the end of a day: of several
/// the latest are beyond.
pub(super) fn excesses(ledger: &Ledger<'_>, on: i32) -> Vec<Excess> {
    let columns = &ledger.columns;
    let takes = |at: &usize| columns.takes[*at] != NONE && columns.taken_from(*at) <= on;
    let mut order: Vec<usize> = (0..columns.row.len()).filter(takes).collect();
    order.sort_by_key(|at| (columns.taken_from(*at), *at));
    let mut taken = vec![0_i128; columns.row.len()];
    let mut excesses = Vec::new();
    let beyond = |of: usize, taken: i128| {
        let whole = i128::from(columns.pence[of]);
        if whole < 0 { (whole - taken).max(0) } else { (taken - whole).max(0) }
    };
    for at in order {
        let of = columns.takes[at] as usize;
        let before = beyond(of, taken[of]);
        taken[of] += i128::from(columns.pence[at]);
        let more = beyond(of, taken[of]) - before;
        let id =
            |at: usize| ledger.programme.movements().row(columns.row[at]).map(|row| row.key.id);
        if more > 0
            && let (Some(movement), Some(against)) = (id(at), id(of))
        {
            excesses.push(Excess { movement, against, amount: money(more) });
        }
    }
    excesses
}

/// What moved in or out of a reserve in one period, in pence: authorised in it, and planned for it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Flow {
    pub(super) authorised: i128,
    pub(super) planned: i128,
}

/// The flows of one reserve in one period.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Flows {
    pub(super) opening: i128,
    pub(super) contributions: Flow,
    pub(super) drawdowns: Flow,
    pub(super) transfers_in: Flow,
    pub(super) transfers_out: Flow,
    pub(super) releases_in: Flow,
    pub(super) releases_out: Flow,
    /// What all that is dated in the period comes to, authorised or not.
    pub(super) dated: i128,
    /// What all that is dated and authorised by then, and not before the period, comes to.
    pub(super) counted: i128,
    /// What is open of requests and commitments at the end of the period.
    pub(super) committed: i128,
}

impl Flows {
    fn of(&mut self, kind: MovementKind, into: bool) -> Option<&mut Flow> {
        use MovementKind as M;
        Some(match (kind, into) {
            (M::Contribution, _) => &mut self.contributions,
            (M::Drawdown | M::SupplementaryEstimate, false) => &mut self.drawdowns,
            (M::Transfer, true) => &mut self.transfers_in,
            (M::Transfer, false) => &mut self.transfers_out,
            (M::ReserveRelease, true) => &mut self.releases_in,
            (M::ReserveRelease, false) => &mut self.releases_out,
            _ => return None,
        })
    }

    /// What is authorised in the period, in all.
    pub(super) fn net(&self) -> i128 {
        self.contributions.authorised + self.transfers_in.authorised + self.releases_in.authorised
            - self.drawdowns.authorised
            - self.transfers_out.authorised
            - self.releases_out.authorised
    }
}

/// The flows of each reserve in each of the periods that end on these days, which rise: reserve by
/// reserve. The first takes in all that is before it. What an account starts anew on a day leaves out
/// what was authorised earlier in that period.
pub(super) fn flows(ledger: &Ledger<'_>, ends: &[i32], anew: &[i32]) -> Vec<Flows> {
    let columns = &ledger.columns;
    let mut flows = vec![Flows::default(); (ledger.accounts - ledger.lines) * ends.len()];
    let period = |day: i32| ends.partition_point(|end| *end < day);
    for at in 0..columns.row.len() {
        let (kind, day) = (columns.kind[at], columns.day[at]);
        if !moves(kind) {
            continue;
        }
        let pence = i128::from(columns.pence[at]);
        let authorised = columns.authorised[at];
        let (dated, counted) = (period(day), period(day.max(authorised)));
        for (account, into) in [(columns.from[at], false), (columns.to[at], true)] {
            let account = account as usize;
            if account < ledger.lines || account >= ledger.accounts {
                continue;
            }
            let first = (account - ledger.lines) * ends.len();
            if kind == MovementKind::Opening {
                if dated < ends.len() {
                    flows[first + dated].opening += pence;
                    flows[first + dated].dated += pence;
                    flows[first + dated].counted += pence;
                }
                continue;
            }
            if dated < ends.len() {
                flows[first + dated].dated += if into { pence } else { -pence };
                if authorised > ends[dated]
                    && let Some(flow) = flows[first + dated].of(kind, into)
                {
                    flow.planned += pence;
                }
            }
            if counted < ends.len() {
                let (flow, anew) = (&mut flows[first + counted], anew[account - ledger.lines]);
                flow.counted += if into { pence } else { -pence };
                let before = day.max(authorised) < anew && period(anew) == counted;
                if let Some(flow) = flow.of(kind, into).filter(|_| !before) {
                    flow.authorised += pence;
                }
            }
        }
    }
    for (number, end) in ends.iter().enumerate() {
        let taken = taken(columns, *end);
        for (at, taken) in taken.iter().enumerate() {
            let account = columns.from[at] as usize;
            let bound = binds(columns.kind[at]) && columns.day[at] <= *end;
            if bound && account >= ledger.lines && account < ledger.accounts {
                flows[(account - ledger.lines) * ends.len() + number].committed +=
                    open(columns.pence[at], *taken);
            }
        }
    }
    flows
}
