//! Dacorum's request for money, checked by hand.

use std::collections::BTreeSet;

use programme::{
    document::Document,
    finance::Reading,
    report::{self, FundingRequest},
    values::WorkingCalendar,
};

use crate::{day, document, read};

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
    // CL18 is 94% of figures that give 91.8%, CL19 a rate per 1,000 beside one per 100,000.
    let all = ["CL5", "CL6", "CL8", "CL10", "CL11", "CL14", "CL15", "CL18", "CL19"];
    assert_eq!(fails, all);
}

#[test]
fn a_figure_that_a_rule_finds_wrong_does_not_hold() {
    let of = |claims: &str| {
        let text = document(&format!(
            r#""funding_requirements": [{{"reference": "FR1", "title": "Phase 2", "amount": "£665k"}}],
            "claims": [{claims}]"#
        ));
        let programme = read(&text);
        let need = programme.funding_requirements().into_iter().next().unwrap();
        let calendar = WorkingCalendar::england_and_wales();
        let (on, reading) = (day("2021-06-22"), Reading::RoundingAware);
        let request = report::funding_request(&programme, need, on, &calendar, reading);
        let verdicts = request.figures.iter().map(|line| line.verdict);
        let found =
            request.findings.iter().map(|found| format!("{} {}", found.severity, found.code));
        let of_figures =
            found.filter(|found| found.ends_with("FIN-009") || found.ends_with("FIN-010"));
        (verdicts.collect::<Vec<_>>(), of_figures.collect::<Vec<_>>())
    };
    let share = |part: &str, whole: &str, stated: &str| {
        of(&format!(
            r#"{{"reference": "CL1", "title": "Replies", "stated": "{part}", "sources": "3.2"}},
            {{"reference": "CL2", "title": "Staff", "stated": "{whole}", "sources": "3.2"}},
            {{"reference": "CL3", "title": "Returns", "stated": "{stated}", "sources": "3.2", "share": "CL1", "share_of": "CL2"}}"#
        ))
    };
    // 390 of 425 are 91.8 %.
    let alone = |verdict| vec!["alone", "alone", verdict];
    assert_eq!(share("390", "425", "94%"), (alone("fails"), vec!["error FIN-009".into()]));
    let hedged = share("over 390", "approximately 425", "94%");
    assert_eq!(hedged, (alone("fails"), vec!["warning FIN-009".into()]));
    assert_eq!(share("390", "425", "92%"), (alone("holds"), vec![]));
    assert_eq!(share("several", "425", "92%"), (alone("unclear"), vec!["info FIN-009".into()]));

    let rates = |first: &str, with: &str| {
        of(&format!(
            r#"{{"reference": "CL1", "title": "Here", "stated": {first}, "sources": "3.2", "compared_with": "CL2"}},
            {{"reference": "CL2", "title": "In England", "stated": {with}, "sources": "3.2"}}"#
        ))
    };
    let wrong = vec!["error FIN-010".to_owned()];
    let crossed = rates(r#""124", "per": 1000"#, r#""111", "per": 100000"#);
    assert_eq!(crossed, (vec!["fails", "unclear"], wrong.clone()), "12,400 and 111");
    let near = rates(r#""124", "per": 1000"#, r#""11,100", "per": 100000"#);
    assert_eq!(near, (vec!["fails", "holds"], wrong), "12,400 and 11,100, on two bases");
    let same = rates(r#""124", "per": 1000"#, r#""111", "per": 1000"#);
    assert_eq!(same, (vec!["holds", "holds"], vec![]));
    // Far apart on one base: one of the two may be a slip, and nothing says which.
    let far = rates(r#""1,240", "per": 1000"#, r#""111", "per": 1000"#);
    assert_eq!(far, (vec!["unclear", "unclear"], vec!["info FIN-010".into()]));
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
    // The finance officer's comment has £365k: 364,500 to 365,500 are taken.
    let [other] = balance.otherwise.as_slice() else { panic!("{:?}", balance.otherwise) };
    assert_eq!(other.moved, "£365k");
    assert_eq!(other.before.as_ref().unwrap().to_string(), "£699,500 to £710,500");
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

/// The codes of what is found, each once, in their order.
fn codes(request: &FundingRequest) -> Vec<&str> {
    let codes: BTreeSet<_> = request.findings.iter().map(|found| found.code.as_str()).collect();
    codes.into_iter().collect()
}

#[test]
fn what_the_rules_of_money_find_stands_with_it() {
    let request = dacorum(Reading::RoundingAware);
    let of_the_request = [
        "BEN-007", // £665k is asked, and no saving has a figure
        "BUD-009", // £305k less for capital
        "BUD-010", // nothing is said of contingency
        "FIN-004", // two funds share it, on no basis that is said
        "FIN-007", // £305k and £361k or £365k are not £665k
        "FIN-008", // £361k or £365k, £304k or £305k
        "PHA-007", // Phase 2 'and beyond' has no end
        "RES-001", // who may release the reserve, and on what conditions, is not said
        "RES-004", // what the reserve began with is not said
        "RES-008", // all is said to come from reserves, and £305k does not
    ];
    let of_the_paper = [
        "BUD-003", // the review of Housing Services has begun, and its money is only asked for
        "BUD-008", // a post that recurs is paid for by reserves, and is not in what is asked
        "FIN-009", // 94% of the figures that stand above it on the page
        "FIN-010", // rates on two bases, which stand there as well
        "PHA-006", // the phase that is to be paid for began in April, and it is June
    ];
    let mut both = [of_the_request.as_slice(), &of_the_paper].concat();
    both.sort_unstable();
    assert_eq!(codes(&request), both);
    // What each finding is about comes first in it: two splits without a basis, of which that of the
    // review is not one of what is asked.
    let rows = |code: &str| {
        let found = request.findings.iter().filter(|found| found.code == code);
        let rows = found.filter_map(|found| Some(found.subjects.first()?.reference.as_str()));
        rows.collect::<BTreeSet<_>>()
    };
    assert_eq!(rows("FIN-004"), BTreeSet::from(["FR1", "SR1"]));
    assert_eq!(rows("BUD-003"), BTreeSet::from(["SR1"]));
    assert_eq!(rows("BUD-008"), BTreeSet::from(["FR2"]));
    assert_eq!(rows("PHA-006"), BTreeSet::from(["PH1", "PH2"]));
}

#[test]
fn what_is_found_in_another_paper_stands_elsewhere() {
    let claims = |paper: &str, first: u32| {
        let at = |place: &str| format!(r#"{{"document": "{paper}", "place": "{place}"}}"#);
        let (total, one, two) = (first, first + 1, first + 2);
        format!(
            r#"{{"reference": "CL{total}", "title": "All", "stated": "£10", "parts": ["CL{one}", "CL{two}"],
                "sources": {}}},
               {{"reference": "CL{one}", "title": "One", "stated": "£3", "sources": {}}},
               {{"reference": "CL{two}", "title": "Two", "stated": "£4", "sources": {}}}"#,
            at("1"),
            at("2"),
            at("3")
        )
    };
    let text = document(&format!(
        r#""documents": [{{"reference": "DOC1", "title": "Business case"}},
             {{"reference": "DOC2", "title": "Outturn"}}],
           "funding_requirements": [{{"reference": "FR1", "title": "Phase 2", "amount": "£665k",
             "sources": {{"document": "DOC1", "place": "5.4"}}}}],
           "claims": [{}, {}]"#,
        claims("DOC1", 1),
        claims("DOC2", 4)
    ));
    let programme = read(&text);
    let need = programme.funding_requirements().into_iter().next().unwrap();
    let calendar = WorkingCalendar::england_and_wales();
    let on = day("2021-06-22");
    let request = report::funding_request(&programme, need, on, &calendar, Reading::RoundingAware);
    let sums = request.findings.iter().filter(|found| found.code == "FIN-007");
    let rows: Vec<_> =
        sums.flat_map(|found| &found.subjects).map(|row| row.reference.as_str()).collect();
    assert_eq!(rows, ["CL1", "CL2", "CL3"], "£3 and £4 are not £10, in the business case");
}

#[test]
fn sources_written_out_to_the_pound_come_to_what_they_say() {
    let come_to = |first: &str, second: &str| {
        let rows = format!(
            r#""funding_requirements": [{{"reference": "FR1", "title": "Phase 2", "amount": "£300k"}}],
            "funding_sources": [
                {{"reference": "FS1", "title": "Reserve", "requirement": "FR1", "amount": "{first}"}},
                {{"reference": "FS2", "title": "Grant", "requirement": "FR1", "amount": "{second}"}}]"#
        );
        let (programme, _) = Document::from_json(&document(&rows)).unwrap().check().lenient();
        let need = programme.funding_requirements().by_reference("FR1".parse().unwrap()).unwrap();
        let calendar = WorkingCalendar::england_and_wales();
        let reading = Reading::RoundingAware;
        let request =
            report::funding_request(&programme, need, day("2021-06-22"), &calendar, reading);
        request.asked.sources_come_to.map(|pounds| pounds.to_string())
    };
    assert_eq!(come_to("£270,000", "£30,000").as_deref(), Some("£300,000"));
    assert_eq!(come_to("£270,000.50", "£30,000").as_deref(), Some("£300,000.50"), "to the penny");
    // £30k is 29,500 to 30,500, and £0.3m is 250,000 to 350,000.
    assert_eq!(come_to("£270,000", "£30k").as_deref(), Some("£299,500 to £300,500"));
    assert_eq!(come_to("£0.3m", "£30,000").as_deref(), Some("£280,000 to £380,000"));
    assert_eq!(come_to("£270,000", "TBC"), None);
}
