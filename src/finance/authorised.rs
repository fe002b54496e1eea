//! From which day a decision authorises what was decided.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::{
    governance::{Authority, Followers, call_in},
    model::{Decision, Programme, day_number},
    values::{Id, When, WorkingCalendar},
};

/// The number of a day that never comes.
pub(super) const NEVER: i32 = i32::MAX;

/// From which day each decision authorises, found when it is first asked for.
pub(super) struct Authorised<'p, 'c> {
    programme: &'p Programme,
    followers: BTreeMap<Id<Decision>, Vec<Id<Decision>>>,
    known: BTreeMap<Id<Decision>, i32>,
    calendar: &'c WorkingCalendar,
}

impl<'p, 'c> Authorised<'p, 'c> {
    pub(super) fn new(programme: &'p Programme, calendar: &'c WorkingCalendar) -> Self {
        let mut followers: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for decision in programme.decisions() {
            if let Some(of) = decision.follows {
                followers.entry(of).or_default().push(decision.key.id);
            }
        }
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
    /// after which it can no longer be called in.
    fn first(&self, decision: Id<Decision>) -> i32 {
        let mut route = BTreeSet::from([decision]);
        let mut ahead = vec![decision];
        while let Some(id) = ahead.pop() {
            let next = self.followers.get(&id).into_iter().flatten();
            ahead.extend(next.copied().filter(|next| route.insert(*next)));
        }
        let rows: Vec<&Decision> = route.iter().filter_map(|id| self.programme.get(*id)).collect();
        let dates = rows.iter().flat_map(|row| self.beginnings(row));
        let mut days: Vec<NaiveDate> = dates.chain([NaiveDate::MIN]).collect();
        days.sort_unstable();
        let given = |day: &NaiveDate| {
            let route = Followers::among(self.programme, *day, rows.iter().copied());
            matches!(route.authority(decision, self.calendar), Authority::Given(_))
        };
        days.into_iter().find(given).map_or(NEVER, day_number)
    }

    /// The days on which what a decision authorises may begin.
    fn beginnings(&self, row: &Decision) -> Vec<NaiveDate> {
        let day = |date: Option<&When>| Some(date?.value()?.latest());
        let mut days: Vec<NaiveDate> = day(row.date.as_ref()).into_iter().collect();
        if let Some(call_in) = &row.call_in {
            days.extend(day(call_in.cleared.as_ref()));
            let ends = call_in::ends(self.programme, row, call_in, self.calendar).days();
            days.extend(ends.and_then(|[_, last]| last.succ_opt()));
        }
        days
    }
}
