//! Ratings of a board's page: what follows from facts beside what is stated, and how both were before.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::{
    BoardPolicies,
    board_lines::names,
    described::{view, words},
    view::SubjectView,
};
use crate::{
    finance::Ledger,
    model::{Programme, StatedRating, StatusNote, Subject, Workstream, newest, upwards},
    rating::{
        self, Compared, Explained, Grey, MixedScales, Part, Place, Rated, RollUp, Staleness, Tally,
    },
    rollup::Grouping,
    values::{Colour, Dimension, Id, RatingScale, When},
};

view! {
    /// A rating that follows from facts.
    ///
    /// See [`board_dashboard`](super::board_dashboard) for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct RatedView {
        /// The colour; null where it has none, because it is grey or was moved with approval.
        pub colour: Option<&'static str> as one_of(COLOURS.iter().copied()),
        /// Whether it is grey: not enough is known by which it could be rated.
        pub is_grey: bool,
        /// The worst colour that is known of its parts, where it is grey in spite of it.
        pub worst_known: Option<&'static str> as one_of(COLOURS.iter().copied()),
        /// The colour in words, or what stands in its place and why.
        pub shown: String,
        /// In one sentence: the rule, the value, the threshold and the rows.
        pub reason: String,
        /// How it stands to the same on the earlier day; null where none was asked for.
        pub trend: Option<&'static str> as one_of(COMPARED.iter().copied()),
    }
}

view! {
    /// A rating that somebody stated.
    ///
    /// See [`board_dashboard`](super::board_dashboard) for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct StatedRatingView {
        /// What of the thing is rated: `cost`, `overall`.
        pub dimension: &'static str as one_of(DIMENSIONS.iter().copied()),
        /// The rating, as printed.
        pub rating: String,
        /// The colour; null where the words give none.
        pub colour: Option<&'static str> as one_of(COLOURS.iter().copied()),
        /// The scale that it is said to be on; null where that is not said.
        pub scale: Option<&'static str> as one_of(SCALES.iter().copied()),
        /// Who says so.
        pub by: Vec<String>,
        /// The day for which it is said, as printed.
        pub on: Option<String>,
        /// When it was looked at again and found unchanged, as printed.
        pub confirmed: Option<String>,
        /// Why, in short.
        pub text: Option<String>,
        /// Why it is shown in the place of what follows.
        pub overrides: Option<String>,
        /// How it stands to what is calculated; null where nothing is.
        pub against: Option<&'static str> as one_of(COMPARED.iter().copied()),
        /// Whether it is older than ratings hold; null where that is not set or its day is not known.
        pub stale: Option<bool>,
    }
}

view! {
    /// The rating of the programme in one dimension.
    ///
    /// See [`board_dashboard`](super::board_dashboard) for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct DimensionLine {
        /// The dimension: `time`.
        pub dimension: &'static str as one_of(DIMENSIONS.iter().copied()),
        /// What follows; null where nothing is reckoned of it.
        pub rated: Option<RatedView>,
        /// What was last stated; null where nothing was.
        pub stated: Option<StatedRatingView>,
    }
}

view! {
    /// The ratings of a workstream.
    ///
    /// See [`board_dashboard`](super::board_dashboard) for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct WorkstreamLine {
        /// The workstream.
        pub workstream: SubjectView,
        /// The workstream of which it is a sub-stream, and counted with it; null where it is none.
        pub part_of: Option<SubjectView>,
        /// Its time, by its actions and those of its sub-streams.
        pub time: RatedView,
        /// Its cost, by its budget lines and those of its sub-streams; null where it has none.
        pub cost: Option<RatedView>,
        /// Both together.
        pub overall: RatedView,
        /// How many of its actions have which colour.
        pub actions: String,
        /// What was last stated of it, in the order of dimensions, all of it last.
        pub stated: Vec<StatedRatingView>,
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

words! {
    fn scale_word(scale: RatingScale) in SCALES {
        RatingScale::Three => "three_colours",
        RatingScale::WithBlue => "three_colours_with_blue",
        RatingScale::Five => "five_colours",
    }
}

words! {
    fn compared_word(compared: Compared) in COMPARED {
        Compared::Better => "better",
        Compared::Same => "same",
        Compared::Worse => "worse",
        Compared::NotComparable => "not_comparable",
    }
}

words! {
    pub(super) fn dimension_word(dimension: Dimension) in DIMENSIONS {
        Dimension::Time => "time",
        Dimension::Cost => "cost",
        Dimension::Scope => "scope",
        Dimension::Quality => "quality",
        Dimension::Risk => "risk",
        Dimension::Benefits => "benefits",
        Dimension::Resources => "resources",
        Dimension::Governance => "governance",
        Dimension::DeliveryConfidence => "delivery_confidence",
        Dimension::Overall => "overall",
    }
}

fn colour(rated: Rated) -> Option<&'static str> {
    rated.rating().map(|rating| colour_word(rating.colour()))
}

impl RatedView {
    pub(super) fn of(now: &Explained, before: Option<&Explained>) -> Self {
        Self {
            colour: colour(now.rated),
            is_grey: matches!(now.rated, Rated::Grey(_)),
            worst_known: match now.rated {
                Rated::Grey(Grey::TooFew(worst)) => worst.map(|worst| colour_word(worst.colour())),
                _ => None,
            },
            shown: now.rated.to_string(),
            reason: now.to_string(),
            trend: before.map(|before| compared_word(now.trend_from(before))),
        }
    }
}

/// What is calculated from the facts of a day.
pub(super) struct Ratings {
    whole: Calculated,
    streams: BTreeMap<Id<Workstream>, (Calculated, Tally)>,
    /// Of actions in no workstream; none where there are none.
    pub(super) unassigned: Option<Explained>,
    /// The counts of these actions.
    pub(super) unassigned_actions: Option<Tally>,
}

/// The ratings of one thing; its cost only where it has a budget, and risk and benefits only where
/// it has some.
struct Calculated {
    time: Explained,
    cost: Option<Explained>,
    risk: Option<Explained>,
    benefits: Option<Explained>,
    overall: Explained,
}

impl Calculated {
    fn of(
        time: Explained,
        cost: Option<Explained>,
        (risk, benefits): (Option<Explained>, Option<Explained>),
        rule: &RollUp,
    ) -> Result<Self, MixedScales> {
        let by_date = || std::iter::once(&time).chain(&cost);
        let all: Vec<_> = by_date().chain(&risk).chain(&benefits).cloned().collect();
        // Risk and benefits are on three colours; where the rest is not, they stand by themselves.
        let overall = rule.overall(&all);
        let overall = overall.or_else(|_| rule.overall(&by_date().cloned().collect::<Vec<_>>()))?;
        Ok(Self { time, cost, risk, benefits, overall })
    }

    fn in_dimension(&self, dimension: Dimension) -> Option<&Explained> {
        match dimension {
            Dimension::Time => Some(&self.time),
            Dimension::Cost => self.cost.as_ref(),
            Dimension::Risk => self.risk.as_ref(),
            Dimension::Benefits => self.benefits.as_ref(),
            Dimension::Overall => Some(&self.overall),
            _ => None,
        }
    }
}

impl Ratings {
    pub(super) fn of(
        programme: &Programme,
        policies: &BoardPolicies,
        on: NaiveDate,
    ) -> Result<Self, MixedScales> {
        let mut times = rating::times(programme, Grouping::Workstream, &policies.time, on)
            .with_sub_streams(programme);
        let parts = Parts::of(programme, policies, on);
        let costs = Ledger::of(programme).by_workstream(on);
        let mut streams = BTreeMap::new();
        for (key, tally) in &times.groups {
            let Some(row) = stream(programme, *key) else { continue };
            let time = policies.within.explain(Dimension::Time, parts.within(row.key.id))?;
            let sums = costs.group(&row.key.id);
            let cost = sums.map(|sums| rating::cost(&sums.cost, &policies.cost));
            let calculated = Calculated::of(time, cost, (None, None), &policies.above)?;
            streams.insert(row.key.id, (calculated, *tally));
        }
        let unassigned_actions = Some(times.unassigned).filter(|tally| tally.all() > 0);
        // What stands in sub-streams is in their wholes already.
        let is_whole = |key| stream(programme, key).is_some_and(|row| row.parent.is_none());
        times.groups.retain(|(key, _)| is_whole(*key));
        let levels = rating::levels(times, &policies.within, &policies.above)?;
        let time = levels.explain(programme, Dimension::Time, &policies.above)?;
        let unassigned = match parts.unassigned.as_slice() {
            [] => None,
            parts => Some(policies.within.explain(Dimension::Time, parts)?),
        };
        let cost = rating::cost(&costs.total.cost, &policies.cost);
        let risk = rating::risk(programme, policies.stage, &policies.above, on)?;
        let benefits = rating::benefits(programme, &policies.indicator, &policies.above, on)?;
        let whole = Calculated::of(time, Some(cost), (risk, benefits), &policies.above)?;
        Ok(Self { whole, streams, unassigned, unassigned_actions })
    }
}

fn stream(programme: &Programme, key: Subject) -> Option<&Workstream> {
    match key {
        Subject::Workstream(id) => programme.get(id),
        _ => None,
    }
}

/// What was last stated on a day.
pub(super) struct Stated<'p> {
    programme: &'p Programme,
    last: BTreeMap<(Option<Subject>, Dimension), &'p StatedRating>,
    staleness: Option<Staleness>,
    on: NaiveDate,
}

impl<'p> Stated<'p> {
    pub(super) fn of(
        programme: &'p Programme,
        staleness: Option<Staleness>,
        on: NaiveDate,
    ) -> Self {
        // What reports monthly says how it goes once a month.
        let cadence = programme.about().cadence.as_ref().and_then(|rhythm| rhythm.value()).copied();
        let staleness =
            staleness.or_else(|| cadence.map(|cadence| Staleness { cadence, grace: 0 }));
        Self { programme, last: rating::last_stated(programme, on), staleness, on }
    }

    /// What is stated of a row in a dimension: the later of a row of its own and, of all of it, of what
    /// its status says.
    fn view(
        &self,
        of: Option<Subject>,
        dimension: Dimension,
        notes: &[StatusNote],
        derived: Option<&Explained>,
    ) -> Option<StatedRatingView> {
        let row = self.last.get(&(of, dimension)).copied();
        let said = rating::last_of(row, dimension, (notes, None), self.on);
        let view = match said.map(|said| said.place) {
            Some(Place::Row(row)) => self.of_row(row, dimension, derived),
            Some(Place::Note(note)) => self.of_note(note, derived)?,
            // How far it is, where nothing says how it goes.
            None if dimension == Dimension::Overall => {
                self.of_note(newest(notes, None, self.on, |note| note.state.is_some())?, derived)?
            }
            None => return None,
        };
        let last = said.and_then(|said| said.on);
        let until = last.and_then(|last| self.staleness?.until(last));
        Some(StatedRatingView { stale: until.map(|until| until < self.on), ..view })
    }

    fn has_come(&self, when: &When) -> bool {
        when.value().is_none_or(|day| day.latest() <= self.on)
    }

    fn of_row(
        &self,
        row: &StatedRating,
        dimension: Dimension,
        derived: Option<&Explained>,
    ) -> StatedRatingView {
        let health = row.rating.as_ref().and_then(|rating| rating.value());
        let stated = |scale| rating::Stated::of_row(self.programme, row, scale).ok().flatten();
        StatedRatingView {
            dimension: dimension_word(dimension),
            rating: row.rating.as_ref().map(ToString::to_string).unwrap_or_default(),
            colour: health.and_then(|health| health.colour()).map(colour_word),
            scale: row.scale.map(scale_word),
            by: names(self.programme, &row.by),
            on: row.on.as_ref().map(ToString::to_string),
            confirmed: row
                .confirmed
                .as_ref()
                .filter(|again| self.has_come(again))
                .map(ToString::to_string),
            text: row.text.clone(),
            overrides: row.overrides.clone(),
            against: derived.map(|derived| against(derived, stated)),
            stale: None,
        }
    }

    fn of_note(&self, note: &StatusNote, derived: Option<&Explained>) -> Option<StatedRatingView> {
        let state = note.state.as_ref()?;
        let health = state.value().and_then(|said| said.health);
        let one = std::slice::from_ref(note);
        let stated = |scale| rating::Stated::of_notes(one, scale, self.on).ok().flatten();
        Some(StatedRatingView {
            dimension: dimension_word(Dimension::Overall),
            rating: state.to_string(),
            colour: health.and_then(|health| health.colour()).map(colour_word),
            scale: None,
            by: Vec::new(),
            on: note.as_at.as_ref().map(ToString::to_string),
            confirmed: None,
            text: note.text.clone(),
            overrides: None,
            against: derived.map(|derived| against(derived, stated)),
            stale: None,
        })
    }
}

/// How what is stated stands to what follows, on the scale of what follows.
fn against(
    derived: &Explained,
    stated: impl FnOnce(RatingScale) -> Option<rating::Stated>,
) -> &'static str {
    let scale = derived.rated.rating().map_or(RatingScale::Three, |rating| rating.scale());
    let compared = stated(scale).map_or(Compared::NotComparable, |stated| {
        rating::Gap::between(stated, derived.clone()).compared
    });
    compared_word(compared)
}

impl DimensionLine {
    /// The programme in every dimension.
    pub(super) fn all(
        stated: &Stated<'_>,
        (now, before): (&Ratings, Option<&Ratings>),
    ) -> Vec<Self> {
        let notes = &stated.programme.about().status;
        let line = |dimension| {
            let rated = now.whole.in_dimension(dimension);
            let before = before.and_then(|before| before.whole.in_dimension(dimension));
            Self {
                dimension: dimension_word(dimension),
                rated: rated.map(|rated| RatedView::of(rated, before)),
                stated: stated.view(None, dimension, notes, rated),
            }
        };
        Dimension::ALL.into_iter().map(line).collect()
    }
}

impl WorkstreamLine {
    /// Every workstream, in the order of references.
    pub(super) fn all(
        stated: &Stated<'_>,
        (now, before): (&Ratings, Option<&Ratings>),
    ) -> Vec<Self> {
        let programme = stated.programme;
        let rated = programme.workstreams().iter();
        let rated = rated.filter_map(|row| Some((row, now.streams.get(&row.key.id)?)));
        let line = |(row, (rated, actions)): (&Workstream, &(Calculated, Tally))| {
            let before = before.and_then(|before| before.streams.get(&row.key.id));
            let before = before.map(|(before, _)| before);
            let of = Some(row.key.id.into());
            let said =
                |dimension| stated.view(of, dimension, &row.status, rated.in_dimension(dimension));
            let cost_before = before.and_then(|before| before.cost.as_ref());
            Self {
                workstream: SubjectView::of(programme, row.key.id.into()),
                part_of: row.parent.map(|whole| SubjectView::of(programme, whole.into())),
                time: RatedView::of(&rated.time, before.map(|before| &before.time)),
                cost: rated.cost.as_ref().map(|cost| RatedView::of(cost, cost_before)),
                overall: RatedView::of(&rated.overall, before.map(|before| &before.overall)),
                actions: actions.to_string(),
                stated: Dimension::ALL.into_iter().filter_map(said).collect(),
            }
        };
        rated.map(line).collect()
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
            let action = row.as_ref().and_then(|row| match row.row {
                Subject::Action(id) => Some(id),
                _ => None,
            });
            let own = action.and_then(|id| programme.workstream_of(id));
            let part = Part { row, rated: explained.rated, critical: false };
            let Some(own) = own else {
                parts.unassigned.push(part);
                continue;
            };
            for row in upwards(programme.workstreams(), own) {
                parts.streams.entry(row.key.id).or_default().push(part.clone());
            }
        }
        parts
    }

    fn within(&self, stream: Id<Workstream>) -> &[Part] {
        self.streams.get(&stream).map(Vec::as_slice).unwrap_or_default()
    }
}
