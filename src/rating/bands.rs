//! From where on a value has which colour.

use std::fmt;

use chrono::{Days, Months, NaiveDate};

use crate::{
    rollup::Ratio,
    values::{Colour, OffScale, Rating, RatingScale},
};

/// From where on a value has a colour.
///
/// See [`Bands`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Band<T> {
    /// Where it begins.
    pub limit: T,
    /// Whether the limit itself is in it.
    pub included: bool,
    /// The colour of what is in it.
    pub colour: Colour,
}

/// The colours worse than green, each with where it begins; what is in none of them is green.
///
/// ```
/// use programme::{rating::{Band, Bands}, rollup::Ratio, values::{Colour, RatingScale}};
///
/// let tenth = Ratio::new(1, 10).ok_or("no whole")?;
/// let quarter = Ratio::new(1, 4).ok_or("no whole")?;
/// let steps = [Band::from(tenth, Colour::Amber), Band::from(quarter, Colour::Red)];
/// let bands = Bands::new(RatingScale::Three, steps)?;
/// let colour = |value| bands.at(value).map(|band| band.colour);
/// assert_eq!(colour(Ratio::ZERO), None);
/// assert_eq!(colour(tenth), Some(Colour::Amber), "from the limit on");
/// assert_eq!(colour(Ratio::ONE), Some(Colour::Red));
/// assert!(Bands::new(RatingScale::Three, [steps[1], steps[0]]).is_err(), "red before amber");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bands<T> {
    scale: RatingScale,
    steps: Vec<Band<T>>,
}

/// Why steps make no bands.
///
/// ```
/// use programme::{rating::{Band, Bands, BandsError, Delay}, values::{Colour, RatingScale}};
///
/// let none = Bands::<Delay>::new(RatingScale::Three, []);
/// assert_eq!(none, Err(BandsError::None));
/// let good = Bands::new(RatingScale::Three, [Band::above(Delay::Days(7), Colour::Green)]);
/// assert_eq!(good.map_err(|e| e.to_string()), Err("band 1 is green, as is all that is in no \
///     band: give it a worse colour".into()));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BandsError {
    /// There is none, so that all would be green.
    #[error("no band is given, so that everything would be green: give at least one")]
    None,
    /// A colour is not on the scale.
    #[error("band {number}: {off}")]
    OffScale {
        /// The number of the band, from 1.
        number: usize,
        /// The colour and the scale.
        off: OffScale,
    },
    /// A colour is not worse than green.
    #[error("band {number} is {colour}, as is all that is in no band: give it a worse colour")]
    NotWorse {
        /// The number of the band, from 1.
        number: usize,
        /// Its colour.
        colour: Colour,
    },
    /// A band does not begin after the one before with a worse colour.
    #[error(
        "band {number} does not begin after band {} with a worse colour: give them in order",
        .number - 1
    )]
    OutOfOrder {
        /// The number of the band, from 1.
        number: usize,
    },
}

/// How late something is.
///
/// A month is a calendar month back from the day on which it is looked at: on 15 June, what was due
/// before 15 May is more than a month late. In the order of limits a month counts as 31 days.
///
/// ```
/// use programme::rating::Delay;
///
/// assert!(Delay::Days(7) < Delay::Months(1));
/// assert_eq!(Delay::Months(1).to_string(), "1 month");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Delay {
    /// So many days.
    Days(u16),
    /// So many calendar months.
    Months(u16),
}

impl<T> Band<T> {
    /// From a limit on, the limit itself included.
    ///
    /// See [`Bands`] for an example.
    #[must_use]
    pub fn from(limit: T, colour: Colour) -> Self {
        Self { limit, included: true, colour }
    }

    /// Above a limit.
    ///
    /// ```
    /// use programme::{rating::{Band, Delay}, values::Colour};
    ///
    /// let band = Band::above(Delay::Months(1), Colour::Red);
    /// assert_eq!(band.to_string(), "more than 1 month is red");
    /// ```
    #[must_use]
    pub fn above(limit: T, colour: Colour) -> Self {
        Self { limit, included: false, colour }
    }
}

impl<T: Ord> Bands<T> {
    /// Bands on a scale, in order.
    ///
    /// See [`Bands`] for an example.
    ///
    /// # Errors
    /// [`BandsError`] says which band is not on the scale, is green, or is out of order.
    pub fn new(
        scale: RatingScale,
        steps: impl IntoIterator<Item = Band<T>>,
    ) -> Result<Self, BandsError> {
        let steps: Vec<Band<T>> = steps.into_iter().collect();
        if steps.is_empty() {
            return Err(BandsError::None);
        }
        for (at, band) in steps.iter().enumerate() {
            let (number, colour) = (at + 1, band.colour);
            scale.rating(colour).map_err(|off| BandsError::OffScale { number, off })?;
            if colour <= Colour::Green {
                return Err(BandsError::NotWorse { number, colour });
            }
        }
        for (at, pair) in steps.windows(2).enumerate() {
            let [one, next] = pair else { continue };
            if one.colour >= next.colour || one.limit >= next.limit {
                return Err(BandsError::OutOfOrder { number: at + 2 });
            }
        }
        Ok(Self { scale, steps })
    }

    /// The worst band that a value reaches; none where it is green.
    ///
    /// See [`Bands`] for an example.
    #[must_use]
    pub fn at(&self, value: T) -> Option<&Band<T>> {
        self.reached(|band| band.limit < value || (band.included && band.limit == value))
    }
}

impl<T> Bands<T> {
    /// Bands that are known to be in order.
    pub(super) fn known<const N: usize>(scale: RatingScale, steps: [Band<T>; N]) -> Self {
        Self { scale, steps: steps.into() }
    }

    /// The scale of their colours.
    #[must_use]
    pub fn scale(&self) -> RatingScale {
        self.scale
    }

    /// The bands, from the best to the worst.
    #[must_use]
    pub fn steps(&self) -> &[Band<T>] {
        &self.steps
    }

    /// The last of the bands that are reached one after the other.
    pub(super) fn reached(&self, is_reached: impl Fn(&Band<T>) -> bool) -> Option<&Band<T>> {
        self.steps.iter().take_while(|band| is_reached(band)).last()
    }

    /// The rating of a band, or of none.
    pub(super) fn rating(&self, band: Option<&Band<T>>) -> Rating {
        let colour = band.map_or(Colour::Green, |band| band.colour);
        Rating::known(self.scale, colour)
    }
}

impl Delay {
    /// The day so long before another.
    pub(super) fn before(self, day: NaiveDate) -> NaiveDate {
        let earlier = match self {
            Self::Days(days) => day.checked_sub_days(Days::new(days.into())),
            Self::Months(months) => day.checked_sub_months(Months::new(months.into())),
        };
        earlier.unwrap_or(NaiveDate::MIN)
    }

    fn most_days(self) -> u32 {
        match self {
            Self::Days(days) => days.into(),
            Self::Months(months) => u32::from(months) * 31,
        }
    }
}

impl Band<Delay> {
    /// The day before which something has to be due to be in the band on another day.
    pub(super) fn due_before(&self, day: NaiveDate) -> NaiveDate {
        let limit = self.limit.before(day);
        if self.included { limit.succ_opt().unwrap_or(limit) } else { limit }
    }
}

impl PartialOrd for Delay {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Delay {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let shape = |delay: &Self| matches!(delay, Self::Months(_));
        (self.most_days(), shape(self)).cmp(&(other.most_days(), shape(other)))
    }
}

impl fmt::Display for Delay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (count, unit) = match self {
            Self::Days(days) => (days, "day"),
            Self::Months(months) => (months, "month"),
        };
        write!(f, "{count} {unit}{}", if *count == 1 { "" } else { "s" })
    }
}

impl fmt::Display for Band<Delay> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { limit, included, colour } = self;
        match (included, limit) {
            (true, _) => write!(f, "{limit} or more is {colour}"),
            (false, Delay::Days(0) | Delay::Months(0)) => write!(f, "any delay is {colour}"),
            (false, _) => write!(f, "more than {limit} is {colour}"),
        }
    }
}

impl fmt::Display for Band<Ratio> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let percent = self.limit.percent_to(2).normalize();
        let Self { included, colour, .. } = self;
        match included {
            true => write!(f, "{percent} % or more is {colour}"),
            false => write!(f, "more than {percent} % is {colour}"),
        }
    }
}

/// So many per cent.
pub(super) fn percent(count: u128) -> Ratio {
    Ratio::new(count, 100).unwrap_or(Ratio::ZERO)
}
