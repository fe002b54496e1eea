//! St Helens, 2020: the figures and findings that the paper gives by hand.

use programme::{
    finding::Severity,
    model::Kind,
    rollup::{self, Policy},
    rules::{self, Settings},
    values::Meaning,
};

use super::paper;
use crate::day;

const FOLDER: &str = "st-helens-2020";

#[test]
fn the_paper_is_held_whole() {
    let programme = paper(FOLDER);
    let counts = [
        (programme.organisations().len(), 3, "the council, the LGA, Barnsley"),
        (programme.posts().len(), 7, "four in the singular, three in the plural"),
        (programme.bodies().len(), 7, "Council, and six of the thirteen layers"),
        (programme.documents().len(), 5, "the paper, the roadmap, three before it"),
        (programme.reports().len(), 2, "2020 and 2019"),
        (programme.decisions().len(), 2, "the report, the workstreams"),
        (programme.reviews().len(), 2, "peer challenge and culture"),
        (programme.review_findings().len(), 1, "context"),
        (programme.recommendations().len(), 12, "of the peer challenge"),
        (programme.plans().len(), 1, "of which nothing is printed"),
        (programme.actions().len(), 4, "two of One Space, one of One People, one of none"),
        (programme.workstreams().len(), 8, "One this to One that"),
        (programme.phases().len(), 0, "none is named"),
        (programme.milestones().len(), 1, "the strategy comes to Cabinet"),
        (
            programme.deliverables().len(),
            5,
            "two of One Digital, one of One Space, the strategy, and the assessment of risks",
        ),
        (programme.intents().len(), 21, "six of the LGA, ten and their whole, four besides"),
        (programme.priorities().len(), 6, "all are ticked"),
        (programme.projects().len(), 0, "two sizes, and none is named"),
        (programme.events().len(), 1, "the panel"),
        (programme.mentions().len(), 8, "four of the programme, one each of four others"),
        (programme.claims().len(), 3, "eight, most, 80 per cent"),
        (programme.roles().len(), 6, "sponsor, day-to-day lead, SRO, director, and by size"),
        (programme.reporting_lines().len(), 2, "project boards, leads of smaller projects"),
        (programme.decision_rights().len(), 5, "Cabinet twice, portfolios, SRO group, TDA"),
        (programme.local_rules().len(), 0, "no threshold and no period is given"),
        (programme.stakeholder_groups().len(), 8, "seven of One Message, the trade unions"),
        (programme.engagements().len(), 0, "how groups are reached is not said"),
        (programme.partnerships().len(), 0, "nothing is said to be shared"),
        (programme.promises().len(), 9, "six to tell somebody, measures, community, risks"),
        (programme.funding_requirements().len(), 3, "a strategy, the others, staff"),
        (programme.funding_sources().len(), 2, "existing resources, as they are or redirected"),
        (programme.reserves().len() + programme.movements().len(), 0, "none is named"),
        (programme.budget_lines().len() + programme.savings().len(), 0, "no figure of money"),
        (programme.appointments().len(), 0, "the peers are no advisers"),
    ];
    for (found, expected, what) in counts {
        assert_eq!(found, expected, "{what}");
    }
    let asked: Vec<usize> = programme.reports().into_iter().map(|row| row.requests.len()).collect();
    assert_eq!(asked, [4, 1]);
    let panel = programme.events().into_iter().next().unwrap();
    assert_eq!((panel.attendees.len(), panel.facilitators.len(), panel.aims.len()), (4, 4, 3));
    let organic =
        programme.intents().into_iter().find(|row| row.title.contains("organic")).unwrap();
    let parts = programme.intents().into_iter().filter(|row| row.parent == Some(organic.key.id));
    assert_eq!(parts.count(), 10);
}

#[test]
fn of_progress_nothing_is_known() {
    let programme = paper(FOLDER);
    let on = day("2020-09-23");
    let total = rollup::progress(&programme, &Policy::pooled(), on);
    let counts = [
        // "May be needed" is no decision: the realignment stands outside the base.
        (total.counted(), 3),
        (total.complete(), 0),
        (total.unknown(), 3),
        (total.continuing(), 0),
        (total.excluded(), 0),
        (total.overdue(), 0),
        (total.undated(), 3),
        (total.unpaired(), 0),
    ];
    for (at, (found, expected)) in counts.into_iter().enumerate() {
        assert_eq!(found, expected, "count {at}");
    }
    let share = rollup::assess(&programme, &Policy::pooled(), on);
    let share = share.known().unwrap();
    assert_eq!((share.confirmed.whole_percent(), share.possible.whole_percent()), (0, 100));
    assert_eq!(share.coverage.whole_percent(), 0);
    // Nothing is said to answer a recommendation, and nothing to have a lead.
    assert_eq!(programme.unanswered().len(), 12);
    assert_eq!(programme.without_lead(on).len(), 4);
    assert_eq!(programme.without_timescale(on).len(), 3);
    // "In the next twelve months" is a span, and no day follows from it.
    let milestone = programme.milestones().into_iter().next().unwrap();
    assert!(matches!(milestone.timescale.value(), Some(Meaning::Within { of: None, .. })));
}

#[test]
fn findings_are_those_of_the_paper() {
    let programme = paper(FOLDER);
    let run = rules::lint(&programme, &Settings::as_at(day("2020-09-23")));
    let warning = Severity::Warning;
    let expected = [
        // Nobody leads, and nothing is dated: what the paper says of work is not a plan.
        ("ACT-001", warning, 4),
        ("ACT-002", warning, 3),
        // Staffing "will need to be considered", law and risk come later, and iv asks to agree.
        ("DEC-016", warning, 1),
        // The community impact assessment "will be completed".
        ("DEC-015", warning, 1),
        // All wards, not key, and not a word on why.
        ("DEC-005", Severity::Info, 1),
        // The risk assessment "will be completed".
        ("RSK-005", warning, 1),
        // Governance is 6.0, and the paper says 8.0.
        ("DOC-001", warning, 1),
        // Appendix A is cited, and the list has 1.
        ("DOC-002", Severity::Error, 1),
        // The Chief Executive and the Executive Directors.
        ("GOV-001", warning, 1),
        // The Assistant Chief Executive directs the programme and chairs its board.
        ("GOV-003", warning, 1),
        // The Leader, and those who are owner together.
        ("GOV-004", warning, 1),
        // The Programme Board: no terms, quorum, cadence or body above it.
        ("GOV-011", warning, 1),
        // Quarterly to scrutiny; none since 10 February 2020.
        ("GOV-014", Severity::Info, 1),
        // The programme, its board, scrutiny, the portfolio holder, the directors.
        ("DOC-007", Severity::Info, 5),
        // "28th September".
        ("DOC-008", warning, 1),
        // The roadmap, as the list of appendices labels it.
        ("DOC-003", warning, 1),
        // Nobody answers for the strategy's coming to Cabinet.
        ("PHA-005", warning, 1),
        // Of 12 recommendations, 8 workstreams and 3 actions none has a status.
        ("PRG-005", warning, 1),
        ("REC-001", warning, 12),
        // All twelve, in one finding.
        ("REC-004", warning, 1),
        // The culture review.
        ("REC-007", warning, 1),
        // No plan is said to be agreed or published; the offer of the time did not ask for it.
        ("REV-005", Severity::Info, 1),
        // No follow-up is dated, more than six months after early 2019.
        ("REV-006", warning, 1),
        ("WKS-001", warning, 8),
        ("WKS-002", warning, 8),
        // Officer capacity.
        ("WKS-004", warning, 1),
        // All but One Digital, One Space and One People.
        ("WKS-005", warning, 5),
    ];
    for (code, severity, count) in expected {
        let found = run.findings.iter().filter(|finding| finding.code().to_string() == code);
        let severities: Vec<_> = found.map(|finding| finding.severity).collect();
        assert_eq!(severities, vec![severity; count], "{code}");
    }
    let silent = [
        "DEP-001", "DEP-002", "DEP-003", "DOC-004", "DOC-006", "DOC-009", "PHA-003", "PHA-004",
        "PRG-003", "PRG-004", "PRG-006", "PRG-009", "REC-003", "REC-005", "REC-006", "REV-001",
        "REV-002", "REV-003", "REV-004", "REV-007", "WKS-003",
    ];
    for code in silent {
        assert!(!run.findings.iter().any(|finding| finding.code().to_string() == code), "{code}");
    }
    let of_kind = |kind| {
        let subjects = run.findings.iter().filter_map(|finding| finding.subjects.first());
        subjects.filter(|subject| subject.kind() == kind).count()
    };
    assert_eq!((of_kind(Kind::Recommendation), of_kind(Kind::Workstream)), (13, 21));
}
