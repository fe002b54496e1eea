//! How one due date stands to another: earlier or later, by how many days, or only more precise.

use std::fmt;

use chrono::NaiveDate;

use crate::{
    model::Redating,
    values::{Meaning, Sense, Timescale},
};

/// How a due date stands to the one that it replaces.
///
/// Dates are intervals. One that lies within the other says the same more precisely; of two that
/// do not lie within one another the one whose ends are both later is later, be it that they
/// overlap.
///
/// See [`Redate`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shift {
    /// Both ends are earlier.
    Earlier,
    /// Both ends are later.
    Later,
    /// It lies within the one before.
    MorePrecise,
    /// The one before lies within it.
    LessPrecise,
    /// One of them has no date that can be read, or no end.
    NotComparable,
}

/// From how many days to how many: negative days are earlier.
///
/// See [`Redate`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DayRange {
    /// At least so many.
    pub min: i64,
    /// At most so many.
    pub max: i64,
}

/// That something was given another date: from what to what, how far, and whether that was agreed.
///
/// ```
/// use programme::{history::{DayRange, Redate, Shift}, values::Timescale};
///
/// let redate = |from, to| Redate::of(&Timescale::read(from), &Timescale::read(to), &[], &[]);
/// let moved = redate("March 2020", "June 2020").ok_or("two dates")?;
/// // From 31 March to 1 June at least, from 1 March to 30 June at most.
/// assert_eq!(moved.days, Some(DayRange { min: 62, max: 121 }));
/// assert_eq!(moved.shift, Shift::Later);
/// assert_eq!(moved.to_string(), "from March 2020 to June 2020, later by 62 to 121 days, without approval");
/// let said = redate("Summer 2020", "15 July 2020").ok_or("two dates")?;
/// assert_eq!(said.shift, Shift::MorePrecise);
/// assert!(redate("March 2020", "in March 2020").is_none(), "the same date in other words");
/// # Ok::<_, &str>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redate {
    /// When it was to be done before, as printed.
    pub from: Timescale,
    /// When it is to be done now, as printed.
    pub to: Timescale,
    /// How the one stands to the other.
    pub shift: Shift,
    /// How many days later it is; none where they cannot be compared.
    pub days: Option<DayRange>,
    /// Whether somebody is said to have agreed to every step of it.
    pub agreed: bool,
}

/// The days between which something falls due, and whether it is open-ended.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Window {
    first: NaiveDate,
    last: NaiveDate,
    open: bool,
}

impl Window {
    fn of(cell: &Timescale) -> Option<Self> {
        let Some(Meaning::Due(due)) = cell.value() else { return None };
        let last = due.latest().unwrap_or_else(|| due.dates().latest());
        let open = due.sense() == Sense::From;
        Some(Self { first: due.earliest(), last, open })
    }

    fn days_to(self, later: Self) -> DayRange {
        let days = |from: NaiveDate, to: NaiveDate| to.signed_duration_since(from).num_days();
        DayRange { min: days(self.last, later.first), max: days(self.first, later.last) }
    }
}

/// Whether a cell gives a due date that can be read.
pub(super) fn is_dated(cell: &Timescale) -> bool {
    Window::of(cell).is_some()
}

/// How far a date moved; none where both mean the same, or neither means anything.
fn shift(from: &Timescale, to: &Timescale) -> Option<(Shift, Option<DayRange>)> {
    let (Some(before), Some(after)) = (Window::of(from), Window::of(to)) else {
        return (from.value() != to.value()).then_some((Shift::NotComparable, None));
    };
    if before == after {
        return None;
    }
    if before.open != after.open {
        return Some((Shift::NotComparable, None));
    }
    let within =
        |inner: Window, outer: Window| outer.first <= inner.first && inner.last <= outer.last;
    let shift = if within(after, before) {
        Shift::MorePrecise
    } else if within(before, after) {
        Shift::LessPrecise
    } else if before.first < after.first {
        Shift::Later
    } else {
        Shift::Earlier
    };
    Some((shift, Some(before.days_to(after))))
}

/// Whether every step from a date on was agreed, as far as re-datings that were not there before
/// say: those that give up that very date, or one that cannot be read, and all that follow.
///
/// One of another date tells of another time, and agrees to nothing here.
fn agreed(from: &Timescale, before: &[Redating], after: &[Redating]) -> bool {
    let mut known: Vec<&Redating> = before.iter().collect();
    let mut new = Vec::new();
    for moved in after {
        match known.iter().position(|other| *other == moved) {
            Some(at) => drop(known.swap_remove(at)),
            None => new.push(moved),
        }
    }
    let gives_up = |moved: &&Redating| !is_dated(&moved.from) || shift(&moved.from, from).is_none();
    let Some(start) = new.iter().position(gives_up) else { return false };
    new.iter().skip(start).all(|moved| moved.is_agreed())
}

impl Redate {
    /// How a date moved, by the cells before and after and the re-datings that are told on either
    /// side; none where both cells mean the same, or neither means anything.
    ///
    /// It is agreed if the re-datings that are new, from that on which gives up the date before,
    /// are all [agreed](Redating::is_agreed).
    ///
    /// See [`Redate`] for an example.
    #[must_use]
    pub fn of(
        from: &Timescale,
        to: &Timescale,
        before: &[Redating],
        after: &[Redating],
    ) -> Option<Self> {
        let (shift, days) = shift(from, to)?;
        let agreed = agreed(from, before, after);
        Some(Self { from: from.clone(), to: to.clone(), shift, days, agreed })
    }
}

impl Redate {
    /// Whether a date was put off, made vaguer or given up: not whether one was brought forward, made
    /// more precise or given for the first time.
    ///
    /// ```
    /// use programme::{history::Redate, values::Timescale};
    ///
    /// let slips = |from, to| {
    ///     let moved = Redate::of(&Timescale::read(from), &Timescale::read(to), &[], &[]);
    ///     moved.is_some_and(|moved| moved.is_slip())
    /// };
    /// assert!(slips("March 2020", "June 2020") && slips("March 2020", "TBC"));
    /// assert!(!slips("June 2020", "March 2020") && !slips("TBC", "June 2020"));
    /// ```
    #[must_use]
    pub fn is_slip(&self) -> bool {
        is_dated(&self.from) && !matches!(self.shift, Shift::Earlier | Shift::MorePrecise)
    }
}

impl DayRange {
    /// The same days the other way round.
    fn reversed(self) -> Self {
        Self { min: -self.max, max: -self.min }
    }
}

impl fmt::Display for DayRange {
    /// `62 to 121 days`, `1 day`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { min, max } = self;
        let unit = if max.abs() == 1 { "day" } else { "days" };
        if min == max { write!(f, "{max} {unit}") } else { write!(f, "{min} to {max} {unit}") }
    }
}

impl fmt::Display for Shift {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Earlier => "earlier",
            Self::Later => "later",
            Self::MorePrecise => "more precisely",
            Self::LessPrecise => "less precisely",
            Self::NotComparable => "not comparable",
        })
    }
}

impl fmt::Display for Redate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let said = |cell: &Timescale| match cell.to_string() {
            words if words.trim().is_empty() => "no date".to_owned(),
            words => words,
        };
        write!(f, "from {} to {}, {}", said(&self.from), said(&self.to), self.shift)?;
        let days = match self.shift {
            Shift::Later => self.days,
            Shift::Earlier => self.days.map(DayRange::reversed),
            _ => None,
        };
        match days {
            // Dates that overlap may turn out to be one.
            Some(days) if days.min <= 0 => write!(f, " by up to {} days", days.max)?,
            Some(days) => write!(f, " by {days}")?,
            None => {}
        }
        f.write_str(if self.agreed { ", with approval" } else { ", without approval" })
    }
}
