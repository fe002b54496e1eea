//! A rating with its reasons.

use std::fmt;

use rust_decimal::Decimal;

use super::{Band, Compared, Delay, Rated};
use crate::{
    history::{Called, listed},
    rollup::Ratio,
    values::{Dimension, Money},
};

/// A rating, and how it came about: by which rule, from which value, over which threshold, and on
/// which rows it hangs. Printed it is one sentence for a board.
///
/// ```
/// use programme::{model::{About, Draft, StatusNote}, rating::{self, TimePolicy}};
/// use programme::{values::{ActionStatus, Timescale}, Action};
///
/// let mut draft = Draft::new(About::named("example"));
/// let mut action = Action::new(draft.key("A1".parse()?), "Publish the plan");
/// action.timescale = Timescale::read("May 2020");
/// action.status.push(StatusNote::new(ActionStatus::InProgress));
/// draft.put(action);
/// let (programme, on) = (draft.finish()?, "2020-07-15".parse()?);
/// let rated = rating::time_of(&programme, None, &TimePolicy::bromsgrove(), on);
/// assert_eq!(rated[0].to_string(), "Time is red, because it is 45 days late, and more than \
///     1 month is red: A1 (Bromsgrove 2007).");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// The rating.
    pub rated: Rated,
    /// What was rated.
    pub dimension: Dimension,
    /// The name of the rule, and its year.
    pub rule: String,
    /// The value that was rated.
    pub value: Measured,
    /// The threshold that it passed; none where it passed none.
    pub threshold: Option<Threshold>,
    /// The rows on which it hangs, where it is of rows.
    pub rows: Vec<Called>,
}

/// The value that was rated.
///
/// See [`Explained`] for an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Measured {
    /// There is no value, and what is missing.
    Missing(Missing),
    /// It is complete.
    Complete,
    /// So many days late; none where it is not.
    Late(i64),
    /// So many days behind a date that was given up without approval.
    Slipped(i64),
    /// By so many days later than first planned, as was agreed.
    Moved(i64),
    /// On hold, by a decision.
    Suspended,
    /// What it is expected to cost, and what it may cost.
    Forecast {
        /// What is expected to be spent.
        outturn: Money,
        /// The revised budget.
        budget: Money,
    },
    /// A measure against its target.
    Reading {
        /// What was measured.
        actual: Decimal,
        /// What was to be reached.
        target: Decimal,
        /// What was measured a year before.
        last_year: Option<Decimal>,
    },
    /// So many of the parts.
    Parts {
        /// How many.
        count: u64,
        /// Of how many.
        of: u64,
        /// What they are.
        are: String,
        /// How many more there are of which no colour is known.
        unknown: u64,
    },
    /// It is what some dimensions are.
    Dimensions {
        /// Those that decide.
        deciding: Vec<Dimension>,
        /// Those of which nothing is known, which the rule leaves out.
        unknown: Vec<Dimension>,
    },
    /// Somebody stated it.
    Stated(String),
}

/// What is missing to rate something.
///
/// See [`Explained`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Missing {
    /// Nothing readable was said of its state.
    Report,
    /// It is said not to have begun, and is not late.
    Start,
    /// It has no date that can be read.
    Date,
    /// No budget is known.
    Budget,
    /// An amount cannot be read, or a movement cannot be entered.
    Amount,
    /// The forecast is not known.
    Forecast,
    /// What was measured a year before is not known.
    LastYear,
    /// There are no parts to rate.
    Parts,
}

/// What the value passed.
///
/// See [`Explained`] for an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Threshold {
    /// A delay.
    Delay(Band<Delay>),
    /// A share.
    Share(Band<Ratio>),
    /// The worst part makes the whole.
    Worst,
    /// So large a share of the parts may be grey.
    Grey(Ratio),
    /// So far off the target, as a share of it, is still on it.
    Target(Ratio),
    /// So far off the target, in the unit of the measure, is still on it by its own rule.
    Own(Decimal),
}

/// How many rows a sentence names.
const NAMED: usize = 5;

impl Explained {
    /// How it stands to an earlier one: improved, worse or the same.
    ///
    /// Not comparable where it was made by another rule, on another scale, of another dimension, or
    /// where one of the two is grey.
    ///
    /// ```
    /// use programme::{model::{About, Draft, StatusNote}, rating::{self, Compared, TimePolicy}};
    /// use programme::{values::{ActionStatus, Timescale}, Action};
    ///
    /// let mut draft = Draft::new(About::named("example"));
    /// let mut action = Action::new(draft.key("A1".parse()?), "Publish the plan");
    /// action.timescale = Timescale::read("May 2020");
    /// action.status.push(StatusNote::new(ActionStatus::InProgress));
    /// draft.put(action);
    /// let programme = draft.finish()?;
    /// let rated = |policy, on: &str| {
    ///     on.parse().map(|on| rating::time_of(&programme, None, policy, on).remove(0))
    /// };
    /// let policy = TimePolicy::bromsgrove();
    /// let (june, july) = (rated(&policy, "2020-06-15")?, rated(&policy, "2020-07-15")?);
    /// assert_eq!(july.trend_from(&june), Compared::Worse, "amber, and then red");
    /// let otherwise = rated(&TimePolicy::overdue(), "2020-07-15")?;
    /// assert_eq!(otherwise.trend_from(&june), Compared::NotComparable, "another rule");
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn trend_from(&self, earlier: &Self) -> Compared {
        match (&self.rule, self.dimension) == (&earlier.rule, earlier.dimension) {
            true => self.rated.compared_with(earlier.rated),
            false => Compared::NotComparable,
        }
    }
}

impl fmt::Display for Explained {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { rated, dimension, rule, value, threshold, rows } = self;
        let name = dimension.to_string();
        let (first, rest) = name.split_at_checked(1).unwrap_or(("", &name));
        let verb = if *dimension == Dimension::Benefits || *dimension == Dimension::Resources {
            "are"
        } else {
            "is"
        };
        write!(f, "{}{rest} {verb} {rated}, because {value}", first.to_uppercase())?;
        if let Some(threshold) = threshold {
            write!(f, ", and {threshold}")?;
        }
        let mut named: Vec<String> = rows.iter().take(NAMED).map(ToString::to_string).collect();
        if rows.len() > NAMED {
            named.push(format!("{} more", rows.len() - NAMED));
        }
        if let Measured::Parts { count, .. } = value
            && !rows.is_empty()
            && u64::try_from(rows.len()).is_ok_and(|rows| rows < *count)
        {
            named.push("what is in none of them".into());
        }
        if !named.is_empty() {
            write!(f, ": {}", listed(&named))?;
        }
        write!(f, " ({rule}).")
    }
}

/// "1 day", "3 days".
fn days(count: i64) -> String {
    format!("{count} {}", if count == 1 { "day" } else { "days" })
}

impl fmt::Display for Measured {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(missing) => missing.fmt(f),
            Self::Complete => f.write_str("it is complete"),
            Self::Late(late) if *late <= 0 => f.write_str("it is not late"),
            Self::Late(late) => write!(f, "it is {} late", days(*late)),
            Self::Slipped(late) => {
                write!(f, "it is {} behind a date given up without approval", days(*late))
            }
            Self::Moved(later) => write!(f, "it was moved by {} with approval", days(*later)),
            Self::Suspended => f.write_str("it is on hold by a decision"),
            Self::Forecast { outturn, budget } => {
                let (outturn, budget) = (outturn.shown(), budget.shown());
                write!(f, "{outturn} is expected to be spent against a budget of {budget}")
            }
            Self::Reading { actual, target, last_year } => {
                write!(f, "{actual} was reached against a target of {target}")?;
                last_year.map_or(Ok(()), |before| write!(f, ", and {before} a year before"))
            }
            Self::Parts { count, of, are, unknown } => {
                let verb = if *count == 1 { "is" } else { "are" };
                write!(f, "{count} of {of} {verb} {are}")?;
                let share = Ratio::new((*count).into(), (*of).into());
                share.map_or(Ok(()), |share| write!(f, " ({} %)", share.percent_to(0)))?;
                if *unknown > 0 {
                    write!(f, " with {unknown} more not known")?;
                }
                Ok(())
            }
            Self::Dimensions { deciding, unknown } => {
                let verb = if deciding.len() == 1 { "is" } else { "are" };
                write!(f, "{} {verb}", listed(deciding))?;
                match unknown.is_empty() {
                    true => Ok(()),
                    false => write!(f, " (of {} nothing is known)", listed(unknown)),
                }
            }
            Self::Stated(said) => f.write_str(said),
        }
    }
}

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Report => "nothing was reported",
            Self::Start => "it has not begun and is not late",
            Self::Date => "it has no date to hold it against",
            Self::Budget => "no budget is known",
            Self::Amount => "an amount of its budget or forecast cannot be entered",
            Self::Forecast => "the forecast is not known",
            Self::LastYear => "it is off its target and the figure of a year before is not known",
            Self::Parts => "there is nothing to rate",
        })
    }
}

impl fmt::Display for Threshold {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Delay(band) => band.fmt(f),
            Self::Share(band) => band.fmt(f),
            Self::Worst => f.write_str("the worst decides"),
            Self::Grey(limit) => write!(f, "at most {} % may be", limit.percent_to(0)),
            Self::Target(off) => write!(f, "up to {} % off it is green", off.percent_to(0)),
            Self::Own(off) => write!(f, "up to {off} off it is green by its own tolerance"),
        }
    }
}
