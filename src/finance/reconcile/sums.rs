//! Parts against the total that they are said to come to.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::{
    Obstacle,
    fit::{Amounts, Fit},
    quotations::{Groups, Print},
};
use crate::{
    model::{Citation, Claim},
    values::{FigureUnit, Id},
};

/// How many combinations of one sum are tried at most.
const MOST: usize = 4_096;
/// How many figures are added in one run at most, so that no document takes it long.
const BUDGET: usize = 1 << 20;

/// Parts that are said to add up to a total, with every combination of their quotations.
///
/// Claims that quote one figure are one part, however many of them are listed. Of a sum with very
/// many quotations the first 4,096 combinations are tried, those that are printed in one place
/// before all others, and [`untried`](Self::untried) says how many are left.
///
/// See [`reconcile`](super::reconcile) for an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addition {
    /// The claim that lists the parts.
    pub total: Id<Claim>,
    /// The parts, each by the first claim that is listed for it.
    pub parts: Vec<Id<Claim>>,
    /// What the figures count; none where all are nil.
    pub unit: Option<FigureUnit>,
    /// The combinations that were tried.
    pub combinations: Vec<Combination>,
    /// How many more there are.
    pub untried: u64,
    /// Why some or all of it could not be added.
    pub obstacles: Vec<Obstacle>,
}

/// One quotation of each part, against one of the total.
///
/// See [`reconcile`](super::reconcile) for an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Combination {
    /// A claim that prints the total so.
    pub total: Id<Claim>,
    /// A claim that prints each part so, in the order of [`Addition::parts`].
    pub parts: Vec<Id<Claim>>,
    /// What the parts come to as printed; of ranges their lower ends.
    pub sum: Decimal,
    /// By how much that is more than the total as printed.
    pub difference: Decimal,
    /// By how much rounding and hedges can explain a difference in that direction, at most.
    pub slack: Decimal,
    /// Whether it holds.
    pub fit: Fit,
    /// The places that print all of the parts together, and no other total with them.
    pub places: Vec<Citation>,
}

impl Addition {
    /// The combinations that somebody prints in one place; where nobody does, the one that fits
    /// best.
    ///
    /// A total from elsewhere stands against what one place prints where that place has none.
    pub fn judged(&self) -> impl Iterator<Item = &Combination> {
        let together = self.combinations.iter().filter(|one| !one.places.is_empty());
        let none = together.clone().next().is_none();
        let best = self.combinations.iter().min_by_key(|one| one.fit).filter(|_| none);
        together.chain(best)
    }
}

/// Every sum that is claimed, in the order of references.
pub(super) fn additions(groups: &Groups<'_>) -> Vec<Addition> {
    let mut met = BTreeSet::new();
    let mut budget = BUDGET;
    let mut all = Vec::new();
    for claim in groups.programme.claims().into_iter().filter(|claim| !claim.parts.is_empty()) {
        let Some(total) = groups.group(claim.key.id) else { continue };
        let mut listed = BTreeSet::new();
        let parts = claim.parts.iter().filter_map(|part| Some((*part, groups.group(*part)?)));
        let parts: Vec<_> = parts.filter(|(_, group)| listed.insert(*group)).collect();
        // Another quotation of the total may list the same parts, or other quotations of them.
        if met.insert((total, listed)) {
            all.push(Task { groups, claim, total, parts }.add(&mut budget));
        }
    }
    all
}

/// A sum that is to be tried.
struct Task<'g, 'p> {
    groups: &'g Groups<'p>,
    claim: &'p Claim,
    total: usize,
    parts: Vec<(Id<Claim>, usize)>,
}

/// The places of the chosen prints of the parts, and last that of the total.
type Choice = Vec<usize>;

impl<'g, 'p> Task<'g, 'p> {
    fn add(&self, budget: &mut usize) -> Addition {
        let mut addition = Addition {
            total: self.claim.key.id,
            parts: self.parts.iter().map(|(part, _)| *part).collect(),
            unit: None,
            combinations: Vec::new(),
            untried: 0,
            obstacles: Vec::new(),
        };
        if self.parts.iter().any(|(_, group)| *group == self.total) {
            addition.obstacles.push(Obstacle::OwnPart(self.claim.key.id));
            return addition;
        }
        let mut columns: Vec<&'g [Print<'p>]> =
            self.parts.iter().map(|(_, group)| self.groups.prints_of(*group)).collect();
        columns.push(self.groups.prints_of(self.total));
        let ids = addition.parts.iter().chain([&addition.total]);
        let bare = ids.zip(&columns).filter(|(_, prints)| prints.is_empty());
        addition.obstacles.extend(bare.map(|(id, _)| Obstacle::NoFigure(*id)));
        if !addition.obstacles.is_empty() {
            return addition;
        }
        let all = columns
            .iter()
            .try_fold(1_u64, |all, prints| all.checked_mul(u64::try_from(prints.len()).ok()?));
        let most = MOST.min(*budget / columns.len());
        let mut tried = Tried { columns, most, of: BTreeMap::new(), addition };
        tried.together(&self.places(&tried.columns));
        let every: Vec<Vec<usize>> =
            tried.columns.iter().map(|prints| (0..prints.len()).collect()).collect();
        for choice in product(&every, most) {
            tried.evaluate(choice);
        }
        let count = tried.of.len();
        *budget = budget.saturating_sub(count * tried.columns.len());
        let count = u64::try_from(count).unwrap_or(u64::MAX);
        tried.addition.untried = all.unwrap_or(u64::MAX).saturating_sub(count);
        tried.addition
    }

    /// What each place prints of the parts and the total, by part.
    fn places(&self, columns: &[&[Print<'p>]]) -> BTreeMap<Place<'p>, BTreeMap<usize, Vec<usize>>> {
        let mut places: BTreeMap<Place<'_>, BTreeMap<usize, Vec<usize>>> = BTreeMap::new();
        for (part, prints) in columns.iter().enumerate() {
            for (at, print) in prints.iter().enumerate() {
                for source in print.claims.iter().flat_map(|claim| &claim.key.sources) {
                    let here = places.entry(place(source)).or_default().entry(part).or_default();
                    if here.last() != Some(&at) {
                        here.push(at);
                    }
                }
            }
        }
        places.retain(|_, parts| (0..self.parts.len()).all(|part| parts.contains_key(&part)));
        places
    }
}

/// A place in a document. Items of one list are one place: 2(a) and 2(b).
type Place<'p> = (Option<uuid::Uuid>, &'p str);

fn place(source: &Citation) -> Place<'_> {
    let words = source.place.trim();
    let item = words.strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    let is_label = |label: &str| label.len() <= 4 && label.chars().all(char::is_alphanumeric);
    let list = item.filter(|(list, label)| is_label(label) && !list.trim().is_empty());
    (source.document.map(|id| id.uuid()), list.map_or(words, |(list, _)| list.trim_end()))
}

/// The combinations of a sum as they are tried.
struct Tried<'g, 'p> {
    columns: Vec<&'g [Print<'p>]>,
    most: usize,
    /// Where in the sum's list each choice stands; none where it cannot be added.
    of: BTreeMap<Choice, Option<usize>>,
    addition: Addition,
}

impl Tried<'_, '_> {
    /// Tries a choice, unless too many were tried before, and says where it stands.
    fn evaluate(&mut self, choice: Choice) -> Option<usize> {
        if let Some(at) = self.of.get(&choice) {
            return *at;
        }
        if self.of.len() >= self.most {
            return None;
        }
        let at = self.combination(&choice).map(|one| {
            self.addition.combinations.push(one);
            self.addition.combinations.len() - 1
        });
        self.of.insert(choice, at);
        at
    }

    fn combination(&mut self, choice: &[usize]) -> Option<Combination> {
        let prints = self.columns.iter().zip(choice).filter_map(|(prints, at)| prints.get(*at));
        let prints: Vec<&Print<'_>> = prints.collect();
        let (total, parts) = prints.split_last()?;
        let amounts: Vec<Amounts> = parts.iter().map(|part| part.amounts).collect();
        let sum = Amounts::sum(&amounts);
        let fit = sum.and_then(|sum| Some((sum, sum.fits(total.amounts)?)));
        let Some((sum, fit)) = fit else {
            let units = Obstacle::Units(self.addition.total);
            if !self.addition.obstacles.contains(&units) {
                self.addition.obstacles.push(units);
            }
            return None;
        };
        self.addition.unit = self.addition.unit.or(sum.unit).or(total.amounts.unit);
        let first = |print: &Print<'_>| print.claims.first().map(|claim| claim.key.id);
        Some(Combination {
            total: first(total)?,
            parts: parts.iter().filter_map(|part| first(part)).collect(),
            sum: sum.printed.0,
            difference: sum.printed.0.saturating_sub(total.amounts.printed.0).normalize(),
            slack: sum.slack(total.amounts),
            fit,
            places: Vec::new(),
        })
    }

    /// Tries what each place prints together, and marks it.
    fn together(&mut self, places: &BTreeMap<Place<'_>, BTreeMap<usize, Vec<usize>>>) {
        let count = self.columns.len().saturating_sub(1);
        for (place, parts) in places {
            let own = parts.get(&count);
            let every = self.columns.last().map_or(0, |prints| prints.len());
            let totals = own.cloned().unwrap_or_else(|| (0..every).collect());
            let choices: Vec<Vec<usize>> =
                (0..count).filter_map(|part| parts.get(&part).cloned()).collect();
            for choice in product(&choices, self.most) {
                let with = |total: usize| choice.iter().copied().chain([total]).collect();
                let mut found: Vec<usize> = Vec::new();
                for total in &totals {
                    found.extend(self.evaluate(with(*total)));
                }
                // Where the place has no total, that from elsewhere stands which fits best.
                if own.is_none() {
                    let fit = |at: &usize| self.addition.combinations.get(*at).map(|one| one.fit);
                    found = found.into_iter().min_by_key(fit).into_iter().collect();
                }
                for at in found {
                    self.mark(at, place, &choice);
                }
            }
        }
    }

    /// Says that a place prints a combination, by the claims that stand there.
    fn mark(&mut self, at: usize, here: &Place<'_>, choice: &[usize]) {
        let stands =
            |claim: &&&Claim| claim.key.sources.iter().any(|source| place(source) == *here);
        let claims = self.columns.iter().zip(choice).map(|(prints, at)| {
            let print = prints.get(*at)?;
            print.claims.iter().find(stands).map(|claim| (claim.key.id, &claim.key.sources))
        });
        let claims: Vec<_> = claims.collect();
        let source = claims.iter().flatten().flat_map(|(_, sources)| sources.iter());
        let source = source.clone().find(|source| place(source) == *here);
        let Some(one) = self.addition.combinations.get_mut(at) else { return };
        if one.places.is_empty() {
            for (part, claim) in one.parts.iter_mut().zip(&claims) {
                claim.iter().for_each(|(id, _)| *part = *id);
            }
        }
        let document = source.and_then(|source| source.document);
        one.places.push(Citation { document, place: here.1.to_owned() });
    }
}

/// The first combinations of one of each list, the last list turning fastest.
fn product(lists: &[Vec<usize>], most: usize) -> Vec<Choice> {
    let mut all = Vec::new();
    let mut turns = vec![0_usize; lists.len()];
    while all.len() < most {
        let one: Option<Choice> =
            lists.iter().zip(&turns).map(|(list, turn)| list.get(*turn).copied()).collect();
        let Some(one) = one else { return all };
        all.push(one);
        let mut carried = true;
        for (turn, list) in turns.iter_mut().zip(lists).rev() {
            *turn += 1;
            carried = *turn == list.len();
            if !carried {
                break;
            }
            *turn = 0;
        }
        if carried {
            return all;
        }
    }
    all
}
