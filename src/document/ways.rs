//! What may be written in a field, for the schema of documents (feature `schema`).
//!
//! Narrower than what the reader takes: it says how to write.

use super::{
    Document, FORMAT, HISTORY_FORMAT,
    history::CreditBy,
    raw::{Cell, Many, Misplaced, Part},
    vocabulary::Vocabulary,
};
use crate::{
    model::AnyRow,
    shape::{Defs, Described, Fields, Shape, Value},
    values::Id,
};

/// A field of a mirror, `D`, with that of the row that it mirrors, `R`.
pub(super) struct Way<D, R>(std::marker::PhantomData<(D, R)>);

/// Words: what stands in a cell, and numbers, which may stand for words.
fn text() -> Shape {
    Shape::default().with("type", vec!["string".into(), "number".into()])
}

fn word<T: Vocabulary>() -> Shape {
    Shape::one_of(T::WORDS.iter().map(|(_, word)| *word))
}

/// A list, or the one thing in it.
fn one_or_many(item: Shape) -> Shape {
    Shape::any_of([item.clone(), Shape::list(item)])
}

/// What stands in a list, or in the place of a part.
pub(super) trait Item {
    fn item(defs: &mut Defs) -> Shape;
}
impl Item for Misplaced<'static> {
    fn item(_: &mut Defs) -> Shape {
        text()
    }
}
impl<P: Described> Item for P {
    /// An object, or what may stand for it in short.
    fn item(defs: &mut Defs) -> Shape {
        let full = defs.link::<P>();
        match P::word(defs) {
            Some(word) => Shape::any_of([word, full]),
            None => full,
        }
    }
}

/// A field whose type says all that is known of it.
pub(super) trait Plain {
    fn plain(defs: &mut Defs) -> Shape;
}
impl Plain for Cell<'static> {
    fn plain(_: &mut Defs) -> Shape {
        text()
    }
}
impl<P: Item> Plain for Many<'static, P> {
    fn plain(defs: &mut Defs) -> Shape {
        one_or_many(P::item(defs))
    }
}
impl<P: Item> Plain for Part<'static, P> {
    fn plain(defs: &mut Defs) -> Shape {
        P::item(defs)
    }
}

/// What must be there, or is missed by the reader.
fn required(shape: Shape) -> Value {
    Value { required: true, ..shape.into() }
}

fn linked<R: AnyRow>(shape: Shape) -> Value {
    let note = format!("Links to `{}`, by reference, label, id or name.", R::OF.list());
    Value { note: Some(note), ..shape.into() }
}

// One method for each way in which a field is read, under the names of the reader's. -------------

impl<D> Way<D, ()> {
    /// The way of a field that mirrors none of a row.
    pub(super) fn only<M>(_: fn(&M) -> &D) -> Self {
        Self(std::marker::PhantomData)
    }
}

impl<D, R> Way<D, R> {
    /// The way of a field of a mirror, and of that which it mirrors.
    pub(super) fn of<M, O>(_: fn(&M) -> &D, _: fn(&O) -> &R) -> Self {
        Self(std::marker::PhantomData)
    }

    pub(super) fn number(self, _: &mut Defs) -> Value {
        let number = Shape::of("integer").with("minimum", 0);
        number.with("maximum", u64::from(u32::MAX)).into()
    }

    pub(super) fn flag(self, _: &mut Defs) -> Value {
        Shape::of("boolean").into()
    }

    pub(super) fn yes(self, defs: &mut Defs) -> Value {
        self.flag(defs)
    }

    /// The id of a row.
    pub(super) fn id(self, _: &mut Defs) -> Value {
        Shape::of("string").with("format", "uuid").into()
    }

    /// The format of the document.
    pub(super) fn format(self, _: &mut Defs) -> Value {
        required(Shape::default().with("const", FORMAT))
    }

    /// The currency of the document.
    pub(super) fn currency(self, _: &mut Defs) -> Value {
        Shape::default().with("const", "GBP").into()
    }
}

/// What a revision holds of rows: the lists of a document, none of them needed.
struct Rows;

impl Described for Rows {
    const NAME: &'static str = "Rows";
    const ABOUT: &'static [&'static str] =
        &["Rows as in a document, with what is known of the programme itself where it is new."];

    fn fields(defs: &mut Defs) -> Fields {
        Document::fields(defs).without("format").optional()
    }
}

// What histories hold besides rows. --------------------------------------------------------------

impl<D, R> Way<D, R> {
    /// The format of the history.
    pub(super) fn history_format(self, _: &mut Defs) -> Value {
        required(Shape::default().with("const", HISTORY_FORMAT))
    }

    /// Rows of a revision.
    pub(super) fn revised(self, defs: &mut Defs) -> Value {
        defs.link::<Rows>().into()
    }

    /// A number that counts from 1.
    pub(super) fn ordinal(self, _: &mut Defs) -> Value {
        let number = Shape::of("integer").with("minimum", 1);
        required(number.with("maximum", u64::from(u32::MAX)))
    }

    pub(super) fn needed_number(self, defs: &mut Defs) -> Value {
        required(self.number(defs).shape)
    }

    pub(super) fn day(self, _: &mut Defs) -> Value {
        required(Shape::of("string").with("format", "date"))
    }

    pub(super) fn credit(self, _: &mut Defs) -> Value {
        required(word::<CreditBy>())
    }

    pub(super) fn percent(self, _: &mut Defs) -> Value {
        Shape::of("integer").with("minimum", 0).with("maximum", u64::from(u8::MAX)).into()
    }

    pub(super) fn count(self, _: &mut Defs) -> Value {
        required(Shape::of("integer").with("minimum", 0).with("maximum", u64::MAX))
    }

    pub(super) fn share(self, _: &mut Defs) -> Value {
        Shape::of("string").with("pattern", "^[0-9]+/[1-9][0-9]*$").into()
    }
}

impl<D, T: Vocabulary> Way<D, T> {
    pub(super) fn needed_word(self, _: &mut Defs) -> Value {
        required(word::<T>())
    }
}

impl<P: Described, R> Way<Part<'static, P>, R> {
    pub(super) fn needed(self, defs: &mut Defs) -> Value {
        required(defs.link::<P>())
    }
}

impl<P: Described, R> Way<Many<'static, P>, R> {
    /// The revisions, of which there is always one.
    pub(super) fn revisions(self, defs: &mut Defs) -> Value {
        required(self.rows(defs).shape.with("minItems", 1))
    }
}

impl<D: Plain, R> Way<D, R> {
    /// The way of a field of which nothing more is said.
    pub(super) fn plain(self, defs: &mut Defs) -> Value {
        D::plain(defs).into()
    }

    pub(super) fn text(self, defs: &mut Defs) -> Value {
        self.plain(defs)
    }

    pub(super) fn words(self, defs: &mut Defs) -> Value {
        self.plain(defs)
    }

    pub(super) fn name(self, defs: &mut Defs) -> Value {
        required(D::plain(defs))
    }

    pub(super) fn printed(self, defs: &mut Defs) -> Value {
        self.plain(defs)
    }

    pub(super) fn timescale(self, defs: &mut Defs) -> Value {
        self.plain(defs)
    }

    pub(super) fn texts(self, defs: &mut Defs) -> Value {
        self.plain(defs)
    }

    pub(super) fn parts(self, defs: &mut Defs) -> Value {
        self.plain(defs)
    }

    pub(super) fn part(self, defs: &mut Defs) -> Value {
        self.plain(defs)
    }

    pub(super) fn leads(self, defs: &mut Defs) -> Value {
        self.plain(defs)
    }

    pub(super) fn source(self, defs: &mut Defs) -> Value {
        self.plain(defs)
    }

    pub(super) fn subject(self, defs: &mut Defs) -> Value {
        let note = "Links to a row of any kind, as `workstream W2`.".to_owned();
        Value { note: Some(note), ..self.plain(defs) }
    }

    pub(super) fn subjects(self, defs: &mut Defs) -> Value {
        self.subject(defs)
    }

    /// The programme itself.
    pub(super) fn about(self, defs: &mut Defs) -> Value {
        required(D::plain(defs))
    }
}

impl<D, T: Vocabulary> Way<D, Option<T>> {
    pub(super) fn word(self, _: &mut Defs) -> Value {
        word::<T>().into()
    }
}

impl<D, T: Vocabulary> Way<D, Vec<T>> {
    pub(super) fn each_word(self, _: &mut Defs) -> Value {
        one_or_many(word::<T>()).into()
    }
}

impl<D, R: AnyRow> Way<D, Option<Id<R>>> {
    pub(super) fn link(self, _: &mut Defs) -> Value {
        linked::<R>(text())
    }
}

impl<D, R: AnyRow> Way<D, Vec<Id<R>>> {
    pub(super) fn links(self, _: &mut Defs) -> Value {
        linked::<R>(one_or_many(text()))
    }
}

impl<P: Described, R> Way<Many<'static, P>, R> {
    /// The rows of a kind: a list, also where it has one.
    pub(super) fn rows(self, defs: &mut Defs) -> Value {
        Shape::list(defs.link::<P>()).into()
    }
}
