//! Ratings: colours that say by which rule, from what and over which threshold, and never more than
//! the facts give.
//!
//! What a council states ([`Stated`]) and what follows from its facts ([`Explained`]) are two things
//! and stay so. A [`Rating`](crate::values::Rating) belongs to a
//! [`RatingScale`](crate::values::RatingScale), and those of two scales do not mix.
//! What is not known is [`Grey`], which is outside the order and counted beside it: no data is never
//! green.
//! Ratings roll up as [`Tally`], sums that merge in any order, by a [`RollUp`] that is data; there is
//! no mean of colours. Delivery confidence is judged by people about the future: it is stated, on
//! [`RatingScale::Five`](crate::values::RatingScale::Five), and nothing here derives it.

mod bands;
mod breach;
mod cost;
mod explained;
mod indicator;
mod last_stated;
mod levels;
mod origin;
mod pass;
mod rated;
mod risk_benefits;
mod roll_up;
mod stated;
mod tally;
mod time;

pub use bands::{Band, Bands, BandsError, Delay};
pub(crate) use breach::bound;
pub use breach::{Allowed, Breach, breaches};
pub use cost::{CostPolicy, cost};
pub use explained::{Explained, Measured, Missing, Threshold};
pub use indicator::{Indicator, IndicatorPolicy};
pub use last_stated::last_stated;
pub(crate) use last_stated::{Place, last_of};
pub use levels::{Levels, levels};
pub use origin::{Judgement, Origin};
pub use pass::times;
pub use rated::{Compared, Grey, MixedScales, Rated};
pub use risk_benefits::{benefits, risk};
pub use roll_up::{Part, RollUp, ShareOf, Way};
pub use stated::{Gap, Override, OverrideError, Staleness, Stated};
pub use tally::{Tally, TallyLine};
pub use time::{NotStarted, TimePolicy, time_against, time_of};
