//! The rows of a revision, read in the state after it.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    change::Change,
    document::{
        AboutDoc, Document, FORMAT, Many, keys::Keys, raw::Raw, read::Reader, resolve::Directory,
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

/// Defines what is done list by list, each in a function of its own, and none of these made part of
/// another: one body with a place for every list is slow to compile.
macro_rules! define_changes {
    ($($list:ident: $row:ident($($shape:tt)*) $kind:literal $letters:literal $doc:literal;)+) => {
        /// The keys of the rows of each list.
        struct AllKeys {
            $($list: Keys<crate::model::$row>,)+
        }

        impl AllKeys {
            fn subjects(&self) -> BTreeSet<Subject> {
                let mut all = BTreeSet::new();
                $(all.extend(self.$list.iter().flatten().map(|key| Subject::from(key.id)));)+
                all
            }
        }

        impl Reader {
            /// Which rows become otherwise; none where that cannot be told of one of them.
            fn keys_of_changed(
                &mut self,
                before: &Programme,
                changed: &Document<'_>,
            ) -> Option<AllKeys> {
                $(let $list = self.changed_keys::<crate::model::$row>(before, &changed.$list);)+
                Some(AllKeys { $($list: $list?,)+ })
            }

            /// Enters rows that become otherwise, and keeps where each stands.
            fn enter_all(
                &mut self,
                keys: &AllKeys,
                changed: &Document<'_>,
                places: &mut BTreeMap<Subject, String>,
            ) {
                $(
                    self.enter_changed::<crate::model::$row>(&keys.$list, &changed.$list);
                    self.place_rows(&keys.$list, &changed.$list, places);
                )+
            }

            /// Whether all rows that are to be added are new.
            fn are_all_new(
                &mut self,
                before: &Programme,
                gone: &BTreeSet<Subject>,
                added: &Document<'_>,
            ) -> bool {
                let mut new = true;
                $(new &= self.are_new::<crate::model::$row>(before, gone, &added.$list);)+
                new
            }

            /// Gives rows that are to be added their keys, and keeps where each stands.
            fn register_all(
                &mut self,
                id: Id<Programme>,
                added: &Document<'_>,
                places: &mut BTreeMap<Subject, String>,
            ) -> AllKeys {
                $(
                    let $list = self.register::<crate::model::$row>(id, &added.$list);
                    self.place_rows(&$list, &added.$list, places);
                )+
                AllKeys { $($list,)+ }
            }

            /// Reads every row into a draft.
            fn all_rows(&mut self, draft: &mut Draft, keys: AllKeys, written: Document<'_>) {
                $(self.rows::<crate::model::$row>(draft, (keys.$list, written.$list));)+
            }
        }
    };
}
kinds!(define_changes);

impl Reader {
    /// Reads the rows of a revision that is made on a state; none where it cannot be told which
    /// rows are meant. From then on links are those of the state after it.
    pub(super) fn changes(&mut self, before: &Programme, written: Written<'_>) -> Option<Changes> {
        let Written { place, about, mut changed, mut added, removed } = written;
        let (in_changed, in_added) = (format!("{place}/changed"), format!("{place}/added"));
        let gone: BTreeSet<Subject> = removed.keys().copied().collect();
        let mut places = removed;

        // Who the rows are, before anything is read that may link to them.
        self.within(in_changed.clone());
        self.head_of_rows(&mut changed);
        let kept = self.keys_of_changed(before, &changed)?;
        let mut leaving = kept.subjects();
        leaving.extend(&gone);
        self.directory = Directory::of(before, |row| !leaving.contains(&row));
        self.enter_all(&kept, &changed, &mut places);
        self.within(in_added.clone());
        self.head_of_rows(&mut added);
        if !self.are_all_new(before, &gone, &added) {
            return None;
        }
        let new = self.register_all(before.about().id, &added, &mut places);

        // What they say.
        let mut all = Vec::new();
        if let Some((id, about, within)) = about {
            self.within(within);
            all.push(Change::about(self.about(id, about)));
        }
        all.extend(gone.into_iter().map(Change::Remove));
        let nothing = || Draft::new(before.about().clone());
        let (mut replaced, mut put) = (nothing(), nothing());
        self.within(in_changed);
        self.all_rows(&mut replaced, kept, changed);
        self.out_of_rings(&mut replaced);
        // What a plan printed is held against actions that were new with it.
        self.plans.clear();
        self.within(in_added);
        self.all_rows(&mut put, new, added);
        self.cells_of_new_plans(before, &replaced, &put);
        self.out_of_rings(&mut put);
        all.extend(replaced.records().map(Change::Replace));
        all.extend(put.records().map(Change::Add));
        Some(Changes { all, places })
    }
}

impl Reader {
    /// What stands beside the rows of a revision.
    fn head_of_rows(&mut self, written: &mut Document<'_>) {
        let (format, currency) = (written.format.take(), written.currency.take());
        self.enter("", None);
        self.extra(None, std::mem::take(&mut written.extra), Document::FIELDS);
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
