//! The rows of a revision, read in the state after it.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    change::Change,
    document::{
        AboutDoc, Cell, Document, Extras, FORMAT, Many, keys::Keys, raw::Raw, read::Reader,
        resolve::Directory,
    },
    model::{AnyRow, Draft, Key, Programme, Subject, kinds},
    values::Id,
};

/// What a revision changes, and where each row of it stands.
pub(super) struct Changes {
    pub(super) all: Vec<Change>,
    pub(super) places: BTreeMap<Subject, String>,
}

/// What a revision changes, as written.
pub(super) struct Written<'a> {
    /// Where the revision stands.
    pub(super) place: String,
    /// The id of the programme and what is known of it, with the place of the object that holds it.
    pub(super) about: Option<(Id<Programme>, AboutDoc<'a>, String)>,
    pub(super) changed: Document<'a>,
    pub(super) added: Document<'a>,
    /// The rows that go, each with its place.
    pub(super) removed: BTreeMap<Subject, String>,
}

macro_rules! define_changes {
    ($($list:ident: $row:ident($($shape:tt)*) $kind:literal $letters:literal $doc:literal;)+) => {
        impl Reader {
            /// Reads the rows of a revision that is made on a state; none where it cannot be told
            /// which rows are meant. From then on links are those of the state after it.
            pub(super) fn changes(
                &mut self,
                before: &Programme,
                written: Written<'_>,
            ) -> Option<Changes> {
                let Written { place, about, changed, added, removed } = written;
                let id = before.about().id;
                let (in_changed, in_added) = (format!("{place}/changed"), format!("{place}/added"));
                let gone: BTreeSet<Subject> = removed.keys().copied().collect();
                let mut places = removed;

                // Who the rows are, before anything is read that may link to them.
                self.within(in_changed.clone());
                self.head_of_rows(changed.format, changed.currency, changed.extra);
                $(let $list = (
                    self.changed_keys::<crate::model::$row>(before, &changed.$list),
                    changed.$list,
                );)+
                $(let $list = ($list.0?, $list.1);)+
                let mut leaving = gone.clone();
                $(leaving.extend(subjects(&$list.0));)+
                self.directory = Directory::of(before, |row| !leaving.contains(&row));
                $(
                    self.enter_changed::<crate::model::$row>(&$list.0, &$list.1);
                    self.place_rows(&$list.0, &$list.1, &mut places);
                )+
                self.within(in_added.clone());
                self.head_of_rows(added.format, added.currency, added.extra);
                let mut new = true;
                $(new &= self.are_new::<crate::model::$row>(before, &gone, &added.$list);)+
                if !new {
                    return None;
                }
                $(
                    let keys = self.register::<crate::model::$row>(id, &added.$list);
                    self.place_rows(&keys, &added.$list, &mut places);
                    let $list = ($list, (keys, added.$list));
                )+

                // What they say.
                let mut all = Vec::new();
                if let Some((id, about, within)) = about {
                    self.within(within);
                    all.push(Change::about(self.about(id, about)));
                }
                all.extend(gone.into_iter().map(Change::Remove));
                let nothing = || Draft::new(before.about().clone());
                let (mut changed, mut added) = (nothing(), nothing());
                self.within(in_changed);
                $(self.rows::<crate::model::$row>(&mut changed, $list.0);)+
                self.out_of_rings(&mut changed);
                // What a plan printed is held against actions that were new with it.
                self.plans.clear();
                self.within(in_added);
                $(self.rows::<crate::model::$row>(&mut added, $list.1);)+
                self.cells_of_new_plans(before, &changed, &added);
                self.out_of_rings(&mut added);
                all.extend(changed.records().map(Change::Replace));
                all.extend(added.records().map(Change::Add));
                Some(Changes { all, places })
            }
        }
    };
}
kinds!(define_changes);

fn subjects<R>(keys: &Keys<R>) -> impl Iterator<Item = Subject>
where
    Subject: From<Id<R>>,
{
    keys.iter().flatten().map(|key| Subject::from(key.id))
}

impl Reader {
    /// What stands beside the rows of a revision.
    fn head_of_rows(&mut self, format: Cell<'_>, currency: Cell<'_>, extra: Extras<'_>) {
        self.enter("", None);
        self.extra(None, extra, Document::FIELDS);
        if format.as_ref().is_some_and(|format| *format != Raw::Null) {
            self.format(format, FORMAT);
        }
        self.currency(currency);
    }

    /// Keeps where each of the rows of a kind stands.
    fn place_rows<R: AnyRow, T>(
        &mut self,
        keys: &[Option<Key<R>>],
        many: &Many<'_, T>,
        places: &mut BTreeMap<Subject, String>,
    ) where
        Subject: From<Id<R>>,
    {
        let listed = matches!(many, Many::Listed(_));
        for (at, key) in keys.iter().enumerate() {
            self.enter(R::OF.list(), listed.then_some(at));
            key.iter().for_each(|key| drop(places.insert(key.id.into(), self.path(None))));
        }
    }

    /// Holds what new plans print against what the actions say that are new with them; those who
    /// lead them may have been there.
    fn cells_of_new_plans(&mut self, before: &Programme, changed: &Draft, added: &Draft) {
        if self.plans.is_empty() {
            return;
        }
        let mut after = before.to_draft();
        changed.records().chain(added.records()).for_each(|record| after.put_record(record));
        self.cells_against_actions(added, &after);
    }
}
