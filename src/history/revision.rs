//! One step of a history.

use chrono::NaiveDate;

use crate::{change::Change, model::Decision, values::Id};

/// One step of a history: changes, from which day they hold, and when they were recorded.
///
/// ```
/// use programme::history::Revision;
///
/// let mut revision = Revision::new("2019-12-31".parse()?, "2020-01-10".parse()?);
/// revision.author = Some("Programme office".into());
/// revision.reason = Some("Third quarter".into());
/// # Ok::<_, chrono::ParseError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Revision {
    /// The number of the revision on which it was made, which tells whether somebody else changed
    /// the programme meanwhile; 0 for the first.
    pub made_on: u32,
    /// The day from which it holds: a paper gives the state as at this day.
    pub effective: NaiveDate,
    /// The day on which it was recorded: from then on it is known.
    pub recorded: NaiveDate,
    /// Who recorded it, by post or body.
    pub author: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// Where it was read: the paper, with its date and item.
    pub source: Option<String>,
    /// The decisions that approved it.
    pub approved_by: Vec<Id<Decision>>,
    /// The number of the revision that it corrects.
    pub corrects: Option<u32>,
    /// What changes. The first revision adds every row.
    pub changes: Vec<Change>,
}

impl Revision {
    /// One that changes nothing yet.
    #[must_use]
    pub fn new(effective: NaiveDate, recorded: NaiveDate) -> Self {
        Self {
            made_on: 0,
            effective,
            recorded,
            author: None,
            reason: None,
            source: None,
            approved_by: Vec::new(),
            corrects: None,
            changes: Vec::new(),
        }
    }

    /// Its number in a history that holds it: one more than that on which it was made.
    ///
    /// ```
    /// use programme::history::Revision;
    ///
    /// let mut revision = Revision::new("2019-12-31".parse()?, "2020-01-10".parse()?);
    /// revision.made_on = 4;
    /// assert_eq!(revision.number(), 5);
    /// # Ok::<_, chrono::ParseError>(())
    /// ```
    #[must_use]
    pub fn number(&self) -> u32 {
        self.made_on.saturating_add(1)
    }
}
