//! From rows to a document: references for links, words for what was printed, nothing for what
//! follows from something else.

use super::{
    CitationDoc, Extras,
    raw::{Cell, Flex, Many, Part, Raw, Words},
    resolve::Directory,
    vocabulary::Vocabulary,
};
use crate::{
    model::{AnyRow, Citation, Key, Lead, Party, Programme, Subject},
    values::{Id, Printed, Readable},
};

/// Writes the rows of one programme.
pub(super) struct Writer<'p> {
    pub(super) programme: &'p Programme,
    /// Who would be meant by what, if the document were read back.
    pub(super) directory: Directory,
}

impl<'a> Writer<'a> {
    pub(super) fn id<R: AnyRow>(&self, key: &Key<R>) -> Cell<'a> {
        let derived = Id::derive(self.programme.about().id, key.reference);
        (key.id != derived).then(|| Raw::from(key.id.to_string()))
    }

    pub(super) fn reference<R>(key: &Key<R>) -> Cell<'a> {
        Some(Raw::from(key.reference.to_string()))
    }

    pub(super) fn text(text: &'a Option<String>) -> Cell<'a> {
        text.as_deref().map(Raw::from)
    }

    pub(super) fn texts(texts: &'a [String]) -> Words<'a> {
        texts.iter().map(|text| Flex::Plain(Raw::from(text.as_str()))).collect()
    }

    pub(super) fn printed<T: Readable>(printed: &'a Option<Printed<T>>) -> Cell<'a> {
        printed.as_ref().map(|printed| Raw::Text(printed.words()))
    }

    pub(super) fn word<T: Vocabulary>(value: Option<T>) -> Cell<'a> {
        value.map(|value| Raw::from(value.word()))
    }

    pub(super) fn number(number: Option<u32>) -> Cell<'a> {
        number.map(|number| Raw::Integer(number.into()))
    }

    pub(super) fn flag(flag: Option<bool>) -> Cell<'a> {
        flag.map(Raw::Bool)
    }

    pub(super) fn link<R>(&self, id: Option<Id<R>>) -> Cell<'a>
    where
        Subject: From<Id<R>>,
    {
        // INVARIANT: links of a programme lead to its rows.
        id.and_then(|id| self.programme.reference(id)).map(|r| Raw::from(r.to_string()))
    }

    pub(super) fn links<R>(&self, ids: &[Id<R>]) -> Words<'a>
    where
        Subject: From<Id<R>>,
    {
        ids.iter().filter_map(|id| self.link(Some(*id))).map(Flex::Plain).collect()
    }

    pub(super) fn citation(&self, citation: &'a Citation) -> Flex<'a, CitationDoc<'a>> {
        let Citation { document, place } = citation;
        match document {
            None => Flex::Plain(Raw::from(place.as_str())),
            Some(_) => Flex::full(CitationDoc {
                document: self.link(*document),
                place: Some(Raw::from(place.as_str())),
                extra: Extras::none(),
            }),
        }
    }

    pub(super) fn sources(&self, sources: &'a [Citation]) -> Many<'a, CitationDoc<'a>> {
        sources.iter().map(|source| self.citation(source)).collect()
    }

    pub(super) fn source(&self, source: &'a Option<Citation>) -> Part<'a, CitationDoc<'a>> {
        source.as_ref().map(|source| self.citation(source)).into()
    }

    /// The one word that gives this lead, if it is read back: what was printed, or else the name or
    /// the reference of whom it means.
    pub(super) fn plain_lead(&self, lead: &'a Lead) -> Option<Raw<'a>> {
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
            _ if gives(name) => Some(name.into()),
            Some(reference) if gives(&reference) => Some(reference.into()),
            _ => None,
        }
    }

    /// Whether a name alone, read back, would give this row.
    pub(super) fn names<R: super::resolve::Listed>(&self, words: &str, id: Option<Id<R>>) -> bool {
        self.directory.named(words) == id
    }
}
