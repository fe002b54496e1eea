//! Counts by colour, which merge in any order.

use std::{fmt, iter::Sum};

use super::{
    Grey, MixedScales, Rated,
    rated::{MOVED, RANKS, rank},
};
use crate::{
    history::listed,
    rollup::percentages,
    values::{Colour, Rating, RatingScale},
};

/// How many parts have which rating: a commutative monoid under [`merge`](Self::merge) with
/// [`Default`] as zero.
///
/// Each count goes up to four billion, and stays there. Sums always merge; ratings of two scales in
/// one sum are found when it is read ([`scale`](Self::scale)). It holds counts and gives no mean.
///
/// ```
/// use programme::{rating::{Grey, Tally}, values::{Colour, RatingScale}};
///
/// let scale = RatingScale::WithBlue;
/// let mut tally = Tally::default();
/// tally.add(scale.complete(), 64);
/// tally.add(scale.green(), 49);
/// tally.add(Grey::NotStarted, 1);
/// assert_eq!(tally.to_string(), "64 blue, 49 green and 1 not started, of 114");
/// let percents: Vec<u8> = tally.lines().iter().map(|line| line.percent).collect();
/// assert_eq!(percents, [56, 43, 1]);
/// assert_eq!((tally.count(Colour::Blue), tally.grey()), (64, 1));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Tally {
    // As 32 bits: programmes have thousands of groups, and none has four billion parts.
    ranks: [u32; RANKS],
    /// Of these, what is critical.
    critical: [u32; RANKS],
    greys: [u32; GREYS.len()],
    /// Colours that greys have attached, by their place.
    attached: [u32; RANKS],
    /// A bit for each scale that was met.
    scales: u8,
}

/// One line of a tally.
///
/// See [`Tally`] for an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TallyLine {
    /// The colour, or what stands in its place.
    pub called: String,
    /// How many there are.
    pub count: u64,
    /// How many in a hundred of all, grey included; the lines of a tally add up to 100.
    pub percent: u8,
}

/// What is grey, in the order in which it is listed.
const GREYS: [&str; 6] = [
    "not started",
    "no data",
    "not assessed",
    "stale",
    "with too few parts rated",
    "given as counts",
];

const NOT_STARTED: usize = 0;
const NO_DATA: usize = 1;
const NOT_ASSESSED: usize = 2;
const STALE: usize = 3;
const TOO_FEW: usize = 4;
const COUNTS_ONLY: usize = 5;

fn add(counts: &mut [u32], at: usize, count: u64) {
    if let Some(own) = counts.get_mut(at) {
        *own = own.saturating_add(u32::try_from(count).unwrap_or(u32::MAX));
    }
}

/// All of some counts.
fn sum(counts: &[u32]) -> u64 {
    counts.iter().map(|count| u64::from(*count)).sum()
}

/// Adds counts place by place.
fn add_all<const N: usize>(own: &mut [u32; N], other: &[u32; N]) {
    for (own, other) in own.iter_mut().zip(other) {
        *own = own.saturating_add(*other);
    }
}

impl Tally {
    /// Adds so many parts of a rating.
    ///
    /// See [`Tally`] for an example.
    pub fn add(&mut self, rated: impl Into<Rated>, count: u64) {
        self.add_part(rated.into(), count, false);
    }

    /// Adds so many critical parts of a rating.
    ///
    /// ```
    /// use programme::{rating::{Rated, Tally}, values::RatingScale};
    ///
    /// let mut tally = Tally::default();
    /// tally.add_critical(RatingScale::Three.green(), 1);
    /// assert_eq!((tally.rated(), tally.all()), (1, 1), "one part, and critical");
    /// ```
    pub fn add_critical(&mut self, rated: impl Into<Rated>, count: u64) {
        self.add_part(rated.into(), count, true);
    }

    pub(super) fn add_part(&mut self, rated: Rated, count: u64, critical: bool) {
        if count == 0 {
            return;
        }
        if let Some(place) = rated.rank() {
            add(&mut self.ranks, place, count);
            if critical {
                add(&mut self.critical, place, count);
            }
        }
        let mut met = rated.rating();
        if let Rated::Grey(grey) = rated {
            let (place, attached) = match grey {
                Grey::NotStarted => (NOT_STARTED, None),
                Grey::NoData => (NO_DATA, None),
                Grey::NotAssessed => (NOT_ASSESSED, None),
                Grey::Stale(last) => (STALE, Some(last)),
                Grey::TooFew(worst) => (TOO_FEW, worst),
                Grey::CountsOnly => (COUNTS_ONLY, None),
            };
            add(&mut self.greys, place, count);
            if let Some(rating) = attached {
                add(&mut self.attached, rank(rating.colour()), count);
            }
            met = attached;
        }
        if let Some(rating) = met {
            self.scales |= 1 << rating.scale() as u8;
        }
    }

    /// Both together.
    ///
    /// ```
    /// use programme::{rating::{Grey, Tally}, values::RatingScale};
    ///
    /// let (mut one, mut other) = (Tally::default(), Tally::default());
    /// one.add(RatingScale::Three.green(), 2);
    /// other.add(Grey::NoData, 1);
    /// assert_eq!(one.merge(other), other.merge(one));
    /// assert_eq!(one.merge(other).all(), 3);
    /// ```
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        add_all(&mut self.ranks, &other.ranks);
        add_all(&mut self.critical, &other.critical);
        add_all(&mut self.greys, &other.greys);
        add_all(&mut self.attached, &other.attached);
        self.scales |= other.scales;
        self
    }

    /// How many have a colour.
    ///
    /// See [`Tally`] for an example.
    #[must_use]
    pub fn count(&self, colour: Colour) -> u64 {
        self.ranks.get(rank(colour)).copied().map_or(0, u64::from)
    }

    /// How many are on target by a date that was moved, or on hold, with approval.
    #[must_use]
    pub fn moved(&self) -> u64 {
        self.ranks.get(MOVED).copied().map_or(0, u64::from)
    }

    /// How many are grey, for whatever reason.
    ///
    /// See [`Tally`] for an example.
    #[must_use]
    pub fn grey(&self) -> u64 {
        sum(&self.greys)
    }

    /// How many are not grey.
    #[must_use]
    pub fn rated(&self) -> u64 {
        sum(&self.ranks)
    }

    /// How many there are in all.
    #[must_use]
    pub fn all(&self) -> u64 {
        self.rated() + self.grey()
    }

    /// The scale of all colours in it; none where there is no colour.
    ///
    /// ```
    /// use programme::{rating::Tally, values::RatingScale};
    ///
    /// let mut tally = Tally::default();
    /// assert_eq!(tally.scale(), Ok(None));
    /// tally.add(RatingScale::Three.green(), 1);
    /// tally.add(RatingScale::Five.green(), 1);
    /// assert!(tally.scale().is_err(), "two greens that mean two things");
    /// ```
    ///
    /// # Errors
    /// [`MixedScales`] where colours of two scales are in it.
    pub fn scale(&self) -> Result<Option<RatingScale>, MixedScales> {
        let met = |scale: &RatingScale| self.scales & (1 << *scale as u8) != 0;
        let mut scales = RatingScale::ALL.into_iter().filter(met);
        match (scales.next(), scales.next()) {
            (Some(one), Some(other)) => Err(MixedScales { one, other }),
            (one, _) => Ok(one),
        }
    }

    /// What there is of each sort, from the best to the worst, then what is grey.
    ///
    /// See [`Tally`] for an example.
    #[must_use]
    pub fn lines(&self) -> Vec<TallyLine> {
        let mut lines: Vec<(String, u64)> = Vec::new();
        for (place, count) in self.ranks.into_iter().enumerate() {
            let colour = Colour::ALL.iter().find(|colour| rank(**colour) == place);
            let called = colour.map_or_else(|| Rated::Moved.to_string(), ToString::to_string);
            lines.push((called, count.into()));
        }
        let greys = GREYS.iter().zip(self.greys);
        lines.extend(greys.map(|(name, count)| ((*name).to_owned(), count.into())));
        lines.retain(|(_, count)| *count > 0);
        let counts: Vec<u64> = lines.iter().map(|(_, count)| *count).collect();
        let percents = percentages(&counts).unwrap_or_default();
        let line = |((called, count), percent)| TallyLine { called, count, percent };
        lines.into_iter().zip(percents).map(line).collect()
    }

    /// Counts by place.
    pub(super) fn ranks(&self) -> [u64; RANKS] {
        self.ranks.map(u64::from)
    }

    /// Of these, what is critical.
    pub(super) fn critical(&self) -> [u64; RANKS] {
        self.critical.map(u64::from)
    }

    /// Of these, what is not critical.
    pub(super) fn others(&self) -> [u64; RANKS] {
        let mut others = self.ranks();
        for (own, critical) in others.iter_mut().zip(self.critical()) {
            *own = own.saturating_sub(critical);
        }
        others
    }

    /// The one reason for which all are grey, where it is one that says something of the whole.
    pub(super) fn one_reason(&self) -> Option<Grey> {
        let all = self.all();
        let only =
            |place: usize| self.greys.get(place).is_some_and(|count| u64::from(*count) == all);
        let reasons = [
            (NOT_STARTED, Grey::NotStarted),
            (NO_DATA, Grey::NoData),
            (NOT_ASSESSED, Grey::NotAssessed),
        ];
        reasons.into_iter().find(|(place, _)| only(*place)).map(|(_, grey)| grey)
    }

    /// The worst colour that is known: of parts, or attached to such as are grey.
    /// The worst colour that is known within what is grey.
    pub(super) fn worst_hidden(&self, scale: Option<RatingScale>) -> Option<Rating> {
        let scale = scale?;
        let there =
            |colour: &Colour| self.attached.get(rank(*colour)).is_some_and(|count| *count > 0);
        let colour = Colour::ALL.into_iter().rfind(there)?;
        Some(Rating::known(scale, colour))
    }

    pub(super) fn worst_known(&self, scale: Option<RatingScale>) -> Option<Rating> {
        let scale = scale?;
        let mut colours = Colour::ALL.iter().rev();
        let there = |colour: &&Colour| {
            self.count(**colour) > 0
                || self.attached.get(rank(**colour)).is_some_and(|count| *count > 0)
        };
        colours.find(there).map(|colour| Rating::known(scale, *colour))
    }
}

impl Sum for Tally {
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        parts.fold(Self::default(), Self::merge)
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines = self.lines();
        let lines: Vec<String> =
            lines.iter().map(|line| format!("{} {}", line.count, line.called)).collect();
        match lines.is_empty() {
            true => f.write_str("nothing to rate"),
            false => write!(f, "{}, of {}", listed(&lines), self.all()),
        }
    }
}
