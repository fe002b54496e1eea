//! Risks as they stand on a day: scored by the council's own matrix, and counted only while they are
//! live.

mod exposure;
mod score;

pub use exposure::{Exposure, Spread, Stage, exposure, is_live, live_exceptions, live_issues};
pub use score::{Score, Unscored, matrix, score};
