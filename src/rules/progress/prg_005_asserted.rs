//! PRG-005: a body is asked to note progress, and under half of what the programme holds has a dated status.

use crate::{
    finding::{Entry, Severity, Value},
    model::{Act, Report},
    rules::{Check, Context, Example, Rule, Sink},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"PRG", 5),
        name: "progress-asserted-without-status",
        severity: Severity::Warning,
        finds: "A body is asked to note progress, and under half of what the programme holds has a dated status.",
        why: "It cannot tell from the paper what it notes.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2020-09-23",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "bodies": [{"reference": "BODY1", "name": "Cabinet"}],
 "reports": [{"reference": "REP1", "title": "Update", "body": "BODY1", "date": "23 September 2020",
   "requests": [{"title": "Note progress to date", "act": "note", "progress": true}]}],
 "recommendations": [{"reference": "R1", "title": "Plan ahead"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "bodies": [{"reference": "BODY1", "name": "Cabinet"}],
 "reports": [{"reference": "REP1", "title": "Update", "body": "BODY1", "date": "23 September 2020",
   "requests": [{"title": "Note progress to date", "act": "note", "progress": true}]}],
 "recommendations": [{"reference": "R1", "title": "Plan ahead",
   "status": [{"state": "in progress", "as_at": "August 2020"}]}]}"#,
    },
    check: Check::Reports(check),
};

fn check(context: &Context<'_>, report: &Report, sink: &mut Sink<'_>) {
    if !report.requests.iter().any(|asked| asked.progress && asked.act == Some(Act::Note)) {
        return;
    }
    let (known, all) = context.reported();
    if all == 0 {
        return;
    }
    sink.expect(known * 2 >= all, |sink| {
        let message = format!(
            "'{}' asks to note progress; {known} of {all} recommendations, workstreams and actions have a dated status.",
            report.title
        );
        let help = "Add how they stand and since when, or ask to note the direction.";
        let count = |count: usize| Value::Count(i64::try_from(count).unwrap_or(i64::MAX));
        let finding = sink.finding(message, help).about(report.key.id);
        finding.with("with a status", count(known)).with("in all", count(all))
    });
}
