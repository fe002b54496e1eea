//! The page of a board: Dacorum's as its paper has it, and a made-up programme reckoned by hand.

use programme::{
    Programme,
    rating::Staleness,
    report::{self, BoardDashboard, BoardPolicies},
    values::{Cadence, Unit},
};

use crate::{day, document, read};

const DACORUM: &str = include_str!("../fixtures/dacorum-2021/programme.json");

fn board(programme: &Programme, on: &str) -> BoardDashboard {
    report::board_dashboard(programme, &BoardPolicies::default(), day(on)).unwrap()
}

/// On 15 June 2021: A1 of W1 was due in April and is in progress, more than a month ago: red. A2 of
/// W2 is complete: green. Risks on a matrix of five by five with an appetite of 12: 4 x 5 is 20 and
/// above it, 3 x 4 is 12 and not. The measure went from 62 to 71 of the way to 80: 9/18.
const MADE_UP: &str = r#"
 "posts": [{"reference": "POST1", "title": "Director of Place"}],
 "workstreams": [
   {"reference": "W1", "name": "One Budget", "status": {"state": "green", "as_at": "1 June 2021"}},
   {"reference": "W2", "name": "Digital"}],
 "actions": [
   {"reference": "A1", "title": "Publish the plan", "workstream": "W1", "timescale": "April 2021",
    "status": "In progress"},
   {"reference": "A2", "title": "Replace the website", "workstream": "W2", "timescale": "May 2021",
    "status": "Complete"}],
 "local_rules": [{"reference": "LR1", "title": "Matrix", "parameter": "risk_matrix",
   "matrix": {"likelihoods": [{}, {}, {}, {}, {}], "impacts": [{}, {}, {}, {}, {}], "appetite": 12}}],
 "risks": [
   {"reference": "RSK1", "title": "Staff leave", "residual": {"likelihood": "3", "impact": "4"}},
   {"reference": "RSK2", "title": "Money runs out", "owners": "POST1",
    "residual": {"likelihood": "4", "impact": "5"}},
   {"reference": "RSK3", "title": "Partners withdraw"},
   {"reference": "RSK4", "title": "An election", "closed": {"on": "May 2021"}}],
 "measures": [{"reference": "MEA1", "name": "Calls answered within a minute",
   "baseline": {"figure": "62%", "period": "2019/20"},
   "targets": [{"figure": "80%", "by": "March 2024"}],
   "readings": [{"figure": "71%", "period": "May 2021"}]}],
 "benefits": [{"reference": "BEN1", "title": "Calls are answered sooner", "measure": "MEA1",
   "states": [{"state": "in_delivery", "as_at": "May 2021"}]}]"#;

#[test]
fn each_colour_comes_from_its_facts() {
    let board = board(&read(&document(MADE_UP)), "2021-06-15");
    let of = |at: usize| board.workstreams[at].time.colour;
    assert_eq!((of(0), of(1)), (Some("red"), Some("green")));
    let stated = &board.workstreams[0].stated[0];
    assert_eq!((stated.rating.as_str(), stated.against), ("green", Some("better")), "kept beside");
    assert!(board.workstreams[0].time.reason.contains("A1"), "{:?}", board.workstreams[0]);
    let time = board.dimensions[0].rated.as_ref().unwrap();
    assert_eq!((board.dimensions[0].dimension, time.colour), ("time", Some("red")));
    let cost = board.dimensions[1].rated.as_ref().unwrap();
    assert_eq!(cost.colour, None, "no budget is known");
    // Of the two that are scored the second is above the appetite; of the measure nothing is known of a year before.
    let (risk, benefits) = (&board.dimensions[4], &board.dimensions[5]);
    assert_eq!(risk.rated.as_ref().unwrap().colour, Some("red"));
    let reason = &risk.rated.as_ref().unwrap().reason;
    assert!(reason.contains("1 of 2 is red") && reason.contains("RSK2"), "{reason}");
    assert!(reason.contains("by the appetite of 12"), "{reason}");
    assert!(benefits.rated.as_ref().unwrap().is_grey);
    assert!(board.dimensions[2..4].iter().all(|line| line.rated.is_none()));
    assert!(board.dimensions[6..9].iter().all(|line| line.rated.is_none()));
    let overall = board.dimensions[9].rated.as_ref().unwrap();
    assert_eq!(overall.colour, Some("red"), "as its time is, and of its cost nothing is known");
}

#[test]
fn the_gravest_risk_stands_first_and_one_without_a_score_last() {
    let board = board(&read(&document(MADE_UP)), "2021-06-15");
    let risks = board.risks.iter();
    let risks: Vec<_> =
        risks.map(|line| (line.risk.reference.as_str(), line.score, line.above_appetite)).collect();
    let expected =
        [("RSK2", Some(20), Some(true)), ("RSK1", Some(12), Some(false)), ("RSK3", None, None)];
    assert_eq!(risks, expected, "the fourth is closed");
    assert_eq!(board.risks[0].owners, ["Director of Place"]);
    assert!(board.risks[2].why_no_score.is_some());
}

#[test]
fn a_benefit_has_come_as_far_as_its_measure() {
    let board = board(&read(&document(MADE_UP)), "2021-06-15");
    let benefit = &board.benefits[0];
    let measure = benefit.measure.as_ref().unwrap();
    let share = measure.achieved.unwrap();
    assert_eq!((share.num, share.den, benefit.state), (1, 2, Some("in_delivery")));
    assert_eq!(measure, &board.measures[0]);
    // A reading of May is none of April.
    let earlier = self::board(&read(&document(MADE_UP)), "2021-04-30");
    assert_eq!((earlier.measures[0].achieved, earlier.benefits[0].state), (None, None));
    assert!(earlier.measures[0].why_not.is_some());
    assert!(earlier.measures[0].readings.is_empty(), "nor stands it on the page of April");
}

/// W1 has no action of its own: A1 of its sub-stream W2 is overdue and red, and W1 with it. W3 is
/// green. The programme has two workstreams and no third, so that one of two is red; A3 stands in
/// none, is green, and is the third part.
#[test]
fn a_workstream_is_rated_with_its_sub_streams_and_each_action_counts_once() {
    let programme = read(&document(
        r#""workstreams": [{"reference": "W1", "name": "One Budget"},
        {"reference": "W2", "name": "Procurement", "parent": "W1"},
        {"reference": "W3", "name": "Digital"}],
      "actions": [
        {"reference": "A1", "title": "Let the contract", "workstream": "W2",
         "timescale": "April 2021", "status": "In progress"},
        {"reference": "A2", "title": "Replace the website", "workstream": "W3",
         "timescale": "May 2021", "status": "Complete"},
        {"reference": "A3", "title": "Tell staff", "timescale": "May 2021",
         "status": "Complete"}]"#,
    ));
    let board = board(&programme, "2021-06-15");
    let streams = board.workstreams.iter();
    let streams: Vec<_> = streams.map(|line| (line.time.colour, line.actions.as_str())).collect();
    let red = (Some("red"), "1 red, of 1");
    assert_eq!(streams, [red, red, (Some("green"), "1 green, of 1")]);
    let time = board.dimensions[0].rated.as_ref().unwrap();
    assert!(time.reason.contains("1 of 3 is red") && time.reason.contains("W1"), "{time:?}");
    assert_eq!(board.unassigned.as_ref().unwrap().colour, Some("green"));
    let page = report::to_markdown(&board);
    assert!(page.contains("W1 One Budget: Time is red") && page.contains("A1"), "{page}");
    assert!(page.contains("In no workstream: Time is green"), "{page}");
}

/// W1: the line is £100 of £1,000 over, and up to 10 % over is amber; the exception is of it. W2 has
/// no budget. A1 is 46 days late on 15 June, and was in time on 15 April: red after green. The
/// measure is at 71 of 80, off by more than a tenth and better than the 62 of a year before: amber.
const JUDGED: &str = r#"
 "bodies": [{"reference": "BODY1", "name": "Programme Board"}],
 "local_rules": [
   {"reference": "LR1", "title": "Late work", "parameter": "tolerance", "dimension": "time", "days": 30},
   {"reference": "LR2", "title": "Overspends", "parameter": "tolerance", "dimension": "cost", "amount": "5%"},
   {"reference": "LR3", "title": "Matrix", "parameter": "risk_matrix",
    "matrix": {"likelihoods": [{"name": "rare"}, {"name": "likely"}],
     "impacts": [{"name": "minor"}, {"name": "major"}, {"name": "grave"}]}}],
 "workstreams": [{"reference": "W1", "name": "One Budget"}, {"reference": "W2", "name": "Digital"}],
 "actions": [
   {"reference": "A1", "title": "Publish the plan", "workstream": "W1", "timescale": "30 April 2021",
    "status": "In progress"},
   {"reference": "A2", "title": "Replace the website", "workstream": "W2", "timescale": "May 2022",
    "status": "In progress"}],
 "budget_lines": [{"reference": "BL1", "title": "Advice", "workstream": "W1"}],
 "movements": [
   {"title": "Budget", "kind": "allocation", "line": "BL1", "date": "2021-04-01", "amount": "£1,000"},
   {"title": "Expected", "kind": "forecast", "line": "BL1", "date": "2021-05-31", "amount": "£1,100"}],
 "exceptions": [{"reference": "EXC1", "title": "Advice costs too much", "of": "budget line BL1",
   "dimension": "cost", "raised": "1 June 2021", "forecast": "£1,100", "body": "BODY1",
   "options": ["Stop at the budget", "Ask for £100"], "recommended": "Stop at the budget"}],
 "stated_ratings": [
   {"reference": "RAG1", "title": "Resources", "dimension": "resources", "rating": "Amber",
    "by": "Programme Manager", "on": "31 May 2021", "text": "Two posts are vacant"},
   {"reference": "RAG2", "title": "One Budget", "of": "workstream W1", "rating": "Green",
    "by": "Chief Executive", "on": "31 May 2021", "overrides": "The plan is at the printer's"},
   {"reference": "RAG3", "title": "Cost of One Budget", "of": "workstream W1", "dimension": "cost",
    "rating": "Amber", "on": "31 May 2021", "confirmed": "10 June 2021"}],
 "risks": [
   {"reference": "RSK1", "title": "Staff leave", "residual": {"likelihood": "likely", "impact": "major"}},
   {"reference": "RSK2", "title": "Money runs out", "residual": {"likelihood": "likely", "impact": "major"}},
   {"reference": "RSK3", "title": "An election", "residual": {"likelihood": "rare", "impact": "grave"}}],
 "measures": [
   {"reference": "MEA1", "name": "Calls answered within a minute", "direction": "increase",
    "targets": [{"figure": "80%"}],
    "readings": [{"figure": "62%", "period": "May 2020"}, {"figure": "71%", "period": "May 2021"}]},
   {"reference": "MEA2", "name": "Staff feel valued"}]"#;

#[test]
fn what_is_judged_stands_beside_what_follows() {
    let programme = read(&document(JUDGED));
    let policies = BoardPolicies { since: Some(day("2021-04-15")), ..BoardPolicies::default() };
    let board = report::board_dashboard(&programme, &policies, day("2021-06-15")).unwrap();
    let (one, two) = (&board.workstreams[0], &board.workstreams[1]);
    assert_eq!((one.time.colour, one.time.trend), (Some("red"), Some("worse")));
    let cost = one.cost.as_ref().unwrap();
    assert_eq!(
        (cost.colour, cost.trend),
        (Some("amber"), Some("not_comparable")),
        "not known then"
    );
    assert_eq!(one.overall.colour, Some("red"));
    assert_eq!((two.time.colour, two.time.trend, &two.cost), (Some("green"), Some("same"), &None));
    let stated = one.stated.iter();
    let stated: Vec<_> = stated.map(|said| (said.dimension, said.colour, said.against)).collect();
    let expected =
        [("cost", Some("amber"), Some("same")), ("overall", Some("green"), Some("better"))];
    assert_eq!(stated, expected);
    let resources = &board.dimensions[6];
    assert_eq!((resources.dimension, &resources.rated), ("resources", &None));
    let said = resources.stated.as_ref().unwrap();
    assert_eq!((said.colour, said.by[0].as_str()), (Some("amber"), "Programme Manager"));
    assert_eq!(said.against, None, "nothing follows of it");
    let late = &board.breaches[1];
    assert_eq!(board.breaches.len(), 2);
    assert_eq!((late.dimension, late.certain), ("time", true));
    assert!(late.exception.is_none() && board.breaches[0].exception.is_some());
    let matrix = board.matrix.as_ref().unwrap();
    assert_eq!(matrix.threats, [[0, 0, 1], [0, 2, 0]]);
    assert_eq!(matrix.impacts, ["1 minor", "2 major", "3 grave"]);
    let measure = board.measures[0].rated.as_ref().unwrap();
    assert_eq!(measure.colour, Some("amber"), "{}", measure.reason);
    assert_eq!(board.measures[0].lacks, ["baseline"]);
    assert_eq!(board.measures[1].lacks, ["reading", "baseline", "target"]);
}

/// One action is red and two are silent: two of three are more than may be, and the red is not hidden.
#[test]
fn grey_over_something_red_is_told_as_grey_with_its_reason() {
    let silent = |at: u8| {
        format!(
            r#"{{"reference": "A{at}", "title": "Ask", "workstream": "W1", "timescale": "May 2030"}}"#
        )
    };
    let programme = read(&document(&format!(
        r#""workstreams": [{{"reference": "W1", "name": "One"}}],
           "actions": [{{"reference": "A1", "title": "Publish", "workstream": "W1",
             "timescale": "April 2021", "status": "in progress"}}, {}, {}]"#,
        silent(2),
        silent(3)
    )));
    let board = board(&programme, "2021-06-15");
    let time = &board.workstreams[0].time;
    assert_eq!((time.colour, time.is_grey, time.worst_known), (None, true, Some("red")));
    let page = report::to_text(&board);
    assert!(page.contains("Workstreams by time: 1 grey, of 1."), "{page}");
    assert!(page.contains("W1 One: Time is grey"), "{page}");
}

#[test]
fn a_year_before_is_the_same_time_of_it() {
    let of = |readings: &str| {
        let programme = read(&document(&format!(
            r#""measures": [{{"reference": "MEA1", "name": "Calls", "direction": "increase",
                "targets": [{{"figure": "80%"}}], "readings": [{readings}]}}]"#
        )));
        let board = board(&programme, "2021-08-01");
        board.measures[0].rated.as_ref().map(|rated| rated.shown.clone()).unwrap()
    };
    let quarter = r#"{"figure": "71%", "period": "Q1 2021/22"}"#;
    let before = r#"{"figure": "62%", "period": "Q1 2020/21"}"#;
    // The year began on the day of its first quarter, and is no quarter.
    let year = r#"{"figure": "75%", "period": "2020/21"}"#;
    assert_eq!(of(&format!("{before}, {year}, {quarter}")), "amber", "better than 62");
    assert_eq!(of(&format!("{year}, {quarter}")), "grey (no data)");
    let february = r#"{"figure": "75%", "period": "February 2020"}"#;
    let this = r#"{"figure": "71%", "period": "February 2021"}"#;
    assert_eq!(of(&format!("{february}, {this}")), "red", "whatever day it ends on");
}

#[test]
fn a_measure_is_held_to_its_own_tolerance_and_to_a_target_ahead_of_it() {
    let of = |tolerance: &str, baseline: &str| {
        let programme = read(&document(&format!(
            r#""measures": [{{"reference": "MEA1", "name": "Calls", "direction": "increase",
                "baseline": {{"figure": "{baseline}", "period": "2018/19"}},
                "targets": [{{"figure": "80%"}}] {tolerance},
                "readings": [{{"figure": "74%", "period": "May 2020"}}, {{"figure": "73%", "period": "May 2021"}}]}}]"#
        )));
        let board = board(&programme, "2021-06-15");
        board.measures[0].rated.as_ref().map(|rated| rated.shown.clone())
    };
    assert_eq!(of("", "62%").as_deref(), Some("green"), "within a tenth of 80");
    assert_eq!(
        of(r#", "tolerance": "1%""#, "62%").as_deref(),
        Some("red"),
        "and worse than a year before"
    );
    assert_eq!(of(r#", "tolerance": "7%""#, "62%").as_deref(), Some("green"));
    assert_eq!(of("", "85%"), None, "80 is behind 85");
}

#[test]
fn no_money_is_no_colour_and_a_line_without_a_forecast_is_named() {
    let programme = read(&document(
        r#""budget_lines": [{"reference": "BL1", "title": "Staff"}, {"reference": "BL2", "title": "Advice"}],
           "movements": [
             {"title": "Budget", "kind": "allocation", "line": "BL1", "date": "2021-04-01", "amount": "£1,000"},
             {"title": "Expected", "kind": "forecast", "line": "BL1", "date": "2021-05-01", "amount": "£900"},
             {"title": "Budget", "kind": "allocation", "line": "BL2", "date": "2021-04-01", "amount": "£100"}]"#,
    ));
    let cost = |on: &str| board(&programme, on).dimensions[1].rated.clone().unwrap();
    assert_eq!(cost("2021-03-31").colour, None, "nothing of nothing");
    assert_eq!(cost("2021-06-15").colour, None);
    let told = "What they are expected to come to is not known of BL2.".to_owned();
    assert!(board(&programme, "2021-06-15").not_said.contains(&told));
}

/// The date was moved on 12 August, without approval: before that it was 30 August.
#[test]
fn a_date_is_moved_from_the_day_on_which_it_was() {
    let programme = read(&document(
        r#""workstreams": [{"reference": "W1", "name": "One"}],
           "actions": [{"reference": "A1", "title": "Publish", "workstream": "W1",
             "timescale": "30 November 2024", "status": "in progress",
             "redated": {"from": "30 August 2024", "on": "12 August 2024"}}]"#,
    ));
    let time = |on: &str| board(&programme, on).workstreams[0].time.colour;
    assert_eq!(time("2024-08-11"), Some("green"));
    assert_eq!(time("2024-08-12"), Some("red"), "three months later, and nobody agreed");
}

#[test]
fn what_is_reported_goes_out_of_date() {
    let of = |confirmed: &str, cadence: Option<Cadence>| {
        let programme = read(&document(&format!(
            r#""stated_ratings": [{{"title": "All", "rating": "Green", "on": "31 March 2021" {confirmed}}}]"#
        )));
        let staleness = cadence.map(|cadence| Staleness { cadence, grace: 7 });
        let policies = BoardPolicies { staleness, ..BoardPolicies::default() };
        let board = report::board_dashboard(&programme, &policies, day("2021-06-15")).unwrap();
        let stated = board.dimensions[9].stated.clone().unwrap();
        assert_eq!(report::to_text(&board).contains("out of date"), stated.stale == Some(true));
        stated.stale
    };
    let month = Some(Cadence::every(1, Unit::Month));
    assert_eq!(of("", month), Some(true), "until 7 May");
    assert_eq!(of(r#", "confirmed": "31 May 2021""#, month), Some(false));
    assert_eq!(of(r#", "confirmed": "30 June 2021""#, month), Some(true), "not yet confirmed");
    assert_eq!(of("", None), None, "how often is not said");
}

#[test]
fn the_page_says_what_is_judged_and_by_whom() {
    let programme = read(&document(JUDGED));
    let policies = BoardPolicies { since: Some(day("2021-04-15")), ..BoardPolicies::default() };
    let board = report::board_dashboard(&programme, &policies, day("2021-06-15")).unwrap();
    let page = report::to_markdown(&board);
    for said in [
        "Ratings compared with those of 15 April 2021",
        "1 exception raised.",
        "1 thing beyond tolerance without an exception.",
        "| red, worse than before |",
        "| W1 One Budget | overall | 'Green' | Chief Executive | 31 May 2021 | better | Overrides what \
         is calculated: 'The plan is at the printer's' |",
        "| W1 One Budget | cost | 'Amber' | not said | 31 May 2021, unchanged on 10 June 2021 | same |",
        "| not calculated | 'Two posts are vacant' |",
        "Stop at the budget; Ask for £100",
        "A1 'Publish the plan' is 46 days late, beyond the tolerance of 30 calendar days (LR1), and no \
         exception has been raised.",
        "no reading, baseline or target",
    ] {
        assert!(page.contains(said), "{said}\n{page}");
    }
}

#[test]
fn what_dacorum_does_not_say_is_not_said() {
    let board = board(&read(DACORUM), "2021-06-22");
    assert_eq!((board.workstreams.len(), board.risks.len(), board.measures.len()), (10, 2, 3));
    assert!(board.workstreams.iter().all(|line| line.time.colour.is_none()));
    // Three actions of W8, one of W9 and one of W10, which are parts of it.
    assert_eq!(board.workstreams[0].actions, "5 no data, of 5");
    assert!(board.benefits.is_empty());
    insta::with_settings!({snapshot_path => "../fixtures/dacorum-2021", prepend_module_to_snapshot => false, omit_expression => true}, {
        insta::assert_snapshot!("board-text", report::to_text(&board));
        let markdown = report::to_markdown(&board);
        crate::markdown::assert_blocks_stand_apart(&markdown);
        insta::assert_snapshot!("board-markdown", markdown);
        insta::assert_snapshot!("board-json", report::to_json(&board));
    });
}
