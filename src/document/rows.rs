//! What the mirrors of rows have in common.

use std::borrow::Cow;

use super::{
    mirror::Mirror,
    raw::{Cell, Raw},
    read::Reader,
    write::Writer,
};
use crate::model::{AnyRow, Key};

/// A row that a document can hold.
pub trait Mirrored: Sized {
    /// The row as it is written.
    type Doc<'a>;
}

/// How a row is known, as written.
#[derive(Default)]
pub(super) struct Head<'s> {
    pub(super) id: Option<Cow<'s, str>>,
    pub(super) reference: Option<Cow<'s, str>>,
    pub(super) label: Option<Cow<'s, str>>,
}

/// The text of a cell that holds a word or a number.
pub(super) fn scalar<'s>(cell: &'s Cell<'_>) -> Option<Cow<'s, str>> {
    match cell {
        Some(Raw::Text(text)) => Some(Cow::Borrowed(text)),
        Some(Raw::Integer(number)) => Some(Cow::Owned(number.to_string())),
        _ => None,
    }
}

/// What identifies and names a written row.
pub(super) trait Headed {
    fn head(&self) -> Head<'_>;

    /// Every name by which others may mean the row; none of rows that people mean by reference.
    fn names(&self, each: &mut dyn FnMut(&str));
}

/// A written row and the two ways between it and the row itself.
pub(super) trait MirrorRow<'a>: Mirror<'a> + Headed {
    type Row: AnyRow;

    fn read(self: Box<Self>, key: Key<Self::Row>, reader: &mut Reader) -> Self::Row;

    fn write(row: &'a Self::Row, writer: &Writer<'a>) -> Self;
}

/// Defines the mirror of a row: key first, then its own fields; `named` lists the fields by which
/// others may mean it.
macro_rules! row_mirror {
    (
        $(#[$meta:meta])* $doc:ident for $row:ident named($($name:ident),*) {
            $($field:ident: $type:ty = $text:literal,)+
        }
    ) => {
        $crate::document::mirror::mirror! {
            $(#[$meta])*
            $doc {
                id: $crate::document::Cell<'a> = "The id; derived where it is left out.",
                reference: $crate::document::Cell<'a> = "What people call the row, such as `A1.2`; assigned where it is left out.",
                label: $crate::document::Cell<'a> = "What the paper prints in its place.",
                $($field: $type = $text,)+
                sources: $crate::document::Many<'a, $crate::document::CitationDoc<'a>> = "Where the facts stand.",
            }
        }
        impl $crate::document::Mirrored for $row {
            type Doc<'a> = $doc<'a>;
        }
        impl $crate::document::rows::Headed for $doc<'_> {
            fn head(&self) -> $crate::document::rows::Head<'_> {
                use $crate::document::rows::{Head, scalar};
                let (id, reference) = (scalar(&self.id), scalar(&self.reference));
                Head { id, reference, label: scalar(&self.label) }
            }
            #[allow(unused_variables, reason = "not every kind is meant by name")]
            fn names(&self, each: &mut dyn FnMut(&str)) {
                $($crate::document::rows::Names::each_name(&self.$name, each);)*
            }
        }
    };
}
pub(super) use row_mirror;

/// A field that holds names.
pub(super) trait Names {
    fn each_name(&self, each: &mut dyn FnMut(&str));
}

impl Names for Cell<'_> {
    fn each_name(&self, each: &mut dyn FnMut(&str)) {
        scalar(self).iter().for_each(|name| each(name));
    }
}

impl Names for super::Words<'_> {
    fn each_name(&self, each: &mut dyn FnMut(&str)) {
        for item in self.items() {
            if let super::Flex::Plain(Raw::Text(name)) = item {
                each(name);
            }
        }
    }
}
