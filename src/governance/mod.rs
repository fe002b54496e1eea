//! Who decides, and when: the council as its law and its own rules make it, lines of reporting, the
//! route that a matter takes, and what falls due.
//!
//! Everything here is a pure function of a programme and a day; a calendar of working days is an
//! argument where one is needed.

pub(crate) mod clocks;
mod council;
mod deadline;
mod due;
mod lines;
mod people;

pub use council::{Basis, Council, Given, Wait};
pub use deadline::{Deadline, DeadlineKind, Deadlines, Matter, NoDay, SetBy, Undated};
pub use due::falls_due;
pub use lines::{End, Path, reports_to};
pub use people::{Holding, holders};
