//! RSK-001: a live risk has no owner, no response or no date of review.

use crate::{
    finding::{Entry, Severity},
    model::{Lead, Risk},
    raid,
    rules::{Check, Context, Example, Rule, Sink},
    values::{Certainty, Code},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"RSK", 1),
        name: "risk-without-owner",
        severity: Severity::Warning,
        finds: "A live risk has no owner, no response or no date of review.",
        why: "Nobody watches it.",
        source: "Risk guidance of Coventry and of Maidstone; good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-06-22",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Place"}],
 "risks": [{"reference": "RSK1", "title": "Staff do not engage", "owners": "POST1",
   "mitigations": "Talk with them early"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Place"}],
 "risks": [{"reference": "RSK1", "title": "Staff do not engage", "owners": "POST1",
   "mitigations": "Talk with them early", "review": "September 2021"}]}"#,
    },
    check: Check::Risks(check),
};

fn check(context: &Context<'_>, risk: &Risk, sink: &mut Sink<'_>) {
    // What others see is theirs to tell; the council has not taken it up.
    if risk.attributed_to.is_some() || raid::is_live(risk, context.on) == Certainty::No {
        return;
    }
    let owned = risk.owners.iter().any(Lead::is_somebody);
    let answered =
        risk.response.is_some() || !risk.mitigations.is_empty() || !risk.actions.is_empty();
    let told =
        [(owned, "owner"), (answered, "response"), (risk.review.is_some(), "date of review")];
    let missing: Vec<&str> = told.iter().filter(|(said, _)| !said).map(|(_, what)| *what).collect();
    sink.expect(missing.is_empty(), |sink| {
        let message = format!("The risk '{}' has no {}.", risk.title, listed(&missing));
        let mend = |what: &&str| match *what {
            "owner" => "who answers for it",
            "response" => "what is done about it",
            _ => "when it is looked at again",
        };
        let mends: Vec<_> = missing.iter().map(mend).collect();
        let help = format!("Say {}.", crate::history::listed(&mends));
        sink.finding(message, help).about(risk.key.id)
    });
}

/// What is missing, as a sentence lists it.
fn listed(missing: &[&str]) -> String {
    match missing {
        [rest @ .., last] if !rest.is_empty() => format!("{} and no {last}", rest.join(", no ")),
        _ => missing.concat(),
    }
}
