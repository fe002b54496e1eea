//! Anything that a document can hold in a place, kept as it was written.

use std::{borrow::Cow, fmt};

use serde::{Serialize, Serializer, ser::SerializeMap};

/// A value as written: never a reason to fail, and never turned into another.
///
/// ```
/// use programme::document::Raw;
///
/// assert_eq!(Raw::from("On-going").to_string(), "On-going");
/// assert_eq!(Raw::Integer(3).to_string(), "3");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub enum Raw<'a> {
    /// Nothing, said in so many words.
    Null,
    /// Yes or no.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// A whole number that is larger than any of those.
    Large(u64),
    /// A number with a fraction, or beyond 64 bits.
    Number(f64),
    /// Text.
    Text(Cow<'a, str>),
    /// Several values.
    List(Box<[Raw<'a>]>),
    /// Named values, in written order.
    Object(Fields<'a>),
}

/// Named values, in written order.
pub type Fields<'a> = Box<[(Cow<'a, str>, Raw<'a>)]>;

/// A value that may be missing.
pub type Cell<'a> = Option<Raw<'a>>;

impl<'a> From<&'a str> for Raw<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Raw<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'a> Raw<'a> {
    /// What it is, in a word, for messages.
    #[must_use]
    pub fn shape(&self) -> &'static str {
        match self {
            Self::Null => "nothing",
            Self::Bool(_) => "true or false",
            Self::Integer(_) | Self::Large(_) | Self::Number(_) => "a number",
            Self::Text(_) => "text",
            Self::List(_) => "a list",
            Self::Object(_) => "an object",
        }
    }

    /// The text of a scalar; none of lists and objects.
    pub(super) fn into_text(self) -> Result<Cow<'a, str>, Self> {
        match self {
            Self::Text(text) => Ok(text),
            Self::Bool(_) | Self::Integer(_) | Self::Large(_) | Self::Number(_) => {
                Ok(self.to_string().into())
            }
            other => Err(other),
        }
    }

    /// The same, borrowed.
    pub(super) fn text(&self) -> Option<Cow<'_, str>> {
        match self {
            Self::Text(text) => Some(Cow::Borrowed(text)),
            Self::Null | Self::List(_) | Self::Object(_) => None,
            scalar => Some(Cow::Owned(scalar.to_string())),
        }
    }

    /// Whether its text may have other digits than were written: a number with a fraction is known
    /// to fifteen digits and no further, and so is a whole number beyond 64 bits.
    pub(super) fn is_rounded(&self) -> bool {
        let Self::Number(number) = self else { return false };
        // The shortest digits that give the number, without sign, point and power of ten.
        let shortest = format!("{number:e}");
        let digits = shortest.split('e').next().unwrap_or("");
        digits.bytes().filter(u8::is_ascii_digit).count() > 15 || number.abs() > 1e15
    }
}

impl fmt::Display for Raw<'_> {
    /// The text of a scalar; lists in square brackets and objects in curly ones, for messages.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Bool(value) => value.fmt(f),
            Self::Integer(value) => value.fmt(f),
            Self::Large(value) => value.fmt(f),
            Self::Number(value) => value.fmt(f),
            Self::Text(text) => f.write_str(text),
            Self::List(values) => {
                f.write_str("[")?;
                for (at, value) in values.iter().enumerate() {
                    write!(f, "{}{value}", if at == 0 { "" } else { ", " })?;
                }
                f.write_str("]")
            }
            Self::Object(fields) => {
                f.write_str("{")?;
                for (at, (name, value)) in fields.iter().enumerate() {
                    write!(f, "{}{name}: {value}", if at == 0 { "" } else { ", " })?;
                }
                f.write_str("}")
            }
        }
    }
}

impl Serialize for Raw<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Integer(value) => serializer.serialize_i64(*value),
            Self::Large(value) => serializer.serialize_u64(*value),
            Self::Number(value) => serializer.serialize_f64(*value),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(values) => serializer.collect_seq(values.iter()),
            Self::Object(fields) => {
                let mut map = serializer.serialize_map(Some(fields.len()))?;
                for (name, value) in fields.iter() {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
    }
}

/// Something that may be written in short as a scalar or list, or in full as an object.
#[derive(Clone, Debug, PartialEq)]
pub enum Flex<'a, T> {
    /// In short.
    Plain(Raw<'a>),
    /// In full.
    Rich(Box<T>),
}

impl<T> Flex<'_, T> {
    /// A thing written in full.
    #[must_use]
    pub fn full(value: T) -> Self {
        Self::Rich(Box::new(value))
    }
}

impl<T: Serialize> Serialize for Flex<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Plain(raw) => raw.serialize(serializer),
            Self::Rich(value) => value.serialize(serializer),
        }
    }
}

/// Several things; one alone may be written without a list around it.
#[derive(Clone, Debug, PartialEq)]
pub enum Many<'a, T> {
    /// A list, in written order.
    Listed(Vec<Flex<'a, T>>),
    /// One thing, without a list.
    Single(Box<Flex<'a, T>>),
}

impl<T> Default for Many<'_, T> {
    fn default() -> Self {
        Self::Listed(Vec::new())
    }
}

impl<'a, T> Many<'a, T> {
    /// The things, in written order.
    #[must_use]
    pub fn items(&self) -> &[Flex<'a, T>] {
        match self {
            Self::Listed(items) => items,
            Self::Single(item) => std::slice::from_ref(item),
        }
    }

    /// The things, in written order, to keep.
    #[must_use]
    pub fn into_items(self) -> Vec<Flex<'a, T>> {
        match self {
            Self::Listed(items) => items,
            Self::Single(item) => vec![*item],
        }
    }
}

impl<'a, T> Many<'a, T> {
    /// Adds one more in full.
    pub(super) fn push(&mut self, value: T) {
        if let Self::Listed(items) = self {
            items.push(Flex::full(value));
        }
    }
}

impl<'a, T> FromIterator<Flex<'a, T>> for Many<'a, T> {
    fn from_iter<I: IntoIterator<Item = Flex<'a, T>>>(items: I) -> Self {
        Self::Listed(items.into_iter().collect())
    }
}

impl<T: Serialize> Serialize for Many<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Listed(items) => serializer.collect_seq(items),
            Self::Single(item) => item.serialize(serializer),
        }
    }
}

/// An object where only a scalar belongs: kept as it was written, to be reported.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Misplaced<'a> {
    /// Its fields.
    pub fields: Fields<'a>,
}

/// Several scalars.
pub type Words<'a> = Many<'a, Misplaced<'a>>;

impl Serialize for Misplaced<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.fields.iter().map(|(name, value)| (name, value)))
    }
}

/// An optional part of an object.
#[derive(Clone, Debug, PartialEq)]
pub struct Part<'a, T>(pub Option<Flex<'a, T>>);

impl<T> Default for Part<'_, T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<'a, T> From<Option<Flex<'a, T>>> for Part<'a, T> {
    fn from(part: Option<Flex<'a, T>>) -> Self {
        Self(part)
    }
}

impl<T: Serialize> Serialize for Part<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

/// A field that a document does not know, or has twice: kept with its value, and reported.
#[derive(Clone, Debug, PartialEq)]
pub struct Extra<'a> {
    /// The field's name.
    pub name: Cow<'a, str>,
    /// Its value.
    pub value: Raw<'a>,
}

/// The fields of an object that are not known, or stand twice.
///
/// One word in every object, since hardly any has such fields.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(clippy::box_collection, reason = "one word, not three, in every object that is read")]
pub struct Extras<'a>(Option<Box<Vec<Extra<'a>>>>);

impl<'a> Extras<'a> {
    /// None, as it should be.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// Each field with its value.
    pub fn iter(&self) -> impl Iterator<Item = &Extra<'a>> {
        self.0.iter().flat_map(|all| all.iter())
    }

    pub(super) fn push(&mut self, extra: Extra<'a>) {
        self.0.get_or_insert_default().push(extra);
    }

    pub(super) fn into_vec(self) -> Vec<Extra<'a>> {
        self.0.map(|all| *all).unwrap_or_default()
    }
}
