//! DOC-008: a date lacks its year, or a meeting that decides has no day.

use crate::{
    finding::{Entry, Severity},
    model::Subject,
    rules::{Check, Context, Example, Rule, Sink},
    values::{Code, Precision, Printed, Readable, Unread, When},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"DOC", 8),
        name: "date-without-year",
        severity: Severity::Warning,
        finds: "A date lacks its year, or a meeting that decides has no day.",
        why: "It cannot be held against other dates, and means another day next year.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2020-03-10",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "bodies": [{"reference": "BODY1", "name": "Council"}],
 "decisions": [{"reference": "DEC1", "title": "Accept the recommendations", "body": "BODY1", "date": "July 2019"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "bodies": [{"reference": "BODY1", "name": "Council"}],
 "decisions": [{"reference": "DEC1", "title": "Accept the recommendations", "body": "BODY1", "date": "22 July 2019"}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let programme = context.programme;
    for row in programme.decisions() {
        meeting(row.key.id, &row.title, row.body.is_some(), row.date.as_ref(), sink);
    }
    for row in programme.reports() {
        meeting(row.key.id, &row.title, row.body.is_some(), row.date.as_ref(), sink);
    }
    for row in programme.documents() {
        year(row.key.id, &row.title, row.date.as_ref(), sink);
    }
    for row in programme.plans() {
        year(row.key.id, &row.title, row.as_at.as_ref(), sink);
        year(row.key.id, &row.title, row.published.as_ref(), sink);
    }
    for row in programme.phases() {
        year(row.key.id, &row.name, row.held.as_ref(), sink);
    }
    for row in programme.reviews() {
        year(row.key.id, &row.name, row.held.as_ref(), sink);
        year(row.key.id, &row.name, row.published.as_ref(), sink);
        for owed in &row.obligations {
            year(row.key.id, &row.name, owed.target.as_ref(), sink);
        }
    }
    work(context, sink);
}

/// The dates of work of every kind.
fn work(context: &Context<'_>, sink: &mut Sink<'_>) {
    let programme = context.programme;
    for row in programme.actions() {
        year(row.key.id, &row.title, Some(&row.timescale), sink);
    }
    for work in programme.other_work() {
        year(work.subject, work.name, work.timescale, sink);
        year(work.subject, work.name, work.date, sink);
    }
    for row in programme.deliverables() {
        year(row.key.id, &row.name, row.published.as_ref(), sink);
    }
}

/// The date of a meeting, which has a day if the meeting has a body.
fn meeting(
    row: impl Into<Subject>,
    title: &str,
    of_body: bool,
    date: Option<&When>,
    sink: &mut Sink<'_>,
) {
    let bare = date.and_then(|when| when.value()).filter(|date| date.precision() != Precision::Day);
    let Some(bare) = bare.filter(|_| of_body) else { return year(row, title, date, sink) };
    let message = format!("'{title}' is dated {bare}, without a day.");
    let finding = sink.finding(message, "Give the day of the meeting.");
    sink.find(finding.about(row));
}

fn year<T: Readable>(
    row: impl Into<Subject>,
    title: &str,
    date: Option<&Printed<T>>,
    sink: &mut Sink<'_>,
) {
    let Some(date) = date.filter(|date| date.unread() != Some(Unread::Blank)) else { return };
    sink.expect(date.unread() != Some(Unread::NoYear), |sink| {
        let message = format!("'{}', of '{title}', has no year.", date.words());
        sink.finding(message, "Give the full date.").about(row)
    });
}
