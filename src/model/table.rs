//! Rows of one kind.

use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
    sync::Arc,
};

use uuid::Uuid;

use super::Row;
use crate::values::{Id, Reference};

/// The rows of one kind: each id once and, in a programme, each reference once, in the order of
/// references.
///
/// Rows are shared, so that a copy of a programme with one row changed copies one row.
///
/// ```
/// use programme::{model::{About, Draft, Key}, Action};
///
/// let mut draft = Draft::new(About::named("example"));
/// for reference in ["A10", "A2"] {
///     let key = Key::derive(draft.about.id, reference.parse()?);
///     draft.put(Action::new(key, "Publish the plan"));
/// }
/// let programme = draft.finish()?;
/// let order: Vec<_> = programme.actions().iter().map(|a| a.key.reference.to_string()).collect();
/// assert_eq!(order, ["A2", "A10"]);
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Table<R> {
    rows: Vec<Arc<R>>,
    numbers: HashMap<Uuid, u32, BuildHasherDefault<FastHasher>>,
}

/// A fast hash of ids and references, sixteen bytes each.
///
/// Both halves count, and the product's high bits are folded into its low ones, which tables choose
/// places by: ids made by the clock or by counting differ in a few bytes only, at either end, and
/// references in a few bits in the middle.
#[derive(Clone, Default)]
pub(crate) struct FastHasher(u64);

impl Hasher for FastHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        match <[u8; 16]>::try_from(bytes) {
            Ok(bytes) => self.write_u128(u128::from_le_bytes(bytes)),
            Err(_) => bytes.iter().for_each(|byte| self.write_u128(u128::from(*byte))),
        }
    }

    fn write_u128(&mut self, whole: u128) {
        let (low, high) = (whole as u64 ^ self.0, (whole >> 64) as u64);
        let product =
            u128::from(low ^ 0x9e37_79b9_7f4a_7c15) * u128::from(high ^ 0xbf58_476d_1ce4_e5b9);
        self.0 = product as u64 ^ (product >> 64) as u64;
    }
}

impl<R: PartialEq> PartialEq for Table<R> {
    fn eq(&self, other: &Self) -> bool {
        self.rows == other.rows
    }
}
impl<R: Eq> Eq for Table<R> {}

impl<R> Default for Table<R> {
    fn default() -> Self {
        Self { rows: Vec::new(), numbers: HashMap::default() }
    }
}

impl<R: Row> Table<R> {
    /// The row with this id.
    ///
    /// ```
    /// use programme::{model::{About, Draft}, Post};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let key = draft.key("POST1".parse()?);
    /// let id = key.id;
    /// draft.put(Post::new(key, "Chief Executive"));
    /// let programme = draft.finish()?;
    /// assert_eq!(programme.posts().get(id).map(|p| p.title.as_str()), Some("Chief Executive"));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn get(&self, id: Id<R>) -> Option<&R> {
        self.row(self.number(id)?)
    }

    /// The row with this reference.
    ///
    /// `None` where no row of the kind has it.
    ///
    /// ```
    /// use programme::{model::{About, Draft}, Post};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// draft.put(Post::new(draft.key("POST1".parse()?), "Chief Executive"));
    /// let programme = draft.finish()?;
    /// assert!(programme.posts().by_reference("POST1".parse()?).is_some());
    /// assert!(programme.posts().by_reference("POST2".parse()?).is_none());
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn by_reference(&self, reference: Reference) -> Option<&R> {
        let sorted = self.rows.binary_search_by_key(&reference, |row| row.key().reference);
        sorted.ok().and_then(|at| self.rows.get(at)).map(Arc::as_ref)
    }

    /// All rows; in a programme, in the order of references.
    ///
    /// ```
    /// use programme::{model::{About, Draft}, Post};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// draft.put(Post::new(draft.key("POST2".parse()?), "Leader of the Council"));
    /// draft.put(Post::new(draft.key("POST1".parse()?), "Chief Executive"));
    /// let programme = draft.finish()?;
    /// let titles: Vec<_> = programme.posts().iter().map(|post| post.title.as_str()).collect();
    /// assert_eq!(titles, ["Chief Executive", "Leader of the Council"]);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &R> + DoubleEndedIterator {
        self.rows.iter().map(Arc::as_ref)
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The row's number: its place in [`iter`](Self::iter).
    pub(crate) fn number(&self, id: Id<R>) -> Option<u32> {
        self.numbers.get(&id.uuid()).copied()
    }

    pub(crate) fn row(&self, number: u32) -> Option<&R> {
        self.rows.get(usize::try_from(number).ok()?).map(Arc::as_ref)
    }

    pub(super) fn shared(&self, id: Id<R>) -> Option<Arc<R>> {
        self.rows.get(usize::try_from(self.number(id)?).ok()?).cloned()
    }

    pub(super) fn arcs(&self) -> impl Iterator<Item = &Arc<R>> {
        self.rows.iter()
    }

    /// Every row that is not the same in another state of the table, with that of the other: rows
    /// that are gone, then those that are new or otherwise.
    pub(super) fn differences(
        &self,
        after: &Self,
        mut each: impl FnMut(Option<Arc<R>>, Option<Arc<R>>),
    ) {
        let same = |a: &Arc<R>, b: &Arc<R>| Arc::ptr_eq(a, b) || a == b;
        // Most rows stand where they stood, and are shared.
        let head = self.rows.iter().zip(&after.rows);
        let head = head.take_while(|(a, b)| Arc::ptr_eq(a, b)).count();
        let rest = |rows: &'_ [Arc<R>]| rows.get(head..).unwrap_or_default().to_vec();
        let (old, new) = (rest(&self.rows), rest(&after.rows));
        for row in old.iter().filter(|row| after.number(row.key().id).is_none()) {
            each(Some(row.clone()), None);
        }
        for (at, row) in new.into_iter().enumerate() {
            if old.get(at).is_some_and(|other| Arc::ptr_eq(other, &row)) {
                continue;
            }
            match self.shared(row.key().id) {
                Some(before) if same(&before, &row) => {}
                before => each(before, Some(row)),
            }
        }
    }

    pub(super) fn reserve(&mut self, rows: usize) {
        self.rows.reserve(rows);
        self.numbers.reserve(rows);
    }

    /// Puts a row in, in place of the one with its id.
    pub(super) fn put(&mut self, row: Arc<R>) -> Option<Arc<R>> {
        let next = u32::try_from(self.rows.len()).unwrap_or(u32::MAX);
        let number = *self.numbers.entry(row.key().id.uuid()).or_insert(next);
        match self.rows.get_mut(usize::try_from(number).unwrap_or(usize::MAX)) {
            Some(place) => Some(std::mem::replace(place, row)),
            None => {
                self.rows.push(row);
                None
            }
        }
    }

    pub(super) fn remove(&mut self, id: Id<R>) -> Option<Arc<R>> {
        let number = self.numbers.remove(&id.uuid())?;
        let row = self.rows.swap_remove(usize::try_from(number).ok()?);
        if let Some(moved) = self.row(number) {
            self.numbers.insert(moved.key().id.uuid(), number);
        }
        Some(row)
    }

    pub(super) fn get_mut(&mut self, id: Id<R>) -> Option<&mut R> {
        let number = usize::try_from(self.number(id)?).ok()?;
        self.rows.get_mut(number).map(Arc::make_mut)
    }

    /// Puts the rows in the order of references, and numbers them anew if that moved any.
    pub(super) fn sort(&mut self) {
        if self.rows.is_sorted_by_key(|row| (row.key().reference, row.key().id)) {
            return;
        }
        let keys = self.rows.iter().map(|row| (row.key().reference, row.key().id.uuid()));
        let order = order_of(keys.collect());
        let mut rows: Vec<_> = std::mem::take(&mut self.rows).into_iter().map(Some).collect();
        let in_order = order.into_iter().filter_map(|at| rows.get_mut(at)?.take());
        self.rows = in_order.collect();
        for (number, row) in (0..).zip(&self.rows) {
            self.numbers.insert(row.key().id.uuid(), number);
        }
    }

    /// Neighbours with the same reference, once sorted.
    pub(super) fn same_references(&self) -> impl Iterator<Item = (&R, &R)> {
        self.rows.windows(2).filter_map(|pair| match pair {
            [a, b] if a.key().reference == b.key().reference => Some((a.as_ref(), b.as_ref())),
            _ => None,
        })
    }

    /// Bytes of the numbering, rows not included.
    pub(super) fn numbering_bytes(&self) -> usize {
        // One control byte an entry, as the standard hash map lays it out.
        self.numbers.capacity() * (size_of::<(Uuid, u32)>() + 1)
    }
}

/// Where the rows stand, in the order of their keys. Apart from the tables, so that it is compiled
/// once and not once for each kind.
fn order_of(keys: Vec<(Reference, Uuid)>) -> Vec<usize> {
    let mut order: Vec<_> = keys.into_iter().zip(0..).collect();
    order.sort_unstable();
    order.into_iter().map(|(_, at)| at).collect()
}

impl<'t, R: Row> IntoIterator for &'t Table<R> {
    type Item = &'t R;
    type IntoIter = std::iter::Map<std::slice::Iter<'t, Arc<R>>, fn(&'t Arc<R>) -> &'t R>;

    fn into_iter(self) -> Self::IntoIter {
        self.rows.iter().map(Arc::as_ref)
    }
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, hash::Hash};

    use super::*;

    /// Into how many of 4,096 places, and under how many of 128 marks, 4,096 keys fall.
    fn spread(key: impl Fn(u32) -> (Uuid, Option<Reference>)) -> (usize, usize) {
        let hashes = (0..4096).map(|number| {
            let mut hasher = FastHasher::default();
            match key(number) {
                (_, Some(reference)) => reference.hash(&mut hasher),
                (uuid, None) => uuid.hash(&mut hasher),
            }
            hasher.finish()
        });
        let hashes: Vec<u64> = hashes.collect();
        let places: BTreeSet<u64> = hashes.iter().map(|hash| hash & 4095).collect();
        let marks: BTreeSet<u64> = hashes.iter().map(|hash| hash >> 57).collect();
        (places.len(), marks.len())
    }

    #[test]
    fn keys_that_differ_little_fall_apart() {
        let base = 0x0191_2f3a_7b1d_7d0a_9a53_2f60_7c1e_0000_u128;
        let counted = |number: u32| (Uuid::from_u128(base + u128::from(number)), None);
        let by_the_clock = |number: u32| (Uuid::from_u128(base ^ u128::from(number) << 96), None);
        let numbered = |number: u32| (Uuid::nil(), Reference::new("A", &[1, number]));
        let keys = [spread(counted), spread(by_the_clock), spread(numbered)];
        for (places, marks) in keys {
            // Thrown at random they would take some 2,590 places.
            assert!(places > 2_000 && marks > 100, "{keys:?}");
        }
    }
}
