//! Ratings as colours, the scales to which these belong, and what is rated.

use std::{cmp::Ordering, fmt};

use super::Health;

/// A colour, in order from the best to the worst.
///
/// ```
/// use programme::values::Colour;
///
/// assert!(Colour::Green < Colour::Amber && Colour::Amber < Colour::Red);
/// assert_eq!(Colour::AmberRed.to_string(), "amber/red");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Colour {
    /// Complete.
    Blue,
    /// On target.
    Green,
    /// Between green and amber.
    AmberGreen,
    /// Behind or in doubt.
    Amber,
    /// Between amber and red.
    AmberRed,
    /// Beyond what can be borne.
    Red,
}

/// Which colours there are. A colour means something on its scale only.
///
/// ```
/// use programme::values::{Colour, RatingScale};
///
/// assert_eq!(RatingScale::Three.colours(), [Colour::Green, Colour::Amber, Colour::Red]);
/// assert_eq!(RatingScale::WithBlue.complete().colour(), Colour::Blue);
/// assert_eq!(RatingScale::Three.complete().colour(), Colour::Green, "there is nothing better");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RatingScale {
    /// Red, amber, green.
    Three,
    /// Red, amber, green, and blue for what is complete.
    WithBlue,
    /// Red, amber/red, amber, amber/green, green, as delivery confidence had from 2011 to 2022.
    Five,
}

/// What of a piece of work is rated.
///
/// ```
/// use programme::values::Dimension;
///
/// assert_eq!(Dimension::Benefits.to_string(), "benefits");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    /// Whether it is done by when it was to be done.
    Time,
    /// Whether it costs what it was to cost.
    Cost,
    /// Whether it is what it was to be.
    Scope,
    /// Whether it is as good as it was to be.
    Quality,
    /// What may go wrong.
    Risk,
    /// Whether it brings what it was to bring.
    Benefits,
    /// Whether there are people and means for it.
    Resources,
    /// Whether it is led and decided as it was to be.
    Governance,
    /// How sure people are that it will be delivered: a judgement of the future, of its own, which is
    /// no part of the whole.
    DeliveryConfidence,
    /// All of these together.
    Overall,
}

/// A colour on its scale.
///
/// Two of different scales have no order: neither is better, and they are not equal.
///
/// ```
/// use programme::values::{Colour, Rating, RatingScale};
///
/// let amber = RatingScale::Three.rating(Colour::Amber)?;
/// assert!(amber > RatingScale::Three.rating(Colour::Green)?, "worse is more");
/// let of_five = RatingScale::Five.rating(Colour::Amber)?;
/// assert_eq!(amber.partial_cmp(&of_five), None);
/// assert!(RatingScale::Three.rating(Colour::AmberGreen).is_err());
/// # Ok::<_, programme::values::OffScale>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rating {
    scale: RatingScale,
    colour: Colour,
}

/// A rating that is not on the scale.
///
/// ```
/// use programme::values::{Colour, RatingScale};
///
/// let off = RatingScale::Three.rating(Colour::AmberRed);
/// assert_eq!(off.map_err(|e| e.to_string()), Err(
///     "'amber/red' is not on the scale of three colours: rate it on that scale, or use the scale \
///      that has it".into()));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "'{said}'{} is not on the scale of {scale}: rate it on that scale, or use the scale that has it",
    .of.as_ref().map(|of| format!(", said of {of},")).unwrap_or_default()
)]
pub struct OffScale {
    /// What was said.
    pub said: String,
    /// The scale.
    pub scale: RatingScale,
    /// Of what it was said, where that is a row.
    pub of: Option<String>,
}

impl Colour {
    /// Every colour, from the best to the worst.
    pub const ALL: [Self; 6] =
        [Self::Blue, Self::Green, Self::AmberGreen, Self::Amber, Self::AmberRed, Self::Red];
}

impl Dimension {
    /// Every dimension, the whole last.
    pub const ALL: [Self; 10] = [
        Self::Time,
        Self::Cost,
        Self::Scope,
        Self::Quality,
        Self::Risk,
        Self::Benefits,
        Self::Resources,
        Self::Governance,
        Self::DeliveryConfidence,
        Self::Overall,
    ];
}

impl RatingScale {
    /// Every scale.
    pub const ALL: [Self; 3] = [Self::Three, Self::WithBlue, Self::Five];

    /// Its colours, from the best to the worst.
    #[must_use]
    pub fn colours(self) -> &'static [Colour] {
        use Colour::{Amber, AmberGreen, AmberRed, Blue, Green, Red};
        match self {
            Self::Three => &[Green, Amber, Red],
            Self::WithBlue => &[Blue, Green, Amber, Red],
            Self::Five => &[Green, AmberGreen, Amber, AmberRed, Red],
        }
    }

    /// A colour on this scale.
    ///
    /// See [`Rating`] for an example.
    ///
    /// # Errors
    /// [`OffScale`] if the scale has no such colour.
    pub fn rating(self, colour: Colour) -> Result<Rating, OffScale> {
        match self.colours().contains(&colour) {
            true => Ok(Rating { scale: self, colour }),
            false => Err(OffScale { said: colour.to_string(), scale: self, of: None }),
        }
    }

    /// What a council stated, on this scale. Words without a colour, such as "on track", are none.
    ///
    /// ```
    /// use programme::values::{Colour, Health, RatingScale};
    ///
    /// assert_eq!(RatingScale::Three.stated(Health::Red).map(|r| r.colour()), Ok(Colour::Red));
    /// assert!(RatingScale::Three.stated(Health::AmberRed).is_err());
    /// assert!(RatingScale::Three.stated(Health::OnTrack).is_err(), "green was not said");
    /// ```
    ///
    /// # Errors
    /// [`OffScale`] if the scale has no such colour.
    pub fn stated(self, health: Health) -> Result<Rating, OffScale> {
        let off = || OffScale { said: health.to_string(), scale: self, of: None };
        health.colour().ok_or_else(off).and_then(|colour| self.rating(colour))
    }

    /// Green: every scale has it.
    #[must_use]
    pub fn green(self) -> Rating {
        Rating { scale: self, colour: Colour::Green }
    }

    /// The rating of what is complete: blue where there is one, else green.
    #[must_use]
    pub fn complete(self) -> Rating {
        let colour = if self == Self::WithBlue { Colour::Blue } else { Colour::Green };
        Rating { scale: self, colour }
    }
}

impl Rating {
    /// The colour.
    #[must_use]
    pub fn colour(self) -> Colour {
        self.colour
    }

    /// The scale that it is on.
    #[must_use]
    pub fn scale(self) -> RatingScale {
        self.scale
    }

    /// A colour that is known to be on the scale.
    pub(crate) fn known(scale: RatingScale, colour: Colour) -> Self {
        Self { scale, colour }
    }
}

impl PartialOrd for Rating {
    /// The worse is the greater; `None` between scales.
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        (self.scale == other.scale).then(|| self.colour.cmp(&other.colour))
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Blue => "blue",
            Self::Green => "green",
            Self::AmberGreen => "amber/green",
            Self::Amber => "amber",
            Self::AmberRed => "amber/red",
            Self::Red => "red",
        })
    }
}

impl fmt::Display for RatingScale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Three => "three colours",
            Self::WithBlue => "three colours with blue",
            Self::Five => "five colours",
        })
    }
}

impl fmt::Display for Rating {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.colour.fmt(f)
    }
}

impl fmt::Display for Dimension {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Time => "time",
            Self::Cost => "cost",
            Self::Scope => "scope",
            Self::Quality => "quality",
            Self::Risk => "risk",
            Self::Benefits => "benefits",
            Self::Resources => "resources",
            Self::Governance => "governance",
            Self::DeliveryConfidence => "delivery confidence",
            Self::Overall => "the whole",
        })
    }
}
