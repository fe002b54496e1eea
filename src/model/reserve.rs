//! Reserves, and what papers say they hold.

use super::{
    Body, Citation, Decision, Fund, Key, Lead, Link, Movement,
    key::{cite, each},
};
use crate::values::{Amount, Id, Stated, When};

/// A reserve, under one identity however often it is renamed. Its balance follows from its movements; what papers state of it is kept beside.
///
/// ```
/// use programme::{model::{Fund, Key, Reserve, ReserveKind, StatedBalance}, ProgrammeId, values::Stated};
///
/// let key = Key::derive(ProgrammeId::named("example"), "RSV1".parse()?);
/// let mut reserve = Reserve::new(key, "Management of Change");
/// reserve.kind = Some(ReserveKind::Earmarked);
/// reserve.fund = Some(Fund::GeneralFund);
/// reserve.balances.push(StatedBalance {
///     amount: Some(Stated::read("c£340k")), ..StatedBalance::default()
/// });
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reserve {
    /// Identity and reference.
    pub key: Key<Self>,
    /// Its name.
    pub name: String,
    /// Other names for it.
    pub aliases: Vec<String>,
    /// Names that it had before, oldest first.
    pub former_names: Vec<String>,
    /// The decision that renamed it or changed its purpose.
    pub renamed_by: Option<Id<Decision>>,
    /// Whether it was renamed or its purpose changed, by whatever decision.
    pub renamed: bool,
    /// What kind of reserve it is.
    pub kind: Option<ReserveKind>,
    /// Whose account it is in.
    pub fund: Option<Fund>,
    /// The name of the grant or of those for whom it is held.
    pub fund_name: Option<String>,
    /// What it is for.
    pub purpose: Option<String>,
    /// What it may be used for.
    pub uses: Vec<String>,
    /// On what conditions.
    pub conditions: Option<String>,
    /// Who approves its use.
    pub approver: Option<Id<Body>>,
    /// Who looks after it.
    pub owners: Vec<Lead>,
    /// What it is not to fall below.
    pub floor: Option<Amount>,
    /// When it was last reviewed.
    pub reviewed: Option<When>,
    /// When it was set up.
    pub opened: Option<When>,
    /// When it was closed.
    pub closed: Option<When>,
    /// The reserves into which it was merged or split.
    pub became: Vec<Id<Reserve>>,
    /// What is said of it where no figure is given.
    pub assessment: Option<String>,
    /// What papers say it holds; a word alone is the amount.
    pub balances: Vec<StatedBalance>,
}

impl Reserve {
    /// One of which only the name is known.
    #[must_use]
    pub fn new(key: Key<Self>, name: impl Into<String>) -> Self {
        Self {
            key,
            name: name.into(),
            aliases: Vec::new(),
            former_names: Vec::new(),
            renamed_by: None,
            renamed: false,
            kind: None,
            fund: None,
            fund_name: None,
            purpose: None,
            uses: Vec::new(),
            conditions: None,
            approver: None,
            owners: Vec::new(),
            floor: None,
            reviewed: None,
            opened: None,
            closed: None,
            became: Vec::new(),
            assessment: None,
            balances: Vec::new(),
        }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            key,
            name: _,
            aliases: _,
            former_names: _,
            renamed_by,
            renamed: _,
            kind: _,
            fund: _,
            fund_name: _,
            purpose: _,
            uses: _,
            conditions: _,
            approver,
            owners,
            floor: _,
            reviewed: _,
            opened: _,
            closed: _,
            became,
            assessment: _,
            balances,
        } = self;
        cite(&key.sources, visit);
        each("renamed_by", renamed_by, visit);
        each("approver", approver, visit);
        owners.iter().for_each(|lead| lead.visit_links(visit));
        each("became", became, visit);
        balances.iter().for_each(|part| part.visit_links(visit));
    }
}

/// What kind of reserve it is.
///
/// See [`Reserve`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReserveKind {
    /// Unallocated balances of the General Fund.
    GeneralBalance,
    /// Kept for a purpose.
    Earmarked,
    /// Balances of the Housing Revenue Account.
    HraBalance,
    /// The major repairs reserve.
    MajorRepairs,
    /// Capital receipts not yet used.
    CapitalReceipts,
    /// Capital grants not yet applied.
    CapitalGrants,
    /// Kept for accounting alone; nothing can be drawn from it.
    Unusable,
}

/// A balance of a reserve as a paper states it.
///
/// ```
/// use programme::{model::StatedBalance, values::Stated};
///
/// let balance = StatedBalance { amount: Some(Stated::read("c£340k")), ..StatedBalance::default() };
/// assert!(balance.on.is_none(), "for which day is not said");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StatedBalance {
    /// The amount.
    pub amount: Option<Stated>,
    /// For which day.
    pub on: Option<When>,
    /// The movement after which it stands.
    pub after: Option<Id<Movement>>,
    /// Whether it is a minimum and not a balance.
    pub minimum: bool,
    /// Where it was said.
    pub source: Option<Citation>,
}

impl StatedBalance {
    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self { amount: _, on: _, after, minimum: _, source } = self;
        each("after", after, visit);
        cite(source.as_slice(), visit);
    }
}
