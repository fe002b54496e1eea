//! GOV-016: two people hold one post at once.

use super::gov_007_statutory_post::STATUTORY;
use crate::{
    finding::{Entry, Severity},
    model::Post,
    rules::{
        Check, Context, Example, Rule, Sink,
        people::{self, listed},
        written,
    },
    values::{Certainty, Code},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"GOV", 16),
        name: "post-held-twice",
        severity: Severity::Warning,
        finds: "Two people hold one post at once, and it is not said that they share the job.",
        why: "It is not clear who is meant by the post; mostly a term was not ended. Who acts for the holder is there in the holder's place.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2020-09-23",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Place", "holders": ["P-1", "P-2"]}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [
   {"reference": "POST1", "title": "Director of Place",
    "holders": ["P-1", {"person": "P-2", "basis": "acting"}]},
   {"reference": "POST2", "title": "Head of Digital",
    "holders": [{"person": "P-3", "basis": "job_share"}, {"person": "P-4", "basis": "job_share"}]}]}"#,
    },
    check: Check::Posts(check),
};

fn check(context: &Context<'_>, post: &Post, sink: &mut Sink<'_>) {
    // Of statutory posts GOV-007 tells, where it applies.
    let statutory = context.is_english()
        && context.is_own(post.organisation)
        && STATUTORY.iter().any(|(office, _)| post.offices.contains(office));
    if post.holders.is_empty() || statutory || post.holds(context.on) == Certainty::No {
        return;
    }
    let staffing = people::staffing([post], context.on);
    if staffing.most < 2 || staffing.shared {
        return sink.pass();
    }
    let title = &post.title;
    let plural = people::is_plural(title);
    let certain = staffing.least > 1 && !plural && post.holds(context.on).is_certain();
    let persons = listed(staffing.persons.iter().map(|person| format!("'{person}'")));
    let hold = if certain || plural { "hold" } else { "may hold" };
    let message = format!("{persons} {hold} '{title}' on {}.", written(context.on));
    let help = if certain {
        "End the term of whoever has left, or say that they share the job or one acts."
    } else if plural {
        "Say whether the title stands for several posts; if so, list each by itself."
    } else {
        "Say from which day to which each of them holds it."
    };
    let finding = sink.finding(message, help).about(post.key.id);
    sink.find(if certain { finding } else { finding.undetermined() });
}
