//! Rows of any kind.

use std::sync::Arc;

use super::{Kind, Row, StatusNote, Subject, draft::Tables, fields::Fields, kinds};
use crate::values::Reference;

macro_rules! define_record {
    ($($list:ident: $row:ident($($shape:tt)*) $kind:literal $letters:literal $doc:literal;)+) => {
        /// One row, of whichever kind: what a change puts in. Copies share the row.
        ///
        /// ```
        /// use programme::{model::{About, Draft, Kind, Record}, Action};
        ///
        /// let draft = Draft::new(About::named("example"));
        /// let record = Record::from(Action::new(draft.key("A1".parse()?), "Publish the plan"));
        /// assert_eq!((record.kind(), record.name()), (Kind::Action, "Publish the plan"));
        /// # Ok::<_, programme::values::ParseReferenceError>(())
        /// ```
        #[derive(Clone, Debug, PartialEq)]
        pub enum Record {
            $(#[doc = $doc] $row(Arc<super::$row>),)+
        }

        impl Record {
            /// Which row it is.
            #[must_use]
            pub fn subject(&self) -> Subject {
                match self { $(Self::$row(row) => row.key.id.into(),)+ }
            }

            /// What people call it.
            #[must_use]
            pub fn reference(&self) -> Reference {
                match self { $(Self::$row(row) => row.key.reference,)+ }
            }

            /// Its name or short title.
            #[must_use]
            pub fn name(&self) -> &str {
                match self { $(Self::$row(row) => row.name(),)+ }
            }

            /// The row of its kind that it is a part of.
            pub(crate) fn parent(&self) -> Option<Subject> {
                match self { $(Self::$row(row) => row.parent().map(Subject::from),)+ }
            }

            /// What has been said of its state.
            pub(crate) fn notes(&self) -> &[StatusNote] {
                match self { $(Self::$row(row) => row.notes(),)+ }
            }

            /// The fields, by their names in a document, in which another state of the same row
            /// differs; none of a row of another kind, which has no field in common.
            ///
            /// ```
            /// use programme::{model::{About, Draft, Record}, values::Timescale, Action};
            ///
            /// let draft = Draft::new(About::named("example"));
            /// let before = Action::new(draft.key("A1".parse()?), "Publish the plan");
            /// let mut after = before.clone();
            /// after.timescale = Timescale::read("June 2020");
            /// let fields = Record::from(before).differing(&Record::from(after));
            /// assert_eq!(fields, ["timescale"]);
            /// # Ok::<_, programme::values::ParseReferenceError>(())
            /// ```
            #[must_use]
            pub fn differing(&self, other: &Self) -> Vec<&'static str> {
                match (self, other) {
                    $((Self::$row(row), Self::$row(other)) if Arc::ptr_eq(row, other) => Vec::new(),
                    (Self::$row(row), Self::$row(other)) => row.differing(other),)+
                    _ => Vec::new(),
                }
            }

            /// This state of a row with what a change from one state to another makes of it.
            pub(crate) fn merged(self, before: &Self, after: &Self) -> Self {
                match (self, before, after) {
                    $((Self::$row(mut row), Self::$row(before), Self::$row(after)) => {
                        Arc::make_mut(&mut row).merge(before, after);
                        Self::$row(row)
                    })+
                    (row, ..) => row,
                }
            }
        }

        $(
            impl From<super::$row> for Record {
                fn from(row: super::$row) -> Self {
                    Self::$row(Arc::new(row))
                }
            }
        )+

        impl Tables {
            /// A row of any kind.
            pub(crate) fn record(&self, subject: Subject) -> Option<Record> {
                match subject {
                    $(Subject::$row(id) => self.$list.shared(id).map(Record::$row),)+
                }
            }

            pub(crate) fn put_record(&mut self, record: Record) {
                match record {
                    $(Record::$row(row) => {
                        self.$list.put(row);
                    })+
                }
            }

            pub(crate) fn remove_record(&mut self, subject: Subject) -> Option<Record> {
                match subject {
                    $(Subject::$row(id) => self.$list.remove(id).map(Record::$row),)+
                }
            }

            /// The kind under which a row with this uuid is held.
            pub(crate) fn kind_of(&self, uuid: uuid::Uuid) -> Option<Kind> {
                $(if self.$list.number(crate::values::Id::from_uuid(uuid)).is_some() {
                    return Some(Kind::$row);
                })+
                None
            }

            /// Every row, kind by kind. As a list: an iterator made of one a kind is a type so deep
            /// that compiling it takes minutes.
            pub(crate) fn records(&self) -> impl Iterator<Item = Record> {
                let mut all = Vec::new();
                $(all.extend(self.$list.arcs().cloned().map(Record::$row));)+
                all.into_iter()
            }

            /// What has to be removed from, added to and replaced in these to make others of them:
            /// rows that are not there any more, new ones, and those that are not as they were.
            pub(crate) fn differences(
                &self,
                after: &Self,
                each: &mut dyn FnMut(Option<Record>, Option<Record>),
            ) {
                $(self.$list.differences(&after.$list, |before, after| {
                    each(before.map(Record::$row), after.map(Record::$row));
                });)+
            }
        }
    };
}
kinds!(define_record);

impl Record {
    /// The kind of the row.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.subject().kind()
    }
}
