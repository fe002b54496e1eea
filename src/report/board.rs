//! A programme on one page for its board: ratings with their reasons, risks, benefits and measures.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::{
    board_lines::{BenefitLine, MeasureLine, RiskLine},
    described::{view, words},
    view::SubjectView,
};
use crate::{
    finance,
    model::{Programme, Subject, Workstream, newest},
    raid::{self, Stage},
    rating::{self, CostPolicy, Explained, MixedScales, Part, Rated, RollUp, Tally, TimePolicy},
    rollup::Grouping,
    values::{Colour, Dimension, Id},
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
    /// How workstreams make the rating of the programme.
    pub above: RollUp,
    /// Which of its scores a risk is ranked by.
    pub stage: Stage,
}

impl Default for BoardPolicies {
    /// Time as Bromsgrove rated it in 2007, and the worst part makes the whole; the rest is this
    /// crate's own.
    fn default() -> Self {
        Self {
            time: TimePolicy::bromsgrove(),
            cost: CostPolicy::plain(),
            within: RollUp::worst_of(),
            above: RollUp::worst_of(),
            stage: Stage::Residual,
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
        /// The programme, dimension by dimension.
        pub dimensions: Vec<DimensionLine>,
        /// Each workstream, in the order of references.
        pub workstreams: Vec<WorkstreamLine>,
        /// The time of actions in no workstream; null where there are none.
        pub unassigned: Option<RatedView>,
        /// Risks that are live or may be: threats before opportunities, the gravest first, those
        /// without a score last.
        pub risks: Vec<RiskLine>,
        /// The score above which risks are not to be borne; null where no matrix gives it.
        pub appetite: Option<u32>,
        /// Issues that are live or may be.
        pub issues: Vec<SubjectView>,
        /// Benefits against their profiles.
        pub benefits: Vec<BenefitLine>,
        /// Every measure.
        pub measures: Vec<MeasureLine>,
        /// What a board would look for, and no paper says.
        pub not_said: Vec<String>,
    }
}

view! {
    /// A rating that follows from facts.
    ///
    /// See [`board_dashboard`] for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct RatedView {
        /// The colour; null where it has none, because it is grey or was moved with approval.
        pub colour: Option<&'static str> as one_of(COLOURS.iter().copied()),
        /// The colour in words, or what stands in its place and why.
        pub shown: String,
        /// In one sentence: the rule, the value, the threshold and the rows.
        pub reason: String,
    }
}

view! {
    /// The rating of the programme in one dimension.
    ///
    /// See [`board_dashboard`] for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct DimensionLine {
        /// The dimension: `time`.
        pub dimension: &'static str as one_of(DIMENSIONS.iter().copied()),
        /// What follows; null where nothing is held from which it could.
        pub rated: Option<RatedView>,
    }
}

view! {
    /// The rating of a workstream.
    ///
    /// See [`board_dashboard`] for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct WorkstreamLine {
        /// The workstream.
        pub workstream: SubjectView,
        /// Its time, by its actions and those of its sub-streams.
        pub time: RatedView,
        /// How many of these actions have which colour.
        pub actions: String,
        /// What was last said of its state, as printed; null where nothing was.
        pub stated: Option<String>,
        /// The day for which that was said, as printed.
        pub stated_as_at: Option<String>,
    }
}

words! {
    fn colour_word(colour: Colour) in COLOURS {
        Colour::Blue => "blue",
        Colour::Green => "green",
        Colour::AmberGreen => "amber/green",
        Colour::Amber => "amber",
        Colour::AmberRed => "amber/red",
        Colour::Red => "red",
    }
}

fn colour(rated: Rated) -> Option<&'static str> {
    rated.rating().map(|rating| colour_word(rating.colour()))
}

words! {
    fn dimension_word(dimension: Dimension) in DIMENSIONS {
        Dimension::Time => "time",
        Dimension::Cost => "cost",
        Dimension::Scope => "scope",
        Dimension::Quality => "quality",
        Dimension::Risk => "risk",
        Dimension::Benefits => "benefits",
        Dimension::Resources => "resources",
        Dimension::Governance => "governance",
        Dimension::Overall => "overall",
    }
}

impl From<&Explained> for RatedView {
    fn from(explained: &Explained) -> Self {
        Self {
            colour: colour(explained.rated),
            shown: explained.rated.to_string(),
            reason: explained.to_string(),
        }
    }
}

/// A programme on one page for its board, as at a day.
///
/// Only time and cost follow from facts; the other dimensions are judged by people, and are null as
/// long as nothing is held from which they follow. What is not known is grey, and never green.
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
    let mut times = rating::times(programme, Grouping::Workstream, &policies.time, on)
        .with_sub_streams(programme);
    let parts = Parts::of(programme, policies, on);
    let mut workstreams = Vec::new();
    for (key, tally) in &times.groups {
        let Some(row) = stream(programme, *key) else { continue };
        let time = policies.within.explain(Dimension::Time, parts.within(row.key.id))?;
        workstreams.push(WorkstreamLine::of(programme, row, (&time, tally), on));
    }
    // What stands in sub-streams is in their wholes already.
    let is_whole = |key| stream(programme, key).is_some_and(|row| row.parent.is_none());
    times.groups.retain(|(key, _)| is_whole(*key));
    let levels = rating::levels(times, &policies.within, &policies.above)?;
    let time = levels.explain(programme, Dimension::Time, &policies.above)?;
    let unassigned = match parts.unassigned.as_slice() {
        [] => None,
        parts => Some((&policies.within.explain(Dimension::Time, parts)?).into()),
    };
    let cost = rating::cost(&finance::budgets(programme, on).cost, &policies.cost);
    let dimensions = DIMENSIONS_SHOWN.map(|dimension| DimensionLine {
        dimension: dimension_word(dimension),
        rated: match dimension {
            Dimension::Time => Some((&time).into()),
            Dimension::Cost => Some((&cost).into()),
            _ => None,
        },
    });
    let about = programme.about();
    let mut board = BoardDashboard {
        format: FORMAT,
        programme: about.name.clone(),
        council: about.council.and_then(|id| programme.name(id)).map(str::to_owned),
        as_at: on.to_string(),
        dimensions: dimensions.into(),
        workstreams,
        unassigned,
        risks: RiskLine::all(programme, policies.stage, on),
        appetite: raid::matrix(programme, on).and_then(|given| given.value.appetite),
        issues: raid::live_issues(programme, on)
            .into_iter()
            .map(|issue| SubjectView::of(programme, issue.key.id.into()))
            .collect(),
        benefits: BenefitLine::all(programme, on),
        measures: MeasureLine::all(programme, on),
        not_said: Vec::new(),
    };
    board.not_said = board.silences();
    Ok(board)
}

/// The dimensions in which a board has a programme rated.
const DIMENSIONS_SHOWN: [Dimension; 8] = [
    Dimension::Time,
    Dimension::Cost,
    Dimension::Scope,
    Dimension::Quality,
    Dimension::Risk,
    Dimension::Benefits,
    Dimension::Resources,
    Dimension::Governance,
];

fn stream(programme: &Programme, key: Subject) -> Option<&Workstream> {
    match key {
        Subject::Workstream(id) => programme.get(id),
        _ => None,
    }
}

/// The actions whose time is rated, by their workstreams.
#[derive(Default)]
struct Parts {
    /// Those of a workstream and of its sub-streams.
    streams: BTreeMap<Id<Workstream>, Vec<Part>>,
    /// Those in no workstream.
    unassigned: Vec<Part>,
}

impl Parts {
    fn of(programme: &Programme, policies: &BoardPolicies, on: NaiveDate) -> Self {
        let mut parts = Self::default();
        for explained in rating::time_of(programme, None, &policies.time, on) {
            let row = explained.rows.into_iter().next();
            let at = row.as_ref().and_then(|row| match row.row {
                Subject::Action(id) => programme.actions().number(id),
                _ => None,
            });
            let at = at.and_then(|at| usize::try_from(at).ok());
            // The index knows of parts that they are where their wholes are.
            let number = at.and_then(|at| programme.index().workstream.of(at));
            let mut stream = number.and_then(|number| programme.workstreams().row(number));
            let part = Part { row, rated: explained.rated, critical: false };
            if stream.is_none() {
                parts.unassigned.push(part);
                continue;
            }
            while let Some(row) = stream {
                parts.streams.entry(row.key.id).or_default().push(part.clone());
                stream = row.parent.and_then(|whole| programme.get(whole));
            }
        }
        parts
    }

    fn within(&self, stream: Id<Workstream>) -> &[Part] {
        self.streams.get(&stream).map(Vec::as_slice).unwrap_or_default()
    }
}

impl WorkstreamLine {
    fn of(
        programme: &Programme,
        row: &Workstream,
        (time, actions): (&Explained, &Tally),
        on: NaiveDate,
    ) -> Self {
        let said = newest(&row.status, None, on, |note| note.state.is_some());
        Self {
            workstream: SubjectView::of(programme, row.key.id.into()),
            time: time.into(),
            actions: actions.to_string(),
            stated: said.and_then(|note| note.state.as_ref()).map(ToString::to_string),
            stated_as_at: said.and_then(|note| note.as_at.as_ref()).map(ToString::to_string),
        }
    }
}

impl BoardDashboard {
    /// What a board would look for, and is not there.
    fn silences(&self) -> Vec<String> {
        let mut said = Vec::new();
        let judged = self.dimensions.iter().filter(|line| line.rated.is_none());
        let judged: Vec<_> = judged.map(|line| line.dimension).collect();
        if !judged.is_empty() {
            let judged = crate::history::listed(&judged);
            said.push(format!("No rating is held of {judged}."));
        }
        let silent = self.workstreams.iter().filter(|line| line.stated.is_none()).count();
        let all = self.workstreams.len();
        if silent > 0 {
            said.push(format!("No state is given of {silent} of {all} workstreams."));
        }
        let unscored = self.risks.iter().filter(|line| line.score.is_none()).count();
        match self.risks.len() {
            0 => said.push("No live risk is held.".into()),
            all if unscored > 0 => {
                said.push(format!("{unscored} of {all} live risks have no score."))
            }
            _ => {}
        }
        let unowned = self.risks.iter().filter(|line| line.owners.is_empty()).count();
        if unowned > 0 {
            said.push(format!("{unowned} of {} live risks have no owner.", self.risks.len()));
        }
        if self.benefits.is_empty() {
            said.push("No benefit is held.".into());
        }
        let aimless = self.measures.iter().filter(|line| line.achieved.is_none()).count();
        match self.measures.len() {
            0 => said.push("No measure is held.".into()),
            all if aimless > 0 => said.push(format!(
                "Of {aimless} of {all} measures it cannot be told how far they have come."
            )),
            _ => {}
        }
        said
    }
}
