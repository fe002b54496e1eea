//! GOV-008: a councillor holds a paid office of the same council.

use crate::{
    finding::{Entry, Severity},
    model::{BodyKind, Party, Post, PostKind, Role, RoleKind},
    rules::{
        Check, Context, Example, Rule, Sink,
        governance::{Said, tell},
        people::{self, Tenure, Who},
    },
    values::{Certainty, Code},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"GOV", 8),
        name: "member-and-officer",
        severity: Severity::Error,
        finds: "A councillor holds a paid office of the same council.",
        why: "Who holds one is disqualified from being a member. Allowances of the executive are no such pay.",
        source: "LGA 1972 s.80(1)(a)",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2020-09-23",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [
   {"reference": "POST1", "title": "Leader of the Council", "kind": "councillor", "holders": "P-1"},
   {"reference": "POST2", "title": "Project accountant", "kind": "officer", "holders": "P-1"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [
   {"reference": "POST1", "title": "Leader of the Council", "kind": "councillor",
    "holders": {"person": "P-1", "since": "7 May 2020"}},
   {"reference": "POST2", "title": "Project accountant", "kind": "officer",
    "holders": {"person": "P-1", "until": "6 May 2020"}}]}"#,
    },
    check: Check::Programme(check),
};

/// Roles in which officers run a programme or project.
const OFFICERS: [RoleKind; 3] =
    [RoleKind::ProgrammeDirector, RoleKind::ProgrammeManager, RoleKind::ProjectManager];

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    if !context.is_english() {
        return;
    }
    let own = || {
        let posts = context.programme.posts().into_iter();
        posts.filter(|post| people::exists(post) && context.is_own(post.organisation))
    };
    let of = |is: fn(&Post) -> bool| {
        own().filter(move |post| is(post)).flat_map(|post| Tenure::of_post(post, &[]))
    };
    let mut members: Vec<Tenure<'_>> = of(people::is_members).collect();
    let officers: Vec<Tenure<'_>> = of(people::is_officers).collect();
    let council = context.programme.bodies().into_iter();
    let council = council.filter(|body| body.kind == Some(BodyKind::Council));
    for body in council.filter(|body| context.is_own(body.organisation)) {
        // Officers may have posts in rows of seats; who sits there alone is a member.
        let seats = Tenure::of_seats(context.programme, body).into_iter();
        members.extend(seats.filter(|one| one.row == Some(body.key.id.into())));
    }
    let found = people::both(&members, &officers, None);
    let said = Said {
        verb: ["is", "may at one time be"],
        rest: "both a member and an officer of the council.",
        help: "Check who is meant: a member may hold no paid office of the same council.",
    };
    found.iter().for_each(|both| tell(both, None, &said, sink));
    let managed = members_who_manage(context, sink);
    let known = |all: &[Tenure<'_>]| all.iter().any(|one| matches!(one.who, Who::Person(_)));
    if found.is_empty() && !managed && known(&members) && known(&officers) {
        sink.pass();
    }
}

/// A councillor in a role that officers have; whether it is paid is not said.
fn members_who_manage(context: &Context<'_>, sink: &mut Sink<'_>) -> bool {
    let mut found = false;
    let has = |role: &&Role| role.kind.is_some_and(|kind| OFFICERS.contains(&kind));
    let roles = context.programme.roles().into_iter().filter(has);
    for role in roles.filter(|role| role.holds(context.on) != Certainty::No) {
        for lead in &role.holders {
            let Party::Post(id) = lead.party else { continue };
            let post = context.programme.get(id).filter(|post| context.is_own(post.organisation));
            let Some(post) = post.filter(|post| post.kind == Some(PostKind::Councillor)) else {
                continue;
            };
            let message = format!(
                "'{}' is a councillor's post, and has the role '{}'.",
                post.title, role.title
            );
            let help =
                "Check who is meant; a member may have no paid office, so say if it is unpaid.";
            let finding = sink.finding(message, help).about(role.key.id).about(post.key.id);
            sink.find(finding.undetermined());
            found = true;
        }
    }
    found
}
