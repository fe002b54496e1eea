//! What is beyond the tolerance that the council set for it, and whether an exception was raised.

use std::{collections::BTreeSet, fmt};

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{
    Measured, TimePolicy,
    time::{grade, latest},
};
use crate::{
    finance::{Budget, Ledger},
    governance::{Council, Given},
    history::Called,
    model::{Exception, LocalRule, Parameter, Programme, Subject},
    raid,
    values::{
        Certainty, DayCount, Dimension, Figure, FigureUnit, Money, Qualifier, WorkingCalendar,
    },
};

/// Something that is expected to cost more, or to take longer, than its tolerance allows.
///
/// See [`breaches`] for an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breach {
    /// The row; none where it is the whole programme.
    pub row: Option<Called>,
    /// In which dimension: time or cost.
    pub dimension: Dimension,
    /// How far it goes.
    pub value: Measured,
    /// The rule that sets the tolerance.
    pub rule: Called,
    /// How far it may go: an amount, a share or a number of days.
    pub allowed: String,
    /// The exception that was raised of it, if one was.
    pub exception: Option<Called>,
    /// Whether it is sure: the days on which the rule holds may be vague, or the calendar may not
    /// reach so far.
    pub certainty: Certainty,
}

/// What is beyond its tolerance on a day: budget lines, workstreams and the programme by what they
/// are expected to cost, actions by how late they are. A whole is not told of where a part of it is.
/// Of what has no tolerance, or no forecast, nothing is said.
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
/// assert_eq!(beyond("2021-06-15")?[0].to_string(), "A1 is 15 days late, beyond the tolerance of \
///     14 calendar days (LR1), and no exception is raised");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn breaches(programme: &Programme, calendar: &WorkingCalendar, on: NaiveDate) -> Vec<Breach> {
    let council = Council::of(programme, on);
    let has_tolerance = |rule: &LocalRule| rule.parameter == Some(Parameter::Tolerance);
    if !programme.local_rules().iter().any(has_tolerance) {
        return Vec::new();
    }
    let raised = raid::live_exceptions(programme, on);
    let finder = Finder { programme, council, calendar, raised, on };
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

struct Finder<'p> {
    programme: &'p Programme,
    council: Council<'p>,
    calendar: &'p WorkingCalendar,
    raised: Vec<&'p Exception>,
    on: NaiveDate,
}

impl Finder<'_> {
    fn costs(&self) -> Vec<Breach> {
        let programme = self.programme;
        let ledger = Ledger::of(programme);
        let lines = programme.budget_lines().iter().zip(ledger.lines(self.on));
        let lines = lines.filter(|(line, _)| !line.income);
        let mut breaches = Vec::new();
        let mut told = BTreeSet::new();
        for (line, budget) in lines {
            let Some(breach) = self.cost(Some(line.key.id.into()), &budget) else { continue };
            told.extend(line.workstream);
            breaches.push(breach);
        }
        let by = ledger.breakdown(self.on, |line| line.workstream);
        let streams = by.groups.iter().filter(|(id, _)| !told.contains(id));
        breaches.extend(streams.filter_map(|(id, sums)| self.cost(Some((*id).into()), &sums.cost)));
        if breaches.is_empty() {
            breaches.extend(self.cost(None, &by.total.cost));
        }
        breaches
    }

    fn cost(&self, row: Option<Subject>, budget: &Budget) -> Option<Breach> {
        let over = budget.variance().filter(|over| *over > Money::NIL)?;
        let (outturn, revised) = (budget.outturn()?, budget.revised()?);
        let given = self.council.tolerance(Dimension::Cost, row)?;
        let allowed = given.value.amount.as_ref()?;
        if over.to_decimal() <= bound(allowed.value()?, revised)? {
            return None;
        }
        let value = Measured::Forecast { outturn, budget: revised };
        let allowed = allowed.to_string();
        Some(self.breach(row, Dimension::Cost, value, (given, allowed, given.certainty)))
    }

    fn times(&self) -> Vec<Breach> {
        let policy = TimePolicy::overdue();
        let programme = self.programme;
        let rows = programme.actions().iter().zip(programme.states(self.on));
        let late = rows.filter_map(|(action, state)| {
            let (_, value, _) = grade(programme, action, state, &policy, self.on)?;
            let days = match value {
                Measured::Late(days) | Measured::Slipped(days) if days > 0 => days,
                _ => return None,
            };
            let expected = latest(programme.timescale_of(action))?.max(self.on);
            self.time(action.key.id.into(), value, (expected, days))
        });
        late.collect()
    }

    fn time(
        &self,
        row: Subject,
        value: Measured,
        (expected, days): (NaiveDate, i64),
    ) -> Option<Breach> {
        let given = self.council.tolerance(Dimension::Time, Some(row))?;
        let (allowed, counted) = (given.value.days?, given.value.counted);
        let counted = counted.unwrap_or(DayCount::Calendar);
        let due = expected.checked_sub_days(chrono::Days::new(u64::try_from(days).ok()?))?;
        let certainty = match self.calendar.after(due, allowed, counted) {
            Ok(last) if expected <= last => return None,
            Ok(_) => given.certainty,
            Err(_) => Certainty::Possibly,
        };
        let allowed = crate::governance::Wait { days: allowed, counted }.to_string();
        Some(self.breach(Some(row), Dimension::Time, value, (given, allowed, certainty)))
    }

    fn breach(
        &self,
        row: Option<Subject>,
        dimension: Dimension,
        value: Measured,
        (given, allowed, certainty): (Given<&LocalRule>, String, Certainty),
    ) -> Breach {
        let called = |row: Subject| Called::of(self.programme, row);
        let around = self.around(row);
        let speaks = |exception: &&&Exception| {
            let of = exception.dimension;
            let fits = of.is_none_or(|of| of == dimension || of == Dimension::Overall);
            fits && around.contains(&exception.of)
        };
        let exception = self.raised.iter().find(speaks).map(|row| called(row.key.id.into()));
        let rule = called(given.value.key.id.into());
        Breach { row: row.map(called), dimension, value, rule, allowed, exception, certainty }
    }

    /// A row, and those that it is a part of: an exception of any of these tells of it.
    fn around(&self, row: Option<Subject>) -> Vec<Option<Subject>> {
        let programme = self.programme;
        let Some(row) = row else { return vec![None] };
        let stream = match row {
            Subject::BudgetLine(id) => programme.get(id).and_then(|line| line.workstream),
            Subject::Action(id) => programme.workstream_of(id).map(|row| row.key.id),
            _ => None,
        };
        let whole = |row: &Subject| programme.record(*row)?.parent();
        let above = |row: Subject| std::iter::successors(Some(row), whole).take(LEVELS).map(Some);
        above(row).chain(stream.into_iter().flat_map(|id| above(id.into()))).collect()
    }
}

/// How far up is looked: nobody nests work deeper.
const LEVELS: usize = 64;

impl fmt::Display for Breach {
    /// `A1 is 15 days late, beyond the tolerance of 14 calendar days (LR1), and no exception is raised`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { row, value, allowed, rule, exception, .. } = self;
        match row {
            Some(row) => write!(f, "{row} ")?,
            None => f.write_str("the programme ")?,
        }
        match value {
            Measured::Forecast { outturn, budget } => write!(
                f,
                "is expected to come to {} against a budget of {}",
                outturn.shown(),
                budget.shown()
            )?,
            Measured::Slipped(days) => {
                write!(f, "is {days} days behind a date given up without approval")?;
            }
            Measured::Late(days) => write!(f, "is {days} days late")?,
            other => write!(f, "is {other}")?,
        }
        write!(f, ", beyond the tolerance of {allowed} ({rule}), and ")?;
        match exception {
            Some(exception) => write!(f, "{exception} is raised of it"),
            None => f.write_str("no exception is raised"),
        }
    }
}
