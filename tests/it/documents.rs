//! The papers: each is held whole, and gives the figures and findings that the paper gives by hand.

use std::collections::BTreeSet;

use programme::{
    document::Document,
    report::{self, Request},
    rollup::{self, Policy, Ratio},
    rules::{self, Settings},
};
use serde_json::Value;

use crate::{day, read};

const HAVERING: &str = include_str!("../fixtures/havering-2019/programme.json");
const HAVERING_COVERAGE: &str = include_str!("../fixtures/havering-2019/coverage.csv");

/// The value at a pointer in which `@REF` picks the element whose reference is REF, and `*LIST`
/// goes from a reference to the row of that list that has it.
fn resolve<'v>(document: &'v Value, pointer: &str) -> Option<&'v Value> {
    let find = |rows: &'v Value, reference: &Value| {
        rows.as_array()?.iter().find(|row| row.get("reference") == Some(reference))
    };
    pointer.split('/').skip(1).try_fold(document, |value, segment| {
        if let Some(reference) = segment.strip_prefix('@') {
            return find(value, &reference.into());
        }
        if let Some(list) = segment.strip_prefix('*') {
            return find(document.get(list)?, value);
        }
        match value {
            Value::Array(rows) => rows.get(segment.parse::<usize>().ok()?),
            other => other.get(segment),
        }
    })
}

#[test]
fn every_row_of_the_havering_inventory_is_held() {
    // Not the text of the fixture, but what the programme that was read from it says.
    let document: Value = serde_json::from_str(&Document::of(&read(HAVERING)).to_json()).unwrap();
    let mut ids = BTreeSet::new();
    for row in csv::Reader::from_reader(HAVERING_COVERAGE.as_bytes()).records() {
        let row = row.unwrap();
        let (id, pointer, expected) = (&row[0], &row[1], &row[2]);
        ids.insert(id.to_owned());
        let found =
            resolve(&document, pointer).unwrap_or_else(|| panic!("{id}: nothing at {pointer}"));
        let found = found.as_str().map_or_else(|| found.to_string(), str::to_owned);
        assert_eq!(found, expected, "{id} at {pointer}");
    }
    let all: BTreeSet<String> = (1..=96).map(|number| format!("HA-{number:03}")).collect();
    assert_eq!(ids, all);
}

#[test]
fn havering_reads_without_a_fault_and_writes_itself_again() {
    let programme = read(HAVERING);
    assert_eq!((programme.recommendations().len(), programme.actions().len()), (13, 32));
    let canonical = Document::of(&programme).to_json();
    let again = Document::from_json(&canonical).unwrap().check().strict().unwrap();
    assert_eq!(again, programme);
    assert_eq!(Document::of(&again).to_json(), canonical);
}

#[test]
fn havering_progress_is_what_the_paper_gives_by_hand() {
    let programme = read(HAVERING);
    let on = day("2019-09-04");
    let total = rollup::progress(&programme, &Policy::pooled(), on);
    let counts = [
        (total.counted(), 22),
        (total.complete(), 4),
        (total.unknown(), 18),
        (total.continuing(), 10),
        (total.excluded(), 0),
        (total.overdue(), 4),
        (total.overdue_silent(), 4),
        (total.in_window(), 2),
        (total.undated(), 3),
        (total.unpaired(), 3),
    ];
    for (at, (found, expected)) in counts.into_iter().enumerate() {
        assert_eq!(found, expected, "count {at}");
    }
    let share = |policy: &Policy| *rollup::assess(&programme, policy, on).known().unwrap();
    let ratio = |num, den| Ratio::new(num, den).unwrap();
    let pooled = share(&Policy::pooled());
    assert_eq!(pooled.confirmed, ratio(4, 22));
    assert_eq!(pooled.possible, Ratio::ONE);
    assert_eq!(pooled.coverage, ratio(4, 22));
    assert_eq!(pooled.percent(), 18);
    assert_eq!(share(&Policy::mean()).confirmed, ratio(5, 33));
    assert_eq!(share(&Policy::mean()).percent(), 15);
    assert_eq!(share(&Policy::legacy()).confirmed, ratio(11, 182));
    let open = rollup::Continuing::AsOpen;
    let legacy_pooled = Policy { continuing: open, ..Policy::pooled() };
    assert_eq!(share(&legacy_pooled).confirmed, ratio(4, 32));
}

#[test]
fn havering_falls_overdue_as_its_dates_pass() {
    let programme = read(HAVERING);
    // One date stands for three actions of row 5, and is nobody's; so 11, 12 and 13.
    let table = [
        ("2019-09-04", 4),
        ("2019-09-30", 4),
        ("2019-10-01", 6),
        ("2020-01-01", 10),
        ("2020-08-01", 11),
        ("2021-08-01", 12),
    ];
    for (on, overdue) in table {
        assert_eq!(programme.overdue(day(on)).len(), overdue, "{on}");
    }
    let longest: Vec<_> = programme
        .overdue(day("2019-09-04"))
        .iter()
        .map(|action| action.key.reference.to_string())
        .collect();
    assert_eq!(longest, ["A8.2", "A8.4", "A8.1", "A12.1"]);
    assert_eq!(programme.due_between(day("2019-09-04"), day("2019-10-04")).len(), 2);
    // Before the paper nothing of it had been said.
    let before = rollup::progress(&programme, &Policy::pooled(), day("2019-09-03"));
    assert_eq!((before.complete(), before.unknown()), (0, 22));
}

#[test]
fn havering_findings_are_those_of_the_paper() {
    let programme = read(HAVERING);
    let run = rules::lint(&programme, &Settings::as_at(day("2019-09-04")));
    let lines: Vec<String> = run
        .findings
        .iter()
        .map(|finding| {
            let main = finding.subjects.first().and_then(|s| programme.reference(*s)).unwrap();
            format!(
                "{} {} {} {main}: {}",
                finding.severity,
                finding.outcome,
                finding.code(),
                finding.message
            )
        })
        .collect();
    golden("findings", &(lines.join("\n") + "\n"));
    let count = |code: &str| run.findings.iter().filter(|f| f.code().to_string() == code).count();
    let expected = [
        ("ACT-001", 2),
        ("ACT-002", 3),
        ("ACT-005", 4),
        ("ACT-007", 4),
        ("ACT-008", 8),
        ("ACT-010", 1),
        ("ACT-011", 1),
        ("ACT-012", 5),
        ("ACT-013", 1),
        ("DEC-011", 1),
        ("DOC-003", 1),
        ("DOC-006", 1),
        // Policy, communications, chief executive, human resources.
        ("DOC-007", 4),
        // Rows 12 and 13.
        ("REC-005", 2),
        ("REC-006", 1),
        // Cornwall County Council, Bath and North Somerset Council.
        ("REV-003", 2),
        ("REV-005", 1),
        ("REV-007", 1),
    ];
    for (code, expected) in expected {
        assert_eq!(count(code), expected, "{code}");
    }
}

#[test]
fn havering_reports_are_fit_for_a_board() {
    let programme = read(HAVERING);
    let request = Request::as_at(day("2019-09-04"));
    let highlight = report::highlight(&programme, &Default::default(), &request);
    golden("report-text", &report::to_text(&highlight));
    golden("report-markdown", &report::to_markdown(&highlight));
    golden("report-json", &report::to_json(&highlight));
}

/// Compares with a file beside the fixture; `INSTA_UPDATE=always` writes it anew, to be read.
fn golden(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("../fixtures/havering-2019");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}
