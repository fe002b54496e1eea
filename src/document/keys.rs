//! Who every row is: the reference that it prints or is given, its label, its id.

use std::{
    borrow::Cow,
    collections::{HashSet, hash_map::Entry},
};

use super::{
    entries,
    raw::{Cell, Flex, Many, Raw},
    read::{At, Reader, cut},
    resolve::Listed,
    rows::{Headed, MirrorRow, Mirrored},
};
use crate::{
    model::{AnyRow, Key, Programme},
    values::{Id, Reference},
};

/// How a row is known, as written.
pub(super) struct Head<'s> {
    pub(super) id: Option<Cow<'s, str>>,
    pub(super) reference: Option<Cow<'s, str>>,
    pub(super) label: Option<Cow<'s, str>>,
}

/// The key of each item of a list that is a row.
pub(super) type Keys<R> = Vec<Option<Key<R>>>;

/// The ids of the rows of one kind, once one of them states its own.
type Ids = Option<HashSet<uuid::Uuid>>;

impl Reader {
    /// Gives every row of a kind its key, and enters it under all it can be called. Rows without a
    /// reference take that of their place in the list, so that order survives in the data. What is
    /// no object becomes no row, and gets no key.
    // Not made part of the one function that calls it for every kind.
    #[inline(never)]
    pub(super) fn register<'a, R>(
        &mut self,
        programme: Id<Programme>,
        many: &Many<'a, R::Doc<'a>>,
    ) -> Keys<R>
    where
        R: AnyRow + Listed + Mirrored,
        R::Doc<'a>: MirrorRow<'a, Row = R>,
    {
        let list = R::OF.list();
        let listed = self.is_list(list, many);
        let items = many.items();
        R::known_mut(&mut self.directory).by_reference.reserve(items.len());
        // Rows that are there already, of which a document alone has none, keep their ids.
        let others = R::known(&self.directory).keys().map(|(_, id)| id.uuid());
        let mut ids = Some(others.collect()).filter(|others: &HashSet<_>| !others.is_empty());
        let mut keys: Vec<Option<Result<Key<R>, Head<'_>>>> = Vec::with_capacity(items.len());
        for (at, item) in items.iter().enumerate() {
            self.enter(list, listed.then_some(at));
            keys.push(match item {
                Flex::Rich(row) => {
                    let head = self.head(row.head());
                    Some(self.own_key(programme, head, &mut ids))
                }
                Flex::Plain(_) => None,
            });
        }
        // Those without a reference of their own take one that nobody has.
        let mut taken = 0;
        let mut settle = |(at, key): (usize, Result<Key<R>, Head<'_>>)| {
            key.unwrap_or_else(|head| {
                self.enter(list, listed.then_some(at));
                let (number, reference) = self.free_reference::<R>(taken.max(at));
                taken = number;
                self.assigned_key(programme, reference, &head, &mut ids)
            })
        };
        let keys = keys.into_iter().enumerate();
        let keys = keys.map(|(at, key)| key.map(|key| settle((at, key))));
        let keys: Keys<R> = keys.collect();
        for (item, key) in items.iter().zip(&keys) {
            if let (Flex::Rich(row), Some(key)) = (item, key) {
                self.directory.add_names(key.id, |each| row.names(each));
            }
        }
        keys
    }

    /// Whether a list was written as one, which is reported where it was not.
    pub(super) fn is_list<T>(&mut self, list: &'static str, many: &Many<'_, T>) -> bool {
        let listed = matches!(many, Many::Listed(_));
        if !listed {
            self.enter(list, None);
            let message = format!("`{list}` is not a list.");
            self.report(&entries::WRONG_SHAPE, None, message, "Put the rows in a list.");
        }
        listed
    }

    /// What the cells say by which a row is known: its id, its reference and its label.
    pub(super) fn head<'s>(&mut self, [id, reference, label]: [&'s Cell<'_>; 3]) -> Head<'s> {
        let id = self.called("id", "a uuid", id);
        let reference = self.called("reference", "a reference", reference);
        // Spaces around a reference are a slip of the pen, and blank is none.
        let reference = reference.map(trimmed).filter(|printed| !printed.is_empty());
        Head { id, reference, label: self.called("label", "text", label) }
    }

    /// The text of a field that says who a row is: a number is taken for its digits.
    pub(super) fn called<'s>(
        &mut self,
        field: &str,
        wanted: &str,
        cell: &'s Cell<'_>,
    ) -> Option<Cow<'s, str>> {
        let raw = cell.as_ref().filter(|raw| **raw != Raw::Null)?;
        let at = At::Field(field);
        match raw {
            Raw::Bool(_) | Raw::List(_) | Raw::Object(_) => {
                self.wrong_shape(&at, wanted, raw);
                None
            }
            _ => {
                self.exact(&at, raw);
                raw.text()
            }
        }
    }

    /// The key of a row that has a reference of its own, and is the first with it.
    fn own_key<'s, R: AnyRow + Listed>(
        &mut self,
        programme: Id<Programme>,
        head: Head<'s>,
        ids: &mut Ids,
    ) -> Result<Key<R>, Head<'s>> {
        let printed = head.reference.as_deref();
        let Some((reference, canonical)) = printed.and_then(Reference::read_as_printed) else {
            return Err(head);
        };
        let id = Id::derive(programme, reference);
        match R::known_mut(&mut self.directory).by_reference.entry(reference) {
            Entry::Occupied(_) => return Err(head),
            Entry::Vacant(place) => place.insert(id),
        };
        let mut key = Key::new(id, reference);
        // What is printed otherwise than we print it is the row's label.
        key.label = if canonical { None } else { printed.map(str::to_owned) };
        self.settle_key(&mut key, &head, ids);
        if key.id != id {
            R::known_mut(&mut self.directory).by_reference.insert(reference, key.id);
        }
        Ok(key)
    }

    /// The key of a row whose reference is missing, no reference, or another row's.
    fn assigned_key<R: AnyRow + Listed>(
        &mut self,
        programme: Id<Programme>,
        reference: Reference,
        head: &Head<'_>,
        ids: &mut Ids,
    ) -> Key<R> {
        let mut key = Key::derive(programme, reference);
        let Some(printed) = head.reference.as_deref() else {
            self.settle_key(&mut key, head, ids);
            R::known_mut(&mut self.directory).assigned.insert(reference, key.id);
            return key;
        };
        let at = Some(&At::Field("reference"));
        // What is no reference goes by its words.
        let readable = Reference::read(printed).is_some();
        let repeated = readable || R::known(&self.directory).is_label(printed);
        if repeated {
            let message = format!("Another {} has the reference `{}`.", R::OF.word(), cut(printed));
            let help = format!("It is kept as `{reference}`; give it a reference of its own.");
            self.report(&entries::REPEATED_REFERENCE, at, message, help);
        }
        key.label = Some(printed.to_owned());
        self.settle_key(&mut key, head, ids);
        let known = R::known_mut(&mut self.directory);
        known.assigned.insert(reference, key.id);
        let shown = key.label.as_deref().is_some_and(|label| label.trim() == printed);
        if !shown && !repeated {
            known.label(printed, key.id);
            let message =
                format!("`{}` is no reference, and the row has a label besides.", cut(printed));
            let help = format!("It is kept as `{reference}`; keep the one that is printed.");
            self.report(&entries::WRONG_SHAPE, at, message, help);
        }
        key
    }

    /// The next reference after a number that no row prints, with its number.
    fn free_reference<R: AnyRow + Listed>(&self, after: usize) -> (usize, Reference) {
        let printed = &R::known(&self.directory).by_reference;
        let mut number = after;
        loop {
            number += 1;
            let reference = Reference::counted(R::OF.letters(), number);
            if let Some(free) = reference.filter(|reference| !printed.contains_key(reference)) {
                return (number, free);
            }
        }
    }

    /// Gives a key the label and the id that its row states.
    fn settle_key<R: AnyRow + Listed>(&mut self, key: &mut Key<R>, head: &Head<'_>, ids: &mut Ids) {
        if let Some(label) = &head.label {
            key.label = Some(label.clone().into_owned());
        }
        if head.id.is_some() || ids.is_some() {
            self.settle_id(key, head, ids);
        }
        if let Some(label) = &key.label {
            R::known_mut(&mut self.directory).label(label, key.id);
        }
    }

    /// Gives a row the id that it states, and sees to it that no two rows have one id. Derived ids
    /// are as different as references, so this is needed only once a row states one.
    fn settle_id<R: AnyRow + Listed>(&mut self, key: &mut Key<R>, head: &Head<'_>, ids: &mut Ids) {
        let ids = ids.get_or_insert_with(|| {
            let all = R::known(&self.directory).keys();
            all.filter(|(other, _)| *other != key.reference).map(|(_, id)| id.uuid()).collect()
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
    }

    fn bad_id(&mut self, message: String) {
        let help = "Leave the id out and have it derived, or write a uuid of its own.";
        self.report(&entries::REPEATED_ID, Some(&At::Field("id")), message, help);
    }
}

fn trimmed(text: Cow<'_, str>) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
    }
}
