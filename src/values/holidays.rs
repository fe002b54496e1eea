//! The bank holidays of England and Wales, as they were published.
//!
//! Dates are those on which offices are closed: where a holiday falls on a weekend, its substitute.

use chrono::NaiveDate;

/// What the days of a line in [`YEARS`] are called.
const TITLES: [&str; 8] = [
    "New Year's Day",
    "Good Friday",
    "Easter Monday",
    "Early May bank holiday",
    "Spring bank holiday",
    "Summer bank holiday",
    "Christmas Day",
    "Boxing Day",
];

/// Month and day of the eight holidays of each year.
///
/// Moved by proclamation: Spring in 2012 and 2022, early May in 2020.
const YEARS: [(i32, [(u32, u32); 8]); 17] = [
    (2012, [(1, 2), (4, 6), (4, 9), (5, 7), (6, 4), (8, 27), (12, 25), (12, 26)]),
    (2013, [(1, 1), (3, 29), (4, 1), (5, 6), (5, 27), (8, 26), (12, 25), (12, 26)]),
    (2014, [(1, 1), (4, 18), (4, 21), (5, 5), (5, 26), (8, 25), (12, 25), (12, 26)]),
    (2015, [(1, 1), (4, 3), (4, 6), (5, 4), (5, 25), (8, 31), (12, 25), (12, 28)]),
    (2016, [(1, 1), (3, 25), (3, 28), (5, 2), (5, 30), (8, 29), (12, 27), (12, 26)]),
    (2017, [(1, 2), (4, 14), (4, 17), (5, 1), (5, 29), (8, 28), (12, 25), (12, 26)]),
    (2018, [(1, 1), (3, 30), (4, 2), (5, 7), (5, 28), (8, 27), (12, 25), (12, 26)]),
    (2019, [(1, 1), (4, 19), (4, 22), (5, 6), (5, 27), (8, 26), (12, 25), (12, 26)]),
    (2020, [(1, 1), (4, 10), (4, 13), (5, 8), (5, 25), (8, 31), (12, 25), (12, 28)]),
    (2021, [(1, 1), (4, 2), (4, 5), (5, 3), (5, 31), (8, 30), (12, 27), (12, 28)]),
    (2022, [(1, 3), (4, 15), (4, 18), (5, 2), (6, 2), (8, 29), (12, 27), (12, 26)]),
    (2023, [(1, 2), (4, 7), (4, 10), (5, 1), (5, 29), (8, 28), (12, 25), (12, 26)]),
    (2024, [(1, 1), (3, 29), (4, 1), (5, 6), (5, 27), (8, 26), (12, 25), (12, 26)]),
    (2025, [(1, 1), (4, 18), (4, 21), (5, 5), (5, 26), (8, 25), (12, 25), (12, 26)]),
    (2026, [(1, 1), (4, 3), (4, 6), (5, 4), (5, 25), (8, 31), (12, 25), (12, 28)]),
    (2027, [(1, 1), (3, 26), (3, 29), (5, 3), (5, 31), (8, 30), (12, 27), (12, 28)]),
    (2028, [(1, 3), (4, 14), (4, 17), (5, 1), (5, 29), (8, 28), (12, 25), (12, 26)]),
];

/// Holidays that were proclaimed for one year only.
const ONCE: [(i32, u32, u32, &str); 4] = [
    (2012, 6, 5, "Diamond Jubilee"),
    (2022, 6, 3, "Platinum Jubilee"),
    (2022, 9, 19, "State funeral of Queen Elizabeth II"),
    (2023, 5, 8, "Coronation of King Charles III"),
];

/// First and last year of the table.
pub(super) const FIRST_YEAR: i32 = 2012;
pub(super) const LAST_YEAR: i32 = 2028;

/// All holidays of the table with their titles, in no order.
pub(super) fn england_and_wales() -> impl Iterator<Item = (NaiveDate, &'static str)> {
    let yearly = YEARS.iter().flat_map(|(year, days)| {
        days.iter().zip(TITLES).map(|(&(month, day), title)| (*year, month, day, title))
    });
    yearly.chain(ONCE).map(|(year, month, day, title)| (super::date::day(year, month, day), title))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use chrono::{Datelike, Days, Weekday};

    use super::*;

    #[test]
    fn every_year_has_its_eight_and_no_date_is_wrong() {
        let years: Vec<i32> = YEARS.iter().map(|(year, _)| *year).collect();
        assert_eq!(years, (FIRST_YEAR..=LAST_YEAR).collect::<Vec<_>>());
        let yearly = YEARS.iter().flat_map(|(y, days)| days.iter().map(|(m, d)| (*y, *m, *d)));
        for (year, month, day) in yearly.chain(ONCE.map(|(y, m, d, _)| (y, m, d))) {
            assert!(NaiveDate::from_ymd_opt(year, month, day).is_some(), "{year}-{month}-{day}");
        }
        let days: BTreeSet<NaiveDate> = england_and_wales().map(|(day, _)| day).collect();
        assert_eq!(days.len(), 17 * 8 + 4, "none is named twice");
        assert!(days.iter().all(|day| day.weekday().number_from_monday() < 6));
    }

    /// Easter by the rule of the Gregorian calendar.
    fn easter(year: i32) -> NaiveDate {
        let (a, b, c) = (year % 19, year / 100, year % 100);
        let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        let m = (a + 11 * h + 22 * l) / 451;
        let n = h + l - 7 * m + 114;
        NaiveDate::from_ymd_opt(year, (n / 31) as u32, (n % 31 + 1) as u32).unwrap()
    }

    #[test]
    fn the_table_agrees_with_the_rule_wherever_nothing_was_moved() {
        for (year, days) in YEARS {
            let days = days.map(|(month, day)| NaiveDate::from_ymd_opt(year, month, day).unwrap());
            let [new_year, friday, monday, may, spring, summer, christmas, boxing] = days;
            assert_eq!(friday.checked_add_days(Days::new(2)), Some(easter(year)));
            assert_eq!(monday.pred_opt(), Some(easter(year)));
            let first = |month| NaiveDate::from_weekday_of_month_opt(year, month, Weekday::Mon, 1);
            let last = |month| {
                (1..=5).rev().find_map(|n| {
                    NaiveDate::from_weekday_of_month_opt(year, month, Weekday::Mon, n)
                })
            };
            assert_eq!(year != 2020, Some(may) == first(5), "{year}");
            assert_eq!(![2012, 2022].contains(&year), Some(spring) == last(5), "{year}");
            assert_eq!(Some(summer), last(8));
            let at = |month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
            let later = |day: NaiveDate, days| day.checked_add_days(Days::new(days)).unwrap();
            let usual = [at(1, 1), at(12, 25), at(12, 26)];
            // How many days after the usual day its substitute is.
            let moved = match usual.map(|day| day.weekday()) {
                [first, Weekday::Sat, _] => (first, 2, 2),
                [first, Weekday::Sun, _] => (first, 2, 0),
                [first, _, Weekday::Sat] => (first, 0, 2),
                [first, ..] => (first, 0, 0),
            };
            let january = match moved.0 {
                Weekday::Sat => 2,
                Weekday::Sun => 1,
                _ => 0,
            };
            let [first, twenty_fifth, twenty_sixth] = usual;
            assert_eq!(new_year, later(first, january));
            assert_eq!(christmas, later(twenty_fifth, moved.1));
            assert_eq!(boxing, later(twenty_sixth, moved.2));
        }
    }
}
