//! What a rule is.

use super::{Context, Sink, case::Case, timeline::Timeline, waivers::WaiverView};
use crate::{
    finding::Entry,
    model::{
        Action, ActionPlan, Benefit, Body, Decision, DocumentRef, DueState, FundingRequirement,
        FundingSource, Measure, Milestone, Movement, Post, Promise, Recommendation, Report,
        Reserve, Review, Risk, Standing, State, StatedRating, Survey, Workstream,
    },
};

/// A rule: what its code means, an example that fires and one that is silent, and the check.
///
/// ```
/// use programme::rules::RULES;
///
/// let rule = RULES.first().ok_or("no rules")?;
/// assert_eq!(rule.entry.code.to_string(), "ACT-001");
/// assert_eq!(rule.entry.name, "action-without-lead");
/// # Ok::<_, &str>(())
/// ```
pub struct Rule {
    /// What the code means.
    pub entry: Entry,
    /// The examples, which are tests too.
    pub example: Example,
    pub(super) check: Check,
}

/// Two small documents, as at one day.
///
/// ```
/// # #[cfg(feature = "json")] {
/// use programme::{document::Document, rules};
///
/// let rule = rules::explain("ACT-007".parse()?).ok_or("no such rule")?;
/// let programme = Document::from_json(rule.example.fires)?.check().strict()?;
/// let run = rules::lint(&programme, &rules::Settings::as_at(rule.example.as_at.parse()?));
/// assert!(run.findings.iter().all(|finding| finding.code() == rule.entry.code));
/// # }
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Example {
    /// The day as at which they are checked, in ISO form.
    pub as_at: &'static str,
    /// A document (JSON) that raises this code and no other.
    pub fires: &'static str,
    /// A document (JSON) that raises nothing.
    pub silent: &'static str,
}

/// What a rule looks at. Most look at one row at a time, so that all of them see it while it is at
/// hand.
#[derive(Clone, Copy)]
pub(super) enum Check {
    Actions(fn(&Context<'_>, &ActionView<'_>, &mut Sink<'_>)),
    Recommendations(fn(&Context<'_>, &Recommendation, &mut Sink<'_>)),
    Reviews(fn(&Context<'_>, &Review, &mut Sink<'_>)),
    Plans(fn(&Context<'_>, &ActionPlan, &mut Sink<'_>)),
    Reports(fn(&Context<'_>, &Report, &mut Sink<'_>)),
    Documents(fn(&Context<'_>, &DocumentRef, &mut Sink<'_>)),
    Workstreams(fn(&Context<'_>, &Workstream, &mut Sink<'_>)),
    Milestones(fn(&Context<'_>, &Milestone, &mut Sink<'_>)),
    Posts(fn(&Context<'_>, &Post, &mut Sink<'_>)),
    Bodies(fn(&Context<'_>, &Body, &mut Sink<'_>)),
    Decisions(fn(&Context<'_>, &Decision, &mut Sink<'_>)),
    Promises(fn(&Context<'_>, &Promise, &mut Sink<'_>)),
    Reserves(fn(&Context<'_>, &Reserve, &mut Sink<'_>)),
    Movements(fn(&Context<'_>, &Movement, &mut Sink<'_>)),
    FundingRequirements(fn(&Context<'_>, &FundingRequirement, &mut Sink<'_>)),
    FundingSources(fn(&Context<'_>, &FundingSource, &mut Sink<'_>)),
    Risks(fn(&Context<'_>, &Risk, &mut Sink<'_>)),
    Measures(fn(&Context<'_>, &Measure, &mut Sink<'_>)),
    Surveys(fn(&Context<'_>, &Survey, &mut Sink<'_>)),
    Benefits(fn(&Context<'_>, &Benefit, &mut Sink<'_>)),
    StatedRatings(fn(&Context<'_>, &StatedRating, &mut Sink<'_>)),
    /// Decisions, and papers that ask for one.
    Cases(fn(&Context<'_>, &Case<'_>, &mut Sink<'_>)),
    Programme(fn(&Context<'_>, &mut Sink<'_>)),
    /// What changed from report to report; runs where a history is checked.
    History(fn(&Context<'_>, &Timeline<'_>, &mut Sink<'_>)),
    /// Runs after all others.
    Waivers(fn(&WaiverView<'_>, &mut Sink<'_>)),
}

/// An action with what follows from it as at the day of the check.
pub(super) struct ActionView<'a> {
    /// Its place among the actions.
    pub(super) number: u32,
    pub(super) action: &'a Action,
    pub(super) state: State,
    pub(super) due: DueState,
}

impl<'a> ActionView<'a> {
    /// What was last said of it; looked up only by rules that want the note itself.
    pub(super) fn standing(&self, context: &Context<'_>) -> Standing<'a> {
        context.programme.standing(self.action, context.on)
    }
}

impl Rule {
    /// Whether it looks at what changed from report to report, so that
    /// [`lint_history`](super::lint_history) alone runs it.
    ///
    /// ```
    /// use programme::rules;
    ///
    /// let redated = rules::explain("HIS-002".parse()?).ok_or("no such rule")?;
    /// assert!(redated.needs_history());
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn needs_history(&self) -> bool {
        matches!(self.check, Check::History(_))
    }
}

impl std::fmt::Debug for Rule {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Rule").field("entry", &self.entry).finish_non_exhaustive()
    }
}
