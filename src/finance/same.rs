//! Rows that state one thing again and again, as groups.

/// The groups of rows by the row that each states again, by their places in a table: the least place
/// in each row's group, so that the order of groups is that of references.
pub(super) fn same(links: impl ExactSizeIterator<Item = Option<usize>>) -> Vec<usize> {
    let mut above: Vec<usize> = (0..links.len()).collect();
    for (at, other) in links.enumerate() {
        if let Some(other) = other {
            let (a, b) = (root(&mut above, at), root(&mut above, other));
            above.get_mut(a.max(b)).into_iter().for_each(|root| *root = a.min(b));
        }
    }
    (0..above.len()).map(|at| root(&mut above, at)).collect()
}

/// The least of those that are joined with this one, with the way to it made short.
fn root(above: &mut [usize], at: usize) -> usize {
    let mut here = at;
    while let Some(up) = above.get(here).copied().filter(|up| *up != here) {
        let further = above.get(up).copied().unwrap_or(up);
        above.get_mut(here).into_iter().for_each(|link| *link = further);
        here = further;
    }
    here
}
