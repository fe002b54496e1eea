//! The whole way: from a document to a history with findings.

use std::collections::BTreeMap;

use super::{
    HISTORY_FORMAT, HistoryDocument, RevisionDoc,
    refused::Places,
    rows::{Changes, Written},
};
use crate::{
    document::{
        Cell, Document, Flex, Many, Part, Raw, Words, entries,
        read::{
            At::{self, Field},
            Reader, cut, short,
        },
        resolve::{Directory, Meant},
    },
    finding::{Findings, Severity},
    history::{History, Revision},
    model::{About, Draft, Programme, Subject},
};

/// A history that was read whole: what it gives, if it can stand at all, and every fault of reading.
///
/// ```
/// use programme::document::HistoryDocument;
///
/// let checked = HistoryDocument::from_json(r#"{"format": "programme-history/1", "last": 1,
///     "revisions": [{"number": 1, "effective": "2019-09-04", "recorded": "2019-09-10", "added": {
///       "programme": "Example", "actions": [{"title": "Publish", "answers": "R9"}]}}]}"#)?.check();
/// assert!(checked.clone().strict().is_err(), "there is no R9");
/// let (history, findings) = checked.lenient()?;
/// assert_eq!(history.latest().actions().len(), 1, "the action is held without the link");
/// let place = findings.iter().next().and_then(|finding| finding.place.clone());
/// let place = place.ok_or("no place")?;
/// assert_eq!(place.path, "/revisions/0/added/actions/0/answers");
/// # Ok::<_, Box<dyn std::error::Error>>(())
/// ```
#[must_use]
#[derive(Clone, Debug, PartialEq)]
pub struct CheckedHistory {
    /// None where it cannot stand.
    history: Option<History>,
    findings: Findings,
}

impl CheckedHistory {
    /// The history, if nothing was left out of it or doubtful: findings of the severity
    /// [`Info`](Severity::Info) do not stand in its way.
    ///
    /// See [`CheckedHistory`] for an example.
    ///
    /// # Errors
    /// All findings, if any is an error or a warning.
    pub fn strict(self) -> Result<History, Findings> {
        let grave = |severity: Severity| severity < Severity::Info;
        match self.history {
            Some(history) if !self.findings.iter().any(|finding| grave(finding.severity)) => {
                Ok(history)
            }
            _ => Err(self.findings),
        }
    }

    /// The history without what could not be placed in its rows, and the findings that say what that
    /// was.
    ///
    /// ```
    /// use programme::document::HistoryDocument;
    ///
    /// let findings = HistoryDocument::default().check().lenient().unwrap_err();
    /// assert!(!findings.is_empty(), "there is no revision, for one");
    /// ```
    ///
    /// # Errors
    /// All findings, if the history cannot stand: a revision is missing, cannot be made on those
    /// before it, or is out of time. Half a history would answer wrongly what was known when.
    pub fn lenient(self) -> Result<(History, Findings), Findings> {
        match self.history {
            Some(history) => Ok((history, self.findings)),
            None => Err(self.findings),
        }
    }
}

impl HistoryDocument<'_> {
    /// Reads the history whole. Never fails: what cannot be placed in rows is left out of them and
    /// reported, with its words and its place; where the history itself cannot stand, that is
    /// reported, and there is none.
    ///
    /// See [`CheckedHistory`] for an example.
    pub fn check(self) -> CheckedHistory {
        let Self { format, last, revisions, baselines, published, extra } = self;
        let mut reader = Reader::new();
        reader.extra(None, extra, Self::FIELDS);
        reader.format(format, HISTORY_FORMAT);
        let history = reader.history(last, revisions);
        let history = history.and_then(|history| reader.baselines(history, baselines));
        let history = history.and_then(|history| reader.published(history, published));
        CheckedHistory { history, findings: Findings::new(reader.findings) }
    }
}

/// A revision without its changes, and what they are read from.
struct Head<'a> {
    revision: Revision,
    approved_by: Words<'a>,
    changed: Part<'a, Document<'a>>,
    added: Part<'a, Document<'a>>,
    removed: Words<'a>,
}

impl Reader {
    fn history(&mut self, last: Cell<'_>, revisions: Many<'_, RevisionDoc<'_>>) -> Option<History> {
        let last = self.needed_number(&Field("last"), last);
        let mut revisions = self.objects("revisions", revisions)?;
        let numbers = revisions.iter_mut().map(|revision| revision.number.take()).collect();
        let in_order = self.in_order("revisions", numbers);
        let is_whole = last.is_some_and(|last| self.is_whole(last, revisions.len()));
        let heads: Vec<_> =
            (0..).zip(revisions).map(|(at, revision)| self.revision_head(at, revision)).collect();
        let heads: Option<Vec<Head<'_>>> = heads.into_iter().collect();
        if !in_order || !is_whole {
            return None;
        }
        let mut history = None;
        for head in heads? {
            history = Some(self.revision(history, head)?);
        }
        if history.is_none() {
            self.enter("revisions", None);
            let message = "The history has no revision.".to_owned();
            self.report(
                &entries::INCOMPLETE,
                None,
                message,
                "Begin it with one that adds every row.",
            );
        }
        history
    }

    /// Whether as many revisions are there as the number of the last says.
    fn is_whole(&mut self, last: u32, count: usize) -> bool {
        let whole = usize::try_from(last) == Ok(count);
        if !whole {
            self.enter("", None);
            let message =
                format!("The last revision is to be number {last}, and {count} are there.");
            let help =
                "Fetch the history again, some of which may be missing; or correct the number.";
            self.report(&entries::OUT_OF_ORDER, Some(&Field("last")), message, help);
        }
        whole
    }

    /// The objects of a list; none where it is no list or one of them is no object.
    pub(super) fn objects<'a, T>(
        &mut self,
        list: &'static str,
        many: Many<'a, T>,
    ) -> Option<Vec<T>> {
        self.within(String::new());
        self.is_list(list, &many);
        let Many::Listed(items) = many else { return None };
        let read = |(at, item)| match item {
            Flex::Rich(object) => Some(*object),
            Flex::Plain(raw) => {
                self.enter(list, Some(at));
                let message = format!("{} stands where an object belongs.", short(&raw));
                self.report(&entries::WRONG_SHAPE, None, message, "Write it as an object.");
                None
            }
        };
        // All are looked at, so that each that is no object is told.
        let objects: Vec<Option<T>> = items.into_iter().enumerate().map(read).collect();
        objects.into_iter().collect()
    }

    /// Whether the objects of a list are numbered 1, 2, 3 and so on; the first that is not is
    /// reported, since those behind it follow.
    pub(super) fn in_order(&mut self, list: &'static str, numbers: Vec<Cell<'_>>) -> bool {
        for (at, cell) in numbers.into_iter().enumerate() {
            self.enter(list, Some(at));
            let Some(number) = self.needed_number(&Field("number"), cell) else { return false };
            let wanted = at + 1;
            if usize::try_from(number) != Ok(wanted) {
                let message = format!("Number {number} stands where number {wanted} belongs.");
                let help = "Put them in the order of their numbers, with none left out.";
                self.report(&entries::OUT_OF_ORDER, Some(&Field("number")), message, help);
                return false;
            }
        }
        true
    }

    /// A revision but for its changes; none without its days.
    fn revision_head<'a>(&mut self, made_on: u32, written: RevisionDoc<'a>) -> Option<Head<'a>> {
        self.enter("revisions", usize::try_from(made_on).ok());
        let RevisionDoc {
            number: _,
            effective,
            recorded,
            author,
            reason,
            source,
            approved_by,
            corrects,
            changed,
            added,
            removed,
            extra,
        } = written;
        self.extra(None, extra, RevisionDoc::FIELDS);
        let effective = self.day(&Field("effective"), effective);
        let recorded = self.day(&Field("recorded"), recorded);
        let author = self.text(&Field("author"), author);
        let reason = self.text(&Field("reason"), reason);
        let source = self.text(&Field("source"), source);
        let corrects = self.number(&Field("corrects"), corrects);
        let mut revision = Revision::new(effective?, recorded?);
        revision.made_on = made_on;
        (revision.author, revision.reason, revision.source) = (author, reason, source);
        revision.corrects = corrects;
        Some(Head { revision, approved_by, changed, added, removed })
    }

    /// The history with one revision more; none where it cannot be recorded.
    fn revision(&mut self, history: Option<History>, head: Head<'_>) -> Option<History> {
        let Head { mut revision, approved_by, changed, added, removed } = head;
        let at = usize::try_from(revision.made_on).ok();
        self.within(String::new());
        self.enter("revisions", at);
        let place = self.path(None);
        let mut places = Places { revision: place.clone(), rows: BTreeMap::new() };
        let changed = self.rows_object("changed", changed)?;
        let added = self.rows_object("added", added)?;
        let (before, written) = match &history {
            None => self.beginning(changed, added, &removed)?,
            Some(history) => {
                let base = history.check_days(&revision).and_then(|()| history.base(&revision));
                let base = base.map_err(|error| self.cannot(&error, &places)).ok()?;
                let written = self.continuation(&base, changed, added, removed)?;
                (base, written)
            }
        };
        let Changes { all, places: rows } = self.changes(&before, written)?;
        (revision.changes, places.rows) = (all, rows);
        self.within(String::new());
        self.enter("revisions", at);
        let at = &Field("approved_by");
        revision.approved_by = match &history {
            None => self.links(at, approved_by),
            Some(history) => {
                self.each(at, approved_by, |r, at, cell| r.approval(history, at, cell))
            }
        };
        let recorded = match history {
            None => History::of([revision]),
            Some(mut history) => history.record(revision).map(|_| history),
        };
        recorded.map_err(|error| self.cannot(&error, &places)).ok()
    }

    /// What an object of rows holds; none where it is no object.
    fn rows_object<'a>(
        &mut self,
        field: &str,
        part: Part<'a, Document<'a>>,
    ) -> Option<Document<'a>> {
        match part.0 {
            None => Some(Document::default()),
            part => self.object(&Field(field), part.into()),
        }
    }

    /// What the first revision says, on a programme without rows; none where that is not the whole.
    fn beginning<'a>(
        &mut self,
        changed: Document<'a>,
        mut added: Document<'a>,
        removed: &Words<'a>,
    ) -> Option<(Programme, Written<'a>)> {
        let mut incomplete = |field, message: &str| {
            let help = "Put the whole programme into what the first revision adds.";
            self.report(&entries::INCOMPLETE, Some(&Field(field)), message.to_owned(), help);
        };
        if changed != Document::default() {
            incomplete("changed", "The first revision changes rows, and there is none before it.");
            return None;
        }
        if !removed.items().is_empty() {
            incomplete("removed", "The first revision removes rows, and there is none before it.");
            return None;
        }
        let about = std::mem::take(&mut added.programme);
        if about.0.is_none() {
            incomplete("added", "The first revision does not say what the programme is.");
            return None;
        }
        let place = self.path(None);
        let within = format!("{place}/added");
        self.within(within.clone());
        let (id, about) = self.programme_id(about, None);
        let name = about.name.as_ref().and_then(Raw::text).unwrap_or_default();
        // A draft without rows agrees with itself.
        let empty = Draft::new(About::new(id, name)).finish().ok()?;
        let about = Some((id, about, within));
        let removed = BTreeMap::new();
        Some((empty, Written { place, about, changed, added, removed }))
    }

    /// What a later revision says; none where it cannot be told which rows it means.
    fn continuation<'a>(
        &mut self,
        before: &Programme,
        mut changed: Document<'a>,
        added: Document<'a>,
        removed: Words<'a>,
    ) -> Option<Written<'a>> {
        let place = self.path(None);
        if added.programme.0.is_some() {
            let message = "What the programme is was said before.".to_owned();
            let at = At::In(&Field("added"), "programme");
            self.report(
                &entries::CANNOT_CHANGE,
                Some(&at),
                message,
                "Put it into what is changed.",
            );
            return None;
        }
        let removed = self.removed(before, removed)?;
        let about = std::mem::take(&mut changed.programme);
        let within = format!("{place}/changed");
        self.within(within.clone());
        let about = about.0.is_some().then(|| {
            let (id, about) = self.programme_id(about, Some(before.about().id));
            (id, about, within)
        });
        Some(Written { place, about, changed, added, removed })
    }

    /// The rows that go, each with its place; none where one of them is not there.
    fn removed(
        &mut self,
        before: &Programme,
        words: Words<'_>,
    ) -> Option<BTreeMap<Subject, String>> {
        if words.items().is_empty() {
            return Some(BTreeMap::new());
        }
        self.directory = Directory::of(before, |_| true);
        let rows = self.each(&Field("removed"), words, |reader, at, cell| {
            // Nothing in a list is nothing, as everywhere.
            let cell = Some(cell.filter(|raw| *raw != Raw::Null)?);
            Some((reader.removed_row(at, cell), reader.path(Some(at))))
        });
        rows.into_iter().map(|(row, place)| Some((row?, place))).collect()
    }

    fn removed_row(&mut self, at: &At<'_>, cell: Cell<'_>) -> Option<Subject> {
        let words = self.given(at, cell)?;
        let Meant { rows, several } = self.directory.any(&words);
        if let ([row], []) = (rows.as_slice(), several.as_slice()) {
            return Some(*row);
        }
        let called = cut(&words);
        let message = match (rows.as_slice(), several.as_slice()) {
            ([], []) => format!("`{called}` is no row that is there, so it cannot be removed."),
            _ => format!("Several rows are called `{called}`."),
        };
        let help = "Write the kind and the reference of a row: `workstream W2`.";
        self.report(&entries::CANNOT_CHANGE, Some(at), message, help);
        None
    }
}
