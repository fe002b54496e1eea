//! GOV-007: a statutory post is empty or held twice.

use crate::{
    finding::{Entry, Severity, Value},
    model::{Office, Post, PostState},
    rules::{
        Check, Context, Example, Rule, Sink,
        people::{self, Staffing, listed},
        written,
    },
    values::{Certainty, Code},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"GOV", 7),
        name: "statutory-post-not-held-once",
        severity: Severity::Error,
        finds: "Nobody, or more than one, is head of paid service, monitoring officer or chief finance officer.",
        why: "Each council has to have one officer in each of the three. Who acts for the holder is there in the holder's place.",
        source: "LGHA 1989 ss.4(1)(a), 5(1)(a); LGA 1972 s.151",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2020-09-23",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Head of Legal Services", "kind": "officer",
   "offices": "monitoring_officer",
   "holders": [{"person": "P-1", "until": "31 August 2020"}, {"person": "P-2", "since": "1 October 2020"}]}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Head of Legal Services", "kind": "officer",
   "offices": "monitoring_officer",
   "holders": [{"person": "P-1", "until": "31 August 2020"},
     {"person": "P-3", "basis": "interim", "since": "1 September 2020", "until": "30 September 2020"},
     {"person": "P-2", "since": "1 October 2020"}]}]}"#,
    },
    check: Check::Programme(check),
};

/// The offices of which each council has to have one, and their names.
pub(super) const STATUTORY: [(Office, &str); 3] = [
    (Office::HeadOfPaidService, "head of paid service"),
    (Office::MonitoringOfficer, "monitoring officer"),
    (Office::ChiefFinanceOfficer, "chief finance officer"),
];

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    if !context.is_english() {
        return;
    }
    for (office, name) in STATUTORY {
        let posts = context.programme.posts().into_iter();
        let own = posts.filter(|post| people::exists(post) && context.is_own(post.organisation));
        let held = own.filter(|post| post.offices.contains(&office));
        let held = held.filter(|post| post.holds(context.on) != Certainty::No);
        let posts: Vec<&Post> = held.collect();
        judge(context, &posts, name, sink);
    }
}

fn judge(context: &Context<'_>, posts: &[&Post], office: &str, sink: &mut Sink<'_>) {
    let vacant = |post: &Post| post.state == Some(PostState::Vacant);
    let staffing = people::staffing(posts.iter().copied(), context.on);
    // A post of which no holder is listed is held by somebody, unless it is said to be vacant.
    let unlisted: Vec<&Post> =
        posts.iter().copied().filter(|post| post.holders.is_empty() && !vacant(post)).collect();
    if posts.is_empty() || (posts.len() == 1 && unlisted.len() == 1) {
        return;
    }
    let sure = unlisted.iter().filter(|post| post.holds(context.on).is_certain()).count();
    let (least, most) = (staffing.least + sure, staffing.most + unlisted.len());
    // What is said to be filled is not empty: its holder is not listed.
    let filled = posts.iter().any(|post| post.state == Some(PostState::Filled));
    let begun = posts.iter().any(|post| post.holds(context.on).is_certain());
    let certain = least > 1 || (most == 0 && begun && !filled);
    if least == 1 && most == 1 {
        return sink.pass();
    }
    let day = written(context.on);
    let message = match (certain, least > 1) {
        (true, true) => {
            format!("On {day} {} are each {office}.", who(&staffing, &unlisted))
        }
        (true, false) => format!("On {day} nobody is {office}."),
        (false, _) => format!("Whether exactly one is {office} on {day} is not known."),
    };
    let help = if certain {
        "Designate one officer; enter who acts or is there for the interim, and ends of terms."
    } else {
        "Say from which day to which each holder has the post."
    };
    let finding = posts.iter().fold(sink.finding(message, help), |f, post| f.about(post.key.id));
    let count = |number: usize| Value::Count(i64::try_from(number).unwrap_or(i64::MAX));
    let finding = finding.with("holders at least", count(least)).with("at most", count(most));
    sink.find(if certain { finding } else { finding.undetermined() });
}

/// Everybody who is there, or the posts where they are not listed.
fn who(staffing: &Staffing<'_>, unlisted: &[&Post]) -> String {
    let persons = staffing.persons.iter().map(|person| format!("'{person}'"));
    listed(persons.chain(unlisted.iter().map(|post| format!("'{}'", post.title))))
}
