//! Workstreams, phases, milestones, deliverables and measures as written.

use super::{
    Cell, Extras, LeadDoc, Many, StatusDoc, Words,
    action::{read_leads, read_notes, write_lead, write_note},
    read::{At::Field, Reader},
    rows::{MirrorRow, row_mirror},
    write::Writer,
};
use crate::model::{Deliverable, Key, Measure, Milestone, Phase, Workstream};

row_mirror! {
    /// A workstream as written.
    WorkstreamDoc for Workstream named(name, aliases) {
        name: Cell<'a> = "Its name.",
        aliases: Words<'a> = "Other names for it.",
        scope: Cell<'a> = "What it is about.",
        outcome: Cell<'a> = "What will be true when it is done.",
        leads: Many<'a, LeadDoc<'a>> = "Who leads; a word alone is the name.",
    }
}

impl<'a> MirrorRow<'a> for WorkstreamDoc<'a> {
    type Row = Workstream;

    fn read(self: Box<Self>, mut key: Key<Workstream>, r: &mut Reader) -> Workstream {
        let Self {
            id: _,
            reference: _,
            label: _,
            sources,
            name,
            aliases,
            scope,
            outcome,
            leads,
            extra,
        } = *self;
        r.extra(None, extra, Self::FIELDS);
        r.sources(&mut key, sources);
        Workstream {
            key,
            name: r.named(Field("name"), name),
            aliases: r.texts("aliases", aliases),
            scope: r.text(Field("scope"), scope),
            outcome: r.text(Field("outcome"), outcome),
            leads: read_leads(r, leads),
        }
    }

    fn write(row: &'a Workstream, w: &Writer<'a>) -> Self {
        let Workstream { key, name, aliases, scope, outcome, leads } = row;
        Self {
            id: w.id(key),
            reference: Writer::reference(key),
            label: Writer::text(&key.label),
            sources: w.sources(&key.sources),
            name: Some(name.as_str().into()),
            aliases: Writer::texts(aliases),
            scope: Writer::text(scope),
            outcome: Writer::text(outcome),
            leads: leads.iter().map(|lead| write_lead(lead, w)).collect(),
            extra: Extras::none(),
        }
    }
}

row_mirror! {
    /// A phase as written.
    PhaseDoc for Phase named(name, aliases) {
        name: Cell<'a> = "Its name.",
        aliases: Words<'a> = "Other names for it.",
        number: Cell<'a> = "Its place in the order, from 1.",
        held: Cell<'a> = "From when to when it runs, as printed.",
        approved_by: Cell<'a> = "The decision that approved it.",
    }
}

impl<'a> MirrorRow<'a> for PhaseDoc<'a> {
    type Row = Phase;

    fn read(self: Box<Self>, mut key: Key<Phase>, r: &mut Reader) -> Phase {
        let Self {
            id: _,
            reference: _,
            label: _,
            sources,
            name,
            aliases,
            number,
            held,
            approved_by,
            extra,
        } = *self;
        r.extra(None, extra, Self::FIELDS);
        r.sources(&mut key, sources);
        Phase {
            key,
            name: r.named(Field("name"), name),
            aliases: r.texts("aliases", aliases),
            number: r.number(Field("number"), number),
            held: r.printed(Field("held"), held),
            approved_by: r.link(Field("approved_by"), approved_by),
        }
    }

    fn write(row: &'a Phase, w: &Writer<'a>) -> Self {
        let Phase { key, name, aliases, number, held, approved_by } = row;
        Self {
            id: w.id(key),
            reference: Writer::reference(key),
            label: Writer::text(&key.label),
            sources: w.sources(&key.sources),
            name: Some(name.as_str().into()),
            aliases: Writer::texts(aliases),
            number: Writer::number(*number),
            held: Writer::printed(held),
            approved_by: w.link(*approved_by),
            extra: Extras::none(),
        }
    }
}

row_mirror! {
    /// A milestone as written.
    MilestoneDoc for Milestone named() {
        title: Cell<'a> = "What is to be reached.",
        workstream: Cell<'a> = "The workstream to which it belongs.",
        phase: Cell<'a> = "The phase to which it belongs.",
        timescale: Cell<'a> = "When it is due, as printed.",
        leads: Many<'a, LeadDoc<'a>> = "Who leads; a word alone is the name.",
        status: Many<'a, StatusDoc<'a>> = "What has been said of its state; a word alone is the state.",
    }
}

impl<'a> MirrorRow<'a> for MilestoneDoc<'a> {
    type Row = Milestone;

    fn read(self: Box<Self>, mut key: Key<Milestone>, r: &mut Reader) -> Milestone {
        let Self {
            id: _,
            reference: _,
            label: _,
            sources,
            title,
            workstream,
            phase,
            timescale,
            leads,
            status,
            extra,
        } = *self;
        r.extra(None, extra, Self::FIELDS);
        r.sources(&mut key, sources);
        Milestone {
            key,
            title: r.named(Field("title"), title),
            workstream: r.link(Field("workstream"), workstream),
            phase: r.link(Field("phase"), phase),
            timescale: r.printed(Field("timescale"), timescale).unwrap_or_default(),
            leads: read_leads(r, leads),
            notes: read_notes(r, status),
        }
    }

    fn write(row: &'a Milestone, w: &Writer<'a>) -> Self {
        let Milestone { key, title, workstream, phase, timescale, leads, notes } = row;
        Self {
            id: w.id(key),
            reference: Writer::reference(key),
            label: Writer::text(&key.label),
            sources: w.sources(&key.sources),
            title: Some(title.as_str().into()),
            workstream: w.link(*workstream),
            phase: w.link(*phase),
            timescale: super::action::write_timescale(timescale),
            leads: leads.iter().map(|lead| write_lead(lead, w)).collect(),
            status: notes.iter().map(|note| write_note(note, w)).collect(),
            extra: Extras::none(),
        }
    }
}

row_mirror! {
    /// A deliverable as written.
    DeliverableDoc for Deliverable named(name, aliases) {
        name: Cell<'a> = "Its name.",
        aliases: Words<'a> = "Other names for it.",
        kind: Cell<'a> = "What it is, in a word.",
        parent: Cell<'a> = "The deliverable of which it is a part.",
        published: Cell<'a> = "When it was published, as printed.",
        cadence: Cell<'a> = "How often a new one appears, as printed.",
    }
}

impl<'a> MirrorRow<'a> for DeliverableDoc<'a> {
    type Row = Deliverable;

    fn read(self: Box<Self>, mut key: Key<Deliverable>, r: &mut Reader) -> Deliverable {
        let Self {
            id: _,
            reference: _,
            label: _,
            sources,
            name,
            aliases,
            kind,
            parent,
            published,
            cadence,
            extra,
        } = *self;
        r.extra(None, extra, Self::FIELDS);
        r.sources(&mut key, sources);
        Deliverable {
            key,
            name: r.named(Field("name"), name),
            aliases: r.texts("aliases", aliases),
            kind: r.text(Field("kind"), kind),
            parent: r.link(Field("parent"), parent),
            published: r.printed(Field("published"), published),
            cadence: r.printed(Field("cadence"), cadence),
        }
    }

    fn write(row: &'a Deliverable, w: &Writer<'a>) -> Self {
        let Deliverable { key, name, aliases, kind, parent, published, cadence } = row;
        Self {
            id: w.id(key),
            reference: Writer::reference(key),
            label: Writer::text(&key.label),
            sources: w.sources(&key.sources),
            name: Some(name.as_str().into()),
            aliases: Writer::texts(aliases),
            kind: Writer::text(kind),
            parent: w.link(*parent),
            published: Writer::printed(published),
            cadence: Writer::printed(cadence),
            extra: Extras::none(),
        }
    }
}

row_mirror! {
    /// A measure as written.
    MeasureDoc for Measure named(name) {
        name: Cell<'a> = "Its name.",
        of: Cell<'a> = "The plan or strategy whose success it measures.",
        cadence: Cell<'a> = "How often it is read, as printed.",
    }
}

impl<'a> MirrorRow<'a> for MeasureDoc<'a> {
    type Row = Measure;

    fn read(self: Box<Self>, mut key: Key<Measure>, r: &mut Reader) -> Measure {
        let Self { id: _, reference: _, label: _, sources, name, of, cadence, extra } = *self;
        r.extra(None, extra, Self::FIELDS);
        r.sources(&mut key, sources);
        Measure {
            key,
            name: r.named(Field("name"), name),
            of: r.link(Field("of"), of),
            cadence: r.printed(Field("cadence"), cadence),
        }
    }

    fn write(row: &'a Measure, w: &Writer<'a>) -> Self {
        let Measure { key, name, of, cadence } = row;
        Self {
            id: w.id(key),
            reference: Writer::reference(key),
            label: Writer::text(&key.label),
            sources: w.sources(&key.sources),
            name: Some(name.as_str().into()),
            of: w.link(*of),
            cadence: Writer::printed(cadence),
            extra: Extras::none(),
        }
    }
}
