//! REV-002: the peer team holds no councillor, or no officer.

use crate::{
    finding::{Entry, Severity},
    model::{PeerKind, PeerRole, Review},
    rules::{Check, Context, Example, Rule, Sink},
    values::Code,
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"REV", 2),
        name: "team-without-member-or-officer",
        severity: Severity::Warning,
        finds: "The peer team holds no councillor, or no officer.",
        why: "A peer challenge is by peers of both; one is missing from the list, or there is a reason.",
        source: "LGA guidance on corporate peer challenge",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2019-09-04",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "organisations": [{"reference": "ORG1", "name": "Medway Council", "kind": "council"}],
 "reviews": [{"reference": "REV1", "name": "Peer challenge", "team": [
   {"post": "Chief Executive", "organisation": "Medway Council", "kind": "officer"}]}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "organisations": [{"reference": "ORG1", "name": "Medway Council", "kind": "council"}],
 "reviews": [{"reference": "REV1", "name": "Peer challenge", "team": [
   {"post": "Chief Executive", "organisation": "Medway Council", "kind": "officer"},
   {"post": "Leader", "organisation": "Medway Council", "kind": "member"}]}]}"#,
    },
    check: Check::Reviews(check),
};

fn check(_: &Context<'_>, review: &Review, sink: &mut Sink<'_>) {
    // Without a list, or with peers of whom it is not said, nothing can be told.
    if review.team.is_empty() || review.team.iter().any(|peer| peer.kind.is_none()) {
        return;
    }
    for (kind, word) in [(PeerKind::Member, "councillor"), (PeerKind::Officer, "officer")] {
        let peers = review.team.iter().filter(|peer| peer.role != Some(PeerRole::Shadow));
        sink.expect(peers.clone().any(|peer| peer.kind == Some(kind)), |sink| {
            let message = format!("No {word} is among the peers of '{}'.", review.name);
            let help = format!("Add the {word} peer, or say why the team had none.");
            sink.finding(message, help).about(review.key.id)
        });
    }
}
