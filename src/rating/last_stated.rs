//! What was last stated of something: by a row of its own, or in its status.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::stated::day;
use crate::{
    model::{Programme, StatedRating, StatusNote, Subject, health, newest, said},
    values::{Dimension, Health, When},
};

/// What was last stated by the end of a day of each row, in each dimension; of no row, of the whole
/// programme. A rating counts from its day, or from that on which it was last confirmed; one of no day that can
/// be read was stated before all else. Words that say that nothing is said yet ("TBC") take nothing
/// back.
///
/// ```
/// use programme::model::{About, Draft, StatedRating};
/// use programme::{rating, values::{Dimension, Printed, RatingScale, When}};
///
/// let mut draft = Draft::new(About::named("example"));
/// for (reference, words, on) in [("RAG1", "Green", "May 2020"), ("RAG2", "Amber", "June 2020")] {
///     let mut row = StatedRating::new(draft.key(reference.parse()?), "Cost of the programme");
///     row.dimension = Some(Dimension::Cost);
///     row.rating = Some(Printed::read(words));
///     row.on = Some(When::read(on));
///     draft.put(row);
/// }
/// let programme = draft.finish()?;
/// let last = rating::last_stated(&programme, "2020-06-15".parse()?);
/// let row = last.get(&(None, Dimension::Cost)).ok_or("nothing is stated")?;
/// assert_eq!(row.key.reference.to_string(), "RAG1", "June is not over");
/// let stated = rating::Stated::of_row(&programme, row, RatingScale::Three)?.ok_or("no colour")?;
/// assert_eq!(stated.to_string(), "somebody said so on 31 May 2020");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn last_stated(
    programme: &Programme,
    on: NaiveDate,
) -> BTreeMap<(Option<Subject>, Dimension), &StatedRating> {
    let mut last: BTreeMap<_, &StatedRating> = BTreeMap::new();
    for row in programme.stated_ratings() {
        let says = row.rating.as_ref().is_some_and(|rating| rating.says_something());
        if !says || day(row.on.as_ref()).is_some_and(|said| said > on) {
            continue;
        }
        let newest = last.entry((row.of, row.dimension.unwrap_or(Dimension::Overall)));
        let newest = newest.or_insert(row);
        if last_said(newest, on) <= last_said(row, on) {
            *newest = row;
        }
    }
    last
}

/// The day by which a row was last said or confirmed, as at a day.
pub(crate) fn last_said(row: &StatedRating, on: NaiveDate) -> Option<NaiveDate> {
    let confirmed = day(row.confirmed.as_ref()).filter(|confirmed| *confirmed <= on);
    day(row.on.as_ref()).max(confirmed)
}

/// Where something is stated.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Place<'p> {
    /// In a row of its own.
    Row(&'p StatedRating),
    /// In the status of what is rated.
    Note(&'p StatusNote),
}

/// What was last stated of something in one dimension.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LastSaid<'p> {
    pub(crate) place: Place<'p>,
    /// How it is said to go; none where the words give nothing.
    pub(crate) health: Option<Health>,
    /// The day by which it was said or confirmed.
    pub(crate) on: Option<NaiveDate>,
}

/// The later of what a row of its own states and of what its status says: the status speaks of all of
/// a thing.
pub(crate) fn last_of<'p>(
    row: Option<&'p StatedRating>,
    dimension: Dimension,
    (notes, plan): (&'p [StatusNote], Option<&When>),
    on: NaiveDate,
) -> Option<LastSaid<'p>> {
    let row = row.map(|row| LastSaid {
        place: Place::Row(row),
        health: row.rating.as_ref().and_then(|rating| rating.value()).copied(),
        on: last_said(row, on),
    });
    if dimension != Dimension::Overall {
        return row;
    }
    let note = newest(notes, plan, on, |note| health(note).is_some());
    let note = note.map(|note| LastSaid {
        place: Place::Note(note),
        health: health(note),
        on: said(note, plan).0,
    });
    match (row, note) {
        (Some(row), Some(note)) if row.on < note.on => Some(note),
        (row, note) => row.or(note),
    }
}
