//! Histories as documents: what is written is read again, and what cannot stand says why and where.

use programme::{
    Programme,
    change::{self, Change},
    document::{Document, HistoryDocument},
    finding::Findings,
    history::{Baseline, BaselineReason, History, HistoryError, Known, PublishedReport, Revision},
    model::{Decision, Draft},
    report::view::PolicyView,
    rollup::{Continuing, Credit, Grouping, Level, MissingWeight, Policy, Weighting},
    strategy,
};
use proptest::prelude::*;

use crate::day;

// Laws. ------------------------------------------------------------------------------------------

/// Another programme as a later state of one: rows of the same references are the same rows.
fn as_state_of(programme: &Programme, other: &Programme) -> Programme {
    let mut value: serde_json::Value =
        serde_json::from_str(&Document::of(other).to_json()).unwrap();
    value["programme"]["id"] = programme.about().id.to_string().into();
    let text = value.to_string();
    Document::from_json(&text).unwrap().check().lenient().0
}

/// The same rows, with the references of the first two actions exchanged and nothing else.
fn renumbered(programme: &Programme) -> Programme {
    let mut draft: Draft = programme.to_draft();
    let keys: Vec<_> = programme.actions().iter().take(2).map(|row| row.key.clone()).collect();
    if let [first, second] = keys.as_slice() {
        draft.get_mut(first.id).unwrap().key.reference = second.reference;
        draft.get_mut(second.id).unwrap().key.reference = first.reference;
    }
    draft.finish().unwrap()
}

/// Records what leads to a state, unless ids stand in its way: those that the strategy makes up may
/// be those of rows of another kind.
fn lead_to(history: &mut History, effective: &str, recorded: &str, state: &Programme) {
    let mut revision = history.next(day(effective), day(recorded));
    revision.author = Some("Programme office".into());
    revision.changes = change::diff(history.latest(), state);
    revision.approved_by = state.decisions().iter().take(2).map(|row| row.key.id).collect();
    match history.record(revision) {
        Ok(_) => assert_eq!(history.latest(), state),
        Err(HistoryError::IdReused { .. }) => {}
        Err(HistoryError::Refused { refusal, .. }) => {
            assert!(refusal.to_string().contains("has the id of a"), "{refusal}");
        }
        Err(error) => panic!("{error}"),
    }
}

/// Histories of several states, with a correction, baselines and published reports.
pub(crate) fn histories() -> impl Strategy<Value = History> {
    let programmes = (strategy::programmes(), strategy::programmes(), strategy::programmes());
    (programmes, 0..policies().len(), any::<bool>()).prop_map(|((a, b, c), policy, shared)| {
        let policy = &policies()[policy];
        let (b, c) = if shared {
            (as_state_of(&a, &b), as_state_of(&a, &c))
        } else {
            let of_a = |other: &Programme| {
                let mut draft = other.to_draft();
                draft.about.id = a.about().id;
                draft.finish().unwrap()
            };
            (of_a(&b), of_a(&c))
        };
        let first = Revision::new(day("2019-09-04"), day("2019-09-10"));
        let mut history = History::begin(&a, first).unwrap();
        let decision = |history: &History| -> Option<programme::values::Id<Decision>> {
            history.latest().decisions().iter().next().map(|row| row.key.id)
        };
        let mut baseline = Baseline::new("As agreed", 1, day("2019-09-10"));
        baseline.approved_by = decision(&history);
        history.set_baseline(baseline).unwrap();
        lead_to(&mut history, "2019-12-31", "2020-01-10", &b);
        lead_to(&mut history, "2020-03-31", "2020-04-10", &renumbered(&b));
        history.publish("Quarter 4", day("2020-03-31"), day("2020-04-10"), policy.clone()).unwrap();
        correct(&mut history, &c);
        lead_to(&mut history, "2020-06-30", "2020-07-10", &c);
        let last = history.last();
        let mut baseline = Baseline::new("Anew", last, day("2020-07-10"));
        (baseline.reason, baseline.because) = (Some(BaselineReason::Time), Some("Delay".into()));
        baseline.approved_by = decision(&history);
        history.set_baseline(baseline).unwrap();
        let mut printed: PublishedReport = history.published()[0].clone();
        (printed.revision, printed.title) = (last, "As printed elsewhere".into());
        printed.published = day("2020-07-10");
        history.hold(printed).unwrap();
        history
    })
}

/// What was so on 1 October turns out to be otherwise.
fn correct(history: &mut History, other: &Programme) {
    let mut revision = history.next(day("2019-10-01"), day("2020-05-01"));
    revision.corrects = Some(1);
    let before = history.as_at(revision.effective, Known::Now).unwrap();
    let mut about = before.about().clone();
    about.scope = Some("The whole council".into());
    revision.changes.push(Change::about(about));
    if let Some(action) = before.actions().iter().next() {
        let mut action = action.clone();
        action.title = "Corrected".into();
        revision.changes.push(Change::replace(action));
    }
    history.record(revision).unwrap();
    // A correction of everything may take out what later revisions change, and is refused then.
    let mut revision = history.next(day("2019-10-01"), day("2020-05-01"));
    revision.corrects = Some(1);
    let before = history.as_at(revision.effective, Known::Now).unwrap();
    revision.changes = change::diff(&before, other);
    let _ = history.record(revision);
}

fn policies() -> Vec<Policy> {
    let levels = [
        Grouping::Recommendation,
        Grouping::Theme,
        Grouping::Workstream,
        Grouping::Phase,
        Grouping::Lead,
        Grouping::Review,
        Grouping::Plan,
    ];
    let levels = levels.map(Level::MeanOf).into_iter().chain([Level::Pooled]);
    let credits =
        [Credit::WhenComplete, Credit::AsStated, Credit::ByState { in_progress: 0, on_hold: 255 }];
    let weightings = [
        Weighting::Equal,
        Weighting::Stated { missing: MissingWeight::Equal },
        Weighting::Stated { missing: MissingWeight::Refuse },
    ];
    let mut policies = Vec::new();
    for (version, level) in (0..).zip(levels) {
        for credit in credits {
            for weighting in weightings {
                for continuing in [Continuing::Apart, Continuing::AsOpen] {
                    let name = "any".into();
                    policies.push(Policy { name, version, level, credit, weighting, continuing });
                }
            }
        }
    }
    policies
}

fn again(history: &History) -> (String, History) {
    let text = HistoryDocument::of(history).to_json();
    let read = HistoryDocument::from_json(&text).unwrap().check().lenient();
    let (again, findings) = read.unwrap_or_else(|findings| panic!("{findings}\n{text}"));
    // Words may not be understood; shapes, fields, references and links are as they should be.
    for code in said(&findings).iter().filter_map(|found| found.get(4..7)) {
        assert!(matches!(code, "008" | "009" | "010" | "014" | "016"), "{findings}\n{text}");
    }
    (text, again)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn writing_then_reading_gives_the_same(history in histories()) {
        let (text, again) = again(&history);
        prop_assert_eq!(&again, &history);
        prop_assert_eq!(again.latest(), history.latest());
        prop_assert_eq!(HistoryDocument::of(&again).to_json(), text);
    }
}

#[test]
fn every_policy_is_written_exactly_and_in_the_words_of_reports() {
    let history = example();
    for policy in policies() {
        let mut history = history.clone();
        history.publish("Any", day("2019-09-30"), day("2019-09-30"), policy.clone()).unwrap();
        let (text, again) = again(&history);
        assert_eq!(again.published()[0].policy, policy);
        let written: serde_json::Value = serde_json::from_str(&text).unwrap();
        let mut view = serde_json::to_value(PolicyView::from(&policy)).unwrap();
        view.as_object_mut().unwrap().retain(|_, value| !value.is_null());
        assert_eq!(written["published"][0]["policy"], view);
    }
}

// By hand. ---------------------------------------------------------------------------------------

const FIRST: &str = r#"{"number": 1, "effective": "2019-09-04", "recorded": "2019-09-10",
    "author": "Programme office", "added": {
      "programme": {"name": "Example"},
      "decisions": [{"reference": "DEC1", "title": "Agree"}],
      "workstreams": [{"reference": "W1", "name": "People"}],
      "actions": [{"reference": "A1", "title": "Write", "workstream": "W1"},
                  {"reference": "A2", "title": "Print"}]}}"#;

/// A history of the example and further revisions, with other fields.
fn text(revisions: &[&str], fields: &str) -> String {
    let all: Vec<&str> = std::iter::once(FIRST).chain(revisions.iter().copied()).collect();
    let (last, all) = (all.len(), all.join(", "));
    format!(r#"{{"format": "programme-history/1", "last": {last}, "revisions": [{all}]{fields}}}"#)
}

fn read(text: &str) -> History {
    let checked = HistoryDocument::from_json(text).unwrap().check();
    checked.strict().unwrap_or_else(|findings| panic!("{findings}"))
}

fn example() -> History {
    read(&text(&[], ""))
}

/// What is said of a history: `CODE place` of every finding.
fn said(findings: &Findings) -> Vec<String> {
    findings.iter().map(|f| format!("{} {}", f.code(), f.place.as_ref().unwrap())).collect()
}

/// What is said of a history that cannot stand.
fn refused(text: &str) -> Vec<String> {
    let checked = HistoryDocument::from_json(text).unwrap().check();
    assert!(checked.clone().strict().is_err());
    said(&checked.lenient().map(|_| ()).unwrap_err())
}

/// A second revision with these fields.
fn second(fields: &str) -> String {
    format!(r#"{{"number": 2, "effective": "2019-12-31", "recorded": "2020-01-10", {fields}}}"#)
}

fn titles(programme: &Programme) -> Vec<(String, String)> {
    let rows = programme.actions().iter();
    rows.map(|row| (row.key.reference.to_string(), row.title.clone())).collect()
}

fn pairs(all: &[(&str, &str)]) -> Vec<(String, String)> {
    all.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
}

#[test]
fn a_reference_may_be_given_up_by_one_row_and_taken_by_another() {
    let first = example();
    let ids: Vec<_> = first.latest().actions().iter().map(|row| row.key.id).collect();
    // A1 becomes A2 and keeps its id, A2 goes, a new A1 comes, and A3 comes after both.
    let revision = second(&format!(
        r#""changed": {{"actions": [{{"id": "{}", "reference": "A2", "title": "Write it"}}]}},
           "added": {{"actions": [{{"reference": "A1", "title": "Ask"}},
             {{"reference": "A3", "title": "Tell", "after": ["A1", "A2"]}}]}},
           "removed": ["action A2"]"#,
        ids[0]
    ));
    let history = read(&text(&[&revision], ""));
    let latest = history.latest();
    assert_eq!(titles(latest), pairs(&[("A1", "Ask"), ("A2", "Write it"), ("A3", "Tell")]));
    assert_eq!(latest.get(ids[0]).unwrap().title, "Write it", "the same row, renumbered");
    assert!(latest.get(ids[1]).is_none());
    let [new, _, tell] = latest.actions().iter().collect::<Vec<_>>()[..] else { panic!() };
    assert_eq!(tell.after, [new.key.id, ids[0]], "as references are after the revision");
    assert_eq!(again(&history).1, history);
}

#[test]
fn a_row_may_go_and_another_come_under_its_reference() {
    let revision = second(
        r#""removed": ["action A2"], "added": {"actions": [{"reference": "A2", "title": "Sell",
           "id": "00000000-0000-0000-0000-000000000007"}]}"#,
    );
    let history = read(&text(&[&revision], ""));
    assert_eq!(titles(history.latest()), pairs(&[("A1", "Write"), ("A2", "Sell")]));
    assert_eq!(again(&history).1, history);
    // Without an id of its own it is the same row, gone and come again.
    let revision = second(
        r#""removed": ["action A2"], "added": {"actions": [{"reference": "A2", "title": "Sell"}]}"#,
    );
    let history = read(&text(&[&revision], ""));
    assert_eq!(titles(history.latest()), pairs(&[("A1", "Write"), ("A2", "Sell")]));
    assert_eq!(again(&history).1, history);
}

#[test]
fn rows_say_which_they_are_by_reference_or_id_and_names_hold_in_later_revisions() {
    let first = example();
    let action = first.latest().actions().iter().next().unwrap().key.id;
    // The reference alone, and the id alone; the workstream by a name of an earlier revision.
    for who in [r#""reference": "A1""#.to_owned(), format!(r#""id": "{action}""#)] {
        let revision = second(&format!(
            r#""changed": {{"actions": [{{{who}, "title": "Write it", "workstream": "People"}}],
               "programme": {{"name": "Renamed"}}}}"#
        ));
        let history = read(&text(&[&revision], ""));
        assert_eq!(history.latest().about().name, "Renamed");
        assert_eq!(history.latest().about().id, first.latest().about().id);
        let row = history.latest().get(action).unwrap();
        assert_eq!((row.title.as_str(), row.key.reference.to_string()), ("Write it", "A1".into()));
        assert!(row.workstream.is_some());
    }
    // A row without a reference takes one that no row has.
    let revision = second(r#""added": {"actions": [{"title": "Ask"}]}"#);
    let history = read(&text(&[&revision], ""));
    assert_eq!(history.latest().actions().len(), 3);
    assert_eq!(again(&history).1, history);
}

#[test]
fn corrections_are_made_on_the_state_of_their_day() {
    // A2 goes in December; in January it turns out that in October it was called otherwise.
    let removal = second(r#""removed": ["action A2"]"#);
    let correction = r#"{"number": 3, "effective": "2019-10-01", "recorded": "2020-01-20",
        "corrects": 1, "changed": {"actions": [{"reference": "A2", "title": "Print it"}]}}"#;
    let history = read(&text(&[&removal, correction], ""));
    let november = |known| titles(&history.as_at(day("2019-11-01"), known).unwrap());
    assert_eq!(november(Known::Now), pairs(&[("A1", "Write"), ("A2", "Print it")]));
    assert_eq!(november(Known::Revision(2)), pairs(&[("A1", "Write"), ("A2", "Print")]));
    assert_eq!(titles(history.latest()), pairs(&[("A1", "Write")]));
    assert_eq!(again(&history).1, history);
}

#[test]
fn changes_in_any_order_are_written_and_read() {
    let mut history = example();
    let rows: Vec<_> = history.latest().actions().iter().cloned().collect();
    let mut revision = history.next(day("2019-12-31"), day("2020-01-10"));
    let titled = |at: usize, title: &str| {
        let mut row = rows[at].clone();
        row.title = title.into();
        Change::replace(row)
    };
    revision.changes = vec![titled(1, "a"), titled(0, "b"), titled(1, "Print")];
    history.record(revision).unwrap();
    assert_eq!(titles(history.latest()), pairs(&[("A1", "b"), ("A2", "Print")]));
    assert_eq!(history.revision(2).unwrap().changes.len(), 2, "of one row the last holds");
    assert_eq!(again(&history).1, history);
}

#[test]
fn a_decision_that_has_gone_still_approves_a_baseline() {
    let mut history = example();
    let decision = history.latest().decisions().iter().next().unwrap().key.id;
    let mut baseline = Baseline::new("As agreed", 1, day("2019-09-10"));
    baseline.approved_by = Some(decision);
    history.set_baseline(baseline).unwrap();
    let mut revision = history.next(day("2019-12-31"), day("2020-01-10"));
    let other = Decision::new(
        programme::model::Key::new(programme::values::Id::named("other"), "DEC1".parse().unwrap()),
        "Another",
    );
    revision.changes = vec![Change::remove(decision), Change::add(other)];
    history.record(revision).unwrap();
    let (_, again) = again(&history);
    assert_eq!(again.baselines()[0].approved_by, Some(decision));
    assert_eq!(again, history);
}

const BASELINE: &str = r#"{"number": 1, "name": "As agreed", "revision": 1, "set": "2019-09-10",
    "approved_by": "DEC1"}"#;
const REPORT: &str = r#"{"number": 1, "title": "September", "as_at": "2019-09-30", "revision": 1,
    "published": "2019-10-01",
    "policy": {"name": "pooled", "version": 1, "level": "pooled", "credit": "when_complete",
      "weighting": "equal", "continuing": "apart"},
    "whole": {"counted": 12, "complete": 7, "in_progress": 5, "on_hold": 0, "not_started": 0,
      "unknown": 0, "continuing": 0, "excluded": 0, "undecided": 0, "overdue": 1, "undated": 0,
      "confirmed": "7/12", "possible": "7/12", "coverage": "1/1"},
    "workstreams": []}"#;

#[test]
fn baselines_and_reports_are_held_as_they_were() {
    let fields = format!(r#", "baselines": [{BASELINE}], "published": [{REPORT}]"#);
    let history = read(&text(&[], &fields));
    let [baseline] = history.baselines() else { panic!() };
    assert_eq!((baseline.name.as_str(), baseline.revision), ("As agreed", 1));
    assert_eq!(baseline.approved_by, history.latest().decisions().iter().next().map(|d| d.key.id));
    let [report] = history.published() else { panic!() };
    assert_eq!((report.whole.counted, report.whole.complete, report.whole.overdue), (12, 7, 1));
    assert_eq!(report.whole.confirmed.unwrap().to_string(), "7/12");
    assert_eq!(report.policy, Policy::pooled());
    assert_eq!(again(&history).1, history);
    // Figures of whatever a report groups by, be it held anywhere or not, and of any size.
    let mut history = history;
    let mut report = report_of(&history);
    report.whole.counted = u64::MAX;
    let post = programme::values::Id::<programme::Post>::named("nowhere");
    let action = history.latest().actions().iter().next().unwrap().key.id;
    report.workstreams = vec![(post.into(), report.whole), (action.into(), report.whole)];
    history.hold(report).unwrap();
    assert_eq!(again(&history).1, history);
}

fn report_of(history: &History) -> PublishedReport {
    history.published()[0].clone()
}

#[test]
fn rows_with_findings_are_read_leniently_and_refused_strictly() {
    let revision = second(
        r#""approved_by": ["DEC9"], "by": "CEX", "changed": {"actions": [
             {"reference": "A1", "title": "Write", "timescale": "31 June 2021", "answers": "R9"}]},
           "added": {"actons": [], "actions": [
             {"reference": "A4", "title": "a", "parent": "A5"},
             {"reference": "A5", "title": "b", "parent": "A4"}]}"#,
    );
    let checked = HistoryDocument::from_json(&text(&[&revision], "")).unwrap().check();
    assert!(checked.clone().strict().is_err());
    let (history, findings) = checked.lenient().unwrap();
    assert_eq!(
        said(&findings),
        [
            "INP-004 /revisions/1/added/actons",
            "INP-007 /revisions/1/changed/actions/0/answers",
            "INP-007 /revisions/1/approved_by/0",
            "INP-008 /revisions/1/changed/actions/0/timescale",
            "INP-011 /revisions/1/added/actions",
            "INP-004 /revisions/1/by",
        ]
    );
    assert_eq!(history.latest().actions().len(), 4);
    // Words that are not understood are kept, and stand in nobody's way.
    let vague = second(
        r#""changed": {"actions": [{"reference": "A1", "title": "Write", "timescale": "one day"}]}"#,
    );
    assert!(HistoryDocument::from_json(&text(&[&vague], "")).unwrap().check().strict().is_ok());
}

#[test]
fn a_plan_is_held_against_actions_that_are_new_with_it() {
    let revision = second(
        r#""added": {"actions": [{"reference": "A3", "title": "Ask", "timescale": "May 2020"}],
           "plans": [{"reference": "PLAN1", "title": "P", "rows": [
             {"actions": ["A1"], "timescales": ["June 2019"]},
             {"actions": ["A3"], "timescales": ["June 2020"]}]}]}"#,
    );
    let checked = HistoryDocument::from_json(&text(&[&revision], "")).unwrap().check();
    let (_, findings) = checked.lenient().unwrap();
    assert_eq!(said(&findings), ["INP-016 /revisions/1/added/plans/0/rows/1/timescales/0"]);
}

#[test]
fn a_revision_that_cannot_stand_says_why_and_where() {
    let table: &[(&str, &[&str])] = &[
        // Rows that are not there, or are.
        (
            r#""changed": {"actions": [{"reference": "A9", "title": "x"}]}"#,
            &["INP-033 /revisions/1/changed/actions/0"],
        ),
        (
            r#""changed": {"actions": [{"title": "x"}]}"#,
            &["INP-033 /revisions/1/changed/actions/0"],
        ),
        (
            r#""changed": {"actions": [{"reference": "A1", "title": "x"}, {"reference": "A1", "title": "y"}]}"#,
            &["INP-033 /revisions/1/changed/actions/1"],
        ),
        (
            r#""changed": {"actions": [{"id": "7", "title": "x"}]}"#,
            &["INP-013 /revisions/1/changed/actions/0/id"],
        ),
        (r#""removed": ["action A1", "action A9"]"#, &["INP-033 /revisions/1/removed/1"]),
        (r#""removed": "A1 and A2""#, &["INP-033 /revisions/1/removed"]),
        (
            r#""added": {"actions": [{"reference": "A1", "title": "x"}]}"#,
            &["INP-033 /revisions/1/added/actions/0/reference"],
        ),
        (
            r#""removed": "action A1", "changed": {"actions": [{"reference": "A1", "title": "x"}]}"#,
            &["INP-033 /revisions/1/changed/actions/0"],
        ),
        // Rows that would not agree: A1 is in W1; another programme; one id for two kinds.
        (r#""removed": ["workstream W1"]"#, &["INP-033 /revisions/1/removed/0"]),
        (
            r#""changed": {"programme": {"name": "x", "id": "00000000-0000-0000-0000-000000000001"}}"#,
            &["INP-033 /revisions/1/changed/programme/id"],
        ),
        (r#""added": {"programme": "Again"}"#, &["INP-033 /revisions/1/added/programme"]),
        (
            r#""added": {"posts": [{"reference": "POST1", "title": "x",
               "id": "6b1f0c2e-0000-0000-0000-000000000000"}],
               "bodies": [{"reference": "BODY1", "name": "y",
               "id": "6b1f0c2e-0000-0000-0000-000000000000"}]}"#,
            &["INP-033 /revisions/1/added/bodies/0"],
        ),
        // Shapes.
        (r#""changed": []"#, &["INP-003 /revisions/1/changed"]),
    ];
    for (fields, expected) in table {
        assert_eq!(refused(&text(&[&second(fields)], "")), *expected, "{fields}");
    }
}

#[test]
fn a_revision_that_does_not_agree_with_others_says_why_and_where() {
    // A1 becomes A2, which is there and stays.
    let id = example().latest().actions().iter().next().unwrap().key.id;
    let renumbered = second(&format!(
        r#""changed": {{"actions": [{{"id": "{id}", "reference": "A2", "title": "Write"}}]}}"#
    ));
    assert_eq!(refused(&text(&[&renumbered], "")), ["INP-033 /revisions/1/changed/actions/0"]);
    // What a later revision changes is taken out before.
    let change = second(r#""changed": {"actions": [{"reference": "A2", "title": "Print it"}]}"#);
    let correction = r#"{"number": 3, "effective": "2019-10-01", "recorded": "2020-01-20",
        "corrects": 1, "removed": ["decision DEC1", "action A2"]}"#;
    assert_eq!(refused(&text(&[&change, correction], "")), ["INP-033 /revisions/2/removed/1"]);
    // An id that an action had is that of no post, ever.
    let removal = second(r#""removed": ["action A1"]"#);
    let reused = format!(
        r#"{{"number": 3, "effective": "2020-03-31", "recorded": "2020-04-10",
           "added": {{"posts": [{{"reference": "POST1", "title": "x", "id": "{id}"}}]}}}}"#
    );
    assert_eq!(refused(&text(&[&removal, &reused], "")), ["INP-033 /revisions/2/added/posts/0"]);
}

#[test]
fn revisions_out_of_order_or_time_say_so() {
    let revision = |number: &str, days: &str, fields: &str| {
        format!(r#"{{"number": {number}, {days}{fields}}}"#)
    };
    let days = r#""effective": "2019-12-31", "recorded": "2020-01-10""#;
    let table: &[(&[String], &str)] = &[
        (&[revision("3", days, "")], "INP-030 /revisions/1/number"),
        (&[revision("2", days, ""), revision("2", days, "")], "INP-030 /revisions/2/number"),
        (&[revision("null", days, "")], "INP-034 /revisions/1/number"),
        (
            &[revision("2", r#""effective": "2019-12-31", "recorded": "2019-09-09""#, "")],
            "INP-032 /revisions/1/recorded",
        ),
        (
            &[revision("2", r#""effective": "2019-09-03", "recorded": "2020-01-10""#, "")],
            "INP-032 /revisions/1/effective",
        ),
        (
            // Nothing was known of the day before the first revision, so nothing can be corrected.
            &[revision(
                "2",
                r#""effective": "2019-09-03", "recorded": "2020-01-10""#,
                r#", "corrects": 1"#,
            )],
            "INP-032 /revisions/1/effective",
        ),
        (&[revision("2", days, r#", "corrects": 2"#)], "INP-035 /revisions/1/corrects"),
        (&[revision("2", r#""effective": "2019-12-31""#, "")], "INP-034 /revisions/1/recorded"),
        (
            &[revision("2", r#""effective": "31 June 2019", "recorded": "2020-01-10""#, "")],
            "INP-034 /revisions/1/effective",
        ),
    ];
    for (revisions, expected) in table {
        let revisions: Vec<&str> = revisions.iter().map(String::as_str).collect();
        assert_eq!(refused(&text(&revisions, "")), [*expected], "{revisions:?}");
    }
}

#[test]
fn a_history_cut_short_is_not_taken_for_the_whole() {
    let whole = text(&[&second(r#""removed": ["action A2"]"#)], "");
    // The text breaks off.
    let error = HistoryDocument::from_json(&whole[..whole.len() - 3]).unwrap_err();
    assert_eq!(error.finding().code().to_string(), "INP-001");
    assert!(error.to_string().contains("line 7, column"), "{error}");
    // Its last revision is gone; none says that it is the last; there is none at all.
    let fewer = text(&[], "").replace(r#""last": 1"#, r#""last": 2"#);
    assert_eq!(refused(&fewer), ["INP-030 /last"]);
    assert_eq!(refused(&whole.replace(r#""last": 2, "#, "")), ["INP-034 /last"]);
    let none = r#"{"format": "programme-history/1", "last": 0, "revisions": []}"#;
    assert_eq!(refused(none), ["INP-031 /revisions"]);
    assert_eq!(
        refused(r#"{"last": 1, "revisions": [7]}"#),
        ["INP-003 /revisions/0", "INP-018 /format"]
    );
    assert_eq!(
        refused(r#"{"format": "programme-history/1", "last": 1, "revisions": 7}"#),
        ["INP-003 /revisions"]
    );
}

#[test]
fn a_first_revision_has_to_be_complete() {
    let table = [
        (r#""added": {"actions": [{"title": "x"}]}"#, "INP-031 /revisions/0/added"),
        ("\"reason\": \"none\"", "INP-031 /revisions/0/added"),
        (
            r#""added": {"programme": "X"}, "removed": ["action A1"]"#,
            "INP-031 /revisions/0/removed",
        ),
        (
            r#""added": {"programme": "X"}, "changed": {"actions": [{"title": "x"}]}"#,
            "INP-031 /revisions/0/changed",
        ),
        (r#""added": {"programme": "X"}, "corrects": 1"#, "INP-035 /revisions/0/corrects"),
    ];
    for (fields, expected) in table {
        let text = format!(
            r#"{{"format": "programme-history/1", "last": 1, "revisions": [{{"number": 1,
               "effective": "2019-09-04", "recorded": "2019-09-10", {fields}}}]}}"#
        );
        assert_eq!(refused(&text), [expected], "{fields}");
    }
}

#[test]
fn baselines_and_reports_that_cannot_stand_say_why_and_where() {
    let baselines = |baselines: &str| text(&[], &format!(r#", "baselines": [{baselines}]"#));
    let reports = |reports: &str| text(&[], &format!(r#", "published": [{reports}]"#));
    let again = BASELINE.replace(r#""number": 1"#, r#""number": 2"#);
    let table = [
        (baselines(&again), "INP-030 /baselines/0/number"),
        (
            baselines(&BASELINE.replace(r#""revision": 1"#, r#""revision": 2"#)),
            "INP-035 /baselines/0/revision",
        ),
        (baselines(&BASELINE.replace("2019-09-10", "soon")), "INP-034 /baselines/0/set"),
        (baselines(&format!("{BASELINE}, {again}")), "INP-036 /baselines/1/reason"),
        (
            baselines(&format!(
                "{BASELINE}, {}",
                again.replace(r#""set""#, r#""reason": "cost", "set""#)
            )),
            "INP-036 /baselines/1/because",
        ),
        (
            reports(&REPORT.replace(r#""revision": 1"#, r#""revision": 2"#)),
            "INP-035 /published/0/revision",
        ),
        (reports(&REPORT.replace("2019-09-30", "2019-01-01")), "INP-032 /published/0/as_at"),
        (reports(&REPORT.replace("2019-10-01", "")), "INP-034 /published/0/published"),
        (reports(&REPORT.replace(r#""complete": 7, "#, "")), "INP-034 /published/0/whole/complete"),
        (
            reports(&REPORT.replace(r#""overdue": 1"#, r#""overdue": -1"#)),
            "INP-034 /published/0/whole/overdue",
        ),
        (reports(&REPORT.replacen("7/12", "7/0", 1)), "INP-034 /published/0/whole/confirmed"),
        (reports(&REPORT.replacen("7/12", "58%", 1)), "INP-034 /published/0/whole/confirmed"),
        (
            reports(&REPORT.replace(r#""level": "pooled""#, r#""level": "deep""#)),
            "INP-034 /published/0/policy/level",
        ),
        (
            reports(&REPORT.replace("when_complete", "by_state")),
            "INP-034 /published/0/policy/credit_in_progress",
        ),
        (
            reports(
                &REPORT.replace(r#""workstreams": []"#, r#""workstreams": [{"workstream": "W9"}]"#),
            ),
            "INP-034 /published/0/workstreams/0/workstream",
        ),
        (reports("7"), "INP-003 /published/0"),
        (reports(&REPORT.replace(r#""whole": {"#, r#""x": {"#)), "INP-034 /published/0/whole"),
    ];
    for (text, expected) in &table {
        let found = refused(text);
        assert_eq!(found.first().map(String::as_str), Some(*expected), "{found:?}\n{text}");
    }
    // A decision that was never there is left out, as any link is.
    let text = baselines(&BASELINE.replace("DEC1", "DEC9"));
    let (history, findings) = HistoryDocument::from_json(&text).unwrap().check().lenient().unwrap();
    assert_eq!(said(&findings), ["INP-007 /baselines/0/approved_by"]);
    assert_eq!(history.baselines()[0].approved_by, None);
}

#[test]
fn each_format_says_what_reads_it() {
    let history = text(&[], "");
    let error = Document::from_json(&history).unwrap_err();
    assert_eq!(error.finding().code().to_string(), "INP-002");
    assert!(error.to_string().contains("HistoryDocument::from_json"), "{error}");
    let document = Document::of(example().latest()).to_json();
    let error = HistoryDocument::from_json(&document).unwrap_err();
    assert_eq!(error.finding().code().to_string(), "INP-002");
    assert!(error.to_string().contains("`Document::from_json`"), "{error}");
    let error = HistoryDocument::from_json(r#"{"format": "programme-history/2"}"#).unwrap_err();
    assert!(error.to_string().contains("programme-history/1"), "{error}");
    assert!(HistoryDocument::from_slice(history.as_bytes()).is_ok());
    assert!(HistoryDocument::from_slice(b"\xa3").is_err());
}

proptest! {
    #[test]
    fn something_else_in_one_place_never_panics(at in any::<usize>(), with in crate::schema::anything()) {
        let second = second(r#""approved_by": "DEC1", "removed": ["action A2"],
            "changed": {"programme": "Y", "actions": [{"reference": "A1", "title": "a"}]},
            "added": {"posts": [{"reference": "POST1", "title": "b"}]}"#);
        let fields = format!(r#", "baselines": [{BASELINE}], "published": [{REPORT}]"#);
        let mut value: serde_json::Value =
            serde_json::from_str(&text(&[&second], &fields)).unwrap();
        crate::schema::spoilt(&mut value, at, &with);
        let text = value.to_string();
        let Ok(document) = HistoryDocument::from_json(&text) else { return Ok(()) };
        match document.check().lenient() {
            Ok((history, _)) => prop_assert_eq!(again(&history).1, history),
            Err(findings) => prop_assert!(!findings.is_empty()),
        }
    }
}
