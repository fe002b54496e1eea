//! GOV-001: the programme has not exactly one senior responsible owner.

use crate::{
    finding::{Entry, Finding, Severity},
    model::{Lead, Party, Role, RoleKind, Standing},
    rules::{
        Check, Context, Example, Rule, Sink,
        people::{self, listed},
    },
    values::{Certainty, Code},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"GOV", 1),
        name: "owner-not-one",
        severity: Severity::Warning,
        finds: "Several people, a group or nobody is senior responsible owner of the programme.",
        why: "One senior person answers for a programme; what several own, nobody does.",
        source: "Government Functional Standard GovS 002; DAO (DFP) 33/03 in Northern Ireland. Councils are not bound by either",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2020-09-23",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Chief Executive"}, {"reference": "POST2", "title": "Director of Place"}],
 "roles": [{"reference": "ROLE1", "title": "Senior Responsible Owner", "kind": "senior_responsible_owner",
   "holders": ["Chief Executive", "Director of Place"]}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Chief Executive"}, {"reference": "POST2", "title": "Director of Place"}],
 "roles": [
   {"reference": "ROLE1", "title": "Senior Responsible Owner", "kind": "senior_responsible_owner",
    "holders": "Chief Executive"},
   {"reference": "ROLE2", "title": "Programme Director", "kind": "programme_director",
    "holders": "Director of Place"}]}"#,
    },
    check: Check::Programme(check),
};

const OWNER: &[RoleKind] = &[RoleKind::SeniorResponsibleOwner];

/// Roles of those who run a programme. Where one of them is held, its owner is looked for.
const RUN_IT: &[RoleKind] = &[
    RoleKind::Sponsor,
    RoleKind::ProgrammeDirector,
    RoleKind::ProgrammeManager,
    RoleKind::DayToDayLead,
    RoleKind::ProgrammeOffice,
];

const HELP: &str = "Name one post; put the others on the board that advises it.";

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let status = Standing::of_notes(&context.programme.about().status, context.on).status;
    if status.is_some_and(|status| status.is_delivered() || status.is_excluded()) {
        return;
    }
    let on_the_day = |role: &&Role| role.holds(context.on) != Certainty::No;
    let named = |role: &&Role| role.holders.iter().any(Lead::is_somebody);
    let owners: Vec<&Role> =
        people::programme_roles(context.programme, OWNER).filter(on_the_day).collect();
    let mut held: Vec<&Role> = owners.iter().copied().filter(named).collect();
    if held.is_empty() {
        let mut others: Vec<&Role> = people::programme_roles(context.programme, RUN_IT)
            .filter(on_the_day)
            .filter(named)
            .collect();
        others.extend(owners);
        if !others.is_empty() {
            let message = "Nobody is named as senior responsible owner of the programme.";
            let help =
                "Name the one post that answers for it, or mark its role as that of the owner.";
            sink.find(about(sink.finding(message, help), &others).undetermined());
        }
        return;
    }
    match several(context, &held) {
        Some((message, Certainty::Certainly)) => {
            sink.find(about(sink.finding(message, HELP), &held));
        }
        Some((message, _)) => {
            let help = "Say from when to when each has the role, and whether it is one person.";
            held.sort_by_key(|role| role.key.reference);
            sink.find(about(sink.finding(message, help), &held).undetermined());
        }
        None => sink.pass(),
    }
}

/// What speaks against one owner, and how certain it is.
fn several(context: &Context<'_>, roles: &[&Role]) -> Option<(String, Certainty)> {
    let programme = context.programme;
    let leads = |certain: bool| {
        let roles =
            roles.iter().filter(move |role| !certain || role.holds(context.on).is_certain());
        roles.flat_map(|role| role.holders.iter().filter(|lead| lead.is_somebody()))
    };
    let names = |certain: bool| listed(leads(certain).map(|lead| quoted(context, lead)));
    for certain in [true, false] {
        if is_several(context, &leads(certain).collect::<Vec<_>>()) {
            let certainty = if certain { Certainty::Certainly } else { Certainty::Possibly };
            let may = if certain { "share" } else { "may share" };
            let names = names(certain);
            return Some((
                format!("{names} {may} the role of senior responsible owner."),
                certainty,
            ));
        }
    }
    // One post, body or wording is left.
    let is_group = |role: &Role| {
        role.collective == Some(true)
            || role.holders.iter().any(|lead| matches!(lead.party, Party::Body(_)))
    };
    let certainty = roles.iter().map(|role| role.holds(context.on)).max().unwrap_or(Certainty::No);
    let names = names(false);
    if roles.iter().any(|role| is_group(role)) {
        let message = format!("{names} has the role of senior responsible owner as a group.");
        return Some((message, certainty));
    }
    let lead = leads(false).next()?;
    let unclear = lead.party == Party::Unknown || people::is_plural(programme.lead_name(lead));
    if let Party::Post(id) = lead.party {
        let staffing = people::staffing(programme.get(id), context.on);
        if staffing.shared && staffing.most > 1 {
            let message =
                format!("{names} is senior responsible owner, and several people share the post.");
            let sure = if staffing.least > 1 { certainty } else { Certainty::Possibly };
            return Some((message, sure));
        }
    }
    let message = if certainty == Certainty::Possibly {
        format!("{names} may have been senior responsible owner before or after this day only.")
    } else if unclear {
        format!("Whether {names}, the senior responsible owner, is one person is not known.")
    } else {
        return None;
    };
    Some((message, Certainty::Possibly))
}

/// Whether leads name more than one: posts that one person is known to hold are one.
fn is_several(context: &Context<'_>, leads: &[&Lead]) -> bool {
    let mut names: Vec<String> = leads.iter().map(|lead| quoted(context, lead)).collect();
    names.sort();
    names.dedup();
    let persons = leads.iter().map(|lead| match lead.party {
        Party::Post(id) => {
            let staffing = people::staffing(context.programme.get(id), context.on);
            match staffing.persons.as_slice() {
                [person] if staffing.least == 1 => Some(*person),
                _ => None,
            }
        }
        Party::Body(_) | Party::Unknown => None,
    });
    let persons: Option<Vec<&str>> = persons.collect();
    let one = |all: &Vec<&str>| all.windows(2).all(|two| two.first() == two.last());
    names.len() > 1 && !persons.as_ref().is_some_and(one)
}

fn quoted(context: &Context<'_>, lead: &Lead) -> String {
    let name = match lead.party {
        Party::Post(post) => context.programme.name(post),
        Party::Body(body) => context.programme.name(body),
        Party::Unknown => None,
    };
    format!("'{}'", name.unwrap_or_else(|| context.programme.lead_name(lead)))
}

fn about(finding: Finding, roles: &[&Role]) -> Finding {
    roles.iter().fold(finding, |finding, role| finding.about(role.key.id))
}
