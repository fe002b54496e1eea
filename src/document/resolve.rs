//! Who is meant: references, ids, labels and names of the rows of a document.

use std::{
    cell::OnceCell,
    collections::{HashMap, HashSet},
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
        ReviewFinding, Row, Theme, Workstream, kinds,
    },
    values::{Id, Reference, names},
};

/// The rows of one kind, by everything that they can be called.
pub(super) struct Known<R> {
    /// All ids, once anybody asks for one: most documents link by reference alone.
    ids: OnceCell<HashSet<uuid::Uuid, BuildHasherDefault<FastHasher>>>,
    by_reference: HashMap<Reference, Id<R>, BuildHasherDefault<FastHasher>>,
    by_label: HashMap<String, Id<R>>,
    by_name: HashMap<String, Vec<Id<R>>>,
}

impl<R> Default for Known<R> {
    fn default() -> Self {
        Self {
            ids: OnceCell::new(),
            by_reference: HashMap::default(),
            by_label: HashMap::new(),
            by_name: HashMap::new(),
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

/// References that are taken.
type Given = HashSet<Reference, BuildHasherDefault<FastHasher>>;

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
        let known = R::known(self);
        let by_reference = Reference::read(words).and_then(|r| known.by_reference.get(&r).copied());
        let found = by_reference.or_else(|| known.by_id(words));
        if found.is_some() {
            return found;
        }
        let label = (!known.by_label.is_empty()).then(|| known.by_label.get(words).copied());
        label.flatten().or_else(|| self.named(words))
    }

    /// Whether a row is the one with this reference.
    pub(super) fn is_at<R: Listed>(&self, reference: Reference, id: Id<R>) -> bool {
        R::known(self).by_reference.get(&reference) == Some(&id)
    }

    /// The one row of this name.
    pub(super) fn named<R: Listed>(&self, words: &str) -> Option<Id<R>> {
        let known = R::known(self);
        // Most names are written alike everywhere; only the others are worth folding.
        let rows = known.by_name.get(words).or_else(|| known.by_name.get(&called(words)))?;
        match rows.as_slice() {
            [one] => Some(*one),
            _ => None,
        }
    }

    pub(super) fn nearest<R: Listed>(&self, words: &str) -> Option<&str> {
        let mut all: Vec<&str> = R::known(self).by_name.keys().map(String::as_str).collect();
        all.sort_unstable();
        names::nearest(words, all)
    }

    fn add_name<R: Listed>(&mut self, name: &str, id: Id<R>) {
        let by_name = &mut R::known_mut(self).by_name;
        let folded = called(name);
        if folded != name {
            let rows = by_name.entry(name.to_owned()).or_default();
            if !rows.contains(&id) {
                rows.push(id);
            }
        }
        let rows = by_name.entry(folded).or_default();
        if !rows.contains(&id) {
            rows.push(id);
        }
    }

    /// Enters a row that is already known, for writing.
    pub(super) fn enter<R: AnyRow + Listed>(&mut self, row: &R, aliases: &[String]) {
        let id = row.key().id;
        R::known_mut(self).by_reference.insert(row.key().reference, id);
        if let Some(label) = &row.key().label {
            R::known_mut(self).by_label.entry(label.clone()).or_insert(id);
        }
        self.add_name(row.name(), id);
        aliases.iter().for_each(|alias| self.add_name(alias, id));
    }
}

impl Reader {
    /// Gives every row of a kind its key, and enters it under all it can be called. Rows without a
    /// reference take that of their place in the list, so that order survives in the data.
    pub(super) fn register<'a, R>(
        &mut self,
        programme: Id<Programme>,
        many: &Many<'a, R::Doc<'a>>,
    ) -> Vec<Key<R>>
    where
        R: AnyRow + Listed + Mirrored,
        R::Doc<'a>: MirrorRow<'a, Row = R>,
    {
        let list = R::OF.list();
        if !many.listed && !many.items.is_empty() {
            self.enter(list, None);
            let message = format!("`{list}` is not a list.");
            self.report(&entries::WRONG_SHAPE, None, message, "Put the rows in a list.");
        }
        let mut given = Given::with_capacity_and_hasher(many.items.len(), Default::default());
        let references: Vec<Option<Reference>> = many
            .items
            .iter()
            .map(|item| {
                let Flex::Rich(row) = item else { return None };
                let reference = Reference::read(row.head().reference.as_deref()?)?;
                given.insert(reference).then_some(reference)
            })
            .collect();
        R::known_mut(&mut self.directory).by_reference.reserve(many.items.len());
        // Derived ids are as different as references; only given ones can meet another.
        let mut ids = given_ids(many);
        let mut keys = Vec::with_capacity(many.items.len());
        for (at, (item, own)) in many.items.iter().zip(references).enumerate() {
            self.enter(list, Some(at));
            let head = match item {
                Flex::Rich(row) => row.head(),
                Flex::Plain(_) => Head::default(),
            };
            let reference = own.unwrap_or_else(|| assign(R::OF.letters(), at, &mut given));
            let key = self.key(programme, &head, reference, &mut ids);
            R::known_mut(&mut self.directory).by_reference.insert(reference, key.id);
            if let Some(label) = &key.label {
                let labels = &mut R::known_mut(&mut self.directory).by_label;
                labels.entry(label.clone()).or_insert(key.id);
            }
            if let Flex::Rich(row) = item {
                row.names(&mut |name| self.directory.add_name(name, key.id));
            }
            keys.push(key);
        }
        keys
    }

    fn key<R: Row>(
        &mut self,
        programme: Id<Programme>,
        head: &Head<'_>,
        reference: Reference,
        ids: &mut Option<HashSet<uuid::Uuid>>,
    ) -> Key<R> {
        let mut key = Key::derive(programme, reference);
        if let Some(printed) = head.reference.as_deref() {
            let mut buffer = [0; 40];
            let canonical = reference.bytes(&mut buffer) == printed.as_bytes();
            let taken = !canonical && Reference::read(printed).is_some_and(|r| r != reference);
            if taken {
                let message = format!("Another {} has the reference `{printed}`.", R::OF.word());
                let help = format!("It is kept as `{reference}`; give it a reference of its own.");
                self.report(
                    &entries::REPEATED_REFERENCE,
                    Some(At::Field("reference")),
                    message,
                    help,
                );
            }
            // What is printed otherwise than we print it is the row's label.
            key.label = (!canonical).then(|| printed.to_owned());
        }
        if let Some(label) = &head.label {
            key.label = Some(label.clone().into_owned());
        }
        if let Some(written) = head.id.as_deref() {
            match written.parse::<Id<R>>() {
                Ok(id) if !ids.iter().any(|ids| ids.contains(&id.uuid())) => key.id = id,
                Ok(_) => self.bad_id(format!("Another row has the id `{written}`.")),
                Err(_) => self.bad_id(format!("`{}` is no uuid.", cut(written))),
            }
        }
        while ids.as_mut().is_some_and(|ids| !ids.insert(key.id.uuid())) {
            // Somebody gave another row the id that would derive here.
            key.id = Id::derive(key.id, reference);
        }
        key
    }

    fn bad_id(&mut self, message: String) {
        let help = "Leave the id out and have it derived, or write a uuid of its own.";
        self.report(&entries::REPEATED_ID, Some(At::Field("id")), message, help);
    }
}

/// A set for the ids of rows, if any is given one.
fn given_ids<'a, D: Headed>(many: &Many<'a, D>) -> Option<HashSet<uuid::Uuid>> {
    let given = |item: &Flex<'a, D>| matches!(item, Flex::Rich(row) if row.head().id.is_some());
    many.items.iter().any(given).then(HashSet::new)
}

/// The reference of a row without one: that of its place, or the next that is free.
fn assign(letters: &str, at: usize, given: &mut Given) -> Reference {
    let mut number = u32::try_from(at).unwrap_or(0);
    loop {
        number += 1;
        let free = Reference::new(letters, &[number]).filter(|reference| given.insert(*reference));
        if let Some(reference) = free {
            return reference;
        }
    }
}
