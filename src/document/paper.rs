//! Papers, documents and decisions as written.

use super::{
    Cell, Extras, Flex, Part as OnePart,
    mirror::mirror,
    read::{
        At::{Field, Item, Part},
        Reader,
    },
    rows::{MirrorRow, row_mirror},
    write::Writer,
};
use crate::model::{Decision, DocumentRef, Key, Report, Urgency};

row_mirror! {
    /// A document as it is cited.
    DocumentRefDoc for DocumentRef named(title) {
        title: Cell<'a> = "Its title.",
        kind: Cell<'a> = "Its part in the pack: `appendix`, `covering_report`, `background_paper`...",
        report: Cell<'a> = "The report to which it belongs.",
        held: Cell<'a> = "Whether it is there.",
        date: Cell<'a> = "Its date, as printed.",
    }
}

impl<'a> MirrorRow<'a> for DocumentRefDoc<'a> {
    type Row = DocumentRef;

    fn read(self: Box<Self>, mut key: Key<DocumentRef>, r: &mut Reader) -> DocumentRef {
        let Self { id: _, reference: _, label: _, sources, title, kind, report, held, date, extra } =
            *self;
        r.extra(None, extra, Self::FIELDS);
        r.sources(&mut key, sources);
        DocumentRef {
            key,
            title: r.named(Field("title"), title),
            kind: r.word(Field("kind"), kind),
            report: r.link(Field("report"), report),
            held: r.flag(Field("held"), held),
            date: r.printed(Field("date"), date),
        }
    }

    fn write(row: &'a DocumentRef, w: &Writer<'a>) -> Self {
        let DocumentRef { key, title, kind, report, held, date } = row;
        Self {
            id: w.id(key),
            reference: Writer::reference(key),
            label: Writer::text(&key.label),
            sources: w.sources(&key.sources),
            title: Some(title.as_str().into()),
            kind: Writer::word(*kind),
            report: w.link(*report),
            held: Writer::flag(*held),
            date: Writer::printed(date),
            extra: Extras::none(),
        }
    }
}

mirror! {
    /// Why a paper is taken late, as written.
    UrgencyDoc {
        basis: Cell<'a> = "The provision relied on, as printed.",
        agreed_by: Cell<'a> = "Who agreed, as printed.",
        circumstances: Cell<'a> = "The special circumstances, as printed.",
    }
}

fn read_urgency(r: &mut Reader, field: &'static str, i: usize, written: UrgencyDoc<'_>) -> Urgency {
    let UrgencyDoc { basis, agreed_by, circumstances, extra } = written;
    let at = |part| Part(field, i, part);
    r.extra(Some(Item(field, i)), extra, UrgencyDoc::FIELDS);
    Urgency {
        basis: r.text(at("basis"), basis),
        agreed_by: r.text(at("agreed_by"), agreed_by),
        circumstances: r.text(at("circumstances"), circumstances),
    }
}

fn write_urgency<'a>(urgency: &'a Urgency, _: &Writer<'a>) -> Flex<'a, UrgencyDoc<'a>> {
    let Urgency { basis, agreed_by, circumstances } = urgency;
    Flex::full(UrgencyDoc {
        basis: Writer::text(basis),
        agreed_by: Writer::text(agreed_by),
        circumstances: Writer::text(circumstances),
        extra: Extras::none(),
    })
}

row_mirror! {
    /// A paper as written.
    ReportDoc for Report named(title) {
        title: Cell<'a> = "Its title.",
        body: Cell<'a> = "The body before which it is put.",
        date: Cell<'a> = "The day of the meeting, as printed.",
        item: Cell<'a> = "Its number on the agenda.",
        pages: Cell<'a> = "Its pages.",
        supplementary: Cell<'a> = "Whether it came on a supplementary agenda.",
        urgency: OnePart<'a, UrgencyDoc<'a>> = "How it came to be taken late.",
        issued_by: Cell<'a> = "The post that issued it.",
    }
}

impl<'a> MirrorRow<'a> for ReportDoc<'a> {
    type Row = Report;

    fn read(self: Box<Self>, mut key: Key<Report>, r: &mut Reader) -> Report {
        let Self {
            id: _,
            reference: _,
            label: _,
            sources,
            title,
            body,
            date,
            item,
            pages,
            supplementary,
            urgency,
            issued_by,
            extra,
        } = *self;
        r.extra(None, extra, Self::FIELDS);
        r.sources(&mut key, sources);
        Report {
            key,
            title: r.named(Field("title"), title),
            body: r.link(Field("body"), body),
            date: r.printed(Field("date"), date),
            item: r.text(Field("item"), item),
            pages: r.text(Field("pages"), pages),
            supplementary: r.flag(Field("supplementary"), supplementary),
            urgency: r
                .part(Field("urgency"), urgency)
                .map(|written| read_urgency(r, "urgency", 0, written)),
            issued_by: r.link(Field("issued_by"), issued_by),
        }
    }

    fn write(row: &'a Report, w: &Writer<'a>) -> Self {
        let Report { key, title, body, date, item, pages, supplementary, urgency, issued_by } = row;
        Self {
            id: w.id(key),
            reference: Writer::reference(key),
            label: Writer::text(&key.label),
            sources: w.sources(&key.sources),
            title: Some(title.as_str().into()),
            body: w.link(*body),
            date: Writer::printed(date),
            item: Writer::text(item),
            pages: Writer::text(pages),
            supplementary: Writer::flag(*supplementary),
            urgency: urgency.as_ref().map(|urgency| write_urgency(urgency, w)).into(),
            issued_by: w.link(*issued_by),
            extra: Extras::none(),
        }
    }
}

row_mirror! {
    /// A decision as written.
    DecisionDoc for Decision named(title) {
        title: Cell<'a> = "What is decided, in short.",
        body: Cell<'a> = "The body that decides.",
        act: Cell<'a> = "What it does: `note`, `resolve`, `recommend`, `refer`, `defer`, `delegate`.",
        date: Cell<'a> = "When, as printed.",
        organisation: Cell<'a> = "Whose decision it is, if not the council's.",
    }
}

impl<'a> MirrorRow<'a> for DecisionDoc<'a> {
    type Row = Decision;

    fn read(self: Box<Self>, mut key: Key<Decision>, r: &mut Reader) -> Decision {
        let Self {
            id: _,
            reference: _,
            label: _,
            sources,
            title,
            body,
            act,
            date,
            organisation,
            extra,
        } = *self;
        r.extra(None, extra, Self::FIELDS);
        r.sources(&mut key, sources);
        Decision {
            key,
            title: r.named(Field("title"), title),
            body: r.link(Field("body"), body),
            act: r.word(Field("act"), act),
            date: r.printed(Field("date"), date),
            organisation: r.link(Field("organisation"), organisation),
        }
    }

    fn write(row: &'a Decision, w: &Writer<'a>) -> Self {
        let Decision { key, title, body, act, date, organisation } = row;
        Self {
            id: w.id(key),
            reference: Writer::reference(key),
            label: Writer::text(&key.label),
            sources: w.sources(&key.sources),
            title: Some(title.as_str().into()),
            body: w.link(*body),
            act: Writer::word(*act),
            date: Writer::printed(date),
            organisation: w.link(*organisation),
            extra: Extras::none(),
        }
    }
}
