//! How objects are read into the structs that mirror them: tolerant of every value, and nothing of
//! an object left behind.

use std::{borrow::Cow, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{self, MapAccess, SeqAccess},
};

use super::raw::{Cell, Fields, Flex, Many, Misplaced, Part, Raw};

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
        Ok(T::raw(i64::try_from(value).map_or(Raw::Large(value), Raw::Integer)))
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

fn object<'de: 'a, 'a, A: MapAccess<'de>>(mut map: A) -> Result<Fields<'a>, A::Error> {
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

impl<'a> Mirror<'a> for Misplaced<'a> {
    fn from_map<'de: 'a, A: MapAccess<'de>>(map: A) -> Result<Self, A::Error> {
        object(map).map(|fields| Self { fields })
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
///
/// For the schema, a field may say `as` which way it is read, and `in` which row; `word` names the
/// field that a word alone gives.
macro_rules! mirror {
    (
        $(#[doc = $about:literal])+ $name:ident $(word($word:ident))? {
            $($field:ident: $type:ty $(as $how:ident $(in $row:ident)?)? = $doc:literal,)+
        }
    ) => {
        $(#[doc = $about])+
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $name<'a> {
            $(#[doc = $doc] pub $field: $type,)+
            /// Fields that are not known here, or stand twice.
            pub extra: $crate::document::Extras<'a>,
        }

        impl<'a> $crate::document::mirror::Mirror<'a> for $name<'a> {
            fn from_map<'de: 'a, A: serde::de::MapAccess<'de>>(
                mut map: A,
            ) -> Result<Self, A::Error> {
                use $crate::document::mirror::{Field, FieldName};
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
                use $crate::document::mirror::Field;
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

        #[cfg(feature = "schema")]
        impl $crate::shape::Described for $name<'static> {
            const NAME: &'static str = stringify!($name);
            const ABOUT: &'static [&'static str] = &[$($about),+];

            fn fields(defs: &mut $crate::shape::Defs) -> $crate::shape::Fields {
                let mut fields = $crate::shape::Fields::default();
                $(
                    let way = $crate::document::mirror::way!($name $field $($($row)?)?);
                    let value = $crate::document::mirror::how!(way defs $($how)?);
                    fields.add(stringify!($field), &[$doc], value);
                )+
                fields
            }

            $(fn word(defs: &mut $crate::shape::Defs) -> Option<$crate::shape::Shape> {
                Self::fields(defs).shape(stringify!($word))
            })?
        }
    };
}
pub(super) use mirror;

/// The way of a field, told by its types in the mirror and in the row.
#[cfg(feature = "schema")]
macro_rules! way {
    ($doc:ident $field:ident) => {
        $crate::document::ways::Way::only(|doc: &$doc<'static>| &doc.$field)
    };
    ($doc:ident $field:ident $row:ident) => {
        $crate::document::ways::Way::of(|doc: &$doc<'static>| &doc.$field, |row: &$row| &row.$field)
    };
}
#[cfg(feature = "schema")]
pub(super) use way;

#[cfg(feature = "schema")]
macro_rules! how {
    ($way:ident $defs:ident) => {
        $way.plain($defs)
    };
    ($way:ident $defs:ident $how:ident) => {
        $way.$how($defs)
    };
}
#[cfg(feature = "schema")]
pub(super) use how;

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
