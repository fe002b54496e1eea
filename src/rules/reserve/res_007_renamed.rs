//! RES-007: a reserve was renamed without a decision, or a paper calls it by a name that is none of its own.

use std::collections::BTreeSet;

use crate::{
    finding::{Entry, Severity},
    model::{Kind, Mention, Reserve},
    rules::{Check, Context, Example, Rule, Sink, funds::Approval},
    values::{
        Code,
        names::{fold, nearest},
    },
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"RES", 7),
        name: "reserve-renamed-or-unmatched",
        severity: Severity::Warning,
        finds: "A reserve was renamed or given another purpose without a decision, or a paper uses a name for it that is none of its names.",
        why: "Money that was set aside under one name is looked for in vain under another, and nobody can tell who agreed to the change.",
        source: "CIPFA LAAP Bulletins 55, 77 and 99, as a council reports them",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2020-03-10",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Head of Finance"}],
 "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}, {"reference": "BODY2", "name": "Council", "kind": "council"}],
 "reserves": [{"reference": "RSV1", "name": "Modernisation", "kind": "earmarked", "fund": "general_fund",
   "purpose": "One-off costs of change", "conditions": "A business case", "approver": "BODY2", "owners": ["POST1"], "former_names": ["Budget Priority and Transformation"], "renamed": true}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Head of Finance"}],
 "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}, {"reference": "BODY2", "name": "Council", "kind": "council"}],
 "reserves": [{"reference": "RSV1", "name": "Modernisation", "kind": "earmarked", "fund": "general_fund",
   "purpose": "One-off costs of change", "conditions": "A business case", "approver": "BODY2", "owners": ["POST1"], "former_names": ["Budget Priority and Transformation"], "renamed": true, "renamed_by": "DEC1"}],
 "decisions": [{"reference": "DEC1", "title": "Rename the reserve", "body": "BODY2", "act": "resolve", "date": "3 February 2020"}],
 "mentions": [{"reference": "MEN1", "words": "Budget Priority and Transformation", "means": "reserve RSV1"}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let programme = context.programme;
    programme.reserves().into_iter().for_each(|reserve| renamed(context, reserve, sink));
    let known: BTreeSet<String> =
        programme.reserves().into_iter().flat_map(names).map(|name| fold(name)).collect();
    let of_reserves = |mention: &&Mention| match mention.means {
        Some(row) => row.kind() == Kind::Reserve,
        None => mention.kind == Some(Kind::Reserve),
    };
    for mention in programme.mentions().into_iter().filter(of_reserves) {
        sink.expect(known.contains(&fold(&mention.words)), |sink| {
            let message = format!("'{}' is no name of any reserve.", mention.words);
            let meant = mention.means.and_then(|row| programme.name(row));
            let all = programme.reserves().into_iter().map(|row| row.name.as_str());
            let help = match meant.or_else(|| nearest(&mention.words, all)) {
                Some(near) => format!("Use '{near}', or add the name to its aliases."),
                None => "Use the name of a reserve, or add one of this name.".to_owned(),
            };
            let finding = sink.finding(message, help).about(mention.key.id);
            mention.means.into_iter().fold(finding, |finding, row| finding.about(row))
        });
    }
}

fn renamed(context: &Context<'_>, reserve: &Reserve, sink: &mut Sink<'_>) {
    if !reserve.renamed && reserve.former_names.is_empty() {
        return;
    }
    let name = &reserve.name;
    let was = reserve.former_names.last().filter(|was| *was != name);
    let changed = match was {
        Some(was) => format!("'{was}' is now called '{name}'"),
        None => format!("'{name}' was renamed or given another purpose"),
    };
    let help = "Record the decision that changed it, and keep the old name.";
    let finding = match context.approval(reserve.renamed_by) {
        Approval::By(_) => return sink.pass(),
        Approval::Missing(why) => sink.finding(format!("{changed}, and {why}."), help),
        Approval::Unknown(title) => {
            let message = format!("{changed}, and whether '{title}' decided that cannot be told.");
            sink.finding(message, "Say what was decided, and when.").undetermined()
        }
    };
    sink.find(finding.about(reserve.key.id));
}

fn names(reserve: &Reserve) -> impl Iterator<Item = &String> {
    std::iter::once(&reserve.name).chain(&reserve.aliases).chain(&reserve.former_names)
}
