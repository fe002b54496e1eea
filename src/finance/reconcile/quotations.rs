//! One figure, quoted several times.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Reading,
    fit::{Amounts, Distinct, Fit},
};
use crate::{
    finance::same::same,
    model::{Citation, Claim, Programme, Subject},
    values::{FigureUnit, Id, Stated},
};

/// How many pairs of different prints of one figure are compared at most.
const MOST_PAIRS: usize = 4_096;

/// One figure with all that quote it: claims that are [`same_as`](Claim::same_as) one another, and
/// the row of money that they speak of.
///
/// See [`reconcile`](super::reconcile) for an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotations {
    /// The claims, in the order of references.
    pub claims: Vec<Id<Claim>>,
    /// Its different prints, each with all that print it so.
    pub quotes: Vec<Quote>,
    /// Every two of those, compared.
    pub pairs: Vec<Pair>,
    /// Pairs that were not compared, because there are too many.
    pub untried: u64,
    /// Claims that give no figure, or none that can be read.
    pub unread: Vec<Id<Claim>>,
}

/// A print of a figure.
///
/// See [`reconcile`](super::reconcile) for an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The words of the first that prints it.
    pub words: String,
    /// The claims and rows that print it, in whatever scale.
    pub by: Vec<Subject>,
}

/// Two prints of one figure.
///
/// See [`reconcile`](super::reconcile) for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The place of the one in [`Quotations::quotes`].
    pub first: usize,
    /// The place of the other.
    pub second: usize,
    /// How well they agree; none where they are in different units, and cannot be compared.
    pub fit: Option<Fit>,
}

impl Quotations {
    /// How well the worst pair agrees; none where no two prints could be compared. One print alone
    /// agrees with itself.
    #[must_use]
    pub fn fit(&self) -> Option<Fit> {
        match self.quotes.len() {
            0 => None,
            1 => Some(Fit::Exact),
            _ => self.pairs.iter().filter_map(|pair| pair.fit).max(),
        }
    }
}

/// A print of a figure, with the claims that print it.
pub(super) struct Print<'p> {
    pub(super) amounts: Amounts,
    pub(super) claims: Vec<&'p Claim>,
}

/// The claims of a programme, those that quote one figure together.
pub(super) struct Groups<'p> {
    pub(super) programme: &'p Programme,
    pub(super) reading: Reading,
    /// The group of each claim, by its place in the table.
    of: Vec<usize>,
    pub(super) members: Vec<Vec<&'p Claim>>,
    /// The different prints of each group, in the order of references.
    pub(super) prints: Vec<Vec<Print<'p>>>,
}

impl<'p> Groups<'p> {
    pub(super) fn of(programme: &'p Programme, reading: Reading) -> Self {
        let claims = programme.claims();
        let place =
            |id: Id<Claim>| claims.number(id).and_then(|number| usize::try_from(number).ok());
        let roots = same(claims.into_iter().map(|claim| claim.same_as.and_then(place)));
        let mut groups = Self {
            programme,
            reading,
            of: Vec::with_capacity(claims.len()),
            members: Vec::new(),
            prints: Vec::new(),
        };
        let mut numbers = BTreeMap::new();
        for (claim, root) in claims.into_iter().zip(roots) {
            let group = *numbers.entry(root).or_insert(groups.members.len());
            groups.of.push(group);
            match groups.members.get_mut(group) {
                Some(members) => members.push(claim),
                None => groups.members.push(vec![claim]),
            }
        }
        groups.prints = groups.members.iter().map(|claims| prints(claims, reading)).collect();
        groups
    }

    /// The group of a claim.
    pub(super) fn group(&self, claim: Id<Claim>) -> Option<usize> {
        let number = self.programme.claims().number(claim)?;
        self.of.get(usize::try_from(number).ok()?).copied()
    }

    pub(super) fn prints_of(&self, group: usize) -> &[Print<'p>] {
        self.prints.get(group).map_or(&[], Vec::as_slice)
    }

    pub(super) fn amounts(&self, claim: &Claim) -> Option<Amounts> {
        amounts(claim, self.reading)
    }

    /// Every figure that is quoted more than once.
    pub(super) fn quotations(&self) -> Vec<Quotations> {
        let partners = self.partners();
        let all = self.members.iter().zip(&self.prints);
        all.filter_map(|(claims, prints)| {
            let mut quotes: Vec<(Amounts, Quote)> =
                prints.iter().map(|print| (print.amounts, quote(print))).collect();
            self.add_rows(claims, &partners, &mut quotes);
            let said: usize = quotes.iter().map(|(_, quote)| quote.by.len()).sum();
            let unread = claims.iter().filter(|claim| self.amounts(claim).is_none());
            let unread: Vec<_> = unread.map(|claim| claim.key.id).collect();
            (said + unread.len() > 1).then(|| compared(claims, quotes, unread))
        })
        .collect()
    }

    /// Every claim that is a part of one that speaks of a row, with that row: it is a part of what
    /// the row says, and not the whole.
    fn partners(&self) -> BTreeSet<(Id<Claim>, Subject)> {
        let claims = self.programme.claims().into_iter();
        let named = claims.filter_map(|claim| Some((claim, claim.of?)));
        named.flat_map(|(claim, of)| claim.parts.iter().map(move |part| (*part, of))).collect()
    }

    /// Adds what the rows say of which the claims speak.
    fn add_rows(
        &self,
        claims: &[&Claim],
        parts: &BTreeSet<(Id<Claim>, Subject)>,
        quotes: &mut Vec<(Amounts, Quote)>,
    ) {
        let bound = |claim: &&&Claim| {
            let figure = claim.counts.is_none() && claim.per.is_none() && claim.share_of.is_none();
            let amounts = self.amounts(claim);
            figure && amounts.is_some_and(|found| found.unit == Some(FigureUnit::Pounds))
        };
        let rows = claims.iter().filter(bound).filter_map(|claim| Some((claim, claim.of?)));
        let rows = rows.filter(|(claim, of)| !parts.contains(&(claim.key.id, *of)));
        let mut met = BTreeSet::new();
        for (claim, of) in rows {
            if !met.insert(of) {
                continue;
            }
            for (amounts, words) in self.stated(of, claim) {
                match quotes.iter_mut().find(|(other, _)| other.printed_as(amounts)) {
                    Some((_, quote)) => quote.by.push(of),
                    None => quotes.push((amounts, Quote { words, by: vec![of] })),
                }
            }
        }
    }

    /// What a row of money itself says that it comes to.
    fn stated(&self, of: Subject, claim: &Claim) -> Vec<(Amounts, String)> {
        let programme = self.programme;
        let one = |stated: Option<&Stated>| {
            let figure = stated.and_then(|stated| Some((stated.value()?, stated.to_string())));
            figure.map(|(figure, words)| (Amounts::of(figure, self.reading), words))
        };
        let found = match of {
            Subject::FundingRequirement(id) => {
                one(programme.get(id).and_then(|row| row.amount.as_ref()))
            }
            Subject::FundingSource(id) => {
                one(programme.get(id).and_then(|row| row.amount.as_ref()))
            }
            Subject::BudgetLine(id) => one(programme.get(id).and_then(|row| row.stated.as_ref())),
            Subject::Saving(id) => one(programme.get(id).and_then(|row| row.amount.as_ref())),
            Subject::Movement(id) => {
                let amount = programme.get(id).and_then(|row| row.amount.as_ref());
                amount.and_then(|a| Some((Amounts::exact(*a.value()?), a.to_string())))
            }
            // A reserve has many balances: the claim is of those that stand where it stands.
            Subject::Reserve(id) => {
                let balances = programme.get(id).into_iter().flat_map(|row| &row.balances);
                let here = |place: &Citation| claim.key.sources.contains(place);
                let here = balances.filter(|b| !b.minimum && b.source.as_ref().is_some_and(here));
                return here.filter_map(|balance| one(balance.amount.as_ref())).collect();
            }
            _ => None,
        };
        found.into_iter().collect()
    }
}

fn amounts(claim: &Claim, reading: Reading) -> Option<Amounts> {
    claim.stated.as_ref()?.value().map(|figure| Amounts::of(figure, reading))
}

/// The different prints of one figure.
fn prints<'p>(claims: &[&'p Claim], reading: Reading) -> Vec<Print<'p>> {
    let mut places: BTreeMap<Distinct, usize> = BTreeMap::new();
    let mut prints: Vec<Print<'p>> = Vec::new();
    for claim in claims {
        let Some(amounts) = amounts(claim, reading) else { continue };
        let place = *places.entry(amounts.distinct()).or_insert(prints.len());
        match prints.get_mut(place) {
            Some(print) => print.claims.push(claim),
            None => prints.push(Print { amounts, claims: vec![claim] }),
        }
    }
    prints
}

fn quote(print: &Print<'_>) -> Quote {
    let words = print.claims.first().and_then(|claim| claim.stated.as_ref());
    Quote {
        words: words.map(ToString::to_string).unwrap_or_default(),
        by: print.claims.iter().map(|claim| claim.key.id.into()).collect(),
    }
}

fn compared(
    claims: &[&Claim],
    quotes: Vec<(Amounts, Quote)>,
    unread: Vec<Id<Claim>>,
) -> Quotations {
    let numbered = || quotes.iter().map(|(amounts, _)| *amounts).enumerate();
    let two = numbered().flat_map(|(first, one)| {
        numbered().skip(first + 1).map(move |(second, other)| Pair {
            first,
            second,
            fit: one.fits(other),
        })
    });
    let pairs: Vec<Pair> = two.take(MOST_PAIRS).collect();
    let all = quotes.len().saturating_mul(quotes.len().saturating_sub(1)) / 2;
    Quotations {
        claims: claims.iter().map(|claim| claim.key.id).collect(),
        untried: u64::try_from(all - pairs.len()).unwrap_or(u64::MAX),
        pairs,
        quotes: quotes.into_iter().map(|(_, quote)| quote).collect(),
        unread,
    }
}
