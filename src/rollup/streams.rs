//! Workstreams with what stands in their sub-streams.

use std::{collections::BTreeMap, iter::Sum};

use super::Breakdown;
use crate::model::{Order, Programme, Subject, Workstream};
use crate::values::Id;

impl<S: Sum + Default + Clone> Breakdown<Subject, S> {
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
        let parts = programme.workstreams().into_iter();
        let parts: Vec<_> = parts.filter_map(|row| Some((row.key.id, row.parent?))).collect();
        // From the bottom up: each comes after all of its sub-streams.
        for stream in Order::of(&parts).sorted {
            let Some(whole) = programme.get(stream).and_then(|row| row.parent) else { continue };
            let place = |id: Id<Workstream>| places.get(&Subject::from(id)).copied();
            let (Some(part), Some(whole)) = (place(stream), place(whole)) else { continue };
            let Some((_, part)) = self.groups.get(part).cloned() else { continue };
            if let Some((_, sums)) = self.groups.get_mut(whole) {
                *sums = [std::mem::take(sums), part].into_iter().sum();
            }
        }
        self
    }
}
