//! The highlight report: what a programme office puts before a board.

use chrono::{Months, NaiveDate};
use serde::Serialize;

use super::{
    described::view,
    line::ActionLine,
    stated::{MilestoneLine, StatedLine},
    view::{FindingView, GroupView, PolicyView, ProgressView, SubjectView, TallyView},
};
use crate::{
    finance::Reading,
    finding::Findings,
    model::{Action, DueState, Programme, Subject},
    rollup::{self, Grouping, Level, NodeState, Policy},
    rules::{self, Levels, Settings},
    values::WorkingCalendar,
};

/// The form of reports that this version writes.
const FORMAT: &str = "highlight/1";

/// What a highlight report is asked for.
///
/// ```
/// use programme::{report::Request, rollup::Policy};
///
/// let mut request = Request::as_at("2019-09-04".parse()?);
/// assert_eq!((&request.policy, request.months_ahead), (&Policy::pooled(), 3));
/// request.policy = Policy::mean();
/// request.months_ahead = 6;
/// # Ok::<_, chrono::ParseError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The day as at which it speaks.
    pub as_at: NaiveDate,
    /// How progress is reckoned.
    pub policy: Policy,
    /// How many months "falls due next" looks ahead.
    pub months_ahead: u32,
    /// Rules switched off, raised or lowered.
    pub levels: Levels,
    /// The days on which the council works, for notice and call-in.
    pub calendar: WorkingCalendar,
    /// Whether plain figures are taken for rounded ones.
    pub reading: Reading,
}

impl Request {
    /// A report as at a day under the default policy, three months ahead, all rules.
    #[must_use]
    pub fn as_at(as_at: NaiveDate) -> Self {
        let (policy, levels) = (Policy::default(), Levels::default());
        let calendar = WorkingCalendar::england_and_wales();
        let reading = Reading::default();
        Self { as_at, policy, months_ahead: 3, levels, calendar, reading }
    }
}

view! {
    /// A highlight report, as data. Every figure in it follows from the programme, the policy and the
    /// day, which it carries.
    ///
    /// ```
    /// use programme::{finding::Findings, model::{About, Draft}, report, Action};
    ///
    /// let mut draft = Draft::new(About::named("Peer challenge response"));
    /// draft.put(Action::new(draft.key("A1".parse()?), "Publish the plan"));
    /// let request = report::Request::as_at("2019-09-04".parse()?);
    /// let highlight = report::highlight(&draft.finish()?, &Findings::default(), &request);
    /// assert_eq!(highlight.progress.total.unknown, 1);
    /// assert!(report::to_text(&highlight).starts_with("Peer challenge response"));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct Highlight {
        /// The form of this report.
        pub format: &'static str as just(FORMAT),
        /// The name of the programme.
        pub programme: String,
        /// The council, where the programme names one.
        pub council: Option<String>,
        /// The day as at which it speaks.
        pub as_at: String as day_text(),
        /// How progress is reckoned.
        pub policy: PolicyView,
        /// What a reader in a hurry should know, in sentences.
        pub headline: Vec<String>,
        /// Progress of the whole and of its groups.
        pub progress: ProgressSection,
        /// What the council says of how things stand, the programme first.
        pub stated: Vec<StatedLine>,
        /// Milestones, in the order of references.
        pub milestones: Vec<MilestoneLine>,
        /// Open actions whose last due day is past, the longest first.
        pub overdue: Vec<ActionLine>,
        /// Open actions that fall due in the months ahead.
        pub due_next: Vec<ActionLine>,
        /// The last day of those months.
        pub due_until: String as day_text(),
        /// Open actions without any date.
        pub undated: Vec<ActionLine>,
        /// Open actions whose date cannot be told from those of others in their row.
        pub unpaired: Vec<ActionLine>,
        /// Actions that name no lead.
        pub without_lead: Vec<ActionLine>,
        /// Commitments without an end.
        pub continuing: Vec<ActionLine>,
        /// Recommendations that nothing answers.
        pub unanswered: Vec<SubjectView>,
        /// Findings of reading and of rules, errors first.
        pub findings: Vec<FindingView>,
        /// What each rule looked at.
        pub rules: Vec<TallyView>,
        /// Every action, in the order of references.
        pub actions: Vec<ActionLine>,
    }
}

view! {
    /// Progress of the whole and of its groups. Groupings that the programme does not use are empty.
    ///
    /// See [`ProgressView`] for what each entry holds.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct ProgressSection {
        /// The whole.
        pub total: ProgressView,
        /// By recommendation.
        pub by_recommendation: Vec<GroupView>,
        /// By theme.
        pub by_theme: Vec<GroupView>,
        /// By workstream, each with its sub-streams, which have lines of their own besides.
        pub by_workstream: Vec<GroupView>,
        /// By phase.
        pub by_phase: Vec<GroupView>,
        /// By lead; only those who lead anything.
        pub by_lead: Vec<GroupView>,
    }
}

/// Makes a highlight report. `reading` are the findings of reading the document, if it was read.
///
/// ```
/// use programme::{finding::Findings, model::{About, Draft}, report, values::Timescale, Action};
///
/// let mut draft = Draft::new(About::named("Peer challenge response"));
/// let mut action = Action::new(draft.key("A1".parse()?), "Publish the plan");
/// action.timescale = Timescale::read("15th May 2019 Cabinet");
/// draft.put(action);
/// let request = report::Request::as_at("2019-09-04".parse()?);
/// let highlight = report::highlight(&draft.finish()?, &Findings::default(), &request);
/// assert_eq!(highlight.overdue.len(), 1);
/// assert_eq!(highlight.due_until, "2019-12-04");
/// assert!(highlight.findings.iter().any(|finding| finding.code == "ACT-007"));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn highlight(programme: &Programme, reading: &Findings, request: &Request) -> Highlight {
    let on = request.as_at;
    let (levels, calendar) = (request.levels.clone(), request.calendar.clone());
    let settings = Settings { as_at: on, levels, calendar, reading: request.reading };
    let run = rules::lint(programme, &settings);
    let findings = reading.clone().merge(run.findings);
    let actions = ActionLine::all(programme, on);
    let lines = |rows: Vec<&Action>| -> Vec<ActionLine> {
        let numbers = rows.iter().filter_map(|row| programme.actions().number(row.key.id));
        let places = numbers.filter_map(|number| usize::try_from(number).ok());
        places.filter_map(|place| actions.get(place).cloned()).collect()
    };
    let until = on.checked_add_months(Months::new(request.months_ahead)).unwrap_or(NaiveDate::MAX);
    let about = programme.about();
    let mut report = Highlight {
        format: FORMAT,
        programme: about.name.clone(),
        council: about.council.and_then(|id| programme.name(id)).map(str::to_owned),
        as_at: on.to_string(),
        policy: PolicyView::from(&request.policy),
        headline: Vec::new(),
        progress: progress(programme, request),
        stated: StatedLine::all(programme, on),
        milestones: programme
            .milestones()
            .into_iter()
            .map(|row| MilestoneLine::of(programme, row, on))
            .collect(),
        overdue: lines(programme.overdue(on)),
        due_next: lines(programme.due_between(on, until)),
        due_until: until.to_string(),
        undated: lines(programme.in_due_state(DueState::Undated, on)),
        unpaired: lines(programme.in_due_state(DueState::Unpaired, on)),
        without_lead: lines(programme.without_lead(on)),
        continuing: actions.iter().filter(|line| line.state == "continuing").cloned().collect(),
        unanswered: programme
            .unanswered()
            .into_iter()
            .map(|row| SubjectView::of(programme, row.key.id.into()))
            .collect(),
        findings: findings.iter().map(|f| FindingView::of(programme, f)).collect(),
        rules: run.tallies.iter().map(TallyView::from).collect(),
        actions,
    };
    report.headline = super::headline::sentences(&report, delivered(programme, request));
    report
}

fn progress(programme: &Programme, request: &Request) -> ProgressSection {
    let (policy, on) = (&request.policy, request.as_at);
    let total = rollup::progress(programme, policy, on);
    let share = match policy.level {
        Level::Pooled => total.assess(),
        Level::MeanOf(_) => rollup::assess(programme, policy, on),
    };
    let by = |grouping: Grouping| {
        let sums = rollup::breakdown(programme, grouping, policy, on);
        // A sub-stream is on its workstream's line too: whoever reads that asks for the whole.
        let sums = match grouping {
            Grouping::Workstream => sums.with_sub_streams(programme),
            _ => sums,
        };
        if sums.groups.is_empty() { Vec::new() } else { GroupView::all(programme, &sums) }
    };
    let mut by_lead = by(Grouping::Lead);
    by_lead.retain(|group| group.progress.state != "empty");
    // Themes of reviews, and those that lie beneath all work, need not be themes of any plan.
    let mut by_theme = by(Grouping::Theme);
    if by_theme.iter().all(|group| group.subject.is_none() || group.progress.state == "empty") {
        by_theme.clear();
    }
    ProgressSection {
        total: ProgressView::of(&total, &share),
        by_recommendation: by(Grouping::Recommendation),
        by_theme,
        by_workstream: by(Grouping::Workstream),
        by_phase: by(Grouping::Phase),
        by_lead,
    }
}

/// Recommendations of which everything that can be completed is, and all of them.
fn delivered(programme: &Programme, request: &Request) -> (usize, usize) {
    let by = Grouping::Recommendation;
    let sums = rollup::breakdown(programme, by, &request.policy, request.as_at);
    // A part of a recommendation is none of its own.
    let whole = |(subject, _): &&(Subject, rollup::Progress)| match subject {
        Subject::Recommendation(id) => programme.get(*id).is_some_and(|row| row.parent.is_none()),
        _ => true,
    };
    let ready =
        |(_, progress): &&(Subject, rollup::Progress)| progress.state() == NodeState::ReadyToClose;
    let wholes = sums.groups.iter().filter(whole);
    // Where no action answers any of them, there is nothing to tell.
    if sums.groups.iter().all(|(_, progress)| progress.state() == NodeState::Empty) {
        return (0, 0);
    }
    (wholes.clone().filter(ready).count(), wholes.count())
}
