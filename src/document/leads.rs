//! Who leads: cells with one name or several, split only where that is no guess.

use super::resolve::Directory;
use crate::model::Party;

impl Directory {
    /// The leads in a cell, each with whom it means.
    ///
    /// A cell is split at known posts and bodies only: at a slash, comma or new line beside a known
    /// name, and at "and" or "&" between two of them. What names nobody is kept whole.
    pub(super) fn leads<'w>(&self, words: &'w str) -> Vec<(&'w str, Party)> {
        let whole = self.party(words);
        if whole != Party::Unknown || words.len() > 400 {
            return vec![(words, whole)];
        }
        for (start, end, strong) in joints(words) {
            let (left, right) = (words.get(..start), words.get(end..));
            let (Some(left), Some(right)) = (left.map(str::trim), right.map(str::trim)) else {
                continue;
            };
            if left.is_empty() || right.is_empty() {
                continue;
            }
            let left = (left, self.party(left));
            let right = self.leads(right);
            let known = |party: Party| party != Party::Unknown;
            let (one, other) = (known(left.1), right.first().is_some_and(|(_, p)| known(*p)));
            if (one && other) || (strong && (one || other)) {
                let mut leads = vec![left];
                leads.extend(right);
                return leads;
            }
        }
        vec![(words, Party::Unknown)]
    }

    /// The words of a lead that its party's reference does not say already.
    pub(super) fn words_beside(&self, party: Party, words: String) -> Option<String> {
        let by_reference =
            crate::values::Reference::read(&words).is_some_and(|reference| match party {
                Party::Post(post) => self.is_at(reference, post),
                Party::Body(body) => self.is_at(reference, body),
                Party::Unknown => false,
            });
        (!by_reference).then_some(words)
    }

    pub(super) fn party(&self, words: &str) -> Party {
        let post = self.find(words).map(Party::Post);
        post.or_else(|| self.find(words).map(Party::Body)).unwrap_or(Party::Unknown)
    }
}

/// Where a cell can be split, and whether the joiner is a strong one.
fn joints(words: &str) -> Vec<(usize, usize, bool)> {
    let mut joints: Vec<(usize, usize, bool)> = Vec::new();
    for (joiner, strong) in
        [("/", true), (",", true), (";", true), ("\n", true), (" and ", false), (" & ", false)]
    {
        joints.extend(words.match_indices(joiner).map(|(at, _)| (at, at + joiner.len(), strong)));
    }
    joints.sort_unstable();
    joints.truncate(12);
    joints
}
