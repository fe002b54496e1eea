//! REV-003: a peer comes from an organisation that is not held, or is neither a council nor the LGA.

use crate::{
    finding::{Entry, Severity, Value},
    model::{OrganisationKind, PeerKind, Review},
    rules::{Check, Context, Example, Rule, Sink},
    values::{Code, names::nearest},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"REV", 3),
        name: "peer-organisation-unknown",
        severity: Severity::Info,
        finds: "A peer comes from an organisation that is not held, or is neither a council nor the LGA.",
        why: "A council that does not exist under the printed name cannot be thanked, asked or checked.",
        source: "LGA corporate peer challenge page (teams are of councillors and officers)",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2019-09-04",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "organisations": [{"reference": "ORG1", "name": "Bath and North East Somerset Council", "kind": "council"}],
 "reviews": [{"reference": "REV1", "name": "Review", "team": [{"post": "Director of Finance", "organisation": "Bath and North Somerset Council"}]}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "organisations": [{"reference": "ORG1", "name": "Medway Council", "kind": "council"}],
 "reviews": [{"reference": "REV1", "name": "Review", "team": [{"post": "Leader", "organisation": "Medway Council"}]}]}"#,
    },
    check: Check::Reviews(check),
};

fn check(context: &Context<'_>, review: &Review, sink: &mut Sink<'_>) {
    let organisations = context.programme.organisations();
    for peer in &review.team {
        let Some(words) = &peer.organisation else { continue };
        let held = peer.organisation_id.and_then(|id| organisations.get(id));
        let (message, help) = match held.map(|organisation| organisation.kind) {
            Some(None | Some(OrganisationKind::Council | OrganisationKind::SectorAssociation)) => {
                sink.pass();
                continue;
            }
            Some(Some(_)) => (
                format!("'{words}' ({}) is neither a council nor the LGA.", peer.post),
                "Mark the peer as external to local government.".to_owned(),
            ),
            None => {
                let names = organisations.into_iter().map(|held| held.name.as_str());
                let near = nearest(words, names).map(|near| format!(" (nearest: '{near}')"));
                (
                    format!("'{words}' ({}) is not an organisation we hold.", peer.post),
                    format!(
                        "Correct the name{} or add the organisation, or mark the peer as external.",
                        near.unwrap_or_default()
                    ),
                )
            }
        };
        if peer.kind == Some(PeerKind::External) {
            sink.pass();
            continue;
        }
        let finding = sink.finding(message, help).about(review.key.id);
        sink.find(finding.with("organisation", Value::Words(words.clone())));
    }
}
