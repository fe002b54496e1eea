//! Dacorum, 2021: the figures and findings that the paper gives by hand.

use programme::{
    finding::Severity,
    model::Tense,
    rollup::{self, Grouping, Policy, Ratio},
    rules::{self, Settings},
};

use super::paper;
use crate::day;

const PAPER: &str = "dacorum-2021";
const ON: &str = "2021-06-22";

#[test]
fn the_paper_is_held_whole() {
    let programme = paper(PAPER);
    let whole = programme.workstreams().into_iter().filter(|row| row.parent.is_none());
    let rows = [
        ("work-streams", whole.count(), 7),
        ("phases", programme.phases().len(), 3),
        ("appendices", programme.documents().len() - 2, 2),
        ("requests", programme.reports().iter().map(|row| row.requests.len()).sum(), 5),
        // Leadership Review, Communications, People and OD.
        ("with their sub-streams", programme.workstreams().len(), 10),
        ("drivers", programme.drivers().len(), 10),
    ];
    for (what, found, expected) in rows {
        assert_eq!(found, expected, "{what}");
    }
    let done = programme.achievements().into_iter();
    assert!(done.into_iter().all(|row| row.wording == Some(Tense::Done)));
}

#[test]
fn progress_is_what_the_paper_says_and_no_more() {
    let programme = paper(PAPER);
    let on = day(ON);
    let total = rollup::progress(&programme, &Policy::pooled(), on);
    // Twenty-two actions, one of which may be needed or not; coaching of two groups and service
    // planning are under way, and of all others nothing is said.
    let counts = [
        ("counted", total.counted(), 21),
        ("complete", total.complete(), 0),
        ("unknown", total.unknown(), 18),
        ("overdue", total.overdue(), 0),
        ("continuing", total.continuing(), 0),
    ];
    for (what, found, expected) in counts {
        assert_eq!(found, expected, "{what}");
    }
    let known = *rollup::assess(&programme, &Policy::pooled(), on).known().unwrap();
    assert_eq!(known.confirmed, Ratio::ZERO);
    assert_eq!(known.coverage, Ratio::new(3, 21).unwrap());
    // All work of Operational Efficiency stands in its sub-streams: 3, 1 and 1.
    let by = rollup::breakdown(&programme, Grouping::Workstream, &Policy::pooled(), on);
    let first = programme.workstreams().by_reference("W1".parse().unwrap()).unwrap().key.id.into();
    assert_eq!(by.group(&first).unwrap().counted(), 0);
    assert_eq!(by.with_sub_streams(&programme).group(&first).unwrap().counted(), 5);
}

#[test]
fn findings_are_those_of_the_paper() {
    let run = rules::lint(&paper(PAPER), &Settings::as_at(day(ON)));
    let warning = Severity::Warning;
    let expected = [
        // "From April 2020", where Phase 1 began in December 2020.
        ("PHA-003", Severity::Error, 1),
        // The housing review: listed under Phase 1, commissioned at the beginning of Phase 2.
        ("PHA-004", warning, 1),
        // No work-stream has a lead.
        ("WKS-001", warning, 7),
        // "Leadership", "IT and Data", "Great Places to Work and New Ways of Working", "Corporate
        // Governance Refresh".
        ("WKS-003", warning, 4),
        // The review of all KPIs, under the heading of the programme office.
        ("WKS-004", warning, 1),
        // Tier 3, then Tier 4, then the leadership programme, all in Phase 3.
        ("DEP-003", Severity::Info, 1),
        // Neither appendix is in the text.
        ("DOC-003", warning, 2),
        // All but the three that name the Senior Leadership Team, the HR team, the PMO lead.
        ("ACT-001", warning, 19),
        // What is in no phase and has no date: coaching, team leaders, embedding, KPIs, and two of
        // the Boards.
        ("ACT-002", warning, 6),
    ];
    for (code, severity, count) in expected {
        let found = run.findings.iter().filter(|finding| finding.code().to_string() == code);
        let found: Vec<_> = found.map(|finding| finding.severity).collect();
        assert_eq!(found, vec![severity; count], "{code}");
    }
    // And no others: each work-stream has an outcome, phases abut, seven are stated and seven held.
    let all: usize = expected.iter().map(|(_, _, count)| count).sum();
    assert_eq!(run.findings.len(), all, "{}", run.findings);
}
