//! Anything that a document can hold in a place, kept as it was written.

use std::{borrow::Cow, fmt};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, MapAccess, SeqAccess},
    ser::SerializeMap,
};

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
    /// A number with a fraction, or beyond 64 bits.
    Number(f64),
    /// Text.
    Text(Cow<'a, str>),
    /// Several values.
    List(Box<[Raw<'a>]>),
    /// Named values, in written order.
    Object(Box<[(Cow<'a, str>, Raw<'a>)]>),
}

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
            Self::Integer(_) | Self::Number(_) => "a number",
            Self::Text(_) => "text",
            Self::List(_) => "a list",
            Self::Object(_) => "an object",
        }
    }

    /// The text of a scalar; none of lists and objects.
    pub(super) fn into_text(self) -> Result<Cow<'a, str>, Self> {
        match self {
            Self::Text(text) => Ok(text),
            Self::Bool(_) | Self::Integer(_) | Self::Number(_) => Ok(self.to_string().into()),
            other => Err(other),
        }
    }
}

impl fmt::Display for Raw<'_> {
    /// The text of a scalar, and a short form of the rest for messages.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Bool(value) => value.fmt(f),
            Self::Integer(value) => value.fmt(f),
            Self::Number(value) => value.fmt(f),
            Self::Text(text) => f.write_str(text),
            Self::List(values) => write!(f, "a list of {}", values.len()),
            Self::Object(fields) => {
                let names: Vec<_> = fields.iter().map(|(name, _)| name.as_ref()).collect();
                write!(f, "an object of {}", names.join(", "))
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
    pub fields: Box<[(Cow<'a, str>, Raw<'a>)]>,
}

/// Several scalars.
pub type Words<'a> = Many<'a, Misplaced<'a>>;

impl Serialize for Misplaced<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.fields.iter().map(|(name, value)| (name, value)))
    }
}

impl<'a> Mirror<'a> for Misplaced<'a> {
    fn from_map<'de: 'a, A: MapAccess<'de>>(map: A) -> Result<Self, A::Error> {
        object(map).map(|fields| Self { fields })
    }
}

/// A struct that mirrors an object of a document.
pub(super) trait Mirror<'a>: Sized {
    /// Reads an object whose opening brace has been seen. Never fails but on the text's own faults.
    fn from_map<'de: 'a, A: MapAccess<'de>>(map: A) -> Result<Self, A::Error>;
}

/// The one visitor of everything in a document.
struct Any<T>(std::marker::PhantomData<T>);

/// What becomes of each shape of value.
trait Take<'a>: Sized {
    fn raw(raw: Raw<'a>) -> Self;
    fn seq<'de: 'a, A: SeqAccess<'de>>(seq: A) -> Result<Self, A::Error> {
        list(seq).map(|items| Self::raw(Raw::List(items.into_boxed_slice())))
    }
    fn map<'de: 'a, A: MapAccess<'de>>(map: A) -> Result<Self, A::Error> {
        object(map).map(|fields| Self::raw(Raw::Object(fields)))
    }
}

impl<'de: 'a, 'a, T: Take<'a>> de::Visitor<'de> for Any<(&'a (), T)> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }
    fn visit_unit<E>(self) -> Result<T, E> {
        Ok(T::raw(Raw::Null))
    }
    fn visit_bool<E>(self, value: bool) -> Result<T, E> {
        Ok(T::raw(Raw::Bool(value)))
    }
    fn visit_i64<E>(self, value: i64) -> Result<T, E> {
        Ok(T::raw(Raw::Integer(value)))
    }
    fn visit_u64<E>(self, value: u64) -> Result<T, E> {
        Ok(T::raw(match i64::try_from(value) {
            Ok(value) => Raw::Integer(value),
            // No field takes numbers of this size; the digits are kept for the message.
            Err(_) => Raw::Text(Cow::Owned(value.to_string())),
        }))
    }
    fn visit_f64<E>(self, value: f64) -> Result<T, E> {
        Ok(T::raw(Raw::Number(value)))
    }
    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<T, E> {
        Ok(T::raw(Raw::Text(Cow::Borrowed(text))))
    }
    fn visit_str<E>(self, text: &str) -> Result<T, E> {
        Ok(T::raw(Raw::Text(Cow::Owned(text.to_owned()))))
    }
    fn visit_string<E>(self, text: String) -> Result<T, E> {
        Ok(T::raw(Raw::Text(Cow::Owned(text))))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<T, A::Error> {
        T::seq(seq)
    }
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::map(map)
    }
}

fn list<'de, A: SeqAccess<'de>, T: Deserialize<'de>>(mut seq: A) -> Result<Vec<T>, A::Error> {
    let Some(first) = seq.next_element()? else { return Ok(Vec::new()) };
    // Most lists in a row hold one thing: room for four, as a first push makes, is most of a row.
    let mut items = Vec::with_capacity(1);
    items.push(first);
    while let Some(item) = seq.next_element()? {
        items.push(item);
    }
    Ok(items)
}

fn object<'de: 'a, 'a, A: MapAccess<'de>>(
    mut map: A,
) -> Result<Box<[(Cow<'a, str>, Raw<'a>)]>, A::Error> {
    let mut fields = Vec::new();
    while let Some(FieldName(name)) = map.next_key()? {
        fields.push((name, map.next_value()?));
    }
    Ok(fields.into_boxed_slice())
}

/// The name of a field, borrowed where it can be.
pub(super) struct FieldName<'a>(pub(super) Cow<'a, str>);

impl<'de: 'a, 'a> Deserialize<'de> for FieldName<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Raw::deserialize(deserializer)? {
            Raw::Text(name) => Ok(Self(name)),
            other => Ok(Self(Cow::Owned(other.to_string()))),
        }
    }
}

impl<'a> Take<'a> for Raw<'a> {
    fn raw(raw: Raw<'a>) -> Self {
        raw
    }
}

impl<'a, T: Mirror<'a>> Take<'a> for Flex<'a, T> {
    fn raw(raw: Raw<'a>) -> Self {
        Self::Plain(raw)
    }
    fn map<'de: 'a, A: MapAccess<'de>>(map: A) -> Result<Self, A::Error> {
        T::from_map(map).map(Self::full)
    }
}

impl<'a, T: Mirror<'a>> Take<'a> for Many<'a, T> {
    fn raw(raw: Raw<'a>) -> Self {
        match raw {
            Raw::Null => Self::default(),
            one => Self::Single(Box::new(Flex::Plain(one))),
        }
    }
    fn seq<'de: 'a, A: SeqAccess<'de>>(seq: A) -> Result<Self, A::Error> {
        list(seq).map(Self::Listed)
    }
    fn map<'de: 'a, A: MapAccess<'de>>(map: A) -> Result<Self, A::Error> {
        T::from_map(map).map(|one| Self::Single(Box::new(Flex::full(one))))
    }
}

/// An optional part; absent and null are the same.
impl<'a, T: Mirror<'a>> Take<'a> for Part<'a, T> {
    fn raw(raw: Raw<'a>) -> Self {
        match raw {
            Raw::Null => Self(None),
            raw => Self(Some(Flex::Plain(raw))),
        }
    }
    fn map<'de: 'a, A: MapAccess<'de>>(map: A) -> Result<Self, A::Error> {
        T::from_map(map).map(|part| Self(Some(Flex::full(part))))
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

macro_rules! deserialize_any {
    ($($type:ty $(: $mirror:ident)?;)+) => {$(
        impl<'de: 'a, 'a, $($mirror: Mirror<'a>)?> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_any(Any::<(&'a (), Self)>(std::marker::PhantomData))
            }
        }
    )+};
}
deserialize_any!(Raw<'a>; Flex<'a, T>: T; Many<'a, T>: T; Part<'a, T>: T;);

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

/// A field of a mirror struct.
pub(super) trait Field {
    /// Whether there is nothing to write.
    fn is_blank(&self) -> bool;
}

impl Field for Cell<'_> {
    fn is_blank(&self) -> bool {
        self.is_none()
    }
}
impl<T> Field for Many<'_, T> {
    fn is_blank(&self) -> bool {
        self.items().is_empty()
    }
}
impl<T> Field for Part<'_, T> {
    fn is_blank(&self) -> bool {
        self.0.is_none()
    }
}

/// Defines a struct that mirrors an object: every field optional, unknown and repeated ones kept.
///
/// By a visitor of its own: flattening, which serde offers for unknown fields, buffers every object.
macro_rules! mirror {
    ($(#[$meta:meta])* $name:ident { $($field:ident: $type:ty = $doc:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $name<'a> {
            $(#[doc = $doc] pub $field: $type,)+
            /// Fields that are not known here, or stand twice.
            pub extra: $crate::document::Extras<'a>,
        }

        impl<'a> $crate::document::raw::Mirror<'a> for $name<'a> {
            fn from_map<'de: 'a, A: serde::de::MapAccess<'de>>(
                mut map: A,
            ) -> Result<Self, A::Error> {
                use $crate::document::raw::{Field, FieldName};
                let mut this = Self::default();
                while let Some(FieldName(name)) = map.next_key()? {
                    match name.as_ref() {
                        $(stringify!($field) if this.$field.is_blank() => {
                            this.$field = map.next_value()?;
                        })+
                        _ => {
                            let value = map.next_value()?;
                            this.extra.push($crate::document::Extra { name, value });
                        }
                    }
                }
                Ok(this)
            }
        }

        impl $name<'_> {
            /// The names of its fields.
            pub(in crate::document) const FIELDS: &'static [&'static str] =
                &[$(stringify!($field)),+];
        }

        impl serde::Serialize for $name<'_> {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeMap;
                use $crate::document::raw::Field;
                let mut map = serializer.serialize_map(None)?;
                $(if !self.$field.is_blank() {
                    map.serialize_entry(stringify!($field), &self.$field)?;
                })+
                for extra in self.extra.iter() {
                    map.serialize_entry(&extra.name, &extra.value)?;
                }
                map.end()
            }
        }
    };
}
pub(super) use mirror;

/// Reads an object and nothing else.
pub(super) struct ObjectOnly<T>(pub(super) std::marker::PhantomData<T>);

impl<'de: 'a, 'a, T: Mirror<'a>> de::Visitor<'de> for ObjectOnly<(&'a (), T)> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::from_map(map)
    }
}
