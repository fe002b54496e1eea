//! What a timescale cell says.

use std::fmt;

use chrono::NaiveDate;

use super::{
    ActionStatus, Cadence, Period, Printed, Readable, Unit, Unread, cadence,
    words::{self, Cursor, Miss},
};

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
/// assert!(matches!(Timescale::read("Completed").value(), Some(Meaning::Status(_))));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Meaning {
    /// Something is due.
    Due(Due),
    /// A commitment without an end, with its rhythm where one is given.
    Continuing {
        /// How often it recurs.
        cadence: Option<Cadence>,
    },
    /// Within so much time of an event that the cell does not name: "over the next 6-12 months".
    Within {
        /// The shortest time.
        least: u16,
        /// The longest time.
        most: u16,
        /// The unit of both.
        unit: Unit,
    },
    /// A status in the timescale's place.
    Status(ActionStatus),
}

/// A timescale cell as printed, with its meaning; blank where nothing is printed.
pub type Timescale = Printed<Meaning>;

impl Default for Timescale {
    fn default() -> Self {
        Self::read("")
    }
}

/// When something is due, in what sense, and before which meeting.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Due {
    sense: Sense,
    dates: Period,
    forum: Option<Box<str>>,
}

/// In what sense a due date is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sense {
    /// At some time in the dates given, as in "December 2019".
    In,
    /// Not later than the dates given, as in "by Spring 2024".
    By,
    /// From the dates given onwards, with no end.
    From,
    /// Near the dates given.
    Around,
}

impl Due {
    /// Due in some sense at these dates.
    #[must_use]
    pub fn new(sense: Sense, dates: impl Into<Period>) -> Self {
        Self { sense, dates: dates.into(), forum: None }
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

    /// The meeting at which it is due, as printed.
    #[must_use]
    pub fn forum(&self) -> Option<&str> {
        self.forum.as_deref()
    }

    /// The first day on which it may fall due.
    #[must_use]
    pub fn earliest(&self) -> NaiveDate {
        self.dates.earliest()
    }

    /// The last day on which it may fall due; none where it is open-ended.
    #[must_use]
    pub fn latest(&self) -> Option<NaiveDate> {
        (self.sense != Sense::From).then(|| self.dates.latest())
    }
}

impl From<Due> for Timescale {
    fn from(due: Due) -> Self {
        Self::from(Meaning::Due(due))
    }
}

impl fmt::Display for Due {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
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
        match &self.forum {
            Some(forum) => write!(f, " {forum}"),
            None => Ok(()),
        }
    }
}

impl fmt::Display for Meaning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Due(due) => due.fmt(f),
            Self::Continuing { cadence: None } => f.write_str("ongoing"),
            Self::Continuing { cadence: Some(cadence) } => write!(f, "ongoing, {cadence}"),
            Self::Within { least, most, unit } => {
                f.write_str("within ")?;
                cadence::write_counted(f, (*least, *most, *unit))
            }
            Self::Status(status) => status.fmt(f),
        }
    }
}

impl Readable for Meaning {
    fn read(words: &str) -> Result<Self, Unread> {
        if let Some(day) = super::date::iso(words).and_then(super::PartialDate::on) {
            return Ok(Self::Due(Due::new(Sense::In, day)));
        }
        if let Ok(status) = ActionStatus::read(words) {
            return Ok(Self::Status(status));
        }
        words::whole(words, |cursor| {
            cursor
                .attempt(continuing)
                .or_else(|_| cursor.attempt(within))
                .or_else(|_| due(cursor, words).map(Meaning::Due))
        })
    }

    fn at_a_glance(words: &str) -> Option<Self> {
        super::date::plain(words).map(|date| Self::Due(Due::new(Sense::In, date)))
    }

    fn iso_day(&self) -> Option<NaiveDate> {
        match self {
            Self::Due(Due { sense: Sense::In, dates, forum: None }) => dates.iso_day(),
            _ => None,
        }
    }
}

/// "On-going", "ongoing, monthly", "quarterly".
fn continuing(cursor: &mut Cursor<'_>) -> Result<Meaning, Miss> {
    let said = cursor.word(&["ongoing", "continuing"])
        || cursor.phrase(&["on", "going"])
        || cursor.attempt(hyphened).is_ok();
    if said && cursor.is_done() {
        return Ok(Meaning::Continuing { cadence: None });
    }
    if said {
        cursor.mark(',');
    }
    let cadence = cadence::cadence(cursor)?;
    if !cursor.is_done() {
        return Err(Miss::Other);
    }
    Ok(Meaning::Continuing { cadence: Some(cadence) })
}

/// "on-going"
fn hyphened(cursor: &mut Cursor<'_>) -> Result<(), Miss> {
    let found = cursor.word(&["on"]) && cursor.mark('-') && cursor.word(&["going"]);
    if found { Ok(()) } else { Err(Miss::Other) }
}

/// "Over the next 6-12 months", "in the next twelve months", "within 1 year".
fn within(cursor: &mut Cursor<'_>) -> Result<Meaning, Miss> {
    if !cursor.word(&["over", "in", "within", "during"]) {
        return Err(Miss::Other);
    }
    cursor.word(&["the"]);
    cursor.word(&["next"]);
    let (least, most, unit) = cadence::counted(cursor)?;
    Ok(Meaning::Within { least, most, unit })
}

/// A date with what stands before and after it.
fn due(cursor: &mut Cursor<'_>, words: &str) -> Result<Due, Miss> {
    let sense = if cursor.word(&["by"]) {
        Sense::By
    } else if cursor.word(&["from", "since"]) {
        Sense::From
    } else if cursor.word(&["around", "about", "circa", "approximately"]) {
        Sense::Around
    } else {
        cursor.word(&["in", "on", "during", "through", "throughout"]);
        Sense::In
    };
    let dates = cursor.period()?;
    let onwards = cursor.word(&["onwards", "onward", "on"]);
    let sense = match sense {
        // "from April to June 2021" names both ends.
        Sense::From if dates.single().is_none() && !onwards => Sense::In,
        Sense::In if onwards => Sense::From,
        other => other,
    };
    Ok(Due { sense, dates, forum: forum(cursor, words) })
}

/// The meeting that follows a date: the rest of the cell, where it names a body that meets.
fn forum(cursor: &mut Cursor<'_>, words: &str) -> Option<Box<str>> {
    const BODIES: [&str; 11] = [
        "assembly",
        "board",
        "cabinet",
        "commission",
        "committee",
        "council",
        "executive",
        "group",
        "meeting",
        "panel",
        "scrutiny",
    ];
    let mut ahead = *cursor;
    ahead.mark(',');
    let start = ahead.position();
    let mut named = false;
    while let Some(token) = ahead.next() {
        match token {
            words::Token::Word(word) => named |= BODIES.contains(&word),
            words::Token::Mark('&') => {}
            _ => return None,
        }
    }
    // INVARIANT: lower-casing ASCII keeps every byte's place, so the position holds in `words`.
    let text = words.get(start..).filter(|_| named)?.trim();
    *cursor = ahead;
    Some(text.into())
}
