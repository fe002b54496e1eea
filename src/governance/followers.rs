//! What follows decisions, and how far what was recommended or referred has come.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{Authority, call_in::after_call_in};
use crate::{
    model::{Act, Decision, DecisionState, Programme},
    values::{Certainty, Id, WorkingCalendar},
};

/// What follows decisions by the end of a day, over all of them: one look through the table for
/// whoever asks of many.
pub(crate) struct Followers<'p> {
    programme: &'p Programme,
    on: NaiveDate,
    /// What follows a decision directly.
    after: BTreeMap<Id<Decision>, Vec<&'p Decision>>,
    /// How certain it is that the last body acted.
    finished: BTreeMap<Id<Decision>, Certainty>,
}

impl<'p> Followers<'p> {
    pub(crate) fn of(programme: &'p Programme, on: NaiveDate) -> Self {
        Self::among(programme, on, programme.decisions())
    }

    /// The same of some decisions, which are all that can follow those that are asked for.
    pub(crate) fn among(
        programme: &'p Programme,
        on: NaiveDate,
        decisions: impl IntoIterator<Item = &'p Decision>,
    ) -> Self {
        let mut all = Self { programme, on, after: BTreeMap::new(), finished: BTreeMap::new() };
        for row in decisions {
            if let Some(before) = row.follows {
                all.after.entry(before).or_default().push(row);
            }
            let decides = match row.act {
                Some(act) if act.decides() => Certainty::Certainly,
                Some(_) => Certainty::No,
                None => Certainty::Possibly,
            };
            all.reach_back(row, decides);
        }
        all
    }

    /// Marks everything from which a decision came, step by step; a step that was marked as surely
    /// before ends it, so that no row is marked more than twice.
    fn reach_back(&mut self, mut row: &'p Decision, mut decides: Certainty) {
        while let Some(before) = row.follows.and_then(|id| self.programme.get(id)) {
            decides = decides.and(self.answers(before, row));
            let known = self.finished.entry(before.key.id).or_insert(Certainty::No);
            if *known >= decides {
                return;
            }
            *known = decides;
            if !before.is_onward() {
                return;
            }
            row = before;
        }
    }

    /// Whether what follows is an act of the body to which something went, and was made by the day.
    fn answers(&self, before: &Decision, row: &Decision) -> Certainty {
        let by = match (before.onward, row.body) {
            (Some(onward), Some(body)) if onward != body => Certainty::No,
            // An officer is not the body.
            (Some(_), None) if row.by.is_some() => Certainty::No,
            (_, None) if row.by.is_none() => Certainty::Possibly,
            _ => Certainty::Certainly,
        };
        by.and(row.made(self.on))
    }

    /// Whether the body to which something went has acted on it, or the last of several.
    pub(crate) fn finished(&self, decision: Id<Decision>) -> Certainty {
        self.finished.get(&decision).copied().unwrap_or(Certainty::No)
    }

    /// What follows a decision directly.
    pub(crate) fn after(&self, decision: Id<Decision>) -> &[&'p Decision] {
        self.after.get(&decision).map_or(&[], Vec::as_slice)
    }

    /// What a decision authorises, through whatever followed it.
    pub(crate) fn authority(
        &self,
        decision: Id<Decision>,
        calendar: &WorkingCalendar,
    ) -> Authority {
        let Some(row) = self.programme.get(decision) else { return Authority::Unknown };
        if row.state == Some(DecisionState::Withdrawn) {
            return Authority::None;
        }
        match row.made(self.on) {
            Certainty::Certainly => {}
            Certainty::No => return Authority::Open(row.body),
            Certainty::Possibly => return Authority::Unknown,
        }
        let mut best = None;
        // Decisions that follow one another in a ring lead to nobody: each is met once.
        let mut met = BTreeSet::from([decision]);
        let mut ahead = vec![(row, true)];
        while let Some((row, certain)) = ahead.pop() {
            let found = match row.act {
                Some(act) if act.decides() && certain => {
                    after_call_in(self.programme, row, self.on, calendar)
                }
                Some(Act::Resolve | Act::Delegate) | None => Authority::Unknown,
                Some(Act::Note | Act::Defer) if certain => Authority::None,
                Some(Act::Note | Act::Defer) => Authority::Open(None),
                Some(Act::Recommend | Act::Refer) => {
                    let next: Vec<_> = self.next(row, certain, &mut met).collect();
                    let taken_up = next.iter().any(|(_, certain)| *certain);
                    ahead.extend(next.into_iter().rev());
                    if taken_up {
                        continue;
                    }
                    Authority::Open(row.onward.filter(|_| certain))
                }
            };
            best = Some(best.map_or(found, |best| stronger(best, found)));
        }
        best.unwrap_or(Authority::Unknown)
    }

    /// What follows a recommendation or referral and may count, each with whether it certainly does.
    fn next<'s>(
        &'s self,
        row: &'s Decision,
        certain: bool,
        met: &'s mut BTreeSet<Id<Decision>>,
    ) -> impl Iterator<Item = (&'p Decision, bool)> + 's {
        self.after(row.key.id).iter().filter_map(move |next| {
            let so = self.answers(row, next);
            let counts = so != Certainty::No && met.insert(next.key.id);
            counts.then_some((*next, certain && so.is_certain()))
        })
    }
}

/// The stronger of what two followers give. What may be given is not known, whatever else waits.
fn stronger(first: Authority, second: Authority) -> Authority {
    let rank = |authority: Authority| match authority {
        Authority::Given(_) => 4,
        Authority::Unknown => 3,
        Authority::Waits(_) => 2,
        Authority::Open(_) => 1,
        Authority::None => 0,
    };
    match (first, second) {
        (Authority::Waits(Some(one)), Authority::Waits(Some(other))) => {
            Authority::Waits(Some(one.min(other)))
        }
        (Authority::Waits(None), Authority::Waits(Some(_))) => second,
        _ if rank(second) > rank(first) => second,
        _ => first,
    }
}
