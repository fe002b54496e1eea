//! From which day a decision authorises what was decided.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::{
    governance::{self, Authority, Council},
    model::{Decision, Parameter, Programme, day_number},
    values::{Id, When, WorkingCalendar},
};

/// The number of a day that never comes.
pub(super) const NEVER: i32 = i32::MAX;

/// From which day each decision authorises, found when it is first asked for.
pub(super) struct Authorised<'p> {
    programme: &'p Programme,
    followers: BTreeMap<Id<Decision>, Vec<Id<Decision>>>,
    known: BTreeMap<Id<Decision>, i32>,
    calendar: WorkingCalendar,
}

impl<'p> Authorised<'p> {
    pub(super) fn new(programme: &'p Programme) -> Self {
        let mut followers: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for decision in programme.decisions() {
            if let Some(of) = decision.follows {
                followers.entry(of).or_default().push(decision.key.id);
            }
        }
        let calendar = WorkingCalendar::england_and_wales();
        Self { programme, followers, known: BTreeMap::new(), calendar }
    }

    /// The number of the first day by whose end a decision authorises; [`NEVER`] without one.
    pub(super) fn from(&mut self, decision: Option<Id<Decision>>) -> i32 {
        let Some(decision) = decision else { return NEVER };
        if let Some(day) = self.known.get(&decision) {
            return *day;
        }
        let day = self.first(decision);
        self.known.insert(decision, day);
        day
    }

    /// Authority can only begin on a day on which a decision of its route is surely taken, or on that
    /// after which it can no longer be called in. Call-in is counted by the working days of England and
    /// Wales, where the record does not state its end.
    fn first(&self, decision: Id<Decision>) -> i32 {
        let mut route = vec![decision];
        let mut at = 0;
        while let Some(id) = route.get(at) {
            for next in self.followers.get(id).into_iter().flatten() {
                if !route.contains(next) {
                    route.push(*next);
                }
            }
            at += 1;
        }
        let rows = route.iter().filter_map(|id| self.programme.get(*id));
        let dates = rows.flat_map(|row| self.beginnings(row));
        let mut days: Vec<NaiveDate> = dates.chain([NaiveDate::MIN]).collect();
        days.sort_unstable();
        let given = |day: &NaiveDate| {
            let authority = governance::authority(self.programme, decision, *day, &self.calendar);
            matches!(authority, Authority::Given(_))
        };
        days.into_iter().find(given).map_or(NEVER, day_number)
    }

    /// The days on which what a decision authorises may begin.
    fn beginnings(&self, row: &Decision) -> Vec<NaiveDate> {
        let day = |date: Option<&When>| Some(date?.value()?.latest());
        let mut days: Vec<NaiveDate> = day(row.date.as_ref()).into_iter().collect();
        if let Some(call_in) = &row.call_in {
            days.extend(day(call_in.cleared.as_ref()));
            let published = day(call_in.published.as_ref());
            let ends = published.and_then(|published| {
                let council = Council::of(self.programme, published);
                let wait = council.wait(Parameter::CallInPeriod)?.value;
                self.calendar.after(published, wait.days, wait.counted).ok()
            });
            let ends = day(call_in.until.as_ref()).into_iter().chain(ends);
            days.extend(ends.filter_map(|day| day.succ_opt()));
        }
        days
    }
}
