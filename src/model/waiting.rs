//! What waits for what.
#![expect(
    clippy::indexing_slicing,
    reason = "columnar pass: every column has one entry an action, and numbers come from the table"
)]

use super::{Action, Programme, draft::rings};
use crate::values::Id;

impl Programme {
    /// Rings of actions that each have to come after the next. Of rings that hang together, one at
    /// least is given.
    pub(crate) fn rings_of_waiting(&self) -> Vec<Vec<Id<Action>>> {
        let actions = self.actions();
        let number = |id: &Id<Action>| actions.number(*id).map(|number| number as usize);
        // Whoever waits for nothing that is still here goes, and so may those who waited for it:
        // who is left waits for somebody who is left.
        let mut waits: Vec<usize> = actions.into_iter().map(|action| action.after.len()).collect();
        if waits.iter().all(|count| *count == 0) {
            return Vec::new();
        }
        let mut waiters: Vec<Vec<usize>> = vec![Vec::new(); waits.len()];
        for (at, action) in actions.into_iter().enumerate() {
            for first in action.after.iter().filter_map(number) {
                waiters[first].push(at);
            }
        }
        let mut free: Vec<usize> = (0..waits.len()).filter(|at| waits[*at] == 0).collect();
        while let Some(at) = free.pop() {
            for waiter in &waiters[at] {
                waits[*waiter] -= 1;
                if waits[*waiter] == 0 {
                    free.push(*waiter);
                }
            }
        }
        let stuck = |id: &&Id<Action>| number(id).is_some_and(|at| waits[at] > 0);
        let rings = rings(actions, |action| action.after.iter().find(stuck).copied());
        rings.into_iter().map(|ring| ring.iter().map(|action| action.key.id).collect()).collect()
    }
}
