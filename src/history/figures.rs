//! Figures of progress, taken down as they were.

use crate::{
    model::State,
    rollup::{Assessment, Progress, Ratio},
};

/// What a report says of progress, in whole numbers and exact shares: what can be written down,
/// stored, and held against what is reckoned anew.
///
/// ```
/// use programme::{history::Figures, model::{About, Draft}, rollup::{self, Policy, Ratio}};
/// use programme::{values::Timescale, Action};
///
/// let mut draft = Draft::new(About::named("example"));
/// for (reference, timescale) in [("A1", "Completed"), ("A2", "May 2019")] {
///     let mut action = Action::new(draft.key(reference.parse()?), "Publish the plan");
///     action.timescale = Timescale::read(timescale);
///     draft.put(action);
/// }
/// let progress = rollup::progress(&draft.finish()?, &Policy::pooled(), "2019-09-04".parse()?);
/// let figures = Figures::of(&progress);
/// assert_eq!((figures.counted, figures.complete, figures.overdue), (2, 1, 1));
/// assert_eq!(figures.confirmed, Ratio::new(1, 2));
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Actions in the base.
    pub counted: u64,
    /// Of them, complete.
    pub complete: u64,
    /// Of them, in progress.
    pub in_progress: u64,
    /// Of them, on hold.
    pub on_hold: u64,
    /// Of them, not started.
    pub not_started: u64,
    /// Of them, such of which nothing readable was said.
    pub unknown: u64,
    /// Commitments without an end.
    pub continuing: u64,
    /// Actions that are out of the plan.
    pub excluded: u64,
    /// Actions that are not approved or decided.
    pub undecided: u64,
    /// Open actions past their dates.
    pub overdue: u64,
    /// Open actions without a date.
    pub undated: u64,
    /// What is done as far as is known; none where there is no share.
    pub confirmed: Option<Ratio>,
    /// What would be done if all that is unknown were.
    pub possible: Option<Ratio>,
    /// The share of the base of which anything is known.
    pub coverage: Option<Ratio>,
}

impl Figures {
    /// The figures of sums.
    #[must_use]
    pub fn of(progress: &Progress) -> Self {
        let known = match progress.assess() {
            Assessment::Known(known) => Some(known),
            Assessment::Unknown(_) => None,
        };
        Self {
            counted: progress.counted(),
            complete: progress.complete(),
            in_progress: progress.count(State::InProgress),
            on_hold: progress.count(State::OnHold),
            not_started: progress.count(State::NotStarted),
            unknown: progress.unknown(),
            continuing: progress.continuing(),
            excluded: progress.excluded(),
            undecided: progress.count(State::Proposed) + progress.count(State::Possible),
            overdue: progress.overdue(),
            undated: progress.undated(),
            confirmed: known.map(|known| known.confirmed),
            possible: known.map(|known| known.possible),
            coverage: known.map(|known| known.coverage),
        }
    }
}
