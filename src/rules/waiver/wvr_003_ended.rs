//! WVR-003: a waiver has ended, and accepts nothing any more.

use crate::{
    finding::{Entry, Severity},
    rules::{Check, Example, Rule, Sink, WaiverView},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"WVR", 3),
        name: "waiver-ended",
        severity: Severity::Warning,
        finds: "A waiver has ended, and accepts nothing any more.",
        why: "The council said that it would be settled by then.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2020-01-10",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "COO"}],
 "waivers": [{"reference": "WVR1", "code": "WKS-001", "by": "Chief Executive",
   "reason": "The post is being filled", "ends": "December 2019"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "actions": [{"reference": "A1", "title": "Write the plan", "timescale": "May 2020"}],
 "waivers": [{"reference": "WVR1", "code": "ACT-001", "by": "Chief Executive",
   "reason": "The post is being filled", "ends": "March 2020"}]}"#,
    },
    check: Check::Waivers(check),
};

fn check(view: &WaiverView<'_>, sink: &mut Sink<'_>) {
    sink.expect(!view.ended, |sink| {
        let waiver = view.waiver;
        let ends = waiver.ends.as_ref().map(ToString::to_string).unwrap_or_default();
        let message = format!(
            "The waiver of {} ended with {ends}; findings that it was about: {}.",
            waiver.code, view.about
        );
        let help = "Settle what is left, and take the waiver out or have it renewed.";
        sink.finding(message, help).about(waiver.key.id)
    });
}
