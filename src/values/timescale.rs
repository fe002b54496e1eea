//! What a timescale cell says.

use std::fmt;

use chrono::{Days, NaiveDate};

use super::{ActionStatus, Cadence, Length, PartialDate, Period, Printed};

/// What stands in a timescale cell, read: a due date, a commitment without an end, an interval
/// from some other event, or a status that was written in the wrong column.
///
/// "Completed" in a timescale cell is a status; "On-going" is a continuing commitment that never
/// falls due.
///
/// ```
/// use programme::values::{Due, Meaning, Timescale};
///
/// let cell = Timescale::read("15th May 2019 Cabinet");
/// let Some(Meaning::Due(due)) = cell.value() else { panic!("a date and a meeting") };
/// assert_eq!(due.latest().map(|day| day.to_string()), Some("2019-05-15".into()));
/// assert_eq!(due.forum(), Some("Cabinet"));
/// assert!(matches!(Timescale::read("On-going").value(), Some(Meaning::Continuing { .. })));
/// assert!(matches!(Timescale::read("Completed").value(), Some(Meaning::Status { .. })));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Meaning {
    /// Something is due.
    Due(Due),
    /// A commitment without an end.
    Continuing {
        /// How often it recurs, where that is said.
        cadence: Option<Cadence>,
        /// When it is next looked at, where that is said.
        review: Option<PartialDate>,
    },
    /// Within so much time: "over the next 6-12 months", "within three months of the review".
    Within {
        /// The time.
        length: Length,
        /// The event from which it counts, as printed; none where the cell does not say.
        of: Option<Box<str>>,
    },
    /// Sooner or later, as councils mean it: "short term".
    Horizon(Horizon),
    /// A status in the timescale's place.
    Status {
        /// The status.
        status: ActionStatus,
        /// When it came about, where that is said.
        on: Option<PartialDate>,
    },
}

/// How soon, where no date is given. What the words mean in months is for each plan to say.
///
/// ```
/// use programme::values::{Horizon, Meaning, Timescale};
///
/// let cell = Timescale::read("short term");
/// assert_eq!(cell.value(), Some(&Meaning::Horizon(Horizon::Short)));
/// assert!(Horizon::Immediate < Horizon::Long);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Horizon {
    /// At once.
    Immediate,
    /// In the short term.
    Short,
    /// In the medium term.
    Medium,
    /// In the long term.
    Long,
}

/// A timescale cell as printed, with its meaning; blank where nothing is printed.
///
/// ```
/// use programme::values::{Timescale, Unread};
///
/// let cell = Timescale::read("15th May 2019 Cabinet");
/// assert_eq!(cell.to_string(), "15th May 2019 Cabinet", "to the letter");
/// assert!(cell.value().is_some());
/// assert_eq!(Timescale::default().unread(), Some(Unread::Blank));
/// ```
pub type Timescale = Printed<Meaning>;

impl Default for Timescale {
    fn default() -> Self {
        Self::read("")
    }
}

/// When something is due: the dates, their sense, and what else the cell says of them.
///
/// ```
/// use programme::values::{Due, PartialDate, Sense};
///
/// let day: PartialDate = "15th May 2019".parse()?;
/// let due = Due::new(Sense::In, day).at("Cabinet");
/// assert_eq!(due.to_string(), "15 May 2019 (Cabinet)");
/// assert_eq!(due.forum(), Some("Cabinet"));
/// # Ok::<_, programme::values::ParseDateError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Due {
    sense: Sense,
    dates: Period,
    /// Few cells say more; those that do not should not pay for it.
    more: Option<Box<More>>,
}

/// What a cell says beside the dates.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
struct More {
    forum: Option<Box<str>>,
    was: Option<Period>,
    status: Option<ActionStatus>,
}

/// How long after it a date may still be the one that "around" meant.
const GRACE: Days = Days::new(30);

/// In what sense a due date is meant.
///
/// ```
/// use programme::values::{Meaning, Sense, Timescale};
///
/// let sense = |words: &str| match Timescale::read(words).value() {
///     Some(Meaning::Due(due)) => Some(due.sense()),
///     _ => None,
/// };
/// assert_eq!(sense("December 2019"), Some(Sense::In));
/// assert_eq!(sense("by Spring 2024"), Some(Sense::By));
/// assert_eq!(sense("from April 2019"), Some(Sense::From));
/// assert_eq!(sense("around April 2019"), Some(Sense::Around));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sense {
    /// At some time in the dates given, as in "December 2019".
    In,
    /// Not later than the dates given, as in "by Spring 2024".
    By,
    /// From the dates given onwards, with no end.
    From,
    /// Near the dates given, or provisional.
    Around,
}

impl Due {
    /// Due in some sense at these dates.
    ///
    /// ```
    /// use programme::values::{Due, PartialDate, Sense, Timescale};
    ///
    /// let spring: PartialDate = "Spring 2024".parse()?;
    /// let cell = Timescale::from(Due::new(Sense::By, spring));
    /// assert_eq!(cell.to_string(), "by spring 2024");
    /// # Ok::<_, programme::values::ParseDateError>(())
    /// ```
    #[must_use]
    pub fn new(sense: Sense, dates: impl Into<Period>) -> Self {
        Self { sense, dates: dates.into(), more: None }
    }

    /// In what sense the dates are meant.
    #[must_use]
    pub fn sense(&self) -> Sense {
        self.sense
    }

    /// The dates themselves.
    #[must_use]
    pub fn dates(&self) -> Period {
        self.dates
    }

    /// The same, at a meeting of this name.
    ///
    /// ```
    /// use programme::values::{Due, PartialDate, Sense};
    ///
    /// let due = Due::new(Sense::In, "May 2019".parse::<PartialDate>()?).at("Full Council");
    /// assert_eq!(due.to_string(), "May 2019 (Full Council)");
    /// # Ok::<_, programme::values::ParseDateError>(())
    /// ```
    #[must_use]
    pub fn at(self, forum: impl Into<Box<str>>) -> Self {
        let forum = forum.into();
        self.with(|more| more.forum = Some(forum))
    }

    /// The same, in place of these dates.
    ///
    /// ```
    /// use programme::values::{Due, PartialDate, Sense};
    ///
    /// let (old, new): (PartialDate, PartialDate) = ("April 2019".parse()?, "June 2019".parse()?);
    /// let due = Due::new(Sense::In, new).in_place_of(old.into());
    /// assert_eq!(due.to_string(), "June 2019 (was April 2019)");
    /// # Ok::<_, programme::values::ParseDateError>(())
    /// ```
    #[must_use]
    pub fn in_place_of(self, was: Period) -> Self {
        self.with(|more| more.was = Some(was))
    }

    /// The same, of work that is this far.
    ///
    /// ```
    /// use programme::values::{ActionStatus, Due, PartialDate, Sense};
    ///
    /// let april: PartialDate = "April 2019".parse()?;
    /// let due = Due::new(Sense::In, april).with_status(ActionStatus::InProgress);
    /// assert_eq!(due.status(), Some(ActionStatus::InProgress));
    /// # Ok::<_, programme::values::ParseDateError>(())
    /// ```
    #[must_use]
    pub fn with_status(self, status: ActionStatus) -> Self {
        self.with(|more| more.status = Some(status))
    }

    fn with(mut self, set: impl FnOnce(&mut More)) -> Self {
        set(self.more.get_or_insert_default());
        self
    }

    /// The meeting at which it is due, as printed.
    #[must_use]
    pub fn forum(&self) -> Option<&str> {
        self.more.as_ref().and_then(|more| more.forum.as_deref())
    }

    /// The dates that these replace, where the cell names them.
    #[must_use]
    pub fn was(&self) -> Option<Period> {
        self.more.as_ref().and_then(|more| more.was)
    }

    /// How far the work is, where the cell says so.
    #[must_use]
    pub fn status(&self) -> Option<ActionStatus> {
        self.more.as_ref().and_then(|more| more.status)
    }

    /// The dates, where the cell says them and nothing else.
    pub(super) fn plain_dates(&self) -> Option<Period> {
        (self.sense == Sense::In && self.more.is_none()).then_some(self.dates)
    }

    /// The first day on which it may fall due.
    #[must_use]
    pub fn earliest(&self) -> NaiveDate {
        self.dates.earliest()
    }

    /// The last day on which it may fall due, with thirty days of grace "around" a date; none where
    /// it is open-ended.
    ///
    /// ```
    /// use programme::values::{Due, PartialDate, Sense};
    ///
    /// let april: PartialDate = "April 2019".parse()?;
    /// let latest = |sense| Due::new(sense, april).latest().map(|day| day.to_string());
    /// assert_eq!(latest(Sense::By), Some("2019-04-30".into()));
    /// assert_eq!(latest(Sense::Around), Some("2019-05-30".into()));
    /// assert_eq!(latest(Sense::From), None);
    /// # Ok::<_, programme::values::ParseDateError>(())
    /// ```
    #[must_use]
    pub fn latest(&self) -> Option<NaiveDate> {
        match self.sense {
            Sense::In | Sense::By => Some(self.dates.latest()),
            Sense::Around => self.dates.latest().checked_add_days(GRACE),
            Sense::From => None,
        }
    }
}

impl Meaning {
    /// How far the work is, where the cell says so.
    ///
    /// ```
    /// use programme::values::{ActionStatus, Timescale};
    ///
    /// let cell = Timescale::read("Completed");
    /// assert_eq!(cell.value().and_then(|m| m.status()), Some(ActionStatus::Complete));
    /// ```
    #[must_use]
    pub fn status(&self) -> Option<ActionStatus> {
        match self {
            Self::Due(due) => due.status(),
            Self::Status { status, .. } => Some(*status),
            Self::Continuing { .. } | Self::Within { .. } | Self::Horizon(_) => None,
        }
    }
}

impl From<Due> for Timescale {
    fn from(due: Due) -> Self {
        Self::from(Meaning::Due(due))
    }
}

impl fmt::Display for Due {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(status) = self.status() {
            write!(f, "{status}, ")?;
        }
        f.write_str(match self.sense {
            Sense::In => "",
            Sense::By => "by ",
            Sense::From => "from ",
            Sense::Around => "around ",
        })?;
        self.dates.fmt(f)?;
        if self.sense == Sense::From && self.dates.single().is_none() {
            // "from X to Y" would read back as the span of X to Y.
            f.write_str(" onwards")?;
        }
        if let Some(forum) = self.forum() {
            // In brackets no forum can be taken for a part of the date.
            write!(f, " ({forum})")?;
        }
        match self.was() {
            Some(was) => write!(f, " (was {was})"),
            None => Ok(()),
        }
    }
}

impl fmt::Display for Meaning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Due(due) => due.fmt(f),
            Self::Continuing { cadence, review } => {
                f.write_str("ongoing")?;
                if let Some(cadence) = cadence {
                    write!(f, ", {cadence}")?;
                }
                match review {
                    Some(review) => write!(f, ", review {review}"),
                    None => Ok(()),
                }
            }
            Self::Within { length, of: None } => write!(f, "within {length}"),
            Self::Within { length, of: Some(of) } => write!(f, "within {length} of {of}"),
            Self::Horizon(horizon) => f.write_str(match horizon {
                Horizon::Immediate => "immediate",
                Horizon::Short => "short term",
                Horizon::Medium => "medium term",
                Horizon::Long => "long term",
            }),
            Self::Status { status, on: None } => status.fmt(f),
            Self::Status { status, on: Some(on) } => write!(f, "{status}, {on}"),
        }
    }
}
