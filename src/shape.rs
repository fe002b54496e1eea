//! JSON Schemas in the making (feature `schema`): shapes of values, fields of objects, definitions.
//!
//! Knows nothing of what is described. Keywords and fields stay in the order in which they are put,
//! whatever features `serde_json` has elsewhere, so that the same code gives the same bytes.

use std::{borrow::Cow, collections::BTreeMap};

use serde::{Serialize, Serializer};

/// A value in a schema.
#[derive(Clone)]
pub(crate) enum Node {
    Text(Cow<'static, str>),
    Whole(u64),
    Flag(bool),
    List(Vec<Node>),
    Shape(Shape),
}

/// A schema: keywords with their values, in order.
#[derive(Clone, Default)]
pub(crate) struct Shape(Vec<(Cow<'static, str>, Node)>);

impl Shape {
    /// The schema of one type: `string`, `integer`.
    pub(crate) fn of(kind: &'static str) -> Self {
        Self::default().with("type", kind)
    }

    /// Words of a closed list.
    pub(crate) fn one_of<W: Into<Cow<'static, str>>>(words: impl IntoIterator<Item = W>) -> Self {
        let words = words.into_iter().map(|word| Node::Text(word.into()));
        Self::of("string").with("enum", words.collect::<Vec<_>>())
    }

    /// Any of several; those that are any of several themselves are taken apart.
    pub(crate) fn any_of(shapes: impl IntoIterator<Item = Self>) -> Self {
        let each = shapes.into_iter().flat_map(|mut shape| match shape.0.as_mut_slice() {
            [(keyword, Node::List(all))] if keyword == "anyOf" => std::mem::take(all),
            _ => vec![Node::Shape(shape)],
        });
        Self::default().with("anyOf", each.collect::<Vec<_>>())
    }

    /// A list of such values.
    pub(crate) fn list(items: Self) -> Self {
        Self::of("array").with("items", Node::Shape(items))
    }

    /// Such a value, or null.
    pub(crate) fn or_null(self) -> Self {
        match self.0.as_slice() {
            [(keyword, Node::Text(kind)), rest @ ..]
                if keyword == "type" && rest.iter().all(|(keyword, _)| keyword != "enum") =>
            {
                let kinds = vec![Node::Text(kind.clone()), Node::Text("null".into())];
                let rest = rest.iter().cloned();
                Self([("type".into(), Node::List(kinds))].into_iter().chain(rest).collect())
            }
            _ => Self::any_of([self, Self::of("null")]),
        }
    }

    /// The same with one keyword more.
    pub(crate) fn with(
        mut self,
        keyword: impl Into<Cow<'static, str>>,
        value: impl Into<Node>,
    ) -> Self {
        self.0.push((keyword.into(), value.into()));
        self
    }

    /// The same where it may stand beside a description: many tools drop what stands beside a link,
    /// or make a second type of it.
    fn apart(self) -> Self {
        match self.0.as_slice() {
            [(keyword, _)] if keyword == "$ref" => {
                Self::default().with("allOf", vec![Node::Shape(self)])
            }
            _ => self,
        }
    }

    /// The same after the keywords of another.
    fn after(self, mut head: Self) -> Self {
        head.0.extend(self.0);
        head
    }
}

impl From<&'static str> for Node {
    fn from(text: &'static str) -> Self {
        Self::Text(text.into())
    }
}
impl From<String> for Node {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}
impl From<u64> for Node {
    fn from(number: u64) -> Self {
        Self::Whole(number)
    }
}
impl From<bool> for Node {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}
impl From<Vec<Node>> for Node {
    fn from(nodes: Vec<Node>) -> Self {
        Self::List(nodes)
    }
}
impl From<Shape> for Node {
    fn from(shape: Shape) -> Self {
        Self::Shape(shape)
    }
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Whole(number) => serializer.serialize_u64(*number),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::List(nodes) => serializer.collect_seq(nodes),
            Self::Shape(shape) => shape.serialize(serializer),
        }
    }
}

impl Serialize for Shape {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(keyword, value)| (keyword, value)))
    }
}

/// An object whose fields are known.
pub(crate) trait Described {
    /// The name of its type.
    const NAME: &'static str;

    /// What it is: its documentation, line by line.
    const ABOUT: &'static [&'static str];

    fn fields(defs: &mut Defs) -> Fields;

    /// What may be written in its place in short, if anything may.
    fn word(_: &mut Defs) -> Option<Shape> {
        None
    }
}

/// What is known of a field's value.
pub(crate) struct Value {
    pub(crate) shape: Shape,
    /// Whether it has to be there.
    pub(crate) required: bool,
    /// What is to be said of it beside its documentation.
    pub(crate) note: Option<String>,
}

impl From<Shape> for Value {
    fn from(shape: Shape) -> Self {
        Self { shape, required: false, note: None }
    }
}

/// The fields of an object, in order.
#[derive(Default)]
pub(crate) struct Fields(Vec<(&'static str, String, Value)>);

impl Fields {
    /// Adds a field with its documentation.
    pub(crate) fn add(&mut self, name: &'static str, doc: &[&str], value: impl Into<Value>) {
        self.0.push((name, first_paragraph(doc), value.into()));
    }

    /// What a field may hold.
    pub(crate) fn shape(self, name: &str) -> Option<Shape> {
        let field = self.0.into_iter().find(|(field, ..)| *field == name);
        field.map(|(.., value)| value.shape)
    }

    /// The same but for one of them.
    pub(crate) fn without(mut self, name: &str) -> Self {
        self.0.retain(|(field, ..)| *field != name);
        self
    }

    /// The same, none of them needed.
    pub(crate) fn optional(mut self) -> Self {
        self.0.iter_mut().for_each(|(.., value)| value.required = false);
        self
    }

    /// The schema of an object with these fields and no others.
    fn object(self) -> Shape {
        let needed = self.0.iter().filter(|(.., value)| value.required);
        let needed: Vec<Node> = needed.map(|(name, ..)| Node::from(*name)).collect();
        let properties = self.0.into_iter().fold(Shape::default(), |all, (name, doc, value)| {
            let doc = value.note.map_or(doc.clone(), |note| format!("{doc} {note}"));
            let head = Shape::default().with("description", doc);
            all.with(name, value.shape.apart().after(head))
        });
        let object = Shape::of("object").with("properties", properties);
        let object = if needed.is_empty() { object } else { object.with("required", needed) };
        object.with("additionalProperties", false)
    }
}

/// The first paragraph of a documentation.
fn first_paragraph(doc: &[&str]) -> String {
    let lines = doc.iter().flat_map(|part| part.split('\n')).map(str::trim);
    lines.take_while(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The definitions that a schema needs, in the order of their names.
#[derive(Default)]
pub(crate) struct Defs(BTreeMap<&'static str, Shape>);

impl Defs {
    /// A reference to the definition of a type, which is made when it is first needed.
    pub(crate) fn link<T: Described>(&mut self) -> Shape {
        // `PostDoc` and `SubjectView` are ours to tell apart; who reads documents has posts.
        let name = T::NAME.strip_suffix("Doc").or_else(|| T::NAME.strip_suffix("View"));
        let name = name.unwrap_or(T::NAME);
        if !self.0.contains_key(name) {
            self.0.insert(name, Shape::default());
            let shape = self.described::<T>(first_paragraph(T::ABOUT));
            self.0.insert(name, shape);
        }
        Shape::default().with("$ref", format!("#/$defs/{name}"))
    }

    fn described<T: Described>(&mut self, about: String) -> Shape {
        let head = Shape::default().with("description", about);
        T::fields(self).object().after(head)
    }

    /// The whole schema of a type, as JSON text, indented, with a last line end.
    pub(crate) fn schema<T: Described>(
        id: &'static str,
        title: &'static str,
        about: &str,
    ) -> String {
        let mut defs = Self::default();
        let head = Shape::default()
            .with("$schema", "https://json-schema.org/draft/2020-12/schema")
            .with("$id", id)
            .with("title", title);
        let root = defs.described::<T>(about.to_owned()).after(head);
        let each = defs.0.into_iter();
        let defs = each.fold(Shape::default(), |all, (name, shape)| all.with(name, shape));
        // Writing plain values to a string cannot fail.
        let mut text = serde_json::to_string_pretty(&root.with("$defs", defs)).unwrap_or_default();
        text.push('\n');
        text
    }
}
