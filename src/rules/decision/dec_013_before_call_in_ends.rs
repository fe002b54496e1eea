//! DEC-013: a decision is put into effect while it can still be called in, or is.

use crate::{
    finding::{Entry, Severity},
    governance::call_in::{self, Ends},
    model::{CallIn, Decision},
    rules::{
        Check, Context, Example, Rule, Sink,
        case::{Case, said},
        notice::is_given,
        written,
    },
    values::{Certainty, Code, NotCovered, PartialDate, When},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"DEC", 13),
        name: "implemented-before-call-in-ends",
        severity: Severity::Error,
        finds: "A decision is put into effect while it can still be called in, or is.",
        why: "Scrutiny may have a decision of the executive looked at again before anything is done, for as long as the council's constitution says; who waives that, and why, has to be recorded.",
        source: "LGA 2000 s.9F; the council's own call-in period",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2024-08-30",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}, {"reference": "BODY2", "name": "Council", "kind": "council"}],
 "decisions": [{"reference": "DEC1", "title": "Place the order", "body": "BODY1", "act": "resolve", "date": "24 July 2024",
   "call_in": {"applies": true, "published": "26 July 2024"}, "implemented": "29 July 2024"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive"}, {"reference": "BODY2", "name": "Council", "kind": "council"}],
 "decisions": [{"reference": "DEC1", "title": "Place the order", "body": "BODY1", "act": "resolve", "date": "24 July 2024",
   "call_in": {"applies": true, "published": "26 July 2024"}, "implemented": "3 August 2024"}]}"#,
    },
    check: Check::Decisions(check),
};

fn check(context: &Context<'_>, decision: &Decision, sink: &mut Sink<'_>) {
    if Case::of_decision(context, decision).is_none() {
        return;
    }
    let (Some(call_in), Some(done)) = (&decision.call_in, &decision.implemented) else { return };
    let waived = (said(call_in.waived_by.as_ref()), said(call_in.waiver_reason.as_ref()));
    let council = context.council();
    let excepted = call_in::is_excepted(&council, context.programme, decision, call_in);
    if excepted || !is_given(Some(done)) {
        return;
    }
    if waived == (true, true) {
        return sink.pass();
    }
    let title = &decision.title;
    let finding = match stands(context, decision, call_in, done.value().copied()) {
        Stands::Free => return sink.pass(),
        Stands::Inside(until) => {
            let part = match waived {
                (true, false) => " Why call-in was waived is not said.",
                (false, true) => " Who waived call-in is not said.",
                _ => "",
            };
            let message = format!("'{title}' is put into effect on {done}, and {until}.{part}");
            let help = "Hold it back for as long, or add who waived call-in, with the reason.";
            sink.finding(message, help)
        }
        Stands::Perhaps(until) => {
            let message = format!("'{title}' is put into effect on {done}, and {until}.");
            let help = "Give the days on which it was published, cleared and put into effect.";
            sink.finding(message, help).undetermined()
        }
        Stands::Uncounted(error) => {
            let message = format!("Until when '{title}' can be called in cannot be counted.");
            sink.finding(message, format!("Check the calendar: {error}.")).not_assessed()
        }
    };
    sink.find(finding.about(decision.key.id));
}

/// How the day on which a decision is put into effect stands to its call-in.
enum Stands {
    Free,
    Inside(String),
    Perhaps(String),
    Uncounted(NotCovered),
}

fn stands(
    context: &Context<'_>,
    decision: &Decision,
    call_in: &CallIn,
    done: Option<PartialDate>,
) -> Stands {
    let day = |when: &Option<When>| when.as_ref().and_then(When::value).copied();
    if is_given(call_in.called_in.as_ref()) {
        if !is_given(call_in.cleared.as_ref()) {
            return Stands::Inside("it is called in and not cleared".to_owned());
        }
        let (Some(cleared), Some(done)) = (day(&call_in.cleared), done) else {
            return Stands::Perhaps("when scrutiny was done with it cannot be read".to_owned());
        };
        let words = format!("scrutiny was done with it on {cleared}");
        return told(done.before(cleared), words);
    }
    let ends = call_in::ends(context.programme, decision, call_in, context.calendar);
    let (first, last, source) = match ends {
        Ends::Stated(until) => (until.earliest(), until.latest(), "as stated".to_owned()),
        Ends::Reckoned { wait, days: [first, last], .. } => {
            (first, last, format!("{}: {}", wait.value, context.council().source(wait.basis)))
        }
        Ends::Unread(day) => {
            return Stands::Perhaps(format!(
                "until when it can be called in is not clear ('{day}')"
            ));
        }
        Ends::Unpublished => {
            return Stands::Perhaps("when it was published is not held".to_owned());
        }
        Ends::Unsure | Ends::NoRule => {
            return Stands::Perhaps("which call-in period held is not certain".to_owned());
        }
        Ends::NotCovered(error) => return Stands::Uncounted(error),
    };
    let words = format!("it can be called in until {} ({source})", written(last));
    match done {
        Some(done) => {
            let inside = Certainty::from_readings(done.latest() <= first, done.earliest() <= last);
            told(inside, words)
        }
        None => Stands::Perhaps(words),
    }
}

fn told(inside: Certainty, words: String) -> Stands {
    match inside {
        Certainty::No => Stands::Free,
        Certainty::Possibly => Stands::Perhaps(words),
        Certainty::Certainly => Stands::Inside(words),
    }
}
