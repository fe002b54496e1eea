//! FIN-009: a percentage does not follow from the figures that it is reckoned from.

use rust_decimal::Decimal;

use super::{hindered, shown, words};
use crate::{
    finance::Fit,
    finding::{Entry, Severity, Value},
    rules::{Check, Context, Example, Rule, Sink},
    values::{Code, FigureUnit},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"FIN", 9),
        name: "percentage-against-counts",
        severity: Severity::Error,
        finds: "A percentage does not follow from the figures that it is reckoned from, be it rounded or cut.",
        why: "Readers remember the percentage; where only words like about and over can save it, it is a warning.",
        source: "Logic",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "claims": [{"reference": "CL1", "title": "Replies", "stated": "390", "sources": "3.2"},
   {"reference": "CL2", "title": "Staff", "stated": "425", "sources": "3.2"},
   {"reference": "CL3", "title": "Returns", "stated": "94%", "sources": "3.2", "share": "CL1", "share_of": "CL2"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "claims": [{"reference": "CL1", "title": "Replies", "stated": "390", "sources": "3.2"},
   {"reference": "CL2", "title": "Staff", "stated": "425", "sources": "3.2"},
   {"reference": "CL3", "title": "Returns", "stated": "92%", "sources": "3.2", "share": "CL1", "share_of": "CL2"}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    for share in &context.reconciled().shares {
        let name = context.programme.name(share.claim).unwrap_or_default();
        if let Some(obstacle) = share.obstacle {
            let (why, help) = hindered(context, obstacle);
            let message = format!("'{name}' cannot be checked: {why}.");
            sink.find(sink.finding(message, help).about(share.claim).not_assessed());
            continue;
        }
        let (Some(fit), Some(computed)) = (share.fit, share.computed) else { continue };
        let lower = match fit {
            Fit::Exact | Fit::Rounding => {
                sink.pass();
                continue;
            }
            Fit::Vagueness | Fit::Touch => Some(Severity::Warning),
            Fit::Apart => None,
        };
        let percent = |amount: Decimal| shown(amount, Some(FigureUnit::Percent));
        let message = format!(
            "'{name}': {} of {} is {}, not {}.",
            words(context, share.part),
            words(context, share.whole),
            percent(computed),
            words(context, share.claim)
        );
        let help = match lower {
            Some(_) => {
                "Give the exact figures: only how loosely they are worded leaves room for it."
            }
            None => "Correct the percentage, or the figures that it is reckoned from.",
        };
        let finding = sink.finding(message, help);
        let finding = finding.about(share.claim).about(share.part).about(share.whole);
        let finding = finding.with("reckoned", Value::Words(percent(computed)));
        sink.find(match lower {
            Some(severity) => finding.lowered_to(severity),
            None => finding,
        });
    }
}
