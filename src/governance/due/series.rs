//! Days that recur.

use chrono::NaiveDate;

use crate::values::{Length, PartialDate, Precision};

/// What recurs in a length of time from a date on. Months are calendar months, each reckoned from
/// the first date, so that nothing drifts: 31 January, 28 February, 31 March.
#[derive(Clone, Copy)]
pub(super) struct Series {
    pub(super) anchor: PartialDate,
    pub(super) length: Length,
    /// How many lengths of time after the date it first falls due.
    pub(super) first: u32,
}

impl Series {
    /// The first and last day of each time that it falls due, until none can be by a day.
    pub(super) fn until(self, to: NaiveDate) -> impl Iterator<Item = [NaiveDate; 2]> {
        let all = (self.first..).map_while(move |count| self.nth(count));
        all.take_while(move |[earliest, _]| *earliest <= to)
    }

    fn nth(self, count: u32) -> Option<[NaiveDate; 2]> {
        let (least, most) = (self.length.least(), self.length.most());
        let earliest = self.later(self.anchor.earliest(), least, count)?;
        // A month that recurs is a whole month again: its end is that before the next begins.
        let latest = match self.anchor.precision() {
            Precision::Day => self.later(self.anchor.latest(), most, count)?,
            _ => self.later(self.anchor.latest().succ_opt()?, most, count)?.pred_opt()?,
        };
        Some([earliest, latest])
    }

    fn later(self, day: NaiveDate, each: u16, count: u32) -> Option<NaiveDate> {
        let units = u32::from(each).checked_mul(count)?;
        self.length.unit().after(day, units)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::{Cadence, Rhythm};

    fn days(anchor: &str, rhythm: &str, until: &str) -> Vec<String> {
        let Some(Cadence::Every(length)) = Rhythm::read(rhythm).value().copied() else {
            panic!("{rhythm} has no length");
        };
        let series = Series { anchor: anchor.parse().unwrap(), length, first: 0 };
        let shown = series.until(until.parse().unwrap()).map(|[earliest, latest]| {
            if earliest == latest { earliest.to_string() } else { format!("{earliest}/{latest}") }
        });
        shown.collect()
    }

    #[test]
    fn months_do_not_drift() {
        let monthly = days("31 January 2021", "monthly", "2021-05-31");
        assert_eq!(monthly, ["2021-01-31", "2021-02-28", "2021-03-31", "2021-04-30", "2021-05-31"]);
        let yearly = days("29 February 2020", "annually", "2024-12-31");
        let leap = ["2020-02-29", "2021-02-28", "2022-02-28", "2023-02-28", "2024-02-29"];
        assert_eq!(yearly, leap);
    }

    #[test]
    fn a_month_recurs_as_a_month() {
        let quarters = days("September 2020", "quarterly", "2021-06-01");
        let whole = [
            "2020-09-01/2020-09-30",
            "2020-12-01/2020-12-31",
            "2021-03-01/2021-03-31",
            "2021-06-01/2021-06-30",
        ];
        assert_eq!(quarters, whole);
    }

    #[test]
    fn days_weeks_and_ranges() {
        assert_eq!(days("1 March 2021", "fortnightly", "2021-03-29").len(), 3);
        let visits = days("1 March 2019", "every 4-5 years", "2023-03-01");
        assert_eq!(visits, ["2019-03-01", "2023-03-01/2024-03-01"]);
    }
}
