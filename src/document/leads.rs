//! Who leads: cells with one name or several, split only where that is no guess.

use super::resolve::Directory;
use crate::model::{Lead, Party};

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
        if whole.party != Party::Unknown || words.len() > 400 {
            return leads.push(whole);
        }
        for (start, end, strong) in joints(words) {
            let (left, right) = (words.get(..start), words.get(end..));
            let (Some(left), Some(right)) = (left.map(str::trim), right.map(str::trim)) else {
                continue;
            };
            if left.is_empty() || right.is_empty() {
                continue;
            }
            let left = self.lead(left);
            let right = self.leads(right);
            let known = |lead: &Lead| lead.party != Party::Unknown;
            let (one, other) = (known(&left), right.first().is_some_and(known));
            if (one && other) || (strong && (one || other)) {
                leads.push(left);
                return leads.extend(right);
            }
        }
        leads.push(whole);
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
