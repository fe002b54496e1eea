//! From the ratings of parts to that of the whole.

use std::cmp::Ordering;

use super::{
    Band, Bands, Explained, Grey, Measured, Missing, MixedScales, Origin, Rated, Tally, Threshold,
    bands::percent,
    rated::{MOVED, RANKS, rank},
};
use crate::{
    history::Called,
    rollup::Ratio,
    values::{Colour, Dimension, Rating, RatingScale},
};

/// How the ratings of parts make that of the whole, as data. Never a mean.
///
/// ```
/// use programme::{rating::{Grey, Rated, RollUp, Tally}, values::{Colour, RatingScale}};
///
/// let mut parts = Tally::default();
/// parts.add(RatingScale::Three.green(), 6);
/// parts.add(RatingScale::Three.rating(Colour::Red)?, 1);
/// assert_eq!(RollUp::worst_of().rate(&parts)?.to_string(), "red");
/// parts.add(Grey::NoData, 9);
/// let whole = RollUp::worst_of().rate(&parts)?;
/// assert_eq!(whole.to_string(), "grey (too few parts are rated; the worst known is red)");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RollUp {
    /// Whose rule it is.
    pub origin: Origin,
    /// How.
    pub way: Way,
    /// The largest share of grey parts with which the whole still has a colour.
    pub grey_limit: Ratio,
}

/// How the ratings of parts make that of the whole.
///
/// See [`RollUp`] for an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// The worst part makes the whole.
    WorstOf,
    /// The worst critical part makes the whole, and the others by their share, whichever is worse.
    WorstOfCritical {
        /// How the others count.
        others: ShareOf,
    },
    /// By the share of parts that are behind.
    Share(ShareOf),
    /// Counts, and no colour.
    Distribution,
}

/// By the share of parts from a colour on, of those that are not grey.
///
/// ```
/// use programme::{rating::{Band, Bands, RollUp, ShareOf, Way}, values::{Colour, RatingScale}};
/// use programme::rollup::Ratio;
///
/// let third = Ratio::new(1, 3).ok_or("no whole")?;
/// let bands = Bands::new(RatingScale::Three, [Band::from(third, Colour::Red)])?;
/// let rule = RollUp { way: Way::Share(ShareOf { from: Colour::Amber, bands }), ..RollUp::worst_of() };
/// assert_ne!(rule, RollUp::worst_of());
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShareOf {
    /// The least bad colour that counts.
    pub from: Colour,
    /// What a share makes of the whole.
    pub bands: Bands<Ratio>,
}

/// A part of a whole that is rated.
///
/// See [`RollUp::explain`] for an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The row; none where it is no row, and is counted without being named.
    pub row: Option<Called>,
    /// Its rating.
    pub rated: Rated,
    /// Whether the whole hangs on it.
    pub critical: bool,
}

/// Which parts decided.
#[derive(Clone, Copy)]
enum Deciding {
    Nothing,
    /// Those of one place.
    Of(usize),
    /// The critical ones of one place.
    CriticalOf(usize),
    /// Those from a place on, of all or of those that are not critical.
    From {
        place: usize,
        others: bool,
    },
    Grey,
}

struct Verdict {
    rated: Rated,
    threshold: Option<Threshold>,
    deciding: Deciding,
}

impl Verdict {
    fn grey(grey: Grey, threshold: Option<Threshold>) -> Self {
        Self { rated: grey.into(), threshold, deciding: Deciding::Grey }
    }
}

impl RollUp {
    /// The default of programme boards: the worst part makes the whole, up to half of them grey.
    #[must_use]
    pub fn worst_of() -> Self {
        Self { origin: Origin::own("worst of"), way: Way::WorstOf, grey_limit: percent(50) }
    }

    /// The worst critical part makes the whole; others make it amber from a tenth on.
    ///
    /// ```
    /// use programme::{rating::{RollUp, Tally}, values::{Colour, RatingScale}};
    ///
    /// let red = RatingScale::Three.rating(Colour::Red)?;
    /// let mut parts = Tally::default();
    /// parts.add_critical(RatingScale::Three.green(), 2);
    /// parts.add(red, 1);
    /// let rule = RollUp::worst_of_critical();
    /// assert_eq!(rule.rate(&parts)?.to_string(), "amber", "red, and not critical");
    /// parts.add_critical(red, 1);
    /// assert_eq!(rule.rate(&parts)?.to_string(), "red");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn worst_of_critical() -> Self {
        let bands = Bands::known(RatingScale::Three, [Band::from(percent(10), Colour::Amber)]);
        let others = ShareOf { from: Colour::Amber, bands };
        let origin = Origin::own("worst of critical");
        Self { origin, way: Way::WorstOfCritical { others }, ..Self::worst_of() }
    }

    /// Epping Forest's of 2018, under which 18 of 110 actions overdue were amber. Of
    /// [`TimePolicy::overdue`](super::TimePolicy::overdue), so that what counts is overdue.
    ///
    /// ```
    /// use programme::{rating::{RollUp, Tally}, values::{Colour, RatingScale}};
    ///
    /// let mut parts = Tally::default();
    /// parts.add(RatingScale::Three.rating(Colour::Red)?, 18);
    /// parts.add(RatingScale::Three.green(), 92);
    /// assert_eq!(RollUp::epping_forest().rate(&parts)?.to_string(), "amber");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn epping_forest() -> Self {
        let steps = [Band::from(percent(10), Colour::Amber), Band::from(percent(25), Colour::Red)];
        let bands = Bands::known(RatingScale::Three, steps);
        let source = "Epping Forest District Council, report on its transformation programme";
        let own = "Published is the result for 18 of 110; both thresholds (10 and 25 per cent) and \
                   the limit on grey are this crate's";
        Self {
            origin: Origin::published("Epping Forest", 2018, source, Some(own)),
            way: Way::Share(ShareOf { from: Colour::Amber, bands }),
            ..Self::worst_of()
        }
    }

    /// Counts, and no colour.
    ///
    /// ```
    /// use programme::{rating::{Grey, Rated, RollUp, Tally}, values::RatingScale};
    ///
    /// let mut parts = Tally::default();
    /// parts.add(RatingScale::WithBlue.complete(), 64);
    /// assert_eq!(RollUp::distribution().rate(&parts)?, Rated::Grey(Grey::CountsOnly));
    /// # Ok::<_, programme::rating::MixedScales>(())
    /// ```
    #[must_use]
    pub fn distribution() -> Self {
        let origin = Origin::own("distribution");
        Self { origin, way: Way::Distribution, ..Self::worst_of() }
    }

    /// The rating of the whole. Grey parts never make a colour: they leave the colour of the others
    /// as it is, or the whole grey.
    ///
    /// See [`RollUp`] for an example.
    ///
    /// # Errors
    /// [`MixedScales`] where parts, or parts and the rule, are on two scales.
    pub fn rate(&self, parts: &Tally) -> Result<Rated, MixedScales> {
        self.verdict(parts).map(|verdict| verdict.rated)
    }

    /// The rating of the whole, with the parts on which it hangs.
    ///
    /// ```
    /// use programme::{history::Called, model::{About, Draft}, Workstream};
    /// use programme::{rating::{Part, RollUp}, values::{Colour, Dimension, RatingScale}};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// for reference in ["W1", "W2"] {
    ///     draft.put(Workstream::new(draft.key(reference.parse()?), "One Budget"));
    /// }
    /// let programme = draft.finish()?;
    /// let colours = [Colour::Green, Colour::Red].map(|colour| RatingScale::Three.rating(colour));
    /// let mut parts = Vec::new();
    /// for (stream, rated) in programme.workstreams().iter().zip(colours) {
    ///     let row = Some(Called::of(&programme, stream.key.id));
    ///     parts.push(Part { row, rated: rated?.into(), critical: false });
    /// }
    /// let whole = RollUp::worst_of().explain(Dimension::Quality, &parts)?;
    /// assert_eq!(whole.to_string(), "Quality is red, because 1 of 2 is red (50 %), and the worst \
    ///     decides: W2 (worst of).");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`MixedScales`] where parts, or parts and the rule, are on two scales.
    pub fn explain(&self, dimension: Dimension, parts: &[Part]) -> Result<Explained, MixedScales> {
        let mut tally = Tally::default();
        parts.iter().for_each(|part| tally.add_part(part.rated, 1, part.critical));
        let verdict = self.verdict(&tally)?;
        let decides = |part: &&Part| decides(verdict.deciding, part.rated, part.critical);
        let rows = parts.iter().filter(decides).filter_map(|part| part.row.clone()).collect();
        let rule = self.origin.to_string();
        let value = measured(&verdict, &tally);
        let Verdict { rated, threshold, .. } = verdict;
        Ok(Explained { rated, dimension, rule, value, threshold, rows })
    }

    /// The rating of one thing by its dimensions.
    ///
    /// ```
    /// use programme::finance::Budget;
    /// use programme::rating::{self, CostPolicy, Grey, Rated, RollUp};
    ///
    /// let cost = rating::cost(&Budget::default(), &CostPolicy::plain());
    /// let whole = RollUp::worst_of().overall(&[cost])?;
    /// assert_eq!(whole.rated, Rated::Grey(Grey::NoData), "no data is never green");
    /// # Ok::<_, rating::MixedScales>(())
    /// ```
    ///
    /// # Errors
    /// [`MixedScales`] where dimensions, or they and the rule, are on two scales.
    pub fn overall(&self, dimensions: &[Explained]) -> Result<Explained, MixedScales> {
        let mut tally = Tally::default();
        dimensions.iter().for_each(|part| tally.add(part.rated, 1));
        let verdict = self.verdict(&tally)?;
        let decides = |part: &&Explained| decides(verdict.deciding, part.rated, false);
        let deciding: Vec<&Explained> = dimensions.iter().filter(decides).collect();
        let undecided = deciding.is_empty() || verdict.rated.rank().is_none();
        let value = match undecided {
            true => measured(&verdict, &tally),
            false => Measured::Dimensions {
                deciding: deciding.iter().map(|part| part.dimension).collect(),
                unknown: dimensions
                    .iter()
                    .filter(|part| part.rated.rank().is_none())
                    .map(|part| part.dimension)
                    .collect(),
            },
        };
        Ok(Explained {
            rated: verdict.rated,
            dimension: Dimension::Overall,
            rule: self.origin.to_string(),
            value,
            threshold: verdict.threshold,
            rows: match undecided {
                true => Vec::new(),
                false => deciding.iter().flat_map(|part| part.rows.clone()).collect(),
            },
        })
    }

    fn verdict(&self, parts: &Tally) -> Result<Verdict, MixedScales> {
        let scale = parts.scale()?;
        let bands = match &self.way {
            Way::Share(share) | Way::WorstOfCritical { others: share } => Some(&share.bands),
            Way::WorstOf | Way::Distribution => None,
        };
        let other = bands.map(Bands::scale).zip(scale).filter(|(own, met)| own != met);
        if let Some((one, other)) = other {
            return Err(MixedScales { one, other });
        }
        let (all, grey) = (parts.all(), parts.grey());
        if all == 0 {
            return Ok(Verdict::grey(Grey::NoData, None));
        }
        if grey == all {
            let too_few = || Grey::TooFew(parts.worst_known(scale));
            return Ok(Verdict::grey(parts.one_reason().unwrap_or_else(too_few), None));
        }
        if self.way == Way::Distribution {
            let (rated, threshold) = (Grey::CountsOnly.into(), None);
            return Ok(Verdict { rated, threshold, deciding: Deciding::Nothing });
        }
        if against(grey, all, self.grey_limit).is_gt() {
            let limit = Some(Threshold::Grey(self.grey_limit));
            return Ok(Verdict::grey(Grey::TooFew(parts.worst_known(scale)), limit));
        }
        // Where all that is not grey was moved with approval, there is no colour and no scale.
        let known = scale.or_else(|| bands.map(Bands::scale)).unwrap_or(RatingScale::Three);
        let verdict = self.decide(parts, known);
        // A part that is grey over something red may be as bad: nothing better is said of the whole.
        let worst = parts.worst_hidden(scale).filter(|_| self.way == Way::WorstOf);
        let hidden = worst.filter(|worst| verdict.rated.rank() < Some(rank(worst.colour())));
        match hidden {
            Some(worst) => Ok(Verdict::grey(Grey::TooFew(Some(worst)), None)),
            None => Ok(verdict),
        }
    }

    /// The verdict where some parts are not grey.
    fn decide(&self, parts: &Tally, scale: RatingScale) -> Verdict {
        let of_share = |share: &ShareOf, ranks, others| share.verdict(ranks, scale, others);
        match &self.way {
            Way::Share(share) => {
                of_share(share, &parts.ranks(), false).unwrap_or(Verdict::grey(Grey::NoData, None))
            }
            Way::WorstOfCritical { others } => {
                let critical = worst(&parts.critical(), scale).map(|(rated, place)| Verdict {
                    rated,
                    threshold: Some(Threshold::Worst),
                    deciding: Deciding::CriticalOf(place),
                });
                let others = of_share(others, &parts.others(), true);
                let place = |verdict: &Verdict| verdict.rated.rank();
                // Of equals the critical.
                let either = others.into_iter().chain(critical);
                either.max_by_key(place).unwrap_or(Verdict::grey(Grey::NoData, None))
            }
            Way::WorstOf | Way::Distribution => {
                let found = worst(&parts.ranks(), scale).map(|(rated, place)| {
                    let deciding = Deciding::Of(place);
                    Verdict { rated, threshold: Some(Threshold::Worst), deciding }
                });
                found.unwrap_or(Verdict::grey(Grey::NoData, None))
            }
        }
    }
}

impl ShareOf {
    fn verdict(&self, ranks: &[u64; RANKS], scale: RatingScale, others: bool) -> Option<Verdict> {
        let from = rank(self.from);
        let all: u64 = ranks.iter().sum();
        let behind: u64 = ranks.iter().skip(from).sum();
        let moved = ranks.get(MOVED).copied().unwrap_or(0);
        if all == 0 {
            return None;
        }
        let band = |count: u64| {
            let reaches = |band: &Band<Ratio>| {
                let share = against(count, all, band.limit);
                share.is_gt() || (band.included && share.is_eq())
            };
            self.bands.reached(reaches).copied()
        };
        let deciding = Deciding::From { place: from, others };
        if let Some(band) = band(behind) {
            let rated = Rating::known(self.bands.scale(), band.colour).into();
            return Some(Verdict { rated, threshold: Some(Threshold::Share(band)), deciding });
        }
        // What is on target only since its date was moved does not make the whole green.
        if moved > 0 && band(behind.saturating_add(moved)).is_some() {
            let deciding = Deciding::Of(MOVED);
            return Some(Verdict { rated: Rated::Moved, threshold: None, deciding });
        }
        let blue = ranks.first().is_some_and(|blue| *blue == all);
        let rated = if blue { scale.complete() } else { scale.green() };
        Some(Verdict { rated: rated.into(), threshold: None, deciding })
    }
}

/// How a share of so many of so many stands to a limit. Not made a ratio of, which would look for
/// common factors for each of thousands of groups.
fn against(count: u64, of: u64, limit: Ratio) -> Ordering {
    let (count, of) = (u128::from(count), u128::from(of));
    let sides = count.checked_mul(limit.den()).zip(limit.num().checked_mul(of));
    let exact = || Ratio::new(count, of).map_or(Ordering::Less, |share| share.cmp(&limit));
    sides.map_or_else(exact, |(own, limit)| own.cmp(&limit))
}

/// The worst that is there, and its place.
fn worst(ranks: &[u64; RANKS], scale: RatingScale) -> Option<(Rated, usize)> {
    let place = ranks.iter().rposition(|count| *count > 0)?;
    let colour = Colour::ALL.into_iter().find(|colour| rank(*colour) == place);
    let rated = colour.map_or(Rated::Moved, |colour| Rating::known(scale, colour).into());
    Some((rated, place))
}

fn decides(deciding: Deciding, rated: Rated, critical: bool) -> bool {
    match (deciding, rated.rank()) {
        (Deciding::Nothing, _) => false,
        (Deciding::Of(place), own) => own == Some(place),
        (Deciding::CriticalOf(place), own) => critical && own == Some(place),
        (Deciding::From { place, others }, own) => {
            own.is_some_and(|own| own >= place) && !(others && critical)
        }
        (Deciding::Grey, own) => own.is_none(),
    }
}

/// How many parts decided, of how many.
fn measured(verdict: &Verdict, tally: &Tally) -> Measured {
    let called = |place: usize| {
        let colour = Colour::ALL.into_iter().find(|colour| rank(*colour) == place);
        colour.map_or(Rated::Moved.to_string(), |colour| colour.to_string())
    };
    let from = |place: usize| match place {
        _ if place + 1 == RANKS => called(place),
        _ => format!("{} or worse", called(place)),
    };
    let count = |ranks: &[u64; RANKS], places: std::ops::Range<usize>| -> u64 {
        ranks.iter().take(places.end).skip(places.start).sum()
    };
    let sum = |ranks: &[u64; RANKS]| count(ranks, 0..RANKS);
    let (count, of, are) = match verdict.deciding {
        _ if tally.all() == 0 => return Measured::Missing(Missing::Parts),
        Deciding::Nothing => return Measured::Stated(tally.to_string()),
        Deciding::Of(place) => {
            (count(&tally.ranks(), place..place + 1), tally.rated(), called(place))
        }
        Deciding::CriticalOf(place) => {
            let critical = tally.critical();
            let are = format!("critical and {}", called(place));
            (count(&critical, place..place + 1), sum(&critical), are)
        }
        Deciding::From { place, others: false } => {
            (count(&tally.ranks(), place..RANKS), tally.rated(), from(place))
        }
        Deciding::From { place, others: true } => {
            let others = tally.others();
            (count(&others, place..RANKS), sum(&others), from(place))
        }
        Deciding::Grey => (tally.grey(), tally.all(), "grey".to_owned()),
    };
    let unknown = match verdict.deciding {
        Deciding::Grey => 0,
        _ => tally.grey(),
    };
    Measured::Parts { count, of, are, unknown }
}
