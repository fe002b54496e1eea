//! Ratings: published rules and roll-ups by hand, and laws of roll-ups.

use programme::{
    Programme, finance,
    history::{self, Called},
    model::{Direction, Subject},
    rating::{
        self, Band, Bands, Compared, CostPolicy, Delay, Explained, Gap, Grey, Indicator,
        IndicatorPolicy, Judgement, NotStarted, Override, OverrideError, Part, Rated, RollUp,
        Staleness, Stated, Tally, TimePolicy, Way,
    },
    rollup::{self, Grouping, Policy, Ratio},
    strategy,
    values::{Cadence, Colour, Dimension, Rating, RatingScale, Unit},
};
use proptest::prelude::*;

use crate::{day, document, read, two_states};

/// A plan of so many actions of each sort, by further fields.
fn plan(sorts: &[(usize, &str)]) -> Programme {
    let fields = sorts.iter().flat_map(|(count, fields)| std::iter::repeat_n(*fields, *count));
    let rows: Vec<String> = fields
        .enumerate()
        .map(|(at, fields)| {
            format!(r#"{{"reference": "A{}", "title": "Do it", {fields}}}"#, at + 1)
        })
        .collect();
    read(&document(&format!(r#""actions": [{}]"#, rows.join(", "))))
}

fn three(colour: Colour) -> Rated {
    RatingScale::Three.rating(colour).unwrap().into()
}

fn times(programme: &Programme, policy: &TimePolicy, on: &str) -> Tally {
    rating::times(programme, Grouping::Workstream, policy, day(on)).total
}

/// The one action of a plan, with these fields, by Bromsgrove's rule.
fn bromsgrove(fields: &str, on: &str) -> Option<Explained> {
    let programme = plan(&[(1, fields)]);
    let mut rated = rating::time_of(&programme, None, &TimePolicy::bromsgrove(), day(on));
    let counted = times(&programme, &TimePolicy::bromsgrove(), on);
    assert_eq!(counted.all(), rated.len() as u64);
    rated.pop()
}

fn colour(fields: &str, on: &str) -> String {
    bromsgrove(fields, on).map_or("not rated".into(), |rated| rated.rated.to_string())
}

const BEGUN: &str = r#""status": "in progress""#;

#[test]
fn eighteen_of_110_overdue_are_amber_by_the_share() {
    let programme = plan(&[
        (60, r#""timescale": "May 2018", "status": "complete""#),
        (18, r#""timescale": "May 2018", "status": "in progress""#),
        (30, r#""timescale": "December 2018", "status": "in progress""#),
        (2, r#""timescale": "December 2018", "status": "not started""#),
    ]);
    let on = "2018-09-01";
    assert_eq!(rollup::progress(&programme, &Policy::pooled(), day(on)).overdue(), 18);
    let tally = times(&programme, &TimePolicy::overdue(), on);
    assert_eq!(tally.to_string(), "92 green and 18 red, of 110");
    let rule = RollUp::epping_forest();
    assert_eq!(rule.rate(&tally), Ok(three(Colour::Amber)));

    let parts: Vec<Part> = rating::time_of(&programme, None, &TimePolicy::overdue(), day(on))
        .into_iter()
        .map(|part| Part { row: part.rows.first().cloned(), rated: part.rated, critical: false })
        .collect();
    let whole = rule.explain(Dimension::Time, &parts).unwrap();
    assert_eq!(whole.rows.len(), 18);
    assert_eq!(
        whole.to_string(),
        "Time is amber, because 18 of 110 are amber or worse (16 %), and 10 % or more is amber: \
         A61, A62, A63, A64, A65 and 13 more (Epping Forest 2018)."
    );

    let share = |overdue| {
        let mut tally = Tally::default();
        tally.add(three(Colour::Red), overdue);
        tally.add(three(Colour::Green), 100 - overdue);
        rule.rate(&tally).unwrap().to_string()
    };
    assert_eq!([share(9), share(10), share(24), share(25)], ["green", "amber", "amber", "red"]);
}

#[test]
fn counts_of_114_print_as_counts_and_as_percentages() {
    let mut tally = Tally::default();
    tally.add(RatingScale::WithBlue.complete(), 64);
    tally.add(RatingScale::WithBlue.green(), 49);
    tally.add(Grey::NotStarted, 1);
    assert_eq!(tally.to_string(), "64 blue, 49 green and 1 not started, of 114");
    let percents: Vec<u8> = tally.lines().iter().map(|line| line.percent).collect();
    assert_eq!(percents, [56, 43, 1]);
    assert_eq!(rollup::percentages(&[64, 49, 1]), Some(vec![56, 43, 1]));
    assert_eq!(RollUp::distribution().rate(&tally), Ok(Grey::CountsOnly.into()));
}

#[test]
fn a_month_behind_is_amber_and_more_is_red() {
    let due = |when: &str| format!(r#""timescale": "{when}", {BEGUN}"#);
    assert_eq!(colour(&due("15 May 2007"), "2007-05-15"), "green", "its own day is in time");
    assert_eq!(colour(&due("15 May 2007"), "2007-05-16"), "amber");
    assert_eq!(colour(&due("15 May 2007"), "2007-06-15"), "amber", "one month");
    assert_eq!(colour(&due("15 May 2007"), "2007-06-16"), "red", "more than one");
    assert_eq!(colour(&due("May 2007"), "2007-06-01"), "amber", "its month is over");
    assert_eq!(colour(&due("31 January 2007"), "2007-02-28"), "amber");
    assert_eq!(colour(r#""timescale": "Completed""#, "2007-06-16"), "green");
    assert_eq!(colour(r#""timescale": "On-going""#, "2007-06-16"), "not rated");
    let cancelled = r#""timescale": "May 2007", "status": "cancelled""#;
    assert_eq!(colour(cancelled, "2007-06-16"), "not rated");
}

#[test]
fn no_data_is_never_green() {
    assert_eq!(colour(r#""timescale": "May 2030""#, "2007-06-16"), "grey (no data)", "silent");
    assert_eq!(colour(BEGUN, "2007-06-16"), "grey (no data)", "no date");
    assert_eq!(colour(r#""timescale": "May 2007""#, "2007-06-16"), "amber", "silent, and late");
    let programme = plan(&[(1, r#""timescale": "May 2030", "status": "not started""#)]);
    let strict = TimePolicy { not_started: NotStarted::Grey, ..TimePolicy::bromsgrove() };
    let rated = rating::time_of(&programme, None, &strict, day("2020-01-01"));
    assert_eq!(rated[0].rated, Rated::Grey(Grey::NotStarted));
    // No cost without a forecast, and none without a budget.
    let none = rating::cost(&finance::Budget::default(), &CostPolicy::plain());
    assert_eq!(none.rated, Rated::Grey(Grey::NoData));
}

#[test]
fn a_date_moved_with_approval_is_a_class_of_its_own() {
    let moved = |agreed: &str| {
        format!(
            r#""timescale": "August 2007", {BEGUN},
               "redated": [{{"from": "May 2007"{agreed}}}]"#
        )
    };
    let approved = moved(r#", "agreed": "Cabinet""#);
    assert_eq!(colour(&approved, "2007-05-01"), "moved with approval");
    assert_eq!(colour(&approved, "2007-09-10"), "amber", "and late by its new date");
    assert_eq!(colour(&moved(""), "2007-05-01"), "red", "92 days, and nobody agreed");
    let why = bromsgrove(&approved, "2007-05-01").unwrap().to_string();
    let expected = "Time is moved with approval, because it was moved by 92 days with approval: A1 \
                    (Bromsgrove 2007).";
    assert_eq!(why, expected);
    let why = bromsgrove(&moved(""), "2007-05-01").unwrap().to_string();
    let expected = "Time is red, because it is 92 days behind a date given up without approval, and \
                    more than 1 month is red: A1 (Bromsgrove 2007).";
    assert_eq!(why, expected);
}

#[test]
fn what_is_suspended_by_a_decision_is_moved() {
    let held = |decision: &str| {
        let text = format!(
            r#""decisions": [{{"reference": "D1", "title": "Pause"}}],
               "actions": [{{"reference": "A1", "title": "Do it", "timescale": "May 2007",
                 "status": [{{"state": "on hold"{decision}}}]}}]"#
        );
        times(&read(&document(&text)), &TimePolicy::bromsgrove(), "2007-09-01")
    };
    assert_eq!(held(r#", "decision": "D1""#).moved(), 1);
    assert_eq!(held("").count(Colour::Red), 1);
}

#[test]
fn four_classes_of_150_are_58_2_13_and_26_in_a_hundred() {
    // The council printed 58, 2, 13.3 and 26 per cent, which are 99.3: 149 of 150.
    let on = "2007-07-20";
    let programme = plan(&[
        (87, r#""timescale": "March 2008", "status": "in progress""#),
        (3, r#""timescale": "June 2007", "status": "in progress""#),
        (20, r#""timescale": "May 2007", "status": "in progress""#),
        (
            39,
            r#""timescale": "March 2008", "status": "in progress",
               "redated": [{"from": "May 2007", "agreed": "Performance board"}]"#,
        ),
        (1, r#""timescale": "March 2008""#),
    ]);
    let tally = times(&programme, &TimePolicy::bromsgrove(), on);
    let expected = "87 green, 39 moved with approval, 3 amber, 20 red and 1 no data, of 150";
    assert_eq!(tally.to_string(), expected);
    let share = |count| Ratio::new(count, 150).unwrap().percent_to(1).to_string();
    assert_eq!([share(87), share(3), share(20), share(39)], ["58.0", "2.0", "13.3", "26.0"]);
    let percents: u32 = tally.lines().iter().map(|line| u32::from(line.percent)).sum();
    assert_eq!(percents, 100);

    // What is on target by moved dates alone is no plain green.
    let mut good = Tally::default();
    good.add(Rated::Moved, 26);
    good.add(three(Colour::Green), 74);
    assert_eq!(RollUp::worst_of().rate(&good), Ok(Rated::Moved));
    assert_eq!(RollUp::epping_forest().rate(&good), Ok(Rated::Moved));
}

#[test]
fn a_date_is_held_against_a_baseline() {
    let state = |timescale: &str, more: &str| {
        plan(&[(1, &format!(r#""timescale": "{timescale}", {BEGUN}{more}"#))])
    };
    let baseline = state("May 2020", "");
    let rated = |current: &Programme, on: &str| {
        let variance = history::against(&baseline, current, day(on));
        let rated = rating::time_against(current, &variance, &TimePolicy::bromsgrove());
        rated[0].rated.to_string()
    };
    let later = state("15 June 2020", "");
    assert_eq!(rated(&later, "2020-05-01"), "amber", "15 days behind the end of May");
    let agreed = state("August 2020", r#", "redated": [{"from": "May 2020", "agreed": "Board"}]"#);
    assert_eq!(rated(&agreed, "2020-05-01"), "moved with approval");
    assert_eq!(rated(&baseline, "2020-05-01"), "green");
    assert_eq!(rated(&baseline, "2020-07-02"), "red");
}

#[test]
fn cost_is_the_forecast_against_the_revised_budget() {
    let budget = |movements: &str| {
        let text = format!(
            r#""budget_lines": [{{"reference": "BL1", "title": "Staff"}}],
               "movements": [{{"title": "Budget", "kind": "allocation", "line": "BL1",
                 "date": "2021-04-01", "amount": "£1,000"}}{movements}]"#
        );
        let budget = finance::budgets(&read(&document(&text)), day("2021-07-01")).cost;
        rating::cost(&budget, &CostPolicy::plain())
    };
    let forecast = |amount: &str| {
        budget(&format!(
            r#", {{"title": "Expected", "kind": "forecast", "line": "BL1", "date": "2021-06-01",
                 "amount": "{amount}"}}"#
        ))
    };
    let colours = ["£900", "£1,000", "£1,001", "£1,100", "£1,101"]
        .map(|amount| forecast(amount).rated.to_string());
    assert_eq!(colours, ["green", "green", "amber", "amber", "red"]);
    let unknown = budget("");
    assert_eq!(
        unknown.to_string(),
        "Cost is grey (no data), because the forecast is not known (forecast to budget)."
    );
}

#[test]
fn an_indicator_is_rated_as_havering_did() {
    let rated = |actual: i64, target: i64, last_year: Option<i64>, direction| {
        let last_year = last_year.map(Into::into);
        let indicator = Indicator {
            actual: actual.into(),
            target: target.into(),
            last_year,
            direction,
            tolerance: None,
        };
        let rated = IndicatorPolicy::havering().rate(Dimension::Benefits, &indicator);
        rated.rated.to_string()
    };
    use Direction::{Decrease, Increase, Maintain};
    assert_eq!(rated(80, 80, None, Increase), "green");
    assert_eq!(rated(72, 80, None, Increase), "green", "a tenth off");
    assert_eq!(rated(71, 80, Some(70), Increase), "amber", "better than a year before");
    assert_eq!(rated(71, 80, Some(71), Increase), "amber", "the same");
    assert_eq!(rated(71, 80, Some(72), Increase), "red");
    assert_eq!(rated(200, 80, Some(300), Increase), "green", "beyond its target");
    assert_eq!(rated(11, 10, None, Decrease), "green");
    assert_eq!(rated(12, 10, Some(13), Decrease), "amber");
    assert_eq!(rated(12, 10, Some(11), Decrease), "red");
    assert_eq!(rated(12, 10, None, Decrease), "grey (no data)");
    assert_eq!(rated(1, 0, Some(0), Decrease), "red", "a tenth of nothing is nothing");
    assert_eq!(rated(88, 80, None, Maintain), "green", "a tenth off");
    assert_eq!(rated(90, 80, Some(70), Maintain), "amber", "as far off as a year before");
    assert_eq!(rated(90, 80, Some(71), Maintain), "red", "a year before it was nearer");
}

fn parts(programme: &Programme, rated: &[Rated]) -> Vec<Part> {
    let streams = programme.workstreams().iter().map(|stream| Called::of(programme, stream.key.id));
    let part =
        |(row, rated): (Called, &Rated)| Part { row: Some(row), rated: *rated, critical: false };
    streams.zip(rated).map(part).collect()
}

fn streams() -> Programme {
    let rows: Vec<String> = (1..=7)
        .map(|n| format!(r#"{{"reference": "W{n}", "name": "Workstream {n}", "outcome": "x"}}"#))
        .collect();
    read(&document(&format!(r#""workstreams": [{}]"#, rows.join(", "))))
}

#[test]
fn a_green_headline_over_a_red_part_is_red_and_says_which() {
    let mut colours = [three(Colour::Green); 7];
    colours[4] = three(Colour::Red);
    let programme = streams();
    let derived =
        RollUp::worst_of().explain(Dimension::Overall, &parts(&programme, &colours)).unwrap();
    assert_eq!(derived.rated, three(Colour::Red));
    assert_eq!(
        derived.to_string(),
        "The whole is red, because 1 of 7 is red (14 %), and the worst decides: W5 (worst of)."
    );
    // Both are kept, and the gap between them is told.
    let mut stated = Stated::new(RatingScale::Three.green(), day("2012-03-01"));
    stated.by = Some("Programme Director".into());
    let gap = Gap::between(stated, derived.clone());
    assert_eq!(gap.compared, Compared::Better);
    let text = gap.to_string();
    let start =
        "Stated is green (Programme Director said so on 1 March 2012), better than follows.";
    assert!(text.starts_with(start), "{text}");
    assert!(text.contains("W5"), "{text}");
    assert_eq!(Judgement::wiltshire().scale, RatingScale::Three);

    // It stays red unless somebody overrides it by name and with a reason.
    let green = RatingScale::Three.green();
    let over = |by: &str, reason: &str| {
        Override::new(derived.clone(), green, by, reason, day("2012-03-02"))
    };
    assert_eq!(over("N/A", "It is over"), Err(OverrideError::NoName));
    assert_eq!(over("Programme Board", "TBC"), Err(OverrideError::NoReason));
    let given = over("Programme Board", "The part ends this week").unwrap();
    assert_eq!((given.given, &given.derived), (green, &derived));
    let five =
        Override::new(derived, RatingScale::Five.green(), "Board", "It is over", day("2012-03-02"));
    assert!(matches!(five, Err(OverrideError::Mixed(_))));
}

#[test]
fn all_grey_is_grey_and_half_grey_may_be() {
    let programme = streams();
    let rule = RollUp::worst_of();
    let rate = |rated: &[Rated]| {
        rule.explain(Dimension::Overall, &parts(&programme, rated)).unwrap().to_string()
    };
    let no_data: Rated = Grey::NoData.into();
    assert!(
        rate(&[no_data; 7]).starts_with("The whole is grey (no data), because 7 of 7 are grey")
    );
    assert!(rate(&[]).starts_with("The whole is grey (no data), because there is nothing to rate"));
    let amber = three(Colour::Amber);
    let half = [amber, three(Colour::Green), no_data, no_data];
    assert!(rate(&half).starts_with("The whole is amber"), "half is within the limit");
    let most = [amber, no_data, Grey::NotStarted.into()];
    assert_eq!(
        rate(&most),
        "The whole is grey (too few parts are rated; the worst known is amber), because 2 of 3 are \
         grey (67 %), and at most 50 % may be: W2 and W3 (worst of)."
    );
    // A stale red is not lost on the way up.
    let red = RatingScale::Three.rating(Colour::Red).unwrap();
    let stale = [Grey::Stale(red).into(), no_data, amber];
    assert!(rate(&stale).contains("the worst known is red"));
}

#[test]
fn critical_parts_make_the_whole_and_others_count_by_share() {
    let rule = RollUp::worst_of_critical();
    let mut tally = Tally::default();
    tally.add_critical(three(Colour::Green), 1);
    tally.add(three(Colour::Red), 1);
    tally.add(three(Colour::Green), 19);
    assert_eq!(rule.rate(&tally), Ok(three(Colour::Green)), "one of twenty, not critical");
    tally.add(three(Colour::Red), 1);
    tally.add_critical(three(Colour::Red), 1);
    assert_eq!(rule.rate(&tally), Ok(three(Colour::Red)));
}

#[test]
fn scales_do_not_mix() {
    let mut tally = Tally::default();
    tally.add(RatingScale::Three.green(), 1);
    tally.add(RatingScale::Five.rating(Colour::AmberGreen).unwrap(), 1);
    for rule in [RollUp::worst_of(), RollUp::epping_forest(), RollUp::distribution()] {
        assert!(rule.rate(&tally).is_err());
    }
    let mut five = Tally::default();
    five.add(RatingScale::Five.green(), 1);
    assert!(RollUp::epping_forest().rate(&five).is_err(), "its bands are of three colours");
    let (one, other) = (three(Colour::Green), Rated::from(RatingScale::Five.green()));
    assert_eq!(one.compared_with(other), Compared::NotComparable);
}

#[test]
fn a_stated_rating_goes_stale_unless_it_is_confirmed() {
    let monthly = Staleness { cadence: Cadence::every(1, Unit::Month), grace: 3 };
    let red = RatingScale::Three.rating(Colour::Red).unwrap();
    let stated = Stated::new(red, day("2020-05-01"));
    let stale = Rated::Grey(Grey::Stale(red));
    assert_eq!(stated.on_day(day("2020-06-04"), &monthly), red.into());
    assert_eq!(stated.on_day(day("2020-06-05"), &monthly), stale);
    let confirmed = stated.clone().confirm(day("2020-06-01"));
    assert_eq!(confirmed.on_day(day("2020-07-04"), &monthly), red.into());
    assert_eq!(confirmed.on_day(day("2020-07-05"), &monthly), stale);
    assert_eq!(confirmed.on_day(day("2020-05-31"), &monthly), red.into(), "as it was then");
    let undated = Stated { on: None, ..stated };
    assert_eq!(undated.on_day(day("2020-05-01"), &monthly), stale, "nobody knows how old");
}

#[test]
fn trends_are_told_by_one_rule_only() {
    let rated = |fields: &str, on| bromsgrove(fields, on).unwrap();
    let late = format!(r#""timescale": "15 May 2020", {BEGUN}"#);
    let (amber, red) = (rated(&late, "2020-05-20"), rated(&late, "2020-08-01"));
    let green = rated(r#""timescale": "Completed""#, "2020-08-01");
    assert_eq!(red.trend_from(&amber), Compared::Worse);
    assert_eq!(green.trend_from(&amber), Compared::Better);
    assert_eq!(amber.trend_from(&amber), Compared::Same);
    let grey = rated(BEGUN, "2020-05-20");
    assert_eq!(grey.trend_from(&amber), Compared::NotComparable);
    let other = Explained { rule: "Another 2020".into(), ..red.clone() };
    assert_eq!(other.trend_from(&red), Compared::NotComparable);
}

#[test]
fn three_levels_from_actions_to_the_programme() {
    let text = document(
        r#""workstreams": [{"reference": "W1", "name": "One"}, {"reference": "W2", "name": "Two"},
             {"reference": "W3", "name": "Three"}],
           "actions": [
             {"reference": "A1", "title": "a", "workstream": "W1", "timescale": "Completed"},
             {"reference": "A2", "title": "b", "workstream": "W2", "timescale": "May 2020",
              "status": "in progress"},
             {"reference": "A3", "title": "c", "workstream": "W2", "timescale": "May 2030",
              "status": "in progress"}]"#,
    );
    let (programme, on) = (read(&text), day("2020-06-10"));
    let (policy, rule) = (TimePolicy::bromsgrove(), RollUp::worst_of());
    let times = rating::times(&programme, Grouping::Workstream, &policy, on);
    let levels = rating::levels(times, &rule, &rule).unwrap();
    let shown: Vec<String> = levels.groups.iter().map(|(_, rated)| rated.to_string()).collect();
    assert_eq!(shown, ["green", "amber", "grey (no data)"]);
    assert_eq!(levels.unassigned, None);
    assert_eq!(levels.programme, three(Colour::Amber));
    let why = levels.explain(&programme, Dimension::Time, &rule).unwrap();
    assert_eq!(
        why.to_string(),
        "Time is amber, because 1 of 2 is amber (50 %) with 1 more not known, and the worst decides: \
         W2 (worst of)."
    );
    let second: Subject = levels.groups[1].0;
    let group = Some((Grouping::Workstream, second));
    let rows = rating::time_of(&programme, group, &policy, on);
    assert_eq!(rows.iter().map(|row| row.rows[0].to_string()).collect::<Vec<_>>(), ["A2", "A3"]);
}

#[test]
fn published_bands_are_in_order() {
    let again = |bands: &Bands<Delay>| Bands::new(bands.scale(), bands.steps().to_vec());
    for policy in [TimePolicy::bromsgrove(), TimePolicy::overdue()] {
        assert_eq!(again(&policy.bands), Ok(policy.bands));
    }
    let cost = CostPolicy::plain().bands;
    assert_eq!(Bands::new(cost.scale(), cost.steps().to_vec()), Ok(cost));
    for rule in [RollUp::epping_forest(), RollUp::worst_of_critical()] {
        let (Way::Share(share) | Way::WorstOfCritical { others: share }) = rule.way else {
            panic!("neither has a share")
        };
        let bands = share.bands;
        assert_eq!(Bands::new(bands.scale(), bands.steps().to_vec()), Ok(bands));
    }
}

fn rated() -> impl Strategy<Value = Rated> {
    let colours = [Colour::Green, Colour::Amber, Colour::Red];
    let colour = prop::sample::select(colours.map(three).to_vec());
    let red: Rating = RatingScale::Three.rating(Colour::Red).unwrap();
    let greys = [Grey::NoData, Grey::NotStarted, Grey::NotAssessed, Grey::Stale(red)];
    let grey = prop::sample::select(greys.map(Rated::Grey).to_vec());
    prop_oneof![4 => colour, 1 => Just(Rated::Moved), 1 => grey]
}

fn tally(parts: &[(Rated, bool)]) -> Tally {
    let mut tally = Tally::default();
    for (rated, critical) in parts {
        if *critical { tally.add_critical(*rated, 1) } else { tally.add(*rated, 1) }
    }
    tally
}

fn rules() -> [RollUp; 3] {
    [RollUp::worst_of(), RollUp::worst_of_critical(), RollUp::epping_forest()]
}

fn some_parts() -> impl Strategy<Value = Vec<(Rated, bool)>> {
    prop::collection::vec((rated(), any::<bool>()), 0..12)
}

/// Policies that differ in all that they can.
fn time_policies() -> Vec<TimePolicy> {
    let week = Band::from(Delay::Days(7), Colour::Amber);
    let quarter = Band::above(Delay::Months(3), Colour::Red);
    let bands = Bands::new(RatingScale::WithBlue, [week, quarter]).unwrap();
    let slow = TimePolicy { bands, not_started: NotStarted::Grey, ..TimePolicy::bromsgrove() };
    let apart = TimePolicy { rates_complete: false, ..slow.clone() };
    vec![TimePolicy::bromsgrove(), TimePolicy::overdue(), slow, apart]
}

proptest! {
    #[test]
    fn tallies_merge_in_any_order(a in some_parts(), b in some_parts(), c in some_parts()) {
        let [a, b, c] = [a, b, c].map(|parts| tally(&parts));
        prop_assert_eq!(a.merge(b), b.merge(a));
        prop_assert_eq!(a.merge(b).merge(c), a.merge(b.merge(c)));
        prop_assert_eq!(a.merge(Tally::default()), a);
    }

    #[test]
    fn worst_of_is_never_better_than_a_part(parts in some_parts()) {
        let whole = RollUp::worst_of().rate(&tally(&parts)).unwrap();
        for (part, _) in &parts {
            prop_assert_ne!(whole.compared_with(*part), Compared::Better);
        }
    }

    #[test]
    fn grey_never_turns_into_a_colour(parts in some_parts(), greys in 0_u64..12) {
        for rule in rules() {
            let before = tally(&parts);
            let mut after = before;
            after.add(Grey::NoData, greys);
            let (was, is) = (rule.rate(&before).unwrap(), rule.rate(&after).unwrap());
            prop_assert!(is == was || matches!(is, Rated::Grey(_)), "{} to {}", was, is);
        }
        let mut only = Tally::default();
        only.add(Grey::NotAssessed, greys);
        prop_assert!(rules().iter().all(|rule| matches!(rule.rate(&only), Ok(Rated::Grey(_)))));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_pass_counts_what_rows_give_one_by_one(
        programme in prop_oneof![
            strategy::programmes(),
            two_states::states().prop_map(|(_, after)| after),
        ],
        by in prop::sample::select(vec![Grouping::Workstream, Grouping::Lead, Grouping::Review]),
        days in 0_u64..6000,
    ) {
        let on = day("2012-01-01") + chrono::Days::new(days);
        for policy in time_policies() {
            let sums = rating::times(&programme, by, &policy, on);
            let count = |group| -> Tally {
                let mut tally = Tally::default();
                let rated = rating::time_of(&programme, group, &policy, on);
                rated.iter().for_each(|rated| tally.add(rated.rated, 1));
                tally
            };
            prop_assert_eq!(sums.total, count(None));
            for (row, tally) in &sums.groups {
                prop_assert_eq!(tally, &count(Some((by, *row))));
            }
        }
    }
}

/// Two parts are green and a third is grey over something red: the whole is not green.
#[test]
fn what_is_red_within_grey_is_not_green_above() {
    let red = RatingScale::Three.rating(Colour::Red).unwrap();
    let hidden = Rated::Grey(Grey::TooFew(Some(red)));
    let green = Rated::from(RatingScale::Three.green());
    let whole = |parts: &[Rated]| {
        let parts: Vec<_> = parts.iter().map(|part| (*part, false)).collect();
        RollUp::worst_of().rate(&tally(&parts)).unwrap()
    };
    assert_eq!(whole(&[green, green, hidden]), hidden);
    assert_eq!(whole(&[red.into(), hidden]), red.into(), "it is red already");
    assert_eq!(whole(&[green, green, Grey::NoData.into()]), green, "nothing is known of it");
}
