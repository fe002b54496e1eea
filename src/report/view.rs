//! What a screen is shown, as plain data: the serialised forms of findings and progress.
//!
//! They are as stable as the format of documents. A frontend needs no logic of its own over them:
//! names are written out, days are ISO days, shares are exact fractions.

use chrono::NaiveDate;
use serde::Serialize;

use super::described::{view, words};
use crate::{
    finding::{Finding, Outcome, Severity},
    model::{Citation, DocumentKind, DocumentRef, Programme, State, Subject, Waiver},
    rollup::{
        Assessment, Breakdown, Continuing, Credit, Grouping, Known, Level, MissingWeight,
        NodeState, Policy, Progress, Ratio, Reason, Weighting,
    },
    rules::Tally,
};

view! {
    /// An exact share.
    ///
    /// ```
    /// use programme::{report::view::RatioView, rollup::Ratio};
    ///
    /// let share = Ratio::new(4, 22).ok_or("no whole")?;
    /// assert_eq!(RatioView::from(share), RatioView { num: 2, den: 11 });
    /// # Ok::<_, &str>(())
    /// ```
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
    pub struct RatioView {
        /// The numerator, in lowest terms.
        pub num: u128,
        /// The denominator, never 0.
        pub den: u128 as whole(1, None),
    }
}

impl From<Ratio> for RatioView {
    fn from(ratio: Ratio) -> Self {
        Self { num: ratio.num(), den: ratio.den() }
    }
}

view! {
    /// A row, named.
    ///
    /// ```
    /// use programme::{model::{About, Draft}, report::view::SubjectView, Recommendation};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let mut key = draft.key("R2".parse()?);
    /// let id = key.id;
    /// key.label = Some("2(a)".into());
    /// draft.put(Recommendation::new(key, "Tell people of the plan"));
    /// let view = SubjectView::of(&draft.finish()?, id.into());
    /// assert_eq!((view.kind, view.reference.as_str()), ("recommendation", "R2"));
    /// assert_eq!(view.label.as_deref(), Some("2(a)"));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct SubjectView {
        /// Its kind: `action`.
        pub kind: &'static str as one_of(crate::model::Kind::ALL.iter().map(|kind| kind.word())),
        /// Its reference.
        pub reference: String,
        /// What the paper prints in its place, where that differs.
        pub label: Option<String>,
        /// Its name or short title.
        pub name: String,
        /// Its id.
        pub id: String as uuid_text(),
    }
}

impl SubjectView {
    /// The label, or else the reference: what a reader is shown.
    #[must_use]
    pub fn shown(&self) -> &str {
        self.label.as_deref().unwrap_or(&self.reference)
    }

    /// The view of a row.
    ///
    /// Reference and name are empty where the programme does not hold the row.
    #[must_use]
    pub fn of(programme: &Programme, subject: Subject) -> Self {
        Self {
            kind: subject.kind().word(),
            reference: programme.reference(subject).map(|r| r.to_string()).unwrap_or_default(),
            label: programme.label(subject).map(str::to_owned),
            name: programme.name(subject).unwrap_or("").to_owned(),
            id: subject.uuid().to_string(),
        }
    }
}

view! {
    /// Progress: counts, bounds, and why there is no figure where there is none.
    ///
    /// ```
    /// use programme::{model::{About, Draft}, report::view::{ProgressView, RatioView}};
    /// use programme::{rollup::{self, Policy}, values::Timescale, Action};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// for (reference, timescale) in [("A1", "Completed"), ("A2", "15th May 2019 Cabinet")] {
    ///     let mut action = Action::new(draft.key(reference.parse()?), "Publish the plan");
    ///     action.timescale = Timescale::read(timescale);
    ///     draft.put(action);
    /// }
    /// let progress = rollup::progress(&draft.finish()?, &Policy::pooled(), "2019-09-04".parse()?);
    /// let view = ProgressView::of(&progress, &progress.assess());
    /// assert_eq!((view.complete, view.counted, view.percent), (1, 2, Some(50)));
    /// assert_eq!(view.confirmed, Some(RatioView { num: 1, den: 2 }));
    /// assert_eq!(view.oldest_overdue.as_deref(), Some("2019-05-15"));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct ProgressView {
        /// Actions in the base.
        pub counted: u64,
        /// Counted actions that are complete, accepted or not.
        pub complete: u64,
        /// Of them those whose evidence was accepted.
        pub accepted: u64,
        /// Counted actions stated as in progress.
        pub in_progress: u64,
        /// Counted actions stated as not started.
        pub not_started: u64,
        /// Counted actions stated as on hold.
        pub on_hold: u64,
        /// Counted actions of which nothing readable was said.
        pub unknown: u64,
        /// Commitments without an end, counted apart.
        pub continuing: u64,
        /// Actions that are not yet approved.
        pub proposed: u64,
        /// Options that are not decided.
        pub undecided: u64,
        /// Actions that are out of the plan.
        pub excluded: u64,
        /// Open actions whose last due day is past.
        pub overdue: u64,
        /// Of them those of which nothing was said.
        pub overdue_silent: u64,
        /// Open actions that may fall due on the day itself.
        pub in_window: u64,
        /// Open actions without a date that can be read.
        pub undated: u64,
        /// Open actions whose timescale cannot be told from those of others in their row.
        pub unpaired: u64,
        /// Milestones met.
        pub milestones_met: u64,
        /// Milestones not met, or of which nothing is known.
        pub milestones_open: u64,
        /// The share that is done as far as is known; none where there is none.
        pub confirmed: Option<RatioView>,
        /// The share that would be done if all that is unknown were.
        pub possible: Option<RatioView>,
        /// Whether `possible` itself cannot be reached.
        pub possible_open: bool,
        /// The share of the base of which anything is known.
        pub coverage: Option<RatioView>,
        /// `confirmed` as a whole percentage that never says more than is so.
        pub percent: Option<u8> as whole(0, Some(100)),
        /// Why there is no share.
        pub reason: Option<&'static str> as one_of(REASONS.iter().copied()),
        /// How the whole stands.
        pub state: &'static str as one_of(STATES.iter().copied()),
        /// The last due day of what is longest overdue.
        pub oldest_overdue: Option<String> as day_text(),
        /// The last due day of what falls due next.
        pub next_due: Option<String> as day_text(),
    }
}

/// A day in ISO form.
pub(super) fn day(day: Option<NaiveDate>) -> Option<String> {
    day.map(|day| day.to_string())
}

impl ProgressView {
    /// The view of sums, with a share that may have been made otherwise than from them alone.
    ///
    /// ```
    /// use programme::{report::view::ProgressView, rollup::Progress};
    ///
    /// let nothing = Progress::default();
    /// let view = ProgressView::of(&nothing, &nothing.assess());
    /// assert_eq!((view.percent, view.reason), (None, Some("no_basis")));
    /// assert_eq!(view.state, "empty");
    /// ```
    #[must_use]
    pub fn of(progress: &Progress, share: &Assessment) -> Self {
        let known = share.known();
        let milestones = progress.milestones();
        Self {
            counted: progress.counted(),
            complete: progress.complete(),
            accepted: progress.count(State::Accepted),
            in_progress: progress.count(State::InProgress),
            not_started: progress.count(State::NotStarted),
            on_hold: progress.count(State::OnHold),
            unknown: progress.unknown(),
            continuing: progress.continuing(),
            proposed: progress.count(State::Proposed),
            undecided: progress.count(State::Possible),
            excluded: progress.excluded(),
            overdue: progress.overdue(),
            overdue_silent: progress.overdue_silent(),
            in_window: progress.in_window(),
            undated: progress.undated(),
            unpaired: progress.unpaired(),
            milestones_met: milestones.met,
            milestones_open: milestones.unmet + milestones.unknown,
            confirmed: known.map(|known| known.confirmed.into()),
            possible: known.map(|known| known.possible.into()),
            possible_open: known.is_some_and(|known| known.possible_open),
            coverage: known.map(|known| known.coverage.into()),
            percent: known.map(Known::percent),
            reason: match share {
                Assessment::Known(_) => None,
                Assessment::Unknown(reason) => Some(reason_word(*reason)),
            },
            state: state_word(progress.state()),
            oldest_overdue: day(progress.oldest_overdue()),
            next_due: day(progress.next_due()),
        }
    }
}

words! {
    fn reason_word(reason: Reason) in REASONS {
        Reason::NoBasis => "no_basis",
        Reason::NothingCounted => "nothing_counted",
        Reason::WeightMissing => "weight_missing",
        Reason::NotAssessable => "not_assessable",
    }
}

words! {
    fn state_word(state: NodeState) in STATES {
        NodeState::ReadyToClose => "ready_to_close",
        NodeState::InProgress => "in_progress",
        NodeState::NotStarted => "not_started",
        NodeState::OnHold => "on_hold",
        NodeState::Unknown => "unknown",
        NodeState::Continuing => "continuing",
        NodeState::Cancelled => "cancelled",
        NodeState::Superseded => "superseded",
        NodeState::Excluded => "excluded",
        NodeState::Undecided => "undecided",
        NodeState::Empty => "empty",
    }
}

view! {
    /// The progress of one group.
    ///
    /// ```
    /// use programme::{model::{About, Draft}, report::view::GroupView};
    /// use programme::{rollup::{self, Grouping, Policy}, Action, Workstream};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// draft.put(Workstream::new(draft.key("W1".parse()?), "One Budget"));
    /// draft.put(Action::new(draft.key("A1".parse()?), "Publish the plan"));
    /// let (programme, on) = (draft.finish()?, "2019-09-04".parse()?);
    /// let by = rollup::breakdown(&programme, Grouping::Workstream, &Policy::pooled(), on);
    /// let views = GroupView::all(&programme, &by);
    /// let names = views.iter().map(|view| view.subject.as_ref().map(|row| row.name.as_str()));
    /// assert_eq!(names.collect::<Vec<_>>(), [Some("One Budget"), None], "A1 is in no workstream");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct GroupView {
        /// The group; none of actions that are in no group.
        pub subject: Option<SubjectView>,
        /// Its progress.
        pub progress: ProgressView,
    }
}

impl GroupView {
    /// The views of all groups, those in no group last where there are any.
    ///
    /// See [`GroupView`] for an example.
    #[must_use]
    pub fn all(programme: &Programme, by: &Breakdown<Subject>) -> Vec<Self> {
        let view = |subject: Option<Subject>, progress: &Progress| Self {
            subject: subject.map(|subject| SubjectView::of(programme, subject)),
            progress: ProgressView::of(progress, &progress.assess()),
        };
        let groups = by.groups.iter().map(|(subject, progress)| view(Some(*subject), progress));
        let mut views: Vec<Self> = groups.collect();
        if by.unassigned != Progress::default() {
            views.push(view(None, &by.unassigned));
        }
        views
    }
}

view! {
    /// A policy, in words.
    ///
    /// ```
    /// use programme::{report::view::PolicyView, rollup::Policy};
    ///
    /// let view = PolicyView::from(&Policy::legacy());
    /// assert_eq!((view.level.as_str(), view.continuing), ("mean_of_recommendations", "as_open"));
    /// assert_eq!((view.credit, view.weighting), ("when_complete", "equal"));
    /// ```
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct PolicyView {
        /// Its name.
        pub name: String,
        /// Its version.
        pub version: u32,
        /// `pooled`, or `mean_of_` and what its groups are.
        pub level: String as one_of(levels()),
        /// `when_complete`, `as_stated` or `by_state`.
        pub credit: &'static str as one_of(CREDITS.iter().copied()),
        /// By state: the per cent of a started action that count.
        pub credit_in_progress: Option<u8>,
        /// By state: the per cent of an action on hold that count.
        pub credit_on_hold: Option<u8>,
        /// `equal`, `stated` or `stated_or_equal`.
        pub weighting: &'static str as one_of(WEIGHTINGS.iter().copied()),
        /// `apart` or `as_open`.
        pub continuing: &'static str as one_of(CONTINUING.iter().copied()),
    }
}

impl From<&Policy> for PolicyView {
    fn from(policy: &Policy) -> Self {
        let Policy { name, version, level, credit, weighting, continuing } = policy;
        let (credit_in_progress, credit_on_hold) = match *credit {
            Credit::ByState { in_progress, on_hold } => (Some(in_progress), Some(on_hold)),
            Credit::WhenComplete | Credit::AsStated => (None, None),
        };
        Self {
            name: name.clone(),
            version: *version,
            level: match level {
                Level::Pooled => "pooled".into(),
                Level::MeanOf(by) => format!("mean_of_{}s", grouping_word(*by)),
            },
            credit: credit_word(*credit),
            credit_in_progress,
            credit_on_hold,
            weighting: weighting_word(*weighting),
            continuing: continuing_word(*continuing),
        }
    }
}

words! {
    fn credit_word(credit: Credit) in CREDITS {
        Credit::WhenComplete => "when_complete",
        Credit::AsStated => "as_stated",
        Credit::ByState { .. } => "by_state",
    }
}

words! {
    fn weighting_word(weighting: Weighting) in WEIGHTINGS {
        Weighting::Equal => "equal",
        Weighting::Stated { missing: MissingWeight::Refuse } => "stated",
        Weighting::Stated { missing: MissingWeight::Equal } => "stated_or_equal",
    }
}

words! {
    fn continuing_word(continuing: Continuing) in CONTINUING {
        Continuing::Apart => "apart",
        Continuing::AsOpen => "as_open",
    }
}

words! {
    fn severity_word(severity: Severity) in SEVERITIES {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}

words! {
    fn outcome_word(outcome: Outcome) in OUTCOMES {
        Outcome::Certain => "certain",
        Outcome::Undetermined => "undetermined",
        Outcome::NotAssessed => "not_assessed",
    }
}

/// The words for levels.
#[cfg(feature = "schema")]
fn levels() -> Vec<String> {
    let means = GROUPINGS.iter().map(|by| format!("mean_of_{by}s"));
    std::iter::once("pooled".to_owned()).chain(means).collect()
}

words! {
    /// The word for one group of a grouping.
    pub(super) fn grouping_word(by: Grouping) in GROUPINGS {
        Grouping::Recommendation => "recommendation",
        Grouping::Theme => "theme",
        Grouping::Workstream => "workstream",
        Grouping::Phase => "phase",
        Grouping::Lead => "lead",
        Grouping::Review => "review",
        Grouping::Plan => "plan",
    }
}

view! {
    /// A finding, written out.
    ///
    /// ```
    /// use programme::{model::{About, Draft}, report::view::FindingView};
    /// use programme::{rules::{self, Settings}, Action};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// draft.put(Action::new(draft.key("A1".parse()?), "Publish the plan"));
    /// let programme = draft.finish()?;
    /// let run = rules::lint(&programme, &Settings::as_at("2019-09-04".parse()?));
    /// let views: Vec<_> = run.findings.iter().map(|f| FindingView::of(&programme, f)).collect();
    /// let first = views.first().ok_or("nothing found")?;
    /// assert_eq!((first.code.as_str(), first.severity.as_str()), ("ACT-001", "warning"));
    /// assert_eq!(first.subjects.first().map(|row| row.reference.as_str()), Some("A1"));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct FindingView {
        /// The code.
        pub code: String as code_text(),
        /// The name of the wrong thing.
        pub name: &'static str,
        /// `error`, `warning` or `info`.
        pub severity: String as one_of(SEVERITIES.iter().copied()),
        /// `certain`, `undetermined` or `not_assessed`.
        pub outcome: String as one_of(OUTCOMES.iter().copied()),
        /// The rows it is about, the main one first.
        pub subjects: Vec<SubjectView>,
        /// What is the matter.
        pub message: String,
        /// How to mend it.
        pub help: String,
        /// On whose authority.
        pub source: &'static str,
        /// Where in the papers the rows stand.
        pub cites: Vec<String>,
        /// The facts compared.
        pub evidence: Vec<EvidenceView>,
        /// Where in the document it was found, if it arose in reading.
        pub place: Option<String>,
        /// By whom, why and until when the council accepts it, if it does.
        pub waived: Option<WaiverView>,
    }
}

view! {
    /// Why a finding is accepted.
    ///
    /// ```
    /// use programme::{document::Document, report::{self, Request}};
    ///
    /// let (programme, reading) = Document::from_json(r#"{"format": "programme/1",
    ///     "programme": "Example", "actions": [{"title": "Publish", "timescale": "May 2020"}],
    ///     "waivers": [{"code": "ACT-001", "by": "Chief Executive",
    ///         "reason": "The post is being filled", "ends": "December 2019"}]}"#)?
    ///     .check()
    ///     .lenient();
    /// let report = report::highlight(&programme, &reading, &Request::as_at("2019-09-04".parse()?));
    /// let waived = report.findings.iter().find_map(|finding| finding.waived.as_ref());
    /// assert_eq!(waived.map(|waiver| waiver.by.as_str()), Some("Chief Executive"));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct WaiverView {
        /// The reference of the waiver.
        pub reference: String,
        /// Who accepts it, by post.
        pub by: String,
        /// Why.
        pub reason: String,
        /// Until when, as printed.
        pub ends: String,
    }
}

impl WaiverView {
    fn of(waiver: &Waiver) -> Self {
        Self {
            reference: waiver.key.reference.to_string(),
            by: waiver.by.clone().unwrap_or_default(),
            reason: waiver.reason.clone().unwrap_or_default(),
            ends: waiver.ends.as_ref().map(ToString::to_string).unwrap_or_default(),
        }
    }
}

view! {
    /// One fact behind a finding.
    ///
    /// See [`Evidence`](crate::finding::Evidence) for the fact itself.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct EvidenceView {
        /// What it is.
        pub what: &'static str,
        /// Its value; days in ISO form.
        pub value: String,
    }
}

impl FindingView {
    /// The view of a finding about a programme.
    ///
    /// See [`FindingView`] for an example.
    #[must_use]
    pub fn of(programme: &Programme, finding: &Finding) -> Self {
        let evidence = finding.evidence.iter();
        Self {
            code: finding.code().to_string(),
            name: finding.entry.name,
            severity: severity_word(finding.severity).to_owned(),
            outcome: outcome_word(finding.outcome).to_owned(),
            subjects: finding.subjects.iter().map(|s| SubjectView::of(programme, *s)).collect(),
            message: finding.message.clone(),
            help: finding.help.clone(),
            source: finding.entry.source,
            cites: cites(programme, &finding.subjects),
            evidence: evidence
                .map(|fact| EvidenceView { what: fact.what, value: fact.value.to_string() })
                .collect(),
            place: finding.place.as_ref().map(ToString::to_string),
            waived: finding.waived_by.and_then(|id| programme.get(id)).map(WaiverView::of),
        }
    }
}

/// Where something is said, with the document that says it.
pub(super) fn cite(programme: &Programme, source: &Citation) -> String {
    match source.document.and_then(|id| programme.get(id)) {
        Some(document) => format!("{}, {}", called(document), source.place),
        None => source.place.clone(),
    }
}

/// Where in the papers rows stand, each place once.
pub(super) fn cites(programme: &Programme, subjects: &[Subject]) -> Vec<String> {
    let mut cites: Vec<String> = Vec::new();
    for source in subjects.iter().flat_map(|subject| programme.sources(*subject)) {
        let cite = cite(programme, source);
        if !cites.contains(&cite) {
            cites.push(cite);
        }
    }
    cites
}

/// A document as a reader would cite it: an appendix by its letter.
fn called(document: &DocumentRef) -> String {
    match (&document.key.label, document.kind) {
        (Some(label), Some(DocumentKind::Appendix)) => format!("Appendix {label}"),
        _ => document.title.clone(),
    }
}

view! {
    /// What one rule looked at.
    ///
    /// See [`Tally`] for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct TallyView {
        /// The rule's code.
        pub code: String as code_text(),
        /// Things in order.
        pub passed: u64,
        /// Certain findings.
        pub failed: u64,
        /// Findings that some missing fact would settle.
        pub undetermined: u64,
        /// Things that could not be checked.
        pub not_assessed: u64,
        /// Findings that are accepted, in none of the other numbers.
        pub waived: u64,
        /// Rows to which the rule does not apply.
        pub not_applicable: u64,
    }
}

impl From<&Tally> for TallyView {
    fn from(tally: &Tally) -> Self {
        let Tally { code, passed, failed, undetermined, not_assessed, waived, not_applicable } =
            tally;
        Self {
            code: code.to_string(),
            passed: *passed,
            failed: *failed,
            undetermined: *undetermined,
            not_assessed: *not_assessed,
            waived: *waived,
            not_applicable: *not_applicable,
        }
    }
}
