//! Rules of roles and boards on cases that were reckoned by hand: terms that touch or are vague, councils
//! of other kinds, and what is entered wrongly.

use programme::{
    document::Document,
    governance::{self, End},
    rules::{self, Settings},
    values::Certainty,
};

use crate::{day, document, read};

/// Everything that the rules of this area say of some rows: code, severity, outcome and message.
fn found(lists: &str, on: &str) -> Vec<String> {
    let (programme, reading) = Document::from_json(&document(lists)).unwrap().check().lenient();
    assert!(reading.is_empty(), "{reading}");
    let run = rules::lint(&programme, &Settings::as_at(day(on)));
    let own = run.findings.iter().filter(|finding| finding.code().to_string().starts_with("GOV"));
    own.map(|f| format!("{} {} {}: {}", f.code(), f.severity, f.outcome, f.message)).collect()
}

/// The same for a council that is told of in these words.
fn found_in(council: &str, lists: &str, on: &str) -> Vec<String> {
    let text = format!(
        r#"{{"format": "programme/1", "programme": {{"name": "Example", "council": "ORG1"}},
        "organisations": [{{"reference": "ORG1", "name": "Example Council", {council}}},
          {{"reference": "ORG2", "name": "Another Council"}}], {lists}}}"#
    );
    let (programme, reading) = Document::from_json(&text).unwrap().check().lenient();
    assert!(reading.is_empty(), "{reading}");
    let run = rules::lint(&programme, &Settings::as_at(day(on)));
    let own = run.findings.iter().filter(|finding| finding.code().to_string().starts_with("GOV"));
    own.map(|finding| finding.code().to_string()).collect()
}

/// The codes alone.
fn codes(lists: &str, on: &str) -> Vec<String> {
    found(lists, on).iter().map(|said| said.split(' ').next().unwrap().to_owned()).collect()
}

const NONE: [&str; 0] = [];

/// A programme's own board with all that is asked of one, reporting to Cabinet.
fn board(more: &str) -> String {
    format!(
        r#""documents": [{{"reference": "DOC1", "title": "Terms of reference"}}],
        "bodies": [{{"reference": "BODY1", "name": "Programme Board", "kind": "board", "programme": true,
            "terms": "DOC1", "cadence": "monthly", {more}}},
          {{"reference": "BODY2", "name": "Cabinet", "kind": "executive"}}],
        "reporting_lines": [{{"title": "Board to Cabinet", "from": "body BODY1", "to": "body BODY2"}}]"#
    )
}

const POSTS: &str = r#""posts": [{"reference": "POST1", "title": "Chief Executive"},
    {"reference": "POST2", "title": "Director of Place"}, {"reference": "POST3", "title": "Head of Digital"}]"#;

/// Roles of the programme: title, kind, the rest.
fn roles(rows: &[(&str, &str, &str)]) -> String {
    let rows: Vec<String> = rows
        .iter()
        .map(|(title, kind, rest)| format!(r#"{{"title": "{title}", "kind": "{kind}", {rest}}}"#))
        .collect();
    format!(r#"{POSTS}, "roles": [{}]"#, rows.join(", "))
}

const SRO: (&str, &str) = ("Owner", "senior_responsible_owner");

fn owner(rest: &str) -> String {
    roles(&[(SRO.0, SRO.1, rest)])
}

#[test]
fn one_owner_at_a_time_is_one() {
    let on = "2020-09-23";
    assert_eq!(found(&owner(r#""holders": "Chief Executive""#), on), NONE);
    // Two owners, one after the other: on the last day of the first there is one, and one the day after.
    let terms = |first: &str, second: &str| {
        roles(&[
            (SRO.0, SRO.1, &format!(r#""holders": "Chief Executive", "until": "{first}""#)),
            (SRO.0, SRO.1, &format!(r#""holders": "Director of Place", "since": "{second}""#)),
        ])
    };
    for on in ["2020-08-31", "2020-09-01"] {
        assert_eq!(found(&terms("31 August 2020", "1 September 2020"), on), NONE, "{on}");
    }
    // In September 2020 one of them gave way to the other, on a day that is not said.
    assert_eq!(
        found(&terms("September 2020", "September 2020"), "2020-09-23"),
        [
            "GOV-001 info undetermined: 'Chief Executive' and 'Director of Place' may share the role of \
          senior responsible owner."
        ]
    );
    assert_eq!(found(&terms("September 2020", "September 2020"), "2020-10-01"), NONE);
}

#[test]
fn several_owners_a_group_and_nobody() {
    let on = "2020-09-23";
    assert_eq!(
        found(
            &owner(r#""holders": ["Chief Executive", "Director of Place"], "collective": true"#),
            on
        ),
        [
            "GOV-001 warning certain: 'Chief Executive' and 'Director of Place' share the role of senior \
          responsible owner."
        ]
    );
    assert_eq!(
        found(&owner(r#""holders": "Chief Executive", "collective": true"#), on),
        [
            "GOV-001 warning certain: 'Chief Executive' has the role of senior responsible owner as a group."
        ]
    );
    // Words that name no post may mean one person or several.
    assert_eq!(
        found(&owner(r#""holders": "The executive team""#), on),
        [
            "GOV-001 info undetermined: Whether 'The executive team', the senior responsible owner, is \
          one person is not known."
        ]
    );
    // A role with nobody in it, other roles without an owner, and no roles.
    assert_eq!(codes(&owner(r#""purpose": "To answer for it""#), on), ["GOV-001"]);
    let sponsored = roles(&[("Sponsor", "sponsor", r#""holders": "Chief Executive""#)]);
    assert_eq!(
        found(&sponsored, on),
        [
            "GOV-001 info undetermined: Nobody is named as senior responsible owner of the programme."
        ]
    );
    assert_eq!(found(POSTS, on), NONE);
    // Who wrote a paper runs no programme.
    assert_eq!(found(&roles(&[("Author", "author", r#""holders": "Head of Digital""#)]), on), NONE);
}

#[test]
fn posts_and_persons_are_told_apart() {
    let on = "2020-09-23";
    let lists = |first: &str, second: &str, terms: &str| {
        format!(
            r#""posts": [{{"reference": "POST1", "title": "Chief Executive", "holders": [{first}]}},
              {{"reference": "POST2", "title": "Director of Place", "holders": [{second}]}}],
            "roles": [{{"title": "Owner", "kind": "senior_responsible_owner", "holders": "Chief Executive"}},
              {{"title": "Manager", "kind": "programme_manager", "holders": "Director of Place"{terms}}}]"#
        )
    };
    // Nothing is known of persons; two persons; one person in both posts; and one after another.
    assert_eq!(found(&lists("", "", ""), on), NONE);
    assert_eq!(found(&lists(r#""P-1""#, r#""P-2""#, ""), on), NONE);
    assert_eq!(
        found(&lists(r#""P-1""#, r#""P-1""#, ""), on),
        ["GOV-002 warning certain: 'P-1' ('Chief Executive' and 'Director of Place') is senior \
          responsible owner and directs or manages the programme as well."]
    );
    let left = r#"{"person": "P-1", "until": "31 March 2020"}"#;
    let came = r#"{"person": "P-1", "since": "1 April 2020"}"#;
    assert_eq!(found(&lists(came, left, ""), on), NONE);
    // On which day of March the second term began decides it; on the last of March both would run.
    let came = r#"{"person": "P-1", "since": "March 2020"}"#;
    let left = r#"{"person": "P-1", "until": "15 March 2020"}"#;
    assert_eq!(
        found(&lists(came, left, ""), on),
        [
            "GOV-002 info undetermined: 'P-1' ('Chief Executive' and 'Director of Place') may be senior \
          responsible owner and directs or manages the programme as well."
        ]
    );
    // The role of the manager had ended before.
    let ended = r#", "until": "29 February 2020""#;
    assert_eq!(found(&lists(came, left, ended), on), NONE);
}

#[test]
fn who_manages_the_programme_does_not_chair_its_board() {
    let on = "2020-09-23";
    let lists = |more: &str| {
        let roles = roles(&[
            (SRO.0, SRO.1, r#""holders": "Chief Executive""#),
            ("Director", "programme_director", r#""holders": "Director of Place""#),
            ("Chair of the board", "champion", more),
        ]);
        format!(r#"{}, {roles}"#, board(r#""quorum": 2, "seats": ["Officers"]"#))
    };
    let chair = |who: &str| format!(r#""of": "body BODY1", "holders": "{who}""#);
    assert_eq!(found(&lists(&chair("Head of Digital")), on), NONE);
    assert_eq!(
        found(&lists(&chair("Director of Place")), on),
        ["GOV-003 warning certain: 'Director of Place' runs the programme and chairs its board, \
          'Programme Board'."]
    );
    // A vice-chair is no chair, and the board then has none.
    let vice = lists(&chair("Director of Place")).replace("Chair of the board", "Vice-chair");
    assert_eq!(codes(&vice, on), ["GOV-011"]);
}

#[test]
fn accountable_for_the_programme_is_one() {
    let on = "2020-09-23";
    let accountable = |who: &str, scope: &str| {
        format!(r#""involvement": "accountable", "holders": "{who}", "answers_for": "{scope}""#)
    };
    let owner = (SRO.0, SRO.1, r#""holders": ["Chief Executive"]"#);
    // Two say the same in two spellings, and the owner answers for the programme as such.
    let twice = roles(&[
        owner,
        ("One", "programme_director", &accountable("Director of Place", "Delivery, on time")),
        ("Two", "programme_office", &accountable("Head of Digital", "delivery on time")),
    ]);
    assert_eq!(
        found(&twice, on),
        [
            "GOV-004 warning certain: 'Director of Place' and 'Head of Digital' are each accountable for \
          'delivery on time'."
        ]
    );
    let apart = roles(&[
        owner,
        ("One", "programme_director", &accountable("Director of Place", "Delivery")),
    ]);
    assert_eq!(found(&apart, on), NONE);
    let whole =
        roles(&[owner, ("One", "sponsor", &accountable("Director of Place", "The programme"))]);
    assert_eq!(
        found(&whole, on),
        [
            "GOV-004 warning certain: 'Director of Place' and 'Chief Executive' are each accountable for \
          the programme."
        ]
    );
    // Leader, chief officers together and director, as St Helens has them: the first two are accountable
    // for the whole; the third, for a part of it, is named beside them.
    let three = roles(&[
        (SRO.0, SRO.1, r#""holders": ["Chief Executive", "Head of Digital"], "collective": true"#),
        ("Sponsor", "sponsor", r#""involvement": "accountable", "holders": "Director of Place""#),
        ("Lead", "programme_director", &accountable("The assistant", "delivery on time")),
    ]);
    assert_eq!(codes(&three, on), ["GOV-001", "GOV-004"]);
    let (programme, _) = Document::from_json(&document(&three)).unwrap().check().lenient();
    let run = rules::lint(&programme, &Settings::as_at(day(on)));
    let finding = run.findings.iter().find(|f| f.code().to_string() == "GOV-004").unwrap();
    assert_eq!(
        finding.message,
        "'Director of Place', 'Chief Executive' and 'Head of Digital' are each accountable for the \
         programme."
    );
    let beside: Vec<_> = finding.evidence.iter().map(|fact| fact.value.to_string()).collect();
    assert_eq!(beside, ["'The assistant': delivery on time"]);
    // One person in two roles is one.
    let same =
        roles(&[owner, ("One", "sponsor", &accountable("Chief Executive", "The programme"))]);
    assert_eq!(found(&same, on), NONE);
}

fn offices(rows: &[(&str, &str)]) -> String {
    let rows: Vec<String> = rows
        .iter()
        .map(|(office, rest)| {
            format!(r#"{{"title": "Head of {office}", "kind": "officer", "offices": "{office}", {rest}}}"#)
        })
        .collect();
    format!(r#""posts": [{}]"#, rows.join(", "))
}

#[test]
fn two_statutory_offices_in_one_hand() {
    let on = "2021-04-01";
    let lists = |until: &str, since: &str| {
        offices(&[
            (
                "monitoring_officer",
                &format!(
                    r#""holders": ["P-2", {{"person": "P-1", "until": "{until}", "basis": "acting"}}]"#
                ),
            ),
            (
                "chief_finance_officer",
                &format!(r#""holders": [{{"person": "P-1", "since": "{since}"}}]"#),
            ),
        ])
    };
    // The law counts each day, so a day on which both terms run is enough.
    assert_eq!(codes(&lists("31 March 2021", "1 April 2021"), on), NONE);
    assert_eq!(
        found(&lists("31 March 2021", "31 March 2021"), on),
        [
            "GOV-005 error certain: 'P-1' ('Head of monitoring_officer' and 'Head of chief_finance_officer') \
          is both monitoring officer and chief finance officer."
        ]
    );
    assert_eq!(
        found(&lists("March 2021", "March 2021"), "2021-04-01"),
        ["GOV-005 info undetermined: 'P-1' ('Head of monitoring_officer' and 'Head of \
          chief_finance_officer') may at one time be both monitoring officer and chief finance officer."]
    );
    // Head of paid service and chief finance officer may be one.
    let allowed = offices(&[
        ("head_of_paid_service", r#""holders": ["P-1"]"#),
        ("chief_finance_officer", r#""holders": ["P-1"]"#),
    ]);
    assert_eq!(found(&allowed, on), NONE);
}

#[test]
fn a_statutory_post_is_held_by_one() {
    let on = "2020-09-23";
    let lists = |rest: &str| offices(&[("monitoring_officer", rest)]);
    // A post of which no holder is listed is no vacancy, unless it is said to be one.
    assert_eq!(found(&lists(r#""tier": 2"#), on), NONE);
    let nobody = ["GOV-007 error certain: On 23 September 2020 nobody is monitoring officer."];
    assert_eq!(found(&lists(r#""state": "vacant""#), on), nobody);
    assert_eq!(
        found(&lists(r#""holders": [{"person": "P-1", "until": "22 September 2020"}]"#), on),
        nobody
    );
    assert_eq!(
        found(&lists(r#""holders": [{"person": "P-1", "until": "23 September 2020"}]"#), on),
        NONE
    );
    let vague = r#""holders": [{"person": "P-1", "until": "September 2020"}]"#;
    assert_eq!(
        found(&lists(vague), on),
        [
            "GOV-007 info undetermined: Whether exactly one is monitoring officer on 23 September 2020 is \
          not known."
        ]
    );
    // Two are two, sharing or not; who acts is there in the holder's place, vacant or not.
    let two = [
        "GOV-007 error certain: On 23 September 2020 'P-1' and 'P-2' are each monitoring officer.",
    ];
    assert_eq!(found(&lists(r#""holders": ["P-1", "P-2"]"#), on), two);
    let shared =
        r#"[{"person": "P-1", "basis": "job_share"}, {"person": "P-2", "basis": "job_share"}]"#;
    assert_eq!(found(&lists(&format!(r#""holders": {shared}"#)), on), two);
    let acting = r#""holders": ["P-1", {"person": "P-2", "basis": "acting"}]"#;
    assert_eq!(found(&lists(acting), on), NONE);
    let interim = r#""state": "vacant", "holders": [{"person": "P-2", "basis": "interim"}]"#;
    assert_eq!(found(&lists(interim), on), NONE);
    // Two posts with one office; that of another council is not counted, nor one that has ended.
    let posts = |rest: &str| {
        format!(
            r#""posts": [{{"title": "Head of Law", "offices": "monitoring_officer"}},
              {{"title": "City Solicitor", "offices": "monitoring_officer"{rest}}}]"#
        )
    };
    let each = [
        "GOV-007 error certain: On 23 September 2020 'Head of Law' and 'City Solicitor' are each \
                 monitoring officer.",
    ];
    assert_eq!(found(&posts(""), on), each);
    assert_eq!(found(&posts(r#", "state": "ended""#), on), NONE);
    assert_eq!(found_in(r#""kind": "council""#, &posts(r#", "organisation": "ORG2""#), on), NONE);
}

#[test]
fn the_law_of_england_holds_in_england() {
    let on = "2020-09-23";
    // One person is everything, two posts are empty or doubled, a board decides.
    let lists = r#""posts": [
        {"title": "Chief Executive", "offices": ["head_of_paid_service", "monitoring_officer", "chief_finance_officer"],
          "kind": "officer", "holders": "P-1"},
        {"reference": "POST2", "title": "Leader", "kind": "councillor", "offices": ["leader", "chair_of_council"],
          "holders": "P-1"}],
      "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive", "seats": [{"title": "Members", "count": "11"}]},
        {"reference": "BODY2", "name": "Scrutiny", "kind": "scrutiny", "seats": [{"holders": "Leader"}]},
        {"reference": "BODY3", "name": "Digital Board", "kind": "board"}],
      "decisions": [{"title": "Release of money", "body": "BODY3", "act": "resolve"}]"#;
    let all = ["GOV-005", "GOV-006", "GOV-008", "GOV-009", "GOV-009", "GOV-010", "GOV-013"];
    assert_eq!(codes(lists, on), all, "where nothing is said");
    assert_eq!(found_in(r#""jurisdiction": "england""#, lists, on), all);
    assert_eq!(found_in(r#""jurisdiction": "wales""#, lists, on), NONE);
    // A council with committees has no executive to be made up wrongly or to be kept apart.
    let committees = found_in(r#""governance": "committee_system""#, lists, on);
    assert_eq!(committees, ["GOV-005", "GOV-006", "GOV-008", "GOV-013"]);
    // Where England's law does not ask for one holder, two are still worth a word.
    let two = offices(&[("monitoring_officer", r#""holders": ["P-1", "P-2"]"#)]);
    assert_eq!(found_in(r#""jurisdiction": "england""#, &two, on), ["GOV-007"]);
    assert_eq!(found_in(r#""jurisdiction": "wales""#, &two, on), ["GOV-016"]);
}

#[test]
fn an_executive_has_three_to_ten_members() {
    let on = "2020-09-23";
    let lists = |seats: &str| {
        format!(
            r#""bodies": [{{"reference": "BODY1", "name": "Cabinet", "kind": "executive", "seats": [{seats}]}}]"#
        )
    };
    let members = |count: &str| lists(&format!(r#"{{"title": "Members", "count": "{count}"}}"#));
    for count in ["3", "10", "seven"] {
        assert_eq!(found(&members(count), on), NONE, "{count}");
    }
    for count in ["2", "11"] {
        let message = format!(
            "GOV-009 error certain: 'Cabinet' has {count} members; the law allows 3 to 10."
        );
        assert_eq!(found(&members(count), on), [message]);
    }
    assert_eq!(
        found(&members("8-12"), on),
        ["GOV-009 info undetermined: 'Cabinet' has 8 to 12 members; the law allows 3 to 10."]
    );
    // More than a number of the machine can hold, and the leader, who sits nowhere.
    let seat = r#"{"holders": "Members", "count": "9500000000 bn"}"#;
    let absurd = format!(
        r#""posts": [{{"title": "Leader", "offices": "leader", "holders": "P-1"}}],
        "bodies": [{{"reference": "BODY1", "name": "Cabinet", "kind": "executive",
            "seats": [{seat}, {seat}]}}]"#
    );
    assert_eq!(codes(&absurd, on), ["GOV-009"]);
    // Of a seat that is only named it is not known for how many it stands; a vacant one is nobody's.
    assert_eq!(found(&lists(r#"{"person": "M-1"}, "Portfolio holders""#), on), NONE);
    let vacant =
        r#"{"title": "Members", "count": "10"}, {"title": "New", "count": "1", "state": "vacant"}"#;
    assert_eq!(found(&lists(vacant), on), NONE);
    // Who left on the day before is no member, who leaves on the day is.
    let left = |until: &str| {
        lists(&format!(
            r#"{{"title": "Members", "count": "10"}}, {{"person": "M-1", "until": "{until}"}}"#
        ))
    };
    assert_eq!(found(&left("22 September 2020"), on), NONE);
    assert_eq!(codes(&left("23 September 2020"), on), ["GOV-009"]);
}

#[test]
fn the_executive_is_not_scrutinised_by_its_own() {
    let lists = |left: &str, joined: &str| {
        format!(
            r#""bodies": [
              {{"reference": "BODY1", "name": "Cabinet", "kind": "executive",
                "seats": [{{"person": "M-1", "until": "{left}"}}, "Others"]}},
              {{"reference": "BODY2", "name": "Scrutiny Commission", "kind": "scrutiny",
                "seats": [{{"person": "M-1", "since": "{joined}"}}]}}]"#
        )
    };
    assert_eq!(found(&lists("19 May 2020", "20 May 2020"), "2020-09-23"), NONE);
    assert_eq!(
        found(&lists("20 May 2020", "20 May 2020"), "2020-09-23"),
        [
            "GOV-010 error certain: 'M-1' ('Cabinet' and 'Scrutiny Commission') sits on the executive and on \
          overview and scrutiny."
        ]
    );
    assert_eq!(
        found(&lists("May 2020", "May 2020"), "2020-09-23"),
        [
            "GOV-010 info undetermined: 'M-1' ('Cabinet' and 'Scrutiny Commission') may at one time sit on \
          the executive and on overview and scrutiny."
        ]
    );
}

#[test]
fn a_board_says_what_it_is() {
    let on = "2020-03-10";
    let body =
        |rest: &str| format!(r#"{POSTS}, "bodies": [{{"name": "Modernisation Board", {rest}}}]"#);
    let chaired =
        r#""kind": "board", "chairs": "Chief Executive", "seats": ["Corporate Directors"]"#;
    assert_eq!(
        found(&body(chaired), on),
        [
            "GOV-011 warning certain: 'Modernisation Board' lacks terms of reference, a quorum, a cadence and \
          a body to which it reports."
        ]
    );
    // Of a group that says nothing of itself nothing is asked, nor of one that is informal or has ended,
    // nor of a body of another kind; the programme's own board always is.
    for rest in [
        r#""kind": "board""#.to_owned(),
        format!(r#"{chaired}, "informal": true"#),
        format!(r#"{chaired}, "state": "ended""#),
        chaired.replace("board", "management_team"),
    ] {
        assert_eq!(found(&body(&rest), on), NONE, "{rest}");
    }
    assert_eq!(codes(&body(r#""programme": true"#), on), ["GOV-011"]);
    assert_eq!(
        found(
            &board(
                r#""led_by": "Chief Executive, in the chair", "quorum": 2, "seats": ["Officers"]"#
            ),
            on
        ),
        NONE
    );
}

#[test]
fn a_quorum_can_be_met() {
    let on = "2020-03-10";
    let lists = |quorum: u32, count: &str| {
        board(&format!(
            r#""led_by": "an officer", "quorum": {quorum}, "seats": [{{"title": "Officers", "count": "{count}"}},
              {{"title": "Support", "capacity": "support", "count": "4"}}]"#
        ))
    };
    assert_eq!(found(&lists(5, "5"), on), NONE);
    assert_eq!(
        found(&lists(6, "5"), on),
        ["GOV-011 warning certain: The quorum of 'Programme Board', 6, is more than its seats, 5."],
        "support has no say"
    );
    assert_eq!(
        found(&lists(6, "5-7"), on),
        [
            "GOV-011 info undetermined: The quorum of 'Programme Board', 6, may be more than its seats, 5."
        ]
    );
    assert_eq!(
        found(&lists(0, "5"), on),
        ["GOV-011 warning certain: The quorum of 'Programme Board' is 0: nobody need be there."]
    );
}

#[test]
fn a_chair_is_a_member() {
    let on = "2020-03-10";
    let lists = |seats: &str| {
        format!(
            r#"{POSTS}, {}"#,
            board(&format!(r#""chairs": "Chief Executive", "quorum": 1, "seats": [{seats}]"#))
        )
    };
    let others = r#"{"holders": "Director of Place"}, {"holders": "Head of Digital"}"#;
    assert_eq!(
        found(&lists(others), on),
        [
            "GOV-011 warning certain: 'Chief Executive' chairs 'Programme Board' and has no seat on it."
        ]
    );
    assert_eq!(found(&lists(&format!(r#"{others}, {{"holders": "Chief Executive"}}"#)), on), NONE);
    // Where some seats are known by their rule only, the chair may have one of them.
    assert_eq!(found(&lists(&format!(r#"{others}, "Corporate support""#)), on), NONE);
}

#[test]
fn lines_lead_to_who_can_decide() {
    let on = "2020-09-23";
    let lists = |lines: &[(&str, &str, &str)]| {
        let lines: Vec<String> = lines
            .iter()
            .map(|(from, to, rest)| {
                format!(r#"{{"title": "{from} to {to}", "from": "{from}", "to": "{to}"{rest}}}"#)
            })
            .collect();
        format!(
            r#"{POSTS}, "bodies": [{{"reference": "BODY1", "name": "Place Board", "kind": "board"}},
              {{"reference": "BODY2", "name": "Digital Board", "kind": "board"}},
              {{"reference": "BODY3", "name": "Corporate Group", "kind": "management_team"}},
              {{"reference": "BODY4", "name": "Policy Committee", "kind": "committee"}},
              {{"reference": "BODY5", "name": "The Panel"}}],
            "roles": [{{"title": "Owner", "kind": "senior_responsible_owner", "holders": "Chief Executive"}}],
            "reporting_lines": [{}]"#,
            lines.join(", ")
        )
    };
    let [place, digital, group] = ["body BODY1", "body BODY2", "body BODY3"];
    let (committee, panel, chief) = ("body BODY4", "body BODY5", "post POST1");
    // To the owner, to a committee, and by way of others.
    assert_eq!(found(&lists(&[(place, chief, "")]), on), NONE);
    assert_eq!(
        found(&lists(&[(place, digital, ""), (digital, group, ""), (group, committee, "")]), on),
        NONE
    );
    // Of a chain that leads nowhere the last is told of.
    let dead = [
        "GOV-012 warning certain: 'Digital Board' reports to 'Corporate Group', and nobody there or \
                 above can decide.",
    ];
    assert_eq!(found(&lists(&[(place, digital, ""), (digital, group, "")]), on), dead);
    assert_eq!(
        found(&lists(&[(place, panel, "")]), on),
        [
            "GOV-012 info undetermined: 'Place Board' reports to 'The Panel', and whether that can decide is \
          not known."
        ]
    );
    // A line that may have ended.
    let vague = r#", "until": "September 2020""#;
    assert_eq!(
        found(&lists(&[(place, committee, vague)]), on),
        [
            "GOV-012 info undetermined: 'Place Board' may report to nobody who can decide: a line may not \
          hold."
        ]
    );
    // A body that reports to itself, a ring that others lead into, and one that has ended.
    let itself = ["GOV-012 error certain: 'Place Board' reports to itself."];
    assert_eq!(found(&lists(&[(place, place, "")]), on), itself);
    let ring =
        ["GOV-012 error certain: 'Digital Board' -> 'Corporate Group' -> 'Digital Board': each \
                 reports to the next."];
    let three = [(place, group, ""), (group, digital, ""), (digital, group, "")];
    assert_eq!(found(&lists(&three), on), ring);
    let ended = r#", "until": "22 September 2020""#;
    assert_eq!(
        found(
            &lists(&[(group, digital, ""), (digital, group, ended), (digital, committee, "")]),
            on
        ),
        NONE
    );
}

/// What is found of a decision of 3 June 2020 and some rights.
fn decided(decision: &str, rights: &str) -> Vec<String> {
    let lists = format!(
        r#""posts": [{{"reference": "POST1", "title": "Chief Executive", "kind": "officer"}},
              {{"reference": "POST2", "title": "Ward member", "kind": "councillor"}},
              {{"reference": "POST3", "title": "Leader", "kind": "councillor", "offices": "leader"}},
              {{"reference": "POST4", "title": "Portfolio holder", "offices": "executive_member"}}],
            "bodies": [{{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}},
              {{"reference": "BODY2", "name": "Digital Board", "kind": "board"}},
              {{"reference": "BODY3", "name": "Scrutiny Board", "kind": "scrutiny"}},
              {{"reference": "BODY4", "name": "The Panel"}}],
            "decision_rights": [{rights}],
            "decisions": [{{"title": "New portal", "date": "3 June 2020", {decision}}}]"#
    );
    found(&lists, "2020-09-23")
}

#[test]
fn bodies_that_decide_can_decide() {
    let bare = |decision: &str| decided(decision, "");
    for decision in [
        r#""body": "BODY1", "act": "resolve""#,
        r#""body": "BODY2", "act": "note""#,
        r#""body": "BODY2", "act": "resolve", "state": "pending""#,
        r#""body": "BODY4", "act": "resolve""#,
        r#""by": "POST2", "act": "resolve""#,
        r#""by": "POST3", "act": "delegate""#,
        r#""act": "resolve""#,
    ] {
        assert_eq!(bare(decision), NONE, "{decision}");
    }
    assert_eq!(
        bare(r#""body": "BODY2", "act": "delegate""#),
        [
            "GOV-013 error certain: 'New portal' is decided by 'Digital Board', which can advise but not decide."
        ]
    );
    assert_eq!(
        bare(r#""body": "BODY3", "act": "resolve""#),
        [
            "GOV-013 info undetermined: 'New portal' is decided by 'Scrutiny Board', which settles only its own \
          work."
        ]
    );
}

#[test]
fn officers_decide_by_delegation() {
    let bare = |decision: &str| decided(decision, "");
    let chief = r#""by": "POST1", "act": "resolve""#;
    let none = "GOV-013 error certain: 'New portal' is decided by 'Chief Executive', and no delegation to that \
                post is recorded.";
    assert_eq!(bare(chief), [none]);
    assert_eq!(
        bare(r#""by": "POST4", "act": "resolve""#).len(),
        1,
        "by the leader's arrangement only"
    );
    // A right that it holds by delegation, or under which it decided; one that is no delegation.
    let right = |more: &str| {
        format!(r#"{{"reference": "DR1", "title": "Scheme", "holders": "Chief Executive"{more}}}"#)
    };
    let delegated = r#", "delegated_from": "BODY1""#;
    assert_eq!(decided(chief, &right(delegated)), NONE);
    assert_eq!(decided(&format!(r#"{chief}, "right": "DR1""#), &right("")), NONE);
    assert_eq!(decided(chief, &right("")), [none]);
    let from = |since: &str| decided(chief, &right(&format!(r#"{delegated}, "since": "{since}""#)));
    assert_eq!(from("3 June 2020"), NONE);
    assert_eq!(
        from("June 2020"),
        [
            "GOV-013 info undetermined: 'New portal' is decided by 'Chief Executive', whose delegation may not \
          have been in force."
        ]
    );
    assert_eq!(
        from("4 June 2020"),
        [
            "GOV-013 error certain: 'New portal' is decided by 'Chief Executive', whose delegation was not in \
          force then."
        ]
    );
}

#[test]
fn reports_come_as_often_as_promised() {
    let lists = |cadence: &str, dates: &[&str], more: &str| {
        let papers: Vec<String> = (1..)
            .zip(dates)
            .map(|(n, date)| {
                format!(r#"{{"reference": "DOC{n}", "title": "Update {n}", "date": "{date}"}}"#)
            })
            .collect();
        let kept: Vec<String> = (1..=dates.len()).map(|n| format!(r#""DOC{n}""#)).collect();
        format!(
            r#""documents": [{}], "promises": [{{"title": "Updates to scrutiny", "kind": "report",
              "cadence": "{cadence}", "kept_by": [{}]{more}}}]"#,
            papers.join(", "),
            kept.join(", ")
        )
    };
    // Quarterly is 4 months and 15 days at most: from 10 February to 25 June 2020.
    let one = lists("quarterly", &["10 February 2020"], "");
    assert_eq!(found(&one, "2020-06-25"), NONE);
    assert_eq!(
        found(&one, "2020-06-26"),
        [
            "GOV-014 info certain: 'Updates to scrutiny' is promised quarterly; between 10 February 2020 and 26 \
          June 2020 none is listed."
        ]
    );
    // From 30 September 2019 to 10 February 2020 is less: 14 February would be the last day.
    let two = lists("quarterly", &["10 February 2020", "30 September 2019"], "");
    assert_eq!(found(&two, "2020-06-25"), NONE);
    // A gap in the middle, which a later report does not fill.
    let middle = lists("monthly", &["1 January 2020", "17 February 2020", "1 March 2020"], "");
    assert_eq!(
        found(&middle, "2020-03-02"),
        [
            "GOV-014 info certain: 'Updates to scrutiny' is promised monthly; between 1 January 2020 and 17 \
          February 2020 none is listed."
        ]
    );
    assert_eq!(found(&middle.replace("17 February", "16 February"), "2020-03-02"), NONE);
    // Fortnightly is 21 days.
    let weeks = lists("fortnightly", &["1 June 2020"], "");
    assert_eq!((found(&weeks, "2020-06-22").len(), found(&weeks, "2020-06-23").len()), (0, 1));
    // A month that is not narrowed, a paper without a date, a condition, a rhythm without a length.
    let vague = lists("quarterly", &["February 2020"], "");
    assert_eq!(found(&vague, "2020-06-16"), NONE, "4 months and 15 days after 1 February");
    assert!(found(&vague, "2020-06-17")[0].starts_with("GOV-014 info undetermined"));
    assert!(
        found(&vague, "2020-07-15")[0].starts_with("GOV-014 info certain"),
        "and after 29 February: 14 July"
    );
    let undated = lists("quarterly", &["10 February 2020", "TBC"], "");
    assert!(found(&undated, "2020-09-23")[0].starts_with("GOV-014 info undetermined"));
    let if_asked = lists("quarterly", &["10 February 2020"], r#", "condition": "if asked""#);
    assert!(found(&if_asked, "2020-09-23")[0].starts_with("GOV-014 info undetermined"));
    assert_eq!(found(&lists("regular", &["10 February 2020"], ""), "2020-09-23"), NONE);
    // None kept: since it was made, or from the day that is given; where neither is, nothing is known.
    let made = |more: &str| found(&lists("monthly", &[], more), "2020-09-23").len();
    assert_eq!(made(r#", "made": "1 August 2020""#), 1);
    assert_eq!(made(r#", "made": "1 August 2020", "from": "1 September 2020""#), 0);
    assert_eq!(made(""), 0);
}

#[test]
fn a_paper_without_a_date_has_that_of_its_report() {
    let lists = |date: &str| {
        format!(
            r#""bodies": [{{"reference": "BODY1", "name": "Scrutiny", "kind": "scrutiny"}}],
            "reports": [{{"reference": "REP1", "title": "Update", "body": "BODY1"{date}}}],
            "documents": [{{"reference": "DOC1", "title": "Update", "report": "REP1"}}],
            "promises": [{{"reference": "PR1", "title": "Updates to scrutiny", "kind": "report",
              "cadence": "quarterly", "kept_by": "DOC1"}}]"#
        )
    };
    let gov_014 = |date: &str, on: &str| -> Vec<String> {
        let all = found(&lists(date), on).into_iter();
        all.filter(|finding| finding.starts_with("GOV-014")).collect()
    };
    // From 10 June four months and fifteen days are allowed: up to 25 October.
    let june = r#", "date": "10 June 2020""#;
    assert_eq!(gov_014(june, "2020-10-25"), NONE);
    assert!(gov_014(june, "2020-10-26")[0].contains("between 10 June 2020 and 26 October 2020"));
    assert_eq!(gov_014("", "2020-10-26"), NONE, "from when to reckon is not known");
}

#[test]
fn a_term_ends_after_it_begins() {
    let term = r#""since": "1 May 2020", "until": "30 April 2020""#;
    let lists = |term: &str| {
        format!(
            r#""organisations": [{{"name": "Example Council", "identifiers": [{{"scheme": "gss", "code": "E07000242", {term}}}]}}],
            "posts": [{{"reference": "POST1", "title": "Head of Digital", {term}, "holders": [{{"person": "P-1", {term}}}]}}],
            "bodies": [{{"reference": "BODY1", "name": "Digital Board", "informal": true, "seats": [{{"title": "Unions", {term}}}, {{"person": "P-1", {term}}}]}}],
            "roles": [{{"title": "Digital lead", {term}}}],
            "reporting_lines": [{{"title": "Digital to Chief Executive", {term}}}],
            "decision_rights": [{{"title": "Small spend", {term}}}],
            "local_rules": [{{"title": "Key decisions", {term}}}]"#
        )
    };
    let said = |whose: &str| {
        format!(
            "GOV-015 error certain: The term of {whose} ends, 30 April 2020, before it begins, 1 May 2020."
        )
    };
    let mut expected: Vec<String> = [
        "the code 'E07000242' of 'Example Council'",
        "'Head of Digital'",
        "'P-1' as 'Head of Digital'",
        "seat 2 of 'Digital Board'",
        "the seat 'Unions' of 'Digital Board'",
        "'Digital lead'",
        "'Digital to Chief Executive'",
        "'Small spend'",
        "'Key decisions'",
    ]
    .map(said)
    .to_vec();
    let mut all = found(&lists(term), "2020-09-23");
    expected.sort();
    all.sort();
    assert_eq!(all, expected);
    // One day is a term, and a month may be read in order.
    for fine in [
        r#""since": "1 May 2020", "until": "1 May 2020""#,
        r#""since": "May 2020", "until": "May 2020""#,
        r#""since": "2 May 2020", "until": "May 2020""#,
        r#""since": "May 2020", "until": "TBC""#,
    ] {
        assert_eq!(found(&lists(fine), "2020-05-01"), NONE, "{fine}");
    }
}

#[test]
fn a_post_is_held_by_one_at_a_time() {
    let on = "2020-09-23";
    let lists = |title: &str, holders: &str| {
        format!(r#""posts": [{{"title": "{title}", "holders": [{holders}]}}]"#)
    };
    let place = |holders: &str| found(&lists("Director of Place", holders), on);
    assert_eq!(
        place(r#""P-1", "P-2""#),
        ["GOV-016 warning certain: 'P-1' and 'P-2' hold 'Director of Place' on 23 September 2020."]
    );
    assert_eq!(
        place(
            r#"{"person": "P-1", "basis": "job_share"}, {"person": "P-2", "basis": "job_share"}"#
        ),
        NONE
    );
    assert_eq!(place(r#""P-1", {"person": "P-2", "basis": "interim"}"#), NONE);
    assert_eq!(place(r#""P-1", "P-1""#), NONE, "one person, told of twice");
    assert_eq!(
        place(
            r#"{"person": "P-1", "until": "22 September 2020"}, {"person": "P-2", "since": "23 September 2020"}"#
        ),
        NONE
    );
    assert_eq!(
        place(
            r#"{"person": "P-1", "until": "September 2020"}, {"person": "P-2", "since": "September 2020"}"#
        ),
        [
            "GOV-016 info undetermined: 'P-1' and 'P-2' may hold 'Director of Place' on 23 September 2020."
        ]
    );
    // "Executive Directors" may be several posts in one row.
    assert_eq!(
        found(&lists("Executive Directors", r#""P-1", "P-2""#), on),
        [
            "GOV-016 info undetermined: 'P-1' and 'P-2' hold 'Executive Directors' on 23 September 2020."
        ]
    );
}

#[test]
fn one_figure_is_given_by_one_rule_at_a_time() {
    let rules = |first: &str, second: &str| {
        let key = r#""parameter": "key_decision_threshold", "amount": "£250,000""#;
        let both = format!(
            r#""bodies": [{{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}}],
            "local_rules": [{{"title": "First", {key}{first}}}, {{"title": "Second", {key}{second}}}]"#
        );
        let all = found(&both, "2020-09-23").into_iter();
        all.filter(|finding| finding.starts_with("GOV-017")).collect::<Vec<_>>()
    };
    let certain =
        ["GOV-017 warning certain: 'First' and 'Second' give the same figure, and hold at once."];
    assert_eq!(rules("", ""), certain);
    // On the last day of the one and the first of the other, and no longer.
    let (until, since) = (r#", "until": "31 March 2020""#, r#", "since": "31 March 2020""#);
    assert_eq!(rules(until, since), certain);
    assert_eq!(rules(until, &since.replace("31 March", "1 April")), NONE);
    assert_eq!(
        rules(&until.replace("31 March", "March"), since),
        [
            "GOV-017 info undetermined: 'First' and 'Second' give the same figure, and may hold at once."
        ]
    );
    assert_eq!(rules(r#", "body": "BODY1""#, ""), NONE, "that of Cabinet goes first for Cabinet");
    // Several tolerances are told of in words.
    let words = r#""parameter": "tolerance", "text": "as agreed""#;
    let lists =
        format!(r#""local_rules": [{{"title": "Time", {words}}}, {{"title": "Cost", {words}}}]"#);
    assert_eq!(found(&lists, "2020-09-23"), NONE);
}

/// Where the line of BODY1 leads: references of whom it meets, how it ends, and how surely.
fn line(lists: &str, on: &str) -> (Vec<String>, End, Certainty) {
    let programme = read(&format!(
        r#"{{"format": "programme/1", "programme": {{"name": "Example"}}, {lists}}}"#
    ));
    let from = programme.bodies().by_reference("BODY1".parse().unwrap()).unwrap().key.id;
    let path = governance::reports_to(&programme, from.into(), day(on));
    let steps = path.steps.iter().map(|row| programme.reference(*row).unwrap().to_string());
    (steps.collect(), path.end, path.certainty)
}

#[test]
fn who_ends_a_line_is_the_same_for_the_rule_and_for_whoever_asks() {
    let on = "2020-09-23";
    // A board that reports to a group, and the owner's role or post as far as they are said.
    let lists = |role: &str, group: &str, line: &str| {
        format!(
            r#""posts": [{{"reference": "POST1", "title": "Chief Executive", "holders": [{{"person": "P-1"}}]}},
              {{"reference": "POST2", "title": "Returning Officer", "holders": [{{"person": "P-1"}}]}}],
            "roles": [{{"title": "Owner", "kind": "senior_responsible_owner",
              "holders": "Chief Executive"{role}}}],
            "bodies": [{{"reference": "BODY1", "name": "Place Board", "kind": "board"}},
              {{"reference": "BODY2", "name": "Corporate Group", "kind": "management_team"{group}}}],
            "reporting_lines": [{{"title": "Up", "from": "body BODY1", "to": "body BODY2"{line}}}]"#
        )
    };
    let both = |lists: &str, end: End, sure: Certainty, rule: &[&str]| {
        let (steps, found, certainty) = line(lists, on);
        assert_eq!((found, certainty), (end, sure), "{lists}");
        assert_eq!(steps, ["BODY1", "BODY2"]);
        let codes: Vec<_> =
            self::found(lists, on).into_iter().filter(|said| said.starts_with("GOV-012")).collect();
        assert_eq!(codes, rule, "{lists}");
    };
    let nobody = [
        "GOV-012 warning certain: 'Place Board' reports to 'Corporate Group', and nobody there or above can \
         decide.",
    ];
    let vague = [
        "GOV-012 info undetermined: 'Place Board' reports to 'Corporate Group', and whether anybody there or \
         above could decide then is not certain.",
    ];
    let may_not_hold = [
        "GOV-012 info undetermined: 'Place Board' may report to nobody who can decide: a line may not hold.",
    ];
    let (certainly, possibly) = (Certainty::Certainly, Certainty::Possibly);
    both(&lists("", "", ""), End::Nowhere, certainly, &nobody);
    // The owner chairs it, or sits on it, or is there by another post.
    let sits = r#", "seats": [{"title": "Member", "holders": "Chief Executive"}]"#;
    both(&lists("", r#", "chairs": "Chief Executive""#, ""), End::Decides, certainly, &[]);
    both(&lists("", sits, ""), End::Decides, certainly, &[]);
    both(&lists("", r#", "chairs": "Returning Officer""#, ""), End::Decides, certainly, &[]);
    // An owner, a seat and a line that may have ended in September, and an owner that had.
    let ends = r#", "until": "September 2020""#;
    both(&lists(ends, sits, ""), End::Decides, possibly, &vague);
    let seat = r#", "seats": [{"title": "Member", "holders": "Chief Executive", "until": "September 2020"}]"#;
    both(&lists("", seat, ""), End::Decides, possibly, &vague);
    both(&lists("", sits, ends), End::Decides, possibly, &may_not_hold);
    both(&lists(r#", "until": "August 2020""#, sits, ""), End::Nowhere, certainly, &nobody);
}

#[test]
fn a_line_that_certainly_leads_up_goes_before_a_shorter_one_that_may() {
    let lists = r#""bodies": [{"reference": "BODY1", "name": "Place Board", "kind": "board"},
          {"reference": "BODY2", "name": "Digital Board", "kind": "board"},
          {"reference": "BODY3", "name": "Cabinet", "kind": "executive"}],
        "reporting_lines": [
          {"title": "Straight", "from": "body BODY1", "to": "body BODY3", "until": "September 2020"},
          {"title": "Across", "from": "body BODY1", "to": "body BODY2"},
          {"title": "Up", "from": "body BODY2", "to": "body BODY3"}]"#;
    let (steps, end, sure) = line(lists, "2020-09-23");
    assert_eq!((end, sure), (End::Decides, Certainty::Certainly));
    assert_eq!(steps, ["BODY1", "BODY2", "BODY3"]);
    // Without the way across, the other may lead there.
    let straight =
        lists.replace(r#""from": "body BODY1", "to": "body BODY2""#, r#""from": "body BODY3""#);
    let (steps, end, sure) = line(&straight, "2020-09-23");
    assert_eq!((end, sure), (End::Decides, Certainty::Possibly));
    assert_eq!(steps, ["BODY1", "BODY3"]);
    // What kind of body it leads to is not said; and a ring.
    let unknown = lists.replace(r#", "kind": "executive""#, "");
    let (_, end, sure) = line(&unknown, "2020-10-01");
    assert_eq!((end, sure), (End::Nowhere, Certainty::Possibly));
    let ring = lists.replace(
        r#""from": "body BODY2", "to": "body BODY3""#,
        r#""from": "body BODY2", "to": "body BODY1""#,
    );
    let (steps, end, sure) = line(&ring, "2020-10-01");
    assert_eq!((end, sure), (End::Ring, Certainty::Certainly));
    assert_eq!(steps, ["BODY1", "BODY2"]);
}
