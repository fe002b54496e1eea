//! Time: how late work is, by its own date or by that of a baseline.

use chrono::NaiveDate;

use super::{Band, Bands, Delay, Explained, Grey, Measured, Missing, Origin, Rated, Threshold};
use crate::{
    history::{Called, Redate, SlippageClass, Variance},
    model::{Action, Programme, Record, Redating, State, StatusNote, Subject},
    rollup::{Grouping, keys, numbers_of},
    values::{ActionStatus, Colour, Dimension, Meaning, RatingScale, Timescale},
};

/// How late is what, as data.
///
/// What is late is late by the date that it has. A date that was moved out with approval makes it
/// [moved](Rated::Moved) as long as it is not late; one moved without approval is not its own, and
/// it is late by the one that it was to have. What is on hold by a decision is moved too. Work of
/// which nothing was reported, or that has no date, is grey unless it is late.
///
/// ```
/// use programme::rating::{Band, Bands, Delay, Origin, TimePolicy};
/// use programme::values::{Colour, RatingScale};
///
/// let week = Band::above(Delay::Days(7), Colour::Amber);
/// let bands = Bands::new(RatingScale::WithBlue, [week])?;
/// let policy = TimePolicy { origin: Origin::own("a week"), bands, ..TimePolicy::bromsgrove() };
/// assert_ne!(policy, TimePolicy::bromsgrove());
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimePolicy {
    /// Whose rule it is.
    pub origin: Origin,
    /// From which delay on it has which colour.
    pub bands: Bands<Delay>,
    /// What work is that is said not to have begun, and is not late.
    pub not_started: NotStarted,
    /// Whether what is complete is rated, as blue or green; else it is left out.
    pub rates_complete: bool,
}

/// What work is that is said not to have begun, and is not late.
///
/// ```
/// use programme::rating::{NotStarted, TimePolicy};
///
/// let policy = TimePolicy { not_started: NotStarted::Grey, ..TimePolicy::bromsgrove() };
/// assert_ne!(policy, TimePolicy::bromsgrove(), "there it is on target");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NotStarted {
    /// Grey: nothing can be said of it yet.
    Grey,
    /// On target, if it has a date.
    OnTarget,
}

impl TimePolicy {
    /// Bromsgrove's of 2007: green on target, amber up to a month behind, red beyond, and a class of
    /// its own for what was moved or suspended with approval.
    #[must_use]
    pub fn bromsgrove() -> Self {
        let any = Band::above(Delay::Days(0), Colour::Amber);
        let steps = [any, Band::above(Delay::Months(1), Colour::Red)];
        let source = "Bromsgrove District Council, report on its improvement plan";
        let own = "That a month is a calendar month, that work not begun and not late is on target, \
                   and that complete work is green";
        Self {
            origin: Origin::published("Bromsgrove", 2007, source, Some(own)),
            bands: Bands::known(RatingScale::Three, steps),
            not_started: NotStarted::OnTarget,
            rates_complete: true,
        }
    }

    /// Overdue or not: red and green, to be counted by a share.
    ///
    /// See [`RollUp::epping_forest`](super::RollUp::epping_forest) for what it is for.
    #[must_use]
    pub fn overdue() -> Self {
        let any = Band::above(Delay::Days(0), Colour::Red);
        Self {
            origin: Origin::own("overdue or not"),
            bands: Bands::known(RatingScale::Three, [any]),
            ..Self::bromsgrove()
        }
    }
}

/// Work as far as its time is rated.
struct Work<'p> {
    state: State,
    timescale: &'p Timescale,
    /// The date that it had first, and whether all that came after was agreed.
    first: Option<(NaiveDate, bool)>,
    /// Whether it is on hold by a decision.
    suspended: bool,
}

/// The last day on which a cell lets it be done.
fn latest(cell: &Timescale) -> Option<NaiveDate> {
    match cell.value() {
        Some(Meaning::Due(due)) => due.latest(),
        _ => None,
    }
}

/// Its rating, from what it comes, and what that passed; none where it is not rated.
type Graded = Option<(Rated, Measured, Option<Threshold>)>;

impl Work<'_> {
    fn grade(&self, policy: &TimePolicy, on: NaiveDate) -> Graded {
        if self.state.is_delivered() && policy.rates_complete {
            return Some((policy.bands.scale().complete().into(), Measured::Complete, None));
        }
        if !self.state.is_open() {
            return None;
        }
        if self.suspended {
            return Some((Rated::Moved, Measured::Suspended, None));
        }
        let due = latest(self.timescale);
        // A date that was moved out without approval is not its own.
        let moved = self.first.zip(due).filter(|((first, _), due)| first < due);
        let given_up = moved.filter(|((_, agreed), _)| !agreed).map(|((first, _), _)| first);
        let (reference, expected) = (given_up.or(due), due.map(|due| due.max(on)));
        let behind = reference.zip(expected);
        let reached = behind.and_then(|(reference, expected)| {
            // A date that is still to come is late only by one that was given up.
            let late = given_up.is_some() || reference < on;
            let is_reached = |band: &Band<Delay>| late && reference < band.due_before(expected);
            policy.bands.reached(is_reached)
        });
        let days = behind.map_or(0, |(reference, expected)| {
            let late = given_up.is_some() || reference < on;
            if late { (expected - reference).num_days() } else { 0 }
        });
        if let Some(band) = reached {
            let rated = policy.bands.rating(Some(band)).into();
            let value = match given_up {
                Some(_) => Measured::Slipped(days),
                None => Measured::Late(days),
            };
            return Some((rated, value, Some(Threshold::Delay(*band))));
        }
        if let Some(((first, true), due)) = moved {
            let later = (due - first).num_days();
            return Some((Rated::Moved, Measured::Moved(later), None));
        }
        Some(self.not_behind(policy, days))
    }

    fn not_behind(&self, policy: &TimePolicy, days: i64) -> (Rated, Measured, Option<Threshold>) {
        let grey = |grey: Grey, missing| (grey.into(), Measured::Missing(missing), None);
        let is_dated = matches!(self.timescale.value(), Some(Meaning::Due(_)));
        match (self.state, policy.not_started) {
            (State::NotReported, _) => grey(Grey::NoData, Missing::Report),
            (State::NotStarted, NotStarted::Grey) => grey(Grey::NotStarted, Missing::Start),
            _ if !is_dated => grey(Grey::NoData, Missing::Date),
            _ => (policy.bands.rating(None).into(), Measured::Late(days), None),
        }
    }
}

/// Whether an action was last said to be on hold by a decision.
fn is_suspended(status: Option<ActionStatus>, note: Option<&StatusNote>) -> bool {
    status == Some(ActionStatus::OnHold) && note.is_some_and(|note| note.decision.is_some())
}

/// The timescale that work had on a day, and those that it had had before: what was moved later was not
/// yet.
fn on_day<'p>(
    now: &'p Timescale,
    told: &'p [Redating],
    on: NaiveDate,
) -> (&'p Timescale, &'p [Redating]) {
    let later = |moved: &Redating| {
        let day = moved.on.as_ref().and_then(|day| day.value());
        day.is_some_and(|day| day.latest() > on)
    };
    match told.iter().position(later).and_then(|at| Some((told.get(at)?, told.get(..at)?))) {
        Some((moved, before)) => (&moved.from, before),
        None => (now, told),
    }
}

/// The date that work had first, and whether all that came after was agreed.
fn first_date(now: &Timescale, told: &[Redating]) -> Option<(NaiveDate, bool)> {
    let at = told.iter().position(|moved| latest(&moved.from).is_some())?;
    let from = &told.get(at)?.from;
    let moved = Redate::of(from, now, told.get(..at)?, told)?;
    Some((latest(from)?, moved.agreed))
}

/// How far open work is behind its date, or behind one that was given up without approval.
pub(super) struct Lateness {
    /// The day by which it was to be done.
    pub(super) due: NaiveDate,
    /// The first and the last day on which it may be done now, as far as is said.
    pub(super) earliest: NaiveDate,
    pub(super) latest: NaiveDate,
    given_up: bool,
}

impl Lateness {
    /// How late it is at most.
    pub(super) fn measured(&self) -> Measured {
        let days = (self.latest - self.due).num_days();
        if self.given_up { Measured::Slipped(days) } else { Measured::Late(days) }
    }
}

/// How late an action or a milestone is in the state that it has; none where it is not, where no date
/// says so, or where it is on hold by a decision.
pub(super) fn lateness(
    programme: &Programme,
    row: Subject,
    state: State,
    on: NaiveDate,
) -> Option<Lateness> {
    if !state.is_open() {
        return None;
    }
    let (timescale, told, standing) = match row {
        Subject::Action(id) => {
            let row = programme.get(id)?;
            let standing = programme.standing(row, on);
            (programme.timescale_of(row), programme.redated_of(row), standing)
        }
        Subject::Milestone(id) => {
            let row = programme.get(id)?;
            (&row.timescale, row.redated.as_slice(), programme.milestone_standing(row, on))
        }
        _ => return None,
    };
    if is_suspended(standing.status, standing.note) {
        return None;
    }
    let (timescale, told) = on_day(timescale, told, on);
    let dates = match timescale.value() {
        Some(Meaning::Due(due)) => due.latest().map(|latest| (due.earliest(), latest)),
        _ => None,
    };
    // A date that was moved out, or given up for none, without approval is not its own.
    let given_up = first_date(timescale, told)
        .filter(|(first, agreed)| !agreed && dates.is_none_or(|(_, latest)| *first < latest));
    let due = given_up.map(|(first, _)| first).or(dates.map(|(_, latest)| latest))?;
    let (earliest, latest) = dates.unwrap_or((on, on));
    let (earliest, latest) = (earliest.max(on), latest.max(on));
    let late = Lateness { due, earliest, latest, given_up: given_up.is_some() };
    (due < latest && (given_up.is_some() || due < on)).then_some(late)
}

/// The rating of one action, in the state that it has in its place.
pub(super) fn grade(
    programme: &Programme,
    action: &Action,
    state: State,
    policy: &TimePolicy,
    on: NaiveDate,
) -> Graded {
    let standing = programme.standing(action, on);
    let (timescale, told) =
        on_day(programme.timescale_of(action), programme.redated_of(action), on);
    let work = Work {
        state,
        timescale,
        first: first_date(timescale, told),
        suspended: is_suspended(standing.status, standing.note),
    };
    work.grade(policy, on)
}

fn explained(policy: &TimePolicy, row: Called, graded: Graded) -> Option<Explained> {
    let (rated, value, threshold) = graded?;
    let rule = policy.origin.to_string();
    Some(Explained { rated, dimension: Dimension::Time, rule, value, threshold, rows: vec![row] })
}

/// The time of each action by its own date, explained, in the order of references: of all, or of
/// those in one group. What is continuing, out of the plan or divided is not rated.
///
/// [`times`](super::times) counts the same, and is made for many.
///
/// ```
/// use programme::{model::{About, Draft}, rating::{self, TimePolicy}, values::Timescale, Action};
///
/// let mut draft = Draft::new(About::named("example"));
/// let mut action = Action::new(draft.key("A1".parse()?), "Publish the plan");
/// action.timescale = Timescale::read("May 2030");
/// draft.put(action);
/// let (programme, on) = (draft.finish()?, "2020-07-15".parse()?);
/// let rated = rating::time_of(&programme, None, &TimePolicy::bromsgrove(), on);
/// let why = "Time is grey (no data), because nothing was reported: A1 (Bromsgrove 2007).";
/// assert_eq!(rated[0].to_string(), why);
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn time_of(
    programme: &Programme,
    group: Option<(Grouping, Subject)>,
    policy: &TimePolicy,
    on: NaiveDate,
) -> Vec<Explained> {
    let number = |(by, row): (Grouping, Subject)| {
        let at = keys(programme, by).into_iter().position(|key| key == row);
        (by, at.and_then(|at| u32::try_from(at).ok()))
    };
    let group = group.map(number);
    let wanted = |at: usize| match group {
        None => true,
        Some((by, number)) => {
            number.is_some_and(|number| numbers_of(programme, by, at).contains(&number))
        }
    };
    let rows = programme.actions().iter().zip(programme.states(on)).enumerate();
    let rows = rows.filter(|(at, _)| wanted(*at));
    let rated = rows.filter_map(|(_, (action, state))| {
        let graded = grade(programme, action, state, policy, on);
        explained(policy, Called::of(programme, action.key.id), graded)
    });
    rated.collect()
}

/// The time of each action and milestone against a baseline, explained, in the order of references.
/// What is continuing, out of the plan or divided is not rated.
///
/// ```
/// use programme::{history, model::{About, Draft}, rating::{self, TimePolicy}};
/// use programme::{values::Timescale, Action};
///
/// let mut draft = Draft::new(About::named("example"));
/// let mut action = Action::new(draft.key("A1".parse()?), "Publish the plan");
/// action.timescale = Timescale::read("May 2020");
/// draft.put(action.clone());
/// let baseline = draft.clone().finish()?;
/// action.timescale = Timescale::read("August 2020");
/// draft.put(action);
/// let (current, on) = (draft.finish()?, "2020-05-15".parse()?);
/// let variance = history::against(&baseline, &current, on);
/// let rated = rating::time_against(&current, &variance, &TimePolicy::bromsgrove());
/// assert_eq!(rated[0].to_string(), "Time is red, because it is 92 days behind a date given up \
///     without approval, and more than 1 month is red: A1 (Bromsgrove 2007).");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn time_against(
    programme: &Programme,
    variance: &Variance,
    policy: &TimePolicy,
) -> Vec<Explained> {
    let on = variance.on;
    let rated = variance.rows.iter().filter_map(|row| {
        let agreed = row.class == SlippageClass::LaterWithApproval;
        let suspended = match programme.record(row.row.row) {
            Some(Record::Action(action)) => {
                let standing = programme.standing(&action, on);
                is_suspended(standing.status, standing.note)
            }
            Some(Record::Milestone(milestone)) => {
                let standing = programme.milestone_standing(&milestone, on);
                is_suspended(standing.status, standing.note)
            }
            _ => false,
        };
        let first = latest(&row.baseline).map(|first| (first, agreed));
        let work = Work { state: row.state, timescale: &row.current, first, suspended };
        explained(policy, row.row.clone(), work.grade(policy, on))
    });
    rated.collect()
}
