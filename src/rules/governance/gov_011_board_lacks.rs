//! GOV-011: a board lacks an essential, or cannot be quorate.

use crate::{
    finding::{Entry, Severity, Value},
    model::{Body, BodyKind, Lead, Party},
    rules::{
        Check, Context, Example, Rule, Sink,
        people::{self, Tenure, Who, listed},
    },
    values::{Certainty, Code},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"GOV", 11),
        name: "board-lacks-essential",
        severity: Severity::Warning,
        finds: "A board lacks terms of reference, chair, members, quorum, cadence or a body to which it reports; its quorum cannot be met, or its chair is no member.",
        why: "Without them nobody can say what it may do, when it acts and to whom it answers.",
        source: "Good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2020-03-10",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Chief Executive"}],
 "bodies": [{"reference": "BODY1", "name": "Programme Board", "kind": "board", "programme": true,
   "chairs": "Chief Executive", "seats": [{"holders": "Chief Executive"}, "Others as needed"]}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "posts": [{"reference": "POST1", "title": "Chief Executive"}],
 "documents": [{"reference": "DOC1", "title": "Terms of reference"}],
 "bodies": [
   {"reference": "BODY1", "name": "Programme Board", "kind": "board", "programme": true, "terms": "DOC1",
    "chairs": "Chief Executive", "seats": [{"holders": "Chief Executive"}, "Others as needed"],
    "quorum": 3, "cadence": "monthly"},
   {"reference": "BODY2", "name": "Cabinet", "kind": "executive"}],
 "reporting_lines": [{"title": "Board to Cabinet", "from": "body BODY1", "to": "body BODY2"}]}"#,
    },
    check: Check::Bodies(check),
};

fn check(context: &Context<'_>, body: &Body, sink: &mut Sink<'_>) {
    if !people::is_there(body) {
        return;
    }
    if is_formal(body) {
        let missing = missing(context, body);
        sink.expect(missing.is_empty(), |sink| {
            let message = format!("'{}' lacks {}.", body.name, listed(missing));
            let help = "Fill in what is missing, or mark the group as informal.";
            sink.finding(message, help).about(body.key.id)
        });
    }
    quorum(context, body, sink);
    chair(context, body, sink);
}

/// Whether a body is one of which the essentials are asked: the programme's own board, or another
/// group of the kind that describes itself as one.
pub(super) fn is_formal(body: &Body) -> bool {
    let kind = matches!(
        body.kind,
        Some(
            BodyKind::Board
                | BodyKind::SteeringGroup
                | BodyKind::DesignAuthority
                | BodyKind::TaskAndFinishGroup
                | BodyKind::WorkingGroup
        )
    );
    let described = body.terms.is_some()
        || !body.chairs.is_empty()
        || !body.seats.is_empty()
        || body.quorum.is_some();
    body.informal != Some(true) && people::is_there(body) && (body.programme || (kind && described))
}

/// The essentials that a body does not give.
fn missing(context: &Context<'_>, body: &Body) -> Vec<String> {
    let chaired = body.led_by.is_some()
        || body.chairs.iter().any(Lead::is_somebody)
        || !context.chair_roles(body.key.id).is_empty()
        || body.seats.iter().any(|seat| people::is_chair(seat.title.as_deref()));
    let essentials = [
        ("terms of reference", body.terms.is_some()),
        ("a chair", chaired),
        ("members", !body.seats.is_empty()),
        ("a quorum", body.quorum.is_some()),
        ("a cadence", body.cadence.is_some()),
        ("a body to which it reports", context.is_reporting(body.key.id.into())),
    ];
    let missing = essentials.iter().filter(|(_, there)| !there);
    missing.map(|(essential, _)| (*essential).to_owned()).collect()
}

/// Whether as many as make a quorum can be there.
fn quorum(context: &Context<'_>, body: &Body, sink: &mut Sink<'_>) {
    let Some(quorum) = body.quorum else { return };
    let help = "Correct the quorum, or list the members who are missing.";
    if quorum == 0 {
        let message = format!("The quorum of '{}' is 0: nobody need be there.", body.name);
        sink.find(sink.finding(message, help).about(body.key.id));
        return;
    }
    let Some((least, most)) = people::seats(context, body, false) else { return };
    let quorum = usize::try_from(quorum).unwrap_or(usize::MAX);
    let above = Certainty::from_readings(quorum > most, quorum > least);
    if above == Certainty::No {
        return sink.pass();
    }
    let (is, seats) = if above.is_certain() { ("is", most) } else { ("may be", least) };
    let name = &body.name;
    let message = format!("The quorum of '{name}', {quorum}, {is} more than its seats, {seats}.");
    let count = |number: usize| Value::Count(i64::try_from(number).unwrap_or(i64::MAX));
    let finding = sink.finding(message, help).about(body.key.id);
    let finding = finding.with("quorum", count(quorum)).with("seats at most", count(most));
    sink.find(if above.is_certain() { finding } else { finding.undetermined() });
}

/// Whether the chair is a member, where all members are known by post.
fn chair(context: &Context<'_>, body: &Body, sink: &mut Sink<'_>) {
    let by_post = |lead: &Lead| matches!(lead.party, Party::Post(_));
    let mut seats = body.seats.iter();
    let known = seats.all(|seat| !seat.holders.is_empty() && seat.holders.iter().all(by_post));
    if body.seats.is_empty() || !known {
        return;
    }
    let seats = body.seats.iter().flat_map(|seat| &seat.holders);
    let members: Vec<Tenure<'_>> =
        seats.flat_map(|lead| Tenure::of_lead(context.programme, lead, &[])).collect();
    for lead in body.chairs.iter().filter(|lead| by_post(lead)) {
        let chair = Tenure::of_lead(context.programme, lead, &[]);
        // A post is a member, or somebody who holds it is one by another.
        let mut member = chair.iter().filter(|one| {
            matches!(one.who, Who::Person(_) | Who::Post(_))
                && members.iter().any(|other| other.who == one.who)
        });
        let name = context.programme.lead_name(lead);
        sink.expect(member.next().is_some(), |sink| {
            let message = format!("'{name}' chairs '{}' and has no seat on it.", body.name);
            let help = "Add the seat, or correct who chairs it.";
            let finding = sink.finding(message, help).about(body.key.id);
            chair.iter().filter_map(|one| one.row).take(1).fold(finding, |f, row| f.about(row))
        });
    }
}
