//! Totals of many programmes that follow their changes.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{Policy, Progress, pass::Pass};
use crate::{
    change::Change,
    model::{Kind, Programme, Record},
    values::Id,
};

/// Actions whose sums are kept together: a change of one costs a pass over so many.
const CHUNK: usize = 256;

/// Progress of many programmes as at a day under a policy, kept so that a change of one action costs
/// the sums of its neighbours and not those of a million: always what
/// [`progress`](super::progress) gives for each, merged.
///
/// ```
/// use programme::{change::Change, model::{About, Draft}, rollup::{Kept, Policy}};
/// use programme::{values::Timescale, Action};
///
/// let mut draft = Draft::new(About::named("example"));
/// let mut action = Action::new(draft.key("A1".parse()?), "Publish the plan");
/// draft.put(action.clone());
/// let before = draft.finish()?;
/// let mut kept = Kept::new(Policy::pooled(), "2019-09-04".parse()?);
/// kept.put(&before);
/// assert_eq!((kept.total().counted(), kept.total().complete()), (1, 0));
///
/// action.timescale = Timescale::read("Completed");
/// let changes = [Change::replace(action)];
/// let after = before.apply(&changes)?;
/// kept.follow(&after, &changes);
/// assert_eq!(kept.total().complete(), 1);
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Kept {
    policy: Policy,
    on: NaiveDate,
    places: BTreeMap<Id<Programme>, usize>,
    free: Vec<usize>,
    parts: Vec<Part>,
    totals: Tree,
}

/// What is kept of one programme.
#[derive(Clone, Debug, Default)]
struct Part {
    /// The state whose sums these are.
    programme: Option<Programme>,
    chunks: Tree,
    milestones: Progress,
}

impl Part {
    fn total(&self) -> Progress {
        self.chunks.total().clone().merge(self.milestones.clone())
    }
}

impl Kept {
    /// Of no programme yet.
    #[must_use]
    pub fn new(policy: Policy, on: NaiveDate) -> Self {
        let (places, free, parts) = (BTreeMap::new(), Vec::new(), Vec::new());
        Self { policy, on, places, free, parts, totals: Tree::default() }
    }

    /// Takes a programme in, in place of an earlier state of it.
    pub fn put(&mut self, programme: &Programme) {
        let pass = Pass::new(programme, &self.policy, self.on);
        let rows = programme.actions().len();
        let chunks = (0..rows.div_ceil(CHUNK)).map(|chunk| sums(&pass, rows, chunk)).collect();
        let milestones = Progress { milestones: pass.milestones(), ..Progress::default() };
        let held = Some(programme.clone());
        let part = Part { programme: held, chunks: Tree::of(chunks), milestones };
        let id = programme.about().id;
        let place = self.places.get(&id).copied().or_else(|| self.free.pop());
        let place = place.unwrap_or(self.parts.len());
        self.places.insert(id, place);
        self.totals.set(place, part.total());
        match self.parts.get_mut(place) {
            Some(old) => *old = part,
            None => self.parts.push(part),
        }
    }

    /// Follows changes that led from the state of a programme that is kept to another. Each has to be
    /// followed: of a change that was left out nothing is known here, and [`put`](Self::put) mends
    /// that.
    ///
    /// Changes of actions alone are followed at the cost of their neighbours; where actions come or
    /// go, have parts or weights, or another kind of row that counts changes, the programme is
    /// reckoned anew.
    ///
    /// See [`Kept`] for an example.
    pub fn follow(&mut self, after: &Programme, changes: &[Change]) {
        let place = self.places.get(&after.about().id).copied();
        let part = place.and_then(|place| self.parts.get_mut(place));
        let pass = Pass::new(after, &self.policy, self.on);
        let before = part.as_ref().and_then(|part| part.programme.as_ref());
        let numbers = before.and_then(|before| numbers(&pass, before, changes));
        let (Some(place), Some(part), Some(numbers)) = (place, part, numbers) else {
            return self.put(after);
        };
        let rows = after.actions().len();
        let chunks: BTreeSet<usize> = numbers.into_iter().map(|number| number / CHUNK).collect();
        for chunk in chunks {
            part.chunks.set(chunk, sums(&pass, rows, chunk));
        }
        part.programme = Some(after.clone());
        let total = part.total();
        self.totals.set(place, total);
    }

    /// Lets a programme go; whether it was there.
    ///
    /// ```
    /// use programme::{model::{About, Draft}, rollup::{Kept, Policy}, Action};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// draft.put(Action::new(draft.key("A1".parse()?), "Publish the plan"));
    /// let programme = draft.finish()?;
    /// let mut kept = Kept::new(Policy::pooled(), "2019-09-04".parse()?);
    /// kept.put(&programme);
    /// assert!(kept.remove(programme.about().id));
    /// assert_eq!(kept.total().counted(), 0);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    pub fn remove(&mut self, programme: Id<Programme>) -> bool {
        let Some(place) = self.places.remove(&programme) else { return false };
        self.free.push(place);
        if let Some(part) = self.parts.get_mut(place) {
            *part = Part::default();
        }
        self.totals.set(place, Progress::default());
        true
    }

    /// The progress of all programmes together.
    #[must_use]
    pub fn total(&self) -> &Progress {
        self.totals.total()
    }

    /// The progress of one of them.
    ///
    /// ```
    /// use programme::{model::{About, Draft}, rollup::{self, Kept, Policy}, Action};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// draft.put(Action::new(draft.key("A1".parse()?), "Publish the plan"));
    /// let (programme, on) = (draft.finish()?, "2019-09-04".parse()?);
    /// let mut kept = Kept::new(Policy::pooled(), on);
    /// kept.put(&programme);
    /// let progress = kept.programme(programme.about().id);
    /// assert_eq!(progress, Some(&rollup::progress(&programme, &Policy::pooled(), on)));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn programme(&self, programme: Id<Programme>) -> Option<&Progress> {
        self.totals.leaf(*self.places.get(&programme)?)
    }
}

/// The sums of a chunk of the actions of a programme.
fn sums(pass: &Pass<'_>, rows: usize, chunk: usize) -> Progress {
    let mut sum = Progress::default();
    pass.add(&mut sum, chunk * CHUNK, rows.min((chunk + 1) * CHUNK));
    sum
}

/// The numbers of the actions that changes touch, if they touch no other action's share: none where
/// the whole programme has to be reckoned anew.
fn numbers(pass: &Pass<'_>, before: &Programme, changes: &[Change]) -> Option<Vec<usize>> {
    let after = pass.programme;
    let alone = before.index().parts.is_empty() && pass.counts_alone();
    if !alone || before.actions().len() != after.actions().len() {
        return None;
    }
    let mut numbers = Vec::new();
    for change in changes {
        match change {
            Change::Replace(Record::Action(action)) => {
                let number = after.actions().number(action.key.id)?;
                if before.actions().number(action.key.id) != Some(number) {
                    return None;
                }
                numbers.push(usize::try_from(number).ok()?);
            }
            other => {
                let kind = other.subject().map(crate::model::Subject::kind);
                if let Some(Kind::Action | Kind::ActionPlan | Kind::Milestone) = kind {
                    return None;
                }
            }
        }
    }
    Some(numbers)
}

/// Sums in a tree whose every node is the sum of the two below: a change of a leaf costs as many
/// merges as the tree is high, and none has to be undone.
#[derive(Clone, Debug)]
struct Tree {
    /// The root at 1, the two below a node at twice its place and one more; leaves last.
    sums: Vec<Progress>,
    /// What there is where there is nothing.
    nothing: Progress,
}

impl Default for Tree {
    fn default() -> Self {
        Self::of(Vec::new())
    }
}

impl Tree {
    fn of(leaves: Vec<Progress>) -> Self {
        let width = leaves.len().next_power_of_two();
        let mut sums = vec![Progress::default(); width];
        sums.extend(leaves);
        sums.resize(2 * width, Progress::default());
        let mut tree = Self { sums, nothing: Progress::default() };
        (1..width).rev().for_each(|node| tree.sum(node));
        tree
    }

    /// Sums a node from the two below.
    fn sum(&mut self, node: usize) {
        let mut sum = self.sums.get(2 * node).cloned().unwrap_or_default();
        if let Some(right) = self.sums.get(2 * node + 1) {
            sum.add(right);
        }
        if let Some(place) = self.sums.get_mut(node) {
            *place = sum;
        }
    }

    fn total(&self) -> &Progress {
        self.sums.get(1).unwrap_or(&self.nothing)
    }

    fn leaf(&self, at: usize) -> Option<&Progress> {
        self.sums.get(self.sums.len() / 2 + at)
    }

    fn set(&mut self, at: usize, sums: Progress) {
        let width = self.sums.len() / 2;
        if at >= width {
            let mut leaves: Vec<Progress> = self.sums.drain(width..).collect();
            leaves.resize(at + 1, Progress::default());
            *self = Self::of(leaves);
            return self.set(at, sums);
        }
        let mut node = width + at;
        if let Some(leaf) = self.sums.get_mut(node) {
            *leaf = sums;
        }
        while node > 1 {
            node /= 2;
            self.sum(node);
        }
    }
}
