//! A rating, or why there is none.

use std::fmt;

use crate::values::{Colour, Rating, RatingScale};

/// A colour, or what is said in its place.
///
/// ```
/// use programme::{rating::{Compared, Grey, Rated}, values::RatingScale};
///
/// let green = Rated::Colour(RatingScale::Three.green());
/// assert_eq!(Rated::Moved.compared_with(green), Compared::Worse, "never plain green");
/// assert_eq!(Rated::Grey(Grey::NoData).compared_with(green), Compared::NotComparable);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rated {
    /// A colour on its scale.
    Colour(Rating),
    /// On target by a date that was moved, or on hold, with approval: a class of its own, worse than
    /// green and better than all that is behind.
    Moved,
    /// No colour, and why. Outside the order: neither better nor worse than anything.
    Grey(Grey),
}

/// Why there is no colour.
///
/// ```
/// use programme::{rating::Grey, values::{Colour, RatingScale}};
///
/// let stale = Grey::Stale(RatingScale::Three.rating(Colour::Red)?);
/// assert_eq!(stale.to_string(), "grey (stale, last red)");
/// assert_eq!(Grey::NoData.to_string(), "grey (no data)");
/// # Ok::<_, programme::values::OffScale>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Grey {
    /// Nothing is known by which it could be rated.
    NoData,
    /// It is not due yet and not begun, as is said of it.
    NotStarted,
    /// Nobody has rated it.
    NotAssessed,
    /// What was last said is out of date; what it was.
    Stale(Rating),
    /// More of the parts are grey than the rule allows; the worst colour that is known of them.
    TooFew(Option<Rating>),
    /// The rule gives counts and no colour.
    CountsOnly,
}

/// How one rating stands to another: what is stated to what follows, or now to before.
///
/// See [`Rated`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Compared {
    /// Better: improved, or stated more favourably.
    Better,
    /// The same.
    Same,
    /// Worse.
    Worse,
    /// One of them is grey, or they are not of one scale or rule.
    NotComparable,
}

/// That ratings of two scales were put together.
///
/// ```
/// use programme::{rating::MixedScales, values::RatingScale};
///
/// let mixed = MixedScales { one: RatingScale::Three, other: RatingScale::Five };
/// assert_eq!(mixed.to_string(), "ratings on three colours and on five colours do not mix: rate \
///     all of them on one scale");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("ratings on {one} and on {other} do not mix: rate all of them on one scale")]
pub struct MixedScales {
    /// The one scale.
    pub one: RatingScale,
    /// The other.
    pub other: RatingScale,
}

impl Rated {
    /// The rating, where it has a colour.
    ///
    /// ```
    /// use programme::{rating::Rated, values::RatingScale};
    ///
    /// assert!(Rated::Colour(RatingScale::Five.green()).rating().is_some());
    /// assert_eq!(Rated::Moved.rating(), None);
    /// ```
    #[must_use]
    pub fn rating(self) -> Option<Rating> {
        match self {
            Self::Colour(rating) => Some(rating),
            Self::Moved | Self::Grey(_) => None,
        }
    }

    /// How it stands to another. What is moved with approval stands between green and the next.
    ///
    /// See [`Rated`] for an example.
    #[must_use]
    pub fn compared_with(self, other: Self) -> Compared {
        let mixed = |(a, b): (Rating, Rating)| a.scale() != b.scale();
        if self.rating().zip(other.rating()).is_some_and(mixed) {
            return Compared::NotComparable;
        }
        match self.rank().zip(other.rank()).map(|(own, other)| own.cmp(&other)) {
            None => Compared::NotComparable,
            Some(std::cmp::Ordering::Less) => Compared::Better,
            Some(std::cmp::Ordering::Equal) => Compared::Same,
            Some(std::cmp::Ordering::Greater) => Compared::Worse,
        }
    }

    /// Its place from the best to the worst; none of what is grey.
    pub(super) fn rank(self) -> Option<usize> {
        match self {
            Self::Colour(rating) => Some(rank(rating.colour())),
            Self::Moved => Some(MOVED),
            Self::Grey(_) => None,
        }
    }
}

/// How many places there are: the colours, and what is moved with approval.
pub(super) const RANKS: usize = Colour::ALL.len() + 1;

/// The place of what is moved with approval: next after green.
pub(super) const MOVED: usize = Colour::Green as usize + 1;

/// The place of a colour.
pub(super) fn rank(colour: Colour) -> usize {
    colour as usize + usize::from(colour > Colour::Green)
}

impl From<Rating> for Rated {
    fn from(rating: Rating) -> Self {
        Self::Colour(rating)
    }
}

impl From<Grey> for Rated {
    fn from(grey: Grey) -> Self {
        Self::Grey(grey)
    }
}

impl fmt::Display for Grey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoData => f.write_str("grey (no data)"),
            Self::NotStarted => f.write_str("grey (not started)"),
            Self::NotAssessed => f.write_str("grey (not assessed)"),
            Self::Stale(last) => write!(f, "grey (stale, last {last})"),
            Self::TooFew(None) => f.write_str("grey (too few parts are rated)"),
            Self::TooFew(Some(worst)) => {
                write!(f, "grey (too few parts are rated; the worst known is {worst})")
            }
            Self::CountsOnly => f.write_str("given as counts and not as one colour"),
        }
    }
}

impl fmt::Display for Rated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Colour(rating) => rating.fmt(f),
            Self::Moved => f.write_str("moved with approval"),
            Self::Grey(grey) => grey.fmt(f),
        }
    }
}

impl fmt::Display for Compared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Better => "better",
            Self::Same => "the same",
            Self::Worse => "worse",
            Self::NotComparable => "not comparable",
        })
    }
}
