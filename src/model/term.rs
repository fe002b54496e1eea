//! From when to when something holds.

use chrono::NaiveDate;

use super::{DecisionRight, Holder, Identifier, LocalRule, Post, ReportingLine, Role, Seat};
use crate::values::{Certainty, When};

/// Whether a day is within a term: from the day it begins to the day it ends, both counted. A day
/// that is not given sets no end; of one that cannot be read nothing is certain.
pub(crate) fn within(since: Option<&When>, until: Option<&When>, on: NaiveDate) -> Certainty {
    let begun = since.map_or(Certainty::Certainly, |since| match since.value() {
        Some(date) => Certainty::from_readings(date.latest() <= on, date.earliest() <= on),
        None => Certainty::Possibly,
    });
    let lasts = until.map_or(Certainty::Certainly, |until| match until.value() {
        Some(date) => Certainty::from_readings(date.earliest() >= on, date.latest() >= on),
        None => Certainty::Possibly,
    });
    begun.min(lasts)
}

macro_rules! terms {
    ($($row:ident)+) => {$(
        impl $row {
            /// Whether it holds on a day. Both ends of its term are counted, and an end that is not
            /// given is none.
            #[must_use]
            pub fn holds(&self, on: NaiveDate) -> Certainty {
                within(self.since.as_ref(), self.until.as_ref(), on)
            }
        }
    )+};
}
terms!(Identifier Post Holder Seat Role ReportingLine DecisionRight LocalRule);

#[cfg(test)]
mod tests {
    use super::*;

    fn holder(since: &str, until: &str) -> Holder {
        let read = |words: &str| (!words.is_empty()).then(|| When::read(words));
        Holder { since: read(since), until: read(until), ..Holder::default() }
    }

    #[test]
    fn both_ends_of_a_term_are_in_it_and_a_month_is_vague() {
        let held = holder("1 May 2020", "April 2021");
        let on = |day: &str| held.holds(day.parse().unwrap());
        assert_eq!(on("2020-04-30"), Certainty::No);
        assert_eq!(on("2020-05-01"), Certainty::Certainly);
        assert_eq!(on("2021-04-01"), Certainty::Certainly);
        assert_eq!(on("2021-04-15"), Certainty::Possibly);
        assert_eq!(on("2021-05-01"), Certainty::No);
    }

    #[test]
    fn an_end_that_is_not_given_is_none_and_one_that_is_not_understood_is_unsure() {
        let on = "2020-05-01".parse().unwrap();
        assert_eq!(holder("", "").holds(on), Certainty::Certainly);
        assert_eq!(holder("after the election", "").holds(on), Certainty::Possibly);
    }
}
