//! A programme through time: the figures of each date as known then and as known now, why they
//! moved, what published reports come to, and what left the baseline.

use chrono::NaiveDate;
use serde::Serialize;

use super::{
    described::{view, words},
    history_baseline::BaselineView,
    view::{FindingView, PolicyView, RatioView, SubjectView},
};
use crate::{
    change::Change,
    finding::Finding,
    history::{
        self, Bridge, BridgeStep, Cause, Count, Figures, History, HistoryError, Known, Restated,
        Revision, TrendPoint,
    },
    model::{Programme, Subject},
    rollup::Policy,
    rules::{self, Settings},
    values::Id,
};

/// The form of reports through time that this version writes.
const FORMAT: &str = "history_report/1";

view! {
    /// A programme through time, for a board that asks how it stood, why it moved, and what was
    /// said.
    ///
    /// See [`history_report`] for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct HistoryReport {
        /// `history_report/1`.
        pub format: &'static str as just(FORMAT),
        /// The programme.
        pub programme: String,
        /// The council.
        pub council: Option<String>,
        /// How progress was reckoned.
        pub policy: PolicyView,
        /// The figures of each date, in the order of time.
        pub points: Vec<PointView>,
        /// From each date to the next, as known now.
        pub bridges: Vec<BridgeView>,
        /// Published reports beside what follows.
        pub published: Vec<RestatedView>,
        /// The baseline that holds, beside the last date; null where none is set by then.
        pub baseline: Option<BaselineView>,
        /// What was recorded, in the order of numbers.
        pub revisions: Vec<RevisionView>,
        /// What the rules of history find as at the settings' day.
        pub findings: Vec<FindingView>,
    }
}

view! {
    /// The figures of a date.
    ///
    /// See [`history_report`] for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct PointView {
        /// The day.
        pub on: String as day_text(),
        /// As known on the day itself; null where nothing was known of it yet.
        pub then: Option<FiguresView>,
        /// As known now; null where nothing is known of the day.
        pub now: Option<FiguresView>,
        /// Whether both differ.
        pub restated: bool,
    }
}

view! {
    /// Figures of progress, as [`Figures`] has them.
    ///
    /// See [`history_report`] for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct FiguresView {
        /// Actions in the base.
        pub counted: u64,
        /// Of them, complete.
        pub complete: u64,
        /// Of them, in progress.
        pub in_progress: u64,
        /// Of them, on hold.
        pub on_hold: u64,
        /// Of them, not started.
        pub not_started: u64,
        /// Of them, such of which nothing readable was said.
        pub unknown: u64,
        /// Commitments without an end.
        pub continuing: u64,
        /// Actions that are out of the plan.
        pub excluded: u64,
        /// Actions that are not approved or decided.
        pub undecided: u64,
        /// Open actions past their dates.
        pub overdue: u64,
        /// Open actions without a date.
        pub undated: u64,
        /// What is done as far as is known; null where there is no share.
        pub confirmed: Option<RatioView>,
        /// What would be done if all that is unknown were.
        pub possible: Option<RatioView>,
        /// The share of the base of which anything is known.
        pub coverage: Option<RatioView>,
    }
}

view! {
    /// Why figures moved from one date to the next.
    ///
    /// See [`history_report`] for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct BridgeView {
        /// The first day.
        pub from: String as day_text(),
        /// The other day.
        pub to: String as day_text(),
        /// The same in sentences, one a figure that moved.
        pub said: Vec<String>,
        /// Each cause with what it adds; their sums are the differences, exactly.
        pub steps: Vec<CauseView>,
    }
}

view! {
    /// One cause, the rows that it moved, and what it adds to each figure.
    ///
    /// See [`history_report`] for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct CauseView {
        /// The cause.
        pub cause: &'static str as one_of(CAUSES.iter().copied()),
        /// The rows.
        pub rows: Vec<SubjectView>,
        /// Added to the base.
        pub counted: i64,
        /// Added to what is complete.
        pub complete: i64,
        /// Added to what is overdue.
        pub overdue: i64,
        /// The confirmed share before the cause; null where the share is not known.
        pub share_from: Option<RatioView>,
        /// The confirmed share after it.
        pub share_to: Option<RatioView>,
    }
}

view! {
    /// A published report beside what its own facts give, and what is known now.
    ///
    /// See [`history_report`] for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct RestatedView {
        /// Its number.
        pub number: u32,
        /// Its title.
        pub title: String,
        /// The day as at which it reports.
        pub as_at: String as day_text(),
        /// The day on which it was published.
        pub published: String as day_text(),
        /// How its figures were reckoned.
        pub policy: PolicyView,
        /// As published.
        pub stated: FiguresView,
        /// Reckoned anew from what was known then.
        pub then: FiguresView,
        /// Reckoned from what is known now.
        pub now: FiguresView,
    }
}

view! {
    /// A revision.
    ///
    /// See [`history_report`] for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct RevisionView {
        /// Its number.
        pub number: u32,
        /// The day from which it holds.
        pub effective: String as day_text(),
        /// The day on which it was recorded.
        pub recorded: String as day_text(),
        /// Who recorded it.
        pub author: Option<String>,
        /// Why.
        pub reason: Option<String>,
        /// Where it was read.
        pub source: Option<String>,
        /// The revision that it corrects.
        pub corrects: Option<u32>,
        /// The decisions that approved it.
        pub approved_by: Vec<SubjectView>,
        /// How many changes it makes.
        pub changes: u64,
    }
}

words! {
    fn cause_word(cause: Cause) in CAUSES {
        Cause::Added => "added",
        Cause::TakenOut => "taken_out",
        Cause::Reinstated => "reinstated",
        Cause::Divided => "divided",
        Cause::Completed => "completed",
        Cause::Reopened => "reopened",
        Cause::RedatedWithApproval => "redated_with_approval",
        Cause::RedatedWithoutApproval => "redated_without_approval",
        Cause::FellDue => "fell_due",
        Cause::StatusChanged => "status_changed",
        Cause::Reweighted => "reweighted",
        Cause::Milestones => "milestones",
    }
}

/// A programme through time, at some days: how it stood on each, as known then and as known now, why
/// it moved from each to the next, what published reports come to, and what left the baseline.
///
/// Days of which nothing is known have no figures, which is no error. The findings are those of the
/// rules of history (HIS), by the settings' day; what only the state of a day shows is for a
/// highlight report.
///
/// ```
/// use programme::{change::Change, history::{History, Revision}, model::{About, Draft}};
/// use programme::{report, rollup::Policy, rules::Settings, values::Timescale, Action};
///
/// let mut draft = Draft::new(About::named("Example"));
/// let mut action = Action::new(draft.key("A1".parse()?), "Publish the plan");
/// action.timescale = Timescale::read("March 2020");
/// draft.put(action.clone());
/// let [september, december] = ["2019-09-04".parse()?, "2019-12-31".parse()?];
/// let mut history = History::begin(&draft.finish()?, Revision::new(september, september))?;
/// action.timescale = Timescale::read("Completed");
/// let mut revision = history.next(december, december);
/// revision.changes.push(Change::replace(action));
/// history.record(revision)?;
///
/// let days = [september, december];
/// let settings = Settings::as_at(december);
/// let report = report::history_report(&history, &days, &Policy::pooled(), &settings)?;
/// assert_eq!(report.bridges[0].said[0], "Complete rose from 0 to 1: 1 completed.");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`HistoryError`] if nothing was known of the settings' day, or revisions known by a day do not
/// agree with one another.
pub fn history_report(
    history: &History,
    days: &[NaiveDate],
    policy: &Policy,
    settings: &Settings,
) -> Result<HistoryReport, HistoryError> {
    let mut days = days.to_vec();
    days.sort_unstable();
    days.dedup();
    let trend = history.trend(days.iter().copied(), policy)?;
    let restated = (1_u32..).zip(history.published()).map(|(number, _)| {
        history.restate(number).map(|restated| RestatedView::of(number, &restated))
    });
    let run = rules::lint_history(history, settings)?;
    let on = settings.as_at;
    let programme = history.as_at(on, Known::By(on))?;
    let is_of_history =
        |finding: &&Finding| rules::explain(finding.code()).is_some_and(rules::Rule::needs_history);
    let findings = run.findings.iter().filter(is_of_history);
    let about = programme.about();
    Ok(HistoryReport {
        format: FORMAT,
        programme: about.name.clone(),
        council: about.council.and_then(|id| programme.name(id)).map(str::to_owned),
        policy: policy.into(),
        points: trend.iter().map(PointView::of).collect(),
        bridges: bridges(history, &days, policy)?,
        published: restated.collect::<Result<_, _>>()?,
        baseline: BaselineView::of(history, days.last().copied().unwrap_or(on))?,
        revisions: history.revisions().map(|of| RevisionView::of(of, history)).collect(),
        findings: findings.map(|found| finding(history, &programme, found)).collect(),
    })
}

/// A row of a state, or where it is gone as the history last had it.
pub(super) fn row(history: &History, programme: &Programme, subject: Subject) -> SubjectView {
    if programme.reference(subject).is_some() {
        return SubjectView::of(programme, subject);
    }
    let changes = history.revisions().flat_map(|revision| &revision.changes);
    let records = changes.filter_map(|change| match change {
        Change::Add(record) | Change::Replace(record) => Some(record),
        Change::About(_) | Change::Remove(_) => None,
    });
    let last = records.filter(|record| record.subject() == subject).last();
    let view = SubjectView::of(programme, subject);
    match last {
        Some(record) => SubjectView {
            reference: record.reference().to_string(),
            name: record.name().to_owned(),
            ..view
        },
        None => view,
    }
}

/// A finding, with the names of rows that are gone.
fn finding(history: &History, programme: &Programme, found: &Finding) -> FindingView {
    let subjects = found.subjects.iter().map(|subject| row(history, programme, *subject));
    FindingView { subjects: subjects.collect(), ..FindingView::of(programme, found) }
}

/// From each day to the next, where both are known.
fn bridges(
    history: &History,
    days: &[NaiveDate],
    policy: &Policy,
) -> Result<Vec<BridgeView>, HistoryError> {
    let state = |day: NaiveDate| match history.as_at(day, Known::Now) {
        Ok(programme) => Ok(Some((day, programme))),
        Err(HistoryError::BeforeFirst { .. }) => Ok(None),
        Err(other) => Err(other),
    };
    let states = days.iter().map(|day| state(*day)).collect::<Result<Vec<_>, _>>()?;
    let known: Vec<_> = states.into_iter().flatten().collect();
    let pairs = known.iter().zip(known.iter().skip(1));
    let view =
        |((from, before), (to, after)): (&(NaiveDate, Programme), &(NaiveDate, Programme))| {
            BridgeView::of(&history::bridge(before, *from, after, *to, policy), (before, after))
        };
    Ok(pairs.map(view).collect())
}

impl PointView {
    fn of(point: &TrendPoint) -> Self {
        Self {
            on: point.on.to_string(),
            then: point.then.map(FiguresView::from),
            now: point.now.map(FiguresView::from),
            restated: point.is_restated(),
        }
    }
}

impl From<Figures> for FiguresView {
    fn from(figures: Figures) -> Self {
        let Figures {
            counted,
            complete,
            in_progress,
            on_hold,
            not_started,
            unknown,
            continuing,
            excluded,
            undecided,
            overdue,
            undated,
            confirmed,
            possible,
            coverage,
        } = figures;
        let [confirmed, possible, coverage] =
            [confirmed, possible, coverage].map(|share| share.map(RatioView::from));
        Self {
            counted,
            complete,
            in_progress,
            on_hold,
            not_started,
            unknown,
            continuing,
            excluded,
            undecided,
            overdue,
            undated,
            confirmed,
            possible,
            coverage,
        }
    }
}

impl BridgeView {
    fn of(bridge: &Bridge, sides: (&Programme, &Programme)) -> Self {
        let moves = |count: &Count| {
            bridge.steps.iter().any(|step| step.rows.iter().any(|row| row.effect.on(*count) != 0))
        };
        let counts = [Count::Counted, Count::Complete, Count::Overdue];
        let said = counts.into_iter().filter(moves).map(|count| bridge.words(count));
        Self {
            from: bridge.before.on.to_string(),
            to: bridge.after.on.to_string(),
            said: said.chain([bridge.share_words()]).collect(),
            steps: bridge.steps.iter().map(|step| CauseView::of(step, sides)).collect(),
        }
    }
}

impl CauseView {
    fn of(step: &BridgeStep, (before, after): (&Programme, &Programme)) -> Self {
        let effect = step.effect();
        let row = |row| match after.reference(row) {
            Some(_) => SubjectView::of(after, row),
            None => SubjectView::of(before, row),
        };
        Self {
            cause: cause_word(step.cause),
            rows: step.rows.iter().map(|moved| row(moved.row.row)).collect(),
            counted: effect.counted,
            complete: effect.complete,
            overdue: effect.overdue,
            share_from: step.share.map(|(from, _)| from.into()),
            share_to: step.share.map(|(_, to)| to.into()),
        }
    }
}

impl RestatedView {
    fn of(number: u32, restated: &Restated<'_>) -> Self {
        let report = restated.published;
        Self {
            number,
            title: report.title.clone(),
            as_at: report.as_at.to_string(),
            published: report.published.to_string(),
            policy: (&report.policy).into(),
            stated: report.whole.into(),
            then: restated.then.whole.into(),
            now: restated.now.whole.into(),
        }
    }
}

impl RevisionView {
    fn of(revision: &Revision, history: &History) -> Self {
        let decision = |id: &Id<_>| row(history, history.latest(), (*id).into());
        Self {
            number: revision.number(),
            effective: revision.effective.to_string(),
            recorded: revision.recorded.to_string(),
            author: revision.author.clone(),
            reason: revision.reason.clone(),
            source: revision.source.clone(),
            corrects: revision.corrects,
            approved_by: revision.approved_by.iter().map(decision).collect(),
            changes: revision.changes.len() as u64,
        }
    }
}
