//! In which ways a row can differ from what it was, and the words for them.

use std::fmt;

use super::{Called, Redate, aspects::listed};
use crate::values::ActionStatus;

/// One way in which a row differs from what it was; it prints as a report would say it.
///
/// ```
/// use programme::{history::Way, values::ActionStatus};
///
/// let (from, to) = (ActionStatus::Complete, ActionStatus::InProgress);
/// assert_eq!(Way::StatusBack { from, to }.to_string(), "back from complete to in progress");
/// assert_eq!(Way::Replaced(vec!["phase", "answers"]).to_string(), "changed (phase, answers)");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// It was not there.
    Added,
    /// It is not there any more.
    Removed,
    /// It is said to be cancelled.
    Cancelled,
    /// It is said to be replaced by another, where that is said.
    Superseded(Option<Called>),
    /// It is said to be taken into another, where that is said.
    MergedInto(Option<Called>),
    /// It is said to be out of the plan for another reason.
    LeftPlan(ActionStatus),
    /// It was out of the plan and is in it again.
    Reinstated {
        /// As what it was out of the plan.
        from: ActionStatus,
        /// How it stands now, where that is said.
        to: Option<ActionStatus>,
    },
    /// It has parts that it had not.
    SplitInto(Vec<Called>),
    /// It is to be done at another time.
    Redated(Redate),
    /// Others lead or own it; each by printed words or name.
    Reowned {
        /// Who did.
        from: Vec<String>,
        /// Who does.
        to: Vec<String>,
    },
    /// It says the same in other words, or something else: fields that hold words.
    Reworded(Vec<&'static str>),
    /// It weighs more or less.
    Reweighted {
        /// What it weighed.
        from: Option<u32>,
        /// What it weighs.
        to: Option<u32>,
    },
    /// Its money is another, or of another source: the fields that say so.
    Refunded(Vec<&'static str>),
    /// It is said to have come further.
    StatusForward {
        /// Where it was.
        from: ActionStatus,
        /// Where it is.
        to: ActionStatus,
    },
    /// It is said not to have come as far.
    StatusBack {
        /// Where it was.
        from: ActionStatus,
        /// Where it is.
        to: ActionStatus,
    },
    /// Nothing was said of its state, and now something is.
    StatusFirstSaid(ActionStatus),
    /// Something was said of its state, and now nothing is that can be read.
    StatusNotSaid(ActionStatus),
    /// Something else differs: the fields, by their names in a document. None where only the
    /// identity of the programme does.
    Replaced(Vec<&'static str>),
}

impl fmt::Display for Way {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let to_another =
            |f: &mut fmt::Formatter<'_>, said: &str, link, other: &Option<Called>| match other {
                Some(other) => write!(f, "{said} {link} {other}"),
                None => f.write_str(said),
            };
        let weight = |weight: &Option<u32>| match weight {
            Some(weight) => weight.to_string(),
            None => "no weight".to_owned(),
        };
        match self {
            Self::Added => f.write_str("added"),
            Self::Removed => f.write_str("removed"),
            Self::Cancelled => f.write_str("cancelled"),
            Self::Superseded(by) => to_another(f, "superseded", "by", by),
            Self::MergedInto(other) => to_another(f, "merged", "into", other),
            Self::LeftPlan(status) => write!(f, "out of the plan ({status})"),
            Self::Reinstated { from, to: None } => write!(f, "reinstated (was {from})"),
            Self::Reinstated { from, to: Some(to) } => {
                write!(f, "reinstated (was {from}, now {to})")
            }
            Self::SplitInto(parts) => write!(f, "split into {}", listed(parts)),
            Self::Redated(moved) => write!(f, "re-dated {moved}"),
            Self::Reowned { from, to } => {
                let nobody = |names: &[String]| match names {
                    [] => "nobody".to_owned(),
                    names => listed(names),
                };
                write!(f, "passed from {} to {}", nobody(from), nobody(to))
            }
            Self::Reworded(fields) => write!(f, "re-worded ({})", fields.join(", ")),
            Self::Reweighted { from, to } => {
                write!(f, "re-weighted from {} to {}", weight(from), weight(to))
            }
            Self::Refunded(fields) => write!(f, "re-funded ({})", fields.join(", ")),
            Self::StatusForward { from, to } => write!(f, "forward from {from} to {to}"),
            Self::StatusBack { from, to } => write!(f, "back from {from} to {to}"),
            Self::StatusFirstSaid(to) => write!(f, "said to be {to}, where nothing was said"),
            Self::StatusNotSaid(from) => write!(f, "no longer said to be {from}"),
            Self::Replaced(fields) if fields.is_empty() => f.write_str("another programme"),
            Self::Replaced(fields) => write!(f, "changed ({})", fields.join(", ")),
        }
    }
}

impl fmt::Display for super::Difference {
    /// `A1: added`, as a line of a report.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = if self.row.is_none() { "the programme" } else { self.shown.as_str() };
        let ways: Vec<_> = self.ways.iter().map(ToString::to_string).collect();
        write!(f, "{what}: {}", ways.join("; "))
    }
}
