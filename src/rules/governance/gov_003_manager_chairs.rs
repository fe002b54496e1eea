//! GOV-003: who runs the programme chairs its board.

use crate::{
    finding::{Entry, Severity},
    model::Body,
    rules::{
        Check, Context, Example, Rule, Sink,
        governance::{Said, tell},
        people::{self, MANAGERS, Tenure},
    },
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"GOV", 3),
        name: "manager-chairs-board",
        severity: Severity::Warning,
        finds: "The programme's director or manager chairs its board.",
        why: "The board holds to account whoever runs the programme; its chair should be the owner or independent.",
        source: "OGC practice: the senior responsible owner chairs the board",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2020-09-23",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Chief Executive"}, {"reference": "POST2", "title": "Director of Place"}],
 "documents": [{"reference": "DOC1", "title": "Terms of reference"}],
 "bodies": [{"reference": "BODY1", "name": "Programme Board", "kind": "board", "programme": true,
   "terms": "DOC1", "chairs": "Director of Place", "seats": [{"holders": "Director of Place"}, {"holders": "Chief Executive"}],
   "quorum": 2, "cadence": "monthly"}],
 "reporting_lines": [{"title": "Board to owner", "from": "body BODY1", "to": "post POST1"}],
 "roles": [
   {"reference": "ROLE1", "title": "Senior Responsible Owner", "kind": "senior_responsible_owner",
    "holders": "Chief Executive"},
   {"reference": "ROLE2", "title": "Programme Director", "kind": "programme_director",
    "holders": "Director of Place"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Chief Executive"}, {"reference": "POST2", "title": "Director of Place"}],
 "documents": [{"reference": "DOC1", "title": "Terms of reference"}],
 "bodies": [{"reference": "BODY1", "name": "Programme Board", "kind": "board", "programme": true,
   "terms": "DOC1", "chairs": "Chief Executive", "seats": [{"holders": "Director of Place"}, {"holders": "Chief Executive"}],
   "quorum": 2, "cadence": "monthly"}],
 "reporting_lines": [{"title": "Board to owner", "from": "body BODY1", "to": "post POST1"}],
 "roles": [
   {"reference": "ROLE1", "title": "Senior Responsible Owner", "kind": "senior_responsible_owner",
    "holders": "Chief Executive"},
   {"reference": "ROLE2", "title": "Programme Director", "kind": "programme_director",
    "holders": "Director of Place"}]}"#,
    },
    check: Check::Bodies(check),
};

fn check(context: &Context<'_>, body: &Body, sink: &mut Sink<'_>) {
    if !body.programme || !people::is_there(body) {
        return;
    }
    let chairs = Tenure::of_chairs(context.programme, context.chair_roles(body.key.id), body);
    let roles = people::programme_roles(context.programme, MANAGERS);
    let runs: Vec<_> = roles.flat_map(|role| Tenure::of_role(context.programme, role)).collect();
    let found = people::both(&chairs, &runs, Some(context.on));
    let said = Said {
        verb: ["runs", "may run"],
        rest: &format!("the programme and chairs its board, '{}'.", body.name),
        help: "Let the senior responsible owner chair it, or somebody independent.",
    };
    let row = Some(body.key.id.into());
    found.iter().for_each(|both| tell(both, row, &said, sink));
    if found.is_empty() && !chairs.is_empty() && !runs.is_empty() {
        sink.pass();
    }
}
