//! PHA-004: work is dated outside the phase in which it stands, or reported under another phase than its own.

use std::collections::BTreeMap;

use crate::{
    finding::{Entry, Severity},
    model::{Phase, Subject},
    rules::{
        Check, Context, Example, Rule, Sink,
        pieces::{self, Piece},
    },
    values::{Code, Id},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"PHA", 4),
        name: "work-outside-its-phase",
        severity: Severity::Warning,
        finds: "Work is dated outside the phase in which it stands, or reported under another phase than its own.",
        why: "It is counted in a phase in which it is not done.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "phases": [
   {"reference": "PH1", "name": "Phase 1", "number": 1, "held": "December 2020 to end of March 2021"},
   {"reference": "PH2", "name": "Phase 2", "number": 2, "held": "April 2021 to end of August 2021"}],
 "service_reviews": [{"reference": "SR1", "name": "Housing review", "phase": "PH2"}],
 "achievements": [{"reference": "ACH1", "title": "Housing review commissioned", "phase": "PH1", "of": "SR1"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "phases": [
   {"reference": "PH1", "name": "Phase 1", "number": 1, "held": "December 2020 to end of March 2021"},
   {"reference": "PH2", "name": "Phase 2", "number": 2, "held": "April 2021 to end of August 2021"}],
 "service_reviews": [{"reference": "SR1", "name": "Housing review", "phase": "PH1", "timescale": "March 2021"}],
 "achievements": [{"reference": "ACH1", "title": "Housing review commissioned", "phase": "PH1", "of": "SR1"}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let programme = context.programme;
    if programme.phases().is_empty() {
        return;
    }
    let pieces = pieces::pieces(context);
    for piece in &pieces {
        if let Some(phase) = piece.phase.and_then(|id| programme.get(id)) {
            within(piece, phase, sink);
        }
    }
    let phases: BTreeMap<Subject, Option<Id<Phase>>> =
        pieces.iter().map(|piece| (piece.subject, piece.phase)).collect();
    for row in programme.achievements() {
        let Some(of) = row.of else { continue };
        let (Some(listed), Some(own)) = (row.phase, phases.get(&of).copied().flatten()) else {
            continue;
        };
        sink.expect(listed == own, |sink| {
            let name = |phase: Id<Phase>| programme.name(phase).unwrap_or_default();
            let message = format!(
                "'{}' is listed under '{}'; '{}', whose work it is, is in '{}'.",
                row.title,
                name(listed),
                programme.name(of).unwrap_or_default(),
                name(own)
            );
            let help = "Say in which of the two it was done.";
            sink.finding(message, help).about(row.key.id).about(of)
        });
    }
}

/// Whether a piece of work is dated within its phase, as far as dates say.
fn within(piece: &Piece<'_>, phase: &Phase, sink: &mut Sink<'_>) {
    let Some(held) = phase.held.as_ref().and_then(|held| held.value()) else { return };
    if piece.is_undated() {
        return;
    }
    let early = piece.starts_by.is_some_and(|day| day < held.earliest());
    let late = piece.ends_from.is_some_and(|day| day > held.latest() && !phase.open_ended);
    sink.expect(!early && !late, |sink| {
        let does = if early { "begins before" } else { "ends after" };
        let message = format!("'{}' is in '{}' and {does} it.", piece.name, phase.name);
        let help = "Move it to the phase in which it is done, or change the date.";
        sink.finding(message, help).about(piece.subject).about(phase.key.id)
    });
}
