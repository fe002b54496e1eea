//! What papers print, compared with what follows from it and with what is printed elsewhere.

mod fit;
mod quotations;
mod rates;
mod sums;

pub use fit::{Fit, Reading};
pub use quotations::{Pair, Quotations, Quote};
pub use rates::{Comparison, Converted, Share};
pub(crate) use rates::{Proportion, proportion};
pub use sums::{Addition, Combination};

use crate::{
    model::{Claim, Programme},
    values::Id,
};

/// All printed figures of a programme that can be compared with others, and how that came out.
///
/// See [`reconcile`] for an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reconciliation {
    /// How plain figures were read.
    pub reading: Reading,
    /// Figures that are quoted more than once.
    pub quotations: Vec<Quotations>,
    /// Totals with the parts that are said to come to them.
    pub additions: Vec<Addition>,
    /// Percentages of which part and whole are named.
    pub shares: Vec<Share>,
    /// Figures that are set side by side.
    pub comparisons: Vec<Comparison>,
}

/// Why figures could not be compared.
///
/// ```
/// use programme::{finance::{self, Obstacle, Reading}, model::{About, Draft}, Claim};
///
/// let mut draft = Draft::new(About::named("example"));
/// let phase = Claim::new(draft.key("CL1".parse()?), "Phase 1");
/// let mut total = Claim::new(draft.key("CL2".parse()?), "The programme");
/// total.stated = Some(programme::values::Stated::read("£865k"));
/// total.parts.push(phase.key.id);
/// let missing = phase.key.id;
/// draft.put(phase);
/// draft.put(total);
/// let found = finance::reconcile(&draft.finish()?, Reading::default());
/// let sum = found.additions.first().ok_or("no sum")?;
/// assert_eq!(sum.obstacles, [Obstacle::NoFigure(missing)], "never taken for nothing");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Obstacle {
    /// This claim gives no figure, or none that can be read.
    NoFigure(Id<Claim>),
    /// This claim and those that it names are not in one unit: pounds and things, say.
    Units(Id<Claim>),
    /// This claim is among its own parts.
    OwnPart(Id<Claim>),
    /// This claim is no whole of which something is a share: it is, or may be, nothing or less.
    NoWhole(Id<Claim>),
    /// Per how many this claim is given is not said.
    NoBase(Id<Claim>),
}

/// Compares every figure that claims print with the others that speak of the same thing: quotations
/// of one figure, parts and total, percentages and their counts, rates side by side.
///
/// What cannot be read stands among the results as what is missing, and is never taken for nothing.
///
/// ```
/// use programme::{finance::{self, Fit, Reading}, model::{About, Draft}, values::Stated, Claim};
///
/// let mut draft = Draft::new(About::named("example"));
/// let claim = |reference: &str, words: &str| -> Result<Claim, Box<dyn std::error::Error>> {
///     let mut claim = Claim::new(draft.key(reference.parse()?), words);
///     claim.stated = Some(Stated::read(words));
///     Ok(claim)
/// };
/// let (first, mut again) = (claim("CL1", "£361k")?, claim("CL2", "£365k")?);
/// let (other, mut total) = (claim("CL3", "£304k")?, claim("CL4", "£665k")?);
/// again.same_as = Some(first.key.id);
/// total.parts = vec![first.key.id, other.key.id];
/// for claim in [first, again, other, total] {
///     draft.put(claim);
/// }
/// let found = finance::reconcile(&draft.finish()?, Reading::RoundingAware);
/// let quoted = found.quotations.first().ok_or("quoted twice")?;
/// assert_eq!(quoted.fit(), Some(Fit::Apart), "£361k is not £365k");
/// let sum = found.additions.first().ok_or("one sum")?;
/// let fits: Vec<_> = sum.combinations.iter().map(|one| (one.sum.to_string(), one.fit)).collect();
/// assert_eq!(fits, [("665000".into(), Fit::Exact), ("669000".into(), Fit::Apart)]);
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn reconcile(programme: &Programme, reading: Reading) -> Reconciliation {
    let groups = quotations::Groups::of(programme, reading);
    Reconciliation {
        reading,
        quotations: groups.quotations(),
        additions: sums::additions(&groups),
        shares: rates::shares(&groups),
        comparisons: rates::comparisons(&groups),
    }
}
