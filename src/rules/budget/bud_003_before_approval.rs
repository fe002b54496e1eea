//! BUD-003: money is committed, or paid work begun, before the approval on which it relies.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    finding::{Entry, Severity},
    model::{
        Appointment, AppointmentState, Decision, FundingRequirement, FundingSource, MovementKind,
        Phase, RequirementState, SourceState, StatusNote, Subject,
    },
    rules::{
        Check, Context, Example, Rule, Sink,
        funds::{Approval, day, happened},
    },
    values::{ActionStatus, Certainty, Code, Id, PartialDate, names::fold},
};

pub(in crate::rules) static RULE: Rule = Rule {
    entry: Entry {
        code: Code::new(*b"BUD", 3),
        name: "committed-before-approval",
        severity: Severity::Warning,
        finds: "Money is committed or spent, or work that costs money has begun, before the approval on which it relies.",
        why: "Whoever approves it afterwards can no longer say no.",
        source: "The council's own financial rules; good practice",
        since: "0.1.0",
    },
    example: Example {
        as_at: "2021-07-30",
        fires: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "bodies": [{"reference": "BODY1", "name": "Council", "kind": "council"}],
 "decisions": [{"reference": "DEC1", "title": "Fund Phase 2", "body": "BODY1", "act": "resolve", "date": "14 July 2021"}],
 "budget_lines": [{"reference": "BL1", "title": "Consultants", "fund": "general_fund", "nature": "revenue", "year": "2021/22"}],
 "movements": [{"reference": "MOV1", "title": "Order for the review", "kind": "commitment", "amount": "£20,000",
   "date": "April 2021", "line": "BL1", "decision": "DEC1"}]}"#,
        silent: r#"{"format": "programme/1", "programme": {"name": "Example"},
 "bodies": [{"reference": "BODY1", "name": "Council", "kind": "council"}],
 "decisions": [{"reference": "DEC1", "title": "Fund Phase 2", "body": "BODY1", "act": "resolve", "date": "14 July 2021"}],
 "budget_lines": [{"reference": "BL1", "title": "Consultants", "fund": "general_fund", "nature": "revenue", "year": "2021/22"}],
 "movements": [{"reference": "MOV1", "title": "Order for the review", "kind": "commitment", "amount": "£20,000",
   "date": "14 July 2021", "line": "BL1", "decision": "DEC1"}]}"#,
    },
    check: Check::Programme(check),
};

fn check(context: &Context<'_>, sink: &mut Sink<'_>) {
    let programme = context.programme;
    for movement in programme.movements() {
        if matches!(movement.kind, Some(MovementKind::Commitment | MovementKind::Actual)) {
            let line = movement.line.and_then(|id| programme.get(id));
            let relies = movement.decision.or(line.and_then(|line| line.approved_by));
            let (row, name) = (movement.key.id.into(), movement.title.as_str());
            let begun = Begun {
                row,
                name,
                date: day(movement.date.as_ref()),
                by: happened(context, movement),
            };
            if let Some(relies) = relies {
                begun.rests_on(context, relies, sink);
            }
        }
    }
    let mut pays: BTreeMap<Subject, Vec<&FundingSource>> = BTreeMap::new();
    for source in programme.funding_sources() {
        if let Some(of) = source.of.filter(|_| source.state != Some(SourceState::Possible)) {
            pays.entry(of).or_default().push(source);
        }
    }
    let phases = Phases::of(context);
    for row in programme.appointments() {
        let begun = Begun::appointment(context, row);
        let own = pays.get(&row.key.id.into()).or_else(|| pays.get(&row.of?));
        begun.paid(context, own.map_or(&[], Vec::as_slice), row.phase, &phases, sink);
    }
    // Where nothing is said to pay for work, there is none to look at.
    if pays.is_empty() {
        return;
    }
    let begun: BTreeSet<Subject> = programme
        .notes()
        .filter(|(row, note)| pays.contains_key(row) && says_begun(context, note))
        .map(|(row, _)| row)
        .collect();
    let actions = programme.actions().into_iter();
    let work = actions.map(|row| (row.key.id.into(), row.title.as_str(), row.phase));
    let work = work.chain(programme.other_work().map(|row| (row.subject, row.name, row.phase)));
    for (row, name, phase) in work.filter(|(row, ..)| begun.contains(row)) {
        let own = pays.get(&row).map_or(&[][..], Vec::as_slice);
        let begun = Begun { row, name, date: None, by: Certainty::Certainly };
        begun.paid(context, own, phase, &phases, sink);
    }
}

/// What is said to be begun by the day of the check stays so, whatever is said of it later.
fn says_begun(context: &Context<'_>, note: &StatusNote) -> bool {
    let status = note.state.as_ref().and_then(|state| state.value()?.status);
    let begun = |status: ActionStatus| status == ActionStatus::InProgress || status.is_delivered();
    let said = day(note.on.as_ref()).or(day(note.as_at.as_ref()));
    status.is_some_and(begun) && said.is_none_or(|said| said.reached(context.on).is_certain())
}

const HELP: &str = "Record the earlier authority or the budget that pays for it.";

/// Something that costs money, and whether it has begun by the day of the check.
struct Begun<'a> {
    row: Subject,
    name: &'a str,
    date: Option<PartialDate>,
    by: Certainty,
}

impl<'a> Begun<'a> {
    fn appointment(context: &Context<'_>, row: &'a Appointment) -> Self {
        use AppointmentState as A;
        let date = day(row.start.as_ref());
        let by = match (date, row.state) {
            (Some(date), _) => date.reached(context.on),
            (None, Some(A::Engaged | A::Working | A::Ended)) => Certainty::Certainly,
            (None, _) => Certainty::No,
        };
        Self { row: row.key.id.into(), name: &row.title, date, by }
    }

    /// Work that is paid by these sources, or else by what is there for its phase.
    fn paid(
        &self,
        context: &Context<'_>,
        own: &[&FundingSource],
        phase: Option<Id<Phase>>,
        phases: &Phases<'_>,
        sink: &mut Sink<'_>,
    ) {
        if self.by == Certainty::No {
            return;
        }
        if let Some(decision) = own.iter().find_map(|source| source.decision) {
            return self.rests_on(context, decision, sink);
        }
        let Some(phase) = phase.and_then(|id| context.programme.get(id)) else { return };
        if let Some(decision) = phase.approved_by {
            return self.rests_on(context, decision, sink);
        }
        let needs = phases.needs(phase.key.id);
        let is = |state| needs.iter().any(|need| need.state == Some(state));
        let asked = needs.iter().find(|need| {
            matches!(need.state, Some(RequirementState::Sought | RequirementState::ToBeSought))
        });
        if is(RequirementState::Approved) {
            return sink.pass();
        }
        let Some(asked) = asked else { return };
        let message = format!(
            "'{}' has begun, and money for '{}' is only asked for ('{}').",
            self.name, phase.name, asked.title
        );
        let finding = if self.by.is_certain() {
            sink.finding(message, HELP)
        } else {
            sink.finding(message, "Give the day on which it began.").undetermined()
        };
        sink.find(finding.about(self.row).about(asked.key.id));
    }

    /// What relies on a decision begins once the last body has made it.
    fn rests_on(&self, context: &Context<'_>, decision: Id<Decision>, sink: &mut Sink<'_>) {
        if self.by == Certainty::No {
            return;
        }
        let when = self.date.map_or(String::new(), |date| format!(" {date}"));
        let (what, before, missing) = match context.approval(Some(decision)) {
            Approval::By(by) => {
                let dates = self.date.zip(day(by.date.as_ref()));
                let Some((own, approved)) = dates else { return };
                let what = format!(" before '{}' approved it, {approved}", by.title);
                (what, own.before(approved), "Give both days.".to_owned())
            }
            Approval::Missing(why) => {
                (format!(", and {why}"), self.by, "Give its exact date.".to_owned())
            }
            Approval::Unknown(title) => {
                let missing = format!("Say what was done about '{title}', and when.");
                (
                    format!(", and whether '{title}' approves it cannot be told"),
                    Certainty::Possibly,
                    missing,
                )
            }
        };
        let message = format!("'{}' was committed{when}{what}.", self.name);
        let finding = match before {
            Certainty::No => return sink.pass(),
            Certainty::Certainly => sink.finding(message, HELP),
            Certainty::Possibly => sink.finding(message, missing).undetermined(),
        };
        sink.find(finding.about(self.row).about(decision));
    }
}

/// What each phase needs: the needs that are its own, and those whose words name it.
struct Phases<'p>(BTreeMap<Id<Phase>, Vec<&'p FundingRequirement>>);

impl<'p> Phases<'p> {
    fn of(context: &Context<'p>) -> Self {
        let programme = context.programme;
        let names: Vec<_> = programme
            .phases()
            .into_iter()
            .flat_map(|row| {
                let names = std::iter::once(&row.name).chain(&row.aliases);
                names.map(|name| (row.key.id, format!(" {} ", fold(name))))
            })
            .collect();
        let mut all: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for need in programme.funding_requirements() {
            let words = need.phases.as_ref().map(|words| format!(" {} ", fold(words)));
            let named = words.iter().flat_map(|words| {
                names.iter().filter(|(_, name)| words.contains(name)).map(|(id, _)| *id)
            });
            let mut of: Vec<_> = need.phase.into_iter().chain(named).collect();
            of.sort();
            of.dedup();
            of.into_iter().for_each(|phase| all.entry(phase).or_default().push(need));
        }
        Self(all)
    }

    fn needs(&self, phase: Id<Phase>) -> &[&'p FundingRequirement] {
        self.0.get(&phase).map_or(&[], Vec::as_slice)
    }
}
