//! Three-valued answers.

use std::fmt;

/// The answer to a question about vague facts: no, possibly, or certainly.
///
/// Dates and amounts in council papers are intervals ("April 2019", "c£340k"), so a comparison of
/// two of them has three answers. A rule fires on *certainly*; on *possibly* it says what would
/// settle the matter. The order is `No < Possibly < Certainly`.
///
/// ```
/// use programme::values::Certainty::{Certainly, No, Possibly};
///
/// assert_eq!(Certainly.and(Possibly), Possibly);
/// assert_eq!(No.or(Possibly), Possibly);
/// assert_eq!(Possibly.not(), Possibly);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// It cannot be so, however the vague facts turn out.
    No,
    /// It may be so; the facts do not say.
    Possibly,
    /// It is so, however the vague facts turn out.
    Certainly,
}

impl Certainty {
    /// Both: the weaker of the two answers.
    ///
    /// ```
    /// use programme::values::Certainty::{Certainly, No, Possibly};
    ///
    /// assert_eq!(Possibly.and(No), No);
    /// assert_eq!(Certainly.and(Certainly), Certainly);
    /// ```
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        self.min(other)
    }

    /// Either: the stronger of the two answers.
    ///
    /// ```
    /// use programme::values::Certainty::{Certainly, Possibly};
    ///
    /// assert_eq!(Possibly.or(Certainly), Certainly);
    /// ```
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        self.max(other)
    }

    /// The opposite question; *possibly* stays *possibly*.
    ///
    /// ```
    /// use programme::values::Certainty::{Certainly, No};
    ///
    /// assert_eq!(No.not(), Certainly);
    /// ```
    #[must_use]
    #[expect(clippy::should_implement_trait, reason = "`!` on a three-valued answer misleads")]
    pub fn not(self) -> Self {
        match self {
            Self::No => Self::Certainly,
            Self::Possibly => Self::Possibly,
            Self::Certainly => Self::No,
        }
    }

    /// Whether the answer is *certainly*.
    #[must_use]
    pub fn is_certain(self) -> bool {
        self == Self::Certainly
    }

    /// The answer from what holds in every reading and what holds in at least one.
    ///
    /// ```
    /// use programme::values::Certainty;
    ///
    /// // Some day in April 2019 lies before 15 April, and not every one does.
    /// assert_eq!(Certainty::from_readings(false, true), Certainty::Possibly);
    /// ```
    #[must_use]
    pub fn from_readings(every: bool, some: bool) -> Self {
        match (every, some) {
            (true, _) => Self::Certainly,
            (false, true) => Self::Possibly,
            (false, false) => Self::No,
        }
    }
}

impl fmt::Display for Certainty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::No => "no",
            Self::Possibly => "possibly",
            Self::Certainly => "certainly",
        })
    }
}
