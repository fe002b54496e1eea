//! From rows to a document: references for links, words for what was printed, nothing for what
//! follows from something else.

use std::marker::PhantomData;

use super::{
    CitationDoc,
    raw::{Cell, Flex, Many, Part, Raw, Words},
    resolve::Directory,
    rows::MirrorPart,
    vocabulary::Vocabulary,
};
use crate::{
    model::{AnyRow, Citation, Key, Programme, Subject},
    values::{Id, Printed, Readable, Timescale},
};

/// Writes rows in the words of one state of a programme, to which they belong.
pub(super) struct Writer<'a> {
    pub(super) programme: Programme,
    /// Who would be meant by what, if the document were read back.
    pub(super) directory: Directory,
    /// The rows, which may outlive the state: what is written borrows their words.
    rows: PhantomData<&'a ()>,
}

// One method for each way in which a field is written, under the names of the reader's.
#[expect(clippy::unused_self, reason = "called alike, whether or not they look anything up")]
impl<'a> Writer<'a> {
    pub(super) fn new(programme: &Programme) -> Self {
        let directory = Directory::of(programme, |_| true);
        Self { programme: programme.clone(), directory, rows: PhantomData }
    }

    pub(super) fn id<R: AnyRow>(&self, key: &Key<R>) -> Cell<'a> {
        let derived = Id::derive(self.programme.about().id, key.reference);
        (key.id != derived).then(|| Raw::from(key.id.to_string()))
    }

    pub(super) fn reference<R>(&self, key: &Key<R>) -> Cell<'a> {
        Some(Raw::from(key.reference.to_string()))
    }

    pub(super) fn name(&self, name: &'a str) -> Cell<'a> {
        Some(Raw::from(name))
    }

    pub(super) fn text(&self, text: &'a Option<String>) -> Cell<'a> {
        text.as_deref().map(Raw::from)
    }

    pub(super) fn words(&self, words: &'a str) -> Cell<'a> {
        (!words.is_empty()).then(|| Raw::from(words))
    }

    pub(super) fn texts(&self, texts: &'a [String]) -> Words<'a> {
        texts.iter().map(|text| Flex::Plain(Raw::from(text.as_str()))).collect()
    }

    pub(super) fn printed<T: Readable>(&self, printed: &'a Option<Printed<T>>) -> Cell<'a> {
        printed.as_ref().map(|printed| Raw::Text(printed.words()))
    }

    pub(super) fn timescale(&self, timescale: &'a Timescale) -> Cell<'a> {
        let words = timescale.words();
        (!words.is_empty()).then_some(Raw::Text(words))
    }

    pub(super) fn word<T: Vocabulary>(&self, value: &Option<T>) -> Cell<'a> {
        value.map(|value| Raw::from(value.word()))
    }

    pub(super) fn each_word<T: Vocabulary>(&self, values: &[T]) -> Words<'a> {
        values.iter().map(|value| Flex::Plain(value.word().into())).collect()
    }

    pub(super) fn number(&self, number: &Option<u32>) -> Cell<'a> {
        number.map(|number| Raw::Integer(number.into()))
    }

    pub(super) fn flag(&self, flag: &Option<bool>) -> Cell<'a> {
        flag.map(Raw::Bool)
    }

    pub(super) fn yes(&self, said: &bool) -> Cell<'a> {
        said.then_some(Raw::Bool(true))
    }

    pub(super) fn link<R>(&self, id: &Option<Id<R>>) -> Cell<'a>
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
        ids.iter().filter_map(|id| self.link(&Some(*id))).map(Flex::Plain).collect()
    }

    pub(super) fn parts<P: MirrorPart<'a>>(&self, parts: &'a [P::Part]) -> Many<'a, P> {
        parts.iter().map(|part| Flex::full(P::write(part, self))).collect()
    }

    pub(super) fn part<P: MirrorPart<'a>>(&self, part: &'a Option<P::Part>) -> Part<'a, P> {
        part.as_ref().map(|part| Flex::full(P::write(part, self))).into()
    }

    pub(super) fn citations(&self, sources: &'a [Citation]) -> Many<'a, CitationDoc<'a>> {
        sources.iter().map(|source| self.citation(source)).collect()
    }

    pub(super) fn source(&self, source: &'a Option<Citation>) -> Part<'a, CitationDoc<'a>> {
        source.as_ref().map(|source| self.citation(source)).into()
    }

    /// A place alone is a word.
    fn citation(&self, citation: &'a Citation) -> Flex<'a, CitationDoc<'a>> {
        match citation.document {
            None => Flex::Plain(Raw::from(citation.place.as_str())),
            Some(_) => Flex::full(CitationDoc::write(citation, self)),
        }
    }

    /// Whether a name alone, read back, would give this row.
    pub(super) fn names<R: super::resolve::Listed>(&self, words: &str, id: Option<Id<R>>) -> bool {
        self.directory.named(words) == id
    }
}
