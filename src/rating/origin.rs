//! Whose rule a rule is.

use std::fmt;

use crate::values::{Colour, RatingScale};

/// Whose rule it is, from which year, where it was published, and what of it was not.
///
/// Another rule needs another name or year: by these two the ratings of one rule are told from those
/// of another.
///
/// ```
/// use programme::rating::TimePolicy;
///
/// let origin = TimePolicy::bromsgrove().origin;
/// assert_eq!(origin.to_string(), "Bromsgrove 2007");
/// assert!(origin.own.is_some(), "what it leaves open is said");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Origin {
    /// Its name, for people.
    pub name: String,
    /// The year of which it is, where that is known.
    pub year: Option<u16>,
    /// Where it was published.
    pub source: String,
    /// What of it its source does not say, and is this crate's or the caller's own.
    pub own: Option<String>,
}

impl Origin {
    /// A rule of the caller's own.
    ///
    /// ```
    /// use programme::rating::Origin;
    ///
    /// assert_eq!(Origin::own("Programme board").to_string(), "Programme board");
    /// ```
    #[must_use]
    pub fn own(name: impl Into<String>) -> Self {
        let (source, own) = (String::new(), Some("All of it".into()));
        Self { name: name.into(), year: None, source, own }
    }

    pub(super) fn published(name: &str, year: u16, source: &str, own: Option<&str>) -> Self {
        let own = own.map(str::to_owned);
        Self { name: name.into(), year: Some(year), source: source.into(), own }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)?;
        self.year.map_or(Ok(()), |year| write!(f, " {year}"))
    }
}

/// What the colours mean where people judge: nothing follows from facts, and a rating is stated.
///
/// ```
/// use programme::{rating::Judgement, values::Colour};
///
/// let rule = Judgement::wiltshire();
/// assert_eq!(rule.meaning(Colour::Red), Some("a major issue that those above have to settle"));
/// assert_eq!(rule.meaning(Colour::Blue), None);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// Whose rule it is.
    pub origin: Origin,
    /// The scale.
    pub scale: RatingScale,
    /// What each colour means.
    pub meanings: Vec<(Colour, String)>,
}

impl Judgement {
    /// Wiltshire's: by time, quality and budget, as the manager judges. In which year it was
    /// published is not known here. Members found green headlines over parts that were not green
    /// contradictory: a [`Gap`](super::Gap) shows such.
    #[must_use]
    pub fn wiltshire() -> Self {
        let meanings = [
            (Colour::Green, "on time, of the quality wanted and within budget"),
            (Colour::Amber, "a major issue, and a plan that answers it"),
            (Colour::Red, "a major issue that those above have to settle"),
        ];
        Self {
            origin: Origin {
                name: "Wiltshire".into(),
                year: None,
                source: "Wiltshire Council, how programmes are rated".into(),
                own: Some("The wording".into()),
            },
            scale: RatingScale::Three,
            meanings: meanings.map(|(colour, words)| (colour, words.to_owned())).into(),
        }
    }

    /// What a colour means.
    ///
    /// See [`Judgement`] for an example.
    #[must_use]
    pub fn meaning(&self, colour: Colour) -> Option<&str> {
        let found = self.meanings.iter().find(|(other, _)| *other == colour);
        found.map(|(_, words)| words.as_str())
    }
}
