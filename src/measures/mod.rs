//! What measures and surveys come to: how far of the way to its target a measure is, which way it
//! goes, whether a stated share follows from its counts.
//!
//! Rows hold what was printed; what is here follows from it on a day, exactly or not at all.
//! [`achievement()`] says what it lacks of a measure without a basis, and never gives nothing for
//! "not known".

mod achievement;
mod survey;

pub(crate) use achievement::held;
pub use achievement::{
    Achievement, Against, NoBasis, Trend, Way, achievement, against, lacks, reading, target, trend,
};
pub use survey::{AnswerSet, Of, Share, answer_sets, response_rate, shares};
