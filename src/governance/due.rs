//! What falls due between two days: every source of deadlines, one after the other.

mod meetings;
mod obligations;
mod promises;
mod series;
mod work;

use chrono::NaiveDate;

use super::{Basis, Council, Deadline, DeadlineKind, Deadlines, DueItem, NoDay, SetBy, Undated};
use crate::{
    model::{Lead, Programme, Subject},
    values::{Certainty, Id, Meaning, NotCovered, Timescale, Unread, When, WorkingCalendar},
};

/// The last day that a date of a paper can mean; nothing recurs beyond it.
const END: Option<NaiveDate> = NaiveDate::from_ymd_opt(2199, 12, 31);

/// What falls due from one day to another, both counted, as it is known at the end of the first:
/// open actions and other work, meetings with the notices that the law wants of them, call-in,
/// promises, what reviews oblige to, terms that end, and decisions to be made.
///
/// Papers of a meeting are due whether a paper, a decision or an event alone speaks of it, unless all
/// that are known are open. A notice is possible only where it is not said that the executive decides.
///
/// An entry is among them if one of the days that it can mean is. What has no day stands apart, with
/// the reason. Days of notice and call-in are those of [`Council::wait`], with the provision or the
/// council's own rule; where that changed within the days that a date can mean, or the calendar does
/// not reach, no day is given. Nothing recurs after 2199.
///
/// ```
/// use programme::{document::Document, governance::{self, DeadlineKind}, values::WorkingCalendar};
///
/// # #[cfg(feature = "json")] {
/// let text = r#"{"format": "programme/1", "programme": {"name": "Example"},
///   "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}],
///   "reports": [{"title": "Asset strategy", "body": "BODY1", "date": "8 January 2021"}],
///   "promises": [{"title": "Update to scrutiny", "cadence": "monthly", "from": "31 December 2020"}]}"#;
/// let programme = Document::from_json(text)?.check().strict()?;
/// let (from, to) = ("2020-12-15".parse()?, "2021-01-31".parse()?);
/// let found = governance::falls_due(&programme, &WorkingCalendar::england_and_wales(), from, to);
/// let days: Vec<_> =
///     found.dated.iter().map(|due| (due.item.kind, due.latest.to_string())).collect();
/// assert_eq!(days, [
///     // 31 December, 4, 5, 6 and 7 January lie between; the days before New Year's Eve do not count.
///     (DeadlineKind::Notice, "2020-12-30".into()),
///     (DeadlineKind::Promise, "2020-12-31".into()),
///     (DeadlineKind::Report, "2021-01-08".into()),
///     (DeadlineKind::Promise, "2021-01-31".into()),
/// ]);
/// # }
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn falls_due(
    programme: &Programme,
    calendar: &WorkingCalendar,
    from: NaiveDate,
    to: NaiveDate,
) -> Deadlines {
    let to = END.map_or(to, |end| to.min(end));
    let mut ahead = Ahead { programme, calendar, from, to, dated: Vec::new(), undated: Vec::new() };
    work::actions(&mut ahead);
    work::others(&mut ahead);
    meetings::meetings(&mut ahead);
    meetings::decisions(&mut ahead);
    obligations::reviews(&mut ahead);
    obligations::terms(&mut ahead);
    promises::promises(&mut ahead);
    promises::rhythms(&mut ahead);
    let Ahead { mut dated, mut undated, .. } = ahead;
    // By what was said alone, so that the order of rows plays no part.
    let by_row = |item: &DueItem| {
        let row = item.row;
        let reference = row.and_then(|row| programme.reference(row));
        (item.kind, row.map(Subject::kind), reference, item.title.clone())
    };
    dated.sort_by_cached_key(|due| (due.latest, due.earliest, by_row(&due.item)));
    undated.sort_by_cached_key(|owed| by_row(&owed.item));
    Deadlines { from, to, dated, undated }
}

/// What has been found so far.
struct Ahead<'p> {
    programme: &'p Programme,
    calendar: &'p WorkingCalendar,
    from: NaiveDate,
    to: NaiveDate,
    dated: Vec<Deadline>,
    undated: Vec<Undated>,
}

impl<'p> Ahead<'p> {
    /// Something that a row sets.
    fn item(&self, kind: DeadlineKind, row: Subject, title: impl Into<String>) -> DueItem {
        let places = self.programme.sources(row).iter().map(ToString::to_string);
        DueItem {
            row: Some(row),
            kind,
            title: title.into(),
            who: Vec::new(),
            to: Vec::new(),
            words: None,
            set_by: SetBy::Row(row),
            source: places.collect::<Vec<_>>().join("; "),
            note: None,
        }
    }

    /// Something that a rule sets.
    fn ruled(
        &self,
        kind: DeadlineKind,
        row: Subject,
        title: String,
        (council, basis): (&Council<'_>, Basis),
    ) -> DueItem {
        let (set_by, source) = (SetBy::Rule(basis), council.source(basis));
        DueItem { set_by, source, ..self.item(kind, row, title) }
    }

    /// Lists something that may fall due on these days, if one of them is asked for.
    fn on(&mut self, item: DueItem, days: [NaiveDate; 2]) {
        self.maybe(item, days, false);
    }

    /// The same, of what is owed on a condition alone, if on one.
    fn maybe(&mut self, item: DueItem, [earliest, latest]: [NaiveDate; 2], conditional: bool) {
        // An end may be reckoned from another day than the beginning.
        let latest = latest.max(earliest);
        let inside = self.from <= earliest && latest <= self.to;
        let touches = earliest <= self.to && self.from <= latest && self.from <= self.to;
        let certainty = Certainty::from_readings(inside && !conditional, touches);
        if touches {
            self.dated.push(Deadline { item, earliest, latest, certainty });
        }
    }

    /// Lists something on a day that the calendar gives, or apart where it does not reach; what is
    /// owed on a condition alone, if on one.
    fn reckoned(
        &mut self,
        item: DueItem,
        days: Result<[NaiveDate; 2], NotCovered>,
        conditional: bool,
    ) {
        match days {
            Ok(days) => self.maybe(item, days, conditional),
            Err(error) => self.apart(item, NoDay::NotCovered(error)),
        }
    }

    fn apart(&mut self, item: DueItem, reason: NoDay) {
        self.undated.push(Undated { item, reason });
    }

    /// Lists something on the days of a date as printed, or apart where it gives none.
    fn when(&mut self, item: DueItem, when: Option<&When>) {
        let item = DueItem { words: when.and_then(said), ..item };
        match when.map(|when| (when.value(), when.unread())) {
            Some((Some(date), _)) => self.on(item, [date.earliest(), date.latest()]),
            Some((None, Some(why))) if why != Unread::Blank => {
                self.apart(item, NoDay::Unread(why));
            }
            _ => self.apart(item, NoDay::Unsaid),
        }
    }

    /// Lists something when its timescale says, or apart where that gives no day.
    fn timescale(&mut self, item: DueItem, cell: &Timescale, conditional: bool) {
        let words = cell.unread() != Some(Unread::Blank);
        let mut item = DueItem { words: words.then(|| cell.to_string()), ..item };
        let reason = match (cell.value(), cell.unread()) {
            (Some(Meaning::Due(due)), _) => match due.latest() {
                Some(latest) => {
                    return self.maybe(item, [due.earliest(), latest], conditional);
                }
                None => NoDay::OpenEnded,
            },
            (Some(Meaning::Continuing { review: Some(review), .. }), _) => {
                add(&mut item.note, "it continues; on that day it is looked at again");
                return self.maybe(item, [review.earliest(), review.latest()], conditional);
            }
            (Some(Meaning::Continuing { .. }), _) => NoDay::Continuing,
            (Some(Meaning::Within { .. }), _) => {
                if let Some(day) = item.row.and_then(|row| self.cited(row)) {
                    add(&mut item.note, &format!("said in a paper of {day}"));
                }
                NoDay::Relative
            }
            (Some(Meaning::Horizon(_)), _) => NoDay::Horizon,
            (Some(Meaning::Status { .. }), _) => NoDay::Status,
            (None, Some(why)) if why != Unread::Blank => NoDay::Unread(why),
            (None, _) => NoDay::Unsaid,
        };
        self.apart(item, reason);
    }

    /// The date, as printed, of the first paper that a row cites and that has one.
    fn cited(&self, row: Subject) -> Option<&'p When> {
        let papers = self.programme.sources(row).iter().filter_map(|source| source.document);
        papers.filter_map(|id| self.programme.paper_date(self.programme.get(id)?)).next()
    }

    /// Whether something is said to have been done by the first day, on a day or on none that can be
    /// read. "TBC" and "N/A" do not say so.
    fn done(&self, when: Option<&When>) -> bool {
        when.is_some_and(|when| match when.value() {
            Some(date) => date.latest() <= self.from,
            None => when.says_something(),
        })
    }

    fn names(&self, leads: &[Lead]) -> Vec<String> {
        let named = leads.iter().filter(|lead| lead.is_somebody());
        named.map(|lead| self.programme.lead_name(lead).to_owned()).collect()
    }

    fn name<R>(&self, id: Option<Id<R>>) -> Vec<String>
    where
        Subject: From<Id<R>>,
    {
        id.and_then(|id| self.programme.name(id)).map(str::to_owned).into_iter().collect()
    }
}

/// The words of a date, where there are any.
fn said(when: &When) -> Option<String> {
    (when.unread() != Some(Unread::Blank)).then(|| when.to_string())
}

/// Adds to a note.
fn add(note: &mut Option<String>, more: &str) {
    *note = Some(match note.take() {
        Some(note) => format!("{note}; {more}"),
        None => more.to_owned(),
    });
}
