//! WVR-002: a waiver does not say by whom, why or until when, and accepts nothing.

use crate::{
    finding::{Entry, Severity},
    rules::{Check, Example, Rule, Sink, WaiverView},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"WVR", 2),
        name: "waiver-incomplete",
        severity: Severity::Warning,
        finds: "A waiver does not say by whom, why or until when, and accepts nothing.",
        why: "Nobody can be asked about it, and it would never end.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2019-09-04",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "COO"}],
 "waivers": [{"reference": "WVR1", "code": "ACT-013", "by": "Chief Executive", "ends": "December 2019"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "actions": [{"reference": "A1", "title": "Write the plan", "timescale": "May 2020"}],
 "waivers": [{"reference": "WVR1", "code": "ACT-001", "by": "Chief Executive",
   "reason": "The post is being filled", "ends": "December 2019"}]}"#,
    },
    check: Check::Waivers(check),
};

fn check(view: &WaiverView<'_>, sink: &mut Sink<'_>) {
    sink.expect(view.missing.is_empty(), |sink| {
        let missing = view.missing.join(", ");
        let message = format!("The waiver of {} lacks {missing}.", view.waiver.code);
        let help = "Say who accepts the findings, why, and until when.";
        sink.finding(message, help).about(view.waiver.key.id)
    });
}
