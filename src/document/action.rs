//! Actions as written, with who leads them and what was said of them.

use super::{
    Cell, Extras, Flex, Many, Raw,
    mirror::mirror,
    read::{
        At::{self, In, Nth},
        Reader,
    },
    rows::{part_mirror, row_mirror},
    write::Writer,
};
use crate::model::{Action, Lead, Party, Redating, StatusNote};

row_mirror! {
    /// An action as written.
    ActionDoc for Action named() {
        title: name = "What is to be done, in short.",
        detail: text = "More of it.",
        plan: link = "The plan in which it stands.",
        answers: links = "The recommendations that it answers.",
        parent: link = "The action that it is a part of.",
        workstream: link = "The workstream that carries it.",
        phase: link = "The phase in which it is to be done.",
        leads: leads(Many<'a, LeadDoc<'a>>) = "Who leads it; a word alone is a cell as printed.",
        timescale: timescale = "The timescale cell, as printed.",
        redated: parts(Many<'a, RedatingDoc<'a>>) =
            "The dates that it had before, oldest first; a word alone is the date.",
        cadence: printed = "How often it recurs, as printed.",
        started: printed = "When it began, as printed.",
        arranges: printed = "When what it arranges should take place, as printed.",
        status: parts(Many<'a, StatusDoc<'a>>) =
            "What has been said of its state; a word alone is the state.",
        produces: links = "Deliverables that it produces.",
        creates: links = "Bodies that it sets up.",
        after: links = "Actions that have to be done first.",
        weight: number = "Its weight, under a policy that weighs.",
        long_term: yes = "Whether it reaches beyond the review's horizon.",
        audiences: texts = "Whom it addresses or involves.",
    }
}

part_mirror! {
    /// What was said of a state, as written in full.
    StatusDoc for StatusNote word(state) {
        state: printed = "The state, as printed.",
        percent: printed = "How far it had come, as printed.",
        as_at: printed = "The day for which it was said, as printed.",
        on: printed = "When the state came about, as printed.",
        text: text = "What was said, in short.",
        evidence: text = "What shows it.",
        awaiting: text = "What it waits for.",
        reason: text = "Why it left the plan.",
        decision: link = "The decision behind it.",
        successor: link = "The action that takes its place.",
        source: source = "Where it was said.",
    }
}

part_mirror! {
    /// A date that was given up for another, as written in full.
    RedatingDoc for Redating word(from) {
        from: timescale = "When it was to be done before, as printed.",
        on: printed = "When it was given the other date, as printed.",
        reason: text = "Why.",
        agreed: text = "Who agreed, in words.",
        agreed_by: link = "The body that agreed.",
        decision: link = "The decision by which it was agreed.",
        source: source = "Where this was said.",
    }
}

mirror! {
    /// A lead as written in full.
    LeadDoc word(name) {
        name: Cell<'a> = "The name, as printed.",
        party: Cell<'a> = "The post or body that is meant, where the name does not say so; `unknown` where it is none that is held.",
        accountable: Cell<'a> as flag = "Whether this lead is marked as the accountable one.",
    }
}

impl Reader {
    /// Leads; a word alone is a cell, split at known posts and bodies.
    pub(super) fn leads(&mut self, at: &At<'_>, leads: Many<'_, LeadDoc<'_>>) -> Vec<Lead> {
        let mut all = Vec::with_capacity(leads.items().len());
        match leads {
            Many::Single(cell) => self.add_leads(at, *cell, &mut all),
            Many::Listed(cells) => {
                for (i, cell) in cells.into_iter().enumerate() {
                    self.add_leads(&Nth(at, i), cell, &mut all);
                }
            }
        }
        all
    }

    fn add_leads(&mut self, at: &At<'_>, cell: Flex<'_, LeadDoc<'_>>, all: &mut Vec<Lead>) {
        match cell {
            Flex::Rich(written) => all.push(self.lead(at, *written)),
            Flex::Plain(raw) => {
                if let Some(words) = self.given(at, Some(raw)) {
                    self.directory.split_leads(&words, all);
                }
            }
        }
    }

    fn lead(&mut self, at: &At<'_>, written: LeadDoc<'_>) -> Lead {
        let LeadDoc { name, party, accountable, extra } = written;
        self.extra(Some(at), extra, LeadDoc::FIELDS);
        let words = self.text(&In(at, "name"), name);
        let accountable = self.flag(&In(at, "accountable"), accountable);
        let party = match self.text(&In(at, "party"), party) {
            Some(word) if word == "unknown" => Party::Unknown,
            Some(word) => match self.directory.party(&word).0 {
                // Nobody is meant: the link to nothing is reported as one to a post.
                Party::Unknown => {
                    let link = self.link(&In(at, "party"), Some(word.into()));
                    link.map_or(Party::Unknown, Party::Post)
                }
                party => party,
            },
            None => words.as_deref().map_or(Party::Unknown, |name| self.directory.party(name).0),
        };
        Lead { words, party, accountable }
    }
}

impl<'a> Writer<'a> {
    pub(super) fn leads(&self, leads: &'a [Lead]) -> Many<'a, LeadDoc<'a>> {
        leads.iter().map(|lead| self.lead(lead)).collect()
    }

    fn lead(&self, lead: &'a Lead) -> Flex<'a, LeadDoc<'a>> {
        let Lead { words, party, accountable } = lead;
        if let (Some(plain), None) = (self.plain_lead(lead), accountable) {
            return Flex::Plain(plain);
        }
        let party = match party {
            Party::Post(post) => self.link(&Some(*post)),
            Party::Body(body) => self.link(&Some(*body)),
            Party::Unknown => Some("unknown".into()),
        };
        let (name, accountable) = (self.text(words), self.flag(accountable));
        Flex::full(LeadDoc { name, party, accountable, extra: Extras::none() })
    }

    /// The one word that gives this lead, if it is read back: what was printed, or else the name or
    /// the reference of whom it means.
    fn plain_lead(&self, lead: &'a Lead) -> Option<Raw<'a>> {
        let gives = |words: &str| self.directory.leads(words) == std::slice::from_ref(lead);
        if let Some(words) = &lead.words {
            return gives(words).then(|| words.as_str().into());
        }
        let name = self.programme.lead_name(lead);
        let reference = match lead.party {
            Party::Post(post) => self.programme.reference(post),
            Party::Body(body) => self.programme.reference(body),
            Party::Unknown => None,
        };
        let reference = reference.map(|reference| reference.to_string());
        match reference {
            _ if gives(name) => Some(name.to_owned().into()),
            Some(reference) if gives(&reference) => Some(reference.into()),
            _ => None,
        }
    }
}
