//! How two states of a programme differ: examples by hand, and laws.

use std::collections::BTreeSet;

use programme::{
    Programme, change,
    history::{self, DayRange, Redate, Shift, Way},
    model::{Action, Redating, StatusNote},
    values::{ActionStatus, Timescale, When},
};
use proptest::prelude::*;

use crate::{day, document, read, two_states};

fn moved(from: &str, to: &str) -> Option<(Shift, Option<(i64, i64)>)> {
    let moved = Redate::of(&Timescale::read(from), &Timescale::read(to), &[], &[])?;
    Some((moved.shift, moved.days.map(|DayRange { min, max }| (min, max))))
}

#[test]
fn dates_move_by_ranges_of_days() {
    use Shift::{Earlier, Later, LessPrecise, MorePrecise, NotComparable};
    // 31 March to 1 June: the whole of April and May and one day, 30 + 31 + 1 = 62. 1 March to 30
    // June: 31 + 30 + 31 days to 1 June and 29 more, 121.
    assert_eq!(moved("March 2020", "June 2020"), Some((Later, Some((62, 121)))));
    assert_eq!(moved("June 2020", "March 2020"), Some((Earlier, Some((-121, -62)))));
    assert_eq!(moved("15 May 2019", "16 May 2019"), Some((Later, Some((1, 1)))));
    // Summer is June to August: 15 July is 47 days before its end, and 44 after its beginning.
    assert_eq!(moved("Summer 2020", "15 July 2020"), Some((MorePrecise, Some((-47, 44)))));
    assert_eq!(moved("15 July 2020", "Summer 2020"), Some((LessPrecise, Some((-44, 47)))));
    // Both ends are later though they overlap: 30 April is after 1 April.
    let overlap = moved("March 2020 to April 2020", "April 2020 to May 2020");
    assert_eq!(overlap, Some((Later, Some((-29, 91)))));
    // The end alone moved: all that is certain is that less is said.
    assert_eq!(moved("March 2020", "March 2020 to June 2020").unwrap().0, LessPrecise);
    assert_eq!(moved("March 2020", "in March 2020"), None);
    assert_eq!(moved("31 March 2020", "31st March 2020"), None);
    assert_eq!(moved("TBC", ""), None, "neither says anything");
    assert_eq!(moved("March 2020", "TBC"), Some((NotComparable, None)));
    assert_eq!(moved("March 2020", "On-going"), Some((NotComparable, None)));
    assert_eq!(
        moved("from March 2020", "March 2020"),
        Some((NotComparable, None)),
        "it has no end"
    );
    assert_eq!(moved("from March 2020", "from June 2020"), Some((Later, Some((62, 121)))));
}

#[test]
fn approval_is_of_the_date_that_was_given_up() {
    let redating = |from: &str, agreed: bool| {
        let mut moved = Redating::from(Timescale::read(from));
        moved.agreed = agreed.then(|| "Cabinet, 8 January 2020".into());
        moved
    };
    let agreed = |before: &[Redating], after: &[Redating]| {
        let (from, to) = (Timescale::read("March 2020"), Timescale::read("June 2020"));
        Redate::of(&from, &to, before, after).unwrap().agreed
    };
    let march = redating("March 2020", true);
    assert!(agreed(&[], std::slice::from_ref(&march)));
    assert!(!agreed(&[], &[redating("March 2020", false)]));
    assert!(!agreed(&[], &[]), "nobody is said to have agreed");
    assert!(!agreed(std::slice::from_ref(&march), std::slice::from_ref(&march)), "that was then");
    assert!(agreed(&[], &[redating("", true)]), "which date was given up is not said");
    assert!(!agreed(&[], &[redating("May 2019", true)]), "that one tells of another time");
    assert!(agreed(&[], &[redating("May 2019", false), march.clone()]));
    assert!(!agreed(&[], &[march.clone(), redating("April 2020", false)]), "one step was not");
    assert!(agreed(&[], &[march, redating("April 2020", true)]));
}

fn told(before: &Programme, after: &Programme) -> Vec<String> {
    let told = history::differences(before, after, day("2020-01-31"));
    told.iter().map(ToString::to_string).collect()
}

#[test]
fn each_row_is_told_of_once_in_the_words_of_reports() {
    let before = read(&document(
        r#""posts": [{"reference": "POST1", "title": "Director of Place"}],
        "actions": [
          {"reference": "A1", "title": "Publish the plan", "timescale": "March 2020",
           "leads": ["POST1"], "status": [{"state": "In progress"}]},
          {"reference": "A2", "title": "Ask residents", "weight": 1},
          {"reference": "A3", "title": "Report", "status": [{"state": "Completed"}]},
          {"reference": "A4", "title": "Survey"},
          {"reference": "A5", "title": "Visit", "status": [{"state": "Cancelled"}]},
          {"reference": "A6", "title": "Train", "timescale": "April 2019"},
          {"reference": "A7", "title": "Unchanged"}],
        "budget_lines": [{"reference": "BL1", "title": "Staff", "fund": "general_fund"}]"#,
    ));
    let after = read(&document(
        r#""posts": [{"reference": "POST1", "title": "Director of Place"}],
        "actions": [
          {"reference": "A1", "title": "Publish the plan", "timescale": "June 2020",
           "leads": ["Head of Policy"], "status": [{"state": "Completed"}],
           "redated": [{"from": "March 2020", "agreed": "Cabinet"}]},
          {"reference": "A2", "title": "Ask residents and staff", "weight": 3, "long_term": true},
          {"reference": "A3", "title": "Report", "status": [{"state": "In progress"}]},
          {"reference": "A3.1", "title": "Draft", "parent": "A3"},
          {"reference": "A3.2", "title": "Print", "parent": "A3"},
          {"reference": "A4", "title": "Survey",
           "status": [{"state": "Merged", "successor": "A2"}]},
          {"reference": "A5", "title": "Visit", "status": [{"state": "Not started"}]},
          {"reference": "A6", "title": "Train", "timescale": "Completed"},
          {"reference": "A7", "title": "Unchanged"}],
        "budget_lines": [{"reference": "BL1", "title": "Staff", "fund": "hra"}]"#,
    ));
    assert_eq!(
        told(&before, &after),
        [
            "A1: forward from in progress to complete; re-dated from March 2020 to June 2020, later by \
         62 to 121 days, with approval; passed from Director of Place to Head of Policy",
            "A2: re-weighted from 1 to 3; re-worded (title); changed (long_term)",
            "A3: split into A3.1 and A3.2; back from complete to in progress",
            "A3.1: added",
            "A3.2: added",
            "A4: merged into A2",
            "A5: reinstated (was cancelled, now not started)",
            "A6: said to be complete, where nothing was said",
            "BL1: re-funded (fund)",
        ]
    );
}

#[test]
fn what_a_note_says_of_a_later_day_is_no_difference_yet() {
    let before = read(&document(r#""actions": [{"reference": "A1", "title": "Publish"}]"#));
    let mut draft = before.to_draft();
    let id = before.actions().iter().next().unwrap().key.id;
    let mut note = StatusNote::new(ActionStatus::Complete);
    note.on = Some(When::read("15 March 2020"));
    draft.get_mut::<Action>(id).unwrap().status.push(note);
    let after = draft.finish().unwrap();
    let ways = |on| history::differences(&before, &after, day(on)).remove(0).ways;
    assert_eq!(ways("2020-03-14"), [Way::Replaced(vec!["status"])]);
    assert_eq!(ways("2020-03-15"), [Way::StatusFirstSaid(ActionStatus::Complete)]);
}

#[test]
fn rows_that_may_be_one_are_listed_and_never_decided() {
    let before = read(&document(
        r#""actions": [{"reference": "A1", "title": "Publish the action plan"},
          {"reference": "A2", "title": "Review the constitution"},
          {"reference": "A3", "title": "Train members on scrutiny"},
          {"reference": "A4", "title": "Sell the depot"}]"#,
    ));
    let after = read(&document(
        r#""actions": [{"reference": "A11", "title": "Publish the action plans"},
          {"reference": "A12", "title": "Review the constitution, part 1"},
          {"reference": "A13", "title": "Review the constitution, part 2"},
          {"reference": "A14", "title": "Set up a housing board"}],
        "milestones": [{"reference": "M1", "title": "Train members on scrutiny"}]"#,
    ));
    let matches = history::unmatched(&before, &after);
    let told: Vec<_> = matches
        .iter()
        .map(|one| {
            let candidates: Vec<_> =
                one.candidates.iter().map(|(row, _)| row.to_string()).collect();
            (one.removed.to_string(), candidates.join(" "), one.ambiguous)
        })
        .collect();
    assert_eq!(
        told,
        [("A1".into(), "A11".into(), false), ("A2".into(), "A12 A13".into(), true),],
        "A milestone is no action, and A4 is like none"
    );
    let back = history::unmatched(&after, &before);
    assert_eq!(back.iter().map(|one| one.ambiguous).collect::<Vec<_>>(), [false, true, true]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn equal_states_do_not_differ((state, _) in two_states::states()) {
        prop_assert!(history::differences(&state, &state.clone(), day("2020-06-30")).is_empty());
        prop_assert!(history::unmatched(&state, &state.clone()).is_empty());
    }

    #[test]
    fn every_change_is_told_of_and_each_row_once((before, after) in two_states::states()) {
        let told = history::differences(&before, &after, day("2020-06-30"));
        let rows: BTreeSet<_> = told.iter().map(|entry| entry.row).collect();
        prop_assert_eq!(rows.len(), told.len());
        prop_assert!(told.iter().all(|entry| !entry.ways.is_empty()));
        for change in change::diff(&before, &after) {
            prop_assert!(rows.contains(&change.subject()), "{change:?}");
        }
    }

    #[test]
    fn what_is_added_one_way_is_removed_the_other((before, after) in two_states::states()) {
        let rows = |from: &Programme, to: &Programme, way: Way| -> Vec<_> {
            let told = history::differences(from, to, day("2020-06-30"));
            told.iter().filter(|entry| entry.ways.contains(&way)).map(|entry| entry.row).collect()
        };
        prop_assert_eq!(rows(&before, &after, Way::Added), rows(&after, &before, Way::Removed));
        prop_assert_eq!(rows(&before, &after, Way::Removed), rows(&after, &before, Way::Added));
    }

    #[test]
    fn dates_move_back_as_they_moved(from in strategy_cell(), to in strategy_cell()) {
        let (there, back) = (moved(&from, &to), moved(&to, &from));
        let turned = there.map(|(shift, days)| {
            let shift = match shift {
                Shift::Earlier => Shift::Later,
                Shift::Later => Shift::Earlier,
                Shift::MorePrecise => Shift::LessPrecise,
                Shift::LessPrecise => Shift::MorePrecise,
                Shift::NotComparable => Shift::NotComparable,
            };
            (shift, days.map(|(min, max)| (-max, -min)))
        });
        prop_assert_eq!(turned, back);
    }
}

fn strategy_cell() -> impl Strategy<Value = String> {
    programme::strategy::words()
}
