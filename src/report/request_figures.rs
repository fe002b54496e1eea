//! The figures of the papers that ask for money, and whether they hold.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;
use serde::Serialize;

use super::{
    described::{view, words},
    request_money::asked,
    view::{SubjectView, cites},
};
use crate::{
    DocumentRef,
    finance::{Fit, Obstacle, Pair, Quotations, Quote, Reading, Reconciliation},
    model::{Claim, FundingRequirement, FundingSource, Programme, Reserve, Subject},
    values::{Certainty, FigureUnit, Id, pounds},
};

view! {
    /// A printed figure, and whether it holds.
    ///
    /// See [`funding_request`](super::funding_request) for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct FigureLine {
        /// The claim that prints it.
        pub claim: SubjectView,
        /// The figure, as printed.
        pub figure: String,
        /// Where in the papers it stands.
        pub cites: Vec<String>,
        /// `holds`, `fails`, `unclear`, or `alone` where there is nothing to hold it against.
        pub verdict: &'static str as one_of(VERDICTS),
    }
}

view! {
    /// One figure that is quoted more than once.
    ///
    /// See [`funding_request`](super::funding_request) for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct QuotationLine {
        /// What the figure is of.
        pub title: String,
        /// Its different prints.
        pub quotes: Vec<QuoteView>,
        /// Every two of those, compared.
        pub pairs: Vec<PairView>,
        /// Pairs that were not compared, because there are too many.
        pub untried: u64,
        /// Claims that give no figure that can be read.
        pub unread: Vec<SubjectView>,
    }
}

view! {
    /// A print of a figure.
    ///
    /// See [`funding_request`](super::funding_request) for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct QuoteView {
        /// Its words.
        pub words: String,
        /// Where in the papers it is printed so.
        pub cites: Vec<String>,
    }
}

view! {
    /// Two prints of one figure.
    ///
    /// See [`funding_request`](super::funding_request) for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct PairView {
        /// The words of the one.
        pub first: String,
        /// The words of the other.
        pub second: String,
        /// How well they agree; null where they are in different units.
        pub fit: Option<&'static str> as one_of(FITS.iter().copied()),
    }
}

view! {
    /// A total and its parts.
    ///
    /// See [`funding_request`](super::funding_request) for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct SumLine {
        /// The claim of the total.
        pub total: SubjectView,
        /// The total, as printed.
        pub figure: Option<String>,
        /// The parts.
        pub parts: Vec<SubjectView>,
        /// Every combination of quotations that was tried.
        pub combinations: Vec<CombinationView>,
        /// How many more there are.
        pub untried: u64,
        /// Why some or all of it could not be added.
        pub obstacles: Vec<String>,
    }
}

view! {
    /// One quotation of each part, against one of the total.
    ///
    /// See [`funding_request`](super::funding_request) for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct CombinationView {
        /// The parts, as printed.
        pub parts: Vec<String>,
        /// What they come to.
        pub sum: String,
        /// The total, as printed.
        pub total: String,
        /// Whether it holds.
        pub fit: &'static str as one_of(FITS.iter().copied()),
        /// The places that print all of the parts together.
        pub places: Vec<String>,
    }
}

view! {
    /// A percentage beside what its part and whole give.
    ///
    /// See [`funding_request`](super::funding_request) for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct ShareLine {
        /// The claim of the percentage.
        pub claim: SubjectView,
        /// The percentage, as printed.
        pub figure: Option<String>,
        /// The part, as printed.
        pub part: Option<String>,
        /// The whole, as printed.
        pub whole: Option<String>,
        /// What they give as they are printed, in per cent, to one decimal.
        pub computed: Option<String>,
        /// Whether the percentage follows; null where that cannot be told.
        pub fit: Option<&'static str> as one_of(FITS.iter().copied()),
        /// Why not.
        pub obstacle: Option<String>,
    }
}

view! {
    /// Two rates that are set side by side.
    ///
    /// See [`funding_request`](super::funding_request) for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct ComparisonLine {
        /// The claim that is compared.
        pub claim: SubjectView,
        /// The claim with which it is.
        pub with: SubjectView,
        /// The first, as printed.
        pub first: Option<String>,
        /// Per how many it is given.
        pub first_per: Option<u32>,
        /// The second, as printed.
        pub second: Option<String>,
        /// Per how many it is given.
        pub second_per: Option<u32>,
        /// Whether both are given per so many, and not per as many.
        pub bases_differ: bool,
        /// Per how many both are converted; null where they could not be.
        pub per: Option<u32>,
        /// The first per so many.
        pub first_converted: Option<String>,
        /// The second per so many.
        pub second_converted: Option<String>,
        /// Whether one is more than ten times the other: `no`, `possibly` or `certainly`.
        pub tenfold: Option<String> as one_of(TENFOLD),
        /// Why they cannot be compared.
        pub obstacle: Option<String>,
    }
}

#[cfg(feature = "schema")]
const VERDICTS: [&str; 4] = ["holds", "fails", "unclear", "alone"];
#[cfg(feature = "schema")]
const TENFOLD: [&str; 3] = ["no", "possibly", "certainly"];

words! {
    pub(super) fn reading_word(reading: Reading) in READING_WORDS {
        Reading::RoundingAware => "rounding_aware",
        Reading::AsPrinted => "as_printed",
    }
}
#[cfg(feature = "schema")]
pub(super) const READINGS: &[&str] = READING_WORDS;

words! {
    fn fit_word(fit: Fit) in FITS {
        Fit::Exact => "exact",
        Fit::Rounding => "rounding",
        Fit::Vagueness => "vagueness",
        Fit::Touch => "touch",
        Fit::Apart => "apart",
    }
}

/// The papers that ask for a need, the claims in them, and the rows that the need is about.
pub(super) struct Paper<'p> {
    programme: &'p Programme,
    claims: Vec<&'p Claim>,
    printed: BTreeSet<Id<Claim>>,
    /// The documents that print them.
    documents: BTreeSet<Id<DocumentRef>>,
    about: BTreeSet<Subject>,
}

impl<'p> Paper<'p> {
    pub(super) fn of(
        programme: &'p Programme,
        need: &FundingRequirement,
        sources: &[&FundingSource],
        reserves: &[Id<Reserve>],
    ) -> Self {
        let mut about = BTreeSet::from([need.key.id.into()]);
        about.extend(sources.iter().map(|row| Subject::from(row.key.id)));
        // Figures stand where the need and its sources do; a place without a document is there too.
        let places = about.iter().flat_map(|row| programme.sources(*row));
        let documents: BTreeSet<_> = places.filter_map(|source| source.document).collect();
        let here = |claim: &&Claim| {
            let mut places = claim.key.sources.iter();
            let there = |id| documents.contains(&id);
            documents.is_empty()
                || claim.key.sources.is_empty()
                || places.any(|source| source.document.is_none_or(there))
        };
        about.extend(reserves.iter().map(|id| Subject::from(*id)));
        about.extend(sources.iter().filter_map(|row| row.report).map(Subject::from));
        let requests = sources.iter().filter_map(|row| asked(programme, row));
        about.extend(requests.filter_map(|(_, asked)| asked.of));
        let movements = programme.movements().into_iter().filter(|row| {
            let ends = [row.reserve, row.to_reserve];
            ends.into_iter().flatten().any(|id| reserves.contains(&id))
        });
        about.extend(movements.map(|row| Subject::from(row.key.id)));
        let claims: Vec<_> = programme.claims().into_iter().filter(here).collect();
        let mut speaking: BTreeSet<Id<Claim>> = BTreeSet::new();
        let of = claims.iter().filter(|row| row.of.is_some_and(|of| about.contains(&of)));
        speaking.extend(of.map(|row| row.key.id));
        // A total of such figures is about it too, and so is what else it has for parts.
        let totals = claims.iter().filter(|row| row.parts.iter().any(|id| speaking.contains(id)));
        let totals: Vec<_> =
            totals.flat_map(|row| row.parts.iter().copied().chain([row.key.id])).collect();
        speaking.extend(totals);
        about.extend(speaking.into_iter().map(Subject::from));
        let printed = claims.iter().map(|row| row.key.id).collect();
        Self { programme, claims, printed, documents, about }
    }

    /// Whether a row is what is asked for, what it comes from, a figure of it, or something else
    /// that the papers say.
    pub(super) fn is_about(&self, subject: Subject) -> bool {
        let there = |document: Option<_>| document.is_none_or(|id| self.documents.contains(&id));
        let mut places = self.programme.sources(subject).iter();
        self.about.contains(&subject) || places.any(|source| there(source.document))
    }

    /// Where rows stand: by the place alone where there is one document.
    fn cites(&self, rows: &[Subject]) -> Vec<String> {
        let mut places: Vec<String> = Vec::new();
        for source in rows.iter().flat_map(|row| self.programme.sources(*row)) {
            let ours = source.document.is_none_or(|id| self.documents.contains(&id));
            if self.documents.len() > 1 || !ours {
                return cites(self.programme, rows);
            }
            if !places.contains(&source.place) {
                places.push(source.place.clone());
            }
        }
        places
    }

    fn holds(&self, id: Id<Claim>) -> bool {
        self.printed.contains(&id)
    }

    fn view(&self, id: Id<Claim>) -> SubjectView {
        SubjectView::of(self.programme, id.into())
    }

    fn words(&self, id: Id<Claim>) -> Option<String> {
        self.programme.get(id)?.stated.as_ref().map(ToString::to_string)
    }

    fn obstacle(&self, obstacle: Obstacle) -> String {
        let called = |id| format!("'{}'", self.programme.name(id).unwrap_or_default());
        match obstacle {
            Obstacle::NoFigure(id) => format!("{} gives no figure that can be read", called(id)),
            Obstacle::Units(id) => format!("{} and its parts are not in one unit", called(id)),
            Obstacle::OwnPart(id) => format!("{} is among its own parts", called(id)),
            Obstacle::NoWhole(id) => format!("{} is no whole", called(id)),
            Obstacle::NoBase(id) => format!("per how many {} is given is not said", called(id)),
        }
    }

    pub(super) fn figures(&self, found: &Reconciliation) -> Vec<FigureLine> {
        let tried = tried(found);
        let line = |claim: &&Claim| {
            let tried = tried.get(&claim.key.id).copied().unwrap_or_default();
            Some(FigureLine {
                claim: self.view(claim.key.id),
                figure: self.words(claim.key.id)?,
                cites: self.cites(&[claim.key.id.into()]),
                verdict: tried.word(),
            })
        };
        self.claims.iter().filter_map(line).collect()
    }

    pub(super) fn quotations(&self, found: &Reconciliation) -> Vec<QuotationLine> {
        // What one claim and the row that it speaks of print alike is quoted once.
        let here = found.quotations.iter().filter(|group| is_repeated(group));
        let here = here.filter(|group| group.claims.iter().any(|id| self.holds(*id)));
        here.map(|group| {
            let words = |at: usize| group.quotes.get(at).map(|quote| quote.words.clone());
            let quote = |quote: &Quote| {
                // What only repeats a claim has no place of its own to tell.
                let claims = quote.by.iter().filter(|row| matches!(row, Subject::Claim(_)));
                let claims: Vec<_> = claims.copied().collect();
                let by = if claims.is_empty() { &quote.by } else { &claims };
                QuoteView { words: quote.words.clone(), cites: self.cites(by) }
            };
            let pair = |pair: &Pair| {
                let (first, second) = (words(pair.first)?, words(pair.second)?);
                Some(PairView { first, second, fit: pair.fit.map(fit_word) })
            };
            let title = group.claims.first().and_then(|id| self.programme.name(*id));
            QuotationLine {
                title: title.unwrap_or_default().to_owned(),
                quotes: group.quotes.iter().map(quote).collect(),
                pairs: group.pairs.iter().filter_map(pair).collect(),
                untried: group.untried,
                unread: group.unread.iter().map(|id| self.view(*id)).collect(),
            }
        })
        .collect()
    }

    pub(super) fn sums(&self, found: &Reconciliation) -> Vec<SumLine> {
        let here = found.additions.iter().filter(|sum| self.holds(sum.total));
        here.map(|sum| {
            let shown = |amount: Decimal| match sum.unit {
                Some(FigureUnit::Pounds) | None => pounds(amount),
                Some(FigureUnit::Percent) => format!("{}%", amount.normalize()),
                Some(_) => amount.normalize().to_string(),
            };
            let words = |id: &Id<Claim>| self.words(*id).unwrap_or_default();
            let combinations = sum.combinations.iter().map(|one| CombinationView {
                parts: one.parts.iter().map(words).collect(),
                sum: shown(one.sum),
                total: words(&one.total),
                fit: fit_word(one.fit),
                places: one.places.iter().map(ToString::to_string).collect(),
            });
            SumLine {
                total: self.view(sum.total),
                figure: self.words(sum.total),
                parts: sum.parts.iter().map(|id| self.view(*id)).collect(),
                combinations: combinations.collect(),
                untried: sum.untried,
                obstacles: sum.obstacles.iter().map(|why| self.obstacle(*why)).collect(),
            }
        })
        .collect()
    }

    pub(super) fn shares(&self, found: &Reconciliation) -> Vec<ShareLine> {
        let here = found.shares.iter().filter(|share| self.holds(share.claim));
        here.map(|share| ShareLine {
            claim: self.view(share.claim),
            figure: self.words(share.claim),
            part: self.words(share.part),
            whole: self.words(share.whole),
            computed: share.computed.map(|one| one.round_dp(1).normalize().to_string()),
            fit: share.fit.map(fit_word),
            obstacle: share.obstacle.map(|why| self.obstacle(why)),
        })
        .collect()
    }

    pub(super) fn comparisons(&self, found: &Reconciliation) -> Vec<ComparisonLine> {
        let here = found.comparisons.iter().filter(|one| self.holds(one.claim));
        here.map(|one| {
            let shown = |amount: Decimal| amount.round_dp(2).normalize().to_string();
            ComparisonLine {
                claim: self.view(one.claim),
                with: self.view(one.with),
                first: self.words(one.claim),
                first_per: one.per.0,
                second: self.words(one.with),
                second_per: one.per.1,
                bases_differ: one.bases_differ(),
                per: one.converted.map(|both| both.per),
                first_converted: one.converted.map(|both| shown(both.first)),
                second_converted: one.converted.map(|both| shown(both.second)),
                tenfold: one.converted.map(|both| both.tenfold.to_string()),
                obstacle: one.obstacle.map(|why| self.obstacle(why)),
            }
        })
        .collect()
    }
}

fn is_repeated(group: &Quotations) -> bool {
    group.claims.len() > 1 || group.quotes.len() > 1
}

/// How a claim came out against all that speaks of the same thing.
#[derive(Clone, Copy, Default)]
struct Tried {
    holds: bool,
    fails: bool,
    open: bool,
}

impl Tried {
    /// Whether it holds against one thing; nothing where that cannot be told.
    fn one(holds: Option<bool>) -> Self {
        Self { holds: holds == Some(true), fails: holds == Some(false), open: holds.is_none() }
    }

    fn merge(self, other: Self) -> Self {
        Self {
            holds: self.holds || other.holds,
            fails: self.fails || other.fails,
            open: self.open || other.open,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self { fails: true, .. } => "fails",
            Self { open: true, .. } => "unclear",
            Self { holds: true, .. } => "holds",
            _ => "alone",
        }
    }
}

/// Every claim that there is something to hold against, with how it came out.
fn tried(found: &Reconciliation) -> BTreeMap<Id<Claim>, Tried> {
    let mut all: BTreeMap<Id<Claim>, Tried> = BTreeMap::new();
    let mut put = |id, tried| {
        let before = all.entry(id).or_default();
        *before = before.merge(tried);
    };
    for group in found.quotations.iter().filter(|group| is_repeated(group)) {
        quoted(group).for_each(|(id, tried)| put(id, tried));
    }
    for sum in &found.additions {
        sum.judged().for_each(|one| put(sum.total, Tried::one(Some(one.fit.holds()))));
        sum.obstacles.iter().for_each(|_| put(sum.total, Tried::one(None)));
    }
    for share in &found.shares {
        // What only its hedges save does not follow, as rule FIN-009 has it.
        let follows = share.fit.map(|fit| fit.holds() && fit != Fit::Vagueness);
        put(share.claim, Tried::one(follows));
    }
    for one in &found.comparisons {
        // That rates lie far apart says that one may be wrong, and not which; what is set beside a
        // rate on another base cannot be so, as rule FIN-010 has it.
        let near = one.converted.is_some_and(|both| both.tenfold == Certainty::No);
        let near = near.then_some(true);
        let crossed = one.obstacle.is_none() && one.bases_differ();
        put(one.claim, Tried::one(if crossed { Some(false) } else { near }));
        put(one.with, Tried::one(near));
    }
    all
}

/// The claims that quote one figure, each against the other prints of it.
fn quoted(group: &Quotations) -> impl Iterator<Item = (Id<Claim>, Tried)> {
    let mut of_quotes = vec![Tried::default(); group.quotes.len()];
    if let [only] = of_quotes.as_mut_slice() {
        *only = Tried::one(Some(true));
    }
    for pair in &group.pairs {
        for at in [pair.first, pair.second] {
            let quote = of_quotes.get_mut(at).into_iter();
            quote.for_each(|quote| *quote = quote.merge(Tried::one(pair.fit.map(Fit::holds))));
        }
    }
    group.quotes.iter().zip(of_quotes).flat_map(|(quote, tried)| {
        let claims = quote.by.iter().filter_map(|row| match row {
            Subject::Claim(id) => Some(*id),
            _ => None,
        });
        claims.map(move |id| (id, tried))
    })
}
