//! Ratings as stated: of wholes and of their parts.

use std::collections::BTreeMap;

use super::Context;
use crate::{
    model::{Programme, Standing, StatedRating, StatusNote, Subject, Workstream},
    rating,
    values::{Colour, Dimension, Id, RatingScale},
};

/// A colour that was last stated of something.
#[derive(Clone, Copy)]
pub(super) struct Shown<'p> {
    /// None for the programme.
    pub(super) of: Option<Subject>,
    pub(super) colour: Colour,
    /// The scale that it is on, as is stated or as only one scale has the colour.
    pub(super) scale: Option<RatingScale>,
    /// The row that states it; none where a note of the thing's own does.
    pub(super) row: Option<&'p StatedRating>,
}

/// What was last stated of a whole and of its parts, in one dimension.
pub(super) struct Rolled<'p> {
    pub(super) of: Option<Subject>,
    pub(super) dimension: Dimension,
    pub(super) whole: Option<Shown<'p>>,
    /// Those of its parts of which a colour is stated.
    pub(super) parts: Vec<Shown<'p>>,
    /// How many parts there are in all.
    pub(super) all: usize,
}

/// The programme with its workstreams, and each workstream with its sub-streams, projects and
/// actions, in every dimension in which a colour is stated of a part.
pub(super) fn rolled<'p>(context: &Context<'p>) -> Vec<Rolled<'p>> {
    let programme = context.programme;
    let said = Said { context, last: rating::last_stated(programme, context.on) };
    let dimensions = Dimension::ALL.into_iter().filter(|dimension| said.speaks_of(*dimension));
    let dimensions: Vec<_> = dimensions.collect();
    let mut all = Vec::new();
    for (stream, parts) in parts(programme) {
        let notes = match stream.map(|id| programme.get(id)) {
            None => &programme.about().status[..],
            Some(row) => row.map(|row| &row.status[..]).unwrap_or_default(),
        };
        let of = stream.map(Subject::from);
        for dimension in &dimensions {
            let shown = |(row, notes): &Noted<'p>| said.shown(Some(*row), *dimension, notes);
            let shown: Vec<_> = parts.iter().filter_map(shown).collect();
            if !shown.is_empty() {
                let (whole, all_parts) = (said.shown(of, *dimension, notes), parts.len());
                let dimension = *dimension;
                all.push(Rolled { of, dimension, whole, parts: shown, all: all_parts });
            }
        }
    }
    all
}

/// A row and what has been said of its state.
type Noted<'p> = (Subject, &'p [StatusNote]);

/// The parts of the programme and of each workstream.
fn parts(programme: &Programme) -> BTreeMap<Option<Id<Workstream>>, Vec<Noted<'_>>> {
    let mut parts: BTreeMap<_, Vec<Noted<'_>>> = BTreeMap::new();
    for row in programme.workstreams() {
        parts.entry(row.parent).or_default().push((row.key.id.into(), &row.status));
    }
    let projects = programme.projects().iter();
    let projects = projects.map(|row| (row.workstream, row.key.id.into(), &row.status[..]));
    let actions = programme.actions().iter();
    let actions = actions.map(|row| (row.workstream, row.key.id.into(), &row.status[..]));
    for (stream, row, notes) in projects.chain(actions) {
        if stream.is_some() {
            parts.entry(stream).or_default().push((row, notes));
        }
    }
    parts
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
    /// Whether anything may be stated in a dimension: of all of a thing its status may speak.
    fn speaks_of(&self, dimension: Dimension) -> bool {
        dimension == Dimension::Overall || self.last.keys().any(|(_, of)| *of == dimension)
    }

    /// What was last stated: by a row of its own, or else, of all of it, in its status.
    fn shown(
        &self,
        of: Option<Subject>,
        dimension: Dimension,
        notes: &[StatusNote],
    ) -> Option<Shown<'p>> {
        let row = self.last.get(&(of, dimension)).copied();
        let health = match row {
            Some(row) => row.rating.as_ref().and_then(|rating| rating.value()).copied(),
            None if dimension == Dimension::Overall && notes.iter().any(says_how) => {
                Standing::of_notes(notes, self.context.on).health
            }
            None => None,
        };
        let colour = health?.colour()?;
        let scale = row.and_then(|row| row.scale).or_else(|| only_scale(colour));
        Some(Shown { of, colour, scale, row })
    }
}

/// Whether a note says how it goes; most say how far it is, and no more.
fn says_how(note: &StatusNote) -> bool {
    note.state.as_ref().and_then(|state| state.value()).is_some_and(|said| said.health.is_some())
}

impl Rolled<'_> {
    /// What is rated, at the beginning of a sentence.
    pub(super) fn named(&self, context: &Context<'_>) -> String {
        let whole = match self.of {
            None => "The programme".to_owned(),
            Some(row) => context.programme.shown(row),
        };
        match self.dimension {
            Dimension::Overall => whole,
            dimension => format!("{whole} ({dimension})"),
        }
    }
}
