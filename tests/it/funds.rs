//! Rules of budgets and reserves on documents of which it was reckoned by hand what they should find.

use programme::{
    document::Document,
    rules::{self, Settings},
};

use crate::{day, document};

/// What is found of one code: the severity, the outcome and the message of each.
fn found(code: &str, lists: &str, on: &str) -> Vec<String> {
    let (programme, reading) = Document::from_json(&document(lists)).unwrap().check().lenient();
    let places: Vec<_> = reading.iter().map(ToString::to_string).collect();
    assert!(places.is_empty(), "{places:?}");
    let run = rules::lint(&programme, &Settings::as_at(day(on)));
    let of = run.findings.iter().filter(|finding| finding.code().to_string() == code);
    of.map(|f| format!("{} {}: {}", f.severity, f.outcome, f.message)).collect()
}

/// What is found of one code, and how it is to be mended.
fn help(code: &str, lists: &str, on: &str) -> Vec<String> {
    let (programme, _) = Document::from_json(&document(lists)).unwrap().check().lenient();
    let run = rules::lint(&programme, &Settings::as_at(day(on)));
    let of = run.findings.iter().filter(|finding| finding.code().to_string() == code);
    of.map(|f| f.help.clone()).collect()
}

const NOTHING: [&str; 0] = [];

const BODIES: &str = r#""bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"},
    {"reference": "BODY2", "name": "Council", "kind": "council"}]"#;

/// A reserve of these facts, with decisions and movements.
fn reserve(facts: &str, decisions: &str, movements: &str) -> String {
    format!(
        r#"{BODIES}, "reserves": [{{"reference": "RSV1", "name": "Management of Change",
            "kind": "earmarked"{facts}}}],
        "decisions": [{decisions}], "movements": [{movements}]"#
    )
}

const ADVICE: &str = r#"{"reference": "DEC1", "title": "Fund Phase 2", "body": "BODY1", "act": "recommend",
    "onward": "BODY2", "date": "22 June 2021"}"#;

fn draw(facts: &str) -> String {
    format!(
        r#"{{"reference": "MOV1", "title": "Drawdown for Phase 2", "kind": "drawdown",
            "amount": "£361k", "reserve": "RSV1"{facts}}}"#
    )
}

#[test]
fn a_reserve_is_reviewed_each_year_and_closed_ones_are_left_alone() {
    let rules = r#", "purpose": "Change", "conditions": "A business case", "approver": "BODY2",
        "owners": ["Head of Finance"]"#;
    let of = |more: &str, on: &str| {
        let text = reserve(&format!("{rules}{more}"), "", "").replace(r#""decisions": [], "#, "");
        found("RES-001", &text.replace(r#", "movements": []"#, ""), on)
    };
    assert_eq!(of("", "2021-06-22"), NOTHING, "no review is said, and none denied");
    // Twelve months after 22 June 2020 is 22 June 2021; the day after is over.
    assert_eq!(of(r#", "reviewed": "22 June 2020""#, "2021-06-22"), NOTHING);
    let over = [
        "warning certain: 'Management of Change' was last reviewed 22 June 2020, over twelve months ago.",
    ];
    assert_eq!(of(r#", "reviewed": "22 June 2020""#, "2021-06-23"), over);
    let perhaps = [
        "info undetermined: 'Management of Change' was last reviewed June 2020, perhaps over twelve months ago.",
    ];
    assert_eq!(of(r#", "reviewed": "June 2020""#, "2021-06-22"), perhaps);
    let text = reserve(&format!(r#"{rules}, "reviewed": "June 2020""#), "", "")
        .replace(r#""decisions": [], "#, "")
        .replace("Management of Change", "Recovery");
    let named = found("RES-001", &text.replace(r#", "movements": []"#, ""), "2021-06-22");
    assert_eq!(named, perhaps.map(|said| said.replace("Management of Change", "Recovery")));
    let bare = |facts: &str| {
        format!(
            r#""reserves": [{{"reference": "RSV1", "name": "Change"{facts}}}],
            "funding_sources": [{{"reference": "FS1", "title": "Change", "reserve": "RSV1"}}]"#
        )
    };
    let unknown = found("RES-001", &bare(""), "2021-06-22");
    let lacks = "'Change' has no purpose, no conditions of use, no approver, no owner.";
    assert_eq!(unknown, [format!("info undetermined: {lacks}")], "it may be the general balance");
    assert_eq!(found("RES-001", &bare(r#", "kind": "general_balance""#), "2021-06-22"), NOTHING);
    let unused =
        r#""reserves": [{"reference": "RSV1", "name": "Reserves", "assessment": "sound"}]"#;
    assert_eq!(found("RES-001", unused, "2021-06-22"), NOTHING, "it is only spoken of");
    let closed = bare(r#", "kind": "earmarked", "closed": "31 March 2021""#);
    assert_eq!(found("RES-001", &closed, "2021-06-22"), NOTHING);
    assert_eq!(found("RES-001", &closed, "2021-03-30"), [format!("warning certain: {lacks}")]);
}

#[test]
fn a_use_that_is_near_an_allowed_one_is_asked_about() {
    let uses = r#", "uses": ["Consultants for change"]"#;
    let of = |used: &str| {
        let text = reserve(uses, "", &draw(&format!(r#", "use_for": "{used}""#)));
        found("RES-002", &text.replace(r#""decisions": [], "#, ""), "2021-06-22")
    };
    assert_eq!(of("consultants for Change"), NOTHING);
    let near = "'Drawdown for Phase 2' uses 'Management of Change' for 'Consultants', which is none of its uses.";
    assert_eq!(of("Consultants"), [format!("info undetermined: {near}")]);
    assert_eq!(
        of("Grit"),
        [format!("warning certain: {}", near.replace("'Consultants'", "'Grit'"))]
    );
}

#[test]
fn a_reserve_is_released_by_whoever_may_and_only_once_it_happens() {
    let of = |decisions: &str, facts: &str, on: &str| {
        let text = reserve(r#", "approver": "BODY2""#, decisions, &draw(facts));
        found("RES-005", &text.replace(r#""decisions": [], "#, ""), on)
    };
    let by = r#", "decision": "DEC1""#;
    // Planned: no date, or a day to come.
    assert_eq!(of(ADVICE, by, "2021-07-30"), NOTHING);
    assert_eq!(
        of(ADVICE, r#", "decision": "DEC1", "date": "1 August 2021""#, "2021-07-30"),
        NOTHING
    );
    assert_eq!(of("", "", "2021-07-30"), NOTHING);
    let open =
        "'Drawdown for Phase 2' is out, and 'Council' has still to decide on 'Fund Phase 2'.";
    let dated = r#", "decision": "DEC1", "date": "1 July 2021""#;
    assert_eq!(of(ADVICE, dated, "2021-07-30"), [format!("error certain: {open}")]);
    let month = r#", "decision": "DEC1", "date": "July 2021""#;
    assert_eq!(of(ADVICE, month, "2021-07-30"), [format!("info undetermined: {open}")]);
    let none =
        ["error certain: 'Drawdown for Phase 2' is out, and no decision is held that approves it."];
    assert_eq!(of("", r#", "date": "1 July 2021""#, "2021-07-30"), none);
    let noted = ADVICE.replace("recommend", "note");
    let nothing =
        ["error certain: 'Drawdown for Phase 2' is out, and 'Fund Phase 2' approves nothing."];
    assert_eq!(of(&noted, dated, "2021-07-30"), nothing);
    // Cabinet decides by itself, and Council is named as approver.
    let cabinet = ADVICE.replace("recommend", "resolve").replace(r#""onward": "BODY2", "#, "");
    let wrong =
        ["error certain: 'Drawdown for Phase 2' is approved by 'Cabinet', where 'Council' has to."];
    assert_eq!(of(&cabinet, dated, "2021-07-30"), wrong);
    let council = cabinet.replace("BODY1", "BODY2");
    assert_eq!(of(&council, dated, "2021-07-30"), NOTHING);
}

#[test]
fn limits_are_the_councils_on_the_day_of_the_decision() {
    let decision = r#"{"reference": "DEC1", "title": "Fund it", "body": "BODY1", "act": "resolve", "date": "22 June 2021"}"#;
    let of = |rules: &str| {
        let text = reserve("", decision, &draw(r#", "decision": "DEC1", "date": "1 July 2021""#));
        found("RES-005", &format!("{text}{rules}"), "2021-07-30")
    };
    let unheld = "info not_assessed: 'Drawdown for Phase 2' is approved by 'Cabinet', and up to which \
                  amount it may is not held.";
    assert_eq!(of(""), [unheld]);
    let limit = |amount: &str, until: &str| {
        format!(
            r#", "local_rules": [{{"reference": "LR1", "title": "Cabinet's estimates", "parameter": "supplementary_limit",
                "amount": "{amount}", "body": "BODY1"{until}}}]"#
        )
    };
    assert_eq!(of(&limit("£361,000", "")), NOTHING, "what is at the limit is within it");
    let over = "error certain: 'Drawdown for Phase 2' is approved by 'Cabinet', and £361,000 is over its \
                limit of £360,000 (LR1).";
    assert_eq!(of(&limit("£360,000", "")), [over]);
    let before = limit("£360,000", r#", "until": "21 June 2021""#);
    assert_eq!(of(&before), [unheld], "the limit no longer held");
}

#[test]
fn a_source_that_is_said_to_be_approved_has_to_be() {
    let of = |state: &str| {
        let text = format!(
            r#"{BODIES}, "decisions": [{ADVICE}], "funding_sources": [{{"reference": "FS1", "title": "The reserve",
                "resource": "earmarked_reserve", "amount": "£361k", "state": "{state}", "decision": "DEC1"}}]"#
        );
        found("RES-005", &text, "2021-07-30")
    };
    assert_eq!(of("recommended"), NOTHING);
    let said = "error certain: 'The reserve' is said to be approved, and 'Council' has still to decide on 'Fund Phase 2'.";
    assert_eq!(of("approved"), [said]);
}

#[test]
fn a_reserve_cannot_give_more_than_it_has_free() {
    let rows = |more: &str| {
        format!(
            r#"{{"reference": "MOV8", "title": "Start", "kind": "opening", "amount": "£300,000",
                "date": "1 April 2021", "reserve": "RSV1"}}{more}"#
        )
    };
    let decision = r#"{"reference": "DEC1", "title": "Fund it", "body": "BODY2", "act": "resolve", "date": "24 February 2021"}"#;
    let of = |more: &str| found("RES-003", &reserve("", decision, &rows(more)), "2021-07-30");
    let one = |reference: &str, amount: &str, more: &str| {
        format!(
            r#", {{"reference": "{reference}", "title": "{reference}", "kind": "drawdown", "amount": "{amount}",
                "reserve": "RSV1"{more}}}"#
        )
    };
    let june = r#", "date": "1 June 2021""#;
    assert_eq!(of(&one("MOV1", "£300,000", june)), NOTHING);
    let takes = "'MOV1' takes £300,001 from 'Management of Change', which has £300,000 free";
    assert_eq!(of(&one("MOV1", "£300,001", june)), [format!("error certain: {takes}.")]);
    assert_eq!(of(&one("MOV1", "£300,001", "")), NOTHING, "when, is not said");
    // Two of £200,000: the first is authorised, so that £100,000 is left for the second.
    let sure = format!(r#"{june}, "decision": "DEC1""#);
    let two =
        one("MOV1", "£200,000", &sure) + &one("MOV2", "£200,000", r#", "date": "2 June 2021""#);
    let second = "'MOV2' takes £200,000 from 'Management of Change', which has £100,000 free";
    assert_eq!(of(&two), [format!("error certain: {second}.")]);
    // The first is only planned: it need not happen.
    let planned =
        one("MOV1", "£200,000", june) + &one("MOV2", "£200,000", r#", "date": "2 June 2021""#);
    let perhaps = format!("info undetermined: {second} if all that is planned before it happens.");
    assert_eq!(of(&planned), [perhaps]);
    // £250,000 are bound; the drawdown that takes up the order is what it was bound for.
    let bound = r#", {"reference": "MOV1", "title": "Order", "kind": "commitment", "amount": "£250,000",
        "date": "1 May 2021", "reserve": "RSV1"}"#;
    let other = format!("{bound}{}", one("MOV2", "£60,000", june));
    let free =
        "error certain: 'MOV2' takes £60,000 from 'Management of Change', which has £50,000 free.";
    assert_eq!(of(&other), [free]);
    let taken = format!(r#"{june}, "against": "MOV1""#);
    assert_eq!(of(&format!("{bound}{}", one("MOV2", "£250,000", &taken))), NOTHING);
    // What comes in during June may have come before.
    let comes = r#", {"reference": "MOV3", "title": "More", "kind": "contribution", "amount": "£50,000",
        "date": "June 2021", "reserve": "RSV1"}"#;
    let late = one("MOV1", "£340,000", r#", "date": "10 June 2021""#) + comes;
    let vague = "info undetermined: 'MOV1' takes £340,000 from 'Management of Change', which has \
                 £300,000 free if all that is planned before it happens.";
    assert_eq!(of(&late), [vague]);
    let unread = late.replace("£50,000", "c£50k");
    let (programme, _) = Document::from_json(&document(&reserve("", decision, &rows(&unread))))
        .unwrap()
        .check()
        .lenient();
    let run = rules::lint(&programme, &Settings::as_at(day("2021-07-30")));
    assert!(run.findings.iter().all(|f| f.code().to_string() != "RES-003"), "it may be enough");
}

#[test]
fn what_is_below_nothing_goes_the_other_way_through_a_reserve() {
    let row = |number: u32, kind: &str, amount: &str, facts: &str| {
        format!(
            r#", {{"reference": "MOV{number}", "title": "MOV{number}", "kind": "{kind}",
                "amount": "{amount}", {facts}}}"#
        )
    };
    let opening = r#"{"reference": "MOV9", "title": "Start", "kind": "opening",
        "amount": "£300,000", "date": "1 April 2021", "reserve": "RSV1"}"#;
    let decision = r#"{"reference": "DEC1", "title": "Fund it", "body": "BODY2", "act": "resolve",
        "date": "24 February 2021"}"#;
    let of = |rows: &[String]| {
        let text = reserve("", decision, &format!("{opening}{}", rows.concat()));
        let other = r#""reserves": [{"reference": "RSV2", "name": "Other", "kind": "earmarked"}, "#;
        found("RES-003", &text.replace(r#""reserves": ["#, other), "2021-07-30")
    };
    let takes = |amount: &str, free: &str| {
        let name = "Management of Change";
        [format!("error certain: 'MOV2' takes {amount} from '{name}', which has {free} free.")]
    };
    let own = r#""reserve": "RSV1", "date": "1 May 2021", "decision": "DEC1""#;
    let draw =
        |amount: &str| row(2, "drawdown", amount, r#""reserve": "RSV1", "date": "1 June 2021""#);
    // £100,000 come back, so that £400,000 are free.
    let back = row(1, "drawdown", "-£100,000", own);
    assert_eq!(of(&[back.clone(), draw("£400,000")]), NOTHING);
    assert_eq!(of(&[back, draw("£400,001")]), takes("£400,001", "£400,000"));
    // £50,000 of a contribution are taken back, and £250,000 are left.
    let less = row(1, "contribution", "-£50,000", own);
    assert_eq!(of(&[less.clone(), draw("£250,000")]), NOTHING);
    assert_eq!(of(&[less, draw("£250,001")]), takes("£250,001", "£250,000"));
    // The other reserve gives less than nothing: it gets £50,000.
    let over = own.replace("RSV1", "RSV2") + r#", "to_reserve": "RSV1""#;
    let over = row(1, "transfer", "-£50,000", &over);
    assert_eq!(of(&[over, draw("£250,001")]), takes("£250,001", "£250,000"));
    // When it came back is not said: it may have been before.
    let undated = row(1, "drawdown", "-£100,000", r#""reserve": "RSV1""#);
    assert_eq!(of(&[undated, draw("£400,000")]), NOTHING);
}

#[test]
fn what_takes_up_a_hold_on_a_reserve_binds_its_money() {
    let of = |more: &str| {
        let rows = format!(
            r#"{{"reference": "MOV1", "title": "Start", "kind": "opening", "amount": "£300,000",
                "date": "1 April 2021", "reserve": "RSV1"}},
               {{"reference": "MOV2", "title": "Hold", "kind": "request", "amount": "£250,000",
                "date": "1 May 2021", "reserve": "RSV1"}},
               {{"reference": "MOV3", "title": "Order", "kind": "commitment", "amount": "£250,000",
                "date": "3 May 2021", "against": "MOV2"}}{more},
               {{"reference": "MOV5", "title": "Advice", "kind": "drawdown", "amount": "£60,000",
                "date": "1 June 2021", "reserve": "RSV1"}}"#
        );
        let text = reserve("", "", &rows).replace(r#""decisions": [], "#, "");
        found("RES-003", &text.replace(r#""decisions": [],"#, ""), "2021-07-30")
    };
    let free = "error certain: 'Advice' takes £60,000 from 'Management of Change', which has £50,000 free.";
    assert_eq!(of(""), [free], "the order names no reserve, and takes up what does");
    let freed = r#", {"reference": "MOV4", "title": "Given up", "kind": "release",
        "amount": "£250,000", "date": "10 May 2021", "against": "MOV3"}"#;
    assert_eq!(of(freed), NOTHING);
}

#[test]
fn a_stated_balance_implies_what_the_reserve_began_with() {
    // 335,000 to 345,000 are left of it, and 360,500 to 361,500 are taken.
    let text = reserve(r#", "balances": [{"amount": "c340k", "after": "MOV1"}]"#, "", &draw(""));
    let text = text.replace(r#""decisions": [], "#, "");
    let implied = "info certain: 'Management of Change' is said to hold c340k after 'Drawdown for Phase 2', \
                   and what it held before is not given: it would be £695,500 to £706,500.";
    assert_eq!(found("RES-004", &text, "2021-06-22"), [implied]);
    assert_eq!(help("RES-004", &text, "2021-06-22"), ["Add the balance with which it began."]);
}

#[test]
fn a_balance_rolls_forward_from_an_opening_or_from_the_one_stated_before() {
    let opening = |amount: &str| {
        format!(
            r#", {{"reference": "MOV8", "title": "Start", "kind": "opening", "amount": "{amount}",
                "date": "1 April 2021", "reserve": "RSV1"}}"#
        )
    };
    let of = |stated: &str, moves: &str| {
        let text = reserve(&format!(r#", "balances": [{stated}]"#), "", moves);
        found("RES-004", &text.replace(r#""decisions": [], "#, ""), "2022-06-22")
    };
    let after = |amount: &str| format!(r#"{{"amount": "{amount}", "after": "MOV1"}}"#);
    let june = r#", "date": "1 June 2021""#;
    let exact = draw(june).replace("£361k", "£361,000.00");
    // 701,000 less 361,000 is 340,000.
    assert_eq!(of(&after("£340k"), &(exact.clone() + &opening("£701,000.00"))), NOTHING);
    let wrong = "error certain: The movements on 'Management of Change' leave £340,000 after 'Drawdown for \
                 Phase 2', and £320k is stated.";
    assert_eq!(of(&after("£320k"), &(exact.clone() + &opening("£701,000.00"))), [wrong]);
    // A contribution without a date may be in the balance or not: 340,000 or 320,000.
    let vague = r#", {"reference": "MOV2", "title": "Back", "kind": "contribution", "amount": "-£20,000", "reserve": "RSV1"}"#;
    let perhaps = wrong.replace("error certain", "info undetermined");
    assert_eq!(of(&after("£320k"), &(exact.clone() + &opening("£701,000.00") + vague)), [perhaps]);
    // From one stated balance to the next: 700,000 at the end of March, 361,000 out in June.
    let years = |then: &str| {
        format!(
            r#"{{"amount": "£700,000", "on": "31 March 2021"}}, {{"amount": "{then}", "on": "31 March 2022"}}"#
        )
    };
    assert_eq!(of(&years("£339,000"), &exact), NOTHING);
    let year = "error certain: The movements on 'Management of Change' leave £339,000 on 31 March 2022, and \
                £340,000 is stated.";
    assert_eq!(of(&years("£340,000"), &exact), [year]);
    // Of "c£340k" (335,000 to 345,000) 18,000 go: 317,000 to 327,000. £327k can be 326,500 and £330k
    // cannot be 327,000.
    let circa = |then: &str| years(then).replace("£700,000", "c£340k");
    let small = exact.replace("£361,000.00", "£18,000.00");
    assert_eq!(of(&circa("£327k"), &small), NOTHING, "it lies within the circa");
    assert_eq!(of(&circa("£330k"), &small).len(), 1);
    // The drawdown of June 2021 is in the opening balance of April 2022.
    let anew = opening("£900,000").replace("1 April 2021", "1 April 2022");
    let later = r#"{"amount": "£700,000", "on": "31 March 2021"}, {"amount": "£900,000", "on": "30 April 2022"}"#;
    assert_eq!(of(later, &(exact.clone() + &anew)), NOTHING, "June 2021 is not taken twice");
    // What came before the first of the two is in it.
    let early = draw(r#", "date": "1 June 2020""#).replace("£361k", "£361,000");
    assert_eq!(
        of(&years("£700,000"), &early)[..1],
        ["info certain: 'Management of Change' is said to hold £700,000 \
        on 31 March 2021, and what it held before is not given: it would be £1,061,000."]
    );
    assert_eq!(of(&years("£700,000"), &early).len(), 1);
}

#[test]
fn the_general_balance_is_held_against_the_councils_minimum_and_others_against_their_floor() {
    let of = |kind: &str, facts: &str, rules: &str, law: &str| {
        let text = format!(
            r#"{{"format": "programme/1", "programme": {{"name": "Example", "council": "ORG1"}},
            "organisations": [{{"reference": "ORG1", "name": "Council", "jurisdiction": "{law}"}}],
            "local_rules": [{{"reference": "LR1", "title": "Minimum", "parameter": "minimum_balance", "amount": "{rules}"}}],
            "reserves": [{{"reference": "RSV1", "name": "Balance", "kind": "{kind}"{facts}}}],
            "movements": [{{"reference": "MOV1", "title": "Start", "kind": "opening", "amount": "£1,900,000",
                "date": "1 April 2021", "reserve": "RSV1"}}, {{"reference": "MOV2", "title": "For Phase 2",
                "kind": "drawdown", "amount": "£200,000", "date": "1 September 2021", "reserve": "RSV1"}}]}}"#
        );
        let (programme, reading) = Document::from_json(&text).unwrap().check().lenient();
        assert!(reading.is_empty(), "{reading}");
        let run = rules::lint(&programme, &Settings::as_at(day("2021-06-22")));
        let of = run.findings.iter().filter(|finding| finding.code().to_string() == "RES-006");
        of.map(|f| format!("{} {}: {}", f.severity, f.outcome, f.message)).collect::<Vec<_>>()
    };
    assert_eq!(
        of("general_balance", "", "£1,700,000", "england"),
        NOTHING,
        "just what is left in September"
    );
    let then = "warning certain: 'Balance' would hold £1,700,000 by 1 September 2021 if all that is planned happens, and is not to fall below £1,800,000 (LR1).";
    assert_eq!(of("general_balance", "", "£1,800,000", "england"), [then]);
    let now = "warning certain: 'Balance' holds £1,900,000 on 22 June 2021, and is not to fall below £2,000,000 (LR1).";
    assert_eq!(of("general_balance", "", "£2,000,000", "england"), [now], "it is so already");
    assert_eq!(of("general_balance", "", "£1,800,000", "scotland"), NOTHING);
    assert_eq!(
        of("earmarked", "", "£1,800,000", "england"),
        NOTHING,
        "it is of the general balance"
    );
    let floor = "warning certain: 'Balance' would hold £1,700,000 by 1 September 2021 if all that is planned happens, and is not to fall below £1,750,000 (its own floor).";
    assert_eq!(of("earmarked", r#", "floor": "£1,750,000""#, "£1", "england"), [floor]);
}

#[test]
fn a_name_of_a_reserve_is_one_of_its_names_now_or_before() {
    let of = |facts: &str, words: &str| {
        let text = format!(
            r#"{BODIES}, "decisions": [{ADVICE}], "reserves": [{{"reference": "RSV1", "name": "Modernisation"{facts}}}],
            "mentions": [{{"reference": "MEN1", "words": "{words}", "means": "reserve RSV1"}}]"#
        );
        found("RES-007", &text, "2021-07-30")
    };
    assert_eq!(of("", "modernisation"), NOTHING);
    let unknown =
        "warning certain: 'the corporate modernisation reserve' is no name of any reserve.";
    assert_eq!(of("", "the corporate modernisation reserve"), [unknown]);
    let was = r#", "former_names": ["Budget Priority and Transformation"]"#;
    let changed = "'Budget Priority and Transformation' is now called 'Modernisation', and";
    let silent = format!("warning certain: {changed} no decision is held that approves it.");
    assert_eq!(of(was, "Budget Priority and Transformation"), [silent]);
    let advised =
        format!("warning certain: {changed} 'Council' has still to decide on 'Fund Phase 2'.");
    assert_eq!(of(&format!(r#"{was}, "renamed_by": "DEC1""#), "Modernisation"), [advised]);
}

#[test]
fn what_is_said_of_the_whole_is_held_against_its_parts() {
    let of = |whole: &str, state: &str| {
        let text = format!(
            r#""funding_requirements": [{{"reference": "FR1", "title": "Phase 2"}}, {{"reference": "FR2", "title": "Other"}}],
            "funding_sources": [{{"reference": "FS1", "title": "Reserves", "resource": "earmarked_reserve",
                "state": "stated"{whole}}}, {{"reference": "FS2", "title": "HRA's part", "requirement": "FR1",
                "resource": "reduced_contribution", "amount": "£305k", "state": "{state}"}}]"#
        );
        found("RES-008", &text, "2021-06-22")
    };
    let parts = "warning certain: 'Reserves' is all that is said to pay, and 'HRA's part' is £305k from a lower \
                 contribution to capital.";
    assert_eq!(of("", "recommended"), [parts]);
    assert_eq!(of(r#", "requirement": "FR1""#, "recommended"), [parts]);
    assert_eq!(of(r#", "requirement": "FR2""#, "recommended"), NOTHING, "of another need");
    assert_eq!(of(r#", "amount": "£361k""#, "recommended"), NOTHING, "of a part alone");
    assert_eq!(of("", "possible"), NOTHING, "it may never be");
    let both = r#""funding_sources": [{"reference": "FS1", "title": "Service budgets", "resource": "base_budget",
        "state": "stated"}, {"reference": "FS2", "title": "Reserve", "resource": "earmarked_reserve", "state": "stated"}]"#;
    assert_eq!(found("RES-008", both, "2021-06-22"), NOTHING, "both are said to pay");
}

#[test]
fn a_budget_balances_with_income_and_with_reserves() {
    let of = |income: &str, draw: &str, law: &str| {
        let text = format!(
            r#"{{"format": "programme/1", "programme": {{"name": "Example", "council": "ORG1"}},
            "organisations": [{{"reference": "ORG1", "name": "Council", "jurisdiction": "{law}"}}],
            "reserves": [{{"reference": "RSV1", "name": "Balance", "kind": "general_balance", "fund": "general_fund"}}],
            "budget_lines": [
                {{"reference": "BL1", "title": "Services", "fund": "general_fund", "year": "2021/22", "nature": "revenue", "stated": "£10.4m"}},
                {{"reference": "BL2", "title": "A depot", "fund": "general_fund", "year": "2021/22", "nature": "capital", "stated": "£9m"}},
                {{"reference": "BL3", "title": "Other year", "fund": "general_fund", "year": "2022/23", "stated": "£9m"}}{income}],
            "movements": [{{"reference": "MOV1", "title": "To balance", "kind": "drawdown", "amount": "{draw}",
                "date": "31 March 2022", "reserve": "RSV1"}}]}}"#
        );
        let (programme, reading) = Document::from_json(&text).unwrap().check().lenient();
        assert!(reading.is_empty(), "{reading}");
        let run = rules::lint(&programme, &Settings::as_at(day("2021-06-22")));
        let of = run.findings.iter().filter(|finding| finding.code().to_string() == "BUD-001");
        of.map(|f| format!("{} {}: {}", f.severity, f.outcome, f.message)).collect::<Vec<_>>()
    };
    let income = |amount: &str| {
        format!(
            r#", {{"reference": "BL4", "title": "Taxes", "fund": "general_fund", "year": "2021/22",
                "nature": "revenue", "income": true, "stated": "{amount}"}}"#
        )
    };
    assert_eq!(of("", "£1", "england"), NOTHING, "no income is held");
    // 10.35m to 10.45m against 9.95m to 10.05m and 100,000: at least 200,000 short.
    let short =
        "error certain: The budget of the General Fund for 2021/22 is £200,000 to £400,000 short.";
    assert_eq!(of(&income("£10.0m"), "£100,000", "england"), [short]);
    assert_eq!(of(&income("£10.0m"), "£100,000", "wales"), NOTHING);
    assert_eq!(
        of(&income("£10.0m"), "£400,000", "england"),
        NOTHING,
        "the reserve is planned to pay"
    );
    let unknown = "info not_assessed: Whether the budget of the General Fund for 2021/22 is balanced cannot be told.";
    assert_eq!(of(&income("TBC"), "£100,000", "england"), [unknown]);
}

#[test]
fn a_council_sets_its_budget_with_the_section_25_report() {
    let of = |decision: &str, more: &str, on: &str| {
        let text = format!(
            r#"{BODIES}, "posts": [{{"reference": "POST1", "title": "Head of Finance", "offices": ["chief_finance_officer"]}}],
            "reports": [{{"reference": "REP1", "title": "Budget", "comments": [{more}]}}],
            "decisions": [{{"reference": "DEC1", "title": "Set the budget", "matter": "budget", "date": "24 February 2021",
                "report": "REP1", {decision}}}]"#
        );
        found("BUD-002", &text, on)
    };
    let council = r#""body": "BODY2", "act": "resolve""#;
    let without = "'Set the budget' sets a budget, and no report of the chief finance officer under section 25 is held.";
    assert_eq!(of(council, "", "2021-03-01"), [format!("error certain: {without}")]);
    let comment = r#"{"by": ["POST1"], "text": "The estimates are robust"}"#;
    assert_eq!(of(council, comment, "2021-03-01"), [format!("info undetermined: {without}")]);
    assert_eq!(of(council, "", "2021-02-23"), NOTHING, "it is still to come");
    assert_eq!(
        of(r#""body": "BODY1", "act": "recommend", "onward": "BODY2""#, "", "2021-03-01"),
        NOTHING
    );
    assert_eq!(of(&format!(r#"{council}, "state": "withdrawn""#), "", "2021-03-01"), NOTHING);
}

#[test]
fn nothing_is_committed_before_its_approval() {
    let of = |date: &str, approved: &str| {
        let text = format!(
            r#"{BODIES}, "budget_lines": [{{"reference": "BL1", "title": "Consultants", "approved_by": "DEC1"}}],
            "decisions": [{{"reference": "DEC1", "title": "Fund it", "body": "BODY2", {approved}}}],
            "movements": [{{"reference": "MOV1", "title": "Order", "kind": "commitment", "amount": "£1,000",
                "date": "{date}", "line": "BL1"}}]"#
        );
        found("BUD-003", &text, "2021-07-30")
    };
    let july = r#""act": "resolve", "date": "14 July 2021""#;
    assert_eq!(of("14 July 2021", july), NOTHING);
    let early = "'Order' was committed June 2021 before 'Fund it' approved it, 14 July 2021.";
    assert_eq!(of("June 2021", july), [format!("warning certain: {early}")]);
    let perhaps = format!("info undetermined: {}", early.replace("June", "July"));
    assert_eq!(of("July 2021", july), [perhaps], "it may be on the 13th or on the 15th");
    let open = r#""act": "recommend", "date": "14 July 2021""#;
    let waits =
        "warning certain: 'Order' was committed 20 July 2021, and nobody has decided on 'Fund it'.";
    assert_eq!(of("20 July 2021", open), [waits]);
    assert_eq!(of("20 August 2021", open), NOTHING, "it is still to come");
}

#[test]
fn work_that_costs_money_waits_for_the_money_of_its_phase() {
    let of = |state: &str, phases: &str, need: &str| {
        let text = format!(
            r#""phases": [{{"reference": "PH2", "name": "Phase 2", "held": "April 2021 to August 2021"}}],
            "service_reviews": [{{"reference": "SR1", "name": "Review of Housing", "phase": "PH2",
                "status": [{{"state": "{state}", "as_at": "22 June 2021"}}]}},
                {{"reference": "SR2", "name": "Costs nothing", "phase": "PH2",
                "status": [{{"state": "commenced", "as_at": "22 June 2021"}}]}}],
            "funding_requirements": [{{"reference": "FR1", "title": "The rest", "phases": "{phases}", "state": "{need}"}}],
            "funding_sources": [{{"reference": "FS1", "title": "HRA", "of": "service review SR1"}}],
            "appointments": [{{"reference": "APP1", "title": "Adviser", "phase": "PH2", "state": "planned"}},
                {{"reference": "APP2", "title": "Contractor", "phase": "PH2", "start": "1 July 2021"}}]"#
        );
        found("BUD-003", &text, "2021-06-22")
    };
    let begun = "warning certain: 'Review of Housing' has begun, and money for 'Phase 2' is only asked for ('The rest').";
    assert_eq!(of("commenced", "Phase 2 and beyond", "sought"), [begun]);
    assert_eq!(of("not started", "Phase 2 and beyond", "sought"), NOTHING);
    assert_eq!(of("commenced", "Phase 2 and beyond", "approved"), NOTHING);
    assert_eq!(of("commenced", "Phase 21", "sought"), NOTHING, "another phase");
}

#[test]
fn an_overspend_beyond_tolerance_is_told() {
    let of = |forecast: &str, tolerance: &str, report: &str| {
        let text = format!(
            r#"{BODIES}, "local_rules": [{{"reference": "LR1", "title": "Tolerance", "parameter": "tolerance", {tolerance}}}],
            "budget_lines": [{{"reference": "BL1", "title": "Consultants"}}],
            "movements": [{{"reference": "MOV1", "title": "Budget", "kind": "allocation", "amount": "£865,000",
                "date": "1 April 2021", "line": "BL1"}}, {{"reference": "MOV2", "title": "Forecast", "kind": "forecast",
                "amount": "{forecast}", "date": "31 May 2021", "line": "BL1"}}]{report}"#
        );
        found("BUD-004", &text, "2021-06-22")
    };
    // 2 % of £865,000 is £17,300.
    let two = r#""amount": "2%""#;
    assert_eq!(of("£882,300", two, ""), NOTHING);
    let over = "warning certain: 'Consultants' is expected to come to £17,301 over its budget of £865,000, \
                beyond the tolerance of 2% (LR1), and nothing that was decided, reported or raised since names it.";
    assert_eq!(of("£882,301", two, ""), [over]);
    let told = |date: &str| {
        format!(
            r#", "reports": [{{"reference": "REP1", "title": "Overspend", "date": "{date}",
                "requests": [{{"title": "Note it", "act": "note", "of": "budget line BL1"}}]}}]"#
        )
    };
    assert_eq!(of("£882,301", two, &told("8 June 2021")), NOTHING);
    let raised = |of: &str| {
        format!(r#", "exceptions": [{{"title": "Consultants", {of}, "raised": "8 June 2021"}}]"#)
    };
    let of_line = r#""of": "budget line BL1", "dimension": "cost""#;
    assert_eq!(of("£882,301", two, &raised(of_line)), NOTHING);
    let of_time = r#""of": "budget line BL1", "dimension": "time""#;
    assert_eq!(of("£882,301", two, &raised(of_time)), [over], "of another dimension");
    let of_time = r#""amount": "2%", "dimension": "time""#;
    let unheld = "info not_assessed: 'Consultants' is expected to come to £17,301 over its budget of £865,000, \
                  and how far it may go over is not held.";
    assert_eq!(of("£882,301", of_time, ""), [unheld]);
    assert_eq!(of("£882,301", two, &told("30 April 2021")), [over], "before the forecast");
    let perhaps = over.replace("warning certain", "info undetermined");
    assert_eq!(of("£882,301", two, &told("May 2021")), [perhaps]);
    let words = "info not_assessed: 'Consultants' is expected to come to £17,301 over its budget of £865,000, \
                 and how far it may go over is not held.";
    assert_eq!(of("£882,301", r#""text": "As the board sees fit""#, ""), [words]);
    assert_eq!(of("£865,000", r#""text": "As the board sees fit""#, ""), NOTHING);
}

#[test]
fn a_virement_stays_within_its_fund_and_its_limit() {
    let of = |to: &str, decision: &str, rules: &str| {
        let text = format!(
            r#"{BODIES}, "posts": [{{"reference": "POST1", "title": "Head of Housing"}}], "local_rules": [{rules}],
            "budget_lines": [{{"reference": "BL1", "title": "Consultants", "fund": "general_fund", "nature": "revenue"}},
                {{"reference": "BL2", "title": "Training", {to}}}],
            "decisions": [{{"reference": "DEC1", "title": "Move it", "act": "resolve", "date": "24 May 2021", {decision}}}],
            "movements": [{{"reference": "MOV1", "title": "Move", "kind": "virement", "amount": "£60,000",
                "date": "1 June 2021", "line": "BL1", "to_line": "BL2", "decision": "DEC1"}}]"#
        );
        found("BUD-005", &text.replace(r#""local_rules": [], "#, ""), "2021-06-22")
    };
    let limit = r#"{"reference": "LR1", "title": "Virement by heads of service", "parameter": "virement_limit",
        "amount": "£5,000", "post": "POST1"}"#;
    let same = r#""fund": "general_fund", "nature": "revenue""#;
    let head = r#""by": "POST1""#;
    let over = "error certain: 'Move' is approved by 'Head of Housing', and £60,000 is over its limit of £5,000 (LR1).";
    assert_eq!(of(same, head, limit), [over]);
    assert_eq!(of(same, r#""body": "BODY2""#, limit), NOTHING);
    let unheld = "info not_assessed: 'Move' is approved by 'Head of Housing', and up to which amount it may is not held.";
    assert_eq!(of(same, head, ""), [unheld]);
    let funds = "error certain: 'Move' moves money from 'Consultants' to 'Training', which are in different funds.";
    assert_eq!(of(r#""fund": "hra", "nature": "revenue""#, r#""body": "BODY2""#, limit), [funds]);
    let capital = r#""fund": "general_fund", "nature": "capital""#;
    let turns = "error certain: 'Move' moves money between capital and revenue, and 'Cabinet' is not the full Council.";
    assert_eq!(of(capital, r#""body": "BODY1""#, ""), [turns]);
    assert_eq!(of(capital, r#""body": "BODY2""#, ""), NOTHING);
    assert_eq!(
        of(r#""nature": "revenue""#, r#""body": "BODY2""#, ""),
        NOTHING,
        "of which fund is not said"
    );
}

#[test]
fn a_supplementary_estimate_needs_money_and_leave() {
    let of = |facts: &str, more: &str| {
        let text = format!(
            r#"{BODIES}, "decisions": [{ADVICE}], "budget_lines": [{{"reference": "BL1", "title": "Consultants"}}],
            "movements": [{{"reference": "MOV1", "title": "More", "kind": "supplementary_estimate", "amount": "£30,000",
                "line": "BL1"{facts}}}]{more}"#
        );
        found("BUD-006", &text, "2021-07-30")
    };
    let unfunded = "error certain: 'More' adds to a budget, and nothing is named that pays.";
    assert_eq!(of("", ""), [unfunded]);
    let grant = r#", "funding_sources": [{"reference": "FS1", "title": "Grant", "of": "budget line BL1", "resource": "grant"}]"#;
    assert_eq!(of("", grant), NOTHING, "it is planned");
    let made =
        "error certain: 'More' is made, and 'Council' has still to decide on 'Fund Phase 2'.";
    assert_eq!(of(r#", "date": "1 July 2021", "decision": "DEC1""#, grant), [made]);
}

#[test]
fn no_more_is_carried_forward_than_was_left() {
    let of = |amount: &str, facts: &str| {
        let text = format!(
            r#"{BODIES}, "decisions": [{{"reference": "DEC1", "title": "Carry it", "body": "BODY2", "act": "resolve", "date": "24 May 2021"}}],
            "budget_lines": [{{"reference": "BL1", "title": "Consultants", "year": "2020/21"}},
                {{"reference": "BL2", "title": "Consultants", "year": "2021/22"}}],
            "movements": [
                {{"reference": "MOV1", "title": "Budget", "kind": "allocation", "amount": "£100,000", "date": "1 April 2020", "line": "BL1"}},
                {{"reference": "MOV2", "title": "Spent", "kind": "actual", "amount": "£70,000", "date": "31 March 2021", "line": "BL1"}},
                {{"reference": "MOV3", "title": "Brought in", "kind": "carry_forward", "amount": "{amount}",
                    "date": "1 June 2021", "line": "BL2"{facts}}}]"#
        );
        found("BUD-007", &text, "2021-06-22")
    };
    let decided = r#", "decision": "DEC1""#;
    assert_eq!(of("£30,000", decided), NOTHING);
    let much = "warning certain: 'Brought in' carries £30,001 forward, and £30,000 is left of 'Consultants' in the year before.";
    assert_eq!(of("£30,001", decided), [much]);
    let silent = "warning certain: 'Brought in' is carried forward, and no decision is held that approves it.";
    assert_eq!(of("£30,000", ""), [silent]);
    assert_eq!(of("-£5,000", decided), NOTHING, "an overspend is carried too");
}

#[test]
fn what_recurs_outlasts_what_runs_out() {
    let of = |need: &str, source: &str, lines: &str| {
        let text = format!(
            r#""funding_requirements": [{{"reference": "FR1", "title": "PMO lead", "recurrence": "recurrent"{need}}}],
            "funding_sources": [{{"reference": "FS1", "title": "Money", {source}}}]{lines}"#
        );
        found("BUD-008", &text, "2021-06-22")
    };
    let runs_out = "'PMO lead' recurs, and what pays for it runs out: 'Money'. No line of the base budget follows.";
    let certain = [format!("warning certain: {runs_out}")];
    let perhaps = [format!("info undetermined: {runs_out}")];
    let whole = r#""resource": "earmarked_reserve", "state": "stated""#;
    assert_eq!(of("", whole, ""), certain, "reserves pay for the whole, and so for this");
    let own = |more: &str| format!(r#""requirement": "FR1", {more}"#);
    assert_eq!(of("", &own(r#""resource": "base_budget""#), ""), NOTHING);
    assert_eq!(of("", &own(r#""resource": "grant""#), ""), perhaps, "until when is not said");
    let until = r#""resource": "grant", "last_year": "2022/23""#;
    assert_eq!(of(r#", "until": "31 March 2023""#, &own(until), ""), NOTHING);
    assert_eq!(of(r#", "until": "1 April 2023""#, &own(until), ""), certain);
    assert_eq!(
        of(r#", "until": "2023""#, &own(until), ""),
        perhaps,
        "by the end of March, or after"
    );
    assert_eq!(of("", r#""requirement": "FR1""#, ""), NOTHING, "what pays is not said");
    let line = |year: &str| {
        format!(
            r#", "budget_lines": [{{"reference": "BL1", "title": "PMO", "base": true, "year": "{year}",
                "of": "funding requirement FR1"}}]"#
        )
    };
    assert_eq!(of("", &own(until), &line("2023/24")), NOTHING);
    assert_eq!(of("", &own(until), &line("2022/23")), certain, "it ends with the grant");
}

#[test]
fn a_cut_of_capital_is_replaced_in_full_or_by_a_smaller_scheme() {
    let of = |facts: &str, more: &str| {
        let text = format!(
            r#""funding_sources": [{{"reference": "FS1", "title": "Cut", "resource": "reduced_contribution",
                "amount": "£305k"{facts}}}{more}"#
        );
        found("BUD-009", &text, "2021-06-22")
    };
    let cut = "warning certain: 'Cut' takes £305k from capital, and nothing replaces it.";
    assert_eq!(of("", "]"), [cut]);
    assert_eq!(of(r#", "state": "possible""#, "]"), NOTHING);
    let other = |amount: &str| {
        format!(
            r#", {{"reference": "FS2", "title": "MRR", "resource": "major_repairs_reserve", "amount": "{amount}"}}]"#
        )
    };
    let by = r#", "replaced_by": "FS2""#;
    assert_eq!(of(by, &other("£305,000")), NOTHING);
    let less = "warning certain: 'Cut' takes £305k from capital, and 'MRR' replaces £200k.";
    assert_eq!(of(by, &other("£200k")), [less]);
    let scheme = r#"], "budget_lines": [{"reference": "BL1", "title": "Lifts", "nature": "capital"}],
        "decisions": [{"reference": "DEC1", "title": "Cut the lifts"}],
        "movements": [{"reference": "MOV1", "title": "Fewer lifts", "kind": "allocation", "amount": "-£305,000",
            "line": "BL1", "decision": "DEC1"}]"#;
    assert_eq!(of(r#", "decision": "DEC1""#, scheme), NOTHING);
}

#[test]
fn contingency_is_an_amount_or_none_at_all() {
    let of = |facts: &str| {
        let text = format!(
            r#""funding_requirements": [{{"reference": "FR1", "title": "Phase 2"{facts}}}]"#
        );
        found("BUD-010", &text, "2021-06-22")
    };
    assert_eq!(of(r#", "state": "to_be_considered""#), NOTHING);
    let sought = r#", "state": "sought""#;
    assert_eq!(of(sought), ["info certain: 'Phase 2' says nothing of contingency."]);
    assert_eq!(of(&format!(r#"{sought}, "contingency": "nil""#)), NOTHING);
    let open = "info undetermined: 'Phase 2' gives 'TBC' for contingency, which is no amount.";
    assert_eq!(of(&format!(r#"{sought}, "contingency": "TBC""#)), [open]);
}

#[test]
fn movements_that_are_unsound_are_told() {
    let of = |movements: &str| {
        let text = format!(
            r#"{BODIES}, "decisions": [{{"reference": "DEC1", "title": "Fund it", "body": "BODY2", "act": "resolve", "date": "24 February 2021"}}],
            "reserves": [{{"reference": "RSV1", "name": "Change", "opened": "1 May 2021"}}],
            "budget_lines": [{{"reference": "BL1", "title": "Consultants"}}], "movements": [{movements}]"#
        );
        found("BUD-011", &text, "2021-06-22")
    };
    let row = |facts: &str| {
        format!(r#"{{"reference": "MOV1", "title": "Move", "amount": "£100", {facts}}}"#)
    };
    assert_eq!(of(&row(r#""kind": "allocation", "line": "BL1", "date": "1 June 2021""#)), NOTHING);
    let lost =
        "warning certain: 'Move' cannot be entered: it does not name the account that it moves.";
    assert_eq!(of(&row(r#""kind": "allocation", "date": "1 June 2021""#)), [lost]);
    assert_eq!(of(&row(r#""kind": "allocation", "line": "BL1""#)), NOTHING, "it is planned");
    let undated = "warning certain: 'Move' cannot be entered: it has no date.";
    assert_eq!(of(&row(r#""kind": "allocation", "line": "BL1", "decision": "DEC1""#)), [undated]);
    let early = |date: &str| {
        of(&row(&format!(r#""kind": "contribution", "reserve": "RSV1", "date": "{date}""#)))
    };
    assert_eq!(early("1 May 2021"), NOTHING);
    let dated =
        "warning certain: 'Move' is dated 30 April 2021, and 'Change' was set up 1 May 2021.";
    assert_eq!(early("30 April 2021"), [dated]);
    let order = r#", {"reference": "MOV2", "title": "Order", "kind": "commitment", "amount": "£80", "date": "1 June 2021", "line": "BL1"}"#;
    let part = |date: &str| {
        of(&(row(&format!(r#""kind": "actual", "against": "MOV2", "date": "{date}""#)) + order))
    };
    assert_eq!(
        part("2 June 2021"),
        ["warning certain: 'Move' goes £20 beyond what is open of 'Order'."]
    );
    assert_eq!(part("1 July 2021"), NOTHING, "not yet");
    let idle =
        |what: &str| [format!("warning certain: 'Move' names {what}, which plays no part in it.")];
    let given = r#""kind": "allocation", "line": "BL1", "date": "1 June 2021""#;
    assert_eq!(of(&row(&format!(r#"{given}, "reserve": "RSV1""#))), idle("a reserve"));
    let taken = of(&(row(&format!(r#"{given}, "against": "MOV2""#)) + order));
    assert_eq!(taken, idle("something to take up"), "a budget takes up no order");
    let undated = order.replace(r#""date": "1 June 2021", "#, "");
    let spent = row(r#""kind": "actual", "line": "BL1", "against": "MOV2", "date": "2 June 2021""#);
    assert_eq!(of(&(spent + &undated)), NOTHING, "the order is planned");
}

#[test]
fn an_unusable_reserve_pays_for_nothing() {
    let of = |kind: &str| {
        let text = format!(
            r#""reserves": [{{"reference": "RSV1", "name": "Revaluation", "kind": "unusable"}}],
            "movements": [{{"reference": "MOV1", "title": "Move", "kind": "{kind}", "amount": "£100", "reserve": "RSV1"}}]"#
        );
        found("RES-009", &text, "2021-06-22")
    };
    let takes =
        "error certain: 'Move' takes money from 'Revaluation', which is kept for accounting alone.";
    assert_eq!(of("drawdown"), [takes]);
    assert_eq!(of("commitment"), [takes]);
    assert_eq!(of("contribution"), NOTHING);
}
