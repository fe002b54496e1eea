//! How far what was recommended or referred has come.

use std::collections::BTreeMap;

use super::notice::is_given;
use crate::{
    model::{Act, Decision, DecisionState, Programme},
    values::{Certainty, Id},
};

/// What follows decisions, over all of them.
pub(super) struct Routes {
    /// How certain it is that the last body acted.
    finished: BTreeMap<Id<Decision>, Certainty>,
    /// What follows a decision directly.
    after: BTreeMap<Id<Decision>, Vec<Id<Decision>>>,
    /// What was put into effect and rests on a decision.
    rests: BTreeMap<Id<Decision>, Id<Decision>>,
}

impl Routes {
    pub(super) fn of(programme: &Programme) -> Self {
        let (finished, after, rests) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let mut routes = Self { finished, after, rests };
        for row in programme.decisions() {
            let made = row.state.is_none_or(|state| state == DecisionState::Made);
            let decides = match row.act {
                Some(Act::Resolve) if made => Certainty::Certainly,
                None if made => Certainty::Possibly,
                _ => Certainty::No,
            };
            routes.reach_back(programme, row, decides);
            if let Some(on) = row.follows {
                routes.after.entry(on).or_default().push(row.key.id);
            }
            let open = is_onward(row);
            if let Some(on) = row.follows.filter(|_| !open && is_given(row.implemented.as_ref())) {
                routes.rests.entry(on).or_insert(row.key.id);
            }
        }
        routes
    }

    /// Marks everything from which a decision came, step by step; a step that was marked as surely
    /// before ends it, so that no row is marked more than twice.
    fn reach_back(&mut self, programme: &Programme, row: &Decision, mut decides: Certainty) {
        let mut row = row;
        while let Some(before) = row.follows.and_then(|id| programme.get(id)) {
            decides = decides.and(match (before.onward, row.body) {
                (Some(onward), Some(body)) if onward != body => Certainty::No,
                (_, Some(_)) => Certainty::Certainly,
                (_, None) => Certainty::Possibly,
            });
            let known = self.finished.entry(before.key.id).or_insert(Certainty::No);
            if *known >= decides {
                return;
            }
            *known = decides;
            if !is_onward(before) {
                return;
            }
            row = before;
        }
    }

    /// Whether the body to which something went has acted on it, or the last of several.
    pub(super) fn finished(&self, decision: Id<Decision>) -> Certainty {
        self.finished.get(&decision).copied().unwrap_or(Certainty::No)
    }

    /// What follows a decision directly.
    pub(super) fn after(&self, decision: Id<Decision>) -> &[Id<Decision>] {
        self.after.get(&decision).map_or(&[], Vec::as_slice)
    }

    /// The first decision that was put into effect and rests on another.
    pub(super) fn rests_on(&self, decision: Id<Decision>) -> Option<Id<Decision>> {
        self.rests.get(&decision).copied()
    }
}

/// Whether a decision only sends something to another body.
pub(super) fn is_onward(row: &Decision) -> bool {
    matches!(row.act, Some(Act::Recommend | Act::Refer))
}
