//! Small types that guard themselves; they know nothing of programmes.
//!
//! Two families stand here. *Exact* values ([`Money`], [`Reference`], [`Id`], [`FinancialYear`],
//! [`Code`]) are parsed with an error. *Printed* values ([`When`], [`Span`], [`Timescale`],
//! [`Rhythm`], [`Stated`], and any other [`Printed`]) are read from what a paper says: reading is
//! total, keeps the words to the letter, and says what they can mean.
//!
//! All of them are strings in every serialised form.
//!
//! Beside them stands a [`WorkingCalendar`], by which days of notice are counted.

mod cadence;
mod calendar;
mod certainty;
mod code;
mod date;
mod exempt;
#[cfg(feature = "json")]
mod feed;
mod figure;
mod financial_year;
mod holidays;
mod id;
mod money;
pub(crate) mod names;
mod percent;
mod period;
mod prices;
mod printed;
mod rating;
mod reference;
mod status;
mod timescale;
mod words;

#[cfg(test)]
mod tests;

pub(crate) use words::{capital, has_words, is_given, say_nothing};

pub use cadence::{Cadence, Length, Rhythm, Unit};
pub use calendar::{DayCount, NotCovered, WorkingCalendar};
pub use certainty::Certainty;
pub use code::{Code, ParseCodeError};
pub use date::{Calendar, ParseDateError, Part, PartialDate, Precision, Season, When, YearKind};
pub(crate) use date::{month_name, written};
pub use exempt::ExemptParagraphs;
#[cfg(feature = "json")]
pub use feed::ReadHolidaysError;
pub use figure::{Figure, FigureUnit, Interval, Meeting, Qualifier, Scale, Stated};
pub use financial_year::{FinancialYear, ParseFinancialYearError, Year};
pub use id::{Id, Identified, ParseIdError};
pub use money::{Amount, Money, MoneyError};
pub(crate) use money::{grouped, pounds, pounds_within, within};
pub use percent::Percent;
pub use period::{Period, Span};
pub use prices::PriceBase;
pub use printed::{Printed, Readable, Unread};
pub use rating::{Colour, Dimension, OffScale, Rating, RatingScale};
pub use reference::{ParseReferenceError, Reference};
pub use status::{ActionStatus, Health, Reported, Verdict};
pub use timescale::{Due, Horizon, Meaning, Sense, Timescale};

/// Serialised form of a value that has one canonical text: that text.
macro_rules! string_serde {
    ($type:ty) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                crate::values::deserialize_from_str(deserializer)
            }
        }
    };
}
use string_serde;

fn deserialize_from_str<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: std::str::FromStr<Err: std::fmt::Display>,
    D: serde::Deserializer<'de>,
{
    let text = <std::borrow::Cow<'de, str> as serde::Deserialize>::deserialize(deserializer)?;
    text.parse().map_err(serde::de::Error::custom)
}
