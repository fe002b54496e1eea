//! The steps of a route, with the first day on which each can be taken.

use chrono::NaiveDate;

use super::{
    Council, KeyAnswer, Maker, MakerKind, Step, StepKind,
    route::{Decision, Finder, Right},
};
use crate::{
    model::{Parameter, Party, RightAct},
    values::{NotCovered, WorkingCalendar},
};

type Day = Result<NaiveDate, NotCovered>;

/// Lays one step after another.
struct Steps<'s> {
    council: Council<'s>,
    calendar: &'s WorkingCalendar,
    /// The day on which the next step can begin.
    from: Day,
    all: Vec<Step>,
}

pub(super) fn steps(
    finder: &Finder<'_>,
    decision: &Decision,
    rights: &[Right<'_>],
    key: &KeyAnswer,
    on: NaiveDate,
    calendar: &WorkingCalendar,
) -> Vec<Step> {
    let mut steps = Steps { council: finder.council, calendar, from: Ok(on), all: Vec::new() };
    for Right { right, act } in rights {
        steps.advice(finder, right, *act);
    }
    let Some(by) = &decision.by else { return steps.all };
    let meeting = finder.matter.meeting.as_ref().and_then(|date| date.value());
    // Only a single day is a date of a meeting.
    let meeting = meeting.filter(|date| date.earliest() == date.latest());
    let meeting = meeting.map(|date| date.earliest()).filter(|day| *day >= on);
    let first = decision.proposed_by.as_ref().unwrap_or(by);
    let put_here = finder.matter.put_to.map(Party::Body) == Some(first.party);
    let mut dated = meeting.filter(|_| put_here && first.party != Party::Unknown);
    if matches!(key, KeyAnswer::Yes(_)) {
        steps.notice(by);
    }
    if let Some(proposer) = &decision.proposed_by {
        let why = "The executive proposes; it cannot decide this.";
        let what = format!("recommends it to {}", by.name);
        steps.meets(proposer, StepKind::Recommendation, what, why, &decision.source, dated.take());
    }
    let what = "decides it".to_owned();
    steps.meets(by, StepKind::Decision, what, &decision.why, &decision.source, dated);
    if by.kind == MakerKind::Executive {
        steps.call_in(by);
    }
    steps.effect(by);
    steps.all
}

impl Steps<'_> {
    fn push(&mut self, kind: StepKind, by: &Maker, what: String, why: &str, source: String) {
        let (by, why) = (by.clone(), why.to_owned());
        self.all.push(Step { kind, by, what, earliest: self.from, dated: false, why, source });
    }

    /// Who has to agree, test or consider it before it is decided.
    fn advice(&mut self, finder: &Finder<'_>, right: &crate::model::DecisionRight, act: RightAct) {
        let does = match act {
            RightAct::Approve => return,
            RightAct::Agree => "agrees it",
            RightAct::Consider => "considers it",
            RightAct::Recommend => "recommends it",
            RightAct::Oversee => "oversees it",
            RightAct::Test => "tests it",
        };
        for lead in &right.holders {
            let by = finder.holder(lead);
            let why = format!("'{}' asks for it.", right.title);
            self.push(StepKind::Advice, &by, does.into(), &why, finder.cited(right));
        }
    }

    /// Notice of a key decision: the decision waits for its clear days.
    fn notice(&mut self, by: &Maker) {
        let Some(wait) = self.council.wait(Parameter::KeyDecisionNotice) else { return };
        let what = format!("gives notice of a key decision, {} clear", wait.value);
        let source = self.council.source(wait.basis);
        let why = "A key decision is made public before it is made.";
        self.push(StepKind::Notice, by, what, why, source);
        self.from = self.after(wait.value);
    }

    /// A meeting at which a body does something, with its papers open before.
    fn meets(
        &mut self,
        by: &Maker,
        kind: StepKind,
        what: String,
        why: &str,
        source: &str,
        dated: Option<NaiveDate>,
    ) {
        let meets =
            matches!(by.kind, MakerKind::FullCouncil | MakerKind::Executive | MakerKind::Committee);
        let wait = self.council.wait(Parameter::MeetingNotice).filter(|_| meets);
        if let Some(wait) = wait {
            let source = if by.kind == MakerKind::FullCouncil {
                format!("LGA 1972 Schedule 12 para 4(2); {}", self.council.source(wait.basis))
            } else {
                self.council.source(wait.basis)
            };
            if let Some(day) = dated {
                // The day is given: its papers have to have been open since.
                let last = self.calendar.last_notice(day, wait.value.days, wait.value.counted);
                self.papers(by, wait.value, source, last);
                if let Some(step) = self.all.last_mut() {
                    step.dated = true;
                }
                self.from = Ok(day);
            } else {
                self.papers(by, wait.value, source, self.from);
                self.from = self.after(wait.value);
            }
        }
        self.push(kind, by, what, why, source.to_owned());
        if let Some(step) = self.all.last_mut() {
            step.dated = dated.is_some();
        }
    }

    fn papers(&mut self, by: &Maker, wait: super::Wait, source: String, day: Day) {
        let what = format!("opens the papers to inspection, {wait} clear before it meets");
        let why = "Papers are open before a meeting, and items that were not are not taken.";
        self.push(StepKind::Papers, by, what, why, source);
        if let Some(step) = self.all.last_mut() {
            step.earliest = day;
        }
    }

    /// A decision of the executive can be called in before it takes effect.
    fn call_in(&mut self, by: &Maker) {
        let Some(wait) = self.council.wait(Parameter::CallInPeriod) else { return };
        let what = format!("can be called in for {} after it is published", wait.value);
        let why = "Scrutiny can ask for a decision to be looked at again before it takes effect.";
        let source = self.council.source(wait.basis);
        self.push(StepKind::CallIn, by, what, why, source);
        self.from = self.after(wait.value);
    }

    fn effect(&mut self, by: &Maker) {
        let what = "it may be put into effect, if nothing stopped it".to_owned();
        let why = "Until here nothing is authorised.";
        self.push(StepKind::Effect, by, what, why, String::new());
    }

    /// The first day after so many clear days.
    fn after(&self, wait: super::Wait) -> Day {
        self.calendar.first_meeting(self.from?, wait.days, wait.counted)
    }
}
