//! Benefits: what is to be better for it, and whether it is.

use chrono::NaiveDate;

use super::{
    BudgetLine, Citation, Intent, Key, Lead, Link, Measure, Recurrence, Saving, Subject,
    key::{cite, each},
};
use crate::values::{Id, Span, When};

/// A benefit, or a dis-benefit: who answers for it, by what it is measured, when it is to come about,
/// what brings it about and what it serves.
///
/// How far it has come is apart from how far the work has: work can be completed and do no good.
///
/// ```
/// use programme::{model::{BenefitState, BenefitStatus, Key}, values::Span, Benefit, ProgrammeId};
///
/// let key = Key::derive(ProgrammeId::named("example"), "BEN1".parse()?);
/// let mut benefit = Benefit::new(key, "Fewer calls that need not be");
/// benefit.realisation = Some(Span::read("April 2022 to March 2025"));
/// benefit.states.push(BenefitStatus {
///     state: Some(BenefitState::Identified),
///     ..BenefitStatus::default()
/// });
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Benefit {
    /// Identity and reference.
    pub key: Key<Self>,
    /// What is to be better, in short; worse, of a dis-benefit.
    pub title: String,
    /// Whether it is something for the worse, borne for the sake of the rest.
    pub dis_benefit: bool,
    /// Who answers for it, beyond the end of the programme if need be.
    pub owners: Vec<Lead>,
    /// Who has it.
    pub beneficiaries: Vec<String>,
    /// By what it is measured: its baseline and targets are those of the measure.
    pub measure: Option<Id<Measure>>,
    /// From when to when it is to come about, which may be after the programme.
    pub realisation: Option<Span>,
    /// Whether it lowers a budget.
    pub cashable: Option<bool>,
    /// Whether it recurs.
    pub recurrence: Option<Recurrence>,
    /// The line of the base budget that it lowers.
    pub line: Option<Id<BudgetLine>>,
    /// The saving that it is, in money.
    pub saving: Option<Id<Saving>>,
    /// The capabilities, deliverables, actions and other rows that bring it about.
    pub enabled_by: Vec<Subject>,
    /// The outcomes and objectives that it serves.
    pub contributes_to: Vec<Id<Intent>>,
    /// How far it had come, as somebody said.
    pub states: Vec<BenefitStatus>,
    /// What followed in the end, as somebody judged: work that is completed need not have done any good.
    pub impact: Vec<Impact>,
}

impl Benefit {
    /// What was last said of it by the end of a day; what is said of no day, was said before.
    ///
    /// ```
    /// use programme::model::{About, BenefitState, BenefitStatus, Draft};
    /// use programme::{Benefit, values::When};
    ///
    /// let draft = Draft::new(About::named("example"));
    /// let mut benefit = Benefit::new(draft.key("BEN1".parse()?), "Calls are answered sooner");
    /// for (state, on) in [(BenefitState::Planned, "May 2020"), (BenefitState::Realised, "May 2021")] {
    ///     let (state, as_at) = (Some(state), Some(When::read(on)));
    ///     benefit.states.push(BenefitStatus { state, as_at, ..BenefitStatus::default() });
    /// }
    /// let said = benefit.last_said("2020-12-31".parse()?).and_then(|said| said.state);
    /// assert_eq!(said, Some(BenefitState::Planned));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn last_said(&self, on: NaiveDate) -> Option<&BenefitStatus> {
        let day =
            |said: &BenefitStatus| said.as_at.as_ref().and_then(|as_at| as_at.value()).copied();
        let by = |said: &&BenefitStatus| day(said).is_none_or(|day| day.earliest() <= on);
        self.states.iter().filter(by).max_by_key(|said| day(said).map(|day| day.latest()))
    }

    /// One of which only the substance is known.
    #[must_use]
    pub fn new(key: Key<Self>, title: impl Into<String>) -> Self {
        Self {
            key,
            title: title.into(),
            dis_benefit: false,
            owners: Vec::new(),
            beneficiaries: Vec::new(),
            measure: None,
            realisation: None,
            cashable: None,
            recurrence: None,
            line: None,
            saving: None,
            enabled_by: Vec::new(),
            contributes_to: Vec::new(),
            states: Vec::new(),
            impact: Vec::new(),
        }
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            key,
            title: _,
            dis_benefit: _,
            owners,
            beneficiaries: _,
            measure,
            realisation: _,
            cashable: _,
            recurrence: _,
            line,
            saving,
            enabled_by,
            contributes_to,
            states,
            impact,
        } = self;
        cite(&key.sources, visit);
        owners.iter().for_each(|lead| lead.visit_links(visit));
        each("measure", measure, visit);
        each("line", line, visit);
        each("saving", saving, visit);
        enabled_by.iter().for_each(|row| visit(Link::new("enabled_by", *row)));
        each("contributes_to", contributes_to, visit);
        states.iter().for_each(|part| part.visit_links(visit));
        impact.iter().for_each(|part| part.visit_links(visit));
    }
}

/// How far a benefit had come, as somebody said, and what shows it.
///
/// ```
/// use programme::model::{BenefitState, BenefitStatus};
///
/// let said = BenefitStatus { state: Some(BenefitState::Realised), ..BenefitStatus::default() };
/// assert!(said.evidence.is_none(), "nothing shows it, which is for a rule to find");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BenefitStatus {
    /// How far it had come.
    pub state: Option<BenefitState>,
    /// The day for which it was said.
    pub as_at: Option<When>,
    /// What shows it.
    pub evidence: Option<String>,
    /// What was said, in short.
    pub text: Option<String>,
    /// Where it was said.
    pub source: Option<Citation>,
}

impl BenefitStatus {
    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self { state: _, as_at: _, evidence: _, text: _, source } = self;
        cite(source.as_slice(), visit);
    }
}

/// What followed in the end, as somebody judged, whatever the work was said to be.
///
/// ```
/// use programme::model::Impact;
///
/// let judged = Impact { effective: Some(false), by: Some("Scrutiny".into()), ..Impact::default() };
/// assert!(judged.as_at.is_none());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Impact {
    /// What followed.
    pub text: Option<String>,
    /// Whether it did the good that was meant.
    pub effective: Option<bool>,
    /// The day for which it was judged.
    pub as_at: Option<When>,
    /// Who judged it, by post or body.
    pub by: Option<String>,
    /// What shows it.
    pub evidence: Option<String>,
    /// Where it was said.
    pub source: Option<Citation>,
}

impl Impact {
    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self { text: _, effective: _, as_at: _, by: _, evidence: _, source } = self;
        cite(source.as_slice(), visit);
    }
}

/// How far a benefit has come.
///
/// See [`Benefit`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BenefitState {
    /// It is known what it would be.
    Identified,
    /// Owner, measure and time are agreed.
    Planned,
    /// It is in the budget.
    Budgeted,
    /// What brings it about is under way.
    InDelivery,
    /// It has come about.
    Realised,
    /// It did not come about, or was given up.
    NotRealised,
}
