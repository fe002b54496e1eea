//! Recommendations, and the plans that answer them.

use super::{
    Action, Body, ColumnRole, CorporatePriority, Decision, Key, Link, Organisation, PlanCell,
    Review, StatusNote, Theme,
    key::{cite, each},
};
use crate::values::{Id, Verdict, When};

/// A recommendation of a review, with what the council answers to it.
///
/// ```
/// use programme::{model::{Key, Response}, values::Verdict, ProgrammeId, Recommendation};
///
/// let key = Key::derive(ProgrammeId::named("example"), "R1".parse()?);
/// let mut recommendation = Recommendation::new(key, "Tell people of the new priorities");
/// recommendation.response = Some(Response::new(Verdict::Accepted));
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recommendation {
    /// Identity, reference and printed number.
    pub key: Key<Self>,
    /// What is recommended, in short.
    pub title: String,
    /// The reasons given, in short.
    pub rationale: Option<String>,
    /// Its parts, where it asks for several things.
    pub limbs: Vec<Limb>,
    /// The review that made it.
    pub review: Option<Id<Review>>,
    /// Advice, or a step of the review process.
    pub class: Option<RecommendationClass>,
    /// Whether its wording is final.
    pub wording: Option<Wording>,
    /// The themes under which it is steered, where any are named.
    pub themes: Vec<Id<Theme>>,
    /// Whether it is said to be steered under all themes.
    pub all_themes: bool,
    /// The council's answer.
    pub response: Option<Response>,
    /// The recommendation of which it is a part.
    pub parent: Option<Id<Recommendation>>,
    /// Recommendations that it follows from.
    pub after: Vec<Id<Recommendation>>,
    /// Bodies that carry it.
    pub carried_by: Vec<Id<Body>>,
    /// Whom it speaks of or to.
    pub audiences: Vec<String>,
    /// With what force it is made, in the paper's words: "suggested".
    pub force: Option<String>,
    /// The fields that it names.
    pub areas: Vec<String>,
    /// To whom it is addressed, by post.
    pub addressee: Option<String>,
    /// The motto that goes with it.
    pub motto: Option<String>,
    /// The corporate priorities that it names.
    pub priorities: Vec<Id<CorporatePriority>>,
    /// What has been said of its state.
    pub status: Vec<StatusNote>,
}

/// One part of a recommendation that asks for several things.
///
/// ```
/// use programme::{model::{Key, Limb}, ProgrammeId, Recommendation};
///
/// let key = Key::derive(ProgrammeId::named("example"), "R1".parse()?);
/// let mut recommendation = Recommendation::new(key, "Tell people of the new priorities");
/// for (label, title) in [("a", "Tell staff"), ("b", "Tell residents")] {
///     recommendation.limbs.push(Limb { label: Some(label.into()), title: title.into() });
/// }
/// assert_eq!(recommendation.limbs.len(), 2);
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limb {
    /// Its label, as printed.
    pub label: Option<String>,
    /// What it asks for, in short.
    pub title: String,
}

/// Whether a recommendation is advice.
///
/// [`Recommendation::is_process`] tells the two apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RecommendationClass {
    /// Advice on getting better.
    Improvement,
    /// A step of the review process that stands among the advice.
    Process,
}

/// Whether wording is final.
///
/// ```
/// use programme::{model::{Key, Wording}, ProgrammeId, Recommendation};
///
/// let key = Key::derive(ProgrammeId::named("example"), "R1".parse()?);
/// let mut recommendation = Recommendation::new(key, "Tell people of the new priorities");
/// recommendation.wording = Some(Wording::Draft);
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Wording {
    /// Still a draft.
    Draft,
    /// As published.
    Final,
}

/// What a council answers to a recommendation.
///
/// ```
/// use programme::{model::Response, values::{Verdict, When}};
///
/// let mut response = Response::new(Verdict::NotAccepted);
/// assert_eq!(response.reason, None, "no reason is held yet");
/// response.reason = Some("The service has since moved to another council".into());
/// response.date = Some(When::read("15th May 2019"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    /// The answer, where it is one that can be read.
    pub verdict: Option<Verdict>,
    /// The reason, wanted where it is not accepted in full.
    pub reason: Option<String>,
    /// When it was given.
    pub date: Option<When>,
    /// The decision by which it was given.
    pub decision: Option<Id<Decision>>,
}

impl Response {
    /// A response of which only the verdict is known.
    ///
    /// See [`Response`] for an example.
    #[must_use]
    pub fn new(verdict: Verdict) -> Self {
        Self { verdict: Some(verdict), reason: None, date: None, decision: None }
    }
}

impl Recommendation {
    /// A recommendation of which only the substance is known.
    #[must_use]
    pub fn new(key: Key<Self>, title: impl Into<String>) -> Self {
        Self {
            key,
            title: title.into(),
            rationale: None,
            limbs: Vec::new(),
            review: None,
            class: None,
            wording: None,
            themes: Vec::new(),
            all_themes: false,
            response: None,
            parent: None,
            after: Vec::new(),
            carried_by: Vec::new(),
            audiences: Vec::new(),
            force: None,
            areas: Vec::new(),
            addressee: None,
            motto: None,
            priorities: Vec::new(),
            status: Vec::new(),
        }
    }

    /// Whether it is a step of the review process and not advice.
    ///
    /// ```
    /// use programme::{model::{Key, RecommendationClass}, ProgrammeId, Recommendation};
    ///
    /// let key = Key::derive(ProgrammeId::named("example"), "R9".parse()?);
    /// let mut recommendation = Recommendation::new(key, "Hold a follow-up visit");
    /// assert!(!recommendation.is_process(), "advice, unless something says otherwise");
    /// recommendation.class = Some(RecommendationClass::Process);
    /// assert!(recommendation.is_process());
    /// # Ok::<_, programme::values::ParseReferenceError>(())
    /// ```
    #[must_use]
    pub fn is_process(&self) -> bool {
        self.class == Some(RecommendationClass::Process)
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            key,
            title: _,
            rationale: _,
            limbs: _,
            review,
            class: _,
            wording: _,
            themes,
            all_themes: _,
            response,
            parent,
            after,
            carried_by,
            audiences: _,
            force: _,
            areas: _,
            addressee: _,
            motto: _,
            priorities,
            status,
        } = self;
        cite(&key.sources, visit);
        each("review", review, visit);
        each("themes", themes, visit);
        each("response", response.iter().filter_map(|r| r.decision.as_ref()), visit);
        each("parent", parent, visit);
        each("after", after, visit);
        each("carried_by", carried_by, visit);
        each("priorities", priorities, visit);
        status.iter().for_each(|note| note.visit_links(visit));
    }
}

/// A plan that answers a review, with what is stated of it and its rows as printed.
///
/// ```
/// use programme::{model::{Key, PlanState, StatedState}, ActionPlan, ProgrammeId};
///
/// let key = Key::derive(ProgrammeId::named("example"), "PLAN1".parse()?);
/// let mut plan = ActionPlan::new(key, "Peer challenge action plan");
/// plan.stated_states.push(StatedState::new(PlanState::Draft, "Draft Action Plan"));
/// assert!(!plan.is_stated(PlanState::Agreed));
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionPlan {
    /// Identity and reference.
    pub key: Key<Self>,
    /// Its title.
    pub title: String,
    /// The review that it answers.
    pub review: Option<Id<Review>>,
    /// The council whose plan it is, where it is not the programme's.
    pub organisation: Option<Id<Organisation>>,
    /// The day for which it speaks. Statuses without a date of their own were stated then.
    pub as_at: Option<When>,
    /// When it was published.
    pub published: Option<When>,
    /// Its states, as each place in the papers gives them.
    pub stated_states: Vec<StatedState>,
    /// Its columns, in printed order.
    pub columns: Vec<PlanColumn>,
    /// Its rows, as printed.
    pub rows: Vec<PlanRow>,
}

/// What one place in the papers says of a plan's state.
///
/// ```
/// use programme::model::{Citation, PlanState, StatedState};
///
/// let mut stated = StatedState::new(PlanState::Draft, "Draft Action Plan");
/// stated.source = Some(Citation::at("Appendix B, heading"));
/// assert_eq!(stated.words, "Draft Action Plan");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatedState {
    /// The state, where it is one that can be read.
    pub state: Option<PlanState>,
    /// The words that say so.
    pub words: String,
    /// Where they stand.
    pub source: Option<super::Citation>,
}

impl StatedState {
    /// A state and the words for it.
    #[must_use]
    pub fn new(state: PlanState, words: impl Into<String>) -> Self {
        Self { state: Some(state), words: words.into(), source: None }
    }
}

/// The state of a plan.
///
/// Papers may say several of one plan: see [`ActionPlan::is_stated`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlanState {
    /// Being written.
    Draft,
    /// Put forward.
    Proposed,
    /// Agreed, accepted or adopted.
    Agreed,
    /// Before the public.
    Published,
    /// Being looked at again.
    UnderReview,
}

/// A column of a plan's table.
///
/// ```
/// use programme::model::{ColumnRole, PlanColumn};
///
/// let column = PlanColumn { heading: "By when".into(), holds: Some(ColumnRole::Timescale) };
/// assert_eq!(column.heading, "By when", "as printed");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanColumn {
    /// Its heading, as printed.
    pub heading: String,
    /// What it holds, where that is known.
    pub holds: Option<ColumnRole>,
}

/// One row of a plan's table, as printed: how many paragraphs stand in which cell tells which
/// timescale and lead belong to which action, or that it cannot be told.
///
/// ```
/// use programme::model::PlanRow;
///
/// let mut row = PlanRow { label: "8".into(), ..PlanRow::default() };
/// row.placeholders = vec!["To add: who reports".into(), "To add: to whom".into()];
/// row.timescales = vec!["15th May 2019 Cabinet".into()];
/// assert!(!row.timescales_pair(), "one cell for two entries: whose it is cannot be told");
/// row.shared = true;
/// assert!(row.timescales_pair(), "the plan says that it covers both");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanRow {
    /// The number in the first column, as printed.
    pub label: String,
    /// The recommendation in the row.
    pub recommendation: Option<Id<Recommendation>>,
    /// The actions in the row, in printed order.
    pub actions: Vec<Id<Action>>,
    /// Notes to the author that stand where an action should: held, and never counted as one.
    pub placeholders: Vec<String>,
    /// The paragraphs of the timescale cell, as printed.
    pub timescales: Vec<String>,
    /// The paragraphs of the lead cell, as printed.
    pub leads: Vec<String>,
    /// Whether the plan says that a single timescale or lead covers all actions of the row.
    pub shared: bool,
    /// Cells of the row that no field above holds, as printed.
    pub other: Vec<PlanCell>,
}

impl PlanRow {
    /// Whether timescales belong to actions one by one, or one is declared to cover all.
    ///
    /// ```
    /// use programme::model::PlanRow;
    ///
    /// let row = PlanRow {
    ///     placeholders: vec!["To add: who reports".into()],
    ///     timescales: vec!["April 2019".into(), "May 2019".into()],
    ///     ..PlanRow::default()
    /// };
    /// assert!(!row.timescales_pair(), "two timescales for one entry");
    /// ```
    #[must_use]
    pub fn timescales_pair(&self) -> bool {
        self.pairs(self.timescales.len())
    }

    /// The same of leads.
    ///
    /// ```
    /// use programme::model::PlanRow;
    ///
    /// let mut row = PlanRow { leads: vec!["Chief Executive".into()], ..PlanRow::default() };
    /// row.placeholders = vec!["To add: who reports".into(), "To add: to whom".into()];
    /// assert!(!row.leads_pair());
    /// row.leads.push("COO".into());
    /// assert!(row.leads_pair(), "one lead for each entry");
    /// ```
    #[must_use]
    pub fn leads_pair(&self) -> bool {
        self.pairs(self.leads.len())
    }

    /// Paragraphs that stand in the action cell.
    #[must_use]
    pub fn entries(&self) -> usize {
        self.actions.len() + self.placeholders.len()
    }

    fn pairs(&self, cells: usize) -> bool {
        cells == self.entries() || (cells == 1 && self.shared)
    }

    /// Whether every cell is one paragraph at most, so that an empty one is merely empty.
    ///
    /// ```
    /// use programme::model::PlanRow;
    ///
    /// let mut row = PlanRow { timescales: vec!["April 2019".into()], ..PlanRow::default() };
    /// assert!(row.is_single());
    /// row.timescales.push("May 2019".into());
    /// assert!(!row.is_single());
    /// ```
    #[must_use]
    pub fn is_single(&self) -> bool {
        self.entries() <= 1 && self.timescales.len() <= 1 && self.leads.len() <= 1
    }
}

impl ActionPlan {
    /// A plan of which only the title is known.
    #[must_use]
    pub fn new(key: Key<Self>, title: impl Into<String>) -> Self {
        Self {
            key,
            title: title.into(),
            review: None,
            organisation: None,
            as_at: None,
            published: None,
            stated_states: Vec::new(),
            columns: Vec::new(),
            rows: Vec::new(),
        }
    }

    /// Whether any place in the papers says that it is in a state.
    ///
    /// ```
    /// use programme::{model::{Key, PlanState, StatedState}, ActionPlan, ProgrammeId};
    ///
    /// let key = Key::derive(ProgrammeId::named("example"), "PLAN1".parse()?);
    /// let mut plan = ActionPlan::new(key, "Peer challenge action plan");
    /// plan.stated_states.push(StatedState::new(PlanState::Draft, "Draft Action Plan"));
    /// plan.stated_states.push(StatedState::new(PlanState::Agreed, "the agreed plan"));
    /// assert!(plan.is_stated(PlanState::Draft) && plan.is_stated(PlanState::Agreed));
    /// # Ok::<_, programme::values::ParseReferenceError>(())
    /// ```
    #[must_use]
    pub fn is_stated(&self, state: PlanState) -> bool {
        self.stated_states.iter().any(|stated| stated.state == Some(state))
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            key,
            title: _,
            review,
            organisation,
            as_at: _,
            published: _,
            stated_states,
            columns: _,
            rows,
        } = self;
        cite(&key.sources, visit);
        each("review", review, visit);
        each("organisation", organisation, visit);
        for stated in stated_states {
            cite(stated.source.as_slice(), visit);
        }
        for row in rows {
            let PlanRow { recommendation, actions, .. } = row;
            each("rows", recommendation, visit);
            each("rows", actions, visit);
        }
    }
}
