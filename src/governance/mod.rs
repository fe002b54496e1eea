//! Who decides, and when: the council as its law and its own rules make it, lines of reporting, the
//! route that a matter takes, and what falls due.
//!
//! Everything here is a pure function of a programme and a day; a calendar of working days is an
//! argument where one is needed.

mod authority;
mod bounds;
pub(crate) mod call_in;
pub(crate) mod clocks;
mod council;
mod deadline;
mod due;
mod events;
mod followers;
mod key;
pub(crate) mod law;
mod lines;
mod matter;
mod route;
mod side;
mod step;
mod steps;
pub(crate) mod tenure;
mod wards;

pub use authority::{Authority, authority};
pub(crate) use bounds::{Bound, pounds};
pub use council::{Basis, Council, Given, Wait};
pub use deadline::{Deadline, DeadlineKind, Deadlines, DueItem, NoDay, SetBy, Undated};
pub use due::falls_due;
pub(crate) use followers::Followers;
pub use lines::{End, Path, reports_to};
pub(crate) use lines::{Lines, can_decide, meets_in_public};
pub use matter::Matter;
pub use route::{Route, route};
pub(crate) use side::{
    EXECUTIVE_MEETINGS, OFFICERS_RECORDS, RECORDED_VOTES, Side, since, wait_between,
};
pub use step::{KeyAnswer, Maker, MakerKind, Step, StepKind};
pub(crate) use wards::Wards;
