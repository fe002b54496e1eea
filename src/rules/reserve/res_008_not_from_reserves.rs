//! RES-008: the whole is said to be paid from reserves, and a part of it is not.

use crate::{
    finding::{Entry, Severity},
    model::{FundingSource, SourceState},
    rules::{
        Check, Context, Example, Rule, Sink,
        funds::{called, is_reserve},
    },
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"RES", 8),
        name: "said-to-be-from-reserves",
        severity: Severity::Warning,
        finds: "The whole is said to be paid from reserves, and a part of it is not.",
        why: "Members who read that reserves pay do not look for what else is cut or taken.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Head of Finance"}],
 "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}, {"reference": "BODY2", "name": "Council", "kind": "council"}],
 "reserves": [{"reference": "RSV1", "name": "Management of Change", "kind": "earmarked", "fund": "general_fund",
   "purpose": "One-off costs of change", "conditions": "A business case", "approver": "BODY2", "owners": ["POST1"]}],
 "funding_sources": [{"reference": "FS1", "title": "Reserves, for the whole programme", "resource": "earmarked_reserve",
   "fund": "general_fund", "nature": "revenue", "state": "stated"},
   {"reference": "FS2", "title": "Grant for digital work", "resource": "grant", "fund": "general_fund",
   "nature": "revenue", "amount": "£305k", "state": "recommended"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Head of Finance"}],
 "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}, {"reference": "BODY2", "name": "Council", "kind": "council"}],
 "reserves": [{"reference": "RSV1", "name": "Management of Change", "kind": "earmarked", "fund": "general_fund",
   "purpose": "One-off costs of change", "conditions": "A business case", "approver": "BODY2", "owners": ["POST1"]}],
 "funding_sources": [{"reference": "FS1", "title": "Reserves, for the whole programme", "resource": "earmarked_reserve",
   "fund": "general_fund", "nature": "revenue", "state": "stated"},
   {"reference": "FS2", "title": "Management of Change reserve", "resource": "earmarked_reserve", "reserve": "RSV1",
   "fund": "general_fund", "nature": "revenue", "amount": "£361k", "state": "recommended"}]}"#,
    },
    check: Check::FundingSources(check),
};

fn check(context: &Context<'_>, source: &FundingSource, sink: &mut Sink<'_>) {
    if !is_for_the_whole(source) {
        return;
    }
    let all = context.programme.funding_sources().into_iter();
    // What is said of the programme is said of all that it needs.
    let same = |other: &&FundingSource| {
        other.key.id != source.key.id
            && (source.requirement.is_none() || other.requirement == source.requirement)
    };
    // Two that are stated side by side, neither of them with an amount, are one statement.
    let firm = |other: &&FundingSource| {
        other.state != Some(SourceState::Possible) && !is_open_ended(other)
    };
    let others: Vec<_> = all.filter(same).filter(firm).collect();
    let not_reserves: Vec<_> = others
        .iter()
        .filter_map(|other| Some((*other, other.resource.filter(|what| !is_reserve(*what))?)))
        .collect();
    sink.expect(not_reserves.is_empty(), |sink| {
        let parts: Vec<_> = not_reserves
            .iter()
            .map(|(other, what)| {
                let amount = other.amount.as_ref().map_or(String::new(), |a| format!("{a} from "));
                format!("'{}' is {amount}{}", other.title, called(*what))
            })
            .collect();
        let message =
            format!("'{}' is all that is said to pay, and {}.", source.title, parts.join(", "));
        let finding =
            sink.finding(message, "Say what else pays, and how much.").about(source.key.id);
        not_reserves.iter().fold(finding, |finding, (other, _)| finding.about(other.key.id))
    });
}

/// Whether reserves are said to pay for all of something.
fn is_for_the_whole(source: &FundingSource) -> bool {
    source.resource.is_some_and(is_reserve) && is_open_ended(source)
}

/// Whether something is said to pay, with no amount that would set a bound.
fn is_open_ended(source: &FundingSource) -> bool {
    source.state == Some(SourceState::Stated)
        && source.amount.is_none()
        && source.share.is_none()
        && source.of.is_none()
}
