//! Ratings as stated: of wholes and of their parts.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::Context;
use crate::{
    model::{Action, StatedRating, StatusNote, Subject, Workstream, health},
    rating::{self, Place},
    values::{ActionStatus, Colour, Dimension, Id, RatingScale, When},
};

/// A colour that was last stated of something.
#[derive(Clone, Copy)]
pub(super) struct Shown<'p> {
    /// None for the programme.
    pub(super) of: Option<Subject>,
    pub(super) dimension: Dimension,
    pub(super) colour: Colour,
    /// The scale that it is on, as is stated or as only one scale has the colour.
    pub(super) scale: Option<RatingScale>,
    /// The row that states it; none where a note of the thing's own does.
    pub(super) row: Option<&'p StatedRating>,
    /// The day for which it was said.
    pub(super) on: Option<NaiveDate>,
}

/// What was last stated of a whole and of its parts, in one dimension.
pub(super) struct Rolled<'p> {
    pub(super) whole: Option<Shown<'p>>,
    /// Those of its parts of which a colour is stated, and of all of it its own dimensions.
    pub(super) parts: Vec<Shown<'p>>,
}

/// A row, none for the programme; what has been said of its state; and the day of the plan in which
/// it stands, of which notes without a day are.
type Piece<'p> = (Option<Subject>, &'p [StatusNote], Option<&'p When>);

/// The programme with its workstreams and what stands in none, and each workstream with its
/// sub-streams, projects and actions, in every dimension in which a colour is stated of a part that
/// is not over.
pub(super) fn rolled<'p>(context: &Context<'p>) -> Vec<Rolled<'p>> {
    let programme = context.programme;
    let said = Said { context, last: rating::last_stated(programme, context.on) };
    let mut parts = said.parts();
    // A whole without parts has dimensions that may be stated.
    parts.entry(None).or_default();
    for row in programme.workstreams() {
        parts.entry(Some(row.key.id)).or_default();
    }
    let rated: BTreeSet<Dimension> = said.last.keys().map(|(_, dimension)| *dimension).collect();
    let of_all = |dimension: &Dimension| *dimension == Dimension::Overall;
    let dimensions: Vec<_> =
        Dimension::ALL.into_iter().filter(|own| of_all(own) || rated.contains(own)).collect();
    let mut all = Vec::new();
    for (stream, parts) in parts {
        let whole = said.whole(stream);
        for dimension in &dimensions {
            let shown = parts.iter().filter_map(|part| said.shown(*part, *dimension));
            let mut shown: Vec<_> = shown.collect();
            if of_all(dimension) {
                let own = dimensions.iter().filter(|own| !of_all(own));
                let own = own.filter(|own| **own != Dimension::DeliveryConfidence);
                shown.extend(own.filter_map(|own| said.shown(whole, *own)));
            }
            if !shown.is_empty() {
                let rated = said.shown(whole, *dimension);
                all.push(Rolled { whole: rated, parts: shown });
            }
        }
    }
    all
}

/// The one scale that has a colour, where only one does.
fn only_scale(colour: Colour) -> Option<RatingScale> {
    let mut scales = RatingScale::ALL.into_iter().filter(|scale| scale.colours().contains(&colour));
    scales.next().filter(|_| scales.next().is_none())
}

struct Said<'c, 'p> {
    context: &'c Context<'p>,
    last: BTreeMap<(Option<Subject>, Dimension), &'p StatedRating>,
}

impl<'p> Said<'_, 'p> {
    /// The open parts of which something may be stated, of the programme and of each workstream.
    fn parts(&self) -> BTreeMap<Option<Id<Workstream>>, Vec<Piece<'p>>> {
        let (programme, context) = (self.context.programme, self.context);
        let rows: BTreeSet<Subject> = self.last.keys().filter_map(|(row, _)| *row).collect();
        let said = |of: Subject, notes: &[StatusNote]| {
            // Most notes say how far it is, and not how it goes.
            rows.contains(&of) || notes.iter().any(|note| health(note).is_some())
        };
        let is_open = |status: Option<ActionStatus>| status.is_none_or(ActionStatus::is_open);
        let mut parts: BTreeMap<_, Vec<Piece<'p>>> = BTreeMap::new();
        for row in programme.workstreams() {
            let of = row.key.id.into();
            if said(of, &row.status) && context.is_open(row) {
                let piece = (Some(of), &row.status[..], None);
                parts.entry(row.parent).or_default().push(piece);
            }
        }
        for row in programme.projects() {
            let of = row.key.id.into();
            if said(of, &row.status) && context.is_open(row) {
                let piece = (Some(of), &row.status[..], None);
                parts.entry(row.workstream).or_default().push(piece);
            }
        }
        // What an action is divided into is judged with it.
        let whole = |row: &&Action| row.parent.is_none();
        for row in programme.actions().iter().filter(whole) {
            let of = row.key.id.into();
            if said(of, &row.status) && is_open(programme.standing(row, context.on).status) {
                let piece = (Some(of), &row.status[..], programme.plan_date(row));
                parts.entry(row.workstream).or_default().push(piece);
            }
        }
        parts
    }

    /// The programme, or a workstream.
    fn whole(&self, stream: Option<Id<Workstream>>) -> Piece<'p> {
        let programme = self.context.programme;
        let notes = match stream.map(|id| programme.get(id)) {
            None => &programme.about().status[..],
            Some(row) => row.map(|row| &row.status[..]).unwrap_or_default(),
        };
        (stream.map(Subject::from), notes, None)
    }

    fn shown(&self, (of, notes, plan): Piece<'p>, dimension: Dimension) -> Option<Shown<'p>> {
        let row = self.last.get(&(of, dimension)).copied();
        let said = rating::last_of(row, dimension, (notes, plan), self.context.on)?;
        let colour = said.health?.colour()?;
        let row = match said.place {
            Place::Row(row) => Some(row),
            Place::Note(_) => None,
        };
        let scale = row.and_then(|row| row.scale).or_else(|| only_scale(colour));
        let on = match row {
            Some(row) => row.on.as_ref().and_then(|on| on.value()).map(|on| on.latest()),
            None => said.on,
        };
        Some(Shown { of, dimension, colour, scale, row, on })
    }
}

impl Shown<'_> {
    /// What is rated, in the middle of a sentence: "W1", "the programme (cost)".
    pub(super) fn called(&self, context: &Context<'_>) -> String {
        let whole = match self.of {
            None => "the programme".to_owned(),
            Some(row) => context.programme.shown(row),
        };
        match self.dimension {
            Dimension::Overall => whole,
            dimension => format!("{whole} ({dimension})"),
        }
    }
}
