//! ACT-004: a lead matches no post or body, or several.

use std::collections::HashMap;

use crate::{
    finding::{Entry, Severity, Value},
    rules::{Check, Context, Example, Rule, Sink},
    values::{
        Code,
        names::{Nearest, fold},
    },
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"ACT", 4),
        name: "lead-not-a-known-post",
        severity: Severity::Warning,
        finds: "A lead matches no post or body, or several.",
        why: "A name that is nobody's cannot be asked, and work under two spellings is counted for two people.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2019-09-04",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Head of Housing"}],
 "actions": [{"reference": "A1", "title": "Write the strategy", "timescale": "May 2020", "leads": ["Head of Estates"]}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Head of Housing", "aliases": ["HoH"]}],
 "actions": [{"reference": "A1", "title": "Write the strategy", "timescale": "May 2020", "leads": ["HoH"]}]}"#,
    },
    check: Check::Programme(check),
};

/// How many names are compared with all that are held; a list of more is not mended name by name.
const SUGGESTIONS: usize = 500;

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let programme = context.programme;
    sink.pass_all(context.known_leads());
    let unknown = context.unknown_leads();
    if unknown.is_empty() {
        return;
    }
    let posts = programme.posts().into_iter().map(|post| post.title.as_str());
    let bodies = programme.bodies().into_iter().map(|body| body.name.as_str());
    let known: Vec<&str> = posts.chain(bodies).collect();
    let mut bearers: HashMap<String, usize> = HashMap::with_capacity(known.len());
    for name in &known {
        *bearers.entry(fold(name)).or_default() += 1;
    }
    let nearest = Nearest::of(known);
    for (at, (words, actions)) in unknown.into_iter().enumerate() {
        let meant = bearers.get(&fold(words)).copied().unwrap_or(0);
        let near = (at < SUGGESTIONS).then(|| nearest.to(words)).flatten();
        let (message, help) = match (meant, near) {
            (2.., _) => (
                format!("'{words}' can mean {meant} posts or bodies."),
                "Say which, by its reference.".to_owned(),
            ),
            (_, Some(near)) => (
                format!("'{words}' is not a post or body we hold."),
                format!("If it is '{near}', add it there as an alias; else add the post."),
            ),
            (_, None) => (
                format!("'{words}' is not a post or body we hold."),
                "Add the post or body, or add the name as an alias of one.".to_owned(),
            ),
        };
        let mut finding = sink.finding(message, help);
        for action in actions {
            finding = finding.about(action.key.id);
        }
        sink.find(finding.with("lead", Value::Words(words.to_owned())));
    }
}
