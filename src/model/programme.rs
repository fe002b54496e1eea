//! Programmes: consistent, immutable.

use std::{collections::BTreeMap, sync::Arc};

use chrono::NaiveDate;

use super::{
    Action, Citation, Draft, DueState, Index, Link, Milestone, Organisation, Party, Recommendation,
    Record, Review, Standing, StatusNote, Subject, Table,
    draft::{AnyRow, Tables},
    key::{cite, each},
    kinds,
};
use crate::values::{Id, Identified, Reference, Rhythm, Span, When};

/// What is known of a programme itself.
///
/// ```
/// use programme::model::About;
///
/// let about = About::named("Havering peer challenge response");
/// assert_eq!(about, About::named("Havering peer challenge response"), "the id follows the name");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// Identity; the ids of rows that have none of their own derive from it.
    pub id: Id<Programme>,
    /// The name.
    pub name: String,
    /// Other names that are known to mean it.
    pub aliases: Vec<String>,
    /// The council whose programme it is.
    pub council: Option<Id<Organisation>>,
    /// The reviews that it says it answers.
    pub answers: Vec<Id<Review>>,
    /// The recommendations that it came from.
    pub origin: Vec<Id<Recommendation>>,
    /// What it takes in.
    pub scope: Option<String>,
    /// Other programmes that it is tied to, by name.
    pub related: Vec<String>,
    /// When it began.
    pub started: Option<When>,
    /// From when to when it runs, as each place in the papers gives it.
    pub stated_spans: Vec<StatedSpan>,
    /// How often progress is to be reported.
    pub cadence: Option<Rhythm>,
    /// What has been said of the state of the whole.
    pub status: Vec<StatusNote>,
    /// Where this was read.
    pub sources: Vec<Citation>,
}

/// A span that a paper gives a programme, and where.
///
/// ```
/// use programme::{model::StatedSpan, values::Span};
///
/// let held = Some(Span::read("April 2020 to end of March 2022"));
/// let stated = StatedSpan { held, source: None };
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StatedSpan {
    /// From when to when, as printed.
    pub held: Option<Span>,
    /// Where it was said.
    pub source: Option<Citation>,
}

impl About {
    /// A programme of which only the name is known; its id follows from it.
    #[must_use]
    pub fn named(name: impl Into<String>) -> Self {
        let name = name.into();
        Self::new(Id::named(&name), name)
    }

    /// A programme with an id of the caller's.
    ///
    /// ```
    /// use programme::{model::About, values::Id};
    ///
    /// let about = About::new(Id::named("Havering 2019"), "Peer challenge response");
    /// assert_eq!(about.id, Id::named("Havering 2019"));
    /// ```
    #[must_use]
    pub fn new(id: Id<Programme>, name: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            aliases: Vec::new(),
            council: None,
            answers: Vec::new(),
            origin: Vec::new(),
            scope: None,
            related: Vec::new(),
            started: None,
            stated_spans: Vec::new(),
            cadence: None,
            status: Vec::new(),
            sources: Vec::new(),
        }
    }

    pub(super) fn links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            id: _,
            name: _,
            aliases: _,
            council,
            answers,
            origin,
            scope: _,
            related: _,
            started: _,
            stated_spans,
            cadence: _,
            status,
            sources,
        } = self;
        each("council", council, visit);
        each("answers", answers, visit);
        each("origin", origin, visit);
        stated_spans.iter().for_each(|stated| cite(stated.source.as_slice(), visit));
        status.iter().for_each(|note| note.visit_links(visit));
        cite(sources, visit);
    }
}

/// A programme that agrees with itself: every id and reference once, every link leads somewhere,
/// nothing is a part of itself. Immutable; made by [`Draft::finish`] alone.
///
/// It carries an index that is derived from the rows once and never serialised. Copies are cheap.
///
/// ```
/// use programme::{model::{About, Draft}, Action};
///
/// let mut draft = Draft::new(About::named("example"));
/// draft.put(Action::new(draft.key("A1".parse()?), "Publish the plan"));
/// let before = draft.finish()?;
///
/// let mut draft = before.to_draft();
/// draft.put(Action::new(draft.key("A2".parse()?), "Report on it"));
/// let after = draft.finish()?;
/// assert_eq!((before.actions().len(), after.actions().len()), (1, 2));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Programme {
    about: Arc<About>,
    tables: Arc<Tables>,
    index: Arc<Index>,
}

impl Identified for Programme {
    const KIND: &'static str = "programme";
}

impl PartialEq for Programme {
    /// By its rows; the index follows from them.
    fn eq(&self, other: &Self) -> bool {
        self.about == other.about && self.tables == other.tables
    }
}

macro_rules! define_accessors {
    ($($list:ident: $row:ident($($shape:tt)*) $kind:literal $letters:literal $doc:literal;)+) => {
        impl Programme {
            $(
                #[doc = concat!($doc, ", in the order of references.")]
                #[must_use]
                pub fn $list(&self) -> &Table<super::$row> {
                    &self.tables.$list
                }
            )+
        }
    };
}
kinds!(define_accessors);

impl Programme {
    pub(super) fn of(about: About, tables: Tables, index: Index) -> Self {
        Self { about: Arc::new(about), tables: Arc::new(tables), index: Arc::new(index) }
    }

    /// What is known of the programme itself.
    #[must_use]
    pub fn about(&self) -> &About {
        &self.about
    }

    /// The row with this id, of any kind.
    ///
    /// ```
    /// use programme::{model::{About, Draft}, Action};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let key = draft.key("A1".parse()?);
    /// let id = key.id;
    /// draft.put(Action::new(key, "Publish the plan"));
    /// let programme = draft.finish()?;
    /// assert_eq!(programme.get(id).map(|row| row.title.as_str()), Some("Publish the plan"));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn get<R: AnyRow>(&self, id: Id<R>) -> Option<&R> {
        R::table(&self.tables).get(id)
    }

    /// All rows of a kind, in the order of references.
    ///
    /// ```
    /// use programme::{model::{About, Draft}, Action};
    ///
    /// let programme = Draft::new(About::named("example")).finish()?;
    /// assert_eq!(programme.table::<Action>(), programme.actions());
    /// # Ok::<_, programme::model::Faults>(())
    /// ```
    #[must_use]
    pub fn table<R: AnyRow>(&self) -> &Table<R> {
        R::table(&self.tables)
    }

    /// The row of any kind, shared.
    ///
    /// `None` where the programme does not hold it.
    ///
    /// ```
    /// use programme::{model::{About, Draft, Record}, Action};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let action = Action::new(draft.key("A1".parse()?), "Publish the plan");
    /// draft.put(action.clone());
    /// let programme = draft.finish()?;
    /// assert_eq!(programme.record(action.key.id), Some(Record::from(action)));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn record(&self, row: impl Into<Subject>) -> Option<Record> {
        self.tables.record(row.into())
    }

    /// Every row of every kind, shared: kind by kind, in the order of references.
    ///
    /// ```
    /// use programme::{model::{About, Draft}, Action, Post};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// draft.put(Action::new(draft.key("A1".parse()?), "Publish the plan"));
    /// draft.put(Post::new(draft.key("POST1".parse()?), "Chief Executive"));
    /// let programme = draft.finish()?;
    /// let names: Vec<_> = programme.records().map(|row| row.name().to_owned()).collect();
    /// assert_eq!(names, ["Chief Executive", "Publish the plan"]);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    pub fn records(&self) -> impl Iterator<Item = Record> {
        self.tables.records()
    }

    /// Each row that is not the same in another programme, as it is here and as it is there.
    pub(crate) fn differences(
        &self,
        after: &Self,
        mut each: impl FnMut(Option<Record>, Option<Record>),
    ) {
        self.tables.differences(&after.tables, &mut each);
    }

    /// The same rows as a draft, to change and finish again.
    ///
    /// ```
    /// use programme::{model::{About, Draft}, Action};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let key = draft.key("A1".parse()?);
    /// let id = key.id;
    /// draft.put(Action::new(key, "Publish the plan"));
    /// let programme = draft.finish()?;
    /// let mut draft = programme.to_draft();
    /// if let Some(action) = draft.get_mut(id) {
    ///     action.title = "Publish the plan and report on it".into();
    /// }
    /// assert_ne!(draft.finish()?, programme, "the programme itself is as it was");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn to_draft(&self) -> Draft {
        Draft::of(self.about().clone(), Tables::clone(&self.tables))
    }

    /// The reference of any row.
    ///
    /// `None` where the programme does not hold it.
    ///
    /// ```
    /// use programme::{model::{About, Draft}, Action};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let (held, other) = (draft.key("A1".parse()?), draft.key::<Action>("A2".parse()?));
    /// let id = held.id;
    /// draft.put(Action::new(held, "Publish the plan"));
    /// let programme = draft.finish()?;
    /// assert_eq!(programme.reference(id), Some("A1".parse()?));
    /// assert_eq!(programme.reference(other.id), None);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn reference(&self, of: impl Into<Subject>) -> Option<Reference> {
        self.tables.named(of.into()).map(|(_, reference)| reference)
    }

    /// The name or short title of any row.
    ///
    /// `None` where the programme does not hold it.
    #[must_use]
    pub fn name(&self, of: impl Into<Subject>) -> Option<&str> {
        self.tables.named(of.into()).map(|(name, _)| name)
    }

    /// The other names that are known to mean a row; none where the programme does not hold it.
    ///
    /// ```
    /// use programme::{model::{About, Draft}, Post};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let mut chief = Post::new(draft.key("POST1".parse()?), "Chief Executive");
    /// chief.aliases.push("CE".into());
    /// let id = chief.key.id;
    /// draft.put(chief);
    /// assert_eq!(draft.finish()?.aliases(id), ["CE"]);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn aliases(&self, of: impl Into<Subject>) -> &[String] {
        self.tables.aliases(of.into())
    }

    /// The label that the paper prints for a row, where it prints one of its own.
    ///
    /// ```
    /// use programme::{model::{About, Draft}, Recommendation};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let mut key = draft.key("R2".parse()?);
    /// let id = key.id;
    /// key.label = Some("2(a)".into());
    /// draft.put(Recommendation::new(key, "Tell people of the plan"));
    /// let programme = draft.finish()?;
    /// assert_eq!(programme.label(id), Some("2(a)"));
    /// assert_eq!(programme.name(id), Some("Tell people of the plan"));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn label(&self, of: impl Into<Subject>) -> Option<&str> {
        self.tables.printed(of.into())?.0
    }

    /// Where the facts of a row were read.
    ///
    /// Empty where none is given, or the programme does not hold the row.
    ///
    /// ```
    /// use programme::{model::{About, Citation, Draft}, Action};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let mut key = draft.key("A1".parse()?);
    /// let id = key.id;
    /// key.sources.push(Citation::at("Appendix B, row 8"));
    /// draft.put(Action::new(key, "Publish the plan"));
    /// assert_eq!(draft.finish()?.sources(id), [Citation::at("Appendix B, row 8")]);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn sources(&self, of: impl Into<Subject>) -> &[Citation] {
        self.tables.printed(of.into()).map_or(&[], |(_, sources)| sources)
    }

    /// What was last said of an action by the end of a day.
    ///
    /// A note counts from the day on which it says that the state came about, or else from the day
    /// for which it was said (its own, or else its plan's), or else always. Of those that count, the
    /// one that was said last holds, and of several of one day the last in the list. Where nothing
    /// was said, or of a day that cannot be read, nothing is known.
    ///
    /// ```
    /// use programme::{model::{About, Draft}, values::{ActionStatus, Timescale}, Action};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// for (reference, timescale) in [("A1", "Completed"), ("A2", "April 2019")] {
    ///     let mut action = Action::new(draft.key(reference.parse()?), "Publish the plan");
    ///     action.timescale = Timescale::read(timescale);
    ///     draft.put(action);
    /// }
    /// let (programme, on) = (draft.finish()?, "2019-09-04".parse()?);
    /// let said = programme.actions().iter().map(|action| programme.standing(action, on).status);
    /// let said: Vec<_> = said.collect();
    /// assert_eq!(said, [Some(ActionStatus::Complete), None], "a past date is no state");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn standing<'a>(&self, action: &'a Action, on: NaiveDate) -> Standing<'a> {
        Standing::of(action, self.plan_date(action), on)
    }

    /// The same of a milestone.
    ///
    /// ```
    /// use programme::{model::{About, Draft, StatusNote}, values::ActionStatus, Milestone};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let mut milestone = Milestone::new(draft.key("M1".parse()?), "New operating model agreed");
    /// milestone.status.push(StatusNote::new(ActionStatus::Complete));
    /// let programme = draft.finish()?;
    /// let standing = programme.milestone_standing(&milestone, "2021-09-30".parse()?);
    /// assert_eq!(standing.status, Some(ActionStatus::Complete));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn milestone_standing<'m>(&self, milestone: &'m Milestone, on: NaiveDate) -> Standing<'m> {
        Standing::of_work(&milestone.status, Some(&milestone.timescale), None, on)
    }

    /// How an action stands to its timescale on a day.
    ///
    /// [`Undated`](DueState::Undated) where the programme does not hold the action.
    ///
    /// ```
    /// use programme::{model::{About, Draft, DueState}, values::Timescale, Action};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let timescales = [("A1", "On-going"), ("A2", "15th May 2019 Cabinet"), ("A3", "TBC")];
    /// for (reference, timescale) in timescales {
    ///     let mut action = Action::new(draft.key(reference.parse()?), "Publish the plan");
    ///     action.timescale = Timescale::read(timescale);
    ///     draft.put(action);
    /// }
    /// let (programme, on) = (draft.finish()?, "2019-09-04".parse()?);
    /// let states = programme.actions().iter().map(|action| programme.due_state(action, on));
    /// let states: Vec<_> = states.collect();
    /// assert_eq!(states, [DueState::NothingDue, DueState::Overdue, DueState::Undated]);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn due_state(&self, action: &Action, on: NaiveDate) -> DueState {
        let number = self.tables.actions.number(action.key.id);
        number.map_or(DueState::Undated, |number| {
            self.index.due_state(number, self.columns(on).as_ref(), on)
        })
    }

    /// The name of a lead: its words as printed, or else the name of post or body.
    ///
    /// ```
    /// use programme::{model::{About, Draft, Lead}, Post};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let chief = Post::new(draft.key("POST1".parse()?), "Chief Executive");
    /// let lead = Lead::post(chief.key.id);
    /// draft.put(chief);
    /// let programme = draft.finish()?;
    /// assert_eq!(programme.lead_name(&lead), "Chief Executive");
    /// assert_eq!(programme.lead_name(&Lead::named("CE")), "CE");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn lead_name<'l>(&'l self, lead: &'l super::Lead) -> &'l str {
        let named = match lead.party {
            Party::Post(post) => self.name(post),
            Party::Body(body) => self.name(body),
            Party::Unknown => None,
        };
        lead.words.as_deref().or(named).unwrap_or("")
    }

    /// Bytes that the index takes beyond the rows, for those who hold many programmes.
    #[must_use]
    pub fn index_bytes(&self) -> usize {
        self.index.bytes() + self.tables.numbering_bytes()
    }

    /// How many rows of a kind belong to each of these rows: all, and those that are no parts.
    pub(crate) fn count(
        &self,
        kind: super::Kind,
        of: impl IntoIterator<Item = Option<Subject>>,
    ) -> BTreeMap<Option<Subject>, (usize, usize)> {
        self.tables.count(kind, of.into_iter().map(|row| (row, (0, 0))).collect())
    }

    pub(crate) fn index(&self) -> &Index {
        &self.index
    }

    /// The columns as at a day: those of the index, or others made for an earlier day.
    pub(crate) fn columns(&self, on: NaiveDate) -> std::borrow::Cow<'_, super::Columns> {
        self.index.columns_on(&self.tables, on)
    }

    /// Everything that was said of the state of a row, with the row, for those who look through all.
    ///
    /// ```
    /// use programme::{model::{About, Draft, Kind, StatusNote}, values::ActionStatus, Action};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let mut action = Action::new(draft.key("A1".parse()?), "Publish the plan");
    /// action.status.push(StatusNote::new(ActionStatus::InProgress));
    /// draft.put(action);
    /// let programme = draft.finish()?;
    /// let kinds: Vec<_> = programme.notes().map(|(subject, _)| subject.kind()).collect();
    /// assert_eq!(kinds, [Kind::Action]);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    pub fn notes(&self) -> impl Iterator<Item = (Subject, &StatusNote)> {
        self.tables.notes()
    }
}
