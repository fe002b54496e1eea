//! Rules on documents of which it was reckoned by hand what they should find: each case is one that
//! a rule could get wrong.

use programme::{
    document::Document,
    rules::{self, Settings},
};

use crate::{day, document};

/// What is found of one code: the outcome and the message of each.
fn found(code: &str, lists: &str, on: &str) -> Vec<String> {
    let (programme, _) = Document::from_json(&document(lists)).unwrap().check().lenient();
    let run = rules::lint(&programme, &Settings::as_at(day(on)));
    let of = run.findings.iter().filter(|finding| finding.code().to_string() == code);
    of.map(|finding| format!("{}: {}", finding.outcome, finding.message)).collect()
}

#[test]
fn a_deadline_is_no_earliest_day() {
    // "By August" may be done in June, before what follows it in July.
    let work = |first: &str, then: &str| {
        format!(
            r#""actions": [{{"reference": "A1", "title": "Plan", "timescale": "{first}"}},
                {{"reference": "A2", "title": "Print", "timescale": "{then}", "after": "A1"}}]"#
        )
    };
    assert_eq!(found("DEP-002", &work("by August 2021", "July 2021"), "2021-06-01"), [""; 0]);
    let wrong = found("DEP-002", &work("August 2021", "July 2021"), "2021-06-01");
    assert_eq!(
        wrong,
        [
            "certain: 'Print' is dated by 31 July 2021, and 'Plan', for which it waits, not before 1 \
          August 2021."
        ]
    );
    let phase = r#""phases": [{"reference": "PH1", "name": "Phase 1", "held": "April 2021 to June 2021"}],
        "actions": [{"title": "Plan", "phase": "PH1", "timescale": "by the end of August 2021"}]"#;
    assert_eq!(found("PHA-004", phase, "2021-06-01"), [""; 0]);
    let late = phase.replace("by the end of August", "August");
    assert_eq!(
        found("PHA-004", &late, "2021-06-01"),
        ["certain: 'Plan' is in 'Phase 1' and ends after it."]
    );
}

#[test]
fn rings_are_found_among_rows_of_every_kind() {
    let lists = r#""actions": [{"reference": "A1", "title": "Plan", "after": "A2"},
            {"reference": "A2", "title": "Print"}],
        "service_reviews": [{"reference": "SR1", "name": "Waste"}, {"reference": "SR2", "name": "Housing"}],
        "dependencies": [
            {"title": "One", "predecessor": "service review SR1", "successor": "service review SR2"},
            {"title": "Two", "predecessor": "service review SR2", "successor": "action A2"},
            {"title": "Three", "predecessor": "action A1", "successor": "service review SR1"}]"#;
    let ring = "certain: A1 -> A2 -> SR2 -> SR1 -> A1: each waits for the next.";
    assert_eq!(found("DEP-001", lists, "2021-06-20"), [ring]);
    // What only feeds another holds it up in no way.
    let feeds = lists.replace(r#""Three","#, r#""Three", "kind": "feeds","#);
    assert_eq!(found("DEP-001", &feeds, "2021-06-20"), [""; 0]);
}

#[test]
fn what_is_done_holds_nothing_up() {
    let lists = r#""actions": [
        {"reference": "A1", "title": "Plan", "timescale": "August 2021",
         "status": {"state": "completed", "on": "10 June 2021"}},
        {"reference": "A2", "title": "Print", "timescale": "July 2021", "after": "A1"}]"#;
    assert_eq!(found("DEP-002", lists, "2021-06-20"), [""; 0]);
}

#[test]
fn how_it_goes_is_the_last_that_was_said_of_that() {
    let lists = |notes: &str| {
        format!(
            r#""recommendations": [{{"reference": "R1", "title": "Plan ahead", "status": [{notes}]}}],
               "actions": [{{"reference": "A1", "title": "Plan", "answers": "R1"}}]"#
        )
    };
    let green = r#"{"state": "Green", "as_at": "May 2021"}"#;
    assert_eq!(found("PRG-004", &lists(green), "2021-09-01").len(), 1, "a colour and no more");
    let red = format!(
        r#"{{"state": "In progress - green", "as_at": "May 2021"}}, {}"#,
        r#"{"state": "Red", "as_at": "June 2021"}"#
    );
    assert_eq!(found("PRG-004", &lists(&red), "2021-09-01"), [""; 0], "it is red by now");
}

#[test]
fn what_is_closed_holds_its_parts_and_milestones() {
    let parts = r#""recommendations": [
            {"reference": "R1", "title": "Plan ahead", "status": {"state": "completed", "as_at": "May 2021"}},
            {"reference": "R1.1", "title": "Plan money", "parent": "R1"}],
        "actions": [{"reference": "A1", "title": "Plan", "answers": "R1.1",
            "status": {"state": "in progress", "as_at": "May 2021"}}]"#;
    let said = "certain: Recommendation R1 'Plan ahead' is stated as complete, and A1 is open.";
    assert_eq!(found("PRG-003", parts, "2021-09-01"), [said]);
    let milestone = r#""workstreams": [{"reference": "W1", "name": "One Budget",
            "status": {"state": "completed", "as_at": "May 2021"}}],
        "milestones": [{"reference": "M1", "title": "Budget set", "workstream": "W1",
            "status": {"state": "not started", "as_at": "May 2021"}}]"#;
    let said = "certain: Workstream W1 'One Budget' is stated as complete, and M1 is open.";
    assert_eq!(found("PRG-003", milestone, "2021-09-01"), [said]);
}

#[test]
fn two_of_three_may_be_stated_as_66_or_67() {
    let stated = |percent: &str| {
        let lists = format!(
            r#""recommendations": [{{"reference": "R1", "title": "Plan ahead",
                "status": {{"percent": "{percent}", "as_at": "May 2021"}}}}],
               "actions": [
                {{"title": "A", "answers": "R1", "status": {{"state": "done", "as_at": "May 2021"}}}},
                {{"title": "B", "answers": "R1", "status": {{"state": "done", "as_at": "May 2021"}}}},
                {{"title": "C", "answers": "R1", "status": {{"state": "in progress", "as_at": "May 2021"}}}}]"#
        );
        found("PRG-009", &lists, "2021-09-01").len()
    };
    let expected =
        [("66%", 0), ("67%", 0), ("66.6%", 0), ("66.7%", 0), ("65%", 1), ("68%", 1), ("66.5%", 1)];
    for (percent, wrong) in expected {
        assert_eq!(stated(percent), wrong, "{percent}");
    }
}

#[test]
fn counts_are_counts_and_parts_may_be_counted() {
    let lists = |stated: &str| {
        format!(
            r#""actions": [{{"reference": "A1", "title": "Plan"}},
                {{"reference": "A1.1", "title": "Write", "parent": "A1"}},
                {{"reference": "A1.2", "title": "Print", "parent": "A1"}},
                {{"reference": "A2", "title": "Post", "after": "A1"}}],
               "claims": [{{"title": "Actions", "stated": "{stated}", "counts": "action"}}]"#
        )
    };
    // Two of them whole, four with the parts.
    for (stated, wrong) in
        [("two", 0), ("four", 0), ("three", 1), ("80%", 0), ("£2", 0), ("some", 0)]
    {
        assert_eq!(found("DOC-004", &lists(stated), "2021-09-01").len(), wrong, "{stated}");
    }
    // What comes after A1 is none of its parts.
    let of = lists("two").replace(r#""counts""#, r#""of": "action A1", "counts""#);
    assert_eq!(found("DOC-004", &of, "2021-09-01"), [""; 0]);
}

#[test]
fn a_return_whose_date_cannot_be_read_is_not_missing() {
    let lists = |target: &str| {
        format!(
            r#""reviews": [{{"name": "Review", "kind": "corporate_peer_challenge",
                "offer": "progress_review", "held": "15 July 2024 to 18 July 2024",
                "obligations": [{{"kind": "follow_up", "target": "{target}"}}]}}]"#
        )
    };
    let on = "2025-03-01";
    let unread = |target: &str| {
        vec![format!("undetermined: From '{target}' no day follows for the reviewers' return.")]
    };
    for target in ["28 May", "within twelve months of the review"] {
        assert_eq!(found("REV-006", &lists(target), on), unread(target));
    }
    assert_eq!(found("REV-006", &lists("Completed May 2025"), on), [""; 0]);
    assert_eq!(found("REV-006", &lists("May 2025"), on), [""; 0]);
    let missing = "certain: No date is set for the reviewers' return after 'Review'; the window \
                   closes on 18 July 2025.";
    assert_eq!(found("REV-006", &lists("TBC"), on), [missing]);
    let straddles = "undetermined: The reviewers' return, July 2025, can be after the window closes \
                     on 18 July 2025.";
    assert_eq!(found("REV-006", &lists("July 2025"), on), [straddles]);
}

#[test]
fn core_themes_are_five_of_one_list() {
    let lists = |held: &str, titles: [&str; 5]| {
        let questions = titles.map(|title| {
            format!(r#"{{"class": "core", "title": "{title}", "question": "Is it so?"}}"#)
        });
        format!(
            r#""reviews": [{{"name": "Review", "kind": "corporate_peer_challenge", "held": "{held}",
                "questions": [{}]}}]"#,
            questions.join(", ")
        )
    };
    let today = [
        "Local priorities and outcomes",
        "Organisational and place leadership",
        "Governance and culture",
        "Financial planning and management",
        "Capacity for improvement",
    ];
    assert_eq!(found("REV-001", &lists("June 2022", today), "2022-07-01"), [""; 0]);
    assert_eq!(found("REV-001", &lists("2019/20", today), "2022-07-01"), [""; 0], "it may be 2020");
    assert_eq!(found("REV-001", &lists("May 2019", today), "2022-07-01").len(), 1);
    assert_eq!(found("REV-001", &lists("June 2022", [today[0]; 5]), "2022-07-01").len(), 1);
}

#[test]
fn an_open_phase_has_no_end_to_compare() {
    let lists = |open: bool| {
        document(&format!(
            r#""phases": [{{"name": "Phase 1", "held": "April 2021 to September 2021", "open_ended": {open}}}]"#
        ))
        .replace(r#"{"name": "Example"}"#, r#"{"name": "Example", "stated_spans": "April 2021 to March 2023"}"#)
    };
    let found = |open: bool| {
        let (programme, _) = Document::from_json(&lists(open)).unwrap().check().lenient();
        let run = rules::lint(&programme, &Settings::as_at(day("2021-06-01")));
        run.findings.iter().filter(|f| f.code().to_string() == "PHA-003").count()
    };
    assert_eq!((found(true), found(false)), (0, 1));
}

#[test]
fn a_link_to_any_row_never_guesses() {
    let lists = |of: &str| {
        document(&format!(
            r#""actions": [{{"title": "Culture"}}, {{"title": "Culture"}}],
               "workstreams": [{{"reference": "W1", "name": "Culture"}}],
               "posts": [{{"reference": "W1", "title": "Chief Executive"}}],
               "achievements": [{{"title": "Much", "of": "{of}"}}]"#
        ))
    };
    let linked = |of: &str| {
        let text = lists(of);
        let (programme, findings) = Document::from_json(&text).unwrap().check().lenient();
        let messages: Vec<_> = findings
            .iter()
            .filter(|finding| finding.code().to_string() == "INP-007")
            .map(|finding| finding.message.clone())
            .collect();
        (programme.achievements().iter().next().unwrap().of.is_some(), messages.join(" "))
    };
    let several = "Rows of several kinds are called `W1`.".to_owned();
    assert_eq!(linked("W1"), (false, several));
    assert_eq!(linked("Workstream W1"), (true, String::new()));
    assert_eq!(linked("workstream Culture"), (true, String::new()));
    assert_eq!(linked("nobody"), (false, "`nobody` is no row of this document.".into()));
}
