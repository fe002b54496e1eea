//! Decisions: who makes them, how they are made public, and what becomes of them.

use chrono::NaiveDate;

use super::{
    Body, DecisionRight, Event, Function, Key, Link, Organisation, Post, Report, Subject,
    key::{cite, each},
};
use crate::values::{Certainty, ExemptParagraphs, Id, Printed, Stated, When};

/// A decision of a body.
///
/// ```
/// use programme::{model::{Act, Key}, Decision, ProgrammeId};
///
/// let key = Key::derive(ProgrammeId::named("example"), "DEC1".parse()?);
/// let mut decision = Decision::new(key, "Approve Phase 1");
/// decision.act = Some(Act::Resolve);
/// # Ok::<_, programme::values::ParseReferenceError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Identity and reference.
    pub key: Key<Self>,
    /// What is decided, in short.
    pub title: String,
    /// The body that decides.
    pub body: Option<Id<Body>>,
    /// What it does about it.
    pub act: Option<Act>,
    /// When it did.
    pub date: Option<When>,
    /// The organisation whose decision it is, where it is not the programme's council.
    pub organisation: Option<Id<Organisation>>,
    /// What kind of matter it is.
    pub matter: Option<MatterKind>,
    /// The amount that it is about.
    pub amount: Option<Stated>,
    /// The officer or member who decides, where it is no body.
    pub by: Option<Id<Post>>,
    /// The body to which it is recommended or referred.
    pub onward: Option<Id<Body>>,
    /// Whether it is made.
    pub state: Option<DecisionState>,
    /// Whose function it is.
    pub function: Option<Function>,
    /// The rows on which it decides.
    pub about: Vec<Subject>,
    /// The recommendation or referral on which it acts.
    pub follows: Option<Id<Decision>>,
    /// The paper on which it was made.
    pub report: Option<Id<Report>>,
    /// The label in that paper of what was asked.
    pub request: Option<String>,
    /// The right or delegation under which it was made.
    pub right: Option<Id<DecisionRight>>,
    /// The meeting at which it was made.
    pub meeting: Option<Id<Event>>,
    /// Whether it is open to the public.
    pub openness: Option<Openness>,
    /// Whether it is key; a word alone is yes or no.
    pub key_decision: Option<KeyDecision>,
    /// The notices of a private meeting.
    pub private: Option<PrivateMeeting>,
    /// The wards that it affects, or "all".
    pub wards: Vec<String>,
    /// Whether it can be called in, and what came of it.
    pub call_in: Option<CallIn>,
    /// When it was put into effect.
    pub implemented: Option<When>,
    /// What is recorded of it.
    pub record: Option<DecisionRecord>,
    /// How members voted.
    pub vote: Option<Vote>,
    /// What it tells officers to do.
    pub instruction: Option<String>,
    /// The chief finance officer's report on the estimates and the reserves to which it had regard, where it sets a budget (LGA 2003 s.25).
    pub section_25: Option<Id<Report>>,
}

/// What a body does about a matter.
///
/// ```
/// use programme::model::Act;
///
/// assert!(Act::Resolve.decides());
/// assert!(!Act::Note.decides(), "taking note decides nothing");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Act {
    /// Takes note.
    Note,
    /// Decides it: approves, agrees, accepts, adopts.
    Resolve,
    /// Recommends it to a body that can decide.
    Recommend,
    /// Sends it elsewhere.
    Refer,
    /// Puts it off.
    Defer,
    /// Leaves it to somebody.
    Delegate,
}

impl Act {
    /// Whether it decides a matter, and does not only prepare, note or put it off: to resolve does,
    /// and so does to leave it to somebody (LGA 1972 s.101, LGA 2000 s.9E).
    ///
    /// ```
    /// use programme::model::Act;
    ///
    /// assert!(Act::Delegate.decides());
    /// assert!(!Act::Recommend.decides(), "the body to which it goes does");
    /// ```
    #[must_use]
    pub fn decides(self) -> bool {
        match self {
            Self::Resolve | Self::Delegate => true,
            Self::Note | Self::Recommend | Self::Refer | Self::Defer => false,
        }
    }

    /// Whether it only sends a matter to another body.
    pub(crate) fn sends_on(self) -> bool {
        matches!(self, Self::Recommend | Self::Refer)
    }
}

impl Decision {
    /// A decision of which only the matter is known.
    #[must_use]
    pub fn new(key: Key<Self>, title: impl Into<String>) -> Self {
        Self {
            key,
            title: title.into(),
            body: None,
            act: None,
            date: None,
            organisation: None,
            matter: None,
            amount: None,
            by: None,
            onward: None,
            state: None,
            function: None,
            about: Vec::new(),
            follows: None,
            report: None,
            request: None,
            right: None,
            meeting: None,
            openness: None,
            key_decision: None,
            private: None,
            wards: Vec::new(),
            call_in: None,
            implemented: None,
            record: None,
            vote: None,
            instruction: None,
            section_25: None,
        }
    }

    /// Whether it was made by the end of a day.
    ///
    /// What is pending or withdrawn was not. Otherwise its date says so; one without a date that can
    /// be read was made where that is said, and may have been where nothing is.
    ///
    /// ```
    /// use programme::{
    ///     model::{DecisionState, Key}, values::{Certainty, Printed}, Decision, ProgrammeId,
    /// };
    ///
    /// let key = Key::derive(ProgrammeId::named("example"), "DEC1".parse()?);
    /// let mut decision = Decision::new(key, "Approve Phase 1");
    /// let on = "2021-07-15".parse()?;
    /// assert_eq!(decision.made(on), Certainty::Possibly, "nothing is said");
    /// decision.state = Some(DecisionState::Made);
    /// assert_eq!(decision.made(on), Certainty::Certainly);
    /// decision.date = Some(Printed::read("July 2021"));
    /// assert_eq!(decision.made(on), Certainty::Possibly);
    /// decision.state = Some(DecisionState::Withdrawn);
    /// assert_eq!(decision.made(on), Certainty::No);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn made(&self, on: NaiveDate) -> Certainty {
        let date = self.date.as_ref().and_then(When::value);
        match (self.state, date) {
            (Some(DecisionState::Pending | DecisionState::Withdrawn), _) => Certainty::No,
            (Some(DecisionState::Made) | None, Some(date)) => date.reached(on),
            (Some(DecisionState::Made), None) => Certainty::Certainly,
            (None, None) => Certainty::Possibly,
        }
    }

    /// Whether it only sends its matter to another body.
    pub(crate) fn is_onward(&self) -> bool {
        self.act.is_some_and(Act::sends_on)
    }

    pub(super) fn visit_links(&self, visit: &mut dyn FnMut(Link)) {
        let Self {
            key,
            title: _,
            body,
            act: _,
            date: _,
            organisation,
            matter: _,
            amount: _,
            by,
            onward,
            state: _,
            function: _,
            about,
            follows,
            report,
            request: _,
            right,
            meeting,
            openness: _,
            key_decision: _,
            private: _,
            wards: _,
            call_in: _,
            implemented: _,
            record: _,
            vote: _,
            instruction: _,
            section_25,
        } = self;
        cite(&key.sources, visit);
        each("body", body, visit);
        each("organisation", organisation, visit);
        each("by", by, visit);
        each("onward", onward, visit);
        about.iter().for_each(|row| visit(Link::new("about", *row)));
        each("follows", follows, visit);
        each("report", report, visit);
        each("right", right, visit);
        each("meeting", meeting, visit);
        each("section_25", section_25, visit);
    }
}

/// Whether something is open to the public, and if not, on what ground (LGA 1972 s.100A and Schedule 12A).
///
/// ```
/// use programme::{model::{Openness, PaperPart}, values::Printed};
///
/// let mut openness = Openness { part: Some(PaperPart::Two), ..Openness::default() };
/// openness.paragraphs = Some(Printed::read("3"));
/// assert!(openness.public_interest.is_none(), "why secrecy outweighs openness is not said");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Openness {
    /// Part 1, open, or Part 2, private.
    pub part: Option<PaperPart>,
    /// On what ground it is private.
    pub ground: Option<PrivateGround>,
    /// The paragraphs of Schedule 12A relied on.
    pub paragraphs: Option<Printed<ExemptParagraphs>>,
    /// Why secrecy outweighs the public interest in openness.
    pub public_interest: Option<String>,
    /// The reason for it, in the paper's words.
    pub reason: Option<String>,
}

/// The part of an agenda in which something stands.
///
/// See [`Openness`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PaperPart {
    /// Open to the public.
    One,
    /// Private.
    Two,
}

/// Why something is private.
///
/// See [`Openness`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PrivateGround {
    /// It is exempt under Schedule 12A.
    Exempt,
    /// Law or a government department forbids it.
    Confidential,
}

/// Whether an executive decision is key, and how it was made public beforehand (SI 2012/2089 regs 8 to 11).
///
/// ```
/// use programme::model::KeyDecision;
///
/// let stated = KeyDecision { key: Some(false), ..KeyDecision::default() };
/// assert!(stated.significance.is_none(), "why it is not significant is not said");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeyDecision {
    /// Whether it is said to be key.
    pub key: Option<bool>,
    /// Which limb of the definition it meets.
    pub limb: Option<KeyLimb>,
    /// Why its effect is, or is not, significant.
    pub significance: Option<String>,
    /// Under which provision it was made public.
    pub publicity: Option<Publicity>,
    /// When notice was given.
    pub notice: Option<When>,
    /// What the notice says.
    pub particulars: Vec<Particular>,
    /// When the chair of scrutiny was told, under the general exception.
    pub chair_told: Option<When>,
    /// Who agreed that it is urgent, under special urgency.
    pub consent_by: Option<String>,
    /// When the reasons for an exception were published.
    pub reasons_published: Option<When>,
}

/// Why a decision is key (SI 2012/2089 reg 8(1)).
///
/// See [`KeyDecision`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeyLimb {
    /// Spend or saving is significant.
    Money,
    /// Its effect in two or more wards is significant.
    Wards,
    /// Both.
    Both,
}

/// How a key decision was made public beforehand.
///
/// See [`KeyDecision`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Publicity {
    /// By 28 clear days' notice (reg 9).
    Notice,
    /// By five clear days' notice to scrutiny (reg 10).
    GeneralException,
    /// By consent that it is urgent (reg 11).
    SpecialUrgency,
}

/// What the notice of a key decision has to say (reg 9(1)).
///
/// See [`KeyDecision`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Particular {
    /// What is to be decided.
    Matter,
    /// Who decides, and their names or the members'.
    Maker,
    /// When.
    Date,
    /// The documents that are to be considered.
    Documents,
    /// Where to get copies.
    Address,
    /// That more may follow, and how to ask for it.
    FurtherDocuments,
}

/// Whether a decision can be called in, and what came of it (LGA 2000 s.9F).
///
/// ```
/// use programme::{model::CallIn, values::Printed};
///
/// let call_in = CallIn { published: Some(Printed::read("26 July 2024")), ..CallIn::default() };
/// assert!(call_in.called_in.is_none());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CallIn {
    /// Whether it can be called in.
    pub applies: Option<bool>,
    /// Why it cannot.
    pub reason: Option<String>,
    /// When the decision was published.
    pub published: Option<When>,
    /// The last day on which it can be called in, as stated.
    pub until: Option<When>,
    /// When it was called in.
    pub called_in: Option<When>,
    /// When scrutiny was done with it.
    pub cleared: Option<When>,
    /// Who waived it.
    pub waived_by: Option<String>,
    /// Why.
    pub waiver_reason: Option<String>,
}

/// The notices of a meeting of the executive that is held in private (SI 2012/2089 reg 5).
///
/// ```
/// use programme::model::PrivateMeeting;
///
/// let notices = PrivateMeeting { consent_by: Some("Chair of scrutiny".into()), ..PrivateMeeting::default() };
/// assert!(notices.first_notice.is_none());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PrivateMeeting {
    /// When the first notice, with reasons, was given.
    pub first_notice: Option<When>,
    /// When the second, with reasons, representations and the reply to them, was given.
    pub second_notice: Option<When>,
    /// The reasons for it.
    pub reasons: Option<String>,
    /// What was said against it, or "none".
    pub representations: Option<String>,
    /// Who agreed that it is urgent, in place of notice.
    pub consent_by: Option<String>,
}

/// What is recorded of a decision: all of it of an executive decision (SI 2012/2089 regs 12 and 13); of
/// an officer's on the council's side the reasons and options, and members' conflicts where that very
/// decision was expressly left to the officer (SI 2014/2095 reg 7(3)).
///
/// "None" is a record; nothing is not.
///
/// ```
/// use programme::model::DecisionRecord;
///
/// let record = DecisionRecord { conflicts: Some("none".into()), ..DecisionRecord::default() };
/// assert!(record.reasons.is_none());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DecisionRecord {
    /// The reasons.
    pub reasons: Option<String>,
    /// What else was considered and rejected.
    pub options: Option<String>,
    /// Conflicts of interest that were declared.
    pub conflicts: Option<String>,
    /// Dispensations that were given.
    pub dispensations: Option<String>,
}

/// How members voted, by post or by ids of the council's own.
///
/// ```
/// use programme::model::Vote;
///
/// let vote = Vote { in_favour: vec!["M-014".into()], ..Vote::default() };
/// assert!(vote.against.is_empty());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Vote {
    /// Who voted for it.
    pub in_favour: Vec<String>,
    /// Who voted against it.
    pub against: Vec<String>,
    /// Who abstained.
    pub abstained: Vec<String>,
}

/// What kind of matter is decided.
///
/// See [`Decision`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MatterKind {
    /// The annual budget, council tax or a precept.
    Budget,
    /// A plan of the policy framework.
    PolicyFramework,
    /// A plan for borrowing, investment or capital spending.
    CapitalPlan,
    /// More money than the budget holds.
    SupplementaryEstimate,
    /// Money moved within the budget.
    Virement,
    /// Spending within the budget.
    Spend,
    /// A saving.
    Saving,
    /// The award of a contract.
    Contract,
    /// A strategy outside the policy framework.
    Strategy,
    /// A new or amended policy outside the framework.
    Policy,
    /// A change to the constitution.
    Constitution,
    /// How something is governed.
    Governance,
    /// Posts and who fills them.
    Staffing,
    /// Land and buildings.
    Property,
    /// An action plan, a programme or a phase of one.
    Plan,
    /// How far work has come.
    Progress,
    /// Something else.
    Other,
}

/// Whether a decision is made.
///
/// See [`Decision`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DecisionState {
    /// It is still to be made.
    Pending,
    /// It is made.
    Made,
    /// It is not to be made after all.
    Withdrawn,
}
