//! Reviews as written.

use super::{
    Cell, Extras, Flex, Many, Words,
    mirror::mirror,
    read::{
        At::{Field, Item, Part},
        Reader, plain,
    },
    rows::{MirrorRow, row_mirror},
    vocabulary::Vocabulary,
    write::Writer,
};
use crate::model::{Key, Obligation, Peer, Review, ReviewFinding, ScopeQuestion, Theme};

row_mirror! {
    /// A review as written.
    ReviewDoc for Review named(name) {
        name: Cell<'a> = "Its name.",
        kind: Cell<'a> = "What kind of review: `corporate_peer_challenge`, `culture_review`...",
        offer: Cell<'a> = "The version of the LGA's offer: `follow_up_visit`, `check_in`, `progress_review`.",
        reviewer: Cell<'a> = "Who reviewed.",
        reviewed: Cell<'a> = "Who was reviewed.",
        held: Cell<'a> = "When the team was on site, as printed.",
        published: Cell<'a> = "When its report was published, as printed.",
        outcome: Cell<'a> = "What came of it.",
        team: Many<'a, PeerDoc<'a>> = "The team, by post.",
        questions: Many<'a, ScopeQuestionDoc<'a>> = "What it was to look at.",
        obligations: Many<'a, ObligationDoc<'a>> = "What the process still obliges to.",
    }
}

impl<'a> MirrorRow<'a> for ReviewDoc<'a> {
    type Row = Review;

    fn read(self: Box<Self>, mut key: Key<Review>, r: &mut Reader) -> Review {
        let Self {
            id: _,
            reference: _,
            label: _,
            sources,
            name,
            kind,
            offer,
            reviewer,
            reviewed,
            held,
            published,
            outcome,
            team,
            questions,
            obligations,
            extra,
        } = *self;
        r.extra(None, extra, Self::FIELDS);
        r.sources(&mut key, sources);
        Review {
            key,
            name: r.named(Field("name"), name),
            kind: r.word(Field("kind"), kind),
            offer: r.word(Field("offer"), offer),
            reviewer: r.link(Field("reviewer"), reviewer),
            reviewed: r.link(Field("reviewed"), reviewed),
            held: r.printed(Field("held"), held),
            published: r.printed(Field("published"), published),
            outcome: r.text(Field("outcome"), outcome),
            team: r.items(team, |r, i, item| {
                let written = r.full(Item("team", i), item)?;
                Some(read_peer(r, "team", i, written))
            }),
            questions: r.items(questions, |r, i, item| {
                let written = r.full(Item("questions", i), item)?;
                Some(read_question(r, "questions", i, written))
            }),
            obligations: r.items(obligations, |r, i, item| {
                let written = r.full(Item("obligations", i), item)?;
                Some(read_obligation(r, "obligations", i, written))
            }),
        }
    }

    fn write(row: &'a Review, w: &Writer<'a>) -> Self {
        let Review {
            key,
            name,
            kind,
            offer,
            reviewer,
            reviewed,
            held,
            published,
            outcome,
            team,
            questions,
            obligations,
        } = row;
        Self {
            id: w.id(key),
            reference: Writer::reference(key),
            label: Writer::text(&key.label),
            sources: w.sources(&key.sources),
            name: Some(name.as_str().into()),
            kind: Writer::word(*kind),
            offer: Writer::word(*offer),
            reviewer: w.link(*reviewer),
            reviewed: w.link(*reviewed),
            held: Writer::printed(held),
            published: Writer::printed(published),
            outcome: Writer::text(outcome),
            team: team.iter().map(|peer| write_peer(peer, w)).collect(),
            questions: questions.iter().map(|question| write_question(question, w)).collect(),
            obligations: obligations
                .iter()
                .map(|obligation| write_obligation(obligation, w))
                .collect(),
            extra: Extras::none(),
        }
    }
}

mirror! {
    /// A member of a review team as written.
    PeerDoc {
        post: Cell<'a> = "The post, as printed.",
        former_post: Cell<'a> = "An earlier post.",
        statutory: Cell<'a> = "A statutory office.",
        organisation: Cell<'a> = "The organisation, as printed.",
        organisation_id: Cell<'a> = "The organisation that is meant, where its name does not say so; `unknown` where it is none that is held.",
        kind: Cell<'a> = "On whose behalf: `member`, `officer`, `external`, `lga`.",
        role: Cell<'a> = "The part in the team: `lead`, `peer`, `shadow`, `challenge_manager`.",
    }
}

fn read_peer(r: &mut Reader, field: &'static str, i: usize, written: PeerDoc<'_>) -> Peer {
    let PeerDoc { post, former_post, statutory, organisation, organisation_id, kind, role, extra } =
        written;
    let at = |part| Part(field, i, part);
    r.extra(Some(Item(field, i)), extra, PeerDoc::FIELDS);
    let organisation = r.text(at("organisation"), organisation);
    let named = organisation.as_deref().and_then(|words| r.directory.named(words));
    let organisation_id = match organisation_id {
        None => named,
        Some(raw) if raw == "unknown".into() => None,
        given => r.link(at("organisation_id"), given),
    };
    Peer {
        post: r.named(at("post"), post),
        former_post: r.text(at("former_post"), former_post),
        statutory: r.text(at("statutory"), statutory),
        organisation,
        organisation_id,
        kind: r.word(at("kind"), kind),
        role: r.word(at("role"), role),
    }
}

fn write_peer<'a>(peer: &'a Peer, w: &Writer<'a>) -> Flex<'a, PeerDoc<'a>> {
    let Peer { post, former_post, statutory, organisation, organisation_id, kind, role } = peer;
    let said = organisation.as_deref().is_some_and(|words| w.names(words, *organisation_id));
    let organisation_id = match organisation_id {
        _ if said => None,
        Some(_) => w.link(*organisation_id),
        None => organisation.is_some().then(|| "unknown".into()),
    };
    Flex::full(PeerDoc {
        post: Some(post.as_str().into()),
        former_post: Writer::text(former_post),
        statutory: Writer::text(statutory),
        organisation: Writer::text(organisation),
        organisation_id,
        kind: Writer::word(*kind),
        role: Writer::word(*role),
        extra: Extras::none(),
    })
}

mirror! {
    /// A question of a review as written.
    ScopeQuestionDoc {
        class: Cell<'a> = "`core` or `requested`.",
        position: Cell<'a> = "Its place among those of its class.",
        title: Cell<'a> = "Its heading.",
        question: Cell<'a> = "The question.",
        additional: Cell<'a> = "A further part that was added.",
        fits_under: Cell<'a> = "The position of the core question under which it falls.",
    }
}

fn read_question(
    r: &mut Reader,
    field: &'static str,
    i: usize,
    written: ScopeQuestionDoc<'_>,
) -> ScopeQuestion {
    let ScopeQuestionDoc { class, position, title, question, additional, fits_under, extra } =
        written;
    let at = |part| Part(field, i, part);
    r.extra(Some(Item(field, i)), extra, ScopeQuestionDoc::FIELDS);
    ScopeQuestion {
        class: r.word(at("class"), class),
        position: r.number(at("position"), position),
        title: r.text(at("title"), title),
        question: r.named(at("question"), question),
        additional: r.text(at("additional"), additional),
        fits_under: r.number(at("fits_under"), fits_under),
    }
}

fn write_question<'a>(asked: &'a ScopeQuestion, _: &Writer<'a>) -> Flex<'a, ScopeQuestionDoc<'a>> {
    let ScopeQuestion { class, position, title, question, additional, fits_under } = asked;
    Flex::full(ScopeQuestionDoc {
        class: Writer::word(*class),
        position: Writer::number(*position),
        title: Writer::text(title),
        question: Some(question.as_str().into()),
        additional: Writer::text(additional),
        fits_under: Writer::number(*fits_under),
        extra: Extras::none(),
    })
}

mirror! {
    /// An obligation as written.
    ObligationDoc {
        kind: Cell<'a> = "`follow_up`, `next_review` or `publication`.",
        purpose: Cell<'a> = "What it is for.",
        target: Cell<'a> = "When it should take place, as printed.",
        cadence: Cell<'a> = "How often it recurs, as printed.",
        notify: Cell<'a> = "Whom to tell, by post.",
        met_by: Words<'a> = "Kinds of review that would meet it.",
        shown_as: Cell<'a> = "The row in which the plan shows it as a recommendation.",
    }
}

fn read_obligation(
    r: &mut Reader,
    field: &'static str,
    i: usize,
    written: ObligationDoc<'_>,
) -> Obligation {
    let ObligationDoc { kind, purpose, target, cadence, notify, met_by, shown_as, extra } = written;
    let at = |part| Part(field, i, part);
    r.extra(Some(Item(field, i)), extra, ObligationDoc::FIELDS);
    let met_by =
        met_by.into_items().into_iter().filter_map(|item| r.word(at("met_by"), plain(item)));
    let met_by = met_by.collect();
    Obligation {
        kind: r.word(at("kind"), kind),
        purpose: r.text(at("purpose"), purpose),
        target: r.printed(at("target"), target),
        cadence: r.printed(at("cadence"), cadence),
        notify: r.text(at("notify"), notify),
        met_by,
        shown_as: r.link(at("shown_as"), shown_as),
    }
}

fn write_obligation<'a>(obligation: &'a Obligation, w: &Writer<'a>) -> Flex<'a, ObligationDoc<'a>> {
    let Obligation { kind, purpose, target, cadence, notify, met_by, shown_as } = obligation;
    Flex::full(ObligationDoc {
        kind: Writer::word(*kind),
        purpose: Writer::text(purpose),
        target: Writer::printed(target),
        cadence: Writer::printed(cadence),
        notify: Writer::text(notify),
        met_by: met_by.iter().map(|kind| Flex::Plain(kind.word().into())).collect(),
        shown_as: w.link(*shown_as),
        extra: Extras::none(),
    })
}

row_mirror! {
    /// A finding of reviewers as written.
    ReviewFindingDoc for ReviewFinding named() {
        title: Cell<'a> = "What was found, in short.",
        kind: Cell<'a> = "`strength`, `foundation`, `area_for_consideration`, `good_practice`, `context`.",
        review: Cell<'a> = "The review that found it.",
        theme: Cell<'a> = "The theme under which it stands.",
        recommendation: Cell<'a> = "The recommendation whose reasons it is among.",
    }
}

impl<'a> MirrorRow<'a> for ReviewFindingDoc<'a> {
    type Row = ReviewFinding;

    fn read(self: Box<Self>, mut key: Key<ReviewFinding>, r: &mut Reader) -> ReviewFinding {
        let Self {
            id: _,
            reference: _,
            label: _,
            sources,
            title,
            kind,
            review,
            theme,
            recommendation,
            extra,
        } = *self;
        r.extra(None, extra, Self::FIELDS);
        r.sources(&mut key, sources);
        ReviewFinding {
            key,
            title: r.named(Field("title"), title),
            kind: r.word(Field("kind"), kind),
            review: r.link(Field("review"), review),
            theme: r.link(Field("theme"), theme),
            recommendation: r.link(Field("recommendation"), recommendation),
        }
    }

    fn write(row: &'a ReviewFinding, w: &Writer<'a>) -> Self {
        let ReviewFinding { key, title, kind, review, theme, recommendation } = row;
        Self {
            id: w.id(key),
            reference: Writer::reference(key),
            label: Writer::text(&key.label),
            sources: w.sources(&key.sources),
            title: Some(title.as_str().into()),
            kind: Writer::word(*kind),
            review: w.link(*review),
            theme: w.link(*theme),
            recommendation: w.link(*recommendation),
            extra: Extras::none(),
        }
    }
}

row_mirror! {
    /// A theme as written.
    ThemeDoc for Theme named(name, aliases) {
        name: Cell<'a> = "Its name.",
        aliases: Words<'a> = "Other names for it.",
        kind: Cell<'a> = "What it orders: `review`, `steering` or `cross_cutting`.",
        review: Cell<'a> = "The review whose theme it is.",
        body: Cell<'a> = "The body that steers it.",
    }
}

impl<'a> MirrorRow<'a> for ThemeDoc<'a> {
    type Row = Theme;

    fn read(self: Box<Self>, mut key: Key<Theme>, r: &mut Reader) -> Theme {
        let Self {
            id: _,
            reference: _,
            label: _,
            sources,
            name,
            aliases,
            kind,
            review,
            body,
            extra,
        } = *self;
        r.extra(None, extra, Self::FIELDS);
        r.sources(&mut key, sources);
        Theme {
            key,
            name: r.named(Field("name"), name),
            aliases: r.texts("aliases", aliases),
            kind: r.word(Field("kind"), kind),
            review: r.link(Field("review"), review),
            body: r.link(Field("body"), body),
        }
    }

    fn write(row: &'a Theme, w: &Writer<'a>) -> Self {
        let Theme { key, name, aliases, kind, review, body } = row;
        Self {
            id: w.id(key),
            reference: Writer::reference(key),
            label: Writer::text(&key.label),
            sources: w.sources(&key.sources),
            name: Some(name.as_str().into()),
            aliases: Writer::texts(aliases),
            kind: Writer::word(*kind),
            review: w.link(*review),
            body: w.link(*body),
            extra: Extras::none(),
        }
    }
}
