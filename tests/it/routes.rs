//! Who decides: routes of matters, reasoned by hand from the law and from a council's own rules.

use programme::{
    Programme,
    governance::{self, Authority, KeyAnswer, MakerKind, Matter, Route, StepKind},
    model::{MatterKind, Subject},
    report,
    values::{Stated, WorkingCalendar},
};

use crate::{day, document, read};

const FROM: &str = "2021-06-22";

fn council(more: &str) -> Programme {
    read(&format!(
        r#"{{"format": "programme/1", "programme": {{"name": "Example", "council": "ORG1"}},
 "organisations": [{{"reference": "ORG1", "name": "Example Council", "kind": "council",
   "governance": "leader_and_cabinet"}}],
 "posts": [{{"reference": "POST1", "title": "Director of Place", "kind": "officer"}}],
 "bodies": [{{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}},
   {{"reference": "BODY2", "name": "Council", "kind": "council"}},
   {{"reference": "BODY3", "name": "Technical Design Authority", "kind": "design_authority"}}]{more}}}"#
    ))
}

fn matter(kind: MatterKind, amount: Option<&str>) -> Matter {
    let mut matter = Matter::new("A matter");
    matter.kind = Some(kind);
    matter.amount = amount.map(Stated::read);
    matter
}

fn route(programme: &Programme, matter: &Matter) -> Route {
    governance::route(programme, matter, day(FROM), &WorkingCalendar::england_and_wales())
}

fn steps(route: &Route) -> Vec<(StepKind, &str, String)> {
    let steps = route.steps.iter();
    let days = steps.map(|step| {
        let day = step.earliest.map_or_else(|_| "not covered".to_owned(), |day| day.to_string());
        (step.kind, step.by.name.as_str(), day)
    });
    days.collect()
}

fn decides(route: &Route) -> Option<&str> {
    route.decides.as_ref().map(|maker| maker.name.as_str())
}

#[test]
fn more_money_than_the_budget_holds_is_for_council_on_cabinets_advice() {
    let programme = council("");
    let route = route(&programme, &matter(MatterKind::SupplementaryEstimate, Some("£665k")));
    assert_eq!(decides(&route), Some("Council"));
    // Five clear working days before each meeting: from Tuesday 22 June, 23 to 25 and 28 to 29 June
    // are clear, and Cabinet can meet on the 30th; then 1, 2, 5, 6 and 7 July, and Council on the 8th.
    let expected = [
        (StepKind::Papers, "Cabinet", "2021-06-22"),
        (StepKind::Recommendation, "Cabinet", "2021-06-30"),
        (StepKind::Papers, "Council", "2021-06-30"),
        (StepKind::Decision, "Council", "2021-07-08"),
        (StepKind::Effect, "Council", "2021-07-08"),
    ];
    let expected: Vec<_> = expected.map(|(kind, by, day)| (kind, by, day.to_owned())).into();
    assert_eq!(steps(&route), expected);
    assert!(matches!(route.key, KeyAnswer::No(_)), "Council's decisions are never key");
    assert_eq!(
        route.missing,
        [
            "up to which amount Cabinet may decide on a supplementary estimate (no such limit is given)"
        ]
    );
}

#[test]
fn a_limit_leaves_small_sums_to_cabinet_and_is_cited() {
    let rules = r#", "local_rules": [{"reference": "LR1", "title": "Supplementary estimates",
   "parameter": "supplementary_limit", "body": "Cabinet", "amount": "£50,000",
   "since": "1 April 2019", "sources": "Financial regulations, 4.2"}]"#;
    let programme = council(rules);
    let of = |amount| route(&programme, &matter(MatterKind::SupplementaryEstimate, Some(amount)));
    let within = of("£50,000");
    assert_eq!(
        (decides(&within), within.source.as_str()),
        (Some("Cabinet"), "LR1: Financial regulations, 4.2")
    );
    assert_eq!(decides(&of("£50,001")), Some("Council"));
    // About £50k may be more: Council decides unless it is told.
    let about = of("c£50k");
    assert_eq!(decides(&about), Some("Council"));
    assert!(about.missing.iter().any(|missing| missing.contains("limit of £50,000")));
}

#[test]
fn a_key_decision_waits_for_notice_papers_and_call_in() {
    let rules = r#", "local_rules": [{"title": "Key decisions",
   "parameter": "key_decision_threshold", "amount": "£350,000"}]"#;
    let programme = council(rules);
    let found = route(&programme, &matter(MatterKind::Contract, Some("£400,000")));
    assert_eq!(decides(&found), Some("Cabinet"));
    assert!(matches!(found.key, KeyAnswer::Yes(_)));
    // 28 clear days from 22 June are 23 June to 20 July: 21 July. Then five clear working days,
    // 22, 23, 26, 27 and 28 July: the 29th. Call-in runs for five working days after publication:
    // 30 July, 2 to 5 August; effect on the 6th.
    let days: Vec<_> = steps(&found).into_iter().map(|(kind, _, day)| (kind, day)).collect();
    let expected = [
        (StepKind::Notice, "2021-06-22"),
        (StepKind::Papers, "2021-07-21"),
        (StepKind::Decision, "2021-07-29"),
        (StepKind::CallIn, "2021-07-29"),
        (StepKind::Effect, "2021-08-06"),
    ];
    assert_eq!(days, expected.map(|(kind, day)| (kind, day.to_owned())));
    // Below the threshold it may yet be key for its effect on wards, of which nothing is said.
    let mut below = matter(MatterKind::Contract, Some("£349,000"));
    let answer = |matter: &Matter| route(&programme, matter).key;
    assert_eq!(answer(&below), KeyAnswer::Unknown("which wards it affects".into()));
    below.wards = vec!["Town".into()];
    assert!(matches!(answer(&below), KeyAnswer::No(_)));
    let mut unknown = matter(MatterKind::Contract, Some("£400,000"));
    unknown.wards = vec!["Town".into()];
    let unknown = route(&council(""), &unknown);
    assert_eq!(unknown.key, KeyAnswer::Unknown("from which amount a decision is key".into()));
}

#[test]
fn wards_make_it_key_only_where_the_effect_is_judged_significant() {
    let mut many = matter(MatterKind::Policy, None);
    many.wards = vec!["All".into()];
    let answer = |many: &Matter| route(&council(""), many).key;
    assert!(matches!(answer(&many), KeyAnswer::Unknown(what) if what.contains("significant")));
    many.significant_in_wards = Some(true);
    assert!(matches!(answer(&many), KeyAnswer::Yes(_)));
}

#[test]
fn a_trigger_without_a_figure_says_what_is_missing() {
    let rights = r#", "decision_rights": [{"title": "Significant spend", "holders": "Cabinet",
   "act": "approve", "triggers": "significant_spend"},
  {"title": "Technical designs", "holders": "Technical Design Authority", "act": "agree",
   "triggers": "any"}]"#;
    let programme = council(rights);
    let found = route(&programme, &matter(MatterKind::Contract, Some("£400,000")));
    // The executive decides anyhow; whether this right sends it there cannot be told.
    assert!(found.missing.contains(
        &"from which amount spend is significant ('Significant spend' hangs on it)".to_owned()
    ));
    assert_eq!(found.steps[0].kind, StepKind::Advice);
    assert_eq!(found.steps[0].by.name, "Technical Design Authority");
}

#[test]
fn other_councils_other_routes() {
    let committees = read(
        r#"{"format": "programme/1", "programme": {"name": "Example", "council": "ORG1"},
 "organisations": [{"reference": "ORG1", "name": "Example Council", "kind": "council",
   "governance": "committee_system"}],
 "bodies": [{"reference": "BODY1", "name": "Policy Committee", "kind": "committee"}]}"#,
    );
    let found = route(&committees, &matter(MatterKind::Policy, None));
    assert_eq!(found.decides.map(|maker| maker.kind), Some(MakerKind::Committee));
    assert!(!found.steps.iter().any(|step| step.kind == StepKind::CallIn));
    let budget = route(&committees, &matter(MatterKind::Budget, None));
    assert_eq!(budget.decides.map(|maker| maker.name), Some("full Council".into()));
    assert!(!budget.steps.iter().any(|step| step.kind == StepKind::Recommendation));
}

#[test]
fn a_cabinet_that_ended_or_is_only_proposed_is_no_executive() {
    let missing = |state: &str| {
        let programme = read(&document(&format!(
            r#""bodies": [{{"reference": "BODY1", "name": "Cabinet", "kind": "executive"{state}}}]"#
        )));
        let found = route(&programme, &matter(MatterKind::Policy, None));
        let model = found.missing.contains(&"by which model the council is governed".to_owned());
        (decides(&found).map(str::to_owned), model)
    };
    assert_eq!(missing(""), (Some("Cabinet".into()), false));
    for state in ["ended", "proposed"] {
        let expected = (Some("the executive".into()), true);
        assert_eq!(missing(&format!(r#", "state": "{state}""#)), expected, "{state}");
    }
}

#[test]
fn of_a_matter_of_no_kind_nobody_is_said_to_decide() {
    let found = route(&council(""), &Matter::new("Something"));
    assert_eq!((found.decides, found.steps.len()), (None, 0));
    assert!(found.missing.contains(&"what kind of matter it is".to_owned()));
}

#[test]
fn another_law_is_not_made_up() {
    let wales = read(
        r#"{"format": "programme/1", "programme": {"name": "Example", "council": "ORG1"},
 "organisations": [{"reference": "ORG1", "name": "Example Council", "kind": "council",
   "jurisdiction": "wales"}],
 "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}]}"#,
    );
    let found = route(&wales, &matter(MatterKind::SupplementaryEstimate, Some("£665k")));
    assert_eq!((found.decides, found.steps.len()), (None, 0));
    assert!(found.missing.iter().any(|missing| missing.contains("only England's is known")));
}

#[test]
fn a_board_has_no_limit_of_the_councils() {
    let programme = council(
        r#", "local_rules": [{"title": "Supplementary estimates",
   "parameter": "supplementary_limit", "amount": "£50,000"}]"#,
    );
    let mut small = matter(MatterKind::SupplementaryEstimate, Some("£40,000"));
    small.put_to = programme.bodies().into_iter().next_back().map(|body| body.key.id);
    assert_eq!(
        decides(&route(&programme, &small)),
        Some("Cabinet"),
        "and not the design authority"
    );
}

#[test]
fn a_delegation_goes_up_to_its_limit_and_no_further() {
    let programme = council(
        r#", "decision_rights": [{"reference": "DR1", "title": "Contracts up to £100,000",
   "holders": "Director of Place", "act": "approve", "triggers": "any", "limit": "£100,000",
   "delegated_from": "Cabinet", "function": "executive"}],
 "local_rules": [{"title": "Key decisions", "parameter": "key_decision_threshold",
   "amount": "£80,000"}]"#,
    );
    let of = |amount: &str| route(&programme, &matter(MatterKind::Contract, Some(amount)));
    let within = of("£100,000");
    assert_eq!(decides(&within), Some("Director of Place"));
    // An officer who decides for the executive may take key decisions, and they can be called in.
    assert!(matches!(within.key, KeyAnswer::Yes(_)));
    assert!(within.steps.iter().any(|step| step.kind == StepKind::CallIn));
    assert_eq!(decides(&of("£100,001")), Some("Cabinet"));
    let about = of("c£100k");
    assert_eq!(decides(&about), Some("Cabinet"));
    assert!(about.missing.iter().any(|missing| missing.contains("within £100,000")));
}

#[test]
fn the_next_meeting_that_is_known_is_taken() {
    let programme = council(
        r#", "events": [{"name": "Council", "body": "Council", "date": "7 July 2021"},
   {"name": "Council", "body": "Council", "date": "14 July 2021"},
   {"name": "Cabinet", "body": "Cabinet", "date": "2 July 2021"}]"#,
    );
    let found = route(&programme, &matter(MatterKind::SupplementaryEstimate, Some("£665k")));
    let days: Vec<_> = found
        .steps
        .iter()
        .filter(|step| step.kind.act().is_some())
        .map(|step| (step.dated, step.earliest))
        .collect();
    // 7 July has only two clear working days after 2 July, the 5th and the 6th.
    assert_eq!(days, [(true, Ok(day("2021-07-02"))), (true, Ok(day("2021-07-14")))]);
}

#[test]
fn a_meeting_that_is_cancelled_is_not_waited_for() {
    let programme = council(
        r#", "events": [{"name": "Cabinet", "body": "Cabinet", "date": "30 June 2021",
     "status": {"as_at": "21 June 2021", "state": "cancelled"}},
   {"name": "Cabinet", "body": "Cabinet", "date": "14 July 2021"}]"#,
    );
    let found = route(&programme, &matter(MatterKind::Policy, None));
    let last = found.steps.iter().find(|step| step.kind == StepKind::Decision).unwrap();
    assert_eq!((last.dated, last.earliest), (true, Ok(day("2021-07-14"))));
}

#[test]
fn who_meets_without_notice_meets_on_the_day_that_is_given() {
    let programme = council(
        r#", "decision_rights": [{"title": "Designs", "holders": "Technical Design Authority",
   "act": "approve", "triggers": "any", "function": "council"}],
 "events": [{"name": "Designs", "body": "Technical Design Authority", "date": "14 July 2021"}]"#,
    );
    let found = route(&programme, &matter(MatterKind::Policy, None));
    let days: Vec<_> =
        found.steps.iter().map(|step| (step.kind, step.dated, step.earliest)).collect();
    let then = Ok(day("2021-07-14"));
    assert_eq!(days, [(StepKind::Decision, true, then), (StepKind::Effect, false, then)]);
}

#[test]
fn rights_and_rules_that_only_may_hold_are_not_taken_for_sure() {
    // The right begins in June, and so may not have begun on the 22nd.
    let right = |since: &str, triggers: &str| {
        let programme = council(&format!(
            r#", "decision_rights": [{{"title": "Contracts", "holders": "Director of Place",
   "act": "approve", "triggers": "{triggers}", "since": "{since}"}}]"#
        ));
        route(&programme, &matter(MatterKind::Contract, Some("£1")))
    };
    let told = "whether 'Contracts' holds on this day".to_owned();
    let of = |found: Route| (decides(&found).map(str::to_owned), found.missing.contains(&told));
    assert_eq!(of(right("22 June 2021", "any")), (Some("Director of Place".into()), false));
    assert_eq!(of(right("June 2021", "any")), (Some("Cabinet".into()), true));
    assert_eq!(of(right("23 June 2021", "any")), (Some("Cabinet".into()), false));
    // Nothing hangs on one that has nothing to do with it.
    assert_eq!(of(right("June 2021", "policy")), (Some("Cabinet".into()), false));
    let told = "whether 'Call-in' holds on this day".to_owned();
    for (since, unsure) in [("21 June 2021", false), ("June 2021", true)] {
        let programme = council(&format!(
            r#", "local_rules": [{{"title": "Call-in", "parameter": "call_in_period", "days": 3,
   "since": "{since}"}}]"#
        ));
        let found = route(&programme, &matter(MatterKind::Policy, None));
        assert_eq!(found.missing.contains(&told), unsure, "{since}");
    }
}

#[test]
fn staff_are_the_councils_and_not_its_executives() {
    let found = route(&council(""), &matter(MatterKind::Staffing, Some("£1m")));
    assert_eq!(decides(&found), Some("the head of paid service"));
    assert!(matches!(found.key, KeyAnswer::No(why) if why.contains("for the council")));
    assert!(!found.steps.iter().any(|step| step.kind == StepKind::CallIn));
}

#[test]
fn only_what_can_be_called_in_waits_for_that() {
    let effect = |kind| {
        let found = route(&council(""), &matter(kind, None));
        found.steps.into_iter().next_back().map(|step| step.what)
    };
    assert_eq!(effect(MatterKind::Budget).as_deref(), Some("it may be put into effect"));
    assert_eq!(
        effect(MatterKind::Policy).as_deref(),
        Some("it may be put into effect, unless it was called in or sent back")
    );
}

#[test]
fn why_a_step_has_no_day_is_on_the_page() {
    let calendar = WorkingCalendar::england_and_wales();
    let budget = matter(MatterKind::Budget, None);
    let from = |from| report::decision_route(&council(""), &budget, day(from), &calendar);
    let page = from("2028-12-29");
    let why = page.routes[0].steps[1].no_day.clone().unwrap();
    // The papers open on the 29th; five clear working days after it lie in 2029.
    let told = format!("The day of steps 2, 3, 4, 5: {why}.");
    let text = report::to_markdown(&page);
    assert!(text.contains(&told), "{text}");
    assert!(!report::to_markdown(&from(FROM)).contains("The day of step"));
}

#[test]
fn notice_that_was_given_counts() {
    let programme = council(
        r#", "reports": [{"reference": "REP1", "title": "Contract", "body": "Cabinet",
   "date": "30 June 2021", "key_decision": {"key": true, "notice": "1 June 2021"},
   "requests": [{"label": "1", "title": "Award it", "act": "resolve", "matter": "contract"}]}]"#,
    );
    let report = programme.reports().into_iter().next().unwrap();
    let found = route(&programme, &Matter::of(report, &report.requests[0]));
    // 28 clear days after 1 June are 2 to 29 June.
    assert_eq!(found.steps[0].earliest, Ok(day("2021-06-01")));
    let last = found.steps.iter().find(|step| step.kind == StepKind::Decision).unwrap();
    assert_eq!((last.dated, last.earliest), (true, Ok(day("2021-06-30"))));
    assert!(!found.missing.iter().any(|missing| missing.contains("meeting of")));
}

#[test]
fn a_meeting_too_early_for_its_notice_is_told() {
    let programme = council(
        r#", "local_rules": [{"title": "Key decisions",
   "parameter": "key_decision_threshold", "amount": "£350,000"}],
 "reports": [{"reference": "REP1", "title": "Contract", "body": "Cabinet", "date": "30 June 2021",
   "requests": [{"label": "1", "title": "Award it", "act": "resolve", "matter": "contract",
   "amount": "£400,000"}]}]"#,
    );
    let report = programme.reports().into_iter().next().unwrap();
    let found = route(&programme, &Matter::of(report, &report.requests[0]));
    // Notice on 22 June has 28 clear days before 21 July.
    assert!(found.missing.iter().any(|missing| missing.contains("21 July 2021")));
}

#[test]
fn past_the_calendar_no_day_is_guessed() {
    let calendar = WorkingCalendar::england_and_wales();
    let late = day("2028-12-29");
    let budget = matter(MatterKind::Budget, None);
    let found = governance::route(&council(""), &budget, late, &calendar);
    let last = found.steps.last().unwrap();
    assert_eq!(last.kind, StepKind::Effect);
    assert!(last.earliest.is_err(), "2029 is not covered");
}

#[test]
fn the_day_of_the_meeting_that_a_paper_gives_is_taken() {
    let programme = council(
        r#", "reports": [{"reference": "REP1", "title": "Business case", "body": "Cabinet",
   "date": "22 June 2021", "requests": [{"label": "2", "title": "Fund Phase 2", "act": "recommend",
   "onward": "Council", "matter": "supplementary_estimate", "amount": "£665k"}]}]"#,
    );
    let report = programme.reports().into_iter().next().unwrap();
    let found = route(&programme, &Matter::of(report, &report.requests[0]));
    let step = found.steps.iter().find(|s| s.kind == StepKind::Recommendation).unwrap();
    assert_eq!((step.dated, step.earliest), (true, Ok(day("2021-06-22"))));
    // Its papers have had to be open since 14 June: 15 to 18 and 21 June are clear.
    assert_eq!(found.steps[0].earliest, Ok(day("2021-06-14")));
    // Council: 23 to 25, 28 and 29 June are clear.
    let last = found.steps.iter().find(|s| s.kind == StepKind::Decision).unwrap();
    assert_eq!((last.dated, last.earliest), (false, Ok(day("2021-06-30"))));
}

/// What a decision authorises on a day, in words; decisions and bodies by their references.
fn authorised(programme: &Programme, reference: &str, on: &str) -> String {
    let row = programme.decisions().by_reference(reference.parse().unwrap()).unwrap();
    let calendar = WorkingCalendar::england_and_wales();
    let name = |row: Subject| programme.reference(row).unwrap().to_string();
    match governance::authority(programme, row.key.id, day(on), &calendar) {
        Authority::Given(by) => format!("given by {}", name(by.into())),
        Authority::Waits(Some(until)) => format!("waits until {until}"),
        Authority::Waits(None) => "waits for scrutiny".into(),
        Authority::Open(Some(body)) => format!("open to {}", name(body.into())),
        Authority::Open(None) => "open".into(),
        Authority::None => "none".into(),
        Authority::Unknown => "unknown".into(),
    }
}

fn authorities(decisions: &str, expected: &[(&str, &str, &str)]) {
    let programme = council(&format!(r#", "decisions": [{decisions}]"#));
    for (reference, on, what) in expected {
        assert_eq!(authorised(&programme, reference, on), *what, "{reference} on {on}");
    }
}

#[test]
fn a_recommendation_authorises_nothing_until_the_last_body_has_acted() {
    authorities(
        r#"{"reference": "DEC1", "title": "Fund Phase 2", "body": "Cabinet", "act": "recommend",
   "onward": "Council", "date": "22 June 2021"},
  {"reference": "DEC2", "title": "Fund Phase 2", "body": "Council", "act": "resolve",
   "follows": "DEC1", "date": "July 2021"},
  {"reference": "DEC3", "title": "Note it", "body": "Cabinet", "act": "note", "date": "22 June 2021"},
  {"reference": "DEC4", "title": "Round", "act": "refer", "follows": "DEC5", "date": "May 2021"},
  {"reference": "DEC5", "title": "And round", "act": "refer", "follows": "DEC4", "date": "May 2021"},
  {"reference": "DEC6", "title": "Undated", "act": "resolve"},
  {"reference": "DEC7", "title": "To come", "act": "resolve", "state": "pending", "body": "Council"},
  {"reference": "DEC8", "title": "Dropped", "act": "resolve", "state": "withdrawn", "body": "Council"},
  {"reference": "DEC9", "title": "Said to be made", "act": "delegate", "state": "made"}"#,
        &[
            // Cabinet has not met.
            ("DEC1", "2021-06-21", "open to BODY1"),
            ("DEC1", "2021-06-30", "open to BODY2"),
            // Some day in July.
            ("DEC1", "2021-07-15", "unknown"),
            ("DEC1", "2021-07-31", "given by DEC2"),
            ("DEC3", "2021-07-31", "none"),
            ("DEC4", "2021-07-31", "open"),
            ("DEC6", "2021-07-31", "unknown"),
            ("DEC7", "2021-07-31", "open to BODY2"),
            ("DEC8", "2021-07-31", "none"),
            ("DEC9", "2021-07-31", "given by DEC9"),
        ],
    );
}

#[test]
fn of_several_that_follow_the_strongest_authorises() {
    let first = r#"{"reference": "DEC1", "title": "Fund it", "body": "Cabinet", "act": "recommend",
        "onward": "Council", "date": "22 June 2021"}"#;
    let then = |at: usize, fields: &str| {
        format!(r#", {{"reference": "DEC{at}", "title": "Then", "follows": "DEC1", {fields}}}"#)
    };
    let on = |rows: &[&str], what: &str| {
        let rows: Vec<_> = rows.iter().enumerate().map(|(at, row)| then(at + 2, row)).collect();
        let rows = format!("{first}{}", rows.concat());
        authorities(&rows, &[("DEC1", "2021-07-31", what)]);
    };
    let agreed = r#""body": "Council", "act": "resolve", "date": "14 July 2021""#;
    let deferred = r#""body": "Council", "act": "defer", "date": "1 July 2021""#;
    on(&[deferred], "none");
    on(&[deferred, agreed], "given by DEC3");
    on(&[agreed, deferred], "given by DEC2");
    // Who else decides, body or officer, was not asked; of an act without a body it is not known.
    on(&[r#""body": "BODY3", "act": "resolve", "date": "14 July 2021""#], "open to BODY2");
    on(&[r#""by": "POST1", "act": "delegate", "date": "14 July 2021""#], "open to BODY2");
    on(&[r#""act": "resolve", "date": "14 July 2021""#], "unknown");
    // What Council did is not said, or whether it did; a sure act beside it settles that.
    on(&[r#""body": "Council", "date": "14 July 2021""#], "unknown");
    on(&[r#""body": "Council", "act": "resolve""#], "unknown");
    on(&[r#""body": "Council", "act": "resolve""#, agreed], "given by DEC3");
    on(&[r#""body": "Council", "act": "resolve", "state": "withdrawn""#], "open to BODY2");
    // Sent back, and not yet decided; or perhaps sent back, so that it is open to either.
    let back = r#""body": "Council", "act": "refer", "onward": "Cabinet", "date": "14 July 2021""#;
    on(&[back], "open to BODY1");
    on(&[&back.replace("14 July", "July"), deferred], "open to BODY1");
    on(&[&back.replace("14 July 2021", "2021")], "open to BODY2");
}

#[test]
fn what_can_be_called_in_waits() {
    let on = |fields: &str, expected: &[(&str, &str)]| {
        let row = format!(
            r#"{{"reference": "DEC1", "title": "Order it", "body": "Cabinet", "act": "resolve",
            "date": "22 June 2021", "call_in": {{{fields}}}}}"#
        );
        let expected: Vec<_> = expected.iter().map(|(on, what)| ("DEC1", *on, *what)).collect();
        authorities(&row, &expected);
    };
    let (given, waits) = ("given by DEC1", "waits until 2021-07-02");
    // Five working days from Friday 25 June 2021: the last is Friday 2 July.
    let published = r#""applies": true, "published": "25 June 2021""#;
    on(published, &[("2021-06-24", waits), ("2021-07-02", waits), ("2021-07-03", given)]);
    on(&published.replace("25 June", "June"), &[("2021-06-30", "unknown")]);
    // As stated, whatever the period.
    let stated = format!(r#"{published}, "until": "30 June 2021""#);
    on(&stated, &[("2021-06-30", "waits until 2021-06-30"), ("2021-07-01", given)]);
    // Called in on 1 July and cleared on 20 July; or not cleared; or on a day that is not known.
    let called = format!(r#"{published}, "called_in": "1 July 2021""#);
    on(&called, &[("2021-06-30", waits), ("2021-07-01", "waits for scrutiny")]);
    on(&called, &[("2021-08-31", "waits for scrutiny")]);
    let cleared = format!(r#"{called}, "cleared": "20 July 2021""#);
    on(&cleared, &[("2021-07-19", "waits for scrutiny"), ("2021-07-20", given)]);
    let vague = called.replace("1 July 2021", "by five members");
    on(&vague, &[("2021-07-02", "waits for scrutiny"), ("2021-07-03", "unknown")]);
    // A waiver names who and why.
    let waived = format!(r#"{published}, "waived_by": "Chair of scrutiny""#);
    on(&waived, &[("2021-07-02", waits)]);
    on(&format!(r#"{waived}, "waiver_reason": "Urgent""#), &[("2021-07-02", given)]);
    // Excepted; nothing said of it; not known when it was published; past the calendar.
    on(r#""applies": false, "published": "25 June 2021""#, &[("2021-06-25", given)]);
    on("", &[("2021-06-25", given)]);
    on(r#""applies": true"#, &[("2021-06-25", "unknown")]);
    on(r#""published": "20 December 2029""#, &[("2030-01-01", "unknown")]);
}

#[test]
fn what_waits_stands_between_given_and_open() {
    let rows = |second: &str| {
        format!(
            r#"{{"reference": "DEC1", "title": "Order it", "act": "refer", "onward": "Cabinet", "date": "1 June 2021"}},
  {{"reference": "DEC2", "title": "Yes", "body": "Cabinet", "act": "refer", "follows": "DEC1", "date": "2 June 2021"}},
  {{"reference": "DEC3", "title": "Yes", "body": "Cabinet", "act": "resolve", "follows": "DEC1",
   "date": "22 June 2021", "call_in": {{"applies": true, "until": "2 July 2021"}}}}{second}"#
        )
    };
    authorities(&rows(""), &[("DEC1", "2021-06-30", "waits until 2021-07-02")]);
    let more = r#", {"reference": "DEC4", "title": "Yes", "body": "Cabinet", "act": "resolve",
        "follows": "DEC2", "date": "23 June 2021"}"#;
    authorities(&rows(more), &[("DEC1", "2021-06-30", "given by DEC4")]);
    // Only what the executive decides can be called in.
    let council = rows("").replace("Cabinet", "Council");
    authorities(&council, &[("DEC1", "2021-06-30", "given by DEC3")]);
}
