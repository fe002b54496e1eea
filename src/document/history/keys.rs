//! Which rows of the state before the rows of a revision are.

use std::collections::BTreeSet;

use crate::{
    document::{
        Flex, Many, Raw, entries,
        keys::{Head, Keys},
        read::{At::Field, Reader, cut},
        resolve::Listed,
        rows::{Headed, MirrorRow, Mirrored},
    },
    model::{AnyRow, Key, Programme, Subject},
    values::{Id, Reference},
};

impl Reader {
    /// The keys of rows that become otherwise: those of their ids, or else of their references,
    /// derived or as they were. None where a row does not say which it is, and of what is no object.
    #[inline(never)]
    pub(super) fn changed_keys<'a, R>(
        &mut self,
        before: &Programme,
        many: &Many<'a, R::Doc<'a>>,
    ) -> Option<Keys<R>>
    where
        R: AnyRow + Listed + Mirrored,
        R::Doc<'a>: MirrorRow<'a, Row = R>,
        Subject: From<Id<R>>,
    {
        let listed = self.is_list(R::OF.list(), many);
        let (mut keys, mut seen, mut sure) = (Vec::new(), BTreeSet::new(), true);
        for (at, item) in many.items().iter().enumerate() {
            self.enter(R::OF.list(), listed.then_some(at));
            let Flex::Rich(row) = item else {
                keys.push(None);
                continue;
            };
            let head = self.head(row.head());
            let key = self.changed_key::<R>(before, &head);
            if let Some(key) = &key
                && !seen.insert(key.id)
            {
                let message = format!("The {} `{}` stands twice.", R::OF.word(), key.reference);
                let help = "Keep the one that is meant.".to_owned();
                self.report(&entries::CANNOT_CHANGE, None, message, help);
                sure = false;
            }
            sure &= key.is_some();
            keys.push(key);
        }
        sure.then_some(keys)
    }

    fn changed_key<R: AnyRow>(&mut self, before: &Programme, head: &Head<'_>) -> Option<Key<R>>
    where
        Subject: From<Id<R>>,
    {
        let word = R::OF.word();
        let printed = head.reference.as_deref();
        let read = printed.and_then(Reference::read_as_printed);
        let id = match head.id.as_deref() {
            Some(written) => match written.parse::<Id<R>>() {
                Ok(id) => Some(id),
                Err(_) => {
                    let message = format!("`{}` is no uuid.", cut(written));
                    let help = format!("Write the id of the {word}, or leave it out.");
                    self.report(&entries::REPEATED_ID, Some(&Field("id")), message, help);
                    return None;
                }
            },
            None => read.map(|(reference, _)| {
                let derived = Id::derive(before.about().id, reference);
                let mut rows = before.table::<R>().iter();
                let mut same = || rows.find(|row| row.key().reference == reference);
                match before.get(derived) {
                    Some(_) => derived,
                    None => same().map_or(derived, |row| row.key().id),
                }
            }),
        };
        // A row that says no reference keeps the one that it has.
        let reference = read.or_else(|| Some((before.reference(id?)?, true)));
        let (Some(id), Some((reference, canonical))) = (id, reference) else {
            let message = format!("Which {word} becomes this cannot be told.");
            let help = format!("Write the reference of the {word}, or its id.");
            self.report(&entries::CANNOT_CHANGE, None, message, help);
            return None;
        };
        let mut key = Key::new(id, reference);
        let shown = printed.filter(|_| !canonical || read.is_none()).map(str::to_owned);
        key.label = head.label.as_deref().map(str::to_owned).or(shown);
        Some(key)
    }

    /// Enters rows that become otherwise under all that they can be called.
    #[inline(never)]
    pub(super) fn enter_changed<'a, R>(&mut self, keys: &Keys<R>, many: &Many<'a, R::Doc<'a>>)
    where
        R: AnyRow + Listed + Mirrored,
        R::Doc<'a>: MirrorRow<'a, Row = R>,
    {
        for (item, key) in many.items().iter().zip(keys) {
            let (Flex::Rich(row), Some(key)) = (item, key) else { continue };
            let known = R::known_mut(&mut self.directory);
            known.by_reference.insert(key.reference, key.id);
            key.label.iter().for_each(|label| known.label(label, key.id));
            self.directory.add_names(key.id, |each| row.names(each));
        }
    }

    /// Whether rows that are to be added are new: none of them says the id or the reference of a row
    /// that is there and stays.
    #[inline(never)]
    pub(super) fn are_new<'a, R>(
        &mut self,
        before: &Programme,
        gone: &BTreeSet<Subject>,
        many: &Many<'a, R::Doc<'a>>,
    ) -> bool
    where
        R: AnyRow + Listed + Mirrored,
        R::Doc<'a>: MirrorRow<'a, Row = R>,
        Subject: From<Id<R>>,
    {
        let listed = matches!(many, Many::Listed(_));
        let mut new = true;
        for (at, item) in many.items().iter().enumerate() {
            let Flex::Rich(row) = item else { continue };
            let [id, reference, _] = row.head();
            let id = id.as_ref().and_then(Raw::text).and_then(|id| id.parse::<Id<R>>().ok());
            let reference = reference.as_ref().and_then(Raw::text);
            let reference = reference.and_then(|printed| Reference::read(printed.trim()));
            let known = R::known(&self.directory);
            let taken = reference.filter(|reference| known.by_reference.contains_key(reference));
            let stays = |id: &Id<R>| !gone.contains(&Subject::from(*id));
            let same = id.filter(stays).and_then(|id| before.reference(id));
            let (field, reference) = match (taken, same) {
                (Some(reference), _) => ("reference", reference),
                (None, Some(reference)) => ("id", reference),
                (None, None) => continue,
            };
            self.enter(R::OF.list(), listed.then_some(at));
            let message = format!("The {} `{reference}` is there already.", R::OF.word());
            let help = "Put it among the rows that are changed, or give it an id and a reference of its own.";
            self.report(&entries::CANNOT_CHANGE, Some(&Field(field)), message, help);
            new = false;
        }
        new
    }
}
