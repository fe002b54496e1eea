//! What timescale cells look like.

use chrono::NaiveDate;

use super::{Cursor, Miss, due::due, found, status, whole};
use crate::values::{
    ActionStatus, Due, Horizon, Meaning, PartialDate, Readable, Sense, Unread, date,
};

impl Readable for Meaning {
    fn read(words: &str) -> Result<Self, Unread> {
        if let Some(day) = date::iso(words).and_then(PartialDate::on) {
            return Ok(Self::Due(Due::new(Sense::In, day)));
        }
        // The commonest cell of all, told without the grammar.
        if ["on-going", "ongoing"].iter().any(|said| said.eq_ignore_ascii_case(words)) {
            return Ok(Self::Continuing { cadence: None, review: None });
        }
        if let Some(status) = status::whole_cell(words) {
            return Ok(Self::Status { status, on: None });
        }
        whole(words, None, |cursor| cursor.timescale(words))
    }

    fn at_a_glance(words: &str) -> Option<Self> {
        date::plain(words).map(|date| Self::Due(Due::new(Sense::In, date)))
    }

    fn iso_day(&self) -> Option<NaiveDate> {
        match self {
            Self::Due(due) => due.plain_dates().and_then(|dates| dates.iso_day()),
            _ => None,
        }
    }
}

impl Meaning {
    /// Reads a cell whose dates may lack their year, which the caller knows.
    ///
    /// ```
    /// use programme::values::{Meaning, Timescale};
    ///
    /// let meaning = Meaning::read_in_year("22 July Cabinet", 2019)?;
    /// assert_eq!(Timescale::from(meaning).to_string(), "22 July 2019 (Cabinet)");
    /// # Ok::<_, programme::values::Unread>(())
    /// ```
    ///
    /// # Errors
    /// As [`read`](Readable::read), bar that the year is missing.
    pub fn read_in_year(words: &str, year: i32) -> Result<Self, Unread> {
        whole(words, Some(year), |cursor| cursor.timescale(words))
    }
}

/// What a cell says, read by the cursor; the words as printed are at hand.
type Rule = fn(&mut Cursor<'_>, &str) -> Result<Meaning, Miss>;

impl Cursor<'_> {
    fn timescale(&mut self, words: &str) -> Result<Meaning, Miss> {
        let others: [Rule; 4] = [
            |c, _| c.continuing(),
            |c, words| c.within(words),
            |c, _| c.horizon(),
            |c, words| c.with_status(words),
        ];
        for rule in others {
            let whole = self.attempt(|c| {
                let meaning = rule(c, words)?;
                c.mark('.');
                if c.is_done() { Ok(meaning) } else { Err(Miss::Other) }
            });
            if whole.is_ok() {
                return whole;
            }
        }
        let due = due(self, words)?;
        self.mark('.');
        Ok(Meaning::Due(due))
    }

    /// "On-going", "ongoing, monthly", "quarterly", "On-going (review March 2020)".
    fn continuing(&mut self) -> Result<Meaning, Miss> {
        const SAID: [&str; 11] = [
            "ongoing",
            "on-going",
            "on going",
            "continuing",
            "business as usual",
            "bau",
            "rolling programme",
            "rolling",
            "permanent",
            "continuous improvement",
            "throughout",
        ];
        self.phrase(&["immediate and", "immediately and", "already", "current and", "now and"]);
        let said = self.phrase(&SAID);
        self.phrase(&["basis", "programme", "process", "work", "activity"]);
        let separated = self.marks(&[',', '-', ';', '(']);
        let bracketed =
            separated && self.text.get(..self.at).is_some_and(|text| text.ends_with('('));
        let cadence = self.attempt(Self::cadence).ok();
        found(said || cadence.is_some())?;
        self.take(Self::when_in_turn);
        let review = self.take(Self::review).or_else(|| {
            self.what_recurs();
            self.marks(&[',', '-', ';']);
            self.take(Self::review)
        });
        found(!bracketed || self.mark(')'))?;
        Ok(Meaning::Continuing { cadence, review })
    }

    /// When a rhythm begins, or in which month of the year it falls, which only the words keep:
    /// "quarterly from April 2023", "annually in March".
    fn when_in_turn(&mut self) -> Option<()> {
        if self.phrase(&["starting", "commencing", "from", "beginning"]) {
            self.word(&["in", "from", "on"]);
            return self.date(None).is_ok().then_some(());
        }
        self.word(&["in", "each", "every"]).then_some(())?;
        self.clone().date(None).is_err().then_some(())?;
        self.month_name().map(|_| ())
    }

    /// "review March 2020", "to be reviewed in March 2020".
    fn review(&mut self) -> Option<PartialDate> {
        let said = self.phrase(&[
            "to be reviewed",
            "next review",
            "for review",
            "will be reviewed",
            "reviewed",
            "review date",
            "review",
        ]);
        if !said {
            return None;
        }
        self.mark(':');
        self.word(&["in", "by", "on", "at", "due"]);
        self.date(None).ok()
    }

    /// "Over the next 6-12 months", "in the next twelve months", "within 1 year", "within three
    /// months of the review".
    fn within(&mut self, words: &str) -> Result<Meaning, Miss> {
        self.phrase(&["over", "in", "within", "during", "for"]);
        self.word(&["the"]);
        self.word(&["next", "first", "coming", "following"]);
        let length = self.counted()?;
        self.word(&["time"]);
        if self.is_done() {
            return Ok(Meaning::Within { length, of: None });
        }
        found(self.phrase(&["of", "from", "after", "following"]))?;
        // From a date on it can be told when: that is a due date.
        found(self.clone().date(None).is_err())?;
        let of = words.get(self.position()..).map(str::trim).filter(|of| !of.is_empty());
        let anchor = of.ok_or(Miss::Other)?.trim_end_matches('.').into();
        while self.next().is_some() {}
        Ok(Meaning::Within { length, of: Some(anchor) })
    }

    /// "Short term", "ASAP".
    fn horizon(&mut self) -> Result<Meaning, Miss> {
        const WORDS: [(&[&str], Horizon); 4] = [
            (
                &[
                    "immediately",
                    "immediate",
                    "asap",
                    "as soon as possible",
                    "urgent",
                    "straight away",
                    "with immediate effect",
                ],
                Horizon::Immediate,
            ),
            (&["short to medium term", "short-term", "short term", "short"], Horizon::Short),
            (&["medium-term", "medium term", "medium"], Horizon::Medium),
            (&["longer-term", "longer term", "long-term", "long term", "long"], Horizon::Long),
        ];
        self.word(&["in"]);
        self.word(&["the"]);
        let horizon = WORDS.iter().find(|(words, _)| self.phrase(words));
        horizon.map(|(_, horizon)| Meaning::Horizon(*horizon)).ok_or(Miss::Other)
    }

    /// "Completed May 2019", "In progress - due June 2020", "Superseded by action 12".
    fn with_status(&mut self, words: &str) -> Result<Meaning, Miss> {
        let words_of_status = self.rest();
        let status = self.status().ok_or(Miss::Other)?;
        if matches!(self.rest(), "" | ".") {
            return Ok(Meaning::Status { status, on: None });
        }
        // "Started June 2020" says when it began, which is no date on which it falls due.
        found(
            !["start", "commence", "begun"].iter().any(|word| words_of_status.starts_with(word)),
        )?;
        self.marks(&[',', '-', ';', ':']);
        if self.take(|c| c.disposition(status)).is_some() {
            return Ok(Meaning::Status { status, on: None });
        }
        let bracket = self.mark('(');
        let meaning = if status.is_open() {
            Meaning::Due(due(self, words)?.with_status(status))
        } else {
            // "Complete by March 2025" is a deadline.
            self.word(&["in", "on", "at"]);
            Meaning::Status { status, on: Some(self.date(None)?) }
        };
        found(!bracket || self.mark(')'))?;
        Ok(meaning)
    }

    /// What an action that left the plan went to: "by action 12", "with A3". Kept as words only.
    fn disposition(&mut self, status: ActionStatus) -> Option<()> {
        let said = match status {
            ActionStatus::Superseded => self.word(&["by"]),
            ActionStatus::Merged => self.word(&["with", "into"]),
            ActionStatus::Duplicate => self.word(&["of"]),
            ActionStatus::Transferred => self.word(&["to"]),
            _ => false,
        };
        if !said || self.is_done() {
            return None;
        }
        while self.next().is_some() {}
        Some(())
    }
}
