//! Rules of risks, benefits, measures and surveys at their edges.

use programme::{
    document::Document,
    finding::{Outcome, Severity},
    rules::{self, Settings},
};

use crate::day;

/// What the rules of an area find in some rows, on a day.
fn found(areas: &[&str], rows: &str, on: &str) -> Vec<(String, Severity, Outcome)> {
    let text =
        format!(r#"{{"format": "programme/1", "programme": {{"name": "Example"}}, {rows}}}"#);
    let (programme, reading) = Document::from_json(&text).unwrap().check().lenient();
    assert_eq!(reading.count(Severity::Error), 0, "{reading}");
    let run = rules::lint(&programme, &Settings::as_at(day(on)));
    let findings = run.findings.into_iter();
    let findings = findings.map(|f| (f.code().to_string(), f.severity, f.outcome));
    findings.filter(|(code, ..)| areas.iter().any(|area| code.starts_with(area))).collect()
}

fn codes(areas: &[&str], rows: &str, on: &str) -> Vec<String> {
    found(areas, rows, on).into_iter().map(|(code, ..)| code).collect()
}

const MATRIX: &str = r#""local_rules": [{"reference": "LR1", "title": "Scores",
    "parameter": "risk_matrix", "matrix": {"likelihoods": ["low", "medium", "high"],
    "impacts": ["low", "medium", "high"], "appetite": 4}}]"#;

/// A risk that lacks nothing but what is added to it.
fn risk(more: &str) -> String {
    format!(
        r#"{MATRIX}, "posts": [{{"reference": "POST1", "title": "COO"}}], "risks": [
        {{"reference": "RSK1", "title": "Staff do not engage", "owners": "POST1",
          "response": "reduce", "review": "September 2021", {more}}}]"#
    )
}

const ON: &str = "2021-06-22";

#[test]
fn a_closed_risk_is_nobody_s_any_more() {
    let rows = |closed: &str| {
        format!(r#""risks": [{{"reference": "RSK1", "title": "One", "closed": {closed}}}]"#)
    };
    assert_eq!(codes(&["RSK"], &rows(r#""1 May 2021""#), ON), [""; 0]);
    assert_eq!(codes(&["RSK"], &rows(r#"{"reason": "Over"}"#), ON), [""; 0], "on whatever day");
    assert_eq!(codes(&["RSK"], &rows(r#""July 2021""#), ON), ["RSK-001"], "not yet");
    let others = r#""risks": [{"reference": "RSK1", "title": "One", "attributed_to": "the LGA"}]"#;
    assert_eq!(codes(&["RSK"], others, ON), [""; 0]);
}

#[test]
fn scores_off_the_matrix_are_found_and_never_refused() {
    let of = |score: &str| codes(&["RSK"], &risk(&format!(r#""residual": {score}"#)), ON);
    assert_eq!(of(r#"{"likelihood": "low", "impact": "HIGH", "stated": "3"}"#), [""; 0]);
    assert_eq!(of(r#"{"likelihood": "low", "impact": "3", "stated": "4"}"#), ["RSK-002"]);
    assert_eq!(of(r#"{"likelihood": "often", "impact": "3"}"#), ["RSK-002"]);
    assert_eq!(of(r#"{"likelihood": "low", "impact": 4}"#), ["RSK-002"]);
    assert_eq!(of(r#"{"likelihood": "low", "stated": "99"}"#), [""; 0], "half is no score");
    // Without a matrix nothing is worked out, which is said once.
    let bare = risk(r#""residual": {"likelihood": 4, "impact": 4, "stated": "15"}"#);
    let bare = bare.replace(MATRIX, r#""local_rules": []"#);
    let expected = ("RSK-002".to_owned(), Severity::Info, Outcome::NotAssessed);
    assert_eq!(found(&["RSK"], &bare, ON), [expected]);
}

#[test]
fn what_is_above_appetite_is_told_or_accepted_while_it_lasts() {
    let of = |more: &str| {
        let score = r#""residual": {"likelihood": "high", "impact": "medium"}"#;
        found(&["RSK"], &risk(&format!("{score}{more}")), ON)
    };
    let above = |outcome, severity| vec![("RSK-004".to_owned(), severity, outcome)];
    let certain = above(Outcome::Certain, Severity::Warning);
    assert_eq!(of(""), certain);
    assert_eq!(of(r#", "escalated": "May 2021""#), []);
    assert_eq!(of(r#", "acceptance": {"by": "COO"}"#), certain, "for ever");
    assert_eq!(of(r#", "acceptance": {"by": "COO", "until": "22 June 2021"}"#), [], "the last day");
    assert_eq!(of(r#", "acceptance": {"by": "COO", "until": "21 June 2021"}"#), certain);
    assert_eq!(of(r#", "acceptance": {"until": "March 2022"}"#), certain, "by nobody");
    let vague = above(Outcome::Undetermined, Severity::Info);
    assert_eq!(of(r#", "acceptance": {"by": "COO", "until": "June 2021"}"#), vague);
    assert_eq!(of(r#", "kind": "opportunity""#), [], "the greater the better");
}

#[test]
fn controls_do_not_raise_a_threat() {
    let of = |inherent: &str, residual: &str, target: &str, more: &str| {
        let scores = format!(
            r#""inherent": "{inherent}", "residual": "{residual}", "target": "{target}"{more}"#
        );
        codes(&["RSK"], &risk(&scores), ON)
    };
    assert_eq!(of("9", "6", "3", ""), [""; 0]);
    assert_eq!(of("6", "6", "6", ""), [""; 0]);
    assert_eq!(of("6", "9", "3", ""), ["RSK-003"]);
    assert_eq!(of("9", "3", "6", ""), ["RSK-003"]);
    assert_eq!(of("9", "3", "6", r#", "acceptance": "COO""#), [""; 0], "left as it is");
    assert_eq!(of("3", "6", "9", r#", "kind": "opportunity""#), [""; 0]);
}

/// A benefit that lacks nothing but what is added, with its measure.
fn benefit(measure: &str, more: &str) -> String {
    format!(
        r#""posts": [{{"reference": "POST1", "title": "COO", "until": "31 March 2022"}},
          {{"reference": "POST2", "title": "Head of Service"}}],
        "intents": [{{"reference": "INT1", "title": "Better served", "kind": "outcome"}}],
        "measures": [{{"reference": "MEA1", "name": "Calls", {measure}}}],
        "benefits": [{{"reference": "BEN1", "title": "Sooner", "contributes_to": "INT1",
          "measure": "MEA1", {more}}}]"#
    )
}

const SOUND: &str = r#""direction": "increase", "baseline": {"figure": "62%", "period": "2019/20"},
    "targets": ["80%"]"#;

#[test]
fn a_target_lies_on_the_side_to_which_the_measure_goes() {
    let of = |direction: &str, target: &str| {
        let measure =
            format!(r#""direction": "{direction}", "baseline": "62%", "targets": ["{target}"]"#);
        found(&["BEN"], &benefit(&measure, r#""owners": "POST2""#), ON)
    };
    let wrong = vec![("BEN-002".to_owned(), Severity::Error, Outcome::Certain)];
    assert_eq!(of("increase", "50%"), wrong);
    assert_eq!(of("decrease", "80%"), wrong);
    assert_eq!(of("decrease", "50%"), []);
    assert_eq!(of("maintain", "50%"), []);
    let bare = found(&["BEN"], &benefit(r#""unit": "%""#, r#""owners": "POST2""#), ON);
    assert_eq!(bare, [("BEN-002".to_owned(), Severity::Warning, Outcome::Certain)]);
}

#[test]
fn an_owner_stays_until_the_benefit_has_come_about() {
    let of = |owners: &str, period: &str| {
        let more = format!(r#""owners": {owners}, "realisation": "{period}""#);
        codes(&["BEN"], &benefit(SOUND, &more), ON)
    };
    assert_eq!(of(r#""POST1""#, "June 2021 to March 2022"), [""; 0], "the last day counts");
    assert_eq!(of(r#""POST1""#, "June 2021 to April 2022"), ["BEN-008"]);
    assert_eq!(of(r#"["POST1", "POST2"]"#, "June 2021 to April 2022"), [""; 0], "one stays");
    assert_eq!(of("[]", "June 2021 to April 2022"), ["BEN-001"], "and no more than that");
}

#[test]
fn what_is_realised_is_shown_by_evidence_or_a_reading() {
    let of = |measure: &str, state: &str| {
        let more = format!(r#""owners": "POST2", "states": {state}"#);
        codes(&["BEN"], &benefit(&format!("{SOUND}{measure}"), &more), ON)
    };
    assert_eq!(of("", r#""realised""#), ["BEN-004"]);
    assert_eq!(of("", r#"{"state": "realised", "evidence": "Scrutiny, item 4"}"#), [""; 0]);
    assert_eq!(
        of(r#", "readings": [{"figure": "81%", "period": "May 2021"}]"#, r#""realised""#),
        [""; 0]
    );
    assert_eq!(
        of(r#", "readings": [{"figure": "81%", "period": "July 2021"}]"#, r#""realised""#),
        ["BEN-004"],
        "not yet read"
    );
    assert_eq!(of("", r#"{"state": "realised", "as_at": "July 2021"}"#), [""; 0], "not yet said");
    let given_up = of(
        "",
        r#"[{"state": "realised", "as_at": "May 2020"}, {"state": "not_realised", "as_at": "May 2021"}]"#,
    );
    assert_eq!(given_up, [""; 0]);
}

#[test]
fn a_measure_is_read_as_often_as_it_says() {
    let of = |cadence: &str, last: &str| {
        let rows = format!(
            r#""measures": [{{"reference": "MEA1", "name": "Calls", "cadence": "{cadence}",
              "readings": [{{"figure": "64%", "period": "{last}"}}]}}]"#
        );
        codes(&["BEN"], &rows, ON)
    };
    assert_eq!(of("monthly", "April 2021"), [""; 0], "due at the end of June");
    assert_eq!(of("monthly", "March 2021"), ["BEN-009"]);
    assert_eq!(of("quarterly", "March 2021"), [""; 0]);
    assert_eq!(of("yearly", "2018/19"), ["BEN-009"]);
    assert_eq!(of("monthly", "July 2021"), [""; 0], "of what is not over nothing is known");
}

#[test]
fn readings_are_alike_and_one_for_each_time() {
    let of = |second: &str| {
        let rows = format!(
            r#""measures": [{{"reference": "MEA1", "name": "Calls",
              "readings": [{{"figure": "64%", "period": "May 2021"}}, {second}]}}]"#
        );
        codes(&["BEN"], &rows, ON)
    };
    assert_eq!(of(r#"{"figure": "65%", "period": "April 2021"}"#), [""; 0], "in any order");
    assert_eq!(of(r#"{"figure": "65", "period": "June 2021"}"#), ["BEN-011"]);
    assert_eq!(of(r#"{"figure": "66%", "period": "May 2021"}"#), ["BEN-011"]);
    assert_eq!(of(r#"{"figure": "66%", "period": "May 2021", "place": "England"}"#), [""; 0]);
    assert_eq!(of(r#"{"figure": "2", "period": "May 2021", "change": "increase"}"#), [""; 0]);
}

#[test]
fn more_cannot_answer_than_were_asked() {
    let of = |size: &str, responses: &str, rate: &str| {
        let rate = if rate.is_empty() { "null".to_owned() } else { format!("\"{rate}\"") };
        let rows = format!(
            r#""surveys": [{{"reference": "SUR1", "name": "Ways of working",
              "population_size": "{size}", "responses": "{responses}", "stated_rate": {rate}}}]"#
        );
        found(&["FIN"], &rows, ON)
    };
    let wrong = |severity| vec![("FIN-014".to_owned(), severity, Outcome::Certain)];
    assert_eq!(of("425", "430", ""), wrong(Severity::Error));
    assert_eq!(of("about 425", "426", ""), [], "about 425 may be 427");
    assert_eq!(of("425", "390", "94%"), wrong(Severity::Error));
    assert_eq!(of("approximately 425", "over 390", "94%"), wrong(Severity::Warning));
    assert_eq!(of("425", "390", "91%"), [], "cut, not rounded");
}

#[test]
fn answers_add_up_where_they_are_all_there_are() {
    let of = |shares: &[&str], all: bool| {
        let results = shares.iter().map(|share| {
            format!(r#"{{"question": "Where?", "share": "{share}", "one_of_all": {all}}}"#)
        });
        let results: Vec<_> = results.collect();
        let rows = format!(
            r#""surveys": [{{"reference": "SUR1", "name": "Where", "results": [{}]}}]"#,
            results.join(", ")
        );
        codes(&["FIN"], &rows, ON)
    };
    assert_eq!(of(&["56%", "43%", "1%"], true), [""; 0]);
    assert_eq!(of(&["55%", "43%", "1%"], true), [""; 0], "99, which rounding explains");
    assert_eq!(of(&["55%", "40%", "1%"], true), ["FIN-013"]);
    assert_eq!(of(&["55%", "70%"], false), [""; 0], "several could be chosen");
    assert_eq!(of(&["55%"], true), [""; 0], "one answer is no set");
}

#[test]
fn what_was_to_be_looked_at_or_settled_is_told_when_its_day_is_past() {
    let review = |day: &str| {
        let rows = format!(
            r#""posts": [{{"reference": "POST1", "title": "COO"}}], "risks": [{{"reference": "RSK1", "title": "Staff",
              "owners": "POST1", "response": "reduce", "review": "{day}"}}]"#
        );
        codes(&["RSK-006"], &rows, ON)
    };
    assert_eq!(review("21 June 2021"), ["RSK-006"]);
    assert_eq!(review("22 June 2021"), [""; 0], "on the day");
    assert_eq!(review("June 2021"), [""; 0], "there is time until the 30th");
    assert_eq!(review("when we can"), [""; 0]);
    let due = |day: &str, closed: &str| {
        let rows = format!(
            r#""issues": [{{"reference": "ISS1", "title": "The adviser has left", "due": "{day}"{closed}}}]"#
        );
        codes(&["RSK-007"], &rows, ON)
    };
    assert_eq!(due("May 2021", ""), ["RSK-007"]);
    assert_eq!(due("May 2021", r#", "closed": "1 June 2021""#), [""; 0]);
    assert_eq!(due("June 2021", ""), [""; 0]);
}
