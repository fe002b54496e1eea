//! Rows that two papers without ids of their own may both mean.

use super::Called;
use crate::{
    model::{Programme, Record},
    values::names::{Name, fold},
};

/// A row that is gone, and those that came whose names are like its own: it may be one of them
/// under another reference. What is so is for people to say.
///
/// See [`unmatched`] for an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unmatched {
    /// The row that is gone.
    pub removed: Called,
    /// Its name.
    pub name: String,
    /// Rows of its kind that came, with their names, in the order of references; never empty.
    pub candidates: Vec<(Called, String)>,
    /// Whether there are several candidates, or one that is also another's.
    pub ambiguous: bool,
}

/// From which likeness of their letters on two names may be one.
const LIKE: f64 = 0.8;

/// Rows of one kind that are gone and have come, and whose names are alike: where papers print no
/// references that last, a row that was only renumbered is told as one removed and one added.
///
/// Nothing is decided. Every candidate is listed, and where there are several, or one is that of
/// several rows, this is said.
///
/// ```
/// use programme::{history, model::{About, Draft}, Action};
///
/// let paper = |rows: &[(&str, &str)]| -> Result<_, Box<dyn std::error::Error>> {
///     let mut draft = Draft::new(About::named("example"));
///     for (reference, title) in rows {
///         draft.put(Action::new(draft.key(reference.parse()?), *title));
///     }
///     Ok(draft.finish()?)
/// };
/// let before = paper(&[("A1", "Publish the plan"), ("A2", "Ask residents")])?;
/// let after = paper(&[("A2", "Ask residents"), ("A7", "Publish the plans")])?;
/// let matches = history::unmatched(&before, &after);
/// let [one] = matches.as_slice() else { return Err("one is gone".into()) };
/// assert_eq!((one.removed.shown.as_str(), one.candidates[0].0.shown.as_str()), ("A1", "A7"));
/// assert!(!one.ambiguous);
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn unmatched(before: &Programme, after: &Programme) -> Vec<Unmatched> {
    let (mut gone, mut come): (Vec<Record>, Vec<Record>) = (Vec::new(), Vec::new());
    before.differences(after, |old, new| match (old, new) {
        (Some(old), None) => gone.push(old),
        (None, Some(new)) => come.push(new),
        _ => {}
    });
    let names: Vec<Comparable<'_>> = come.iter().map(Comparable::of).collect();
    let mut found: Vec<(&Record, Vec<usize>)> = Vec::new();
    let mut times = vec![0_usize; come.len()];
    for old in &gone {
        let name = Comparable::of(old);
        let others = come.iter().zip(&names).enumerate();
        let like: Vec<usize> = others
            .filter(|(_, (new, other))| new.kind() == old.kind() && name.is_like(other))
            .map(|(at, _)| at)
            .collect();
        for at in &like {
            if let Some(times) = times.get_mut(*at) {
                *times += 1;
            }
        }
        if !like.is_empty() {
            found.push((old, like));
        }
    }
    let shared = |at: &usize| times.get(*at).is_some_and(|times| *times > 1);
    let told = found.into_iter().map(|(old, like)| {
        let rows = like.iter().filter_map(|at| come.get(*at));
        Unmatched {
            removed: Called::of(before, old.subject()),
            name: old.name().to_owned(),
            candidates: rows
                .map(|row| (Called::of(after, row.subject()), row.name().to_owned()))
                .collect(),
            ambiguous: like.len() > 1 || like.iter().any(shared),
        }
    });
    told.collect()
}

/// A name in the forms in which it is compared.
struct Comparable<'n> {
    name: Name<'n>,
    folded: String,
}

impl<'n> Comparable<'n> {
    fn of(row: &'n Record) -> Self {
        Self { name: Name::new(row.name()), folded: fold(row.name()) }
    }

    fn is_like(&self, other: &Self) -> bool {
        if self.folded.is_empty() || other.folded.is_empty() {
            return false;
        }
        if self.folded == other.folded || self.name.alike(&other.name) {
            return true;
        }
        // Names of very different lengths cannot be that like, which spares most comparisons.
        let (short, long) = (self.folded.len(), other.folded.len());
        let (short, long) = (short.min(long), short.max(long));
        short * 5 >= long * 4 && strsim::normalized_levenshtein(&self.folded, &other.folded) >= LIKE
    }
}
