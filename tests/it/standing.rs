//! What was last said of a piece of work by a day: notes in any order, dated and undated.

use programme::{
    Action, Draft, Milestone, Programme,
    model::{About, StatusNote},
    values::{ActionStatus, Printed, Timescale, When},
};

use crate::day;

fn note(state: &str, as_at: &str, on: &str) -> StatusNote {
    let when = |words: &str| (!words.is_empty()).then(|| When::read(words));
    StatusNote {
        state: (!state.is_empty()).then(|| Printed::read(state)),
        as_at: when(as_at),
        on: when(on),
        ..StatusNote::default()
    }
}

fn with(notes: Vec<StatusNote>) -> Programme {
    let mut draft = Draft::new(About::named("Example"));
    let mut action = Action::new(draft.key("A1".parse().unwrap()), "Publish the plan");
    action.status = notes;
    draft.put(action);
    draft.finish().unwrap()
}

#[track_caller]
fn stands(notes: &[StatusNote], on: &str, wanted: Option<ActionStatus>) {
    for notes in [notes.to_vec(), notes.iter().rev().cloned().collect()] {
        let programme = with(notes);
        let action = programme.actions().iter().next().unwrap();
        assert_eq!(programme.standing(action, day(on)).status, wanted, "as at {on}");
    }
}

#[test]
fn the_later_report_holds_though_it_tells_of_an_earlier_day() {
    let notes =
        [note("in progress", "June 2019", ""), note("complete", "September 2019", "May 2019")];
    stands(&notes, "2019-10-01", Some(ActionStatus::Complete));
    // What came about in May is so from the end of May, whoever said it when.
    stands(&notes, "2019-06-01", Some(ActionStatus::Complete));
    stands(&notes, "2019-05-30", None);
}

#[test]
fn what_is_said_to_come_about_later_has_not_yet() {
    let notes = [note("complete", "June 2019", "December 2019")];
    stands(&notes, "2019-07-01", None);
    stands(&notes, "2019-12-31", Some(ActionStatus::Complete));
}

#[test]
fn notes_that_say_nothing_of_the_state_take_nothing_back() {
    let said = note("complete", "June 2019", "");
    for other in [
        note("", "September 2019", ""),
        note("amber", "September 2019", ""),
        StatusNote { percent: Some(Printed::read("60%")), ..note("", "September 2019", "") },
    ] {
        stands(&[said.clone(), other], "2019-10-01", Some(ActionStatus::Complete));
    }
    // What nobody can read may say anything, so nothing is known any more.
    stands(&[said, note("gone fishing", "September 2019", "")], "2019-10-01", None);
}

#[test]
fn what_is_said_of_a_day_that_cannot_be_read_is_not_known_to_be_so() {
    for words in ["31 June 2030", "Christmas 2030", "some day"] {
        stands(&[note("complete", words, "")], "2019-10-01", None);
        stands(&[note("complete", "", words)], "2019-10-01", None);
    }
    // It had come about when it was said, whenever that was.
    stands(
        &[note("complete", "June 2019", "some day")],
        "2019-10-01",
        Some(ActionStatus::Complete),
    );
    // Without any day it is said of the plan as it stands.
    stands(&[note("complete", "", "")], "2019-10-01", Some(ActionStatus::Complete));
}

#[test]
fn the_last_percentage_is_kept_with_the_last_state() {
    let percent = |words: &str, as_at: &str| StatusNote {
        percent: Some(Printed::read(words)),
        ..note("", as_at, "")
    };
    let programme = with(vec![
        note("in progress", "June 2019", ""),
        percent("60%", "September 2019"),
        percent("50%", "July 2019"),
    ]);
    let action = programme.actions().iter().next().unwrap();
    let standing = programme.standing(action, day("2019-10-01"));
    assert_eq!(standing.status, Some(ActionStatus::InProgress));
    assert_eq!(standing.percent.map(|percent| percent.hundredths()), Some(6000));
}

#[test]
fn a_status_in_the_timescale_counts_for_milestones_as_for_actions() {
    let mut draft = Draft::new(About::named("Example"));
    let mut milestone = Milestone::new(draft.key("M1".parse().unwrap()), "Model agreed");
    milestone.timescale = Timescale::read("Completed May 2019");
    draft.put(milestone);
    let programme = draft.finish().unwrap();
    let milestone = programme.milestones().iter().next().unwrap();
    let status = |on| programme.milestone_standing(milestone, day(on)).status;
    assert_eq!(status("2019-05-30"), None);
    assert_eq!(status("2019-05-31"), Some(ActionStatus::Complete));
}

#[test]
fn around_a_date_has_grace_wherever_it_is_asked() {
    let mut draft = Draft::new(About::named("Example"));
    let mut action = Action::new(draft.key("A1".parse().unwrap()), "Publish the plan");
    action.timescale = Timescale::read("around 1 May 2019");
    draft.put(action);
    let programme = draft.finish().unwrap();
    let due = |from, to| programme.due_between(day(from), day(to)).len();
    assert_eq!(due("2019-05-10", "2019-05-20"), 1);
    assert_eq!(
        (programme.overdue(day("2019-05-31")).len(), due("2019-06-01", "2019-07-01")),
        (0, 0)
    );
    assert_eq!(programme.overdue(day("2019-06-01")).len(), 1);
}
