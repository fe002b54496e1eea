//! The keys of all rows.

use super::Choices;
use crate::{
    model::{AnyRow, Key, Kind, Programme, Subject, kinds},
    values::{Id, Reference},
};

macro_rules! define_rows {
    ($($list:ident: $row:ident($($shape:tt)*) $kind:literal $letters:literal $doc:literal;)+) => {
        /// The keys of all rows, made before the rows so that any can link to any.
        pub(super) struct Rows {
            $(pub(super) $list: Vec<Key<crate::model::$row>>,)+
        }

        impl Rows {
            pub(super) fn new(c: &mut Choices, programme: Id<Programme>) -> Self {
                Self { $($list: keys(c, programme),)+ }
            }

            pub(super) fn subjects(&self) -> Vec<Subject> {
                let mut all = Vec::new();
                $(all.extend(self.$list.iter().map(|key| Subject::from(key.id)));)+
                all
            }
        }
    };
}
kinds!(define_rows);

fn keys<R: AnyRow>(c: &mut Choices, programme: Id<Programme>) -> Vec<Key<R>> {
    let most = match R::OF {
        Kind::Action => 12,
        Kind::Recommendation | Kind::Post => 5,
        _ => 3,
    };
    let mut keys: Vec<Key<R>> = Vec::new();
    for at in 0..c.below(most + 1) {
        let number = u32::try_from(at).unwrap_or(0) + 1;
        let numbers = [number, 1];
        let depth = if c.yes() { 2 } else { 1 };
        let reference = Reference::new(R::OF.letters(), numbers.get(..depth).unwrap_or(&numbers));
        let Some(reference) = reference else { continue };
        let mut key = Key::derive(programme, reference);
        if c.yes() {
            key.id = Id::from_uuid(c.uuid());
        }
        key.label = c.maybe(Choices::text);
        if keys.iter().all(|other| other.id != key.id) {
            keys.push(key);
        }
    }
    keys
}
