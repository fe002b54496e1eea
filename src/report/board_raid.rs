//! Lines of a board's page: risks on their matrix, exceptions, and what is beyond its tolerance.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;

#[cfg(feature = "schema")]
use super::board_ratings::DIMENSIONS;
use super::{
    board_lines::names,
    board_ratings::dimension_word,
    described::{view, words},
    view::SubjectView,
};
use crate::{
    model::{Acceptance, Exception, Issue, MatrixStep, Programme, Risk, RiskKind, RiskMatrix},
    raid::{self, Spread, Stage},
    rating::{self, Breach},
    values::{Id, WorkingCalendar},
};

view! {
    /// A live risk.
    ///
    /// See [`board_dashboard`](super::board_dashboard) for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct RiskLine {
        /// The risk.
        pub risk: SubjectView,
        /// `threat` or `opportunity`; null where the paper does not say.
        pub kind: Option<&'static str> as one_of(KINDS.iter().copied()),
        /// What the council's matrix makes of likelihood and impact; null where it makes nothing.
        pub score: Option<u32>,
        /// The score that the paper gives, as printed.
        pub stated_score: Option<String>,
        /// Why there is no score; null where there is one.
        pub why_no_score: Option<String>,
        /// The likelihood, as printed.
        pub likelihood: Option<String>,
        /// The impact, as printed.
        pub impact: Option<String>,
        /// Whether it is above the council's appetite; null where that cannot be told.
        pub above_appetite: Option<bool>,
        /// Who owns it.
        pub owners: Vec<String>,
        /// What is done about it.
        pub mitigations: Vec<String>,
        /// Who accepts it as it is, and until when; null where nobody does.
        pub accepted: Option<String>,
        /// The day on which it is looked at again, as printed.
        pub review: Option<String>,
        /// Whether it is sure that it is live.
        pub certainly_live: bool,
    }
}

view! {
    /// An issue that is live, or may be.
    ///
    /// See [`board_dashboard`](super::board_dashboard) for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct IssueLine {
        /// The issue.
        pub issue: SubjectView,
        /// How grave it is, as printed.
        pub severity: Option<String>,
        /// Who answers for it.
        pub owners: Vec<String>,
        /// When it was raised, as printed.
        pub raised: Option<String>,
        /// When it is to be settled, as printed.
        pub due: Option<String>,
        /// Whether that day is past; null where no day can be read.
        pub overdue: Option<bool>,
        /// The risk that came about.
        pub arises_from: Option<SubjectView>,
    }
}

view! {
    /// Live threats, counted by their place on the council's matrix.
    ///
    /// See [`board_dashboard`](super::board_dashboard) for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct MatrixView {
        /// What likelihoods are called, least first.
        pub likelihoods: Vec<String>,
        /// What impacts are called, least first.
        pub impacts: Vec<String>,
        /// How many threats stand at each likelihood and, within it, at each impact.
        pub threats: Vec<Vec<u64>>,
    }
}

view! {
    /// An exception that stands, or may.
    ///
    /// See [`board_dashboard`](super::board_dashboard) for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct ExceptionLine {
        /// The exception.
        pub exception: SubjectView,
        /// What is expected to go beyond its tolerance; null where that is the whole programme.
        pub of: Option<SubjectView>,
        /// In which dimension.
        pub dimension: Option<&'static str> as one_of(DIMENSIONS.iter().copied()),
        /// When it was raised, as printed.
        pub raised: Option<String>,
        /// What it is expected to come to, as printed.
        pub forecast: Option<String>,
        /// When it is expected to be done, as printed.
        pub forecast_date: Option<String>,
        /// What it comes from.
        pub cause: Option<String>,
        /// What it would do if nothing were done.
        pub consequence: Option<String>,
        /// What may be done.
        pub options: Vec<String>,
        /// What is recommended of it.
        pub recommended: Option<String>,
        /// The body that decides.
        pub body: Option<String>,
        /// What it decided; null as long as it has not.
        pub decision: Option<SubjectView>,
    }
}

view! {
    /// Something that is beyond its tolerance.
    ///
    /// See [`board_dashboard`](super::board_dashboard) for an example.
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    pub struct BreachLine {
        /// The row; null where it is the whole programme.
        pub row: Option<SubjectView>,
        /// In which dimension.
        pub dimension: &'static str as one_of(DIMENSIONS.iter().copied()),
        /// How far it goes, and how far it may.
        pub shown: String,
        /// The exception that was raised of it; null where none was.
        pub exception: Option<SubjectView>,
        /// Whether it is sure.
        pub certain: bool,
        /// Whether it is sure that an exception stands.
        pub certainly_raised: bool,
    }
}

words! {
    fn kind_word(kind: RiskKind) in KINDS {
        RiskKind::Threat => "threat",
        RiskKind::Opportunity => "opportunity",
    }
}

impl RiskLine {
    /// The risks that are live on a day or may be, the gravest first, those without a score last.
    pub(super) fn all(programme: &Programme, stage: Stage, on: NaiveDate) -> Vec<Self> {
        let live = raid::exposure(programme, stage, on);
        let matrix = raid::matrix(programme, on).map(|given| given.value);
        let mut lines = Vec::new();
        for spread in [&live.threats, &live.opportunities] {
            let perhaps: BTreeSet<_> = spread.perhaps.iter().collect();
            let scored = spread.scored.values().rev().flatten();
            for id in scored.chain(&spread.off_matrix).chain(&spread.unscored) {
                let risk = programme.get(*id);
                lines.extend(risk.map(|risk| {
                    let sure = !perhaps.contains(id);
                    Self::of(programme, risk, stage, (spread, matrix), (sure, on))
                }));
            }
        }
        lines
    }

    fn of(
        programme: &Programme,
        risk: &Risk,
        stage: Stage,
        (spread, matrix): (&Spread, Option<&RiskMatrix>),
        (certainly_live, on): (bool, NaiveDate),
    ) -> Self {
        let id: Id<Risk> = risk.key.id;
        let given = stage.of(risk);
        let mut scored = spread.scored.iter().filter(|(_, rows)| rows.contains(&id));
        let score = scored.next().map(|(score, _)| score.value());
        let why = match (matrix, given) {
            _ if score.is_some() => None,
            (_, None) => Some("likelihood and impact are not given".to_owned()),
            (None, _) => Some("no matrix is held".to_owned()),
            (Some(matrix), Some(given)) => {
                raid::score(matrix, given).err().map(|error| error.to_string())
            }
        };
        let appetite = matrix.and_then(|matrix| matrix.appetite);
        // What is above the appetite for harm is no matter for chances.
        let appetite = appetite.filter(|_| risk.kind != Some(RiskKind::Opportunity));
        Self {
            risk: SubjectView::of(programme, id.into()),
            kind: risk.kind.map(kind_word),
            score,
            stated_score: given.and_then(|given| given.stated.as_ref()).map(ToString::to_string),
            why_no_score: why,
            likelihood: given.and_then(|given| given.likelihood.clone()),
            impact: given.and_then(|given| given.impact.clone()),
            above_appetite: score.zip(appetite).map(|(score, appetite)| score > appetite),
            owners: names(programme, &risk.owners),
            mitigations: risk.mitigations.clone(),
            accepted: risk.acceptance.as_ref().map(|given| accepted(given, on)),
            review: risk.review.as_ref().map(ToString::to_string),
            certainly_live,
        }
    }
}

/// `Chief Executive until March 2022`
fn accepted(acceptance: &Acceptance, on: NaiveDate) -> String {
    let by = acceptance.by.as_deref().unwrap_or("somebody");
    let over = acceptance.until.as_ref().and_then(|until| until.value());
    match &acceptance.until {
        Some(until) if over.is_some_and(|over| over.latest() < on) => {
            format!("{by} until {until}, which is past")
        }
        Some(until) => format!("{by} until {until}"),
        None => format!("{by}, until when is not said"),
    }
}

impl IssueLine {
    pub(super) fn all(programme: &Programme, on: NaiveDate) -> Vec<Self> {
        let live = raid::live_issues(programme, on).into_iter();
        let line = |issue: &Issue| Self {
            issue: SubjectView::of(programme, issue.key.id.into()),
            severity: issue.severity.clone(),
            owners: names(programme, &issue.owners),
            raised: issue.raised.as_ref().map(ToString::to_string),
            due: issue.due.as_ref().map(ToString::to_string),
            overdue: issue.due.as_ref().and_then(|due| due.value()).map(|due| due.latest() < on),
            arises_from: issue.arises_from.map(|risk| SubjectView::of(programme, risk.into())),
        };
        live.map(line).collect()
    }
}

impl MatrixView {
    /// The matrix of a day, where one is held and a live threat stands on it.
    pub(super) fn of(programme: &Programme, stage: Stage, on: NaiveDate) -> Option<Self> {
        let matrix = raid::matrix(programme, on)?.value;
        let threats = raid::exposure(programme, stage, on).threats;
        if threats.scored.is_empty() {
            return None;
        }
        let names = |steps: &[MatrixStep]| values(steps).map(|(name, _)| name).collect();
        let cells = |likelihood: u32| {
            let cell =
                |(_, impact)| u64::try_from(threats.cell(likelihood, impact)).unwrap_or(u64::MAX);
            values(&matrix.impacts).map(cell).collect()
        };
        Some(Self {
            likelihoods: names(&matrix.likelihoods),
            impacts: names(&matrix.impacts),
            threats: values(&matrix.likelihoods).map(|(_, value)| cells(value)).collect(),
        })
    }
}

/// The steps of a matrix: what each is called, and what it counts for.
fn values(steps: &[MatrixStep]) -> impl Iterator<Item = (String, u32)> + '_ {
    raid::counts(steps).map(|(step, value)| {
        let name = step.name.as_ref().map(|name| format!("{value} {name}"));
        (name.unwrap_or_else(|| value.to_string()), value)
    })
}

impl ExceptionLine {
    pub(super) fn all(programme: &Programme, on: NaiveDate) -> Vec<Self> {
        let live = raid::live_exceptions(programme, on).into_iter();
        live.map(|row| Self::of(programme, row)).collect()
    }

    fn of(programme: &Programme, row: &Exception) -> Self {
        Self {
            exception: SubjectView::of(programme, row.key.id.into()),
            of: row.of.map(|of| SubjectView::of(programme, of)),
            dimension: row.dimension.map(dimension_word),
            raised: row.raised.as_ref().map(ToString::to_string),
            forecast: row.forecast.as_ref().map(ToString::to_string),
            forecast_date: row.forecast_date.as_ref().map(ToString::to_string),
            cause: row.cause.clone(),
            consequence: row.consequence.clone(),
            options: row.options.clone(),
            recommended: row.recommended.clone(),
            body: row.body.and_then(|body| programme.name(body)).map(str::to_owned),
            decision: row.decision.map(|made| SubjectView::of(programme, made.into())),
        }
    }
}

impl BreachLine {
    pub(super) fn all(
        programme: &Programme,
        calendar: &WorkingCalendar,
        on: NaiveDate,
    ) -> Vec<Self> {
        let found = rating::breaches(programme, calendar, on).into_iter();
        found.map(|breach| Self::of(programme, &breach)).collect()
    }

    fn of(programme: &Programme, breach: &Breach) -> Self {
        Self {
            row: breach.row.as_ref().map(|row| SubjectView::of(programme, row.row)),
            dimension: dimension_word(breach.dimension),
            shown: breach.to_string(),
            exception: breach.exception.as_ref().map(|row| SubjectView::of(programme, row.row)),
            certain: breach.certainty.is_certain(),
            certainly_raised: breach.excepted.is_certain(),
        }
    }
}
