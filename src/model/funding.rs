//! Money that is needed, and where it comes from.

use super::{
    Decision, Key, Link, Phase, Report, Reserve, Subject, Workstream,
    key::{cite, each},
};
use crate::values::{Id, PriceBase, Printed, Stated, When, Year};

/// Money that something needs, whether or not it is known how much, or from where it is to come.
///
/// ```
/// use programme::{model::{FundingRequirement, Key, Nature, RequirementState}, ProgrammeId};
///
/// let key = Key::derive(ProgrammeId::named("example"), "FR1".parse()?);
/// let mut need = FundingRequirement::new(key, "Staff to run the programme");
/// need.nature = Some(Nature::Revenue);
/// need.state = Some(RequirementState::ToBeConsidered);
/// assert!(need.amount.is_none(), "nobody has said how much");
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FundingRequirement {
    /// Identity and reference.
    pub key: Key<Self>,
    /// What the money is for, in short.
    pub title: String,
    /// The row that needs it; none where it is the programme.
    pub of: Option<Subject>,
    /// Whose account pays for it.
    pub fund: Option<Fund>,
    /// Whether it is revenue or capital.
    pub nature: Option<Nature>,
    /// How much.
    pub amount: Option<Stated>,
    /// The workstream to which it belongs.
    pub workstream: Option<Id<Workstream>>,
    /// The phase to which it belongs.
    pub phase: Option<Id<Phase>>,
    /// The phases that are named, where they are no row: "Phase 2 and beyond".
    pub phases: Option<String>,
    /// The financial year in which it falls.
    pub year: Option<Year>,
    /// Whether it recurs.
    pub recurrence: Option<Recurrence>,
    /// Until when it recurs.
    pub until: Option<When>,
    /// At which prices it is given.
    pub prices: Option<Printed<PriceBase>>,
    /// How far it has come.
    pub state: Option<RequirementState>,
    /// What is held in it for the unforeseen, be it nil.
    pub contingency: Option<Stated>,
    /// On what basis it is shared out between funds.
    pub apportioned_by: Option<String>,
}

impl FundingRequirement {
    /// One of which only the substance is known.
    #[must_use]
    pub fn new(key: Key<Self>, title: impl Into<String>) -> Self {
        Self {
            key,
            title: title.into(),
            of: None,
            fund: None,
            nature: None,
            amount: None,
            workstream: None,
            phase: None,
            phases: None,
            year: None,
            recurrence: None,
            until: None,
            prices: None,
            state: None,
            contingency: None,
            apportioned_by: None,
        }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            key,
            title: _,
            of,
            fund: _,
            nature: _,
            amount: _,
            workstream,
            phase,
            phases: _,
            year: _,
            recurrence: _,
            until: _,
            prices: _,
            state: _,
            contingency: _,
            apportioned_by: _,
        } = self;
        cite(&key.sources, visit);
        of.iter().for_each(|row| visit(Link::new("of", *row)));
        each("workstream", workstream, visit);
        each("phase", phase, visit);
    }
}

/// Whose account money belongs to. Exactly one to a line.
///
/// See [`FundingRequirement`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fund {
    /// The General Fund.
    GeneralFund,
    /// The Housing Revenue Account (LGHA 1989 s.74).
    HousingRevenueAccount,
    /// The Collection Fund.
    CollectionFund,
    /// A grant that may be used for its purpose alone.
    RingFencedGrant,
    /// Money held for others.
    HeldForOthers,
}

/// Whether money is revenue or capital.
///
/// See [`FundingRequirement`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nature {
    /// Running costs, and what pays for them.
    Revenue,
    /// Assets, and what pays for them.
    Capital,
}

/// Whether an amount recurs.
///
/// See [`FundingRequirement`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Recurrence {
    /// It falls once.
    OneOff,
    /// It falls each year.
    Recurrent,
}

/// How far a need for money has come.
///
/// See [`FundingRequirement`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RequirementState {
    /// It is still to be considered.
    ToBeConsidered,
    /// It is to be asked for.
    ToBeSought,
    /// It is asked for.
    Sought,
    /// It is approved.
    Approved,
    /// It is not given.
    Declined,
}

/// Where money is to come from, for a need or for a row, with what is stated of it.
///
/// ```
/// use programme::{model::{Fund, FundingSource, Key, Resource}, ProgrammeId, values::Stated};
///
/// let key = Key::derive(ProgrammeId::named("example"), "FS1".parse()?);
/// let mut source = FundingSource::new(key, "Management of Change reserve");
/// source.fund = Some(Fund::GeneralFund);
/// source.resource = Some(Resource::EarmarkedReserve);
/// source.amount = Some(Stated::read("£361k"));
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FundingSource {
    /// Identity and reference.
    pub key: Key<Self>,
    /// What it is, in short.
    pub title: String,
    /// The need that it meets.
    pub requirement: Option<Id<FundingRequirement>>,
    /// The row that it pays for, where no need is held.
    pub of: Option<Subject>,
    /// What kind of money it is.
    pub resource: Option<Resource>,
    /// The reserve that it comes from.
    pub reserve: Option<Id<Reserve>>,
    /// Whose account it comes from.
    pub fund: Option<Fund>,
    /// The name of the grant or of those for whom it is held.
    pub fund_name: Option<String>,
    /// Whether it is revenue or capital.
    pub nature: Option<Nature>,
    /// How much.
    pub amount: Option<Stated>,
    /// What share of the need.
    pub share: Option<Stated>,
    /// The provision relied on where funds are crossed, or capital pays for revenue.
    pub basis: Option<String>,
    /// Whether a receipt is from the right to buy.
    pub right_to_buy: Option<bool>,
    /// Whether a disposal was within the council's group.
    pub within_group: Option<bool>,
    /// Whether the work is designed to yield ongoing savings or lower demand.
    pub ongoing_savings: Option<bool>,
    /// The decision that approved the strategy for flexible use of receipts.
    pub strategy: Option<Id<Decision>>,
    /// What takes the place of money that is taken away from something else.
    pub replaced_by: Option<Id<FundingSource>>,
    /// The last financial year in which it pays.
    pub last_year: Option<Year>,
    /// How firm it is.
    pub state: Option<SourceState>,
    /// Which source goes first, in words.
    pub preference: Option<String>,
    /// The paper that asks for it.
    pub report: Option<Id<Report>>,
    /// The label there of what is asked.
    pub request: Option<String>,
    /// The decision that releases it.
    pub decision: Option<Id<Decision>>,
}

impl FundingSource {
    /// One of which only the substance is known.
    #[must_use]
    pub fn new(key: Key<Self>, title: impl Into<String>) -> Self {
        Self {
            key,
            title: title.into(),
            requirement: None,
            of: None,
            resource: None,
            reserve: None,
            fund: None,
            fund_name: None,
            nature: None,
            amount: None,
            share: None,
            basis: None,
            right_to_buy: None,
            within_group: None,
            ongoing_savings: None,
            strategy: None,
            replaced_by: None,
            last_year: None,
            state: None,
            preference: None,
            report: None,
            request: None,
            decision: None,
        }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            key,
            title: _,
            requirement,
            of,
            resource: _,
            reserve,
            fund: _,
            fund_name: _,
            nature: _,
            amount: _,
            share: _,
            basis: _,
            right_to_buy: _,
            within_group: _,
            ongoing_savings: _,
            strategy,
            replaced_by,
            last_year: _,
            state: _,
            preference: _,
            report,
            request: _,
            decision,
        } = self;
        cite(&key.sources, visit);
        each("requirement", requirement, visit);
        of.iter().for_each(|row| visit(Link::new("of", *row)));
        each("reserve", reserve, visit);
        each("strategy", strategy, visit);
        each("replaced_by", replaced_by, visit);
        each("report", report, visit);
        each("decision", decision, visit);
    }
}

/// What kind of money pays.
///
/// See [`FundingSource`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Resource {
    /// Budgets that are there already.
    BaseBudget,
    /// A reserve kept for a purpose.
    EarmarkedReserve,
    /// Unallocated balances of the General Fund.
    GeneralBalance,
    /// Balances of the Housing Revenue Account.
    HraBalance,
    /// The major repairs reserve.
    MajorRepairsReserve,
    /// Proceeds of a sale, for capital.
    CapitalReceipt,
    /// Proceeds of a sale, used for revenue under a direction (LGA 2003 s.16).
    FlexibleCapitalReceipt,
    /// A grant or contribution for capital.
    CapitalGrant,
    /// Prudential borrowing.
    Borrowing,
    /// A revenue contribution to capital.
    RevenueContribution,
    /// A revenue contribution to capital that is cut.
    ReducedContribution,
    /// A grant from outside.
    Grant,
    /// What a partner gives.
    PartnerContribution,
    /// Money held for the unforeseen.
    Contingency,
    /// Resources taken from something else.
    Redirected,
}

/// How firm a source is.
///
/// See [`FundingSource`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SourceState {
    /// It might be used.
    Possible,
    /// A paper says that it is used.
    Stated,
    /// A paper says that it has to be.
    Required,
    /// It is recommended.
    Recommended,
    /// It is approved.
    Approved,
}
