//! What every row has: identity, reference, label, sources.

use std::fmt::Debug;

use super::{DocumentRef, Kind, StatusNote, Subject};
use crate::values::{Id, Identified, Reference};

/// Who a row is: its identity, its reference, the label that a paper prints for it, and where it
/// was read.
///
/// ```
/// use programme::{model::Key, Action, ProgrammeId};
///
/// let programme = ProgrammeId::named("Havering 2019");
/// let key = Key::<Action>::derive(programme, "A1.1".parse()?);
/// assert_eq!(key.reference.to_string(), "A1.1");
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
pub struct Key<R> {
    /// Identity; never shown to people.
    pub id: Id<R>,
    /// What people call the row; unique among the rows of its kind.
    pub reference: Reference,
    /// What the paper prints in its place, where that differs: "2(a)", "iv".
    pub label: Option<String>,
    /// Where the facts of the row stand.
    pub sources: Vec<Citation>,
}

impl<R: Identified> Key<R> {
    /// A key whose id [derives](Id::derive) from programme, kind and reference.
    #[must_use]
    pub fn derive<P>(programme: Id<P>, reference: Reference) -> Self {
        Self::new(Id::derive(programme, reference), reference)
    }
}

impl<R> Key<R> {
    /// A key with an id of the caller's.
    ///
    /// ```
    /// use programme::{model::Key, ActionId, ProgrammeId};
    ///
    /// let id = ActionId::derive(ProgrammeId::named("example"), "A1".parse()?);
    /// let renumbered = Key::new(id, "A2".parse()?);
    /// assert_eq!(renumbered.id, id, "the same row under another reference");
    /// # Ok::<_, programme::values::ParseReferenceError>(())
    /// ```
    #[must_use]
    pub fn new(id: Id<R>, reference: Reference) -> Self {
        Self { id, reference, label: None, sources: Vec::new() }
    }

    /// The printed label, or else the reference: what a report shows.
    ///
    /// ```
    /// use programme::{model::Key, Action, ProgrammeId};
    ///
    /// let mut key = Key::<Action>::derive(ProgrammeId::named("example"), "A2".parse()?);
    /// assert_eq!(key.shown(), "A2");
    /// key.label = Some("2(a)".into());
    /// assert_eq!(key.shown(), "2(a)");
    /// # Ok::<_, programme::values::ParseReferenceError>(())
    /// ```
    #[must_use]
    pub fn shown(&self) -> String {
        self.label.clone().unwrap_or_else(|| self.reference.to_string())
    }
}

// By hand, so that `R` needs none of these itself.
impl<R: Identified> Debug for Key<R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Key")
            .field("id", &self.id)
            .field("reference", &self.reference)
            .field("label", &self.label)
            .field("sources", &self.sources)
            .finish()
    }
}
impl<R> Clone for Key<R> {
    fn clone(&self) -> Self {
        Self {
            id: self.id,
            reference: self.reference,
            label: self.label.clone(),
            sources: self.sources.clone(),
        }
    }
}
impl<R> PartialEq for Key<R> {
    fn eq(&self, other: &Self) -> bool {
        let Self { id, reference, label, sources } = other;
        (&self.id, &self.reference, &self.label, &self.sources) == (id, reference, label, sources)
    }
}
impl<R> Eq for Key<R> {}

/// A place in a document: what a fact cites.
///
/// ```
/// use programme::model::Citation;
///
/// assert_eq!(Citation::at("Appendix B, row 8").to_string(), "Appendix B, row 8");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Citation {
    /// The document, where the programme holds it.
    pub document: Option<Id<DocumentRef>>,
    /// The place in it, in words: a row, paragraph or page.
    pub place: String,
}

impl Citation {
    /// A place whose document goes without saying.
    #[must_use]
    pub fn at(place: impl Into<String>) -> Self {
        Self { document: None, place: place.into() }
    }
}

impl std::fmt::Display for Citation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.place)
    }
}

/// A link from one row to another, and the field that holds it.
///
/// [`Row::links`] visits them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Link {
    /// The name of the field, as in a document.
    pub field: &'static str,
    /// The row it points to.
    pub to: Subject,
}

impl Link {
    pub(crate) fn new(field: &'static str, to: impl Into<Subject>) -> Self {
        Self { field, to: to.into() }
    }
}

/// Visits the citations of a row as links.
pub(super) fn cite(sources: &[Citation], visit: &mut dyn FnMut(Link)) {
    for document in sources.iter().filter_map(|source| source.document) {
        visit(Link::new("sources", document));
    }
}

/// Visits several ids as links of one field.
pub(super) fn each<'r, R: 'r>(
    field: &'static str,
    ids: impl IntoIterator<Item = &'r Id<R>>,
    visit: &mut dyn FnMut(Link),
) where
    Subject: From<Id<R>>,
{
    for id in ids {
        visit(Link::new(field, *id));
    }
}

/// A row of a programme: plain data with a [`Key`]. Implemented by the kinds of this crate alone.
///
/// ```
/// use programme::{model::{About, Draft, Row}, Action, Recommendation};
///
/// let draft = Draft::new(About::named("example"));
/// let advice = draft.key::<Recommendation>("R1".parse()?);
/// let mut action = Action::new(draft.key("A1".parse()?), "Publish the plan");
/// action.answers.push(advice.id);
/// let mut fields = Vec::new();
/// action.links(&mut |link| fields.push(link.field));
/// assert_eq!((action.name(), fields), ("Publish the plan", vec!["answers"]));
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
pub trait Row: Identified + Clone + PartialEq + Debug + Send + Sync + 'static {
    /// The kind of such rows.
    const OF: Kind;

    /// Identity, reference, label and sources.
    fn key(&self) -> &Key<Self>;

    /// The same, to change.
    fn key_mut(&mut self) -> &mut Key<Self>;

    /// The name or short title.
    fn name(&self) -> &str;

    /// Other names that are known to mean the row.
    fn aliases(&self) -> &[String] {
        &[]
    }

    /// The row of its kind that it is a part of.
    fn parent(&self) -> Option<Id<Self>> {
        None
    }

    /// What has been said of its state.
    fn notes(&self) -> &[StatusNote] {
        &[]
    }

    /// Takes it out of the row that it is a part of.
    fn leave_parent(&mut self) {}

    /// Visits every link to another row.
    fn links(&self, visit: &mut dyn FnMut(Link));
}
