//! GOV-013: a decision is recorded of a body that cannot decide, or of a post with no delegation.

use crate::{
    finding::{Entry, Severity},
    governance::can_decide,
    model::{Act, Body, BodyKind, Decision, DecisionRight, Function, Office, Post},
    rules::{
        Check, Context, Example, Rule, Sink,
        people::{self, EXECUTIVE},
    },
    values::{Certainty, Code},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"GOV", 13),
        name: "decided-without-power",
        severity: Severity::Error,
        finds: "A decision is recorded of a body that cannot decide, or of a post to which no delegation is recorded.",
        why: "The council acts by itself, its committees, its executive and officers to whom it delegates; boards and forums advise.",
        source: "LGA 1972 s.101(1); LGA 2000 s.9E; of officers' decisions, SI 2014/2095 reg 7",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2020-09-23",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "bodies": [{"reference": "BODY1", "name": "Transformation Board", "kind": "board"}],
 "decisions": [{"reference": "DEC1", "title": "Release of money for the portal", "body": "BODY1",
   "act": "resolve", "date": "3 June 2020"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "bodies": [{"reference": "BODY1", "name": "Transformation Board", "kind": "board"}],
 "decisions": [{"reference": "DEC1", "title": "Release of money for the portal", "body": "BODY1",
   "act": "recommend", "date": "3 June 2020"}]}"#,
    },
    check: Check::Decisions(check),
};

fn check(context: &Context<'_>, row: &Decision, sink: &mut Sink<'_>) {
    let decides = row.act.is_some_and(Act::decides);
    // Power is wanted whenever it was made, so that no day is asked for.
    if !decides
        || row.made(context.on) == Certainty::No
        || !context.is_english()
        || !context.is_own(row.organisation)
    {
        return;
    }
    if let Some(post) = row.by.and_then(|post| context.programme.get(post)) {
        by_post(context, row, post, sink);
    } else if let Some(body) = row.body.and_then(|body| context.programme.get(body)) {
        by_body(context, row, body, sink);
    }
}

fn by_body(context: &Context<'_>, row: &Decision, body: &Body, sink: &mut Sink<'_>) {
    let Some(kind) = body.kind.filter(|_| context.is_own(body.organisation)) else { return };
    if can_decide(kind) {
        return sink.pass();
    }
    let scrutiny = kind == BodyKind::Scrutiny;
    let (message, help) = if scrutiny {
        (
            format!(
                "'{}' is decided by '{}', which settles only its own work.",
                row.title, body.name
            ),
            "Say that it is about its own work, or record it as a recommendation.",
        )
    } else {
        (
            format!(
                "'{}' is decided by '{}', which can advise but not decide.",
                row.title, body.name
            ),
            "Record who decided it, officer or members, and under which delegation.",
        )
    };
    let finding = sink.finding(message, help).about(row.key.id).about(body.key.id);
    sink.find(if scrutiny { finding.undetermined() } else { finding });
}

fn by_post(context: &Context<'_>, row: &Decision, post: &Post, sink: &mut Sink<'_>) {
    // A councillor without office in the executive, and one who decides for the council, are
    // DEC-003's matter; the leader or mayor may discharge any function of the executive.
    let executive = people::has_office(post, &EXECUTIVE) && row.function != Some(Function::Council);
    let member = people::is_members(post) && !executive;
    if member || !context.is_own(post.organisation) {
        return;
    }
    let own = row.right.and_then(|right| context.programme.get(right));
    let rights = own.into_iter().chain(context.delegated_to(post.key.id).iter().copied());
    let held = rights.map(|right| in_force(right, row)).max();
    let ended = held.is_some();
    let held = if people::has_office(post, &[Office::Leader, Office::ElectedMayor]) {
        Certainty::Certainly
    } else {
        held.unwrap_or(Certainty::No)
    };
    let (title, by) = (&row.title, &post.title);
    let message = match held {
        Certainty::Certainly => return sink.pass(),
        Certainty::Possibly => {
            format!("'{title}' is decided by '{by}', whose delegation may not have been in force.")
        }
        Certainty::No if ended => {
            format!("'{title}' is decided by '{by}', whose delegation was not in force then.")
        }
        Certainty::No => {
            format!("'{title}' is decided by '{by}', and no delegation to that post is recorded.")
        }
    };
    let help = if held == Certainty::Possibly {
        "Give the day of the decision, and the term of the right."
    } else {
        "Record the right under which it was decided, and who delegated it."
    };
    let finding = sink.finding(message, help).about(row.key.id).about(post.key.id);
    sink.find(if held == Certainty::No { finding } else { finding.undetermined() });
}

/// Whether a right held when a decision was made; of one without a date it is taken to have.
fn in_force(right: &DecisionRight, row: &Decision) -> Certainty {
    match row.date.as_ref().map(|date| date.value()) {
        Some(Some(date)) => right.term().holds_throughout(*date),
        Some(None) | None if right.since.is_none() && right.until.is_none() => Certainty::Certainly,
        Some(None) | None => Certainty::Possibly,
    }
}
