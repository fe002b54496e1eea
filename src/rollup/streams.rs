//! Workstreams with what stands in their sub-streams.

use std::collections::BTreeMap;

use super::Breakdown;
use crate::model::{Programme, Subject, Workstream};
use crate::values::Id;

impl Breakdown<Subject> {
    /// Every workstream with all that stands in its sub-streams, and theirs; other groups as they
    /// are. Exact, because an action is in one workstream; the groups overlap from then on, and
    /// the total stays that of all actions, each once.
    ///
    /// ```
    /// use programme::{model::{About, Draft}, rollup::{self, Grouping, Policy}, Action, Workstream};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let whole = Workstream::new(draft.key("W1".parse()?), "Operational Efficiency");
    /// let mut review = Workstream::new(draft.key("W2".parse()?), "Leadership Review");
    /// review.parent = Some(whole.key.id);
    /// let mut action = Action::new(draft.key("A1".parse()?), "Design the structure");
    /// action.workstream = Some(review.key.id);
    /// let id = whole.key.id.into();
    /// draft.put(whole);
    /// draft.put(review);
    /// draft.put(action);
    /// let (programme, on) = (draft.finish()?, "2021-06-22".parse()?);
    /// let own = rollup::breakdown(&programme, Grouping::Workstream, &Policy::pooled(), on);
    /// assert_eq!(own.group(&id).map(|progress| progress.counted()), Some(0));
    /// let all = own.with_sub_streams(&programme);
    /// assert_eq!(all.group(&id).map(|progress| progress.counted()), Some(1));
    /// assert_eq!(all.total.counted(), 1);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_sub_streams(mut self, programme: &Programme) -> Self {
        let places: BTreeMap<Subject, usize> =
            self.groups.iter().enumerate().map(|(at, (key, _))| (*key, at)).collect();
        for stream in parts_first(programme) {
            let Some(whole) = programme.get(stream).and_then(|row| row.parent) else { continue };
            let place = |id: Id<Workstream>| places.get(&Subject::from(id)).copied();
            let (Some(part), Some(whole)) = (place(stream), place(whole)) else { continue };
            let Some((_, part)) = self.groups.get(part).cloned() else { continue };
            if let Some((_, sums)) = self.groups.get_mut(whole) {
                *sums = std::mem::take(sums).merge(part);
            }
        }
        self
    }
}

/// The workstreams, each after all of its sub-streams.
fn parts_first(programme: &Programme) -> Vec<Id<Workstream>> {
    let rows = programme.workstreams();
    let mut left: BTreeMap<Id<Workstream>, usize> = BTreeMap::new();
    for whole in rows.into_iter().filter_map(|row| row.parent) {
        *left.entry(whole).or_default() += 1;
    }
    let mut ready: Vec<_> =
        rows.into_iter().map(|row| row.key.id).filter(|id| !left.contains_key(id)).collect();
    let mut order = Vec::with_capacity(rows.len());
    while let Some(id) = ready.pop() {
        order.push(id);
        let Some(whole) = programme.get(id).and_then(|row| row.parent) else { continue };
        let Some(open) = left.get_mut(&whole) else { continue };
        *open -= 1;
        if *open == 0 {
            ready.push(whole);
        }
    }
    order
}
