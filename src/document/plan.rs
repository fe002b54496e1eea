//! Recommendations and plans as written.

use super::{
    Cell, CitationDoc, Extras, Flex, Many, Part as OnePart, Raw, Words,
    mirror::mirror,
    read::{
        At::{self, Field, Item, Part},
        Reader, plain,
    },
    rows::{MirrorRow, row_mirror},
    write::Writer,
};
use crate::{
    model::{
        ActionPlan, Key, Limb, PlanColumn, PlanRow, Recommendation, Response, StatedState, Theme,
    },
    values::Id,
};

row_mirror! {
    /// A recommendation as written.
    RecommendationDoc for Recommendation named() {
        title: Cell<'a> = "What is recommended, in short.",
        rationale: Cell<'a> = "The reasons given, in short.",
        limbs: Many<'a, LimbDoc<'a>> = "Its parts; a word alone is the title of one.",
        review: Cell<'a> = "The review that made it.",
        class: Cell<'a> = "`improvement` or `process`.",
        wording: Cell<'a> = "`draft` or `final`.",
        themes: Words<'a> = "The themes under which it is steered, or `all`.",
        response: OnePart<'a, ResponseDoc<'a>> = "The council's answer; a word alone is the verdict.",
        parent: Cell<'a> = "The recommendation of which it is a part.",
        after: Words<'a> = "Recommendations that it follows from.",
        carried_by: Words<'a> = "Bodies that carry it.",
        audiences: Words<'a> = "Whom it speaks of or to.",
    }
}

impl<'a> MirrorRow<'a> for RecommendationDoc<'a> {
    type Row = Recommendation;

    fn read(self: Box<Self>, mut key: Key<Recommendation>, r: &mut Reader) -> Recommendation {
        let Self {
            id: _,
            reference: _,
            label: _,
            sources,
            title,
            rationale,
            limbs,
            review,
            class,
            wording,
            themes,
            response,
            parent,
            after,
            carried_by,
            audiences,
            extra,
        } = *self;
        r.extra(None, extra, Self::FIELDS);
        r.sources(&mut key, sources);
        let (all_themes, themes) = all_themes(themes);
        Recommendation {
            key,
            title: r.named(Field("title"), title),
            rationale: r.text(Field("rationale"), rationale),
            limbs: r.items(limbs, read_limb),
            review: r.link(Field("review"), review),
            class: r.word(Field("class"), class),
            wording: r.word(Field("wording"), wording),
            all_themes,
            themes: r.links("themes", themes),
            response: response.0.and_then(|written| read_response(r, written)),
            parent: r.link(Field("parent"), parent),
            after: r.links("after", after),
            carried_by: r.links("carried_by", carried_by),
            audiences: r.texts("audiences", audiences),
        }
    }

    fn write(row: &'a Recommendation, w: &Writer<'a>) -> Self {
        let Recommendation {
            key,
            title,
            rationale,
            limbs,
            review,
            class,
            wording,
            themes,
            all_themes,
            response,
            parent,
            after,
            carried_by,
            audiences,
        } = row;
        Self {
            id: w.id(key),
            reference: Writer::reference(key),
            label: Writer::text(&key.label),
            sources: w.sources(&key.sources),
            title: Some(title.as_str().into()),
            rationale: Writer::text(rationale),
            limbs: limbs.iter().map(write_limb).collect(),
            review: w.link(*review),
            class: Writer::word(*class),
            wording: Writer::word(*wording),
            themes: write_themes(*all_themes, themes, w),
            response: response.as_ref().map(|response| write_response(response, w)).into(),
            parent: w.link(*parent),
            after: w.links(after),
            carried_by: w.links(carried_by),
            audiences: Writer::texts(audiences),
            extra: Extras::none(),
        }
    }
}

/// Whether a list of themes says "all", and the others.
fn all_themes(themes: Words<'_>) -> (bool, Words<'_>) {
    let is_all = |item: &Flex<'_, _>| *item == Flex::Plain("all".into());
    let all = themes.items().iter().any(is_all);
    (all, themes.into_items().into_iter().filter(|item| !is_all(item)).collect())
}

fn write_themes<'a>(all: bool, themes: &[Id<Theme>], w: &Writer<'a>) -> Words<'a> {
    let all = all.then(|| Flex::Plain("all".into()));
    all.into_iter().chain(w.links(themes).into_items()).collect()
}

mirror! {
    /// A part of a recommendation as written.
    LimbDoc {
        label: Cell<'a> = "Its label, as printed.",
        title: Cell<'a> = "What it asks for, in short.",
    }
}

fn read_limb(r: &mut Reader, i: usize, item: Flex<'_, LimbDoc<'_>>) -> Option<Limb> {
    let at = |part| Part("limbs", i, part);
    match item {
        Flex::Plain(raw) => {
            r.text(Item("limbs", i), Some(raw)).map(|title| Limb { label: None, title })
        }
        Flex::Rich(written) => {
            let LimbDoc { label, title, extra } = *written;
            r.extra(Some(Item("limbs", i)), extra, LimbDoc::FIELDS);
            let (label, title) = (r.text(at("label"), label), r.named(at("title"), title));
            Some(Limb { label, title })
        }
    }
}

fn write_limb(limb: &Limb) -> Flex<'_, LimbDoc<'_>> {
    let Limb { label, title } = limb;
    let title = Raw::from(title.as_str());
    match label {
        None => Flex::Plain(title),
        Some(_) => {
            let (label, title) = (Writer::text(label), Some(title));
            Flex::full(LimbDoc { label, title, extra: Extras::none() })
        }
    }
}

mirror! {
    /// The answer to a recommendation as written.
    ResponseDoc {
        verdict: Cell<'a> = "`accepted`, `partly_accepted` or `not_accepted`.",
        reason: Cell<'a> = "The reason.",
        date: Cell<'a> = "When, as printed.",
        decision: Cell<'a> = "The decision by which it was given.",
    }
}

fn read_response(r: &mut Reader, written: Flex<'_, ResponseDoc<'_>>) -> Option<Response> {
    match written {
        Flex::Plain(raw) => r.word(Field("response"), Some(raw)).map(Response::new),
        Flex::Rich(written) => {
            let ResponseDoc { verdict, reason, date, decision, extra } = *written;
            let at = |part| Part("response", 0, part);
            r.extra(Some(Field("response")), extra, ResponseDoc::FIELDS);
            let verdict = r.word(at("verdict"), verdict);
            let (reason, date) = (r.text(at("reason"), reason), r.printed(at("date"), date));
            let decision = r.link(at("decision"), decision);
            verdict.map(|verdict| Response { verdict, reason, date, decision })
        }
    }
}

fn write_response<'a>(response: &'a Response, w: &Writer<'a>) -> Flex<'a, ResponseDoc<'a>> {
    let Response { verdict, reason, date, decision } = response;
    Flex::full(ResponseDoc {
        verdict: Writer::word(Some(*verdict)),
        reason: Writer::text(reason),
        date: Writer::printed(date),
        decision: w.link(*decision),
        extra: Extras::none(),
    })
}

row_mirror! {
    /// A plan as written.
    ActionPlanDoc for ActionPlan named(title) {
        title: Cell<'a> = "Its title.",
        review: Cell<'a> = "The review that it answers.",
        organisation: Cell<'a> = "Whose plan it is, if not the programme's council's.",
        as_at: Cell<'a> = "The day for which it speaks, as printed.",
        published: Cell<'a> = "When it was published, as printed.",
        stated_states: Many<'a, StatedStateDoc<'a>> = "Its states, as each place in the papers gives them.",
        columns: Many<'a, PlanColumnDoc<'a>> = "Its columns; a word alone is the heading of one.",
        rows: Many<'a, PlanRowDoc<'a>> = "Its rows, as printed.",
    }
}

impl<'a> MirrorRow<'a> for ActionPlanDoc<'a> {
    type Row = ActionPlan;

    fn read(self: Box<Self>, mut key: Key<ActionPlan>, r: &mut Reader) -> ActionPlan {
        let Self {
            id: _,
            reference: _,
            label: _,
            sources,
            title,
            review,
            organisation,
            as_at,
            published,
            stated_states,
            columns,
            rows,
            extra,
        } = *self;
        r.extra(None, extra, Self::FIELDS);
        r.sources(&mut key, sources);
        ActionPlan {
            key,
            title: r.named(Field("title"), title),
            review: r.link(Field("review"), review),
            organisation: r.link(Field("organisation"), organisation),
            as_at: r.printed(Field("as_at"), as_at),
            published: r.printed(Field("published"), published),
            stated_states: r.items(stated_states, read_state),
            columns: r.items(columns, read_column),
            rows: r.items(rows, |r, i, item| {
                let written = r.full(Item("rows", i), item)?;
                Some(read_row(r, i, written))
            }),
        }
    }

    fn write(row: &'a ActionPlan, w: &Writer<'a>) -> Self {
        let ActionPlan {
            key,
            title,
            review,
            organisation,
            as_at,
            published,
            stated_states,
            columns,
            rows,
        } = row;
        Self {
            id: w.id(key),
            reference: Writer::reference(key),
            label: Writer::text(&key.label),
            sources: w.sources(&key.sources),
            title: Some(title.as_str().into()),
            review: w.link(*review),
            organisation: w.link(*organisation),
            as_at: Writer::printed(as_at),
            published: Writer::printed(published),
            stated_states: stated_states.iter().map(|stated| write_state(stated, w)).collect(),
            columns: columns.iter().map(write_column).collect(),
            rows: rows.iter().map(|row| write_row(row, w)).collect(),
            extra: Extras::none(),
        }
    }
}

mirror! {
    /// A column of a plan as written.
    PlanColumnDoc {
        heading: Cell<'a> = "Its heading, as printed.",
        holds: Cell<'a> = "`number`, `recommendation`, `action`, `timescale`, `lead` or `status`.",
    }
}

fn read_column(r: &mut Reader, i: usize, item: Flex<'_, PlanColumnDoc<'_>>) -> Option<PlanColumn> {
    let at = |part| Part("columns", i, part);
    match item {
        Flex::Plain(raw) => {
            let heading = r.text(Item("columns", i), Some(raw));
            heading.map(|heading| PlanColumn { heading, holds: None })
        }
        Flex::Rich(written) => {
            let PlanColumnDoc { heading, holds, extra } = *written;
            r.extra(Some(Item("columns", i)), extra, PlanColumnDoc::FIELDS);
            let heading = r.text(at("heading"), heading).unwrap_or_default();
            Some(PlanColumn { heading, holds: r.word(at("holds"), holds) })
        }
    }
}

fn write_column(column: &PlanColumn) -> Flex<'_, PlanColumnDoc<'_>> {
    let PlanColumn { heading, holds } = column;
    let heading = Some(heading.as_str().into());
    Flex::full(PlanColumnDoc { heading, holds: Writer::word(*holds), extra: Extras::none() })
}

mirror! {
    /// A stated state of a plan as written.
    StatedStateDoc {
        state: Cell<'a> = "`draft`, `proposed`, `agreed`, `published` or `under_review`.",
        words: Cell<'a> = "The words that say so.",
        source: OnePart<'a, CitationDoc<'a>> = "Where they stand.",
    }
}

fn read_state(r: &mut Reader, i: usize, item: Flex<'_, StatedStateDoc<'_>>) -> Option<StatedState> {
    let (field, at) = ("stated_states", |part| Part("stated_states", i, part));
    match item {
        Flex::Plain(raw) => {
            let words = raw.to_string();
            r.word(Item(field, i), Some(raw)).map(|state| StatedState::new(state, words))
        }
        Flex::Rich(written) => {
            let StatedStateDoc { state, words, source, extra } = *written;
            r.extra(Some(Item(field, i)), extra, StatedStateDoc::FIELDS);
            let state = r.word(at("state"), state);
            let words = r.text(at("words"), words).unwrap_or_default();
            let source = r.source(At::Part(field, i, "source"), source);
            state.map(|state| StatedState { state, words, source })
        }
    }
}

fn write_state<'a>(stated: &'a StatedState, w: &Writer<'a>) -> Flex<'a, StatedStateDoc<'a>> {
    let StatedState { state, words, source } = stated;
    Flex::full(StatedStateDoc {
        state: Writer::word(Some(*state)),
        words: Some(words.as_str().into()),
        source: w.source(source),
        extra: Extras::none(),
    })
}

mirror! {
    /// A row of a plan as written.
    PlanRowDoc {
        label: Cell<'a> = "The number in the first column.",
        recommendation: Cell<'a> = "The recommendation in the row.",
        actions: Words<'a> = "The actions in the row, in printed order.",
        placeholders: Words<'a> = "Notes to the author in the place of an action.",
        timescales: Words<'a> = "The paragraphs of the timescale cell.",
        leads: Words<'a> = "The paragraphs of the lead cell.",
        shared: Cell<'a> = "Whether one timescale or lead is said to cover all actions of the row.",
    }
}

fn read_row(r: &mut Reader, i: usize, written: PlanRowDoc<'_>) -> PlanRow {
    let PlanRowDoc {
        label,
        recommendation,
        actions,
        placeholders,
        timescales,
        leads,
        shared,
        extra,
    } = written;
    let at = |part| Part("rows", i, part);
    r.extra(Some(Item("rows", i)), extra, PlanRowDoc::FIELDS);
    let texts = |r: &mut Reader, part, words: Words<'_>| -> Vec<String> {
        let items = words.into_items().into_iter();
        items.filter_map(|item| r.text(at(part), plain(item))).collect()
    };
    let linked = actions.into_items().into_iter();
    PlanRow {
        label: r.text(at("label"), label).unwrap_or_default(),
        recommendation: r.link(at("recommendation"), recommendation),
        actions: linked.filter_map(|item| r.link(at("actions"), plain(item))).collect(),
        placeholders: texts(r, "placeholders", placeholders),
        timescales: texts(r, "timescales", timescales),
        leads: texts(r, "leads", leads),
        shared: r.flag(at("shared"), shared).unwrap_or(false),
    }
}

fn write_row<'a>(row: &'a PlanRow, w: &Writer<'a>) -> Flex<'a, PlanRowDoc<'a>> {
    let PlanRow { label, recommendation, actions, placeholders, timescales, leads, shared } = row;
    Flex::full(PlanRowDoc {
        label: Some(label.as_str().into()),
        recommendation: w.link(*recommendation),
        actions: w.links(actions),
        placeholders: Writer::texts(placeholders),
        timescales: Writer::texts(timescales),
        leads: Writer::texts(leads),
        shared: Writer::flag(shared.then_some(true)),
        extra: Extras::none(),
    })
}
