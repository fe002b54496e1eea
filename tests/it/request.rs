//! Dacorum's request for money, checked by hand.

use programme::{
    document::Document,
    finance::Reading,
    report::{self, FundingRequest},
    values::WorkingCalendar,
};

use crate::day;

fn dacorum(reading: Reading) -> FundingRequest {
    let text = include_str!("../fixtures/dacorum-2021/programme.json");
    let (programme, _) = Document::from_json(text).unwrap().check().lenient();
    let need = programme.funding_requirements().by_reference("FR1".parse().unwrap()).unwrap();
    let calendar = WorkingCalendar::england_and_wales();
    report::funding_request(&programme, need, day("2021-06-22"), &calendar, reading)
}

fn sums(request: &FundingRequest) -> Vec<(String, &str, &str)> {
    let combinations = request.sums.iter().flat_map(|sum| &sum.combinations);
    let mut sums: Vec<_> =
        combinations.map(|one| (one.parts.join(" + "), one.sum.as_str(), one.fit)).collect();
    sums.sort_unstable();
    sums
}

#[test]
fn the_parts_are_added_in_all_four_ways() {
    let four = |touching| {
        vec![
            ("£361k + £304k".to_owned(), "£665,000", "exact"),
            ("£361k + £305k".to_owned(), "£666,000", touching),
            ("£365k + £304k".to_owned(), "£669,000", "apart"),
            ("£365k + £305k".to_owned(), "£670,000", "apart"),
        ]
    };
    assert_eq!(sums(&dacorum(Reading::RoundingAware)), four("rounding"));
    assert_eq!(sums(&dacorum(Reading::AsPrinted)), four("apart"));
}

#[test]
fn what_is_quoted_twice_is_compared() {
    let request = dacorum(Reading::RoundingAware);
    let pairs = request.quotations.iter().flat_map(|line| &line.pairs);
    let pairs: Vec<_> =
        pairs.map(|pair| (pair.first.as_str(), pair.second.as_str(), pair.fit)).collect();
    assert_eq!(pairs, [("£361k", "£365k", Some("apart")), ("£305k", "£304k", Some("touch"))]);
    let fails = request.figures.iter().filter(|figure| figure.verdict == "fails");
    let fails: Vec<_> = fails.map(|figure| figure.claim.reference.as_str()).collect();
    assert_eq!(fails, ["CL5", "CL6", "CL8", "CL10", "CL11", "CL14", "CL15"]);
}

#[test]
fn council_releases_both_sources_and_has_not_yet() {
    let request = dacorum(Reading::RoundingAware);
    let sources: Vec<_> = request
        .sources
        .iter()
        .map(|line| (line.fund, line.amount.as_deref(), line.request.as_deref()))
        .collect();
    assert_eq!(
        sources,
        [
            (Some("general_fund"), Some("£361k"), Some("2(a)")),
            (Some("hra"), Some("£305k"), Some("2(b)")),
        ]
    );
    for line in &request.sources {
        assert_eq!(line.release.said, "Council, not yet");
        assert_eq!(line.release.authorised, "none_held");
    }
    assert_eq!(request.asked.phases.as_deref(), Some("Phase 2 and beyond"));
    assert_eq!((request.asked.recurrence, request.asked.contingency), (None, None));
}

#[test]
fn the_reserve_held_what_is_left_and_what_is_drawn() {
    // 335,000 to 345,000 are left of it, and 360,500 to 361,500 are taken.
    let request = dacorum(Reading::RoundingAware);
    let reserve = request.reserves.first().unwrap();
    assert_eq!(reserve.holds, None, "no opening balance is held");
    let balance = reserve.stated.first().unwrap();
    assert_eq!(balance.amount.as_deref(), Some("c340k"));
    assert_eq!(balance.before.as_ref().unwrap().to_string(), "£695,500 to £706,500");
}

#[test]
fn a_phase_without_a_figure_has_none() {
    let request = dacorum(Reading::RoundingAware);
    let costs: Vec<_> =
        request.phases.iter().map(|line| (line.name.as_str(), line.costs.len())).collect();
    assert_eq!(costs, [("Phase 2 and beyond", 1), ("Phase 1", 0), ("Phase 2", 0), ("Phase 3", 0)]);
    let text = report::to_text(&request);
    assert!(text.contains("* Phase 1: not said."), "{text}");
}

#[test]
fn what_the_rules_of_money_find_stands_with_it() {
    let request = dacorum(Reading::RoundingAware);
    let codes: Vec<_> = request.findings.iter().map(|found| found.code.as_str()).collect();
    for code in ["FIN-007", "FIN-008", "BUD-009", "BUD-010", "RES-001", "RES-004", "BEN-007"] {
        assert!(codes.contains(&code), "{code} in {codes:?}");
    }
    assert!(codes.iter().all(|code| !code.starts_with("ACT")));
}
