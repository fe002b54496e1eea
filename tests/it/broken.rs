//! Documents with a fault: each is reported with its code and place, nothing is lost, nothing
//! panics.

use programme::{
    document::Document,
    finding::{Findings, Severity},
    model::Programme,
};

use crate::document;

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
    // Nobody means a row by a reference that it does not print.
    (
        r#""recommendations": [{"reference": "2(a)", "title": "X"}, {"reference": "2(b)", "title": "Y"}],
           "actions": [{"title": "Z", "answers": ["R2", "2(b)"]}]"#,
        &["INP-007 /actions/0/answers/0"],
    ),
    (
        r#""actions": [{"reference": 1.2, "label": ["x"], "id": true, "title": "X"}]"#,
        &["INP-003 /actions/0/id", "INP-003 /actions/0/label"],
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
fn links_mean_what_is_printed_and_spaces_around_it_mean_nothing() {
    let lists = r#""recommendations": [{"reference": "R2 ", "title": "two"},
        {"reference": " R3", "title": "three"}, {"reference": 1.5, "title": "numbered"}],
        "actions": [{"title": "X", "answers": ["R2", "R3", "1.5"]}]"#;
    let text = document(lists);
    let programme = Document::from_json(&text).unwrap().check().strict().unwrap();
    let action = programme.actions().iter().next().unwrap();
    let answered = action.answers.iter().map(|id| programme.get(*id).unwrap().title.as_str());
    assert_eq!(answered.collect::<Vec<_>>(), ["two", "three", "numbered"]);
    let label = |at: usize| programme.recommendations().iter().nth(at).unwrap().key.label.clone();
    assert_eq!((label(0), label(1), label(2)), (None, None, Some("1.5".into())));
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
fn long_lists_of_faults_take_no_more_than_their_time() {
    // Were any of these the square of its length, this would take a minute or more.
    let rows = |make: &dyn Fn(usize) -> String| (1..=4_000).map(make).collect::<Vec<_>>().join(",");
    let numbered = rows(&|n| format!(r#"{{"reference": "A{n}", "title": "X"}}"#));
    let unnumbered = rows(&|_| r#"{"title": "X"}"#.to_owned());
    let posts = rows(&|n| format!(r#"{{"title": "Officer {n} of something"}}"#));
    let lost = rows(&|n| {
        format!(
            r#"{{"reference": "A{n}", "title": "X", "leads": {{"name": "Z", "party": "Officer {n} for nothing"}}}}"#
        )
    });
    for lists in [
        format!(r#""actions": [{unnumbered},{numbered}]"#),
        format!(r#""posts": [{posts}], "actions": [{lost}]"#),
    ] {
        let text = document(&lists);
        let programme = Document::from_json(&text).unwrap().check().lenient().0;
        assert!(programme.actions().len() >= 4_000);
    }
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
}
