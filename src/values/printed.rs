//! What a paper prints, and what it can be read as.

use std::{borrow::Cow, fmt};

use chrono::NaiveDate;

/// A value that can be read from print, and has one canonical way to be printed itself.
///
/// `T::read(&value.to_string()) == Ok(value)` holds for every value.
///
/// ```
/// use programme::values::{PartialDate, Readable, Unread};
///
/// let day = PartialDate::read("15th May 2019")?;
/// assert_eq!(day.to_string(), "15 May 2019");
/// assert_eq!(PartialDate::read(&day.to_string()), Ok(day), "the canonical form reads back");
/// assert_eq!(PartialDate::read("22 July"), Err(Unread::NoYear));
/// # Ok::<_, Unread>(())
/// ```
pub trait Readable: Sized + fmt::Display {
    /// The value of these words, or why they give none. Total, and never a guess.
    ///
    /// # Errors
    /// [`Unread`] says whether the words are blank, name a day that does not exist, or are not
    /// understood.
    fn read(words: &str) -> Result<Self, Unread>;

    /// The day whose ISO form is a second canonical spelling of this value, if there is one.
    fn iso_day(&self) -> Option<NaiveDate> {
        None
    }

    /// The value of words that are in its canonical form, where that is told at a glance: what
    /// machines write is read without the grammar, and without printing it to compare.
    #[doc(hidden)]
    fn at_a_glance(_words: &str) -> Option<Self> {
        None
    }
}

/// Why words give no value.
///
/// ```
/// use programme::values::{Timescale, Unread};
///
/// let why = |words: &str| Timescale::read(words).unread();
/// assert_eq!(why(""), Some(Unread::Blank));
/// assert_eq!(why("TBC"), Some(Unread::Pending));
/// assert_eq!(why("N/A"), Some(Unread::NotApplicable));
/// assert_eq!(why("31 June 2021"), Some(Unread::NoSuchDay));
/// assert_eq!(why("when we can"), Some(Unread::NotUnderstood));
/// assert_eq!(why("May 2019"), None, "understood");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unread {
    /// Nothing is printed.
    Blank,
    /// A calendar date is printed that does not exist, such as 31 June 2021.
    NoSuchDay,
    /// A date is printed without its year, such as 22 July.
    NoYear,
    /// It is said that this is still to be settled, as in "TBC".
    Pending,
    /// It is said that nothing belongs here, as in "N/A".
    NotApplicable,
    /// The words point to another place, as in "see 3.2".
    Elsewhere,
    /// It is said that a figure is not given, as in "commercially sensitive".
    Withheld,
    /// The words are kept and mean nothing to this reader.
    NotUnderstood,
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Blank => "blank",
            Self::NoSuchDay => "a date that does not exist",
            Self::NoYear => "without its year",
            Self::Pending => "still to be settled",
            Self::NotApplicable => "not applicable",
            Self::Elsewhere => "given elsewhere",
            Self::Withheld => "withheld",
            Self::NotUnderstood => "not understood",
        })
    }
}

/// Words as printed, kept exactly, with the value they can be read as.
///
/// Reading is total: every text gives a `Printed`, and it prints back to the letter. What cannot be
/// read stays as words with the [reason](Unread), and never turns into a value.
///
/// ```
/// use programme::values::{PartialDate, Printed, Unread};
///
/// let start: Printed<PartialDate> = Printed::read("Spring 2024");
/// assert_eq!(start.to_string(), "Spring 2024");
/// assert_eq!(start.value().map(|d| d.latest().to_string()), Some("2024-05-31".into()));
///
/// let slip: Printed<PartialDate> = Printed::read("31 June 2021");
/// assert_eq!(slip.to_string(), "31 June 2021");
/// assert_eq!(slip.unread(), Some(Unread::NoSuchDay));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Printed<T> {
    /// None where the words are the value's canonical form, as most are; empty where they are its
    /// ISO form. No value is read from nothing, so the two cannot be confused with blank words.
    words: Option<Box<str>>,
    reading: Result<T, Unread>,
}

impl<T: Readable> Printed<T> {
    /// Reads words as printed. Never fails; leading and trailing space is part of the words.
    ///
    /// ```
    /// use programme::values::{ActionStatus, Printed};
    ///
    /// let cell: Printed<ActionStatus> = Printed::read(" Completed ");
    /// assert_eq!(cell.value(), Some(&ActionStatus::Complete));
    /// assert_eq!(cell.words(), " Completed ", "to the letter");
    /// ```
    #[must_use]
    pub fn read(words: &str) -> Self {
        if let Some(value) = T::at_a_glance(words) {
            return Self { words: None, reading: Ok(value) };
        }
        let reading = T::read(words);
        let words = match &reading {
            Ok(value) if is_iso(words, value) => Some(Box::default()),
            Ok(value) if value.to_string() == words => None,
            _ => Some(words.into()),
        };
        Self { words, reading }
    }

    /// The words, to the letter.
    ///
    /// ```
    /// use programme::values::Timescale;
    ///
    /// assert_eq!(Timescale::read("15th May 2019 Cabinet").words(), "15th May 2019 Cabinet");
    /// assert_eq!(Timescale::read("2019-05-15").words(), "2019-05-15");
    /// ```
    #[must_use]
    pub fn words(&self) -> Cow<'_, str> {
        match (&self.words, &self.reading) {
            (None, Ok(value)) => Cow::Owned(value.to_string()),
            (Some(words), Ok(value)) if words.is_empty() => {
                Cow::Owned(value.iso_day().map(|day| day.to_string()).unwrap_or_default())
            }
            (words, _) => Cow::Borrowed(words.as_deref().unwrap_or("")),
        }
    }
}

impl<T: Readable> Printed<T> {
    /// The nearest words that would be understood, where these are not. A suggestion for people:
    /// nothing is ever read so.
    ///
    /// ```
    /// use programme::values::Timescale;
    ///
    /// let slip = Timescale::read("Setpember 2019");
    /// assert_eq!(slip.value(), None);
    /// assert_eq!(slip.nearest().as_deref(), Some("September 2019"));
    /// assert_eq!(Timescale::read("when we can").nearest(), None);
    /// ```
    #[must_use]
    pub fn nearest(&self) -> Option<String> {
        let lost = self.unread() == Some(Unread::NotUnderstood);
        lost.then(|| super::words::nearest::<T>(&self.words())).flatten()
    }
}

impl<T> Printed<T> {
    /// The value, if the words could be read.
    ///
    /// ```
    /// use programme::values::{Percent, Printed};
    ///
    /// assert_eq!(Printed::read("40%").value(), Percent::from_hundredths(4000).as_ref());
    /// assert_eq!(Printed::<Percent>::read("nearly there").value(), None);
    /// ```
    #[must_use]
    pub fn value(&self) -> Option<&T> {
        self.reading.as_ref().ok()
    }

    /// Why there is no value, if there is none.
    ///
    /// ```
    /// use programme::values::{Unread, When};
    ///
    /// assert_eq!(When::read("22 July").unread(), Some(Unread::NoYear));
    /// assert_eq!(When::read("22 July 2019").unread(), None);
    /// ```
    #[must_use]
    pub fn unread(&self) -> Option<Unread> {
        self.reading.as_ref().err().copied()
    }

    /// Whether something is said: a value, or words that are neither blank nor say that nothing is
    /// to be said ("N/A") or not yet ("TBC").
    ///
    /// ```
    /// use programme::values::When;
    ///
    /// let says = |words: &str| When::read(words).says_something();
    /// assert!(says("22 July 2019") && says("last summer"));
    /// assert!(!says(" ") && !says("TBC") && !says("N/A"));
    /// ```
    #[must_use]
    pub fn says_something(&self) -> bool {
        !matches!(self.unread(), Some(Unread::Blank | Unread::Pending | Unread::NotApplicable))
    }
}

/// ISO days are what machines write, so they are told apart without printing the value.
fn is_iso<T: Readable>(words: &str, value: &T) -> bool {
    words.len() == 10 && value.iso_day().is_some() && super::date::iso(words) == value.iso_day()
}

impl<T: Readable> From<T> for Printed<T> {
    fn from(value: T) -> Self {
        Self { words: None, reading: Ok(value) }
    }
}

impl<T: Readable> fmt::Display for Printed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words())
    }
}

impl<T: Readable> serde::Serialize for Printed<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.words())
    }
}

impl<'de, T: Readable> serde::Deserialize<'de> for Printed<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let words = Cow::<str>::deserialize(deserializer)?;
        Ok(Self::read(&words))
    }
}
