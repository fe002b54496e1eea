//! East Hertfordshire, 2012: the figures and findings that the paper gives by hand.

use programme::{
    finding::{Outcome, Severity},
    model::{
        Confidence, DecisionState, FindingKind, OrganisationKind, PartnershipState, Party,
        PeerKind, PeerRole, QuestionClass, RoleKind, Subject,
    },
    rollup::{self, Policy, Ratio},
    rules::{self, Settings},
};

use super::paper;
use crate::day;

const FOLDER: &str = "east-hertfordshire-2012";
const ON: &str = "2012-12-31";

#[test]
fn the_report_is_held_as_findings_without_recommendations() {
    let programme = paper(FOLDER);
    // Nothing in the report is numbered or addressed, and it holds no plan.
    assert_eq!((programme.recommendations().len(), programme.plans().len()), (0, 0));
    assert_eq!((programme.workstreams().len(), programme.phases().len()), (0, 0));
    let counts = [
        (programme.organisations().len(), 12),
        (programme.posts().len(), 5),
        (programme.bodies().len(), 5),
        (programme.documents().len(), 2),
        (programme.reports().len(), 1),
        (programme.decisions().len(), 2),
        (programme.reviews().len(), 2),
        (programme.review_findings().len(), 78),
        (programme.themes().len(), 4),
        (programme.actions().len(), 5),
        (programme.milestones().len(), 2),
        (programme.deliverables().len(), 4),
        (programme.measures().len(), 1),
        (programme.risks().len(), 7),
        (programme.surveys().len(), 1),
        (programme.intents().len(), 6),
        (programme.projects().len(), 1),
        (programme.service_reviews().len(), 1),
        (programme.events().len(), 1),
        (programme.achievements().len(), 2),
        (programme.dependencies().len(), 3),
        (programme.mentions().len(), 3),
        (programme.claims().len(), 4),
        // Members as community leaders.
        (programme.roles().len(), 1),
        (programme.reporting_lines().len(), 0),
        // What community leadership is to be, and what support members have in it.
        (programme.decision_rights().len(), 2),
        // Parishes, members, contractors.
        (programme.stakeholder_groups().len(), 3),
        // The bulletin, and talk with contractors.
        (programme.engagements().len(), 2),
        // Procurement, revenues and benefits, IT; the centre and two spaces; what might be.
        (programme.partnerships().len(), 7),
        // Reviewers promise nothing that falls due.
        (programme.promises().len(), 0),
        // "Reserves", with no name and no figure.
        (programme.reserves().len(), 1),
        (programme.movements().len(), 0),
        (programme.budget_lines().len(), 0),
        // What community groups do, and a start for what communities lead.
        (programme.funding_requirements().len(), 2),
        // Small grants, as they are and as they might be used; a part of the New Homes Bonus.
        (programme.funding_sources().len(), 3),
        // Targets met to date, and those that are on track.
        (programme.savings().len(), 2),
        (programme.appointments().len(), 0),
    ];
    for (at, (found, expected)) in counts.into_iter().enumerate() {
        assert_eq!(found, expected, "count {at}");
    }
    assert!(programme.about().answers.is_empty(), "nobody says that anything answers it");
}

#[test]
fn the_challenge_had_five_peers_and_three_issues_of_its_own() {
    let programme = paper(FOLDER);
    let review = programme.reviews().into_iter().next().unwrap();
    let team = |kind| review.team.iter().filter(|peer| peer.kind == kind).count();
    assert_eq!(review.team.len(), 5);
    assert_eq!((team(Some(PeerKind::Member)), team(Some(PeerKind::Officer))), (1, 2));
    // The report counts the fifth among councillors and officers; the organisation is a company.
    assert_eq!((team(Some(PeerKind::Lga)), team(None)), (1, 1));
    let fifth = review.team.iter().find(|peer| peer.kind.is_none()).unwrap();
    let organisation = programme.organisations().get(fifth.organisation_id.unwrap()).unwrap();
    assert_eq!(organisation.kind, Some(OrganisationKind::Company));
    let leads = review.team.iter().filter(|peer| peer.role == Some(PeerRole::Lead)).count();
    assert_eq!(leads, 1);
    let asked = |class| review.questions.iter().filter(move |q| q.class == Some(class));
    assert_eq!(asked(QuestionClass::Core).count(), 5);
    let fits: Vec<_> = asked(QuestionClass::Requested).map(|asked| asked.fits_under).collect();
    assert_eq!(fits, [Some(3), Some(5), None]);
    // Neither the days on site nor those of a return are printed.
    assert_eq!((review.held.as_ref(), review.last_day()), (None, None));
    assert_eq!(review.obligations.len(), 1);
    assert!(review.obligations.iter().all(|owed| owed.target.is_none()));
}

#[test]
fn findings_of_the_peers_stand_by_kind_and_theme() {
    let programme = paper(FOLDER);
    let all = || programme.review_findings().into_iter();
    let kinds = [
        (FindingKind::AreaForConsideration, 35),
        (FindingKind::Strength, 22),
        (FindingKind::Suggestion, 11),
        (FindingKind::Foundation, 7),
        (FindingKind::GoodPractice, 2),
        (FindingKind::Context, 1),
    ];
    for (kind, expected) in kinds {
        assert_eq!(all().filter(|row| row.kind == Some(kind)).count(), expected, "{kind:?}");
    }
    let requested: Vec<_> = programme.themes().into_iter().map(|theme| theme.requested).collect();
    assert_eq!(requested, [Some(true), Some(true), Some(false), Some(true)]);
    // The key challenge and the two headline issues; the parking service and "Here to Help" again.
    assert_eq!(all().filter(|row| row.headline).count(), 2);
    assert_eq!(all().filter(|row| row.repeats.is_some()).count(), 2);
    assert_eq!(all().filter(|row| row.replicate).count(), 2);
    assert_eq!(all().filter(|row| row.generic).count(), 4, "said of all councils");
    assert_eq!(all().filter(|row| row.condition.is_some()).count(), 7, "by the model adopted");
    let sure = |word| all().filter(|row| row.confidence == Some(word)).count();
    assert_eq!((sure(Confidence::Perception), sure(Confidence::NotExamined)), (2, 1));
    assert_eq!((sure(Confidence::Anecdotal), sure(Confidence::Hedged)), (1, 3));
}

#[test]
fn what_is_shared_stands_with_whom_and_how_far_it_has_come() {
    let programme = paper(FOLDER);
    let all = || programme.partnerships().into_iter();
    let states = [
        (PartnershipState::InPlace, 5),
        (PartnershipState::InDevelopment, 1),
        (PartnershipState::Suggested, 1),
    ];
    for (state, expected) in states {
        assert_eq!(all().filter(|row| row.state == Some(state)).count(), expected, "{state:?}");
    }
    let with = |name: &str| {
        let partner = programme.organisations().into_iter().find(|row| row.name == name).unwrap();
        all().filter(|row| row.partners.contains(&partner.key.id)).count()
    };
    assert_eq!((with("Stevenage"), with("North Hertfordshire")), (2, 1));
    assert_eq!((with("Circle Anglia Housing Association"), with("HM Revenue & Customs")), (2, 1));
    // Only of the centre is it said that costs are shared; of none that they are not.
    let costs: Vec<_> = all().filter_map(|row| row.cost_sharing).collect();
    assert_eq!(costs, [true]);
    let suggested = all().find(|row| row.state == Some(PartnershipState::Suggested)).unwrap();
    assert_eq!((suggested.partners.len(), suggested.candidates.len()), (0, 3));
}

#[test]
fn members_may_lead_in_their_own_ways_and_the_council_decides_how_far() {
    let programme = paper(FOLDER);
    let role = programme.roles().into_iter().next().unwrap();
    assert_eq!((role.kind, role.may_vary), (Some(RoleKind::CommunityLeader), Some(true)));
    assert_eq!(role.aspects.len(), 6);
    for right in programme.decision_rights() {
        // "The council" is no body that the report names.
        assert!(right.holders.iter().all(|lead| lead.party == Party::Unknown), "{}", right.title);
        let Some(Subject::Decision(decision)) = right.of else { panic!("{}", right.title) };
        let decision = programme.get(decision).unwrap();
        assert_eq!(
            (decision.right, decision.state),
            (Some(right.key.id), Some(DecisionState::Pending))
        );
    }
}

#[test]
fn what_is_unknown_stays_unknown() {
    let programme = paper(FOLDER);
    // At the end of the month of the report, and when the twelve months would be over: nothing
    // says from which day they run, so nothing is ever overdue.
    for on in [day(ON), day("2014-01-01")] {
        let total = rollup::progress(&programme, &Policy::pooled(), on);
        // The interim steps are two, and stand for the action that they divide. The planning with the
        // front line is only put forward.
        let counts = [
            (total.counted(), 2),
            (total.complete(), 0),
            (total.unknown(), 2),
            (total.continuing(), 1),
            (total.excluded(), 0),
            (total.overdue(), 0),
            (total.in_window(), 0),
            (total.undated(), 2),
            (total.unpaired(), 0),
        ];
        for (at, (found, expected)) in counts.into_iter().enumerate() {
            assert_eq!(found, expected, "count {at} on {on}");
        }
    }
    let assessed = rollup::assess(&programme, &Policy::pooled(), day(ON));
    let share = assessed.known().unwrap();
    assert_eq!((share.confirmed, share.possible), (Ratio::ZERO, Ratio::ONE));
    assert_eq!(share.coverage, Ratio::ZERO);
    assert_eq!(programme.without_lead(day(ON)).len(), 5);
}

#[test]
fn findings_are_those_of_the_paper() {
    let run = rules::lint(&paper(FOLDER), &Settings::as_at(day(ON)));
    let all = || run.findings.iter();
    assert!(all().all(|finding| finding.outcome == Outcome::Certain));
    let count = |code: &str, severity: Severity| {
        let found = all().filter(|finding| finding.code().to_string() == code);
        let found: Vec<_> = found.map(|finding| finding.severity).collect();
        assert!(found.iter().all(|other| *other == severity), "{code}");
        found.len()
    };
    let expected = [
        // A director of A4e Ltd, where peers are said to be councillors and officers.
        ("REV-003", Severity::Info, 1),
        // The culture sample: a heading and two labels.
        ("DOC-003", Severity::Warning, 1),
        // Work that the report names, with nobody to do it: the programme for members, the planning
        // with the front line, the interim steps. The planning is only put forward, and needs no date.
        ("ACT-001", Severity::Warning, 3),
        ("ACT-008", Severity::Warning, 1),
        // The pressures and the spending review, which the council itself sees: in its plan, with
        // neither owner nor review.
        ("RSK-001", Severity::Warning, 2),
        // 'Circle Anglia', 'HM Revenues & Customs' and 'Bishop Stortford'.
        ("DOC-007", Severity::Info, 3),
    ];
    for (code, severity, expected) in expected {
        assert_eq!(count(code, severity), expected, "{code}");
    }
    assert_eq!(
        all().count(),
        expected.iter().map(|(_, _, number)| number).sum::<usize>(),
        "and no others: nothing to answer, no days on site, no workstreams and phases"
    );
}
