//! DOC-007: several names that are not tied together seem to mean one thing.

use std::collections::{BTreeMap, HashMap};

use crate::{
    finding::{Entry, Severity},
    model::{Kind, Mention, Subject},
    rules::{Check, Context, Example, Rule, Sink},
    values::{Code, names::Name},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"DOC", 7),
        name: "one-thing-under-several-names",
        severity: Severity::Info,
        finds: "Several names that are not tied together seem to mean one post, body, organisation or programme.",
        why: "Work under two names is counted for two, and neither is asked for the whole.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2019-09-04",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "AD Policy"}, {"reference": "POST2", "title": "AD Policy and Performance"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "AD Policy and Performance", "aliases": ["AD Policy"]}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let programme = context.programme;
    let posts = programme.posts().into_iter().filter(|post| context.is_own(post.organisation));
    let mut names: Vec<Called<'_>> =
        posts.map(|post| Called::new(&post.title, post.key.id.into())).collect();
    for (words, actions) in context.unknown_leads() {
        names.extend(actions.first().map(|action| Called::new(words, action.key.id.into())));
    }
    group("post", &names, sink);
    let bodies = programme.bodies().into_iter().filter(|body| context.is_own(body.organisation));
    let names: Vec<_> = bodies.map(|b| Called::new(&b.name, b.key.id.into())).collect();
    group("body", &names, sink);
    let organisations = programme.organisations().into_iter();
    let names: Vec<_> = organisations.map(|o| Called::new(&o.name, o.key.id.into())).collect();
    group("organisation", &names, sink);
    mentions(context, sink);
}

/// Reports each row, and the programme itself, with the names by which papers seem to mean it.
/// Names of workstreams are WKS-003's, those of reserves RES-007's.
fn mentions(context: &Context<'_>, sink: &mut Sink<'_>) {
    let programme = context.programme;
    let mut meant: BTreeMap<Option<Subject>, Vec<&Mention>> = BTreeMap::new();
    for mention in programme.mentions() {
        let row =
            mention.means.filter(|row| !matches!(row.kind(), Kind::Workstream | Kind::Reserve));
        if mention.programme || row.is_some() {
            meant.entry(row).or_default().push(mention);
        }
    }
    for (row, mentions) in meant {
        let about = programme.about();
        let (kind, name, aliases) = match row {
            Some(row) => {
                let name = programme.name(row).unwrap_or_default();
                (row.kind().word(), name, programme.aliases(row))
            }
            None => ("programme", about.name.as_str(), about.aliases.as_slice()),
        };
        let known = |words: &str| name == words || aliases.iter().any(|alias| alias == words);
        let untied: Vec<_> = mentions.iter().filter(|mention| !known(&mention.words)).collect();
        sink.expect(untied.is_empty(), |sink| {
            let words: Vec<_> =
                untied.iter().map(|mention| format!("'{}'", mention.words)).collect();
            let message = format!("'{name}', {} seem to be one {kind}.", words.join(", "));
            let finding = sink.finding(message, HELP);
            let finding = row.into_iter().fold(finding, |finding, row| finding.about(row));
            untied.iter().fold(finding, |finding, mention| finding.about(mention.key.id))
        });
    }
}

const HELP: &str = "Choose the title and keep the others as its aliases.";

struct Called<'n> {
    words: &'n str,
    name: Name<'n>,
    subject: Subject,
}

impl<'n> Called<'n> {
    fn new(words: &'n str, subject: Subject) -> Self {
        Self { words, name: Name::new(words), subject }
    }
}

/// Reports each set of names that are alike, directly or through one another.
fn group(kind: &str, names: &[Called<'_>], sink: &mut Sink<'_>) {
    // Each name points to an earlier one of its set, or to itself.
    let mut first: Vec<usize> = (0..names.len()).collect();
    let root = |first: &[usize], mut at: usize| {
        while let Some(next) = first.get(at).copied().filter(|next| *next != at) {
            at = next;
        }
        at
    };
    let mut join = |at: usize, before: usize| {
        let (a, b) = (root(&first, at), root(&first, before));
        first.get_mut(a.max(b)).into_iter().for_each(|place| *place = a.min(b));
    };
    // Names of as many words are told alike by a key; only those of different lengths are compared
    // one by one, once for each key.
    let mut keys: HashMap<Vec<u64>, usize> = HashMap::with_capacity(names.len());
    let mut different: Vec<(usize, &Called<'_>)> = Vec::new();
    for (at, called) in names.iter().enumerate() {
        let before = called.name.key().map(|key| *keys.entry(key).or_insert(at));
        match before {
            Some(before) if before < at => join(at, before),
            _ => different.push((at, called)),
        }
    }
    different.sort_by_key(|(_, called)| called.name.len());
    let lengths: Vec<_> = different.chunk_by(|a, b| a.1.name.len() == b.1.name.len()).collect();
    for (place, shorter) in lengths.iter().enumerate() {
        for longer in lengths.iter().skip(place + 1).copied().flatten() {
            for short in shorter.iter().filter(|short| short.1.name.alike(&longer.1.name)) {
                join(longer.0, short.0);
            }
        }
    }
    let mut sets: BTreeMap<usize, Vec<&Called<'_>>> = BTreeMap::new();
    for (at, called) in names.iter().enumerate() {
        sets.entry(root(&first, at)).or_default().push(called);
    }
    for mut set in sets.into_values() {
        if set.len() == 1 {
            sink.pass();
            continue;
        }
        set.sort_by_key(|called| called.words);
        let words: Vec<_> = set.iter().map(|called| format!("'{}'", called.words)).collect();
        let message = format!("{} seem to be one {kind}.", words.join(", "));
        let mut finding = sink.finding(message, HELP);
        set.sort_by_key(|called| called.subject.kind());
        for called in set {
            if !finding.subjects.contains(&called.subject) {
                finding = finding.about(called.subject);
            }
        }
        sink.find(finding);
    }
}
