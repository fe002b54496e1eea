//! BUD-009: a contribution to capital is cut, and nothing takes its place.

use crate::{
    finding::{Entry, Severity},
    model::{FundingSource, Resource, SourceState},
    rules::{Check, Context, Example, Rule, Sink, funds::interval},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"BUD", 9),
        name: "contribution-to-capital-cut",
        severity: Severity::Warning,
        finds: "A revenue contribution to capital is cut, and nothing takes its place in the capital programme.",
        why: "The schemes that it was to pay for are short of the same money, whether or not anybody says so.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "funding_sources": [{"reference": "FS1", "title": "Lower HRA contribution to capital", "resource": "reduced_contribution",
   "fund": "hra", "nature": "revenue", "amount": "£305k", "state": "recommended"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "funding_sources": [{"reference": "FS1", "title": "Lower HRA contribution to capital", "resource": "reduced_contribution",
   "fund": "hra", "nature": "revenue", "amount": "£305k", "state": "recommended", "replaced_by": "FS2"},
   {"reference": "FS2", "title": "Major repairs reserve", "resource": "major_repairs_reserve", "fund": "hra",
   "nature": "capital", "amount": "£305k", "state": "recommended"}]}"#,
    },
    check: Check::FundingSources(check),
};

fn check(context: &Context<'_>, source: &FundingSource, sink: &mut Sink<'_>) {
    let cut = source.resource == Some(Resource::ReducedContribution);
    if !cut || source.state == Some(SourceState::Possible) {
        return;
    }
    let title = &source.title;
    let help = "Name what replaces it, or the scheme that shrinks.";
    let amount = source.amount.as_ref();
    let lost = amount.map_or_else(|| "money".to_owned(), ToString::to_string);
    let Some(other) = source.replaced_by.and_then(|id| context.programme.get(id)) else {
        let cuts = |decision| context.funds().cuts_capital(decision);
        return sink.expect(source.decision.is_some_and(cuts), |sink| {
            let message = format!("'{title}' takes {lost} from capital, and nothing replaces it.");
            sink.finding(message, help).about(source.key.id)
        });
    };
    let both = amount.and_then(interval).zip(other.amount.as_ref().and_then(interval));
    let short = both.is_some_and(|(cut, put)| put.high < cut.low);
    sink.expect(!short, |sink| {
        let put = other.amount.as_ref().map(ToString::to_string).unwrap_or_default();
        let message =
            format!("'{title}' takes {lost} from capital, and '{}' replaces {put}.", other.title);
        sink.finding(message, help).about(source.key.id).about(other.key.id)
    });
}
