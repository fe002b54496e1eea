//! Laws of histories, and what cannot be recorded.

use programme::{
    Action, Draft, Programme,
    change::{self, Change},
    history::{Baseline, BaselineReason, History, HistoryError, Known, Revision},
    model::{About, Key},
    report,
    rollup::Policy,
    rules::{self, Settings},
    values::{Id, Timescale},
};
use proptest::prelude::*;

use crate::{day, history_document::histories, two_states};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn all_that_is_known_is_the_latest_state(history in histories()) {
        prop_assert_eq!(&history.known(Known::Now).unwrap(), history.latest());
        let last = history.revisions().map(|revision| revision.effective).max().unwrap();
        prop_assert_eq!(&history.as_at(last, Known::Now).unwrap(), history.latest());
        let again = History::of(history.revisions().cloned()).unwrap();
        prop_assert_eq!(again.latest(), history.latest());
    }

    #[test]
    fn what_is_known_by_a_day_hangs_on_nothing_that_was_recorded_later(history in histories()) {
        let revisions: Vec<Revision> = history.revisions().cloned().collect();
        for (at, revision) in revisions.iter().enumerate() {
            let then = History::of(revisions[..=at].iter().cloned()).unwrap();
            let number = revision.number();
            prop_assert_eq!(
                then.latest(),
                &history.known(Known::Revision(number)).unwrap(),
                "as known by revision {}", number
            );
            for day in revisions.iter().map(|other| other.effective) {
                let (old, new) = (then.as_at(day, Known::Now), history.as_at(day, Known::Revision(number)));
                prop_assert_eq!(old.ok(), new.ok());
            }
        }
    }

    /// Changes of different rows end the same in whichever order they are recorded.
    #[test]
    fn changes_of_different_rows_end_the_same((before, after) in two_states::states()) {
        let on = day("2020-01-01");
        let changes = change::diff(&before, &after);
        let (mine, theirs): (Vec<_>, Vec<_>) =
            changes.into_iter().enumerate().partition(|(at, _)| at % 2 == 0);
        let only = |changes: Vec<(usize, Change)>| changes.into_iter().map(|(_, c)| c).collect::<Vec<_>>();
        let (mine, theirs) = (only(mine), only(theirs));
        let ends = |first: &[Change], second: &[Change]| -> Option<Programme> {
            let mut history = History::begin(&before, Revision::new(on, on)).unwrap();
            let [mut one, mut other] = [history.next(on, on), history.next(on, on)];
            one.changes = first.to_vec();
            other.changes = second.to_vec();
            history.record(one).ok()?;
            history.merge(other).ok()?;
            Some(history.latest().clone())
        };
        // Half of the changes alone may leave a link that leads nowhere, and is refused then.
        if let (Some(one), Some(other)) = (ends(&mine, &theirs), ends(&theirs, &mine)) {
            prop_assert_eq!(&one, &other);
            prop_assert_eq!(one, after);
        }
    }
}

/// One action, due in March 2020, as at 4 September 2019.
fn plan() -> (History, Action) {
    let mut draft = Draft::new(About::named("Example"));
    let mut action = Action::new(draft.key("A1".parse().unwrap()), "Write the plan");
    action.timescale = Timescale::read("March 2020");
    draft.put(action.clone());
    let september = day("2019-09-04");
    let begun = Revision::new(september, september);
    (History::begin(&draft.finish().unwrap(), begun).unwrap(), action)
}

fn change(history: &History, days: (&str, &str), change: Change) -> Revision {
    Revision { changes: vec![change], ..history.next(day(days.0), day(days.1)) }
}

#[test]
fn a_conflict_names_the_fields_that_each_of_both_sets() {
    let (mut history, action) = plan();
    let days = ("2019-12-31", "2020-01-10");
    // One gives another date and title, the other another lead; neither saw the other.
    let mut theirs = action.clone();
    theirs.timescale = Timescale::read("June 2020");
    theirs.title = "Write and print the plan".into();
    let mut mine = action.clone();
    mine.leads.push(programme::model::Lead::named("COO"));
    let mut mine = change(&history, days, Change::replace(mine));
    mine.changes.push(Change::about(About {
        scope: Some("All".into()),
        ..history.latest().about().clone()
    }));
    let theirs = change(&history, days, Change::replace(theirs));
    let gone = change(&history, days, Change::remove(action.key.id));
    history.record(theirs).unwrap();
    let conflicts = |history: &mut History, revision: &Revision| {
        let error = history.merge(revision.clone()).unwrap_err();
        let HistoryError::Stale { conflicts, .. } = &error else { panic!("{error}") };
        let fields = conflicts.iter().map(|one| (one.with, one.fields.clone(), one.own.clone()));
        (fields.collect::<Vec<_>>(), error.to_string())
    };
    let (fields, told) = conflicts(&mut history, &mine);
    assert_eq!(fields, [(2, vec!["title", "timescale"], vec!["leads"])]);
    assert_eq!(
        told,
        "the revision was made on revision 1, and the last is 2; both change the action `A1` \
        (revision 2 its title, timescale; this one its leads); look at it again and make the change anew"
    );
    // Two revisions since then are told one by one, and what they set is told against what they found.
    let mut later = history.latest().get(action.key.id).unwrap().clone();
    later.timescale = Timescale::read("July 2020");
    let later = change(&history, days, Change::replace(later));
    history.record(later).unwrap();
    let (fields, _) = conflicts(&mut history, &mine);
    let leads = vec!["leads"];
    assert_eq!(
        fields,
        [(2, vec!["title", "timescale"], leads.clone()), (3, vec!["timescale"], leads)]
    );
    // Who takes the row out sets no field of it.
    let (fields, told) = conflicts(&mut history, &gone);
    assert_eq!(fields[1], (3, vec!["timescale"], vec![]));
    assert!(told.contains("(revision 3 its timescale);"), "{told}");
    // So it is of the programme itself.
    let named = About { name: "Response".into(), ..history.latest().about().clone() };
    let about = change(&history, days, Change::about(named));
    history.record(about).unwrap();
    let (fields, told) = conflicts(&mut history, &mine);
    assert_eq!(fields.last().unwrap(), &(4, vec!["name"], vec!["scope"]));
    assert!(
        told.contains("the programme itself (revision 4 its name; this one its scope)"),
        "{told}"
    );
}

#[test]
fn a_part_that_is_later_than_its_whole_was_is_told_of_the_baseline() {
    let (mut history, action) = plan();
    history.set_baseline(Baseline::new("As agreed", 1, day("2019-09-04"))).unwrap();
    let part = |reference: &str, timescale: &str| {
        let key = Key::derive(history.latest().about().id, reference.parse().unwrap());
        let mut part = Action::new(key, format!("Do {reference}"));
        part.parent = Some(action.key.id);
        part.timescale = Timescale::read(timescale);
        Change::add(part)
    };
    let (first, second) = (part("A1.1", "March 2020"), part("A1.2", "June 2020"));
    let mut split = change(&history, ("2019-12-31", "2020-01-10"), first);
    split.changes.push(second);
    history.record(split).unwrap();
    let settings = Settings::as_at(day("2020-01-31"));
    let days = [day("2019-12-31")];
    let report = report::history_report(&history, &days, &Policy::pooled(), &settings).unwrap();
    let baseline = report.baseline.as_ref().unwrap();
    let moved = baseline.moved.iter().map(|line| {
        let whole = line.whole.as_ref().map(|whole| whole.reference.as_str());
        (line.row.reference.as_str(), whole, line.class, line.days_least, line.days_most)
    });
    let moved: Vec<_> = moved.collect();
    assert_eq!(moved, [("A1.2", Some("A1"), "later", Some(62), Some(121))]);
    let added: Vec<_> = baseline.added.iter().map(|row| row.reference.as_str()).collect();
    assert_eq!(added, ["A1.1", "A1.2"]);
    let text = report::to_text(&report);
    assert!(text.contains("March 2020, of A1"), "{text}");
    let run = rules::lint_history(&history, &settings).unwrap();
    let found = run.findings.iter().filter(|found| found.code().to_string() == "HIS-004");
    let found: Vec<_> = found.map(|found| found.message.as_str()).collect();
    let told = "'Do A1.2' is due 'June 2020', and 'March 2020' as part of A1 in the baseline 'As agreed'; \
        no decision is held that moved it.";
    assert_eq!(found, [told]);
}

#[test]
fn a_correction_keeps_what_later_revisions_set() {
    let (mut history, mut action) = plan();
    action.timescale = Timescale::read("June 2020");
    let quarter = change(&history, ("2019-12-31", "2020-01-10"), Change::replace(action.clone()));
    history.record(quarter).unwrap();
    // In February somebody sees that the title and the date of September were mistyped.
    let mut first =
        history.as_at(day("2019-09-04"), Known::Now).unwrap().get(action.key.id).unwrap().clone();
    first.title = "Write and print the plan".into();
    first.timescale = Timescale::read("April 2020");
    let mut correction = change(&history, ("2019-09-04", "2020-02-01"), Change::replace(first));
    let plain = correction.clone();
    assert!(matches!(history.record(plain), Err(HistoryError::EffectiveEarlier { .. })));
    correction.corrects = Some(1);
    history.record(correction).unwrap();
    let told = |on: &str, known| {
        let programme = history.as_at(day(on), known).unwrap();
        let action = programme.get(action.key.id).unwrap();
        format!("{}, {}", action.title, action.timescale)
    };
    assert_eq!(told("2019-09-04", Known::Now), "Write and print the plan, April 2020");
    // December gave another date, and no other title.
    assert_eq!(told("2019-12-31", Known::Now), "Write and print the plan, June 2020");
    assert_eq!(told("2019-12-31", Known::By(day("2020-01-31"))), "Write the plan, June 2020");
    assert_eq!(told("2019-12-31", Known::By(day("2020-01-09"))), "Write the plan, March 2020");
}

#[test]
fn a_correction_takes_out_nothing_that_was_changed_since() {
    let (mut history, mut action) = plan();
    action.timescale = Timescale::read("June 2020");
    let quarter = change(&history, ("2019-12-31", "2020-01-10"), Change::replace(action.clone()));
    history.record(quarter).unwrap();
    let mut correction =
        change(&history, ("2019-09-04", "2020-02-01"), Change::remove(action.key.id));
    correction.corrects = Some(1);
    let before = history.clone();
    let Err(HistoryError::Overtaken { revision: 3, by: 2, .. }) = history.record(correction) else {
        panic!("the row would be lost");
    };
    assert_eq!(history, before, "nothing was recorded");
}

#[test]
fn what_cannot_be_recorded_is_told_with_row_and_revision() {
    let (mut history, action) = plan();
    let gone = Action::new(Key::new(Id::named("gone"), "A9".parse().unwrap()), "Print it");
    let error =
        history.record(change(&history, ("2019-12-31", "2019-12-31"), Change::replace(gone)));
    let message = error.unwrap_err().to_string();
    assert!(
        message.starts_with("revision 2 cannot be applied: the action `A9` is not there"),
        "{message}"
    );

    let early = change(&history, ("2019-12-31", "2019-09-03"), Change::remove(action.key.id));
    assert!(matches!(
        history.record(early),
        Err(HistoryError::RecordedEarlier { revision: 2, .. })
    ));

    // The id of an action that was there, for a post.
    let remove = change(&history, ("2019-12-31", "2019-12-31"), Change::remove(action.key.id));
    history.record(remove).unwrap();
    let key = Key::new(Id::from_uuid(action.key.id.uuid()), "POST1".parse().unwrap());
    let post = programme::Post::new(key, "Chief Executive");
    let reused = change(&history, ("2020-01-31", "2020-01-31"), Change::add(post));
    assert!(matches!(history.record(reused), Err(HistoryError::IdReused { revision: 3, .. })));
    // The same action again is no other thing.
    let back = change(&history, ("2020-01-31", "2020-01-31"), Change::add(action));
    assert_eq!(history.record(back), Ok(3));

    let asked = history.as_at(day("2019-09-03"), Known::Now);
    assert!(matches!(asked, Err(HistoryError::BeforeFirst { .. })));
    let asked = history.known(Known::Revision(9));
    assert_eq!(asked, Err(HistoryError::NoRevision { revision: 9, last: 3 }));
    let asked = history.known(Known::By(day("2019-09-03")));
    assert!(matches!(asked, Err(HistoryError::BeforeFirst { .. })));

    let first = history.revision(1).unwrap().clone();
    assert_eq!(History::of([]), Err(HistoryError::Empty));
    let bare = Revision { changes: first.changes[1..].to_vec(), ..first };
    assert_eq!(History::of([bare]), Err(HistoryError::Incomplete));
}

#[test]
fn a_baseline_wants_its_revision_its_decision_and_a_reason() {
    let (mut history, _) = plan();
    let on = day("2019-09-04");
    let unknown = history.set_baseline(Baseline::new("Agreed", 2, on));
    assert_eq!(unknown, Err(HistoryError::NoRevision { revision: 2, last: 1 }));
    let mut agreed = Baseline::new("Agreed", 1, on);
    agreed.approved_by = Some(Id::named("no such decision"));
    assert!(matches!(history.set_baseline(agreed), Err(HistoryError::NoDecision { .. })));
    assert_eq!(history.set_baseline(Baseline::new("Agreed", 1, on)), Ok(1));
    let mut again = Baseline::new("Again", 1, on);
    assert_eq!(history.set_baseline(again.clone()), Err(HistoryError::NoReason { number: 2 }));
    (again.reason, again.because) = (Some(BaselineReason::Time), Some("The vote was late".into()));
    assert_eq!(history.set_baseline(again), Ok(2));
    assert_eq!(history.baselines()[0].name, "Agreed", "the old one is kept");
    assert!(matches!(history.at_baseline(3), Err(HistoryError::NoBaseline { number: 3, last: 2 })));
}

#[test]
fn a_correction_of_a_note_keeps_the_notes_that_followed() {
    use programme::{
        model::StatusNote,
        values::{ActionStatus, When},
    };
    let note = |state, on: &str, text: &str| {
        let mut note = StatusNote::new(state);
        (note.as_at, note.text) = (Some(When::read(on)), Some(text.to_owned()));
        note
    };
    let (mut history, mut action) = plan();
    action.status = vec![note(ActionStatus::InProgress, "30 September 2019", "A draft is out")];
    let autumn = change(&history, ("2019-09-30", "2019-10-04"), Change::replace(action.clone()));
    history.record(autumn).unwrap();
    action.status.push(note(ActionStatus::Complete, "31 December 2019", "It is printed"));
    let winter = change(&history, ("2019-12-31", "2020-01-10"), Change::replace(action.clone()));
    history.record(winter).unwrap();

    // In February it turns out that the draft of September was no draft.
    let mut then = action.clone();
    then.status = vec![note(ActionStatus::NotStarted, "30 September 2019", "Nobody had begun")];
    let mut correction = change(&history, ("2019-09-30", "2020-02-01"), Change::replace(then));
    correction.corrects = Some(2);
    history.record(correction).unwrap();
    let told = |on: &str| -> Vec<String> {
        let programme = history.as_at(day(on), Known::Now).unwrap();
        let notes = &programme.get(action.key.id).unwrap().status;
        notes.iter().map(|note| note.text.clone().unwrap()).collect()
    };
    assert_eq!(told("2019-09-30"), ["Nobody had begun"]);
    assert_eq!(told("2019-12-31"), ["Nobody had begun", "It is printed"]);
}

#[test]
fn a_correction_may_be_approved_by_a_decision_that_came_later() {
    use programme::document::HistoryDocument;
    let (mut history, mut action) = plan();
    let mut decision = programme::Decision::new(
        history.latest().to_draft().key("DEC1".parse().unwrap()),
        "Correct the plan",
    );
    decision.date = Some(programme::values::When::read("17 December 2019"));
    let id = decision.key.id;
    history.record(change(&history, ("2019-12-31", "2019-12-31"), Change::add(decision))).unwrap();
    action.title = "Write and print the plan".into();
    let mut correction = change(&history, ("2019-09-04", "2020-02-01"), Change::replace(action));
    (correction.corrects, correction.approved_by) = (Some(1), vec![id]);
    history.record(correction).unwrap();
    let text = HistoryDocument::of(&history).to_json();
    let again = HistoryDocument::from_json(&text).unwrap().check().strict();
    assert_eq!(again.unwrap_or_else(|findings| panic!("{findings}")), history);
}

#[test]
fn nothing_is_fixed_or_published_before_it_was_known() {
    use programme::rollup::Policy;
    let (mut history, action) = plan();
    let remove = change(&history, ("2019-12-31", "2020-01-10"), Change::remove(action.key.id));
    history.record(remove).unwrap();
    let early = history.set_baseline(Baseline::new("Agreed", 2, day("2019-12-31")));
    let message = early.unwrap_err().to_string();
    assert_eq!(
        message,
        "baseline 1 is dated 2019-12-31, and revision 2 was recorded on 2020-01-10; give it that day or a later one"
    );
    let ahead = history.publish("March", day("2020-03-31"), day("2020-01-31"), Policy::pooled());
    assert!(matches!(ahead, Err(HistoryError::TooEarly { .. })), "{ahead:?}");
    assert_eq!(
        history.publish("January", day("2020-01-10"), day("2020-01-31"), Policy::pooled()),
        Ok(1)
    );
}
