//! Laws of money, each over movements made at random.

use chrono::{Days, NaiveDate};
use programme::{
    Decision, Programme,
    finance::{self, Account, Budgets, Ledger, MediumTerm, ReserveBalance, Total, apportion},
    model::{About, Act, BudgetLine, DecisionState, Draft, Movement, MovementKind, Reserve},
    strategy,
    values::{Amount, Certainty, FinancialYear, Id, Money, Printed, Stated, When},
};
use proptest::prelude::*;

use crate::day;

const LINES: usize = 4;
const RESERVES: usize = 3;

const KINDS: [MovementKind; 16] = [
    MovementKind::Allocation,
    MovementKind::Virement,
    MovementKind::SupplementaryEstimate,
    MovementKind::CarryForward,
    MovementKind::ContingencyRelease,
    MovementKind::Reprofile,
    MovementKind::Request,
    MovementKind::Commitment,
    MovementKind::Actual,
    MovementKind::Release,
    MovementKind::Forecast,
    MovementKind::Opening,
    MovementKind::Contribution,
    MovementKind::Drawdown,
    MovementKind::Transfer,
    MovementKind::ReserveRelease,
];

/// A movement as it is made up: kind, day from 1 April 2020 on, pence, accounts, what it takes up,
/// which decision it names.
#[derive(Clone, Debug)]
struct Made {
    kind: usize,
    day: u64,
    pence: i64,
    from: usize,
    step: usize,
    against: Option<usize>,
    decision: Option<usize>,
}

fn made() -> impl Strategy<Value = Vec<Made>> {
    let one = (
        0..KINDS.len(),
        0..900_u64,
        prop_oneof![1..100_000_i64, -5_000..0_i64],
        0..LINES,
        1..RESERVES,
        prop::option::of(0..30_usize),
        prop::option::weighted(0.7, 0..3_usize),
    );
    let one = one.prop_map(|(kind, day, pence, from, step, against, decision)| Made {
        kind,
        day,
        pence,
        from,
        step,
        against,
        decision,
    });
    prop::collection::vec(one, 0..40)
}

fn from_start(days: u64) -> NaiveDate {
    day("2020-04-01").checked_add_days(Days::new(days)).unwrap()
}

/// The programme of these movements; each has the reference that its place in `names` says.
fn build(made: &[Made], names: &[usize]) -> Programme {
    let mut draft = Draft::new(About::named("example"));
    let decisions: Vec<Id<Decision>> = (0..3)
        .map(|number| {
            let key = draft.key(format!("DEC{}", number + 1).parse().unwrap());
            let mut row = Decision::new(key, "Money");
            // One made early, one made late, one that only recommends.
            row.act = Some(if number == 2 { Act::Recommend } else { Act::Resolve });
            row.state = Some(DecisionState::Made);
            row.date = (number == 1).then(|| Printed::read("1 June 2021"));
            let id = row.key.id;
            draft.put(row);
            id
        })
        .collect();
    let lines: Vec<Id<BudgetLine>> = (1..=LINES)
        .map(|number| {
            let key = draft.key(format!("BL{number}").parse().unwrap());
            let id = key.id;
            let mut row = BudgetLine::new(key, "Line");
            row.income = number == LINES;
            draft.put(row);
            id
        })
        .collect();
    let reserves: Vec<Id<Reserve>> = (1..=RESERVES)
        .map(|number| {
            let key = draft.key(format!("RSV{number}").parse().unwrap());
            let id = key.id;
            let mut row = Reserve::new(key, "Reserve");
            row.floor = (number == 1).then(|| Amount::read("£500"));
            draft.put(row);
            id
        })
        .collect();
    let keys: Vec<_> = (0..made.len())
        .map(|at| draft.key(format!("MOV{}", names[at] + 1).parse().unwrap()))
        .collect();
    let ids: Vec<Id<Movement>> = keys.iter().map(|key| key.id).collect();
    for (made, key) in made.iter().zip(keys) {
        let mut row = Movement::new(key, "Movement");
        let kind = KINDS[made.kind];
        row.kind = Some(kind);
        row.date = Some(When::read(&from_start(made.day).to_string()));
        row.amount = Some(Money::from_pence(made.pence).unwrap().into());
        row.against = made.against.and_then(|at| ids.get(at)).copied();
        row.decision = made.decision.map(|at| decisions[at]);
        let (line, to_line) = (lines[made.from], lines[(made.from + made.step) % LINES]);
        let number = made.from % RESERVES;
        let (reserve, to_reserve) = (reserves[number], reserves[(number + made.step) % RESERVES]);
        use MovementKind as M;
        match kind {
            M::Virement | M::ContingencyRelease | M::Reprofile => {
                (row.line, row.to_line) = (Some(line), Some(to_line));
            }
            M::Opening | M::Contribution | M::ReserveRelease => row.reserve = Some(reserve),
            M::Transfer => (row.reserve, row.to_reserve) = (Some(reserve), Some(to_reserve)),
            M::Drawdown | M::SupplementaryEstimate => {
                (row.reserve, row.line) = (Some(reserve), Some(line));
            }
            _ => row.line = Some(line),
        }
        draft.put(row);
    }
    draft.finish().unwrap()
}

fn in_order(made: &[Made]) -> Programme {
    build(made, &(0..made.len()).collect::<Vec<_>>())
}

/// Every figure of a ledger on a day.
fn figures(programme: &Programme, on: NaiveDate) -> (Vec<finance::Budget>, Vec<ReserveBalance>) {
    let ledger = Ledger::of(programme);
    (ledger.lines(on), ledger.reserves(on))
}

fn pence(total: Total) -> Option<i64> {
    total.exact().map(Money::pence)
}

/// Figures as papers print them, and what is none.
const FIGURES: &[&str] = &[
    "£361k",
    "c£340k",
    "£7.5m",
    "under £2.35m",
    "up to £50",
    "£800k to £900k",
    "nil",
    "about £1,234,567.89",
    "over 390",
    "-£1.5",
    "TBC",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn no_order_of_movements_changes_a_figure(
        (made, names) in made().prop_flat_map(|made| {
            let names: Vec<usize> = (0..made.len()).collect();
            (Just(made), Just(names).prop_shuffle())
        }),
        on in 0..950_u64,
    ) {
        let on = from_start(on);
        prop_assert_eq!(figures(&in_order(&made), on), figures(&build(&made, &names), on));
    }

    #[test]
    fn figures_of_a_day_are_those_of_the_movements_not_after_it(made in made(), on in 0..950_u64) {
        // What is left out is still there to be taken up, so that nothing else changes its account.
        let day = from_start(on);
        let whole = in_order(&made);
        let mut draft = whole.to_draft();
        for row in whole.movements() {
            if row.date.as_ref().unwrap().value().unwrap().latest() > day {
                let mut later = row.clone();
                later.amount = Some(Money::NIL.into());
                draft.put(later);
            }
        }
        prop_assert_eq!(figures(&whole, day), figures(&draft.finish().unwrap(), day));
    }

    #[test]
    fn what_moves_within_the_budget_or_the_reserves_adds_up_to_nothing(
        made in made(),
        on in 0..950_u64,
    ) {
        let on = from_start(on);
        let programme = in_order(&made);
        let ledger = Ledger::of(&programme);
        let all: finance::Budget = ledger.lines(on).into_iter().sum();
        prop_assert_eq!(all.vired(), Some(Money::NIL));
        prop_assert_eq!(all.reprofiled(), Some(Money::NIL));
        prop_assert_eq!(all.contingency_released(), Some(Money::NIL));
        let reserves: ReserveBalance = ledger.reserves(on).into_iter().sum();
        prop_assert_eq!(reserves.transfers_in, reserves.transfers_out);
        // What budgets come to is what was put in from outside, to the penny.
        use MovementKind as M;
        let outside = [M::Allocation, M::SupplementaryEstimate, M::CarryForward, M::Drawdown];
        let given = made.iter().filter(|m| outside.contains(&KINDS[m.kind]));
        let given: i64 =
            given.filter(|m| from_start(m.day) <= on).map(|m| m.pence).sum();
        let parts = [all.allocated(), all.supplementary(), all.carried(), all.drawn()];
        let parts = Money::total(parts.into_iter().map(Option::unwrap));
        prop_assert_eq!(parts.map(Money::pence), Some(given));
    }

    #[test]
    fn reserves_hold_what_a_simple_sum_gives(made in made(), on in 0..950_u64) {
        let on = from_start(on);
        let programme = in_order(&made);
        let authorised = |m: &Made| match m.decision {
            Some(0) => true,
            Some(1) => day("2021-06-01") <= on,
            _ => false,
        };
        let balances = Ledger::of(&programme).reserves(on);
        for (number, balance) in balances.iter().enumerate() {
            let (mut held, mut planned, mut opened) = (0, 0, false);
            for m in made.iter().filter(|m| from_start(m.day) <= on) {
                let from = m.from % RESERVES;
                let to = (from + m.step) % RESERVES;
                use MovementKind as M;
                let change = match KINDS[m.kind] {
                    M::Opening | M::Contribution if from == number => m.pence,
                    M::Drawdown | M::SupplementaryEstimate | M::ReserveRelease if from == number => {
                        -m.pence
                    }
                    M::Transfer if from == number => -m.pence,
                    M::Transfer if to == number => m.pence,
                    _ => 0,
                };
                let opens = KINDS[m.kind] == M::Opening && from == number;
                opened |= opens;
                planned += change;
                held += if opens || authorised(m) { change } else { 0 };
            }
            prop_assert_eq!(pence(balance.closing()), opened.then_some(held));
            prop_assert_eq!(pence(balance.closing_if_planned()), opened.then_some(planned));
        }
    }

    #[test]
    fn what_is_below_nothing_or_its_floor_is_always_listed(made in made(), on in 0..950_u64) {
        let on = from_start(on);
        let programme = in_order(&made);
        let ledger = Ledger::of(&programme);
        let short = ledger.short(on);
        for (row, balance) in programme.reserves().into_iter().zip(ledger.reserves(on)) {
            let floor = if row.key.reference.to_string() == "RSV1" { 50_000 } else { 0 };
            let below = pence(balance.closing()).is_some_and(|held| held < floor);
            let listed = short.iter().find(|short| short.reserve == row.key.id);
            prop_assert_eq!(listed.map(|s| s.certainty), below.then_some(Certainty::Certainly));
        }
    }

    #[test]
    fn what_is_open_is_never_below_nothing_and_what_goes_beyond_is_listed(
        mut made in made(),
        on in 0..950_u64,
    ) {
        made.iter_mut().for_each(|m| m.pence = m.pence.abs());
        let on = from_start(on);
        let programme = in_order(&made);
        let ledger = Ledger::of(&programme);
        let excesses = ledger.excesses(on);
        for row in programme.movements() {
            let Some(open) = ledger.open(row.key.id, on) else { continue };
            let amount = row.amount.as_ref().unwrap().value().unwrap().pence();
            prop_assert!((0..=amount).contains(&open.pence()));
            let beyond = excesses.iter().filter(|excess| excess.against == row.key.id);
            let beyond: i64 = beyond.map(|excess| excess.amount.unwrap().pence()).sum();
            prop_assert!(beyond == 0 || open == Money::NIL);
        }
    }

    #[test]
    fn balances_at_once_are_those_one_by_one(made in made(), days in prop::collection::vec(0..950_u64, 1..6)) {
        let programme = in_order(&made);
        let ledger = Ledger::of(&programme);
        let days: Vec<NaiveDate> = days.into_iter().map(from_start).collect();
        let balances = ledger.balances(&days);
        for day in days {
            for (line, budget) in programme.budget_lines().into_iter().zip(ledger.lines(day)) {
                let spent = budget.actual().unwrap();
                let known = budget.revised().and_then(|revised| revised.checked_sub(spent));
                prop_assert_eq!(balances.of(Account::Line(line.key.id), day), known);
            }
            for (row, balance) in programme.reserves().into_iter().zip(ledger.reserves(day)) {
                let held = balances.of(Account::Reserve(row.key.id), day);
                prop_assert_eq!(held, balance.closing().exact());
            }
        }
    }

    #[test]
    fn a_year_opens_as_the_one_before_closed(made in made()) {
        let programme = in_order(&made);
        let ledger = Ledger::of(&programme);
        let years: [FinancialYear; 2] = ["2021/22", "2022/23"].map(|year| year.parse().unwrap());
        let statement = ledger.reserve_statement(years[0], years[1]);
        for row in programme.reserves() {
            let [first, second] = years.map(|year| statement.row(row.key.id, year).unwrap().balance);
            if first.closing().exact().is_some() {
                let opened = second.opening.exact().map(Money::pence);
                let opening: i64 = made
                    .iter()
                    .filter(|m| KINDS[m.kind] == MovementKind::Opening)
                    .filter(|m| row.key.reference.to_string() == format!("RSV{}", m.from % RESERVES + 1))
                    .filter(|m| from_start(m.day) >= years[1].first_day())
                    .map(|m| m.pence)
                    .sum();
                prop_assert_eq!(opened, pence(first.closing()).map(|held| held + opening));
            }
            let last = ledger.reserve(row.key.id, years[1].last_day());
            prop_assert_eq!(second.closing(), last.closing());
            prop_assert_eq!(second.closing_if_planned(), last.closing_if_planned());
            prop_assert_eq!(second.committed, last.committed);
        }
    }

    #[test]
    fn sums_merge_in_any_order_and_nothing_adds_nothing(made in made(), days in prop::array::uniform3(0..950_u64)) {
        let programme = in_order(&made);
        let ledger = Ledger::of(&programme);
        let [a, b, c]: [Budgets; 3] = days.map(|day| ledger.budgets(from_start(day)));
        prop_assert_eq!(a.merge(b).merge(c), a.merge(b.merge(c)));
        prop_assert_eq!(a.merge(b), b.merge(a));
        prop_assert_eq!(a.merge(Budgets::default()), a);
        let [a, b, c]: [ReserveBalance; 3] =
            days.map(|day| ledger.reserves(from_start(day)).into_iter().sum());
        prop_assert_eq!(a.merge(b).merge(c), a.merge(b.merge(c)));
        prop_assert_eq!(a.merge(b), b.merge(a));
        prop_assert_eq!(a.merge(ReserveBalance::default()), a);
    }

    #[test]
    fn totals_merge_in_any_order(words in [
        prop::sample::select(FIGURES),
        prop::sample::select(FIGURES),
        prop::sample::select(FIGURES),
    ]) {
        let [a, b, c] = words.map(|words| Total::stated(&Stated::read(words)));
        prop_assert_eq!(a.merge(b).merge(c), a.merge(b.merge(c)));
        prop_assert_eq!(a.merge(b), b.merge(a));
        prop_assert_eq!(a.merge(Total::default()), a);
    }

    #[test]
    fn shares_add_up_and_are_within_a_penny(
        amount in -1_000_000_000_000_000..=1_000_000_000_000_000_i64,
        weights in prop::collection::vec(0..u64::MAX / 40, 1..40),
    ) {
        let amount = Money::from_pence(amount).unwrap();
        let total: u128 = weights.iter().map(|weight| u128::from(*weight)).sum();
        prop_assume!(total > 0);
        let shares = apportion(amount, weights.iter().copied()).unwrap();
        prop_assert_eq!(Money::total(shares.iter().copied()), Some(amount));
        let whole = u128::from(amount.pence().unsigned_abs());
        for (share, weight) in shares.iter().zip(&weights) {
            // Exact by whole numbers: within one of whole x weight / total.
            let floor = whole * u128::from(*weight) / total;
            let share = u128::from(share.pence().unsigned_abs());
            prop_assert!(share == floor || share == floor + 1);
        }
    }

    #[test]
    fn every_movement_is_entered_or_listed(programme in strategy::programmes(), on in 0..950_u64) {
        let ledger = Ledger::of(&programme);
        prop_assert_eq!(ledger.len() + ledger.unentered().len(), programme.movements().len());
        let on = from_start(on);
        let _ = (ledger.over_ceiling(on), ledger.short(on), ledger.excesses(on));
        let _ = (ledger.repeats(), ledger.outside_life(), ledger.may_have_happened(on));
        let _ = (ledger.unused_links(), ledger.still_to_come(on), ledger.balances(&[on]));
        programme.reserves().iter().for_each(|row| drop(ledger.implied(row.key.id)));
        let by = ledger.breakdown(on, |line| line.fund);
        let groups = by.groups.iter().map(|(_, sums)| *sums);
        prop_assert_eq!(groups.chain([by.unassigned]).sum::<Budgets>(), by.total);
        let term = ledger.medium_term(on);
        prop_assert_eq!(term.clone().merge(MediumTerm::default()), term);
    }
}
