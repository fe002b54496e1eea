//! Verbs of an edit by hand, each with what it refuses; then any sequence of them against a plain
//! model, and the laws of differences.

mod laws;
mod machine;

use programme::{
    Action, ActionId, ActionPlan, Decision, Deliverable, Draft, Milestone, Programme,
    Recommendation,
    change::{Change, Edit, EditError},
    document::Document,
    model::{About, Lead, MovementKind, Redating, Reserve, State, StatusNote},
    rollup::{self, Policy},
    rules::{self, Settings},
    values::{ActionStatus, Id, Identified, Money, Percent, Printed, Timescale, When},
};

use crate::day;

const ON: &str = "2020-01-15";

/// A1 (due March 2020) and A2 answer R1 and R2; A3 answers R1 and has the part A3.1; A4 is "Completed"; A5 is "In
/// progress, due June 2020". There are a milestone, a reserve and a decision.
fn programme() -> Programme {
    let mut draft = Draft::new(About::named("Example"));
    for (reference, title) in [("R1", "Tell people"), ("R2", "Ask people")] {
        draft.put(Recommendation::new(draft.key(reference.parse().unwrap()), title));
    }
    for (reference, timescale, answers) in [
        ("A1", "March 2020", "R1"),
        ("A2", "", "R2"),
        ("A3", "May 2020", "R1"),
        ("A3.1", "", ""),
        ("A4", "Completed", ""),
        ("A5", "In progress, due June 2020", ""),
    ] {
        let mut action = Action::new(draft.key(reference.parse().unwrap()), "Publish the plan");
        action.timescale = Timescale::read(timescale);
        action.answers.extend((!answers.is_empty()).then(|| id::<Recommendation>(answers)));
        action.parent = (reference == "A3.1").then(|| id("A3"));
        action.leads.push(Lead::named("Director of Place"));
        draft.put(action);
    }
    let mut milestone = Milestone::new(draft.key("M1".parse().unwrap()), "Hub open");
    milestone.timescale = Timescale::read("June 2020");
    draft.put(milestone);
    draft.put(Reserve::new(draft.key("RSV1".parse().unwrap()), "Management of Change"));
    draft.put(Decision::new(draft.key("DEC1".parse().unwrap()), "Leave it"));
    draft.finish().unwrap()
}

fn id<R: Identified>(reference: &str) -> Id<R> {
    Id::derive(About::named("Example").id, reference.parse().unwrap())
}

fn action(reference: &str) -> ActionId {
    id(reference)
}

fn new_action(reference: &str) -> Action {
    let draft = Draft::new(About::named("Example"));
    Action::new(draft.key(reference.parse().unwrap()), "Publish the plan")
}

fn reason(words: &str) -> Redating {
    Redating { reason: Some(words.into()), ..Redating::default() }
}

/// The programme after verbs of a day, which all hold; what is written reads as the same.
#[track_caller]
fn after(before: &Programme, on: &str, say: impl FnOnce(&mut Edit)) -> Programme {
    let mut edit = Edit::of(before, day(on));
    say(&mut edit);
    let after = before.apply(&edit.changes()).unwrap();
    let text = Document::of(&after).to_json();
    assert_eq!(Document::from_json(&text).unwrap().check().lenient().0, after);
    after
}

fn row<'p>(programme: &'p Programme, reference: &str) -> &'p Action {
    programme.get(action(reference)).unwrap()
}

fn status(programme: &Programme, reference: &str, on: &str) -> Option<ActionStatus> {
    programme.standing(row(programme, reference), day(on)).status
}

fn state(programme: &Programme, reference: &str, on: &str) -> State {
    let at = programme.actions().iter().position(|row| row.key.id == action(reference));
    programme.states(day(on)).nth(at.unwrap()).unwrap()
}

/// What a verb is refused with; it leaves the edit as it was.
#[track_caller]
fn refused<T: std::fmt::Debug>(
    before: &Programme,
    on: &str,
    say: impl FnOnce(&mut Edit) -> Result<T, EditError>,
) -> String {
    let mut edit = Edit::of(before, day(on));
    let error = say(&mut edit).unwrap_err();
    assert_eq!(edit.changes(), [], "{error}");
    error.to_string()
}

#[test]
fn progress_is_reported_for_its_day_and_later() {
    let before = programme();
    let half = Percent::from_hundredths(5000).unwrap();
    let said = after(&before, ON, |edit| {
        edit.report(action("A1"), ActionStatus::InProgress, "Survey is out").unwrap();
        edit.report_percent(action("A2"), ActionStatus::NotStarted, half, " ").unwrap();
    });
    assert_eq!(status(&said, "A1", "2020-01-14"), None);
    assert_eq!(status(&said, "A1", ON), Some(ActionStatus::InProgress));
    let note = &row(&said, "A1").status[0];
    assert_eq!(note.text.as_deref(), Some("Survey is out"));
    assert_eq!(note.as_at.as_ref().map(ToString::to_string).as_deref(), Some("15 January 2020"));
    assert_eq!(note.on, None, "when it began is not said");
    let standing = said.standing(row(&said, "A2"), day(ON));
    assert_eq!((standing.status, standing.percent), (Some(ActionStatus::NotStarted), Some(half)));
    assert_eq!(row(&said, "A2").status[0].text, None, "blank words are none");
}

#[test]
fn completion_is_dated_and_shown() {
    let before = programme();
    let done = after(&before, ON, |edit| {
        edit.complete(action("A1"), "Cabinet minutes, item 4").unwrap();
        edit.complete(id::<Milestone>("M1"), "Photograph").unwrap();
    });
    assert_eq!(state(&done, "A1", ON), State::Complete);
    let milestone = done.get(id::<Milestone>("M1")).unwrap();
    let standing = done.milestone_standing(milestone, day(ON));
    assert_eq!(standing.status, Some(ActionStatus::Complete));
    let codes = |programme: &Programme| -> Vec<String> {
        let run = rules::lint(programme, &Settings::as_at(day(ON)));
        let found = run.findings.iter().filter(|f| f.subjects.contains(&action("A1").into()));
        found.map(|finding| finding.code().to_string()).collect()
    };
    assert!(!codes(&done).contains(&"ACT-005".to_owned()), "it is dated and shown");
    let accepted = after(&done, ON, |edit| edit.accept(action("A1"), "Board").unwrap());
    assert_eq!(state(&accepted, "A1", ON), State::Accepted);
    assert!(!codes(&accepted).contains(&"ACT-005".to_owned()));
    let again = after(&accepted, ON, |edit| edit.reopen(action("A1"), "A page lacks").unwrap());
    assert_eq!(status(&again, "A1", ON), Some(ActionStatus::InProgress), "said on the same day");
}

#[test]
fn a_redating_keeps_the_date_its_words_and_the_state() {
    let before = programme();
    let moved = after(&before, ON, |edit| {
        let agreed = Redating { agreed: Some("Programme board".into()), ..reason("Ran late") };
        edit.redate(action("A1"), Timescale::read("end of  June 2020"), agreed).unwrap();
        edit.redate(action("A3.1"), Timescale::read("TBC"), reason("Ran late")).unwrap();
        edit.redate(action("A5"), Timescale::read("July 2020"), reason("Ran late")).unwrap();
        edit.redate(id::<Milestone>("M1"), Timescale::read("2021"), reason("Ran late")).unwrap();
    });
    let first = row(&moved, "A1");
    assert_eq!(first.timescale.words(), "end of  June 2020", "to the letter");
    let redated = &first.redated[0];
    assert_eq!((redated.from.words().as_ref(), redated.is_agreed()), ("March 2020", true));
    assert_eq!(redated.on, Some(When::read("15 January 2020")));
    assert_eq!(row(&moved, "A3.1").redated[0].from.words(), "May 2020", "the date of its whole");
    assert_eq!(status(&moved, "A5", ON), Some(ActionStatus::InProgress), "as its old cell said");
    assert_eq!(status(&before, "A5", "2019-01-01"), status(&moved, "A5", "2019-01-01"));
    assert_eq!(moved.get(id::<Milestone>("M1")).unwrap().redated.len(), 1);
    let twice = after(&moved, "2020-02-01", |edit| {
        edit.redate(action("A1"), Timescale::read("July 2020"), reason("Again")).unwrap();
    });
    let from: Vec<_> = row(&twice, "A1").redated.iter().map(|r| r.from.to_string()).collect();
    assert_eq!(from, ["March 2020", "end of  June 2020"]);
}

#[test]
fn others_lead_and_the_state_stays() {
    let before = after(&programme(), ON, |edit| {
        edit.report(action("A1"), ActionStatus::InProgress, "").unwrap();
    });
    let led = after(&before, "2020-02-01", |edit| {
        edit.reown(action("A1"), [Lead::named("COO")], "Posts were moved").unwrap();
    });
    assert_eq!(row(&led, "A1").leads, [Lead::named("COO")]);
    assert_eq!(row(&led, "A1").status[1].text.as_deref(), Some("Posts were moved"));
    assert_eq!(status(&led, "A1", "2020-02-01"), Some(ActionStatus::InProgress));
}

#[test]
fn what_waits_goes_on_as_it_was() {
    let before = after(&programme(), ON, |edit| {
        edit.report(action("A1"), ActionStatus::NotStarted, "").unwrap();
        for held in ["A1", "A2", "A5"] {
            edit.hold(action(held), "The government's answer").unwrap();
        }
        edit.hold(action("A1"), "Money").unwrap();
    });
    assert_eq!(state(&before, "A1", ON), State::OnHold);
    assert_eq!(row(&before, "A1").status[2].awaiting.as_deref(), Some("Money"));
    let resumed = after(&before, "2020-03-01", |edit| {
        for held in ["A1", "A2", "A5"] {
            edit.resume(action(held)).unwrap();
        }
    });
    let states: Vec<_> = ["A1", "A2", "A5"]
        .iter()
        .map(|held| status(&resumed, held, "2020-03-01").unwrap())
        .collect();
    use ActionStatus::{InProgress, NotStarted};
    assert_eq!(states, [NotStarted, InProgress, InProgress], "stated, not stated, in its cell");
}

#[test]
fn what_is_cancelled_takes_its_open_parts_along() {
    let left = after(&programme(), ON, |edit| {
        edit.cancel(action("A3"), id("DEC1"), "No money").unwrap();
        edit.cancel(id::<Milestone>("M1"), None, "No money").unwrap();
    });
    assert_eq!(state(&left, "A3", ON), State::Cancelled);
    assert_eq!(state(&left, "A3.1", ON), State::AncestorExcluded);
    let note = &row(&left, "A3").status[0];
    assert_eq!(note.decision, Some(id("DEC1")));
    assert_eq!(note.reason.as_deref(), Some("No money"));
    assert_eq!(note.on, Some(When::read("15 January 2020")));
    let message = refused(&left, "2020-02-01", |e| e.complete(action("A3.1"), "Minutes"));
    assert_eq!(
        message,
        "the action `A3.1` is out of the plan, as `A3` is cancelled; add a row of its own for what \
         is taken up again, or correct the note that says so"
    );
}

#[test]
fn what_is_merged_leaves_what_it_answers_to_the_one_that_stays() {
    let before = programme();
    let mut draft = before.to_draft();
    let thing = Deliverable::new(draft.key("DEL1".parse().unwrap()), "The plan");
    draft.get_mut(action("A1")).unwrap().produces.push(thing.key.id);
    draft.put(thing);
    let before = draft.finish().unwrap();
    let merged = after(&before, ON, |edit| {
        edit.merge(&[action("A1"), action("A2"), action("A1")], action("A3.1")).unwrap();
    });
    assert_eq!(state(&merged, "A1", ON), State::Merged);
    assert_eq!(row(&merged, "A2").status[0].successor, Some(action("A3.1")));
    assert_eq!(row(&merged, "A1").status.len(), 1, "said once");
    let stays = row(&merged, "A3.1");
    assert_eq!(stays.answers, [id("R1"), id("R2")], "what it had from its whole, and the new");
    assert_eq!(stays.produces, [id("DEL1")]);
    let same = after(&before, ON, |edit| edit.merge(&[action("A1")], action("A3.1")).unwrap());
    assert_eq!(row(&same, "A3.1").answers, [], "it answers that with its whole");
}

#[test]
fn a_whole_counts_through_what_it_is_split_into() {
    let before = programme();
    let split = after(&before, ON, |edit| {
        edit.split(action("A2"), [new_action("A2.1"), new_action("A2.2")]).unwrap();
        edit.complete(action("A2.1"), "Minutes").unwrap();
    });
    assert_eq!(state(&split, "A2", ON), State::Divided);
    let by = |programme: &Programme| {
        let progress = rollup::progress(programme, &Policy::pooled(), day(ON));
        (progress.counted(), progress.complete())
    };
    // A1, A2, A3.1, A4 and A5; then both parts instead of A2.
    assert_eq!((by(&before), by(&split)), ((5, 1), (6, 2)));
}

#[test]
fn a_drawdown_is_a_movement_of_the_day() {
    let before = programme();
    let amount: Money = "£361,000".parse().unwrap();
    let drawn = after(&before, ON, |edit| {
        let reference = "MOV1".parse().unwrap();
        let movement =
            edit.draw_down(id("RSV1"), amount, id("DEC1"), "Phase 2", reference).unwrap();
        assert_eq!(movement, id("MOV1"));
    });
    let movement = drawn.movements().iter().next().unwrap();
    assert_eq!(movement.kind, Some(MovementKind::Drawdown));
    assert_eq!(movement.amount.as_ref().and_then(Printed::value), Some(&amount));
    assert_eq!(movement.date, Some(When::read("15 January 2020")));
    assert_eq!((movement.reserve, movement.decision), (Some(id("RSV1")), Some(id("DEC1"))));
}

#[test]
fn changes_are_one_a_row_in_one_order() {
    let before = programme();
    let mut edit = Edit::of(&before, day(ON));
    edit.complete(id::<Milestone>("M1"), "Photograph").unwrap();
    edit.add(new_action("A10")).unwrap();
    edit.report(action("A10"), ActionStatus::InProgress, "").unwrap();
    edit.hold(action("A2"), "Money").unwrap();
    edit.resume(action("A2")).unwrap();
    let changes = edit.changes();
    let kinds: Vec<_> = changes.iter().map(|c| matches!(c, Change::Add(_))).collect();
    let rows: Vec<_> = changes.iter().filter_map(Change::subject).collect();
    assert_eq!(rows, [action("A2").into(), action("A10").into(), id::<Milestone>("M1").into()]);
    assert_eq!(kinds, [false, true, false]);
}

#[test]
fn no_state_follows_one_that_it_must_not() {
    let before = after(&programme(), ON, |edit| {
        edit.complete(action("A1"), "Minutes").unwrap();
        edit.cancel(action("A2"), None, "No money").unwrap();
    });
    let on = "2020-02-01";
    let left = "is out of the plan";
    for (reference, why) in [("A1", "is complete; reopen it first and say why"), ("A2", left)] {
        let of = action(reference);
        let june = || Timescale::read("June 2020");
        for message in [
            refused(&before, on, |e| e.report(of, ActionStatus::InProgress, "")),
            refused(&before, on, |e| e.complete(of, "Minutes")),
            refused(&before, on, |e| e.hold(of, "Money")),
            refused(&before, on, |e| e.redate(of, june(), reason("Late"))),
            refused(&before, on, |e| e.cancel(of, None, "No money")),
            refused(&before, on, |e| e.supersede(of, action("A3"), None)),
            refused(&before, on, |e| e.merge(&[action("A5"), of], action("A3"))),
            refused(&before, on, |e| e.split(of, [new_action("A9")])),
        ] {
            assert!(message.contains(why) && message.contains(reference), "{message}");
        }
    }
    for message in [
        refused(&before, on, |e| e.accept(action("A2"), "Minutes")),
        refused(&before, on, |e| e.reopen(action("A2"), "It is not")),
        refused(&before, on, |e| e.resume(action("A2"))),
        refused(&before, on, |e| e.reown(action("A2"), [Lead::named("COO")], "Moved")),
    ] {
        assert!(message.contains(left), "{message}");
    }
    for message in [
        refused(&before, on, |e| e.accept(action("A5"), "Minutes")),
        refused(&before, on, |e| e.reopen(action("A5"), "It is not")),
    ] {
        assert!(message.contains("is not complete"), "{message}");
    }
    let message = refused(&before, on, |e| e.resume(action("A1")));
    assert!(message.contains("is not on hold"), "{message}");
    // A cell that says "Completed" is as good as a note.
    let message = refused(&before, on, |e| e.complete(action("A4"), "Minutes"));
    assert!(message.contains("`A4` is complete"), "{message}");
    for out in ["superseded", "merged", "duplicate", "rejected", "transferred"] {
        let mut draft = before.to_draft();
        let note = StatusNote { state: Some(Printed::read(out)), ..StatusNote::default() };
        draft.get_mut(action("A5")).unwrap().status.push(note);
        let before = draft.finish().unwrap();
        let message = refused(&before, on, |e| e.complete(action("A5"), "Minutes"));
        assert!(message.contains(&format!("as `A5` is {out}")), "{message}");
    }
}

#[test]
fn words_that_have_to_be_there_are_asked_for() {
    let before = after(&programme(), ON, |edit| edit.complete(action("A1"), "Minutes").unwrap());
    let a2 = action("A2");
    let june = || Timescale::read("June 2020");
    for (message, wanted) in [
        (
            refused(&before, ON, |e| e.complete(a2, " ")),
            "nothing shows that the action `A2` is done",
        ),
        (refused(&before, ON, |e| e.accept(action("A1"), "")), "nothing shows"),
        (refused(&before, ON, |e| e.reopen(action("A1"), "")), "give the reason"),
        (refused(&before, ON, |e| e.hold(a2, "\n")), "what the action `A2` waits for"),
        (refused(&before, ON, |e| e.cancel(a2, id("DEC1"), "")), "give the reason"),
        (refused(&before, ON, |e| e.redate(a2, june(), Redating::default())), "give the reason"),
        (refused(&before, ON, |e| e.redate(a2, june(), reason(" "))), "give the reason"),
        (refused(&before, ON, |e| e.reown(a2, [Lead::named("COO")], "")), "give the reason"),
        (refused(&before, ON, |e| e.reown(a2, [], "Moved")), "nobody would lead"),
        (refused(&before, ON, |e| e.reown(a2, [Lead::named("TBC")], "Moved")), "nobody would lead"),
    ] {
        assert!(message.contains(wanted), "{message}");
    }
}

#[test]
fn states_with_verbs_of_their_own_are_not_reported() {
    let before = programme();
    for (status, verb) in [
        (ActionStatus::OnHold, "put it on hold"),
        (ActionStatus::Complete, "complete it"),
        (ActionStatus::Accepted, "accept it"),
        (ActionStatus::Cancelled, "cancel it"),
        (ActionStatus::Superseded, "supersede it"),
        (ActionStatus::Merged, "merge it"),
        (ActionStatus::Transferred, "replace the row"),
    ] {
        let message = refused(&before, ON, |e| e.report(action("A1"), status, ""));
        assert!(message.contains(verb), "{message}");
    }
}

#[test]
fn another_date_is_a_date_and_another() {
    let before = programme();
    let redate = |of: &str, words: &str| {
        refused(&before, ON, |e| e.redate(action(of), Timescale::read(words), reason("Late")))
    };
    assert!(redate("A1", "March 2020").contains("is due `March 2020` as it is"));
    assert!(redate("A3.1", "May 2020").contains("is due `May 2020` as it is"), "with its whole");
    for words in ["", "Completed", "cancelled", "In progress, due July 2020"] {
        assert!(redate("A1", words).contains("is no date"), "{words}");
    }
}

#[test]
fn nothing_gives_way_to_what_will_not_carry_it() {
    let mut draft = programme().to_draft();
    let mut later = StatusNote::new(ActionStatus::Superseded);
    (later.on, later.successor) = (Some(When::read("1 June 2020")), Some(action("A1")));
    draft.get_mut(action("A5")).unwrap().status.push(later);
    let before = after(&draft.finish().unwrap(), ON, |edit| {
        edit.cancel(action("A2"), None, "No money").unwrap();
    });
    for (by, wanted) in [
        ("A1", "`A1` cannot take its own place"),
        ("A2", "cannot give way to `A2`, which is out of the plan"),
        ("A5", "cannot give way to `A5`, which gives way to it in turn"),
        ("A9", "is not there; add it, or name another"),
    ] {
        for message in [
            refused(&before, ON, |e| e.supersede(action("A1"), action(by), None)),
            refused(&before, ON, |e| e.merge(&[action("A3"), action("A1")], action(by))),
        ] {
            assert!(message.contains(wanted), "{message}");
        }
    }
    for (one, other) in [("A3", "A3.1"), ("A3.1", "A3")] {
        let message = refused(&before, ON, |e| e.supersede(action(one), action(other), None));
        assert!(message.contains("are whole and part"), "{message}");
    }
    let message = refused(&before, ON, |e| e.merge(&[action("A1")], action("A4")));
    assert!(message.contains("`A4` is complete"), "what is open would count as done: {message}");
    let message = refused(&before, ON, |e| e.merge(&[], action("A3")));
    assert!(message.contains("nothing is to be merged"), "{message}");
}

#[test]
fn what_is_not_newest_is_to_be_corrected_instead() {
    let before = after(&programme(), ON, |edit| {
        edit.report(action("A1"), ActionStatus::InProgress, "").unwrap();
        edit.redate(action("A2"), Timescale::read("May 2020"), reason("Late")).unwrap();
    });
    for (of, verb) in [("A1", "complete"), ("A2", "hold")] {
        let message = refused(&before, "2020-01-14", |e| match verb {
            "complete" => e.complete(action(of), "Minutes"),
            _ => e.hold(action(of), "Money"),
        });
        let wanted = format!(
            "what is said of the action `{of}` for 2020-01-14 would not be the newest: there is a \
             statement of 2020-01-15; say it for 2020-01-15 or later, or, in a history, make the edit \
             on the state of 2020-01-14 and record it as a correction"
        );
        assert_eq!(message, wanted);
    }
    // Notes without a day are of the day of their plan.
    let mut draft = programme().to_draft();
    let mut plan = ActionPlan::new(draft.key("PLAN1".parse().unwrap()), "The plan");
    plan.as_at = Some(When::read("March 2020"));
    let row = draft.get_mut(action("A3.1")).unwrap();
    row.status.push(StatusNote::new(ActionStatus::InProgress));
    draft.get_mut(action("A3")).unwrap().plan = Some(plan.key.id);
    draft.put(plan);
    let planned = draft.finish().unwrap();
    let message = refused(&planned, "2020-03-30", |e| e.complete(action("A3.1"), "Minutes"));
    assert!(message.contains("a statement of 2020-03-31"), "{message}");
    after(&planned, "2020-03-31", |e| e.complete(action("A3.1"), "Minutes").unwrap());
    let message = refused(&before, "2200-01-01", |e| e.hold(action("A1"), "Money"));
    assert!(message.contains("beyond the years 1900 to 2199"), "{message}");
}

#[test]
fn what_is_gone_or_there_is_named() {
    let before = programme();
    for message in [
        refused(&before, ON, |e| e.complete(action("A9"), "Minutes")),
        refused(&before, ON, |e| e.split(action("A9"), [new_action("A9.1")])),
        refused(&before, ON, |e| e.merge(&[action("A9")], action("A1"))),
        refused(&before, ON, |e| e.hold(id::<Milestone>("M9"), "Money")),
    ] {
        assert!(message.contains("is not there; add it, or name another"), "{message}");
    }
    for message in [
        refused(&before, ON, |e| e.add(new_action("A1"))),
        refused(&before, ON, |e| e.split(action("A1"), [new_action("A9"), new_action("A2")])),
        refused(&before, ON, |e| e.split(action("A1"), [new_action("A9"), new_action("A9")])),
    ] {
        assert!(message.contains("is taken"), "{message}");
    }
    let message = refused(&before, ON, |e| e.split(action("A1"), []));
    assert!(message.contains("would be split into nothing"), "{message}");
    for amount in ["£0", "-£5"] {
        let amount: Money = amount.parse().unwrap();
        let reference = "MOV1".parse().unwrap();
        let message =
            refused(&before, ON, |e| e.draw_down(id("RSV1"), amount, None, "", reference));
        assert!(message.contains("cannot be drawn from the reserve `RSV1`"), "{message}");
    }
    let (amount, reference) = ("£5".parse().unwrap(), "MOV1".parse().unwrap());
    let message = refused(&before, ON, |e| e.draw_down(id("RSV9"), amount, None, "", reference));
    assert!(message.contains("the reserve with the id"), "{message}");
}
