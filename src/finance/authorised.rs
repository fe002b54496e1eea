//! From which day a decision authorises what was decided.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::{
    governance::{self, Authority},
    model::{Decision, Programme, day_number},
    values::Id,
};

/// The number of a day that never comes.
pub(super) const NEVER: i32 = i32::MAX;

/// From which day each decision authorises, found when it is first asked for.
pub(super) struct Authorised<'p> {
    programme: &'p Programme,
    followers: BTreeMap<Id<Decision>, Vec<Id<Decision>>>,
    known: BTreeMap<Id<Decision>, i32>,
}

impl<'p> Authorised<'p> {
    pub(super) fn new(programme: &'p Programme) -> Self {
        let mut followers: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for decision in programme.decisions() {
            if let Some(of) = decision.follows {
                followers.entry(of).or_default().push(decision.key.id);
            }
        }
        Self { programme, followers, known: BTreeMap::new() }
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

    /// Authority can only begin on a day on which a decision of its route is surely taken.
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
        let dates = rows.filter_map(|row| Some(row.date.as_ref()?.value()?.latest()));
        let mut days: Vec<NaiveDate> = dates.chain([NaiveDate::MIN]).collect();
        days.sort_unstable();
        let given = |day: &NaiveDate| {
            let authority = governance::authority(self.programme, decision, *day);
            matches!(authority, Authority::Given(_))
        };
        days.into_iter().find(given).map_or(NEVER, day_number)
    }
}
