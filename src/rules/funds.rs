//! What several rules ask of budgets and reserves: who approved what, up to which amount, and what
//! pays for what.

use std::{
    cell::OnceCell,
    collections::{BTreeMap, BTreeSet},
};

use chrono::NaiveDate;

use super::{Context, Sink};
use crate::{
    finance::Ledger,
    finding::Finding,
    governance::{self, Authority, Bound, Council},
    model::{
        Body, BodyKind, Decision, FundingRequirement, FundingSource, Movement, MovementKind,
        Nature, Parameter, Party, Programme, Reserve, Resource, Subject,
    },
    values::{
        Amount, Certainty, FigureUnit, FinancialYear, Id, Interval, Money, PartialDate, Stated,
        When, WorkingCalendar,
    },
};

/// Look-ups over the rows of money, made once a run.
pub(super) struct Funds<'p> {
    programme: &'p Programme,
    calendar: &'p WorkingCalendar,
    ledger: OnceCell<Ledger<'p>>,
    /// The sources of each need; those that meet none and pay for no row by themselves pay for the
    /// programme as a whole.
    sources: BTreeMap<Option<Id<FundingRequirement>>, Vec<&'p FundingSource>>,
    /// The rows and the decisions for which a source says what kind of money pays.
    paid: BTreeSet<Subject>,
    released: BTreeSet<Id<Decision>>,
    /// The reserves that are drawn on or are to be.
    used: BTreeSet<Id<Reserve>>,
    /// The rows for which there is a line of the base budget, with its year where that is said.
    base: BTreeMap<Subject, Vec<Option<FinancialYear>>>,
    /// Whether a line is held for the unforeseen.
    contingency: bool,
    /// The decisions by which capital lines lose budget.
    cuts: BTreeSet<Id<Decision>>,
}

impl<'p> Funds<'p> {
    pub(super) fn of(programme: &'p Programme, calendar: &'p WorkingCalendar) -> Self {
        let mut funds = Self {
            programme,
            calendar,
            ledger: OnceCell::new(),
            sources: BTreeMap::new(),
            paid: BTreeSet::new(),
            released: BTreeSet::new(),
            used: programme.movements().into_iter().filter_map(|row| row.reserve).collect(),
            base: BTreeMap::new(),
            contingency: programme.budget_lines().into_iter().any(|line| line.contingency),
            cuts: cuts(programme),
        };
        for row in programme.budget_lines().into_iter().filter(|line| line.base) {
            if let Some(of) = row.of {
                let year = row.year.as_ref().and_then(|year| year.value()).copied();
                funds.base.entry(of).or_default().push(year);
            }
        }
        for row in programme.funding_sources() {
            funds.used.extend(row.reserve);
            if row.requirement.is_some() || row.of.is_none() {
                funds.sources.entry(row.requirement).or_default().push(row);
            }
            if row.resource.is_some() || row.reserve.is_some() {
                let need = row.requirement.and_then(|id| programme.get(id));
                funds.paid.extend(row.of.into_iter().chain(need.and_then(|need| need.of)));
                funds.released.extend(row.decision);
            }
        }
        funds
    }

    /// The sources of a need, or of none: of the programme as a whole.
    pub(super) fn sources(&self, need: Option<Id<FundingRequirement>>) -> &[&'p FundingSource] {
        self.sources.get(&need).map_or(&[], Vec::as_slice)
    }

    /// Whether a reserve or a source is named that pays for a movement.
    pub(super) fn is_paid_for(&self, movement: &Movement) -> bool {
        let lines = movement.line.into_iter().chain(movement.to_line).map(Subject::from);
        let mut rows = lines.chain([movement.key.id.into()]);
        movement.reserve.is_some()
            || rows.any(|row| self.paid.contains(&row))
            || movement.decision.is_some_and(|decision| self.released.contains(&decision))
    }

    /// The years for which a row has a line in the base budget.
    pub(super) fn base(&self, of: Subject) -> &[Option<FinancialYear>] {
        self.base.get(&of).map_or(&[], Vec::as_slice)
    }

    /// Whether some budget line is held for the unforeseen.
    pub(super) fn has_contingency(&self) -> bool {
        self.contingency
    }

    /// Whether a line of capital loses budget by a decision.
    pub(super) fn cuts_capital(&self, decision: Id<Decision>) -> bool {
        self.cuts.contains(&decision)
    }

    /// Whether a reserve is drawn on, or is to be.
    pub(super) fn is_used(&self, reserve: Id<Reserve>) -> bool {
        self.used.contains(&reserve)
    }

    /// The movements of the programme as a ledger.
    pub(super) fn ledger(&self) -> &Ledger<'p> {
        self.ledger.get_or_init(|| Ledger::with(self.programme, self.calendar))
    }
}

fn cuts(programme: &Programme) -> BTreeSet<Id<Decision>> {
    let rows = programme.movements().into_iter().filter(|row| {
        let line = row.line.and_then(|id| programme.get(id));
        let amount = row.amount.as_ref().and_then(|amount| amount.value());
        line.is_some_and(|line| line.nature == Some(Nature::Capital))
            && (amount.is_some_and(|amount| *amount < Money::NIL) || row.to_line.is_some())
    });
    rows.filter_map(|row| row.decision).collect()
}

/// What money rests on.
pub(super) enum Approval<'p> {
    /// This decision approves it.
    By(&'p Decision),
    /// Nothing does, for this reason.
    Missing(String),
    /// It cannot be told, for want of what was done under this title.
    Unknown(&'p str),
}

/// Whether something is in order.
pub(super) enum Verdict {
    Fine,
    Wrong(String),
    /// What may be wrong, and what would settle it.
    Unsure(String, String),
    /// What cannot be looked at, and what is missing.
    Unassessed(String, String),
}

/// Money that somebody has to approve.
pub(super) struct Spend {
    /// How far it is, as it is said: "is out".
    pub(super) how: &'static str,
    pub(super) amount: Option<Stated>,
    pub(super) decision: Option<Id<Decision>>,
    /// The body that approves it by a rule of its own, such as that of a reserve.
    pub(super) approver: Option<Id<Body>>,
    /// The limit up to which others may.
    pub(super) limit: Parameter,
}

impl Verdict {
    /// The same of what only may have happened: nothing is sure of it.
    pub(super) fn if_happened(self, happened: Certainty) -> Self {
        match (happened, self) {
            (Certainty::Possibly, Self::Wrong(what)) => {
                Self::Unsure(what, "Give its exact date.".into())
            }
            (_, verdict) => verdict,
        }
    }

    /// Puts a verdict of a row before the reader; `name` is what the message begins with.
    pub(super) fn put(self, sink: &mut Sink<'_>, of: impl Into<Subject>, name: &str, help: &str) {
        let finding = |sink: &Sink<'_>, what: &str, help: &str| -> Finding {
            sink.finding(format!("'{name}' {what}."), help)
        };
        let found = match self {
            Self::Fine => return sink.pass(),
            Self::Wrong(what) => finding(sink, &what, help),
            Self::Unsure(what, help) => finding(sink, &what, &help).undetermined(),
            Self::Unassessed(what, help) => finding(sink, &what, &help).not_assessed(),
        };
        sink.find(found.about(of));
    }
}

impl<'p> Context<'p> {
    /// What something rests on, by the day of the check.
    pub(super) fn approval(&self, decision: Option<Id<Decision>>) -> Approval<'p> {
        let named = decision.and_then(|id| self.programme.get(id));
        let Some(named) = named else {
            return Approval::Missing("no decision is held that approves it".into());
        };
        let title = named.title.as_str();
        match self.authority(named.key.id) {
            Authority::Given(by) => match self.programme.get(by) {
                Some(by) => Approval::By(by),
                None => Approval::Unknown(title),
            },
            Authority::Open(to) => {
                let who = to.and_then(|id| self.programme.name(id));
                let who = who.map_or_else(|| "nobody".to_owned(), |who| format!("'{who}'"));
                let has = if who == "nobody" { "has decided" } else { "has still to decide" };
                Approval::Missing(format!("{who} {has} on '{title}'"))
            }
            Authority::Waits(_) => {
                Approval::Missing(format!("'{title}' can still be called in, or is"))
            }
            Authority::None => Approval::Missing(format!("'{title}' approves nothing")),
            Authority::Unknown => Approval::Unknown(title),
        }
    }

    /// The decision that approves something, or what is wrong with it; `how` says how far it is.
    pub(super) fn decided(
        &self,
        decision: Option<Id<Decision>>,
        how: &str,
    ) -> Result<&'p Decision, Verdict> {
        match self.approval(decision) {
            Approval::By(decision) => Ok(decision),
            Approval::Missing(why) => Err(Verdict::Wrong(format!("{how}, and {why}"))),
            Approval::Unknown(title) => Err(Verdict::Unsure(
                format!("{how}, and whether '{title}' approves it cannot be told"),
                format!("Say what was done about '{title}', and when."),
            )),
        }
    }

    /// Whether what is spent is approved by somebody who may.
    pub(super) fn approved(&self, spend: &Spend) -> Verdict {
        match self.decided(spend.decision, spend.how) {
            Ok(decision) => self.may_approve(decision, spend),
            Err(verdict) => verdict,
        }
    }

    /// Whether who made a decision may approve the amount: full Council always, others within their
    /// limits, and the body that a reserve names.
    pub(super) fn may_approve(&self, decision: &Decision, spend: &Spend) -> Verdict {
        let programme = self.programme;
        let body = decision.body.and_then(|id| programme.get(id));
        let kind = body.and_then(|body| body.kind);
        if kind == Some(BodyKind::Council) {
            return Verdict::Fine;
        }
        let by = decision.by.and_then(|id| programme.name(id));
        let who = body.map(|body| body.name.as_str()).or(by);
        let Some(who) = who else {
            let what =
                format!("{} by '{}', and who decided that is not said", spend.how, decision.title);
            return Verdict::Unsure(what, "Say who decided it.".into());
        };
        let amount = spend.amount.as_ref().map(ToString::to_string).unwrap_or_default();
        let limit = limit(self, decision, spend.limit);
        if let Some((limit, source)) = &limit {
            let over = spend.amount.as_ref().and_then(governance::pounds).zip(Bound::of(limit));
            let over = over.map(|(amount, limit)| limit.exceeded_by(amount));
            let over_it = format!("{amount} is over its limit of {limit} ({source})");
            match over {
                Some(Certainty::No) => return Verdict::Fine,
                Some(Certainty::Certainly) => {
                    return Verdict::Wrong(format!("is approved by '{who}', and {over_it}"));
                }
                Some(Certainty::Possibly) => {
                    let what = format!("is approved by '{who}', and perhaps {over_it}");
                    return Verdict::Unsure(what, "Give the exact amount.".into());
                }
                None => {}
            }
        }
        match spend.approver {
            Some(approver) if decision.body == Some(approver) => Verdict::Fine,
            Some(approver) => {
                let name = programme.name(approver).unwrap_or_default();
                Verdict::Wrong(format!("is approved by '{who}', where '{name}' has to"))
            }
            None if limit.is_some() => Verdict::Unassessed(
                format!("is approved by '{who}', and of its amount nothing can be told"),
                "Give the amount in pounds.".into(),
            ),
            None => Verdict::Unassessed(
                format!("is approved by '{who}', and up to which amount it may is not held"),
                "Add the limit, as a local rule of the council.".into(),
            ),
        }
    }
}

/// The limit of who made a decision on its day, with where it stands: the council's, or that of the
/// right under which they decided. None where the decision is dated too vaguely to say which held.
fn limit<'p>(
    context: &Context<'p>,
    decision: &Decision,
    parameter: Parameter,
) -> Option<(&'p Stated, String)> {
    let programme = context.programme;
    let body = decision.body.map(Party::Body);
    let party = body.or(decision.by.map(Party::Post));
    let date = day(decision.date.as_ref());
    let on = |day: NaiveDate| Council::of(programme, day).amount(parameter, party);
    let (first, last) = match date {
        Some(date) => (on(date.earliest()), on(date.latest())),
        None => (context.council().amount(parameter, party), on(context.on)),
    };
    if let Some(given) = last.filter(|_| first == last) {
        return Some((given.value, context.council().source(given.basis)));
    }
    let right = decision.right.and_then(|id| programme.get(id))?;
    Some((right.limit.as_ref()?, right.title.clone()))
}

/// Whether a movement has happened by the day of the check: what has no date is still planned.
pub(super) fn happened(context: &Context<'_>, movement: &Movement) -> Certainty {
    match movement.date.as_ref() {
        None => Certainty::No,
        Some(date) => date.value().map_or(Certainty::Possibly, |date| date.reached(context.on)),
    }
}

/// Whether a movement takes money out of a reserve.
pub(super) fn is_draw(movement: &Movement) -> bool {
    use MovementKind::{Drawdown, ReserveRelease, SupplementaryEstimate, Transfer};
    let out =
        matches!(movement.kind, Some(Drawdown | Transfer | ReserveRelease | SupplementaryEstimate));
    let back = movement.amount.as_ref().and_then(|amount| amount.value());
    out && movement.reserve.is_some() && back.is_none_or(|amount| *amount >= Money::NIL)
}

/// Whether what pays is a reserve or a balance.
pub(super) fn is_reserve(resource: Resource) -> bool {
    matches!(
        resource,
        Resource::EarmarkedReserve
            | Resource::GeneralBalance
            | Resource::HraBalance
            | Resource::MajorRepairsReserve
    )
}

/// What kind of money pays, in words.
pub(super) fn called(resource: Resource) -> &'static str {
    match resource {
        Resource::BaseBudget => "the base budget",
        Resource::EarmarkedReserve => "an earmarked reserve",
        Resource::GeneralBalance => "the general balance",
        Resource::HraBalance => "the HRA balance",
        Resource::MajorRepairsReserve => "the major repairs reserve",
        Resource::CapitalReceipt => "a capital receipt",
        Resource::FlexibleCapitalReceipt => "a capital receipt used for revenue",
        Resource::CapitalGrant => "a capital grant",
        Resource::Borrowing => "borrowing",
        Resource::RevenueContribution => "a revenue contribution",
        Resource::ReducedContribution => "a lower contribution to capital",
        Resource::Grant => "a grant",
        Resource::PartnerContribution => "a partner's contribution",
        Resource::Contingency => "contingency",
        Resource::Redirected => "money redirected from elsewhere",
    }
}

/// An exact amount as a figure, without its sign.
pub(super) fn figure(amount: Option<&Amount>) -> Option<Stated> {
    let amount = *amount?.value()?;
    Some(Stated::read(&amount.max(-amount).shown()))
}

/// What a printed figure can mean; a paper may leave out the pound sign.
pub(super) fn interval(stated: &Stated) -> Option<Interval> {
    let figure = stated.value().filter(|figure| figure.unit() != FigureUnit::Percent)?;
    Some(figure.interval())
}

/// The date of something, where it can be read.
pub(super) fn day(when: Option<&When>) -> Option<PartialDate> {
    when.and_then(When::value).copied()
}
