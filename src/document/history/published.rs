//! Baselines and published reports, read on the states that they name.

use uuid::Uuid;

use super::{BaselineDoc, PublishedReportDoc, WorkstreamFiguresDoc};
use crate::{
    document::{
        Cell, Many, entries,
        links::kind_first,
        read::{
            At::{self, Field, In, Nth},
            Reader, cut,
        },
        resolve::{Directory, Meant},
    },
    finding::Entry,
    history::{Baseline, Figures, History, HistoryError, Known, PublishedReport},
    model::{Decision, Kind, Subject, Workstream, kinds},
    values::Id,
};

use super::refused::sentences;

macro_rules! define_subject_of {
    ($($list:ident: $row:ident($($shape:tt)*) $kind:literal $letters:literal $doc:literal;)+) => {
        fn subject_of(kind: Kind, uuid: Uuid) -> Subject {
            match kind {
                $(Kind::$row => Subject::$row(Id::from_uuid(uuid)),)+
            }
        }
    };
}
kinds!(define_subject_of);

impl Reader {
    /// The history with its baselines; none where one of them cannot stand.
    pub(super) fn baselines(
        &mut self,
        mut history: History,
        written: Many<'_, BaselineDoc<'_>>,
    ) -> Option<History> {
        let mut written = self.objects("baselines", written)?;
        let numbers = written.iter_mut().map(|baseline| baseline.number.take()).collect();
        let mut sure = self.in_order("baselines", numbers);
        self.directory = Directory::of(history.latest(), |_| true);
        for (at, written) in written.into_iter().enumerate() {
            self.enter("baselines", Some(at));
            let Some(baseline) = self.baseline(&history, written) else {
                sure = false;
                continue;
            };
            let reason = if baseline.reason.is_none() { "reason" } else { "because" };
            if let Err(error) = history.keep_baseline(baseline) {
                let early = matches!(error, HistoryError::TooEarly { .. });
                self.told(&error, "revision", if early { "set" } else { reason });
                sure = false;
            }
        }
        sure.then_some(history)
    }

    fn baseline(&mut self, history: &History, written: BaselineDoc<'_>) -> Option<Baseline> {
        let BaselineDoc { number: _, name, revision, set, approved_by, reason, because, extra } =
            written;
        self.extra(None, extra, BaselineDoc::FIELDS);
        let name = self.name(&Field("name"), name);
        let revision = self.needed_number(&Field("revision"), revision);
        let set = self.day(&Field("set"), set);
        let approved_by = self.approval(history, &Field("approved_by"), approved_by);
        let reason = self.word(&Field("reason"), reason);
        let because = self.text(&Field("because"), because);
        let mut baseline = Baseline::new(name, revision?, set?);
        (baseline.approved_by, baseline.reason, baseline.because) = (approved_by, reason, because);
        Some(baseline)
    }

    /// A decision that is there or, by its id, that was.
    pub(super) fn approval(
        &mut self,
        history: &History,
        at: &At<'_>,
        cell: Cell<'_>,
    ) -> Option<Id<Decision>> {
        let id =
            cell.as_ref().and_then(|raw| raw.text()).and_then(|words| words.trim().parse().ok());
        match id {
            Some(id) if history.has_held(Subject::Decision(id)) => Some(id),
            _ => self.link(at, cell),
        }
    }

    /// The history with its published reports; none where one of them cannot stand.
    pub(super) fn published(
        &mut self,
        mut history: History,
        written: Many<'_, PublishedReportDoc<'_>>,
    ) -> Option<History> {
        let mut written = self.objects("published", written)?;
        let numbers = written.iter_mut().map(|report| report.number.take()).collect();
        let mut sure = self.in_order("published", numbers);
        for (at, written) in written.into_iter().enumerate() {
            self.enter("published", Some(at));
            match self.report_as_published(&history, written) {
                Some(report) => {
                    if let Err(error) = history.hold(report) {
                        self.told(&error, "published", "published");
                        sure = false;
                    }
                }
                None => sure = false,
            }
        }
        sure.then_some(history)
    }

    fn report_as_published(
        &mut self,
        history: &History,
        written: PublishedReportDoc<'_>,
    ) -> Option<PublishedReport> {
        let PublishedReportDoc {
            number: _,
            title,
            as_at,
            revision,
            published,
            policy,
            whole,
            workstreams,
            extra,
        } = written;
        self.extra(None, extra, PublishedReportDoc::FIELDS);
        let title = self.name(&Field("title"), title);
        let as_at = self.day(&Field("as_at"), as_at);
        let revision = self.needed_number(&Field("revision"), revision);
        let published = self.day(&Field("published"), published);
        let policy = self.policy(&Field("policy"), policy);
        let at = &Field("whole");
        let whole = self.object(at, whole).and_then(|mut whole| whole.figures(self, at));
        let (as_at, revision) = (as_at?, revision?);
        let state = history.as_at(as_at, Known::Revision(revision));
        let state = state.map_err(|error| self.told(&error, "revision", "as_at")).ok()?;
        self.directory = Directory::of(&state, |_| true);
        let workstreams = self.workstreams(workstreams);
        Some(PublishedReport {
            title,
            as_at,
            revision,
            published: published?,
            policy: policy?,
            whole: whole?,
            workstreams: workstreams?,
        })
    }

    fn workstreams(
        &mut self,
        written: Many<'_, WorkstreamFiguresDoc<'_>>,
    ) -> Option<Vec<(Subject, Figures)>> {
        let mut all = Some(Vec::new());
        for (at, written) in written.into_items().into_iter().enumerate() {
            let at = &Nth(&Field("workstreams"), at);
            let read = self.object(at, Some(written).into()).and_then(|mut written| {
                let row = self.workstream(&In(at, "workstream"), written.workstream.take());
                let figures = written.figures(self, at);
                Some((row?, figures?))
            });
            match (read, &mut all) {
                (Some(read), Some(all)) => all.push(read),
                _ => all = None,
            }
        }
        all
    }

    /// A workstream of the state that a report shows, or another row with its kind before it, be it
    /// by its id alone.
    fn workstream(&mut self, at: &At<'_>, cell: Cell<'_>) -> Option<Subject> {
        let words = self.given(at, cell).unwrap_or_default();
        let words = words.trim();
        if let Some((kind, rest)) = kind_first(words) {
            if let Ok(uuid) = Uuid::try_parse(rest) {
                return Some(subject_of(kind, uuid));
            }
            let Meant { rows, several } = self.directory.any(words);
            if let ([row], []) = (rows.as_slice(), several.as_slice())
                && row.kind() == kind
            {
                return Some(*row);
            }
        }
        let found = self.directory.find::<Workstream>(words);
        if found.is_none() {
            let message =
                format!("`{}` is no workstream of the state that the report shows.", cut(words));
            let help = "Write the reference that the workstream had then.";
            self.report(&entries::NEEDED, Some(at), message, help);
        }
        found.map(Subject::Workstream)
    }

    /// Why a baseline or a report cannot stand: at one field where its revision is not there, and at
    /// another for any other reason.
    fn told(&mut self, error: &HistoryError, revision: &str, other: &str) {
        let (entry, field): (&'static Entry, _) = match error {
            HistoryError::NoRevision { .. } => (&entries::NO_REVISION, revision),
            HistoryError::NoReason { .. } => (&entries::NO_REASON, other),
            _ => (&entries::OUT_OF_TIME, other),
        };
        let (message, help) = sentences(&error.to_string());
        self.report(entry, Some(&Field(field)), message, help);
    }
}
