//! Worked examples of budgets and reserves, each stated by hand.

use programme::{
    Programme,
    document::Document,
    finance::{
        self, Account, ApportionError, Budget, Fault, Ledger, LifeSide, ReserveBalance, Total,
        apportion,
    },
    model::{BudgetLine, Fund, Movement, Nature, Reserve},
    values::{Certainty, FinancialYear, Id, Interval, Money, Stated, Unread},
};
use rust_decimal::Decimal;

use crate::{day, document};

/// A programme of lists as a document has them, read whatever is wrong with single words.
fn programme(lists: &str) -> Programme {
    Document::from_json(&document(lists)).unwrap().check().lenient().0
}

/// One line, its movements (each the fields of a row), and whatever else there is.
fn line(movements: &[&str]) -> Programme {
    lines(r#"{"reference": "BL1", "title": "Consultants"}"#, movements)
}

fn lines(lines: &str, movements: &[&str]) -> Programme {
    programme(&format!(r#""budget_lines": [{lines}], "movements": [{}]"#, rows(movements)))
}

fn reserve(fields: &str, movements: &[&str], other: &str) -> Programme {
    let reserve = format!(r#"{{"reference": "RSV1", "name": "Management of Change"{fields}}}"#);
    let movements = rows(movements);
    programme(&format!(r#"{other} "reserves": [{reserve}], "movements": [{movements}]"#))
}

/// A decision that authorises from 24 February 2021 on.
const RESOLVED: &str = r#""decisions": [{"reference": "DEC1", "title": "Budget", "act": "resolve",
    "date": "24 February 2021"}],"#;

fn rows(movements: &[&str]) -> String {
    let rows = movements.iter().enumerate().map(|(at, fields)| {
        format!(r#"{{"reference": "MOV{}", "title": "Movement {}", {fields}}}"#, at + 1, at + 1)
    });
    rows.collect::<Vec<_>>().join(", ")
}

fn pounds(text: &str) -> Option<Money> {
    Some(text.parse().unwrap())
}

fn budget(programme: &Programme, on: &str) -> Budget {
    finance::budgets(programme, day(on)).cost
}

fn bl(programme: &Programme, reference: &str) -> Id<BudgetLine> {
    programme.budget_lines().by_reference(reference.parse().unwrap()).unwrap().key.id
}

fn mov(programme: &Programme, reference: &str) -> Id<Movement> {
    programme.movements().by_reference(reference.parse().unwrap()).unwrap().key.id
}

fn rsv(programme: &Programme, reference: &str) -> Id<Reserve> {
    programme.reserves().by_reference(reference.parse().unwrap()).unwrap().key.id
}

fn held(programme: &Programme, on: &str) -> ReserveBalance {
    Ledger::of(programme).reserve(rsv(programme, "RSV1"), day(on))
}

fn ends(total: Total) -> (Decimal, Decimal) {
    let Interval { low, high, .. } = total.interval().unwrap();
    (low, high)
}

fn year(text: &str) -> FinancialYear {
    text.parse().unwrap()
}

const GIVEN: &str =
    r#""kind": "allocation", "line": "BL1", "date": "2021-04-01", "amount": "£1,000""#;
const REQUEST: &str = r#""kind": "request", "line": "BL1", "date": "2021-05-01", "amount": "£300""#;
const ORDER: &str = r#""kind": "commitment", "line": "BL1", "date": "2021-05-10", "amount": "£200",
    "against": "MOV2""#;
const INVOICE: &str = r#""kind": "actual", "line": "BL1", "date": "2021-06-01", "amount": "£200",
    "against": "MOV3""#;
const MORE: &str = r#""kind": "request", "line": "BL1", "date": "2021-06-10", "amount": "£50""#;

#[test]
fn requests_orders_and_invoices_take_one_another_up() {
    let programme = line(&[GIVEN, REQUEST, ORDER, INVOICE, MORE]);
    let available = |on| budget(&programme, on).available();
    assert_eq!(available("2021-04-30"), pounds("1,000"));
    assert_eq!(available("2021-05-01"), pounds("700"), "300 are asked for");
    assert_eq!(available("2021-05-10"), pounds("700"), "200 of them are ordered");
    assert_eq!(available("2021-06-01"), pounds("700"), "the order is paid");
    assert_eq!(available("2021-06-10"), pounds("650"), "50 more are asked for");
    let at_the_end = budget(&programme, "2021-06-10");
    assert_eq!(at_the_end.requested(), pounds("150"), "100 of the first, and the second");
    assert_eq!(at_the_end.committed(), pounds("0"));
    assert_eq!(at_the_end.actual(), pounds("200"));
    let ledger = Ledger::of(&programme);
    assert_eq!(ledger.open(mov(&programme, "MOV2"), day("2021-06-10")), pounds("100"));
    assert_eq!(ledger.open(mov(&programme, "MOV3"), day("2021-05-10")), pounds("200"));
    assert_eq!(ledger.open(mov(&programme, "MOV3"), day("2021-05-09")), None, "not yet placed");
    assert_eq!(ledger.open(mov(&programme, "MOV1"), day("2021-05-10")), None, "binds nothing");
}

#[test]
fn a_release_frees_what_is_open() {
    let rest = r#""kind": "release", "date": "2021-06-20", "amount": "£100", "against": "MOV2""#;
    let programme = line(&[GIVEN, REQUEST, ORDER, rest]);
    assert_eq!(budget(&programme, "2021-06-19").available(), pounds("700"));
    let after = budget(&programme, "2021-06-20");
    assert_eq!((after.requested(), after.available()), (pounds("0"), pounds("800")));
    assert!(Ledger::of(&programme).unentered().is_empty(), "the line is that of the request");
}

#[test]
fn part_invoices_take_up_parts_and_one_beyond_the_order_is_listed() {
    let invoice = |on: &str, amount: &str| {
        format!(
            r#""kind": "actual", "line": "BL1", "date": "{on}", "amount": "{amount}",
            "against": "MOV2""#
        )
    };
    let order = r#""kind": "commitment", "line": "BL1", "date": "2021-05-10", "amount": "£200""#;
    let (first, second) = (invoice("2021-06-01", "£150"), invoice("2021-07-01", "£80"));
    let programme = line(&[GIVEN, order, &first, &second]);
    let june = budget(&programme, "2021-06-30");
    assert_eq!((june.committed(), june.available()), (pounds("50"), pounds("800")));
    let ledger = Ledger::of(&programme);
    assert!(ledger.excesses(day("2021-06-30")).is_empty());
    let july = budget(&programme, "2021-07-31");
    assert_eq!(july.committed(), pounds("0"), "never below nothing");
    assert_eq!((july.actual(), july.available()), (pounds("230"), pounds("770")));
    let excess = ledger.excesses(day("2021-07-31"));
    assert_eq!(excess.len(), 1);
    assert_eq!(excess[0].movement, mov(&programme, "MOV4"));
    assert_eq!(excess[0].against, mov(&programme, "MOV2"));
    assert_eq!(excess[0].amount, pounds("30"));
}

#[test]
fn a_credit_note_opens_no_order_wider_than_it_was() {
    let order = r#""kind": "commitment", "line": "BL1", "date": "2021-05-10", "amount": "£200""#;
    let credit = r#""kind": "actual", "line": "BL1", "date": "2021-06-01", "amount": "-£40",
        "against": "MOV2""#;
    let programme = line(&[GIVEN, order, credit]);
    let sums = budget(&programme, "2021-06-30");
    assert_eq!((sums.actual(), sums.committed()), (pounds("-40"), pounds("200")));
}

#[test]
fn an_outturn_is_not_known_without_a_forecast() {
    let forecast = |on: &str, amount: &str| {
        format!(r#""kind": "forecast", "line": "BL1", "date": "{on}", "amount": "{amount}""#)
    };
    let spent = r#""kind": "actual", "line": "BL1", "date": "2021-06-01", "amount": "£200""#;
    let later = r#""kind": "actual", "line": "BL1", "date": "2021-07-15", "amount": "£100""#;
    let (first, second) = (forecast("2021-06-30", "£750"), forecast("2021-09-30", "£950"));
    let programme = line(&[GIVEN, spent, &first, later, &second]);
    let before = budget(&programme, "2021-06-29");
    assert_eq!((before.without_forecast(), before.outturn(), before.variance()), (1, None, None));
    assert_eq!(before.actual(), pounds("200"), "which is not the outturn");
    let june = budget(&programme, "2021-06-30");
    assert_eq!((june.outturn(), june.variance()), (pounds("950"), pounds("-50")));
    let july = budget(&programme, "2021-07-31");
    assert_eq!(july.forecast_remaining(), pounds("650"), "100 of the 750 are spent");
    assert_eq!(july.outturn(), pounds("950"), "the same as was forecast");
    let autumn = budget(&programme, "2021-09-30");
    assert_eq!((autumn.outturn(), autumn.variance()), (pounds("1,250"), pounds("250")));
}

#[test]
fn of_two_forecasts_for_one_day_neither_counts_unless_one_corrects_the_other() {
    let forecast = |amount: &str, more: &str| {
        format!(
            r#""kind": "forecast", "line": "BL1", "date": "2021-06-30", "amount": "{amount}"{more}"#
        )
    };
    let (first, second) = (forecast("£750", ""), forecast("£700", ""));
    let programme = line(&[GIVEN, &first, &second]);
    assert_eq!(budget(&programme, "2021-06-30").outturn(), None);
    let second = forecast("£700", r#", "corrects": "MOV2""#);
    let programme = line(&[GIVEN, &first, &second]);
    assert_eq!(budget(&programme, "2021-06-30").outturn(), pounds("700"));
    let programme = line(&[GIVEN, &first, &first]);
    assert_eq!(budget(&programme, "2021-06-30").outturn(), pounds("750"), "they say the same");
}

#[test]
fn contingency_is_released_and_budget_moved_without_loss() {
    let two = r#"{"reference": "BL1", "title": "Held for the unforeseen", "contingency": true},
        {"reference": "BL2", "title": "Consultants"}"#;
    let programme = lines(
        two,
        &[
            GIVEN,
            r#""kind": "contingency_release", "line": "BL1", "to_line": "BL2", "date": "2021-06-01",
            "amount": "£400""#,
            r#""kind": "virement", "line": "BL2", "to_line": "BL1", "date": "2021-07-01",
            "amount": "£150.01""#,
            r#""kind": "reprofile", "line": "BL2", "to_line": "BL1", "date": "2021-08-01",
            "amount": "£9.99""#,
        ],
    );
    let ledger = Ledger::of(&programme);
    let on = day("2021-12-31");
    let (held, given) =
        (ledger.line(bl(&programme, "BL1"), on), ledger.line(bl(&programme, "BL2"), on));
    assert_eq!((held.contingency_released(), held.revised()), (pounds("-400"), pounds("760")));
    assert_eq!((given.contingency_released(), given.revised()), (pounds("400"), pounds("240")));
    assert_eq!((given.vired(), given.reprofiled()), (pounds("-150.01"), pounds("-9.99")));
    let whole = ledger.budgets(on).cost;
    assert_eq!((whole.contingency_released(), whole.vired()), (pounds("0"), pounds("0")));
    assert_eq!((whole.reprofiled(), whole.revised()), (pounds("0"), pounds("1,000")));
}

#[test]
fn underspending_is_carried_forward_and_so_is_overspending() {
    let two = r#"{"reference": "BL1", "title": "ICT"}, {"reference": "BL2", "title": "Staff"}"#;
    let carried = |line: &str, amount: &str| {
        format!(
            r#""kind": "carry_forward", "line": "{line}", "date": "2021-04-01",
            "amount": "{amount}""#
        )
    };
    let given = |line: &str| {
        format!(
            r#""kind": "allocation", "line": "{line}", "date": "2021-04-01",
            "amount": "£1,000""#
        )
    };
    let (more, less) = (carried("BL1", "£120"), carried("BL2", "-£80"));
    let programme = lines(two, &[&given("BL1"), &given("BL2"), &more, &less]);
    let ledger = Ledger::of(&programme);
    let revised = |line| ledger.line(bl(&programme, line), day("2021-04-01")).revised();
    assert_eq!((revised("BL1"), revised("BL2")), (pounds("1,120"), pounds("920")));
    assert_eq!(ledger.budgets(day("2021-04-01")).cost.carried(), pounds("40"));
}

#[test]
fn a_parent_has_its_own_money_and_that_of_its_parts_and_a_ceiling_adds_nothing() {
    let tree = r#"{"reference": "BL1", "title": "Programme", "ceiling": "£900"},
        {"reference": "BL2", "title": "Phase 1", "parent": "BL1", "ceiling": "£700"},
        {"reference": "BL3", "title": "ICT", "parent": "BL2"},
        {"reference": "BL4", "title": "Staff", "parent": "BL2"}"#;
    let given = |line: &str, amount: &str| {
        format!(
            r#""kind": "allocation", "line": "{line}", "date": "2021-04-01",
            "amount": "{amount}""#
        )
    };
    let programme =
        lines(tree, &[&given("BL1", "£200"), &given("BL3", "£300"), &given("BL4", "£400.01")]);
    let (ledger, on) = (Ledger::of(&programme), day("2021-04-01"));
    let whole = ledger.with_parts(bl(&programme, "BL1"), on);
    assert_eq!(whole.own.revised(), pounds("200"));
    assert_eq!(whole.parts.revised(), pounds("700.01"), "two levels down");
    assert_eq!(whole.together().revised(), pounds("900.01"));
    let phase = ledger.with_parts(bl(&programme, "BL2"), on);
    assert_eq!((phase.own.revised(), phase.parts.revised()), (pounds("0"), pounds("700.01")));
    let over = ledger.over_ceiling(on);
    let over: Vec<_> = over.iter().map(|o| (o.line, o.ceiling, o.certainty)).collect();
    assert_eq!(
        over,
        [
            (bl(&programme, "BL1"), pounds("900").unwrap(), Certainty::Certainly),
            (bl(&programme, "BL2"), pounds("700").unwrap(), Certainty::Certainly),
        ]
    );
    assert_eq!(ledger.budgets(on).cost.revised(), pounds("900.01"));
}

#[test]
fn a_ceiling_may_be_exceeded_where_a_part_is_only_printed() {
    let tree = r#"{"reference": "BL1", "title": "Programme", "ceiling": "£361,000"},
        {"reference": "BL2", "title": "Phase 2", "parent": "BL1", "stated": "£361k"}"#;
    let programme = lines(tree, &[]);
    let (ledger, on) = (Ledger::of(&programme), day("2021-04-01"));
    let over: Vec<_> = ledger.over_ceiling(on).iter().map(|over| over.certainty).collect();
    assert_eq!(over, [Certainty::Possibly], "360.5 to 361.5");
    let part = ledger.line(bl(&programme, "BL2"), on);
    assert_eq!((part.revised(), part.without_budget()), (None, 1), "printed, and not given");
    assert_eq!(ends(part.revised_or_stated()), (360_500.into(), 361_500.into()));
}

#[test]
fn income_stands_apart_from_cost() {
    let two = r#"{"reference": "BL1", "title": "Staff", "fund": "general_fund"},
        {"reference": "BL2", "title": "Grant", "income": true, "fund": "general_fund"}"#;
    let programme = lines(
        two,
        &[
            GIVEN,
            r#""kind": "allocation", "line": "BL2", "date": "2021-04-01", "amount": "£600""#,
            r#""kind": "actual", "line": "BL2", "date": "2021-05-01", "amount": "£250""#,
        ],
    );
    let (ledger, on) = (Ledger::of(&programme), day("2021-12-31"));
    let whole = ledger.budgets(on);
    assert_eq!((whole.cost.revised(), whole.cost.actual()), (pounds("1,000"), pounds("0")));
    assert_eq!((whole.income.revised(), whole.income.actual()), (pounds("600"), pounds("250")));
    let by = ledger.breakdown(on, |line| line.fund);
    assert_eq!(by.group(&Fund::GeneralFund), Some(&whole));
    assert_eq!(by.unassigned.cost.lines(), 0);
}

#[test]
fn groups_and_the_rest_make_the_total() {
    let three = r#"{"reference": "BL1", "title": "ICT", "nature": "capital", "year": "2021/22"},
        {"reference": "BL2", "title": "Staff", "nature": "revenue", "year": "2020/22"},
        {"reference": "BL3", "title": "Advice"}"#;
    let given = |line: &str, amount: &str| {
        format!(
            r#""kind": "allocation", "line": "{line}", "date": "2021-04-01",
            "amount": "{amount}""#
        )
    };
    let programme =
        lines(three, &[&given("BL1", "£200"), &given("BL2", "£300"), &given("BL3", "£400")]);
    let (ledger, on) = (Ledger::of(&programme), day("2021-04-01"));
    let by = ledger.breakdown(on, |line| line.nature);
    let revised = |budgets: &finance::Budgets| budgets.cost.revised();
    assert_eq!(by.group(&Nature::Capital).map(revised), Some(pounds("200")));
    assert_eq!(by.group(&Nature::Revenue).map(revised), Some(pounds("300")));
    assert_eq!((revised(&by.unassigned), revised(&by.total)), (pounds("400"), pounds("900")));
    let by = ledger.breakdown(on, |line| line.year.as_ref().and_then(|year| year.value().copied()));
    let years: Vec<_> = by.groups.iter().map(|(year, _)| year.to_string()).collect();
    assert_eq!(years, ["2021/22"], "2020/22 is no year");
    assert_eq!(revised(&by.unassigned), pounds("700"));
    let doubled = by.clone().merge(by);
    assert_eq!((doubled.groups.len(), revised(&doubled.total)), (1, pounds("1,800")));
}

/// Cabinet recommends on 22 June 2021, Council resolves on 14 July.
const ROUTE: &str = r#""bodies": [{"reference": "BODY1", "name": "Cabinet"},
    {"reference": "BODY2", "name": "Council"}],
    "decisions": [
        {"reference": "DEC1", "title": "More for Phase 2", "body": "BODY1", "act": "recommend",
         "onward": "BODY2", "date": "22 June 2021"},
        {"reference": "DEC2", "title": "More for Phase 2", "body": "BODY2", "act": "resolve",
         "follows": "DEC1", "date": "14 July 2021"}],"#;

const DRAW: &str = r#""kind": "drawdown", "reserve": "RSV1", "date": "2021-06-30",
    "amount": "£361k", "decision": "DEC1""#;

#[test]
fn a_drawdown_is_planned_until_council_has_resolved() {
    let opening =
        r#""kind": "opening", "reserve": "RSV1", "date": "2021-04-01", "amount": "£701,000""#;
    let programme = reserve("", &[opening, DRAW], ROUTE);
    let july = held(&programme, "2021-07-13");
    assert_eq!(july.drawdowns.planned.exact(), pounds("361,000"));
    assert_eq!(july.drawdowns.authorised.exact(), pounds("0"), "Cabinet only recommends");
    assert_eq!(july.closing().exact(), pounds("701,000"));
    assert_eq!(july.closing_if_planned().exact(), pounds("340,000"));
    let after = held(&programme, "2021-07-14");
    assert_eq!(after.drawdowns.authorised.exact(), pounds("361,000"));
    assert_eq!(after.drawdowns.planned.exact(), pounds("0"));
    assert_eq!(after.closing().exact(), pounds("340,000"));
    let ledger = Ledger::of(&programme);
    assert_eq!(ledger.authorised_from(mov(&programme, "MOV2")), Some(day("2021-07-14")));
    assert_eq!(ledger.authorised_from(mov(&programme, "MOV1")), None);
    let none = held(&programme, "2021-03-31");
    assert_eq!(none.closing().interval(), None, "before its opening balance");
}

#[test]
fn a_drawdown_waits_for_call_in_by_the_rule_of_the_day_on_which_it_was_decided() {
    let decided = |date: &str| {
        let rows = format!(
            r#""bodies": [{{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}}],
            "local_rules": [{{"title": "Call-in", "parameter": "call_in_period", "days": 10,
              "since": "1 April 2021"}}],
            "decisions": [{{"reference": "DEC1", "title": "More", "body": "BODY1", "act": "resolve",
              "date": "{date}", "call_in": {{"published": "1 April 2021"}}}}],"#
        );
        let programme = reserve("", &[DRAW], &rows);
        Ledger::of(&programme).authorised_from(mov(&programme, "MOV1"))
    };
    // Good Friday and Easter Monday are the 2nd and the 5th. Five days: 6 to 9 and 12 April.
    assert_eq!(decided("31 March 2021"), Some(day("2021-04-13")));
    // Ten, by the rule of April: 6 to 9, 12 to 16 and 19 April.
    assert_eq!(decided("1 April 2021"), Some(day("2021-04-20")));
    assert_eq!(decided("Spring 2021"), None, "which rule held is not certain");
}

#[test]
fn what_is_left_after_a_draw_implies_what_was_there_before() {
    let balances = r#", "balances": [{"amount": "c£340k", "after": "MOV1"}]"#;
    let programme = reserve(balances, &[DRAW], ROUTE);
    let ledger = Ledger::of(&programme);
    let implied = ledger.implied(rsv(&programme, "RSV1"));
    assert_eq!(implied.len(), 1);
    assert_eq!(ends(implied[0].stated), (335_000.into(), 345_000.into()));
    let before = implied[0].before.unwrap();
    assert_eq!(ends(before), (695_500.into(), 706_500.into()), "£361k is rounded");
    assert_eq!(implied[0].reckoned.interval(), None, "no opening balance is given");
    // The ledger enters £361k as £361,000.00, as an amount that is approved.
    let before = held(&programme, "2021-06-22");
    assert_eq!(ends(before.closing()), (696_000.into(), 706_000.into()));
    assert_eq!(before.closing().exact(), None);
    let planned = held(&programme, "2021-06-30");
    assert_eq!(ends(planned.closing()), (696_000.into(), 706_000.into()));
    assert_eq!(ends(planned.closing_if_planned()), (335_000.into(), 345_000.into()));
    assert_eq!(ends(held(&programme, "2021-07-14").closing()), (335_000.into(), 345_000.into()));
}

#[test]
fn an_opening_balance_and_the_movements_are_set_beside_what_is_stated() {
    let opening =
        r#""kind": "opening", "reserve": "RSV1", "date": "2021-04-01", "amount": "£701,000""#;
    let balances = r#", "balances": [{"amount": "£320k", "after": "MOV2"},
        {"amount": "£701k", "on": "2021-06-01"}, {"amount": "£100k", "minimum": true}]"#;
    let programme = reserve(balances, &[opening, DRAW], ROUTE);
    let implied = Ledger::of(&programme).implied(rsv(&programme, "RSV1"));
    let reckoned: Vec<_> = implied.iter().map(|i| (i.number, i.reckoned.exact())).collect();
    assert_eq!(reckoned, [(0, pounds("340,000")), (1, pounds("701,000"))]);
}

#[test]
fn a_reserve_of_which_nothing_is_said_holds_nobody_knows_what() {
    let contribution =
        r#""kind": "contribution", "reserve": "RSV1", "date": "2021-04-01", "amount": "£100""#;
    let programme = reserve("", &[contribution], "");
    let balance = held(&programme, "2021-12-31");
    assert_eq!((balance.closing().exact(), balance.closing().unknown_parts()), (None, 1));
    assert!(Ledger::of(&programme).short(day("2021-12-31")).is_empty(), "nothing can be said");
    let programme = reserve(r#", "balances": ["c£340k"]"#, &[], "");
    let balance = held(&programme, "2021-12-31");
    assert_eq!(
        ends(balance.closing()),
        (335_000.into(), 345_000.into()),
        "for no day, and unmoved"
    );
    let programme = reserve(r#", "balances": ["c£340k"]"#, &[contribution], "");
    assert_eq!(held(&programme, "2021-12-31").closing().interval(), None, "before or after it?");
}

#[test]
fn orders_on_a_reserve_bind_its_money() {
    let opening =
        r#""kind": "opening", "reserve": "RSV1", "date": "2021-04-01", "amount": "£1,000""#;
    let order =
        r#""kind": "commitment", "reserve": "RSV1", "date": "2021-05-01", "amount": "£300""#;
    let draw = r#""kind": "drawdown", "reserve": "RSV1", "date": "2021-06-01", "amount": "£100",
        "against": "MOV2", "decision": "DEC1""#;
    let made = r#""decisions": [{"reference": "DEC1", "title": "Draw", "act": "resolve",
        "date": "2021-04-30"}],"#;
    let programme = reserve("", &[opening, order, draw], made);
    let balance = held(&programme, "2021-06-30");
    assert_eq!(balance.closing().exact(), pounds("900"));
    assert_eq!(balance.committed.exact(), pounds("200"));
    assert_eq!(balance.free().exact(), pounds("700"));
    let programme = reserve("", &[opening, order, &draw.replace("DEC1", "DEC9")], made);
    let balance = held(&programme, "2021-06-30");
    assert_eq!(balance.closing().exact(), pounds("1,000"), "nothing authorises the draw");
    assert_eq!((balance.committed.exact(), balance.free().exact()), (pounds("300"), pounds("700")));
}

#[test]
fn what_is_below_its_floor_is_listed() {
    let opening =
        r#""kind": "opening", "reserve": "RSV1", "date": "2021-04-01", "amount": "£2,000""#;
    let draw = |amount: &str| {
        format!(
            r#""kind": "drawdown", "reserve": "RSV1", "date": "2021-06-30",
            "amount": "{amount}", "decision": "DEC2""#
        )
    };
    let short = |programme: &Programme, on: &str| {
        let short = Ledger::of(programme).short(day(on));
        short.iter().map(|s| (s.balance.exact(), s.floor, s.certainty)).collect::<Vec<_>>()
    };
    let programme = reserve(r#", "floor": "£2,000""#, &[opening, &draw("£100")], ROUTE);
    assert_eq!(short(&programme, "2021-07-01"), [], "only planned");
    let floor = pounds("2,000").unwrap();
    assert_eq!(short(&programme, "2021-07-14"), [(pounds("1,900"), floor, Certainty::Certainly)]);
    let programme = reserve("", &[opening, &draw("£2,000.01")], ROUTE);
    let nothing = Money::NIL;
    assert_eq!(short(&programme, "2021-07-14"), [(pounds("-0.01"), nothing, Certainty::Certainly)]);
}

#[test]
fn a_statement_of_reserves_runs_from_year_to_year() {
    let other = r#"{"reference": "RSV2", "name": "ICT", "closed": "31 March 2022",
        "became": ["RSV1"]}"#;
    let movements = rows(&[
        r#""kind": "opening", "reserve": "RSV1", "date": "2020-04-01", "amount": "£500""#,
        r#""kind": "opening", "reserve": "RSV2", "date": "2020-04-01", "amount": "£80""#,
        r#""kind": "contribution", "reserve": "RSV1", "date": "2020-09-01", "amount": "£100",
            "decision": "DEC2""#,
        r#""kind": "drawdown", "reserve": "RSV1", "date": "2021-06-30", "amount": "£200",
            "decision": "DEC1""#,
        r#""kind": "drawdown", "reserve": "RSV1", "date": "2021-09-30", "amount": "£50""#,
        r#""kind": "transfer", "reserve": "RSV2", "to_reserve": "RSV1", "date": "2022-03-31",
            "amount": "£80", "decision": "DEC2""#,
        r#""kind": "reserve_release", "reserve": "RSV1", "date": "2022-06-30", "amount": "£10",
            "decision": "DEC2""#,
    ]);
    let programme = programme(&format!(
        r#"{ROUTE} "reserves": [{{"reference": "RSV1", "name": "Modernisation",
            "former_names": ["Budget Priority and Transformation"]}}, {other}],
            "movements": [{movements}]"#
    ));
    let statement = finance::reserve_statement(&programme, year("2020/21"), year("2022/23"));
    let row = |reserve: &str, in_year: &str| {
        *statement.row(rsv(&programme, reserve), year(in_year)).unwrap()
    };
    let closing = |reserve: &str, in_year: &str| row(reserve, in_year).balance.closing().exact();
    // The contribution of 2020/21 is only authorised in July 2021, and counts from then.
    let first = row("RSV1", "2020/21").balance;
    assert_eq!((first.opening.exact(), first.closing().exact()), (pounds("500"), pounds("500")));
    assert_eq!(first.contributions.planned.exact(), pounds("100"));
    assert_eq!(first.closing_if_planned().exact(), pounds("600"));
    let second = row("RSV1", "2021/22").balance;
    assert_eq!(second.opening.exact(), pounds("500"));
    assert_eq!(second.contributions.authorised.exact(), pounds("100"));
    assert_eq!(second.drawdowns.authorised.exact(), pounds("200"));
    assert_eq!(second.drawdowns.planned.exact(), pounds("50"));
    assert_eq!(second.transfers_in.authorised.exact(), pounds("80"));
    assert_eq!(second.closing().exact(), pounds("480"));
    assert_eq!(second.closing_if_planned().exact(), pounds("430"));
    let third = row("RSV1", "2022/23").balance;
    assert_eq!((third.opening.exact(), third.closing().exact()), (pounds("480"), pounds("470")));
    assert_eq!(third.closing_if_planned().exact(), pounds("420"), "the 50 are planned still");
    assert_eq!(
        (closing("RSV2", "2020/21"), closing("RSV2", "2021/22")),
        (pounds("80"), pounds("0"))
    );
    assert!(!row("RSV2", "2020/21").ended && row("RSV2", "2021/22").ended, "it became another");
    let total = statement.total(year("2021/22")).unwrap().usable;
    assert_eq!((total.opening.exact(), total.closing().exact()), (pounds("580"), pounds("480")));
    assert_eq!(total.transfers_in, total.transfers_out);
}

#[test]
fn totals_are_not_known_where_a_part_is_not() {
    let programme = programme(&format!(
        r#""reserves": [{{"reference": "RSV1", "name": "Modernisation"}},
            {{"reference": "RSV2", "name": "Insurance"}},
            {{"reference": "RSV3", "name": "Revaluation", "kind": "unusable"}}],
            "movements": [{}]"#,
        rows(&[
            r#""kind": "opening", "reserve": "RSV1", "date": "2021-04-01", "amount": "£500""#,
            r#""kind": "opening", "reserve": "RSV3", "date": "2021-04-01", "amount": "£9""#,
        ])
    ));
    let statement = finance::reserve_statement(&programme, year("2021/22"), year("2021/22"));
    let total = statement.total(year("2021/22")).unwrap();
    assert_eq!((total.usable.closing().exact(), total.usable.closing().unknown_parts()), (None, 1));
    assert_eq!(total.unusable.closing().exact(), pounds("9"), "kept for accounting alone");
}

#[test]
fn what_cannot_be_entered_leaves_later_years_unknown_from_their_start() {
    let movements = [
        r#""kind": "opening", "reserve": "RSV1", "date": "2020-04-01", "amount": "£500""#,
        r#""kind": "drawdown", "reserve": "RSV1", "date": "2021-06-30", "amount": "c£40",
            "decision": "DEC1""#,
    ];
    let programme = reserve("", &movements, RESOLVED);
    let years = ["2020/21", "2021/22", "2022/23"].map(year);
    let statement = finance::reserve_statement(&programme, years[0], years[2]);
    let row = |at: usize| statement.row(rsv(&programme, "RSV1"), years[at]).unwrap().balance;
    let ends = |at: usize| (row(at).opening.exact(), row(at).closing().exact());
    assert_eq!(ends(0), (pounds("500"), pounds("500")));
    assert_eq!(ends(1), (pounds("500"), None));
    assert_eq!(ends(2), (None, None), "what it closed with, it opens with");
    assert_eq!([row(0).unentered, row(1).unentered, row(2).unentered], [0, 1, 0]);
}

#[test]
fn a_movement_that_names_no_reserve_leaves_every_total_unknown() {
    let movements = [
        r#""kind": "opening", "reserve": "RSV1", "date": "2020-04-01", "amount": "£500""#,
        r#""kind": "drawdown", "date": "2021-06-30", "amount": "£40", "decision": "DEC1""#,
    ];
    let programme = reserve("", &movements, RESOLVED);
    let (first, second) = (year("2020/21"), year("2021/22"));
    let statement = finance::reserve_statement(&programme, first, second);
    assert_eq!(statement.unplaced, [mov(&programme, "MOV2")]);
    assert_eq!(statement.total(first).unwrap().usable.closing().exact(), pounds("500"));
    assert_eq!(statement.total(second).unwrap().usable.closing().exact(), None);
    let row = statement.row(rsv(&programme, "RSV1"), second).unwrap();
    assert_eq!(row.balance.closing().exact(), pounds("500"), "it names another, or none");
    assert_eq!(statement.together(second, |_| true).opening.exact(), pounds("500"));
    assert_eq!(statement.together(second, |_| true).closing().exact(), None);
}

#[test]
fn a_reserve_holds_nothing_before_it_is_set_up() {
    let movements =
        [r#""kind": "opening", "reserve": "RSV1", "date": "2022-04-01", "amount": "£500""#];
    let closing = |opened: &str, on: &str| {
        let programme = reserve(opened, &movements, "");
        held(&programme, on).closing().exact()
    };
    let opened = r#", "opened": "April 2022""#;
    assert_eq!(closing(opened, "2022-03-31"), pounds("0"));
    assert_eq!(closing(opened, "2022-04-01"), pounds("500"));
    assert_eq!(closing("", "2022-03-31"), None, "it may have been there");
    let stated = r#", "opened": "April 2022", "balances": [{"amount": "£9", "on": "2022-03-01"}]"#;
    assert_eq!(closing(stated, "2022-03-31"), None, "which contradicts it");
}

#[test]
fn a_later_stated_balance_is_set_beside_an_earlier_one_and_the_movements() {
    let draw = r#""kind": "drawdown", "reserve": "RSV1", "date": "2021-06-30", "amount": "£18,000",
        "decision": "DEC2""#;
    let of = |draw: &str| {
        let balances = r#", "balances": [{"amount": "£310k", "on": "31 March 2022"},
            {"amount": "c£340k", "on": "31 March 2021"}]"#;
        let programme = reserve(balances, &[draw], ROUTE);
        let implied = Ledger::of(&programme).implied(rsv(&programme, "RSV1"));
        implied.into_iter().map(|i| (i.base, i.reckoned.interval())).collect::<Vec<_>>()
    };
    let ends = |low: i64, high: i64| Interval {
        low: low.into(),
        high: high.into(),
        low_included: true,
        high_included: true,
    };
    assert_eq!(of(draw), [(false, Some(ends(317_000, 327_000))), (true, None)]);
    let unread = draw.replace("£18,000", "c£18k");
    assert_eq!(of(&unread), [(false, None), (true, None)], "what is left out may count");
}

#[test]
fn a_supplementary_estimate_from_a_reserve_adds_to_the_line_and_draws_the_reserve() {
    let opening =
        r#""kind": "opening", "reserve": "RSV1", "date": "2021-04-01", "amount": "£1,000""#;
    let more = r#""kind": "supplementary_estimate", "line": "BL1", "reserve": "RSV1",
        "date": "2021-06-30", "amount": "£300", "decision": "DEC1""#;
    let line = format!(r#"{ROUTE} "budget_lines": [{{"reference": "BL1", "title": "Staff"}}],"#);
    let programme = reserve("", &[opening, more], &line);
    let planned = budget(&programme, "2021-07-01");
    assert_eq!((planned.supplementary(), planned.planned()), (pounds("300"), pounds("300")));
    assert_eq!(held(&programme, "2021-07-01").closing().exact(), pounds("1,000"));
    let resolved = budget(&programme, "2021-07-14");
    assert_eq!((resolved.revised(), resolved.planned()), (pounds("300"), pounds("0")));
    assert_eq!(held(&programme, "2021-07-14").closing().exact(), pounds("700"));
}

#[test]
fn what_cannot_be_entered_is_listed_and_makes_figures_unknown() {
    let given = |date: &str, amount: &str| {
        format!(r#""kind": "allocation", "line": "BL1", "date": "{date}", "amount": "{amount}""#)
    };
    let fault = |movement: &str| {
        let programme = line(&[movement]);
        let ledger = Ledger::of(&programme);
        let budget = ledger.budgets(day("2021-12-31")).cost;
        assert_eq!((budget.revised(), budget.available()), (None, None), "{movement}");
        assert_eq!(budget.unentered(), 1);
        assert_eq!(ledger.unentered()[0].movement, mov(&programme, "MOV1"));
        ledger.unentered()[0].fault
    };
    let unread = Unread::NotUnderstood;
    assert_eq!(fault(&given("2021-04-01", "£0.005")), Fault::Amount(unread));
    assert_eq!(fault(&given("2021-04-01", "£20,000,000,000,000")), Fault::Amount(unread));
    assert_eq!(fault(&given("2021-04-01", "c£340k")), Fault::Amount(unread));
    assert_eq!(fault(&given("2021-04-01", "€100")), Fault::Amount(unread));
    assert_eq!(fault(&given("2021-04-01", "TBC")), Fault::Amount(Unread::Pending));
    assert_eq!(fault(&given("31 June 2021", "£100")), Fault::Date(Unread::NoSuchDay));
    assert_eq!(fault(r#""kind": "allocation", "line": "BL1", "amount": "£1""#), Fault::NoDate);
    assert_eq!(
        fault(r#""kind": "allocation", "line": "BL1", "date": "2021-04-01""#),
        Fault::NoAmount
    );
    let rest = r#""date": "2021-04-01", "amount": "£100""#;
    assert_eq!(fault(&format!(r#""line": "BL1", {rest}"#)), Fault::NoKind);
    assert_eq!(fault(&format!(r#""kind": "allocation", {rest}"#)), Fault::NoAccount);
    let virement = format!(r#""kind": "virement", "line": "BL1", {rest}"#);
    assert_eq!(fault(&virement), Fault::NoDestination);
    assert_eq!(fault(&format!(r#"{virement}, "to_line": "BL1""#)), Fault::SameAccount);
    let release = format!(r#""kind": "release", "line": "BL1", {rest}"#);
    assert_eq!(fault(&release), Fault::NothingReleased);
}

#[test]
fn spending_that_cannot_be_entered_gives_a_line_no_budget() {
    let printed = r#"{"reference": "BL1", "title": "Phase 2", "stated": "£361k"}"#;
    let spent = r#""kind": "actual", "line": "BL1", "date": "May 2021""#;
    let found = |movement: &str, on: &str| {
        let budget = budget(&lines(printed, &[movement]), on);
        (budget.revised(), budget.without_budget(), budget.revised_or_stated().unknown_parts())
    };
    let later = spent.replace("2021", "2022");
    assert_eq!(found(&later, "2021-06-22"), (None, 1, 0), "printed, and not given as nothing");
    assert_eq!(found(spent, "2021-06-22"), (None, 1, 1), "a figure that hangs on it is not known");
    let stated = budget(&lines(printed, &[&later]), "2021-06-22").revised_or_stated();
    assert_eq!(ends(stated), (360_500.into(), 361_500.into()));
    // What would give it budget leaves its figure to the movements, as one that is entered does.
    let given = r#""kind": "allocation", "line": "BL1", "date": "May 2022""#;
    assert_eq!(found(given, "2021-06-22"), (pounds("0"), 0, 0));
    let of_no_kind = r#""line": "BL1", "date": "May 2022", "amount": "£1""#;
    assert_eq!(found(of_no_kind, "2021-06-22"), (pounds("0"), 0, 0), "it may give budget");
}

#[test]
fn what_cannot_be_entered_leaves_the_account_unknown_that_it_would_move() {
    let order = r#""kind": "commitment", "line": "BL1", "date": "2021-05-10", "amount": "£200""#;
    let invoice = r#""kind": "actual", "against": "MOV2", "date": "2021-06-01", "amount": "c£20k""#;
    let programme = line(&[GIVEN, order, invoice]);
    let (ledger, before, after) = (Ledger::of(&programme), day("2021-05-31"), day("2021-06-01"));
    let id = bl(&programme, "BL1");
    assert_eq!(ledger.line(id, before).available(), pounds("800"));
    assert_eq!((ledger.line(id, after).available(), ledger.line(id, after).unentered()), (None, 1));
    let by = ledger.breakdown(after, |line| [line.title.clone()]);
    let group = by.group(&"Consultants".to_owned()).unwrap().cost;
    assert_eq!((group.available(), group.unentered()), (None, 1));
    assert_eq!(by.total.cost.unentered(), 1, "it counts once");
    assert_eq!(ledger.balances(&[after]).of(Account::Line(id), after), None);
    // A link that plays no part in it leaves nothing open there.
    let aside = GIVEN.replace("£1,000", "c£1k") + r#", "reserve": "RSV1""#;
    let programme = programme_of_both(&aside);
    let ledger = Ledger::of(&programme);
    assert_eq!(ledger.line(bl(&programme, "BL1"), after).revised(), None);
    let held = ledger.reserve(rsv(&programme, "RSV1"), after);
    assert_eq!((held.closing().exact(), held.unentered), (pounds("500"), 0));
    // Nor does what names its account nowhere leave the accounts known that it does name.
    let lost = r#""kind": "transfer", "reserve": "RSV1", "date": "2021-05-01", "amount": "£5""#;
    let programme = programme_of_both(lost);
    let held = Ledger::of(&programme).reserve(rsv(&programme, "RSV1"), after);
    assert_eq!((held.closing().exact(), held.unentered), (pounds("500"), 0), "nothing allows it");
    assert_eq!(held.closing_if_planned().exact(), None);
    // Of no kind, it may tell what the reserve began with.
    let programme = programme_of_both(&lost.replace(r#""kind": "transfer", "#, ""));
    let held = Ledger::of(&programme).reserve(rsv(&programme, "RSV1"), after);
    assert_eq!((held.closing().exact(), held.unentered), (None, 1));
}

#[test]
fn what_is_only_planned_and_cannot_be_entered_leaves_what_is_held_known() {
    let opening = r#""kind": "opening", "reserve": "RSV1", "date": "2020-04-01", "amount": "£500""#;
    let draw = |facts: &str| {
        let draw = format!(r#""kind": "drawdown", "reserve": "RSV1"{facts}"#);
        reserve("", &[opening, &draw], RESOLVED)
    };
    let on = |programme: &Programme, day: &str| {
        let balance = held(programme, day);
        (balance.closing().exact(), balance.closing_if_planned().exact())
    };
    // No decision allows it: it takes nothing out on any day, and may be planned for any.
    let planned = draw(r#", "amount": "£40""#);
    assert_eq!(on(&planned, "2020-04-01"), (pounds("500"), None));
    assert_eq!(on(&planned, "2030-04-01"), (pounds("500"), None));
    let balances = Ledger::of(&planned).balances(&[day("2030-04-01")]);
    let account = Account::Reserve(rsv(&planned, "RSV1"));
    assert_eq!(balances.of(account, day("2030-04-01")), pounds("500"));
    // It may be out from the day on which it is allowed, and not before.
    let allowed = draw(r#", "amount": "£40", "decision": "DEC1""#);
    assert_eq!(on(&allowed, "2021-02-23"), (pounds("500"), None));
    assert_eq!(on(&allowed, "2021-02-24"), (None, None));
    let balances = Ledger::of(&allowed).balances(&[day("2021-02-23"), day("2021-02-24")]);
    assert_eq!(balances.of(account, day("2021-02-23")), pounds("500"));
    assert_eq!(balances.of(account, day("2021-02-24")), None);
    // A date tells from when on it is planned.
    let vague = draw(r#", "amount": "c£40", "date": "2021-06-30""#);
    assert_eq!(on(&vague, "2021-06-29"), (pounds("500"), pounds("500")));
    assert_eq!(on(&vague, "2021-06-30"), (pounds("500"), None));
    // In a statement the year that it may be planned for is open, and no total of it is known.
    let statement = finance::reserve_statement(&vague, year("2020/21"), year("2022/23"));
    let then = |at: &str| {
        let total = statement.total(year(at)).unwrap().usable;
        (total.closing().exact(), total.closing_if_planned().exact())
    };
    assert_eq!(then("2020/21"), (pounds("500"), pounds("500")));
    assert_eq!(then("2021/22"), (pounds("500"), None));
    assert_eq!(then("2022/23"), (pounds("500"), None));
    // The same where it names no reserve: it may be any that it is planned for.
    let lost = reserve("", &[opening, r#""kind": "drawdown", "amount": "£40""#], "");
    let statement = finance::reserve_statement(&lost, year("2020/21"), year("2020/21"));
    let total = statement.total(year("2020/21")).unwrap().usable;
    assert_eq!(
        (total.closing().exact(), total.closing_if_planned().exact()),
        (pounds("500"), None)
    );
}

/// A line, a reserve that begins with £500, and a movement.
fn programme_of_both(movement: &str) -> Programme {
    let opening = r#""kind": "opening", "reserve": "RSV1", "date": "2021-04-01", "amount": "£500""#;
    programme(&format!(
        r#""budget_lines": [{{"reference": "BL1", "title": "Consultants"}}],
           "reserves": [{{"reference": "RSV1", "name": "Change"}}], "movements": [{}]"#,
        rows(&[opening, movement])
    ))
}

#[test]
fn what_cannot_be_entered_leaves_figures_of_days_before_it_known() {
    let programme = line(&[
        GIVEN,
        r#""kind": "allocation", "line": "BL1", "date": "June 2021", "amount": "c£340k""#,
    ]);
    assert_eq!(budget(&programme, "2021-05-31").revised(), pounds("1,000"));
    assert_eq!(budget(&programme, "2021-06-01").revised(), None, "it may count from here");
    assert_eq!(budget(&programme, "2021-06-01").allocated(), pounds("1,000"), "of what is entered");
}

#[test]
fn a_month_counts_from_its_last_day_and_may_have_come_before() {
    let programme =
        line(&[r#""kind": "allocation", "line": "BL1", "date": "June 2021", "amount": "£10""#]);
    let ledger = Ledger::of(&programme);
    let revised = |on: &str| ledger.budgets(day(on)).cost.revised();
    assert_eq!((revised("2021-06-29"), revised("2021-06-30")), (pounds("0"), pounds("10")));
    let may = |on: &str| ledger.may_have_happened(day(on)).len();
    assert_eq!((may("2021-05-31"), may("2021-06-01"), may("2021-06-30")), (0, 1, 0));
    assert_eq!(ledger.still_to_come(day("2021-05-31")).len(), 1);
    assert_eq!(ledger.still_to_come(day("2021-06-01")).len(), 0);
}

#[test]
fn movements_held_twice_or_outside_the_life_of_a_reserve_are_listed() {
    let draw = r#""kind": "drawdown", "reserve": "RSV1", "date": "2020-03-01", "amount": "£10""#;
    let late = r#""kind": "drawdown", "reserve": "RSV1", "date": "March 2022", "amount": "£10""#;
    let life = r#", "opened": "1 April 2020", "closed": "15 March 2022""#;
    let programme = reserve(life, &[draw, late], "");
    let outside = Ledger::of(&programme).outside_life();
    let found: Vec<_> = outside.iter().map(|odd| (odd.movement, odd.side, odd.certainty)).collect();
    assert_eq!(
        found,
        [
            (mov(&programme, "MOV1"), LifeSide::BeforeOpened, Certainty::Certainly),
            (mov(&programme, "MOV2"), LifeSide::AfterClosed, Certainty::Possibly),
        ]
    );
    let twice = |title: &str| {
        format!(
            r#"{{"title": "{title}", "kind": "actual", "line": "BL1", "date": "2021-06-01",
            "amount": "£200"}}"#
        )
    };
    let programme = programme_of_two(&twice("Invoice 7"), &twice("Invoice 7"));
    assert_eq!(Ledger::of(&programme).repeats().len(), 1);
    assert_eq!(budget(&programme, "2021-12-31").actual(), pounds("400"), "both count");
    let programme = programme_of_two(&twice("Invoice 7"), &twice("Invoice 8"));
    assert!(Ledger::of(&programme).repeats().is_empty());
}

fn programme_of_two(first: &str, second: &str) -> Programme {
    programme(&format!(
        r#""budget_lines": [{{"reference": "BL1", "title": "Staff"}}],
            "movements": [{first}, {second}]"#
    ))
}

#[test]
fn links_that_lead_in_a_ring_end_nowhere() {
    let commitment = |against: &str| {
        format!(
            r#""kind": "commitment", "date": "2021-05-10", "amount": "£200",
            "against": "{against}""#
        )
    };
    let (first, second) = (commitment("MOV2"), commitment("MOV1"));
    let programme = line(&[&first, &second]);
    let ledger = Ledger::of(&programme);
    let faults: Vec<Fault> = ledger.unentered().iter().map(|left| left.fault).collect();
    assert_eq!(faults, [Fault::NoAccount, Fault::NoAccount]);
    let own = r#""kind": "commitment", "line": "BL1", "date": "2021-05-10", "amount": "£200",
        "against": "MOV1""#;
    let programme = line(&[own]);
    assert_eq!(budget(&programme, "2021-12-31").committed(), pounds("200"), "it takes up nothing");
}

#[test]
fn sums_beyond_the_bound_are_none_and_come_back_within_it() {
    let most = Money::MAX.to_string();
    let given = |amount: &str| {
        format!(
            r#""kind": "allocation", "line": "BL1", "date": "2021-04-01", "amount": "{amount}""#
        )
    };
    let (more, less) = (given(&most), given(&format!("-{most}")));
    assert_eq!(budget(&line(&[&more, &more]), "2021-04-01").revised(), None);
    let back = line(&[&more, &more, &less]);
    assert_eq!(budget(&back, "2021-04-01").revised(), Some(Money::MAX));
}

#[test]
fn balances_of_all_accounts_at_several_days() {
    let opening =
        r#""kind": "opening", "reserve": "RSV1", "date": "2021-04-01", "amount": "£1,000""#;
    let draw = r#""kind": "drawdown", "reserve": "RSV1", "line": "BL1", "date": "2021-06-30",
        "amount": "£300", "decision": "DEC1""#;
    let spent = r#""kind": "actual", "line": "BL1", "date": "2021-07-20", "amount": "£120""#;
    let line = format!(r#"{ROUTE} "budget_lines": [{{"reference": "BL1", "title": "Staff"}}],"#);
    let programme = reserve("", &[opening, draw, spent], &line);
    let days = ["2021-07-31", "2021-03-31", "2021-06-30"].map(day);
    let balances = Ledger::of(&programme).balances(&days);
    let of = |account, on: &str| balances.of(account, day(on));
    let reserve = Account::Reserve(rsv(&programme, "RSV1"));
    assert_eq!(of(reserve, "2021-03-31"), None, "no opening balance yet");
    assert_eq!(of(reserve, "2021-06-30"), pounds("1,000"), "the draw is planned");
    assert_eq!(of(reserve, "2021-07-31"), pounds("700"));
    let line = Account::Line(bl(&programme, "BL1"));
    assert_eq!(of(line, "2021-03-31"), pounds("0"));
    assert_eq!((of(line, "2021-06-30"), of(line, "2021-07-31")), (pounds("300"), pounds("180")));
    assert_eq!(of(line, "2021-07-30"), None, "not asked for");
}

#[test]
fn the_medium_term_sets_spend_income_and_savings_side_by_side() {
    let programme = programme(
        r#""budget_lines": [
            {"reference": "BL1", "title": "Staff", "year": "2021/22"},
            {"reference": "BL2", "title": "Advice", "year": "2021/22", "stated": "£361k"},
            {"reference": "BL3", "title": "Grant", "year": "2021/22", "income": true},
            {"reference": "BL4", "title": "Later", "year": "2020/22", "stated": "£10k"}],
        "movements": [
            {"title": "Base", "kind": "allocation", "line": "BL1", "date": "2021-04-01",
             "amount": "£1,000,000"},
            {"title": "Grant", "kind": "allocation", "line": "BL3", "date": "2021-04-01",
             "amount": "£600,000"}],
        "savings": [
            {"title": "Budget reset", "amount": "£800k", "year": "2020/21", "state": "budgeted"},
            {"title": "Contracts", "amount": "£7.5m", "year": "2021/22", "state": "identified"},
            {"title": "Digital", "year": "2021/22", "state": "identified"},
            {"title": "Time saved", "amount": "£5k", "year": "2021/22", "cashable": false},
            {"title": "Depot", "amount": "£20k", "year": "2021/22", "state": "realised",
             "as_at": "March 2022"}]"#,
    );
    let term = finance::medium_term(&programme, day("2021-06-22"));
    let view = term.years[&year("2021/22")];
    assert_eq!(ends(view.spend), (1_360_500.into(), 1_361_500.into()));
    assert_eq!(view.income.exact(), pounds("600,000"));
    assert_eq!(ends(view.gap()), (760_500.into(), 761_500.into()));
    assert_eq!((view.identified.interval(), view.identified.unknown_parts()), (None, 1));
    assert_eq!(ends(view.not_cashable), (4_500.into(), 5_500.into()));
    assert_eq!(view.realised, Total::default(), "that is said of a later day");
    assert_eq!(ends(term.years[&year("2020/21")].budgeted), (799_500.into(), 800_500.into()));
    assert_eq!(ends(term.without_year.spend), (9_500.into(), 10_500.into()), "2020/22 is no year");
}

#[test]
fn a_saving_that_is_stated_again_is_added_once_to_the_medium_term() {
    let programme = programme(
        r#""savings": [
            {"reference": "SAV1", "title": "Contracts", "amount": "£100k", "year": "2021/22",
             "state": "target", "as_at": "1 December 2020"},
            {"reference": "SAV2", "title": "Contracts", "amount": "£60k", "year": "2021/22",
             "state": "identified", "as_at": "May 2021", "same_as": "SAV1"},
            {"reference": "SAV3", "title": "Contracts", "amount": "£50k", "year": "2022/23",
             "state": "budgeted", "as_at": "1 December 2021", "same_as": "SAV2"},
            {"reference": "SAV4", "title": "Depot", "amount": "£20k", "year": "2022/23",
             "state": "budgeted", "same_as": "SAV5"},
            {"reference": "SAV5", "title": "Depot", "amount": "£30k", "year": "2021/22",
             "state": "target"}]"#,
    );
    let told = |on: &str, of: &str| {
        let term = finance::medium_term(&programme, day(on));
        let view = term.years.get(&year(of)).copied().unwrap_or_default();
        [view.targets, view.identified, view.budgeted].map(ends)
    };
    let nil = (0.into(), 0.into());
    let depot = (29_500.into(), 30_500.into());
    assert_eq!(told("2020-11-30", "2021/22"), [depot, nil, nil], "the row that states none again");
    let both = (129_000.into(), 131_000.into());
    assert_eq!(told("2020-12-01", "2021/22"), [both, nil, nil]);
    let found = (59_500.into(), 60_500.into());
    assert_eq!(told("2021-06-22", "2021/22"), [depot, found, nil]);
    assert_eq!(told("2022-01-01", "2021/22"), [depot, nil, nil], "it has moved a year on");
    assert_eq!(told("2022-01-01", "2022/23"), [nil, nil, (49_500.into(), 50_500.into())]);
}

#[test]
fn amounts_are_shared_to_the_penny() {
    let cost: Money = "£665,000".parse().unwrap();
    let shares = |weights: &[u64]| {
        let shares = apportion(cost, weights.iter().copied()).unwrap();
        shares.iter().map(|share| share.to_string()).collect::<Vec<_>>()
    };
    // 361 and 304 of 665 are exact; a third of 66,500,000 pence is 22,166,666 and two thirds.
    assert_eq!(shares(&[361, 304]), ["£361,000.00", "£304,000.00"]);
    assert_eq!(shares(&[1, 1, 1]), ["£221,666.67", "£221,666.67", "£221,666.66"]);
    assert_eq!(shares(&[0, 5]), ["£0.00", "£665,000.00"]);
    let back = apportion(-cost, [1_u64, 1, 1]).unwrap();
    assert_eq!(back[2].to_string(), "-£221,666.66");
    let decimals: [Decimal; 2] = ["0.54".parse().unwrap(), "0.46".parse().unwrap()];
    let by_decimals = apportion(cost, decimals).unwrap();
    assert_eq!(by_decimals[1].to_string(), "£305,900.00");
    assert_eq!(apportion(cost, [0_u64, 0]), Err(ApportionError::NothingToShareBy));
    assert_eq!(apportion(cost, Vec::<u64>::new()), Err(ApportionError::NothingToShareBy));
    let weight: Decimal = "-1".parse().unwrap();
    assert_eq!(apportion(cost, [weight]), Err(ApportionError::Negative { weight }));
    let fine: [Decimal; 2] = [
        "79228162514264337593543950335".parse().unwrap(),
        "0.0000000000000000000000000001".parse().unwrap(),
    ];
    assert_eq!(apportion(cost, fine), Err(ApportionError::TooFine));
}

#[test]
fn a_printed_figure_below_nothing_has_its_ends_below_nothing() {
    let total = Total::stated(&Stated::read("-£1.5"));
    assert_eq!(ends(total), ("-1.55".parse().unwrap(), "-1.45".parse().unwrap()));
    assert_eq!(total.merge(Total::of("£1.50".parse().unwrap())).exact(), None);
}

#[test]
fn links_that_play_no_part_are_listed() {
    let to = format!(r#"{GIVEN}, "to_line": "BL1""#);
    let order = r#""kind": "commitment", "line": "BL1", "date": "2021-05-10", "amount": "£200",
        "against": "MOV1""#;
    let programme = line(&[GIVEN, &to, order, REQUEST]);
    let unused = Ledger::of(&programme).unused_links();
    let unused: Vec<_> = unused.iter().map(|link| (link.movement, link.field)).collect();
    assert_eq!(unused, [(mov(&programme, "MOV3"), "against")], "an allocation binds nothing");
}

#[test]
fn balances_are_exact_where_the_movements_leave_64_bits() {
    // Ten thousand times the largest amount is more pence than 64 bits hold; all but 12p goes back.
    let most = Money::MAX.to_string();
    let amounts = (0..10_000).map(|at| if at < 5_000 { most.clone() } else { format!("-{most}") });
    let rows: Vec<String> = amounts
        .chain(["£0.12".to_owned()])
        .map(|amount| {
            format!(
                r#"{{"title": "Budget", "kind": "allocation", "line": "BL1", "date": "2021-04-01",
                    "amount": "{amount}"}}"#
            )
        })
        .collect();
    let programme = programme(&format!(
        r#""budget_lines": [{{"reference": "BL1", "title": "Staff"}}], "movements": [{}]"#,
        rows.join(", ")
    ));
    let (ledger, on) = (Ledger::of(&programme), day("2021-04-01"));
    let line = Account::Line(bl(&programme, "BL1"));
    assert_eq!(ledger.balances(&[on]).of(line, on), pounds("0.12"));
    assert_eq!(ledger.budgets(on).cost.revised(), pounds("0.12"));
}
