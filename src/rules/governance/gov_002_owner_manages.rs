//! GOV-002: the senior responsible owner also directs or manages the programme.

use crate::{
    finding::{Entry, Severity},
    model::RoleKind,
    rules::{
        Check, Context, Example, Rule, Sink,
        governance::{Said, tell},
        people::{self, MANAGERS, Tenure},
    },
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"GOV", 2),
        name: "owner-manages",
        severity: Severity::Warning,
        finds: "The senior responsible owner also directs or manages the programme.",
        why: "Who runs a programme reports to its owner, and nobody reports to themselves.",
        source: "Good practice; GovS 002 has the roles apart",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2020-09-23",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Place"}],
 "roles": [
   {"reference": "ROLE1", "title": "Senior Responsible Owner", "kind": "senior_responsible_owner",
    "holders": "Director of Place"},
   {"reference": "ROLE2", "title": "Programme Manager", "kind": "programme_manager",
    "holders": "Director of Place"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Director of Place"}],
 "roles": [
   {"reference": "ROLE1", "title": "Senior Responsible Owner", "kind": "senior_responsible_owner",
    "holders": "Director of Place", "since": "1 April 2020"},
   {"reference": "ROLE2", "title": "Programme Manager", "kind": "programme_manager",
    "holders": "Director of Place", "until": "31 March 2020"}]}"#,
    },
    check: Check::Programme(check),
};

const OWNER: &[RoleKind] = &[RoleKind::SeniorResponsibleOwner];

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let (mut owns, mut runs) = (Vec::new(), Vec::new());
    for (kinds, tenures) in [(OWNER, &mut owns), (MANAGERS, &mut runs)] {
        for role in people::programme_roles(context.programme, kinds) {
            tenures.extend(Tenure::of_role(context.programme, role));
        }
    }
    let found = people::both(&owns, &runs, None);
    let said = Said {
        verb: ["is", "may be"],
        rest: "senior responsible owner and directs or manages the programme as well.",
        help: "Give the daily work to somebody else, or say who oversees the owner.",
    };
    found.iter().for_each(|both| tell(both, None, &said, sink));
    if found.is_empty() && !owns.is_empty() && !runs.is_empty() {
        sink.pass();
    }
}
