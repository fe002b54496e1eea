//! Colours, and the scales to which they belong.

use std::{cmp::Ordering, fmt};

use crate::values::Health;

/// A colour, in order from the best to the worst.
///
/// ```
/// use programme::rating::Colour;
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
/// use programme::rating::{Colour, Scale};
///
/// assert_eq!(Scale::Three.colours(), [Colour::Green, Colour::Amber, Colour::Red]);
/// assert_eq!(Scale::WithBlue.complete().colour(), Colour::Blue);
/// assert_eq!(Scale::Three.complete().colour(), Colour::Green, "there is nothing better");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scale {
    /// Red, amber, green.
    Three,
    /// Red, amber, green, and blue for what is complete.
    WithBlue,
    /// Red, amber/red, amber, amber/green, green, as delivery confidence had from 2011 to 2022.
    Five,
}

/// A colour on its scale.
///
/// Two of different scales have no order: neither is better, and they are not equal.
///
/// ```
/// use programme::rating::{Colour, Rating, Scale};
///
/// let amber = Scale::Three.rating(Colour::Amber)?;
/// assert!(amber > Scale::Three.rating(Colour::Green)?, "worse is more");
/// let of_five = Scale::Five.rating(Colour::Amber)?;
/// assert_eq!(amber.partial_cmp(&of_five), None);
/// assert!(Scale::Three.rating(Colour::AmberGreen).is_err());
/// # Ok::<_, programme::rating::OffScale>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rating {
    scale: Scale,
    colour: Colour,
}

/// A rating that is not on the scale.
///
/// ```
/// use programme::rating::{Colour, Scale};
///
/// let off = Scale::Three.rating(Colour::AmberRed);
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
    pub scale: Scale,
    /// Of what it was said, where that is a row.
    pub of: Option<String>,
}

/// That ratings of two scales were put together.
///
/// ```
/// use programme::rating::{MixedScales, Scale};
///
/// let mixed = MixedScales { one: Scale::Three, other: Scale::Five };
/// assert_eq!(mixed.to_string(), "ratings on three colours and on five colours do not mix: rate \
///     all of them on one scale");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("ratings on {one} and on {other} do not mix: rate all of them on one scale")]
pub struct MixedScales {
    /// The one scale.
    pub one: Scale,
    /// The other.
    pub other: Scale,
}

impl Colour {
    /// Every colour, from the best to the worst.
    pub const ALL: [Self; 6] =
        [Self::Blue, Self::Green, Self::AmberGreen, Self::Amber, Self::AmberRed, Self::Red];
}

impl Scale {
    pub(super) const ALL: [Self; 3] = [Self::Three, Self::WithBlue, Self::Five];

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
    /// use programme::{rating::{Colour, Scale}, values::Health};
    ///
    /// assert_eq!(Scale::Three.stated(Health::Red).map(|r| r.colour()), Ok(Colour::Red));
    /// assert!(Scale::Three.stated(Health::AmberRed).is_err());
    /// assert!(Scale::Three.stated(Health::OnTrack).is_err(), "green was not said");
    /// ```
    ///
    /// # Errors
    /// [`OffScale`] if the scale has no such colour.
    pub fn stated(self, health: Health) -> Result<Rating, OffScale> {
        let colour = match health {
            Health::Green => Some(Colour::Green),
            Health::AmberGreen => Some(Colour::AmberGreen),
            Health::Amber => Some(Colour::Amber),
            Health::AmberRed => Some(Colour::AmberRed),
            Health::Red => Some(Colour::Red),
            Health::OnTrack | Health::AtRisk | Health::Delayed => None,
        };
        let off = || OffScale { said: health.to_string(), scale: self, of: None };
        colour.ok_or_else(off).and_then(|colour| self.rating(colour))
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
    pub fn scale(self) -> Scale {
        self.scale
    }

    /// A colour that is known to be on the scale.
    pub(super) fn known(scale: Scale, colour: Colour) -> Self {
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

impl fmt::Display for Scale {
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
