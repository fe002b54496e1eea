//! Havering's plan through time: the paper of September 2019, and two quarters and a correction that
//! are made up. Figures are counted by hand from the plan's 32 actions.

use programme::{
    document::HistoryDocument,
    history::{Figures, History, Known},
    report::{self, HistoryReport},
    rollup::{self, Policy, Ratio},
    rules::{self, Settings},
};

use crate::day;

const HISTORY: &str = include_str!("../fixtures/havering-2019/history.json");
const PAPER: &str = include_str!("../fixtures/havering-2019/programme.json");
const DAYS: [&str; 3] = ["2019-09-04", "2019-12-31", "2020-03-31"];

fn history() -> History {
    let checked = HistoryDocument::from_json(HISTORY).unwrap().check();
    let (history, findings) = checked.lenient().unwrap_or_else(|findings| panic!("{findings}"));
    let grave = findings.iter().filter(|f| f.severity < programme::finding::Severity::Info);
    assert_eq!(grave.count(), 0, "{findings}");
    history
}

fn report() -> HistoryReport {
    let settings = Settings::as_at(day("2020-05-12"));
    report::history_report(&history(), &DAYS.map(day), &Policy::pooled(), &settings).unwrap()
}

/// Counted, complete, overdue.
fn figures(history: &History, on: &str, known: Known) -> (u64, u64, u64) {
    let programme = history.as_at(day(on), known).unwrap();
    let figures = Figures::of(&rollup::progress(&programme, &Policy::pooled(), day(on)));
    (figures.counted, figures.complete, figures.overdue)
}

#[test]
fn the_first_revision_is_the_paper() {
    let paper = programme::document::Document::from_json(PAPER).unwrap().check().lenient().0;
    assert_eq!(history().known(Known::Revision(1)).unwrap(), paper);
}

#[test]
fn each_date_is_as_it_was_known_then_and_as_it_is_known_now() {
    let history = history();
    // 22 of the 32 actions are to end. Four say 'Completed'. Past their dates are A8.1 (15 May),
    // A8.2 and A8.4 (April) and A12.1 (July).
    assert_eq!(figures(&history, DAYS[0], Known::By(day(DAYS[0]))), (22, 4, 4));
    // In May 2020 it became known that A8.2 was done in April 2019.
    assert_eq!(figures(&history, DAYS[0], Known::Now), (22, 5, 3));
    // On New Year's Eve nothing had been said since; A8.3 and A10.1 (September) are late besides.
    assert_eq!(figures(&history, DAYS[1], Known::By(day(DAYS[1]))), (22, 4, 6));
    // The quarter adds A2.4 and completes A8.1, A8.4 and A12.1; A8.3 and A10.1 stay late.
    assert_eq!(figures(&history, DAYS[1], Known::By(day("2020-01-15"))), (23, 7, 3));
    assert_eq!(figures(&history, DAYS[1], Known::Now), (23, 8, 2));
    // The next takes A2.4 out, completes A6.1, A8.3 and A9.1, and opens A8.4 again. Late are A8.4,
    // A10.1 and A8.5 (December 2019).
    assert_eq!(figures(&history, DAYS[2], Known::Now), (22, 10, 3));
}

#[test]
fn the_parts_of_each_bridge_add_up() {
    let report = report();
    let [autumn, winter] = report.bridges.as_slice() else { panic!("{:?}", report.bridges) };
    assert_eq!(
        autumn.said,
        [
            "Counted rose from 22 to 23: 1 added to the plan.",
            "Complete rose from 5 to 8: 3 completed.",
            "Overdue fell from 3 to 2: 3 completed, 2 fell due.",
            // 5/22, 5/23, 8/23, each cut.
            "The share rose from 22.7 % to 34.7 %: 1 added to the plan (-1.0), 3 completed (+13.0).",
        ]
    );
    assert_eq!(winter.said[1], "Complete rose from 8 to 10: 3 completed, 1 reopened.");
    for (bridge, complete) in [(autumn, 8 - 5), (winter, 10 - 8)] {
        assert_eq!(bridge.steps.iter().map(|step| step.complete).sum::<i64>(), complete);
    }
    let rows = |cause: &str| -> Vec<String> {
        let step = winter.steps.iter().find(|step| step.cause == cause).unwrap();
        step.rows.iter().map(|row| row.reference.clone()).collect()
    };
    assert_eq!(rows("reopened"), ["A8.4"]);
    assert_eq!(rows("taken_out"), ["A2.4", "A11.2"]);
    assert_eq!(rows("redated_with_approval"), ["A7.1"]);
}

#[test]
fn a_published_report_stays_as_it_was() {
    let report = report();
    let [september, december] = report.published.as_slice() else { panic!() };
    assert_eq!(
        (september.stated.complete, september.then.complete, september.now.complete),
        (4, 4, 5)
    );
    assert_eq!(
        (december.stated.complete, december.then.complete, december.now.complete),
        (7, 7, 8)
    );
    let history = history();
    let stated = history.published()[0].whole;
    assert_eq!(stated.confirmed, Ratio::new(4, 22));
}

#[test]
fn what_left_the_baseline_is_told_with_its_days() {
    let baseline = report().baseline.unwrap();
    let moved: Vec<_> = baseline
        .moved
        .iter()
        .map(|line| (line.row.reference.as_str(), line.class, line.days_least, line.days_most))
        .collect();
    // From some day in December to some day in March: 1 March less 31 December is 61 days, 31 March
    // less 1 December is 121. To September: 1 September less 31 December is 245, 30 September less
    // 1 December is 304; its first move was not agreed.
    let expected = [
        ("A6.1", "later_with_approval", Some(61), Some(121)),
        ("A7.1", "later", Some(245), Some(304)),
    ];
    assert_eq!(moved, expected);
    let gone: Vec<_> = baseline.removed.iter().map(|gone| gone.row.reference.as_str()).collect();
    assert_eq!(gone, ["A11.2"]);
}

#[test]
fn the_rules_of_history_find_what_the_quarters_leave_unsaid() {
    let run = rules::lint_history(&history(), &Settings::as_at(day("2020-05-12"))).unwrap();
    let programme = history().latest().clone();
    let found: Vec<String> = run
        .findings
        .iter()
        .filter(|finding| finding.code().to_string().starts_with("HIS"))
        .map(|finding| {
            let row = programme.reference(finding.subjects[0]);
            let row = row.map_or("gone".to_owned(), |reference| reference.to_string());
            format!("{} {row}", finding.code())
        })
        .collect();
    let expected = [
        "HIS-001 A10.1", // September 2019, and nothing was said in either quarter
        "HIS-002 A7.1",  // to June 2020, and nobody agreed
        "HIS-004 A7.1",  // later than the baseline, and no decision; A6.1 is done
        "HIS-005 A8.4",
        "HIS-006 gone", // A2.4
    ];
    assert_eq!(found, expected);
    // What a day shows is not in a check of its state alone.
    let state = rules::lint(&programme, &Settings::as_at(day("2020-05-12")));
    assert!(state.findings.iter().all(|f| !f.code().to_string().starts_with("HIS")));
}

#[test]
fn a_history_as_it_was_on_a_day_knows_nothing_later() {
    let january = history().known_by(day("2020-01-31")).unwrap();
    assert_eq!((january.last(), january.published().len()), (2, 2));
    let settings = Settings::as_at(day("2020-01-31"));
    let days = [day(DAYS[0]), day(DAYS[1])];
    let then = report::history_report(&january, &days, &Policy::pooled(), &settings).unwrap();
    assert_eq!(then.points[0].now, then.points[0].then);
    assert!(history().known_by(day("2019-09-03")).is_err());
}

#[test]
fn the_report_is_what_a_board_reads() {
    let report = report();
    insta::with_settings!({snapshot_path => "../fixtures/havering-2019", prepend_module_to_snapshot => false, omit_expression => true}, {
        insta::assert_snapshot!("history-text", report::to_text(&report));
        let markdown = report::to_markdown(&report);
        crate::markdown::assert_blocks_stand_apart(&markdown);
        insta::assert_snapshot!("history-markdown", markdown);
        insta::assert_snapshot!("history-json", report::to_json(&report));
    });
}
