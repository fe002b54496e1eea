//! What rhythms look like.

use super::{Cursor, Miss, found, whole};
use crate::values::{Cadence, Length, Readable, Unit, Unread, cadence::NAMED};

impl Readable for Cadence {
    fn at_a_glance(words: &str) -> Option<Self> {
        NAMED.iter().find(|(name, ..)| *name == words).map(|(_, n, unit)| Self::every(*n, *unit))
    }

    fn read(words: &str) -> Result<Self, Unread> {
        whole(words, None, |cursor| {
            let cadence = cursor.cadence()?;
            cursor.what_recurs();
            Ok(cadence)
        })
    }
}

/// Words for a rhythm beside its name. "Bi-monthly" and "bi-annually" are not among them: each is
/// used for twice in the time and for once in two.
const OTHERS: [(&str, u16, Unit); 22] = [
    ("every other week", 2, Unit::Week),
    ("every other month", 2, Unit::Month),
    ("every other year", 2, Unit::Year),
    ("every second year", 2, Unit::Year),
    ("twice a year", 6, Unit::Month),
    ("twice yearly", 6, Unit::Month),
    ("twice per year", 6, Unit::Month),
    ("two times a year", 6, Unit::Month),
    ("three times a year", 4, Unit::Month),
    ("four times a year", 3, Unit::Month),
    ("half-yearly", 6, Unit::Month),
    ("half yearly", 6, Unit::Month),
    ("biennially", 2, Unit::Year),
    ("biennial", 2, Unit::Year),
    ("triennially", 3, Unit::Year),
    ("triennial", 3, Unit::Year),
    ("annual", 1, Unit::Year),
    ("yearly", 1, Unit::Year),
    ("per annum", 1, Unit::Year),
    ("every fortnight", 2, Unit::Week),
    ("each fortnight", 2, Unit::Week),
    ("every day", 1, Unit::Day),
];

/// Every name of a rhythm.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    OTHERS.iter().chain(&NAMED).map(|(name, ..)| *name)
}

impl Cursor<'_> {
    pub(super) fn cadence(&mut self) -> Result<Cadence, Miss> {
        if self.phrase(&["on an ongoing basis", "on an on-going basis"]) {
            return Ok(Cadence::Continuous);
        }
        self.phrase(&["on an", "on a", "at least", "minimum"]);
        let named = OTHERS.iter().chain(&NAMED).find(|(name, ..)| self.phrase(&[name]));
        if let Some((_, count, unit)) = named {
            return Ok(Cadence::every(*count, *unit));
        }
        if self.phrase(&["regularly", "regular"]) {
            return Ok(Cadence::Regular);
        }
        if self.phrase(&[
            "on request",
            "as requested",
            "as and when requested",
            "as required",
            "as and when required",
            "as needed",
            "ad hoc",
        ]) {
            return Ok(Cadence::OnRequest);
        }
        if self.word(&["continuous", "continuously", "continual", "continually", "constantly"]) {
            return Ok(Cadence::Continuous);
        }
        if let Ok(counted) = self.attempt(Self::counted_adverb) {
            return Ok(counted);
        }
        found(self.word(&["every", "each", "once", "per"]))?;
        self.word(&["a", "every", "each", "per"]);
        if self.word(&["quarter"]) {
            return Ok(Cadence::every(3, Unit::Month));
        }
        if self.word(&["fortnight"]) {
            return Ok(Cadence::every(2, Unit::Week));
        }
        if let Some(unit) = self.unit() {
            return Ok(Cadence::every(1, unit));
        }
        self.counted().map(Cadence::Every)
    }

    /// "Six-monthly", "6 weekly", "two-yearly".
    fn counted_adverb(&mut self) -> Result<Cadence, Miss> {
        const UNITS: [(&str, Unit); 4] = [
            ("daily", Unit::Day),
            ("weekly", Unit::Week),
            ("monthly", Unit::Month),
            ("yearly", Unit::Year),
        ];
        self.word(&["every"]);
        let count = self.count().filter(|count| *count > 0).ok_or(Miss::Other)?;
        self.mark('-');
        let unit = UNITS.iter().find(|(word, _)| self.word(&[word])).ok_or(Miss::Other)?;
        Ok(Cadence::every(count, unit.1))
    }

    /// The thing that recurs, after its rhythm: "quarterly updates".
    pub(super) fn what_recurs(&mut self) {
        self.word(&["progress", "performance", "highlight", "update"]);
        self.word(&[
            "basis",
            "meeting",
            "meetings",
            "monitoring",
            "report",
            "reporting",
            "reports",
            "review",
            "reviews",
            "update",
            "updates",
        ]);
    }

    /// Counts with their unit, as in "6-12 months".
    pub(super) fn counted(&mut self) -> Result<Length, Miss> {
        let count = |c: &mut Self| c.count().filter(|count| *count > 0).ok_or(Miss::Other);
        let least = count(self)?;
        let ranged = self.mark('-') || self.word(&["to", "or"]);
        let most = if ranged { count(self)? } else { least };
        let unit = self.unit().ok_or(Miss::Other)?;
        Length::new(least, most, unit).ok_or(Miss::Other)
    }

    fn unit(&mut self) -> Option<Unit> {
        const UNITS: [([&str; 3], Unit); 4] = [
            (["day", "days", "days'"], Unit::Day),
            (["week", "weeks", "weeks'"], Unit::Week),
            (["month", "months", "months'"], Unit::Month),
            (["year", "years", "years'"], Unit::Year),
        ];
        UNITS.into_iter().find(|(words, _)| self.word(words)).map(|(_, unit)| unit)
    }
}
