//! Documents with a fault: each is reported with its code and place, nothing is lost, nothing
//! panics.

use programme::{
    document::Document,
    finding::{Findings, Severity},
    model::Programme,
};

use crate::document;

/// Runs what should take little time, on the thread's own clock: many times what it takes here, and
/// a small part of what it takes where work grows with the square of the rows.
fn soon<T>(seconds: u64, run: impl FnOnce() -> T) -> T {
    let start = cpu_time::ThreadTime::now();
    let done = run();
    let taken = start.elapsed();
    assert!(taken < std::time::Duration::from_secs(seconds), "took {taken:?}");
    done
}

/// What reading says: `CODE place` of every finding.
fn said(text: &str) -> Vec<String> {
    let (_, findings) = lenient(text);
    findings.iter().map(|f| format!("{} {}", f.code(), f.place.as_ref().unwrap())).collect()
}

fn lenient(text: &str) -> (Programme, Findings) {
    Document::from_json(text).unwrap().check().lenient()
}

/// Lists of a document, and what is said of them and where.
const FAULTS: &[(&str, &[&str])] = &[
    // Rows that are no objects, lists that are none, values of another shape.
    (r#""actions": ["A1"]"#, &["INP-003 /actions/0"]),
    (r#""posts": {"title": "COO"}"#, &["INP-003 /posts"]),
    (r#""posts": [{"title": ["COO"]}]"#, &["INP-003 /posts/0/title", "INP-014 /posts/0/title"]),
    (r#""actions": [{"title": "X", "leads": [["COO"]]}]"#, &["INP-003 /actions/0/leads/0"]),
    (r#""actions": [{"title": "X", "status": [[1]]}]"#, &["INP-003 /actions/0/status/0"]),
    (r#""reviews": [{"name": "X", "team": ["Leader"]}]"#, &["INP-003 /reviews/0/team/0"]),
    // Fields.
    (r#""actoins": []"#, &["INP-004 /actoins"]),
    (r#""actions": [{"title": "X", "timescle": "May 2019"}]"#, &["INP-004 /actions/0/timescle"]),
    (r#""posts": [{"title": "COO", "title": "CEO"}]"#, &["INP-005 /posts/0/title"]),
    // References and ids.
    (
        r#""posts": [{"reference": "POST1", "title": "A"}, {"reference": "POST1", "title": "B"}]"#,
        &["INP-006 /posts/1/reference"],
    ),
    (r#""actions": [{"title": "X", "answers": ["R9"]}]"#, &["INP-007 /actions/0/answers/0"]),
    (r#""actions": [{"title": "X", "plan": "PLAN1"}]"#, &["INP-007 /actions/0/plan"]),
    (r#""posts": [{"id": "one", "title": "COO"}]"#, &["INP-013 /posts/0/id"]),
    (r#""posts": [{"id": true, "title": "COO"}]"#, &["INP-003 /posts/0/id"]),
    (r#""posts": [{"id": 1.5, "title": "COO"}]"#, &["INP-013 /posts/0/id"]),
    (r#""posts": [{"reference": {"a": 1}, "title": "COO"}]"#, &["INP-003 /posts/0/reference"]),
    (r#""posts": [{"reference": false, "title": "COO"}]"#, &["INP-003 /posts/0/reference"]),
    (r#""posts": [{"label": ["x"], "title": "COO"}]"#, &["INP-003 /posts/0/label"]),
    (
        r#""posts": [{"reference": "2(a)", "label": "x", "title": "COO"}]"#,
        &["INP-003 /posts/0/reference"],
    ),
    (
        r#""posts": [{"reference": 0.12345678901234567, "title": "COO"}]"#,
        &["INP-017 /posts/0/reference"],
    ),
    (
        r#""posts": [{"id": "00000000-0000-0000-0000-000000000001", "title": "A"},
                {"id": "00000000-0000-0000-0000-000000000001", "title": "B"}]"#,
        &["INP-013 /posts/1/id"],
    ),
    // Words.
    (
        r#""actions": [{"title": "X", "timescale": "31 June 2021"}]"#,
        &["INP-008 /actions/0/timescale"],
    ),
    (r#""actions": [{"title": "X", "started": "2021-02-30"}]"#, &["INP-008 /actions/0/started"]),
    (
        r#""actions": [{"title": "X", "timescale": "when we can"}]"#,
        &["INP-009 /actions/0/timescale"],
    ),
    (r#""actions": [{"title": "X", "status": "nearly"}]"#, &["INP-009 /actions/0/status"]),
    // In full and in short, the place is one that the text has.
    (
        r#""actions": [{"title": "X", "status": ["nearly", {"state": "nearly"}]}]"#,
        &["INP-009 /actions/0/status/0", "INP-009 /actions/0/status/1/state"],
    ),
    (
        r#""recommendations": [{"title": "X", "response": {"verdict": "perhaps", "a/b~": 1}}]"#,
        &[
            "INP-004 /recommendations/0/response/a~1b~0",
            "INP-010 /recommendations/0/response/verdict",
        ],
    ),
    (
        r#""recommendations": [{"title": "X", "response": "perhaps"}]"#,
        &["INP-010 /recommendations/0/response"],
    ),
    (
        r#""plans": [{"title": "P", "rows": [{"leads": "COO"}, {"actions": ["A9", "A8"]}]}]"#,
        &["INP-007 /plans/0/rows/1/actions/0", "INP-007 /plans/0/rows/1/actions/1"],
    ),
    (r#""posts": [{"title": "COO", "kind": "boss"}]"#, &["INP-010 /posts/0/kind"]),
    (r#""posts": [{"title": ""}]"#, &["INP-014 /posts/0/title"]),
    (r#""currency": "EUR""#, &["INP-015 /currency"]),
    // Numbers.
    (r#""actions": [{"title": "X", "weight": -1}]"#, &["INP-017 /actions/0/weight"]),
    (r#""actions": [{"title": "X", "weight": 1e300}]"#, &["INP-017 /actions/0/weight"]),
    (
        r#""actions": [{"title": "X", "weight": 18446744073709551615}]"#,
        &["INP-017 /actions/0/weight"],
    ),
    (r#""actions": [{"title": "X", "long_term": "often"}]"#, &["INP-003 /actions/0/long_term"]),
    // Rows that are no objects are nobody's target.
    (
        r#""recommendations": ["Plan ahead"], "actions": [{"title": "X", "answers": "R1"}]"#,
        &["INP-003 /recommendations/0", "INP-007 /actions/0/answers"],
    ),
    (
        r#""workstreams": [null, [], 3]"#,
        &["INP-003 /workstreams/0", "INP-003 /workstreams/1", "INP-003 /workstreams/2"],
    ),
    // Rings.
    (
        r#""actions": [{"reference": "A1", "title": "X", "parent": "A2"},
                {"reference": "A2", "title": "Y", "parent": "A1"}]"#,
        &["INP-011 /actions"],
    ),
    (r#""actions": [{"reference": "A1", "title": "X", "parent": "A1"}]"#, &["INP-011 /actions"]),
    // A plan's row against its actions.
    (
        r#""actions": [{"reference": "A1", "title": "X", "timescale": "May 2019"}],
               "plans": [{"title": "P", "rows": [{"actions": ["A1"], "timescales": ["June 2019"]}]}]"#,
        &["INP-016 /plans/0/rows/0/timescales/0"],
    ),
];

#[test]
fn each_fault_has_its_code_and_place() {
    for (lists, expected) in FAULTS {
        assert_eq!(said(&document(lists)), *expected, "{lists}");
    }
}

#[test]
fn an_answer_is_read_as_status_cells_word_it_and_nothing_else_is() {
    use programme::values::Verdict;
    let read = |response: &str| {
        let list = format!(r#""recommendations": [{{"title": "X", "response": {response}}}]"#);
        let (programme, findings) = lenient(&document(&list));
        let row = programme.recommendations().iter().next().unwrap();
        (row.response.as_ref().and_then(|response| response.verdict), findings)
    };
    for (words, verdict) in [
        ("Partially accepted", Verdict::PartlyAccepted),
        ("accepted in part", Verdict::PartlyAccepted),
        ("Fully agreed.", Verdict::Accepted),
        ("Do not accept", Verdict::NotAccepted),
        ("partly_accepted", Verdict::PartlyAccepted),
    ] {
        for response in [format!("\"{words}\""), format!("{{\"verdict\": \"{words}\"}}")] {
            let (read, findings) = read(&response);
            assert_eq!(read, Some(verdict), "{response}");
            assert!(findings.is_empty(), "{findings}");
        }
    }
    // What says nothing of an answer, or more than it, is quoted and not read.
    for words in ["Green", "Completed", "Agreed; in progress", "partially perhaps"] {
        let (read, findings) = read(&format!("\"{words}\""));
        assert_eq!(read, None, "{words}");
        let said: Vec<_> = findings.iter().map(|f| (f.code().to_string(), &f.message)).collect();
        let [(code, message)] = said.as_slice() else { panic!("{findings}") };
        assert_eq!(code, "INP-010");
        assert!(message.contains(&format!("`{words}`")), "{message}");
    }
}

#[test]
fn an_id_of_the_programme_that_is_none_is_said() {
    for (id, place) in [("1.5", "INP-013"), ("true", "INP-003"), ("[\"x\"]", "INP-003")] {
        let text =
            format!(r#"{{"format": "programme/1", "programme": {{"name": "X", "id": {id}}}}}"#);
        assert_eq!(said(&text), [format!("{place} /programme/id")]);
    }
}

#[test]
fn a_slip_in_the_name_of_a_field_is_an_error() {
    use programme::finding::Severity;
    let severity = |lists: &str| {
        let text = document(lists);
        let findings = Document::from_json(&text).unwrap().check().lenient().1;
        findings.iter().map(|finding| finding.severity).collect::<Vec<_>>()
    };
    assert_eq!(severity(r#""Actions": [{"title": "lost"}]"#), [Severity::Error]);
    assert_eq!(severity(r#""actions": [{"title": "X", "anwsers": "R1"}]"#), [Severity::Error]);
    assert_eq!(severity(r#""actions": [{"title": "X", "budget_code": 7}]"#), [Severity::Warning]);
}

#[test]
fn a_missing_format_or_name_is_said() {
    assert_eq!(said("{}"), ["INP-014 /programme/name", "INP-018 /format"]);
}

#[test]
fn a_text_that_gives_no_document_says_why_and_where() {
    let whole = document(r#""actions": [{"title": "Publish the plan"}]"#);
    let cut = whole.get(..whole.len() - 12).unwrap();
    let deep = format!("{{\"actions\": {}", "[".repeat(100_000));
    let deep_unknown = format!("{{\"x\": {}", "{\"y\":".repeat(100_000));
    let table = [
        (cut, "INP-001"),
        ("", "INP-001"),
        ("not json", "INP-001"),
        ("{\"format\": \"programme/1\",}", "INP-001"),
        ("[1, 2]", "INP-003"),
        ("\"programme/1\"", "INP-003"),
        (deep.as_str(), "INP-003"),
        (deep_unknown.as_str(), "INP-003"),
        (r#"{"format": "programme/2"}"#, "INP-002"),
    ];
    for (text, code) in table {
        let error = Document::from_json(text).unwrap_err();
        assert_eq!(error.finding().code().to_string(), code, "{error}");
        if code != "INP-002" {
            assert!(error.finding().place.as_ref().unwrap().line_column.is_some(), "{error}");
            assert!(error.to_string().starts_with("line "), "{error}");
        }
    }
    let error = Document::from_slice(b"{\n \"a\": \"\xff\"}").unwrap_err();
    assert!(error.to_string().starts_with("line 2, column 8: The text is not UTF-8."), "{error}");
    let format = Document::from_json("{\"format\": 2}").unwrap().check().strict();
    assert_eq!(format.unwrap_err().iter().next().unwrap().code().to_string(), "INP-002");
}

#[test]
fn ten_megabytes_of_text_are_kept_whole_and_reported() {
    let long = "x".repeat(10_000_000);
    let text = document(&format!(r#""actions": [{{"title": "{long}", "timescale": "{long}"}}]"#));
    let (programme, findings) = lenient(&text);
    let action = programme.actions().iter().next().unwrap();
    assert_eq!(action.title.len(), 10_000_000);
    assert_eq!(action.timescale.words().len(), 10_000_000);
    let codes: Vec<_> = findings.iter().map(|f| f.code().to_string()).collect();
    assert_eq!(codes, ["INP-012", "INP-012", "INP-009"]);
    assert!(findings.iter().all(|finding| finding.message.len() < 300));
}

#[test]
fn nothing_is_lost() {
    // The row whose reference is taken is kept under another, and still shows what was printed.
    let text = document(
        r#""posts": [{"reference": "POST1", "title": "A"}, {"reference": "POST1", "title": "B"}]"#,
    );
    let (programme, _) = lenient(&text);
    let kept: Vec<_> = programme
        .posts()
        .iter()
        .map(|p| (p.title.as_str(), p.key.reference.to_string(), p.key.shown()))
        .collect();
    assert_eq!(
        kept,
        [("A", "POST1".into(), "POST1".into()), ("B", "POST2".into(), "POST1".into())]
    );
    // Fields that are not known stay in the document and are written again.
    let text = document(r#""actions": [{"title": "X", "colour": {"of": ["red"]}}]"#);
    let read = Document::from_json(&text).unwrap();
    let again = read.to_json();
    assert!(again.contains("\"colour\": {"), "{again}");
    assert_eq!(Document::from_json(&again).unwrap(), read);
    // Links to nothing leave the row, and their words are in the finding.
    let (programme, findings) =
        lenient(&document(r#""actions": [{"title": "X", "answers": ["R9"]}]"#));
    assert_eq!(programme.actions().len(), 1);
    assert!(findings.iter().any(|finding| finding.message.contains("`R9`")));
}

#[test]
fn labels_that_are_no_references_are_ordinary() {
    let text = document(
        r#""recommendations": [{"reference": "2(a)", "title": "X"}, {"reference": 7, "title": "Y"},
            {"reference": "r9", "title": "Z"}],
           "actions": [{"title": "Do it", "answers": ["2(a)", "7", "R9"]}]"#,
    );
    let (programme, findings) = lenient(&text);
    assert!(findings.is_empty(), "{findings}");
    let shown: Vec<_> = programme
        .recommendations()
        .iter()
        .map(|r| (r.key.reference.to_string(), r.key.shown()))
        .collect();
    let expected = [("R1", "2(a)"), ("R2", "7"), ("R9", "r9")];
    assert_eq!(shown, expected.map(|(a, b)| (a.to_owned(), b.to_owned())));
    assert_eq!(programme.actions().iter().next().unwrap().answers.len(), 3);
}

/// The recommendations that the one action of a document answers, by title, and what is said.
fn answered(recommendations: &str, link: &str) -> (Vec<String>, Vec<String>) {
    let text = document(&format!(
        r#""recommendations": [{recommendations}], "actions": [{{"title": "X", "answers": {link}}}]"#
    ));
    let (programme, _) = lenient(&text);
    let again = Document::of(&programme).to_json();
    assert_eq!(Document::from_json(&again).unwrap().check().strict().unwrap(), programme);
    let action = programme.actions().iter().next().unwrap();
    let titles = action.answers.iter().map(|id| programme.get(*id).unwrap().title.clone());
    (titles.collect(), said(&text))
}

#[test]
fn links_lead_to_what_is_printed_and_never_to_what_was_only_given() {
    let nowhere = || vec!["INP-007 /actions/0/answers".to_owned()];
    let nothing = Vec::<String>::new;
    let a = |titles: &[&str]| titles.iter().map(|title| (*title).to_owned()).collect::<Vec<_>>();
    // Spaces around a reference are no part of it, in the row as in the link.
    let spaced = r#"{"reference": "R2 ", "title": "two"}, {"reference": "R3 ", "title": "three"},
        {"reference": " R4", "title": "four"}"#;
    assert_eq!(answered(spaced, r#""R2""#), (a(&["two"]), nothing()));
    assert_eq!(answered(spaced, r#"["R3", " R4 "]"#), (a(&["three", "four"]), nothing()));
    // What is no reference is a label, and the place of its row is no name for it.
    let labels = r#"{"reference": "2(a)", "title": "a"}, {"reference": "2(b) ", "title": "b"}"#;
    assert_eq!(answered(labels, r#"["2(b)", " 2(a)"]"#), (a(&["b", "a"]), nothing()));
    assert_eq!(answered(labels, r#""R2""#), (a(&[]), nowhere()));
    // Nor is it where nothing is printed, or where the reference was another row's.
    assert_eq!(answered(r#"{"title": "one"}"#, r#""R1""#), (a(&[]), nowhere()));
    let twice = r#"{"reference": "R1", "title": "one"}, {"reference": "R1", "title": "other"}"#;
    let (titles, faults) = answered(twice, r#""R2""#);
    assert_eq!(titles, a(&[]));
    assert_eq!(faults, ["INP-006 /recommendations/1/reference", "INP-007 /actions/0/answers"]);
    let (titles, _) = answered(twice, r#""R1""#);
    assert_eq!(titles, a(&["one"]));
    // A label that two rows have means neither.
    let both = r#"{"reference": "R1", "label": "(a)", "title": "one"},
        {"reference": "R2", "label": "(a)", "title": "two"}"#;
    assert_eq!(answered(both, r#""(a)""#), (a(&[]), nowhere()));
    let both = r#"{"reference": "(a)", "title": "one"}, {"reference": "(a) ", "title": "two"}"#;
    let (titles, faults) = answered(both, r#""(a)""#);
    assert_eq!(titles, a(&[]));
    assert_eq!(faults, ["INP-006 /recommendations/1/reference", "INP-007 /actions/0/answers"]);
}

#[test]
fn a_link_to_nothing_says_why_and_how_to_mend_it() {
    let told = |rows: &str| {
        let text = document(&format!(
            r#""posts": [{rows}], "reports": [{{"title": "X", "issued_by": "POST1"}}]"#
        ));
        let finding = lenient(&text).1.into_iter().next().unwrap();
        (finding.message, finding.help)
    };
    let expected = |message: &str, help: &str| (message.to_owned(), help.to_owned());
    assert_eq!(
        told(r#"{"title": "COO"}"#),
        expected(
            "No post has the reference `POST1` in the document.",
            "Write it as the reference of the post that is meant."
        )
    );
    assert_eq!(
        told(
            r#"{"reference": "POST8", "title": "POST1"}, {"reference": "POST9", "title": "POST1"}"#
        ),
        expected(
            "More than one post is called `POST1`.",
            "Give the post that is meant a reference, and link by that."
        )
    );
    assert_eq!(
        told(r#"{"reference": "POST9", "title": "COO"}"#),
        expected("`POST1` is no post of this document.", "Correct it, or add the post.")
    );
}

#[test]
fn numbers_and_other_shapes_in_place_of_a_name_are_read_or_reported() {
    // A number is its text.
    let number = r#"{"reference": 1.2, "title": "one"}, {"reference": 18446744073709551615,
        "title": "large"}, {"reference": "R9", "label": 2.5, "title": "nine"}"#;
    let (titles, faults) = answered(number, r#"[1.2, "18446744073709551615", "2.5"]"#);
    assert_eq!(titles, ["one", "large", "nine"]);
    assert!(faults.is_empty(), "{faults:?}");
    let posts = r#""posts": [{"title": 2.5, "aliases": [7]}], "reports": [{"title": "X",
        "issued_by": 2.5}, {"title": "Y", "issued_by": "7"}]"#;
    assert!(said(&document(posts)).is_empty());
    // The words are in the finding.
    let (_, findings) = lenient(&document(r#""posts": [{"title": "COO", "label": ["x"]}]"#));
    let finding = findings.iter().next().unwrap();
    assert_eq!(finding.message, "A list stands where text belongs: [x].");
    let (_, findings) = lenient(&document(
        r#""posts": [{"reference": "COO", "label": "1", "title": "Chief Operating Officer"}]"#,
    ));
    let finding = findings.iter().next().unwrap();
    assert_eq!(finding.message, "`COO` is no reference, and the row has a label besides.");
    assert_eq!(finding.help, "It is kept as `POST1`; keep the one that is printed.");
}

#[test]
fn numbers_of_too_many_digits_are_never_printed_otherwise_in_silence() {
    for exact in ["5", "-0.5", "33.3333", "12345678.25", "9223372036854775808", "100000.00"] {
        let text = document(&format!(r#""actions": [{{"title": "X", "detail": {exact}}}]"#));
        assert!(said(&text).is_empty(), "{exact}");
    }
    for rounded in ["12345678901234567.25", "18446744073709551617", "0.12345678901234567", "1e40"] {
        let text = document(&format!(r#""actions": [{{"title": "X", "detail": {rounded}}}]"#));
        assert_eq!(said(&text), ["INP-017 /actions/0/detail"], "{rounded}");
    }
    // Whole numbers are written again as they were.
    let text = document(r#""actions": [{"title": "X", "detail": 18446744073709551615}]"#);
    let read = Document::from_json(&text).unwrap();
    assert!(read.to_json().contains("\"detail\": 18446744073709551615"));
}

#[test]
fn many_rows_without_a_reference_find_one_each() {
    const ROWS: usize = 20_000;
    let bare = r#"{"title": "X"}"#;
    let numbered = |number: usize| format!(r#"{{"reference": "A{number}", "title": "Y"}}"#);
    let rows: Vec<String> =
        (0..ROWS).map(|_| bare.to_owned()).chain((1..=ROWS).map(numbered)).collect();
    let text = document(&format!(r#""actions": [{}]"#, rows.join(",")));
    let (programme, findings) = soon(20, || lenient(&text));
    assert!(findings.is_empty());
    // The numbers that are printed stand; the others follow in the order of the list.
    let shown: Vec<_> =
        programme.actions().iter().map(|a| (a.key.shown(), a.title.as_str())).collect();
    let expected = |number: usize| (format!("A{number}"), if number > ROWS { "X" } else { "Y" });
    assert_eq!(shown, (1..=2 * ROWS).map(expected).collect::<Vec<_>>());
    // Places that are free are taken as they come.
    let (programme, _) = lenient(&document(
        r#""actions": [{"title": "a"}, {"reference": "A3", "title": "b"}, {"title": "c"},
            {"title": "d"}, {"reference": "A1", "title": "e"}]"#,
    ));
    let shown: Vec<_> =
        programme.actions().iter().map(|a| (a.key.shown(), a.title.as_str())).collect();
    let expected = [("A1", "e"), ("A2", "a"), ("A3", "b"), ("A4", "c"), ("A5", "d")];
    assert_eq!(shown, expected.map(|(a, b)| (a.to_owned(), b)));
}

#[test]
fn a_document_full_of_broken_links_is_told_of_some_names_only() {
    const ROWS: usize = 4_000;
    let posts: Vec<_> =
        (0..ROWS).map(|i| format!(r#"{{"title": "Director of Place {i}"}}"#)).collect();
    let reports: Vec<_> = (0..ROWS)
        .map(|i| format!(r#"{{"title": "X", "issued_by": "Directors of Place {i}"}}"#))
        .collect();
    let text =
        document(&format!(r#""posts": [{}], "reports": [{}]"#, posts.join(","), reports.join(",")));
    let (_, findings) = soon(20, || lenient(&text));
    assert_eq!(findings.len(), ROWS);
    assert_eq!(
        findings.iter().next().unwrap().help,
        "Correct it (nearest: 'Director of Place 0'), or add the post."
    );
    // 500 suggestions of the time of 100 names each: 12 links are held against 4,000 names.
    let told = findings.iter().filter(|finding| finding.help.contains("nearest")).count();
    assert_eq!(told, 12);
}

#[test]
fn strict_reading_refuses_errors_and_warnings_only() {
    let strict = |lists: &str| Document::from_json(&document(lists)).unwrap().check().strict();
    assert!(strict(r#""actions": [{"title": "X", "timescale": "when we can"}]"#).is_ok());
    let findings = strict(r#""actions": [{"title": "X", "colour": "red"}]"#).unwrap_err();
    assert_eq!(findings.count(Severity::Warning), 1);
    let help = &findings.iter().next().unwrap().help;
    assert_eq!(help, "Take it out, or put what it says where it belongs.");
}

#[test]
fn a_slip_of_the_pen_is_told_what_was_meant() {
    let (_, findings) =
        lenient(&document(r#""actions": [{"title": "X", "timescle": "May 2019"}]"#));
    let finding = findings.iter().next().unwrap();
    assert_eq!(finding.message, "`timescle` is not a field here; it holds 'May 2019'.");
    assert_eq!(finding.help, "Write `timescale` if that is meant, or take it out.");
}

#[test]
fn leads_are_split_at_known_posts_and_bodies_only() {
    let leads = |cell: &str| {
        let posts = r#""posts": [{"title": "COO"}, {"title": "AD Policy"}, {"title": "Director of HR"}],
            "bodies": [{"name": "SLT"}, {"name": "Policy and Performance Board"}]"#;
        let cell = cell.replace('"', "");
        let text =
            document(&format!(r#"{posts}, "actions": [{{"title": "X", "leads": "{cell}"}}]"#));
        let (programme, _) = lenient(&text);
        let action = programme.actions().iter().next().unwrap().clone();
        action.leads.iter().map(|lead| programme.lead_name(lead).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(leads("COO and AD Policy"), ["COO", "AD Policy"]);
    assert_eq!(leads("COO/Director of HR/SLT"), ["COO", "Director of HR", "SLT"]);
    // A slash beside one known name is a joint; "and" beside one is not.
    assert_eq!(leads("COO/AD Housing and Estates"), ["COO", "AD Housing and Estates"]);
    assert_eq!(leads("AD Policy and Performance"), ["AD Policy and Performance"]);
    assert_eq!(leads("Policy and Performance Board"), ["Policy and Performance Board"]);
    assert_eq!(leads("Nobody and no one"), ["Nobody and no one"]);
    assert_eq!(leads("Nobody, no one/SLT and COO"), ["Nobody, no one", "SLT", "COO"]);
    assert_eq!(leads(" Nobody, SLT "), ["Nobody", "SLT"]);
    assert_eq!(leads(" Nobody , "), [" Nobody , "]);
}

#[test]
fn a_long_list_of_unknown_names_is_kept_whole_at_once() {
    // Each joint once, and not once for each way in which those before it could be taken.
    let cell = (10..50).map(|number| format!("Post {number}")).collect::<Vec<_>>().join(", ");
    assert!(cell.len() < 400, "beyond that no cell is split");
    let text = document(&format!(
        r#""posts": [{{"title": "COO"}}], "actions": [{{"title": "X", "leads": "{cell}"}},
            {{"title": "Y", "leads": "COO/{cell}"}}]"#
    ));
    let (programme, findings) = lenient(&text);
    assert!(findings.is_empty(), "{findings}");
    let leads: Vec<Vec<_>> = programme
        .actions()
        .iter()
        .map(|action| action.leads.iter().map(|lead| programme.lead_name(lead)).collect())
        .collect();
    assert_eq!(leads, [vec![cell.as_str()], vec!["COO", cell.as_str()]]);
    let again = Document::of(&programme).to_json();
    assert_eq!(lenient(&again).0, programme);
}
