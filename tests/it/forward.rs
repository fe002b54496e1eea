//! What falls due, reckoned by hand; and what holds of it whatever the programme.

use programme::{
    Programme,
    document::Document,
    governance::{self, Basis, Deadline, DeadlineKind, Deadlines, DueItem, NoDay, SetBy},
    report, strategy,
    values::{Certainty, Unread, WorkingCalendar},
};
use proptest::prelude::*;
use serde_json::Value;

use crate::{day, document, read};

fn due(programme: &Programme, from: &str, to: &str) -> Deadlines {
    let calendar = WorkingCalendar::england_and_wales();
    governance::falls_due(programme, &calendar, day(from), day(to))
}

/// The days of what falls due of a kind: one day, or the first and the last.
fn days(found: &Deadlines, kind: DeadlineKind) -> Vec<String> {
    let of_kind = found.dated.iter().filter(|due| due.item.kind == kind);
    of_kind
        .map(|due| match (due.earliest, due.latest) {
            (one, other) if one == other => one.to_string(),
            (earliest, latest) => format!("{earliest}/{latest}"),
        })
        .collect()
}

/// What has no day, and why.
fn apart(found: &Deadlines) -> Vec<(&str, NoDay)> {
    found.undated.iter().map(|owed| (owed.item.title.as_str(), owed.reason)).collect()
}

const BODIES: &str = r#""bodies": [
    {"reference": "BODY1", "name": "Cabinet", "kind": "executive"},
    {"reference": "BODY2", "name": "Council", "kind": "council"},
    {"reference": "BODY3", "name": "Programme Board", "kind": "board"},
    {"reference": "BODY4", "name": "Forum of all"}]"#;

/// A programme with bodies and these lists of rows.
fn with(lists: &str) -> Programme {
    read(&document(&format!("{BODIES}, {lists}")))
}

#[test]
fn monthly_from_the_last_day_of_january() {
    let programme = with(
        r#""promises": [{"title": "Update", "cadence": "monthly", "from": "31 January 2021"}]"#,
    );
    let found = due(&programme, "2021-01-01", "2021-04-30");
    let ends = ["2021-01-31", "2021-02-28", "2021-03-31", "2021-04-30"];
    assert_eq!(days(&found, DeadlineKind::Promise), ends);
    assert!(found.dated.iter().all(|due| due.certainty == Certainty::Certainly));
    // From within the series, and up to a day before it.
    assert_eq!(
        days(&due(&programme, "2021-02-28", "2021-03-30"), DeadlineKind::Promise),
        ends[1..2]
    );
    assert!(due(&programme, "2020-01-01", "2021-01-30").dated.is_empty());
}

#[test]
fn quarterly_from_the_paper_that_kept_it() {
    let programme = with(
        r#""documents": [{"reference": "DOC1", "title": "Report", "date": "30th September 2019"},
                {"reference": "DOC2", "title": "Note", "date": "10th February 2020"}],
            "promises": [{"title": "Report to scrutiny", "cadence": "quarterly",
                "made": "17 July 2019", "kept_by": ["DOC1", "DOC2"]}]"#,
    );
    let promised = |from, to| days(&due(&programme, from, to), DeadlineKind::Promise);
    // As at 1 October the first paper is there, and the second is not.
    let after_first = ["2019-12-30", "2020-03-30", "2020-06-30", "2020-09-30"];
    assert_eq!(promised("2019-10-01", "2020-09-30"), after_first);
    let after_second = ["2020-05-10", "2020-08-10"];
    assert_eq!(promised("2020-02-10", "2020-09-30"), after_second);
    // Before either only the promise itself is known.
    assert_eq!(promised("2019-08-01", "2019-10-31"), ["2019-10-17"]);
}

#[test]
fn what_recurs_from_a_day_that_is_given_is_owed_until_it_is_kept() {
    let promise = |kept: &str| {
        with(&format!(
            r#""documents": [{{"reference": "DOC1", "title": "Report", "date": "30 June 2021"}}],
               "promises": [{{"title": "Report", "cadence": "quarterly", "from": "31 March 2021"{kept}}}]"#
        ))
    };
    let owed =
        |kept: &str| days(&due(&promise(kept), "2021-06-30", "2021-10-01"), DeadlineKind::Promise);
    assert_eq!(owed(""), ["2021-06-30", "2021-09-30"]);
    assert_eq!(owed(r#", "kept_by": "DOC1""#), ["2021-09-30"]);
}

#[test]
fn what_recurs_with_a_date_recurs_from_that() {
    let programme = with(
        r#""promises": [{"title": "Annual report", "cadence": "annually", "timescale": "July 2020",
            "made": "4 September 2019"}]"#,
    );
    let found = due(&programme, "2019-09-04", "2022-06-30");
    let each = ["2020-07-01/2020-07-31", "2021-07-01/2021-07-31"];
    assert_eq!(days(&found, DeadlineKind::Promise), each);
}

#[test]
fn what_came_before_a_promise_does_not_begin_its_count() {
    let programme = with(
        r#""documents": [{"reference": "DOC1", "title": "Note", "date": "10th February 2020"}],
            "promises": [{"title": "Report", "cadence": "on a quarterly basis",
                "made": "23rd September 2020", "kept_by": "DOC1"}]"#,
    );
    let found = due(&programme, "2020-09-23", "2021-09-23");
    let each = ["2020-12-23", "2021-03-23", "2021-06-23", "2021-09-23"];
    assert_eq!(days(&found, DeadlineKind::Promise), each);
}

#[test]
fn a_month_is_an_interval_of_days() {
    let programme = with(r#""actions": [{"title": "Publish", "timescale": "April 2019"}]"#);
    let found = |from, to| {
        let found = due(&programme, from, to).dated;
        found.first().map(|due| (due.certainty, due.earliest, due.latest))
    };
    let (first, last) = (day("2019-04-01"), day("2019-04-30"));
    assert_eq!(found("2019-04-01", "2019-04-30"), Some((Certainty::Certainly, first, last)));
    assert_eq!(found("2019-04-10", "2019-12-31"), Some((Certainty::Possibly, first, last)));
    assert_eq!(found("2019-03-01", "2019-04-29"), Some((Certainty::Possibly, first, last)));
    assert_eq!(found("2019-03-01", "2019-04-01"), Some((Certainty::Possibly, first, last)));
    assert_eq!(found("2019-03-01", "2019-03-31"), None);
    assert_eq!(found("2019-05-01", "2019-12-31"), None, "it is overdue, and falls due no more");
}

#[test]
fn the_days_at_both_ends_count() {
    let programme = with(r#""milestones": [{"title": "Agreed", "timescale": "30 June 2021"}]"#);
    let count = |from, to| due(&programme, from, to).dated.len();
    assert_eq!(count("2021-06-30", "2021-06-30"), 1);
    assert_eq!((count("2021-06-01", "2021-06-29"), count("2021-07-01", "2021-07-31")), (0, 0));
    assert_eq!(count("2021-07-31", "2021-06-01"), 0, "no day lies between");
}

#[test]
fn papers_are_open_five_clear_days_before_a_meeting_after_christmas() {
    // Wednesday 6 January 2021. Between: 5 and 4 January, 31, 30 and 29 December; 1 January and the
    // 28th, for Boxing Day, are holidays. So the 28th is in time, and the 24th the last on which
    // offices work.
    let programme = with(
        r#""reports": [{"title": "Budget", "body": "BODY1", "date": "6 January 2021"},
        {"title": "Savings", "body": "BODY1", "date": "2021-01-06"},
        {"title": "To the board", "body": "BODY3", "date": "6 January 2021"}]"#,
    );
    let found = due(&programme, "2020-12-01", "2021-01-31");
    let notices: Vec<&Deadline> =
        found.dated.iter().filter(|due| due.item.kind == DeadlineKind::Notice).collect();
    assert_eq!(notices.len(), 1, "one a meeting, and none of a board");
    assert_eq!(notices[0].latest, day("2020-12-28"));
    assert_eq!(notices[0].item.title, "Agenda and papers of Cabinet, 6 January 2021");
    let note = notices[0].item.note.as_deref();
    assert_eq!(note, Some("5 clear working days; offices last work on 24 December 2020"));
    assert_eq!(
        notices[0].item.set_by,
        SetBy::Rule(Basis::Law("LGA 1972 s.100B; SI 2012/2089 reg 6"))
    );
    assert_eq!(days(&found, DeadlineKind::Report), ["2021-01-06"; 3]);
}

#[test]
fn which_meetings_have_notice_by_law() {
    let report = |body: &str, more: &str| {
        with(&format!(
            r#""organisations": [{{"reference": "ORG1", "name": "Council", "jurisdiction": "wales"}}],
               "reports": [{{"reference": "REP1", "title": "Budget", "body": "{body}", "date": "10 March 2021"{more}}}]"#
        ))
    };
    let notices = |programme: &Programme| {
        days(&due(programme, "2021-01-01", "2021-12-31"), DeadlineKind::Notice)
    };
    // 9, 8, 5, 4 and 3 March.
    assert_eq!(notices(&report("BODY2", "")), ["2021-03-02"]);
    let open = r#", "published": "1 December 2020""#;
    assert!(notices(&report("BODY2", open)).is_empty(), "they are open already");
    let programme = report("BODY4", "");
    assert!(notices(&programme).is_empty());
    let unknown = due(&programme, "2021-01-01", "2021-12-31");
    assert_eq!(
        apart(&unknown),
        [("Agenda and papers of Forum of all, 10 March 2021", NoDay::BodyUnknown)]
    );
    let programme = report("BODY2", "");
    let mut draft = programme.to_draft();
    draft.about.council = programme.organisations().into_iter().next().map(|row| row.key.id);
    assert!(notices(&draft.finish().unwrap()).is_empty(), "England's law does not hold in Wales");
}

#[test]
fn a_key_decision_has_28_clear_days_of_notice() {
    // 9 December to 5 January are 28 days.
    let report = |key: &str| {
        with(&format!(
            r#""reports": [{{"title": "Assets", "body": "BODY1", "date": "6 January 2021",
                "published": "1 November 2020", "key_decision": {key}}}]"#
        ))
    };
    let notices =
        |key: &str| days(&due(&report(key), "2020-11-01", "2021-12-31"), DeadlineKind::Notice);
    assert_eq!(notices("true"), ["2020-12-08"]);
    assert!(notices("false").is_empty());
    assert!(notices(r#"{"key": true, "notice": "20 October 2020"}"#).is_empty(), "given already");
    assert!(notices(r#"{"key": true, "notice": "in October"}"#).is_empty(), "given, and unread");
    for not_yet in ["TBC", "N/A", " "] {
        let noted = notices(&format!(r#"{{"key": true, "notice": "{not_yet}"}}"#));
        assert_eq!(noted, ["2020-12-08"], "{not_yet}");
    }
    assert!(notices(r#"{"key": true, "publicity": "special_urgency"}"#).is_empty());
    let exception = notices(r#"{"key": true, "publicity": "general_exception"}"#);
    assert_eq!(exception, ["2020-12-28"], "five clear working days, as above");

    // The council's own rule goes before the law's: as many working days, 5 and 4 January, 31, 30, 29
    // and 24 to 21 December, 18 to 14, 11 to 7 and 4 to 1, then 30 and 27 to 24 November.
    let own = with(
        r#""local_rules": [{"reference": "LR1", "title": "Key decisions", "parameter": "key_decision_notice",
                "days": 28, "counted": "working"}],
            "reports": [{"title": "Assets", "body": "BODY1", "date": "6 January 2021",
                "published": "1 November 2020", "key_decision": true}]"#,
    );
    let found = due(&own, "2020-11-01", "2021-12-31");
    assert_eq!(days(&found, DeadlineKind::Notice), ["2020-11-23"]);
    assert_eq!(found.dated[0].item.source, "LR1");
}

#[test]
fn a_private_meeting_has_two_notices() {
    let report = |private: &str| {
        with(&format!(
            r#""reports": [{{"title": "Land", "body": "BODY1", "date": "6 January 2021",
                "published": "1 November 2020", {private}}}]"#
        ))
    };
    let notices = |private: &str| {
        days(&due(&report(private), "2020-11-01", "2021-12-31"), DeadlineKind::Notice)
    };
    assert_eq!(notices(r#""openness": {"part": "2"}"#), ["2020-12-08", "2020-12-28"]);
    assert_eq!(notices(r#""private": {"first_notice": "1 November 2020"}"#), ["2020-12-28"]);
    assert!(notices(r#""private": {"consent_by": "Chair of scrutiny"}"#).is_empty());
    assert_eq!(notices(r#""private": {"consent_by": " "}"#).len(), 2, "nobody agreed");
}

#[test]
fn notices_are_owed_where_the_executive_decides_or_may() {
    let notices = |fields: &str| {
        let programme = read(&document(&format!(
            r#""bodies": [{{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}},
                {{"reference": "BODY5", "name": "Assets Panel", "kind": "sub_committee"}},
                {{"reference": "BODY6", "name": "Planning", "kind": "committee"}}],
            "decisions": [{{"title": "Assets", "date": "6 January 2021", "state": "pending", {fields}}}]"#
        )));
        let found = due(&programme, "2020-11-01", "2021-12-31");
        let key = found.dated.into_iter().filter(|due| {
            due.item.kind == DeadlineKind::Notice && !due.item.title.starts_with("Agenda")
        });
        key.map(|due| (due.latest.to_string(), due.certainty)).collect::<Vec<_>>()
    };
    let panel = r#""body": "BODY5", "key_decision": true"#;
    assert_eq!(notices(panel), [("2020-12-08".to_owned(), Certainty::Possibly)]);
    let of_executive = format!(r#"{panel}, "function": "executive""#);
    assert_eq!(notices(&of_executive), [("2020-12-08".to_owned(), Certainty::Certainly)]);
    assert_eq!(notices(&format!(r#"{panel}, "function": "council""#)), []);
    assert_eq!(notices(r#""body": "BODY6", "key_decision": true"#), []);
    assert_eq!(
        notices(r#""body": "BODY6", "key_decision": true, "function": "executive""#).len(),
        1
    );
    // One member who decides for the executive gives notice, and holds no meeting.
    let alone = r#""function": "executive", "key_decision": true, "private": {}"#;
    assert_eq!(notices(alone), [("2020-12-08".to_owned(), Certainty::Certainly)]);
    let private = r#""body": "BODY5", "function": "executive", "private": {}"#;
    assert_eq!(notices(private).len(), 2);
}

#[test]
fn a_meeting_known_from_an_event_has_an_agenda() {
    let notices = |more: &str| {
        let programme = with(&format!(
            r#""events": [{{"name": "Council", "body": "BODY2", "date": "10 March 2021"}}]{more}"#
        ));
        days(&due(&programme, "2021-01-01", "2021-12-31"), DeadlineKind::Notice)
    };
    // 9, 8, 5, 4 and 3 March.
    assert_eq!(notices(""), ["2021-03-02"]);
    let paper = |published: &str| {
        format!(
            r#", "reports": [{{"title": "Budget", "body": "BODY2", "date": "10 March 2021",
            "published": "{published}"}}]"#
        )
    };
    assert!(notices(&paper("1 December 2020")).is_empty(), "its papers are open");
    assert_eq!(notices(&paper("TBC")), ["2021-03-02"]);
}

#[test]
fn a_rule_holds_on_every_day_that_a_date_can_mean() {
    let rule = |parameter: &str, since: &str| {
        format!(
            r#""local_rules": [{{"title": "Own rule", "parameter": "{parameter}", "days": 10,
            "since": "{since}"}}], "#
        )
    };
    let report = |since: &str| {
        let row = r#""reports": [{"title": "Budget", "body": "BODY1", "date": "June 2021"}]"#;
        with(&(rule("meeting_notice", since) + row))
    };
    // Five clear days before 1 June: 31 was a bank holiday; 28 to 24 May. Before 30 June: 29 to 23.
    let found = due(&report("1 July 2021"), "2021-01-01", "2021-12-31");
    assert_eq!(days(&found, DeadlineKind::Notice), ["2021-05-23/2021-06-22"]);
    let found = due(&report("15 June 2021"), "2021-01-01", "2021-12-31");
    assert!(days(&found, DeadlineKind::Notice).is_empty());
    let title = "Agenda and papers of Cabinet, June 2021";
    assert_eq!(apart(&found), [(title, NoDay::RuleChanged)]);
    assert!(found.undated[0].why().contains("changed"));

    // Call-in goes by the rule of the day on which it was decided.
    let decision = |date: &str| {
        let row = format!(
            r#""decisions": [{{"title": "Close it", "body": "BODY1", "state": "made", "date": "{date}",
            "call_in": {{"published": "1 April 2021"}}}}]"#
        );
        due(&with(&(rule("call_in_period", "1 April 2021") + &row)), "2021-04-01", "2021-06-30")
    };
    assert_eq!(days(&decision("31 March 2021"), DeadlineKind::CallIn), ["2021-04-12"]);
    // Ten days: 6 to 9, 12 to 16 and 19 April.
    assert_eq!(days(&decision("1 April 2021"), DeadlineKind::CallIn), ["2021-04-19"]);
    let found = decision("Spring 2021");
    assert_eq!(apart(&found), [("Call-in ends: Close it", NoDay::RuleChanged)]);
    // A rule that only may hold on the day leaves it open.
    let row = r#""decisions": [{"title": "Close it", "body": "BODY1", "state": "made",
        "date": "1 April 2021", "call_in": {"published": "1 April 2021"}}]"#;
    let vague = with(&(rule("call_in_period", "April 2021") + row));
    let found = due(&vague, "2021-04-01", "2021-06-30");
    assert_eq!(apart(&found), [("Call-in ends: Close it", NoDay::RuleChanged)]);
    assert!(found.undated[0].why().contains("may not hold"));
}

#[test]
fn call_in_over_easter() {
    // Published on Thursday 1 April 2021, before Good Friday. 6, 7, 8, 9 and 12 April.
    let decision = |call_in: &str| {
        with(&format!(
            r#""decisions": [{{"title": "Close the depot", "body": "BODY1", "state": "made",
                "call_in": {{"published": "1 April 2021"{call_in}}}}}]"#
        ))
    };
    let ends = |call_in: &str| {
        days(&due(&decision(call_in), "2021-04-01", "2021-06-30"), DeadlineKind::CallIn)
    };
    assert_eq!(ends(""), ["2021-04-12"]);
    assert_eq!(ends(r#", "until": "9 April 2021""#), ["2021-04-09"], "as stated");
    let waived = r#""waived_by": "Mayor", "waiver_reason": "The roof leaks""#;
    for over in [r#""applies": false"#, waived, r#""cleared": "1 April 2021""#] {
        assert!(ends(&format!(", {over}")).is_empty(), "{over}");
    }
    for open in [
        r#""waived_by": "Mayor""#,
        r#""waived_by": " ", "waiver_reason": "Urgent""#,
        r#""cleared": "TBC""#,
        r#""called_in": "N/A""#,
    ] {
        assert_eq!(ends(&format!(", {open}")), ["2021-04-12"], "{open}");
    }
    let called = decision(r#", "called_in": "1 April 2021""#);
    let found = due(&called, "2021-04-01", "2021-06-30");
    assert_eq!(apart(&found), [("Call-in ends: Close the depot", NoDay::CalledIn)]);
    // An end that is to be set is reckoned until it is; where it cannot be, that is told.
    assert_eq!(ends(r#", "until": "TBC""#), ["2021-04-12"]);
    let decided = |fields: &str| {
        let programme = with(&format!(
            r#""organisations": [{{"reference": "ORG1", "name": "A neighbour", "kind": "council"}}],
            "decisions": [{{"title": "Close the depot", "state": "made", {fields}}}]"#
        ));
        due(&programme, "2021-04-01", "2021-06-30")
    };
    let found = decided(r#""body": "BODY1", "call_in": {"until": "TBC"}"#);
    assert_eq!(apart(&found), [("Call-in ends: Close the depot", NoDay::Unread(Unread::Pending))]);
    // Only the executive's decisions can be called in, and only the council's own are followed.
    let published = r#""call_in": {"published": "1 April 2021"}"#;
    for none in [r#""body": "BODY2""#, r#""body": "BODY1", "organisation": "ORG1""#] {
        let found = decided(&format!("{none}, {published}"));
        assert!(days(&found, DeadlineKind::CallIn).is_empty(), "{none}");
        assert_eq!(apart(&found), [], "{none}");
    }
    // The council's own three days.
    let own = with(
        r#""local_rules": [{"title": "Call-in", "parameter": "call_in_period", "days": 3}],
            "decisions": [{"title": "Close the depot", "call_in": {"published": "1 April 2021"}}]"#,
    );
    assert_eq!(days(&due(&own, "2021-04-01", "2021-06-30"), DeadlineKind::CallIn), ["2021-04-08"]);
}

#[test]
fn decisions_to_be_made_and_to_be_taken_up() {
    let programme = with(
        r#""decisions": [
            {"reference": "DEC1", "title": "Budget", "body": "BODY1", "act": "recommend", "onward": "BODY2", "state": "made", "date": "9 February 2021"},
            {"reference": "DEC2", "title": "Loan", "body": "BODY1", "act": "recommend", "onward": "BODY2", "state": "made"},
            {"reference": "DEC3", "title": "Loan taken up", "body": "BODY2", "state": "pending", "date": "24 February 2021", "follows": "DEC2"},
            {"reference": "DEC4", "title": "Later", "state": "pending"},
            {"reference": "DEC5", "title": "Never", "state": "withdrawn", "date": "24 February 2021"}]"#,
    );
    let found = due(&programme, "2021-02-01", "2021-03-31");
    assert_eq!(days(&found, DeadlineKind::Decision), ["2021-02-24"]);
    // 23, 22, 19, 18 and 17 February.
    assert_eq!(days(&found, DeadlineKind::Notice), ["2021-02-16"]);
    assert_eq!(apart(&found), [("Budget", NoDay::Onward), ("Later", NoDay::Unsaid)]);
    assert_eq!(found.undated[0].why(), "no meeting of Council is dated that takes it");
}

#[test]
fn what_the_offer_sets_a_time_for() {
    let review = |more: &str| {
        with(&format!(
            r#""reviews": [{{"name": "Peer challenge", "kind": "corporate_peer_challenge",
                "held": "15 July 2024 to 18 July 2024"{more}}}]"#
        ))
    };
    let clocks =
        |more: &str| days(&due(&review(more), "2024-07-19", "2029-12-31"), DeadlineKind::Review);
    let now = r#", "offer": "progress_review""#;
    assert_eq!(clocks(now), ["2024-10-18", "2024-12-18", "2025-07-18", "2029-07-18"]);
    // Before, plans in five months were good practice, and the peers came back within two years.
    let then = r#", "offer": "follow_up_visit""#;
    assert_eq!(clocks(then), ["2024-12-18", "2026-07-18", "2029-07-18"]);
    assert_eq!(clocks(""), ["2024-12-18", "2029-07-18"]);
    let without = due(&review(""), "2024-07-19", "2029-12-31");
    assert_eq!(apart(&without)[0].1, NoDay::OfferUnknown);
    // A day that is named takes the place of the window; what was declined has none.
    let named = r#", "offer": "progress_review", "published": "July 2024", "obligations": [
        {"kind": "follow_up", "target": "May 2025"}, {"kind": "next_review", "cadence": "every 4-5 years"}]"#;
    assert_eq!(
        clocks(named),
        ["2024-10-18", "2024-12-18", "2025-05-01/2025-05-31", "2028-07-18/2029-07-18"]
    );
}

#[test]
fn terms_that_end() {
    let programme = with(
        r#""posts": [{"title": "Monitoring Officer", "holders": [
                {"person": "P-1", "until": "31 March 2021"}, {"person": "P-2"}]}],
            "roles": [{"title": "Sponsor", "until": "May 2021"}]"#,
    );
    let found = due(&programme, "2021-03-31", "2021-05-15");
    assert_eq!(days(&found, DeadlineKind::Term), ["2021-03-31", "2021-05-01/2021-05-31"]);
    assert_eq!(
        (found.dated[0].item.who.as_slice(), found.dated[1].certainty),
        (["P-1".to_owned()].as_slice(), Certainty::Possibly)
    );
}

#[test]
fn what_has_no_day_stands_apart_with_the_reason() {
    let text = document(
        r#""actions": [
            {"reference": "A1", "title": "a", "timescale": "TBC"},
            {"reference": "A2", "title": "b", "timescale": "31 June 2021"},
            {"reference": "A3", "title": "c", "timescale": "On-going"},
            {"reference": "A4", "title": "d", "timescale": "short term"},
            {"reference": "A5", "title": "e", "timescale": "in the next twelve months"},
            {"reference": "A6", "title": "f", "timescale": "from April 2021"},
            {"reference": "A7", "title": "g"},
            {"reference": "A8", "title": "h", "status": "completed"},
            {"reference": "A9", "title": "i", "status": "cancelled", "timescale": "TBC"}],
        "promises": [
            {"reference": "PR1", "title": "j", "cadence": "regular"},
            {"reference": "PR2", "title": "k", "cadence": "quarterly"},
            {"reference": "PR3", "title": "l", "cadence": "quarterly", "from": "when it is set up"},
            {"reference": "PR4", "title": "m"},
            {"reference": "PR5", "title": "n", "status": "completed"},
            {"reference": "PR6", "title": "o", "cadence": "as requested"}]"#,
    );
    // A date that does not exist is an error of reading, and kept all the same.
    let programme = Document::from_json(&text).unwrap().check().lenient().0;
    let found = due(&programme, "2021-01-01", "2021-12-31");
    assert!(found.dated.is_empty());
    let expected = [
        ("a", NoDay::Unread(Unread::Pending)),
        ("b", NoDay::Unread(Unread::NoSuchDay)),
        ("c", NoDay::Continuing),
        ("d", NoDay::Horizon),
        ("e", NoDay::Relative),
        ("f", NoDay::OpenEnded),
        ("g", NoDay::Unsaid),
        ("j", NoDay::NoLength),
        ("k", NoDay::NoAnchor),
        ("l", NoDay::NoAnchor),
        ("m", NoDay::Unsaid),
        ("o", NoDay::OnRequest),
    ];
    assert_eq!(apart(&found), expected);
}

#[test]
fn where_the_calendar_ends_no_day_is_given() {
    let programme =
        with(r#""reports": [{"title": "Budget", "body": "BODY1", "date": "9 January 2029"}]"#);
    let found = due(&programme, "2028-12-01", "2029-01-31");
    assert_eq!(days(&found, DeadlineKind::Report), ["2029-01-09"], "the meeting is on its day");
    assert!(days(&found, DeadlineKind::Notice).is_empty());
    let [owed] = found.undated.as_slice() else { panic!("{:?}", found.undated) };
    assert!(matches!(owed.reason, NoDay::NotCovered(error) if error.day() == day("2029-01-08")));
    assert!(owed.why().ends_with("supply a later calendar"));
}

#[test]
fn a_condition_leaves_it_possible() {
    let programme = with(
        r#""promises": [{"title": "Invite the unions", "timescale": "May 2021",
            "condition": "once the board is set up"}]"#,
    );
    let found = due(&programme, "2021-05-01", "2021-05-31");
    assert_eq!(found.dated[0].certainty, Certainty::Possibly);
    assert_eq!(
        found.dated[0].item.note.as_deref(),
        Some("on a condition: once the board is set up")
    );
}

/// The same programme without the days on which things were said or done: whatever is said of them
/// always counts, and so hangs on no day that is asked for.
fn timeless(programme: &Programme) -> Programme {
    fn strip(value: &mut Value) {
        const SAID: [&str; 10] = [
            "as_at",
            "on",
            "notice",
            "chair_told",
            "first_notice",
            "second_notice",
            "called_in",
            "cleared",
            "kept_by",
            "published",
        ];
        match value {
            Value::Object(fields) => {
                // From the day on which a decision was published its call-in counts.
                let call_in = fields.contains_key("waived_by") || fields.contains_key("until");
                fields.retain(|name, _| {
                    !SAID.contains(&name.as_str()) || (call_in && name == "published")
                });
                fields.values_mut().for_each(strip);
            }
            Value::Array(all) => all.iter_mut().for_each(strip),
            _ => {}
        }
    }
    let mut document: Value = serde_json::from_str(&Document::of(programme).to_json()).unwrap();
    strip(&mut document);
    Document::from_json(&document.to_string()).unwrap().check().lenient().0
}

/// What falls due, without whether it certainly does: that hangs on the days asked for.
fn bare(all: &[Deadline]) -> Vec<String> {
    let mut bare: Vec<String> = all
        .iter()
        .map(|Deadline { item, earliest, latest, .. }| format!("{earliest} {latest} {item:?}"))
        .collect();
    bare.sort();
    bare
}

proptest! {
    // Each takes a programme with rows of every kind through the reader again.
    #![proptest_config(ProptestConfig::with_cases(100))]

    /// What falls due in a time is what falls due in its first part, and what begins in the second:
    /// what spans both is in either, and once in the whole.
    #[test]
    fn a_time_is_the_sum_of_its_parts(
        programme in strategy::programmes(), start in 0_u64..5_000, first in 0_u64..900, second in 0_u64..900,
    ) {
        let programme = timeless(&programme);
        let after = |from: chrono::NaiveDate, days| from + chrono::Days::new(days);
        let a = after(day("2016-01-01"), start);
        let b = after(a, first);
        let c = after(b, second);
        let between = |from, to| {
            governance::falls_due(&programme, &WorkingCalendar::england_and_wales(), from, to).dated
        };
        let mut parts = between(a, b);
        let later = between(after(b, 1), c);
        let (spans, begins): (Vec<_>, Vec<_>) = later.into_iter().partition(|due| due.earliest <= b);
        let known = bare(&parts);
        prop_assert!(bare(&spans).iter().all(|due| known.contains(due)), "what spans both is in either");
        parts.extend(begins);
        prop_assert_eq!(bare(&between(a, c)), bare(&parts));
    }

    #[test]
    fn entries_lie_in_the_time_and_in_order(programme in strategy::programmes(), start in 0_u64..5_000) {
        let from = day("2016-01-01") + chrono::Days::new(start);
        let to = from + chrono::Days::new(365);
        let found = governance::falls_due(&programme, &WorkingCalendar::england_and_wales(), from, to);
        for due in &found.dated {
            prop_assert!(due.earliest <= due.latest && due.earliest <= to && from <= due.latest);
            let inside = from <= due.earliest && due.latest <= to;
            prop_assert!(due.certainty == Certainty::Possibly || inside);
        }
        prop_assert!(found.dated.is_sorted_by_key(|due| (due.latest, due.earliest, due.item.kind)));
        prop_assert!(found.undated.iter().all(|owed| !owed.why().is_empty()));
    }

    #[test]
    fn the_order_of_rows_plays_no_part(programme in strategy::programmes()) {
        // Every row of a canonical document has its reference, so none hangs on its place.
        let mut document: Value = serde_json::from_str(&Document::of(&programme).to_json()).unwrap();
        let calendar = WorkingCalendar::england_and_wales();
        let found = |programme: &Programme| {
            let plan = report::forward_plan(programme, &calendar, day("2019-09-04"), day("2021-09-04"));
            report::to_json(&plan)
        };
        for list in document.as_object_mut().unwrap().values_mut() {
            list.as_array_mut().into_iter().for_each(|rows| rows.reverse());
        }
        let other = Document::from_json(&document.to_string()).unwrap().check().lenient().0;
        prop_assert_eq!(found(&other), found(&programme));
    }
}

#[test]
fn it_is_said_who_does_it_and_for_whom() {
    let programme = with(
        r#""posts": [{"reference": "POST1", "title": "Assistant Chief Executive"}],
            "promises": [{"title": "Update", "by": "POST1", "to": "BODY2", "timescale": "May 2021",
                "sources": "6.0"}]"#,
    );
    let found = due(&programme, "2021-05-01", "2021-05-31");
    let DueItem { who, to, words, source, .. } = &found.dated[0].item;
    assert_eq!((who.join(""), to.join("")), ("Assistant Chief Executive".into(), "Council".into()));
    assert_eq!((words.as_deref(), source.as_str()), (Some("May 2021"), "6.0"));
}
