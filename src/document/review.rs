//! Reviews as written.

use super::{
    Cell, Extras, Many,
    mirror::mirror,
    read::{
        At::{self, In},
        Reader,
    },
    rows::{MirrorPart, part_mirror, row_mirror},
    write::Writer,
};
use crate::model::{Obligation, Peer, Review, ReviewFinding, ScopeQuestion, Theme};

row_mirror! {
    /// A review as written.
    ReviewDoc for Review named(name, aliases) {
        name: name = "Its name.",
        kind: word = "What kind of review: `corporate_peer_challenge`, `culture_review`...",
        offer: word =
            "The version of the LGA's offer: `follow_up_visit`, `check_in`, `progress_review`.",
        reviewer: link = "Who reviewed.",
        reviewed: link = "Who was reviewed.",
        held: printed = "When the team was on site, as printed.",
        published: printed = "When its report was published, as printed.",
        outcome: text = "What came of it.",
        team: parts(Many<'a, PeerDoc<'a>>) = "The team, by post.",
        questions: parts(Many<'a, ScopeQuestionDoc<'a>>) = "What it was to look at.",
        obligations: parts(Many<'a, ObligationDoc<'a>>) = "What the process still obliges to.",
        aliases: texts = "Other names for it.",
        commissioner: link = "Who ordered it.",
        nature: texts = "What it is said to be or not to be.",
        evidence: texts = "What it went by.",
        methods: texts = "How it was done.",
    }
}

mirror! {
    /// A member of a review team as written.
    PeerDoc {
        post: Cell<'a> as name = "The post, as printed.",
        former_post: Cell<'a> = "An earlier post.",
        statutory: Cell<'a> = "A statutory office.",
        organisation: Cell<'a> = "The organisation, as printed.",
        organisation_id: Cell<'a> = "The organisation that is meant, where its name does not say so; `unknown` where it is none that is held.",
        kind: Cell<'a> as word in Peer = "On whose behalf: `member`, `officer`, `external`, `lga`.",
        role: Cell<'a> as word in Peer = "The part in the team: `lead`, `peer`, `shadow`, `challenge_manager`.",
    }
}

// By hand: which organisation is meant follows from its name, unless the document says otherwise.
impl<'a> MirrorPart<'a> for PeerDoc<'a> {
    type Part = Peer;

    fn read(self, r: &mut Reader, at: &At<'_>) -> Peer {
        let Self { post, former_post, statutory, organisation, organisation_id, kind, role, extra } =
            self;
        r.extra(Some(at), extra, Self::FIELDS);
        let organisation = r.text(&In(at, "organisation"), organisation);
        let named = organisation.as_deref().and_then(|words| r.directory.named(words));
        let organisation_id = match organisation_id {
            None => named,
            Some(raw) if raw == "unknown".into() => None,
            given => r.link(&In(at, "organisation_id"), given),
        };
        Peer {
            post: r.name(&In(at, "post"), post),
            former_post: r.text(&In(at, "former_post"), former_post),
            statutory: r.text(&In(at, "statutory"), statutory),
            organisation,
            organisation_id,
            kind: r.word(&In(at, "kind"), kind),
            role: r.word(&In(at, "role"), role),
        }
    }

    fn write(peer: &'a Peer, w: &Writer<'a>) -> Self {
        let Peer { post, former_post, statutory, organisation, organisation_id, kind, role } = peer;
        let said = organisation.as_deref().is_some_and(|words| w.names(words, *organisation_id));
        let organisation_id = match organisation_id {
            _ if said => None,
            Some(_) => w.link(organisation_id),
            None => organisation.is_some().then(|| "unknown".into()),
        };
        Self {
            post: w.name(post),
            former_post: w.text(former_post),
            statutory: w.text(statutory),
            organisation: w.text(organisation),
            organisation_id,
            kind: w.word(kind),
            role: w.word(role),
            extra: Extras::none(),
        }
    }
}

part_mirror! {
    /// A question of a review as written.
    ScopeQuestionDoc for ScopeQuestion word(question) {
        class: word = "`core` or `requested`.",
        position: number = "Its place among those of its class.",
        title: text = "Its heading.",
        question: name = "The question.",
        additional: text = "A further part that was added.",
        fits_under: number = "The position of the core question under which it falls.",
    }
}

part_mirror! {
    /// An obligation as written.
    ObligationDoc for Obligation {
        kind: word = "`follow_up`, `next_review` or `publication`.",
        purpose: text = "What it is for.",
        target: printed = "When it should take place, as printed.",
        cadence: printed = "How often it recurs, as printed.",
        notify: text = "Whom to tell, by post.",
        met_by: each_word = "Kinds of review that would meet it.",
        shown_as: link = "The row in which the plan shows it as a recommendation.",
        declined: text = "Why it does not take place, if it was declined.",
    }
}

row_mirror! {
    /// A finding of reviewers as written.
    ReviewFindingDoc for ReviewFinding named() {
        title: name = "What was found, in short.",
        kind: word = "`strength`, `foundation`, `area_for_consideration`, `good_practice`, `context`, `suggestion`.",
        review: link = "The review that found it.",
        theme: link = "The theme under which it stands.",
        recommendation: link = "The recommendation whose reasons it is among.",
        elements: texts = "What it consists of, where the report lists that.",
        headline: yes = "Whether the report puts it first.",
        generic: yes = "Whether it is said of all councils.",
        replicate: yes = "Whether others are to do likewise.",
        confidence: word = "`firm`, `hedged`, `perception`, `anecdotal` or `not_examined`.",
        said_by: text = "Who said it, if not the reviewers.",
        condition: text = "On what it depends.",
        caveat: text = "What is to be borne in mind.",
        repeats: link = "The finding that it repeats.",
        urgency: text = "How soon it is to be dealt with, in the words of the report: `quickly`.",
    }
}

row_mirror! {
    /// A theme as written.
    ThemeDoc for Theme named(name, aliases) {
        name: name = "Its name.",
        aliases: texts = "Other names for it.",
        kind: word = "What it orders: `review`, `steering` or `cross_cutting`.",
        review: link = "The review whose theme it is.",
        body: link = "The body that steers it.",
        supports: links = "The workstreams that it supports.",
        actions: links = "The actions that it lies beneath.",
        audiences: texts = "Whom it speaks of or to.",
        requested: flag = "Whether the council asked for it.",
        mandatory: yes = "Whether it is part of every such review.",
    }
}
