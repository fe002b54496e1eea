//! The papers: each is held, every fact of it is found where its coverage says, and what the crate
//! finds and reports stands beside it to be read.

mod dacorum;
mod east_hertfordshire;
mod havering;
mod st_helens;
mod st_helens_governance;
mod welwyn_hatfield;

use std::{collections::BTreeSet, fs, path::PathBuf};

use programme::{
    Programme,
    document::Document,
    report::{self, Request},
    rules::{self, Settings},
    values::WorkingCalendar,
};
use serde_json::Value;

use crate::{day, read};

/// A paper: its folder, the letters and the number of its facts, and the day for which it speaks.
struct Paper {
    folder: &'static str,
    letters: &'static str,
    facts: u32,
    as_at: &'static str,
}

const PAPERS: &[Paper] = &[
    Paper { folder: "dacorum-2021", letters: "DA", facts: 185, as_at: "2021-06-22" },
    Paper { folder: "havering-2019", letters: "HA", facts: 96, as_at: "2019-09-04" },
    Paper { folder: "st-helens-2020", letters: "SH", facts: 138, as_at: "2020-09-23" },
    Paper { folder: "welwyn-hatfield-2020", letters: "WH", facts: 181, as_at: "2020-03-10" },
    Paper { folder: "east-hertfordshire-2012", letters: "EH", facts: 151, as_at: "2012-12-31" },
];

fn text(folder: &str, file: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(folder);
    fs::read_to_string(path.join(file)).unwrap_or_else(|e| panic!("{folder}/{file}: {e}"))
}

/// The programme of a paper.
fn paper(folder: &str) -> Programme {
    read(&text(folder, "programme.json"))
}

/// The codes that are found in a paper on its own day, one an occurrence.
fn codes(folder: &str) -> Vec<String> {
    let as_at = PAPERS.iter().find(|paper| paper.folder == folder).unwrap().as_at;
    let run = rules::lint(&paper(folder), &Settings::as_at(day(as_at)));
    run.findings.iter().map(|finding| finding.code().to_string()).collect()
}

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

/// Every fact has lines in the coverage, each with where it is held and what stands there. With
/// `--nocapture` it prints how many of each paper are held.
#[test]
fn every_fact_is_held_where_its_coverage_says() {
    for Paper { folder, letters, facts, .. } in PAPERS {
        // Not the text of the fixture, but what the programme that was read from it says.
        let document: Value =
            serde_json::from_str(&Document::of(&paper(folder)).to_json()).unwrap();
        let mut held = BTreeSet::new();
        for row in csv::Reader::from_reader(text(folder, "coverage.csv").as_bytes()).records() {
            let row = row.unwrap();
            let (id, pointer, expected) = (&row[0], &row[1], &row[2]);
            let found =
                resolve(&document, pointer).unwrap_or_else(|| panic!("{id}: nothing at {pointer}"));
            let found = found.as_str().map_or_else(|| found.to_string(), str::to_owned);
            assert_eq!(found, expected, "{id} at {pointer}");
            held.insert(id.to_owned());
        }
        let all: BTreeSet<String> =
            (1..=*facts).map(|number| format!("{letters}-{number:03}")).collect();
        println!("{folder}: {} of {facts}", held.len());
        assert_eq!(held, all, "{folder}");
    }
}

#[test]
fn papers_read_without_a_fault_and_write_themselves_again() {
    for Paper { folder, .. } in PAPERS {
        let programme = paper(folder);
        let canonical = Document::of(&programme).to_json();
        let again = Document::from_json(&canonical).unwrap().check().strict().unwrap();
        assert_eq!(again, programme, "{folder}");
        assert_eq!(Document::of(&again).to_json(), canonical, "{folder}");
    }
}

#[test]
fn findings_of_papers_stand_beside_them() {
    for Paper { folder, as_at, .. } in PAPERS {
        let programme = paper(folder);
        let run = rules::lint(&programme, &Settings::as_at(day(as_at)));
        let lines: Vec<String> = run
            .findings
            .iter()
            .map(|finding| {
                let main = finding.subjects.first().and_then(|s| programme.reference(*s));
                let main = main.map_or("programme".to_owned(), |reference| reference.to_string());
                format!(
                    "{} {} {} {main}: {}",
                    finding.severity,
                    finding.outcome,
                    finding.code(),
                    finding.message
                )
            })
            .collect();
        golden(folder, "findings", &(lines.join("\n") + "\n"));
    }
}

#[test]
fn reports_of_papers_are_fit_for_a_board() {
    for Paper { folder, as_at, .. } in PAPERS {
        let request = Request::as_at(day(as_at));
        let highlight = report::highlight(&paper(folder), &Default::default(), &request);
        golden(folder, "report-text", &report::to_text(&highlight));
        golden(folder, "report-markdown", &report::to_markdown(&highlight));
        golden(folder, "report-json", &report::to_json(&highlight));
    }
}

#[test]
fn the_forward_plan_of_st_helens_is_fit_for_a_board() {
    let calendar = WorkingCalendar::england_and_wales();
    let (from, to) = (day("2020-09-23"), day("2021-09-23"));
    let plan = report::forward_plan(&paper("st-helens-2020"), &calendar, from, to);
    golden("st-helens-2020", "forward-text", &report::to_text(&plan));
}

/// Compares with a file beside the fixture; `INSTA_UPDATE=always` writes it anew, to be read.
fn golden(folder: &str, name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(format!("../../fixtures/{folder}"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}
