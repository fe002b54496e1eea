//! From a history to its document.

use super::{
    BaselineDoc, FiguresDoc, HISTORY_FORMAT, HistoryDocument, PolicyDoc, PublishedReportDoc,
    RevisionDoc, WorkstreamFiguresDoc,
};
use crate::{
    change::Change,
    document::{
        Cell, Document, Extras, Flex, Part, Raw, Vocabulary, Words, check::about_doc,
        rows::MirrorRow, write::Writer,
    },
    history::{Baseline, History, Known, PublishedReport, Revision},
    model::{Programme, Record, Subject, kinds},
};

impl<'h> HistoryDocument<'h> {
    /// Writes a history in the canonical form: revision by revision what changes, rows whole, links
    /// as references in the state after the revision. Reading it back gives the same history.
    ///
    /// ```
    /// use programme::{change::Change, document::HistoryDocument, history::{History, Revision}};
    /// use programme::{model::{About, Draft}, Action};
    ///
    /// let mut draft = Draft::new(About::named("Example"));
    /// let action = Action::new(draft.key("A1".parse()?), "Publish the plan");
    /// draft.put(action.clone());
    /// let (september, january) = ("2019-09-04".parse()?, "2020-01-10".parse()?);
    /// let mut history = History::begin(&draft.finish()?, Revision::new(september, september))?;
    /// let mut revision = history.next(january, january);
    /// revision.changes.push(Change::remove(action.key.id));
    /// history.record(revision)?;
    /// let text = HistoryDocument::of(&history).to_json();
    /// assert_eq!(HistoryDocument::from_json(&text)?.check().strict()?, history);
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn of(history: &'h History) -> Self {
        let mut revisions = Vec::with_capacity(history.revisions().len());
        // INVARIANT: what was recorded could be applied. A reader would miss a revision left out,
        // since the last one is named.
        let _ = history.walk(|revision, before, after| {
            revisions.push(Flex::full(revision_doc(revision, before, after)));
        });
        let baselines = (1..).zip(history.baselines());
        let published = (1..).zip(history.published());
        Self {
            format: Some(HISTORY_FORMAT.into()),
            last: number(history.last()),
            revisions: revisions.into_iter().collect(),
            baselines: baselines
                .map(|(number, baseline)| Flex::full(baseline_doc(number, baseline, history)))
                .collect(),
            published: published
                .map(|(number, report)| Flex::full(report_doc(number, report, history)))
                .collect(),
            extra: Extras::none(),
        }
    }
}

fn number(number: u32) -> Cell<'static> {
    Some(Raw::Integer(number.into()))
}

fn day(day: chrono::NaiveDate) -> Cell<'static> {
    Some(day.to_string().into())
}

fn text(text: &Option<String>) -> Cell<'_> {
    text.as_deref().map(Raw::from)
}

fn revision_doc<'h>(
    revision: &'h Revision,
    before: &Programme,
    after: &Programme,
) -> RevisionDoc<'h> {
    let Revision {
        made_on: _,
        effective,
        recorded,
        author,
        reason,
        source,
        approved_by,
        corrects,
        changes,
    } = revision;
    let writer = Writer::new(after);
    let (mut changed, mut added) = (Document::default(), Document::default());
    let mut removed = Vec::new();
    for change in changes {
        match change {
            Change::About(about) => {
                let whole = if revision.made_on == 0 { &mut added } else { &mut changed };
                whole.programme = Some(Flex::full(about_doc(about, &writer))).into();
            }
            Change::Add(record) => put(&mut added, record, &writer),
            Change::Replace(record) => put(&mut changed, record, &writer),
            Change::Remove(row) => removed.push(*row),
        }
    }
    RevisionDoc {
        number: number(revision.number()),
        effective: day(*effective),
        recorded: day(*recorded),
        author: text(author),
        reason: text(reason),
        source: text(source),
        // What approves a correction may not be there on its day, and is called by its id then.
        approved_by: approved_by
            .iter()
            .map(|id| match after.reference(*id) {
                Some(reference) => Flex::Plain(reference.to_string().into()),
                None => Flex::Plain(id.to_string().into()),
            })
            .collect(),
        corrects: corrects.and_then(number),
        changed: part(changed),
        added: part(added),
        // They have their references in the state before.
        removed: match removed.as_slice() {
            [] => Words::default(),
            removed => Writer::new(before).subjects(removed),
        },
        extra: Extras::none(),
    }
}

/// Rows, if there are any.
fn part<'h>(document: Document<'h>) -> Part<'h, Document<'h>> {
    (document != Document::default()).then(|| Flex::full(document)).into()
}

macro_rules! define_put {
    ($($list:ident: $row:ident($($shape:tt)*) $kind:literal $letters:literal $doc:literal;)+) => {
        fn put<'h>(document: &mut Document<'h>, record: &'h Record, writer: &Writer<'h>) {
            match record {
                $(Record::$row(row) => document.$list.push(MirrorRow::write(row.as_ref(), writer)),)+
            }
        }
    };
}
kinds!(define_put);

fn baseline_doc<'h>(at: u32, baseline: &'h Baseline, history: &History) -> BaselineDoc<'h> {
    let Baseline { name, revision, set, approved_by, reason, because } = baseline;
    BaselineDoc {
        number: number(at),
        name: Some(name.as_str().into()),
        revision: number(*revision),
        set: day(*set),
        // A decision that has gone since is called by its id: its reference may be another's.
        approved_by: approved_by.map(|id| match history.latest().reference(id) {
            Some(reference) => reference.to_string().into(),
            None => id.to_string().into(),
        }),
        reason: reason.map(|reason| reason.word().into()),
        because: text(because),
        extra: Extras::none(),
    }
}

fn report_doc<'h>(
    at: u32,
    report: &'h PublishedReport,
    history: &History,
) -> PublishedReportDoc<'h> {
    let PublishedReport { title, as_at, revision, published, policy, whole, workstreams } = report;
    // INVARIANT: a report is held only where there is such a state.
    let state = history.as_at(*as_at, Known::Revision(*revision)).ok();
    PublishedReportDoc {
        number: number(at),
        title: Some(title.as_str().into()),
        as_at: day(*as_at),
        revision: number(*revision),
        published: day(*published),
        policy: Some(Flex::full(PolicyDoc::of(policy))).into(),
        whole: Some(Flex::full(FiguresDoc::of(whole))).into(),
        workstreams: workstreams
            .iter()
            .map(|(row, figures)| {
                let called = Some(called(*row, state.as_ref()).into());
                Flex::full(WorkstreamFiguresDoc {
                    workstream: called,
                    ..WorkstreamFiguresDoc::of(figures)
                })
            })
            .collect(),
        extra: Extras::none(),
    }
}

/// A workstream by its reference; anything else that a report may group by with its kind, and what
/// its state does not hold by its id.
fn called(row: Subject, state: Option<&Programme>) -> String {
    let kind = row.kind().word();
    match (row, state.and_then(|state| state.reference(row))) {
        (Subject::Workstream(_), Some(reference)) => reference.to_string(),
        (_, Some(reference)) => format!("{kind} {reference}"),
        (_, None) => format!("{kind} {}", row.uuid()),
    }
}
