//! From one period to the next: bridges and slippage, by hand and by laws.

use programme::{
    Programme,
    history::{self, Bridge, Cause, Count, DayRange, SlippageClass},
    model::State,
    rollup::{self, Grouping, Level, MissingWeight, Policy, Ratio, Weighting},
};
use proptest::prelude::*;

use crate::{day, document, read, two_states};

/// A programme of actions, each as reference, timescale and what else is said of it.
fn plan(rows: &[(&str, &str, &str)]) -> Programme {
    let rows: Vec<String> = rows
        .iter()
        .map(|(reference, timescale, more)| {
            format!(
                r#"{{"reference": "{reference}", "title": "Do {reference}", "timescale": "{timescale}"{more}}}"#
            )
        })
        .collect();
    read(&document(&format!(r#""actions": [{}]"#, rows.join(", "))))
}

const DONE: &str = r#", "status": [{"state": "Completed"}]"#;
const BEGUN: &str = r#", "status": [{"state": "In progress"}]"#;
const CANCELLED: &str = r#", "status": [{"state": "Cancelled"}]"#;
const AGREED: &str = r#", "redated": [{"from": "March 2020", "agreed": "Cabinet"}]"#;

fn policies() -> Vec<Policy> {
    let stated = |missing| Weighting::Stated { missing };
    let by = |level, weighting| Policy { level, weighting, ..Policy::pooled() };
    vec![
        Policy::pooled(),
        Policy::legacy(),
        by(Level::MeanOf(Grouping::Workstream), Weighting::Equal),
        by(Level::Pooled, stated(MissingWeight::Equal)),
        by(Level::MeanOf(Grouping::Recommendation), stated(MissingWeight::Equal)),
        by(Level::Pooled, stated(MissingWeight::Refuse)),
    ]
}

fn ratio(num: u128, den: u128) -> Ratio {
    Ratio::new(num, den).unwrap()
}

/// The causes with their actions.
fn causes(bridge: &Bridge) -> Vec<(Cause, String)> {
    let rows = |step: &history::BridgeStep| {
        step.rows.iter().map(|moved| moved.row.to_string()).collect::<Vec<_>>().join(" ")
    };
    bridge.steps.iter().map(|step| (step.cause, rows(step))).collect()
}

fn green() -> Bridge {
    // Ten actions of March: on 31 March none is overdue, and three are complete. By 30 April one
    // more is complete, one is re-dated with approval and one without, two have come, one of them
    // late already, one is cancelled, and one is reopened; A8, A9, A10 and A3 are past March.
    let before = plan(&[
        ("A1", "March 2020", DONE),
        ("A2", "March 2020", DONE),
        ("A3", "March 2020", DONE),
        ("A4", "March 2020", BEGUN),
        ("A5", "March 2020", BEGUN),
        ("A6", "March 2020", BEGUN),
        ("A7", "March 2020", BEGUN),
        ("A8", "March 2020", BEGUN),
        ("A9", "March 2020", BEGUN),
        ("A10", "March 2020", ""),
    ]);
    let after = plan(&[
        ("A1", "March 2020", DONE),
        ("A2", "March 2020", DONE),
        ("A3", "March 2020", BEGUN),
        ("A4", "March 2020", DONE),
        ("A5", "June 2020", &format!("{BEGUN}{AGREED}")),
        ("A6", "June 2020", BEGUN),
        ("A7", "March 2020", CANCELLED),
        ("A8", "March 2020", BEGUN),
        ("A9", "March 2020", BEGUN),
        ("A10", "March 2020", ""),
        ("A11", "February 2020", BEGUN),
        ("A12", "May 2020", BEGUN),
    ]);
    let (march, april) = (day("2020-03-31"), day("2020-04-30"));
    history::bridge(&before, march, &after, april, &Policy::pooled())
}

#[test]
fn why_green_fell() {
    let bridge = green();
    assert_eq!(
        causes(&bridge),
        [
            (Cause::Added, "A11 A12".into()),
            (Cause::TakenOut, "A7".into()),
            (Cause::Completed, "A4".into()),
            (Cause::Reopened, "A3".into()),
            (Cause::RedatedWithApproval, "A5".into()),
            (Cause::RedatedWithoutApproval, "A6".into()),
            (Cause::FellDue, "A8 A9 A10".into()),
        ]
    );
    let told = |count| bridge.words(count);
    assert_eq!(
        told(Count::Counted),
        "Counted rose from 10 to 11: 2 added to the plan, 1 taken out."
    );
    assert_eq!(told(Count::Complete), "Complete stayed at 3: 1 completed, 1 reopened.");
    // A3, A8, A9, A10 and A11.
    assert_eq!(
        told(Count::Overdue),
        "Overdue rose from 0 to 5: 1 added to the plan, 1 reopened, 3 fell due."
    );
    // Of the two that came one is late and adds nothing.
    assert_eq!(
        told(Count::InTime),
        "Not overdue fell from 10 to 6: 1 added to the plan, 1 taken out, 1 reopened, 3 fell due."
    );
}

#[test]
fn why_the_share_fell() {
    let bridge = green();
    // 3/10, two come: 3/12, one goes: 3/11, one is done: 4/11, and one is not: 3/11.
    let shares: Vec<_> = bridge.steps.iter().map(|step| step.share.unwrap()).collect();
    let quarter = ratio(3, 12);
    assert_eq!(
        shares[..4],
        [
            (ratio(3, 10), quarter),
            (quarter, ratio(3, 11)),
            (ratio(3, 11), ratio(4, 11)),
            (ratio(4, 11), ratio(3, 11)),
        ]
    );
    assert!(shares[4..].iter().all(|share| *share == (ratio(3, 11), ratio(3, 11))));
    // 30, 25, 27.2, 36.3 and 27.2 per cent, cut.
    assert_eq!(
        bridge.share_words(),
        "The share fell from 30 % to 27.2 %: 2 added to the plan (-5), 1 taken out (+2.2), \
         1 completed (+9.1), 1 reopened (-9.1)."
    );
    assert_eq!(
        bridge.steps[0].to_string(),
        "added to the plan: 2 (A11 and A12); counted +2, overdue +1, share from 3/10 to 1/4"
    );
}

#[test]
fn what_was_overdue_and_got_another_date_is_not_in_time_unseen() {
    let before = plan(&[("A1", "March 2020", BEGUN), ("A2", "March 2020", BEGUN)]);
    let after = plan(&[("A1", "June 2020", BEGUN), ("A2", "TBC", BEGUN)]);
    let on = day("2020-04-30");
    let bridge = history::bridge(&before, on, &after, on, &Policy::pooled());
    assert_eq!(causes(&bridge), [(Cause::RedatedWithoutApproval, "A1 A2".into())]);
    assert_eq!(
        bridge.words(Count::Overdue),
        "Overdue fell from 2 to 0: 2 re-dated without approval (-2)."
    );
}

#[test]
fn time_alone_moves_what_was_written_down_before() {
    // It was said in March that A1 would be complete on 15 April.
    let done = r#", "status": [{"state": "Completed", "on": "15 April 2020"}]"#;
    let state = plan(&[("A1", "May 2020", done), ("A2", "April 2020", "")]);
    let [march, may] = ["2020-03-31", "2020-05-01"].map(day);
    let bridge = history::bridge(&state, march, &state, may, &Policy::pooled());
    assert_eq!(causes(&bridge), [(Cause::Completed, "A1".into()), (Cause::FellDue, "A2".into())]);
}

#[test]
fn parts_share_the_weight_of_their_whole() {
    let part = r#", "parent": "A1""#;
    let before =
        plan(&[("A1", "", ""), ("A1.1", "", part), ("A1.2", "Completed", part), ("A2", "", "")]);
    let after = plan(&[
        ("A1", "", ""),
        ("A1.1", "", part),
        ("A1.2", "Completed", part),
        ("A1.3", "", part),
        ("A2", "", ""),
    ]);
    let on = day("2020-04-30");
    let bridge = history::bridge(&before, on, &after, on, &Policy::pooled());
    // Half of one of two is done, and then a third of it. On the way there are parts of A1 that
    // weigh 1/2, 1/2 and 1/3, beside A2: 1/2 of 7/3.
    let shares: Vec<_> =
        bridge.steps.iter().map(|step| (step.cause, step.share.unwrap())).collect();
    assert_eq!(
        shares,
        [
            (Cause::Added, (ratio(1, 4), ratio(3, 14))),
            (Cause::Reweighted, (ratio(3, 14), ratio(1, 6))),
        ]
    );
    let split = plan(&[("A1", "", DONE), ("A2", "", "")]);
    let bridge = history::bridge(&split, on, &before, on, &Policy::pooled());
    assert_eq!(
        causes(&bridge),
        [(Cause::Added, "A1.1 A1.2".into()), (Cause::Divided, "A1".into()),]
    );
    assert_eq!(
        bridge.words(Count::Complete),
        "Complete stayed at 1: 1 added to the plan, 1 split or joined (-1)."
    );
}

#[test]
fn where_there_is_no_share_none_is_made_up() {
    let none = plan(&[("A1", "On-going", "")]);
    let some = plan(&[("A1", "March 2020", DONE)]);
    let on = day("2020-04-30");
    let bridge = history::bridge(&none, on, &some, on, &Policy::pooled());
    assert!(bridge.steps.iter().all(|step| step.share.is_none()));
    assert_eq!(
        bridge.share_words(),
        "The share cannot be compared: on 2020-04-30 nothing counts towards it; on 2020-04-30 it \
         is 100 %."
    );
    // The only action goes on without an end, and another that was an option is decided: between
    // the two there is nothing that counts, so the second step has what both do.
    let before = plan(&[("A1", "March 2020", DONE), ("A2", "", CANCELLED)]);
    let after = plan(&[("A2", "", BEGUN)]);
    let bridge = history::bridge(&before, on, &after, on, &Policy::pooled());
    let shares: Vec<_> = bridge.steps.iter().map(|step| (step.cause, step.share)).collect();
    assert_eq!(
        shares,
        [(Cause::TakenOut, None), (Cause::Reinstated, Some((Ratio::ONE, Ratio::ZERO))),]
    );
}

#[test]
fn work_is_held_against_its_baseline() {
    let baseline = plan(&[
        ("A1", "March 2020", ""),
        ("A2", "March 2020", ""),
        ("A3", "March 2020", ""),
        ("A4", "Summer 2020", ""),
        ("A5", "March 2020", ""),
        ("A6", "March 2020", DONE),
        ("A7", "March 2020", BEGUN),
        ("A8", "On-going", ""),
        ("A9", "March 2020", ""),
    ]);
    let current = plan(&[
        ("A1", "March 2020", ""),
        ("A2", "June 2020", ""),
        ("A3", "June 2020", AGREED),
        ("A4", "15 July 2020", ""),
        ("A5", "TBC", ""),
        ("A7", "March 2020", CANCELLED),
        ("A8", "On-going", ""),
        ("A9", "March 2020", DONE),
        ("A10", "May 2020", ""),
    ]);
    let variance = history::against(&baseline, &current, day("2020-04-30"));
    use SlippageClass as Class;
    let rows: Vec<_> = variance
        .rows
        .iter()
        .map(|row| {
            let days = row.days.map(|DayRange { min, max }| (min, max));
            (row.row.shown.as_str(), row.class, days, row.late, row.late_by_baseline)
        })
        .collect();
    assert_eq!(
        rows,
        [
            ("A1", Class::AsPlanned, Some((0, 0)), true, true),
            ("A2", Class::Later, Some((62, 121)), false, true),
            ("A3", Class::LaterWithApproval, Some((62, 121)), false, true),
            ("A4", Class::MorePrecise, Some((-47, 44)), false, false),
            ("A5", Class::Undated, None, false, true),
            ("A8", Class::AsPlanned, None, false, false),
            ("A9", Class::AsPlanned, Some((0, 0)), false, false),
        ]
    );
    assert_eq!(variance.added[0].shown, "A10");
    let gone: Vec<_> = variance
        .removed
        .iter()
        .map(|gone| (gone.row.shown.as_str(), gone.state, gone.credit, gone.now))
        .collect();
    assert_eq!(
        gone,
        [
            ("A7", State::InProgress, false, Some(State::Cancelled)),
            ("A6", State::Complete, true, None),
        ]
    );
    let counts = variance.counts();
    assert_eq!((counts.as_planned, counts.later, counts.later_with_approval), (3, 1, 1));
    assert_eq!((counts.more_precise, counts.undated, counts.added), (1, 1, 1));
    assert_eq!((counts.removed, counts.removed_done), (2, 1));
    // Late today is A1 alone; by the baseline A1, A2, A3 and A5 are.
    assert_eq!((counts.late, counts.late_by_baseline), (1, 4));
}

#[test]
fn a_split_does_not_hide_that_its_parts_are_later() {
    let part = |of: &str| format!(r#", "parent": "{of}""#);
    let in_half = format!("{}{}", part("A4"), AGREED);
    // A3 is divided in the baseline already, A5 comes whole and is divided at once.
    let baseline = plan(&[
        ("A1", "March 2020", ""),
        ("A2", "On-going", ""),
        ("A3", "March 2020", ""),
        ("A3.1", "", &part("A3")),
        ("A4", "March 2020", ""),
    ]);
    let current = plan(&[
        ("A1", "March 2020", ""),
        ("A1.1", "February 2020", &part("A1")),
        ("A1.2", "", &part("A1")),
        ("A1.3", "June 2020", &part("A1")),
        ("A1.4", "", &part("A1")),
        ("A1.4.1", "July 2020", &part("A1.4")),
        ("A1.5", "June 2020", &(part("A1") + CANCELLED)),
        ("A2", "On-going", ""),
        ("A2.1", "June 2020", &part("A2")),
        ("A3", "March 2020", ""),
        ("A3.1", "", &part("A3")),
        ("A3.2", "June 2020", &part("A3")),
        ("A4", "March 2020", ""),
        ("A4.1", "June 2020", &in_half),
        ("A5", "March 2020", ""),
        ("A5.1", "June 2020", &part("A5")),
    ]);
    let variance = history::against(&baseline, &current, day("2020-04-30"));
    let later = variance.later_parts.iter().map(|row| {
        let days = row.days.map(|DayRange { min, max }| (min, max));
        let whole = row.whole.as_ref().unwrap().shown.as_str();
        (row.row.shown.as_str(), whole, row.class, days, row.late, row.late_by_baseline)
    });
    use SlippageClass as Class;
    // From 31 March to 1 June are 62 days, from 1 March to 30 June 121; to July 92 and 152.
    assert_eq!(
        later.collect::<Vec<_>>(),
        [
            ("A1.3", "A1", Class::Later, Some((62, 121)), false, true),
            ("A1.4.1", "A1", Class::Later, Some((92, 152)), false, true),
            ("A4.1", "A4", Class::LaterWithApproval, Some((62, 121)), false, true),
        ]
    );
    // They came since all the same.
    let added: Vec<_> = variance.added.iter().map(|row| row.shown.as_str()).collect();
    assert_eq!(added, ["A1.1", "A1.2", "A1.3", "A1.4.1", "A2.1", "A3.2", "A4.1", "A5.1"]);
    assert!(variance.rows.iter().all(|row| row.whole.is_none()));
}

#[test]
fn money_moves_line_by_line_to_the_penny() {
    let state = |lines: &str, movements: &str| {
        read(&document(&format!(r#""budget_lines": [{lines}], "movements": [{movements}]"#)))
    };
    let line = |number: u8, more: &str| {
        format!(
            r#"{{"reference": "BL{number}", "title": "Line {number}", "fund": "general_fund"{more}}}"#
        )
    };
    let given = |number: u8, line: u8, kind: &str, amount: &str, more: &str| {
        format!(
            r#"{{"reference": "MOV{number}", "title": "Move", "kind": "{kind}", "line": "BL{line}",
             "date": "2021-04-01", "amount": "{amount}"{more}}}"#
        )
    };
    let first = [
        given(1, 1, "allocation", "£1,000", ""),
        given(2, 2, "allocation", "£200.50", ""),
        given(3, 3, "allocation", "£300", ""),
    ];
    let before = state(&[line(1, ""), line(2, ""), line(3, "")].join(","), &first.join(","));
    // BL2 is gone with its money, BL3 is income now, BL4 has come, and £50.01 of BL1 went to it.
    let second = [
        given(1, 1, "allocation", "£1,000", ""),
        given(3, 3, "allocation", "£300", ""),
        given(4, 4, "supplementary_estimate", "£80", ""),
        given(5, 1, "virement", "£50.01", r#", "to_line": "BL4""#),
    ];
    let income = line(3, r#", "income": true"#);
    let after = state(&[line(1, ""), income, line(4, "")].join(","), &second.join(","));
    let [march, april] = ["2021-04-01", "2021-04-30"].map(day);
    let bridge = history::money_bridge(&before, march, &after, april);
    let told = |side: &history::MoneySide| -> Vec<String> {
        side.lines.iter().map(ToString::to_string).collect()
    };
    let pounds = |text: &str| Some(text.parse().unwrap());
    assert_eq!((bridge.cost.before, bridge.cost.after), (pounds("£1,500.50"), pounds("£1,080")));
    assert_eq!(
        told(&bridge.cost),
        [
            "BL1: from £1,000.00 to £949.99 (virements -£50.01)",
            "BL2: removed with £200.50 (allocations -£200.50)",
            "BL3: removed with £300.00 (allocations -£300.00)",
            "BL4: added with £130.01 (supplementary estimates £80.00, virements £50.01)",
        ]
    );
    assert_eq!((bridge.income.before, bridge.income.after), (pounds("£0"), pounds("£300")));
    assert_eq!(told(&bridge.income), ["BL3: added with £300.00 (allocations £300.00)"]);
}

/// That the parts of a bridge sum to the difference, for every count and the share.
fn sums(bridge: &Bridge) -> Result<(), TestCaseError> {
    for count in [Count::Counted, Count::Complete, Count::Overdue, Count::InTime] {
        let moved: i64 = bridge.steps.iter().map(|step| step.effect().on(count)).sum();
        let [from, to] =
            [&bridge.before, &bridge.after].map(|side| i64::try_from(side.count(count)).unwrap());
        prop_assert_eq!(from + moved, to, "{}\n{}", count, bridge);
    }
    let share = |side: &history::Standpoint| side.share.known().map(|known| known.confirmed);
    let steps: Vec<_> = bridge.steps.iter().filter_map(|step| step.share).collect();
    let (Some(from), Some(to)) = (share(&bridge.before), share(&bridge.after)) else {
        prop_assert!(steps.is_empty());
        return Ok(());
    };
    let mut at = from;
    for (start, end) in steps {
        prop_assert_eq!(at, start);
        at = end;
    }
    prop_assert_eq!(at, to, "{}", bridge);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_parts_of_a_bridge_sum_to_the_difference(
        (before, after) in two_states::states(),
        policy in 0..6_usize,
        days in prop::sample::select(vec![
            ("2020-03-31", "2020-06-30"), ("2019-04-30", "2021-12-31"), ("2020-06-30", "2020-03-31"),
        ]),
    ) {
        let policy = &policies()[policy];
        let (from, to) = (day(days.0), day(days.1));
        let bridge = history::bridge(&before, from, &after, to, policy);
        sums(&bridge)?;
        sums(&history::bridge(&after, from, &before, to, policy))?;
        // The ends are what the rollup says, and each action has one cause.
        for (side, state) in [(&bridge.before, &before), (&bridge.after, &after)] {
            let progress = rollup::progress(state, policy, side.on);
            prop_assert_eq!(side.counted, progress.counted());
            prop_assert_eq!(side.complete, progress.complete());
            prop_assert_eq!(side.overdue, progress.overdue());
            prop_assert_eq!(side.share, rollup::assess(state, policy, side.on));
        }
        let mut rows: Vec<_> =
            bridge.steps.iter().flat_map(|step| &step.rows).map(|moved| moved.row.row).collect();
        let all = rows.len();
        rows.sort();
        rows.dedup();
        prop_assert_eq!(rows.len(), all);
    }

    #[test]
    fn the_lines_of_a_money_bridge_sum_to_the_penny((before, after) in two_states::states()) {
        let (from, to) = (day("2019-04-30"), day("2020-12-31"));
        let bridge = history::money_bridge(&before, from, &after, to);
        for side in [&bridge.cost, &bridge.income] {
            let mut moved = 0;
            for line in &side.lines {
                let kinds: i64 = line.by_kind.iter().map(|(_, amount)| amount.pence()).sum();
                if let (Some(was), Some(is)) = (line.before, line.after) {
                    prop_assert_eq!(was.pence() + kinds, is.pence(), "{}", line);
                }
                moved += kinds;
            }
            if let (Some(was), Some(is)) = (side.before, side.after) {
                prop_assert_eq!(was.pence() + moved, is.pence());
            }
        }
        let same = history::money_bridge(&after, to, &after.clone(), to);
        prop_assert!(same.cost.lines.is_empty() && same.income.lines.is_empty());
    }

    #[test]
    fn nothing_bridges_a_state_and_itself((state, _) in two_states::states(), policy in 0..6_usize) {
        let on = day("2020-06-30");
        let bridge = history::bridge(&state, on, &state.clone(), on, &policies()[policy]);
        prop_assert!(bridge.steps.is_empty(), "{}", bridge);
    }

    #[test]
    fn every_action_of_either_state_is_held_against_the_other((before, after) in two_states::states()) {
        let on = day("2020-06-30");
        let variance = history::against(&before, &after, on);
        let rows = |programme: &Programme| programme.actions().len() + programme.milestones().len();
        prop_assert!(variance.rows.len() + variance.added.len() <= rows(&after));
        let same = history::against(&after, &after.clone(), on);
        let moved = same.rows.iter().any(|row| {
            !matches!(row.class, SlippageClass::AsPlanned | SlippageClass::Undated)
        });
        prop_assert!(!moved && same.added.is_empty() && same.removed.is_empty());
        prop_assert!(same.rows.iter().all(|row| row.late == row.late_by_baseline));
        let counts = variance.counts();
        let classed = counts.as_planned + counts.earlier + counts.later + counts.later_with_approval
            + counts.more_precise + counts.less_precise + counts.undated + counts.not_comparable;
        let divided = variance.rows.iter().filter(|row| row.state == State::Divided).count();
        prop_assert_eq!(classed + divided, variance.rows.len());
    }
}
