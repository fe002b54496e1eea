//! Working days and clear days, reckoned by hand from the published bank holidays.

use std::fmt::Write;

use chrono::{Days, NaiveDate};
use programme::values::{
    DayCount::{self, Calendar, Working},
    ReadHolidaysError, WorkingCalendar,
};
use proptest::prelude::*;

use crate::day;

fn shipped() -> WorkingCalendar {
    WorkingCalendar::england_and_wales()
}

/// The last day for so many clear days' notice of a meeting.
fn last_notice(meeting: &str, clear: u32, count: DayCount) -> NaiveDate {
    shipped().last_notice(day(meeting), clear, count).unwrap()
}

/// The last day of a call-in of five working days, and the day on which the decision takes effect.
fn call_in(published: &str) -> (NaiveDate, NaiveDate) {
    let until = shipped().after(day(published), 5, Working).unwrap();
    let effect = shipped().first_meeting(day(published), 5, Working).unwrap();
    (until, effect)
}

#[test]
fn easter_of_each_year() {
    // Good Friday, Easter Monday, and the fifth working day after the Thursday before: Tuesday to
    // Friday of the week after Easter are four, the Monday that follows is the fifth.
    let table = [
        ("2019-04-19", "2019-04-22", "2019-04-29"),
        ("2020-04-10", "2020-04-13", "2020-04-20"),
        ("2021-04-02", "2021-04-05", "2021-04-12"),
        ("2022-04-15", "2022-04-18", "2022-04-25"),
        ("2023-04-07", "2023-04-10", "2023-04-17"),
        ("2024-03-29", "2024-04-01", "2024-04-08"),
        ("2025-04-18", "2025-04-21", "2025-04-28"),
        ("2026-04-03", "2026-04-06", "2026-04-13"),
        ("2027-03-26", "2027-03-29", "2027-04-05"),
    ];
    let calendar = shipped();
    for (friday, monday, fifth) in table {
        assert_eq!(calendar.holiday(day(friday)), Ok(Some("Good Friday")));
        assert_eq!(calendar.holiday(day(monday)), Ok(Some("Easter Monday")));
        let (thursday, tuesday) =
            (day(friday).pred_opt().unwrap(), day(monday).succ_opt().unwrap());
        assert_eq!(calendar.on_or_after(day(friday)), Ok(tuesday));
        assert_eq!(calendar.on_or_before(day(monday)), Ok(thursday));
        assert_eq!(calendar.after(thursday, 5, Working), Ok(day(fifth)));
        assert_eq!(calendar.before(day(fifth), 5, Working), Ok(thursday));
        assert_eq!(calendar.clear_days(thursday, tuesday, Working), Ok(0));
        assert_eq!(calendar.clear_days(thursday, tuesday, Calendar), Ok(4));
    }
}

#[test]
fn christmas_of_each_year() {
    // The days on which offices are closed for Christmas Day and Boxing Day, the working day after
    // both; a meeting at the year's end, and the last day for five clear working days' notice.
    let table = [
        // Between: 20, 23, 24, 27 and 30 December.
        ("2019-12-25", "2019-12-26", "2019-12-27", "2019-12-31", "2019-12-19"),
        // 22, 23, 24, 29 and 30: Boxing Day was a Saturday.
        ("2020-12-25", "2020-12-28", "2020-12-29", "2020-12-31", "2020-12-21"),
        // 22, 23, 24, 29 and 30: Saturday and Sunday.
        ("2021-12-27", "2021-12-28", "2021-12-29", "2021-12-31", "2021-12-21"),
        // 21, 22, 23, 28 and 29: Christmas Day was a Sunday, its substitute comes after Boxing Day.
        ("2022-12-27", "2022-12-26", "2022-12-28", "2022-12-30", "2022-12-20"),
        // 20, 21, 22, 27 and 28.
        ("2023-12-25", "2023-12-26", "2023-12-27", "2023-12-29", "2023-12-19"),
        // 20, 23, 24, 27 and 30.
        ("2024-12-25", "2024-12-26", "2024-12-27", "2024-12-31", "2024-12-19"),
        // 22, 23, 24, 29 and 30; the day before is a Sunday.
        ("2025-12-25", "2025-12-26", "2025-12-29", "2025-12-31", "2025-12-21"),
        // 22, 23, 24, 29 and 30: Boxing Day is a Saturday.
        ("2026-12-25", "2026-12-28", "2026-12-29", "2026-12-31", "2026-12-21"),
        // 22, 23, 24, 29 and 30: Saturday and Sunday.
        ("2027-12-27", "2027-12-28", "2027-12-29", "2027-12-31", "2027-12-21"),
    ];
    let calendar = shipped();
    for (christmas, boxing, next, meeting, notice) in table {
        assert_eq!(calendar.holiday(day(christmas)), Ok(Some("Christmas Day")));
        assert_eq!(calendar.holiday(day(boxing)), Ok(Some("Boxing Day")));
        assert_eq!(calendar.on_or_after(day(christmas).min(day(boxing))), Ok(day(next)));
        assert_eq!(last_notice(meeting, 5, Working), day(notice), "{meeting}");
        assert_eq!(calendar.clear_days(day(notice), day(meeting), Working), Ok(5));
    }
}

#[test]
fn new_year_and_its_substitutes() {
    let table = [
        ("2012-01-01", "2012-01-03"),
        ("2017-01-01", "2017-01-03"),
        ("2019-01-01", "2019-01-02"),
        ("2022-01-01", "2022-01-04"),
        ("2023-01-01", "2023-01-03"),
        ("2028-01-01", "2028-01-04"),
    ];
    for (first, working) in table {
        assert_eq!(shipped().on_or_after(day(first)), Ok(day(working)), "{first}");
    }
}

#[test]
fn holidays_that_were_moved_or_proclaimed() {
    let calendar = shipped();
    let working = |text: &str| calendar.is_working(day(text)).unwrap();
    // 2012: Spring on Monday 4 June in place of 28 May, the jubilee the day after. 1, 6, 7, 8, 11.
    assert!(working("2012-05-28") && !working("2012-06-04") && !working("2012-06-05"));
    assert_eq!(call_in("2012-05-31"), (day("2012-06-11"), day("2012-06-12")));
    // 2020: early May on Friday the 8th in place of Monday the 4th. 4 to 7, and 11 May.
    assert!(working("2020-05-04") && !working("2020-05-08"));
    assert_eq!(call_in("2020-05-01"), (day("2020-05-11"), day("2020-05-12")));
    // 2022: Spring on Thursday 2 June in place of 30 May, the jubilee the day after.
    // 30 and 31 May, 1, 6 and 7 June.
    assert!(working("2022-05-30") && !working("2022-06-02") && !working("2022-06-03"));
    assert_eq!(call_in("2022-05-27"), (day("2022-06-07"), day("2022-06-08")));
    assert_eq!(last_notice("2022-06-08", 5, Working), day("2022-05-29"));
    // The state funeral on Monday 19 September 2022. 16, 20, 21, 22 and 23.
    assert_eq!(call_in("2022-09-15"), (day("2022-09-23"), day("2022-09-24")));
    // 2023: two Mondays in May beside Spring. 2 to 5, and 9 May.
    assert!(!working("2023-05-01") && !working("2023-05-08") && !working("2023-05-29"));
    assert_eq!(call_in("2023-04-28"), (day("2023-05-09"), day("2023-05-10")));
    // The last day that counts is a holiday itself: it goes out on the Friday before.
    let last = last_notice("2023-05-10", 5, Working);
    assert_eq!((last, calendar.on_or_before(last)), (day("2023-05-01"), Ok(day("2023-04-28"))));
}

#[test]
fn call_in_as_two_councils_published_it() {
    // Dacorum: published on Friday 26 July 2024, effective on Saturday 3 August.
    assert_eq!(call_in("2024-07-26"), (day("2024-08-02"), day("2024-08-03")));
    // Bath and North East Somerset: Friday 14 November 2025, effective on Saturday the 22nd.
    assert_eq!(call_in("2025-11-14"), (day("2025-11-21"), day("2025-11-22")));
}

#[test]
fn twenty_eight_clear_days() {
    // 3 to 30 December.
    assert_eq!(last_notice("2019-12-31", 28, Calendar), day("2019-12-02"));
    // Three days of March, and 25 of February: from the 4th, in a leap year from the 5th.
    assert_eq!(last_notice("2025-03-04", 28, Calendar), day("2025-02-03"));
    assert_eq!(last_notice("2024-03-04", 28, Calendar), day("2024-02-04"));
    assert_eq!(
        shipped().first_meeting(day("2025-02-03"), 28, Calendar),
        Ok(day("2025-03-04")),
        "four weeks and a day"
    );
    // As working days: 2 in the week of 9 June, 5, 4 with Spring, 5, 5, 4 with early May, and 3.
    assert_eq!(last_notice("2025-06-11", 28, Working), day("2025-04-29"));
}

#[test]
fn nothing_to_count() {
    let calendar = shipped();
    let (friday, saturday) = (day("2025-09-05"), day("2025-09-06"));
    for count in [Calendar, Working] {
        assert_eq!(calendar.after(saturday, 0, count), Ok(saturday));
        assert_eq!(calendar.before(saturday, 0, count), Ok(saturday));
        assert_eq!(calendar.last_notice(saturday, 0, count), Ok(friday));
        assert_eq!(calendar.first_meeting(friday, 0, count), Ok(saturday));
        assert_eq!(calendar.clear_days(saturday, saturday, count), Ok(0));
        assert_eq!(calendar.clear_days(saturday, friday, count), Ok(0));
    }
    assert_eq!([Calendar, Working].map(|c| c.to_string()), ["calendar days", "working days"]);
}

#[test]
fn days_that_are_not_covered() {
    let calendar = shipped();
    let missing = |answer: Result<NaiveDate, programme::values::NotCovered>| {
        let error = answer.unwrap_err();
        assert_eq!((error.first_day(), error.last_day()), (day("2012-01-01"), day("2028-12-31")));
        (error.day(), error.to_string().contains("a later"))
    };
    // Thursday 28 December 2028: Friday is known, the Monday that follows is not.
    let answer = calendar.after(day("2028-12-28"), 1, Working);
    assert_eq!(answer, Ok(day("2028-12-29")));
    let answer = calendar.after(day("2028-12-28"), 2, Working);
    assert_eq!(missing(answer), (day("2029-01-01"), true));
    // Tuesday 3 January 2012: before it a holiday, a weekend, and the Friday.
    let answer = calendar.before(day("2012-01-03"), 1, Working);
    assert_eq!(missing(answer), (day("2011-12-30"), false));
    assert_eq!(missing(calendar.on_or_before(day("2012-01-02"))), (day("2011-12-30"), false));
    assert_eq!(missing(calendar.on_or_after(day("2028-12-30"))), (day("2029-01-01"), true));
    assert_eq!(missing(calendar.last_notice(day("2035-03-01"), 5, Working)).0, day("2035-02-28"));
    assert_eq!(missing(calendar.first_meeting(day("2000-03-01"), 5, Working)).0, day("2000-03-02"));

    // A weekend between is known; a Monday is not.
    let clear = |meeting: &str| calendar.clear_days(day("2028-12-29"), day(meeting), Working);
    assert_eq!(clear("2029-01-01"), Ok(0));
    assert_eq!(clear("2029-01-02").unwrap_err().day(), day("2029-01-01"));
    // What a day is called is not known even of a Sunday.
    assert!(calendar.holiday(day("2029-04-01")).is_err());
    // Calendar days need no calendar.
    assert_eq!(calendar.after(day("2035-03-01"), 28, Calendar), Ok(day("2035-03-29")));
    assert_eq!(calendar.clear_days(day("1999-12-31"), day("2000-03-01"), Calendar), Ok(60));
}

#[test]
fn the_ends_of_time() {
    let (first, last) = (NaiveDate::MIN, NaiveDate::MAX);
    let near = last.checked_sub_days(Days::new(20)).unwrap();
    let late = WorkingCalendar::new([(near, "Long ago")], near, last).unwrap();
    for calendar in [shipped(), late] {
        for count in [Calendar, Working] {
            assert!(calendar.after(last, 1, count).is_err());
            assert!(calendar.before(first, 1, count).is_err());
            assert!(calendar.first_meeting(last, 0, count).is_err());
            assert!(calendar.last_notice(first, 0, count).is_err());
            for from in [first, day("2020-01-01"), near, last] {
                assert!(calendar.after(from, u32::MAX, count).is_err());
                assert!(calendar.before(from, u32::MAX, count).is_err());
                assert!(calendar.first_meeting(from, u32::MAX, count).is_err());
                assert!(calendar.last_notice(from, u32::MAX, count).is_err());
            }
        }
        assert!(calendar.clear_days(first, last, Working).is_err());
        let all = last.signed_duration_since(first).num_days();
        let clear = calendar.clear_days(first, last, Calendar).unwrap();
        assert_eq!(i64::from(clear), all - 1);
    }
}

#[test]
fn a_calendar_of_ones_own() {
    let (first, last) = (day("2029-12-01"), day("2029-12-31"));
    let closed = ["2029-12-26", "2029-12-25", "2029-12-26", "2029-12-01"];
    let closed = closed.iter().zip(1..).map(|(text, n)| (day(text), format!("holiday {n}")));
    let calendar = WorkingCalendar::new(closed, first, last).unwrap();
    let titles: Vec<&str> = calendar.holidays().map(|(_, title)| title).collect();
    assert_eq!(
        titles,
        ["holiday 4", "holiday 2", "holiday 1"],
        "in order, the first of two titles"
    );
    assert_eq!(calendar.after(day("2029-12-24"), 1, Working), Ok(day("2029-12-27")));

    let slip = WorkingCalendar::new([(day("2092-12-25"), "Christmas Day")], first, last);
    assert_eq!(slip.unwrap_err().day(), day("2092-12-25"));
    let none: [(NaiveDate, &str); 0] = [];
    assert!(WorkingCalendar::new(none, last, first).is_err());
    assert!(WorkingCalendar::new(none, first, first).is_ok());
}

/// The official form of a list, with the holidays of a calendar in one division.
fn feed(division: &str, calendar: &WorkingCalendar) -> String {
    let mut events = String::new();
    for (date, title) in calendar.holidays() {
        let comma = if events.is_empty() { "" } else { ",\n" };
        write!(
            events,
            r#"{comma}{{"title":"{title}","date":"{date}","notes":"Substitute day","bunting":true}}"#
        )
        .unwrap();
    }
    format!(r#"{{"{division}":{{"division":"{division}","events":[{events}]}}}}"#)
}

#[test]
fn the_official_list_is_read() {
    let text = feed("england-and-wales", &shipped());
    assert_eq!(WorkingCalendar::read(&text, "england-and-wales"), Ok(shipped()));
    let marked = format!("\u{feff}{text}");
    assert_eq!(WorkingCalendar::read(&marked, "england-and-wales"), Ok(shipped()));

    let two = r#"{
        "england-and-wales": {"events": [{"title": "Boxing Day", "date": "2030-12-26"}]},
        "scotland": {"events": [{"date": "2031-01-02"}, {"title": "Monday", "date": "2030-08-05"}]}
    }"#;
    let scotland = WorkingCalendar::read(two, "scotland").unwrap();
    assert_eq!((scotland.first_day(), scotland.last_day()), (day("2030-01-01"), day("2031-12-31")));
    assert_eq!(scotland.holiday(day("2031-01-02")), Ok(Some("Bank holiday")), "without a title");
    assert_eq!(scotland.is_working(day("2030-12-26")), Ok(true), "that is England's");
}

#[test]
fn lists_that_cannot_be_read() {
    let why = |text: &str| WorkingCalendar::read(text, "scotland").unwrap_err();
    let events = |events: &str| why(&format!(r#"{{"scotland": {{"events": {events}}}}}"#));

    let error = why("{\"scotland\":\n  {\"events\": [,]}}");
    assert!(matches!(error, ReadHolidaysError::NotJson { line: 2, column: 15, .. }), "{error}");
    assert!(error.to_string().starts_with("line 2, column 15: the text is no JSON, "), "{error}");
    assert!(matches!(why(""), ReadHolidaysError::NotJson { .. }));
    let deep = "[".repeat(100_000);
    assert!(matches!(why(&deep), ReadHolidaysError::NotJson { .. }));

    for shape in ["[]", "null", "3", "{}", r#"{"title": "Bank holidays"}"#, r#"{"scotland": []}"#] {
        assert_eq!(why(shape), ReadHolidaysError::NoDivisions, "{shape}");
    }
    let error = why(r#"{"wales": {}, "england": {}, "note": 1}"#);
    assert!(error.to_string().ends_with("`scotland`; choose from `england`, `wales`"), "{error}");

    for none in ["[]", "null", "{}", r#""none""#] {
        let error = events(none);
        assert!(matches!(error, ReadHolidaysError::NoEvents { .. }), "{none}");
        assert!(error.to_string().starts_with("/scotland/events lists no holidays"));
    }
    let fine = r#"{"title": "Monday", "date": "2030-08-05"}"#;
    for dateless in ["{}", "null", "[]", r#"{"date": 20300805}"#, r#"{"date": null}"#] {
        let error = events(&format!("[{fine}, {dateless}]"));
        let place = "/scotland/events/1/date".to_owned();
        assert_eq!(error, ReadHolidaysError::NoDate { place }, "{dateless}");
    }
    for date in ["2030-02-29", "2030-13-01", "05/08/2030", "2030-8-5", "0030-08-05", "", "soon"] {
        let error = events(&format!(r#"[{fine}, {{"date": "{date}"}}]"#));
        assert!(error.to_string().starts_with(&format!("`{date}` at /scotland/events/1/date")));
    }
    let gap = events(r#"[{"date": "2030-01-01"}, {"date": "2033-01-03"}]"#);
    assert!(matches!(gap, ReadHolidaysError::NoSuchYear { year: 2031, .. }), "{gap}");

    let named = WorkingCalendar::read(r#"{"a/b~c": {"events": []}}"#, "a/b~c").unwrap_err();
    assert!(named.to_string().starts_with("/a~1b~0c/events "), "{named}");
}

fn days() -> impl Strategy<Value = NaiveDate> {
    // The first and last year are kept free, so that no count leaves the calendar.
    (0_u64..15 * 365).prop_map(|n| day("2013-01-01").checked_add_days(Days::new(n)).unwrap())
}

fn counts() -> impl Strategy<Value = DayCount> {
    prop_oneof![Just(Calendar), Just(Working)]
}

proptest! {
    #[test]
    fn notice_and_meeting_agree(at in days(), clear in 0_u32..120, count in counts()) {
        let calendar = shipped();
        let next = |day: NaiveDate| day.succ_opt().unwrap();
        let notice = calendar.last_notice(at, clear, count).unwrap();
        prop_assert!(notice < at);
        prop_assert!(calendar.clear_days(notice, at, count).unwrap() >= clear);
        let later = calendar.clear_days(next(notice), at, count).unwrap();
        prop_assert!(later < clear || clear == 0, "a day later it is too late");
        prop_assert!(calendar.first_meeting(notice, clear, count).unwrap() <= at);

        let meeting = calendar.first_meeting(at, clear, count).unwrap();
        prop_assert!(calendar.clear_days(at, meeting, count).unwrap() >= clear);
        let sooner = calendar.clear_days(at, meeting.pred_opt().unwrap(), count).unwrap();
        prop_assert!(sooner < clear || clear == 0, "a day sooner it is too soon");
        prop_assert!(calendar.last_notice(meeting, clear, count).unwrap() >= at);
    }

    #[test]
    fn an_earlier_notice_gives_no_fewer_days(
        a in days(),
        b in days(),
        m in days(),
        count in counts(),
    ) {
        let calendar = shipped();
        let clear = |notice| calendar.clear_days(notice, m, count).unwrap();
        prop_assert!(clear(a.min(b)) >= clear(a.max(b)));
        let [working, all] = [Working, Calendar].map(|c| calendar.clear_days(a, m, c).unwrap());
        prop_assert!(working <= all);
    }

    #[test]
    fn there_and_back(at in days(), n in 0_u32..250, count in counts()) {
        let calendar = shipped();
        let from = match count {
            Calendar => at,
            Working => calendar.on_or_after(at).unwrap(),
        };
        let there = calendar.after(from, n, count).unwrap();
        prop_assert_eq!(calendar.before(there, n, count), Ok(from));
        prop_assert!(count == Calendar || calendar.is_working(there).unwrap());
        prop_assert_eq!(calendar.clear_days(from, there, count), Ok(n.saturating_sub(1)));
    }

    #[test]
    fn days_add_up(a in days(), b in days(), c in days()) {
        let calendar = shipped();
        let mut order = [a, b, c];
        order.sort();
        let [a, b, c] = order;
        prop_assume!(a < b && b < c);
        let clear = |from, to| calendar.clear_days(from, to, Working).unwrap();
        let between = u32::from(calendar.is_working(b).unwrap());
        prop_assert_eq!(clear(a, c), clear(a, b) + between + clear(b, c));
    }
}
