//! What the printed words of the five papers mean, stated by hand.

use super::*;

fn due(words: &str) -> (String, String, Sense) {
    match Timescale::read(words).value() {
        Some(Meaning::Due(due)) => {
            (due.earliest().to_string(), due.dates().latest().to_string(), due.sense())
        }
        other => panic!("{words}: {other:?}"),
    }
}

#[test]
fn due_dates_of_the_papers() {
    let table = [
        ("15th May 2019 Cabinet", "2019-05-15", "2019-05-15", Sense::In),
        ("15 th May 2019 Cabinet", "2019-05-15", "2019-05-15", Sense::In),
        ("31 December 2019", "2019-12-31", "2019-12-31", Sense::In),
        ("December 2019", "2019-12-01", "2019-12-31", Sense::In),
        ("July 2020", "2020-07-01", "2020-07-31", Sense::In),
        ("by the end of February 2021", "2021-02-28", "2021-02-28", Sense::By),
        ("by Spring 2024", "2024-03-01", "2024-05-31", Sense::By),
        ("Spring 2024", "2024-03-01", "2024-05-31", Sense::In),
        ("through 2019", "2019-01-01", "2019-12-31", Sense::In),
        ("during 2019", "2019-01-01", "2019-12-31", Sense::In),
        ("early 2019", "2019-01-01", "2019-04-30", Sense::In),
        ("by 2030", "2030-01-01", "2030-12-31", Sense::By),
        ("end of August 2021", "2021-08-31", "2021-08-31", Sense::In),
        ("December 2020 to end of March 2021", "2020-12-01", "2021-03-31", Sense::In),
        ("from December 2020 to end of March 2021", "2020-12-01", "2021-03-31", Sense::In),
        ("between April 2021 and the end of August 2021", "2021-04-01", "2021-08-31", Sense::In),
        ("September 2021 on", "2021-09-01", "2021-09-30", Sense::From),
        ("2021 onwards", "2021-01-01", "2021-12-31", Sense::From),
        ("from April 2020", "2020-04-01", "2020-04-30", Sense::From),
        ("January - March 2021", "2021-01-01", "2021-03-31", Sense::In),
        ("26th February-1st March 2019", "2019-02-26", "2019-03-01", Sense::In),
        ("10 MARCH 2020", "2020-03-10", "2020-03-10", Sense::In),
        ("23rd September 2020", "2020-09-23", "2020-09-23", Sense::In),
        ("2019/20", "2019-04-01", "2020-03-31", Sense::In),
        ("20/21", "2020-04-01", "2021-03-31", Sense::In),
        ("2019-09-04", "2019-09-04", "2019-09-04", Sense::In),
        ("Q3 2021/22", "2021-10-01", "2021-12-31", Sense::In),
        ("winter 2020/21", "2020-12-01", "2021-02-28", Sense::In),
    ];
    for (words, earliest, latest, sense) in table {
        let expected = (earliest.to_owned(), latest.to_owned(), sense);
        assert_eq!(due(words), expected, "{words}");
        assert_eq!(Timescale::read(words).to_string(), words);
    }
}

#[test]
fn cells_that_are_no_date() {
    let meaning = |words: &str| Timescale::read(words).value().cloned();
    assert_eq!(meaning("On-going"), Some(Meaning::Continuing { cadence: None, review: None }));
    assert_eq!(meaning("ongoing"), Some(Meaning::Continuing { cadence: None, review: None }));
    assert_eq!(
        meaning("Completed"),
        Some(Meaning::Status { status: ActionStatus::Complete, on: None })
    );
    assert_eq!(
        meaning("on hold"),
        Some(Meaning::Status { status: ActionStatus::OnHold, on: None })
    );
    let quarterly = Cadence::every(3, Unit::Month);
    assert_eq!(
        meaning("quarterly"),
        Some(Meaning::Continuing { cadence: Some(quarterly), review: None })
    );
    for words in ["over the next 6-12 months", "In the next 6 to 12 months"] {
        let length = Length::new(6, 12, Unit::Month).unwrap();
        let within = Meaning::Within { length, of: None };
        assert_eq!(meaning(words), Some(within));
    }
    let length = Length::new(12, 12, Unit::Month).unwrap();
    let year = Meaning::Within { length, of: None };
    assert_eq!(meaning("in the next twelve months"), Some(year));
}

#[test]
fn words_that_give_no_value_say_why() {
    let table = [
        ("", Unread::Blank),
        ("  ", Unread::Blank),
        ("31 June 2021", Unread::NoSuchDay),
        ("29th February 2019", Unread::NoSuchDay),
        ("31/06/2021", Unread::NoSuchDay),
        ("2021-02-30", Unread::NoSuchDay),
        ("TBC", Unread::Pending),
        ("22 July", Unread::NoYear),
        ("the March Full Council meeting", Unread::NoYear),
        ("autumn", Unread::NoYear),
        ("2020/22", Unread::NotUnderstood),
        ("over recent months", Unread::NotUnderstood),
        ("\u{feff}May 2019", Unread::NotUnderstood),
    ];
    for (words, why) in table {
        let cell = Timescale::read(words);
        assert_eq!(cell.unread(), Some(why), "{words:?}: {cell:?}");
        assert_eq!(cell.to_string(), words);
    }
}

#[test]
fn the_meeting_of_a_date_is_kept_as_printed() {
    let cell = Timescale::read("15th May 2019 Cabinet");
    let Some(Meaning::Due(due)) = cell.value() else { panic!("{cell:?}") };
    assert_eq!(due.forum(), Some("Cabinet"));
    assert!(Timescale::read("15th May 2019 hopefully").value().is_none());
}

#[test]
fn rhythms_of_the_papers() {
    let table = [
        ("monthly", 1, 1, Unit::Month),
        ("quarterly", 3, 3, Unit::Month),
        ("annually", 1, 1, Unit::Year),
        ("fortnightly", 2, 2, Unit::Week),
        ("every 4-5 years", 4, 5, Unit::Year),
        ("every month", 1, 1, Unit::Month),
    ];
    for (words, least, most, unit) in table {
        let expected = Cadence::Every(Length::new(least, most, unit).unwrap());
        assert_eq!(Rhythm::read(words).value(), Some(&expected), "{words}");
    }
    assert_eq!(Rhythm::read("regular").value(), Some(&Cadence::Regular));
    assert_eq!(Rhythm::read("on request").value(), Some(&Cadence::OnRequest));
    assert_eq!(Rhythm::read("now and then").unread(), Some(Unread::NotUnderstood));
}

#[test]
fn figures_are_the_amounts_a_writer_would_print_so() {
    let table = [
        ("£361k", "360500", "361500"),
        ("£7.5m", "7450000", "7550000"),
        ("£0.865m", "864500", "865500"),
        ("c£340k", "335000", "345000"),
        ("c340k", "335000", "345000"),
        ("approximately 425", "420.75", "429.25"),
        ("over 390", "390", "400"),
        ("Over 390", "390", "400"),
        ("up to 6", "0", "6"),
        ("Four", "3.5", "4.5"),
        ("around 77%", "76.23", "77.77"), // 1 % of 77 is wider than half a per cent
        ("an estimated 80 per cent", "75", "85"),
        ("45% - 65%", "45", "65"),
        ("£1,234.50", "1234.495", "1234.505"),
    ];
    for (words, low, high) in table {
        let stated = Stated::read(words);
        let interval = stated.value().map(Figure::interval);
        let ends = interval.map(|i| (i.low.to_string(), i.high.to_string()));
        assert_eq!(ends, Some((low.into(), high.into())), "{words}");
        assert_eq!(stated.to_string(), words);
    }
    for words in ["several", "124 per 1,000", "£3.4.5", "£5k and £6k", "12,34"] {
        assert_eq!(Stated::read(words).unread(), Some(Unread::NotUnderstood), "{words}");
    }
}

#[test]
fn printed_sums_meet_totals_as_intervals() {
    let interval = |w: &str| Stated::read(w).value().map(Figure::interval).unwrap();
    let sum = |a, b| [interval(a), interval(b)].into_iter().sum::<Interval>();
    let total = interval("£665k");
    assert_eq!(sum("£361k", "£304k").meets(total), Meeting::Overlap);
    assert_eq!(sum("£361k", "£305k").meets(total), Meeting::Overlap); // within rounding
    assert_eq!(sum("£365k", "£305k").meets(total), Meeting::Apart);
    assert_eq!(sum("£365k", "£304k").meets(total), Meeting::Apart);
    assert_eq!(interval("£305k").meets(interval("£304k")), Meeting::Touch);
    assert_eq!(interval("£361k").meets(interval("£365k")), Meeting::Apart);
}

#[test]
fn references_print_canonically_and_count_as_people_do() {
    let parse = |text: &str| text.parse::<Reference>();
    for (text, canonical) in [("A1.2", "A1.2"), ("a1.02", "A1.2"), ("PLAN0", "PLAN0")] {
        assert_eq!(parse(text).unwrap().to_string(), canonical);
    }
    let order = ["A1", "A1.0", "A1.1", "A1.10", "A2", "A10", "B1", "BA1"];
    let parsed: Vec<_> = order.iter().map(|text| parse(text).unwrap()).collect();
    assert!(parsed.is_sorted(), "{parsed:?}");
    for text in ["", "A", "1", "ABCDE1", "A1.2.3.4.5", "A1.", "A-1", "2(a)", "A16777215", "Ä1"] {
        assert!(parse(text).is_err(), "{text}");
    }
    assert!(parse("A16777214").is_ok());
}

#[test]
fn errors_name_the_input_and_say_what_to_do() {
    let message = "2(a)".parse::<Reference>().unwrap_err().to_string();
    assert_eq!(
        message,
        "`2(a)` is not a reference; write one to four letters and one to four numbers, such as A1.2"
    );
    let message = "£0.005".parse::<Money>().unwrap_err().to_string();
    assert_eq!(message, "`0.005` has a fraction of a penny; round it by a rule you can name");
    let message = "31 June 2021".parse::<PartialDate>().unwrap_err().to_string();
    assert!(
        message.starts_with("`31 June 2021` is not read as a date: a date that does not exist;")
    );
}

#[test]
fn comparison_of_vague_dates_is_three_valued() {
    let date = |w: &str| w.parse::<PartialDate>().unwrap();
    assert_eq!(date("March 2019").before(date("April 2019")), Certainty::Certainly);
    assert_eq!(date("April 2019").before(date("spring 2019")), Certainty::Possibly);
    assert_eq!(date("June 2019").before(date("spring 2019")), Certainty::No);
    assert_eq!(date("4 May 2019").before(date("4 May 2019")), Certainty::No);
}
