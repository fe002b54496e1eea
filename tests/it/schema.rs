//! The published schemas: what stands in the folder `schema` is what the code gives, and a validator
//! that is not ours takes and refuses by them what it should.

use std::{fs, path::Path, sync::LazyLock};

use jsonschema::Validator;
use programme::{
    Programme,
    document::{Document, HistoryDocument},
    finance::Reading,
    finding::Findings,
    report::{self, Request},
    rollup::{Continuing, Credit, Grouping, Level, MissingWeight, Policy, Weighting},
    rules::Settings,
    schema, strategy,
    values::WorkingCalendar,
};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::{day, document, read};

const HAVERING: &str = include_str!("../fixtures/havering-2019/programme.json");
const DACORUM: &str = include_str!("../fixtures/dacorum-2021/programme.json");
const MADE_UP: &str = include_str!("../fixtures/reserves/programme.json");
const QUARTERS: &str = include_str!("../fixtures/havering-2019/history.json");
const PAGE: &str = include_str!("../../docs/FORMAT.md");

/// Every published schema, with the name of its file.
fn all() -> [(&'static str, String); 9] {
    [
        ("programme-1", schema::document()),
        ("programme-history-1", schema::history()),
        ("highlight-1", schema::highlight()),
        ("forward-plan-1", schema::forward_plan()),
        ("decision-routes-1", schema::decision_routes()),
        ("funding-request-1", schema::funding_request()),
        ("reserve-statement-1", schema::reserve_statement()),
        ("history-report-1", schema::history_report()),
        ("board-dashboard-1", schema::board_dashboard()),
    ]
}

static DOCUMENT: LazyLock<Validator> = LazyLock::new(|| validator(&schema::document()));
static THROUGH_TIME: LazyLock<Validator> = LazyLock::new(|| validator(&schema::history_report()));
static HISTORY: LazyLock<Validator> = LazyLock::new(|| validator(&schema::history()));
static HIGHLIGHT: LazyLock<Validator> = LazyLock::new(|| validator(&schema::highlight()));
static ROUTES: LazyLock<Validator> = LazyLock::new(|| validator(&schema::decision_routes()));
static REQUEST: LazyLock<Validator> = LazyLock::new(|| validator(&schema::funding_request()));
static RESERVES: LazyLock<Validator> = LazyLock::new(|| validator(&schema::reserve_statement()));
static FORWARD: LazyLock<Validator> = LazyLock::new(|| validator(&schema::forward_plan()));

fn validator(schema: &str) -> Validator {
    let schema = serde_json::from_str(schema).unwrap();
    jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
}

/// What a validator has against a text, with its places.
fn against(validator: &Validator, text: &str) -> Vec<String> {
    let value = serde_json::from_str(text).unwrap();
    let errors = validator.iter_errors(&value);
    errors.map(|error| format!("{}: {error}", error.instance_path())).collect()
}

fn holds(validator: &Validator, text: &str) {
    assert_eq!(against(validator, text), [""; 0]);
}

#[test]
fn what_is_published_is_what_the_code_gives() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema");
    for (name, text) in all() {
        let path = folder.join(format!("{name}.schema.json"));
        if std::env::var_os("UPDATE_SCHEMA").is_some() {
            fs::create_dir_all(&folder).unwrap();
            fs::write(&path, &text).unwrap();
        }
        let published = fs::read_to_string(&path).unwrap_or_default();
        assert!(
            published == text,
            "schema/{name}.schema.json is stale; UPDATE_SCHEMA=1 cargo test --all-features writes it"
        );
    }
    assert_eq!(fs::read_dir(&folder).unwrap().count(), all().len(), "nothing else is there");
}

#[test]
fn schemas_are_schemas() {
    for (name, text) in all() {
        let schema: Value = serde_json::from_str(&text).unwrap();
        jsonschema::meta::validate(&schema).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        // Every field says what it is, and every definition is used.
        let mut used = Vec::new();
        described(name, &schema, &mut used);
        for definition in schema["$defs"].as_object().unwrap().keys() {
            assert!(used.contains(definition), "{name}: {definition} is not used");
        }
    }
}

fn described(at: &str, schema: &Value, used: &mut Vec<String>) {
    match schema {
        Value::Object(keywords) => {
            if let Some(link) = keywords.get("$ref") {
                let link = link.as_str().unwrap().strip_prefix("#/$defs/").unwrap();
                used.push(link.to_owned());
            }
            if let Some(Value::Object(fields)) = keywords.get("properties") {
                for (name, field) in fields {
                    let said = field["description"].as_str().unwrap_or("");
                    assert!(!said.is_empty() && !said.contains("[`"), "{at}: {name}: {said}");
                }
            }
            for (name, inside) in keywords {
                described(&format!("{at}/{name}"), inside, used);
            }
        }
        Value::Array(all) => all.iter().for_each(|inside| described(at, inside, used)),
        _ => {}
    }
}

#[test]
fn documents_hold() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    for folder in fs::read_dir(fixtures).unwrap() {
        let Ok(text) = fs::read_to_string(folder.unwrap().path().join("programme.json")) else {
            continue;
        };
        holds(&DOCUMENT, &text);
        let (programme, _) = Document::from_json(&text).unwrap().check().lenient();
        holds(&DOCUMENT, &Document::of(&programme).to_json());
    }
    for example in PAGE.split("```json\n").skip(1) {
        let example = example.split_once("```").unwrap().0;
        if example != history_of_the_page() {
            holds(&DOCUMENT, example);
        }
    }
    // In short, as people write: one for a list, a word for a part, a number for words.
    let short = r#""actions": [{"reference": 1, "title": 2, "leads": "CEX", "answers": "R1",
        "status": "completed", "timescale": 2024, "sources": "page 3"}],
        "recommendations": [{"reference": "R1", "title": "Share", "response": "accepted",
        "limbs": ["a", {"label": "b", "title": "c"}]}]"#;
    holds(&DOCUMENT, &document(short));
    holds(&DOCUMENT, r#"{"format": "programme/1", "programme": "Example"}"#);
}

#[test]
fn histories_hold() {
    holds(&HISTORY, history_of_the_page());
    holds(&HISTORY, QUARTERS);
    let (history, _) = HistoryDocument::from_json(QUARTERS).unwrap().check().lenient().unwrap();
    let days: Vec<_> = history.revisions().map(|revision| revision.effective).collect();
    let settings = Settings::as_at(day("2020-05-12"));
    let report = report::history_report(&history, &days, &Policy::pooled(), &settings).unwrap();
    holds(&THROUGH_TIME, &report::to_json(&report));
    let mut wrong: Value = serde_json::from_str(&report::to_json(&report)).unwrap();
    wrong["bridges"][0]["steps"][0]["cause"] = "luck".into();
    assert!(!THROUGH_TIME.is_valid(&wrong));
    let without = |field: &str, at: &str| {
        let mut history: Value = serde_json::from_str(history_of_the_page()).unwrap();
        history.pointer_mut(at).unwrap().as_object_mut().unwrap().remove(field).unwrap();
        history
    };
    // A history cannot do without these.
    for (field, at) in [
        ("format", ""),
        ("last", ""),
        ("revisions", ""),
        ("number", "/revisions/0"),
        ("recorded", "/revisions/1"),
        ("revision", "/baselines/0"),
        ("policy", "/published/0"),
        ("level", "/published/0/policy"),
        ("counted", "/published/0/whole"),
    ] {
        assert!(!HISTORY.is_valid(&without(field, at)), "{at}/{field}");
    }
    // Rows are those of documents; what is known of the programme is needed once.
    assert!(HISTORY.is_valid(&without("author", "/revisions/0")));
    for (at, value) in [
        ("/revisions/1/changed", json!({"format": "programme/1"})),
        ("/revisions/1/changed/actions/0", json!({"tilte": "x"})),
        ("/revisions/1/effective", json!("31 December 2019")),
        ("/published/0/whole/confirmed", json!("50%")),
        ("/published/0/policy/credit", json!("done")),
    ] {
        let mut history: Value = serde_json::from_str(history_of_the_page()).unwrap();
        *history.pointer_mut(at).unwrap() = value;
        assert!(!HISTORY.is_valid(&history), "{at}");
    }
}

/// The history that the page on the format shows.
fn history_of_the_page() -> &'static str {
    let section = PAGE.split_once("## A history\n").unwrap().1;
    section.split_once("```json\n").unwrap().1.split_once("```").unwrap().0
}

#[test]
fn faulty_documents_do_not_hold() {
    let rows = [
        // A field that is not known; one that is, elsewhere.
        (r#""actions": [{"title": "a", "tilte": "b"}]"#, "/actions/0"),
        (r#""actions": [{"title": "a", "council": "b"}]"#, "/actions/0"),
        (r#""actoins": []"#, ""),
        // A word that is in no list, alone, among others and in the place of a part.
        (r#""posts": [{"title": "a", "kind": "officers"}]"#, "/posts/0/kind"),
        (
            r#""recommendations": [{"title": "a", "response": "perhaps"}]"#,
            "/recommendations/0/response",
        ),
        (
            r#""reviews": [{"name": "a", "obligations": {"met_by": ["culture_review", "x"]}}]"#,
            "/reviews/0/obligations",
        ),
        // Lists, objects and words where other shapes belong.
        (r#""actions": {"title": "a"}"#, "/actions"),
        (r#""actions": ["a"]"#, "/actions/0"),
        (r#""actions": [{"title": ["a"]}]"#, "/actions/0/title"),
        (r#""actions": [{"title": "a", "status": [["done"]]}]"#, "/actions/0/status"),
        (r#""actions": [{"title": "a", "weight": -1}]"#, "/actions/0/weight"),
        (r#""actions": [{"title": "a", "weight": "two"}]"#, "/actions/0/weight"),
        (r#""actions": [{"title": "a", "long_term": "perhaps"}]"#, "/actions/0/long_term"),
        (r#""actions": [{"title": "a", "answers": {"reference": "R1"}}]"#, "/actions/0/answers"),
        (r#""actions": [{"id": "A1", "title": "a"}]"#, "/actions/0/id"),
        // No name.
        (r#""actions": [{"reference": "A1"}]"#, "/actions/0"),
    ];
    for (rows, place) in rows {
        let text = document(rows);
        let found = against(&DOCUMENT, &text);
        assert_eq!(found.len(), 1, "{rows}: {found:?}");
        assert!(found[0].starts_with(&format!("{place}: ")), "{rows}: {found:?}");
        // The reader finds as much.
        let reading = Document::from_json(&text).unwrap().check();
        assert!(reading.strict().is_err(), "{rows}");
    }
    for text in [r#"{"format": "programme/2", "programme": "a"}"#, r#"{"programme": "a"}"#, "[]"] {
        assert_eq!(against(&DOCUMENT, text).len(), 1, "{text}");
    }
}

fn highlights(programme: &Programme, policy: Policy) -> String {
    let mut request = Request::as_at(day("2019-09-04"));
    request.policy = policy;
    report::to_json(&report::highlight(programme, &Findings::default(), &request))
}

/// Policies that among them say every word that a policy can say.
fn policies() -> Vec<Policy> {
    let groupings = [
        Grouping::Recommendation,
        Grouping::Theme,
        Grouping::Workstream,
        Grouping::Phase,
        Grouping::Lead,
        Grouping::Review,
        Grouping::Plan,
    ];
    let mut policies = vec![Policy::pooled(), Policy::mean(), Policy::legacy()];
    policies.extend(groupings.map(|by| Policy { level: Level::MeanOf(by), ..Policy::pooled() }));
    let credits = [Credit::AsStated, Credit::ByState { in_progress: 30, on_hold: 60 }];
    policies.extend(credits.map(|credit| Policy { credit, ..Policy::pooled() }));
    let missing = [MissingWeight::Equal, MissingWeight::Refuse];
    policies.extend(missing.map(|missing| Policy {
        weighting: Weighting::Stated { missing },
        continuing: Continuing::AsOpen,
        ..Policy::pooled()
    }));
    policies
}

#[test]
fn reports_hold() {
    let programme = read(HAVERING);
    for policy in policies() {
        holds(&HIGHLIGHT, &highlights(&programme, policy));
    }
    // With findings of reading, which have places.
    let (programme, reading) = Document::from_json("{}").unwrap().check().lenient();
    let request = Request::as_at(day("2019-09-04"));
    let text = report::to_json(&report::highlight(&programme, &reading, &request));
    assert!(text.contains("INP-018"));
    holds(&HIGHLIGHT, &text);
}

fn forward_plan(programme: &Programme, from: &str, to: &str) -> String {
    let calendar = WorkingCalendar::england_and_wales();
    report::to_json(&report::forward_plan(programme, &calendar, day(from), day(to)))
}

#[test]
fn forward_plans_hold() {
    holds(&FORWARD, &forward_plan(&read(HAVERING), "2019-04-01", "2021-03-31"));
    let text = document(
        r#""bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}],
        "local_rules": [{"title": "Notice", "parameter": "meeting_notice", "days": 3}],
        "reports": [{"title": "Budget", "body": "BODY1", "date": "8 January 2029"},
            {"title": "Budget", "body": "BODY1", "date": "6 January 2021", "key_decision": true}]"#,
    );
    let text = forward_plan(&read(&text), "2020-12-01", "2029-01-31");
    for word in ["not_covered", "local_rule", "law", "certainly"] {
        assert!(text.contains(&format!("\"{word}\"")), "{word}");
    }
    holds(&FORWARD, &text);
}

fn routes(programme: &Programme, from: &str) -> String {
    let calendar = WorkingCalendar::england_and_wales();
    let paper = programme.reports().into_iter().find(|paper| !paper.requests.is_empty()).unwrap();
    report::to_json(&report::paper_routes(programme, paper, day(from), &calendar))
}

#[test]
fn routes_hold_and_faulty_ones_do_not() {
    let text = routes(&read(DACORUM), "2021-06-22");
    holds(&ROUTES, &text);
    // Past the calendar there are no days, and that is said.
    holds(&ROUTES, &routes(&read(DACORUM), "2028-12-29"));
    let whole: Value = serde_json::from_str(&text).unwrap();
    let faults = [
        ("/format", json!("decision_routes/2")),
        ("/routes/0/key", json!("maybe")),
        ("/routes/0/steps/0/kind", json!("meeting")),
        ("/routes/0/steps/0/earliest", json!("22 June 2021")),
        ("/routes/0/asks/0/matter", json!("money")),
    ];
    for (place, value) in faults {
        let mut faulty = whole.clone();
        *faulty.pointer_mut(place).unwrap() = value;
        assert!(!ROUTES.is_valid(&faulty), "{place}");
    }
}

fn funding_request(programme: &Programme, need: &str) -> String {
    let need = programme.funding_requirements().by_reference(need.parse().unwrap()).unwrap();
    let calendar = WorkingCalendar::england_and_wales();
    let on = day("2021-06-22");
    let reading = Reading::default();
    report::to_json(&report::funding_request(programme, need, on, &calendar, reading))
}

#[test]
fn requests_for_money_hold_and_faulty_ones_do_not() {
    let text = funding_request(&read(DACORUM), "FR1");
    holds(&REQUEST, &text);
    // A need of which nothing but its title is said, and a figure that cannot be added.
    let bare = document(
        r#""funding_requirements": [{"reference": "FR1", "title": "Phase 2"}],
        "reports": [{"reference": "REP1", "title": "Business case"}]"#,
    );
    holds(&REQUEST, &funding_request(&read(&bare), "FR1"));
    let whole: Value = serde_json::from_str(&text).unwrap();
    let faults = [
        ("/format", json!("funding_request/2")),
        ("/on", json!("22 June 2021")),
        ("/reading", json!("rounded")),
        ("/asked/nature", json!("Revenue")),
        ("/asked/recurrence", json!("one-off")),
        ("/sources/0/fund", json!("General Fund")),
        ("/sources/0/release/authorised", json!(true)),
        ("/reserves/0/stated", Value::Null),
        ("/figures/0/verdict", json!("wrong")),
        ("/findings/0/code", Value::Null),
    ];
    for (place, value) in faults {
        let mut faulty = whole.clone();
        *faulty.pointer_mut(place).unwrap() = value;
        assert!(!REQUEST.is_valid(&faulty), "{place}");
    }
}

fn reserve_statement(programme: &Programme, from: &str, to: &str) -> String {
    let calendar = WorkingCalendar::england_and_wales();
    let (from, to) = (from.parse().unwrap(), to.parse().unwrap());
    let on = day("2022-06-29");
    report::to_json(&report::reserve_statement(programme, from, to, on, &calendar))
}

#[test]
fn statements_of_reserves_hold_and_faulty_ones_do_not() {
    let text = reserve_statement(&read(MADE_UP), "2021/22", "2023/24");
    holds(&RESERVES, &text);
    // Of what is not known, and of no year at all.
    holds(&RESERVES, &reserve_statement(&read(DACORUM), "2021/22", "2021/22"));
    holds(&RESERVES, &reserve_statement(&read(MADE_UP), "2023/24", "2021/22"));
    let whole: Value = serde_json::from_str(&text).unwrap();
    let faults = [
        ("/format", json!("reserve_statement/2")),
        ("/from", json!("2021-22")),
        ("/on", json!("29 June 2022")),
        ("/reserves/0/kind", json!("General balance")),
        ("/reserves/0/years/0/closing", json!("£2,510,000")),
        ("/reserves/0/years/0/drawdowns", Value::Null),
        ("/reserves/1/stated/0/verdict", json!("wrong")),
        ("/kinds/0/reserves", json!(-1)),
        ("/unplaced", Value::Null),
    ];
    for (place, value) in faults {
        let mut faulty = whole.clone();
        *faulty.pointer_mut(place).unwrap() = value;
        assert!(!RESERVES.is_valid(&faulty), "{place}");
    }
}

#[test]
fn faulty_forward_plans_do_not_hold() {
    let plan = forward_plan(&read(HAVERING), "2019-04-01", "2021-03-31");
    let plan: Value = serde_json::from_str(&plan).unwrap();
    let faults = [
        ("/format", json!("forward_plan/2")),
        ("/from", json!("4 September 2019")),
        ("/due/0/kind", json!("call-in")),
        ("/due/0/certainty", json!("no")),
        ("/due/0/earliest", Value::Null),
        ("/due/0/source", Value::Null),
        ("/undated/0/reason", json!("TBC")),
        ("/undated", json!({})),
    ];
    for (place, value) in faults {
        let mut plan = plan.clone();
        *plan.pointer_mut(place).unwrap() = value;
        assert!(!FORWARD.is_valid(&plan), "{place}");
    }
}

#[test]
fn faulty_reports_do_not_hold() {
    let report: Value =
        serde_json::from_str(&highlights(&read(HAVERING), Policy::pooled())).unwrap();
    let faults = [
        ("/format", json!("highlight/2")),
        ("/as_at", json!("4 September 2019")),
        ("/as_at", Value::Null),
        ("/progress/total/state", json!("Complete")),
        ("/progress/total/counted", json!(-1)),
        ("/progress/total/confirmed/den", json!(0)),
        ("/actions/0/due", json!("late")),
        ("/findings/0/code", json!("ACT-7")),
        ("/actions", json!({})),
    ];
    for (place, value) in faults {
        let mut report = report.clone();
        *report.pointer_mut(place).unwrap() = value;
        assert!(!HIGHLIGHT.is_valid(&report), "{place}");
    }
    let mut less = report.clone();
    less.as_object_mut().unwrap().remove("council");
    assert!(!HIGHLIGHT.is_valid(&less), "what is not there is null");
}

/// Something else in the place of one value of a document.
pub(crate) fn spoilt(document: &mut Value, mut at: usize, with: &Value) {
    fn nth<'v>(value: &'v mut Value, at: &mut usize) -> Option<&'v mut Value> {
        let Some(left) = at.checked_sub(1) else { return Some(value) };
        *at = left;
        match value {
            Value::Array(items) => items.iter_mut().find_map(|item| nth(item, at)),
            Value::Object(fields) => fields.values_mut().find_map(|field| nth(field, at)),
            _ => None,
        }
    }
    fn count(value: &Value) -> usize {
        1 + match value {
            Value::Array(items) => items.iter().map(count).sum(),
            Value::Object(fields) => fields.values().map(count).sum(),
            _ => 0,
        }
    }
    at %= count(document);
    *nth(document, &mut at).unwrap() = with.clone();
}

pub(crate) fn anything() -> impl Strategy<Value = Value> {
    let values = [
        json!(null),
        json!(true),
        json!("yes"),
        json!(-1),
        json!(7),
        json!(1.5),
        json!(4_294_967_296_u64),
        json!("done"),
        json!("Council"),
        json!("council"),
        json!("accepted"),
        json!([]),
        json!(["a"]),
        json!([["a"]]),
        json!({}),
        json!({"title": "a"}),
        json!({"place": "a"}),
        json!([{"name": "a"}]),
        json!({"state": "agreed"}),
    ];
    prop::sample::select(values.to_vec())
}

proptest! {
    #[test]
    fn what_is_written_holds(programme in strategy::programmes()) {
        let text = Document::of(&programme).to_json();
        prop_assert_eq!(against(&DOCUMENT, &text), [""; 0]);
        let text = highlights(&programme, Policy::pooled());
        prop_assert_eq!(against(&HIGHLIGHT, &text), [""; 0]);
        let text = forward_plan(&programme, "2019-09-04", "2021-09-04");
        prop_assert_eq!(against(&FORWARD, &text), [""; 0]);
        let text = reserve_statement(&programme, "2019/20", "2021/22");
        prop_assert_eq!(against(&RESERVES, &text), [""; 0]);
    }

    /// What holds reads without a finding on shapes, fields, words of closed lists, and so on.
    #[test]
    fn what_holds_is_read(
        programme in strategy::programmes(), at in any::<usize>(), with in anything(),
    ) {
        let mut document: Value = serde_json::from_str(&Document::of(&programme).to_json()).unwrap();
        spoilt(&mut document, at, &with);
        if !DOCUMENT.is_valid(&document) {
            return Ok(());
        }
        let text = document.to_string();
        let Ok(read) = Document::from_json(&text) else {
            return Err(TestCaseError::fail(text));
        };
        for finding in read.check().lenient().1.iter() {
            let code = finding.code().to_string();
            let of_shape = ["INP-002", "INP-003", "INP-004", "INP-010", "INP-015", "INP-017", "INP-018"];
            // Which reference a row has is no matter of shape.
            let place = finding.place.as_ref().map_or("", |place| &place.path);
            prop_assert!(place.ends_with("/reference") || !of_shape.contains(&code.as_str()), "{} in {}", finding, text);
        }
    }
}

proptest! {
    // Each has several programmes in it.
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn histories_that_are_written_hold(history in crate::history_document::histories()) {
        let text = HistoryDocument::of(&history).to_json();
        prop_assert_eq!(against(&HISTORY, &text), [""; 0]);
    }
}
