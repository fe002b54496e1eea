//! Exceptions: what is expected to go beyond a tolerance, and who decides about it.

use super::{
    Body, Closure, Decision, Key, Link, LocalRule, Subject,
    key::{cite, each},
};
use crate::values::{Dimension, Id, Stated, When};

/// That something is expected to go beyond its tolerance, with what may be done and the body that
/// decides. It is open until it is closed.
///
/// The tolerance is the council's own: a [`LocalRule`] whose parameter is
/// [`Tolerance`](super::Parameter::Tolerance).
///
/// ```
/// use programme::{model::{Exception, Key}, values::{Dimension, Stated, When}, ProgrammeId};
///
/// let key = Key::derive(ProgrammeId::named("example"), "EXC1".parse()?);
/// let mut exception = Exception::new(key, "Consultants cost more than is approved");
/// exception.dimension = Some(Dimension::Cost);
/// exception.forecast = Some(Stated::read("£900,000"));
/// exception.raised = Some(When::read("31 May 2021"));
/// exception.options = vec!["Stop at the budget".into(), "Ask for a supplementary estimate".into()];
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exception {
    /// Identity and reference.
    pub key: Key<Self>,
    /// What is expected to go beyond its tolerance, in short.
    pub title: String,
    /// The row that is; the whole programme where none is named.
    pub of: Option<Subject>,
    /// In which dimension.
    pub dimension: Option<Dimension>,
    /// The tolerance beyond which it goes.
    pub tolerance: Option<Id<LocalRule>>,
    /// When it was raised.
    pub raised: Option<When>,
    /// What it is expected to come to.
    pub forecast: Option<Stated>,
    /// When it is expected to be done.
    pub forecast_date: Option<When>,
    /// What it comes from.
    pub cause: Option<String>,
    /// What it would do if nothing were done.
    pub consequence: Option<String>,
    /// What may be done, each in short.
    pub options: Vec<String>,
    /// What is recommended of it.
    pub recommended: Option<String>,
    /// The body that decides.
    pub body: Option<Id<Body>>,
    /// What it decided.
    pub decision: Option<Id<Decision>>,
    /// That it is over, since when and why.
    pub closed: Option<Closure>,
}

impl Exception {
    /// One of which only the substance is known.
    #[must_use]
    pub fn new(key: Key<Self>, title: impl Into<String>) -> Self {
        Self {
            key,
            title: title.into(),
            of: None,
            dimension: None,
            tolerance: None,
            raised: None,
            forecast: None,
            forecast_date: None,
            cause: None,
            consequence: None,
            options: Vec::new(),
            recommended: None,
            body: None,
            decision: None,
            closed: None,
        }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            key,
            title: _,
            of,
            dimension: _,
            tolerance,
            raised: _,
            forecast: _,
            forecast_date: _,
            cause: _,
            consequence: _,
            options: _,
            recommended: _,
            body,
            decision,
            closed,
        } = self;
        cite(&key.sources, visit);
        of.iter().for_each(|row| visit(Link::new("of", *row)));
        each("tolerance", tolerance, visit);
        each("body", body, visit);
        each("decision", decision, visit);
        closed.iter().for_each(|part| part.visit_links(visit));
    }
}
