//! The page on the format, held to what the library reads.

use programme::{
    document::{Document, HistoryDocument},
    finance::Ledger,
    history::Known,
    measures, rating,
    rollup::{self, Policy},
    rules::{self, Settings},
    values::{Printed, Reported, Stated, Timescale, WorkingCalendar},
};

use crate::day;

const PAGE: &str = include_str!("../../docs/FORMAT.md");

fn example(number: usize) -> &'static str {
    PAGE.split("```json\n").nth(number).unwrap().split_once("```").unwrap().0
}

#[test]
fn its_plan_is_read_without_a_finding() {
    let programme = Document::from_json(example(1)).unwrap().check().strict().unwrap();
    let on = day("2024-08-01");
    // A1 counts through its two parts, one of them done; A2 goes on; A3 has left the plan.
    let progress = rollup::progress(&programme, &Policy::pooled(), on);
    assert_eq!((progress.counted(), progress.complete()), (2, 1));
    assert_eq!((progress.continuing(), progress.excluded()), (1, 1));
    let run = rules::lint(&programme, &Settings::as_at(on));
    let codes: Vec<String> = run.findings.iter().map(|f| f.code().to_string()).collect();
    assert_eq!(codes, [""; 0], "{}", run.findings);
}

#[test]
fn its_programme_is_read_without_a_finding() {
    let programme = Document::from_json(example(2)).unwrap().check().strict().unwrap();
    let run = rules::lint(&programme, &Settings::as_at(day("2021-06-22")));
    let open = run.findings.iter().filter(|finding| finding.waived_by.is_none());
    let open: Vec<String> = open.map(ToString::to_string).collect();
    assert_eq!(open, [""; 0]);
    let waived: Vec<String> = run.findings.iter().map(|f| f.code().to_string()).collect();
    assert_eq!(waived, ["WKS-002"]);
}

#[test]
fn its_council_is_read_without_a_finding() {
    let programme = Document::from_json(example(3)).unwrap().check().strict().unwrap();
    let run = rules::lint(&programme, &Settings::as_at(day("2021-07-31")));
    let found: Vec<String> = run.findings.iter().map(ToString::to_string).collect();
    assert_eq!(found, [""; 0]);
}

#[test]
fn its_judgements_are_read_without_a_finding() {
    let programme = Document::from_json(example(5)).unwrap().check().strict().unwrap();
    let on = day("2021-07-31");
    let run = rules::lint(&programme, &Settings::as_at(on));
    let found: Vec<String> = run.findings.iter().map(ToString::to_string).collect();
    assert_eq!(found, [""; 0]);
    let measure = programme.measures().iter().next().unwrap();
    // From 62 to 71 of the way to 80.
    let share = measures::achievement(measure, on).map(|come| come.share.to_string());
    assert_eq!(share.as_deref(), Ok("1/2"));
    let beyond = rating::breaches(&programme, &WorkingCalendar::england_and_wales(), on);
    let raised: Vec<_> = beyond.iter().map(|breach| breach.exception.as_ref()).collect();
    assert!(matches!(raised.as_slice(), [Some(raised)] if raised.to_string() == "EXC1"));
}

#[test]
fn its_money_is_read_without_a_finding() {
    let programme = Document::from_json(example(4)).unwrap().check().strict().unwrap();
    let run = rules::lint(&programme, &Settings::as_at(day("2021-10-31")));
    let found: Vec<String> = run.findings.iter().map(ToString::to_string).collect();
    assert_eq!(found, [""; 0]);
    let ledger = Ledger::of(&programme);
    assert!(ledger.unentered().is_empty());
    let held = |reference: &str, on: &str| {
        let reserve = programme.reserves().by_reference(reference.parse().unwrap()).unwrap();
        ledger.reserve(reserve.key.id, day(on)).closing().exact().unwrap().to_string()
    };
    assert_eq!(held("RSV1", "2022-03-31"), "£2,450,000.00");
    // 551,500 and 150,000 less 270,000.
    assert_eq!(held("RSV2", "2021-07-29"), "£701,500.00");
    assert_eq!(held("RSV2", "2021-07-30"), "£431,500.00");
    // 270,000 drawn less 30,000 held back; 180,000 ordered, of which 60,000 are spent.
    let line = programme.budget_lines().by_reference("BL2".parse().unwrap()).unwrap();
    let budget = ledger.line(line.key.id, day("2021-10-31"));
    let pounds = |text: &str| Some(text.parse().unwrap());
    assert_eq!(budget.revised(), pounds("240,000"));
    assert_eq!((budget.committed(), budget.actual()), (pounds("120,000"), pounds("60,000")));
    assert_eq!(budget.available(), pounds("60,000"));
}

#[test]
fn its_history_is_read_without_a_finding() {
    let history = HistoryDocument::from_json(example(6)).unwrap().check().strict().unwrap();
    let december = day("2019-12-31");
    let actions = |known| {
        let programme = history.as_at(december, known).unwrap();
        let rows = programme.actions().iter();
        rows.map(|row| format!("{} {}", row.key.reference, row.timescale)).collect::<Vec<_>>()
    };
    assert_eq!(actions(Known::Now), ["A1 Completed December 2019", "A3 June 2020"]);
    assert_eq!(actions(Known::By(december)), ["A1 March 2020", "A2 May 2020"]);
    // What was published in October is what was known in October.
    let restated = history.restate(1).unwrap();
    assert_eq!(restated.then.whole, restated.published.whole);
    assert_eq!(history.at_baseline(1).unwrap().actions().len(), 2);
}

#[test]
fn its_words_are_understood() {
    let list = |heading: &str| -> Vec<&str> {
        let rest = PAGE.split_once(heading).unwrap().1;
        let items = rest.trim_start().lines().take_while(|line| line.starts_with("- "));
        items.map(|line| line.trim_matches(['-', ' ', '`'])).collect()
    };
    let timescales = list("Timescales:\n");
    let statuses = list("Statuses, stated health and responses:\n");
    let amounts = list("Amounts:\n");
    assert_eq!((timescales.len(), statuses.len(), amounts.len()), (26, 17, 10));
    for words in timescales {
        assert!(Timescale::read(words).value().is_some(), "{words}");
    }
    for words in statuses {
        assert!(Printed::<Reported>::read(words).value().is_some(), "{words}");
    }
    for words in amounts {
        assert!(Stated::read(words).value().is_some(), "{words}");
    }
}
