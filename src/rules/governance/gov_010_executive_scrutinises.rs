//! GOV-010: a member of the executive sits on overview and scrutiny.

use crate::{
    finding::{Entry, Severity},
    model::{Body, BodyKind, Office},
    rules::{
        Check, Context, Example, Rule, Sink,
        governance::{Said, tell},
        people::{self, EXECUTIVE, Tenure},
    },
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"GOV", 10),
        name: "executive-member-scrutinises",
        severity: Severity::Error,
        finds: "A member of the executive sits on overview and scrutiny.",
        why: "They would scrutinise their own decisions; a scrutiny committee may not include members of the executive.",
        source: "LGA 2000 s.9FA",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2020-09-23",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Portfolio holder for Finance", "offices": "executive_member"}],
 "bodies": [{"reference": "BODY1", "name": "Scrutiny Commission", "kind": "scrutiny",
   "seats": [{"holders": "Portfolio holder for Finance"}]}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Portfolio holder for Finance", "offices": "executive_member"}],
 "bodies": [{"reference": "BODY1", "name": "Scrutiny Commission", "kind": "scrutiny",
   "seats": [{"holders": "Portfolio holder for Finance", "capacity": "observer"}]}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    if !context.is_english() || context.has_executive() == Some(false) {
        return;
    }
    let programme = context.programme;
    let with = |offices: &'static [Office]| {
        let own = programme.posts().into_iter().filter(|post| context.is_own(post.organisation));
        let own = own.filter(move |post| people::exists(post) && people::has_office(post, offices));
        own.flat_map(|post| Tenure::of_post(post, &[]))
    };
    let bodies = |kind: BodyKind| {
        let own = programme.bodies().into_iter().filter(|body| context.is_own(body.organisation));
        own.filter(move |body: &&Body| body.kind == Some(kind))
    };
    let mut decide: Vec<Tenure<'_>> = with(&EXECUTIVE).collect();
    for body in bodies(BodyKind::Executive) {
        decide.extend(Tenure::of_seats(context.programme, body));
    }
    let mut watch: Vec<Tenure<'_>> = with(&[Office::ScrutinyChair]).collect();
    for body in bodies(BodyKind::Scrutiny) {
        watch.extend(Tenure::of_seats(context.programme, body));
        watch.extend(Tenure::of_chairs(context.programme, context.chair_roles(body.key.id), body));
    }
    let found = people::both(&decide, &watch, None);
    let said = Said {
        verb: ["sits", "may at one time sit"],
        rest: "on the executive and on overview and scrutiny.",
        help: "Take them off one of the two, or correct the day on which they changed.",
    };
    found.iter().for_each(|both| tell(both, None, &said, sink));
    if found.is_empty() && !decide.is_empty() && !watch.is_empty() {
        sink.pass();
    }
}
