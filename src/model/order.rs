//! What comes before what: an order in which everything follows what it waits for, and rings.
#![expect(clippy::indexing_slicing, reason = "numbers are below the count that is given")]

use std::collections::{BTreeMap, BTreeSet};

/// Things in an order in which each follows all that it waits for.
pub(crate) struct Order<K> {
    /// Those that can be put in order. Only what waits or is waited for is among them.
    pub(crate) sorted: Vec<K>,
    /// Those that wait, directly or through others, for themselves or for such as do.
    pub(crate) stuck: BTreeSet<K>,
}

impl<K: Ord + Copy> Order<K> {
    /// The order of pairs, the first of which comes before the second.
    pub(crate) fn of(pairs: &[(K, K)]) -> Self {
        let mut waiters: BTreeMap<K, Vec<K>> = BTreeMap::new();
        let mut waits: BTreeMap<K, usize> = BTreeMap::new();
        for (first, then) in pairs {
            waiters.entry(*first).or_default().push(*then);
            *waits.entry(*then).or_default() += 1;
        }
        // Whoever waits for nothing that is still here goes, and so may those who waited for it: who
        // is left waits for somebody who is left.
        let mut free: Vec<K> =
            waiters.keys().filter(|key| !waits.contains_key(key)).copied().collect();
        let mut sorted = Vec::with_capacity(waits.len());
        while let Some(key) = free.pop() {
            sorted.push(key);
            for waiter in waiters.get(&key).into_iter().flatten() {
                let Some(count) = waits.get_mut(waiter) else { continue };
                *count -= 1;
                if *count == 0 {
                    waits.remove(waiter);
                    free.push(*waiter);
                }
            }
        }
        Self { sorted, stuck: waits.into_keys().collect() }
    }
}

/// Each ring of numbers below `count` that lead to one another, once. Walks on from every number at
/// most once.
pub(crate) fn rings(count: usize, next: impl Fn(usize) -> Option<usize>) -> Vec<Vec<usize>> {
    let mut found = Vec::new();
    let mut seen = vec![0_u32; count];
    for (walk, start) in (1_u32..).zip(0..count) {
        let mut path: Vec<usize> = Vec::new();
        let mut ahead = next(start).is_some().then_some(start);
        while let Some(at) = ahead {
            if seen[at] == walk {
                found.push(path.iter().skip_while(|other| **other != at).copied().collect());
            }
            if seen[at] != 0 {
                break;
            }
            seen[at] = walk;
            path.push(at);
            ahead = next(at);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_follows_what_it_waits_for() {
        // 1 before 2 and 3, both before 4; 5 and 6 wait for one another, and 7 for them.
        let pairs = [(3, 4), (1, 2), (2, 4), (1, 3), (5, 6), (6, 5), (6, 7)];
        let Order { sorted, stuck } = Order::of(&pairs);
        let place = |key| sorted.iter().position(|other| *other == key);
        assert_eq!(sorted.len(), 4);
        assert!(place(1) < place(2) && place(1) < place(3));
        assert!(place(2) < place(4) && place(3) < place(4));
        assert_eq!(stuck, BTreeSet::from([5, 6, 7]));
    }

    #[test]
    fn a_ring_is_found_once_and_a_way_into_it_is_none() {
        // 0 leads into the ring of 1, 2 and 3; 4 leads to itself; 5 leads nowhere.
        let next = [Some(1), Some(2), Some(3), Some(1), Some(4), None];
        assert_eq!(rings(6, |at| next[at]), [vec![1, 2, 3], vec![4]]);
    }
}
