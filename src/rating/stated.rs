//! Ratings as stated: by whom, when, and how they stand to what follows from the facts.

use std::fmt;

use chrono::{Days, NaiveDate};

use super::{Compared, Explained, Grey, Measured, MixedScales, Rated};
use crate::{
    history::listed,
    model::{Action, Programme, StatedRating, StatusNote, health, newest, said},
    values::{Cadence, Dimension, OffScale, Rating, RatingScale, When, say_nothing},
};

/// A rating that somebody stated. Never worked out from anything, and never changed by what is.
///
/// ```
/// use programme::{rating::Stated, values::{Colour, Dimension, RatingScale}};
///
/// let amber = RatingScale::Three.rating(Colour::Amber)?;
/// let mut stated = Stated::new(amber, "2020-05-01".parse()?);
/// stated.by = Some("Programme Manager".into());
/// assert_eq!(stated.explain(Dimension::Scope).to_string(),
///     "Scope is amber, because Programme Manager said so on 1 May 2020 (as stated).");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// The rating.
    pub rating: Rating,
    /// The post or body that stated it.
    pub by: Option<String>,
    /// The day for which it was said; none where no day can be read.
    pub on: Option<NaiveDate>,
    /// What was said, in short.
    pub words: Option<String>,
    /// The day on which somebody looked again and said that it is unchanged. A rating that was only
    /// copied forward has none.
    pub confirmed: Option<NaiveDate>,
}

/// For how long a rating holds.
///
/// ```
/// use programme::rating::Staleness;
/// use programme::values::{Cadence, Unit};
///
/// let monthly = Staleness { cadence: Cadence::every(1, Unit::Month), grace: 3 };
/// assert_eq!(monthly.until("2020-01-31".parse()?), Some("2020-03-03".parse()?));
/// let regular = Staleness { cadence: Cadence::Regular, grace: 3 };
/// assert_eq!(regular.until("2020-01-31".parse()?), None, "no length is given");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Staleness {
    /// How often it is said anew.
    pub cadence: Cadence,
    /// How many days later is still in time.
    pub grace: u16,
}

impl Staleness {
    /// The last day on which a rating holds that was said on a day; none where the cadence has no
    /// length.
    ///
    /// See [`Staleness`] for an example.
    #[must_use]
    pub fn until(&self, said: NaiveDate) -> Option<NaiveDate> {
        let Cadence::Every(length) = self.cadence else { return None };
        let next = length.unit().after(said, length.most().into())?;
        next.checked_add_days(Days::new(self.grace.into()))
    }
}

impl Stated {
    /// A rating of a day.
    #[must_use]
    pub fn new(rating: Rating, on: NaiveDate) -> Self {
        Self { rating, by: None, on: Some(on), words: None, confirmed: None }
    }

    /// The newest rating that was stated of an action by the end of a day, if any was. Notes do not
    /// say who wrote them.
    ///
    /// ```
    /// use programme::model::{About, Draft, StatusNote};
    /// use programme::{rating::Stated, values::{Colour, RatingScale}};
    /// use programme::{values::{Printed, When}, Action};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let mut action = Action::new(draft.key("A1".parse()?), "Publish the plan");
    /// action.status.push(StatusNote {
    ///     state: Some(Printed::read("In progress - red")),
    ///     as_at: Some(When::read("1 May 2020")),
    ///     ..StatusNote::default()
    /// });
    /// draft.put(action);
    /// let programme = draft.finish()?;
    /// let action = programme.actions().iter().next().ok_or("no action")?;
    /// let on = "2020-06-01".parse()?;
    /// let stated = Stated::of_action(&programme, action, RatingScale::Three, on)?.ok_or("not said")?;
    /// assert_eq!(stated.rating.colour(), Colour::Red);
    /// assert_eq!(stated.on, Some("2020-05-01".parse()?));
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`OffScale`] if what was said is no colour of the scale.
    pub fn of_action(
        programme: &Programme,
        action: &Action,
        scale: RatingScale,
        on: NaiveDate,
    ) -> Result<Option<Self>, OffScale> {
        let of = |off| OffScale { of: Some(programme.shown(action.key.id)), ..off };
        Self::newest(&action.status, programme.plan_date(action), scale, on).map_err(of)
    }

    /// The newest rating that notes state by the end of a day, if any does: of a workstream, a
    /// project, a programme.
    ///
    /// ```
    /// use programme::{model::StatusNote, rating::Stated, values::{Printed, RatingScale}};
    ///
    /// let state = Some(Printed::read("Amber/Red"));
    /// let note = StatusNote { state, ..StatusNote::default() };
    /// let on = "2020-06-01".parse()?;
    /// let stated = |scale| Stated::of_notes(std::slice::from_ref(&note), scale, on);
    /// assert!(stated(RatingScale::Five).is_ok_and(|stated| stated.is_some()), "delivery confidence");
    /// assert!(stated(RatingScale::Three).is_err());
    /// # Ok::<_, chrono::ParseError>(())
    /// ```
    ///
    /// # Errors
    /// [`OffScale`] if what was said is no colour of the scale.
    pub fn of_notes(
        notes: &[StatusNote],
        scale: RatingScale,
        on: NaiveDate,
    ) -> Result<Option<Self>, OffScale> {
        Self::newest(notes, None, scale, on)
    }

    /// The rating of a row that holds one; none where its words give no colour. It is on the scale
    /// that the row names, or else on the one that is given.
    ///
    /// See [`last_stated`](super::last_stated) for an example.
    ///
    /// # Errors
    /// [`OffScale`] if what was said is no colour of the scale.
    pub fn of_row(
        programme: &Programme,
        row: &StatedRating,
        scale: RatingScale,
    ) -> Result<Option<Self>, OffScale> {
        let health = row.rating.as_ref().and_then(|rating| rating.value());
        let Some(colour) = health.and_then(|health| health.colour()) else { return Ok(None) };
        let of = |off| OffScale { of: Some(programme.shown(row.key.id)), ..off };
        let rating = row.scale.unwrap_or(scale).rating(colour).map_err(of)?;
        let by: Vec<_> = row.by.iter().map(|lead| programme.lead_name(lead)).collect();
        Ok(Some(Self {
            rating,
            by: (!by.is_empty()).then(|| listed(&by)),
            on: day(row.on.as_ref()),
            words: row.text.clone(),
            confirmed: day(row.confirmed.as_ref()),
        }))
    }

    fn newest(
        notes: &[StatusNote],
        plan: Option<&When>,
        scale: RatingScale,
        on: NaiveDate,
    ) -> Result<Option<Self>, OffScale> {
        let note = newest(notes, plan, on, |note| health(note).is_some());
        let Some((note, health)) = note.and_then(|note| Some((note, health(note)?))) else {
            return Ok(None);
        };
        let rating = scale.stated(health)?;
        let (on, words) = (said(note, plan).0, note.text.clone());
        Ok(Some(Self { rating, by: None, on, words, confirmed: None }))
    }

    /// The same, looked at again and unchanged: it holds from that day on. An earlier day changes
    /// nothing.
    ///
    /// ```
    /// use programme::{rating::Stated, values::RatingScale};
    ///
    /// let (may, june) = ("2020-05-01".parse()?, "2020-06-01".parse()?);
    /// let stated = Stated::new(RatingScale::Three.green(), may).confirm(june);
    /// assert_eq!((stated.on, stated.last_said()), (Some(may), Some(june)));
    /// # Ok::<_, chrono::ParseError>(())
    /// ```
    #[must_use]
    pub fn confirm(mut self, on: NaiveDate) -> Self {
        self.confirmed = self.last_said().max(Some(on));
        self
    }

    /// The day on which it was last said or confirmed.
    ///
    /// See [`confirm`](Self::confirm) for an example.
    #[must_use]
    pub fn last_said(&self) -> Option<NaiveDate> {
        self.on.max(self.confirmed)
    }

    /// What it is worth on a day: itself, or grey with the last colour where it is out of date or
    /// was said on no day that can be read. Before the day on which it was said it is not there.
    ///
    /// ```
    /// use programme::{rating::{Staleness, Stated}, values::RatingScale};
    /// use programme::values::{Cadence, Unit};
    ///
    /// let monthly = Staleness { cadence: Cadence::every(1, Unit::Month), grace: 3 };
    /// let stated = Stated::new(RatingScale::Three.green(), "2020-05-01".parse()?);
    /// let on = |day: &str| day.parse().map(|day| stated.on_day(day, &monthly).to_string());
    /// assert_eq!(on("2020-06-04")?, "green", "a month, and three days");
    /// assert_eq!(on("2020-06-05")?, "grey (stale, last green)");
    /// assert_eq!(on("2020-04-30")?, "grey (not assessed)");
    /// # Ok::<_, chrono::ParseError>(())
    /// ```
    #[must_use]
    pub fn on_day(&self, on: NaiveDate, staleness: &Staleness) -> Rated {
        if self.on.is_some_and(|said| said > on) {
            return Grey::NotAssessed.into();
        }
        // What was confirmed later was not yet on this day.
        let confirmed = self.confirmed.filter(|confirmed| *confirmed <= on);
        let Some(last) = self.on.max(confirmed) else { return Grey::Stale(self.rating).into() };
        match staleness.until(last) {
            Some(until) if until < on => Grey::Stale(self.rating).into(),
            _ => self.rating.into(),
        }
    }

    /// The rating of a dimension, as stated.
    ///
    /// See [`Stated`] for an example.
    #[must_use]
    pub fn explain(&self, dimension: Dimension) -> Explained {
        let (rated, rule) = (self.rating.into(), "as stated".into());
        let value = Measured::Stated(self.to_string());
        Explained { rated, dimension, rule, value, threshold: None, rows: Vec::new() }
    }
}

/// The last day of a date.
pub(super) fn day(when: Option<&When>) -> Option<NaiveDate> {
    when.and_then(|when| when.value()).map(|date| date.latest())
}

/// A rating that is stated, one that follows from the facts, and how the one stands to the other.
///
/// ```
/// use programme::rating::{self, Compared, Gap, Part, RollUp, Stated};
/// use programme::values::{Dimension, RatingScale};
///
/// let stated = Stated::new(RatingScale::Three.green(), "2020-05-01".parse()?);
/// let derived = RollUp::worst_of().explain(Dimension::Overall, &[])?;
/// let gap = Gap::between(stated, derived);
/// assert_eq!(gap.compared, Compared::NotComparable, "nothing follows from nothing");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// What is stated.
    pub stated: Stated,
    /// What follows from the facts.
    pub derived: Explained,
    /// How what is stated stands to what follows.
    pub compared: Compared,
}

impl Gap {
    /// Holds what is stated against what follows; both are kept.
    ///
    /// See [`Gap`] for an example.
    #[must_use]
    pub fn between(stated: Stated, derived: Explained) -> Self {
        let compared = Rated::from(stated.rating).compared_with(derived.rated);
        Self { stated, derived, compared }
    }
}

/// A rating that somebody puts in the place of the one that follows, by name and with a reason.
///
/// ```
/// use programme::{rating::{Override, RollUp}, values::{Dimension, RatingScale}};
///
/// let derived = RollUp::worst_of().explain(Dimension::Overall, &[])?;
/// let (green, on) = (RatingScale::Three.green(), "2020-05-01".parse()?);
/// let given = Override::new(derived.clone(), green, "Programme Board", "The risk is gone", on)?;
/// assert_eq!(given.derived, derived, "which is kept");
/// let nameless = Override::new(derived, green, " ", "The risk is gone", on);
/// assert_eq!(nameless.map_err(|e| e.to_string()),
///     Err("an override names nobody: say which post or body overrides".into()));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Override {
    /// The rating that is given instead.
    pub given: Rating,
    /// The rating that follows, which is kept.
    pub derived: Explained,
    /// The post or body that overrides.
    pub by: String,
    /// Why.
    pub reason: String,
    /// When.
    pub on: NaiveDate,
}

/// Why a rating is not overridden.
///
/// See [`Override`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OverrideError {
    /// It has no name.
    #[error("an override names nobody: say which post or body overrides")]
    NoName,
    /// It has no reason.
    #[error("an override has no reason: say why the rating that follows is not shown")]
    NoReason,
    /// It is on another scale.
    #[error(transparent)]
    Mixed(#[from] MixedScales),
}

impl Override {
    /// An override, with its name and reason.
    ///
    /// See [`Override`] for an example.
    ///
    /// # Errors
    /// [`OverrideError`] where the name or the reason says nothing, or where the rating that is given
    /// is on another scale than the one that follows.
    pub fn new(
        derived: Explained,
        given: Rating,
        by: impl Into<String>,
        reason: impl Into<String>,
        on: NaiveDate,
    ) -> Result<Self, OverrideError> {
        let (by, reason) = (by.into(), reason.into());
        if say_nothing(&by) {
            return Err(OverrideError::NoName);
        }
        if say_nothing(&reason) {
            return Err(OverrideError::NoReason);
        }
        let (one, other) = (given.scale(), derived.rated.rating().map(Rating::scale));
        if let Some(other) = other.filter(|other| *other != one) {
            return Err(MixedScales { one, other }.into());
        }
        Ok(Self { given, derived, by, reason, on })
    }
}

fn long(day: NaiveDate) -> impl fmt::Display {
    day.format("%-d %B %Y")
}

impl fmt::Display for Stated {
    /// `Programme Manager said so on 1 May 2020, and confirmed it unchanged on 1 June 2020`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} said so", self.by.as_deref().unwrap_or("somebody"))?;
        match self.on {
            Some(on) => write!(f, " on {}", long(on))?,
            None => f.write_str(" on a day that is not known")?,
        }
        let again = self.confirmed.map(long);
        again.map_or(Ok(()), |on| write!(f, ", confirmed unchanged on {on}"))?;
        self.words.as_ref().map_or(Ok(()), |words| write!(f, " ('{words}')"))
    }
}

impl fmt::Display for Gap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { stated, derived, compared } = self;
        let gap = match compared {
            Compared::Better => "better than follows",
            Compared::Same => "as follows",
            Compared::Worse => "worse than follows",
            Compared::NotComparable => "not comparable with what follows",
        };
        write!(f, "Stated is {} ({stated}), {gap}. {derived}", stated.rating)
    }
}

impl fmt::Display for Override {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { given, derived, by, reason, on } = self;
        write!(f, "Shown as {given} by {by} on {} ('{reason}'). {derived}", long(*on))
    }
}
