//! DEC-019: what was only recommended or referred is put into effect.

use crate::{
    finding::{Entry, Severity},
    model::{Decision, DecisionState},
    rules::{Check, Context, Example, Rule, Sink, notice::is_given},
    values::{Certainty, Code, PartialDate, When},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"DEC", 19),
        name: "effect-before-route-ends",
        severity: Severity::Error,
        finds: "What was only recommended or referred is put into effect.",
        why: "A recommendation authorises nothing: the matter stays open until the body to which it went has decided.",
        source: "LGA 1972 s.101; good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-07-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}, {"reference": "BODY2", "name": "Council", "kind": "council"}],
 "decisions": [{"reference": "DEC1", "title": "Release the reserve", "body": "BODY1", "act": "recommend", "onward": "BODY2", "date": "22 June 2021",
   "implemented": "1 July 2021"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}, {"reference": "BODY2", "name": "Council", "kind": "council"}],
 "decisions": [{"reference": "DEC1", "title": "Release the reserve", "body": "BODY1", "act": "recommend", "onward": "BODY2", "date": "22 June 2021",
   "implemented": "15 July 2021"},
  {"reference": "DEC2", "title": "Release the reserve", "body": "BODY2", "act": "resolve", "date": "14 July 2021", "follows": "DEC1"}]}"#,
    },
    check: Check::Decisions(check),
};

fn check(context: &Context<'_>, decision: &Decision, sink: &mut Sink<'_>) {
    if !decision.is_onward() || decision.state == Some(DecisionState::Withdrawn) {
        return;
    }
    let (programme, followers) = (context.programme, context.followers());
    let own = Some(decision).filter(|row| is_given(row.implemented.as_ref()));
    // What was put into effect and rests on it.
    let mut after = followers.after(decision.key.id).iter().copied();
    let resting = after.find(|row| !row.is_onward() && is_given(row.implemented.as_ref()));
    let Some(done) = own.or(resting) else { return };
    let begun = match done.implemented.as_ref().and_then(When::value) {
        Some(date) => date.reached(context.on),
        None => Certainty::Possibly,
    };
    let early = decided_later(context, decision, done);
    let open = followers.finished(decision.key.id).not();
    let open = if early.is_some() { Certainty::Certainly } else { open }.and(begun);
    if open == Certainty::No {
        // It waits for a day to come, or for nothing more.
        if begun != Certainty::No {
            sink.pass();
        }
        return;
    }
    let onward = decision.onward.and_then(|id| programme.name(id));
    let onward = onward.map_or("another body".to_owned(), |name| format!("'{name}'"));
    let title = &decision.title;
    let effect = if own.is_some() {
        format!("'{title}' is put into effect")
    } else {
        format!("'{}', which rests on '{title}', is put into effect", done.title)
    };
    let when = done.implemented.as_ref().map(|when| format!(" on {when}")).unwrap_or_default();
    let finding = if let (Some(date), true) = (early, open.is_certain()) {
        let message = format!("{effect}{when}, and {onward} decided only on {date}.");
        sink.finding(message, "Check both dates, or have what was done made good.")
    } else if open.is_certain() {
        let message = format!("{effect}{when}, and no decision of {onward} follows '{title}'.");
        let help = format!("Record the decision of {onward}, or undo what was done.");
        sink.finding(message, help)
    } else {
        let message = format!("{effect}{when}, and whether {onward} had decided is not certain.");
        let help = "Give body, act and date of what followed.";
        sink.finding(message, help).undetermined()
    };
    let finding = finding.about(decision.key.id);
    sink.find(if own.is_some() { finding } else { finding.about(done.key.id) });
}

/// The first day of those on which what it went to may have been decided, where each is certainly
/// after it was put into effect.
fn decided_later(
    context: &Context<'_>,
    decision: &Decision,
    done: &Decision,
) -> Option<PartialDate> {
    let effect = *done.implemented.as_ref()?.value()?;
    let mut first: Option<PartialDate> = None;
    for row in context.followers().after(decision.key.id) {
        if row.key.id == done.key.id || row.made(context.on) == Certainty::No {
            continue;
        }
        if row.act.is_some_and(|act| !act.decides()) && !row.is_onward() {
            continue;
        }
        let elsewhere = decision.onward.zip(row.body).is_some_and(|(onward, body)| onward != body);
        if elsewhere {
            continue;
        }
        // It came about in several steps, or on a day that is not known, or in time.
        let date = *row.date.as_ref()?.value().filter(|_| !row.is_onward())?;
        if !effect.before(date).is_certain() {
            return None;
        }
        first = first.filter(|first| first.earliest() <= date.earliest()).or(Some(date));
    }
    first
}
