//! Programmes while they are made.

use std::{collections::BTreeMap, sync::Arc};

use super::{
    About, Fault, Faults, Index, Key, Kind, Programme, Record, Row, Subject, Table, kinds, rings,
};
use crate::values::{Id, Reference};

macro_rules! define_draft {
    ($($list:ident: $row:ident($($shape:tt)*) $kind:literal $letters:literal $doc:literal;)+) => {
        /// A programme while it is made or changed: any rows, in any order, consistent or not.
        ///
        /// ```
        /// use programme::{model::{About, Draft}, Action, Recommendation};
        ///
        /// let mut draft = Draft::new(About::named("Peer challenge response"));
        /// let advice = draft.key("R1".parse()?);
        /// let mut action = Action::new(draft.key("A1.1".parse()?), "Publish the plan");
        /// action.answers.push(advice.id);
        /// draft.put(action);
        ///
        /// let faults = draft.clone().finish().unwrap_err();
        /// assert_eq!(faults.iter().count(), 1, "the recommendation is missing");
        /// draft.put(Recommendation::new(advice, "Tell people of the plan"));
        /// assert!(draft.finish().is_ok());
        /// # Ok::<_, Box<dyn std::error::Error>>(())
        /// ```
        #[derive(Clone, Debug)]
        pub struct Draft {
            /// What is known of the programme itself.
            pub about: About,
            tables: Tables,
        }

        /// One table a kind.
        #[derive(Clone, Debug, Default, PartialEq)]
        pub(crate) struct Tables {
            $(pub(super) $list: Table<super::$row>,)+
        }

        impl Tables {
            /// Puts every table in the order of references.
            fn sort(&mut self) {
                $(self.$list.sort();)+
            }

            /// What is wrong with sorted tables, kind by kind.
            fn faults(&self) -> Vec<Fault> {
                let mut faults = Vec::new();
                $(
                    faults.extend(self.$list.same_references().map(|(a, b)| Fault::SameReference {
                        kind: super::$row::OF,
                        reference: a.key.reference,
                        rows: [a.key.id.into(), b.key.id.into()],
                    }));
                )+
                $(
                    for row in &self.$list {
                        row.links(&mut |link| if !self.holds(link.to) {
                            faults.push(Fault::NoTarget {
                                from: Some(row.key.id.into()),
                                reference: Some(row.key.reference),
                                field: link.field,
                                to: link.to,
                            });
                        });
                    }
                )+
                faults
            }

            pub(super) fn holds(&self, subject: Subject) -> bool {
                match subject {
                    $(Subject::$row(id) => self.$list.number(id).is_some(),)+
                }
            }

            pub(super) fn numbering_bytes(&self) -> usize {
                0 $(+ self.$list.numbering_bytes())+
            }

            /// Everything that was said of the state of a row.
            pub(super) fn notes(&self) -> impl Iterator<Item = (Subject, &super::StatusNote)> {
                let mut all = Vec::new();
                $(for row in &self.$list {
                    all.extend(row.notes().iter().map(|note| (Subject::from(row.key.id), note)));
                })+
                all.into_iter()
            }

            /// How many rows of a kind belong to each of these rows, in one pass: all that do, and
            /// those of them that are no parts of others. Of none, how many there are.
            pub(super) fn count(
                &self,
                kind: super::Kind,
                mut of: BTreeMap<Option<Subject>, (usize, usize)>,
            ) -> BTreeMap<Option<Subject>, (usize, usize)> {
                match kind {
                    $(super::Kind::$row => self.$list.iter().for_each(|row| {
                        let whole = usize::from(row.parent().is_none());
                        let mut owners = vec![None];
                        row.links(&mut |link| if !BESIDE.contains(&link.field) {
                            owners.push(Some(link.to));
                        });
                        owners.sort();
                        owners.dedup();
                        for owner in owners {
                            if let Some((all, wholes)) = of.get_mut(&owner) {
                                (*all, *wholes) = (*all + 1, *wholes + whole);
                            }
                        }
                    }),)+
                }
                of
            }

            /// Name and reference of a row.
            pub(super) fn named(&self, subject: Subject) -> Option<(&str, Reference)> {
                match subject {
                    $(Subject::$row(id) => {
                        self.$list.get(id).map(|row| (row.name(), row.key.reference))
                    })+
                }
            }

            /// The other names of a row.
            pub(super) fn aliases(&self, subject: Subject) -> &[String] {
                match subject {
                    $(Subject::$row(id) => self.$list.get(id).map_or(&[], |row| row.aliases()),)+
                }
            }

            /// The label that a paper prints for a row, and where it was read.
            pub(super) fn printed(&self, subject: Subject) -> Option<(Option<&str>, &[super::Citation])> {
                match subject {
                    $(Subject::$row(id) => {
                        self.$list.get(id).map(|r| (r.key.label.as_deref(), r.key.sources.as_slice()))
                    })+
                }
            }
        }

        impl Draft {
            /// The rings of rows that are parts of themselves.
            pub(crate) fn rings(&self) -> Vec<Fault> {
                let mut rings = Vec::new();
                $(rings.extend(parts_of_themselves(&self.tables.$list));)+
                rings
            }

            /// Takes a row out of what it is a part of.
            pub(crate) fn release(&mut self, row: Subject) {
                match row {
                    $(Subject::$row(id) => {
                        self.get_mut(id).into_iter().for_each(Row::leave_parent);
                    })+
                }
            }
        }

        $(
            impl Stored for super::$row {
                fn table(tables: &Tables) -> &Table<Self> {
                    &tables.$list
                }
                fn table_mut(tables: &mut Tables) -> &mut Table<Self> {
                    &mut tables.$list
                }
            }
        )+
    };
}
kinds!(define_draft);

/// Links to rows that a row stands beside, and does not belong to.
const BESIDE: [&str; 8] =
    ["after", "agreed_by", "means", "subject", "predecessor", "successor", "status", "repeats"];

/// A row that has a table.
pub(super) trait Stored: Row {
    fn table(tables: &Tables) -> &Table<Self>;
    fn table_mut(tables: &mut Tables) -> &mut Table<Self>;
}

/// Any row that a programme holds. Implemented by the kinds of this crate alone.
#[expect(private_bounds, reason = "sealed: the tables of a programme are a closed list")]
pub trait AnyRow: Row + Stored {}
impl<R: Stored> AnyRow for R {}

impl Draft {
    /// A draft without rows.
    ///
    /// ```
    /// use programme::{model::{About, Draft}, Action};
    ///
    /// let draft = Draft::new(About::named("Peer challenge response"));
    /// assert_eq!(draft.rows::<Action>().count(), 0);
    /// ```
    #[must_use]
    pub fn new(about: About) -> Self {
        Self { about, tables: Tables::default() }
    }

    pub(super) fn of(about: About, tables: Tables) -> Self {
        Self { about, tables }
    }

    /// A key with this reference, whose id derives from this programme's.
    ///
    /// ```
    /// use programme::{model::{About, Draft}, Action, ActionId};
    ///
    /// let draft = Draft::new(About::named("example"));
    /// let key = draft.key::<Action>("A1.1".parse()?);
    /// assert_eq!(key.id, ActionId::derive(draft.about.id, "A1.1".parse()?));
    /// # Ok::<_, programme::values::ParseReferenceError>(())
    /// ```
    #[must_use]
    pub fn key<R: AnyRow>(&self, reference: Reference) -> Key<R> {
        Key::derive(self.about.id, reference)
    }

    /// Makes room for more rows of a kind.
    ///
    /// Nothing else changes; for those who put in many thousands.
    pub fn reserve<R: AnyRow>(&mut self, rows: usize) {
        R::table_mut(&mut self.tables).reserve(rows);
    }

    /// Puts a row in, and returns the one with the same id that it replaces.
    ///
    /// ```
    /// use programme::{model::{About, Draft}, Action};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let first = draft.put(Action::new(draft.key("A1".parse()?), "Publish the plan"));
    /// assert!(first.is_none());
    /// let second = draft.put(Action::new(draft.key("A1".parse()?), "Publish the agreed plan"));
    /// assert_eq!(second.map(|row| row.title.clone()), Some("Publish the plan".into()));
    /// # Ok::<_, programme::values::ParseReferenceError>(())
    /// ```
    pub fn put<R: AnyRow>(&mut self, row: R) -> Option<Arc<R>> {
        R::table_mut(&mut self.tables).put(Arc::new(row))
    }

    /// Takes a row out.
    ///
    /// Returns the row, or `None` where there is no such row. Links to it are left as they are;
    /// [`finish`](Self::finish) reports them.
    ///
    /// ```
    /// use programme::{model::{About, Draft}, Action};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let key = draft.key::<Action>("A1".parse()?);
    /// let id = key.id;
    /// draft.put(Action::new(key, "Publish the plan"));
    /// assert!(draft.remove(id).is_some());
    /// assert!(draft.remove(id).is_none());
    /// # Ok::<_, programme::values::ParseReferenceError>(())
    /// ```
    pub fn remove<R: AnyRow>(&mut self, id: Id<R>) -> Option<Arc<R>> {
        R::table_mut(&mut self.tables).remove(id)
    }

    /// The row with this id.
    ///
    /// ```
    /// use programme::{model::{About, Draft}, Post};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let key = draft.key::<Post>("POST1".parse()?);
    /// let id = key.id;
    /// draft.put(Post::new(key, "Chief Executive"));
    /// assert_eq!(draft.get(id).map(|post| post.title.as_str()), Some("Chief Executive"));
    /// # Ok::<_, programme::values::ParseReferenceError>(())
    /// ```
    #[must_use]
    pub fn get<R: AnyRow>(&self, id: Id<R>) -> Option<&R> {
        R::table(&self.tables).get(id)
    }

    /// The row with this id, to change.
    ///
    /// ```
    /// use programme::{model::{About, Draft}, values::Timescale, Action};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let key = draft.key::<Action>("A1".parse()?);
    /// let id = key.id;
    /// draft.put(Action::new(key, "Publish the plan"));
    /// if let Some(action) = draft.get_mut(id) {
    ///     action.timescale = Timescale::read("15th May 2019 Cabinet");
    /// }
    /// assert!(draft.get(id).is_some_and(|action| action.timescale.value().is_some()));
    /// # Ok::<_, programme::values::ParseReferenceError>(())
    /// ```
    #[must_use]
    pub fn get_mut<R: AnyRow>(&mut self, id: Id<R>) -> Option<&mut R> {
        R::table_mut(&mut self.tables).get_mut(id)
    }

    /// All rows of a kind, in no particular order.
    ///
    /// ```
    /// use programme::{model::{About, Draft}, Action, Post};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// draft.put(Post::new(draft.key("POST1".parse()?), "Chief Executive"));
    /// assert_eq!(draft.rows::<Post>().count(), 1);
    /// assert_eq!(draft.rows::<Action>().count(), 0);
    /// # Ok::<_, programme::values::ParseReferenceError>(())
    /// ```
    pub fn rows<R: AnyRow>(&self) -> impl Iterator<Item = &R> {
        R::table(&self.tables).iter()
    }

    /// The row of any kind.
    pub(crate) fn record(&self, row: Subject) -> Option<Record> {
        self.tables.record(row)
    }

    /// The kind under which a row with this uuid is held.
    pub(crate) fn kind_of(&self, uuid: uuid::Uuid) -> Option<Kind> {
        self.tables.kind_of(uuid)
    }

    /// Every row, kind by kind.
    pub(crate) fn records(&self) -> impl Iterator<Item = Record> {
        self.tables.records()
    }

    pub(crate) fn put_record(&mut self, record: Record) {
        self.tables.put_record(record);
    }

    pub(crate) fn remove_record(&mut self, row: Subject) -> Option<Record> {
        self.tables.remove_record(row)
    }

    /// The programme of rows that are known to agree, as those are that were just resolved against
    /// one another: references once, links to rows that are there, no rings.
    pub(crate) fn finish_without_faults(mut self) -> Programme {
        self.tables.sort();
        debug_assert_eq!(self.tables.faults(), []);
        let index = Index::of(&self.tables);
        Programme::of(self.about, self.tables, index)
    }

    /// Makes the programme: the one door to one.
    ///
    /// ```
    /// use programme::{model::{About, Draft, Fault}, Action};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let (first, second) = (draft.key("A1".parse()?), draft.key("A2".parse()?));
    /// let ids = (first.id, second.id);
    /// let (mut first, mut second) = (Action::new(first, "Plan"), Action::new(second, "Publish"));
    /// (first.parent, second.parent) = (Some(ids.1), Some(ids.0));
    /// draft.put(first);
    /// draft.put(second);
    /// let faults = draft.finish().err().ok_or("each is a part of the other")?;
    /// assert!(faults.iter().all(|fault| matches!(fault, Fault::PartOfItself { .. })));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`Faults`] with every inconsistency at once: references given twice, links to rows that are
    /// not there, rows that are parts of themselves.
    pub fn finish(mut self) -> Result<Programme, Faults> {
        self.tables.sort();
        let mut faults = self.tables.faults();
        faults.extend(missing_links_of_the_programme(&self.about, &self.tables));
        faults.extend(self.rings());
        Faults::check(faults)?;
        let index = Index::of(&self.tables);
        Ok(Programme::of(self.about, self.tables, index))
    }
}

fn missing_links_of_the_programme(about: &About, tables: &Tables) -> Vec<Fault> {
    let mut faults = Vec::new();
    about.links(&mut |link| {
        if !tables.holds(link.to) {
            let (field, to) = (link.field, link.to);
            faults.push(Fault::NoTarget { from: None, reference: None, field, to });
        }
    });
    faults
}

/// Rows that are parts of themselves, each ring once.
fn parts_of_themselves<R: AnyRow>(table: &Table<R>) -> impl Iterator<Item = Fault>
where
    Subject: From<Id<R>>,
{
    let row = |at: usize| table.row(u32::try_from(at).ok()?);
    let whole = |at: usize| usize::try_from(table.number(row(at)?.parent()?)?).ok();
    rings(table.len(), whole).into_iter().map(move |ring| {
        let rows = ring.into_iter().filter_map(row);
        let (rows, references) =
            rows.map(|row| (Subject::from(row.key().id), row.key().reference)).unzip();
        Fault::PartOfItself { rows, references }
    })
}
