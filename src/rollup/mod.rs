//! Progress: exact, dated, with its bounds, and never a bare number.
//!
//! Every figure is a pure function of programme, [`Policy`] and day. [`progress`] and [`breakdown`]
//! give sums that merge in any order; [`assess`] turns them into a share with what is confirmed,
//! possible and known; [`explain`] says how it came about.

mod breakdown;
mod groups;
mod kept;
mod kernel;
mod pass;
mod pieces;
mod policy;
mod progress;
mod ratio;
mod streams;
mod trace;
mod weights;

pub use breakdown::{Breakdown, assess, breakdown, breakdown_by, progress};
pub use groups::Grouping;
pub(crate) use groups::{gather, keys, numbers_of};
pub use kept::Kept;
pub(crate) use pieces::{Piece, assess_pieces, pieces};
pub use policy::{Continuing, Credit, Level, MissingWeight, Policy, Weighting};
pub use progress::{Assessment, Known, Milestones, NodeState, Progress, Reason};
pub(crate) use ratio::by_largest_remainder;
pub use ratio::{Ratio, percentages};
pub use trace::{Fact, Trace, explain};
