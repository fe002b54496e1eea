//! From when to when something holds.

use chrono::NaiveDate;

use super::{DecisionRight, Holder, Identifier, LocalRule, Post, ReportingLine, Role, Seat};
use crate::values::{Certainty, PartialDate, When};

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

/// The days on which a term without a beginning begins, and one without an end ends: those of one
/// that cannot be read lie around them, so that nothing is certain of it.
const FIRST: NaiveDate = year(1000, NaiveDate::MIN);
const LAST: NaiveDate = year(3000, NaiveDate::MAX);

const fn year(number: i32, otherwise: NaiveDate) -> NaiveDate {
    match NaiveDate::from_ymd_opt(number, 1, 1) {
        Some(day) => day,
        None => otherwise,
    }
}

/// From when to when something holds, both ends counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Term<'a> {
    pub(crate) since: Option<&'a When>,
    pub(crate) until: Option<&'a When>,
}

impl Term<'_> {
    /// Whether a day is within it.
    pub(crate) fn holds(self, on: NaiveDate) -> Certainty {
        within(self.since, self.until, on)
    }

    /// Whether all the days that a date can mean are within it, or some.
    pub(crate) fn holds_throughout(self, date: PartialDate) -> Certainty {
        let (first, last) = (self.holds(date.earliest()), self.holds(date.latest()));
        // Of a term that begins and ends within the date some days are, and neither end may be.
        let some = Self::meet_between([self], (date.earliest(), date.latest()));
        first.and(last).or(some.and(Certainty::Possibly))
    }

    /// Whether some day is within all of several.
    pub(crate) fn meet(terms: impl IntoIterator<Item = Self>) -> Certainty {
        Self::meet_between(terms, (FIRST, LAST))
    }

    fn meet_between(
        terms: impl IntoIterator<Item = Self>,
        (first, last): (NaiveDate, NaiveDate),
    ) -> Certainty {
        let (mut begins, mut ends) = ((first, first), (last, last));
        for term in terms {
            let (from, to) = (term.begins(), term.ends());
            begins = (begins.0.max(from.0), begins.1.max(from.1));
            ends = (ends.0.min(to.0), ends.1.min(to.1));
        }
        Certainty::from_readings(begins.1 <= ends.0, begins.0 <= ends.1)
    }

    /// Whether it ends before it begins.
    pub(crate) fn is_reversed(self) -> Certainty {
        let date = |end: Option<&When>| end.and_then(|end| end.value()).copied();
        match (date(self.since), date(self.until)) {
            (Some(since), Some(until)) => until.before(since),
            _ => Certainty::No,
        }
    }

    /// The first and the last day on which it may begin.
    fn begins(self) -> (NaiveDate, NaiveDate) {
        days(self.since).unwrap_or((FIRST, FIRST))
    }

    /// The first and the last day on which it may end.
    fn ends(self) -> (NaiveDate, NaiveDate) {
        days(self.until).unwrap_or((LAST, LAST))
    }
}

/// The days that an end of a term can mean; any day, of one that cannot be read.
fn days(end: Option<&When>) -> Option<(NaiveDate, NaiveDate)> {
    let read = |date: &PartialDate| (date.earliest(), date.latest());
    end.map(|end| end.value().map_or((NaiveDate::MIN, NaiveDate::MAX), read))
}

macro_rules! terms {
    ($($row:ident)+) => {$(
        impl $row {
            /// Whether it holds on a day. Both ends of its term are counted, and an end that is not
            /// given is none.
            #[must_use]
            pub fn holds(&self, on: NaiveDate) -> Certainty {
                self.term().holds(on)
            }

            pub(crate) fn term(&self) -> Term<'_> {
                Term { since: self.since.as_ref(), until: self.until.as_ref() }
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
    fn terms_meet_that_share_a_day() {
        let meet = |a: (&str, &str), b: (&str, &str)| {
            let (a, b) = (holder(a.0, a.1), holder(b.0, b.1));
            Term::meet([a.term(), b.term()])
        };
        assert_eq!(meet(("", "31 March 2021"), ("1 April 2021", "")), Certainty::No);
        assert_eq!(meet(("", "31 March 2021"), ("31 March 2021", "")), Certainty::Certainly);
        assert_eq!(meet(("", "March 2021"), ("March 2021", "")), Certainty::Possibly);
        assert_eq!(meet(("", "March 2021"), ("April 2021", "")), Certainty::No);
        assert_eq!(meet(("", ""), ("after the election", "")), Certainty::Possibly);
        assert_eq!(meet(("", ""), ("May 2021", "April 2021")), Certainty::No, "it has no day");
    }

    #[test]
    fn a_date_is_within_a_term_as_a_whole_or_in_part() {
        let held = |since: &str, until: &str, date: &str| {
            holder(since, until).term().holds_throughout(date.parse().unwrap())
        };
        assert_eq!(held("1 May 2020", "", "May 2020"), Certainty::Certainly);
        assert_eq!(held("2 May 2020", "", "May 2020"), Certainty::Possibly);
        assert_eq!(held("2 May 2020", "5 May 2020", "May 2020"), Certainty::Possibly);
        assert_eq!(held("", "30 April 2020", "May 2020"), Certainty::No);
    }

    #[test]
    fn an_end_that_is_not_given_is_none_and_one_that_is_not_understood_is_unsure() {
        let on = "2020-05-01".parse().unwrap();
        assert_eq!(holder("", "").holds(on), Certainty::Certainly);
        assert_eq!(holder("after the election", "").holds(on), Certainty::Possibly);
    }
}
