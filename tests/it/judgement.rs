//! Ratings that somebody stated, tolerances and exceptions, by hand.

use chrono::Days;
use programme::{
    Programme,
    document::{Document, HistoryDocument},
    finding::{Outcome, Severity},
    governance::Council,
    model::{Kind, LocalRule, Parameter, StatedRating, Subject},
    rating::{self, Measured, Stated},
    rules::{self, Settings},
    strategy,
    values::{Colour, Dimension, RatingScale, WorkingCalendar},
};
use proptest::prelude::*;

use crate::day;

const ON: &str = "2021-06-22";

fn read(rows: &str) -> Programme {
    let text =
        format!(r#"{{"format": "programme/1", "programme": {{"name": "Example"}}, {rows}}}"#);
    let (programme, reading) = Document::from_json(&text).unwrap().check().lenient();
    assert_eq!(reading.count(Severity::Error), 0, "{reading}");
    programme
}

/// What the rules of progress find in some rows.
fn found(rows: &str) -> Vec<(String, Outcome, String)> {
    let run = rules::lint(&read(rows), &Settings::as_at(day(ON)));
    let findings = run.findings.into_iter();
    let findings = findings.map(|f| (f.code().to_string(), f.outcome, f.message));
    findings.filter(|(code, ..)| code.starts_with("PRG")).collect()
}

fn messages(rows: &str) -> Vec<String> {
    found(rows).into_iter().map(|(_, _, message)| message).collect()
}

/// Seven workstreams, of which two are red, and a programme that is stated as something.
fn two_red(programme: &str) -> String {
    let streams: Vec<_> = (1..=7)
        .map(|at| {
            let colour = if at > 5 { "Red" } else { "Green" };
            format!(
                r#"{{"reference": "W{at}", "name": "Stream {at}",
                     "status": {{"state": "{colour}", "as_at": "31 May 2021"}}}}"#
            )
        })
        .collect();
    format!(
        r#""workstreams": [{}], "stated_ratings": [{{"title": "All", {programme}}}]"#,
        streams.join(", ")
    )
}

#[test]
fn a_programme_is_no_better_than_its_worst_workstream() {
    let green = r#""rating": "Green", "on": "31 May 2021""#;
    let all = "The programme is stated as green, and red is stated of W6 and W7.";
    assert_eq!(messages(&two_red(green)), [all]);
    assert_eq!(messages(&two_red(r#""rating": "Red", "on": "31 May 2021""#)), [""; 0]);
    // An override has a name, a day and a reason.
    let over = |by: &str, on: &str, why: &str| {
        messages(&two_red(&format!(
            r#""rating": "Green", "by": {by}, "on": "{on}", "overrides": "{why}""#
        )))
    };
    let chair = r#""Chair of the Board""#;
    assert_eq!(over(chair, "31 May 2021", "Both are decided on Monday"), [""; 0]);
    assert_eq!(over("[]", "31 May 2021", "Both are decided on Monday"), [all]);
    assert_eq!(over(chair, "some day", "Both are decided on Monday"), [all]);
    assert_eq!(over(chair, "31 May 2021", "-"), [all]);
    // What is stated later has not been stated yet; words without a colour are none.
    assert_eq!(messages(&two_red(r#""rating": "Green", "on": "30 June 2021""#)), [""; 0]);
    assert_eq!(messages(&two_red(r#""rating": "On track", "on": "31 May 2021""#)), [""; 0]);
    // In another dimension the workstreams are not rated.
    let cost = r#""rating": "Green", "dimension": "cost", "on": "31 May 2021""#;
    assert_eq!(messages(&two_red(cost)), [""; 0]);
}

#[test]
fn amber_of_three_is_not_amber_of_five() {
    let of = |one: &str, other: &str| {
        let rows = format!(
            r#""workstreams": [{{"reference": "W1", "name": "One Budget"}},
                 {{"reference": "W2", "name": "People"}}],
               "stated_ratings": [{{"title": "One", "of": "workstream W1", "rating": {one}}},
                 {{"title": "Other", "of": "workstream W2", "rating": {other}}}]"#
        );
        let found = found(&rows).into_iter().filter(|(code, ..)| code == "PRG-002");
        found.map(|(_, outcome, message)| (outcome, message)).collect::<Vec<_>>()
    };
    let plain = r#""Amber", "scale": "three_colours""#;
    let mixed = "'amber/green' of W1, on five colours, and 'amber' of W2, on three colours, are \
                 not on one scale.";
    assert_eq!(of(r#""Amber/Green""#, plain), [(Outcome::Certain, mixed.to_owned())]);
    let vague = "'amber/green' of W1, on five colours, and 'amber' of W2 may not be on one scale: \
                 none is stated of the amber.";
    assert_eq!(of(r#""Amber/Green""#, r#""Amber""#), [(Outcome::Undetermined, vague.to_owned())]);
    assert_eq!(of(r#""Amber/Green""#, r#""Amber", "scale": "five_colours""#), []);
    assert_eq!(of(r#""Amber/Green""#, r#""Green""#), [], "an end of every scale");
    assert_eq!(of(r#""Amber""#, r#""Amber""#), [], "whichever it is");
    assert_eq!(of(r#""Blue""#, plain), [], "blue stands beside red, amber and green");
}

#[test]
fn a_rating_is_on_its_scale() {
    let of = |rating: &str| {
        messages(&format!(r#""stated_ratings": [{{"title": "All", "rating": {rating}}}]"#))
    };
    assert_eq!(
        of(r#""Amber/Red", "scale": "three_colours""#),
        ["'Amber/Red' of 'All' is not on the scale of three colours."]
    );
    assert_eq!(
        of(r#""Blue", "scale": "five_colours""#),
        ["'Blue' of 'All' is not on the scale of five colours."]
    );
    assert_eq!(of(r#""Blue", "scale": "three_colours_with_blue""#), [""; 0]);
    assert_eq!(of(r#""On track", "scale": "three_colours""#), [""; 0]);
    assert_eq!(of(r#""Purple""#), ["'Purple' of 'All' is not understood as a rating."]);
    assert_eq!(of(r#""TBC""#), [""; 0], "nothing is rated yet");
}

#[test]
fn the_newest_of_a_dimension_counts() {
    let programme = read(
        r#""workstreams": [{"reference": "W1", "name": "One Budget"}],
           "stated_ratings": [
             {"reference": "RAG1", "title": "Cost", "dimension": "cost", "rating": "Red", "on": "June 2020"},
             {"reference": "RAG2", "title": "Cost", "dimension": "cost", "rating": "Amber", "on": "May 2020"},
             {"reference": "RAG3", "title": "Cost", "dimension": "cost", "rating": "Green"},
             {"reference": "RAG4", "title": "All", "rating": "Amber/Red", "on": "May 2020",
               "by": ["Chief Executive", "Programme Board"], "text": "Two posts are vacant",
               "confirmed": "12 June 2020"},
             {"reference": "RAG5", "title": "One", "of": "workstream W1", "dimension": "cost",
               "rating": "Green", "on": "1 June 2020"}]"#,
    );
    let newest = |on: &str, of: Option<Subject>, dimension: Dimension| {
        let last = rating::last_stated(&programme, day(on));
        last.get(&(of, dimension)).map(|row| row.key.reference.to_string())
    };
    let cost = |on: &str| newest(on, None, Dimension::Cost);
    assert_eq!(cost("2020-07-01").as_deref(), Some("RAG1"));
    assert_eq!(cost("2020-06-29").as_deref(), Some("RAG2"), "June is not over");
    assert_eq!(cost("2020-05-01").as_deref(), Some("RAG3"), "of no day");
    let stream = programme.workstreams().iter().next().map(|row| row.key.id.into());
    assert_eq!(newest("2020-07-01", stream, Dimension::Cost).as_deref(), Some("RAG5"));
    assert_eq!(newest("2020-07-01", stream, Dimension::Time), None);
    let last = rating::last_stated(&programme, day("2020-07-01"));
    let all = last[&(None, Dimension::Overall)];
    let stated = Stated::of_row(&programme, all, RatingScale::Five).unwrap().unwrap();
    assert_eq!(stated.rating.colour(), Colour::AmberRed);
    assert_eq!(
        stated.to_string(),
        "Chief Executive and Programme Board said so on 31 May 2020, confirmed unchanged on \
         12 June 2020 ('Two posts are vacant')"
    );
    let off = Stated::of_row(&programme, all, RatingScale::Three).unwrap_err();
    assert_eq!(off.of.as_deref(), Some("RAG4"), "three colours have no amber/red");
}

#[test]
fn the_nearest_tolerance_counts() {
    let programme = read(
        r#""actions": [{"reference": "A1", "title": "One"}, {"reference": "A2", "title": "Two"}],
           "posts": [{"reference": "POST1", "title": "COO"}],
           "local_rules": [
             {"reference": "LR1", "title": "All", "parameter": "tolerance", "days": 1, "amount": "1%"},
             {"reference": "LR2", "title": "All time", "parameter": "tolerance", "dimension": "time", "days": 2},
             {"reference": "LR3", "title": "Actions", "parameter": "tolerance", "level": "action", "days": 3},
             {"reference": "LR4", "title": "A1", "parameter": "tolerance", "of": "action A1", "days": 4},
             {"reference": "LR5", "title": "Quality", "parameter": "tolerance", "dimension": "quality",
               "of": "action A1", "text": "Two faults a month"},
             {"reference": "LR6", "title": "COO", "parameter": "tolerance", "dimension": "time",
               "of": "action A1", "post": "POST1", "days": 9},
             {"reference": "LR7", "title": "Notice", "parameter": "meeting_notice", "days": 8}]"#,
    );
    let council = Council::of(&programme, day(ON));
    let rule = |dimension: Dimension, row: Option<Subject>| {
        let given = council.tolerance(dimension, row);
        given.map(|given| given.value.key.reference.to_string())
    };
    let mut actions = programme.actions().iter().map(|row| Subject::from(row.key.id));
    let (one, two) = (actions.next(), actions.next());
    assert_eq!(one.map(Subject::kind), Some(Kind::Action));
    assert_eq!(rule(Dimension::Time, one).as_deref(), Some("LR4"));
    assert_eq!(rule(Dimension::Time, two).as_deref(), Some("LR3"));
    assert_eq!(rule(Dimension::Time, None).as_deref(), Some("LR2"));
    assert_eq!(rule(Dimension::Cost, one).as_deref(), Some("LR1"), "the others are no amount");
    assert_eq!(rule(Dimension::Quality, one).as_deref(), Some("LR5"));
}

/// An action that is due on Friday 28 May 2021, before a bank holiday.
fn late(tolerance: &str, more: &str) -> Vec<String> {
    let programme = read(&format!(
        r#""local_rules": [{{"reference": "LR1", "title": "Late", "parameter": "tolerance", {tolerance}}}],
           "workstreams": [{{"reference": "W1", "name": "One"}},
             {{"reference": "W1.1", "name": "Part", "parent": "W1"}}],
           "actions": [{{"reference": "A1", "title": "Publish", "workstream": "W1.1",
             "timescale": "28 May 2021", "status": "in progress"}}] {more}"#
    ));
    let calendar = WorkingCalendar::england_and_wales();
    rating::breaches(&programme, &calendar, day("2021-06-04"))
        .iter()
        .map(ToString::to_string)
        .collect()
}

#[test]
fn lateness_is_borne_to_its_tolerance() {
    assert_eq!(late(r#""days": 7"#, ""), [""; 0], "Friday to Friday");
    let six = "A1 'Publish' is 7 days late, beyond the tolerance of 6 calendar days (LR1), and ";
    assert_eq!(late(r#""days": 6"#, ""), [format!("{six}no exception has been raised")]);
    // Of the week after, Monday is a holiday: four working days.
    assert_eq!(late(r#""days": 4, "counted": "working""#, ""), [""; 0]);
    assert_eq!(late(r#""days": 3, "counted": "working""#, "").len(), 1);
    assert_eq!(late(r#""days": 6, "dimension": "cost""#, ""), [""; 0]);
    let raised = |of: &str| {
        let more = format!(r#", "exceptions": [{{"reference": "EXC1", "title": "Late", {of}}}]"#);
        late(r#""days": 6"#, &more)
    };
    let told = [format!("{six}exception EXC1 has been raised")];
    let untold = [format!("{six}no exception has been raised")];
    assert_eq!(raised(r#""of": "action A1", "raised": "1 June 2021""#), told);
    assert_eq!(raised(r#""of": "workstream W1""#), told, "of what it is a part of");
    assert_eq!(raised(r#""of": "workstream W1", "dimension": "time""#), told);
    assert_eq!(raised(r#""of": "workstream W1", "dimension": "cost""#), untold);
    assert_eq!(raised(r#""dimension": "time""#), untold, "of the programme");
    assert_eq!(raised(r#""of": "action A1", "raised": "5 June 2021""#), untold, "not yet");
    assert_eq!(raised(r#""of": "action A1", "closed": "3 June 2021""#), untold, "over");
}

#[test]
fn a_whole_is_over_its_budget_where_no_part_is() {
    // 5 % of £1,000 is £50; each line is £40 over, the workstream £80 over £2,000.
    let of = |rules: &str| {
        let line = |at: u8| {
            format!(
                r#"{{"title": "Budget", "kind": "allocation", "line": "BL{at}", "date": "2021-04-01", "amount": "£1,000"}},
                   {{"title": "Expected", "kind": "forecast", "line": "BL{at}", "date": "2021-06-01", "amount": "£1,040"}}"#
            )
        };
        let programme = read(&format!(
            r#""local_rules": [{rules}], "workstreams": [{{"reference": "W1", "name": "One"}}],
               "budget_lines": [{{"reference": "BL1", "title": "Staff", "workstream": "W1"}},
                 {{"reference": "BL2", "title": "Advice", "workstream": "W1"}}],
               "movements": [{}, {}]"#,
            line(1),
            line(2)
        ));
        let calendar = WorkingCalendar::england_and_wales();
        let all = rating::breaches(&programme, &calendar, day(ON));
        all.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let lines =
        r#"{"title": "Lines", "parameter": "tolerance", "level": "budget_line", "amount": "5%"}"#;
    assert_eq!(of(lines), [""; 0], "4 % each");
    let stream = r#"{"reference": "LR1", "title": "Streams", "parameter": "tolerance",
        "dimension": "cost", "level": "workstream", "amount": "£79.99"}"#;
    let over = "W1 'One' is forecast at £2,080 against a budget of £2,000, beyond the tolerance \
                of £79.99 (LR1), and no exception has been raised";
    assert_eq!(of(stream), [over]);
    assert_eq!(of(&stream.replace("£79.99", "£80")), [""; 0]);
    let all = r#"{"reference": "LR1", "title": "All", "parameter": "tolerance", "amount": "3%"}"#;
    assert_eq!(of(all).len(), 2, "the lines, and not once more their sum");
    let spoken = all.replace("3%", "a little");
    let perhaps =
        ", perhaps beyond the tolerance of a little (LR1), and no exception has been raised";
    let lines = ["BL1 'Staff'", "BL2 'Advice'"]
        .map(|line| format!("{line} is forecast at £1,040 against a budget of £1,000{perhaps}"));
    assert_eq!(of(&spoken), lines, "how far it may go cannot be told");
}

/// The line of the sub-stream is £400 over £1,000.
fn levels(rules: &str, more: &str) -> Vec<String> {
    let programme = read(&format!(
        r#""local_rules": [{rules}],
           "workstreams": [{{"reference": "W1", "name": "One"}},
             {{"reference": "W1.1", "name": "Part", "parent": "W1"}}],
           "decisions": [{{"reference": "DEC1", "title": "Bear it", "date": "8 June 2021"}}],
           "budget_lines": [{{"reference": "BL1", "title": "Staff", "workstream": "W1.1"}}],
           "movements": [
             {{"title": "Budget", "kind": "allocation", "line": "BL1", "date": "2021-04-01", "amount": "£1,000"}},
             {{"title": "Expected", "kind": "forecast", "line": "BL1", "date": "2021-06-01", "amount": "£1,400"}}]
           {more}"#
    ));
    let all = rating::breaches(&programme, &WorkingCalendar::england_and_wales(), day(ON));
    let row = |breach: &rating::Breach| {
        breach.row.as_ref().map_or_else(|| "all".to_owned(), ToString::to_string)
    };
    let shown =
        |breach: &rating::Breach| format!("{} {} {}", row(breach), breach.rule, breach.excepted);
    all.iter().map(shown).collect()
}

#[test]
fn each_level_is_held_to_its_own_tolerance() {
    let rule = |reference: &str, level: &str, amount: &str| {
        format!(
            r#"{{"reference": "{reference}", "title": "Cost", "parameter": "tolerance",
                "dimension": "cost"{level}, "amount": "{amount}"}}"#
        )
    };
    let line = rule("LR1", r#", "level": "budget_line""#, "£10");
    let stream = rule("LR2", r#", "level": "workstream""#, "£50");
    let all = rule("LR3", r#", "level": "programme""#, "£100");
    let three = format!("{line}, {stream}, {all}");
    assert_eq!(levels(&three, ""), ["BL1 LR1 no", "W1.1 LR2 no", "all LR3 no"], "W1 by its part");
    assert_eq!(levels(&all, ""), ["all LR3 no"]);
    assert_eq!(levels(&rule("LR4", "", "£100"), ""), ["BL1 LR4 no"], "by one rule, once");
    assert_eq!(levels(&rule("LR3", r#", "of": "workstream W1""#, "£100"), ""), ["W1 LR3 no"]);
    // An exception of the line tells nobody of the workstream, unless it is of that.
    let raised = |more: &str| {
        let more =
            format!(r#", "exceptions": [{{"reference": "EXC1", "title": "Staff", {more}}}]"#);
        levels(&format!("{line}, {stream}"), &more)
    };
    let of_line = r#""of": "budget line BL1", "raised": "1 June 2021""#;
    assert_eq!(raised(of_line), ["BL1 LR1 certainly", "W1.1 LR2 no"]);
    assert_eq!(raised(r#""of": "workstream W1""#), ["BL1 LR1 certainly", "W1.1 LR2 certainly"]);
    let by_rule = r#""of": "workstream W1", "tolerance": "LR2""#;
    assert_eq!(raised(by_rule), ["BL1 LR1 no", "W1.1 LR2 certainly"], "of one tolerance");
    let vague = r#""of": "budget line BL1", "raised": "June 2021""#;
    assert_eq!(raised(vague), ["BL1 LR1 possibly", "W1.1 LR2 no"], "by the 22nd, or after it");
    // What was conceded is conceded as far as it was forecast.
    let conceded = |forecast: &str| {
        raised(&format!(
            r#""of": "budget line BL1", "decision": "DEC1", "closed": "8 June 2021", "forecast": "{forecast}""#
        ))
    };
    assert_eq!(conceded("£1,400")[0], "BL1 LR1 certainly");
    assert_eq!(conceded("£1,399")[0], "BL1 LR1 no");
    assert_eq!(conceded("c£1,400")[0], "BL1 LR1 no", "about so much");
}

#[test]
fn what_is_over_besides_its_parts_is_told_of_the_whole() {
    // BL1 is £600 over and told; BL2 and BL3 are £450 over each, which the tolerance allows.
    let lines: Vec<_> = [1600, 1450, 1450]
        .iter()
        .zip(1..)
        .map(|(forecast, at)| {
            format!(
                r#"{{"title": "Budget", "kind": "allocation", "line": "BL{at}", "date": "2021-04-01", "amount": "£1,000"}},
                   {{"title": "Expected", "kind": "forecast", "line": "BL{at}", "date": "2021-06-01", "amount": "£{forecast}"}}"#
            )
        })
        .collect();
    let programme = read(&format!(
        r#""local_rules": [{{"reference": "LR1", "title": "Cost", "parameter": "tolerance", "amount": "£500"}}],
           "budget_lines": [{{"reference": "BL1", "title": "One"}}, {{"reference": "BL2", "title": "Two"}},
             {{"reference": "BL3", "title": "Three"}}],
           "movements": [{}]"#,
        lines.join(", ")
    ));
    let all = rating::breaches(&programme, &WorkingCalendar::england_and_wales(), day(ON));
    let shown: Vec<_> = all.iter().map(ToString::to_string).collect();
    let end = "beyond the tolerance of £500 (LR1), and no exception has been raised";
    assert_eq!(
        shown,
        [
            format!("BL1 'One' is forecast at £1,600 against a budget of £1,000, {end}"),
            format!("the programme is forecast at £4,500 against a budget of £3,000, {end}"),
        ],
        "£900 of £1,500 are told of no line"
    );
}

#[test]
fn a_vague_date_is_late_perhaps() {
    let of = |timescale: &str, on: &str| {
        let programme = read(&format!(
            r#""local_rules": [{{"reference": "LR1", "title": "Late", "parameter": "tolerance", "days": 14}}],
               "actions": [{{"reference": "A1", "title": "Publish", "timescale": "{timescale}",
                 "redated": {{"from": "31 May 2021"}}, "status": "in progress"}}],
               "milestones": [{{"reference": "M1", "title": "Published", "timescale": "31 May 2021",
                 "status": "in progress"}}]"#
        ));
        let all = rating::breaches(&programme, &WorkingCalendar::england_and_wales(), day(on));
        let row = |breach: &rating::Breach| breach.row.as_ref().unwrap().to_string();
        all.iter().map(|breach| format!("{} {}", row(breach), breach.certainty)).collect::<Vec<_>>()
    };
    assert_eq!(of("14 June 2021", "2021-06-01"), [""; 0], "14 days");
    assert_eq!(of("15 June 2021", "2021-06-01"), ["A1 certainly"]);
    assert_eq!(of("June 2021", "2021-06-01"), ["A1 possibly"], "the 1st would do");
    assert_eq!(of("July 2021", "2021-06-01"), ["A1 certainly"]);
    assert_eq!(of("TBC", "2021-06-14"), [""; 0], "not late yet by more than it may");
    assert_eq!(
        of("TBC", "2021-06-15"),
        ["A1 certainly", "M1 certainly"],
        "a date given up for none"
    );
}

#[test]
fn what_is_over_and_what_was_said_before_counts_no_more() {
    let of = |project: &str, more: &str| {
        messages(&format!(
            r#""workstreams": [{{"reference": "W1", "name": "One", "status": {{"state": "Green", "as_at": "31 May 2021"}}}}],
               "projects": [{{"reference": "PRJ1", "name": "Ledger", "workstream": "W1", "status": {project}}}] {more}"#
        ))
    };
    let red = r#"{"state": "Red", "as_at": "30 April 2021"}"#;
    let told = "W1 is stated as green, and red is stated of PRJ1.";
    assert_eq!(of(red, ""), [told]);
    let over = format!(r#"[{red}, {{"state": "Completed", "as_at": "31 May 2021"}}]"#);
    assert_eq!(of(&over, ""), [""; 0], "it was red, and is done");
    let row = |rating: &str, on: &str| {
        let more = format!(
            r#", "stated_ratings": [{{"title": "Ledger", "of": "project PRJ1", "rating": "{rating}", "on": "{on}"}}]"#
        );
        of(red, &more)
    };
    assert_eq!(row("Green", "31 May 2021"), [""; 0], "the row is later");
    assert_eq!(row("Green", "31 March 2021"), [told], "the note is later");
}

#[test]
fn all_of_a_thing_is_no_better_than_its_dimensions() {
    let of = |dimension: &str| {
        messages(&format!(
            r#""stated_ratings": [{{"title": "All", "rating": "Green", "on": "31 May 2021"}},
               {{"title": "Part", "dimension": "{dimension}", "rating": "Red", "on": "31 May 2021"}}]"#
        ))
    };
    let told = "The programme is stated as green, and red is stated of the programme (cost).";
    assert_eq!(of("cost"), [told]);
    assert_eq!(of("delivery_confidence"), [""; 0], "a judgement of its own");
    // An override that was given before the worst was said is none of it.
    let over = |on: &str| {
        messages(&format!(
            r#""stated_ratings": [{{"title": "All", "rating": "Green", "on": "{on}", "by": "Chief Executive",
                 "overrides": "It is being settled"}},
               {{"title": "Part", "dimension": "cost", "rating": "Red", "on": "31 May 2021"}}]"#
        ))
    };
    assert_eq!(over("31 May 2021"), [""; 0]);
    assert_eq!(over("30 May 2021"), [told]);
}

#[test]
fn two_ratings_of_one_day_agree() {
    let of = |on: &str, rating: &str, dimension: &str| {
        messages(&format!(
            r#""stated_ratings": [
                 {{"title": "Cost", "dimension": "cost", "rating": "Amber", "on": "31 May 2021"}},
                 {{"title": "Cost", "dimension": "{dimension}", "rating": "{rating}", "on": "{on}"}}]"#
        ))
    };
    let told = "'Cost' is rated 'Amber' and 'Red' for one day.";
    assert_eq!(of("2021-05-31", "Red", "cost"), [told]);
    assert_eq!(of("2021-05-31", "amber", "cost"), [""; 0]);
    assert_eq!(of("1 June 2021", "Red", "cost"), [""; 0]);
    assert_eq!(of("31 May 2021", "Red", "time"), [""; 0]);
}

#[test]
fn an_exception_offers_a_choice_to_a_body() {
    let of = |more: &str| {
        messages(&format!(
            r#""bodies": [{{"reference": "BODY1", "name": "Programme Board"}}],
               "decisions": [{{"reference": "DEC1", "title": "Stop"}}],
               "exceptions": [{{"title": "Late", {more}}}]"#
        ))
    };
    assert_eq!(
        of(r#""dimension": "time""#),
        ["The exception 'Late' has no options and names no body that decides."]
    );
    assert_eq!(
        of(r#""body": "BODY1", "options": ["-"]"#),
        ["The exception 'Late' has no options."]
    );
    assert_eq!(of(r#""options": "Stop""#), ["The exception 'Late' names no body that decides."]);
    assert_eq!(of(r#""options": "Stop", "body": "BODY1""#), [""; 0]);
    assert_eq!(of(r#""decision": "DEC1""#), [""; 0], "decided");
    assert_eq!(of(r#""closed": "May 2021""#), [""; 0], "over");
}

/// A history in which a target of 80 % by March 2022 becomes another, and what HIS-008 finds.
fn moved(targets: &str, more: &str) -> Vec<String> {
    moved_from(r#"{"figure": "80%", "by": "March 2022"}"#, targets, more)
}

fn moved_from(first: &str, targets: &str, more: &str) -> Vec<String> {
    let measure = |targets: &str| {
        format!(r#""measures": [{{"reference": "MEA1", "name": "Calls", "targets": {targets}}}]"#)
    };
    let text = format!(
        r#"{{"format": "programme-history/1", "last": 2, "revisions": [
          {{"number": 1, "effective": "2021-03-31", "recorded": "2021-03-31",
            "added": {{"programme": {{"name": "Example"}},
              "decisions": [{{"reference": "DEC1", "title": "Lower it", "date": "25 May 2021"}}],
              {}}}}},
          {{"number": 2, "effective": "2021-05-31", "recorded": "2021-05-31"{more},
            "changed": {{{}}}}}]}}"#,
        measure(first),
        measure(targets)
    );
    let history = HistoryDocument::from_json(&text).unwrap().check().strict().unwrap();
    let run = rules::lint_history(&history, &Settings::as_at(day(ON)));
    let run = run.unwrap();
    let of = run.findings.iter().filter(|finding| finding.code().to_string() == "HIS-008");
    of.map(|finding| finding.message.clone()).collect()
}

#[test]
fn a_target_moves_by_a_decision_alone() {
    let lower = r#"{"figure": "70%", "by": "March 2022"}"#;
    let told = "The target of 'Calls' was '80%' by March 2022 and is '70%' by March 2022 from 31 May \
                2021 on, and no decision is held that moved it.";
    assert_eq!(moved(lower, ""), [told]);
    let later = r#"{"figure": "80%", "by": "March 2023"}"#;
    assert_eq!(moved(later, "").len(), 1, "another day is another target");
    assert_eq!(moved("[]", "").len(), 1, "dropped");
    let decided = r#"{"figure": "70%", "by": "March 2022", "set_by": "DEC1"}"#;
    assert_eq!(moved(decided, ""), [""; 0]);
    assert_eq!(moved(lower, r#", "approved_by": "DEC1""#), [""; 0]);
    let both = r#"[{"figure": "80%", "by": "March 2022"}, {"figure": "90%", "by": "March 2024"}]"#;
    assert_eq!(moved(both, ""), [""; 0], "one more takes nothing back");
    assert_eq!(
        moved(r#"{"figure": "80 %", "by": "31 March 2022"}"#, "").len(),
        1,
        "a day, and a month"
    );
    assert_eq!(
        moved(r#"{"figure": "80 %", "by": "March 2022"}"#, ""),
        [""; 0],
        "written otherwise"
    );
    // By the end of April the day had come, and the figure of that day is another.
    let past = |targets: &str| moved_from(r#"{"figure": "80%", "by": "March 2021"}"#, targets, "");
    assert_eq!(past(r#"{"figure": "85%", "by": "March 2022"}"#), [""; 0], "the next year's");
    assert_eq!(past(r#"{"figure": "60%", "by": "March 2021"}"#).len(), 1, "rewritten");
    let sourced = r#"{"figure": "80%", "by": "March 2022", "set_by": "DEC1"}"#;
    assert_eq!(moved(sourced, ""), [""; 0], "the same target");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// What is stated last was stated by the day, and nothing else of its kind was stated later.
    #[test]
    fn what_is_stated_last_is_the_newest(programme in strategy::programmes(), days in 0_u64..4000) {
        let on = day("2015-01-01") + Days::new(days);
        let said = |row: &StatedRating| row.on.as_ref()?.value().map(|date| date.latest());
        let last = rating::last_stated(&programme, on);
        for row in programme.stated_ratings().iter().filter(|row| row.rating.is_some()) {
            let key = (row.of, row.dimension.unwrap_or(Dimension::Overall));
            let by = said(row).is_none_or(|said| said <= on);
            let newest = last.get(&key);
            prop_assert!(!by || newest.is_some_and(|newest| said(newest) >= said(row)));
        }
        prop_assert!(last.values().all(|row| said(row).is_none_or(|said| said <= on)));
    }

    /// One more day of tolerance brings no breach, and takes none that it does not allow.
    #[test]
    fn more_tolerance_is_fewer_breaches(programme in strategy::programmes(), days in 0_u64..4000, borne in 0_u32..60) {
        let on = day("2015-01-01") + Days::new(days);
        let late = |borne: u32| {
            let mut draft = programme.to_draft();
            let rules: Vec<_> = programme.local_rules().iter().map(|row| row.key.id).collect();
            for id in rules {
                draft.get_mut(id).unwrap().parameter = None;
            }
            let mut rule = LocalRule::new(draft.key("LR900".parse().unwrap()), "Late work");
            rule.parameter = Some(Parameter::Tolerance);
            rule.dimension = Some(Dimension::Time);
            rule.days = Some(borne);
            draft.put(rule);
            let programme = draft.finish().unwrap();
            let calendar = WorkingCalendar::england_and_wales();
            let all = rating::breaches(&programme, &calendar, on).into_iter();
            all.map(|breach| (breach.row.unwrap().row, breach.value)).collect::<Vec<_>>()
        };
        let (less, more) = (late(borne), late(borne + 1));
        prop_assert!(more.iter().all(|breach| less.contains(breach)));
        for (_, value) in less.iter().filter(|breach| !more.contains(breach)) {
            let days = i64::from(borne) + 1;
            prop_assert!(matches!(value, Measured::Late(late) | Measured::Slipped(late) if *late == days));
        }
    }
}
