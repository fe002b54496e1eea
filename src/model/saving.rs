//! Savings, and those who are brought in from outside.

use super::{
    Body, BudgetLine, Fund, Key, Link, Organisation, Phase, Recurrence, StatusNote, Subject,
    Workstream,
    key::{cite, each},
};
use crate::values::{Id, Stated, When, Year};

/// Money that is to be saved, or was: a target, what is budgeted, what is delivered.
///
/// ```
/// use programme::{model::{Key, Saving, SavingState}, ProgrammeId, values::{Stated, Year}};
///
/// let key = Key::derive(ProgrammeId::named("example"), "SAV1".parse()?);
/// let mut saving = Saving::new(key, "Budget reset");
/// saving.amount = Some(Stated::read("£800k"));
/// saving.year = Some(Year::read("2020/21"));
/// saving.state = Some(SavingState::Budgeted);
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saving {
    /// Identity and reference.
    pub key: Key<Self>,
    /// What saves it, in short.
    pub title: String,
    /// How much.
    pub amount: Option<Stated>,
    /// The financial year.
    pub year: Option<Year>,
    /// Whose account saves it.
    pub fund: Option<Fund>,
    /// Whether it recurs.
    pub recurrence: Option<Recurrence>,
    /// Whether it lowers a budget.
    pub cashable: Option<bool>,
    /// How far it has come.
    pub state: Option<SavingState>,
    /// The day for which that was said.
    pub as_at: Option<When>,
    /// The line of the base budget that it lowers.
    pub line: Option<Id<BudgetLine>>,
    /// The row that yields it.
    pub of: Option<Subject>,
    /// The saving that it states again, be it with another state; it is not added to that.
    pub same_as: Option<Id<Saving>>,
    /// What is said of it against its target.
    pub target_met: Option<String>,
    /// What shows it.
    pub evidence: Option<String>,
}

impl Saving {
    /// One of which only the substance is known.
    #[must_use]
    pub fn new(key: Key<Self>, title: impl Into<String>) -> Self {
        Self {
            key,
            title: title.into(),
            amount: None,
            year: None,
            fund: None,
            recurrence: None,
            cashable: None,
            state: None,
            as_at: None,
            line: None,
            of: None,
            same_as: None,
            target_met: None,
            evidence: None,
        }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            key,
            title: _,
            amount: _,
            year: _,
            fund: _,
            recurrence: _,
            cashable: _,
            state: _,
            as_at: _,
            line,
            of,
            same_as,
            target_met: _,
            evidence: _,
        } = self;
        cite(&key.sources, visit);
        each("line", line, visit);
        of.iter().for_each(|row| visit(Link::new("of", *row)));
        each("same_as", same_as, visit);
    }
}

/// How far a saving has come.
///
/// See [`Saving`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SavingState {
    /// It is aimed at.
    Target,
    /// It is known where it is to come from.
    Identified,
    /// It is in the budget.
    Budgeted,
    /// It is delivered.
    Realised,
}

/// Somebody from outside who is, or is to be, brought in for something.
///
/// ```
/// use programme::{model::{Appointment, AppointmentState, Key}, ProgrammeId};
///
/// let key = Key::derive(ProgrammeId::named("example"), "APP1".parse()?);
/// let mut partner = Appointment::new(key, "Advisory partner for IT and data");
/// partner.state = Some(AppointmentState::Engaged);
/// assert!(partner.fee.is_none(), "no fee is given");
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appointment {
    /// Identity and reference.
    pub key: Key<Self>,
    /// What they are brought in for, in short.
    pub title: String,
    /// Who it is; none where nobody is named.
    pub supplier: Option<Id<Organisation>>,
    /// As what: advisory partner, facilitator, contractor.
    pub role: Option<String>,
    /// The row that they work on.
    pub of: Option<Subject>,
    /// The workstream to which that belongs.
    pub workstream: Option<Id<Workstream>>,
    /// The phase to which it belongs.
    pub phase: Option<Id<Phase>>,
    /// What they are to do.
    pub tasks: Vec<String>,
    /// The council's own team with which they work.
    pub team: Option<Id<Body>>,
    /// Whether they were engaged before.
    pub earlier: Option<bool>,
    /// How far it has come.
    pub state: Option<AppointmentState>,
    /// By which route they are procured.
    pub procurement: Option<String>,
    /// When terms were agreed.
    pub terms_agreed: Option<When>,
    /// When they begin.
    pub start: Option<When>,
    /// When they end.
    pub end: Option<When>,
    /// What they are paid.
    pub fee: Option<Stated>,
    /// What has been said of it.
    pub status: Vec<StatusNote>,
}

impl Appointment {
    /// One of which only the substance is known.
    #[must_use]
    pub fn new(key: Key<Self>, title: impl Into<String>) -> Self {
        Self {
            key,
            title: title.into(),
            supplier: None,
            role: None,
            of: None,
            workstream: None,
            phase: None,
            tasks: Vec::new(),
            team: None,
            earlier: None,
            state: None,
            procurement: None,
            terms_agreed: None,
            start: None,
            end: None,
            fee: None,
            status: Vec::new(),
        }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            key,
            title: _,
            supplier,
            role: _,
            of,
            workstream,
            phase,
            tasks: _,
            team,
            earlier: _,
            state: _,
            procurement: _,
            terms_agreed: _,
            start: _,
            end: _,
            fee: _,
            status,
        } = self;
        cite(&key.sources, visit);
        each("supplier", supplier, visit);
        of.iter().for_each(|row| visit(Link::new("of", *row)));
        each("workstream", workstream, visit);
        each("phase", phase, visit);
        each("team", team, visit);
        status.iter().for_each(|part| part.visit_links(visit));
    }
}

/// How far an appointment has come.
///
/// See [`Appointment`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AppointmentState {
    /// Help is sought.
    Sought,
    /// Somebody is to be procured.
    ToProcure,
    /// Somebody who is named is to be engaged.
    Planned,
    /// They are engaged.
    Engaged,
    /// They are at work.
    Working,
    /// They are done.
    Ended,
}
