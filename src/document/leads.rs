//! Who leads: cells with one name or several, split only where that is no guess.

use std::collections::HashMap;

use super::resolve::Directory;
use crate::model::{Lead, Party};

/// Cells beyond this are no list of leads, and are kept whole.
const LONGEST: usize = 400;

/// How many joints are tried from each start: no name of a post or body has more in it.
const MOST_JOINTS: usize = 12;

/// What the rest of a cell, from some start in it, comes to.
struct Rest {
    /// Where its first lead ends and the rest after it starts; none where it is not split.
    split: Option<(usize, usize)>,
    /// Whether its first lead is known.
    known: bool,
}

impl Directory {
    /// The leads in a cell, each with whom it means.
    ///
    /// A cell is split at known posts and bodies only: at a slash, comma or new line beside a known
    /// name, and at "and" or "&" between two of them. What names nobody is kept whole.
    pub(super) fn leads(&self, words: &str) -> Vec<Lead> {
        let mut leads = Vec::with_capacity(1);
        self.split_leads(words, &mut leads);
        leads
    }

    /// Adds the leads of a cell to others.
    pub(super) fn split_leads(&self, words: &str, leads: &mut Vec<Lead>) {
        let whole = self.lead(words);
        if whole.party != Party::Unknown || words.len() > LONGEST {
            return leads.push(whole);
        }
        let rests = self.rests(words);
        let mut start = 0;
        // INVARIANT: each rest starts after the one before.
        while let Some((end, next)) = rests.get(&start).and_then(|rest| rest.split) {
            leads.push(self.lead(piece(words, start, end)));
            start = next;
        }
        // A cell that is not split is kept with the spaces around it.
        leads.push(if start == 0 { whole } else { self.lead(piece(words, start, words.len())) });
    }

    /// What follows each joint of a cell, and the cell itself, by where it starts. From the last to
    /// the first, so that each is worked out once however many joints lead to it.
    fn rests(&self, words: &str) -> HashMap<usize, Rest> {
        let joints = joints(words);
        let mut rests = HashMap::with_capacity(joints.len() + 1);
        for at in (0..=joints.len()).rev() {
            let start = at.checked_sub(1).and_then(|before| joints.get(before));
            let start = start.map_or(0, |joint| joint.end);
            // Joints may overlap ("a and and b"): only those within the rest are its own.
            let own = joints.get(at..).unwrap_or_default().iter();
            let own = own.filter(|joint| joint.start >= start).take(MOST_JOINTS);
            let rest = self.rest(words, start, own, &rests);
            rests.insert(start, rest);
        }
        rests
    }

    fn rest<'j>(
        &self,
        words: &str,
        start: usize,
        joints: impl Iterator<Item = &'j Joint>,
        rests: &HashMap<usize, Rest>,
    ) -> Rest {
        let whole = piece(words, start, words.len());
        if self.is_known(whole) {
            return Rest { split: None, known: true };
        }
        for joint in joints {
            let left = piece(words, start, joint.start);
            if left.is_empty() || piece(words, joint.end, words.len()).is_empty() {
                continue;
            }
            let other = rests.get(&joint.end).is_some_and(|rest| rest.known);
            if !other && !joint.strong {
                continue;
            }
            let one = self.is_known(left);
            if (one && other) || (joint.strong && (one || other)) {
                return Rest { split: Some((joint.start, joint.end)), known: one };
            }
        }
        Rest { split: None, known: false }
    }

    fn is_known(&self, words: &str) -> bool {
        self.party(words).0 != Party::Unknown
    }

    /// A lead of these words. Words that are simply the name or reference of whom they mean are
    /// not kept beside the link: they follow from it.
    fn lead(&self, words: &str) -> Lead {
        let (party, said) = self.party(words);
        let words = (!said).then(|| words.to_owned());
        Lead { words, party, accountable: None }
    }

    /// Whom words mean, and whether they are simply the name or the reference.
    pub(super) fn party(&self, words: &str) -> (Party, bool) {
        let post = self.meant(words).map(|(id, said)| (Party::Post(id), said));
        let body = || self.meant(words).map(|(id, said)| (Party::Body(id), said));
        post.or_else(body).unwrap_or((Party::Unknown, false))
    }
}

/// A piece of a cell, without the spaces around it.
fn piece(words: &str, start: usize, end: usize) -> &str {
    words.get(start..end).unwrap_or_default().trim()
}

/// Where a cell can be split.
struct Joint {
    start: usize,
    end: usize,
    /// Whether one known name beside it is enough.
    strong: bool,
}

/// The joints of a cell, in order.
fn joints(words: &str) -> Vec<Joint> {
    let mut joints = Vec::new();
    for (joiner, strong) in
        [("/", true), (",", true), (";", true), ("\n", true), (" and ", false), (" & ", false)]
    {
        let all = words.match_indices(joiner);
        joints.extend(all.map(|(start, _)| Joint { start, end: start + joiner.len(), strong }));
    }
    joints.sort_unstable_by_key(|joint| joint.start);
    joints
}
