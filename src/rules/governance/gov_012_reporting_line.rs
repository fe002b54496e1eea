//! GOV-012: lines of reporting run in a ring, or lead to nobody who can decide.

use std::collections::{BTreeMap, BTreeSet};

use super::gov_011_board_lacks::is_formal;
use crate::{
    finding::{Entry, Severity},
    governance::Lines,
    model::{BodyKind, Subject},
    rules::{Check, Context, Example, Rule, Sink, people},
    values::{Certainty, Code},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"GOV", 12),
        name: "reporting-line-broken",
        severity: Severity::Error,
        finds: "Lines of reporting run in a ring, which is an error, or lead to nobody who can decide, which is a warning.",
        why: "What a group cannot settle has to reach a committee, the executive, the council or the senior responsible owner.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2020-09-23",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "bodies": [{"reference": "BODY1", "name": "Place Board", "kind": "board"},
   {"reference": "BODY2", "name": "Digital Board", "kind": "board"}],
 "reporting_lines": [
   {"reference": "RL1", "title": "Place to Digital", "from": "body BODY1", "to": "body BODY2"},
   {"reference": "RL2", "title": "Digital to Place", "from": "body BODY2", "to": "body BODY1"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "bodies": [{"reference": "BODY1", "name": "Place Board", "kind": "board"},
   {"reference": "BODY2", "name": "Digital Board", "kind": "board"},
   {"reference": "BODY3", "name": "Cabinet", "kind": "executive"}],
 "reporting_lines": [
   {"reference": "RL1", "title": "Place to Digital", "from": "body BODY1", "to": "body BODY2"},
   {"reference": "RL2", "title": "Digital to Cabinet", "from": "body BODY2", "to": "body BODY3"}]}"#,
    },
    check: Check::Programme(check),
};

/// Each step of a line: who reports, and to whom.
type Steps = Vec<(Subject, Subject)>;

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let lines = Lines::of(context.programme, context.on);
    let (sure, all) = (lines.steps(Certainty::Certainly), lines.steps(Certainty::Possibly));
    if all.is_empty() {
        return;
    }
    let rings = rings(context, &sure);
    for ring in &rings {
        tell_ring(context, ring, Certainty::Certainly, sink);
    }
    if rings.is_empty() {
        for ring in self::rings(context, &all) {
            tell_ring(context, &ring, Certainty::Possibly, sink);
        }
    }
    dead_ends(context, &lines, &all, sink);
}

/// Rings in which each reports to the next.
fn rings(context: &Context<'_>, steps: &Steps) -> Vec<Vec<Subject>> {
    // Whoever is reported to is met before who reports.
    let pairs: Vec<_> = steps.iter().map(|(from, to)| (*to, *from)).collect();
    context.rings(&pairs)
}

fn tell_ring(context: &Context<'_>, ring: &[Subject], sure: Certainty, sink: &mut Sink<'_>) {
    let names: Vec<String> = ring.iter().map(|row| name(context, *row)).collect();
    let first = names.first().cloned().unwrap_or_default();
    let message = match names.as_slice() {
        [alone] => format!("{alone} reports to itself."),
        _ => format!("{} -> {first}: each reports to the next.", names.join(" -> ")),
    };
    let (help, undetermined) = match sure {
        Certainty::Certainly => ("Take one of the lines away, or end it.", false),
        _ => ("Say from when to when each of the lines holds.", true),
    };
    let finding = ring.iter().fold(sink.finding(message, help), |f, row| f.about(*row));
    sink.find(if undetermined { finding.undetermined() } else { finding });
}

/// Bodies above which nobody can decide: of a chain of them, the last.
fn dead_ends(context: &Context<'_>, lines: &Lines<'_>, all: &Steps, sink: &mut Sink<'_>) {
    let (sure, may) = (Certainty::Certainly, Certainty::Possibly);
    let (surely, possibly) = (lines.reaching(sure, sure), lines.reaching(may, may));
    let by_sure_lines = lines.reaching(sure, may);
    let mut above: BTreeMap<Subject, BTreeSet<Subject>> = BTreeMap::new();
    for (from, to) in all {
        above.entry(*from).or_default().insert(*to);
    }
    let ends = |from: &Subject| above.get(from).into_iter().flatten();
    for from in above.keys().filter(|row| brings_matters(context, **row)) {
        if surely.contains(from) {
            sink.pass();
            continue;
        }
        let certain = !possibly.contains(from);
        // A body above that has a line is told of in its own right.
        let has_line = |row: &Subject| brings_matters(context, *row) && above.contains_key(row);
        if certain && ends(from).any(has_line) {
            continue;
        }
        // That the board at the end has no line is told where its essentials are.
        let told = |row: &Subject| match row {
            Subject::Body(id) => context.programme.get(*id).is_some_and(is_formal),
            _ => false,
        };
        if certain && ends(from).any(told) {
            continue;
        }
        let unclear = ends(from).any(|row| lines.is_unclear(*row));
        let to = people::listed(ends(from).map(|row| name(context, *row)));
        let from_name = name(context, *from);
        let message = if by_sure_lines.contains(from) {
            format!(
                "{from_name} reports to {to}, and whether anybody there or above could decide then is not certain."
            )
        } else if !certain {
            format!("{from_name} may report to nobody who can decide: a line may not hold.")
        } else if unclear {
            format!("{from_name} reports to {to}, and whether that can decide is not known.")
        } else {
            format!("{from_name} reports to {to}, and nobody there or above can decide.")
        };
        let help = if certain {
            "Link it to the senior responsible owner, or to a committee, the executive or the council."
        } else {
            "Say from when to when each line, role and seat above it holds."
        };
        let finding = sink.finding(message, help).about(*from);
        let finding = ends(from).fold(finding, |finding, row| finding.about(*row));
        sink.find(if certain && !unclear {
            finding.lowered_to(Severity::Warning)
        } else {
            finding.undetermined()
        });
    }
}

/// Whether a row is a body that brings matters to be decided. The line of a team or an office is that
/// of who manages it.
fn brings_matters(context: &Context<'_>, row: Subject) -> bool {
    let Subject::Body(id) = row else { return false };
    let kind = context.programme.get(id).and_then(|body| body.kind);
    !matches!(kind, Some(BodyKind::Team | BodyKind::Office))
}

fn name(context: &Context<'_>, row: Subject) -> String {
    format!("'{}'", context.programme.name(row).unwrap_or_default())
}
