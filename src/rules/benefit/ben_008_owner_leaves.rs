//! BEN-008: a benefit is to come about after all of its owners are gone: posts that end, and boards that end with the programme.

use chrono::NaiveDate;

use crate::{
    finding::{Entry, Severity},
    model::{Benefit, Lead, Party},
    rules::{Check, Context, Example, Rule, Sink},
    values::{Certainty, Code},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"BEN", 8),
        name: "benefit-outlives-its-owner",
        severity: Severity::Warning,
        finds: "A benefit is to come about after all of its owners are gone: posts that end, and boards that end with the programme.",
        why: "Nobody is left who would show that it came about.",
        source: "GovS 002 (benefits are tracked until they are realised)",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Programme Manager", "until": "31 March 2022"}],
 "intents": [{"reference": "INT1", "title": "Residents find their way", "kind": "outcome"}],
 "measures": [{"reference": "MEA1", "name": "Calls answered within a minute", "direction": "increase",
   "baseline": {"figure": "62%", "period": "2019/20"},
   "targets": [{"figure": "80%", "by": "March 2024"}]}],
 "benefits": [{"reference": "BEN1", "title": "Calls are answered sooner",
   "contributes_to": "INT1", "measure": "MEA1", "owners": "POST1",
   "realisation": "April 2022 to March 2024"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Place"}],
 "intents": [{"reference": "INT1", "title": "Residents find their way", "kind": "outcome"}],
 "measures": [{"reference": "MEA1", "name": "Calls answered within a minute", "direction": "increase",
   "baseline": {"figure": "62%", "period": "2019/20"},
   "targets": [{"figure": "80%", "by": "March 2024"}]}],
 "benefits": [{"reference": "BEN1", "title": "Calls are answered sooner",
   "contributes_to": "INT1", "measure": "MEA1", "owners": "POST1",
   "realisation": "April 2022 to March 2024"}]}"#,
    },
    check: Check::Benefits(check),
};

fn check(context: &Context<'_>, benefit: &Benefit, sink: &mut Sink<'_>) {
    let period = benefit.realisation.as_ref().and_then(|period| period.value());
    let owned = benefit.owners.iter().any(Lead::is_somebody);
    let Some(period) = period.filter(|_| owned && super::is_awaited(benefit, context.on)) else {
        return;
    };
    let owners = benefit.owners.iter().filter(|lead| lead.is_somebody());
    let stays = owners.map(|lead| stays(context, lead, period.latest()));
    let stays = stays.fold(Certainty::No, Certainty::or);
    if stays == Certainty::Certainly {
        return sink.pass();
    }
    let message = format!(
        "'{}' is to come about over '{}', and its owners are gone before that ends.",
        benefit.title,
        benefit.realisation.as_ref().map(ToString::to_string).unwrap_or_default()
    );
    let help = "Name who answers for it after the programme.";
    let finding = sink.finding(message, help).about(benefit.key.id);
    sink.find(if stays == Certainty::No { finding } else { finding.undetermined() });
}

/// Whether an owner is there on a day. A board of the programme is, as long as the programme.
fn stays(context: &Context<'_>, lead: &Lead, on: NaiveDate) -> Certainty {
    match lead.party {
        Party::Post(post) => {
            let post = context.programme.get(post);
            let until = post.and_then(|post| post.until.as_ref());
            match until.map(|until| until.value()) {
                None => Certainty::Certainly,
                Some(None) => Certainty::Possibly,
                Some(Some(until)) => {
                    Certainty::from_readings(on <= until.earliest(), on <= until.latest())
                }
            }
        }
        Party::Body(body) if context.programme.get(body).is_some_and(|body| body.programme) => {
            let spans = context.programme.about().stated_spans.iter();
            let ends =
                spans.filter_map(|span| span.held.as_ref()?.value()).map(|span| span.latest());
            match ends.max() {
                Some(end) => Certainty::from_readings(on <= end, on <= end),
                None => Certainty::Certainly,
            }
        }
        Party::Body(_) | Party::Unknown => Certainty::Certainly,
    }
}
