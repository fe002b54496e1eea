//! Dacorum, 2021: the figures and findings that the paper gives by hand.

use programme::{
    finding::{Outcome, Severity},
    model::Tense,
    rollup::{self, Grouping, Policy, Ratio},
    rules::{self, Settings},
};

use super::paper;
use crate::day;

const FOLDER: &str = "dacorum-2021";
const DAY: &str = "2021-06-22";

#[test]
fn the_paper_is_held_whole() {
    let programme = paper(FOLDER);
    let counts = [
        (programme.organisations().len(), 12, "the council, seven partners, KPMG, three agencies"),
        (programme.posts().len(), 8, "five of the cover, three of section 4"),
        (programme.bodies().len(), 14, "from Cabinet to teams"),
        (programme.documents().len(), 4, "the paper, two appendices, KPMG's report"),
        (programme.reports().len(), 1, "the paper"),
        (programme.decisions().len(), 3, "Phase 1, the climate, the approach that is to come"),
        (programme.reviews().len(), 0, "none by peers"),
        (programme.recommendations().len(), 0, "none by peers"),
        (programme.plans().len(), 0, "both appendices are missing"),
        (programme.actions().len(), 23, "one in two parts, and twenty besides"),
        (programme.workstreams().len(), 10, "seven, and three strands of the first"),
        (programme.phases().len(), 3, "three"),
        (programme.milestones().len(), 0, "none"),
        (programme.deliverables().len(), 27, "25, the MTFS and the HRA Business Plan"),
        (programme.measures().len(), 2, "furlough and footfall"),
        (programme.intents().len(), 14, "one a paragraph"),
        (programme.drivers().len(), 10, "seven of section 1, three of housing"),
        (programme.priorities().len(), 2, "the one, and the others"),
        (programme.projects().len(), 2, "pathfinder and tactical"),
        (programme.service_reviews().len(), 6, "two of housing, the programme, three to come"),
        (programme.capabilities().len(), 3, "governance, performance, the PMO"),
        (programme.events().len(), 3, "meetings, and workshops of two kinds"),
        (programme.achievements().len(), 20, "19 of section 3.2, one of 1.11"),
        (programme.dependencies().len(), 13, "each named by the paper"),
        (programme.mentions().len(), 6, "four of workstreams, two of strands"),
        (programme.claims().len(), 4, "7, up to 6, 25, three"),
    ];
    for (found, expected, what) in counts {
        assert_eq!(found, expected, "{what}");
    }
    let asked = programme.reports().into_iter().map(|row| row.requests.len());
    assert_eq!(asked.collect::<Vec<_>>(), [7], "three to note, 2 and its two parts, and 5.4");
    let worded = |wording| {
        programme.achievements().into_iter().filter(|row| row.wording == Some(wording)).count()
    };
    assert_eq!((worded(Tense::Done), worded(Tense::UnderWay)), (16, 4));
    // Eight were commissioned, by the paper's word; with the ninth the council has "been working".
    let commissioned = programme.achievements().into_iter();
    let commissioned = commissioned.filter(|row| row.kind.as_deref() == Some("appointment"));
    assert_eq!(commissioned.count(), 8);
}

#[test]
fn workstreams_and_phases_are_those_of_the_paper() {
    let programme = paper(FOLDER);
    let whole = programme.workstreams().into_iter().filter(|row| row.parent.is_none());
    assert_eq!(whole.filter(|row| row.outcome.is_some()).count(), 7, "each has its outcome");
    let first = programme.workstreams().by_reference("W1".parse().unwrap()).unwrap().key.id;
    let strands = programme.workstreams().into_iter().filter(|row| row.parent == Some(first));
    assert_eq!(strands.count(), 3, "leadership, communications, people");
    let days: Vec<i64> = programme
        .phases()
        .into_iter()
        .map(|row| row.held.as_ref().unwrap().value().unwrap())
        .map(|held| (held.latest() - held.earliest()).num_days() + 1)
        .collect();
    // Both ends counted; Phase 1 from the first of December, for the day is not said.
    assert_eq!(days, [121, 153, 212]);
}

#[test]
fn progress_is_what_the_paper_says_and_no_more() {
    let programme = paper(FOLDER);
    let on = day(DAY);
    let total = rollup::progress(&programme, &Policy::pooled(), on);
    let counts = [
        // The coaching is its two parts; what "may be needed" is no decision.
        ("counted", total.counted(), 21),
        ("complete", total.complete(), 0),
        // Coaching of both kinds and service planning are underway; of the rest nothing is said.
        ("unknown", total.unknown(), 18),
        ("continuing", total.continuing(), 0),
        ("excluded", total.excluded(), 0),
        ("overdue", total.overdue(), 0),
        // The review of the People Strategy, "for 2021".
        ("in window", total.in_window(), 1),
        ("undated", total.undated(), 20),
        ("unpaired", total.unpaired(), 0),
    ];
    for (what, found, expected) in counts {
        assert_eq!(found, expected, "{what}");
    }
    let known = *rollup::assess(&programme, &Policy::pooled(), on).known().unwrap();
    let ratio = |num, den| Ratio::new(num, den).unwrap();
    // Twenty actions weigh alike, and each part of the coaching is half of one.
    assert_eq!((known.confirmed, known.possible), (Ratio::ZERO, ratio(18, 20)));
    assert_eq!(known.coverage, ratio(2, 20));
    // All work of Operational Efficiency stands in its strands: 3, 1 and 1.
    let by = rollup::breakdown(&programme, Grouping::Workstream, &Policy::pooled(), on);
    let first = programme.workstreams().by_reference("W1".parse().unwrap()).unwrap().key.id.into();
    assert_eq!(by.group(&first).unwrap().counted(), 0);
    assert_eq!(by.with_sub_streams(&programme).group(&first).unwrap().counted(), 5);
    // Before the paper nothing had been said, not even that The Forum "may" be laid out anew.
    let before = rollup::progress(&programme, &Policy::pooled(), day("2021-06-21"));
    assert_eq!((before.complete(), before.unknown()), (0, 22));
    // Of 23, the Senior Leadership Team, the HR team and the Corporate PMO Lead have one each.
    assert_eq!(programme.without_lead(on).len(), 20);
}

#[test]
fn findings_are_those_of_the_paper() {
    let programme = paper(FOLDER);
    let run = rules::lint(&programme, &Settings::as_at(day(DAY)));
    let (error, warning, info) = (Severity::Error, Severity::Warning, Severity::Info);
    let expected = [
        // Of 21, in which the parts of the coaching are not told again, three are somebody's.
        ("ACT-001", warning, 18),
        // What stands in a phase has its time; these stand in none, and have no date.
        ("ACT-002", warning, 7),
        // The chain that ends in the leadership programme: Tier 3, then Tier 4, then the tests.
        ("DEP-003", info, 1),
        // Both appendices.
        ("DOC-003", warning, 2),
        // Coaching, the IT strategy, service planning, the Boards' meetings.
        ("DOC-009", info, 4),
        // "From April 2020"; Phase 1 began in December.
        ("PHA-003", error, 1),
        // The housing review: commissioned in Phase 1, and at the beginning of Phase 2.
        ("PHA-004", warning, 1),
        ("WKS-001", warning, 7),
        // Leadership, IT and Data, Great Places, Corporate Governance, and two of the strands.
        ("WKS-003", warning, 6),
        // What the project office is to do.
        ("WKS-004", warning, 1),
    ];
    for (code, severity, count) in expected {
        let found = run.findings.iter().filter(|finding| finding.code().to_string() == code);
        let severities: Vec<_> = found.map(|finding| finding.severity).collect();
        assert_eq!(severities, vec![severity; count], "{code}");
    }
    assert!(run.findings.iter().all(|finding| finding.outcome == Outcome::Certain));
    // Nothing else: "7 work-streams" and "three phases" are what is listed, phases abut, each
    // workstream has an outcome and work, and nothing waits for itself.
    let all: usize = expected.iter().map(|(_, _, count)| count).sum();
    assert_eq!(run.findings.len(), all);
    let rows = |code: &str| -> Vec<String> {
        let finding = run.findings.iter().find(|finding| finding.code().to_string() == code);
        let rows = finding.unwrap().subjects.iter();
        rows.filter_map(|row| programme.reference(*row)).map(|found| found.to_string()).collect()
    };
    assert_eq!(rows("PHA-004"), ["ACH13", "SR1"]);
    assert_eq!(rows("DEP-003"), ["A4", "A5", "A8"]);
    assert_eq!(rows("WKS-004"), ["A18"]);
}
