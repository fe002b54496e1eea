//! What is beyond the tolerance that the council set for it, and whether an exception was raised.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use chrono::{Days, NaiveDate};
use rust_decimal::Decimal;

use super::{
    Measured,
    stated::day,
    time::{Lateness, lateness},
};
use crate::{
    finance::{Budget, Ledger},
    governance::{Council, Given, Wait},
    history::Called,
    model::{
        Act, Exception, Level, LocalRule, Parameter, Programme, Row, State, Subject, Table,
        Workstream, upwards,
    },
    raid,
    values::{
        Certainty, DayCount, Dimension, Figure, FigureUnit, Id, Money, Qualifier, Stated,
        WorkingCalendar,
    },
};

/// Something that is expected to cost more, or to take longer, than its tolerance allows.
///
/// See [`breaches`] for an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breach {
    /// The row; none where it is the whole programme.
    pub row: Option<Called>,
    /// Its name or short title; that of the programme where it has no row.
    pub title: String,
    /// In which dimension: time or cost.
    pub dimension: Dimension,
    /// How far it goes.
    pub value: Measured,
    /// The rule that sets the tolerance.
    pub rule: Called,
    /// How far it may go.
    pub allowed: Allowed,
    /// Whether it is sure: a date or a tolerance may be vague, or the calendar may not reach so far.
    pub certainty: Certainty,
    /// The exception that was raised of it, if one was.
    pub exception: Option<Called>,
    /// Whether it is sure that this exception stands on the day.
    pub excepted: Certainty,
}

/// How far something may go.
///
/// See [`breaches`] for an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Allowed {
    /// Over its budget: an amount or a share, as printed.
    Cost(Stated),
    /// Late: a number of days.
    Time(Wait),
}

/// What is beyond its tolerance on a day: budget lines, workstreams with their sub-streams and the
/// programme by what they are expected to cost, actions and milestones by how late they are. Of a
/// whole is told what goes beyond a tolerance besides what the same rule tells of its parts. Of what
/// has no tolerance or no forecast nothing is said; where a tolerance cannot be read, what is over its
/// budget may be beyond it.
///
/// An exception speaks of its row and of what is a part of that, by the rule that it names, and once it
/// is closed with a decision of no more than it forecast.
///
/// ```
/// use programme::{document::Document, rating, values::WorkingCalendar};
///
/// let text = r#"{"format": "programme/1", "programme": {"name": "Example"},
///   "local_rules": [{"reference": "LR1", "title": "Late work", "parameter": "tolerance",
///     "dimension": "time", "days": 14}],
///   "actions": [{"reference": "A1", "title": "Publish the plan", "timescale": "31 May 2021",
///     "status": "in progress"}]}"#;
/// let programme = Document::from_json(text)?.check().strict()?;
/// let calendar = WorkingCalendar::england_and_wales();
/// let beyond = |on: &str| {
///     on.parse().map(|on| rating::breaches(&programme, &calendar, on))
/// };
/// assert!(beyond("2021-06-14")?.is_empty(), "fourteen days late, as is allowed");
/// assert_eq!(beyond("2021-06-15")?[0].to_string(), "A1 'Publish the plan' is 15 days late, beyond \
///     the tolerance of 14 calendar days (LR1), and no exception has been raised");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn breaches(programme: &Programme, calendar: &WorkingCalendar, on: NaiveDate) -> Vec<Breach> {
    let is_tolerance = |rule: &&LocalRule| rule.parameter == Some(Parameter::Tolerance);
    let rules: Vec<_> = programme.local_rules().iter().filter(is_tolerance).collect();
    if rules.is_empty() {
        return Vec::new();
    }
    let finder = Finder {
        programme,
        council: Council::of(programme, on),
        calendar,
        own: rules.iter().filter_map(|rule| rule.of).collect(),
        shared: RefCell::default(),
        on,
    };
    let mut breaches = finder.costs();
    breaches.extend(finder.times());
    breaches
}

/// How far over its budget something may go, in pounds; none where the tolerance is no plain amount
/// or share.
pub(crate) fn bound(tolerance: &Figure, revised: Money) -> Option<Decimal> {
    let plain = matches!(
        tolerance.qualifier(),
        Qualifier::Plain | Qualifier::UpTo | Qualifier::Nil | Qualifier::Over
    );
    let amount = (plain && !tolerance.is_range()).then(|| tolerance.amount())?;
    match tolerance.unit() {
        FigureUnit::Pounds => Some(amount),
        FigureUnit::Percent => {
            amount.checked_mul(revised.to_decimal())?.checked_div(Decimal::ONE_HUNDRED)
        }
        FigureUnit::Count => None,
    }
}

/// The tolerance of a row, if it has one.
type Tolerance<'p> = Option<Given<&'p LocalRule>>;

struct Finder<'p> {
    programme: &'p Programme,
    council: Council<'p>,
    calendar: &'p WorkingCalendar,
    /// The rows that have a tolerance of their own.
    own: BTreeSet<Subject>,
    /// Tolerances that all other rows of a level share: looking through all rules for every action would
    /// take the square of the time.
    shared: RefCell<BTreeMap<(Dimension, Option<Level>), Tolerance<'p>>>,
    on: NaiveDate,
}

impl<'p> Finder<'p> {
    fn tolerance(&self, dimension: Dimension, row: Option<Subject>) -> Tolerance<'p> {
        if row.is_some_and(|row| self.own.contains(&row)) {
            return self.council.tolerance(dimension, row);
        }
        let shared = || self.council.tolerance(dimension, row);
        *self.shared.borrow_mut().entry((dimension, Level::of(row))).or_insert_with(shared)
    }

    fn costs(&self) -> Vec<Breach> {
        let (programme, ledger) = (self.programme, Ledger::of(self.programme));
        let mut told = Told { programme, by: BTreeMap::new() };
        let mut breaches = Vec::new();
        let lines = programme.budget_lines().iter().zip(ledger.lines(self.on));
        for (line, budget) in lines.filter(|(line, _)| !line.income) {
            if let Some((breach, over)) =
                self.cost(Some(line.key.id.into()), &budget, |_| Money::NIL)
            {
                told.tell(&breach, line.workstream, over);
                breaches.push(breach);
            }
        }
        let by = ledger.by_workstream(self.on);
        let mut streams: Vec<_> =
            by.groups.iter().filter_map(|(id, sums)| Some((programme.get(*id)?, sums))).collect();
        // Parts before their wholes.
        let depth = |row: &Workstream| upwards(programme.workstreams(), row).count();
        streams.sort_by_key(|(row, _)| std::cmp::Reverse(depth(row)));
        for (row, sums) in streams {
            let below = |rule| told.of(rule, Some(row.key.id));
            if let Some((breach, over)) = self.cost(Some(row.key.id.into()), &sums.cost, below) {
                told.tell(&breach, Some(row.key.id), over);
                breaches.push(breach);
            }
        }
        let all = self.cost(None, &by.total.cost, |rule| told.of(rule, None));
        breaches.extend(all.map(|(breach, _)| breach));
        breaches
    }

    /// What goes beyond the tolerance of a row besides what its rule told of parts of it, and how far.
    fn cost(
        &self,
        row: Option<Subject>,
        budget: &Budget,
        told: impl Fn(Id<LocalRule>) -> Money,
    ) -> Option<(Breach, Money)> {
        let over = budget.variance().filter(|over| *over > Money::NIL)?;
        let (outturn, revised) = (budget.outturn()?, budget.revised()?);
        let given = self.tolerance(Dimension::Cost, row)?;
        let allowed = given.value.amount.clone()?;
        let over = over.checked_sub(told(given.value.key.id)).filter(|over| *over > Money::NIL)?;
        let certainty = match allowed.value().and_then(|allowed| bound(allowed, revised)) {
            Some(bound) if over.to_decimal() <= bound => return None,
            Some(_) => given.certainty,
            None => Certainty::Possibly,
        };
        let value = Measured::Forecast { outturn, budget: revised };
        let covers = |exception: &Exception| {
            let forecast = exception.forecast.as_ref().and_then(|forecast| forecast.value());
            forecast.is_some_and(|forecast| {
                let plain = forecast.qualifier() == Qualifier::Plain && !forecast.is_range();
                plain && outturn.to_decimal() <= forecast.amount()
            })
        };
        let allowed = Allowed::Cost(allowed);
        let rule = given.value;
        let breach =
            self.breach(row, (Dimension::Cost, value), (rule, allowed, certainty), &covers);
        Some((breach, over))
    }

    fn times(&self) -> Vec<Breach> {
        let programme = self.programme;
        let actions = programme.actions().iter().zip(programme.states(self.on));
        let actions = actions.filter_map(|(row, state)| {
            let late = lateness(programme, row.key.id.into(), state, self.on)?;
            self.time(row.key.id.into(), late)
        });
        let milestones = programme.milestones().iter().filter_map(|row| {
            let standing = programme.milestone_standing(row, self.on);
            let state = State::of(standing.status, false);
            let late = lateness(programme, row.key.id.into(), state, self.on)?;
            self.time(row.key.id.into(), late)
        });
        actions.chain(milestones).collect()
    }

    fn time(&self, row: Subject, late: Lateness) -> Option<Breach> {
        let given = self.tolerance(Dimension::Time, Some(row))?;
        let (allowed, counted) = (given.value.days?, given.value.counted);
        let counted = counted.unwrap_or(DayCount::Calendar);
        // So many days in the calendar are never more days of work.
        let within = late.due.checked_add_days(Days::new(allowed.into()));
        if within.is_none_or(|last| late.latest <= last) {
            return None;
        }
        let certainty = match self.calendar.after(late.due, allowed, counted) {
            Ok(last) if late.latest <= last => return None,
            Ok(last) if late.earliest <= last => Certainty::Possibly,
            Ok(_) => given.certainty,
            Err(_) => Certainty::Possibly,
        };
        let covers = |exception: &Exception| {
            let forecast = day(exception.forecast_date.as_ref());
            forecast.is_some_and(|forecast| late.latest <= forecast)
        };
        let allowed = Allowed::Time(Wait { days: allowed, counted });
        let rule = given.value;
        let value = (Dimension::Time, late.measured());
        Some(self.breach(Some(row), value, (rule, allowed, certainty), &covers))
    }

    /// A breach; `covers` says whether it goes no further than an exception forecast.
    fn breach(
        &self,
        row: Option<Subject>,
        (dimension, value): (Dimension, Measured),
        (rule, allowed, certainty): (&LocalRule, Allowed, Certainty),
        covers: &dyn Fn(&Exception) -> bool,
    ) -> Breach {
        let programme = self.programme;
        let title = match row {
            Some(row) => programme.name(row).unwrap_or_default(),
            None => &programme.about().name,
        };
        let around = self.around(row);
        let speaks = |exception: &&Exception| {
            let of = exception.dimension;
            let fits = of.is_none_or(|of| of == dimension || of == Dimension::Overall);
            let named = exception.tolerance.is_none_or(|named| named == rule.key.id);
            fits && named && around.contains(&exception.of)
        };
        let raised = programme.exceptions().iter().filter(speaks);
        let raised = raised.map(|exception| (exception, self.stands(exception, covers)));
        // A sure one goes before one that may stand.
        let found = raised.filter(|(_, sure)| *sure != Certainty::No).max_by_key(|(_, sure)| *sure);
        Breach {
            row: row.map(|row| Called::of(programme, row)),
            title: title.to_owned(),
            dimension,
            value,
            rule: Called::of(programme, rule.key.id),
            allowed,
            certainty,
            exception: found.map(|(exception, _)| Called::of(programme, exception.key.id)),
            excepted: found.map_or(Certainty::No, |(_, sure)| sure),
        }
    }

    /// Whether an exception stands on the day: open, or closed by a decision that bears as much.
    fn stands(&self, exception: &Exception, covers: &dyn Fn(&Exception) -> bool) -> Certainty {
        let lives = raid::exception_lives(exception, self.on);
        let raised = day(exception.raised.as_ref()).is_none_or(|raised| raised <= self.on);
        let made = exception.decision.and_then(|decision| self.programme.get(decision));
        let decided = made.is_some_and(|made| made.act.is_none_or(Act::decides));
        let conceded = lives == Certainty::No && exception.closed.is_some() && decided && raised;
        if conceded && covers(exception) { Certainty::Certainly } else { lives }
    }

    /// A row, and those that it is a part of: an exception of any of these speaks of it.
    fn around(&self, row: Option<Subject>) -> Vec<Option<Subject>> {
        let programme = self.programme;
        let stream = |id: Option<Id<Workstream>>| {
            let row = id.and_then(|id| programme.get(id));
            row.into_iter().flat_map(|row| above(programme.workstreams(), row))
        };
        let all: Vec<Subject> = match row {
            None => return vec![None],
            Some(Subject::BudgetLine(id)) => {
                let line = programme.get(id);
                let own = line.into_iter().flat_map(|row| above(programme.budget_lines(), row));
                let of = line.and_then(|line| line.of);
                own.chain(of).chain(stream(line.and_then(|line| line.workstream))).collect()
            }
            Some(Subject::Action(id)) => {
                let own = programme.get(id);
                let own = own.into_iter().flat_map(|row| above(programme.actions(), row));
                own.chain(stream(programme.workstream_of(id).map(|row| row.key.id))).collect()
            }
            Some(Subject::Milestone(id)) => {
                let row = programme.get(id);
                let own = std::iter::once(id.into());
                own.chain(stream(row.and_then(|row| row.workstream))).collect()
            }
            Some(Subject::Workstream(id)) => stream(Some(id)).collect(),
            Some(other) => vec![other],
        };
        all.into_iter().map(Some).collect()
    }
}

/// A row and those that it is a part of.
fn above<'t, R: Row>(rows: &'t Table<R>, row: &'t R) -> impl Iterator<Item = Subject> + 't
where
    Subject: From<Id<R>>,
{
    upwards(rows, row).map(|row| row.key().id.into())
}

/// How much each rule told of parts of each workstream, and of the programme.
struct Told<'p> {
    programme: &'p Programme,
    by: BTreeMap<(Subject, Option<Id<Workstream>>), Money>,
}

impl Told<'_> {
    fn tell(&mut self, breach: &Breach, stream: Option<Id<Workstream>>, over: Money) {
        let rows = self.programme.workstreams();
        let wholes = stream.and_then(|id| rows.get(id)).into_iter();
        let wholes = wholes.flat_map(|row| upwards(rows, row)).map(|row| Some(row.key.id));
        for whole in wholes.chain([None]) {
            let sum = self.by.entry((breach.rule.row, whole)).or_insert(Money::NIL);
            *sum = sum.checked_add(over).unwrap_or(*sum);
        }
    }

    fn of(&self, rule: Id<LocalRule>, whole: Option<Id<Workstream>>) -> Money {
        self.by.get(&(rule.into(), whole)).copied().unwrap_or(Money::NIL)
    }
}

impl fmt::Display for Allowed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cost(amount) => amount.fmt(f),
            Self::Time(wait) => wait.fmt(f),
        }
    }
}

impl fmt::Display for Breach {
    /// `A1 'Publish the plan' is 15 days late, beyond the tolerance of 14 calendar days (LR1), and no
    /// exception has been raised`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { row, title, value, allowed, rule, certainty, exception, excepted, .. } = self;
        match row {
            Some(row) => write!(f, "{row} '{title}' ")?,
            None => f.write_str("the programme ")?,
        }
        match value {
            Measured::Forecast { outturn, budget } => write!(
                f,
                "is forecast at {} against a budget of {}",
                outturn.shown(),
                budget.shown()
            )?,
            // "It is 15 days late", of a row.
            other => f.write_str(other.to_string().trim_start_matches("it "))?,
        }
        let perhaps = if certainty.is_certain() { "" } else { "perhaps " };
        write!(f, ", {perhaps}beyond the tolerance of {allowed} ({rule}), and ")?;
        match exception {
            Some(exception) if excepted.is_certain() => {
                write!(f, "exception {exception} has been raised")
            }
            Some(exception) => write!(f, "exception {exception} may stand, by its dates"),
            None => f.write_str("no exception has been raised"),
        }
    }
}
