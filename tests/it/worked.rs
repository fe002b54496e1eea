//! Worked examples of progress and dates, each stated by hand.

use programme::{
    Programme,
    model::DueState,
    rollup::{
        self, Assessment, Credit, Grouping, MissingWeight, NodeState, Policy, Ratio, Reason,
        Weighting,
    },
};

use crate::{day, document, read};

const ON: &str = "2020-01-01";

/// A plan of actions, each with further fields.
fn plan(actions: &[&str]) -> Programme {
    let rows: Vec<_> = actions
        .iter()
        .enumerate()
        .map(|(at, fields)| {
            format!(r#"{{"reference": "A{}", "title": "Do it", {fields}}}"#, at + 1)
        })
        .collect();
    read(&document(&format!(r#""actions": [{}]"#, rows.join(", "))))
}

fn states(counts: &[(&str, usize)]) -> Programme {
    let fields: Vec<String> = counts
        .iter()
        .flat_map(|(state, count)| std::iter::repeat_n(format!(r#""status": "{state}""#), *count))
        .collect();
    plan(&fields.iter().map(String::as_str).collect::<Vec<_>>())
}

fn share(programme: &Programme, policy: &Policy) -> rollup::Known {
    *rollup::progress(programme, policy, day(ON)).assess().known().unwrap()
}

fn ratio(num: u128, den: u128) -> Ratio {
    Ratio::new(num, den).unwrap()
}

#[test]
fn in_progress_without_figures() {
    let programme = states(&[("complete", 2), ("in progress", 5), ("not started", 3)]);
    let counted = share(&programme, &Policy::pooled());
    assert_eq!((counted.confirmed, counted.coverage), (ratio(2, 10), Ratio::ONE));
    assert_eq!((counted.possible, counted.possible_open), (ratio(2, 10), false));
    let stated = Policy { credit: Credit::AsStated, ..Policy::pooled() };
    let figures = share(&programme, &stated);
    assert_eq!((figures.confirmed, figures.coverage), (ratio(2, 10), ratio(5, 10)));
    assert_eq!((figures.possible, figures.possible_open), (ratio(7, 10), true), "under 7/10");
    let fixed = Credit::ByState { in_progress: 30, on_hold: 60 };
    let table = Policy { credit: fixed, ..Policy::pooled() };
    assert_eq!(share(&programme, &table).confirmed, ratio(35, 100));
}

#[test]
fn cancelled_actions_leave_the_base() {
    let programme = states(&[("complete", 1), ("cancelled", 2)]);
    let progress = rollup::progress(&programme, &Policy::pooled(), day(ON));
    assert_eq!(share(&programme, &Policy::pooled()).confirmed, Ratio::ONE);
    assert_eq!((progress.state(), progress.excluded()), (NodeState::ReadyToClose, 2));
    let programme = states(&[("complete", 8), ("cancelled", 2)]);
    assert_eq!(share(&programme, &Policy::pooled()).percent(), 100);
}

#[test]
fn all_cancelled_is_neither_none_nor_all() {
    let programme = states(&[("cancelled", 3)]);
    let progress = rollup::progress(&programme, &Policy::pooled(), day(ON));
    assert_eq!(progress.assess(), Assessment::Unknown(Reason::NothingCounted));
    assert_eq!(progress.state(), NodeState::Cancelled);
    let programme = states(&[("superseded", 2)]);
    let progress = rollup::progress(&programme, &Policy::pooled(), day(ON));
    assert_eq!(progress.state(), NodeState::Superseded);
}

#[test]
fn only_the_whole_prints_as_a_hundred() {
    let programme = states(&[("complete", 199), ("in progress", 1)]);
    assert_eq!(share(&programme, &Policy::pooled()).percent(), 99);
    let programme = states(&[("complete", 1), ("in progress", 199)]);
    assert_eq!(share(&programme, &Policy::pooled()).percent(), 1);
    let programme = states(&[("not started", 3)]);
    assert_eq!(share(&programme, &Policy::pooled()).percent(), 0);
}

#[test]
fn an_unmet_milestone_holds_the_whole_open() {
    let with = |milestone: &str| {
        read(&document(&format!(
            r#""actions": [{{"title": "Do it", "status": "complete"}}],
               "milestones": [{{"title": "Model agreed", {milestone}}}]"#
        )))
    };
    let open = with(r#""status": "in progress""#);
    let progress = rollup::progress(&open, &Policy::pooled(), day(ON));
    assert_eq!(share(&open, &Policy::pooled()).percent(), 99);
    assert_eq!((progress.state(), progress.milestones().unmet), (NodeState::InProgress, 1));
    let silent = with(r#""timescale": "May 2019""#);
    assert_eq!(share(&silent, &Policy::pooled()).percent(), 99, "nothing said is not met");
    let met = with(r#""status": "complete""#);
    assert_eq!(share(&met, &Policy::pooled()).percent(), 100);
}

#[test]
fn milestones_alone_are_the_base() {
    let programme =
        read(&document(r#""milestones": [{"title": "A", "status": "complete"}, {"title": "B"}]"#));
    let known = share(&programme, &Policy::pooled());
    assert_eq!((known.confirmed, known.possible), (ratio(1, 2), Ratio::ONE));
}

#[test]
fn steps_share_the_weight_of_their_action() {
    let mut rows: Vec<String> = Vec::new();
    rows.push(r#"{"reference": "A1", "title": "Big"}"#.into());
    rows.push(r#"{"reference": "A2", "title": "Small", "status": "complete"}"#.into());
    for step in 1..=10 {
        let state = if step <= 5 { "complete" } else { "in progress" };
        rows.push(format!(
            r#"{{"reference": "A1.{step}", "title": "Step", "parent": "A1", "status": "{state}"}}"#
        ));
    }
    let programme = read(&document(&format!(r#""actions": [{}]"#, rows.join(", "))));
    let known = share(&programme, &Policy::pooled());
    assert_eq!(known.confirmed, ratio(3, 4), "(1/2 + 1)/2, not 6/11");
    let progress = rollup::progress(&programme, &Policy::pooled(), day(ON));
    assert_eq!((progress.counted(), progress.complete()), (11, 6));
}

#[test]
fn what_is_cancelled_takes_its_open_parts_with_it() {
    let programme = read(&document(
        r#""actions": [{"reference": "A1", "title": "Big", "status": "cancelled"},
            {"reference": "A1.1", "title": "Done part", "parent": "A1", "status": "complete"},
            {"reference": "A1.2", "title": "Open part", "parent": "A1", "status": "in progress"}]"#,
    ));
    let progress = rollup::progress(&programme, &Policy::pooled(), day(ON));
    assert_eq!((progress.counted(), progress.complete(), progress.excluded()), (1, 1, 1));
}

#[test]
fn weights_that_are_missing_are_not_made_up() {
    let programme = plan(&[
        r#""status": "complete", "weight": 3"#,
        r#""status": "not started", "weight": 1"#,
        r#""status": "not started", "weight": 0"#,
    ]);
    let refuse = Weighting::Stated { missing: MissingWeight::Refuse };
    let weighed = Policy { weighting: refuse, ..Policy::pooled() };
    assert_eq!(share(&programme, &weighed).confirmed, ratio(3, 4));
    let programme = plan(&[r#""status": "complete", "weight": 3"#, r#""status": "not started""#]);
    let progress = rollup::progress(&programme, &weighed, day(ON));
    assert_eq!(progress.assess(), Assessment::Unknown(Reason::WeightMissing));
    let equal = Weighting::Stated { missing: MissingWeight::Equal };
    let assumed = Policy { weighting: equal, ..Policy::pooled() };
    assert_eq!(share(&programme, &assumed).confirmed, ratio(3, 4));
}

#[test]
fn weights_of_nothing_give_no_share() {
    let programme = plan(&[r#""status": "complete", "weight": 0"#]);
    let refuse = Weighting::Stated { missing: MissingWeight::Refuse };
    let weighed = Policy { weighting: refuse, ..Policy::pooled() };
    let progress = rollup::progress(&programme, &weighed, day(ON));
    assert_eq!(progress.assess(), Assessment::Unknown(Reason::NothingCounted));
}

#[test]
fn a_window_is_open_until_its_last_day() {
    let programme = plan(&[r#""timescale": "September 2019""#, r#""timescale": "Spring 2024""#]);
    let state = |reference: &str, on: &str| {
        let action = programme.actions().by_reference(reference.parse().unwrap()).unwrap();
        programme.due_state(action, day(on))
    };
    assert_eq!(state("A1", "2019-08-31"), DueState::NotDue);
    assert_eq!(state("A1", "2019-09-04"), DueState::InWindow);
    assert_eq!(state("A1", "2019-10-01"), DueState::Overdue);
    assert_eq!(state("A2", "2024-04-15"), DueState::InWindow);
    assert_eq!(state("A2", "2024-06-01"), DueState::Overdue);
}

#[test]
fn percentages_of_a_set_add_up() {
    assert_eq!(rollup::percentages(&[64, 49, 1]), Some(vec![56, 43, 1]));
    assert_eq!(rollup::percentages(&[1, 1, 1]), Some(vec![34, 33, 33]));
    assert_eq!(rollup::percentages(&[0, 0]), None);
}

#[test]
fn what_is_on_hold_keeps_what_it_had() {
    let programme = plan(&[
        r#""status": [{"state": "in progress", "percent": "40%", "as_at": "May 2019"},
                      {"state": "on hold", "percent": "40%", "as_at": "June 2019",
                       "awaiting": "the peer review response"}]"#,
        r#""status": "complete""#,
    ]);
    let stated = Policy { credit: Credit::AsStated, ..Policy::pooled() };
    assert_eq!(share(&programme, &stated).confirmed, ratio(7, 10));
    let progress = rollup::progress(&programme, &stated, day(ON));
    assert_eq!(progress.state(), NodeState::OnHold, "all that is unfinished waits");
}

#[test]
fn the_newest_statement_not_after_the_day_counts() {
    let programme = plan(&[
        r#""status": [{"state": "complete", "as_at": "4 September 2019", "on": "12 June 2019"},
                      {"state": "in progress", "as_at": "March 2019"},
                      {"state": "not started", "as_at": "January 2019"}]"#,
    ]);
    let complete = |on: &str| rollup::progress(&programme, &Policy::pooled(), day(on)).complete();
    let standing = |on: &str| {
        let action = programme.actions().iter().next().unwrap();
        programme.standing(action, day(on)).status.map(|status| status.to_string())
    };
    assert_eq!(standing("2018-12-31"), None);
    assert_eq!(standing("2019-01-31").as_deref(), Some("not started"));
    assert_eq!(standing("2019-04-01").as_deref(), Some("in progress"));
    assert_eq!((complete("2019-06-11"), complete("2019-06-12")), (0, 1));
}

#[test]
fn a_recommendation_without_actions_is_seen() {
    let programme = read(&document(r#""recommendations": [{"title": "Plan ahead"}]"#));
    let by = rollup::breakdown(&programme, Grouping::Recommendation, &Policy::pooled(), day(ON));
    let progress = &by.groups[0].1;
    assert_eq!(progress.assess(), Assessment::Unknown(Reason::NoBasis));
    assert_eq!(progress.state(), NodeState::Empty);
    assert_eq!(programme.unanswered().len(), 1);
}

#[test]
fn a_shared_action_counts_once_in_the_whole() {
    let programme = read(&document(
        r#""recommendations": [{"reference": "R1", "title": "X"}, {"reference": "R2", "title": "Y"}],
           "actions": [{"title": "Both", "answers": ["R1", "R2"], "status": "complete"},
                       {"title": "One", "answers": ["R1"], "status": "not started"},
                       {"title": "None", "status": "not started"}]"#,
    ));
    let by = rollup::breakdown(&programme, Grouping::Recommendation, &Policy::pooled(), day(ON));
    let shares: Vec<_> = by.groups.iter().map(|(_, p)| (p.complete(), p.counted())).collect();
    assert_eq!(shares, [(1, 2), (1, 1)]);
    assert_eq!((by.total.complete(), by.total.counted()), (1, 3));
    assert_eq!(by.unassigned.counted(), 1);
    // (1/2 + 1 + 0)/3: what is in no group is one group.
    assert_eq!(by.mean().known().unwrap().confirmed, ratio(1, 2));
}

#[test]
fn a_proposal_is_outside_the_base_and_keeps_it_open() {
    let programme = states(&[("complete", 1), ("proposed", 1)]);
    let progress = rollup::progress(&programme, &Policy::pooled(), day(ON));
    assert_eq!(progress.counted(), 1);
    assert_eq!(share(&programme, &Policy::pooled()).percent(), 99);
    assert_eq!(progress.state(), NodeState::InProgress);
}
