//! GOV-004: two roles are called accountable for the same thing.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    finding::{Entry, Severity, Value},
    model::{Involvement, Role, RoleKind},
    rules::{
        Check, Context, Example, Rule, Sink,
        people::{self, Tenure, Who, listed},
    },
    values::{Certainty, Code, names::fold},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"GOV", 4),
        name: "accountable-twice",
        severity: Severity::Warning,
        finds: "Two or more are called accountable for the same thing.",
        why: "To be accountable is personal and cannot be delegated; where two are, each may look to the other.",
        source: "MSP glossary; good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2020-09-23",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Leader of the Council"}, {"reference": "POST2", "title": "Chief Executive"}],
 "roles": [
   {"reference": "ROLE1", "title": "Sponsor", "kind": "sponsor", "involvement": "accountable",
    "holders": "Leader of the Council"},
   {"reference": "ROLE2", "title": "Senior Responsible Owner", "kind": "senior_responsible_owner",
    "holders": "Chief Executive"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Place"}, {"reference": "POST2", "title": "Chief Executive"}],
 "roles": [
   {"reference": "ROLE1", "title": "Programme Director", "kind": "programme_director",
    "involvement": "accountable", "answers_for": "Reporting on time", "holders": "Director of Place"},
   {"reference": "ROLE2", "title": "Senior Responsible Owner", "kind": "senior_responsible_owner",
    "holders": "Chief Executive"}]}"#,
    },
    check: Check::Programme(check),
};

/// A role that makes somebody accountable.
struct Claim<'p> {
    roles: Vec<&'p Role>,
    who: BTreeSet<Who<'p>>,
    names: Vec<String>,
    certainty: Certainty,
}

impl<'p> Claim<'p> {
    fn of(context: &'p Context<'_>, role: &'p Role) -> Option<Self> {
        let tenures = Tenure::of_role(context.programme, role);
        let posts = tenures.iter().filter(|one| !matches!(one.who, Who::Person(_)));
        let names = posts.map(Tenure::named).collect();
        let held = tenures.iter().filter(|one| one.on(context.on) != Certainty::No);
        let who: BTreeSet<_> = held.map(|one| one.who.clone()).collect();
        let certainty = role.holds(context.on);
        (!who.is_empty() && certainty != Certainty::No).then_some(Self {
            roles: vec![role],
            who,
            names,
            certainty,
        })
    }
}

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let programme = context.programme;
    // By what they answer for; none is the programme as such.
    let mut claims: BTreeMap<Option<String>, Vec<Claim<'_>>> = BTreeMap::new();
    let mut owner: Option<Claim<'_>> = None;
    for role in programme.roles() {
        let owns = role.kind == Some(RoleKind::SeniorResponsibleOwner);
        let accountable = owns || role.involvement == Some(Involvement::Accountable);
        if !accountable || !people::is_of_programme(programme, role) {
            continue;
        }
        let Some(claim) = Claim::of(context, role) else { continue };
        match (&mut owner, owns) {
            // That the role of the owner is shared is GOV-001's matter: here it is one.
            (Some(owner), true) => {
                owner.roles.extend(claim.roles);
                owner.who.extend(claim.who);
                owner.names.extend(claim.names);
                owner.certainty = owner.certainty.or(claim.certainty);
            }
            (None, true) => owner = Some(claim),
            (_, false) => claims.entry(scope(context, role)).or_default().push(claim),
        }
    }
    let owned = owner.is_some();
    if let Some(owner) = owner {
        claims.entry(None).or_default().push(owner);
    }
    let others = others(&claims);
    let mut found = false;
    for (scope, claims) in &claims {
        let Some(certainty) = clash(claims) else { continue };
        found = true;
        tell(sink, scope.as_deref(), claims, certainty, &others);
    }
    // Who is accountable for something that is not said may be so for what another answers for.
    if !found && !owned && claims.len() > 1 && claims.contains_key(&None) {
        found = true;
        let all: Vec<&Claim<'_>> = claims.values().flatten().collect();
        let unsaid = claims.get(&None).into_iter().flatten().flat_map(|claim| claim.names.clone());
        let names = listed(unsaid);
        let message = format!("{names} is accountable, and for what is not said; others are too.");
        let help = "Say what each of them answers for.";
        let roles = all.iter().flat_map(|claim| &claim.roles);
        let finding = roles.fold(sink.finding(message, help), |f, role| f.about(role.key.id));
        sink.find(finding.undetermined());
    }
    if !found && claims.values().map(Vec::len).sum::<usize>() > 0 {
        sink.pass();
    }
}

/// What a role answers for; none where that is the programme as such, or not said.
fn scope(context: &Context<'_>, role: &Role) -> Option<String> {
    let said = fold(role.answers_for.as_deref()?);
    let said = said.strip_prefix("the ").unwrap_or(&said);
    let about = context.programme.about();
    let names = about.aliases.iter().map(String::as_str).chain([about.name.as_str()]);
    let own = names.map(fold).any(|name| {
        said == name || said.strip_suffix(" programme") == Some(&name) || {
            name.strip_suffix(" programme") == Some(said)
        }
    });
    let whole = matches!(said, "" | "programme" | "whole programme" | "programme as whole");
    (!own && !whole).then(|| said.to_owned())
}

/// Whether two of some claims have nobody in common, so that two are accountable.
fn clash(claims: &[Claim<'_>]) -> Option<Certainty> {
    let pairs = claims.iter().enumerate().flat_map(|(at, claim)| {
        let after = claims.iter().skip(at + 1);
        after.map(move |other| (claim, other))
    });
    let apart = pairs.filter(|(a, b)| a.who.is_disjoint(&b.who));
    apart.map(|(a, b)| a.certainty.and(b.certainty)).max()
}

fn tell(
    sink: &mut Sink<'_>,
    scope: Option<&str>,
    claims: &[Claim<'_>],
    certainty: Certainty,
    others: &[(String, String)],
) {
    let names = listed(claims.iter().flat_map(|claim| claim.names.clone()));
    let matter = scope.map_or_else(|| "the programme".to_owned(), |scope| format!("'{scope}'"));
    let (are, help) = if certainty.is_certain() {
        ("are", "Keep one; make the others sponsor, responsible or consulted.")
    } else {
        ("may at one time be", "Say from when to when each of them is.")
    };
    let message = format!("{names} {are} each accountable for {matter}.");
    let roles = claims.iter().flat_map(|claim| &claim.roles);
    let finding = roles.fold(sink.finding(message, help), |f, role| f.about(role.key.id));
    let finding = match scope {
        // Who answers for a part of it is told beside.
        None => others.iter().fold(finding, |finding, (name, scope)| {
            finding.with("also accountable", Value::Words(format!("{name}: {scope}")))
        }),
        Some(_) => finding,
    };
    sink.find(if certainty.is_certain() { finding } else { finding.undetermined() });
}

/// Who is accountable for something smaller than the programme, and for what.
fn others(claims: &BTreeMap<Option<String>, Vec<Claim<'_>>>) -> Vec<(String, String)> {
    let parts = claims.iter().filter(|(scope, _)| scope.is_some());
    let roles = parts.flat_map(|(_, claims)| claims).flat_map(|claim| {
        let name = listed(claim.names.clone());
        claim.roles.iter().map(move |role| (name.clone(), role.answers_for.clone()))
    });
    roles.map(|(name, scope)| (name, scope.unwrap_or_default())).collect()
}
