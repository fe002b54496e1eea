//! Ratings that somebody stated.

use super::{Key, Lead, Link, Subject, key::cite};
use crate::values::{Dimension, Health, Printed, RatingScale, When};

/// How something is said to go, and by whom: a statement about a day, which nothing works out or
/// changes.
///
/// What follows from facts is apart from it ([`rating`](crate::rating)). What is said of an action or
/// a workstream in its own row stands there, in its status; this is for what is said in one
/// dimension, on a named scale, by somebody.
///
/// ```
/// use programme::model::{Key, Lead, StatedRating};
/// use programme::{values::{Dimension, Printed, When}, ProgrammeId};
///
/// let key = Key::derive(ProgrammeId::named("example"), "RAG1".parse()?);
/// let mut rating = StatedRating::new(key, "Cost of the programme");
/// rating.dimension = Some(Dimension::Cost);
/// rating.rating = Some(Printed::read("Amber"));
/// rating.by.push(Lead::named("Programme Board"));
/// rating.on = Some(When::read("1 May 2021"));
/// assert!(rating.scale.is_none(), "amber of three or of five colours: not said");
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatedRating {
    /// Identity and reference.
    pub key: Key<Self>,
    /// What is rated, in short.
    pub title: String,
    /// The row that is rated; the whole programme where none is named.
    pub of: Option<Subject>,
    /// What of it is rated; all of it where that is left out.
    pub dimension: Option<Dimension>,
    /// The rating, as printed.
    pub rating: Option<Printed<Health>>,
    /// The scale that it is on.
    pub scale: Option<RatingScale>,
    /// Who says so.
    pub by: Vec<Lead>,
    /// The day for which it is said.
    pub on: Option<When>,
    /// Why, in short.
    pub text: Option<String>,
    /// When somebody looked again and said that it is unchanged. A rating that was only copied
    /// forward has none.
    pub confirmed: Option<When>,
    /// Why it is shown in the place of what follows from the parts.
    pub overrides: Option<String>,
}

impl StatedRating {
    /// One of which only the substance is known.
    #[must_use]
    pub fn new(key: Key<Self>, title: impl Into<String>) -> Self {
        Self {
            key,
            title: title.into(),
            of: None,
            dimension: None,
            rating: None,
            scale: None,
            by: Vec::new(),
            on: None,
            text: None,
            confirmed: None,
            overrides: None,
        }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            key,
            title: _,
            of,
            dimension: _,
            rating: _,
            scale: _,
            by,
            on: _,
            text: _,
            confirmed: _,
            overrides: _,
        } = self;
        cite(&key.sources, visit);
        of.iter().for_each(|row| visit(Link::new("of", *row)));
        by.iter().for_each(|lead| lead.visit_links(visit));
    }
}
