//! Risks as they stand on a day: scored by the council's own matrix, and counted only while they are
//! live.

mod exposure;
mod score;

pub(crate) use exposure::exception_lives;
pub use exposure::{Exposure, Spread, Stage, exposure, is_live, live_exceptions, live_issues};
pub(crate) use score::counts;
pub use score::{Score, Unscored, matrix, score};
