//! The statement of reserves of a council that is made up, reckoned by hand, and of reserves of which
//! too little is known or what is held is wrong.
//!
//! Authorised, in pounds; Insurance is 335,000 to 345,000 to begin with, so that sums in which it is
//! are 5,000 more or less. Nothing that moves in 2023/24 is authorised.
//!
//! ```text
//!                   1 Apr 2021  in                out                31 Mar 2022
//! General Fund       2,450,000   60,000                                2,510,000
//! Change               701,500  150,000 + 84,250  361,000                574,750
//! ICT Renewals          96,750                    12,500 + 84,250              0
//! Insurance            340,000                    18,000                 322,000
//! (earmarked)        1,138,250  150,000 + 84,250  391,500 + 84,250       896,750
//! HRA                1,120,000   80,000                                1,200,000
//! Capital receipts     850,000  415,000                                1,265,000
//! (usable)           5,558,250  705,000 + 84,250  391,500 + 84,250     5,871,750
//!
//!                  31 Mar 2022  in                out                31 Mar 2023  planned
//! General Fund       2,510,000                                         2,510,000  250,000 out
//! Change               574,750  100,000            70,000                604,750  200,000 out
//! Insurance            322,000   25,000                                  347,000
//! (earmarked)          896,750  125,000            70,000                951,750
//! HRA                1,200,000                    205,000                995,000
//! Capital receipts   1,265,000                    600,000                665,000
//! (usable)           5,871,750  125,000           875,000              5,121,750  4,671,750 left
//!
//! 2023/24: 300,000 more out of the General Fund and 50,000 into Change, both planned: 1,960,000,
//! 454,750 and 4,421,750 left. Of the order of 120,000, 70,000 are taken up in 2022/23.
//! ```

use programme::{
    document::Document,
    report::{self, PoundsView, ReserveYearView, StatementOfReserves},
    values::WorkingCalendar,
};

use crate::{day, document, read};

const MADE_UP: &str = include_str!("../fixtures/reserves/programme.json");

fn of(text: &str, from: &str, to: &str, on: &str) -> StatementOfReserves {
    let (programme, _) = Document::from_json(text).unwrap().check().lenient();
    let (from, to) = (from.parse().unwrap(), to.parse().unwrap());
    let calendar = WorkingCalendar::england_and_wales();
    report::reserve_statement(&programme, from, to, day(on), &calendar)
}

fn made_up() -> StatementOfReserves {
    of(MADE_UP, "2021/22", "2023/24", "2022-06-29")
}

fn said(pounds: &Option<PoundsView>) -> String {
    pounds.as_ref().map_or_else(|| "not known".to_owned(), ToString::to_string)
}

fn each(
    years: &[ReserveYearView],
    part: fn(&ReserveYearView) -> &Option<PoundsView>,
) -> Vec<String> {
    years.iter().map(|year| said(part(year))).collect()
}

fn years<'s>(statement: &'s StatementOfReserves, reference: &str) -> &'s [ReserveYearView] {
    let entries = &statement.reserves;
    &entries.iter().find(|entry| entry.reserve.reference == reference).unwrap().years
}

#[test]
fn each_reserve_closes_with_what_was_reckoned_by_hand() {
    let statement = made_up();
    let closing = |reference: &str| each(years(&statement, reference), |year| &year.closing);
    assert_eq!(closing("RSV1"), ["£2,510,000"; 3]);
    assert_eq!(closing("RSV2"), ["£574,750", "£604,750", "£604,750"]);
    assert_eq!(closing("RSV3"), ["£0"; 3]);
    let circa = ["£317,000 to £327,000", "£342,000 to £352,000", "£342,000 to £352,000"];
    assert_eq!(closing("RSV4"), circa);
    assert_eq!(closing("RSV5"), ["£1,200,000", "£995,000", "£995,000"]);
    assert_eq!(closing("RSV6"), ["£1,265,000", "£665,000", "£665,000"]);
    assert_eq!(closing("RSV7"), ["£5,300,000"; 3]);
    let opening = |reference: &str| each(years(&statement, reference), |year| &year.opening);
    assert_eq!(opening("RSV2"), ["£701,500", "£574,750", "£604,750"]);
    assert_eq!(opening("RSV4")[0], "£335,000 to £345,000");
}

#[test]
fn change_takes_in_a_transfer_and_is_drawn_as_authorised_and_as_planned() {
    let statement = made_up();
    let change = years(&statement, "RSV2");
    let part = |of: fn(&ReserveYearView) -> &Option<PoundsView>| each(change, of);
    assert_eq!(part(|year| &year.contributions.authorised), ["£150,000", "£100,000", "£0"]);
    assert_eq!(part(|year| &year.contributions.planned), ["£0", "£0", "£50,000"]);
    assert_eq!(part(|year| &year.drawdowns.authorised), ["£361,000", "£70,000", "£0"]);
    assert_eq!(part(|year| &year.drawdowns.planned), ["£0", "£200,000", "£0"], "recommended alone");
    assert_eq!(part(|year| &year.transfers_in.authorised), ["£84,250", "£0", "£0"]);
    assert_eq!(part(|year| &year.closing_if_planned), ["£574,750", "£404,750", "£454,750"]);
    assert_eq!(part(|year| &year.committed), ["£120,000", "£50,000", "£50,000"]);
    assert_eq!(part(|year| &year.free), ["£454,750", "£554,750", "£554,750"]);
    let merged = years(&statement, "RSV3");
    assert_eq!(each(merged, |year| &year.transfers_out.authorised), ["£84,250", "£0", "£0"]);
    let general = each(years(&statement, "RSV1"), |year| &year.closing_if_planned);
    assert_eq!(general, ["£2,510,000", "£2,260,000", "£1,960,000"]);
}

#[test]
fn kinds_and_totals_are_what_was_reckoned_by_hand() {
    let statement = made_up();
    let kinds: Vec<_> =
        statement.kinds.iter().map(|kind| (kind.kind.unwrap(), kind.reserves)).collect();
    assert_eq!(
        kinds,
        [
            ("general_balance", 1),
            ("earmarked", 3),
            ("hra_balance", 1),
            ("capital_receipts", 1),
            ("unusable", 1)
        ]
    );
    let earmarked = &statement.kinds[1].years;
    assert_eq!(said(&earmarked[0].opening), "£1,133,250 to £1,143,250");
    let closing = ["£891,750 to £901,750", "£946,750 to £956,750", "£946,750 to £956,750"];
    assert_eq!(each(earmarked, |year| &year.closing), closing);
    assert_eq!(said(&earmarked[0].drawdowns.authorised), "£391,500");

    let usable = &statement.usable;
    assert_eq!(said(&usable[0].opening), "£5,553,250 to £5,563,250");
    let closing =
        ["£5,866,750 to £5,876,750", "£5,116,750 to £5,126,750", "£5,116,750 to £5,126,750"];
    assert_eq!(each(usable, |year| &year.closing), closing);
    let planned =
        ["£5,866,750 to £5,876,750", "£4,666,750 to £4,676,750", "£4,416,750 to £4,426,750"];
    assert_eq!(each(usable, |year| &year.closing_if_planned), planned);
    let moved = each(usable, |year| &year.contributions.authorised);
    assert_eq!(moved, ["£705,000", "£125,000", "£0"]);
    let moved = each(usable, |year| &year.drawdowns.authorised);
    assert_eq!(moved, ["£391,500", "£875,000", "£0"]);
    assert_eq!(each(usable, |year| &year.transfers_in.authorised)[0], "£84,250");
    assert_eq!(each(usable, |year| &year.transfers_out.authorised)[0], "£84,250");
    assert_eq!(each(&statement.unusable, |year| &year.closing), ["£5,300,000"; 3], "apart");
    assert_eq!(statement.why, [""; 0]);
}

#[test]
fn reserves_keep_their_former_names_and_say_what_became_of_them() {
    let statement = made_up();
    let change = &statement.reserves[1];
    assert_eq!((change.reserve.name.as_str(), change.kind), ("Change", Some("earmarked")));
    assert_eq!(change.former_names, ["Invest to Save"]);
    assert_eq!(
        (change.fund, change.purpose.as_deref()),
        (Some("general_fund"), Some("One-off costs of change"))
    );
    let merged = &statement.reserves[2];
    assert_eq!(merged.closed_by.as_deref(), Some("2021/22"));
    assert_eq!(merged.became[0].reference, "RSV2");
    assert_eq!(statement.reserves[0].floor.as_deref(), Some("£2,000,000"));
}

#[test]
fn stated_balances_stand_beside_what_follows() {
    let statement = made_up();
    let stated = |at: usize| {
        let stated = &statement.reserves[at].stated;
        let of = |one: &report::StatedReserveView| {
            (one.verdict, said(&one.reckoned), said(&one.difference))
        };
        stated.iter().map(of).collect::<Vec<_>>()
    };
    let row = |verdict, reckoned: &str, difference: &str| {
        (verdict, reckoned.to_owned(), difference.to_owned())
    };
    // 574,500 to 575,500 are stated: 250 less to 750 more.
    assert_eq!(stated(1), [row("agrees", "£574,750", "-£250 to £750")]);
    // 309,500 to 310,500 less 317,000 to 327,000.
    assert_eq!(
        stated(3),
        [
            row("base", "not known", "not known"),
            row("differs", "£317,000 to £327,000", "-£17,500 to -£6,500")
        ]
    );
    let text = report::to_text(&statement);
    assert!(
        text.contains("* 'Insurance' starts from c£340k, read as £335,000 to £345,000."),
        "{text}"
    );
    assert!(text.contains("£6,500 to £17,500 less"), "{text}");
    assert!(text.contains("* 1 of 3 stated balances differs from what the movements give."));
}

#[test]
fn what_the_rules_find_of_reserves_ends_it() {
    let codes: Vec<_> = made_up().findings.into_iter().map(|found| found.code).collect();
    // Insurance does not roll forward; the General Fund would fall below its floor.
    assert_eq!(codes, ["RES-004", "RES-006"]);
}

#[test]
fn the_page_has_its_columns_in_line() {
    let text = report::to_text(&made_up());
    let lines: Vec<&str> = text.lines().collect();
    let at = lines.iter().position(|line| *line == "RSV2 CHANGE").unwrap();
    assert_eq!(
        lines[at + 1..at + 13],
        [
            "                            2021/22    2022/23    2023/24",
            "Opening balance            £701,500   £574,750   £604,750",
            "Contributions              £150,000   £100,000          –",
            "Drawdowns                 -£361,000   -£70,000          –",
            "Transfers in                £84,250          –          –",
            "Closing balance            £574,750   £604,750   £604,750",
            "Of which committed         £120,000    £50,000    £50,000",
            "Free of commitments        £454,750   £554,750   £554,750",
            "Planned in earlier years          –          –  -£200,000",
            "Planned contributions             –          –    £50,000",
            "Planned drawdowns                 –  -£200,000          –",
            "Closing, if all planned    £574,750   £404,750   £454,750",
        ]
    );
    assert!(lines.iter().all(|line| line.chars().count() <= 100));
    let markdown = report::to_markdown(&made_up());
    assert!(markdown.contains("|  | 2021/22 | 2022/23 | 2023/24 |\n| --- | --: | --: | --: |\n"));
}

#[test]
fn it_is_read_without_a_fault_and_is_plainly_made_up() {
    let programme = read(MADE_UP);
    assert!(programme.about().name.contains("made up"));
    // More years than stand side by side are still all there.
    let long = of(MADE_UP, "2019/20", "2025/26", "2022-06-29");
    assert_eq!(long.usable.len(), 7);
    let text = report::to_text(&long);
    assert!(text.contains("31 March 2020") && text.contains("31 March 2026"), "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 100));
}

/// One reserve of these facts, with these movements.
fn one(facts: &str, movements: &str) -> String {
    document(&format!(
        r#""decisions": [{{"reference": "DEC1", "title": "Budget", "act": "resolve", "date": "24 February 2021"}}],
        "reserves": [{{"reference": "RSV1", "name": "Change"{facts}}}], "movements": [{movements}]"#
    ))
}

const OPENING: &str = r#"{"reference": "MOV1", "title": "Start", "kind": "opening", "reserve": "RSV1",
    "date": "1 April 2021", "amount": "£500"}"#;

#[test]
fn what_is_not_known_is_not_nought_and_says_why() {
    let whys = |facts: &str, movements: &str| {
        let statement = of(&one(facts, movements), "2020/21", "2022/23", "2021-06-22");
        let years = each(years(&statement, "RSV1"), |year| &year.closing).join(", ");
        (years, statement.reserves[0].why.clone())
    };
    let put_in = r#"{"reference": "MOV2", "title": "More", "kind": "contribution", "reserve": "RSV1",
        "date": "1 May 2021", "amount": "£100", "decision": "DEC1"}"#;
    let unknown = "not known, not known, not known".to_owned();
    let none = "neither an opening balance nor a stated one is held".to_owned();
    assert_eq!(whys("", put_in), (unknown.clone(), vec![none]));
    let undated =
        "no opening balance is held, and no stated one is of a day that is known".to_owned();
    assert_eq!(whys(r#", "balances": "c£340k""#, put_in), (unknown, vec![undated]));
    // Nothing before it was set up, and from then on nobody knows.
    let (closing, why) = whys(r#", "opened": "1 May 2021""#, "");
    assert_eq!((closing.as_str(), why.len()), ("£0, not known, not known", 1), "{why:?}");
    let later =
        "its opening balance is dated 1 April 2021, and what it held before is not said".to_owned();
    let (closing, why) = whys("", OPENING);
    assert_eq!((closing.as_str(), why), ("not known, £500, £500", vec![later]));
    let circa = format!(
        r#"{OPENING}, {{"reference": "MOV3", "title": "Advice", "kind": "drawdown",
        "reserve": "RSV1", "date": "June 2022", "amount": "c£40", "decision": "DEC1"}}"#
    );
    let (closing, why) = whys(r#", "opened": "1 April 2021""#, &circa);
    assert_eq!(closing, "£0, £500, not known");
    let left = "'Advice' (MOV3) cannot be entered: its amount is not exact pounds and pence (not understood)";
    assert_eq!(why, [left]);
    let text = report::to_text(&of(&one("", put_in), "2021/22", "2021/22", "2021-06-22"));
    assert!(text.contains("Closing balance  not known\n"), "{text}");
    assert!(text.contains("* Not known: neither an opening balance"), "{text}");
}

#[test]
fn a_drawdown_without_a_date_is_named_as_what_is_to_be_dated() {
    let of = |facts: &str, decided: &str| {
        let draw = format!(
            r#"{OPENING}, {{"reference": "MOV2", "title": "Phase 2", "kind": "drawdown",
            "amount": "£100"{facts}{decided}}}"#
        );
        of(&one("", &draw), "2021/22", "2022/23", "2021-06-22")
    };
    let reserve = r#", "reserve": "RSV1""#;
    let draw = "'Phase 2' (MOV2) cannot be entered: it has no date; add its date";
    // Nothing allows it: 500 are held, and what is left of them if it happens is not known.
    let planned = of(reserve, "");
    assert_eq!(each(years(&planned, "RSV1"), |year| &year.closing), ["£500", "£500"]);
    let then = each(years(&planned, "RSV1"), |year| &year.closing_if_planned);
    assert_eq!(then, ["not known", "not known"]);
    let why = format!("what it would hold if all that is planned happens, as {draw}");
    assert_eq!(planned.reserves[0].why.join("; "), why);
    let total = "what 'Change' (RSV1) would hold if all that is planned happens is not known";
    assert_eq!(planned.why, [total]);
    assert_eq!(
        planned.headline[..2],
        [
            "Usable reserves: £500 on 1 April 2021, and £500 on 31 March 2023 by what is authorised.",
            "What they come to on 31 March 2023 if all that is planned happens is not known."
        ]
    );
    let page = report::to_text(&planned).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(page.contains(&format!("* Not known: {why}.")), "{page}");
    // Allowed in February, it may be out before the first year; the opening balance is not the reason.
    let allowed = of(reserve, DECIDED);
    assert_eq!(each(years(&allowed, "RSV1"), |year| &year.closing), ["not known", "not known"]);
    assert_eq!(allowed.reserves[0].why, [draw]);
    // Of no reserve, it leaves no total of what is planned.
    let lost = of("", "");
    assert_eq!(said(&lost.usable[1].closing), "£500");
    let told = "1 movement of reserves cannot be entered; it names none, so that no total with what is planned is known.";
    assert!(lost.headline.contains(&told.to_owned()), "{:?}", lost.headline);
}

#[test]
fn a_movement_that_names_no_reserve_is_counted_and_leaves_no_total() {
    let lost = format!(
        r#"{OPENING}, {{"reference": "MOV2", "title": "For Phase 2", "kind": "drawdown",
        "date": "1 June 2021", "amount": "£100", "decision": "DEC1"}}"#
    );
    let statement = of(&one(r#", "kind": "earmarked""#, &lost), "2021/22", "2021/22", "2021-06-22");
    assert_eq!(statement.unplaced, 1);
    assert_eq!(said(&years(&statement, "RSV1")[0].closing), "£500");
    assert_eq!(said(&statement.usable[0].closing), "not known");
    assert_eq!(said(&statement.kinds[0].years[0].closing), "not known");
    assert_eq!(statement.why, ["'For Phase 2' (MOV2) names no reserve"]);
    assert_eq!(statement.left_out[0].why, "it does not name the account that it moves");
    let told =
        "1 movement of reserves cannot be entered; it names none, so that no total is known.";
    assert!(statement.headline.contains(&told.to_owned()), "{:?}", statement.headline);
}

#[test]
fn a_movement_before_the_reserve_was_set_up_counts_and_is_found() {
    let early = r#"{"reference": "MOV1", "title": "Early", "kind": "contribution", "reserve": "RSV1",
        "date": "1 June 2020", "amount": "£100", "decision": "DEC1"}"#;
    let facts = r#", "kind": "earmarked", "opened": "1 April 2021""#;
    let statement = of(&one(facts, early), "2020/21", "2021/22", "2021-06-22");
    let put_in = each(years(&statement, "RSV1"), |year| &year.contributions.authorised);
    assert_eq!(put_in, ["£100", "£0"]);
    let found = statement.findings.iter().find(|found| found.code == "BUD-011").unwrap();
    assert_eq!(
        found.message,
        "'Early' is dated 1 June 2020, and 'Change' was set up 1 April 2021."
    );
}

#[test]
fn a_drawdown_from_an_unusable_reserve_is_found_and_kept_from_the_usable() {
    let draw = format!(
        r#"{OPENING}, {{"reference": "MOV2", "title": "For Phase 2", "kind": "drawdown",
        "reserve": "RSV1", "date": "1 June 2021", "amount": "£100", "decision": "DEC1"}}"#
    );
    let statement = of(&one(r#", "kind": "unusable""#, &draw), "2021/22", "2021/22", "2021-06-22");
    assert_eq!(said(&statement.unusable[0].closing), "£400");
    assert_eq!(said(&statement.usable[0].closing), "£0");
    let codes: Vec<_> = statement.findings.iter().map(|found| found.code.as_str()).collect();
    assert!(codes.contains(&"RES-009"), "{codes:?}");
}

#[test]
fn years_that_run_backwards_are_told() {
    let statement = of(MADE_UP, "2023/24", "2021/22", "2022-06-29");
    assert_eq!(statement.headline, ["2023/24 is after 2021/22: there is no year between them."]);
    assert!(statement.reserves.iter().all(|entry| entry.years.is_empty() && entry.why.is_empty()));
    let text = report::to_text(&statement);
    assert!(!text.contains("BALANCES"), "{text}");
    assert_eq!(statement.findings.len(), 2, "what the rules find hangs on no year");
}

#[test]
fn a_year_of_two_years_is_kept_and_reported_wherever_it_stands() {
    let lists = r#""budget_lines": [{"title": "Consultants", "year": "2020/22"}],
        "reserves": [{"reference": "RSV1", "name": "Change"}],
        "movements": [{"reference": "MOV1", "title": "Start", "kind": "opening", "reserve": "RSV1",
            "date": "2020/22", "amount": "£500"}]"#;
    let text = document(lists);
    let (programme, reading) = Document::from_json(&text).unwrap().check().lenient();
    let found: Vec<_> = reading
        .iter()
        .map(|f| (f.code().to_string(), f.place.as_ref().unwrap().path.clone()))
        .collect();
    let places = ["/budget_lines/0/year", "/movements/0/date"];
    assert_eq!(found, places.map(|place| ("INP-009".to_owned(), place.to_owned())));
    let line = programme.budget_lines().into_iter().next().unwrap();
    assert_eq!(line.year.as_ref().unwrap().to_string(), "2020/22", "the words are kept");
    let statement = of(&text, "2020/21", "2020/21", "2021-06-22");
    assert_eq!(statement.left_out[0].date.as_deref(), Some("2020/22"));
    assert_eq!(statement.left_out[0].why, "its date cannot be read (not understood)");
}

const STATED: &str = r#", "balances": [{"amount": "£340,000.00", "on": "31 March 2020"}]"#;

fn put_in(reference: &str, amount: &str, date: &str, decided: &str) -> String {
    format!(
        r#"{{"reference": "{reference}", "title": "Put in {reference}", "kind": "contribution",
        "reserve": "RSV1", "amount": "{amount}", "date": "{date}"{decided}}}"#
    )
}

const DECIDED: &str = r#", "decision": "DEC1""#;

#[test]
fn an_opening_balance_after_a_stated_one_starts_anew() {
    // 340,000 and 100,000 are 440,000, with which 2021/22 opens; not 540,000.
    let june = put_in("MOV2", "£100,000", "15 June 2020", DECIDED);
    let text = |opening: &str| {
        let moves = format!("{}, {june}", OPENING.replace("£500", opening));
        one(STATED, &moves).replace("24 February 2021", "24 February 2020")
    };
    let statement = of(&text("£440,000"), "2020/21", "2021/22", "2021-06-22");
    let of_year = |statement: &StatementOfReserves,
                   part: fn(&ReserveYearView) -> &Option<PoundsView>| {
        each(years(statement, "RSV1"), part).join(", ")
    };
    let opening = of_year(&statement, |year| &year.opening);
    // £340,000.00 is rounded to the penny.
    assert!(opening.ends_with("£440,000"), "{opening}");
    let closing = of_year(&statement, |year| &year.closing);
    assert!(closing.ends_with(", £440,000"), "{closing}");
    assert_eq!(of_year(&statement, |year| &year.contributions.authorised), "£100,000, £0");
    assert_eq!(statement.reserves[0].breaks, [""; 0]);

    let statement = of(&text("£450,000"), "2020/21", "2021/22", "2021-06-22");
    let [told] = statement.reserves[0].breaks.as_slice() else { panic!("it does not follow") };
    assert!(
        told.starts_with(
            "2021/22 opens with £450,000 by its opening balance, and 2020/21 closed with £4"
        ),
        "{told}"
    );
    let page = report::to_text(&statement);
    assert!(page.contains("* 2021/22 opens with £450,000"), "{page}");

    // One year by itself, one day, and all accounts at once tell the same.
    let (programme, _) = Document::from_json(&text("£440,000")).unwrap().check().lenient();
    let ledger = programme::finance::Ledger::of(&programme);
    let id = programme.reserves().into_iter().next().unwrap().key.id;
    let exact = "£440,000".parse().ok();
    assert_eq!(ledger.reserve(id, day("2021-06-22")).closing().exact(), exact);
    let balances = ledger.balances(&[day("2021-03-31"), day("2021-06-22")]);
    let account = programme::finance::Account::Reserve(id);
    assert_eq!(balances.of(account, day("2021-06-22")), exact);
    assert_eq!(balances.of(account, day("2021-03-31")), None, "it has no opening balance yet");
}

#[test]
fn before_the_earliest_fact_a_balance_is_not_known() {
    let statement = of(MADE_UP, "2020/21", "2021/22", "2022-06-29");
    let closing = |reference: &str| each(years(&statement, reference), |year| &year.closing);
    // What is stated for March 2022 is after the opening balance of April 2021.
    assert_eq!(closing("RSV2"), ["not known", "£574,750"]);
    // Insurance is stated for the last day of 2020/21: what it held a year before is not known.
    let insurance = years(&statement, "RSV4");
    assert_eq!(each(insurance, |year| &year.opening), ["not known", "£335,000 to £345,000"]);
    assert_eq!(closing("RSV4"), ["£335,000 to £345,000", "£317,000 to £327,000"]);
    let whys =
        &statement.reserves.iter().find(|entry| entry.reserve.reference == "RSV4").unwrap().why;
    assert_eq!(
        *whys,
        [
            "the first that is said of it is what it holds on 31 March 2021, and what it held before is not"
        ]
    );

    let long_ago = of(MADE_UP, "1999/00", "1999/00", "2022-06-29");
    let closing = each(years(&long_ago, "RSV4"), |year| &year.closing);
    assert_eq!(closing, ["not known"]);
    let page = report::to_text(&long_ago);
    assert!(!page.contains("what it holds is reckoned from this"), "{page}");
    assert!(page.contains("no year shown can be reckoned from this"), "{page}");
}

#[test]
fn a_year_opens_with_what_its_first_movement_found() {
    // 322,000 are stated for March 2022, and 18,000 were taken in November 2021: 340,000 before. What
    // 2020/21 opened with nobody says.
    let facts = r#", "balances": [{"amount": "£322,000", "on": "31 March 2022"}]"#;
    let draw = put_in("MOV2", "-£18,000", "30 November 2021", DECIDED);
    let statement = of(&one(facts, &draw), "2020/21", "2021/22", "2022-06-29");
    let opening = each(years(&statement, "RSV1"), |year| &year.opening);
    assert_eq!(opening[0], "not known");
    assert_eq!(opening[1], "£339,999.50 to £340,000.50");
    assert_eq!(each(years(&statement, "RSV1"), |year| &year.closing)[0], opening[1]);
}

#[test]
fn a_minimum_without_a_pound_sign_is_one_in_pounds_and_is_no_balance() {
    let facts = |amount: &str| {
        format!(
            r#", "balances": [{{"amount": "{amount}", "on": "31 March 2022", "minimum": true}}]"#
        )
    };
    let statement = of(&one(&facts("c340k"), OPENING), "2021/22", "2021/22", "2021-06-22");
    let stated = &statement.reserves[0].stated[0];
    assert_eq!((stated.verdict, said(&stated.reckoned)), ("differs", "£500".to_owned()));
    let nothing = of(&one(&facts("c£340k"), ""), "2021/22", "2021/22", "2021-06-22");
    let why = ["neither an opening balance nor a stated one is held"];
    assert_eq!(nothing.reserves[0].why, why, "a minimum is no balance");
}

#[test]
fn a_minimum_is_exact_unless_it_is_hedged() {
    let verdict = |amount: &str| {
        let stated = format!(
            r#", "balances": [{{"amount": "{amount}", "on": "31 March 2022", "minimum": true}}]"#
        );
        let opening = OPENING.replace("£500", "£1,900,000");
        let statement = of(&one(&stated, &opening), "2021/22", "2021/22", "2021-06-22");
        statement.reserves[0].stated[0].verdict
    };
    assert_eq!(verdict("£2m"), "differs", "1.9 is less than 2.0, however that is rounded");
    assert_eq!(verdict("c£2m"), "agrees", "1.9 may be enough");
    assert_eq!(verdict("£1.9m"), "agrees");
}

#[test]
fn the_general_balance_is_told_against_the_councils_own_minimum() {
    let told = |amount: &str, term: &str, kind: &str, moves: &str| {
        let rule = format!(
            r#""local_rules": [{{"reference": "LR1", "title": "Minimum",
            "parameter": "minimum_balance", "amount": "{amount}"{term}}}], "reserves""#
        );
        let facts = format!(r#", "kind": "{kind}""#);
        let text = one(&facts, moves).replace("\"reserves\"", &rule);
        let headline = of(&text, "2021/22", "2022/23", "2021-06-22").headline;
        headline.into_iter().filter(|said| said.contains("minimum")).collect::<Vec<_>>()
    };
    let general = |amount: &str, moves: &str| told(amount, "", "general_balance", moves);
    let on = "(LR1) on 22 June 2021";
    let is = |how: &str, amount: &str| {
        [format!("'Change' (RSV1) is {how} the council's minimum of {amount} {on}: £500.")]
    };
    assert_eq!(general("£400", OPENING), is("above", "£400"));
    assert_eq!(general("at least £400", OPENING), is("above", "at least £400"));
    assert_eq!(general("£600", OPENING), is("below", "£600"));
    assert_eq!(general("£500", OPENING), is("not below", "£500"));
    // 150 are taken in the year, but after that day: 500 are held on it, 350 at the end of March.
    let later = format!("{OPENING}, {}", put_in("MOV2", "-£150", "1 July 2021", DECIDED));
    assert_eq!(general("£400", &later), is("above", "£400"));
    let earlier = later.replace("1 July 2021", "1 June 2021");
    assert_eq!(general("£400", &earlier), is("below", "£400").map(|s| s.replace("£500.", "£350.")));

    let cannot = |amount: &str, why: &str| {
        [format!(
            "Whether 'Change' (RSV1) is below the council's minimum of {amount} {on} cannot be told: {why}."
        )]
    };
    // About 500 are 450 to 550.
    assert_eq!(general("c£500", OPENING), cannot("c£500", "it holds £500"));
    assert_eq!(general("£400", ""), cannot("£400", "what it holds is not known"));
    let unread = cannot("as advised", "the minimum is no amount in pounds");
    assert_eq!(general("as advised", OPENING), unread);
    // June 2021 begins before that day and ends after it.
    let since = told("£400", r#", "since": "June 2021""#, "general_balance", OPENING);
    assert_eq!(since, cannot("£400", "it is not sure that this minimum holds then"));
    let earmarked = told("£400", "", "earmarked", OPENING);
    let nobody = "no reserve is said to be the general balance";
    assert_eq!(
        earmarked,
        [format!("Whether the council's minimum of £400 {on} is held cannot be told: {nobody}.")]
    );
    assert_eq!(told("£400", r#", "since": "2022""#, "general_balance", OPENING), [""; 0]);
}

#[test]
fn what_is_planned_adds_down_to_the_closing_balance_within_each_year() {
    // 250,000 of 2022/23 are still planned in 2023/24: 2,510,000 - 250,000 - 300,000 = 1,960,000.
    let statement = made_up();
    let carried = each(years(&statement, "RSV1"), |year| &year.planned_earlier);
    assert_eq!(carried, ["£0", "£0", "-£250,000"]);
    let change = each(years(&statement, "RSV2"), |year| &year.planned_earlier);
    assert_eq!(change, ["£0", "£0", "-£200,000"], "604,750 - 200,000 + 50,000 = 454,750");
    let planned = &statement.reserves[0].planned;
    assert_eq!(
        *planned,
        [
            "'To balance the budget of 2022/23' (MOV22), drawdown of £250,000, 31 March 2023; it names no decision",
            "'To balance the budget of 2023/24' (MOV24), drawdown of £300,000, 31 March 2024; it names no decision"
        ]
    );
    let phase = "'Phase 3' (MOV21), drawdown of £200,000, 30 September 2022; 'Fund Phase 3' does not authorise it";
    assert_eq!(statement.reserves[1].planned[0], phase);
    // What is authorised in a later year than it is dated in is planned no more.
    let late = put_in("MOV2", "£100", "1 June 2020", DECIDED);
    let later = format!("{}, {late}", OPENING.replace("1 April 2021", "1 April 2020"));
    let text = one("", &later).replace("24 February 2021", "24 February 2022");
    let statement = of(&text, "2020/21", "2022/23", "2022-06-29");
    let carried = each(years(&statement, "RSV1"), |year| &year.planned_earlier);
    assert_eq!(carried, ["£0", "£0", "£0"]);
    let planned = each(years(&statement, "RSV1"), |year| &year.closing_if_planned);
    assert_eq!(planned, ["£600", "£600", "£600"]);
}

#[test]
fn what_falls_short_is_in_the_headline_with_the_year() {
    let told = "'General Fund balance' (RSV1) would be below its floor of £2,000,000 on 31 March 2024 if all that is planned happens: £1,960,000.";
    assert!(made_up().headline.contains(&told.to_owned()), "{:?}", made_up().headline);
    let short = |facts: &str, moves: &str| {
        let text = one(facts, &format!("{OPENING}, {moves}"));
        let headline = of(&text, "2021/22", "2022/23", "2021-06-22").headline;
        headline.into_iter().filter(|said| said.contains("below")).collect::<Vec<_>>()
    };
    let taken = |decided: &str| put_in("MOV2", "-£600", "1 May 2022", decided);
    // 500 less 600.
    assert_eq!(
        short("", &taken(DECIDED)),
        ["'Change' (RSV1) is below nothing on 31 March 2023: -£100."]
    );
    assert_eq!(
        short(r#", "floor": "£550""#, &taken("")),
        [
            "'Change' (RSV1) is below its floor of £550 on 31 March 2022: £500.",
            "'Change' (RSV1) would be below nothing on 31 March 2023 if all that is planned happens: -£100."
        ]
    );
    assert_eq!(short(r#", "kind": "unusable""#, &taken(DECIDED)), [""; 0], "an accounting entry");
    // 335 to 345 thousand are stated.
    let vague =
        r#", "floor": "£340,000", "balances": [{"amount": "c£340k", "on": "31 March 2021"}]"#;
    let statement = of(&one(vague, ""), "2021/22", "2021/22", "2021-06-22");
    let told = "'Change' (RSV1) may be below its floor of £340,000 on 31 March 2022: £335,000 to £345,000.";
    assert!(statement.headline.contains(&told.to_owned()), "{:?}", statement.headline);
}

#[test]
fn the_page_says_what_it_counts_and_as_at_which_day_the_rules_are_asked() {
    // Decided in 2022, and counted in 2021/22's statement to March 2023.
    let text = report::to_text(&of(MADE_UP, "2021/22", "2022/23", "2021-04-01"));
    let plain = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let told = "Balances count what all decisions that are held authorise, to 31 March 2023; what is only \
                planned stands beside them The rules are asked as at 1 April 2021";
    assert!(plain.contains(told), "{text}");
    assert!(text.contains("WHAT THE RULES FIND AS AT 1 APRIL 2021 ("), "{text}");
}
