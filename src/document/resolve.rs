//! Who is meant: references, ids, labels and names of the rows of a document.

use std::{
    cell::OnceCell,
    collections::{HashMap, HashSet, hash_map::Entry},
    hash::BuildHasherDefault,
};

use super::{
    links::kind_first,
    rows::{MirrorRow, Mirrored},
};
use crate::{
    model::{AnyRow, FastHasher, Kind, Programme, Subject, kinds},
    values::{Id, Reference, names},
};

/// The rows of one kind, by everything that they can be called.
pub(super) struct Known<R> {
    /// All ids, once anybody asks for one: most documents link by reference alone.
    ids: OnceCell<HashSet<uuid::Uuid, BuildHasherDefault<FastHasher>>>,
    /// The references that the document itself gives: what links may mean.
    pub(super) by_reference: References<R>,
    /// Those that were given to rows without one. Nobody who wrote a link can have meant them.
    pub(super) assigned: References<R>,
    /// None where several rows have a label.
    by_label: HashMap<String, Option<Id<R>>>,
    /// Each name as it is spelt.
    by_name: HashMap<String, Named<R>>,
    /// Each name as names are compared, once somebody spells one otherwise: few do.
    by_folded_name: OnceCell<HashMap<String, Named<R>>>,
    /// Each name, in order, once a link to nothing asks for the nearest.
    sorted_names: OnceCell<Vec<String>>,
}

/// Why a link leads nowhere.
pub(super) enum Astray {
    /// Its reference was only given to a row, for want of one.
    Assigned,
    /// Several rows are called so.
    Several,
    /// None is.
    Unknown,
}

/// Rows by reference.
pub(super) type References<R> = HashMap<Reference, Id<R>, BuildHasherDefault<FastHasher>>;

/// Whom a name means.
struct Named<R> {
    /// None where several rows have it.
    id: Option<Id<R>>,
    /// Whether it is spelt just as the row's own.
    own: bool,
}

impl<R> Named<R> {
    /// Adds a row to those of a name.
    fn enter(names: &mut HashMap<String, Self>, name: String, id: Id<R>, own: bool) {
        match names.entry(name) {
            Entry::Vacant(place) => {
                place.insert(Self { id: Some(id), own });
            }
            Entry::Occupied(mut place) => {
                let known = place.get_mut();
                known.id = known.id.filter(|other| *other == id);
                known.own |= own;
            }
        }
    }
}

impl<R> Default for Known<R> {
    fn default() -> Self {
        Self {
            ids: OnceCell::new(),
            by_reference: HashMap::default(),
            assigned: HashMap::default(),
            by_label: HashMap::new(),
            by_name: HashMap::new(),
            by_folded_name: OnceCell::new(),
            sorted_names: OnceCell::new(),
        }
    }
}

impl<R> Known<R> {
    fn by_id(&self, words: &str) -> Option<Id<R>> {
        // A uuid is written in 36 characters, or in 32 without its dashes.
        if !matches!(words.len(), 32 | 36) {
            return None;
        }
        let id: Id<R> = words.parse().ok()?;
        let all = || self.keys().map(|(_, id)| id.uuid()).collect();
        self.ids.get_or_init(all).contains(&id.uuid()).then_some(id)
    }

    /// Every row, with the reference that it has or was given.
    pub(super) fn keys(&self) -> impl Iterator<Item = (Reference, Id<R>)> {
        self.by_reference.iter().chain(&self.assigned).map(|(reference, id)| (*reference, *id))
    }

    /// Adds a row to those of a label.
    pub(super) fn label(&mut self, label: &str, id: Id<R>) {
        let label = label.trim();
        if label.is_empty() {
            return;
        }
        let known = self.by_label.entry(label.to_owned()).or_insert(Some(id));
        *known = known.filter(|other| *other == id);
    }

    /// Whether a row has this label.
    pub(super) fn is_label(&self, words: &str) -> bool {
        self.by_label.contains_key(words)
    }

    /// Why a link leads nowhere.
    pub(super) fn why_not(&self, words: &str) -> Astray {
        let reference = Reference::read(words.trim());
        if reference.is_some_and(|reference| self.assigned.contains_key(&reference)) {
            return Astray::Assigned;
        }
        let folded = || self.by_folded_name.get().and_then(|names| names.get(&called(words)));
        let several = self.by_label.get(words.trim()).is_some_and(Option::is_none)
            || self.by_name.get(words).or_else(folded).is_some_and(|named| named.id.is_none());
        if several { Astray::Several } else { Astray::Unknown }
    }

    /// How many names there are.
    pub(super) fn names(&self) -> usize {
        self.by_name.len()
    }

    /// The name that words seem to mean, where they are none.
    pub(super) fn nearest(&self, words: &str) -> Option<&str> {
        let sorted = self.sorted_names.get_or_init(|| {
            let mut all: Vec<String> = self.by_name.keys().cloned().collect();
            all.sort_unstable();
            all
        });
        names::nearest(words, sorted.iter().map(String::as_str))
    }
}

macro_rules! define_directory {
    ($($list:ident: $row:ident($($shape:tt)*) $kind:literal $letters:literal $doc:literal;)+) => {
        /// Every row of a document, by everything that it can be called.
        #[derive(Default)]
        pub(super) struct Directory {
            $($list: Known<crate::model::$row>,)+
        }
        $(impl Listed for crate::model::$row {
            fn known(directory: &Directory) -> &Known<Self> {
                &directory.$list
            }
            fn known_mut(directory: &mut Directory) -> &mut Known<Self> {
                &mut directory.$list
            }
        })+

        impl Directory {
            /// The rows of a programme, or those of them that stay.
            pub(super) fn of(programme: &Programme, stays: impl Fn(Subject) -> bool) -> Self {
                let mut directory = Self::default();
                $(for row in programme.$list().iter().filter(|row| stays(row.key.id.into())) {
                    directory.enter(row);
                })+
                directory
            }

            /// The rows of any kind that words mean; those of one kind where they begin with it.
            pub(super) fn any(&self, words: &str) -> Meant {
                let said = kind_first(words.trim());
                let mut meant = Meant::default();
                if let Some((kind, rest)) = said {
                    match kind {
                        $(Kind::$row => self.add::<crate::model::$row>(rest, &mut meant),)+
                    }
                }
                if meant.rows.is_empty() && meant.several.is_empty() {
                    $(self.add::<crate::model::$row>(words, &mut meant);)+
                }
                meant
            }
        }
    };
}
kinds!(define_directory);

/// What words may mean that name no kind.
#[derive(Default)]
pub(super) struct Meant {
    /// The one row of a kind that is called so.
    pub(super) rows: Vec<Subject>,
    /// Kinds of which several rows are called so.
    pub(super) several: Vec<Kind>,
}

/// A row that the directory lists.
pub(super) trait Listed: Sized + 'static {
    fn known(directory: &Directory) -> &Known<Self>;
    fn known_mut(directory: &mut Directory) -> &mut Known<Self>;
}

/// How names are compared: without regard to capitals and to more or less space, and no further.
/// Names that differ otherwise are one thing only if an alias says so.
pub(super) fn called(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

impl Directory {
    /// The row that a link means: by reference, id, label or name, in this order. Names that
    /// several rows have mean none.
    pub(super) fn find<R: Listed>(&self, words: &str) -> Option<Id<R>> {
        self.meant(words).map(|(id, _)| id)
    }

    /// Adds what words mean among the rows of a kind.
    fn add<R: AnyRow + Listed>(&self, words: &str, meant: &mut Meant)
    where
        Subject: From<Id<R>>,
    {
        match self.find::<R>(words) {
            Some(id) => meant.rows.push(id.into()),
            None if matches!(R::known(self).why_not(words), Astray::Several) => {
                meant.several.push(R::OF);
            }
            None => {}
        }
    }

    /// The one row of this name.
    pub(super) fn named<R: Listed>(&self, words: &str) -> Option<Id<R>> {
        self.spelt(words).map(|(id, _)| id)
    }

    /// The one row of this name, and whether the name is spelt just as the row's own.
    fn spelt<R: Listed>(&self, words: &str) -> Option<(Id<R>, bool)> {
        let known = R::known(self);
        if let Some(named) = known.by_name.get(words) {
            return named.id.map(|id| (id, named.own));
        }
        let folded = known.by_folded_name.get_or_init(|| {
            let mut folded = HashMap::with_capacity(known.by_name.len());
            for (name, named) in &known.by_name {
                match named.id {
                    Some(id) => Named::enter(&mut folded, called(name), id, false),
                    None => drop(folded.insert(called(name), Named { id: None, own: false })),
                }
            }
            folded
        });
        folded.get(&called(words)).and_then(|named| named.id).map(|id| (id, false))
    }

    /// The row that a link means, and whether the words are simply its name or its reference.
    pub(super) fn meant<R: Listed>(&self, words: &str) -> Option<(Id<R>, bool)> {
        let known = R::known(self);
        // Spaces around a reference or a label are a slip of the pen, here as in the rows.
        let bare = words.trim();
        if let Some(id) = Reference::read(bare).and_then(|r| known.by_reference.get(&r)) {
            return Some((*id, true));
        }
        if let Some(id) = known.by_id(bare) {
            return Some((id, false));
        }
        let label = (!known.by_label.is_empty()).then(|| known.by_label.get(bare)).flatten();
        match label {
            Some(meant) => meant.map(|id| (id, false)),
            None => self.spelt(words),
        }
    }

    /// Enters the names of a row, its own first.
    pub(super) fn add_names<R: Listed>(
        &mut self,
        id: Id<R>,
        names: impl FnOnce(&mut dyn FnMut(&str)),
    ) {
        let mut own = true;
        names(&mut |name| {
            Named::enter(&mut R::known_mut(self).by_name, name.to_owned(), id, own);
            // The first is the row's own, the others are aliases.
            own = false;
        });
    }

    /// Enters a row that is already known.
    fn enter<'a, R>(&mut self, row: &R)
    where
        R: AnyRow + Listed + Mirrored,
        R::Doc<'a>: MirrorRow<'a, Row = R>,
    {
        let key = row.key();
        let known = R::known_mut(self);
        known.by_reference.insert(key.reference, key.id);
        key.label.iter().for_each(|label| known.label(label, key.id));
        self.add_names(key.id, |each| R::Doc::names_of(row, each));
    }
}
