//! What the mirrors of rows have in common.

use super::{
    mirror::Mirror,
    raw::{Cell, Raw},
    read::{At, Reader},
    write::Writer,
};
use crate::model::{AnyRow, Key};

/// A row that a document can hold.
pub trait Mirrored: Sized {
    /// The row as it is written.
    type Doc<'a>;
}

/// What identifies and names a written row.
pub(super) trait Headed {
    /// Its id, its reference and its label, as written.
    fn head(&self) -> [&Cell<'_>; 3];

    /// Every name by which others may mean the row; none of rows that people mean by reference.
    fn names(&self, each: &mut dyn FnMut(&str));
}

/// A written row and the two ways between it and the row itself.
pub(super) trait MirrorRow<'a>: Mirror<'a> + Headed {
    type Row: AnyRow;

    fn read(self: Box<Self>, key: Key<Self::Row>, reader: &mut Reader) -> Self::Row;

    fn write(row: &'a Self::Row, writer: &Writer<'a>) -> Self;

    /// Every name by which others may mean the row, its own first, as those of the written row.
    fn names_of(row: &Self::Row, each: &mut dyn FnMut(&str));
}

/// The type of a field, by how it is read and written.
macro_rules! field_type {
    (name) => { $crate::document::Cell<'a> };
    (text) => { $crate::document::Cell<'a> };
    (words) => { $crate::document::Cell<'a> };
    (printed) => { $crate::document::Cell<'a> };
    (timescale) => { $crate::document::Cell<'a> };
    (word) => { $crate::document::Cell<'a> };
    (number) => { $crate::document::Cell<'a> };
    (flag) => { $crate::document::Cell<'a> };
    (yes) => { $crate::document::Cell<'a> };
    (link) => { $crate::document::Cell<'a> };
    (subject) => { $crate::document::Cell<'a> };
    (texts) => { $crate::document::Words<'a> };
    (each_word) => { $crate::document::Words<'a> };
    (links) => { $crate::document::Words<'a> };
    (subjects) => { $crate::document::Words<'a> };
    (source) => { $crate::document::Part<'a, $crate::document::CitationDoc<'a>> };
    ($other:ident $type:ty) => { $type };
}
pub(super) use field_type;

/// Defines the mirror of a row and the two ways between them: key first, then its own fields, each
/// with the method of [`Reader`] and [`Writer`] that reads and writes it. `named` lists the fields
/// by which others may mean the row.
///
/// Rows are taken apart field by field, so that a field that is forgotten here does not compile.
macro_rules! row_mirror {
    (
        $(#[doc = $about:literal])+ $doc:ident for $row:ident named($($name:ident),*) {
            $($field:ident: $how:ident $(($type:ty))? = $text:literal,)+
        }
    ) => {
        $crate::document::mirror::mirror! {
            $(#[doc = $about])+
            $doc {
                id: $crate::document::Cell<'a> as id = "The id; derived where it is left out.",
                reference: $crate::document::Cell<'a> =
                    "What people call the row, such as `A1.2`; assigned where it is left out.",
                label: $crate::document::Cell<'a> = "What the paper prints in its place.",
                $($field: $crate::document::rows::field_type!($how $($type)?)
                    as $how in $row = $text,)+
                sources: $crate::document::Many<'a, $crate::document::CitationDoc<'a>> =
                    "Where the facts stand.",
            }
        }

        impl $crate::document::Mirrored for $row {
            type Doc<'a> = $doc<'a>;
        }

        impl $crate::document::rows::Headed for $doc<'_> {
            fn head(&self) -> [&$crate::document::Cell<'_>; 3] {
                [&self.id, &self.reference, &self.label]
            }

            #[allow(unused_variables, reason = "not every kind is meant by name")]
            fn names(&self, each: &mut dyn FnMut(&str)) {
                $($crate::document::rows::Names::each_name(&self.$name, each);)*
            }
        }

        impl<'a> $crate::document::rows::MirrorRow<'a> for $doc<'a> {
            type Row = $row;

            fn read(
                self: Box<Self>,
                mut key: $crate::model::Key<$row>,
                r: &mut $crate::document::read::Reader,
            ) -> $row {
                use $crate::document::read::At;
                let Self { id: _, reference: _, label: _, $($field,)+ sources, extra } = *self;
                r.extra(None, extra, Self::FIELDS);
                key.sources = r.citations(&At::Field("sources"), sources);
                $row { key, $($field: r.$how(&At::Field(stringify!($field)), $field),)+ }
            }

            fn write(row: &'a $row, w: &$crate::document::write::Writer<'a>) -> Self {
                let $row { key, $($field,)+ } = row;
                Self {
                    id: w.id(key),
                    reference: w.reference(key),
                    label: w.text(&key.label),
                    $($field: w.$how($field),)+
                    sources: w.citations(&key.sources),
                    extra: $crate::document::Extras::none(),
                }
            }

            #[allow(unused_variables, reason = "not every kind is meant by name")]
            fn names_of(row: &$row, each: &mut dyn FnMut(&str)) {
                $($crate::document::rows::Names::each_name(&row.$name, each);)*
            }
        }
    };
}
pub(super) use row_mirror;

/// A part of a row that is an object of its own.
pub(super) trait MirrorPart<'a>: Mirror<'a> {
    type Part;

    fn read(self, r: &mut Reader, at: &At<'_>) -> Self::Part;

    /// The part that a word alone gives, if one does.
    fn read_word(_: &mut Reader, _at: &At<'_>, _word: &str) -> Option<Self::Part> {
        None
    }

    fn write(part: &'a Self::Part, w: &Writer<'a>) -> Self;
}

/// Defines the mirror of a part and the two ways between them, as [`row_mirror`] does of rows.
/// `word` names the field that a word alone gives.
macro_rules! part_mirror {
    (
        $(#[doc = $about:literal])+ $doc:ident for $part:ident $(word($word:ident))? {
            $($field:ident: $how:ident $(($type:ty))? = $text:literal,)+
        }
    ) => {
        $crate::document::mirror::mirror! {
            $(#[doc = $about])+
            $doc $(word($word))? {
                $($field: $crate::document::rows::field_type!($how $($type)?)
                    as $how in $part = $text,)+
            }
        }

        impl<'a> $crate::document::rows::MirrorPart<'a> for $doc<'a> {
            type Part = $part;

            fn read(
                self,
                r: &mut $crate::document::read::Reader,
                at: &$crate::document::read::At<'_>,
            ) -> $part {
                use $crate::document::read::At;
                let Self { $($field,)+ extra } = self;
                r.extra(Some(at), extra, Self::FIELDS);
                $part { $($field: r.$how(&At::In(at, stringify!($field)), $field),)+ }
            }

            $(fn read_word(
                r: &mut $crate::document::read::Reader,
                at: &$crate::document::read::At<'_>,
                word: &str,
            ) -> Option<$part> {
                let $word = Some($crate::document::Raw::from(word.to_owned()));
                let written = Self { $word, ..Self::default() };
                Some(written.read(r, at))
            })?

            fn write(part: &'a $part, w: &$crate::document::write::Writer<'a>) -> Self {
                let $part { $($field,)+ } = part;
                Self { $($field: w.$how($field),)+ extra: $crate::document::Extras::none() }
            }
        }
    };
}
pub(super) use part_mirror;

/// A field that holds names.
pub(super) trait Names {
    fn each_name(&self, each: &mut dyn FnMut(&str));
}

impl Names for Cell<'_> {
    fn each_name(&self, each: &mut dyn FnMut(&str)) {
        self.iter().filter_map(Raw::text).for_each(|name| each(&name));
    }
}

impl Names for String {
    fn each_name(&self, each: &mut dyn FnMut(&str)) {
        each(self);
    }
}

impl Names for Vec<String> {
    fn each_name(&self, each: &mut dyn FnMut(&str)) {
        self.iter().for_each(|name| each(name));
    }
}

impl Names for super::Words<'_> {
    fn each_name(&self, each: &mut dyn FnMut(&str)) {
        for item in self.items() {
            if let super::Flex::Plain(raw) = item {
                raw.text().iter().for_each(|name| each(name));
            }
        }
    }
}
