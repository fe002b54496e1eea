//! Worked examples of progress and dates, each stated by hand.

use programme::{
    Programme,
    model::{About, Draft, DueState, State},
    rollup::{
        self, Assessment, Continuing, Credit, Grouping, MissingWeight, NodeState, Policy, Progress,
        Ratio, Reason, Trace, Weighting,
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

/// A plan of actions, each a row of a document but for its title, and of other lists.
fn tree(actions: &[&str], other: &str) -> Programme {
    let rows: Vec<_> =
        actions.iter().map(|row| format!(r#"{{"title": "Do it", {row}}}"#)).collect();
    read(&document(&format!(r#"{other}"actions": [{}]"#, rows.join(", "))))
}

fn state(programme: &Programme, reference: &str, on: &str) -> State {
    let at = programme.actions().iter().position(|a| a.key.reference.to_string() == reference);
    programme.states(day(on)).nth(at.unwrap()).unwrap()
}

fn whole(programme: &Programme, policy: &Policy) -> Progress {
    rollup::progress(programme, policy, day(ON))
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

#[test]
fn a_weight_that_is_missing_above_is_missing_below() {
    let programme = tree(
        &[
            r#""reference": "A1""#,
            r#""reference": "A1.1", "parent": "A1", "weight": 1, "status": "not started""#,
            r#""reference": "A2", "weight": 1, "status": "complete""#,
        ],
        "",
    );
    let weighed = |missing| Policy { weighting: Weighting::Stated { missing }, ..Policy::pooled() };
    let refuse = weighed(MissingWeight::Refuse);
    assert_eq!(whole(&programme, &refuse).assess(), Assessment::Unknown(Reason::WeightMissing));
    assert_eq!(share(&programme, &weighed(MissingWeight::Equal)).confirmed, ratio(1, 2));

    // A sibling's weight says what is left for the other, wherever that other is counted.
    let programme = tree(
        &[
            r#""reference": "A1", "weight": 1"#,
            r#""reference": "A1.1", "parent": "A1", "weight": 1, "workstream": "W1""#,
            r#""reference": "A1.2", "parent": "A1", "workstream": "W2""#,
        ],
        r#""workstreams": [{"reference": "W1", "name": "X"}, {"reference": "W2", "name": "Y"}], "#,
    );
    let by = rollup::breakdown(&programme, Grouping::Workstream, &refuse, day(ON));
    let missing = Assessment::Unknown(Reason::WeightMissing);
    assert_eq!(by.groups[0].1.assess(), missing);

    // Nothing is not the same as nothing stated.
    let programme = tree(
        &[
            r#""reference": "A1", "weight": 0"#,
            r#""reference": "A1.1", "parent": "A1", "weight": 1, "status": "not started""#,
            r#""reference": "A2", "weight": 1, "status": "complete""#,
        ],
        "",
    );
    assert_eq!(share(&programme, &refuse).confirmed, Ratio::ONE, "A1 is for information only");
}

#[test]
fn siblings_share_anew_what_a_part_leaves() {
    let with = |part: &str| {
        tree(
            &[
                r#""reference": "A1""#,
                r#""reference": "A1.1", "parent": "A1", "status": "complete""#,
                &format!(r#""reference": "A1.2", "parent": "A1", {part}"#),
                r#""reference": "A2", "status": "not started""#,
            ],
            "",
        )
    };
    let pooled = |part: &str| share(&with(part), &Policy::pooled()).confirmed;
    assert_eq!(pooled(r#""status": "not started""#), ratio(1, 4), "(1/2 + 0)/2");
    assert_eq!(pooled(r#""status": "cancelled""#), ratio(1, 2), "(1/1 + 0)/2");
    assert_eq!(pooled(r#""status": "proposed""#), ratio(1, 2), "outside the base all the same");
    assert_eq!(pooled(r#""timescale": "On-going""#), ratio(1, 2));
    let as_open = Policy { continuing: Continuing::AsOpen, ..Policy::pooled() };
    assert_eq!(share(&with(r#""timescale": "On-going""#), &as_open).confirmed, ratio(1, 4));

    // Shares follow the states as at the day.
    let later = with(
        r#""status": [{"state": "not started", "as_at": "May 2019"},
                      {"state": "cancelled", "as_at": "June 2019"}]"#,
    );
    let on =
        |on: &str| rollup::assess(&later, &Policy::pooled(), day(on)).known().unwrap().confirmed;
    assert_eq!((on("2019-05-31"), on("2019-06-30")), (ratio(1, 4), ratio(1, 2)));
}

#[test]
fn shares_follow_weights_and_levels() {
    let programme = tree(
        &[
            r#""reference": "A1", "weight": 2"#,
            r#""reference": "A1.1", "parent": "A1", "weight": 1, "status": "cancelled""#,
            r#""reference": "A1.2", "parent": "A1", "weight": 3"#,
            r#""reference": "A1.2.1", "parent": "A1.2", "weight": 1, "status": "complete""#,
            r#""reference": "A1.2.2", "parent": "A1.2", "weight": 1, "status": "not started""#,
            r#""reference": "A1.3", "parent": "A1", "weight": 1, "status": "complete""#,
            r#""reference": "A2", "weight": 1, "status": "not started""#,
        ],
        "",
    );
    let stated = Weighting::Stated { missing: MissingWeight::Refuse };
    let weighed = Policy { weighting: stated, ..Policy::pooled() };
    // 2 x (3/4 x 1/2 + 1/4) of 3.
    assert_eq!(share(&programme, &weighed).confirmed, ratio(5, 12));
    // (1/2 x 1/2 + 1/2) of 2.
    assert_eq!(share(&programme, &Policy::pooled()).confirmed, ratio(3, 8));
}

#[test]
fn parts_are_where_their_wholes_are() {
    let programme = tree(
        &[
            r#""reference": "A1", "answers": ["R1"], "workstream": "W1", "leads": ["COO"]"#,
            r#""reference": "A1.1", "parent": "A1", "status": "complete""#,
            r#""reference": "A1.2", "parent": "A1", "status": "complete", "workstream": "W2""#,
            r#""reference": "A1.2.1", "parent": "A1.2", "status": "complete""#,
        ],
        r#""posts": [{"reference": "POST1", "title": "COO"}],
           "reviews": [{"reference": "REV1", "name": "Peer challenge"}],
           "themes": [{"reference": "T1", "name": "Finance"}],
           "recommendations": [{"reference": "R1", "title": "X", "review": "REV1", "themes": ["T1"]},
                               {"reference": "R2", "title": "Y"}],
           "workstreams": [{"reference": "W1", "name": "X"}, {"reference": "W2", "name": "Y"}], "#,
    );
    let counted = |by: Grouping| {
        let by = rollup::breakdown(&programme, by, &Policy::pooled(), day(ON));
        let groups: Vec<u64> = by.groups.iter().map(|(_, progress)| progress.counted()).collect();
        (groups, by.unassigned.counted())
    };
    assert_eq!(counted(Grouping::Recommendation), (vec![2, 0], 0));
    assert_eq!(counted(Grouping::Theme), (vec![2], 0));
    assert_eq!(counted(Grouping::Review), (vec![2], 0));
    assert_eq!(counted(Grouping::Lead), (vec![2], 0));
    assert_eq!(counted(Grouping::Workstream), (vec![1, 1], 0), "the nearest that has one");
    let mean = rollup::assess(&programme, &Policy::mean(), day(ON));
    assert_eq!(mean.known().unwrap().confirmed, Ratio::ONE);
    assert!(programme.actions().iter().nth(1).unwrap().answers.is_empty(), "rows stay as they are");
}

#[test]
fn a_lead_whom_nobody_knows_is_not_the_lead_of_the_whole() {
    let programme = tree(
        &[
            r#""reference": "A1", "leads": ["COO"]"#,
            r#""reference": "A1.1", "parent": "A1", "leads": ["Somebody"]"#,
            r#""reference": "A1.2", "parent": "A1""#,
        ],
        r#""posts": [{"reference": "POST1", "title": "COO"}], "#,
    );
    let by = rollup::breakdown(&programme, Grouping::Lead, &Policy::pooled(), day(ON));
    assert_eq!((by.groups[0].1.counted(), by.unassigned.counted()), (1, 1));
    let trace = rollup::explain(&programme, Grouping::Lead, &Policy::pooled(), day(ON));
    let names = |trace: &Trace| -> Vec<u64> {
        trace.parts.iter().map(|part| part.progress.counted()).collect()
    };
    assert_eq!(names(&trace), [1, 1], "the post, and no group");
    assert_eq!(trace.parts[1].name, "in no group");
    assert_eq!(trace.parts[1].parts[0].fact.as_ref().unwrap().state, State::NotReported);
}

#[test]
fn a_trace_accounts_for_its_whole() {
    let programme = tree(
        &[
            r#""reference": "A1", "workstream": "W1""#,
            r#""reference": "A1.1", "parent": "A1", "status": "complete""#,
            r#""reference": "A1.2", "parent": "A1", "workstream": "W2", "status": "not started""#,
            r#""reference": "A2", "status": "complete""#,
        ],
        r#""workstreams": [{"reference": "W1", "name": "X"}, {"reference": "W2", "name": "Y"}],
           "milestones": [{"reference": "M1", "title": "Model agreed", "workstream": "W2",
                           "timescale": "May 2019", "status": "in progress"},
                          {"reference": "M2", "title": "Model live"}], "#,
    );
    let trace = rollup::explain(&programme, Grouping::Workstream, &Policy::pooled(), day(ON));
    let shown = |trace: &Trace| -> Vec<String> {
        let subject = |part: &Trace| part.subject.map(|subject| programme.shown(subject));
        trace.parts.iter().filter_map(subject).collect()
    };
    let [first, second, rest] = trace.parts.as_slice() else { panic!("{trace:?}") };
    assert_eq!((shown(first), shown(&first.parts[0])), (vec!["A1".into()], vec!["A1.1".into()]));
    assert_eq!(shown(second), ["A1.2", "M1"], "not under its whole, which is not in W2");
    let milestone = second.parts[1].fact.as_ref().unwrap();
    assert_eq!((milestone.state, milestone.due), (State::InProgress, DueState::Overdue));
    assert_eq!((shown(rest), rest.name.as_str()), (vec!["A2".into(), "M2".into()], "in no group"));
    let divided = &first.parts[0];
    assert_eq!((divided.progress.counted(), divided.progress.count(State::Divided)), (1, 1));
    assert_eq!(divided.fact.as_ref().unwrap().state, State::Divided);
    let all: Progress = trace.parts.iter().map(|part| part.progress.clone()).sum();
    assert_eq!(all, trace.progress);
}

#[test]
fn milestones_are_no_group_of_the_mean() {
    let programme = read(&document(
        r#""recommendations": [{"reference": "R1", "title": "X"}],
           "actions": [{"title": "Do it", "answers": ["R1"], "status": "complete"}],
           "milestones": [{"title": "Model agreed", "status": "in progress"}]"#,
    ));
    let mean = rollup::assess(&programme, &Policy::mean(), day(ON));
    let mean = mean.known().unwrap();
    assert_eq!((mean.confirmed, mean.blocked, mean.percent()), (Ratio::ONE, true, 99));
    assert_eq!(share(&programme, &Policy::pooled()).confirmed, Ratio::ONE);
}

#[test]
fn what_is_cancelled_counts_once_with_its_parts() {
    let programme = tree(
        &[
            r#""reference": "A1", "status": "cancelled""#,
            r#""reference": "A1.1", "parent": "A1", "status": "not started""#,
            r#""reference": "A1.2", "parent": "A1""#,
            r#""reference": "A1.2.1", "parent": "A1.2", "timescale": "On-going""#,
        ],
        "",
    );
    let states: Vec<State> = programme.states(day(ON)).collect();
    let with_it = State::AncestorExcluded;
    assert_eq!(states, [State::Cancelled, with_it, with_it, with_it]);
    let progress = whole(&programme, &Policy::pooled());
    assert_eq!((progress.excluded(), progress.count(with_it)), (1, 3));
    assert_eq!(progress.state(), NodeState::Cancelled);
    assert_eq!(progress.assess(), Assessment::Unknown(Reason::NothingCounted));
    assert_eq!(programme.without_lead(day(ON)).len(), 0, "nobody has to lead what is not done");
}

#[test]
fn a_finished_part_of_what_is_cancelled_stays() {
    let programme = tree(
        &[
            r#""reference": "A1", "status": "cancelled""#,
            r#""reference": "A1.1", "parent": "A1", "status": "complete""#,
            r#""reference": "A1.2", "parent": "A1", "status": "not started""#,
            r#""reference": "A2", "status": "not started""#,
        ],
        "",
    );
    assert_eq!(state(&programme, "A1", ON), State::Cancelled);
    let progress = whole(&programme, &Policy::pooled());
    assert_eq!((progress.counted(), progress.complete(), progress.excluded()), (2, 1, 1));
    assert_eq!(share(&programme, &Policy::pooled()).confirmed, ratio(1, 2));
}

#[test]
fn parts_of_a_proposal_wait_with_it() {
    let programme = tree(
        &[
            r#""reference": "A1", "status": "proposed""#,
            r#""reference": "A1.1", "parent": "A1", "status": "in progress""#,
            r#""reference": "A1.2", "parent": "A1", "status": "complete""#,
            r#""reference": "A1.3", "parent": "A1", "status": "cancelled""#,
            r#""reference": "A2", "status": "possible""#,
            r#""reference": "A2.1", "parent": "A2""#,
            r#""reference": "A3", "status": "complete""#,
        ],
        "",
    );
    let states: Vec<State> = programme.states(day(ON)).collect();
    let (whole_of, proposed) = (State::Divided, State::Proposed);
    let first = [whole_of, proposed, proposed, State::Cancelled];
    assert_eq!(states, [&first[..], &[whole_of, State::Possible, State::Complete]].concat());
    let progress = whole(&programme, &Policy::pooled());
    assert_eq!((progress.counted(), progress.complete()), (1, 1));
    assert_eq!(share(&programme, &Policy::pooled()).percent(), 99, "something is undecided");
}

#[test]
fn a_commitment_ends_when_it_is_stated_as_complete() {
    let programme = plan(&[r#""timescale": "On-going",
           "status": [{"state": "in progress", "as_at": "May 2019"},
                      {"state": "complete", "as_at": "July 2019"},
                      {"state": "in progress", "as_at": "September 2019"}]"#]);
    let on = |on: &str| state(&programme, "A1", on);
    assert_eq!(on("2019-06-01"), State::Continuing);
    assert_eq!(on("2019-08-01"), State::Complete);
    assert_eq!(on("2019-10-01"), State::Continuing, "and goes on when that is taken back");
}

#[test]
fn parts_nest_as_deep_as_they_like() {
    let mut draft = Draft::new(About::named("deep"));
    let mut above = None;
    for number in 1..=20_000 {
        let reference = programme::values::Reference::new("A", &[number]).unwrap();
        let mut action = programme::Action::new(draft.key(reference), "Do it");
        action.parent = above;
        above = Some(action.key.id);
        draft.put(action);
    }
    let programme = draft.finish().unwrap();
    let progress = whole(&programme, &Policy::pooled());
    assert_eq!((progress.counted(), progress.count(State::Divided)), (1, 19_999));
    let trace = rollup::explain(&programme, Grouping::Workstream, &Policy::pooled(), day(ON));
    assert_eq!(trace.parts[0].progress, progress);
    let mut levels = 0;
    let mut last = &trace.parts[0];
    while let Some(part) = last.parts.first() {
        (levels, last) = (levels + 1, part);
        if levels == 63 {
            assert_eq!(part.parts.len(), 19_937, "side by side from there");
            assert_eq!(part.progress.counted(), 1);
        }
    }
    assert_eq!(levels, 64);
}

#[test]
fn shares_beyond_all_bounds_are_not_made_up() {
    let mut draft = Draft::new(About::named("primes"));
    let prime = |n: &u32| !(2..*n).any(|divisor| n.is_multiple_of(divisor));
    // The least common multiple of the primes up to 103 is beyond 128 bits.
    for parts in (2..=103).filter(prime) {
        let reference = |numbers: &[u32]| programme::values::Reference::new("A", numbers).unwrap();
        let whole = programme::Action::new(draft.key(reference(&[parts])), "Do it");
        for part in 1..=parts {
            let key = draft.key(reference(&[parts, part]));
            let mut action = programme::Action::new(key, "Do it");
            action.parent = Some(whole.key.id);
            draft.put(action);
        }
        draft.put(whole);
    }
    let programme = draft.finish().unwrap();
    let progress = whole(&programme, &Policy::pooled());
    assert_eq!(progress.assess(), Assessment::Unknown(Reason::NotAssessable));
    assert_eq!(progress.counted(), 1_264);
}
