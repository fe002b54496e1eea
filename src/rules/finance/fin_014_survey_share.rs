//! FIN-014: a share that a survey states does not follow from its counts, or more answered than were asked.

use rust_decimal::Decimal;

use crate::{
    finance::Fit,
    finding::{Entry, Severity},
    measures::{self, Of, Share},
    model::Survey,
    rules::{Check, Context, Example, Rule, Sink},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"FIN", 14),
        name: "survey-share-against-counts",
        severity: Severity::Error,
        finds: "A share that a survey states does not follow from its counts, or more answered than were asked.",
        why: "Readers remember the percentage; where only words like about and over can save it, it is a warning.",
        source: "Logic",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "surveys": [{"reference": "SUR1", "name": "Ways of working", "population": "staff",
   "population_size": "425", "responses": "390", "stated_rate": "94%"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "surveys": [{"reference": "SUR1", "name": "Ways of working", "population": "staff",
   "population_size": "425", "responses": "390", "stated_rate": "92%"}]}"#,
    },
    check: Check::Surveys(check),
};

fn check(context: &Context<'_>, survey: &Survey, sink: &mut Sink<'_>) {
    let rate = measures::response_rate(survey, context.reading);
    for share in rate.into_iter().chain(measures::shares(survey, context.reading)) {
        let what = match share.of {
            Of::Responses => "its return",
            Of::Result(result) => result.question.as_deref().unwrap_or("a result"),
        };
        judge(survey, what, &share, sink);
    }
}

fn judge(survey: &Survey, what: &str, share: &Share<'_>, sink: &mut Sink<'_>) {
    let (name, part, whole) = (&survey.name, share.part, share.whole);
    if share.range.low > Decimal::ONE_HUNDRED {
        let message =
            format!("'{name}': {part} of {whole} answered, which are more than were asked.");
        let help = "Correct one of the two.";
        sink.find(sink.finding(message, help).about(survey.key.id));
        return;
    }
    let (Some(stated), Some(fit)) = (share.stated, share.fit) else { return };
    let lower = match fit {
        Fit::Exact | Fit::Rounding => return sink.pass(),
        Fit::Vagueness | Fit::Touch => true,
        Fit::Apart => false,
    };
    let computed = share.computed.round_dp(1).normalize();
    let message = format!("'{name}', {what}: {part} of {whole} is {computed}%, not {stated}.");
    let help = "Correct the percentage or the counts.";
    let finding = sink.finding(message, help).about(survey.key.id);
    sink.find(if lower { finding.lowered_to(Severity::Warning) } else { finding });
}
