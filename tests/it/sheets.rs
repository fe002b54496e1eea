//! Spreadsheets: how they are understood, that nothing of them is lost, and that they come back.

use std::collections::BTreeSet;

use programme::{
    Programme,
    document::Document,
    finding::Findings,
    model::{ColumnRole, PlanRow},
    rules::{self, Settings as Rules},
    sheet::{self, Mapping, Settings, Sheet},
    strategy,
};
use proptest::prelude::*;
use serde_json::Value;

use crate::{day, read};

mod cells;

const HAVERING: &str = include_str!("../fixtures/sheets/havering-2019.csv");
const HAVERING_DOCUMENT: &str = include_str!("../fixtures/havering-2019/programme.json");
const COUNCIL: &str = include_str!("../fixtures/sheets/council-plan.csv");

fn import(text: &str) -> (Programme, Findings) {
    let sheet = Sheet::read(text);
    sheet.import(&sheet.propose(), &Settings::named("Example")).check()
}

/// `CODE line:column` of every finding.
fn said(findings: &Findings) -> Vec<String> {
    let place = |finding: &programme::finding::Finding| {
        finding.place.as_ref().and_then(|place| place.line_column)
    };
    let told = findings.iter().map(|finding| match place(finding) {
        Some((line, column)) => format!("{} {line}:{column}", finding.code()),
        None => finding.code().to_string(),
    });
    told.collect()
}

fn rows(programme: &Programme) -> Vec<&PlanRow> {
    programme.plans().iter().flat_map(|plan| &plan.rows).collect()
}

fn holds(mapping: &Mapping) -> Vec<Option<ColumnRole>> {
    mapping.columns.iter().map(|column| column.holds).collect()
}

#[test]
fn havering_as_a_sheet_is_havering_as_a_document() {
    let sheet = Sheet::read(HAVERING);
    let mapping = sheet.propose();
    assert_eq!(mapping.header, Some(3));
    use ColumnRole::{Action, Lead, Number, Recommendation, Timescale};
    let expected = [Number, Recommendation, Action, Timescale, Lead].map(Some);
    assert_eq!(holds(&mapping), expected);
    let (programme, findings) = import(HAVERING);
    // Two cells hold one action with a line of detail, which could be two.
    let expected = ["INP-022 1:1", "INP-022 2:1", "INP-026 8:3", "INP-026 10:3"];
    assert_eq!(said(&findings), expected, "{findings}");
    assert_eq!((programme.recommendations().len(), programme.actions().len()), (13, 32));
    let table: Vec<_> =
        rows(&programme).into_iter().filter(|row| row.recommendation.is_some()).collect();
    let count = |of: fn(&PlanRow) -> usize| table.iter().map(|row| of(row)).sum::<usize>();
    let counts = [
        count(|row| row.placeholders.len()),
        count(|row| row.timescales.len()),
        count(|row| row.leads.len()),
    ];
    assert_eq!(counts, [1, 27, 31]);

    // What the paper says in one form, it says in the other.
    let document = read(HAVERING_DOCUMENT);
    let cells = |row: &PlanRow| (row.label.clone(), row.timescales.clone(), row.leads.clone());
    let ours: Vec<_> = table.iter().map(|row| cells(row)).collect();
    assert_eq!(ours, rows(&document).into_iter().map(cells).collect::<Vec<_>>());
    let actions = |programme: &Programme| -> Vec<_> {
        let all = programme.actions().iter();
        let row = |a: &programme::Action| {
            (a.key.reference.to_string(), a.title.clone(), a.detail.clone())
        };
        all.map(row).collect()
    };
    assert_eq!(actions(&programme), actions(&document));
    let dated = |programme: &Programme, action: &str| {
        let all = programme.actions().iter();
        let found = all.filter(|a| a.key.reference.to_string() == action);
        found.map(|a| a.timescale.words().into_owned()).collect::<String>()
    };
    assert_eq!(dated(&programme, "A8.1"), "15th May 2019 Cabinet");
    assert_eq!(dated(&programme, "A5.1"), "", "one date for three actions is nobody's");

    let unpaired = |programme: &Programme| -> Vec<String> {
        let run = rules::lint(programme, &Rules::as_at(day("2019-09-04")));
        let found = run.findings.iter().filter(|f| f.code().to_string() == "ACT-012");
        found.map(|finding| finding.message.clone()).collect()
    };
    assert_eq!(unpaired(&programme), unpaired(&document));
    assert_eq!(unpaired(&programme).len(), 5);
}

#[test]
fn a_sheet_as_councils_keep_it_is_understood() {
    let (programme, findings) = import(COUNCIL);
    let expected = [
        "INP-008 6:4",
        "INP-020 4:8",
        "INP-020 4:10",
        "INP-021 4:9",
        "INP-024 11:3",
        "INP-025 5:6",
        "INP-025 5:7",
        "INP-025 7:6",
        "INP-022 1:1",
        "INP-022 2:1",
        "INP-022 14:1",
        "INP-022 15:1",
        "INP-023 9:2",
        "INP-026 10:3",
    ];
    assert_eq!(said(&findings), expected, "{findings}");
    let plan = programme.plans().iter().next().unwrap();
    assert_eq!(plan.title, "Example Council: peer challenge action plan");
    let shown: Vec<_> = programme
        .actions()
        .iter()
        .map(|a| {
            let leads: Vec<_> = a.leads.iter().map(|lead| programme.lead_name(lead)).collect();
            format!("{} {} | {} | {}", a.key.reference, a.title, a.timescale, leads.join(" + "))
        })
        .collect();
    let expected = [
        "A1.1 Write a summary of the plan for every household | September 2024 | Head of Communications",
        "A1.2 Hold four open evenings | November 2024 | Director of Place",
        "A1.3 Put the plan's targets on the website | 31 June 2024 | Head of Communications",
        // One season for three actions is nobody's; three leads are one each.
        "A2.1 Appoint a scrutiny officer |  | Monitoring Officer",
        "A2.2 Train members |  | Monitoring Officer",
        "A2.3 Review the work programme |  | Chair of Scrutiny",
        "A3.1 Write a workforce strategy | 15 January 2025 Cabinet | Director of HR",
        "A4.1 Agree one prevention plan with health partners |  | ",
        "A4.2 Pool the small budgets |  | ",
        "A5.1 Agree a date with the LGA | Spring 2025 | CEX",
    ];
    assert_eq!(shown, expected);
    let website = programme.actions().iter().nth(2).unwrap();
    assert_eq!(website.status.len(), 1);
    let note = &website.status[0];
    assert_eq!(note.state.as_ref().unwrap().words(), "Complete");
    assert_eq!(
        note.text.as_deref(),
        Some("=HYPERLINK(\"https://example.org/plan\",\"Live since May\")")
    );
    // A note to the author is no action, and keeps what stands beside it.
    let noted: Vec<_> =
        rows(&programme).into_iter().filter(|row| !row.placeholders.is_empty()).collect();
    assert_eq!((noted.len(), noted[0].timescales.as_slice()), (1, ["TBC".to_owned()].as_slice()));
    // Columns that are not read are kept with their rows.
    let kept = |heading: &str| -> Vec<_> {
        let cells = rows(&programme).into_iter().flat_map(|row| &row.other);
        cells.filter(|cell| cell.heading == heading).map(|cell| cell.text.as_str()).collect()
    };
    assert_eq!(kept("Budget code"), ["T-4410", "T-4412"]);
    assert_eq!(kept("Date"), ["20/06/2024"; 3]);
    assert_eq!(kept("BRAG"), ["Green", "Amber"]);
}

#[test]
fn the_caller_may_set_what_a_column_holds() {
    let sheet = Sheet::read(COUNCIL);
    let mut mapping = sheet.propose();
    mapping.set(8, Some(ColumnRole::AsAt));
    mapping.set(7, Some(ColumnRole::Workstream));
    let (programme, findings) = sheet.import(&mapping, &Settings::named("Example")).check();
    assert!(!said(&findings).contains(&"INP-021 4:9".to_owned()), "{findings}");
    let first = programme.actions().iter().next().unwrap();
    let workstream = first.workstream.and_then(|id| programme.name(id));
    assert_eq!(workstream, Some("T-4410"), "what is said of a line is said of each of its actions");
    let dated = first.status.iter().filter_map(|note| note.as_at.as_ref());
    assert_eq!(dated.map(|when| when.words().into_owned()).collect::<Vec<_>>(), ["20/06/2024"]);
}

#[test]
fn numbers_are_those_that_are_printed() {
    let references = |text: &str| {
        let (programme, findings) = import(text);
        let both = programme.recommendations().iter().map(|row| row.key.reference.to_string());
        let actions = programme.actions().iter().map(|row| {
            let label = row.key.label.as_deref().map(|label| format!(" ({label})"));
            format!("{}{}", row.key.reference, label.unwrap_or_default())
        });
        (both.chain(actions).collect::<Vec<_>>().join(" "), said(&findings).join(" "))
    };
    let told = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    // Of the recommendations, in a column or before the words.
    assert_eq!(
        references("No,Recommendation,Action\n3,Plan,Write\n,,Print\n7,Talk,Ask\n"),
        told("R3 R7 A3.1 A3.2 A7.1", "")
    );
    assert_eq!(
        references("Recommendation,Action\nR2: Plan,Write\n1. Talk,Ask\nMeet,Call\n"),
        told("R1 R2 R3 A1.1 A2.1 A3.1", "")
    );
    // Filled down instead of merged.
    assert_eq!(
        references("No,Recommendation,Action\n1,Plan,Write\n1,Plan,Print\n2,Talk,Ask\n"),
        told("R1 R2 A1.1 A1.2 A2.1", "")
    );
    // Of the actions.
    assert_eq!(
        references("Recommendation,Action no,Action\nPlan,1.1,Write\n,1.2,Print\n,2(a),Bind\n"),
        told("R1 A1.1 (1.1) A1.2 (1.2) A1.3 (2(a))", "")
    );
    // A new number without words may be another recommendation.
    assert_eq!(
        references("No,Recommendation,Action\n1,Plan,Write\n2,,Print\n"),
        told("R1 A1.1 A2 (2)", "INP-027 3:2")
    );
    assert_eq!(
        references("No,Recommendation,Action\n1,Plan,Write\n1,Talk,Ask\n"),
        told("R1 R2 A1.1 A2.1", "INP-028 3:1")
    );
    assert_eq!(references("Action,Owner\nWrite,COO\nPrint,COO\n"), told("A1 A2", ""));
    assert_eq!(references("Recommendation,Action\n,Write\n"), told("A1", "INP-027 2:1"));
}

#[test]
fn a_sheet_without_a_table_says_so_and_keeps_its_words() {
    for text in ["Alpha,Beta\none,two\n", "Owner,Due\nCOO,May 2019\n"] {
        let (programme, findings) = import(text);
        assert_eq!(said(&findings)[0], "INP-019 1:1", "{findings}");
        assert!(programme.actions().is_empty());
        assert_eq!((rows(&programme).len(), findings.len()), (2, 1), "{findings}");
    }
    // What stands over the line of the headings may say what that does not.
    let (programme, _) =
        import(",Recommendation,Response,\nRef,Text,Action,Owner\nR1,Plan,Write,COO\n");
    assert_eq!(programme.recommendations().len(), 1);
    let (_, findings) = import("");
    assert_eq!(said(&findings), ["INP-019 1:1"]);
}

#[test]
fn answers_and_themes_go_to_the_recommendation() {
    let (programme, findings) = import(
        "Recommendation,Accepted?,Theme,Council response,Owner\n\
         Plan,Partially accepted,Place,Write it,COO\nTalk,Agreed,place,Ask them,CEX\n",
    );
    assert!(said(&findings).is_empty(), "{findings}");
    assert_eq!((programme.actions().len(), programme.themes().len()), (2, 1));
    let verdicts: Vec<_> = programme
        .recommendations()
        .iter()
        .map(|row| row.response.as_ref().and_then(|response| response.verdict))
        .collect();
    use programme::values::Verdict::{Accepted, PartlyAccepted};
    assert_eq!(verdicts, [Some(PartlyAccepted), Some(Accepted)]);
}

/// Every text in a document, and in what is said of it.
fn words_of(document: &Document<'_>, findings: &Findings) -> String {
    fn collect(value: &Value, all: &mut Vec<String>) {
        match value {
            Value::String(text) => all.push(text.clone()),
            Value::Array(items) => items.iter().for_each(|item| collect(item, all)),
            Value::Object(fields) => fields.values().for_each(|field| collect(field, all)),
            _ => {}
        }
    }
    let value: Value = serde_json::from_str(&document.to_json()).unwrap();
    let mut all = Vec::new();
    collect(&value, &mut all);
    all.extend(findings.iter().map(|finding| finding.message.clone()));
    all.join("\n").to_lowercase()
}

/// The words of a cell, without the marks of lists, which places say as well.
fn words(cell: &str) -> BTreeSet<String> {
    let lines = cell.split(['\n', '\r']).map(str::trim);
    let unmarked = lines.map(|line| match line.split_once(char::is_whitespace) {
        Some((mark, rest)) if mark.len() < 5 && mark.ends_with(['.', ')', ':']) => rest,
        _ => line,
    });
    let words = unmarked.flat_map(|line| line.split(|c: char| !c.is_alphanumeric()));
    words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

fn nothing_is_lost(text: &str) {
    let sheet = Sheet::read(text);
    let imported = sheet.import(&sheet.propose(), &Settings::named("Example"));
    let found = words_of(&imported.document, &imported.findings);
    for cell in sheet.rows().iter().flat_map(|row| row.cells()) {
        for word in words(cell) {
            assert!(found.contains(&word), "'{word}' of '{cell}' is lost in\n{text}");
        }
    }
    let (programme, _) = imported.check();
    let _ = sheet::write(&programme, day("2024-06-30"));
}

/// What is written, read and written again.
fn comes_back(programme: &Programme) {
    let on = day("2024-06-30");
    let text = sheet::write(programme, on);
    for line in text.split("\r\n") {
        assert!(!line.starts_with(['=', '+', '-', '@', '\t']), "{line}");
    }
    let sheet = Sheet::read(&text);
    assert_eq!(sheet.delimiter(), ',');
    let column = |name: &str| sheet.rows()[0].cells().iter().position(|cell| cell == name);
    let cells = |name: &str| -> BTreeSet<String> {
        let at = column(name).unwrap();
        sheet.rows().iter().skip(1).map(|row| row.cell(at).to_owned()).collect()
    };
    let (titles, timescales) = (cells("Action"), cells("Timescale"));
    for action in programme.actions().iter() {
        assert!(titles.contains(&action.title), "{text}");
        assert!(timescales.contains(&*action.timescale.words()), "{text}");
    }
    let everything: String =
        sheet.rows().iter().flat_map(|row| row.cells()).map(|cell| format!("\n{cell}\n")).collect();
    for row in rows(programme) {
        let kept = row.other.iter().map(|cell| &cell.text);
        for words in row.timescales.iter().chain(&row.placeholders).chain(kept) {
            assert!(everything.contains(words), "'{words}' is lost in\n{text}");
        }
    }
}

#[test]
fn real_sheets_come_back() {
    for text in [HAVERING, COUNCIL] {
        nothing_is_lost(text);
        let (programme, _) = import(text);
        comes_back(&programme);
        let written = sheet::write(&programme, day("2024-06-30"));
        let (again, _) = import(&written);
        let all = |programme: &Programme| -> Vec<_> {
            let of = |a: &programme::Action| {
                let leads = a.leads.iter().map(|lead| programme.lead_name(lead).to_owned());
                let words = (a.title.clone(), a.detail.clone(), a.timescale.words().into_owned());
                (a.key.reference, words, leads.collect::<Vec<_>>(), a.status.clone())
            };
            programme.actions().iter().map(of).collect()
        };
        assert_eq!(all(&again), all(&programme), "{written}");
        let recommendations = |programme: &Programme| -> Vec<_> {
            let all = programme.recommendations().iter();
            all.map(|r| (r.key.clone(), r.title.clone(), r.rationale.clone())).collect()
        };
        assert_eq!(recommendations(&again), recommendations(&programme));
        assert_eq!(sheet::write(&again, day("2024-06-30")), written, "a second time is the same");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_and_none_of_it_lost(text in "\\PC*|[a-e,;\t\"\r\n'=•1-3. -]{0,200}") {
        nothing_is_lost(&text);
    }

    #[test]
    fn nothing_of_a_table_is_lost(
        columns in prop::collection::vec(
            prop::sample::select(vec![
                "No", "Recommendation", "Action", "Action ref", "By when", "Owner", "Status", "RAG",
                "Update", "Evidence", "Response", "Theme", "Workstream", "Priority", "% complete",
                "Budget", "As at", "Details", "", "Part of", "Also answers",
            ]),
            2..8,
        ),
        cells in prop::collection::vec(
            prop::sample::select(vec![
                "", "", "", "1", "1.1", "R2", "Plan", "2. Write it", "• one\n• two", "1. x\n2. y",
                "left\nright", "p\n\nq", "TBC", "?", "ditto", "Total", "=1+1", "-", "May 2019",
                "Completed", "Accepted", "Amber", "G", "A/R", "40%", "COO/CEX", "Note: so", "15 May\nCabinet",
            ]),
            0..60,
        ),
    ) {
        let quoted = |cells: &[&str]| {
            let cells = cells.iter().map(|cell| format!("\"{cell}\""));
            cells.collect::<Vec<_>>().join(",")
        };
        let lines = std::iter::once(quoted(&columns)).chain(cells.chunks(columns.len()).map(quoted));
        nothing_is_lost(&lines.collect::<Vec<_>>().join("\r\n"));
    }

    #[test]
    fn what_is_written_is_read_to_the_letter(programme in strategy::programmes()) {
        comes_back(&programme);
    }
}
