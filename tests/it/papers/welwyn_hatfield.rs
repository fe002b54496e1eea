//! Welwyn Hatfield, 2020: the figures and findings that the paper gives by hand.

use programme::{
    finding::Severity,
    model::{DecisionState, InstrumentState, SavingState, Stance, Tense},
    rollup::{self, Policy, Ratio},
    rules::{self, Settings},
    values::Certainty,
};

use super::paper;
use crate::day;

const PAPER: &str = "welwyn-hatfield-2020";

#[test]
fn the_paper_is_held_whole() {
    let programme = paper(PAPER);
    let rows = [
        // Seven of the peer challenge, and those on scrutiny that are still to be formulated.
        ("recommendations", programme.recommendations().len(), 8),
        // Four key activities, one of recommendation 2, three of 3, two of 5, one of 6.
        ("actions", programme.actions().len(), 11),
        ("workstreams", programme.workstreams().len(), 2),
        // One beneath the key activities, six beneath the work programmes.
        ("themes", programme.themes().len(), 7),
        // 27 and, over the page, three more.
        ("achievements", programme.achievements().len(), 30),
        ("service reviews", programme.service_reviews().len(), 3),
        ("events", programme.events().len(), 5),
        ("deliverables", programme.deliverables().len(), 15),
        ("reviews", programme.reviews().len(), 2),
        // Three of Full Council, one of Standards Committee, two that March is to bring.
        ("decisions", programme.decisions().len(), 6),
        // Seven, three, four and several, and the £800k in two places.
        ("claims", programme.claims().len(), 6),
        // One that was renamed; the review of all of them names no other.
        ("reserves", programme.reserves().len(), 1),
        // No movement, line or requirement is told: only where the money is to come from.
        ("movements", programme.movements().len(), 0),
        ("budget lines", programme.budget_lines().len(), 0),
        ("requirements", programme.funding_requirements().len(), 0),
        ("sources", programme.funding_sources().len(), 2),
        // One, stated twice: in the budget, and as if it were saved.
        ("savings", programme.savings().len(), 2),
        // The network at the workshop, experts who are sought, the centre on scrutiny.
        ("appointments", programme.appointments().len(), 3),
        // Eleven that are named as bodies, and the service that the Business Excellence team left.
        ("bodies", programme.bodies().len(), 12),
        // Digital Champions; who sits on a board has a seat, and no role.
        ("roles", programme.roles().len(), 1),
        // That of one team, before and now, and the rule by which the network is made up.
        ("reporting lines", programme.reporting_lines().len(), 3),
        // The test of vacancies, and the notices that members of Cabinet may decide by.
        ("decision rights", programme.decision_rights().len(), 2),
        // A return of the reviewers is an obligation, and an assessment no promise of its own.
        ("promises", programme.promises().len(), 0),
        // Staff with their unions, members, the community, partners, and those still to be found.
        ("stakeholder groups", programme.stakeholder_groups().len(), 6),
        // The constitution, three parts agreed, seven and the format in March, three under review.
        ("instruments", programme.instruments().len(), 15),
    ];
    for (kind, found, expected) in rows {
        assert_eq!(found, expected, "{kind}");
    }
    let worded = |wording| {
        let rows = programme.achievements().into_iter();
        rows.filter(|row| row.wording == Some(wording)).count()
    };
    let wordings = [(Tense::ToDo, 6), (Tense::UnderWay, 4), (Tense::Noun, 18), (Tense::Done, 2)];
    for (wording, expected) in wordings {
        assert_eq!(worded(wording), expected, "{wording:?}");
    }
    // Only the budget reset carries money.
    let priced = programme.achievements().into_iter().filter(|row| row.amount.is_some()).count();
    assert_eq!(priced, 1);
    let said = |reference: &str| {
        let row = programme.savings().by_reference(reference.parse().unwrap()).unwrap();
        let year = row.year.as_ref().unwrap().value().unwrap().to_string();
        (row.state.unwrap(), year, row.same_as)
    };
    let body = programme.savings().by_reference("SAV1".parse().unwrap()).unwrap().key.id;
    assert_eq!(said("SAV1"), (SavingState::Budgeted, "2020/21".to_owned(), None));
    assert_eq!(said("SAV2"), (SavingState::Realised, "2020/21".to_owned(), Some(body)));
    let reserve = programme.reserves().into_iter().next().unwrap();
    assert!(reserve.renamed && reserve.renamed_by.is_none() && reserve.balances.is_empty());
    // Nobody leads an action, and no action has a date.
    assert_eq!(programme.without_lead(day("2020-03-10")).len(), 11);
    assert_eq!(programme.without_timescale(day("2020-03-10")).len(), 7);
}

#[test]
fn governance_is_what_the_paper_says_and_no_more() {
    let programme = paper(PAPER);
    let stands = |state| {
        let parts = programme.instruments().into_iter().filter(|row| row.parent.is_some());
        parts.filter(|row| row.state == Some(state)).count()
    };
    let states =
        [InstrumentState::Agreed, InstrumentState::ForDecision, InstrumentState::UnderReview];
    assert_eq!(states.map(stands), [3, 8, 3]);
    let pending = programme.decisions().into_iter();
    let pending = pending.filter(|row| row.state == Some(DecisionState::Pending));
    assert_eq!(pending.filter(|row| row.meeting.is_some()).count(), 2, "both in March");
    // A chair, three directors, the officer lead and support: no councillor, and nothing else.
    let board = programme.bodies().into_iter().find(|body| body.programme).unwrap();
    assert_eq!((board.chairs.len(), board.seats.len()), (1, 3));
    let directors = board.seats[0].count.as_ref().and_then(|count| count.value());
    assert!(directors.is_some(), "three is a number");
    assert!(board.terms.is_none() && board.quorum.is_none() && board.cadence.is_none());
    // The team reports to the Chief Executive; since when is not said.
    let team = programme.bodies().by_reference("BODY11".parse().unwrap()).unwrap().key.id.into();
    let lines = programme.reporting_lines().into_iter().filter(|line| line.from == Some(team));
    let on = day("2020-03-10");
    let held: Vec<_> = lines.map(|line| line.holds(on)).collect();
    assert_eq!(held, [Certainty::Possibly, Certainty::Certainly], "that it ended has no date");
    let report = programme.reports().into_iter().next().unwrap();
    assert_eq!(report.implications.len(), 9, "sections 4 to 12");
    let none_now = report.implications.iter().filter(|row| row.stance == Some(Stance::NoneNow));
    assert_eq!(none_now.count(), 2, "security, health and wellbeing: left to the reviews");
    assert!(report.comments.is_empty() && report.assessments.len() == 1);
}

#[test]
fn counts_in_the_paper_are_those_of_its_lists() {
    let programme = paper(PAPER);
    let of_challenge = programme.recommendations().into_iter();
    let of_challenge = of_challenge.filter(|row| row.parent.is_none()).count();
    assert_eq!(of_challenge, 7, "seven suggested recommendations");
    let responses = programme.recommendations().into_iter().filter(|row| row.response.is_some());
    assert_eq!(responses.count(), 7, "each of them accepted");
    let first = programme.recommendations().by_reference("R1".parse().unwrap()).unwrap().key.id;
    let goals = programme.intents().into_iter().filter(|row| row.recommendation == Some(first));
    assert_eq!(goals.count(), 3, "three broad goals");
    let activities = programme.actions().into_iter();
    let activities = activities.filter(|row| row.answers.contains(&first));
    assert_eq!(activities.count(), 4, "4 key activities");
}

#[test]
fn progress_is_what_the_paper_says_and_no_more() {
    let programme = paper(PAPER);
    let on = day("2020-03-10");
    let total = rollup::progress(&programme, &Policy::pooled(), on);
    let counts = [
        ("counted", total.counted(), 11),
        // Learning from others, recruitment, the budget reset, the review of reserves.
        ("complete", total.complete(), 4),
        // Staff training is in progress; of the four activities, of vacancies and of members' sessions nothing is said that can be read.
        ("unknown", total.unknown(), 6),
        ("continuing", total.continuing(), 0),
        ("excluded", total.excluded(), 0),
        ("overdue", total.overdue(), 0),
        ("in window", total.in_window(), 0),
        ("undated", total.undated(), 7),
        ("unpaired", total.unpaired(), 0),
    ];
    for (what, found, expected) in counts {
        assert_eq!(found, expected, "{what}");
    }
    let known = *rollup::assess(&programme, &Policy::pooled(), on).known().unwrap();
    let ratio = |num, den| Ratio::new(num, den).unwrap();
    assert_eq!((known.confirmed, known.possible), (ratio(4, 11), ratio(10, 11)));
    assert_eq!(known.coverage, ratio(5, 11));
    // Before the paper nothing had been said.
    let before = rollup::progress(&programme, &Policy::pooled(), day("2020-03-09"));
    assert_eq!((before.complete(), before.unknown()), (0, 11));
}

#[test]
fn findings_are_those_of_the_paper() {
    let run = rules::lint(&paper(PAPER), &Settings::as_at(day("2020-03-10")));
    let expected = [
        // No action has a lead or a date, under any recommendation.
        ("ACT-001", Severity::Warning, 11),
        // What is done, and what recurs whenever a post falls vacant, needs none.
        ("ACT-002", Severity::Warning, 6),
        // What is done has neither a date nor evidence.
        ("ACT-005", Severity::Warning, 4),
        // £800k "saved in 2020/21", in a paper of February 2020.
        ("BEN-003", Severity::Error, 1),
        // Equality is to be looked at later, as required.
        ("DEC-015", Severity::Warning, 1),
        // The Modernisation Board, the delivery groups, the Constitution Review Group.
        ("GOV-011", Severity::Warning, 3),
        // Five names of the programme.
        ("DOC-007", Severity::Info, 1),
        // The reserve has a purpose and no more; it was renamed without a decision, and has a third name.
        ("RES-001", Severity::Warning, 1),
        ("RES-007", Severity::Warning, 2),
        // "22 July" and "March".
        ("DOC-008", Severity::Warning, 2),
        // Six early impacts to do, four under way.
        ("DOC-009", Severity::Info, 10),
        // 10 of 21 have a status: recommendations 1, 3 and 7, both work programmes, five actions.
        ("PRG-005", Severity::Warning, 1),
        // Recommendations 2, 3, 4, 5 and 7; bodies carry 1 and 6.
        ("REC-004", Severity::Warning, 1),
        // A follow-up "will take place", and has no date over a year on.
        ("REV-006", Severity::Warning, 1),
        // January 2019, and a plan before Council on 22 July 2019: over five months.
        ("REV-005", Severity::Info, 1),
        // Four risks in words: nobody owns one, nothing is done about it, and none is scored.
        ("RSK-001", Severity::Warning, 4),
        ("RSK-005", Severity::Warning, 1),
        // The work programmes have neither lead nor outcome, and the paper ties no action to them.
        ("WKS-001", Severity::Warning, 2),
        ("WKS-002", Severity::Warning, 2),
        ("WKS-004", Severity::Warning, 11),
        ("WKS-005", Severity::Warning, 2),
    ];
    for (code, severity, expected) in expected {
        let found = run.findings.iter().filter(|finding| finding.code().to_string() == code);
        let found: Vec<_> = found.map(|finding| finding.severity).collect();
        assert_eq!(found, vec![severity; expected], "{code}");
    }
    // Nothing else: appendix A is there, no post or body has two names, nothing is said to be done.
    let all: usize = expected.iter().map(|(_, _, count)| count).sum();
    assert_eq!(run.findings.len(), all);
}
