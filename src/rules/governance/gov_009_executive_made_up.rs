//! GOV-009: the executive is wrongly made up.

use crate::{
    finding::{Entry, Severity, Value},
    model::{Body, BodyKind, Office, Party, Post},
    rules::{
        Check, Context, Example, Rule, Sink,
        governance::{Said, tell},
        people::{self, EXECUTIVE, Tenure},
    },
    values::{Certainty, Code},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"GOV", 9),
        name: "executive-wrongly-made-up",
        severity: Severity::Error,
        finds: "The executive has fewer than 3 or more than 10 members, or the chair or vice-chair of the council is in it.",
        why: "The law allows 3 to 10, the leader or mayor counted, and keeps who presides over the council out.",
        source: "LGA 2000 s.9C (before 2012: s.11(2), (3), (7) and (8))",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2020-09-23",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Leader of the Council", "offices": "leader"}],
 "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive",
   "seats": [{"holders": "Leader of the Council"}, {"title": "Portfolio holders", "count": "10"}]}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Leader of the Council", "offices": "leader"}],
 "bodies": [{"reference": "BODY1", "name": "Cabinet", "kind": "executive",
   "seats": [{"holders": "Leader of the Council"}, {"title": "Portfolio holders", "count": "9"}]}]}"#,
    },
    check: Check::Programme(check),
};

const CHAIRS: [Office; 2] = [Office::ChairOfCouncil, Office::ViceChairOfCouncil];

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    if !context.is_english() || context.has_executive() == Some(false) {
        return;
    }
    let programme = context.programme;
    let own = programme.posts().into_iter();
    let own = own.filter(|post| people::exists(post) && context.is_own(post.organisation));
    let posts: Vec<&Post> = own.collect();
    let bodies = programme.bodies().into_iter().filter(|body| {
        body.kind == Some(BodyKind::Executive)
            && context.is_own(body.organisation)
            && people::is_there(body)
    });
    let bodies: Vec<&Body> = bodies.collect();
    bodies.iter().for_each(|body| size(context, body, &posts, sink));
    let with = |offices: &'static [Office]| {
        let posts = posts.iter().copied().filter(move |post| people::has_office(post, offices));
        posts.flat_map(|post| Tenure::of_post(post, &[]))
    };
    let chairs: Vec<Tenure<'_>> = with(&CHAIRS).collect();
    let mut members: Vec<Tenure<'_>> = with(&EXECUTIVE).collect();
    members.extend(bodies.iter().flat_map(|body| Tenure::of_seats(context.programme, body)));
    let found = people::both(&chairs, &members, Some(context.on));
    let said = Said {
        verb: ["is", "may be"],
        rest: "chair or vice-chair of the council and in its executive.",
        help: "Take them out of the executive, or end one of the two terms.",
    };
    found.iter().for_each(|both| tell(both, None, &said, sink));
    if found.is_empty() && !chairs.is_empty() && !members.is_empty() {
        sink.pass();
    }
}

/// Whether an executive has 3 to 10 members, where it is known how many it has.
fn size(context: &Context<'_>, body: &Body, posts: &[&Post], sink: &mut Sink<'_>) {
    if body.count.is_some() {
        return;
    }
    let Some((least, most)) = people::seats(context, body, true) else { return };
    // The leader or mayor is a member, listed or not.
    let heads = [Office::Leader, Office::ElectedMayor];
    let sits = |post: &Post| {
        let mut leads = body.seats.iter().flat_map(|seat| &seat.holders);
        leads.any(|lead| lead.party == Party::Post(post.key.id))
    };
    let by_post = body.seats.iter().all(|seat| !seat.holders.is_empty());
    let head = posts.iter().find(|post| people::has_office(post, &heads));
    let head = head.filter(|post| by_post && post.holds(context.on).is_certain() && !sits(post));
    let (least, most) = match head {
        Some(_) => (least.saturating_add(1), most.saturating_add(1)),
        None => (least, most),
    };
    let wrong = Certainty::from_readings(least > 10 || most < 3, most > 10 || least < 3);
    if wrong == Certainty::No {
        return sink.pass();
    }
    let members = if least == most { least.to_string() } else { format!("{least} to {most}") };
    let message = format!("'{}' has {members} members; the law allows 3 to 10.", body.name);
    let help = "Take out or end the seats of former members, or add those who are missing.";
    let count = |number: usize| Value::Count(i64::try_from(number).unwrap_or(i64::MAX));
    let finding = sink.finding(message, help).about(body.key.id);
    let finding = finding.with("members at least", count(least)).with("at most", count(most));
    sink.find(if wrong.is_certain() { finding } else { finding.undetermined() });
}
