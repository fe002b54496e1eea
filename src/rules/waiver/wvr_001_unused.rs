//! WVR-001: a waiver accepts findings of which there are none.

use crate::{
    finding::{Entry, Severity},
    rules::{Check, Example, Rule, Sink, WaiverView, waivers::Reach},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"WVR", 1),
        name: "waiver-unused",
        severity: Severity::Warning,
        finds: "A waiver accepts findings of which there are none.",
        why: "What it accepted is mended, or its code or row is wrong; left in place it hides the next finding.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2019-09-04",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "COO"}],
 "actions": [{"reference": "A1", "title": "Write the plan", "leads": "COO", "timescale": "May 2020"}],
 "waivers": [{"reference": "WVR1", "code": "ACT-001", "by": "Chief Executive",
   "reason": "The post is being filled", "ends": "December 2019"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "actions": [{"reference": "A1", "title": "Write the plan", "timescale": "May 2020"}],
 "waivers": [{"reference": "WVR1", "code": "ACT-001", "subject": "action A1", "by": "Chief Executive",
   "reason": "The post is being filled", "ends": "December 2019"}]}"#,
    },
    check: Check::Waivers(check),
};

fn check(view: &WaiverView<'_>, sink: &mut Sink<'_>) {
    // What accepts nothing for other reasons is WVR-002's and WVR-003's, and of what did not run
    // nothing can be told.
    if view.ended || !view.missing.is_empty() || view.reach == Reach::Off {
        return;
    }
    sink.expect(view.about > 0, |sink| {
        let waiver = view.waiver;
        let message = match (view.reach, waiver.subject) {
            (Reach::Nothing, _) => {
                format!("'{}' is the code of no rule whose findings can be waived.", waiver.code)
            }
            (_, Some(_)) => {
                format!("Nothing is found of {} about the row that is named.", waiver.code)
            }
            (_, None) => format!("Nothing is found of {}.", waiver.code),
        };
        let help = "Take the waiver out, or correct its code or its row.";
        let finding = sink.finding(message, help).about(waiver.key.id);
        waiver.subject.into_iter().fold(finding, |finding, row| finding.about(row))
    });
}
