//! Budget lines and the movements of money.

use super::{
    Appointment, Decision, Fund, Key, Link, Nature, Phase, Recurrence, Reserve, Subject,
    Workstream,
    key::{cite, each},
};
use crate::values::{Amount, Id, PriceBase, Printed, Stated, When, Year};

/// A line of a budget: money of one fund and one nature, in one financial year, for one thing.
///
/// What it comes to follows from its movements; what a paper prints for it is kept beside.
///
/// ```
/// use programme::{model::{BudgetLine, Fund, Key, Nature}, ProgrammeId, values::{Stated, Year}};
///
/// let key = Key::derive(ProgrammeId::named("example"), "BL1".parse()?);
/// let mut line = BudgetLine::new(key, "Consultants, Phase 2");
/// line.fund = Some(Fund::GeneralFund);
/// line.nature = Some(Nature::Revenue);
/// line.year = Some(Year::read("2021/22"));
/// line.stated = Some(Stated::read("£361k"));
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetLine {
    /// Identity and reference.
    pub key: Key<Self>,
    /// What it is for, in short.
    pub title: String,
    /// The line of which it is a part.
    pub parent: Option<Id<BudgetLine>>,
    /// The row that it pays for; none where it is the programme.
    pub of: Option<Subject>,
    /// Whose account it is in.
    pub fund: Option<Fund>,
    /// The name of the grant or of those for whom it is held.
    pub fund_name: Option<String>,
    /// Whether it is revenue or capital.
    pub nature: Option<Nature>,
    /// The workstream to which it belongs.
    pub workstream: Option<Id<Workstream>>,
    /// The phase to which it belongs.
    pub phase: Option<Id<Phase>>,
    /// The financial year.
    pub year: Option<Year>,
    /// Whether it recurs.
    pub recurrence: Option<Recurrence>,
    /// At which prices it is given.
    pub prices: Option<Printed<PriceBase>>,
    /// What a paper prints for it.
    pub stated: Option<Stated>,
    /// What it and its parts may come to at most; never added to them.
    pub ceiling: Option<Amount>,
    /// Whether it is income.
    pub income: bool,
    /// Whether it is in the base budget.
    pub base: bool,
    /// Whether it is held for the unforeseen.
    pub contingency: bool,
    /// The decision that set it.
    pub approved_by: Option<Id<Decision>>,
}

impl BudgetLine {
    /// One of which only the substance is known.
    #[must_use]
    pub fn new(key: Key<Self>, title: impl Into<String>) -> Self {
        Self {
            key,
            title: title.into(),
            parent: None,
            of: None,
            fund: None,
            fund_name: None,
            nature: None,
            workstream: None,
            phase: None,
            year: None,
            recurrence: None,
            prices: None,
            stated: None,
            ceiling: None,
            income: false,
            base: false,
            contingency: false,
            approved_by: None,
        }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            key,
            title: _,
            parent,
            of,
            fund: _,
            fund_name: _,
            nature: _,
            workstream,
            phase,
            year: _,
            recurrence: _,
            prices: _,
            stated: _,
            ceiling: _,
            income: _,
            base: _,
            contingency: _,
            approved_by,
        } = self;
        cite(&key.sources, visit);
        each("parent", parent, visit);
        of.iter().for_each(|row| visit(Link::new("of", *row)));
        each("workstream", workstream, visit);
        each("phase", phase, visit);
        each("approved_by", approved_by, visit);
    }
}

/// A movement of money, dated and never changed: what is put right is put right by another movement.
///
/// ```
/// use programme::{model::{Key, Movement, MovementKind}, ProgrammeId, values::Amount};
///
/// let key = Key::derive(ProgrammeId::named("example"), "MOV1".parse()?);
/// let mut draw = Movement::new(key, "Drawdown for Phase 2");
/// draw.kind = Some(MovementKind::Drawdown);
/// draw.amount = Some(Amount::read("£361,000"));
/// assert!(draw.decision.is_none(), "nothing authorises it yet");
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Movement {
    /// Identity and reference.
    pub key: Key<Self>,
    /// What it is, in short.
    pub title: String,
    /// What kind of movement it is.
    pub kind: Option<MovementKind>,
    /// When it takes effect.
    pub date: Option<When>,
    /// How much; below nothing where it takes back.
    pub amount: Option<Amount>,
    /// The budget line that it moves, or from which it comes.
    pub line: Option<Id<BudgetLine>>,
    /// The budget line to which it goes.
    pub to_line: Option<Id<BudgetLine>>,
    /// The reserve that it moves, or from which it comes.
    pub reserve: Option<Id<Reserve>>,
    /// The reserve to which it goes.
    pub to_reserve: Option<Id<Reserve>>,
    /// The request or commitment that it takes up.
    pub against: Option<Id<Movement>>,
    /// The appointment that it pays for.
    pub appointment: Option<Id<Appointment>>,
    /// The decision that authorises it.
    pub decision: Option<Id<Decision>>,
    /// The movement that it puts right.
    pub corrects: Option<Id<Movement>>,
    /// The provision relied on where it crosses funds.
    pub basis: Option<String>,
    /// What it is used for.
    pub use_for: Option<String>,
    /// The chief finance officer's leave to spend, where a section 114 report stands.
    pub leave: Option<String>,
}

impl Movement {
    /// One of which only the substance is known.
    #[must_use]
    pub fn new(key: Key<Self>, title: impl Into<String>) -> Self {
        Self {
            key,
            title: title.into(),
            kind: None,
            date: None,
            amount: None,
            line: None,
            to_line: None,
            reserve: None,
            to_reserve: None,
            against: None,
            appointment: None,
            decision: None,
            corrects: None,
            basis: None,
            use_for: None,
            leave: None,
        }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            key,
            title: _,
            kind: _,
            date: _,
            amount: _,
            line,
            to_line,
            reserve,
            to_reserve,
            against,
            appointment,
            decision,
            corrects,
            basis: _,
            use_for: _,
            leave: _,
        } = self;
        cite(&key.sources, visit);
        each("line", line, visit);
        each("to_line", to_line, visit);
        each("reserve", reserve, visit);
        each("to_reserve", to_reserve, visit);
        each("against", against, visit);
        each("appointment", appointment, visit);
        each("decision", decision, visit);
        each("corrects", corrects, visit);
    }
}

/// What kind of movement it is.
///
/// See [`Movement`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MovementKind {
    /// Budget given to a line.
    Allocation,
    /// Budget moved from one line to another.
    Virement,
    /// Budget added, from money outside it.
    SupplementaryEstimate,
    /// Budget brought from one year into the next: more where it was underspent, less where over.
    CarryForward,
    /// Budget released from contingency to a line.
    ContingencyRelease,
    /// Budget moved from one year or phase to another.
    Reprofile,
    /// Money asked for and held ready, before anything is ordered.
    Request,
    /// Money bound by an order or contract.
    Commitment,
    /// Money spent, or income received.
    Actual,
    /// What is not needed of a request or commitment, given free.
    Release,
    /// What is still expected to be spent after that day; the newest counts.
    Forecast,
    /// The balance with which a reserve begins.
    Opening,
    /// Money put into a reserve.
    Contribution,
    /// Money taken out of a reserve.
    Drawdown,
    /// Money moved from one reserve to another.
    Transfer,
    /// Money of a reserve that is no longer needed, given to balances.
    ReserveRelease,
}
