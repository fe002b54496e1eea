//! Which actions are parts of which.
#![expect(
    clippy::indexing_slicing,
    reason = "columnar passes: every column has one entry an action, and numbers come from the tables"
)]

use super::NONE;

/// Actions and their parts, laid out so that a pass goes from wholes to parts, or back, in one step
/// an action, however deep they nest. Empty where no action has parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Parts {
    /// What each is a part of.
    parent: Vec<u32>,
    /// Wholes before their parts, and the parts of one whole side by side.
    order: Vec<u32>,
    /// Where in `order` the parts of each begin and end.
    runs: Vec<(u32, u32)>,
}

impl Parts {
    pub(super) fn of(parent: Vec<u32>) -> Self {
        let rows = parent.len();
        if parent.iter().all(|whole| *whole == NONE) {
            return Self::default();
        }
        // Each whole's first part and each part's next, from the back so that they run forward.
        let (mut first, mut next) = (vec![NONE; rows], vec![NONE; rows]);
        for at in (0..rows).rev().filter(|at| parent[*at] != NONE) {
            next[at] = std::mem::replace(&mut first[parent[at] as usize], count(at));
        }
        let mut order = Vec::with_capacity(rows);
        order.extend((0..count(rows)).filter(|at| parent[*at as usize] == NONE));
        let mut runs = vec![(0, 0); rows];
        let mut seen = 0;
        while seen < order.len() {
            let whole = order[seen] as usize;
            let begin = count(order.len());
            let mut part = first[whole];
            while part != NONE {
                order.push(part);
                part = next[part as usize];
            }
            runs[whole] = (begin, count(order.len()));
            seen += 1;
        }
        Self { parent, order, runs }
    }

    /// Whether no action has parts.
    pub(crate) fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// What an action is a part of.
    pub(crate) fn whole(&self, at: usize) -> Option<usize> {
        self.parent.get(at).filter(|whole| **whole != NONE).map(|whole| *whole as usize)
    }

    /// The parts of an action, in the order of references.
    pub(crate) fn of_whole(&self, at: usize) -> &[u32] {
        self.runs.get(at).map_or(&[], |(begin, end)| &self.order[*begin as usize..*end as usize])
    }

    /// Every action, wholes before their parts; of actions without any there is nothing to say.
    pub(crate) fn top_down(&self) -> impl DoubleEndedIterator<Item = usize> {
        self.order.iter().map(|at| *at as usize)
    }

    pub(super) fn bytes(&self) -> usize {
        4 * (self.parent.len() + self.order.len()) + 8 * self.runs.len()
    }
}

/// How many there are, as columns count.
pub(super) fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(NONE)
}
