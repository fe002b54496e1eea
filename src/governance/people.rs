//! Who holds a post on a day.

use chrono::NaiveDate;

use crate::{
    model::{Holder, Post},
    values::Certainty,
};

/// Somebody who holds a post, and how certain that is on a day.
///
/// ```
/// use programme::{
///     governance, model::{About, Draft, Holder}, values::{Certainty, Printed}, Post,
/// };
///
/// let mut draft = Draft::new(About::named("example"));
/// let mut post = Post::new(draft.key("POST1".parse()?), "Monitoring Officer");
/// let until = Some(Printed::read("31 March 2021"));
/// post.holders.push(Holder { person: "P-1".into(), until, ..Holder::default() });
/// let held = |day: &str| governance::holders(&post, day.parse().unwrap_or_default()).len();
/// assert_eq!((held("2021-03-31"), held("2021-04-01")), (1, 0));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holding<'p> {
    /// Who, and on what basis.
    pub holder: &'p Holder,
    /// Certainly or possibly.
    pub certainty: Certainty,
}

/// Who holds a post on a day, certainly or possibly, in the order in which they are listed.
#[must_use]
pub fn holders(post: &Post, on: NaiveDate) -> Vec<Holding<'_>> {
    let all = post.holders.iter().map(|holder| Holding { holder, certainty: holder.holds(on) });
    all.filter(|holding| holding.certainty != Certainty::No).collect()
}
