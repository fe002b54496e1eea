//! What due dates look like, with what stands before and after them.

use chrono::Days;

use super::{Cursor, Miss, Token, found};
use crate::values::{Due, PartialDate, Period, Sense, Unit, date};

/// Verbs by which one date takes the place of another: "extended from March 2024".
const MOVED: [&str; 15] = [
    "extended",
    "revised",
    "moved",
    "deferred",
    "postponed",
    "delayed",
    "slipped",
    "rescheduled",
    "changed",
    "amended",
    "re-scheduled",
    "brought forward",
    "pushed back",
    "put back",
    "updated",
];
/// Words after a date that leave it open at its end.
const ONWARDS: [&str; 8] =
    ["onwards", "onward", "and beyond", "forwards", "- ongoing", "to ongoing", "- present", "on"];
/// Words before a date that has been replaced.
const WAS: [&str; 10] = [
    "original target date",
    "original deadline",
    "original date",
    "original target",
    "originally",
    "original",
    "previously",
    "formerly",
    "initially",
    "was",
];
/// Words before a date that replaces another.
const NOW: [&str; 8] = [
    "revised target date",
    "revised deadline",
    "revised date",
    "revised target",
    "new date",
    "new",
    "now",
    "revised",
];

/// A due date, and the date that it replaces where one is named.
pub(super) fn due(cursor: &mut Cursor<'_>, words: &str) -> Result<Due, Miss> {
    if let Ok(replaced) = cursor.attempt(|c| c.replaced_first(words)) {
        return Ok(replaced);
    }
    cursor.phrase(&NOW);
    cursor.mark(':');
    let due = cursor.dated(words)?;
    match cursor.take(Cursor::replaces) {
        Some(was) => Ok(due.in_place_of(was)),
        None => Ok(due),
    }
}

impl Cursor<'_> {
    /// "March 2024, now September 2024", "Original: March 2024; revised: September 2024".
    fn replaced_first(&mut self, words: &str) -> Result<Due, Miss> {
        let said = self.phrase(&WAS);
        self.mark(':');
        let mut first = *self;
        first.sense();
        let was = first.period()?;
        *self = first;
        self.marks(&[',', ';', '.', '-']);
        let bracket = self.mark('(');
        let moved = self.take(|c| {
            (c.phrase(&MOVED) && (c.phrase(&["to", "until", "till"]) || c.mark(':'))).then_some(())
        });
        let arrow =
            self.mark('→') || self.take(|c| (c.mark('-') && c.mark('>')).then_some(())).is_some();
        found(moved.is_some() || self.phrase(&NOW) || arrow || said)?;
        self.mark(':');
        let due = self.dated(words)?;
        found(!bracket || self.mark(')'))?;
        Ok(due.in_place_of(was))
    }

    /// "(was March 2024)", ", extended from March 2024".
    fn replaces(&mut self) -> Option<Period> {
        self.marks(&[',', ';', '-']);
        let bracket = self.mark('(');
        let said = self.phrase(&WAS)
            || self.take(|c| (c.phrase(&MOVED) && c.word(&["from"])).then_some(())).is_some();
        if !said {
            return None;
        }
        self.mark(':');
        self.sense();
        let was = self.period().ok()?;
        (!bracket || self.mark(')')).then_some(was)
    }

    /// A date with its sense and the meeting it is for.
    fn dated(&mut self, words: &str) -> Result<Due, Miss> {
        // "Ongoing until March 2024" has an end, and falls due by it.
        let ongoing = self.phrase(&["ongoing", "on-going", "continuing"]);
        let (sense, from) = self.sense();
        found(!ongoing || sense.is_some())?;
        if sense.is_none()
            && let Some((forum, due)) = self.take(|c| c.forum_first(words))
        {
            return Ok(due.at(forum));
        }
        let within = sense.is_none() && self.word(&["within"]);
        let sense = if within { Some(Sense::By) } else { sense };
        let counted = within || self.clone().counted().is_ok();
        let dates = if counted { self.counted_from()? } else { self.period()? };
        let onwards = self.phrase(&ONWARDS) || self.mark('+');
        let hedged = self.take(|c| {
            c.bracketed(|c| {
                c.phrase(&["tbc", "provisional", "indicative", "estimated", "est", "approx"])
                    .then_some(())
            })
        });
        let sense = match sense {
            // "from April to June 2021" names both ends.
            Some(Sense::From) if dates.single().is_none() && !onwards => Sense::In,
            None | Some(Sense::In) if onwards => Sense::From,
            None | Some(Sense::In) if hedged.is_some() || self.word(&["tbc", "approx"]) => {
                Sense::Around
            }
            other => other.unwrap_or(Sense::In),
        };
        let dates = match from {
            Edge::Before => day_before(dates)?,
            Edge::After => day_after(dates)?,
            Edge::Whole => dates,
        };
        let due = Due::new(sense, dates);
        Ok(match self.forum_last(words) {
            Some(forum) => due.at(forum),
            None => due,
        })
    }

    /// What stands before a date.
    fn sense(&mut self) -> (Option<Sense>, Edge) {
        const BY: [&str; 17] = [
            "to be completed by",
            "to be complete by",
            "completed by",
            "complete by",
            "due by",
            "no later than",
            "not later than",
            "by no later than",
            "deadline",
            "target date",
            "target",
            "due date",
            "due",
            "until",
            "till",
            "up to",
            "by",
        ];
        const FROM: [&str; 7] = [
            "with effect from",
            "starting from",
            "starting in",
            "starting",
            "commencing",
            "from",
            "since",
        ];
        const AROUND: [&str; 7] = ["around", "about", "circa", "approximately", "approx", "c", "~"];
        const IN: [&str; 8] = ["in", "on", "during", "throughout", "through", "at", "over", "for"];
        if self.phrase(&["before", "prior to", "ahead of", "by before"]) {
            return (Some(Sense::By), Edge::Before);
        }
        if self.phrase(&["after", "post"]) {
            return (Some(Sense::From), Edge::After);
        }
        let sense = if self.phrase(&BY) {
            self.mark(':');
            Some(Sense::By)
        } else if self.phrase(&FROM) {
            Some(Sense::From)
        } else if self.phrase(&AROUND) {
            self.mark('.');
            Some(Sense::Around)
        } else if self.word(&IN) {
            Some(Sense::In)
        } else {
            None
        };
        (sense, Edge::Whole)
    }

    /// "18 months from October 2020": the date that lies so far from the other.
    fn counted_from(&mut self) -> Result<Period, Miss> {
        let length = self.counted()?;
        found(self.phrase(&["from", "after", "following", "of", "on from"]))?;
        let anchor = self.date(None)?;
        let moved = |count: u16| later(anchor, count, length.unit()).ok_or(Miss::Other);
        Period::between(moved(length.least())?, moved(length.most())?).ok_or(Miss::Other)
    }

    /// The meeting that follows a date: the rest of the cell, where it names a body that meets.
    fn forum_last(&mut self, words: &str) -> Option<Box<str>> {
        self.take(|c| {
            c.marks(&[',', '-']);
            let bracket = c.mark('(');
            c.word(&["at", "to"]);
            c.word(&["the"]);
            let forum = c.forum(words, |c| c.is_done() || c.rest().starts_with([')', '(', ';']))?;
            (!bracket || c.mark(')')).then_some(forum)
        })
    }

    /// "Cabinet 15 May 2019", "Full Council - July 2021", "to Cabinet in March 2020".
    fn forum_first(&mut self, words: &str) -> Option<(Box<str>, Due)> {
        self.phrase(&["to be reported to", "report to", "reported to", "to", "at"]);
        self.word(&["the"]);
        let forum = self.forum(words, |c| c.clone().after_forum().is_some())?;
        Some((forum, self.after_forum()?))
    }

    fn after_forum(&mut self) -> Option<Due> {
        self.marks(&[',', '-', ':']);
        let bracket = self.mark('(');
        let (sense, edge) = self.sense();
        let dates = self.period().ok().filter(|_| edge == Edge::Whole)?;
        if bracket && !self.mark(')') {
            return None;
        }
        Some(Due::new(sense.unwrap_or(Sense::In), dates))
    }

    /// Words up to an end, where they name a body that meets: they end in what it is, and say
    /// nothing of what it did. "15 May 2019 deferred by Cabinet" is not due at a meeting.
    fn forum(&mut self, words: &str, end: impl Fn(&Self) -> bool) -> Option<Box<str>> {
        const BODIES: [&str; 15] = [
            "assembly",
            "board",
            "cabinet",
            "cmt",
            "commission",
            "committee",
            "council",
            "executive",
            "forum",
            "group",
            "meeting",
            "panel",
            "partnership",
            "scrutiny",
            "slt",
        ];
        const TOLD: [&str; 20] = [
            "not", "no", "by", "deferred", "agreed", "approved", "rejected", "refused", "noted",
            "subject", "if", "unless", "when", "was", "is", "be", "will", "before", "after",
            "pending",
        ];
        let start = self.position();
        let (mut named, mut stop) = (false, start);
        while !(named && end(self)) {
            match self.next()? {
                Token::Word(word) if TOLD.contains(&word) => return None,
                // "September Cabinet 2024": the month is the date's.
                Token::Word(word) if date::MONTHS.iter().any(|m| m.eq_ignore_ascii_case(word)) => {
                    return None;
                }
                Token::Word(word) => named = BODIES.contains(&word),
                Token::Mark('&') => named = false,
                _ => return None,
            }
            stop = self.at;
        }
        // INVARIANT: lower-casing ASCII keeps every byte's place, so positions hold in `words`.
        words.get(start..stop).map(|text| text.trim().into())
    }
}

/// Whether dates are meant themselves, or the time before or after them.
#[derive(Clone, Copy, PartialEq)]
enum Edge {
    Whole,
    Before,
    After,
}

fn day_after(dates: Period) -> Result<Period, Miss> {
    let day = dates.latest().succ_opt().and_then(PartialDate::on);
    day.map(Period::from).ok_or(Miss::Other)
}

fn day_before(dates: Period) -> Result<Period, Miss> {
    let day = dates.earliest().pred_opt().and_then(PartialDate::on);
    day.map(Period::from).ok_or(Miss::Other)
}

/// The date that lies so many units after another, as precise as that one where it can be.
fn later(date: PartialDate, count: u16, unit: Unit) -> Option<PartialDate> {
    let months = match unit {
        Unit::Day => {
            return date
                .as_day()?
                .checked_add_days(Days::new(count.into()))
                .and_then(PartialDate::on);
        }
        Unit::Week => {
            let days = Days::new(u64::from(count) * 7);
            return date.as_day()?.checked_add_days(days).and_then(PartialDate::on);
        }
        Unit::Month => u32::from(count),
        Unit::Year => u32::from(count) * 12,
    };
    date.months_later(months)
}
