//! What work that was given another date was to be done by before.

use super::{
    Body, Citation, Decision, Link,
    key::{cite, each},
};
use crate::values::{Id, Timescale, When};

/// That an action or milestone was given another date: the date that it had, and who agreed.
///
/// The date that it has now is its timescale; that which it was given on the way is the one that it
/// had before the next re-dating.
///
/// ```
/// use programme::{model::{Key, Redating}, values::{Timescale, When}, Action, ProgrammeId};
///
/// let key = Key::derive(ProgrammeId::named("example"), "A1".parse()?);
/// let mut action = Action::new(key, "Publish the plan");
/// action.timescale = Timescale::read("June 2020");
/// let mut moved = Redating::from(Timescale::read("March 2020"));
/// moved.on = Some(When::read("15 January 2020"));
/// moved.reason = Some("The survey ran late".into());
/// action.redated.push(moved);
/// assert!(!action.redated.iter().all(Redating::is_agreed), "nobody is said to have agreed");
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Redating {
    /// When it was to be done before.
    pub from: Timescale,
    /// When it was given the other date.
    pub on: Option<When>,
    /// Why.
    pub reason: Option<String>,
    /// Who agreed, in words.
    pub agreed: Option<String>,
    /// The body that agreed.
    pub agreed_by: Option<Id<Body>>,
    /// The decision by which it was agreed.
    pub decision: Option<Id<Decision>>,
    /// Where this was said.
    pub source: Option<Citation>,
}

impl From<Timescale> for Redating {
    /// One of which only the date is known that was given up.
    fn from(from: Timescale) -> Self {
        Self { from, ..Self::default() }
    }
}

impl Redating {
    /// Whether somebody is said to have agreed: a body, a decision, or anybody in words.
    #[must_use]
    pub fn is_agreed(&self) -> bool {
        let named = |words: &String| !crate::values::say_nothing(words);
        self.agreed_by.is_some()
            || self.decision.is_some()
            || self.agreed.as_ref().is_some_and(named)
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self { from: _, on: _, reason: _, agreed: _, agreed_by, decision, source } = self;
        each("agreed_by", agreed_by, visit);
        each("decision", decision, visit);
        cite(source.as_slice(), visit);
    }
}
