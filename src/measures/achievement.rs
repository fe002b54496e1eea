//! A measure between its baseline and its target.

use chrono::{Months, NaiveDate};
use rust_decimal::Decimal;
use thiserror::Error;

use crate::{
    model::{Direction, Measure, Measurement, Target},
    rollup::Ratio,
    values::{Figure, Qualifier},
};

/// How far of the way from baseline to target a measure has come, exactly.
///
/// ```
/// use programme::{
///     Measure, measures::{self, Way}, model::{About, Draft, Measurement, Target}, values::Stated,
/// };
///
/// let draft = Draft::new(About::named("example"));
/// let mut measure = Measure::new(draft.key("MEA1".parse()?), "Calls answered within a minute");
/// measure.baseline = Some(Measurement::of("62%", "2019/20"));
/// measure.targets.push(Target { figure: Some(Stated::read("80%")), ..Target::default() });
/// measure.readings.push(Measurement::of("71%", "June 2020"));
/// let come = measures::achievement(&measure, "2020-09-30".parse()?)?;
/// assert_eq!((come.way, come.share.to_string()), (Way::Towards, "1/2".into()));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Achievement<'m> {
    /// What was last read.
    pub reading: &'m Measurement,
    /// The target that was held against it.
    pub target: &'m Target,
    /// Which way it went from the baseline.
    pub way: Way,
    /// How far, as a share of the way to the target: more than one where it is beyond it.
    pub share: Ratio,
    /// Whether a figure is hedged ("around 77%"), so that the share is about so much.
    pub hedged: bool,
}

/// Which way a measure went from its baseline, seen from its target.
///
/// See [`Achievement`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Way {
    /// Towards the target, or nowhere.
    Towards,
    /// Away from it.
    Away,
}

/// Why something cannot be said of a measure.
///
/// ```
/// use programme::{Measure, measures::{self, NoBasis}, model::{About, Draft}};
///
/// let draft = Draft::new(About::named("example"));
/// let measure = Measure::new(draft.key("MEA1".parse()?), "Staff feel valued");
/// let come = measures::achievement(&measure, "2020-09-30".parse()?);
/// assert_eq!(come, Err(NoBasis::NoReading));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Error)]
pub enum NoBasis {
    /// Nothing was read by the day, of a time that is given.
    #[error("no reading by the day has a figure and a period: add one")]
    NoReading,
    /// Nothing was read before the last reading.
    #[error("no reading comes before the last one: add one")]
    NoEarlier,
    /// No figure says from where it starts.
    #[error("no baseline has a figure: add where the measure starts")]
    NoBaseline,
    /// No figure says where it is to be.
    #[error("no target has a figure: add where the measure is to be")]
    NoTarget,
    /// The target is worse than the baseline.
    #[error("the target lies behind the baseline: correct the one that is wrong, or the direction")]
    WrongSide,
    /// The target is the baseline, so that there is no way to go.
    #[error("target and baseline are the same: correct the one that is wrong")]
    NoWay,
    /// Figures are not of one unit, place or base.
    #[error("figures are not of one unit, place or base: give them alike")]
    Unlike,
    /// Neither direction nor target says which way is the better one.
    #[error("nothing says which way the measure is to go: give its direction")]
    NoDirection,
    /// A figure is a range, or too long to reckon with.
    #[error("a figure is no single number: give one")]
    NoNumber,
}

/// How a measure goes, reading by reading.
///
/// See [`trend`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Trend {
    /// Nearer to what it is to be than the reading before.
    Better,
    /// As the reading before.
    Same,
    /// Further from it.
    Worse,
}

/// How a measure stands against its target.
///
/// See [`against`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Against {
    /// On the target or beyond it.
    Met,
    /// Short of it by no more than its tolerance.
    WithinTolerance,
    /// Short of it.
    Short,
}

/// How far of the way from baseline to target a measure has come by the end of a day.
///
/// # Errors
///
/// What is missing for it, or does not go together.
///
/// See [`Achievement`] for an example.
pub fn achievement(measure: &Measure, on: NaiveDate) -> Result<Achievement<'_>, NoBasis> {
    let reading = reading(measure, on).ok_or(NoBasis::NoReading)?;
    let start = measure.baseline.as_ref().ok_or(NoBasis::NoBaseline)?;
    let start_figure = figure(start).ok_or(NoBasis::NoBaseline)?;
    let (target, aim) = aimed(measure, on)?;
    let now = alike(start, reading)?;
    let (from, to, at) = (number(start_figure)?, number(aim)?, number(now)?);
    same_unit([start_figure, aim, now])?;
    let (way, come) = (difference(to, from)?, difference(at, from)?);
    if way.is_zero() {
        return Err(NoBasis::NoWay);
    }
    let towards = come.is_zero() || come.is_sign_negative() == way.is_sign_negative();
    let share = ratio(come.abs(), way.abs()).ok_or(NoBasis::NoNumber)?;
    let way = if towards { Way::Towards } else { Way::Away };
    let hedged = [start_figure, aim, now].into_iter().any(is_hedged);
    Ok(Achievement { reading, target, way, share, hedged })
}

/// Whether the last reading of a measure is better or worse than the one before.
///
/// # Errors
///
/// What is missing for it, or does not go together.
///
/// ```
/// use programme::{Measure, measures::{self, Trend}, model::{About, Direction, Draft, Measurement}};
///
/// let draft = Draft::new(About::named("example"));
/// let mut measure = Measure::new(draft.key("MEA1".parse()?), "Paper used");
/// measure.direction = Some(Direction::Decrease);
/// measure.readings = vec![Measurement::of("400", "May 2020"), Measurement::of("380", "June 2020")];
/// assert_eq!(measures::trend(&measure, "2020-07-31".parse()?), Ok(Trend::Better));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
pub fn trend(measure: &Measure, on: NaiveDate) -> Result<Trend, NoBasis> {
    let last = reading(measure, on).ok_or(NoBasis::NoReading)?;
    let mut earlier = read_by(measure, on).into_iter().filter(|other| is_before(other, last));
    let before = earlier.next_back().ok_or(NoBasis::NoEarlier)?;
    let (was, now) = (figure(before).ok_or(NoBasis::NoEarlier)?, alike(before, last)?);
    same_unit([was, now])?;
    let (was, now) = (number(was)?, number(now)?);
    if was == now {
        return Ok(Trend::Same);
    }
    let better = match direction(measure, on)? {
        Direction::Increase => now > was,
        Direction::Decrease => now < was,
        Direction::Maintain => {
            let (_, aim) = aimed(measure, on)?;
            let aim = number(aim)?;
            let (off, off_before) = (difference(now, aim)?.abs(), difference(was, aim)?.abs());
            if off == off_before {
                return Ok(Trend::Same);
            }
            off < off_before
        }
    };
    Ok(if better { Trend::Better } else { Trend::Worse })
}

/// How the last reading of a measure stands against its target on a day.
///
/// # Errors
///
/// What is missing for it, or does not go together.
///
/// ```
/// use programme::{
///     Measure, measures::{self, Against}, model::{About, Direction, Draft, Measurement, Target},
///     values::Stated,
/// };
///
/// let draft = Draft::new(About::named("example"));
/// let mut measure = Measure::new(draft.key("MEA1".parse()?), "Calls answered within a minute");
/// measure.direction = Some(Direction::Increase);
/// measure.tolerance = Some(Stated::read("5%"));
/// measure.targets.push(Target { figure: Some(Stated::read("80%")), ..Target::default() });
/// measure.readings.push(Measurement::of("77%", "June 2020"));
/// let stands = measures::against(&measure, "2020-07-31".parse()?);
/// assert_eq!(stands, Ok(Against::WithinTolerance), "75% would do");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
pub fn against(measure: &Measure, on: NaiveDate) -> Result<Against, NoBasis> {
    let last = reading(measure, on).ok_or(NoBasis::NoReading)?;
    let (_, aim) = aimed(measure, on)?;
    let now = figure(last).ok_or(NoBasis::NoReading)?;
    same_unit([aim, now])?;
    let (aim, at) = (number(aim)?, number(now)?);
    let short = match direction(measure, on)? {
        Direction::Increase => difference(aim, at)?,
        Direction::Decrease => difference(at, aim)?,
        Direction::Maintain => difference(at, aim)?.abs(),
    };
    let tolerated = tolerance(measure, now)?.unwrap_or(Decimal::ZERO);
    Ok(match short {
        short if short <= Decimal::ZERO => Against::Met,
        short if short <= tolerated => Against::WithinTolerance,
        _ => Against::Short,
    })
}

/// How far off its target a measure may be, in the unit of its readings; none where it does not say.
fn tolerance(measure: &Measure, now: &Figure) -> Result<Option<Decimal>, NoBasis> {
    let tolerance = measure.tolerance.as_ref().and_then(|stated| stated.value());
    let Some(tolerance) = tolerance else { return Ok(None) };
    same_unit([tolerance, now])?;
    number(tolerance).map(Some)
}

/// Which of a reading, a baseline and a target a measure has no figure of on a day.
///
/// ```
/// use programme::{Measure, measures::{self, NoBasis}, model::{About, Draft, Measurement}};
///
/// let draft = Draft::new(About::named("example"));
/// let mut measure = Measure::new(draft.key("MEA1".parse()?), "Staff feel valued");
/// measure.readings.push(Measurement::of("71%", "June 2020"));
/// let lacks = measures::lacks(&measure, "2020-09-30".parse()?);
/// assert_eq!(lacks, [NoBasis::NoBaseline, NoBasis::NoTarget]);
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn lacks(measure: &Measure, on: NaiveDate) -> Vec<NoBasis> {
    let has = [
        (reading(measure, on).is_some(), NoBasis::NoReading),
        (measure.baseline.as_ref().and_then(figure).is_some(), NoBasis::NoBaseline),
        (target(measure, on).is_some(), NoBasis::NoTarget),
    ];
    has.into_iter().filter(|(has, _)| !has).map(|(_, lack)| lack).collect()
}

/// A reading against its target.
pub(crate) struct Held {
    pub(crate) actual: Decimal,
    pub(crate) target: Decimal,
    /// What was read of the same time a year before, if it was.
    pub(crate) last_year: Option<Decimal>,
    pub(crate) direction: Direction,
    /// How far off the target is borne, if the measure says so.
    pub(crate) tolerance: Option<Decimal>,
}

/// What was last read, beside what it is to be and what it was a year before.
pub(crate) fn held(measure: &Measure, on: NaiveDate) -> Result<Held, NoBasis> {
    let last = reading(measure, on).ok_or(NoBasis::NoReading)?;
    let (_, aim) = aimed(measure, on)?;
    let now = figure(last).ok_or(NoBasis::NoReading)?;
    same_unit([aim, now])?;
    // The day after the last is told, because February ends on another day in leap years.
    let span = |reading: &Measurement, back: u32| {
        let (end, first) = ends(reading)?;
        let before = |day: NaiveDate| day.checked_sub_months(Months::new(back));
        Some((before(first)?, before(end.succ_opt()?)?))
    };
    let year_before = span(last, 12);
    let mut read = read_by(measure, on).into_iter();
    let before = read.rfind(|other| year_before.is_some() && span(other, 0) == year_before);
    let before = before.and_then(|before| alike(last, before).ok());
    let before = before.filter(|before| same_unit([before, now]).is_ok());
    let (actual, target) = (number(now)?, number(aim)?);
    let direction = direction(measure, on)?;
    let start = measure.baseline.as_ref().and_then(figure).and_then(|start| number(start).ok());
    let behind = |start: Decimal| match direction {
        Direction::Increase => target < start,
        Direction::Decrease => target > start,
        Direction::Maintain => false,
    };
    if start.is_some_and(behind) {
        return Err(NoBasis::WrongSide);
    }
    Ok(Held {
        actual,
        target,
        last_year: before.and_then(|before| number(before).ok()),
        direction,
        tolerance: tolerance(measure, now)?,
    })
}

/// The last reading by the end of a day: of the periods that are over, the latest, and of two of one
/// period the later in the list. Readings without a period, of a change, or of one place among
/// several are not the measure's own, unless its baseline is of the same.
///
/// See [`Achievement`] for an example.
#[must_use]
pub fn reading(measure: &Measure, on: NaiveDate) -> Option<&Measurement> {
    read_by(measure, on).last().copied()
}

/// The target that holds on a day: of those that are not past the one that is due first, or else the
/// last one. One without a date is never past.
///
/// See [`Achievement`] for an example.
#[must_use]
pub fn target(measure: &Measure, on: NaiveDate) -> Option<&Target> {
    let due = |target: &Target| target.by.as_ref().and_then(|by| by.value()).map(|by| by.latest());
    let mut figures: Vec<&Target> =
        measure.targets.iter().filter(|target| aim(target).is_some()).collect();
    figures.sort_by_key(|target| due(target).unwrap_or(NaiveDate::MAX));
    let ahead = figures.iter().find(|target| due(target).is_none_or(|due| due >= on));
    ahead.or(figures.last()).copied()
}

/// Which way a measure is to go: as it says, or else as its target lies to its baseline.
fn direction(measure: &Measure, on: NaiveDate) -> Result<Direction, NoBasis> {
    if let Some(said) = measure.direction {
        return Ok(said);
    }
    let start = measure.baseline.as_ref().and_then(figure).ok_or(NoBasis::NoDirection)?;
    let (_, aim) = aimed(measure, on).map_err(|_| NoBasis::NoDirection)?;
    same_unit([start, aim])?;
    match number(aim)?.cmp(&number(start)?) {
        std::cmp::Ordering::Greater => Ok(Direction::Increase),
        std::cmp::Ordering::Less => Ok(Direction::Decrease),
        std::cmp::Ordering::Equal => Err(NoBasis::NoDirection),
    }
}

/// Readings of the measure itself whose periods are over by the end of a day, oldest first.
fn read_by(measure: &Measure, on: NaiveDate) -> Vec<&Measurement> {
    let own = |reading: &&Measurement| {
        let place = measure.baseline.as_ref().and_then(|start| start.place.as_ref());
        reading.change.is_none() && reading.place.as_ref() == place && figure(reading).is_some()
    };
    let over = |reading: &&Measurement| ends(reading).is_some_and(|end| end.0 <= on);
    let mut read: Vec<_> = measure.readings.iter().filter(own).filter(over).collect();
    read.sort_by_key(|reading| ends(reading));
    read
}

/// The last day of its period, and the first.
fn ends(reading: &Measurement) -> Option<(NaiveDate, NaiveDate)> {
    let period = reading.period.as_ref()?.value()?;
    Some((period.latest(), period.earliest()))
}

fn is_before(reading: &Measurement, last: &Measurement) -> bool {
    ends(reading) < ends(last)
}

fn figure(reading: &Measurement) -> Option<&Figure> {
    reading.figure.as_ref()?.value()
}

fn aim(target: &Target) -> Option<&Figure> {
    target.figure.as_ref()?.value()
}

fn aimed(measure: &Measure, on: NaiveDate) -> Result<(&Target, &Figure), NoBasis> {
    let target = target(measure, on).ok_or(NoBasis::NoTarget)?;
    Ok((target, aim(target).ok_or(NoBasis::NoTarget)?))
}

/// The figure of a reading, where it is given as another is: of the same place, per as many, in the
/// same unit.
fn alike<'m>(first: &Measurement, reading: &'m Measurement) -> Result<&'m Figure, NoBasis> {
    let same = first.place == reading.place
        && first.per == reading.per
        && first.unit == reading.unit
        && first.change.is_none();
    if same { figure(reading).ok_or(NoBasis::NoReading) } else { Err(NoBasis::Unlike) }
}

fn same_unit<const N: usize>(figures: [&Figure; N]) -> Result<(), NoBasis> {
    // Nothing at all is nothing in every unit.
    let units = figures.into_iter().filter(|figure| figure.qualifier() != Qualifier::Nil);
    let mut units = units.map(Figure::unit);
    let first = units.next();
    if units.all(|unit| Some(unit) == first) { Ok(()) } else { Err(NoBasis::Unlike) }
}

fn number(figure: &Figure) -> Result<Decimal, NoBasis> {
    if figure.is_range() { Err(NoBasis::NoNumber) } else { Ok(figure.amount()) }
}

fn is_hedged(figure: &Figure) -> bool {
    !matches!(figure.qualifier(), Qualifier::Plain | Qualifier::Nil)
}

fn difference(a: Decimal, b: Decimal) -> Result<Decimal, NoBasis> {
    a.checked_sub(b).ok_or(NoBasis::NoNumber)
}

/// One amount as an exact share of another, neither below nothing.
fn ratio(part: Decimal, whole: Decimal) -> Option<Ratio> {
    let scale = part.scale().max(whole.scale());
    let whole_number = |amount: Decimal| {
        let digits = u128::try_from(amount.mantissa()).ok()?;
        digits.checked_mul(10_u128.checked_pow(scale - amount.scale())?)
    };
    Ratio::new(whole_number(part)?, whole_number(whole)?)
}
