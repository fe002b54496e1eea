//! Who is meant: references, ids, labels and names of the rows of a document.

use std::{
    cell::OnceCell,
    collections::{HashMap, HashSet, hash_map::Entry},
    hash::BuildHasherDefault,
};

use super::{
    entries,
    raw::{Flex, Many},
    read::{At, Reader, cut},
    rows::{Head, Headed, MirrorRow, Mirrored},
};
use crate::{
    model::{
        Action, ActionPlan, AnyRow, Body, Decision, Deliverable, DocumentRef, FastHasher, Key,
        Measure, Milestone, Organisation, Phase, Post, Programme, Recommendation, Report, Review,
        ReviewFinding, Theme, Workstream, kinds,
    },
    values::{Id, Reference, names},
};

/// The rows of one kind, by everything that they can be called.
pub(super) struct Known<R> {
    /// All ids, once anybody asks for one: most documents link by reference alone.
    ids: OnceCell<HashSet<uuid::Uuid, BuildHasherDefault<FastHasher>>>,
    by_reference: HashMap<Reference, Id<R>, BuildHasherDefault<FastHasher>>,
    /// References that were given to rows which print another: nobody can mean them by these.
    hidden: HashSet<Reference>,
    by_label: HashMap<String, Id<R>>,
    /// Each name as it is spelt.
    by_name: HashMap<String, Named<R>>,
    /// Each name as names are compared, once somebody spells one otherwise: few do.
    by_folded_name: OnceCell<HashMap<String, Named<R>>>,
    /// Every name in order, once a suggestion is wanted.
    in_order: OnceCell<Vec<String>>,
}

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
            hidden: HashSet::new(),
            by_label: HashMap::new(),
            by_name: HashMap::new(),
            by_folded_name: OnceCell::new(),
            in_order: OnceCell::new(),
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
        let all = || self.by_reference.values().map(|id| id.uuid()).collect();
        self.ids.get_or_init(all).contains(&id.uuid()).then_some(id)
    }
}

macro_rules! define_directory {
    ($($list:ident: $row:ident($name:ident) $kind:literal $letters:literal $doc:literal;)+) => {
        /// Every row of a document, by everything that it can be called.
        #[derive(Default)]
        pub(super) struct Directory {
            $($list: Known<$row>,)+
        }
        $(impl Listed for $row {
            fn known(directory: &Directory) -> &Known<Self> {
                &directory.$list
            }
            fn known_mut(directory: &mut Directory) -> &mut Known<Self> {
                &mut directory.$list
            }
        })+
    };
}
kinds!(define_directory);

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
        let reference = Reference::read(words).filter(|r| !known.hidden.contains(r));
        if let Some(id) = reference.and_then(|r| known.by_reference.get(&r)) {
            return Some((*id, true));
        }
        let other = known.by_id(words).or_else(|| {
            let label = (!known.by_label.is_empty()).then(|| known.by_label.get(words).copied());
            label.flatten()
        });
        other.map(|id| (id, false)).or_else(|| self.spelt(words))
    }

    pub(super) fn nearest<R: Listed>(&self, words: &str) -> Option<&str> {
        let known = R::known(self);
        let all = known.in_order.get_or_init(|| {
            let mut all: Vec<String> = known.by_name.keys().cloned().collect();
            all.sort_unstable();
            all
        });
        names::nearest(words, all.iter().map(String::as_str))
    }

    fn add_name<R: Listed>(&mut self, name: &str, id: Id<R>, own: bool) {
        Named::enter(&mut R::known_mut(self).by_name, name.to_owned(), id, own);
    }

    /// Enters a row that is already known, for writing.
    pub(super) fn enter<R: AnyRow + Listed>(&mut self, row: &R, aliases: &[String]) {
        let id = row.key().id;
        R::known_mut(self).by_reference.insert(row.key().reference, id);
        if let Some(label) = &row.key().label {
            R::known_mut(self).by_label.entry(label.clone()).or_insert(id);
        }
        self.add_name(row.name(), id, true);
        aliases.iter().for_each(|alias| self.add_name(alias, id, false));
    }
}

impl Reader {
    /// Gives every row of a kind its key, and enters it under all it can be called. Rows without a
    /// reference take that of their place in the list, so that order survives in the data. What is
    /// no object becomes no row, and gets no key.
    pub(super) fn register<'a, R>(
        &mut self,
        programme: Id<Programme>,
        many: &Many<'a, R::Doc<'a>>,
    ) -> Vec<Option<Key<R>>>
    where
        R: AnyRow + Listed + Mirrored,
        R::Doc<'a>: MirrorRow<'a, Row = R>,
    {
        let list = R::OF.list();
        let listed = matches!(many, Many::Listed(_));
        if !listed {
            self.enter(list, None);
            let message = format!("`{list}` is not a list.");
            self.report(&entries::WRONG_SHAPE, None, message, "Put the rows in a list.");
        }
        let items = many.items();
        R::known_mut(&mut self.directory).by_reference.reserve(items.len());
        let mut ids = None;
        let mut keys: Vec<Option<Key<R>>> = Vec::with_capacity(items.len());
        for (at, item) in items.iter().enumerate() {
            self.enter(list, listed.then_some(at));
            let row = object(item);
            keys.push(row.and_then(|row| self.own_key(programme, row, &mut ids)));
        }
        // Those without a reference of their own take one that nobody has.
        let mut next = 1;
        for (at, (item, key)) in items.iter().zip(&mut keys).enumerate() {
            if let (Some(row), None) = (object(item), &key) {
                self.enter(list, listed.then_some(at));
                next = next.max(at + 1);
                *key = Some(self.assigned_key(programme, &mut next, row, &mut ids));
            }
        }
        for (item, key) in items.iter().zip(&keys) {
            if let (Flex::Rich(row), Some(key)) = (item, key) {
                let mut own = true;
                row.names(&mut |name| {
                    self.directory.add_name(name, key.id, own);
                    // The first is the row's own, the others are aliases.
                    own = false;
                });
            }
        }
        keys
    }

    /// The key of a row that has a reference of its own, and is the first with it.
    fn own_key<D: Headed, R: AnyRow + Listed>(
        &mut self,
        programme: Id<Programme>,
        row: &D,
        ids: &mut Option<HashSet<uuid::Uuid>>,
    ) -> Option<Key<R>> {
        let head = row.head();
        let printed = head.reference.as_deref()?.trim();
        let (reference, canonical) = Reference::read_as_printed(printed)?;
        let id = Id::derive(programme, reference);
        match R::known_mut(&mut self.directory).by_reference.entry(reference) {
            Entry::Occupied(_) => return None,
            Entry::Vacant(place) => place.insert(id),
        };
        let mut key = Key::new(id, reference);
        // What is printed otherwise than we print it is the row's label.
        key.label = (!canonical).then(|| printed.to_owned());
        self.settle_key(&mut key, &head, ids);
        Some(key)
    }

    /// The key of a row whose reference is missing, no reference, or another row's.
    fn assigned_key<D: Headed, R: AnyRow + Listed>(
        &mut self,
        programme: Id<Programme>,
        next: &mut usize,
        row: &D,
        ids: &mut Option<HashSet<uuid::Uuid>>,
    ) -> Key<R> {
        let head = row.head();
        let reference = self.free_reference::<R>(next);
        let mut key = Key::derive(programme, reference);
        R::known_mut(&mut self.directory).by_reference.insert(reference, key.id);
        if let Some(printed) = head.reference.as_deref().map(str::trim) {
            R::known_mut(&mut self.directory).hidden.insert(reference);
            if Reference::read(printed).is_some() {
                let message = format!("Another {} has the reference `{printed}`.", R::OF.word());
                let help = format!("It is kept as `{reference}`; give it a reference of its own.");
                let at = Some(&At::Field("reference"));
                self.report(&entries::REPEATED_REFERENCE, at, message, help);
            }
            key.label = Some(printed.to_owned());
        }
        self.settle_key(&mut key, &head, ids);
        key
    }

    /// The reference of a row without one: that of its place, or the next that is free. Places
    /// grow, so what was taken once need not be looked at again.
    fn free_reference<R: AnyRow + Listed>(&self, next: &mut usize) -> Reference {
        let taken = &R::known(&self.directory).by_reference;
        loop {
            let reference = Reference::counted(R::OF.letters(), *next);
            *next += 1;
            if let Some(free) = reference.filter(|reference| !taken.contains_key(reference)) {
                return free;
            }
        }
    }

    /// Gives a key the label and the id that its row states.
    fn settle_key<R: AnyRow + Listed>(
        &mut self,
        key: &mut Key<R>,
        head: &Head<'_>,
        ids: &mut Option<HashSet<uuid::Uuid>>,
    ) {
        if let Some(label) = &head.label {
            key.label = Some(label.clone().into_owned());
        }
        if head.id.is_some() || ids.is_some() {
            self.settle_id(key, head, ids);
        }
        if let Some(label) = &key.label {
            let labels = &mut R::known_mut(&mut self.directory).by_label;
            labels.entry(label.clone()).or_insert(key.id);
        }
    }

    /// Gives a row the id that it states, and sees to it that no two rows have one id. Derived ids
    /// are as different as references, so this is needed only once a row states one.
    fn settle_id<R: AnyRow + Listed>(
        &mut self,
        key: &mut Key<R>,
        head: &Head<'_>,
        ids: &mut Option<HashSet<uuid::Uuid>>,
    ) {
        let ids = ids.get_or_insert_with(|| {
            let all = R::known(&self.directory).by_reference.iter();
            all.filter(|(other, _)| **other != key.reference).map(|(_, id)| id.uuid()).collect()
        });
        if let Some(written) = head.id.as_deref() {
            match written.parse::<Id<R>>() {
                Ok(id) if !ids.contains(&id.uuid()) => key.id = id,
                Ok(_) => self.bad_id(format!("Another row has the id `{written}`.")),
                Err(_) => self.bad_id(format!("`{}` is no uuid.", cut(written))),
            }
        }
        while !ids.insert(key.id.uuid()) {
            // Somebody gave another row the id that would derive here.
            key.id = Id::derive(key.id, key.reference);
        }
        R::known_mut(&mut self.directory).by_reference.insert(key.reference, key.id);
    }

    fn bad_id(&mut self, message: String) {
        let help = "Leave the id out and have it derived, or write a uuid of its own.";
        self.report(&entries::REPEATED_ID, Some(&At::Field("id")), message, help);
    }
}

fn object<'i, D>(item: &'i Flex<'_, D>) -> Option<&'i D> {
    match item {
        Flex::Rich(row) => Some(row),
        Flex::Plain(_) => None,
    }
}
