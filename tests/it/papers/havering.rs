//! Havering, 2019: the figures that the paper gives by hand.

use programme::rollup::{self, Policy, Ratio};

use super::{codes, paper};
use crate::day;

#[test]
fn the_plan_is_held_whole() {
    let programme = paper("havering-2019");
    assert_eq!((programme.recommendations().len(), programme.actions().len()), (13, 32));
    let counts = [
        (programme.posts().len(), 14, "thirteen of the plan, the Chairman"),
        (programme.bodies().len(), 8, "the Board, Cabinet, two teams, an office, three of groups"),
        (programme.events().len(), 2, "awaydays and staff events of row 3"),
        (programme.roles().len(), 1, "the SLT leads of the steering groups"),
        (programme.reporting_lines().len(), 0, "to whom the groups report is not said"),
        (programme.decision_rights().len(), 1, "SLT, on what follows the trial"),
        (programme.stakeholder_groups().len(), 4, "staff, partners, residents, councillors"),
        (programme.engagements().len(), 6, "five channels of row 1, the co-design of row 8"),
        (programme.partnerships().len(), 0, "none is named"),
        (programme.promises().len(), 2, "quarterly to Cabinet, once a year"),
        (programme.appointments().len(), 1, "the facilitators of row 5"),
        (programme.funding_requirements().len() + programme.funding_sources().len(), 0, "no money"),
        (programme.reserves().len() + programme.savings().len(), 0, "no money"),
    ];
    for (found, expected, what) in counts {
        assert_eq!(found, expected, "{what}");
    }
    let sizes = programme.events().into_iter().map(|row| row.count.as_ref().map(|c| c.to_string()));
    let sizes: Vec<_> = sizes.collect();
    assert_eq!(sizes, [Some("five".to_owned()), Some("two".to_owned())]);
}

#[test]
fn progress_is_what_the_paper_gives_by_hand() {
    let programme = paper("havering-2019");
    let on = day("2019-09-04");
    let total = rollup::progress(&programme, &Policy::pooled(), on);
    let counts = [
        (total.counted(), 22),
        (total.complete(), 4),
        (total.unknown(), 18),
        (total.continuing(), 10),
        (total.excluded(), 0),
        (total.overdue(), 4),
        (total.overdue_silent(), 4),
        (total.in_window(), 2),
        (total.undated(), 3),
        (total.unpaired(), 3),
    ];
    for (at, (found, expected)) in counts.into_iter().enumerate() {
        assert_eq!(found, expected, "count {at}");
    }
    let share = |policy: &Policy| *rollup::assess(&programme, policy, on).known().unwrap();
    let ratio = |num, den| Ratio::new(num, den).unwrap();
    let pooled = share(&Policy::pooled());
    assert_eq!(pooled.confirmed, ratio(4, 22));
    assert_eq!(pooled.possible, Ratio::ONE);
    assert_eq!(pooled.coverage, ratio(4, 22));
    assert_eq!(pooled.percent(), 18);
    assert_eq!(share(&Policy::mean()).confirmed, ratio(5, 33));
    assert_eq!(share(&Policy::mean()).percent(), 15);
    assert_eq!(share(&Policy::legacy()).confirmed, ratio(11, 182));
    let open = rollup::Continuing::AsOpen;
    let legacy_pooled = Policy { continuing: open, ..Policy::pooled() };
    assert_eq!(share(&legacy_pooled).confirmed, ratio(4, 32));
}

#[test]
fn falls_overdue_as_its_dates_pass() {
    let programme = paper("havering-2019");
    // One date stands for three actions of row 5, and is nobody's; so 11, 12 and 13.
    let table = [
        ("2019-09-04", 4),
        ("2019-09-30", 4),
        ("2019-10-01", 6),
        ("2020-01-01", 10),
        ("2020-08-01", 11),
        ("2021-08-01", 12),
    ];
    for (on, overdue) in table {
        assert_eq!(programme.overdue(day(on)).len(), overdue, "{on}");
    }
    let longest: Vec<_> = programme
        .overdue(day("2019-09-04"))
        .iter()
        .map(|action| action.key.reference.to_string())
        .collect();
    assert_eq!(longest, ["A8.2", "A8.4", "A8.1", "A12.1"]);
    assert_eq!(programme.due_between(day("2019-09-04"), day("2019-10-04")).len(), 2);
    // Before the paper nothing of it had been said.
    let before = rollup::progress(&programme, &Policy::pooled(), day("2019-09-03"));
    assert_eq!((before.complete(), before.unknown()), (0, 22));
}

#[test]
fn findings_are_those_of_the_paper() {
    let found = codes("havering-2019");
    let count = |code: &str| found.iter().filter(|found| *found == code).count();
    let expected = [
        ("ACT-001", 2),
        ("ACT-002", 3),
        ("ACT-005", 4),
        ("ACT-007", 4),
        ("ACT-008", 8),
        ("ACT-010", 1),
        ("ACT-011", 1),
        ("ACT-012", 5),
        ("ACT-013", 1),
        ("DEC-011", 1),
        ("DOC-003", 1),
        ("DOC-006", 1),
        // Policy, communications, chief executive, human resources.
        ("DOC-007", 4),
        // Rows 12 and 13.
        ("REC-005", 2),
        ("REC-006", 1),
        // Cornwall County Council, Bath and North Somerset Council.
        ("REV-003", 2),
        ("REV-005", 1),
        ("REV-007", 1),
    ];
    for (code, expected) in expected {
        assert_eq!(count(code), expected, "{code}");
    }
}
