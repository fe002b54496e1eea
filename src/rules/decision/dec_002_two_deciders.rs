//! DEC-002: a paper names two who decide, or two acts, for one thing.

use crate::{
    finding::{Entry, Severity},
    model::{Act, Body, Report, Request},
    rules::{
        Check, Context, Example, Rule, Sink,
        bounds::pounds,
        case::{decider, said},
        papers::{act_word, called, restated},
    },
    values::{Code, Id, Meeting},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"DEC", 2),
        name: "two-deciders-for-one-thing",
        severity: Severity::Error,
        finds: "A paper names two who decide, or two acts, for one thing.",
        why: "Only one of them can be right; whoever acts on the other acts without power.",
        source: "Good practice; LGA 1972 s.101",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}, {"reference": "BODY2", "name": "Council", "kind": "council"}],
 "projects": [{"reference": "P1", "name": "New ways of working"}],
 "reports": [{"reference": "REP1", "title": "Phase 2", "body": "BODY1", "date": "22 June 2021", "key_decision": {"key": true, "notice": "18 May 2021"},
   "requests": [{"label": "1", "title": "Recommend the saving", "act": "recommend", "onward": "BODY2", "matter": "saving", "amount": "£361k", "of": "P1"},
     {"label": "4", "title": "Agree the saving", "act": "resolve", "matter": "saving", "amount": "£361k", "of": "P1"}],
   "comments": [{"by": ["Section 151 Officer"], "text": "It is in the budget"}, {"by": ["Monitoring Officer"], "text": "None"}]}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}, {"reference": "BODY2", "name": "Council", "kind": "council"}],
 "projects": [{"reference": "P1", "name": "New ways of working"}],
 "reports": [{"reference": "REP1", "title": "Phase 2", "body": "BODY1", "date": "22 June 2021", "key_decision": {"key": true, "notice": "18 May 2021"},
   "requests": [{"label": "1", "title": "Agree the saving", "act": "resolve", "matter": "saving", "amount": "£361k", "of": "P1"},
     {"label": "4", "title": "Agree the saving", "act": "resolve", "matter": "saving", "amount": "£361k", "of": "P1", "restates": "1"}],
   "comments": [{"by": ["Section 151 Officer"], "text": "It is in the budget"}, {"by": ["Monitoring Officer"], "text": "None"}]}]}"#,
    },
    check: Check::Reports(check),
};

fn check(context: &Context<'_>, report: &Report, sink: &mut Sink<'_>) {
    let pairs = restated(report).into_iter().filter_map(|(again, first)| Some((first?, again)));
    for (first, again) in pairs.chain(same_matter(report)) {
        compare(context, report, (first, again), sink);
    }
}

/// Requests that decide or recommend one amount for one thing without saying that they are the
/// same, each with the first of them.
fn same_matter(report: &Report) -> Vec<(&Request, &Request)> {
    let decides = |asked: &&Request| matches!(asked.act, Some(Act::Resolve | Act::Recommend));
    let own = report.requests.iter().filter(|asked| !said(asked.restates.as_ref()));
    let mut first = std::collections::BTreeMap::new();
    let mut pairs = Vec::new();
    for asked in own.filter(decides) {
        let (Some(of), Some(matter)) = (asked.of, asked.matter) else { continue };
        let Some(amount) = asked.amount.as_ref().and_then(pounds) else { continue };
        let (before, known) = *first.entry((of, matter)).or_insert((asked, amount));
        if !std::ptr::eq(before, asked) && known.meets(amount) == Meeting::Overlap {
            pairs.push((before, asked));
        }
    }
    pairs
}

fn compare(
    context: &Context<'_>,
    report: &Report,
    (first, again): (&Request, &Request),
    sink: &mut Sink<'_>,
) {
    let deciders = decider(report, first).zip(decider(report, again));
    let acts = first.act.zip(again.act);
    if deciders.is_none() && acts.is_none() {
        return;
    }
    let same = deciders.is_none_or(|(a, b)| a == b) && acts.is_none_or(|(a, b)| a == b);
    sink.expect(same, |sink| {
        let says = |asked: &Request| {
            let act = asked.act.map_or("something else", act_word);
            let body = decider(report, asked).and_then(|id: Id<Body>| context.programme.name(id));
            let body = body.map(|body| format!(", which '{body}' decides")).unwrap_or_default();
            format!("'{}' asks to {act}{body}", called(asked))
        };
        let message = format!("In '{}', {}, and {}.", report.title, says(first), says(again));
        let help = "Say once what is asked, and of whom.";
        sink.finding(message, help).about(report.key.id)
    });
}
