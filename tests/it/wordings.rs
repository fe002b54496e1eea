//! What councils write, and what it means: stated by hand, from papers and from the ways in which
//! plans, audit trackers and scrutiny trackers are kept.

use programme::values::{
    Figure, Interval, Meaning, Printed, Readable, Reported, Sense, Stated, Timescale, Unread,
};
use rust_decimal::Decimal;

/// What a timescale cell means, in short: sense, first and last day, and what else it says.
fn meaning(words: &str) -> String {
    let cell = Timescale::read(words);
    assert_eq!(cell.words(), words, "the words are kept");
    let Some(value) = cell.value() else {
        return format!("? {}", cell.unread().map(|why| why.to_string()).unwrap_or_default());
    };
    let again = Meaning::read(&value.to_string());
    assert_eq!(again.as_ref(), Ok(value), "`{words}` is printed as `{value}`");
    let mut said = Vec::new();
    match value {
        Meaning::Due(due) => {
            let sense = match due.sense() {
                Sense::In => "in",
                Sense::By => "by",
                Sense::From => "from",
                Sense::Around => "around",
            };
            let (first, last) = (due.earliest(), due.dates().latest());
            said.push(if first == last {
                format!("{sense} {first}")
            } else {
                format!("{sense} {first} {last}")
            });
            said.extend(due.forum().map(|forum| format!("at {forum}")));
            said.extend(due.was().map(|was| format!("was {was}")));
            said.extend(due.status().map(|status| format!("is {status}")));
        }
        Meaning::Continuing { cadence, review } => {
            said.push("continuing".into());
            said.extend(cadence.map(|cadence| cadence.to_string()));
            said.extend(review.map(|review| format!("review {review}")));
        }
        Meaning::Status { status, on } => {
            said.push(format!("is {status}"));
            said.extend(on.map(|on| format!("on {on}")));
        }
        other => said.push(other.to_string()),
    }
    said.join("; ")
}

#[track_caller]
fn all_mean(table: &[(&str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .map(|(words, wanted)| (words, meaning(words), wanted))
        .filter(|(_, got, wanted)| got != **wanted)
        .map(|(words, got, wanted)| format!("`{words}`\n   means {got}\n  wanted {wanted}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn days() {
    all_mean(&[
        ("15th May 2019 Cabinet", "in 2019-05-15; at Cabinet"),
        ("15 May 2019", "in 2019-05-15"),
        ("15th of May 2019", "in 2019-05-15"),
        ("the 15th day of May 2019", "in 2019-05-15"),
        ("May 15 2019", "in 2019-05-15"),
        ("May 15th, 2019", "in 2019-05-15"),
        ("Wednesday 15 May 2019", "in 2019-05-15"),
        ("Wed, 15 May 2019", "in 2019-05-15"),
        ("15-May-2019", "in 2019-05-15"),
        ("31-Mar-16", "in 2016-03-31"),
        ("31 Mar '16", "in 2016-03-31"),
        ("15/05/2019", "in 2019-05-15"),
        ("09/05/24", "in 2024-05-09"),
        ("9.5.24", "in 2024-05-09"),
        ("31/3/99", "in 1999-03-31"),
        ("Tuesday 10 March 2020", "in 2020-03-10"),
        ("09-05-2024", "in 2024-05-09"),
        ("2024-05-09", "in 2024-05-09"),
        ("2024/05/09", "in 2024-05-09"),
        ("29 February 2020", "in 2020-02-29"),
        ("by 31st March 2021", "by 2021-03-31"),
        ("by no later than 31 March 2021", "by 2021-03-31"),
        ("Due: 31/03/2021", "by 2021-03-31"),
        ("before 1 April 2021", "by 2021-03-31"),
        ("on 15 May 2019", "in 2019-05-15"),
        ("w/c 4 May 2020", "in 2020-05-04 2020-05-10"),
        ("W/C 4th May 2020", "in 2020-05-04 2020-05-10"),
        ("week commencing 4 May 2020", "in 2020-05-04 2020-05-10"),
        ("week beginning Monday 4 May 2020", "in 2020-05-04 2020-05-10"),
        ("week ending 8 May 2020", "in 2020-05-02 2020-05-08"),
        ("first week in November 2020", "in 2020-11-01 2020-11-07"),
        ("2nd week of November 2020", "in 2020-11-08 2020-11-14"),
        ("last week of February 2021", "in 2021-02-22 2021-02-28"),
        ("Cabinet 15 May 2019", "in 2019-05-15; at Cabinet"),
        ("Cabinet - 15 May 2019", "in 2019-05-15; at Cabinet"),
        ("Cabinet (15 May 2019)", "in 2019-05-15; at Cabinet"),
        ("15 May 2019 (Cabinet)", "in 2019-05-15; at Cabinet"),
        ("15 May 2019, Full Council", "in 2019-05-15; at Full Council"),
        ("Report to Cabinet in March 2020", "in 2020-03-01 2020-03-31; at Cabinet"),
        (
            "Audit & Governance Committee July 2021",
            "in 2021-07-01 2021-07-31; at Audit & Governance Committee",
        ),
        (
            "July 2021 Overview and Scrutiny Board",
            "in 2021-07-01 2021-07-31; at Overview and Scrutiny Board",
        ),
    ]);
}

#[test]
fn months_and_their_parts() {
    all_mean(&[
        ("May 2019", "in 2019-05-01 2019-05-31"),
        ("may 2019", "in 2019-05-01 2019-05-31"),
        ("May, 2019", "in 2019-05-01 2019-05-31"),
        ("Sept 2020", "in 2020-09-01 2020-09-30"),
        ("Sep. 2020", "in 2020-09-01 2020-09-30"),
        ("Sep-20", "in 2020-09-01 2020-09-30"),
        ("Sept '20", "in 2020-09-01 2020-09-30"),
        ("05/2024", "in 2024-05-01 2024-05-31"),
        ("In May 2019", "in 2019-05-01 2019-05-31"),
        ("by July 2020", "by 2020-07-01 2020-07-31"),
        ("by the end of July 2020", "by 2020-07-31"),
        ("end July 2020", "in 2020-07-31"),
        ("End of July 2020.", "in 2020-07-31"),
        ("start of July 2020", "in 2020-07-01"),
        ("beginning of July 2020", "in 2020-07-01"),
        ("early May 2020", "in 2020-05-01 2020-05-10"),
        ("mid June 2020", "in 2020-06-11 2020-06-20"),
        ("mid-June 2020", "in 2020-06-11 2020-06-20"),
        ("middle of June 2020", "in 2020-06-11 2020-06-20"),
        ("late November 2020", "in 2020-11-21 2020-11-30"),
        ("around May 2020", "around 2020-05-01 2020-05-31"),
        ("c. May 2020", "around 2020-05-01 2020-05-31"),
        ("May 2020 (TBC)", "around 2020-05-01 2020-05-31"),
        ("May 2020 (provisional)", "around 2020-05-01 2020-05-31"),
        ("before June 2020", "by 2020-05-31"),
    ]);
}

#[test]
fn seasons_quarters_and_years() {
    all_mean(&[
        ("Spring 2024", "in 2024-03-01 2024-05-31"),
        ("by Summer 2021", "by 2021-06-01 2021-08-31"),
        ("early summer 2021", "in 2021-06-01 2021-06-30"),
        ("late autumn 2020", "in 2020-11-01 2020-11-30"),
        ("end of summer 2021", "in 2021-08-31"),
        ("Autumn 2020", "in 2020-09-01 2020-11-30"),
        ("Winter 2020/21", "in 2020-12-01 2021-02-28"),
        ("Spring 24", "in 2024-03-01 2024-05-31"),
        ("Autumn 2023 / Spring 2024", "in 2023-09-01 2024-05-31"),
        ("Q1/Q2 2023/24", "in 2023-04-01 2023-09-30"),
        ("Spring/Summer 2021", "in 2021-03-01 2021-08-31"),
        ("Q3 2021/22", "in 2021-10-01 2021-12-31"),
        ("Q3 of 2021-22", "in 2021-10-01 2021-12-31"),
        ("Q4 FY21/22", "in 2022-01-01 2022-03-31"),
        ("2021/22 Q1", "in 2021-04-01 2021-06-30"),
        ("Quarter 2 2021/22", "in 2021-07-01 2021-09-30"),
        ("third quarter of 2021/22", "in 2021-10-01 2021-12-31"),
        ("Q1 2021 (calendar year)", "in 2021-01-01 2021-03-31"),
        ("quarter 4 (January to March 2025)", "in 2025-01-01 2025-03-31"),
        ("Q1 (April - June 2021)", "in 2021-04-01 2021-06-30"),
        ("Q4 2021/22 (January - March)", "in 2022-01-01 2022-03-31"),
        // Whose quarter it is, is not said: the calendar's ends in March, the council's in June.
        ("Q1 2021", "in 2021-01-01 2021-06-30"),
        ("Q4 2021", "in 2021-10-01 2022-03-31"),
        ("Q1 - Q2 2021/22", "in 2021-04-01 2021-09-30"),
        ("end of Q3 2021/22", "in 2021-12-31"),
        ("H1 2021/22", "in 2021-04-01 2021-09-30"),
        ("second half of 2021/22", "in 2021-10-01 2022-03-31"),
        ("first half of 2021", "in 2021-01-01 2021-06-30"),
        ("2019/20", "in 2019-04-01 2020-03-31"),
        ("2019-20", "in 2019-04-01 2020-03-31"),
        ("2019/2020", "in 2019-04-01 2020-03-31"),
        ("2009/10", "in 2009-04-01 2010-03-31"),
        ("FY 05/06", "in 2005-04-01 2006-03-31"),
        ("98/99", "in 1998-04-01 1999-03-31"),
        ("FY 2019/20", "in 2019-04-01 2020-03-31"),
        ("financial year 2019/20", "in 2019-04-01 2020-03-31"),
        ("the 2019/20 financial year", "in 2019-04-01 2020-03-31"),
        ("by end of 2019/20", "by 2020-03-31"),
        ("year end 2019/20", "in 2020-03-31"),
        ("municipal year 2021/22", "in 2021-05-01 2022-05-31"),
        ("2021/22 municipal year", "in 2021-05-01 2022-05-31"),
        ("academic year 2021/22", "in 2021-09-01 2022-08-31"),
        ("2021", "in 2021-01-01 2021-12-31"),
        ("calendar year 2021", "in 2021-01-01 2021-12-31"),
        ("during 2021", "in 2021-01-01 2021-12-31"),
        ("early 2021", "in 2021-01-01 2021-04-30"),
        ("mid-2021", "in 2021-05-01 2021-08-31"),
        ("late 2021", "in 2021-09-01 2021-12-31"),
        ("end of 2021", "in 2021-12-31"),
    ]);
}

#[test]
fn spans_and_open_ends() {
    all_mean(&[
        ("26th February-1st March 2019", "in 2019-02-26 2019-03-01"),
        ("January - March 2021", "in 2021-01-01 2021-03-31"),
        ("December - March 2021", "in 2020-12-01 2021-03-31"),
        ("January–March 2021", "in 2021-01-01 2021-03-31"),
        ("Jan to Mar 2021", "in 2021-01-01 2021-03-31"),
        ("April/May 2020", "in 2020-04-01 2020-05-31"),
        ("June and July 2021", "in 2021-06-01 2021-07-31"),
        ("December 2020-March 2021", "in 2020-12-01 2021-03-31"),
        ("between April 2021 and the end of August 2021", "in 2021-04-01 2021-08-31"),
        ("from December 2020 to end of March 2021", "in 2020-12-01 2021-03-31"),
        ("2020-2025", "in 2020-01-01 2025-12-31"),
        ("2020/21 to 2023/24", "in 2020-04-01 2024-03-31"),
        ("2020/21 - 2023/24", "in 2020-04-01 2024-03-31"),
        ("04/05/2020 - 08/05/2020", "in 2020-05-04 2020-05-08"),
        ("June 2020 onwards", "from 2020-06-01 2020-06-30"),
        ("from June 2020", "from 2020-06-01 2020-06-30"),
        ("From June 2020 onwards", "from 2020-06-01 2020-06-30"),
        ("June 2020+", "from 2020-06-01 2020-06-30"),
        ("2021 and beyond", "from 2021-01-01 2021-12-31"),
        ("commencing April 2021", "from 2021-04-01 2021-04-30"),
        ("with effect from 1 April 2021", "from 2021-04-01"),
        ("Nov 2023 - ongoing", "from 2023-11-01 2023-11-30"),
        ("Ongoing until March 2022", "by 2022-03-01 2022-03-31"),
        ("Ongoing throughout 2023/24", "in 2023-04-01 2024-03-31"),
        ("until March 2022", "by 2022-03-01 2022-03-31"),
        ("18 months from October 2020", "in 2022-04-01 2022-04-30"),
        ("within six months of 1 April 2020", "by 2020-10-01"),
        ("6-12 months after January 2020", "in 2020-07-01 2021-01-31"),
    ]);
}

#[test]
fn times_that_hang_on_something_else() {
    all_mean(&[
        ("over the next 6-12 months", "within 6-12 months"),
        ("in the next twelve months", "within 12 months"),
        ("Within 6 months", "within 6 months"),
        ("next 12 months", "within 12 months"),
        ("6 months", "within 6 months"),
        ("in 3 months' time", "within 3 months"),
        ("within three months of the review", "within 3 months of the review"),
        ("within 28 days of approval", "within 28 days of approval"),
        ("3 months after go-live", "within 3 months of go-live"),
        ("Immediate", "immediate"),
        ("ASAP", "immediate"),
        ("As soon as possible", "immediate"),
        ("Short term", "short term"),
        ("Medium-term", "medium term"),
        ("Long", "long term"),
    ]);
}

#[test]
fn commitments_without_an_end() {
    all_mean(&[
        ("Complete by March 2025", "by 2025-03-01 2025-03-31"),
        ("Completed by 31/03/2025", "by 2025-03-31"),
        ("To be completed by March 2025", "by 2025-03-01 2025-03-31"),
        ("after March 2025", "from 2025-04-01"),
        ("post March 2025", "from 2025-04-01"),
        ("December 2020 through to the end of March 2021", "in 2020-12-01 2021-03-31"),
        ("On-going", "continuing"),
        ("Ongoing", "continuing"),
        ("on going", "continuing"),
        ("Immediate and ongoing", "continuing"),
        ("Business as usual", "continuing"),
        ("Continuous", "continuing; continuous"),
        ("Ongoing, monthly", "continuing; monthly"),
        ("Ongoing - quarterly updates", "continuing; quarterly"),
        ("Ongoing (reviewed March 2021)", "continuing; review March 2021"),
        ("On-going, review in March 2021", "continuing; review March 2021"),
        ("Quarterly", "continuing; quarterly"),
        ("six-monthly", "continuing; six-monthly"),
        ("Six monthly review", "continuing; six-monthly"),
        ("6-weekly", "continuing; every 6 weeks"),
        ("every 4-5 years", "continuing; every 4-5 years"),
        ("every two months", "continuing; every 2 months"),
        ("Annually", "continuing; annually"),
        ("Annual review", "continuing; annually"),
        ("on a quarterly basis", "continuing; quarterly"),
        ("twice a year", "continuing; six-monthly"),
        ("biennial", "continuing; every 2 years"),
        ("regular", "continuing; regular"),
        ("Quarterly from April 2023", "continuing; quarterly"),
        ("Annually in March", "continuing; annually"),
        ("as required", "continuing; on request"),
        ("as requested", "continuing; on request"),
        ("on an ongoing basis", "continuing; continuous"),
        ("Fortnightly meetings", "continuing; fortnightly"),
    ]);
}

#[test]
fn dates_that_replace_others() {
    all_mean(&[
        ("September 2024, extended from March 2024", "in 2024-09-01 2024-09-30; was March 2024"),
        ("September 2024 (was March 2024)", "in 2024-09-01 2024-09-30; was March 2024"),
        ("September 2024 (previously March 2024)", "in 2024-09-01 2024-09-30; was March 2024"),
        ("30/09/2024 (originally 31/03/2024)", "in 2024-09-30; was 31 March 2024"),
        ("March 2024 revised to September 2024", "in 2024-09-01 2024-09-30; was March 2024"),
        ("March 2024, now September 2024", "in 2024-09-01 2024-09-30; was March 2024"),
        ("March 2024 (now September 2024)", "in 2024-09-01 2024-09-30; was March 2024"),
        (
            "Original: March 2024; revised: September 2024",
            "in 2024-09-01 2024-09-30; was March 2024",
        ),
        (
            "by September 2024, deferred from by March 2024",
            "by 2024-09-01 2024-09-30; was March 2024",
        ),
        ("Revised date: September 2024", "in 2024-09-01 2024-09-30"),
    ]);
}

#[test]
fn several_facts_in_one_cell() {
    all_mean(&[
        ("Completed", "is complete"),
        ("Complete - May 2019", "is complete; on May 2019"),
        ("Completed 15/05/2019", "is complete; on 15 May 2019"),
        ("Done.", "is complete"),
        ("Completed (May 2019)", "is complete; on May 2019"),
        ("Completed in 2018/19", "is complete; on 2018/19"),
        ("In progress - due June 2020", "by 2020-06-01 2020-06-30; is in progress"),
        ("Underway, by June 2020", "by 2020-06-01 2020-06-30; is in progress"),
        ("Not started (September 2021)", "in 2021-09-01 2021-09-30; is not started"),
        ("on hold", "is on hold"),
        ("Superseded by action 12", "is superseded"),
        ("Merged with R4", "is merged"),
        ("No longer required", "is cancelled"),
        // When it began is no date on which it falls due.
        ("Started June 2020", "? not understood"),
        ("Commenced - June 2020", "? not understood"),
    ]);
}

#[test]
fn cells_that_give_no_time() {
    all_mean(&[
        ("", "? blank"),
        ("   ", "? blank"),
        ("-", "? blank"),
        ("–", "? blank"),
        ("TBC", "? still to be settled"),
        ("TBC - dependent on funding", "? still to be settled"),
        ("To be agreed", "? still to be settled"),
        ("N/A", "? not applicable"),
        ("see 3.2", "? given elsewhere"),
        ("As above", "? given elsewhere"),
        ("31 June 2021", "? a date that does not exist"),
        ("31/06/21", "? a date that does not exist"),
        ("29th February 2019", "? a date that does not exist"),
        ("by 31 April 2020", "? a date that does not exist"),
        ("22 July", "? without its year"),
        ("Spring", "? without its year"),
        ("by end of March", "? without its year"),
        ("Q3", "? without its year"),
        ("December - March", "? without its year"),
        ("when resources allow", "? not understood"),
        ("Phase 2", "? not understood"),
        ("bi-monthly", "? not understood"),
        ("bi-annually", "? not understood"),
        ("2020/22", "? not understood"),
        ("03/04", "? not understood"),
        ("11/12", "? not understood"),
        ("2009-10", "? not understood"),
        ("fortnight", "? not understood"),
        ("Monday 10 March 2020", "? a date that does not exist"),
        ("15 May 2019 deferred by Cabinet", "? not understood"),
        ("May 2019 not agreed by the Board", "? not understood"),
        ("May need more work", "? not understood"),
        ("March 2021 to March 2020", "? not understood"),
        ("15 May 2019 hopefully", "? not understood"),
        ("lorem ipsum", "? not understood"),
    ]);
}

#[test]
fn a_year_that_only_the_context_gives_is_asked_of_it() {
    let read = |words: &str| Meaning::read_in_year(words, 2019).map(|value| value.to_string());
    assert_eq!(read("22 July").as_deref(), Ok("22 July 2019"));
    assert_eq!(read("by end of March").as_deref(), Ok("by end of March 2019"));
    assert_eq!(read("Autumn").as_deref(), Ok("autumn 2019"));
    assert_eq!(read("22 July 2021").as_deref(), Ok("22 July 2021"), "its own year goes first");
    assert_eq!(read("Completed").as_deref(), Ok("complete"), "it needs no year");
    assert_eq!(read("29 February"), Err(Unread::NoSuchDay));
    assert_eq!(read("when we can"), Err(Unread::NotUnderstood));
}

/// The whole pence that a figure can mean, with its hedge.
fn pence(words: &str) -> String {
    let cell = Stated::read(words);
    assert_eq!(cell.words(), words, "the words are kept");
    let Some(figure) = cell.value() else {
        return format!("? {}", cell.unread().map(|why| why.to_string()).unwrap_or_default());
    };
    assert_eq!(Figure::read(&figure.to_string()).as_ref(), Ok(figure), "`{words}`: `{figure}`");
    let Interval { low, high, low_included, high_included } = figure.interval();
    let of = |amount: Decimal| (amount * Decimal::ONE_HUNDRED).normalize();
    let (open, close) =
        (if low_included { '[' } else { '(' }, if high_included { ']' } else { ')' });
    format!("{:?} {open}{} {}{close}", figure.qualifier(), of(low), of(high))
}

#[test]
fn amounts() {
    let table = [
        ("£361k", "Plain [36050000 36150000)"),
        ("£361K", "Plain [36050000 36150000)"),
        ("£361,000", "Plain [36099950 36100050)"),
        ("361000", "Plain [36099950 36100050)"),
        ("£0.865m", "Plain [86450000 86550000)"),
        ("£7.5m", "Plain [745000000 755000000)"),
        ("£7.5 million", "Plain [745000000 755000000)"),
        ("£7.5mn", "Plain [745000000 755000000)"),
        ("7.5 million pounds", "Plain [745000000 755000000)"),
        ("£1.2bn", "Plain [115000000000 125000000000)"),
        ("£300 thousand", "Plain [29950000 30050000)"),
        ("£1,234.50", "Plain [123449.5 123450.5)"),
        ("GBP 500", "Plain [49950 50050)"),
        ("-£300k", "Plain [-30050000 -29950000)"),
        ("£-300k", "Plain [-30050000 -29950000)"),
        ("(£300k)", "Plain [-30050000 -29950000)"),
        ("c£340k", "About [33500000 34500000]"),
        ("c. £340k", "About [33500000 34500000]"),
        ("circa £340k", "About [33500000 34500000]"),
        ("~£340k", "About [33500000 34500000]"),
        ("approx £340k", "About [33500000 34500000]"),
        ("£340k approx.", "About [33500000 34500000]"),
        ("£340k (est)", "About [33500000 34500000]"),
        ("in the region of £340k", "About [33500000 34500000]"),
        ("over £2m", "Over (200000000 300000000]"),
        ("in excess of £2m", "Over (200000000 300000000]"),
        ("£2m+", "Over (200000000 300000000]"),
        ("just over £2m", "Over (200000000 300000000]"),
        ("at least £2m", "AtLeast [200000000 300000000]"),
        ("a minimum of £2m", "AtLeast [200000000 300000000]"),
        ("nearly £2m", "Under [100000000 200000000)"),
        ("just under £2m", "Under [100000000 200000000)"),
        ("less than £50k", "Under [4000000 5000000)"),
        ("up to £50k", "UpTo [0 5000000]"),
        ("no more than £50k", "UpTo [0 5000000]"),
        ("£50k max", "UpTo [0 5000000]"),
        ("£300k - £350k", "Plain [30000000 35000000]"),
        ("£300-350k", "Plain [30000000 35000000]"),
        ("between £300k and £350k", "Plain [30000000 35000000]"),
        ("£1.2m to £1.5m", "Plain [120000000 150000000]"),
        ("nil", "Nil [0 0]"),
        ("£nil", "Nil [0 0]"),
        ("None", "Nil [0 0]"),
        ("£0", "Nil [0 0]"),
        ("", "? blank"),
        ("-", "? blank"),
        ("TBC", "? still to be settled"),
        ("n/a", "? not applicable"),
        ("commercially sensitive", "? withheld"),
        ("Exempt", "? withheld"),
        ("within existing budgets", "? given elsewhere"),
        ("£361k + £305k", "? not understood"),
        ("£361k and £305k", "? not understood"),
        ("£300k per year", "? not understood"),
        ("£12,34", "? not understood"),
        ("several thousand", "? not understood"),
        ("-£300k (£200k)", "? not understood"),
    ];
    for (words, wanted) in table {
        assert_eq!(pence(words), wanted, "{words}");
    }
}

fn reported(words: &str) -> String {
    let cell = Printed::<Reported>::read(words);
    assert_eq!(cell.words(), words, "the words are kept");
    let Some(value) = cell.value() else {
        return format!("? {}", cell.unread().map(|why| why.to_string()).unwrap_or_default());
    };
    assert_eq!(Reported::read(&value.to_string()).as_ref(), Ok(value), "`{words}`: `{value}`");
    let mut said = Vec::new();
    said.extend(value.status.map(|status| status.to_string()));
    said.extend(value.health.map(|health| format!("goes {health}")));
    said.extend(value.response.map(|verdict| format!("answer {verdict}")));
    said.join("; ")
}

#[test]
fn statuses() {
    let table = [
        ("Completed", "complete"),
        ("COMPLETE", "complete"),
        ("Done.", "complete"),
        ("Achieved", "complete"),
        ("Implemented", "complete"),
        ("Fully implemented", "complete"),
        ("Delivered", "complete"),
        ("100% complete", "complete"),
        ("Signed off", "signed off"),
        ("In progress", "in progress"),
        ("In-progress", "in progress"),
        ("Underway", "in progress"),
        ("Partially implemented", "in progress"),
        ("Partly complete", "in progress"),
        ("In hand", "in progress"),
        ("Not started", "not started"),
        ("Not yet started", "not started"),
        ("Planned", "not started"),
        ("On hold", "on hold"),
        ("Paused", "on hold"),
        ("Deferred", "on hold"),
        ("Cancelled", "cancelled"),
        ("No longer required", "cancelled"),
        ("Superseded", "superseded"),
        ("Transferred", "transferred"),
        ("Green", "goes green"),
        ("RAG: Amber", "goes amber"),
        ("Amber/Red", "goes amber/red"),
        ("On track", "goes on track"),
        ("Behind schedule", "goes delayed"),
        ("At risk", "goes at risk"),
        ("Completed - green", "complete; goes green"),
        ("In progress (amber)", "in progress; goes amber"),
        ("In progress, on track", "in progress; goes on track"),
        ("Accepted", "answer accepted"),
        ("Agreed", "answer accepted"),
        ("Partially accepted", "answer partly accepted"),
        ("Not accepted", "answer not accepted"),
        ("Agreed; in progress", "in progress; answer accepted"),
        ("Rejected", "rejected"),
        // A colour, and not that it is done.
        ("Blue", "goes blue"),
        // Done or dropped, begun or not: these do not say.
        ("Closed", "? not understood"),
        ("Open", "? not understood"),
        ("Not implemented", "? not understood"),
        ("TBC", "? still to be settled"),
        ("", "? blank"),
        ("N/A", "? not applicable"),
        ("Work has been going well", "? not understood"),
    ];
    for (words, wanted) in table {
        assert_eq!(reported(words), wanted, "{words}");
    }
}

#[test]
fn what_is_not_understood_comes_with_what_may_be_meant() {
    let near = |words: &str| Timescale::read(words).nearest();
    assert_eq!(near("Setpember 2019").as_deref(), Some("September 2019"));
    assert_eq!(near("Decmber 2019 Cabinet").as_deref(), Some("December 2019 (Cabinet)"));
    assert_eq!(near("Ongonig").as_deref(), Some("ongoing"));
    assert_eq!(near("Compelted").as_deref(), Some("complete"));
    assert_eq!(near("quartrely").as_deref(), Some("ongoing, quarterly"));
    assert_eq!(near("when we can"), None);
    assert_eq!(near("September 2019"), None, "it is understood");
    let status = |words: &str| Printed::<Reported>::read(words).nearest();
    assert_eq!(status("In progess").as_deref(), Some("in progress"));
    assert_eq!(status("Ambre").as_deref(), Some("amber"));
    assert_eq!(status("Rde"), None, "three letters may be any word");
}
