//! WKS-003: a paper uses a name for a workstream that is none of its names, or that of several.

use std::collections::BTreeMap;

use crate::{
    finding::{Entry, Severity},
    model::{Kind, Mention, Subject, Workstream},
    rules::{Check, Context, Example, Rule, Sink},
    values::{Code, names},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"WKS", 3),
        name: "workstream-name-unknown",
        severity: Severity::Warning,
        finds: "A paper uses a name for a workstream that is none of its names, or that of several.",
        why: "Work and money under that name are put to no workstream, or to the wrong one.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "COO"}],
 "workstreams": [{"reference": "W1", "name": "Leadership Development", "leads": ["COO"],
   "outcome": "Managers lead with confidence"}],
 "actions": [{"reference": "A1", "title": "Coach managers", "workstream": "W1", "leads": "COO", "timescale": "May 2022"}],
 "mentions": [{"reference": "MEN1", "words": "Leadership", "means": "workstream W1"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "COO"}],
 "workstreams": [{"reference": "W1", "name": "Leadership Development", "aliases": ["Leadership"],
   "leads": ["COO"], "outcome": "Managers lead with confidence"}],
 "actions": [{"reference": "A1", "title": "Coach managers", "workstream": "W1", "leads": "COO", "timescale": "May 2022"}],
 "mentions": [{"reference": "MEN1", "words": "Leadership", "means": "workstream W1"}]}"#,
    },
    check: Check::Programme(check),
};

/// How many names get a suggestion.
const SUGGESTIONS: usize = 100;

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let programme = context.programme;
    let mut known: BTreeMap<String, Vec<&Workstream>> = BTreeMap::new();
    for row in programme.workstreams() {
        let mut own: Vec<_> =
            row.aliases.iter().chain([&row.name]).map(|name| names::fold(name)).collect();
        own.sort();
        own.dedup();
        own.into_iter().for_each(|name| known.entry(name).or_default().push(row));
    }
    let mut suggestions = SUGGESTIONS;
    let of_workstreams = |mention: &&Mention| match mention.means {
        Some(row) => row.kind() == Kind::Workstream,
        None => mention.kind == Some(Kind::Workstream),
    };
    for mention in programme.mentions().into_iter().filter(of_workstreams) {
        let called = known.get(&names::fold(&mention.words)).map_or(&[][..], Vec::as_slice);
        if !called.is_empty() {
            of_another(mention, called, sink);
            continue;
        }
        let all = programme.workstreams().into_iter().map(|row| row.name.as_str());
        let meant = mention.means.and_then(|row| programme.name(row));
        let near = meant.or_else(|| {
            // A suggestion takes as long as reading a hundred cells.
            suggestions = suggestions.checked_sub(1)?;
            names::nearest(&mention.words, all)
        });
        let message = format!("'{}' is no name of any workstream.", mention.words);
        let help = match near {
            Some(near) => format!("Use '{near}', or add the name to its aliases."),
            None => "Use the name of a workstream, or add one of this name.".to_owned(),
        };
        let finding = sink.finding(message, help).about(mention.key.id);
        let meant = mention.means.into_iter();
        sink.find(meant.fold(finding, |finding, row: Subject| finding.about(row)));
    }
}

/// A name has to be that of the workstream that is meant, and of no other.
fn of_another(mention: &Mention, called: &[&Workstream], sink: &mut Sink<'_>) {
    let meant = |row: &Workstream| mention.means.is_none_or(|means| means == row.key.id.into());
    let fits = matches!(called, [one] if meant(one));
    sink.expect(fits, |sink| {
        let names: Vec<_> = called.iter().map(|row| row.key.shown()).collect();
        let message = format!("'{}' is a name of {}.", mention.words, names.join(" and of "));
        let help = "Leave the name to the one that is meant.";
        let finding = sink.finding(message, help).about(mention.key.id);
        called.iter().fold(finding, |finding, row| finding.about(row.key.id))
    });
}
