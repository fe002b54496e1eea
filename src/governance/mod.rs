//! Who decides, and when: the council as its law and its own rules make it, lines of reporting, the
//! route that a matter takes, and what falls due.
//!
//! Everything here is a pure function of a programme and a day; a calendar of working days is an
//! argument where one is needed.

mod council;
mod lines;
mod people;

pub use council::{Basis, Council, Given, Wait};
pub(crate) use lines::can_decide;
pub use lines::{End, Path, reports_to};
pub use people::{Holding, holders};
