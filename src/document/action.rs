//! Actions as written.

use super::{
    Cell, CitationDoc, Extras, Flex, Many, Part as OnePart, Raw, Words,
    mirror::mirror,
    read::{
        At::{Field, Item, Part},
        Reader,
    },
    rows::{MirrorRow, row_mirror},
    write::Writer,
};
use crate::{
    model::{Action, Key, Lead, Party, StatusNote},
    values::{Timescale, Unread},
};

row_mirror! {
    /// An action as written.
    ActionDoc for Action named() {
        title: Cell<'a> = "What is to be done, in short.",
        detail: Cell<'a> = "More of it.",
        plan: Cell<'a> = "The plan in which it stands.",
        answers: Words<'a> = "The recommendations that it answers.",
        parent: Cell<'a> = "The action that it is a part of.",
        workstream: Cell<'a> = "The workstream that carries it.",
        phase: Cell<'a> = "The phase in which it is to be done.",
        leads: Many<'a, LeadDoc<'a>> = "Who leads; a word alone is the name.",
        timescale: Cell<'a> = "The timescale cell, as printed.",
        cadence: Cell<'a> = "How often it recurs, as printed.",
        started: Cell<'a> = "When it began, as printed.",
        arranges: Cell<'a> = "The date of what it arranges, as printed.",
        status: Many<'a, StatusDoc<'a>> = "What has been said of its state; a word alone is the state.",
        produces: Words<'a> = "Deliverables that it produces.",
        creates: Words<'a> = "Bodies that it sets up.",
        after: Words<'a> = "Actions that have to be done first.",
        weight: Cell<'a> = "Its weight, under a policy that weighs.",
        long_term: Cell<'a> = "Whether it reaches beyond the review's horizon.",
        audiences: Words<'a> = "Whom it addresses or involves.",
    }
}

impl<'a> MirrorRow<'a> for ActionDoc<'a> {
    type Row = Action;

    fn read(self: Box<Self>, mut key: Key<Action>, r: &mut Reader) -> Action {
        let Self {
            id: _,
            reference: _,
            label: _,
            sources,
            title,
            detail,
            plan,
            answers,
            parent,
            workstream,
            phase,
            leads,
            timescale,
            cadence,
            started,
            arranges,
            status,
            produces,
            creates,
            after,
            weight,
            long_term,
            audiences,
            extra,
        } = *self;
        r.extra(None, extra, Self::FIELDS);
        r.sources(&mut key, sources);
        Action {
            key,
            title: r.named(Field("title"), title),
            detail: r.text(Field("detail"), detail),
            plan: r.link(Field("plan"), plan),
            answers: r.links("answers", answers),
            parent: r.link(Field("parent"), parent),
            workstream: r.link(Field("workstream"), workstream),
            phase: r.link(Field("phase"), phase),
            leads: read_leads(r, leads),
            timescale: r.printed(Field("timescale"), timescale).unwrap_or_default(),
            cadence: r.printed(Field("cadence"), cadence),
            started: r.printed(Field("started"), started),
            arranges: r.printed(Field("arranges"), arranges),
            notes: read_notes(r, status),
            produces: r.links("produces", produces),
            creates: r.links("creates", creates),
            after: r.links("after", after),
            weight: r.number(Field("weight"), weight),
            long_term: r.flag(Field("long_term"), long_term).unwrap_or(false),
            audiences: r.texts("audiences", audiences),
        }
    }

    fn write(row: &'a Action, w: &Writer<'a>) -> Self {
        let Action {
            key,
            title,
            detail,
            plan,
            answers,
            parent,
            workstream,
            phase,
            leads,
            timescale,
            cadence,
            started,
            arranges,
            notes,
            produces,
            creates,
            after,
            weight,
            long_term,
            audiences,
        } = row;
        Self {
            id: w.id(key),
            reference: Writer::reference(key),
            label: Writer::text(&key.label),
            sources: w.sources(&key.sources),
            title: Some(title.as_str().into()),
            detail: Writer::text(detail),
            plan: w.link(*plan),
            answers: w.links(answers),
            parent: w.link(*parent),
            workstream: w.link(*workstream),
            phase: w.link(*phase),
            leads: leads.iter().map(|lead| write_lead(lead, w)).collect(),
            timescale: write_timescale(timescale),
            cadence: Writer::printed(cadence),
            started: Writer::printed(started),
            arranges: Writer::printed(arranges),
            status: notes.iter().map(|note| write_note(note, w)).collect(),
            produces: w.links(produces),
            creates: w.links(creates),
            after: w.links(after),
            weight: Writer::number(*weight),
            long_term: Writer::flag(long_term.then_some(true)),
            audiences: Writer::texts(audiences),
            extra: Extras::none(),
        }
    }
}

pub(super) fn write_timescale(timescale: &Timescale) -> Cell<'_> {
    let blank = timescale.unread() == Some(Unread::Blank) && timescale.words().is_empty();
    (!blank).then(|| Raw::Text(timescale.words()))
}

mirror! {
    /// A lead as written in full.
    LeadDoc {
        name: Cell<'a> = "The name, as printed.",
        party: Cell<'a> = "The post or body that is meant, where the name does not say so; `unknown` where it is none that is held.",
        accountable: Cell<'a> = "Whether this lead is marked as the accountable one.",
    }
}

/// Leads, each cell split at known posts and bodies.
pub(super) fn read_leads(r: &mut Reader, leads: Many<'_, LeadDoc<'_>>) -> Vec<Lead> {
    let mut all = Vec::with_capacity(leads.items().len());
    for (i, item) in leads.into_items().into_iter().enumerate() {
        match item {
            Flex::Rich(written) => all.push(read_lead(r, i, *written)),
            Flex::Plain(raw) => {
                let Some(words) = r.words(Item("leads", i), Some(raw)) else { continue };
                r.directory.split_leads(&words, &mut all);
            }
        }
    }
    all
}

fn read_lead(r: &mut Reader, i: usize, written: LeadDoc<'_>) -> Lead {
    let LeadDoc { name, party, accountable, extra } = written;
    let at = |part| Part("leads", i, part);
    r.extra(Some(Item("leads", i)), extra, LeadDoc::FIELDS);
    let name = r.text(at("name"), name);
    let accountable = r.flag(at("accountable"), accountable);
    let meant = match r.text(at("party"), party) {
        Some(word) if word == "unknown" => Party::Unknown,
        Some(word) => match r.directory.party(&word).0 {
            Party::Unknown => {
                r.link(at("party"), Some(word.into())).map_or(Party::Unknown, Party::Post)
            }
            party => party,
        },
        None => name.as_deref().map_or(Party::Unknown, |name| r.directory.party(name).0),
    };
    Lead { words: name, party: meant, accountable }
}

pub(super) fn write_lead<'a>(lead: &'a Lead, w: &Writer<'a>) -> Flex<'a, LeadDoc<'a>> {
    let Lead { words, party, accountable } = lead;
    if let (Some(plain), None) = (w.plain_lead(lead), accountable) {
        return Flex::Plain(plain);
    }
    let party = match party {
        Party::Post(post) => w.link(Some(*post)),
        Party::Body(body) => w.link(Some(*body)),
        Party::Unknown => Some("unknown".into()),
    };
    let accountable = Writer::flag(*accountable);
    Flex::full(LeadDoc { name: Writer::text(words), party, accountable, extra: Extras::none() })
}

mirror! {
    /// What was said of a state, as written in full.
    StatusDoc {
        state: Cell<'a> = "The state, as printed.",
        percent: Cell<'a> = "How far it had come, as printed.",
        as_at: Cell<'a> = "The day for which it was said, as printed.",
        on: Cell<'a> = "When the state came about, as printed.",
        text: Cell<'a> = "What was said, in short.",
        evidence: Cell<'a> = "What shows it.",
        awaiting: Cell<'a> = "What it waits for.",
        reason: Cell<'a> = "Why it left the plan.",
        decision: Cell<'a> = "The decision behind it.",
        successor: Cell<'a> = "The action that takes its place.",
        source: OnePart<'a, CitationDoc<'a>> = "Where it was said.",
    }
}

pub(super) fn read_notes(r: &mut Reader, notes: Many<'_, StatusDoc<'_>>) -> Vec<StatusNote> {
    r.items(notes, |r, i, item| match item {
        Flex::Plain(raw) => {
            let status = r.printed(Item("status", i), Some(raw))?;
            Some(StatusNote { status: Some(status), ..StatusNote::default() })
        }
        Flex::Rich(written) => Some(read_note(r, i, *written)),
    })
}

fn read_note(r: &mut Reader, i: usize, written: StatusDoc<'_>) -> StatusNote {
    let StatusDoc {
        state,
        percent,
        as_at,
        on,
        text,
        evidence,
        awaiting,
        reason,
        decision,
        successor,
        source,
        extra,
    } = written;
    let at = |part| Part("status", i, part);
    r.extra(Some(Item("status", i)), extra, StatusDoc::FIELDS);
    StatusNote {
        status: r.printed(at("state"), state),
        percent: r.printed(at("percent"), percent),
        as_at: r.printed(at("as_at"), as_at),
        on: r.printed(at("on"), on),
        text: r.text(at("text"), text),
        evidence: r.text(at("evidence"), evidence),
        awaiting: r.text(at("awaiting"), awaiting),
        reason: r.text(at("reason"), reason),
        decision: r.link(at("decision"), decision),
        successor: r.link(at("successor"), successor),
        source: r.source(at("source"), source),
    }
}

pub(super) fn write_note<'a>(note: &'a StatusNote, w: &Writer<'a>) -> Flex<'a, StatusDoc<'a>> {
    let StatusNote {
        status,
        percent,
        as_at,
        on,
        text,
        evidence,
        awaiting,
        reason,
        decision,
        successor,
        source,
    } = note;
    Flex::full(StatusDoc {
        state: Writer::printed(status),
        percent: Writer::printed(percent),
        as_at: Writer::printed(as_at),
        on: Writer::printed(on),
        text: Writer::text(text),
        evidence: Writer::text(evidence),
        awaiting: Writer::text(awaiting),
        reason: Writer::text(reason),
        decision: w.link(*decision),
        successor: w.link(*successor),
        source: w.source(source),
        extra: Extras::none(),
    })
}
