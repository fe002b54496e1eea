//! A programme on one page for its board: ratings with their reasons, risks, benefits and measures.

use chrono::NaiveDate;
use serde::Serialize;

use super::{
    board_lines::{BenefitLine, MeasureLine},
    board_raid::{BreachLine, ExceptionLine, IssueLine, MatrixView, RiskLine},
    board_ratings::{DimensionLine, RatedView, Ratings, Stated, WorkstreamLine},
    described::view,
};
use crate::{
    finance::Ledger,
    history::listed,
    model::Programme,
    raid::{self, Stage},
    rating::{CostPolicy, IndicatorPolicy, MixedScales, RollUp, Staleness, TimePolicy},
    values::WorkingCalendar,
};

/// The form of dashboards that this version writes.
const FORMAT: &str = "board_dashboard/1";

/// By which rules a board's page is reckoned.
///
/// ```
/// use programme::report::BoardPolicies;
///
/// assert_eq!(BoardPolicies::default().time.origin.to_string(), "Bromsgrove 2007");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoardPolicies {
    /// How late is what.
    pub time: TimePolicy,
    /// How much above its budget is what.
    pub cost: CostPolicy,
    /// How actions make the rating of a workstream.
    pub within: RollUp,
    /// How workstreams make the rating of the programme, and dimensions that of the whole.
    pub above: RollUp,
    /// How far off its target a measure may be.
    pub indicator: IndicatorPolicy,
    /// Which of its scores a risk is ranked by.
    pub stage: Stage,
    /// For how long a rating that is stated holds; as long as the programme's own cadence where that is
    /// left out.
    pub staleness: Option<Staleness>,
    /// The working days by which tolerances in such days are counted.
    pub calendar: WorkingCalendar,
    /// The day with which ratings are compared, by what is held of that day now. They are compared with
    /// none where it is left out, or is not before that of the page.
    pub since: Option<NaiveDate>,
}

impl Default for BoardPolicies {
    /// Time as Bromsgrove rated it in 2007, measures as Havering did in 2014, and the worst part makes
    /// the whole; the rest is this crate's own.
    fn default() -> Self {
        Self {
            time: TimePolicy::bromsgrove(),
            cost: CostPolicy::plain(),
            within: RollUp::worst_of(),
            above: RollUp::worst_of(),
            indicator: IndicatorPolicy::havering(),
            stage: Stage::Residual,
            staleness: None,
            calendar: WorkingCalendar::england_and_wales(),
            since: None,
        }
    }
}

view! {
    /// A programme on one page for its board. What the papers do not say is null, and is named.
    ///
    /// See [`board_dashboard`] for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct BoardDashboard {
        /// `board_dashboard/1`.
        pub format: &'static str as just(FORMAT),
        /// The programme.
        pub programme: String,
        /// The council.
        pub council: Option<String>,
        /// The day as at which it stands.
        pub as_at: String as day_text(),
        /// The earlier day with which ratings are compared; null where they are not.
        pub since: Option<String> as day_text(),
        /// The programme, dimension by dimension.
        pub dimensions: Vec<DimensionLine>,
        /// Each workstream, in the order of references.
        pub workstreams: Vec<WorkstreamLine>,
        /// The time of actions in no workstream; null where there are none.
        pub unassigned: Option<RatedView>,
        /// How many actions in no workstream have which colour; null where there are none.
        pub unassigned_actions: Option<String>,
        /// Exceptions that stand, or may.
        pub exceptions: Vec<ExceptionLine>,
        /// What is beyond its tolerance, whether or not an exception is raised of it.
        pub breaches: Vec<BreachLine>,
        /// Risks that are live or may be: threats before opportunities, the gravest first, those
        /// without a score last.
        pub risks: Vec<RiskLine>,
        /// Live threats by their place on the matrix; null where none is held, or none stands on it.
        pub matrix: Option<MatrixView>,
        /// The score above which risks are not to be borne; null where no matrix gives it.
        pub appetite: Option<u32>,
        /// Issues that are live or may be.
        pub issues: Vec<IssueLine>,
        /// Benefits against their profiles.
        pub benefits: Vec<BenefitLine>,
        /// Every measure.
        pub measures: Vec<MeasureLine>,
        /// What a board would look for, and no paper says.
        pub not_said: Vec<String>,
    }
}

/// A programme on one page for its board, as at a day.
///
/// Time and cost follow from facts, risk from scores against the appetite, benefits from their measures,
/// and the whole from these; the other dimensions are judged by people, and stand here where somebody
/// stated them. What is not known is grey, and never green.
///
/// ```
/// use programme::{model::{About, Draft}, report::{self, BoardPolicies}};
/// use programme::{values::Timescale, Action, Workstream};
///
/// let mut draft = Draft::new(About::named("Example"));
/// let stream = Workstream::new(draft.key("W1".parse()?), "One Budget");
/// let mut action = Action::new(draft.key("A1".parse()?), "Publish the plan");
/// action.workstream = Some(stream.key.id);
/// action.timescale = Timescale::read("May 2019");
/// draft.put(action);
/// draft.put(stream);
/// let (programme, on) = (draft.finish()?, "2019-09-04".parse()?);
/// let board = report::board_dashboard(&programme, &BoardPolicies::default(), on)?;
/// assert_eq!(board.workstreams[0].time.colour, Some("red"), "May is more than a month ago");
/// assert!(board.not_said.contains(&"No benefit is held.".to_owned()));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`MixedScales`] where the policies are on two scales.
pub fn board_dashboard(
    programme: &Programme,
    policies: &BoardPolicies,
    on: NaiveDate,
) -> Result<BoardDashboard, MixedScales> {
    let now = Ratings::of(programme, policies, on)?;
    let since = policies.since.filter(|since| *since < on);
    let before = since.map(|day| Ratings::of(programme, policies, day)).transpose()?;
    let ratings = (&now, before.as_ref());
    let stated = Stated::of(programme, policies.staleness, on);
    let unassigned_before = before.as_ref().and_then(|before| before.unassigned.as_ref());
    let about = programme.about();
    let mut board = BoardDashboard {
        format: FORMAT,
        programme: about.name.clone(),
        council: about.council.and_then(|id| programme.name(id)).map(str::to_owned),
        as_at: on.to_string(),
        since: since.map(|day| day.to_string()),
        dimensions: DimensionLine::all(&stated, ratings),
        workstreams: WorkstreamLine::all(&stated, ratings),
        unassigned: now.unassigned.as_ref().map(|now| RatedView::of(now, unassigned_before)),
        unassigned_actions: now.unassigned_actions.map(|tally| tally.to_string()),
        exceptions: ExceptionLine::all(programme, on),
        breaches: BreachLine::all(programme, &policies.calendar, on),
        risks: RiskLine::all(programme, policies.stage, on),
        matrix: MatrixView::of(programme, policies.stage, on),
        appetite: raid::matrix(programme, on).and_then(|given| given.value.appetite),
        issues: IssueLine::all(programme, on),
        benefits: BenefitLine::all(programme, &policies.indicator, on),
        measures: MeasureLine::all(programme, &policies.indicator, on),
        not_said: Vec::new(),
    };
    board.not_said = board.silences();
    board.not_said.extend(unforecast(programme, on));
    Ok(board)
}

impl BoardDashboard {
    /// What a board would look for, and is not there.
    fn silences(&self) -> Vec<String> {
        let mut said = Vec::new();
        let silent = |line: &&DimensionLine| {
            // Few councils ask for a judgement of its own of how sure people are.
            let asked = line.dimension != "delivery_confidence";
            asked && line.rated.is_none() && line.stated.is_none()
        };
        let judged = self.dimensions.iter().filter(silent);
        let judged: Vec<_> = judged.map(|line| line.dimension).collect();
        if !judged.is_empty() {
            let judged = listed(&judged);
            said.push(format!("No rating of the programme is held of its {judged}."));
        }
        let silent = self.workstreams.iter().filter(|line| line.stated.is_empty()).count();
        let all = self.workstreams.len();
        if silent > 0 {
            said.push(format!("Nothing is reported of {silent} of {all} workstreams."));
        }
        let unscored = self.risks.iter().filter(|line| line.score.is_none()).count();
        match self.risks.len() {
            0 => said.push("No live risk is held.".into()),
            all if unscored > 0 => {
                said.push(format!("{unscored} of {all} live risks cannot be scored."))
            }
            _ => {}
        }
        let unowned = self.risks.iter().filter(|line| line.owners.is_empty()).count();
        if unowned > 0 {
            said.push(format!("No owner is held of {unowned} of {} live risks.", self.risks.len()));
        }
        if self.benefits.is_empty() {
            said.push("No benefit is held.".into());
        }
        let aimless = self.measures.iter().filter(|line| line.achieved.is_none()).count();
        match self.measures.len() {
            0 => said.push("No measure is held.".into()),
            all if aimless > 0 => said.push(format!(
                "How far it has come cannot be told of {aimless} of {all} measures."
            )),
            _ => {}
        }
        said
    }
}

/// The budget lines whose forecast is not known, where any has one.
fn unforecast(programme: &Programme, on: NaiveDate) -> Option<String> {
    let lines = programme.budget_lines().iter().zip(Ledger::of(programme).lines(on));
    let (known, unknown): (Vec<_>, Vec<_>) = lines.partition(|(_, held)| held.outturn().is_some());
    if known.is_empty() || unknown.is_empty() {
        return None;
    }
    let names: Vec<_> = unknown.iter().map(|(line, _)| programme.shown(line.key.id)).collect();
    Some(format!("What they are expected to come to is not known of {}.", listed(&names)))
}
