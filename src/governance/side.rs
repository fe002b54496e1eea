//! In whose name something is decided, and the figures that held on a day that may be vague.

use chrono::NaiveDate;

use super::{Council, Given, Wait};
use crate::{
    model::{Body, BodyKind, Decision, Function, Parameter, Programme},
    values::{Certainty, Id, PartialDate},
};

/// In whose name something is decided, as far as that is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// The full council.
    Council,
    /// A committee or an officer, for the council.
    OfCouncil,
    /// The executive, or somebody for it.
    Executive,
    /// Nobody says.
    Unsaid,
}

impl Side {
    /// That of a body of a kind, and of a function.
    pub(crate) fn of(kind: Option<BodyKind>, function: Option<Function>) -> Self {
        match (kind, function) {
            (Some(BodyKind::Council), _) => Self::Council,
            (_, Some(Function::Executive)) => Self::Executive,
            (_, Some(Function::Council)) | (Some(BodyKind::Committee | BodyKind::Scrutiny), _) => {
                Self::OfCouncil
            }
            (Some(BodyKind::Executive), _) => Self::Executive,
            // Sub-committees and joint committees may be of either side.
            (_, Some(Function::LocalChoice) | None) => Self::Unsaid,
        }
    }

    /// That of a decision: by its function, or that of the right under which it is made, and by the
    /// body that decides, or else delegates it.
    pub(crate) fn of_decision(programme: &Programme, row: &Decision) -> Self {
        let kind = |id: Id<Body>| programme.get(id).and_then(|body| body.kind);
        let right = row.right.and_then(|id| programme.get(id));
        let function = row.function.or(right.and_then(|right| right.function));
        if row.body.is_some() {
            return Self::of(row.body.and_then(kind), function);
        }
        match Self::of(right.and_then(|right| right.delegated_from).and_then(kind), function) {
            // Who has a power from the full council is not the full council.
            Self::Council => Self::OfCouncil,
            side => side,
        }
    }

    /// Whether it is the executive that decides, in a council of which it may be known whether it
    /// has one.
    pub(crate) fn is_executive(self, has_executive: Option<bool>) -> Certainty {
        match (has_executive, self) {
            (Some(false), _) | (_, Self::Council | Self::OfCouncil) => Certainty::No,
            (_, Self::Unsaid) => Certainty::Possibly,
            (_, Self::Executive) => Certainty::Certainly,
        }
    }
}

/// The day since which the regulations on executive meetings, SI 2012/2089, are in force.
pub(crate) const EXECUTIVE_MEETINGS: NaiveDate = law_since(2012, 9, 10);
/// The day since which officers record decisions on the council's side (SI 2014/2095).
pub(crate) const OFFICERS_RECORDS: NaiveDate = law_since(2014, 8, 6);
/// The day since which votes on budgets are recorded by name (SI 2014/165).
pub(crate) const RECORDED_VOTES: NaiveDate = law_since(2014, 2, 25);

const fn law_since(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(day) => day,
        None => NaiveDate::MIN,
    }
}

/// Whether a date is not before a day; of no date that is not known.
pub(crate) fn since(date: Option<PartialDate>, day: NaiveDate) -> Certainty {
    date.map_or(Certainty::Possibly, |date| {
        Certainty::from_readings(date.earliest() >= day, date.latest() >= day)
    })
}

/// How many days something took, where it is certain which of the council's rules held, and it was the
/// same on the first and the last of these days; none where not.
pub(crate) fn wait_between(
    programme: &Programme,
    [first, last]: [NaiveDate; 2],
    parameter: Parameter,
) -> Option<Given<Wait>> {
    let of = |on| Council::of(programme, on).wait(parameter);
    of(last).filter(|given| given.certainty.is_certain() && of(first) == of(last))
}
