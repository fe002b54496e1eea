//! Decisions and the papers that ask for them, right and wrong: what the rules say of each, reasoned
//! by hand from the provisions.

use programme::{
    document::Document,
    finding::{Finding, Outcome, Severity},
    rules::{self, Settings},
};

use crate::{day, document};

const ON: &str = "2021-07-31";
const BODIES: &str = r#""bodies": [
    {"reference": "BODY1", "name": "Cabinet", "kind": "executive"},
    {"reference": "BODY2", "name": "Council", "kind": "council"},
    {"reference": "BODY3", "name": "Planning Committee", "kind": "committee"},
    {"reference": "BODY4", "name": "Joint Committee", "kind": "joint_committee"},
    {"reference": "BODY5", "name": "Scrutiny Committee", "kind": "scrutiny"},
    {"reference": "BODY6", "name": "Something"}],
    "posts": [
    {"reference": "POST1", "title": "Portfolio Holder", "kind": "councillor"},
    {"reference": "POST2", "title": "Director of Place", "kind": "officer"}]"#;

/// What the rules of decisions and papers find.
fn found(lists: &str, on: &str) -> Vec<Finding> {
    let text = document(&format!("{BODIES}, {lists}"));
    let (programme, reading) = Document::from_json(&text).unwrap().check().lenient();
    let slips = reading.iter().filter(|finding| finding.severity != Severity::Info);
    assert_eq!(slips.count(), 0, "{reading}");
    let run = rules::lint(&programme, &Settings::as_at(day(on)));
    let ours = |finding: &Finding| {
        let code = finding.code().to_string();
        code.starts_with("DEC") || matches!(code.as_str(), "DOC-001" | "DOC-002" | "DOC-005")
    };
    run.findings.into_iter().filter(ours).collect()
}

/// Codes in the order of reports; `?` where a fact is missing, `-` where nothing could be checked.
fn codes(lists: &str, on: &str) -> Vec<String> {
    let code = |finding: &Finding| {
        let mark = match finding.outcome {
            Outcome::Certain => "",
            Outcome::Undetermined => "?",
            Outcome::NotAssessed => "-",
        };
        format!("{}{mark}", finding.code())
    };
    found(lists, on).iter().map(code).collect()
}

#[track_caller]
fn expect(lists: &str, expected: &[&str]) {
    assert_eq!(codes(lists, ON), expected, "{lists}");
}

/// A decision of Cabinet on 22 June 2021, with these fields besides.
fn cabinet(fields: &str) -> String {
    of("BODY1", "22 June 2021", fields)
}

fn of(body: &str, date: &str, fields: &str) -> String {
    format!(
        r#""decisions": [{{"reference": "DEC1", "title": "Award it", "body": "{body}", "act": "resolve",
        "date": "{date}", {fields}}}]"#
    )
}

/// A paper for Cabinet on 22 June 2021.
fn paper(fields: &str) -> String {
    format!(
        r#""reports": [{{"reference": "REP1", "title": "Phase 2", "body": "BODY1",
        "date": "22 June 2021", {fields}}}]"#
    )
}

const THRESHOLD: &str = r#""local_rules": [{"title": "Key decisions", "parameter": "key_decision_threshold",
    "amount": "£350,000"}]"#;
const COMMENTS: &str = r#""comments": [{"by": ["Section 151 Officer"], "text": "In the budget"},
    {"by": ["Monitoring Officer"], "text": "None"}]"#;

// Who decides ------------------------------------------------------------------------------------

#[test]
fn what_is_the_full_councils_is_decided_there() {
    for (matter, expected) in [
        ("budget", &["DEC-001"][..]),
        ("policy_framework", &["DEC-001"]),
        ("capital_plan", &["DEC-001"]),
        ("strategy", &[]),
        // Up to which amount Cabinet may decide it is not held.
        ("virement", &["DEC-001?"]),
    ] {
        expect(&cabinet(&format!(r#""matter": "{matter}""#)), expected);
    }
    let named = |who: &str, act: &str| {
        format!(
            r#""decisions": [{{"title": "Set it", {who}, "act": "{act}", "date": "24 February 2014",
            "matter": "budget"}}]"#
        )
    };
    expect(&named(r#""body": "BODY2""#, "resolve"), &[]);
    expect(&named(r#""by": "POST2""#, "resolve"), &["DEC-001"]);
    expect(&named(r#""body": "BODY6""#, "resolve"), &["DEC-001?"]);
    expect(&named(r#""body": "BODY1""#, "recommend"), &[]);
    expect(r#""decisions": [{"title": "Set it", "act": "resolve", "matter": "budget"}]"#, &[]);
}

#[test]
fn a_virement_is_held_against_the_limit_of_who_decides_it() {
    let limits = r#""local_rules": [
        {"title": "Cabinet", "parameter": "virement_limit", "amount": "£100k", "body": "BODY1"},
        {"title": "Directors", "parameter": "virement_limit", "amount": "£10,000", "post": "POST2"}]"#;
    for (who, amount, expected) in [
        (r#""body": "BODY1""#, r#", "amount": "£100,000""#, &[][..]),
        (r#""body": "BODY1""#, r#", "amount": "£100,001""#, &["DEC-001"]),
        // From 95,000 to 105,000.
        (r#""body": "BODY1""#, r#", "amount": "c£100k""#, &["DEC-001?"]),
        (r#""body": "BODY1""#, "", &["DEC-001?"]),
        (r#""body": "BODY1""#, r#", "amount": "commercially sensitive""#, &["DEC-001?"]),
        (r#""by": "POST2""#, r#", "amount": "£50,000""#, &["DEC-001"]),
        // No limit is set for the joint committee, nor for all.
        (r#""body": "BODY4""#, r#", "amount": "£1""#, &["DEC-001?"]),
    ] {
        let decision = format!(
            r#"{limits}, "decisions": [{{"title": "Move it", {who}, "act": "resolve",
            "date": "22 June 2021", "matter": "virement"{amount}}}]"#
        );
        expect(&decision, expected);
    }
}

#[test]
fn a_councillor_alone_decides_for_the_executive_only() {
    let alone = |fields: &str| {
        format!(
            r#""decisions": [{{"title": "Approve it", "by": "POST1", "act": "resolve"{fields}}}]"#
        )
    };
    expect(&alone(r#", "function": "executive""#), &[]);
    expect(&alone(r#", "function": "council""#), &["DEC-003"]);
    expect(&alone(r#", "function": "local_choice""#), &["DEC-003?"]);
    expect(&alone(""), &["DEC-003?"]);
    // The right under which it was made says whose function it is.
    let right = r#", "decision_rights": [{"reference": "DR1", "title": "Notices", "function": "executive"}]"#;
    expect(&(alone(r#", "right": "DR1""#) + right), &[]);
    // So does the body from which the right comes.
    for (from, expected) in [("BODY1", &[][..]), ("BODY2", &["DEC-003"]), ("BODY3", &["DEC-003"])] {
        let right = format!(
            r#", "decision_rights": [{{"reference": "DR1", "title": "Notices", "delegated_from": "{from}"}}]"#
        );
        expect(&(alone(r#", "right": "DR1""#) + &right), expected);
    }
    expect(r#""decisions": [{"title": "Note it", "by": "POST1", "act": "note"}]"#, &[]);
    expect(r#""decisions": [{"title": "Approve it", "by": "POST2", "act": "resolve"}]"#, &[]);
}

#[test]
fn why_a_limit_cannot_be_held_against_an_amount_is_said() {
    let limits = |rule: &str, date: &str, amount: &str| {
        let text = format!(
            r#""local_rules": [{{"title": "Cabinet", {rule}}}], "decisions": [{{"title": "Move it",
            "body": "BODY1", "act": "resolve", "date": "{date}", "matter": "virement",
            "amount": "{amount}", "key_decision": {{}}}}]"#
        );
        let found = found(&text, ON);
        let told = |code: &str| {
            let finding = found.iter().find(|finding| finding.code().to_string() == code);
            finding.map(|finding| (finding.message.clone(), finding.help.clone()))
        };
        told("DEC-001").into_iter().chain(told("DEC-004")).collect::<Vec<_>>()
    };
    let virement = r#""parameter": "virement_limit", "amount": "£100k""#;
    let key = r#""parameter": "key_decision_threshold", "amount": "£100k""#;
    for (rule, of) in [(virement, 0), (key, 1)] {
        let says = |rule: &str, date: &str, amount: &str| limits(rule, date, amount).remove(of);
        let (message, help) =
            says(&format!(r#"{rule}, "since": "15 June 2021""#), "June 2021", "£1");
        assert!(message.contains("changed within the days that its date can mean"), "{message}");
        let settle = "Give the day of the decision, and from which day to which the limit holds.";
        assert_eq!(help, settle);
        // A limit that only may hold on the day, as one that is sure does not, is not held against it.
        let (message, help) = says(&format!(r#"{rule}, "since": "2021""#), "22 June 2021", "£1m");
        assert!(message.contains("or may not hold on them"), "{message}");
        assert_eq!(help, settle);
        let unread = rule.replace("£100k", "as agreed");
        let (message, help) = says(&unread, "22 June 2021", "£1");
        assert!(message.contains("cannot be read in 'as agreed'"), "{message}");
        assert!(help.contains("in the local rule"), "{help}");
        let (message, help) = says(r#""parameter": "supplementary_limit""#, "22 June 2021", "£1");
        assert!(message.contains("is not held"), "{message}");
        assert!(help.starts_with("Add the "), "{help}");
    }
    let (message, _) = limits(virement, "22 June 2021", "as agreed").remove(0);
    assert!(message.contains("no amount can be read in 'as agreed'"), "{message}");
}

// Key decisions ----------------------------------------------------------------------------------

#[test]
fn amounts_are_held_against_the_councils_own_threshold() {
    for (amount, flag, expected) in [
        ("£400,000", r#""no""#, &["DEC-004"][..]),
        ("£350,000", r#""no""#, &["DEC-004"]),
        ("£349,999", r#""no""#, &[]),
        ("over £350,000", r#""no""#, &["DEC-004"]),
        // 349,500 up to 350,500.
        ("£350k", r#""no""#, &["DEC-004?"]),
        ("c£340k", r#""no""#, &[]),
        ("c£350k", r#""no""#, &["DEC-004?"]),
        ("commercially sensitive", r#""no""#, &["DEC-004?"]),
        ("N/A", r#""no""#, &[]),
        ("-£400k", r#""no""#, &["DEC-004"]),
        ("£400,000", r#"{"significance": "It is a tenth of the service's budget"}"#, &["DEC-004"]),
        ("£400,000", r#"{"key": false, "significance": "A hundredth of the budget"}"#, &[]),
    ] {
        let fields = format!(r#""amount": "{amount}", "key_decision": {flag}"#);
        expect(&format!("{THRESHOLD}, {}", cabinet(&fields)), expected);
    }
}

#[test]
fn a_threshold_that_is_not_held_is_asked_for() {
    let marked = cabinet(r#""amount": "£400,000", "key_decision": "no""#);
    assert_eq!(codes(&marked, ON), ["DEC-004-"]);
    // One that came later says nothing of June 2021.
    let later = THRESHOLD.replace("}]", r#", "since": "1 April 2022"}]"#);
    assert_eq!(codes(&format!("{later}, {marked}"), "2022-05-01"), ["DEC-004-"]);
    let earlier = THRESHOLD.replace("}]", r#", "until": "30 June 2021"}]"#);
    assert_eq!(codes(&format!("{earlier}, {marked}"), "2022-05-01"), ["DEC-004"]);
    // History that is only cited, and decisions of others than the executive, ask for nothing.
    expect(&cabinet(r#""amount": "£400,000""#), &[]);
    expect(&of("BODY3", "22 June 2021", r#""amount": "£400,000", "key_decision": "no""#), &[]);
    // A decision that is still to be made is no history.
    expect(&cabinet(r#""amount": "£400,000", "state": "pending""#), &["DEC-004-"]);
}

#[test]
fn what_a_paper_asks_of_another_body_is_not_the_executives_to_decide() {
    let asks = |onward: &str, flag: &str| {
        let request = format!(
            r#""requests": [{{"label": "2", "title": "The money", "act": "recommend",
            "amount": "£400k"{onward}}}, {{"label": "3", "title": "Agree the contract", "act": "resolve",
            "amount": "£20,000"}}], {COMMENTS}{flag}"#
        );
        format!("{THRESHOLD}, {}", paper(&request))
    };
    expect(&asks(r#", "onward": "BODY2""#, ""), &[]);
    let resolved = asks("", "").replace("recommend", "resolve");
    expect(&resolved, &["DEC-004"]);
    expect(&resolved.replace(r#""label": "2""#, r#""label": "2", "progress": true"#), &[]);
}

#[test]
fn many_wards_want_a_word_on_significance() {
    for (wards, expected) in [
        (r#"["All"]"#, &["DEC-005"][..]),
        (r#"["Town", "Park"]"#, &["DEC-005"]),
        (r#"["Town", "town"]"#, &[]),
        (r#"["Town"]"#, &[]),
        ("[]", &[]),
    ] {
        let fields = format!(r#""wards": {wards}, "key_decision": "no""#);
        expect(&cabinet(&fields), expected);
        expect(&paper(&fields), expected);
    }
    // Nothing is decided by who only notes, nor, as a key decision could be, by a committee.
    let notes = r#""wards": ["All"], "key_decision": "no", "requests": [{"title": "Note it", "act": "note"}]"#;
    expect(&paper(notes), &[]);
    expect(&of("BODY3", "22 June 2021", r#""wards": ["All"], "key_decision": "no""#), &[]);
}

#[test]
fn notice_leaves_out_the_day_it_is_given_and_the_day_of_the_decision() {
    let key = |notice: &str| cabinet(&format!(r#""key_decision": {{"key": true{notice}}}"#));
    // 25 to 31 May are seven days, 1 to 21 June twenty-one.
    expect(&key(r#", "notice": "24 May 2021""#), &[]);
    let late = found(&key(r#", "notice": "25 May 2021""#), ON);
    assert_eq!(late.len(), 1);
    assert_eq!(
        late[0].message,
        "'Award it' is key, and its notice of 25 May 2021 gives 27 clear days, where 28 clear calendar \
         days are wanted (SI 2012/2089 reg 9)."
    );
    assert!(late[0].help.starts_with("With that notice it can be decided from 23 June 2021;"));
    // A notice after the decision gives none.
    let after = found(&key(r#", "notice": "1 July 2021""#), ON);
    assert!(after[0].message.contains("comes after it, and gives 0 clear days"), "{}", after[0]);
    // 1 May would do and 31 May would not; no day of June would.
    expect(&key(r#", "notice": "May 2021""#), &["DEC-006?"]);
    expect(&key(r#", "notice": "June 2021""#), &["DEC-006"]);
    expect(&key(r#", "notice": "TBC""#), &["DEC-006?"]);
    expect(&key(""), &["DEC-006?"]);
    let undated = r#""decisions": [{"title": "Award it", "body": "BODY1",
        "key_decision": {"key": true, "notice": "24 May 2021"}}]"#;
    expect(undated, &["DEC-006?"]);
    // A paper is checked before it is published.
    expect(&paper(r#""key_decision": {"key": true, "notice": "1 June 2021"}"#), &["DEC-006"]);
    // Before 10 September 2012 there were forward plans.
    expect(
        &of("BODY1", "4 July 2012", r#""key_decision": {"key": true, "notice": "1 July 2012"}"#),
        &[],
    );
}

#[test]
fn a_councils_own_notice_goes_before_the_laws() {
    let rule = r#""local_rules": [{"title": "Notice", "parameter": "key_decision_notice", "days": 28,
        "counted": "working"}]"#;
    // 28 working days before 22 June 2021, over the bank holidays of 3 and 31 May: 12 May is the
    // 28th, so that notice goes out on the 11th.
    let key = |on: &str| cabinet(&format!(r#""key_decision": {{"key": true, "notice": "{on}"}}"#));
    expect(&format!("{rule}, {}", key("11 May 2021")), &[]);
    let found = found(&format!("{rule}, {}", key("12 May 2021")), ON);
    assert!(
        found[0].message.contains("27 clear days, where 28 clear working days"),
        "{}",
        found[0]
    );
    assert!(found[0].message.contains("(LR1)"), "whose rule it is: {}", found[0]);
}

#[test]
fn a_notice_says_all_that_it_has_to_if_its_particulars_are_held() {
    let fields = r#""key_decision": {"key": true, "notice": "1 May 2021", "particulars": ["matter", "date"]}"#;
    let found = found(&cabinet(fields), ON);
    assert_eq!(found.len(), 1);
    assert!(found[0].message.contains(
        "who decides, the documents, where to get copies, how to ask for further documents"
    ));
}

#[test]
fn exceptions_to_notice_are_made_out() {
    let by = |fields: &str| cabinet(&format!(r#""key_decision": {{"key": true, {fields}}}"#));
    let general = |told: &str| {
        by(&format!(
            r#""publicity": "general_exception", "chair_told": "{told}", "reasons_published": "22 June 2021""#
        ))
    };
    // 15, 16, 17, 18 and 21 June.
    expect(&general("14 June 2021"), &[]);
    expect(&general("15 June 2021"), &["DEC-007"]);
    expect(&general("June 2021"), &["DEC-007?"]);
    expect(&by(r#""publicity": "general_exception""#), &["DEC-007"]);
    expect(
        &by(r#""publicity": "special_urgency", "reasons_published": "22 June 2021""#),
        &["DEC-007"],
    );
    let agreed = by(r#""publicity": "special_urgency", "consent_by": "Chair of scrutiny""#);
    expect(&agreed, &["DEC-007"]);
    // Of a decision that is still to come the reasons may still be.
    assert_eq!(codes(&agreed, "2021-06-21"), [""; 0]);
}

#[test]
fn only_decisions_of_the_executive_are_key() {
    let key = |body: &str, more: &str| {
        of(body, "22 June 2021", &format!(r#""key_decision": "yes"{more}"#))
    };
    expect(&key("BODY2", ""), &["DEC-008"]);
    expect(&key("BODY3", ""), &["DEC-008"]);
    expect(&key("BODY4", ""), &["DEC-006?", "DEC-008?"]);
    // A committee of the executive.
    expect(&key("BODY3", r#", "function": "executive""#), &["DEC-006?"]);
    expect(&key("BODY1", r#", "function": "council""#), &["DEC-008"]);
    // What scrutiny looks at may be key where it is decided.
    let seen = r#""reports": [{"title": "Contract", "body": "BODY5", "date": "22 June 2021", "key_decision": "yes"}]"#;
    expect(seen, &[]);
    expect(&seen.replace("BODY5", "BODY2"), &["DEC-008"]);
}

// In private -------------------------------------------------------------------------------------

const EXEMPT: &str = r#""openness": {"part": "2", "ground": "exempt", "paragraphs": "3",
    "public_interest": "Bidders would be harmed"}"#;

#[test]
fn a_private_meeting_has_two_notices_or_consent() {
    let held = |private: &str| {
        of("BODY1", "24 April 2025", &format!(r#"{EXEMPT}, "private": {{{private}}}"#))
    };
    // Easter: 22 and 23 April, and 15, 16 and 17 April.
    let both = |second: &str| {
        held(&format!(r#""first_notice": "26 March 2025", "second_notice": "{second}""#))
    };
    let on = |lists: &str| codes(lists, "2025-05-01");
    assert_eq!(on(&both("14 April 2025")), [""; 0]);
    assert_eq!(on(&both("15 April 2025")), ["DEC-009"]);
    assert_eq!(on(&both("April 2025")), ["DEC-009?"]);
    // 27 March leaves 4 days of March and 23 of April.
    assert_eq!(
        on(&held(r#""first_notice": "27 March 2025", "second_notice": "14 April 2025""#)),
        ["DEC-009"]
    );
    assert_eq!(on(&held(r#""first_notice": "26 March 2025""#)), ["DEC-009"]);
    assert_eq!(on(&held(r#""reasons": "Bids""#)), ["DEC-009", "DEC-009"]);
    assert_eq!(on(&held(r#""consent_by": "Chair of scrutiny""#)), [""; 0]);
    // That it is private is said, and nothing of notices.
    expect(&cabinet(EXEMPT), &["DEC-009?"]);
    expect(&paper(EXEMPT), &["DEC-009?"]);
    // Committees are under another law, and one member holds no meeting.
    expect(&of("BODY3", "22 June 2021", EXEMPT), &[]);
    let alone = format!(
        r#""decisions": [{{"title": "Award it", "by": "POST1", "function": "executive",
        "act": "resolve", "date": "22 June 2021", {EXEMPT}}}]"#
    );
    expect(&alone, &[]);
}

#[test]
fn privacy_has_one_of_seven_grounds() {
    let private = |fields: &str| {
        let openness = format!(r#""openness": {{{fields}}}"#);
        of("BODY3", "22 June 2021", &openness)
    };
    let weighed = r#""part": "2", "ground": "exempt", "public_interest": "It would harm talks""#;
    for (fields, expected) in [
        (format!(r#"{weighed}, "paragraphs": "paragraphs 1 and 4""#), &[][..]),
        (format!(r#"{weighed}, "paragraphs": "8""#), &["DEC-010"]),
        (format!(r#"{weighed}, "paragraphs": "3 and 8""#), &["DEC-010"]),
        (format!(r#"{weighed}, "paragraphs": "N/A""#), &["DEC-010"]),
        (weighed.to_owned(), &["DEC-010"]),
        (r#""part": "2", "ground": "exempt", "paragraphs": "3""#.to_owned(), &["DEC-010"]),
        (r#""part": "2""#.to_owned(), &["DEC-010"]),
        (r#""part": "2", "ground": "confidential""#.to_owned(), &[]),
        (r#""part": "1""#.to_owned(), &[]),
        (r#""part": "1", "reason": "N/A""#.to_owned(), &[]),
        (r#""part": "1", "reason": " ""#.to_owned(), &[]),
        (r#""part": "1", "reason": "Names staff""#.to_owned(), &["DEC-010"]),
        (r#""part": "1", "ground": "exempt""#.to_owned(), &["DEC-010"]),
        // In which part it stands is not said.
        (r#""reason": "Names staff""#.to_owned(), &[]),
    ] {
        expect(&private(&fields), expected);
    }
    let eight = found(&private(&format!(r#"{weighed}, "paragraphs": "paragraph 8""#)), ON);
    assert!(eight[0].message.contains("'paragraph 8' names no paragraph of Schedule 12A"));
}

#[test]
fn a_paper_is_open_for_five_clear_days_or_urgent() {
    let open = |fields: &str| paper(&format!(r#""published": {fields}"#));
    // 15, 16, 17, 18 and 21 June.
    expect(&open(r#""14 June 2021""#), &[]);
    expect(&open(r#""15 June 2021""#), &["DEC-011"]);
    expect(&open(r#""June 2021""#), &["DEC-011?"]);
    expect(&open(r#""23 June 2021""#), &["DEC-011"]);
    let urgent = r#""15 June 2021", "urgency": {"agreed_by": "Chair", "circumstances": "A flood"}"#;
    // No chair may let the executive take it; that of a committee may.
    expect(&open(urgent), &["DEC-011"]);
    expect(&open(urgent).replace("BODY1", "BODY3"), &[]);
    expect(&open(urgent).replace("BODY1", "BODY4"), &["DEC-011?"]);
    let unsaid = urgent.replace("A flood", " ");
    expect(&open(&unsaid).replace("BODY1", "BODY3"), &["DEC-011"]);
    expect(&open(&unsaid).replace("BODY1", "BODY4"), &["DEC-011"]);
    expect(&open(r#""15 June 2021", "urgency": {"basis": "Convened at shorter notice"}"#), &[]);
    // When its papers were open is not held.
    let undated = r#""urgency": {"agreed_by": "Chair", "circumstances": "A flood"}"#;
    expect(&paper(undated), &["DEC-011?"]);
    expect(&paper(undated).replace("BODY1", "BODY3"), &[]);
    let asked = r#""14 June 2021", "urgency": {"agreed_by": "Chair"}"#;
    expect(&open(asked), &[]);
    let board = r#""bodies": [{"reference": "BODY9", "name": "Board", "kind": "board"}]"#;
    let text = document(&format!(
        r#"{board}, "reports": [{{"title": "Update", "body": "BODY9", "date": "22 June 2021",
        "published": "21 June 2021"}}]"#
    ));
    let (programme, _) = Document::from_json(&text).unwrap().check().lenient();
    let run = rules::lint(&programme, &Settings::as_at(day(ON)));
    assert!(run.findings.iter().all(|finding| finding.code().to_string() != "DEC-011"));
}

// Afterwards -------------------------------------------------------------------------------------

#[test]
fn a_record_that_is_held_is_whole() {
    let record = r#""record": {"reasons": "It is needed", "options": "none", "conflicts": "none"#;
    expect(&cabinet(&format!(r#"{record}", "dispensations": "none"}}"#)), &[]);
    expect(&cabinet(&format!(r#"{record}"}}"#)), &["DEC-012"]);
    expect(&cabinet(&format!(r#"{record}", "dispensations": " "}}"#)), &["DEC-012"]);
    expect(&cabinet(r#""state": "made""#), &[]);
    expect(&of("BODY3", "22 June 2021", &format!(r#"{record}"}}"#)), &[]);
    expect(&cabinet(&format!(r#"{record}"}}, "state": "pending""#)), &[]);
    // The regulations are of 10 September 2012.
    let on = |date: &str| of("BODY1", date, &format!(r#"{record}"}}"#));
    expect(&on("9 September 2012"), &[]);
    expect(&on("10 September 2012"), &["DEC-012"]);
    expect(&on("September 2012"), &["DEC-012?"]);
}

#[test]
fn the_record_of_an_officers_decision_is_that_of_its_side() {
    let officer = |date: &str, record: &str, more: &str| {
        format!(
            r#""decisions": [{{"title": "Award it", "by": "POST2", "act": "resolve", "date": "{date}",
            "record": {{{record}}}{more}}}]"#
        )
    };
    let council = r#", "function": "council""#;
    let executive = r#", "function": "executive""#;
    let three = r#""reasons": "It is needed", "options": "none""#;
    let five = r#""reasons": "It is needed", "options": "none", "conflicts": "none", "dispensations": "none""#;
    // Dispensations are the executive's alone.
    expect(&officer("22 June 2021", three, council), &[]);
    expect(&officer("22 June 2021", three, executive), &["DEC-012"]);
    expect(&officer("22 June 2021", three, ""), &["DEC-012?"]);
    expect(&officer("22 June 2021", five, ""), &[]);
    // Whether the law wants a record of that very decision is not held.
    let reasons = r#""reasons": "It is needed""#;
    expect(&officer("22 June 2021", reasons, council), &["DEC-012?"]);
    expect(&officer("6 August 2014", reasons, council), &["DEC-012?"]);
    expect(&officer("5 August 2014", reasons, council), &[]);
    expect(&officer("5 August 2014", reasons, executive), &["DEC-012"]);
    // A power that the executive delegates is the executive's, and one of the council's is not.
    let under = |from: &str| {
        let right = format!(
            r#", "decision_rights": [{{"reference": "DR1", "title": "Awards", "delegated_from": "{from}"}}]"#
        );
        officer("22 June 2021", three, r#", "right": "DR1""#) + &right
    };
    expect(&under("BODY1"), &["DEC-012"]);
    expect(&under("BODY2"), &[]);
}

#[test]
fn nothing_is_done_while_it_can_be_called_in() {
    let done = |call_in: &str, on: &str| {
        of("BODY1", "24 July 2024", &format!(r#""call_in": {{{call_in}}}, "implemented": "{on}""#))
    };
    let on = |lists: &str| codes(lists, "2024-09-01");
    let open = r#""published": "26 July 2024""#;
    // A Friday; the fifth working day after it is Friday, 2 August.
    assert_eq!(on(&done(open, "2 August 2024")), ["DEC-013"]);
    assert_eq!(on(&done(open, "3 August 2024")), [""; 0]);
    assert_eq!(on(&done(open, "August 2024")), ["DEC-013?"]);
    assert_eq!(on(&done(open, "soon")), ["DEC-013?"]);
    assert_eq!(on(&done(r#""published": "July 2024""#, "2 August 2024")), ["DEC-013?"]);
    assert_eq!(on(&done(r#""applies": true"#, "2 August 2024")), ["DEC-013?"]);
    let stated = r#""published": "26 July 2024", "until": "30 July 2024""#;
    assert_eq!(on(&done(stated, "31 July 2024")), [""; 0]);
    let local =
        r#""local_rules": [{"title": "Call-in", "parameter": "call_in_period", "days": 10}], "#;
    assert_eq!(on(&(local.to_owned() + &done(open, "3 August 2024"))), ["DEC-013"]);
    // The rule is that of the day of the decision, and not of its publication, nor of the check.
    let since = |day: &str| local.replace("10}", &format!(r#"10, "since": "{day}"}}"#));
    assert_eq!(on(&(since("25 July 2024") + &done(open, "3 August 2024"))), [""; 0]);
    assert_eq!(on(&(since("24 July 2024") + &done(open, "3 August 2024"))), ["DEC-013"]);
    // It may hold, or not.
    assert_eq!(on(&(since("July 2024") + &done(open, "3 August 2024"))), ["DEC-013?"]);
    // An end that cannot be read is not taken for none; one that is to be set is none.
    let until = |end: &str| done(&format!(r#"{open}, "until": "{end}""#), "3 August 2024");
    assert_eq!(on(&until("when scrutiny has met")), ["DEC-013?"]);
    assert_eq!(on(&until("TBC")), [""; 0]);
    // Called in.
    let called = r#""published": "26 July 2024", "called_in": "30 July 2024""#;
    assert_eq!(on(&done(called, "20 August 2024")), ["DEC-013"]);
    let cleared = format!(r#"{called}, "cleared": "15 August 2024""#);
    assert_eq!(on(&done(&cleared, "14 August 2024")), ["DEC-013"]);
    assert_eq!(on(&done(&cleared, "15 August 2024")), [""; 0]);
    // Waived by somebody for a reason, and not by nobody or for none.
    let waived = format!(r#"{open}, "waived_by": "Chair of scrutiny""#);
    assert_eq!(on(&done(&waived, "29 July 2024")), ["DEC-013"]);
    let waived = format!(r#"{waived}, "waiver_reason": "The roof leaks""#);
    assert_eq!(on(&done(&waived, "29 July 2024")), [""; 0]);
    assert_eq!(on(&done(r#""applies": false, "reason": "Urgent""#, "24 July 2024")), [""; 0]);
    assert_eq!(
        on(&of(
            "BODY3",
            "24 July 2024",
            &format!(r#""call_in": {{{open}}}, "implemented": "25 July 2024""#)
        )),
        [""; 0]
    );
}

#[test]
fn votes_on_the_budget_are_recorded_by_name() {
    let set = |date: &str, vote: &str| of("BODY2", date, &format!(r#""matter": "budget"{vote}"#));
    let recorded = r#", "wards": ["All"]"#;
    // One that is only cited asks for nothing; of others the vote is asked for.
    expect(&set("24 February 2021", ""), &[]);
    expect(&set("24 February 2021", recorded), &["DEC-017?"]);
    expect(&set("24 February 2021", r#", "vote": {}"#), &["DEC-017"]);
    expect(&set("24 February 2021", r#", "vote": {"abstained": ["M-7"]}"#), &[]);
    expect(&set("24 February 2014", ""), &[]);
    expect(&set("24 February 2014", recorded), &[]);
    expect(&set("25 February 2014", recorded), &["DEC-017?"]);
    expect(&set("February 2014", recorded), &["DEC-017?"]);
    expect(&set("TBC", recorded), &["DEC-017?"]);
    expect(&set("TBC", r#", "vote": {"against": ["M-7"]}"#), &[]);
    expect(&set("24 February 2021", r#", "state": "pending", "vote": {}"#), &[]);
    expect(&set("24 February 2022", r#", "vote": {}"#), &[]);
}

#[test]
fn the_day_of_a_paper_is_that_of_its_meeting() {
    let made = |date: &str, body: &str| {
        format!(
            r#""reports": [{{"reference": "REP1", "title": "Phase 2", "body": "BODY1", "date": "22 June 2021"}}],
 "decisions": [{{"reference": "DEC1", "title": "Note it", "body": "{body}", "act": "note",
   "date": "{date}", "report": "REP1"}}]"#
        )
    };
    expect(&made("21 June 2021", "BODY1"), &["DEC-018"]);
    expect(&made("22 June 2021", "BODY1"), &[]);
    // Another body's meeting is not that of the paper.
    expect(&made("21 June 2021", "BODY2"), &[]);
}

#[test]
fn a_decision_is_not_older_than_its_meeting() {
    let meeting =
        r#""events": [{"reference": "EV1", "name": "Cabinet", "date": "22 June 2021"}], "#;
    let made = |date: &str| meeting.to_owned() + &of("BODY1", date, r#""meeting": "EV1""#);
    expect(&made("22 June 2021"), &[]);
    expect(&made("21 June 2021"), &["DEC-018"]);
    expect(&made("May 2021"), &["DEC-018"]);
    expect(&made("June 2021"), &[]);
    expect(&made("22 June"), &[]);
    let route = |date: &str| {
        format!(
            r#""decisions": [
            {{"reference": "DEC1", "title": "Recommend it", "body": "BODY1", "act": "recommend",
              "onward": "BODY2", "date": "22 June 2021"}},
            {{"reference": "DEC2", "title": "Agree it", "body": "BODY2", "act": "resolve",
              "date": "{date}", "follows": "DEC1"}}]"#
        )
    };
    expect(&route("14 July 2021"), &[]);
    expect(&route("14 June 2021"), &["DEC-018"]);
}

#[test]
fn a_recommendation_authorises_nothing() {
    let first = |fields: &str| {
        format!(
            r#"{{"reference": "DEC1", "title": "Recommend it", "body": "BODY1", "act": "recommend",
            "onward": "BODY2", "date": "22 June 2021"{fields}}}"#
        )
    };
    let then = |fields: &str| {
        format!(r#"{{"reference": "DEC2", "title": "Then this", "follows": "DEC1", {fields}}}"#)
    };
    let all = |rows: &[String]| format!(r#""decisions": [{}]"#, rows.join(", "));
    let done = r#", "implemented": "20 July 2021""#;
    expect(&all(&[first("")]), &[]);
    expect(&all(&[first(done)]), &["DEC-019"]);
    // Still to come on the day of the check.
    expect(&all(&[first(r#", "implemented": "1 September 2021""#)]), &[]);
    let council = r#""body": "BODY2", "act": "resolve", "date": "14 July 2021""#;
    expect(&all(&[first(done), then(council)]), &[]);
    // In effect on 20 July, decided on 21 July.
    let late = council.replace("14 July", "21 July");
    expect(&all(&[first(done), then(&late)]), &["DEC-019"]);
    // Another body than it went to; one that is not said; a decision that is still to be made.
    expect(&all(&[first(done), then(r#""body": "BODY3", "act": "resolve""#)]), &["DEC-019"]);
    expect(&all(&[first(done), then(r#""act": "resolve""#)]), &["DEC-019?"]);
    expect(&all(&[first(done), then(&format!(r#"{council}, "state": "pending""#))]), &["DEC-019"]);
    // An officer acts on the recommendation itself.
    let officer = r#""by": "POST2", "act": "delegate", "implemented": "20 July 2021""#;
    expect(&all(&[first(""), then(officer)]), &["DEC-019"]);
    // By way of a committee that recommends in its turn, the last body having acted or not.
    let by_way = first(done).replace("BODY2", "BODY3");
    let committee =
        r#""body": "BODY3", "act": "recommend", "onward": "BODY2", "date": "28 June 2021""#;
    let last = |fields: &str| {
        format!(
            r#"{{"reference": "DEC3", "title": "At last", "body": "BODY2", "follows": "DEC2", {fields}}}"#
        )
    };
    expect(&all(&[by_way.clone(), then(committee)]), &["DEC-019"]);
    for act in ["resolve", "delegate"] {
        let acts = last(&format!(r#""act": "{act}", "date": "14 July 2021""#));
        expect(&all(&[by_way.clone(), then(committee), acts]), &[]);
    }
    // Made, on a day that is not said; and neither state nor date, of the last or of the one between.
    let said = last(r#""act": "resolve", "state": "made""#);
    expect(&all(&[by_way.clone(), then(committee), said.clone()]), &[]);
    let undated = last(r#""act": "resolve""#);
    expect(&all(&[by_way.clone(), then(committee), undated]), &["DEC-019?"]);
    let between = committee.replace(r#", "date": "28 June 2021""#, "");
    expect(&all(&[by_way, then(&between), said]), &["DEC-019?"]);
}

#[test]
fn decisions_that_follow_one_another_in_a_ring_end() {
    let ring = r#""decisions": [
        {"reference": "DEC1", "title": "One", "act": "recommend", "follows": "DEC2", "implemented": "June 2021"},
        {"reference": "DEC2", "title": "Two", "act": "recommend", "follows": "DEC1"},
        {"reference": "DEC3", "title": "Three", "act": "resolve", "follows": "DEC3"}]"#;
    expect(ring, &["DEC-019"]);
}

// Papers -----------------------------------------------------------------------------------------

#[test]
fn both_officers_advise_each_by_itself() {
    let asks = |comments: &str| {
        paper(&format!(
            r#""key_decision": {{"key": true, "notice": "1 May 2021"}},
            "requests": [{{"title": "Agree the money", "act": "resolve", "amount": "£1"}}]{comments}"#
        ))
    };
    expect(&asks(&format!(", {COMMENTS}")), &[]);
    expect(&asks(""), &["DEC-014"]);
    expect(&asks(r#", "comments": [{"by": ["S.151 Officer"]}]"#), &["DEC-014"]);
    expect(&asks(r#", "comments": [{"by": ["Monitoring Officer/ S.151 Officer"]}]"#), &["DEC-014"]);
    // A comment without a name may be the one that is missing.
    expect(&asks(r#", "comments": [{"by": ["S.151 Officer"]}, "No comment"]"#), &["DEC-014?"]);
    let same = r#", "comments": [{"by": ["S.151 Officer"], "text": "All appointments follow the rules."},
        {"by": ["Monitoring Officer"], "text": "All appointments follow the rules"}]"#;
    expect(&asks(same), &["DEC-014"]);
    let noted = paper(r#""requests": [{"title": "Note the cost", "act": "note", "amount": "£1"}]"#);
    expect(&noted, &[]);
    let constitution = paper(
        r#""requests": [{"title": "Amend it", "act": "recommend", "onward": "BODY2", "matter": "constitution"}]"#,
    );
    expect(&constitution, &["DEC-014"]);
    // Posts are known by their offices.
    let offices = document(&format!(
        r#""posts": [{{"reference": "POST8", "title": "Director of Resources", "offices": ["chief_finance_officer"]}},
        {{"reference": "POST9", "title": "Head of Law", "offices": ["monitoring_officer"]}}], {}"#,
        asks(
            r#", "comments": [{"by": ["POST8"], "text": "Fine"}, {"by": ["POST9"], "text": "Fine"}]"#
        )
    ));
    let (programme, _) = Document::from_json(&offices).unwrap().check().lenient();
    let run = rules::lint(&programme, &Settings::as_at(day(ON)));
    assert!(run.findings.iter().all(|finding| finding.code().to_string() != "DEC-014"));
}

#[test]
fn impact_is_assessed_before_and_not_after() {
    for (assessments, expected) in [
        (r#"[{"kind": "equality", "state": "planned"}]"#, &["DEC-015"][..]),
        (r#"[{"kind": "community", "state": "not_done"}]"#, &["DEC-015"]),
        (r#"[{"kind": "community", "state": "not_done", "reason": "It is about officers"}]"#, &[]),
        (r#"[{"kind": "equality", "state": "left_to_projects"}]"#, &[]),
        (r#"[{"kind": "data_protection", "state": "planned"}]"#, &[]),
        // Two that are planned are one finding.
        (
            r#"[{"kind": "equality", "state": "planned"}, {"kind": "community", "state": "planned"}]"#,
            &["DEC-015"],
        ),
    ] {
        expect(&paper(&format!(r#""assessments": {assessments}"#)), expected);
    }
    let resolves = r#""requests": [{"title": "Agree it", "act": "resolve"}]"#;
    let legal = r#""implications": [{"kind": "legal", "stance": "none"}"#;
    expect(&paper(&format!("{resolves}, {legal}]")), &["DEC-015?"]);
    expect(
        &paper(&format!(r#"{resolves}, {legal}, {{"kind": "equality", "stance": "none"}}]"#)),
        &[],
    );
    expect(&paper(resolves), &[]);
}

#[test]
fn who_is_asked_to_agree_is_told_what_it_costs() {
    let asks = |act: &str, fields: &str, implications: &str| {
        paper(&format!(
            r#""key_decision": {{"key": true, "notice": "1 May 2021"}},
            "requests": [{{"title": "Agree it", "act": "{act}"{fields}}}], {COMMENTS},
            "assessments": [{{"kind": "equality", "state": "screened"}}], "implications": {implications}"#
        ))
    };
    let deferred =
        r#"[{"kind": "legal", "stance": "deferred"}, {"kind": "risk", "stance": "deferred"}]"#;
    expect(&asks("resolve", "", deferred), &["DEC-016"]);
    expect(&asks("note", "", deferred), &[]);
    expect(&asks("resolve", "", r#"[{"kind": "climate", "stance": "deferred"}]"#), &[]);
    let stated = r#"[{"kind": "financial", "stance": "stated"}]"#;
    expect(&asks("resolve", "", stated), &[]);
    expect(&asks("resolve", r#", "matter": "spend""#, stated), &["DEC-016"]);
    // The request itself gives the figure.
    expect(&asks("resolve", r#", "matter": "spend", "amount": "£9,000""#, stated), &[]);
}

#[test]
fn references_point_to_what_they_say() {
    let refers = |to: &str, about: &str| {
        paper(&format!(
            r#""sections": [{{"label": "3.0", "heading": "Phase 1"}},
              {{"label": "4", "heading": "Next steps", "covers": ["Phase 2 and beyond"]}},
              {{"label": "5.1", "heading": "Recommendations"}}],
            "references": [{{"place": "1(c)", "target": "section", "to": "{to}", "about": "{about}"}}]"#
        ))
    };
    for (to, about, expected) in [
        ("section 4", "Phase 2 and beyond", &[][..]),
        ("4.0", "what is planned for Phase 2 and beyond", &[]),
        ("3", "what is planned for Phase 2 and beyond", &["DOC-001"]),
        // 3.2 is in section 3; 5 has a part; there is no 6 and no 33.
        ("3.2", "Phase 1", &[]),
        ("5", "", &[]),
        ("6", "Phase 1", &["DOC-001"]),
        ("33", "", &["DOC-001"]),
        ("3 and 4", "Phase 2 and beyond", &[]),
        ("4 and 7", "", &["DOC-001"]),
        ("Next steps", "", &[]),
        // No section is said to hold it.
        ("3", "the budget", &[]),
    ] {
        expect(&refers(to, about), expected);
    }
    let slip = found(&refers("3", "Phase 2 and beyond"), ON);
    assert_eq!(
        (slip[0].severity, &*slip[0].help),
        (Severity::Warning, "Section 4, 'Next steps', is probably meant.")
    );
    assert_eq!(found(&refers("6", ""), ON)[0].severity, Severity::Error);
    // A heading without a number may be the one that is meant.
    let bare = refers("6", "").replace(r#""label": "5.1", "#, "");
    expect(&bare, &["DOC-001?"]);
    expect(&paper(r#""references": [{"target": "section", "to": "9"}]"#), &[]);
}

#[test]
fn appendices_bear_the_labels_of_the_list() {
    let refers = |to: &str, about: &str, report: &str| {
        paper(&format!(r#""references": [{{"place": "5.2", "to": "{to}", "about": "{about}"}}]"#))
            + &format!(
                r#", "documents": [
            {{"label": "A", "title": "Budget", "contents": ["costs"], "kind": "appendix", "held": true{report}}},
            {{"title": "Appendix B: Deliverables", "kind": "appendix", "held": true{report}}}]"#
            )
    };
    let own = r#", "report": "REP1""#;
    expect(&refers("Appendix A", "costs", own), &[]);
    expect(&refers("appendix b", "a summary of all costs", own), &["DOC-002"]);
    expect(&refers("Appendix 1", "costs", own), &["DOC-002"]);
    expect(&refers("Appendix 1", "costs", ""), &["DOC-002"]);
    expect(&refers("Appendix B", "deliverables", ""), &[]);
    expect(&refers("Appendix A", "lessons", own), &[]);
    expect(&paper(r#""references": [{"target": "appendix", "to": "A"}]"#), &["DOC-002?"]);
}

#[test]
fn what_is_said_again_is_the_same() {
    let asks = |first: &str, again: &str| {
        let paper = paper(&format!(
            r#""requests": [{{"label": "2(a)", "title": "Draw it down", {first}}},
            {{"label": "5.4", "title": "Draw it down", {again}, "restates": "2(A)"}}], {COMMENTS}"#
        ));
        paper.replace("BODY1", "BODY2")
    };
    let act = r#""act": "resolve""#;
    expect(&asks(act, act), &[]);
    expect(&asks(act, r#""act": "recommend""#), &["DEC-002", "DOC-005"]);
    expect(&asks(act, r#""act": "resolve", "onward": "BODY3""#), &["DEC-002", "DOC-005"]);
    let of = |amount: &str| format!(r#"{act}, "amount": "{amount}""#);
    expect(&asks(&of("£361k"), &of("£365k")), &["DOC-005"]);
    expect(&asks(&of("£361k"), &of("£0.36m")), &[]);
    // 304,500 may be either; which of them it is, figures tell elsewhere.
    expect(&asks(&of("£305k"), &of("£304k")), &[]);
    expect(&asks(act, act).replace("2(A)", "2(z)"), &["DOC-005?"]);
}

// Law and calendar -------------------------------------------------------------------------------

/// All that can be wrong by statute, of Cabinet and of a committee.
const WRONG: &str = r#""decisions": [
    {"reference": "DEC1", "title": "One", "body": "BODY1", "act": "resolve", "date": "22 June 2021",
     "amount": "£400,000", "wards": ["All"], "key_decision": "no", "matter": "budget",
     "private": {}, "openness": {"part": "2"}, "record": {},
     "call_in": {"published": "25 June 2021"}, "implemented": "26 June 2021"},
    {"reference": "DEC2", "title": "Two", "body": "BODY1", "act": "resolve", "date": "22 June 2021",
     "key_decision": {"key": true, "notice": "21 June 2021"}},
    {"reference": "DEC3", "title": "Three", "body": "BODY1", "act": "resolve", "date": "22 June 2021",
     "key_decision": {"key": true, "publicity": "special_urgency"}},
    {"reference": "DEC4", "title": "Four", "body": "BODY3", "act": "resolve", "date": "22 June 2021",
     "key_decision": "yes"},
    {"reference": "DEC5", "title": "Five", "by": "POST1", "act": "resolve", "function": "council"},
    {"reference": "DEC6", "title": "Six", "body": "BODY2", "act": "resolve", "date": "1 March 2021",
     "matter": "budget", "vote": {}},
    {"reference": "DEC7", "title": "Seven", "body": "BODY1", "act": "recommend", "onward": "BODY2",
     "date": "22 June 2021", "implemented": "23 June 2021"}],
    "reports": [{"reference": "REP1", "title": "Paper", "body": "BODY2", "date": "22 June 2021",
     "published": "21 June 2021", "requests": [{"title": "Amend it", "act": "resolve", "matter": "constitution"}],
     "assessments": [{"kind": "equality", "state": "planned"}]}]"#;

fn wrong_in(council: &str) -> Vec<String> {
    let text =
        document(&format!(r#"{BODIES}, {THRESHOLD}, "organisations": [{council}], {WRONG}"#))
            .replace(r#"{"name": "Example"}"#, r#"{"name": "Example", "council": "ORG1"}"#);
    let (programme, reading) = Document::from_json(&text).unwrap().check().lenient();
    assert_eq!(reading.len(), 0, "{reading}");
    let run = rules::lint(&programme, &Settings::as_at(day(ON)));
    let codes = run.findings.iter().map(|finding| finding.code().to_string());
    let mut codes: Vec<_> = codes.filter(|code| code.starts_with("DEC")).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

#[test]
fn statutes_hold_where_they_are_law() {
    let all = [
        "DEC-001", "DEC-003", "DEC-004", "DEC-005", "DEC-006", "DEC-007", "DEC-008", "DEC-009",
        "DEC-010", "DEC-011", "DEC-012", "DEC-013", "DEC-014", "DEC-015", "DEC-017", "DEC-019",
    ];
    let cabinet = r#"{"reference": "ORG1", "name": "Council", "governance": "leader_and_cabinet"}"#;
    assert_eq!(wrong_in(cabinet), all);
    // In Wales only what is in no Act of England: a recommendation authorises nothing anywhere.
    let wales = r#"{"reference": "ORG1", "name": "Council", "jurisdiction": "wales"}"#;
    assert_eq!(wrong_in(wales), ["DEC-019"]);
    // A council of committees has no executive: no key decisions, no call-in, no private meetings
    // of it; and a mark as key is wrong on any decision of a committee.
    let committees =
        r#"{"reference": "ORG1", "name": "Council", "governance": "committee_system"}"#;
    let left = [
        "DEC-001", "DEC-003", "DEC-008", "DEC-010", "DEC-011", "DEC-014", "DEC-015", "DEC-017",
        "DEC-019",
    ];
    assert_eq!(wrong_in(committees), left);
}

#[test]
fn days_past_the_calendar_are_not_counted() {
    let decision = of(
        "BODY1",
        "9 January 2029",
        &format!(
            r#"{EXEMPT}, "private": {{"first_notice": "1 December 2028", "second_notice": "22 December 2028"}},
            "call_in": {{"published": "10 January 2029"}}, "implemented": "11 January 2029""#
        ),
    );
    let on = "2029-02-01";
    // 28 calendar days need no holidays; five working days do.
    assert_eq!(codes(&decision, on), ["DEC-009-", "DEC-013-"]);
    let found = found(&decision, on);
    assert!(found.iter().all(|finding| finding.help.contains("supply a later calendar")));
    assert!(found.iter().all(|finding| finding.severity == Severity::Info));
    let paper = r#""reports": [{"title": "Paper", "body": "BODY1", "date": "9 January 2029", "published": "8 January 2029"}]"#;
    assert_eq!(codes(paper, on), ["DEC-011-"]);
}

#[test]
fn another_councils_decisions_are_its_own() {
    let other = r#""organisations": [{"reference": "ORG2", "name": "County Council"}], "#;
    let theirs =
        cabinet(r#""matter": "budget", "organisation": "ORG2", "openness": {"part": "2"}"#);
    expect(&(other.to_owned() + &theirs), &[]);
}

// The papers' own slips --------------------------------------------------------------------------

#[test]
fn a_business_case_that_asks_for_one_sum_in_two_ways() {
    // As Dacorum's of 22 June 2021: recommended to Council on the front sheet, released by Cabinet
    // in 5.4; no threshold known; one cell for two officers; section 3 for 4; appendices swapped.
    let lists = r#""reports": [{"reference": "REP1", "title": "Business case", "body": "BODY1",
        "date": "22 June 2021", "openness": {"part": "1", "reason": ""},
        "requests": [
          {"label": "1(c)", "title": "Note what is planned", "act": "note"},
          {"label": "2(a)", "title": "Draw down", "act": "recommend", "onward": "BODY2",
           "matter": "supplementary_estimate", "amount": "£361k"},
          {"label": "2(b)", "title": "Contribute less", "act": "recommend", "onward": "BODY2",
           "matter": "supplementary_estimate", "amount": "£305k"},
          {"label": "5.4", "title": "Release", "act": "resolve", "matter": "supplementary_estimate",
           "amount": "£361k", "restates": "2(a)"}],
        "sections": [{"label": "3", "heading": "Phase 1 achievements"},
          {"label": "4", "heading": "Next steps: Phase 2 and beyond"}],
        "references": [{"place": "1(c)", "target": "section", "to": "3", "about": "Phase 2 and beyond"},
          {"place": "5.2", "target": "appendix", "to": "A", "about": "activities"}],
        "implications": [{"kind": "financial", "stance": "stated"}],
        "assessments": [{"kind": "community", "state": "not_done", "reason": "It is about officers"},
          {"kind": "community", "state": "left_to_projects"}],
        "comments": [{"by": ["Monitoring Officer", "S.151 Officer"], "text": "£865k in all"}]}],
      "documents": [
        {"reference": "DOC1", "label": "A", "title": "Budget", "kind": "appendix", "report": "REP1"},
        {"reference": "DOC2", "label": "B", "title": "Deliverables", "contents": ["activities"],
         "kind": "appendix", "report": "REP1"}]"#;
    let expected = ["DEC-002", "DOC-002", "DOC-005", "DEC-014", "DOC-001", "DEC-004-"];
    assert_eq!(codes(lists, "2021-06-22"), expected);
}

#[test]
fn an_update_that_asks_to_agree_before_the_cost_is_known() {
    // As St Helens' of 23 September 2020: all wards, not key, a community assessment to come,
    // staffing to be considered, governance at paragraph 8.0 where it is at 6.0.
    let lists = r#""reports": [{"reference": "REP1", "title": "Update", "body": "BODY1",
        "date": "23 September 2020", "key_decision": "no", "wards": ["All"],
        "requests": [{"label": "i", "title": "Note", "act": "note", "progress": true},
          {"label": "iv", "title": "Agree how it is governed", "act": "resolve", "matter": "governance"}],
        "sections": [{"label": "6.0", "heading": "Governance"}, {"label": "8.0", "heading": "Implications"}],
        "references": [{"place": "3.2", "target": "section", "to": "8.0", "about": "governance"}],
        "implications": [{"kind": "staffing", "stance": "deferred"}, {"kind": "legal", "stance": "deferred"}],
        "assessments": [{"kind": "community", "state": "planned"}]}]"#;
    assert_eq!(codes(lists, "2020-09-23"), ["DEC-015", "DEC-016", "DOC-001", "DEC-005"]);
}
