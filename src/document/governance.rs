//! Organisations, posts and bodies as written.

use super::{
    Cell, Extras, Words,
    read::{At::Field, Reader},
    rows::{MirrorRow, row_mirror},
    write::Writer,
};
use crate::model::{Body, Key, Organisation, Post};

row_mirror! {
    /// An organisation as written.
    OrganisationDoc for Organisation named(name, aliases) {
        name: Cell<'a> = "The name in full.",
        aliases: Words<'a> = "Other names for it.",
        kind: Cell<'a> = "What it is: `council`, `sector_association`, `company`...",
    }
}

impl<'a> MirrorRow<'a> for OrganisationDoc<'a> {
    type Row = Organisation;

    fn read(self: Box<Self>, mut key: Key<Organisation>, r: &mut Reader) -> Organisation {
        let Self { id: _, reference: _, label: _, sources, name, aliases, kind, extra } = *self;
        r.extra(None, extra, Self::FIELDS);
        r.sources(&mut key, sources);
        Organisation {
            key,
            name: r.named(Field("name"), name),
            aliases: r.texts("aliases", aliases),
            kind: r.word(Field("kind"), kind),
        }
    }

    fn write(row: &'a Organisation, w: &Writer<'a>) -> Self {
        let Organisation { key, name, aliases, kind } = row;
        Self {
            id: w.id(key),
            reference: Writer::reference(key),
            label: Writer::text(&key.label),
            sources: w.sources(&key.sources),
            name: Some(name.as_str().into()),
            aliases: Writer::texts(aliases),
            kind: Writer::word(*kind),
            extra: Extras::none(),
        }
    }
}

row_mirror! {
    /// A post as written.
    PostDoc for Post named(title, aliases) {
        title: Cell<'a> = "The title as the organisation uses it.",
        aliases: Words<'a> = "Other spellings of it.",
        organisation: Cell<'a> = "Where it is, if not at the programme's own council.",
        kind: Cell<'a> = "Who holds it: `councillor` or `officer`.",
    }
}

impl<'a> MirrorRow<'a> for PostDoc<'a> {
    type Row = Post;

    fn read(self: Box<Self>, mut key: Key<Post>, r: &mut Reader) -> Post {
        let Self {
            id: _,
            reference: _,
            label: _,
            sources,
            title,
            aliases,
            organisation,
            kind,
            extra,
        } = *self;
        r.extra(None, extra, Self::FIELDS);
        r.sources(&mut key, sources);
        Post {
            key,
            title: r.named(Field("title"), title),
            aliases: r.texts("aliases", aliases),
            organisation: r.link(Field("organisation"), organisation),
            kind: r.word(Field("kind"), kind),
        }
    }

    fn write(row: &'a Post, w: &Writer<'a>) -> Self {
        let Post { key, title, aliases, organisation, kind } = row;
        Self {
            id: w.id(key),
            reference: Writer::reference(key),
            label: Writer::text(&key.label),
            sources: w.sources(&key.sources),
            title: Some(title.as_str().into()),
            aliases: Writer::texts(aliases),
            organisation: w.link(*organisation),
            kind: Writer::word(*kind),
            extra: Extras::none(),
        }
    }
}

row_mirror! {
    /// A body as written.
    BodyDoc for Body named(name, aliases) {
        name: Cell<'a> = "Its name.",
        aliases: Words<'a> = "Other names for it.",
        kind: Cell<'a> = "What it is: `executive`, `scrutiny`, `board`, `steering_group`...",
        organisation: Cell<'a> = "Where it belongs, if not to the programme's own council.",
        cadence: Cell<'a> = "How often it meets, as printed.",
        count: Cell<'a> = "How many there are, as printed, where one row stands for several.",
        led_by: Cell<'a> = "Who leads it, in words.",
    }
}

impl<'a> MirrorRow<'a> for BodyDoc<'a> {
    type Row = Body;

    fn read(self: Box<Self>, mut key: Key<Body>, r: &mut Reader) -> Body {
        let Self {
            id: _,
            reference: _,
            label: _,
            sources,
            name,
            aliases,
            kind,
            organisation,
            cadence,
            count,
            led_by,
            extra,
        } = *self;
        r.extra(None, extra, Self::FIELDS);
        r.sources(&mut key, sources);
        Body {
            key,
            name: r.named(Field("name"), name),
            aliases: r.texts("aliases", aliases),
            kind: r.word(Field("kind"), kind),
            organisation: r.link(Field("organisation"), organisation),
            cadence: r.printed(Field("cadence"), cadence),
            count: r.printed(Field("count"), count),
            led_by: r.text(Field("led_by"), led_by),
        }
    }

    fn write(row: &'a Body, w: &Writer<'a>) -> Self {
        let Body { key, name, aliases, kind, organisation, cadence, count, led_by } = row;
        Self {
            id: w.id(key),
            reference: Writer::reference(key),
            label: Writer::text(&key.label),
            sources: w.sources(&key.sources),
            name: Some(name.as_str().into()),
            aliases: Writer::texts(aliases),
            kind: Writer::word(*kind),
            organisation: w.link(*organisation),
            cadence: Writer::printed(cadence),
            count: Writer::printed(count),
            led_by: Writer::text(led_by),
            extra: Extras::none(),
        }
    }
}
